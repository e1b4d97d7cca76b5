//! Means and sums, signs, and the slope at a kink.

use super::{with_network, with_training};
use crate::formula::Formula;
use crate::scenario::{ActivationKind, Batch, DeltaSign, Loss, LossKind, Network, Reduction, Scenario, Subject};

/// What is descended on is the mean over the outputs; the loss is written as before.
pub(super) fn mean_over_outputs(scenario: &Scenario) -> Option<Scenario> {
    with_network(scenario, |network| {
        let count = several(network).filter(|_| !scenario.is_perceptron())?;
        let loss = network.loss.as_mut().filter(|loss| !loss.is_mean)?;
        let mut curve = loss.curve.clone();
        curve.slope = curve.slope.divided_by(Formula::number(count));
        curve.is_surrogate = true;
        *loss = Loss { kind: LossKind::Own, curve, is_mean: false };
        Some(())
    })
}

/// The loss is the sum over the outputs.
pub(super) fn sum_over_outputs(scenario: &Scenario) -> Option<Scenario> {
    with_network(scenario, |network| {
        several(network)?;
        let loss = network.loss.as_mut().filter(|loss| loss.is_mean)?;
        loss.is_mean = false;
        Some(())
    })
}

/// How many outputs there are, where there are several.
fn several(network: &Network) -> Option<i64> {
    i64::try_from(network.outputs().len()).ok().filter(|&count| count > 1)
}

/// The gradients of a batch become one in the other way.
pub(super) fn over_batch(scenario: &Scenario, reduction: Reduction) -> Option<Scenario> {
    let is_batch = scenario.samples.len() > 1;
    with_training(scenario, |training| {
        let is_other = is_batch && training.batch != Batch::Of(1) && training.reduction != reduction;
        training.reduction = reduction;
        is_other.then_some(())
    })
}

/// Delta is the way down where it is the gradient, and the other way round.
pub(super) fn delta_turned(scenario: &Scenario) -> Option<Scenario> {
    let has_deltas = match &scenario.subject {
        Subject::Network(network) => network.loss.is_some() && !scenario.is_perceptron(),
        Subject::Graph(_) | Subject::Gradients(_) => false,
    };
    let delta = match scenario.delta {
        DeltaSign::Gradient => DeltaSign::Descent,
        DeltaSign::Descent => DeltaSign::Gradient,
    };
    has_deltas.then(|| Scenario { delta, ..scenario.clone() })
}

/// The slope of relu at 0 is 1.
pub(super) fn relu_slope_at_zero(scenario: &Scenario) -> Option<Scenario> {
    let slope = Formula::parse("step(x)").ok()?;
    with_network(scenario, |network| {
        network.loss.as_ref().filter(|_| !scenario.is_perceptron())?;
        let layers = network.layers.iter_mut().map(|layer| &mut layer.activation);
        let mut masked = layers.filter(|activation| activation.kind == ActivationKind::Relu).peekable();
        masked.peek()?;
        masked.filter_map(|activation| activation.curve.as_mut()).for_each(|curve| curve.slope = slope.clone());
        Some(())
    })
}
