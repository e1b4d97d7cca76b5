//! Formulas in a file: the place of a fault is inside the text that stands there.

use std::collections::HashSet;
use std::ops::Range;

use crate::formula::{Formula, Name};
use crate::scenario::fault::{FaultKind, Faults, Place, Role, Shape, clip_name};
use crate::scenario::reader;
use crate::scenario::yaml::{Kind, Node};

/// Reads the formula at `node`.
pub(super) fn formula(node: &Node, faults: &mut Faults) -> Option<Formula> {
    let text = reader::scalar(node, Shape::Formula, faults)?;
    match Formula::parse(text) {
        Ok(formula) => Some(formula),
        Err(fault) => {
            faults.push(within(node, text, &fault.range), FaultKind::Formula(fault.kind));
            None
        }
    }
}

/// Reads a formula that is a key.
pub(super) fn formula_of_key(key: &str, place: Place, faults: &mut Faults) -> Option<Formula> {
    Formula::parse(key)
        .map_err(|fault| faults.push(inside(place, key, &fault.range), FaultKind::Formula(fault.kind)))
        .ok()
}

/// The place of one name in the formula at `node`.
pub(super) fn place_of_name(node: &Node, name: &str) -> Place {
    let Kind::Scalar { text, .. } = &node.kind else { return node.place };
    let part_of_word = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let whole_word = |(start, _): &(usize, &str)| {
        !text[..*start].ends_with(part_of_word) && !text[start + name.len()..].starts_with(part_of_word)
    };
    let found = text.match_indices(name).find(whole_word);
    found.map_or(node.place, |(start, _)| within(node, text, &(start..start + name.len())))
}

/// The place of a part of a scalar's text; the whole scalar where escapes or line breaks move it.
pub(super) fn within(node: &Node, text: &str, range: &Range<usize>) -> Place {
    inside(node.place, text, range)
}

pub(super) fn inside(place: Place, text: &str, range: &Range<usize>) -> Place {
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let length = count(text);
    // Two more characters than the text has are its quotation marks.
    let shift = match place.length.checked_sub(length) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return place,
    };
    let (Some(before), Some(part)) = (text.get(..range.start), text.get(range.clone())) else { return place };
    Place { line: place.line, column: place.column + shift + count(before), length: count(part).max(1) }
}

/// Checks that everything a formula names stands above it.
pub(super) fn operands(
    formula: &Formula,
    node: &Node,
    above: &HashSet<Name>,
    below: &HashSet<&str>,
    faults: &mut Faults,
) {
    let mut unknown: Vec<&Name> = Vec::new();
    formula.each_name(&mut |name| {
        if !above.contains(name) && !unknown.contains(&name) && unknown.len() < 8 {
            unknown.push(name);
        }
    });
    for name in unknown {
        let kind = if below.contains(name.as_str()) {
            FaultKind::NamedLater { name: clip_name(name) }
        } else {
            let nearest = faults.nearest(name.as_str(), above.iter().map(Name::as_str));
            FaultKind::NoSuchName { name: clip_name(name), role: Role::Operand, nearest }
        };
        faults.push(place_of_name(node, name.as_str()), kind);
    }
}
