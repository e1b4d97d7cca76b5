//! The review: what became of each question, which mistakes were made, and what to do again. Over the whole screen.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::lesson::Lesson;
use crate::practice::{Outcome, ReviewLine, Sentences, Session};
use crate::tui::keys::{Action, Context};
use crate::tui::pen::Pen;
use crate::tui::text::wrap_line;
use crate::tui::whole_page::{WholePage, room};

/// A line takes at most so many rows.
const MOST_ROWS: usize = 6;

/// The page of the review.
pub(in crate::tui) fn page(pen: &Pen<'_>, lesson: &Lesson, session: &Session, area: Rect) -> WholePage {
    let (signs, theme) = (pen.look.signs, &pen.look.theme);
    let mut without = Vec::new();
    if session.again().is_none() {
        without.push(Action::Again);
    }
    if session.next_round(lesson).is_none() {
        without.push(Action::NextRound);
    }
    let room = room(area);
    let mut rows: Vec<Line<'static>> = Vec::new();
    for line in Sentences::new(lesson, pen.messages).review(session) {
        let (sign, style, text) = match line {
            ReviewLine::Heading(text) => (String::new(), theme.question, text),
            ReviewLine::Text(text) => (String::new(), Style::default(), text),
            ReviewLine::Question(outcome, text) => {
                let (sign, style) = match outcome {
                    Outcome::AtOnce | Outcome::WithHints => (signs.right, Style::default()),
                    Outcome::Open => (signs.open, theme.faint),
                    _ => (signs.wrong, theme.notice),
                };
                (format!("{sign} "), style, text)
            }
        };
        let indent = sign.chars().count();
        let line = Line::from(Span::styled(pen.plain(&format!("{sign}{text}")), style));
        let wrapped = wrap_line(&line, room, indent, MOST_ROWS, signs.ellipsis);
        rows.extend(if wrapped.is_empty() { vec![Line::default()] } else { wrapped });
    }
    WholePage::new(Context::Review, None, rows).without(without)
}
