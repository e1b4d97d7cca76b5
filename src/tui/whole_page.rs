//! A page over the whole screen, that is read from a line on: rows, signs where there is more, and the keys below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{put, row};
use super::footer;
use super::keys::{Command, Context};
use super::look::Look;
use super::regions::SMALLEST;
use super::view::too_small;
use crate::messages::Messages;

/// What stands on the page.
pub(super) struct WholePage<'a> {
    /// Where keys are pressed.
    pub(super) context: Context,
    /// Which of its keys are named.
    pub(super) wanted: &'a dyn Fn(&Command) -> bool,
    /// What stays above the rows.
    pub(super) title: Option<Line<'static>>,
    pub(super) rows: Vec<Line<'static>>,
}

/// How many cells a row of such a page has.
pub(super) fn room(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2))
}

impl WholePage<'_> {
    /// Draws the page from its row `top`, but always so that it fills the room; gives the row that it begins with.
    pub(super) fn draw(
        self,
        (messages, look): (&Messages, &Look),
        top: usize,
        area: Rect,
        buffer: &mut Buffer,
    ) -> usize {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            too_small(messages, look, area, buffer);
            return top;
        }
        let signs = look.signs;
        let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
        footer::hints(messages, look, self.context, self.wanted, footer, buffer);
        // A row is left free below a title, and above the keys.
        let head = if self.title.is_some() { 2 } else { 0 };
        if let (Some(title), Some(place)) = (&self.title, row(area, 0)) {
            put(buffer, place, title, signs.ellipsis);
        }
        let room = usize::from(area.height).saturating_sub(if head > 0 { 3 } else { 2 });
        let top = top.min(self.rows.len().saturating_sub(room));
        let more = Line::from(Span::styled(signs.more, look.theme.faint));
        for (at, line) in self.rows.iter().skip(top).take(room).enumerate() {
            let is_edge = (at == 0 && top > 0) || (at + 1 == room && top + room < self.rows.len());
            let Some(place) = row(area, at + head) else { break };
            put(buffer, place, if is_edge { &more } else { line }, signs.ellipsis);
        }
        top
    }
}
