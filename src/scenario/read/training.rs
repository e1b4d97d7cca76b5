//! The `training` of a scenario file.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::{Outline, given_gradients, optimizer};
use crate::definitions::ActivationKind;
use crate::definitions::optimizer::{Bound, Optimizer, OptimizerForm};
use crate::formula::Name;
use crate::scenario::fault::{FaultKind, Faults, Role, Shape, TrainingFault, clip};
use crate::scenario::model::{Batch, Reduction, Training, UpdateOrder};
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::Kind;

const TRAINING: Keys = Keys {
    known: &[
        "optimizer",
        "learning_rate",
        "epochs",
        "batch",
        "reduction",
        "frozen",
        "weight_decay",
        "schedule",
        "stop_when",
        "update",
    ],
};
/// The most epochs of a training.
pub const MOST_EPOCHS: u64 = 1_000_000_000;

/// Reads the training.
pub(super) fn training(field: Field<'_>, outline: &mut Outline, faults: &mut Faults) -> Option<Training> {
    let fields = Fields::open(field.node, field.place, &TRAINING, faults)?;
    let optimizer = fields.get("optimizer").map(|field| (field, optimizer::optimizer(field, faults)));
    match &optimizer {
        Some((_, None)) => outline.judged = outline.judged.filter(|_| !outline.forward_only),
        Some((field, Some(Optimizer { form: OptimizerForm::Perceptron, .. }))) => {
            perceptron(*field, &fields, outline, faults);
        }
        _ if outline.forward_only => faults.push(field.place, FaultKind::TrainingWithoutLoss),
        _ => {}
    }
    if outline.parameters.as_ref().is_some_and(Vec::is_empty) {
        faults.push(field.place, FaultKind::TrainingWithoutParameters);
    }
    if outline.given_gradients.is_some() {
        given_gradients::refuse(&fields, &["batch", "reduction", "stop_when"], faults);
    }
    if let Some((field, Some(Optimizer { look_ahead: Some(_), .. }))) = &optimizer
        && outline.given_gradients.is_some()
    {
        faults.push(field.place, FaultKind::NotWithGivenGradients { key: "look_ahead".to_owned() });
    }
    let optimizer = optimizer.and_then(|(_, optimizer)| optimizer).unwrap_or_else(Optimizer::sgd);
    let weight_decay = fields.get("weight_decay").and_then(|field| {
        if optimizer.form == OptimizerForm::AdamW {
            faults.push(field.place, FaultKind::WeightDecayTwice);
        }
        optimizer::bounded(field.node, "weight_decay", Bound::NotNegative, faults)
    });
    let rate = fields.require("learning_rate", faults).and_then(|field| reader::positive(field.node, faults));
    let given = outline.given_gradients.and_then(|given| u64::try_from(given).ok());
    let epochs = fields.get("epochs").and_then(|field| epochs(field, given, faults));
    let batch = fields.get("batch").map_or(Batch::All, |field| batch(field, faults));
    let reductions = [("mean", Reduction::Mean), ("sum", Reduction::Sum)];
    let reduction = fields.get("reduction").and_then(|field| reader::word(field, "reduction", &reductions, faults));
    let frozen = fields.get("frozen").map(|field| frozen(field, outline.parameters.as_deref(), faults));
    Some(Training {
        optimizer,
        weight_decay,
        schedule: fields.get("schedule").and_then(|field| optimizer::schedule(field, faults)),
        stop_below: fields.get("stop_when").and_then(|field| optimizer::stop_when(field, faults)),
        learning_rate: rate.unwrap_or(Decimal::ONE),
        epochs: epochs.or(given).unwrap_or(1),
        batch,
        reduction: reduction.unwrap_or(Reduction::Mean),
        frozen: frozen.unwrap_or_default(),
        order: fields.get("update").and_then(|field| order(field, outline, faults)).unwrap_or(UpdateOrder::AllAtOnce),
    })
}

