//! The picture of a network or graph: who feeds whom, the values so far, and what is at work.
//!
//! First it is decided what is shown ([`Plan`]), then the values are taken out of the lesson, then it is drawn.
//! Must not know what a step computes.

mod at_work;
mod canvas;
mod edges;
mod geometry;
mod plan;
mod vertices;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub(super) use plan::Plan;

use super::draw::MARGIN;
use super::hits::Target;
use super::scene::View;
use super::text::{fit, wrap};
use canvas::Canvas;
use geometry::Geometry;

/// Draws the picture into its region.
pub(super) fn draw(view: &View<'_>, plan: &Plan, area: Rect, buffer: &mut Buffer) {
    let inner = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(2 * MARGIN), ..area };
    let geometry = Geometry::of(view, plan, inner.as_size());
    let mut canvas = Canvas::new(inner.width.into(), inner.height.into(), view.look.signs);
    edges::draw(view, plan, &geometry, &mut canvas);
    vertices::draw(view, plan, &geometry, &mut canvas);
    folds(view, plan, &geometry, &mut canvas);
    for (column, place) in plan.columns.iter().zip(&geometry.columns) {
        for (vertex, y) in vertices::places(column, place) {
            let at = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
            let place = Rect {
                x: inner.x.saturating_add(at(place.x)),
                y: inner.y.saturating_add(at(y)),
                width: at(place.width),
                height: at(column.rows_each),
            };
            view.hits.add(place.intersection(inner), Target::Vertex(vertex.label.clone()));
        }
    }
    canvas.render(inner, view.look.theme.working, view.look.theme.faint, buffer);
}

/// Says how much of a wide or deep picture is not shown.
fn folds(view: &View<'_>, plan: &Plan, geometry: &Geometry, canvas: &mut Canvas) {
    let style: Style = view.look.theme.faint;
    let more = view.look.signs.more;
    let next = geometry.columns.iter().skip(1).map(|next| next.x).chain([geometry.width]);
    for ((column, place), next) in plan.columns.iter().zip(&geometry.columns).zip(next) {
        if column.hidden > 0 {
            let said = view.text("screen-more-nodes", &[("count", column.hidden.into())]);
            let text = fit(&format!("{more} {said}"), next.saturating_sub(place.x + 1), view.look.signs.ellipsis);
            canvas.text(place.x, place.fold_row, &text, style);
        }
    }
    let middle = geometry.rows / 2;
    for (hidden, x) in [(plan.hidden_before, 0), (plan.hidden_behind, geometry.width - geometry.fold_width)] {
        if hidden > 0 {
            let said = view.text("screen-more-columns", &[("count", hidden.into())]);
            canvas.text(x, middle.saturating_sub(1), more, style);
            let rows = geometry.rows - middle;
            for (at, line) in wrap(&said, geometry.fold_width, rows, view.look.signs.ellipsis).iter().enumerate() {
                canvas.text(x, middle + at, line, style);
            }
        }
    }
}
