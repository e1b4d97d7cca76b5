//! The lines between columns. What feeds the same neurons meets in one trunk, so that no line is drawn twice.

use std::collections::BTreeSet;

use super::Drawing;
use super::at_work::Flow;
use super::canvas::Canvas;
use super::geometry::{Geometry, value};
use super::plan::{Node, Plan, Segment};
use crate::formula::Name;
use crate::tui::symbols::Stroke;
use crate::tui::text::{fit, width};
use crate::tui::theme::Meaning;

/// Nodes that are fed by the same ones, and where their lines turn.
#[derive(Clone, Debug)]
struct Trunk {
    sources: BTreeSet<usize>,
    targets: BTreeSet<usize>,
    x: usize,
    /// The rows that it reaches over.
    rows: (usize, usize),
}

/// The gap between two columns.
struct Gutter<'a> {
    /// Its first cell, and the one behind its last.
    cells: (usize, usize),
    /// The rows of the nodes on both sides.
    left: &'a [usize],
    right: &'a [usize],
    segments: Vec<&'a Segment>,
    trunks: Vec<Trunk>,
}

/// Draws all lines, those that only pass a column by too.
pub(super) fn draw(at: &Drawing<'_>, plan: &Plan, geometry: &Geometry, canvas: &mut Canvas) {
    for (column, places) in geometry.columns.windows(2).enumerate() {
        let [left, right] = places else { continue };
        let segments: Vec<&Segment> = plan.segments.iter().filter(|segment| segment.column == column).collect();
        let cells = (left.x + left.width, right.x);
        if segments.is_empty() || cells.1 < cells.0 + 3 {
            continue;
        }
        let mut gutter = Gutter { cells, left: &left.rows, right: &right.rows, segments, trunks: Vec::new() };
        gutter.plant();
        gutter.draw(canvas);
        gutter.label(at, plan.flow, canvas);
    }
    for (at, (column, place)) in plan.columns.iter().zip(&geometry.columns).enumerate() {
        for (node, &y) in column
            .nodes
            .iter()
            .enumerate()
            .zip(&place.rows)
            .filter_map(|((index, node), y)| matches!(node, Node::Passing).then_some((index, y)))
        {
            let at_work = |segment: &&Segment| segment.at_work && segment.column == at && segment.from == node;
            let stroke =
                if plan.segments.iter().any(|segment| at_work(&segment)) { Stroke::Heavy } else { Stroke::Thin };
            let (first, last) = (place.x, place.x + place.width - 1);
            canvas.across(y, first, last, stroke, &|_| false);
            canvas.open(first, y, true, stroke);
            canvas.open(last, y, false, stroke);
        }
    }
}

