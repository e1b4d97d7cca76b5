//! A list over the lower part of a screen, the chosen line always in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use super::draw::{put, row, rule};
use super::hits::Target;
use super::pen::Pen;

/// What stands on one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A heading, by its message.
    Heading(&'static str),
    /// An entry, by its place.
    Entry(usize),
}

/// What a click on an entry means, by its place.
pub(super) type Clicked = fn(usize) -> Target;

/// Draws a list below the lines of its head; of the entries only those in sight are asked for. Where one is clicked
/// is `target`, if anything.
pub(super) fn draw(
    pen: &Pen<'_>,
    head: &[Line<'_>],
    rows: &[Row],
    (chosen, target): (usize, Option<Clicked>),
    entry: &dyn Fn(usize) -> Line<'static>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let taken = head.len() + 1;
    let wanted = u16::try_from(rows.len() + taken).unwrap_or(u16::MAX);
    let height = wanted.min(area.height);
    let area = Rect { y: area.bottom() - height, height, ..area };
    Clear.render(area, buffer);
    pen.hits.cover(area);
    let theme = &pen.look.theme;
    let signs = pen.look.signs;
    rule(buffer, area, signs.done, theme.faint);
    for (at, line) in head.iter().enumerate() {
        if let Some(row) = row(area, at + 1) {
            put(buffer, row, line, signs.ellipsis);
        }
    }
    let room = usize::from(height).saturating_sub(taken);
    let chosen = rows.iter().position(|row| *row == Row::Entry(chosen)).unwrap_or(0);
    let first = if rows.len() <= room { 0 } else { chosen.saturating_sub(room / 2).min(rows.len() - room) };
    for (at, shown) in rows.iter().skip(first).take(room).enumerate() {
        let Some(place) = row(area, at + taken) else { return };
        let is_edge = (at == 0 && first > 0) || (at + 1 == room && first + room < rows.len());
        let line = match shown {
            Row::Entry(_) if is_edge && first + at != chosen => {
                Line::from(Span::styled(format!("  {}", signs.more), theme.faint))
            }
            Row::Heading(id) => Line::from(Span::styled(pen.text(id, &[]), theme.faint)),
            Row::Entry(at) => entry(*at),
        };
        put(buffer, place, &line, signs.ellipsis);
        if let (Row::Entry(at), Some(target)) = (shown, target) {
            pen.hits.add(place, target(*at));
        }
    }
}
