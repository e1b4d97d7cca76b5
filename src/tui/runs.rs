//! The runs of a lesson side by side, over the whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{put, row};
use super::footer;
use super::keys::Context;
use super::look::Look;
use super::regions::SMALLEST;
use super::view::too_small;
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
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(messages, look, area, buffer);
        return top;
    }
    let (signs, theme) = (look.signs, &look.theme);
    let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
    footer::hints(messages, look, Context::Runs, &|_| true, footer, buffer);
    let words = lesson.words(messages);
    let lines = words.run_table(facts, usize::from(area.width.saturating_sub(2)), &|shown| look.value(shown));
    if let Some(title) = row(area, 0) {
        put(buffer, title, &Line::from(Span::styled(words.runs(), theme.title)), signs.ellipsis);
    }
    let room = usize::from(area.height).saturating_sub(3);
    let top = top.min(lines.len().saturating_sub(room));
    for (at, line) in lines.iter().skip(top).take(room).enumerate() {
        let is_edge = (at == 0 && top > 0) || (at + 1 == room && top + room < lines.len());
        let Some(place) = row(area, at + 2) else { break };
        let line = if is_edge {
            Line::from(Span::styled(signs.more, theme.faint))
        } else {
            Line::raw(signs.plain(line).into_owned())
        };
        put(buffer, place, &line, signs.ellipsis);
    }
    top
}
