//! What of a network or graph is shown where there is not room for all of it.

use std::collections::HashMap;

use ratatui::layout::Size;

use super::at_work::{AtWork, Flow};
use crate::formula::Name;
use crate::program::{Program, Step, Vertex};
use crate::tui::text::width;

/// What is shown.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(super) columns: Vec<Column>,
    /// How many columns are not shown at the left and at the right.
    pub(super) hidden_before: usize,
    pub(super) hidden_behind: usize,
    /// The lines between a column and the one behind it.
    pub(super) segments: Vec<Segment>,
    /// The way of the numbers at work.
    pub(super) flow: Flow,
    /// So many cells a computed value has, with its sign.
    pub(super) value_cells: usize,
    /// What stands below the columns, those at work first.
    pub(super) below: Vec<Below>,
    /// The loss, and whether it is at work.
    pub(super) loss: Option<(Name, bool)>,
    /// Whether the last row is kept for biases and the loss.
    pub(super) has_floor: bool,
}

/// A bias below the column of its neurons.
#[derive(Debug)]
pub(super) struct Below {
    pub(super) column: usize,
    pub(super) bias: Name,
    pub(super) value: Name,
    pub(super) at_work: bool,
}

/// A column of what is shown.
#[derive(Debug, Default)]
pub(super) struct Column {
    pub(super) nodes: Vec<Node>,
    /// How many are not shown.
    pub(super) hidden: usize,
    /// How many rows a neuron has.
    pub(super) rows_each: usize,
    /// Whether its values are all given.
    pub(super) is_given: bool,
}

/// Something in a column.
#[derive(Debug)]
pub(super) enum Node {
    /// A neuron, an input, a node of a graph.
    Vertex(Shown),
    /// A line that passes by.
    Passing,
}

/// A vertex that is shown.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) label: Name,
    pub(super) value: Name,
    pub(super) gradient: Option<Name>,
    pub(super) target: Option<Name>,
    pub(super) at_work: bool,
}

/// A line from a node to one of the next column.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) column: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) at_work: bool,
    /// The weight and the name of its value, where it is to be written.
    pub(super) weight: Option<(Name, Name)>,
}

/// A longer label is cut.
pub(super) const LONGEST_LABEL: usize = 16;

/// Between two columns there are at least so many cells.
const NARROWEST_GUTTER: usize = 6;

/// A given takes about so many cells, with its sign.
const GIVEN: usize = 7;

/// Something of a whole diagram, by its column and row, or a line that passes by from one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Vertex(usize, usize),
    Passing(usize, (usize, usize)),
}

