//! Unrolls the lines of an array graph into scalar steps, in the order in which they are worked.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::fault::{Fault, FaultKind, Spot};
use super::parse;
use super::ranges::{Holder, Said, sayings};
use super::runs::{Block, Direction, blocks};
use super::shape::{Shape, Shapes};
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
    cell: Option<Vec<usize>>,
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

fn whole(text: &str) -> Range<usize> {
    0..text.len()
}

/// Finds the range of every index and the shape of every array.
///
/// Lines are taken in the order of the file, again and again as long as something new is learned; inside a run a
/// line may need what is written below it. What then is still open is guessed, one line at a time, and proven when
/// its members are worked out.
fn settle(source: &Source<'_>, table: &mut Table, lines: &mut [Line]) -> Result<(), Vec<Fault>> {
    let mut guesses = false;
    loop {
        let mut learned = false;
        for at in 0..lines.len() {
            let knows_more = learn(&mut lines[at], table, guesses);
            if knows_more {
                let array = lines[at].array;
                measure(array, table, lines);
                learned = true;
                if guesses {
                    break;
                }
            }
        }
        let is_done = lines.iter().all(|line| line.ends.is_some() && line.cell.is_some());
        if is_done || (!learned && guesses) {
            break;
        }
        guesses = !learned;
    }
    let mut faults = Vec::new();
    for (at, line) in lines.iter_mut().enumerate() {
        check_ranges(source, at, line, table, &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    for at in 0..lines.len() {
        if lines[at].cell.is_none() {
            lines[at].cell = Some(Vec::new());
            measure(lines[at].array, table, lines);
        }
    }
    check_members(source, table, lines)
}

/// Learns what can be learned of one line now; gives whether that is more than before.
fn learn(line: &mut Line, table: &Table, guesses: bool) -> bool {
    let mut learned = false;
    let sayings = sayings(&line.formula, table);
    if line.ends.is_none() {
        let ends: Option<Vec<(i64, i64)>> = line
            .head
            .indices
            .iter()
            .map(|index| match &index.kind {
                HeadIndexKind::Fixed(at) => Some((*at, *at)),
                HeadIndexKind::Running(_, Some(ends)) => Some(*ends),
                HeadIndexKind::Running(name, None) => {
                    sayings.said.get(&Holder::Head(name.clone())).and_then(|said| said.first()).map(|said| said.ends)
                }
            })
            .collect();
        learned |= ends.is_some();
        line.ends = ends;
    }
    for (name, place) in &sayings.bound {
        if line.bound.contains_key(&place.start) {
            continue;
        }
        let said = sayings.said.get(&Holder::Bound(place.start)).and_then(|said| said.first());
        // The index of a softmax runs as the index of the head of the same name does.
        let of_head = || line.ends_of(name);
        if let Some(ends) = said.map(|said| said.ends).or_else(of_head) {
            line.bound.insert(place.start, ends);
            learned = true;
        }
    }
    let indices_known =
        line.ends.is_some() && sayings.bound.iter().all(|(_, place)| line.bound.contains_key(&place.start));
    if line.cell.is_none() && indices_known {
        let mut scope: Vec<(Name, i64)> = Vec::new();
        for (index, (from, _)) in line.head.indices.iter().zip(line.ends.iter().flatten()) {
            if let HeadIndexKind::Running(name, _) = &index.kind {
                scope.push((name.clone(), *from));
            }
        }
        for (name, place) in &sayings.bound {
            let first = line.bound.get(&place.start).map_or(1, |(from, _)| *from);
            scope.push((name.clone(), first));
        }
        if let Shape::Known(shape) = (Shapes { table, scope, guesses }).of(&line.formula) {
            line.cell = Some(shape);
            learned = true;
        }
    }
    learned
}

impl Line {
    fn ends_of(&self, index: &Name) -> Option<(i64, i64)> {
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

/// Takes over into an array what its lines have learned.
fn measure(array: usize, table: &mut Table, lines: &[Line]) {
    let own: Vec<&Line> = table.arrays[array].lines.iter().map(|&line| &lines[line]).collect();
    let levels = table.arrays[array].head_levels;
    let lengths = (0..levels).map(|level| length(&own, level)).collect::<Option<Vec<usize>>>();
    // A start may be one number for all members of a list; the lines of a family say what a member is.
    let families = own.iter().filter(|line| !line.is_single());
    let cell = if own.iter().all(|line| line.is_single()) {
        own.iter().filter_map(|line| line.cell.clone()).max_by_key(Vec::len)
    } else {
        families.filter_map(|line| line.cell.clone()).next()
    };
    let all_known = own.iter().all(|line| line.ends.is_some());
    table.arrays[array].lengths = lengths.filter(|_| all_known);
    table.arrays[array].cell = cell;
}

/// The length of an array at one level: that of the family there, or the largest member that is written.
fn length(lines: &[&Line], level: usize) -> Option<usize> {
    let ends = |line: &&Line| line.ends.as_ref().and_then(|ends| ends.get(level)).copied();
    let runs = |line: &&&Line| {
        matches!(line.head.indices.get(level).map(|index| &index.kind), Some(HeadIndexKind::Running(..)))
    };
    let most = |lines: &mut dyn Iterator<Item = &&Line>| {
        let mut most: Option<i64> = None;
        for line in lines {
            let (_, to) = ends(line)?;
            most = Some(most.map_or(to, |most| most.max(to)));
        }
        most
    };
    let families = most(&mut lines.iter().filter(runs));
    let has_families = lines.iter().any(|line| runs(&line));
    let largest = if has_families { families } else { most(&mut lines.iter()) };
    usize::try_from(largest?.max(1)).ok()
}

/// Reports indices of which the range is not known, or is said differently in two places.
fn check_ranges(source: &Source<'_>, at: usize, line: &mut Line, table: &Table, faults: &mut Vec<Fault>) {
    let sayings = sayings(&line.formula, table);
    let mut disagree = |index: &Name, ends: (i64, i64), first: &Spot, said: &[Said]| {
        if let Some(other) = said.iter().find(|said| said.ends != ends) {
            let kind = FaultKind::RangesDisagree { index: index.clone(), here: other.ends, there: ends };
            let spot = Spot::Formula(at, other.place.clone());
            faults.push(Fault { spot, other: Some(first.clone()), kind });
        }
    };
    let mut unknown = Vec::new();
    for index in &line.head.indices {
        let HeadIndexKind::Running(name, explicit) = &index.kind else { continue };
        let said = sayings.said.get(&Holder::Head(name.clone())).map_or(&[][..], Vec::as_slice);
        let here = Spot::Head(at, index.range.clone());
        match (explicit, said.first()) {
            (Some(ends), _) => disagree(name, *ends, &here, said),
            (None, Some(first)) => disagree(name, first.ends, &Spot::Formula(at, first.place.clone()), said),
            (None, None) => unknown.push((here, name.clone())),
        }
    }
    for (name, place) in &sayings.bound {
        let said = sayings.said.get(&Holder::Bound(place.start)).map_or(&[][..], Vec::as_slice);
        match said.first() {
            Some(first) => disagree(name, first.ends, &Spot::Formula(at, first.place.clone()), said),
            None if line.bound.contains_key(&place.start) => {}
            None => unknown.push((Spot::Formula(at, place.clone()), name.clone())),
        }
    }
    for (spot, index) in unknown {
        // An array that does not exist is reported where it is named.
        if unknown_name(source, at, line, table, faults) {
            return;
        }
        faults.push(Fault { spot, other: None, kind: FaultKind::RangeUnknown { index } });
    }
}

/// Reports the first name of a formula that stands for nothing.
fn unknown_name(source: &Source<'_>, at: usize, line: &Line, table: &Table, faults: &mut Vec<Fault>) -> bool {
    let mut found = None;
    line.formula.each(&mut |part| {
        if let super::tree::Kind::Name(name) = &part.kind
            && found.is_none()
            && table.find(name.as_str()).is_none()
        {
            found = Some((name.clone(), part.range.clone()));
        }
    });
    let Some((name, range)) = found else { return false };
    let range = range.start..range.end.min(source.lines[at].1.len());
    faults.push(Fault { spot: Spot::Formula(at, range), other: None, kind: FaultKind::NoSuchName { name } });
    true
}

/// Checks that the members of every array are there once each, and not too many.
fn check_members(source: &Source<'_>, table: &Table, lines: &[Line]) -> Result<(), Vec<Fault>> {
    let mut faults = Vec::new();
    let mut steps = 0_usize;
    for array in table.arrays.iter().filter(|array| !array.is_value()) {
        let Some(&first) = array.lines.first() else { continue };
        let spot = |line: usize| Spot::Head(line, whole(source.lines[line].0));
        let shape = array.shape().unwrap_or_default();
        let name = array.name.clone();
        if shape.len() > MOST_INDICES {
            let kind = FaultKind::TooManyIndices { name: name.clone(), limit: MOST_INDICES };
            faults.push(Fault { spot: spot(first), other: None, kind });
            continue;
        }
        let count = shape.iter().fold(1_u64, |count, &length| count.saturating_mul(length as u64));
        if count > MOST_MEMBERS as u64 {
            let kind = FaultKind::TooManyMembers { name, count, limit: MOST_MEMBERS };
            faults.push(Fault { spot: spot(first), other: None, kind });
            continue;
        }
        steps += usize::try_from(count).unwrap_or(usize::MAX);
        if steps > MOST_STEPS {
            let kind = FaultKind::TooManySteps { name, limit: MOST_STEPS };
            faults.push(Fault { spot: spot(first), other: None, kind });
            break;
        }
        check_cover(array, lines, &spot, &mut faults);
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Checks that the lines of an array write each member once, and leave none out.
fn check_cover(array: &super::table::Array, lines: &[Line], spot: &dyn Fn(usize) -> Spot, faults: &mut Vec<Fault>) {
    let lengths = array.lengths.as_deref().unwrap_or_default();
    let mut owners: HashMap<Vec<i64>, usize> = HashMap::new();
    for &line in &array.lines {
        let Some(ends) = &lines[line].ends else { continue };
        for tuple in tuples(ends) {
            if let Some(&other) = owners.get(&tuple) {
                let kind = FaultKind::MemberTwice { name: member_name(&array.name, &tuple) };
                faults.push(Fault { spot: spot(line), other: Some(spot(other)), kind });
                return;
            }
            let beyond = tuple.iter().zip(lengths).find(|(index, length)| {
                let most = i64::try_from(**length).unwrap_or(i64::MAX);
                // A start stands before the first member, or after the last.
                **index < 0 || **index > most + 1 || (**index > most && !lines[line].is_single())
            });
            if let Some((&index, &length)) = beyond {
                let most = i64::try_from(length).unwrap_or(i64::MAX);
                let kind = FaultKind::WrittenOutside { name: array.name.clone(), index, most };
                faults.push(Fault { spot: spot(line), other: None, kind });
                return;
            }
            owners.insert(tuple, line);
        }
    }
    if let Some(gap) = tuples(&from_one(lengths)).find(|tuple| !owners.contains_key(tuple)) {
        let name = member_name(&array.name, &gap);
        let index = gap.first().copied().unwrap_or(1);
        let line = array.lines.first().copied().unwrap_or(0);
        faults.push(Fault { spot: spot(line), other: None, kind: FaultKind::Gap { name, index } });
    }
}

fn write(source: &Source<'_>, table: Table, lines: &[Line], blocks: &[Block]) -> Result<Unrolled, Vec<Fault>> {
    let mut writer = Writer { source, table, lines, unrolled: Unrolled::default(), terms: 0 };
    for block in blocks {
        writer.block(block).map_err(|fault| vec![fault])?;
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
    fn block(&mut self, block: &Block) -> Result<(), Fault> {
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
    fn members(&mut self, at: usize, time: Option<i64>) -> Result<(), Fault> {
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
            let cells = worker.work(&line.formula).map_err(|fault| self.fault(at, fault))?;
            self.terms = worker.terms;
            let used = worker.used_as_index;
            self.unrolled.used_as_index.extend(used);
            let array = &self.table.arrays[line.array];
            let cell = array.cell.clone().unwrap_or_default();
            let is_spread = line.is_single() && cells.shape.is_empty();
            if cells.shape != cell && !is_spread {
                let kind = FaultKind::MembersDiffer { name: array.name.clone(), first: cell, found: cells.shape };
                let work = WorkFault { range: line.formula.range.clone(), kind, other: array.lines.first().copied() };
                return Err(self.fault(at, work));
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
