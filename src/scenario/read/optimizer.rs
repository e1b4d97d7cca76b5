//! The `optimizer`, the `schedule` and the `stop_when` of a training.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::formula;
use crate::definitions::optimizer::{
    Bound, Constant, OPTIMIZERS, Optimizer, OptimizerForm, OptimizerStep, Quantity, SCHEDULES, Schedule,
};
use crate::formula::{Formula, Name};
use crate::scenario::fault::{FaultKind, Faults, clip};
use crate::scenario::names::Names;
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::{Kind, Node};

const OWN: Keys = Keys { known: &["constants", "state", "steps", "look_ahead"] };
/// What a definition is made over.
const GIVEN: [&str; 4] = ["w", "g", "eta", "t"];
const STOP_WHEN: Keys = Keys { known: &["loss_below"] };
/// More than any counter needs.
const MOST_WHOLE: u64 = 1_000_000_000;

/// The only entry of a mapping of one key.
fn only(field: Field<'_>) -> Option<Field<'_>> {
    let Kind::Mapping(entries) = &field.node.kind else { return None };
    match entries.as_slice() {
        [(key, node)] => match &key.kind {
            Kind::Scalar { text, .. } => Some(Field { key: text, place: key.place, node }),
            _ => None,
        },
        _ => None,
    }
}

/// Reads the optimizer.
pub(super) fn optimizer(field: Field<'_>, faults: &mut Faults) -> Option<Optimizer> {
    let only = only(field);
    if let Some((entry, definition)) =
        only.and_then(|entry| Some((entry, OPTIMIZERS.iter().find(|definition| definition.word == entry.key)?)))
    {
        return Some(definition.with(constants(entry, definition.constants, faults)?));
    }
    let is_own = |key: &str| OWN.known.contains(&key);
    if matches!(field.node.kind, Kind::Mapping(_)) && only.is_none_or(|entry| is_own(entry.key)) {
        return own(field, faults);
    }
    let words: Vec<(&'static str, usize)> =
        OPTIMIZERS.iter().enumerate().map(|(at, definition)| (definition.word, at)).collect();
    let definition = reader::word(field, "optimizer", &words, faults).and_then(|at| OPTIMIZERS.get(at))?;
    Some(definition.with(usual(definition.constants)))
}

/// Reads the schedule; none is a rate that stays.
pub(super) fn schedule(field: Field<'_>, faults: &mut Faults) -> Option<Schedule> {
    if let Some((entry, definition)) =
        only(field).and_then(|entry| Some((entry, SCHEDULES.iter().find(|definition| definition.word == entry.key)?)))
    {
        return definition.with(constants(entry, definition.constants, faults)?);
    }
    let words: Vec<(&'static str, Option<usize>)> = SCHEDULES
        .iter()
        .enumerate()
        .map(|(at, definition)| (definition.word, Some(at)))
        .chain([("constant", None)])
        .collect();
    let at = reader::word(field, "schedule", &words, faults)??;
    // A schedule that changes the rate has to say how.
    if let Some((key, ..)) = SCHEDULES.get(at).and_then(|definition| definition.constants.first()) {
        faults.push(field.node.place, FaultKind::MissingKey { key });
    }
    None
}

/// Reads when a training stops: as soon as the loss of an epoch is below this.
pub(super) fn stop_when(field: Field<'_>, faults: &mut Faults) -> Option<Decimal> {
    let fields = Fields::open(field.node, field.place, &STOP_WHEN, faults)?;
    let field = fields.require("loss_below", faults)?;
    reader::number(field.node, faults)
}

/// The constants of a definition where its author gives none.
fn usual(constants: &[Constant]) -> Vec<(Name, Decimal)> {
    let usual = |&(name, usual, _): &Constant| Some((Name::new(name), Decimal::from_str_exact(usual?).ok()?));
    constants.iter().filter_map(usual).collect()
}

/// Reads the constants of a definition.
fn constants(field: Field<'_>, known: &'static [Constant], faults: &mut Faults) -> Option<Vec<(Name, Decimal)>> {
    let entries = reader::pairs(field.node, faults)?;
    let mut meant = Vec::new();
    for entry in &entries {
        if !known.iter().any(|(name, ..)| *name == entry.key) {
            let nearest = faults.nearest(entry.key, known.iter().map(|(name, ..)| *name));
            meant.extend(nearest.clone());
            faults.push(entry.place, FaultKind::UnknownKey { key: clip(entry.key), nearest });
        }
    }
    let mut constants = Vec::with_capacity(known.len());
    for &(key, usual, bound) in known {
        let value = match (entries.iter().find(|entry| entry.key == key), usual) {
            (Some(entry), _) => bounded(entry.node, key, bound, faults),
            (None, Some(usual)) => Decimal::from_str_exact(usual).ok(),
            (None, None) => {
                if !meant.iter().any(|meant| meant == key) {
                    faults.push(field.place, FaultKind::MissingKey { key });
                }
                None
            }
        };
        constants.push((Name::new(key), value.unwrap_or(Decimal::ONE)));
    }
    Some(constants)
}

/// Reads a number within its bound.
pub(super) fn bounded(node: &Node, key: &'static str, bound: Bound, faults: &mut Faults) -> Option<Decimal> {
    if bound == Bound::Whole {
        return reader::whole(node, 1..=MOST_WHOLE, faults).map(Decimal::from);
    }
    let number = reader::number(node, faults)?;
    let kind = match bound {
        Bound::BelowOne if number < Decimal::ZERO || number >= Decimal::ONE => FaultKind::NotBelowOne { key },
        Bound::NotNegative if number < Decimal::ZERO => FaultKind::Negative { key },
        Bound::Positive if number <= Decimal::ZERO => FaultKind::NotAboveZero { key },
        _ => return Some(number),
    };
    faults.push(node.place, kind);
    None
}

/// The names that an author's own optimizer has given so far.
#[derive(Default)]
struct Taken {
    names: Names,
    known: HashSet<Name>,
}

impl Taken {
    fn claim(&mut self, entry: Field<'_>, faults: &mut Faults) -> Name {
        let name = if GIVEN.contains(&entry.key) {
            faults.push(entry.place, FaultKind::ReservedInOptimizer { name: clip(entry.key) });
            Name::new(entry.key)
        } else {
            self.names.claim(entry.key, entry.place, faults)
        };
        self.known.insert(name.clone());
        name
    }

    /// Reads names with their numbers.
    fn numbers(&mut self, field: Option<Field<'_>>, faults: &mut Faults) -> Vec<(Name, Decimal)> {
        let entries = field.and_then(|field| reader::pairs(field.node, faults)).unwrap_or_default();
        let number = |entry: Field<'_>| {
            let name = self.claim(entry, faults);
            (name, reader::number(entry.node, faults).unwrap_or_default())
        };
        entries.into_iter().map(number).collect()
    }
}

/// Reads an author's own optimizer.
fn own(field: Field<'_>, faults: &mut Faults) -> Option<Optimizer> {
    let fields = Fields::open(field.node, field.place, &OWN, faults)?;
    let mut taken = Taken::default();
    taken.known.extend(GIVEN.map(Name::new));
    let constants = taken.numbers(fields.get("constants"), faults);
    let states = fields.get("state");
    let state = taken.numbers(states, faults);
    let look_ahead = fields.get("look_ahead").and_then(|field| look_ahead(field, &fields, &taken.known, faults));
    let steps = fields.require("steps", faults)?;
    let entries = reader::pairs(steps.node, faults)?;
    let below: HashSet<&str> = entries.iter().map(|entry| entry.key).collect();
    let mut read = Vec::with_capacity(entries.len());
    for &entry in &entries {
        let formula = formula::formula(entry.node, faults);
        if let Some(formula) = &formula {
            formula::operands(formula, entry.node, &taken.known, &below, faults);
        }
        let known = entry.key == "w" || state.iter().any(|(name, _)| name.as_str() == entry.key);
        let name = if known { Name::new(entry.key) } else { taken.claim(entry, faults) };
        let quantity = if entry.key == "w" { Quantity::Parameter } else { Quantity::Own };
        read.extend(formula.map(|formula| OptimizerStep { name, formula, quantity }));
    }
    match entries.last() {
        Some(last) if last.key == "w" => {}
        last => faults.push(last.map_or(steps.place, |last| last.place), FaultKind::LastStepNotParameter),
    }
    for entry in states.and_then(|field| reader::pairs(field.node, &mut Faults::default())).unwrap_or_default() {
        if !below.contains(entry.key) {
            faults.push(entry.place, FaultKind::StateNeverSet { name: clip(entry.key) });
        }
    }
    Some(Optimizer { form: OptimizerForm::Own, constants, state, steps: read, look_ahead })
}

/// Reads the point at which the gradient is taken; `known` are the names of constants and state.
fn look_ahead(field: Field<'_>, optimizer: &Fields<'_>, known: &HashSet<Name>, faults: &mut Faults) -> Option<Formula> {
    let formula = formula::formula(field.node, faults)?;
    let steps = optimizer.get("steps").and_then(|field| reader::pairs(field.node, &mut Faults::default()));
    let steps = steps.unwrap_or_default();
    let is_later = |name: &Name| {
        name.as_str() == "g" || !known.contains(name) && steps.iter().any(|step| step.key == name.as_str())
    };
    let mut above = known.clone();
    formula.each_name(&mut |name| {
        if is_later(name) && above.insert(name.clone()) | (name.as_str() == "g") {
            let place = formula::place_of_name(field.node, name.as_str());
            faults.push(place, FaultKind::LookAheadTooEarly { name: clip(name.as_str()) });
        }
    });
    formula::operands(&formula, field.node, &above, &HashSet::new(), faults);
    Some(formula)
}