impl Plan {
    /// Chooses what is shown around a step.
    ///
    /// Targets take `targets` cells, with the space before them.
    pub(crate) fn new(program: &Program, decimals: u32, step: &Step, size: Size, targets: usize) -> Self {
        let work = AtWork::of(program, step);
        let all = &program.diagram.columns;
        let (first, last, value_cells) = window(program, decimals, &work, (size.width.into(), targets));
        let has_floor = !program.diagram.biases.is_empty() || program.diagram.loss.is_some();
        let size = Size { height: size.height.saturating_sub(u16::from(has_floor)), ..size };
        let mut plan = Self {
            hidden_before: first,
            hidden_behind: all.len().saturating_sub(last + 1),
            flow: work.flow,
            value_cells,
            has_floor,
            ..Self::default()
        };
        let mut passing: Vec<Vec<(usize, usize)>> = vec![Vec::new(); all.len()];
        for edge in program.diagram.edges.iter().filter(|edge| edge.to.0 > edge.from.0 + 1) {
            for column in passing.iter_mut().take(edge.to.0).skip(edge.from.0 + 1) {
                if !column.contains(&edge.from) {
                    column.push(edge.from);
                }
            }
        }
        let has_gradient = |name: &Option<Name>| name.clone().filter(|name| program.step(name.as_str()).is_some());
        let gradients = all.iter().flatten().any(|vertex| has_gradient(&vertex.gradient).is_some());
        let mut places: HashMap<Key, (usize, usize)> = HashMap::new();
        for (at, vertices) in all.iter().enumerate().take(last + 1).skip(first) {
            let room = usize::from(size.height);
            let rows_each = if gradients && 2 * vertices.len() + passing[at].len() <= room { 2 } else { 1 };
            let lines = passing[at].len().min(room / 2);
            let capacity = room - lines;
            let fits = rows_each * vertices.len() <= capacity;
            let capacity = if fits { vertices.len() } else { capacity.saturating_sub(1).max(1) };
            let working: Vec<usize> = (0..vertices.len()).filter(|row| work.vertices.contains(&(at, *row))).collect();
            let ends = work.edges.iter().filter_map(|edge| program.diagram.edges.get(*edge));
            let ends = ends.flat_map(|edge| [edge.from, edge.to]).filter(|end| end.0 == at).map(|end| end.1);
            let chosen = choose(vertices.len(), capacity, working.iter().copied().chain(ends));
            let is_given = vertices.iter().all(|vertex| program.given(vertex.value.as_str()).is_some());
            let hidden = vertices.len() - chosen.len();
            let mut column = Column { nodes: Vec::new(), hidden, rows_each, is_given };
            for row in chosen {
                let vertex = &vertices[row];
                places.insert(Key::Vertex(at, row), (plan.columns.len(), column.nodes.len()));
                column.nodes.push(Node::Vertex(Shown {
                    label: vertex.label.clone(),
                    value: vertex.value.clone(),
                    gradient: has_gradient(&vertex.gradient),
                    target: vertex.target.clone(),
                    at_work: work.vertices.contains(&(at, row)),
                }));
            }
            for from in passing[at].iter().take(lines) {
                places.insert(Key::Passing(at, *from), (plan.columns.len(), column.nodes.len()));
                column.nodes.push(Node::Passing);
            }
            plan.columns.push(column);
        }
        plan.join(program, &work, &places);
        plan.found(program, &work);
        plan
    }

    /// Makes the lines between what is shown.
    fn join(&mut self, program: &Program, work: &AtWork, places: &HashMap<Key, (usize, usize)>) {
        let mut working = work.edges.iter().peekable();
        for (at, edge) in program.diagram.edges.iter().enumerate() {
            let at_work = working.next_if_eq(&&at).is_some();
            for column in edge.from.0..edge.to.0 {
                let key = |of: usize| match of {
                    _ if of == edge.from.0 => Key::Vertex(of, edge.from.1),
                    _ if of == edge.to.0 => Key::Vertex(of, edge.to.1),
                    _ => Key::Passing(of, edge.from),
                };
                let (Some(from), Some(to)) = (places.get(&key(column)), places.get(&key(column + 1))) else { continue };
                let weight = edge.weight.clone().zip(edge.value.clone()).filter(|_| at_work);
                let same =
                    |segment: &&mut Segment| (segment.column, segment.from, segment.to) == (from.0, from.1, to.1);
                // Only lines that pass by are met twice.
                let known = if edge.to.0 > edge.from.0 + 1 { self.segments.iter_mut().find(same) } else { None };
                match known {
                    Some(known) => known.at_work |= at_work,
                    None => self.segments.push(Segment { column: from.0, from: from.1, to: to.1, at_work, weight }),
                }
            }
        }
    }

    /// Puts biases and the loss below what is shown.
    fn found(&mut self, program: &Program, work: &AtWork) {
        let shown = self.hidden_before..self.hidden_before + self.columns.len();
        for (at, of) in program.diagram.biases.iter().enumerate().filter(|(_, of)| shown.contains(&of.column)) {
            let at_work = work.biases.contains(&at);
            let (bias, value, column) = (of.bias.clone(), of.value.clone(), of.column - self.hidden_before);
            self.below.push(Below { column, bias, value, at_work });
        }
        self.below.sort_by_key(|below| !below.at_work);
        let loss = work.loss.clone().map(|loss| (loss, true));
        self.loss = loss.or_else(|| program.diagram.loss.clone().map(|loss| (loss, false)));
    }

