//! Finds the range of every index, the shape of every array, and whether its members are all there.

use std::collections::HashMap;

use super::fault::{Fault, FaultKind, Spot};
use super::ranges::{Holder, Said, sayings};
use super::shape::{Shape, Shapes};
use super::table::{Array, Table, from_one, member_name, tuples};
use super::tree::{HeadIndexKind, Kind};
use super::unroll::{Line, MOST_INDICES, MOST_MEMBERS, MOST_STEPS, Source, whole};
use crate::formula::Name;

/// Finds the range of every index and the shape of every array.
///
/// Lines are taken in the order of the file, again and again as long as something new is learned; inside a run a
/// line may need what is written below it. What then is still open is guessed, one line at a time, and proven when
/// its members are worked out.
pub(super) fn settle(source: &Source<'_>, table: &mut Table, lines: &mut [Line]) -> Result<(), Vec<Fault>> {
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

/// Takes over into an array what its lines have learned.
fn measure(array: usize, table: &mut Table, lines: &[Line]) {
    let own: Vec<&Line> = table.arrays[array].lines.iter().map(|&line| &lines[line]).collect();
    let levels = table.arrays[array].head_levels;
    let lengths = (0..levels).map(|level| length(&own, level)).collect::<Option<Vec<usize>>>();
    // A start may be one number for all members of a list; the lines of a family say what a member is.
    let mut families = own.iter().filter(|line| !line.is_single());
    let cell = if own.iter().all(|line| line.is_single()) {
        own.iter().filter_map(|line| line.cell.clone()).max_by_key(Vec::len)
    } else {
        families.find_map(|line| line.cell.clone())
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
        if let Kind::Name(name) = &part.kind
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
fn check_cover(array: &Array, lines: &[Line], spot: &dyn Fn(usize) -> Spot, faults: &mut Vec<Fault>) {
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
