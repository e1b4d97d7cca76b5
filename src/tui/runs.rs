//! The runs of a lesson side by side, over the whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::keys::Context;
use super::look::Look;
use super::whole_page::{WholePage, room};
use crate::lesson::{Comparison, Lesson};
use crate::messages::Messages;

/// Draws the table from its line `top`, but always so that it fills the room; gives the line that it begins with.
pub(super) fn draw(
    lesson: &Lesson,
    facts: &Comparison,
    (messages, look): (&Messages, &Look),
    top: usize,
    area: Rect,
    buffer: &mut Buffer,
) -> usize {
    let words = lesson.words(messages);
    let lines = words.run_table(facts, room(area), &|shown| look.value(shown));
    let rows = lines.iter().map(|line| Line::raw(look.signs.plain(line).into_owned())).collect();
    let title = Some(Line::from(Span::styled(words.runs(), look.theme.title)));
    WholePage { context: Context::Runs, wanted: &|_| true, title, rows }.draw((messages, look), top, area, buffer)
}
