//! New weights used too early: the error goes back through weights that were updated already.

use super::{Ground, Ways, once};
use crate::program::Program;
use crate::scenario::{Batch, Scenario, Training, UpdateOrder};

/// The program that updates the last layer first.
pub(super) fn too_early(on: Ground<'_>) -> Ways<'_> {
    let program = in_layers(on).map(|scenario| Program::new(&scenario));
    // Where the weights that the error goes back through are frozen, nothing comes too early.
    once(program.filter(Program::mixes_old_and_new))
}

fn in_layers(on: Ground<'_>) -> Option<Scenario> {
    let scenario = on.scenario;
    let training = scenario.training.as_ref()?;
    let is_one = scenario.samples.len() < 2 || training.batch == Batch::Of(1);
    let goes_back = on.last_layer()? > 0 || scenario.gradients.inputs;
    let is_other = !scenario.is_layer_by_layer() && !scenario.is_perceptron() && !on.program.trained.is_empty();
    if !is_one || !goes_back || !is_other || training.optimizer.look_ahead.is_some() {
        return None;
    }
    let training = Training { order: UpdateOrder::LayerByLayer, ..training.clone() };
    Some(Scenario { training: Some(training), ..scenario.clone() })
}
