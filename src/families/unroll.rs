//! Unrolls the lines of an array graph into scalar steps, in the order in which they are worked.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fault::{Fault, FaultKind, Spot};
use super::parse;
use super::runs::{Block, Direction, blocks};
use super::settle::settle;
use super::table::{Table, Value, from_one, member_name, tuples};
use super::tree::{Expression, Head, HeadIndexKind};
use super::work::{WorkFault, Worker};
use crate::formula::{Formula, Name};

/// The most indices of a family.
pub const MOST_INDICES: usize = 6;
/// The most members of one family that lines write.
pub const MOST_MEMBERS: usize = 4096;
/// The most steps of all families together.
pub const MOST_STEPS: usize = 20_000;

/// What is to be unrolled.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Givens, parameters, inputs and targets.
    pub values: &'a [Value],
    /// The lines in the order of the file: the head and the formula of each.
    pub lines: &'a [(&'a str, &'a str)],
    /// The arrays that are 0 outside their members.
    pub zero_outside: &'a HashSet<Name>,
}

/// One scalar step.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: Name,
    /// What it is computed by, over scalars.
    pub formula: Formula,
    /// The line that it is written by.
    pub line: usize,
    /// The array that it is a member of.
    pub array: Name,
    /// Its indices; none for a number.
    pub at: Vec<i64>,
}

/// An array that lines write.
#[derive(Clone, Debug)]
pub struct Array {
    /// Its name.
    pub name: Name,
    /// Its lengths, the outermost first; none for a number.
    pub shape: Vec<usize>,
    /// The lines that write its members.
    pub lines: Vec<usize>,
}

/// A graph of arrays as a straight line of scalars.
#[derive(Clone, Debug, Default)]
pub struct Unrolled {
    /// The scalar steps, none before what it needs.
    pub members: Vec<Member>,
    /// What the lines write, in the order of the file.
    pub arrays: Vec<Array>,
    /// Givens that were used as an index; they have no gradient.
    pub used_as_index: HashSet<Name>,
}

/// A line that has been read.
pub(super) struct Line {
    pub(super) head: Head,
    pub(super) formula: Expression,
    pub(super) array: usize,
    /// The ends of each index of the head.
    pub(super) ends: Option<Vec<(i64, i64)>>,
    /// The ends of every bound index, by the place of its name.
    pub(super) bound: HashMap<usize, (i64, i64)>,
    /// The shape of what one tuple of the head's indices gives.
    pub(super) cell: Option<Vec<usize>>,
}

impl Line {
    pub(super) fn ends_of(&self, index: &Name) -> Option<(i64, i64)> {
        let level = self
            .head
            .indices
            .iter()
            .position(|of| matches!(&of.kind, HeadIndexKind::Running(name, _) if name == index))?;
        self.ends.as_ref()?.get(level).copied()
    }

    /// Whether it writes one member by its number.
    pub(super) fn is_single(&self) -> bool {
        self.head.indices.iter().any(|index| matches!(index.kind, HeadIndexKind::Fixed(_)))
    }
}

/// Unrolls the lines.
///
/// # Errors
/// All faults that are found.
pub fn unroll(source: &Source<'_>) -> Result<Unrolled, Vec<Fault>> {
    let mut table = Table::default();
    for value in source.values {
        table.add_value(value);
    }
    let mut lines = read(source, &mut table)?;
    settle(source, &mut table, &mut lines)?;
    let blocks = blocks(&lines, &table)?;
    write(source, table, &lines, &blocks)
}