/// Checks that the perceptron's rule can train what it is asked to; its targets need no loss.
fn perceptron(field: Field<'_>, fields: &Fields<'_>, outline: &mut Outline, faults: &mut Faults) {
    let mut refuse = |place, kind| faults.push(place, FaultKind::Training(kind));
    if outline.is_graph {
        refuse(field.node.place, TrainingFault::PerceptronOfGraph);
        return;
    }
    match outline.activations.as_slice() {
        [] | [ActivationKind::Step | ActivationKind::Sign] => {}
        [other] => {
            refuse(field.node.place, TrainingFault::PerceptronWithoutJump { activation: other.word() });
        }
        _ => refuse(field.node.place, TrainingFault::PerceptronOfLayers),
    }
    for key in ["weight_decay", "update"] {
        if let Some(field) = fields.get(key) {
            refuse(field.place, TrainingFault::PerceptronWithoutGradients { key });
        }
    }
    if let Some(field) = fields.get("stop_when").filter(|_| outline.forward_only) {
        refuse(field.place, TrainingFault::StopWithoutLoss);
    }
    outline.judged = Some(true);
}

fn order(field: Field<'_>, outline: &Outline, faults: &mut Faults) -> Option<UpdateOrder> {
    let orders = [("all_at_once", UpdateOrder::AllAtOnce), ("layer_by_layer", UpdateOrder::LayerByLayer)];
    let order = reader::word(field, "update", &orders, faults)?;
    if order == UpdateOrder::LayerByLayer && outline.is_graph {
        faults.push(field.node.place, FaultKind::Training(TrainingFault::LayersOfGraph));
    }
    Some(order)
}

/// Checks what only the number of samples can tell.
pub(super) fn fits(field: Field<'_>, training: &Training, samples: usize, faults: &mut Faults) {
    let is_by_layer = training.order == UpdateOrder::LayerByLayer;
    let is_one = samples < 2 || training.batch == Batch::Of(1);
    let update = reader::pairs(field.node, &mut Faults::default()).unwrap_or_default();
    let update = update.into_iter().find(|entry| entry.key == "update");
    let Some(update) = update.filter(|_| is_by_layer) else { return };
    if !is_one {
        faults.push(update.node.place, FaultKind::Training(TrainingFault::LayersOfBatches));
    }
    if training.optimizer.look_ahead.is_some() {
        faults.push(update.node.place, FaultKind::Training(TrainingFault::LayersAhead));
    }
}

/// Reads how many epochs there are: not more than gradients, where those are given.
fn epochs(field: Field<'_>, given: Option<u64>, faults: &mut Faults) -> Option<u64> {
    let epochs = reader::whole(field.node, 1..=MOST_EPOCHS, faults)?;
    if let Some(given) = given.filter(|&given| (1..epochs).contains(&given)) {
        faults.push(field.node.place, FaultKind::MoreEpochsThanGradients { given });
    }
    Some(epochs)
}

fn batch(field: Field<'_>, faults: &mut Faults) -> Batch {
    if matches!(&field.node.kind, Kind::Scalar { text, .. } if text == "all") {
        return Batch::All;
    }
    reader::whole(field.node, 1..=MOST_EPOCHS, faults).map_or(Batch::All, Batch::Of)
}

fn frozen(field: Field<'_>, parameters: Option<&[Name]>, faults: &mut Faults) -> Vec<Name> {
    let items = reader::list(field.node, faults).unwrap_or_default();
    let known: Option<HashSet<&str>> = parameters.map(|names| names.iter().map(Name::as_str).collect());
    let mut frozen = Vec::with_capacity(items.len());
    let mut seen = HashSet::new();
    for item in items {
        let Some(text) = reader::scalar(item, Shape::Name, faults) else { continue };
        if known.as_ref().is_some_and(|known| !known.contains(text)) {
            let nearest = faults.nearest(text, parameters.unwrap_or_default().iter().map(Name::as_str));
            faults.push(item.place, FaultKind::NoSuchName { name: clip(text), role: Role::Parameter, nearest });
        }
        if !seen.insert(text) {
            faults.push(item.place, FaultKind::FrozenTwice { name: clip(text) });
        }
        frozen.push(Name::new(text));
    }
    frozen
}
