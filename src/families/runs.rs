//! Runs: neighbouring families over the same index that read each other at another moment, as recurrences do.

use std::ops::Range;

use super::fault::{Fault, FaultKind, Spot};
use super::table::Table;
use super::tree::{Expression, HeadIndexKind, Kind, Subscript, SubscriptKind, Whole};
use super::unroll::Line;
use crate::formula::Name;

/// Which way a run is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

/// Lines that are worked together.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) lines: Range<usize>,
    /// The direction, where they are a run, moment by moment.
    pub(super) run: Option<Direction>,
}

/// How a line reads a family of its own block.
enum Reach {
    /// At an index that is so much away from its own.
    By(i64),
    /// As a whole, or at an index that has nothing to do with its own.
    Whole,
}

/// Cuts the lines into blocks.
pub(super) fn blocks(lines: &[Line], table: &Table) -> Result<Vec<Block>, Vec<Fault>> {
    let mut blocks = Vec::new();
    let mut faults = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let mut end = start + 1;
        if let Some(own) = moment(&lines[start]) {
            while end < lines.len() && moment(&lines[end]) == Some(own) && !reads_whole(lines, table, start..end) {
                end += 1;
            }
        }
        match direction(lines, table, start..end) {
            Ok(run) => blocks.push(Block { lines: start..end, run }),
            Err(fault) => faults.push(*fault),
        }
        start = end;
    }
    if faults.is_empty() { Ok(blocks) } else { Err(faults) }
}

/// The first index of a family, with its ends.
fn moment(line: &Line) -> Option<(&Name, (i64, i64))> {
    let ends = *line.ends.as_ref()?.first()?;
    match &line.head.indices.first()?.kind {
        HeadIndexKind::Running(name, _) => Some((name, ends)),
        HeadIndexKind::Fixed(_) => None,
    }
}

/// Whether the line after a block needs one of its families as a whole, so that the block must be worked before it.
fn reads_whole(lines: &[Line], table: &Table, block: Range<usize>) -> bool {
    let next = &lines[block.end];
    let mut whole = false;
    reads(next, &mut |name, reach, _| {
        let of_block =
            table.find(name.as_str()).is_some_and(|array| lines[block.clone()].iter().any(|line| line.array == array));
        whole |= of_block && matches!(reach, Reach::Whole);
    });
    whole
}

/// Which way the lines of a block are worked, where they read each other at another moment.
fn direction(lines: &[Line], table: &Table, block: Range<usize>) -> Result<Option<Direction>, Box<Fault>> {
    let mut up: Option<(usize, Name, Range<usize>)> = None;
    let mut down: Option<(usize, Name, Range<usize>)> = None;
    for at in block.clone() {
        if moment(&lines[at]).is_none() {
            continue;
        }
        reads(&lines[at], &mut |name, reach, range| {
            let of_block = table
                .find(name.as_str())
                .is_some_and(|array| lines[block.clone()].iter().any(|line| line.array == array));
            let Reach::By(by) = reach else { return };
            if of_block && by < 0 {
                up.get_or_insert((at, name.clone(), range.clone()));
            } else if of_block && by > 0 {
                down.get_or_insert((at, name.clone(), range.clone()));
            }
        });
    }
    match (up, down) {
        (None, None) => Ok(None),
        (Some(_), None) => Ok(Some(Direction::Up)),
        (None, Some(_)) => Ok(Some(Direction::Down)),
        (Some((line, name, range)), Some((other, _, there))) => Err(Box::new(Fault {
            spot: Spot::Formula(line, range),
            other: Some(Spot::Formula(other, there)),
            kind: FaultKind::BothDirections { name },
        })),
    }
}

/// Calls `visit` for every array that a line reads, with how far from its own moment.
fn reads(line: &Line, visit: &mut dyn FnMut(&Name, Reach, &Range<usize>)) {
    let Some((own, _)) = moment(line) else { return };
    walk(&line.formula, own, &mut Vec::new(), visit);
}

fn walk<'a>(
    expression: &'a Expression,
    own: &Name,
    bound: &mut Vec<&'a Name>,
    visit: &mut dyn FnMut(&Name, Reach, &Range<usize>),
) {
    match &expression.kind {
        Kind::Number(_) => {}
        Kind::Name(name) => visit(name, Reach::Whole, &expression.range),
        Kind::Part(of, subscripts) => match (&of.kind, subscripts.first()) {
            (Kind::Name(name), Some(first)) => {
                for reach in reaches(first, own, bound) {
                    visit(name, reach, &expression.range);
                }
            }
            _ => walk(of, own, bound, visit),
        },
        Kind::Transposed(inner) | Kind::Negative(inner) => walk(inner, own, bound, visit),
        Kind::Sum(parts) | Kind::Product(parts) => parts.iter().for_each(|(_, part)| walk(part, own, bound, visit)),
        Kind::MatrixProduct(left, right) | Kind::Power(left, right) => {
            walk(left, own, bound, visit);
            walk(right, own, bound, visit);
        }
        Kind::Call(_, arguments) => arguments.iter().for_each(|argument| walk(argument, own, bound, visit)),
        Kind::Over(_, indices, inner) => {
            let before = bound.len();
            bound.extend(indices.iter().map(|(index, _)| index));
            walk(inner, own, bound, visit);
            bound.truncate(before);
        }
    }
}

/// How far a subscript is from the moment of its line.
fn reaches(subscript: &Subscript, own: &Name, bound: &[&Name]) -> Vec<Reach> {
    let reach = |whole: &Whole| if bound.contains(&own) { Reach::Whole } else { offset(whole, own) };
    match &subscript.kind {
        SubscriptKind::At(at) => vec![reach(at)],
        SubscriptKind::Window(from, to) => vec![reach(from), reach(to)],
    }
}

/// The distance where a formula is the index plus or minus whole numbers.
fn offset(whole: &Whole, own: &Name) -> Reach {
    match whole {
        Whole::Name(name, _) if name == own => Reach::By(0),
        Whole::Sum(terms) => {
            let mut by = 0_i64;
            let mut met = false;
            for (minus, term) in terms {
                match term {
                    Whole::Name(name, _) if name == own && !met && !minus => met = true,
                    Whole::Number(number) => by = by.saturating_add(if *minus { -number } else { *number }),
                    _ => return Reach::Whole,
                }
            }
            if met { Reach::By(by) } else { Reach::Whole }
        }
        _ => Reach::Whole,
    }
}
