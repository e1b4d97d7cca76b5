//! One screen of a lesson, drawn from what was taken out of it. Pure: the same state gives the same cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget as _};

use super::draw::{put, row, rule};
use super::look::Look;
use super::regions::SMALLEST;
use super::scene::View;
use super::state::Overlay;
use super::text::wrap;
use super::{board, footer, header, outline, picture, trail, views, what_if};
use crate::messages::Messages;

/// Draws a step or another view, and what lies over it; returns the row that is at the top of a view that is moved.
pub(super) fn draw(view: &View<'_>, area: Rect, buffer: &mut Buffer) -> usize {
    let Some(regions) = &view.scene.regions else {
        too_small(view.messages, view.look, area, buffer);
        return 0;
    };
    header::draw(view, regions, buffer);
    if let Some(top) = views::draw(view, regions.middle(), buffer) {
        if let Overlay::Numbers(numbers) = &view.state.overlay {
            what_if::panel::draw(view, numbers, regions.middle(), buffer);
        }
        footer::draw(view, regions, buffer);
        return top;
    }
    if let Some(plan) = &view.scene.plan {
        picture::draw(view, plan, regions.picture, buffer);
    }
    rule(buffer, regions.rule, view.look.signs.rule, view.look.theme.faint);
    board::draw(view, regions, buffer);
    outline::draw(view, regions.outline, buffer);
    if let Overlay::Trail(chosen) = &view.state.overlay {
        trail::draw(view, chosen, regions.middle(), buffer);
    }
    if let Overlay::Numbers(numbers) = &view.state.overlay {
        what_if::panel::draw(view, numbers, regions.below_picture(), buffer);
    }
    footer::draw(view, regions, buffer);
    0
}

/// Says that the window is too small, in as many rows as it has.
pub(super) fn too_small(messages: &Messages, look: &Look, area: Rect, buffer: &mut Buffer) {
    Clear.render(area, buffer);
    let values = [("width", SMALLEST.0.to_string().into()), ("height", SMALLEST.1.to_string().into())];
    let text = messages.text("screen-too-small", &values);
    let text = look.signs.plain(&text);
    let ellipsis = look.signs.ellipsis;
    let room = usize::from(area.width.saturating_sub(2));
    for (at, line) in wrap(&text, room, area.height.into(), ellipsis).into_iter().enumerate() {
        if let Some(row) = row(area, at) {
            put(buffer, row, &Line::raw(line), ellipsis);
        }
    }
}
