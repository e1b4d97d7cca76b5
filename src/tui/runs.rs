//! The runs of a lesson side by side, over the whole screen.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::keys::Context;
use super::pen::Pen;
use super::whole_page::{WholePage, room};
use crate::lesson::{Comparison, Lesson};

/// The page with the table of the runs.
pub(super) fn page(pen: &Pen<'_>, lesson: &Lesson, facts: &Comparison, area: Rect) -> WholePage {
    let words = lesson.words(pen.messages);
    let lines = words.run_table(facts, room(area), &|shown| pen.look.value(shown));
    let rows = lines.iter().map(|line| Line::raw(pen.plain(line))).collect();
    let title = Some(Line::from(Span::styled(words.runs(), pen.look.theme.title)));
    WholePage::new(Context::Runs, title, rows)
}
