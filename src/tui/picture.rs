//! The picture of a network or graph: who feeds whom, the values so far, and what is at work.
//!
//! First it is decided what is shown ([`Plan`]), then the values are taken out of the lesson, then it is drawn.
//! Must not know what a step computes.

mod at_work;
mod canvas;
mod edges;
mod floor;
mod geometry;
mod plan;
mod vertices;

use std::collections::HashMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use plan::FOLD;
pub(super) use plan::Plan;

use super::draw::MARGIN;
use super::hits::Target;
use super::pen::Pen;
use super::text::{fit, wrap};
use crate::formula::Name;
use crate::lesson::Shown;
use crate::program::Program;
use canvas::Canvas;
use geometry::Geometry;

/// A picture with the values that are known.
pub(super) struct Picture {
    pub(super) plan: Plan,
    /// The values that are computed already.
    pub(super) values: HashMap<Name, Shown>,
    /// The values that a what-if has changed.
    pub(super) changed: HashMap<Name, Shown>,
    /// Whether a what-if is on.
    pub(super) is_what_if: bool,
    /// The name of the step that is shown.
    pub(super) own: Name,
    /// Whether its result is still to be asked for.
    pub(super) is_hidden: bool,
}

/// A picture that is drawn with a pen.
struct Drawing<'a> {
    pen: &'a Pen<'a>,
    program: &'a Program,
    picture: &'a Picture,
}

impl Picture {
    /// A picture without values.
    pub(super) fn of(plan: Plan, own: Name, is_hidden: bool) -> Self {
        let (values, changed) = (HashMap::new(), HashMap::new());
        Self { plan, values, changed, is_what_if: false, own, is_hidden }
    }

    /// Draws the picture into its region.
    pub(super) fn draw(&self, pen: &Pen<'_>, program: &Program, area: Rect, buffer: &mut Buffer) {
        let at = &Drawing { pen, program, picture: self };
        let plan = &self.plan;
        let inner = Rect { x: area.x + MARGIN, width: area.width.saturating_sub(2 * MARGIN), ..area };
        let geometry = Geometry::of(at, plan, inner.as_size());
        let mut canvas = Canvas::new(inner.width.into(), inner.height.into(), pen.look.signs);
        edges::draw(at, plan, &geometry, &mut canvas);
        vertices::draw(at, plan, &geometry, &mut canvas);
        floor::draw(at, plan, &geometry, &mut canvas);
        folds(at, plan, &geometry, &mut canvas);
        for (column, place) in plan.columns.iter().zip(&geometry.columns) {
            for (vertex, y) in vertices::places(column, place) {
                let cells = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
                let place = Rect {
                    x: inner.x.saturating_add(cells(place.x)),
                    y: inner.y.saturating_add(cells(y)),
                    width: cells(place.width),
                    height: cells(column.rows_each),
                };
                pen.hits.add(place.intersection(inner), Target::Vertex(vertex.label.clone()));
            }
        }
        canvas.render(inner, pen.look.theme.working, pen.look.theme.faint, buffer);
    }
}

/// Says how much of a wide or deep picture is not shown.
fn folds(at: &Drawing<'_>, plan: &Plan, geometry: &Geometry, canvas: &mut Canvas) {
    let style: Style = at.pen.look.theme.faint;
    let more = at.pen.look.signs.more;
    let next = geometry.columns.iter().skip(1).map(|next| next.x).chain([geometry.width]);
    for ((column, place), next) in plan.columns.iter().zip(&geometry.columns).zip(next) {
        if column.hidden > 0 {
            let said = at.pen.text("screen-more-nodes", &[("count", column.hidden.into())]);
            let text = fit(&format!("{more} {said}"), next.saturating_sub(place.x + 1), at.pen.look.signs.ellipsis);
            canvas.text(place.x, place.fold_row, &text, style);
        }
    }
    let middle = geometry.rows / 2;
    for (hidden, x) in
        [(plan.hidden_before, 0), (plan.hidden_behind, geometry.width.saturating_sub(FOLD.min(geometry.width / 4)))]
    {
        if hidden > 0 {
            let said = at.pen.text("screen-more-columns", &[("count", hidden.into())]);
            canvas.text(x, middle.saturating_sub(1), more, style);
            let rows = geometry.rows - middle;
            for (row, line) in
                wrap(&said, FOLD.min(geometry.width / 4), rows, at.pen.look.signs.ellipsis).iter().enumerate()
            {
                canvas.text(x, middle + row, line, style);
            }
        }
    }
}
