//! Small helps for drawing: a line into a region, never past its edge.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::text;

/// Cells that stay empty at both edges.
pub(super) const MARGIN: u16 = 1;

/// The row of a region, without the margins; `None` below its last.
pub(super) fn row(area: Rect, at: usize) -> Option<Rect> {
    let at = u16::try_from(at).ok().filter(|&at| at < area.height)?;
    let width = area.width.checked_sub(2 * MARGIN)?;
    Some(Rect { x: area.x + MARGIN, y: area.y + at, width, height: 1 })
}

/// Puts a line at the left of a row, cut to it.
pub(super) fn put(buffer: &mut Buffer, row: Rect, line: &Line<'_>, ellipsis: &str) {
    let line = text::fit_line(line, row.width.into(), ellipsis);
    buffer.set_line(row.x, row.y, &line, row.width);
}

/// Puts a line at the right of a row, cut to it.
pub(super) fn put_right(buffer: &mut Buffer, row: Rect, line: &Line<'_>, ellipsis: &str) {
    let line = text::fit_line(line, row.width.into(), ellipsis);
    let width = u16::try_from(line.width()).unwrap_or(row.width).min(row.width);
    buffer.set_line(row.right() - width, row.y, &line, width);
}

/// Draws a rule from edge to edge.
pub(super) fn rule(buffer: &mut Buffer, area: Rect, sign: &str, style: Style) {
    if area.height > 0 {
        buffer.set_string(area.x, area.y, sign.repeat(area.width.into()), style);
    }
}

/// The row without its first cells.
pub(super) fn behind(row: Rect, cells: usize) -> Rect {
    let cells = u16::try_from(cells).unwrap_or(u16::MAX).min(row.width);
    Rect { x: row.x + cells, width: row.width - cells, ..row }
}
