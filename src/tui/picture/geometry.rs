//! Where everything in the picture stands. The same for every step of a lesson, as long as nothing is folded.

use ratatui::layout::Size;

use super::Drawing;
use super::plan::{Column, FOLD, LONGEST_LABEL, Node, Plan, Shown};
use crate::formula::Name;
use crate::tui::text::{width, width as width_of};

/// The places of a picture.
#[derive(Debug)]
pub(super) struct Geometry {
    pub(super) columns: Vec<Place>,
    pub(super) width: usize,
    pub(super) rows: usize,
    /// Where the targets stand.
    pub(super) target_x: usize,
    pub(super) target_width: usize,
}

/// The place of a column.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) x: usize,
    pub(super) width: usize,
    pub(super) label_width: usize,
    /// Cells for the sign and the digits before the point, and for the whole value.
    pub(super) whole_width: usize,
    pub(super) value_width: usize,
    /// Whether the gradient stands behind the value.
    pub(super) inline: bool,
    /// The row of each node.
    pub(super) rows: Vec<usize>,
    /// The row on which it is said how many more there are.
    pub(super) fold_row: usize,
}

/// A wider gap is only emptiness.
const WIDEST_GUTTER: usize = 28;

/// With a narrower one the lines between would be too short.
const NARROWEST_GUTTER: usize = 9;

/// Values keep at least so many cells: a sign, the digit before the point, and four after it.
const FEWEST_VALUE_CELLS: usize = 7;

/// Room for a gradient after a value, without its sign.
const GRADIENT_GAP: usize = 2;

impl Geometry {
    pub(super) fn of(at: &Drawing<'_>, plan: &Plan, size: Size) -> Self {
        let (width, rows) = (usize::from(size.width), usize::from(size.height) - usize::from(plan.has_floor));
        let fold = |hidden: usize| if hidden > 0 { FOLD.min(width / 4) } else { 0 };
        let (fold_left, fold_width) = (fold(plan.hidden_before), fold(plan.hidden_behind));
        let target_width = target_width(at, plan, width / 4);
        let mut columns: Vec<Place> = plan.columns.iter().map(|column| place(at, plan, column, rows)).collect();
        let gutters = columns.len().saturating_sub(1).max(1);
        let room = width.saturating_sub(fold_left + fold_width + target_width);
        let taken = |columns: &[Place]| columns.iter().map(|column| column.width).sum::<usize>();
        let signs = at.pen.look.signs.gradients;
        let gap = GRADIENT_GAP + width_of(signs.0).max(width_of(signs.1));
        let wider: usize = columns.iter().filter(|place| place.inline).map(|place| place.value_width + gap).sum();
        if taken(&columns) + wider + gutters * NARROWEST_GUTTER <= room {
            for place in columns.iter_mut().filter(|place| place.inline) {
                place.width += place.value_width + gap;
            }
        } else {
            for place in &mut columns {
                place.inline = false;
            }
        }
        // The name of a weight at work needs its room before the last digits of the values do.
        while taken(&columns) + gutters * NARROWEST_GUTTER > room
            && columns.iter().any(|place| place.value_width > FEWEST_VALUE_CELLS)
        {
            for place in columns.iter_mut().filter(|place| place.value_width > FEWEST_VALUE_CELLS) {
                place.value_width -= 1;
                place.width -= 1;
            }
        }
        let gutter = (room.saturating_sub(taken(&columns)) / gutters).min(WIDEST_GUTTER);
        let all = taken(&columns) + gutter * columns.len().saturating_sub(1) + target_width;
        let mut x = fold_left + (width.saturating_sub(fold_left + fold_width + all)) / 2;
        for column in &mut columns {
            column.x = x;
            x += column.width + gutter;
        }
        Self { columns, width, rows, target_x: x.saturating_sub(gutter), target_width }
    }
}