impl Gutter<'_> {
    /// Finds the trunks and puts them where the fewest lines meet that do not belong together.
    fn plant(&mut self) {
        let mut trunks: Vec<Trunk> = Vec::new();
        for target in 0..self.right.len() {
            let feeds = self.segments.iter().filter(|segment| segment.to == target);
            let sources: BTreeSet<usize> = feeds.map(|segment| segment.from).collect();
            if sources.is_empty() {
                continue;
            }
            match trunks.iter_mut().find(|trunk| trunk.sources == sources) {
                Some(trunk) => drop(trunk.targets.insert(target)),
                None => trunks.push(Trunk { sources, targets: BTreeSet::from([target]), x: 0, rows: (0, 0) }),
            }
        }
        for trunk in &mut trunks {
            let left = trunk.sources.iter().filter_map(|&at| self.left.get(at));
            let rows = || left.clone().chain(trunk.targets.iter().filter_map(|&at| self.right.get(at)));
            trunk.rows = (rows().min().copied().unwrap_or(0), rows().max().copied().unwrap_or(0));
        }
        let room = self.cells.1 - self.cells.0;
        let step = if trunks.len() * 2 + 2 <= room { 2 } else { 1 };
        let first = self.cells.0 + room.saturating_sub(step * (trunks.len() - 1) + 1) / 2;
        let place = |mut trunks: Vec<Trunk>| {
            for (at, trunk) in trunks.iter_mut().enumerate() {
                trunk.x = (first + at * step).min(self.cells.1 - 1);
            }
            trunks
        };
        let orders = orders(trunks.len()).into_iter();
        let orders = orders.map(|order| place(order.iter().filter_map(|&at| trunks.get(at).cloned()).collect()));
        let best = orders.min_by_key(|order| self.confusions(order));
        self.trunks = best.unwrap_or_default();
    }

    /// How many cells two lines share that do not belong together.
    fn confusions(&self, trunks: &[Trunk]) -> usize {
        let mut count = 0;
        for (at, one) in trunks.iter().enumerate() {
            for other in &trunks[..at] {
                // `other` stands to the left of `one`: what comes to `one` and what leaves `other` share rows.
                let incoming = one.sources.iter().filter_map(|&at| self.left.get(at));
                let outgoing: Vec<_> = other.targets.iter().filter_map(|&at| self.right.get(at)).collect();
                count += incoming.filter(|row| outgoing.contains(row)).count();
            }
        }
        count
    }

    fn draw(&self, canvas: &mut Canvas) {
        for segment in &self.segments {
            let trunk = self.trunks.iter().find(|trunk| trunk.targets.contains(&segment.to));
            let ends = (self.left.get(segment.from), self.right.get(segment.to));
            let (Some(trunk), (Some(&from), Some(&to))) = (trunk, ends) else { continue };
            let stroke = if segment.at_work { Stroke::Heavy } else { Stroke::Thin };
            // A line passes below a trunk that it does not join.
            let below = |y: usize, joins: &dyn Fn(&Trunk) -> bool, x: usize| {
                self.trunks.iter().any(|other| {
                    other.x == x && x != trunk.x && !joins(other) && (other.rows.0..=other.rows.1).contains(&y)
                })
            };
            let (first, last) = (self.cells.0, self.cells.1 - 1);
            canvas.across(from, first, trunk.x, stroke, &|x| below(from, &|t| t.sources.contains(&segment.from), x));
            canvas.open(first, from, true, stroke);
            canvas.across(to, trunk.x, last, stroke, &|x| below(to, &|t| t.targets.contains(&segment.to), x));
            canvas.open(last, to, false, stroke);
            canvas.down(trunk.x, from.min(to), from.max(to), stroke);
        }
    }

    /// Writes the weights at work on their lines, and points where the numbers flow.
    fn label(&self, at: &Drawing<'_>, flow: Flow, canvas: &mut Canvas) {
        let working: Vec<&&Segment> = self.segments.iter().filter(|segment| segment.at_work).collect();
        let (Some(first), Some(last)) =
            (self.trunks.iter().map(|trunk| trunk.x).min(), self.trunks.iter().map(|trunk| trunk.x).max())
        else {
            return;
        };
        // Lines that meet are labelled before they do, lines that part behind it.
        let into_one = working.iter().all(|segment| segment.to == working[0].to);
        let (left, right) = ((self.cells.0, first), (last + 1, self.cells.1 - 1));
        let at_left = into_one && (working.len() > 1 || left.1 - left.0 > right.1.saturating_sub(right.0));
        for segment in working {
            let (Some(&from), Some(&to)) = (self.left.get(segment.from), self.right.get(segment.to)) else { continue };
            let (row, (start, end)) = if at_left { (from, (left.0 + 1, left.1)) } else { (to, right) };
            if let Some((weight, name)) = &segment.weight {
                // A piece of the line stays in sight on both sides, where there is room for it.
                let room = end.saturating_sub(start);
                let text = label(at, weight, name, room);
                let (start, room) = if width(&text) + 2 <= room { (start + 1, room - 2) } else { (start, room) };
                let style = at.pen.look.theme.of(Meaning::Weight).patch(at.pen.look.theme.working);
                canvas.text(start + (room - width(&text)) / 2, row, &text, style);
            }
            let (sign, x, y) = match flow {
                Flow::Back => (at.pen.look.signs.back, self.cells.0, from),
                Flow::Forward => (at.pen.look.signs.forward, self.cells.1 - 1, to),
                Flow::Nowhere => continue,
            };
            canvas.text(x, y, sign, at.pen.look.theme.working);
        }
    }
}

/// The name of a weight with its value, or one of them where there is no room for both: the name.
fn label(at: &Drawing<'_>, weight: &Name, name: &Name, room: usize) -> String {
    let name_of_weight = weight.as_str();
    let whole = value(at, name).map(|value| format!("{name_of_weight} {value}"));
    match whole {
        Some(whole) if width(&whole) <= room => whole,
        _ => fit(name_of_weight, room, at.pen.look.signs.ellipsis),
    }
}

/// All orders of a few things; of many only the one that they have.
fn orders(count: usize) -> Vec<Vec<usize>> {
    if count > 4 {
        return vec![(0..count).collect()];
    }
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for next in 0..count {
        let inserted = |order: &Vec<usize>| -> Vec<Vec<usize>> {
            (0..=order.len())
                .map(|at| {
                    let mut order = order.clone();
                    order.insert(at, next);
                    order
                })
                .collect()
        };
        all = all.iter().flat_map(inserted).collect();
    }
    all
}
