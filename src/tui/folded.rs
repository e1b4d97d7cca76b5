//! A step that is worked like an earlier one: its numbers and its result on one row, and which step it is like.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::descent;
use super::draw::{behind, put, row};
use super::regions::Regions;
use super::scene::Board;
use super::text::{fit_line, wrap};
use super::theme::Meaning;
use super::work;
use crate::formula::Name;
use crate::lesson::{Page, Position};

/// Draws the row where the equals sign of a formula stands, and the likeness where the reason stands.
pub(super) fn draw(
    board: &Board<'_>,
    page: &Page,
    (name, at): (&Name, Position),
    regions: &Regions,
    buffer: &mut Buffer,
) {
    let ellipsis = board.pen.look.signs.ellipsis;
    let above = usize::from(regions.formula.height.saturating_sub(1) / 2);
    let work = work::one_row(board, page);
    match (row(regions.formula, above), work) {
        (Some(place), Some((terms, result))) => {
            let own = Span::styled(
                board.pen.plain(&board.lesson.written(&page.step.name)),
                board.pen.look.theme.of(Meaning::Result),
            );
            let indent = board.scene.name_width.saturating_sub(own.width());
            let own = Line::from(own);
            let taken = indent + own.width() + 1;
            put(buffer, behind(place, indent), &own, ellipsis);
            let room = usize::from(place.width).saturating_sub(taken);
            // The result is never cut off.
            let terms = fit_line(&terms, room.saturating_sub(result.width()), ellipsis);
            let line: Line<'_> = terms.spans.into_iter().chain(result.spans).collect();
            put(buffer, behind(place, taken), &line, ellipsis);
        }
        // Without a result there is only what keeps it from being computed.
        _ => drop(work::draw(board, regions.work, buffer)),
    }
    let values = [("name", name.as_str().into()), ("number", at.number.into())];
    let like = board.pen.text("screen-worked-like", &values);
    let done = board.scene.change.as_ref().filter(|_| !board.scene.is_hidden);
    let done = done.and_then(|change| descent::said(board, change));
    let free = regions.work.height + regions.why.height;
    let room = row(regions.work, 0).map_or(0, |first| usize::from(first.width));
    let mut lines = wrap(&like, room, free.into(), ellipsis);
    let left = usize::from(free).saturating_sub(lines.len());
    lines.extend(done.iter().flat_map(|done| wrap(done, room, left, ellipsis)));
    let needed = u16::try_from(lines.len()).unwrap_or(u16::MAX).max(regions.why.height).min(free);
    let area = Rect { y: regions.why.bottom().saturating_sub(needed), height: needed, ..regions.work };
    for (at, line) in lines.into_iter().enumerate() {
        if let Some(place) = row(area, at) {
            put(buffer, place, &Line::raw(line), ellipsis);
        }
    }
}