/// The nodes of a column that are not only lines.
pub(super) fn vertices(column: &Column) -> impl Iterator<Item = &Shown> {
    column.nodes.iter().filter_map(|node| match node {
        Node::Vertex(vertex) => Some(vertex),
        Node::Passing => None,
    })
}

/// The text of a value, where it is known; one that a what-if has changed has a mark behind it.
pub(super) fn value(at: &Drawing<'_>, name: &Name) -> Option<String> {
    let mark = if at.picture.changed.contains_key(name) { at.pen.look.signs.changed } else { "" };
    at.picture.values.get(name).map(|shown| format!("{}{mark}", at.pen.look.value(shown)))
}

/// The cells of the sign and the digits before the point.
pub(super) fn whole_width(at: &Drawing<'_>, text: &str) -> usize {
    let minus = at.pen.look.signs.formula.minus;
    let digits = text.strip_prefix(minus).unwrap_or(text);
    let digits = digits.strip_suffix(at.pen.look.signs.changed).unwrap_or(digits);
    1 + digits.find('.').unwrap_or(digits.len())
}

fn place(at: &Drawing<'_>, plan: &Plan, column: &Column, rows: usize) -> Place {
    let signs = at.pen.look.signs.gradients;
    let below = if column.rows_each > 1 { width(signs.0).max(width(signs.1)) } else { 0 };
    let labels = vertices(column).map(|vertex| width(vertex.label.as_str()));
    let label_width = labels.max().unwrap_or(0).max(below).min(LONGEST_LABEL);
    let shown = |vertex: &Shown| {
        let gradient = vertex.gradient.as_ref().and_then(|name| value(at, name));
        [value(at, &vertex.value), gradient]
    };
    let texts: Vec<String> = vertices(column).flat_map(shown).flatten().collect();
    let whole = texts.iter().map(|text| whole_width(at, text)).max().unwrap_or(2).clamp(2, 7);
    let has_gradient = vertices(column).any(|vertex| vertex.gradient.is_some());
    let most = plan.value_cells + usize::from(at.picture.is_what_if);
    let values = if column.is_given && !has_gradient {
        let longest = |text: &String| whole - whole_width(at, text).min(whole) + width(text) + 1;
        texts.iter().map(longest).max().unwrap_or(2).min(most)
    } else {
        most
    };
    let rows_of = stacked(column, rows);
    let inline = column.rows_each == 1 && has_gradient;
    Place {
        x: 0,
        // A bracket, the label, a space, the value with its sign, a bracket.
        width: label_width + values + 3,
        label_width,
        whole_width: whole,
        value_width: values,
        inline,
        fold_row: rows.saturating_sub(1),
        rows: rows_of,
    }
}

/// The rows of the nodes of a column, spread over the height.
fn stacked(column: &Column, rows: usize) -> Vec<usize> {
    let height = |node: &Node| match node {
        Node::Vertex(_) => column.rows_each,
        Node::Passing => 1,
    };
    let needed: usize = column.nodes.iter().map(height).sum();
    let rows = rows.saturating_sub(usize::from(column.hidden > 0));
    let gaps = column.nodes.len().saturating_sub(1);
    let gap = rows.saturating_sub(needed).checked_div(gaps).unwrap_or(0).min(2);
    let mut y = rows.saturating_sub(needed + gap * gaps) / 2;
    let mut places = Vec::with_capacity(column.nodes.len());
    for node in &column.nodes {
        places.push(y);
        y += height(node) + gap;
    }
    places
}

/// The width of the targets, with the space before them.
fn target_width(at: &Drawing<'_>, plan: &Plan, most: usize) -> usize {
    let targets = plan.columns.iter().flat_map(vertices).filter_map(|vertex| vertex.target.as_ref());
    let texts = targets.filter_map(|name| target(at, name));
    texts.map(|text| width(&text) + 2).max().unwrap_or(0).min(most)
}

/// What is said of a target.
pub(super) fn target(at: &Drawing<'_>, name: &Name) -> Option<String> {
    value(at, name).map(|value| at.pen.text("screen-target", &[("value", value.into())]))
}