fn read(source: &Source<'_>, table: &mut Table) -> Result<Vec<Line>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut heads = Vec::with_capacity(source.lines.len());
    for (at, (head, _)) in source.lines.iter().enumerate() {
        match parse::head(head) {
            Ok(head) => heads.push(Some(head)),
            Err((range, kind)) => {
                heads.push(None);
                faults.push(Fault { spot: Spot::Head(at, range), other: None, kind });
            }
        }
    }
    let written: HashSet<&str> = heads.iter().flatten().map(|head| head.name.as_str()).collect();
    let is_value = |name: &str| table.find(name).is_some() || written.contains(name);
    let mut formulas = Vec::with_capacity(source.lines.len());
    for (at, (_, formula)) in source.lines.iter().enumerate() {
        match parse::expression(formula, &is_value) {
            Ok(formula) => formulas.push(Some(formula)),
            Err((range, kind)) => {
                formulas.push(None);
                faults.push(Fault { spot: Spot::Formula(at, range), other: None, kind });
            }
        }
    }
    for (at, head) in heads.iter().enumerate() {
        let Some(head) = head else { continue };
        for index in &head.indices {
            if let HeadIndexKind::Running(name, _) = &index.kind
                && is_value(name.as_str())
            {
                let kind = FaultKind::IndexIsAValue { index: name.clone() };
                let other = where_written(name, table, &heads);
                faults.push(Fault { spot: Spot::Head(at, index.range.clone()), other, kind });
            }
        }
        if head.indices.len() > MOST_INDICES {
            let kind = FaultKind::TooManyIndices { name: head.name.clone(), limit: MOST_INDICES };
            faults.push(Fault { spot: Spot::Head(at, whole(source.lines[at].0)), other: None, kind });
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut lines = Vec::with_capacity(heads.len());
    let mut first: HashMap<Name, (usize, usize)> = HashMap::new();
    for (at, (head, formula)) in heads.into_iter().flatten().zip(formulas.into_iter().flatten()).enumerate() {
        let levels = head.indices.len();
        let here = Spot::Head(at, whole(source.lines[at].0));
        match first.get(&head.name) {
            Some(&(line, there)) if there != levels => {
                let kind = FaultKind::IndexCountsDiffer { name: head.name.clone(), here: levels, there };
                let other = Some(Spot::Head(line, whole(source.lines[line].0)));
                faults.push(Fault { spot: here, other, kind });
            }
            Some(&(line, _)) if levels == 0 => {
                let other = Some(Spot::Head(line, whole(source.lines[line].0)));
                faults.push(Fault { spot: here, other, kind: FaultKind::MemberTwice { name: head.name.clone() } });
            }
            Some(_) => {}
            None if table.get(head.name.as_str()).is_some_and(super::table::Array::is_value) => {
                let other = Some(Spot::Value(head.name.clone()));
                faults.push(Fault { spot: here, other, kind: FaultKind::MemberTwice { name: head.name.clone() } });
            }
            None => {
                first.insert(head.name.clone(), (at, levels));
            }
        }
        if !faults.is_empty() {
            continue;
        }
        let array = table.add_line(&head.name, at, levels);
        lines.push(Line { head, formula, array, ends: None, bound: HashMap::new(), cell: None });
    }
    if faults.is_empty() { Ok(lines) } else { Err(faults) }
}

/// Where a value or an array is written.
fn where_written(name: &Name, table: &Table, heads: &[Option<Head>]) -> Option<Spot> {
    if table.find(name.as_str()).is_some() {
        return Some(Spot::Value(name.clone()));
    }
    let line = heads.iter().position(|head| head.as_ref().is_some_and(|head| head.name == *name))?;
    Some(Spot::Head(line, 0..name.as_str().len()))
}

pub(super) fn whole(text: &str) -> Range<usize> {
    0..text.len()
}

fn write(source: &Source<'_>, table: Table, lines: &[Line], blocks: &[Block]) -> Result<Unrolled, Vec<Fault>> {
    let mut writer = Writer { source, table, lines, unrolled: Unrolled::default(), terms: 0 };
    for block in blocks {
        writer.block(block).map_err(|fault| vec![*fault])?;
    }
    let arrays = writer.table.arrays.iter().filter(|array| !array.is_value());
    let arrays = arrays.map(|array| Array {
        name: array.name.clone(),
        shape: array.shape().unwrap_or_default(),
        lines: array.lines.clone(),
    });
    Ok(Unrolled { arrays: arrays.collect(), ..writer.unrolled })
}

struct Writer<'a> {
    source: &'a Source<'a>,
    table: Table,
    lines: &'a [Line],
    unrolled: Unrolled,
    terms: usize,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) -> Result<(), Box<Fault>> {
        let Some(direction) = block.run else {
            return block.lines.clone().try_for_each(|line| self.members(line, None));
        };
        let first = &self.lines[block.lines.start];
        let (from, to) = first.ends.as_ref().and_then(|ends| ends.first()).copied().unwrap_or((1, 0));
        let mut times: Vec<i64> = (from..=to).collect();
        if direction == Direction::Down {
            times.reverse();
        }
        for time in times {
            block.lines.clone().try_for_each(|line| self.members(line, Some(time)))?;
        }
        Ok(())
    }

    /// Writes the members of a line, all or those of one time.
    fn members(&mut self, at: usize, time: Option<i64>) -> Result<(), Box<Fault>> {
        let line = &self.lines[at];
        let mut ends = line.ends.clone().unwrap_or_default();
        if let (Some(time), Some(first)) = (time, ends.first_mut()) {
            *first = (time, time);
        }
        for tuple in tuples(&ends) {
            let scope = line.head.indices.iter().zip(&tuple).filter_map(|(index, value)| match &index.kind {
                HeadIndexKind::Running(name, _) => Some((name.clone(), *value)),
                HeadIndexKind::Fixed(_) => None,
            });
            let mut worker = Worker {
                table: &self.table,
                zero_outside: self.source.zero_outside,
                bound: &line.bound,
                scope: scope.collect(),
                own: line.array,
                terms: self.terms,
                used_as_index: HashSet::new(),
            };
            let cells = worker.work(&line.formula).map_err(|fault| Box::new(self.fault(at, fault)))?;
            self.terms = worker.terms;
            let used = worker.used_as_index;
            self.unrolled.used_as_index.extend(used);
            let array = &self.table.arrays[line.array];
            let cell = array.cell.clone().unwrap_or_default();
            let is_spread = line.is_single() && cells.shape.is_empty();
            if cells.shape != cell && !is_spread {
                let kind = FaultKind::MembersDiffer { name: array.name.clone(), first: cell, found: cells.shape };
                let work = WorkFault { range: line.formula.range.clone(), kind, other: array.lines.first().copied() };
                return Err(Box::new(self.fault(at, work)));
            }
            let (name, many) = (array.name.clone(), cells.items.len() > 1);
            for (place, inner) in tuples(&from_one(&cell)).enumerate() {
                let formula = if many { &cells.items[place] } else { &cells.items[0] };
                let indices: Vec<i64> = tuple.iter().chain(&inner).copied().collect();
                let member = Member {
                    name: member_name(&name, &indices),
                    formula: formula.clone(),
                    line: at,
                    array: name.clone(),
                    at: indices,
                };
                self.unrolled.members.push(member);
            }
            self.table.arrays[line.array].written.insert(tuple);
        }
        Ok(())
    }

    fn fault(&self, line: usize, fault: WorkFault) -> Fault {
        let other = fault.other.map(|line| Spot::Head(line, whole(self.source.lines[line].0)));
        Fault { spot: Spot::Formula(line, fault.range), other, kind: fault.kind }
    }
}
