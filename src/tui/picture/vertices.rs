//! The neurons and nodes with their values, gradients and targets.

use ratatui::style::{Modifier, Style};

use super::Drawing;
use super::canvas::Canvas;
use super::geometry::{Geometry, Place, target, value, whole_width};
use super::plan::{Column, Node, Plan, Shown};
use crate::formula::Name;
use crate::tui::look::meaning;
use crate::tui::manner::HIDDEN;
use crate::tui::text::{fit, width};

/// Draws what stands in the columns.
pub(super) fn draw(at: &Drawing<'_>, plan: &Plan, geometry: &Geometry, canvas: &mut Canvas) {
    for (column, place) in plan.columns.iter().zip(&geometry.columns) {
        for (vertex, y) in places(column, place) {
            one(at, vertex, place, y, column.rows_each > 1, canvas);
            if let Some(text) = vertex.target.as_ref().and_then(|name| target(at, name)) {
                let text = fit(&text, geometry.target_width.saturating_sub(2), at.pen.look.signs.ellipsis);
                canvas.text(geometry.target_x + 2, y, &text, Style::default());
            }
        }
    }
}

/// The vertices of a column with the rows that they begin in.
pub(super) fn places<'a>(column: &'a Column, place: &'a Place) -> impl Iterator<Item = (&'a Shown, usize)> {
    column.nodes.iter().zip(&place.rows).filter_map(|(node, y)| match node {
        Node::Vertex(vertex) => Some((vertex, *y)),
        Node::Passing => None,
    })
}

fn one(at: &Drawing<'_>, vertex: &Shown, place: &Place, y: usize, gradient_below: bool, canvas: &mut Canvas) {
    let signs = at.pen.look.signs;
    let strong = if vertex.at_work { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
    if vertex.at_work {
        canvas.text(place.x, y, signs.brackets.0, strong);
        canvas.text(place.x + place.width - 1, y, signs.brackets.1, strong);
    }
    let label = fit(vertex.label.as_str(), place.label_width, signs.ellipsis);
    canvas.text(place.x + 1, y, &label, strong);
    let value_x = place.x + 2 + place.label_width;
    number(at, &vertex.value, place, value_x, y, strong, canvas);
    let Some(gradient) = &vertex.gradient else { return };
    let sign = if gradient.as_str().starts_with("delta_") { signs.gradients.0 } else { signs.gradients.1 };
    if gradient_below {
        canvas.text(place.x + 1, y + 1, sign, at.pen.look.theme.faint);
        number(at, gradient, place, value_x, y + 1, strong, canvas);
    } else if place.inline {
        let x = value_x + place.value_width + 1;
        canvas.text(x, y, sign, at.pen.look.theme.faint);
        number(at, gradient, place, x + width(sign), y, strong, canvas);
    }
}

/// A value with its point where the points of the column stand; a mark where it is not computed yet.
fn number(at: &Drawing<'_>, name: &Name, place: &Place, x: usize, y: usize, strong: Style, canvas: &mut Canvas) {
    let signs = at.pen.look.signs;
    let Some(text) = value(at, name) else {
        let is_asked = at.picture.is_hidden && *name == at.picture.own;
        let mark = if is_asked { HIDDEN } else { signs.open };
        canvas.text(x + 1, y, mark, at.pen.look.theme.faint);
        return;
    };
    let meaning = meaning(at.program, name, &at.picture.own);
    let style = meaning.map_or_else(Style::default, |meaning| at.pen.look.theme.of(meaning)).patch(strong);
    let has_sign = text.starts_with(signs.formula.minus);
    // Where the sign would stand without one.
    let indent = (place.whole_width - whole_width(at, &text).min(place.whole_width)) + usize::from(!has_sign);
    let room = place.value_width.saturating_sub(indent);
    let indent = if width(&text) > place.value_width { usize::from(!has_sign) } else { indent };
    let room = room.max(place.value_width.saturating_sub(indent));
    canvas.text(x + indent, y, &fit(&text, room.min(place.value_width - indent), signs.ellipsis), style);
}
