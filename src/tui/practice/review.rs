//! The review: what became of each question, which mistakes were made, and what to do again. Over the whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::{Outcome, ReviewLine, Sentences, Session};
use crate::tui::keys::{Action, Command, Context};
use crate::tui::look::Look;
use crate::tui::text::wrap_line;
use crate::tui::whole_page::{WholePage, room};

/// A line takes at most so many rows.
const MOST_ROWS: usize = 6;

/// Draws the review from its line `top`, but always so that it fills the room; gives the line that it begins with.
pub(in crate::tui) fn draw(
    lesson: &Lesson,
    session: &Session,
    (messages, look): (&Messages, &Look),
    top: usize,
    area: Rect,
    buffer: &mut Buffer,
) -> usize {
    let (signs, theme) = (look.signs, &look.theme);
    let wanted = |command: &Command| match command.action {
        Action::Again => session.again().is_some(),
        Action::NextRound => session.next_round(lesson).is_some(),
        _ => true,
    };
    let room = room(area);
    let mut rows: Vec<Line<'static>> = Vec::new();
    for line in Sentences::new(lesson, messages).review(session) {
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
        let line = Line::from(Span::styled(signs.plain(&format!("{sign}{text}")).into_owned(), style));
        let wrapped = wrap_line(&line, room, indent, MOST_ROWS, signs.ellipsis);
        rows.extend(if wrapped.is_empty() { vec![Line::default()] } else { wrapped });
    }
    let page = WholePage { context: Context::Review, wanted: &wanted, title: None, rows };
    page.draw((messages, look), top, area, buffer)
}