    /// The names of all values in the picture.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Name> {
        let vertices = self.columns.iter().flat_map(|column| &column.nodes).filter_map(|node| match node {
            Node::Vertex(vertex) => Some(vertex),
            Node::Passing => None,
        });
        let vertices = vertices
            .flat_map(|vertex| [Some(&vertex.value), vertex.gradient.as_ref(), vertex.target.as_ref()])
            .flatten();
        let weights = self.segments.iter().filter_map(|segment| segment.weight.as_ref().map(|(_, value)| value));
        let below = self.below.iter().map(|below| &below.value);
        vertices.chain(weights).chain(below).chain(self.loss.iter().map(|(loss, _)| loss))
    }
}

/// So many cells a computed value has, with its sign.
fn value_width(decimals: u32) -> usize {
    usize::try_from(decimals).unwrap_or(usize::MAX).saturating_add(3).min(12)
}

/// Room for what is said of columns that are not shown, at each end where there are any.
pub(super) const FOLD: usize = 10;

/// With fewer cells a value says nothing.
const NARROWEST_VALUE: usize = 6;

/// The columns that there is room for, around those at work, and how many cells their values have: fewer than they
/// need only where the columns at work cannot be shown otherwise.
fn window(program: &Program, decimals: u32, work: &AtWork, (room, targets): (usize, usize)) -> (usize, usize, usize) {
    let all = &program.diagram.columns;
    let last_column = all.len().saturating_sub(1);
    let whole = value_width(decimals);
    let needs = |value: usize| -> Vec<usize> {
        let need = |column: &Vec<Vertex>| {
            let label = column.iter().take(64).map(|vertex| width(vertex.label.as_str())).max().unwrap_or(0);
            let is_given = column.iter().take(64).all(|vertex| program.given(vertex.value.as_str()).is_some());
            label.min(LONGEST_LABEL) + if is_given { GIVEN } else { value } + 3 + NARROWEST_GUTTER
        };
        all.iter().map(need).collect()
    };
    let fits = |needs: &[usize], first: usize, last: usize| {
        let folds = usize::from(first > 0) + usize::from(last < last_column);
        let taken: usize = needs.iter().take(last + 1).skip(first).sum();
        taken + folds * FOLD + targets <= room + NARROWEST_GUTTER
    };
    let ends = work.edges.iter().filter_map(|edge| program.diagram.edges.get(*edge));
    let ends = ends.flat_map(|edge| [edge.from.0, edge.to.0]);
    let biases = work.biases.iter().filter_map(|bias| program.diagram.biases.get(*bias)).map(|of| of.column);
    let mut columns: Vec<usize> = work.vertices.iter().map(|(column, _)| *column).chain(ends).chain(biases).collect();
    // A loss is shown beside the outputs.
    if work.loss.is_some() {
        columns.push(last_column);
    }
    let (mut first, last) = match (columns.iter().min(), columns.iter().max()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => (0, 0),
    };
    let narrower = (NARROWEST_VALUE..=whole).rev();
    let value = narrower.clone().find(|&value| fits(&needs(value), first, last)).unwrap_or(NARROWEST_VALUE.min(whole));
    let needs = needs(value);
    // A connection over many columns is shown from where it ends.
    while last > first && !fits(&needs, first, last) {
        first += 1;
    }
    let mut last = last;
    loop {
        let wider = [(first, last + 1), (first.wrapping_sub(1), last), (0, last_column)];
        let fitting = wider.into_iter().find(|&(from, to)| {
            from <= to && to <= last_column && (from, to) != (first, last) && fits(&needs, from, to)
        });
        match fitting {
            Some(next) => (first, last) = next,
            None => return (first, last, value),
        }
    }
}

/// Chooses rows: those wanted, then the first ones.
fn choose(count: usize, capacity: usize, wanted: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut chosen: Vec<usize> = Vec::new();
    for row in wanted.chain(0..count) {
        if chosen.len() == capacity.min(count) {
            break;
        }
        if !chosen.contains(&row) {
            chosen.push(row);
        }
    }
    chosen.sort_unstable();
    chosen
}
