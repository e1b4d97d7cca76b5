//! What stands below the columns: the biases of each layer, and the loss at the right.

use ratatui::style::{Modifier, Style};

use super::Drawing;
use super::canvas::Canvas;
use super::geometry::{Geometry, value};
use super::plan::Plan;
use crate::formula::Name;
use crate::tui::look::meaning;
use crate::tui::manner::HIDDEN;
use crate::tui::text::{fit, width};

/// The cells between two biases.
const GAP: usize = 1;

/// Draws biases and the loss on the row below the columns; those at work come first, and are never left out.
pub(super) fn draw(at: &Drawing<'_>, plan: &Plan, geometry: &Geometry, canvas: &mut Canvas) {
    if !plan.has_floor {
        return;
    }
    let y = geometry.rows;
    let loss_x = loss(at, plan, geometry, canvas);
    let next = geometry.columns.iter().skip(1).map(|next| next.x).chain([loss_x]);
    for ((column, place), next) in geometry.columns.iter().enumerate().zip(next) {
        // The last columns give way to a loss at work.
        let end = next.min(loss_x).saturating_sub(GAP);
        let mut x = place.x;
        let mut biases = plan.below.iter().filter(|below| below.column == column).peekable();
        while let Some(below) = biases.next() {
            let text = worded(at, &below.bias, &below.value, below.at_work);
            let room = end.saturating_sub(x);
            let more = if biases.peek().is_some() { width(at.pen.look.signs.ellipsis) + GAP } else { 0 };
            let short = if below.at_work { format!("[{}]", below.bias) } else { format!(" {} ", below.bias) };
            let text = if width(&text) + more <= room { text } else { short };
            if width(&text) > room {
                canvas.text(x + 1, y, &fit(at.pen.look.signs.ellipsis, room, ""), at.pen.look.theme.faint);
                break;
            }
            canvas.text(x, y, &text, style(at, &below.value, below.at_work));
            x += width(&text) + GAP;
        }
    }
}

/// Draws the loss at the right end of the row, and returns the cell that it begins in.
fn loss(at: &Drawing<'_>, plan: &Plan, geometry: &Geometry, canvas: &mut Canvas) -> usize {
    let end = geometry.target_x + geometry.target_width;
    let Some((name, at_work)) = plan.loss.as_ref().filter(|_| plan.hidden_behind == 0) else { return end };
    let text = worded(at, name, name, *at_work);
    let last = geometry.columns.last().map_or(0, |place| place.x);
    // A bias at work keeps its place below the outputs.
    let is_taken = plan.below.iter().any(|below| below.at_work && below.column + 1 == plan.columns.len());
    let room = if is_taken { end.saturating_sub(last + 10) } else { end };
    if !at_work && width(&text) > room {
        return end;
    }
    let x = end.saturating_sub(width(&text));
    canvas.text(x, geometry.rows, &text, style(at, name, *at_work));
    x
}

/// ` b1 0.35 `, at work `[b1 0.35]`.
fn worded(at: &Drawing<'_>, name: &Name, value_name: &Name, at_work: bool) -> String {
    let signs = at.pen.look.signs;
    let is_asked = at.picture.is_hidden && *value_name == at.picture.own;
    let open = if is_asked { HIDDEN } else { signs.open };
    let shown = value(at, value_name).unwrap_or_else(|| open.to_owned());
    let (left, right) = if at_work { signs.brackets } else { (" ", " ") };
    format!("{left}{name} {shown}{right}")
}

fn style(at: &Drawing<'_>, name: &Name, at_work: bool) -> Style {
    let meaning = meaning(at.program, name, &at.picture.own);
    let style = meaning.map_or_else(Style::default, |meaning| at.pen.look.theme.of(meaning));
    if at_work { style.add_modifier(Modifier::BOLD) } else { style }
}
