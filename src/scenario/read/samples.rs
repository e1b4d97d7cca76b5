//! The `samples` and the `validation` of a scenario file.

use rust_decimal::Decimal;

use super::parameters::same_count;
use super::{Outline, Shaped, arrays, table, text};
use crate::definitions::LossKind;
use crate::number::Exact;
use crate::scenario::beside::Beside;
use crate::scenario::fault::{Counted, FaultKind, Faults, TrainingFault};
use crate::scenario::model::Sample;
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::{Kind, Node};

const SAMPLE: Keys = Keys { known: &["inputs", "targets", "name"] };

/// Reads the samples.
pub(super) fn samples(fields: &Fields<'_>, outline: &Outline, beside: Beside<'_>, faults: &mut Faults) -> Vec<Sample> {
    let field = if outline.needs_samples() { fields.require("samples", faults) } else { fields.get("samples") };
    field.map(|field| list(field, outline, beside, faults)).unwrap_or_default()
}

/// Reads the samples that are never trained on.
pub(super) fn validation(
    fields: &Fields<'_>,
    outline: &Outline,
    beside: Beside<'_>,
    faults: &mut Faults,
) -> Vec<Sample> {
    let Some(field) = fields.get("validation") else { return Vec::new() };
    if !outline.has_loss && outline.judged.is_some() {
        faults.push(field.place, FaultKind::Training(TrainingFault::ValidationWithoutLoss));
        return Vec::new();
    }
    list(field, outline, beside, faults)
}

fn list(field: Field<'_>, outline: &Outline, beside: Beside<'_>, faults: &mut Faults) -> Vec<Sample> {
    if matches!(&field.node.kind, Kind::Mapping(_)) {
        return table::samples(field, outline, beside, faults);
    }
    let items = reader::some_list(field.node, faults).unwrap_or_default();
    items.iter().filter_map(|item| sample(item, outline, faults)).collect()
}

fn sample(node: &Node, outline: &Outline, faults: &mut Faults) -> Option<Sample> {
    let fields = Fields::open(node, node.place, &SAMPLE, faults)?;
    let field = if outline.inputs == Some(0) { fields.get("inputs") } else { fields.require("inputs", faults) };
    let inputs = field
        .map(|field| values(field, Counted::Inputs, outline.inputs, &outline.input_shapes, faults))
        .unwrap_or_default();
    let field = if outline.judged == Some(true) { fields.require("targets", faults) } else { fields.get("targets") };
    let mut targets = Vec::new();
    if let Some(field) = field {
        if outline.judged == Some(false) {
            faults.push(field.place, FaultKind::TargetsWithoutLoss);
        }
        let before = faults.count();
        targets = {
            let expected = outline.targets.filter(|_| outline.judged == Some(true));
            values(field, Counted::Targets, expected, &outline.target_shapes, faults)
        };
        if faults.count() == before {
            judge(&targets, field, outline.loss, faults);
        }
    }
    Some(Sample { name: fields.get("name").map(|field| text(field, faults)), inputs, targets })
}

fn values(
    field: Field<'_>,
    what: Counted,
    expected: Option<usize>,
    shapes: &[Shaped],
    faults: &mut Faults,
) -> Vec<Decimal> {
    let has_arrays = shapes.iter().any(|shaped| !shaped.shape.is_empty());
    if has_arrays || (!shapes.is_empty() && matches!(field.node.kind, Kind::Mapping(_))) {
        return arrays::sample_by_name(field, shapes, faults);
    }
    let Some(items) = reader::list(field.node, faults) else { return Vec::new() };
    if expected == Some(0) && !items.is_empty() {
        faults.push(field.place, FaultKind::WrongCount { what, expected: 0, found: items.len() });
    }
    same_count(what, expected, items.len(), field.place, faults);
    items.iter().map(|item| reader::number(item, faults).unwrap_or_default()).collect()
}

/// Reports where the loss cannot be computed with these targets.
fn judge(targets: &[Decimal], field: Field<'_>, loss: Option<LossKind>, faults: &mut Faults) {
    let Kind::Sequence(items) = &field.node.kind else { return };
    for (at, kind) in target_faults(targets, loss) {
        let item = at.and_then(|at| items.get(at)).unwrap_or(field.node);
        faults.push(item.place, kind);
    }
}

/// Why the loss cannot be computed with these targets, and with which; none means with all of them together.
pub(super) fn target_faults(targets: &[Decimal], loss: Option<LossKind>) -> Vec<(Option<usize>, FaultKind)> {
    let where_not = |kind: FaultKind, fits: fn(&Decimal) -> bool| -> Vec<(Option<usize>, FaultKind)> {
        let outside = targets.iter().enumerate().filter(|(_, target)| !fits(target));
        outside.map(|(at, _)| (Some(at), kind.clone())).collect()
    };
    match loss {
        Some(LossKind::BinaryCrossEntropy) => {
            where_not(FaultKind::TargetOutsideUnit, |target| (Decimal::ZERO..=Decimal::ONE).contains(target))
        }
        Some(LossKind::Hinge) => where_not(FaultKind::TargetNotASign, |target| target.abs() == Decimal::ONE),
        Some(LossKind::CrossEntropy) => {
            let negative = where_not(FaultKind::TargetNegative, |target| *target >= Decimal::ZERO);
            let sum = targets.iter().fold(Exact::zero(), |sum, target| sum.plus(&Exact::from(*target)));
            if !negative.is_empty() || sum.compare(&Exact::one()).is_eq() {
                return negative;
            }
            vec![(None, FaultKind::TargetsDoNotSumToOne { sum: sum.normalized().to_string() })]
        }
        _ => Vec::new(),
    }
}
