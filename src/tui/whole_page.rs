//! A page over the whole screen, that is read from a line on: rows, signs where there is more, and the keys below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{put, row};
use super::hints;
use super::keys::{Action, Context};
use super::pen::Pen;

/// A page, and the row that it begins with.
pub(super) struct WholePage {
    /// Where keys are pressed.
    context: Context,
    /// Which of its keys are not named.
    without: Vec<Action>,
    /// What stays above the rows.
    title: Option<Line<'static>>,
    rows: Vec<Line<'static>>,
    top: usize,
}

/// How many cells a row of such a page has.
pub(super) fn room(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2))
}

impl WholePage {
    /// A page from its first row on.
    pub(super) fn new(context: Context, title: Option<Line<'static>>, rows: Vec<Line<'static>>) -> Self {
        Self { context, without: Vec::new(), title, rows, top: 0 }
    }

    /// The same without the names of some keys.
    pub(super) fn without(self, without: Vec<Action>) -> Self {
        Self { without, ..self }
    }

    /// The same from its row `top`, but always so that it fills the room.
    pub(super) fn starting_at(self, top: usize, area: Rect) -> Self {
        let top = top.min(self.rows.len().saturating_sub(self.height(area)));
        Self { top, ..self }
    }

    /// The row that it begins with.
    pub(super) fn top(&self) -> usize {
        self.top
    }

    /// A row is left free below a title, and above the keys.
    fn height(&self, area: Rect) -> usize {
        usize::from(area.height).saturating_sub(if self.title.is_some() { 3 } else { 2 })
    }

    /// Draws the page.
    pub(super) fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        if Pen::is_too_small(area) {
            pen.too_small(area, buffer);
            return;
        }
        let signs = pen.look.signs;
        let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
        let wanted = |command: &super::keys::Command| !self.without.contains(&command.action);
        hints::draw(pen, self.context, &wanted, footer, buffer);
        let head = if self.title.is_some() { 2 } else { 0 };
        if let (Some(title), Some(place)) = (&self.title, row(area, 0)) {
            put(buffer, place, title, signs.ellipsis);
        }
        let room = self.height(area);
        let more = Line::from(Span::styled(signs.more, pen.look.theme.faint));
        for (at, line) in self.rows.iter().skip(self.top).take(room).enumerate() {
            let is_edge = (at == 0 && self.top > 0) || (at + 1 == room && self.top + room < self.rows.len());
            let Some(place) = row(area, at + head) else { break };
            put(buffer, place, if is_edge { &more } else { line }, signs.ellipsis);
        }
    }
}
