//! The `samples` of a scenario file.

use rust_decimal::Decimal;

use super::parameters::same_count;
use super::{Outline, text};
use crate::definitions::LossKind;
use crate::scenario::fault::{Counted, FaultKind, Faults, Place, Shape, TrainingFault};
use crate::scenario::model::Sample;
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::{Kind, Node};

const SAMPLE: Keys = Keys { known: &["inputs", "targets", "name"], later: &[] };

/// Reads the samples.
pub(super) fn samples(fields: &Fields<'_>, outline: &Outline, faults: &mut Faults) -> Vec<Sample> {
    let field = if outline.needs_samples() { fields.require("samples", faults) } else { fields.get("samples") };
    field.map(|field| list(field, outline, faults)).unwrap_or_default()
}

/// Reads the samples that are never trained on.
pub(super) fn validation(fields: &Fields<'_>, outline: &Outline, faults: &mut Faults) -> Vec<Sample> {
    let Some(field) = fields.get("validation") else { return Vec::new() };
    if !outline.has_loss && outline.judged.is_some() {
        faults.push(field.place, FaultKind::Training(TrainingFault::ValidationWithoutLoss));
        return Vec::new();
    }
    list(field, outline, faults)
}

fn list(field: Field<'_>, outline: &Outline, faults: &mut Faults) -> Vec<Sample> {
    if matches!(&field.node.kind, Kind::Mapping(_)) {
        let csv = reader::pairs(field.node, faults).unwrap_or_default().into_iter().find(|entry| entry.key == "csv");
        match csv {
            Some(csv) => faults.push(csv.place, FaultKind::LaterKey { key: csv.key.to_owned() }),
            None => {
                reader::wrong::<()>(field.node, Shape::List, faults);
            }
        }
        return Vec::new();
    }
    let items = reader::some_list(field.node, faults).unwrap_or_default();
    items.iter().filter_map(|item| sample(item, outline, faults)).collect()
}

fn sample(node: &Node, outline: &Outline, faults: &mut Faults) -> Option<Sample> {
    let fields = Fields::open(node, node.place, &SAMPLE, faults)?;
    let field = if outline.inputs == Some(0) { fields.get("inputs") } else { fields.require("inputs", faults) };
    let inputs = field.map(|field| values(field, Counted::Inputs, outline.inputs, faults)).unwrap_or_default();
    let field = if outline.judged == Some(true) { fields.require("targets", faults) } else { fields.get("targets") };
    let mut targets = Vec::new();
    if let Some(field) = field {
        if outline.judged == Some(false) {
            faults.push(field.place, FaultKind::TargetsWithoutLoss);
        }
        let before = faults.count();
        targets = values(field, Counted::Targets, outline.targets.filter(|_| outline.judged == Some(true)), faults);
        if faults.count() == before {
            judge(&targets, field, outline.loss, faults);
        }
    }
    Some(Sample { name: fields.get("name").map(|field| text(field, faults)), inputs, targets })
}

fn values(field: Field<'_>, what: Counted, expected: Option<usize>, faults: &mut Faults) -> Vec<Decimal> {
    let Some(items) = reader::list(field.node, faults) else { return Vec::new() };
    if expected == Some(0) && !items.is_empty() {
        faults.push(field.place, FaultKind::WrongCount { what, expected: 0, found: items.len() });
    }
    same_count(what, expected, items.len(), field.place, faults);
    items.iter().map(|item| reader::number(item, faults).unwrap_or_default()).collect()
}

/// Checks that the loss can be computed with these targets.
fn judge(targets: &[Decimal], field: Field<'_>, loss: Option<LossKind>, faults: &mut Faults) {
    let Kind::Sequence(items) = &field.node.kind else { return };
    let mut refuse = |kind: FaultKind, outside: fn(&Decimal) -> bool| {
        let places = targets.iter().zip(items).filter(|(target, _)| outside(target));
        let places: Vec<Place> = places.map(|(_, item)| item.place).collect();
        for place in &places {
            faults.push(*place, kind.clone());
        }
        !places.is_empty()
    };
    match loss {
        Some(LossKind::BinaryCrossEntropy) => {
            refuse(FaultKind::TargetOutsideUnit, |target| !(Decimal::ZERO..=Decimal::ONE).contains(target));
        }
        Some(LossKind::Hinge) => {
            refuse(FaultKind::TargetNotASign, |target| target.abs() != Decimal::ONE);
        }
        Some(LossKind::CrossEntropy) => {
            if refuse(FaultKind::TargetNegative, |target| *target < Decimal::ZERO) {
                return;
            }
            let sum = targets.iter().try_fold(crate::number::Exact::zero(), |sum, target| {
                Some(sum.plus(&crate::number::Exact::from(*target)))
            });
            let Some(sum) = sum else { return };
            if sum.compare(&crate::number::Exact::one()).is_ne() {
                let sum = sum.normalized().to_string();
                faults.push(field.node.place, FaultKind::TargetsDoNotSumToOne { sum });
            }
        }
        _ => {}
    }
}
