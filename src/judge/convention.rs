//! Other conventions that are in use, each a rewrite of the scenario: everything is built anew from that.
//!
//! Must not know of values, nor of what anybody answered.

mod biases;
mod descent;
mod epsilon;
mod sums;

use rust_decimal::Decimal;

use crate::scenario::{Network, Reduction, Scenario, Subject, Training};

/// Another way to the result that is in use somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Convention {
    /// Biases are trained, one of its own for each neuron.
    BiasesTrained,
    /// Biases are trained, shared ones by the sum over their neurons.
    SharedBiasesTrained,
    /// Biases stay as they are.
    BiasesKept,
    /// A threshold is subtracted where a bias is added.
    ThresholdSubtracted,
    /// A bias is added where a threshold is subtracted.
    BiasAdded,
    /// The loss is the mean over the outputs.
    MeanOverOutputs,
    /// The loss is the sum over the outputs.
    SumOverOutputs,
    /// The gradients of a batch become one by their mean.
    MeanOverBatch,
    /// The gradients of a batch become one by their sum.
    SumOverBatch,
    /// Delta has the other sign.
    DeltaTurned,
    /// `ReLU` has the slope 1 at 0.
    ReluSlopeAtZero,
    /// v = βv + g, w − ηv.
    MomentumPlain,
    /// v = βv − ηg, w + v.
    MomentumWithRate,
    /// v = βv + ηg, w − v.
    MomentumWithRateAdded,
    /// v = βv + (1 − β)g, w − ηv.
    MomentumOfMean,
    /// v = βv + g, w − η(g + βv).
    NesterovAtWeights,
    /// v = βv − ηg, w + βv − ηg.
    NesterovAtWeightsWithRate,
    /// v = βv + g, w − ηv, the gradient taken at w − ηβv.
    NesterovAhead,
    /// v = βv − ηg, w + v, the gradient taken at w + βv.
    NesterovAheadWithRate,
    /// ε is added to the root.
    EpsilonOutsideRoot,
    /// ε is added under the root.
    EpsilonInsideRoot,
    /// ε is added to the root that is not corrected yet.
    EpsilonBeforeCorrection,
}

impl Convention {
    /// Every convention.
    pub const ALL: [Self; 22] = [
        Self::BiasesTrained,
        Self::SharedBiasesTrained,
        Self::BiasesKept,
        Self::ThresholdSubtracted,
        Self::BiasAdded,
        Self::MeanOverOutputs,
        Self::SumOverOutputs,
        Self::MeanOverBatch,
        Self::SumOverBatch,
        Self::DeltaTurned,
        Self::ReluSlopeAtZero,
        Self::MomentumPlain,
        Self::MomentumWithRate,
        Self::MomentumWithRateAdded,
        Self::MomentumOfMean,
        Self::NesterovAtWeights,
        Self::NesterovAtWeightsWithRate,
        Self::NesterovAhead,
        Self::NesterovAheadWithRate,
        Self::EpsilonOutsideRoot,
        Self::EpsilonInsideRoot,
        Self::EpsilonBeforeCorrection,
    ];

    /// The scenario as this convention has it; none where it is followed already, or has no place.
    ///
    /// What the convention does not touch is as before, so that its loss is measured in the scenario's own way.
    #[must_use]
    pub fn scenario(self, scenario: &Scenario) -> Option<Scenario> {
        match self {
            Self::BiasesTrained => biases::trained_each(scenario),
            Self::SharedBiasesTrained => biases::trained_shared(scenario),
            Self::BiasesKept => biases::kept(scenario),
            Self::ThresholdSubtracted => biases::with_input(scenario, None, Some(Decimal::NEGATIVE_ONE)),
            Self::BiasAdded => biases::with_input(scenario, Some(Decimal::NEGATIVE_ONE), None),
            Self::MeanOverOutputs => sums::mean_over_outputs(scenario),
            Self::SumOverOutputs => sums::sum_over_outputs(scenario),
            Self::MeanOverBatch => sums::over_batch(scenario, Reduction::Mean),
            Self::SumOverBatch => sums::over_batch(scenario, Reduction::Sum),
            Self::DeltaTurned => sums::delta_turned(scenario),
            Self::ReluSlopeAtZero => sums::relu_slope_at_zero(scenario),
            Self::MomentumPlain => descent::momentum(scenario, &descent::PLAIN),
            Self::MomentumWithRate => descent::momentum(scenario, &descent::WITH_RATE),
            Self::MomentumWithRateAdded => descent::momentum(scenario, &descent::WITH_RATE_ADDED),
            Self::MomentumOfMean => descent::momentum(scenario, &descent::OF_MEAN),
            Self::NesterovAtWeights => descent::nesterov(scenario, &descent::AT_WEIGHTS),
            Self::NesterovAtWeightsWithRate => descent::nesterov(scenario, &descent::AT_WEIGHTS_WITH_RATE),
            Self::NesterovAhead => descent::nesterov(scenario, &descent::AHEAD),
            Self::NesterovAheadWithRate => descent::nesterov(scenario, &descent::AHEAD_WITH_RATE),
            Self::EpsilonOutsideRoot => epsilon::moved(scenario, epsilon::Where::OutsideRoot),
            Self::EpsilonInsideRoot => epsilon::moved(scenario, epsilon::Where::InsideRoot),
            Self::EpsilonBeforeCorrection => epsilon::moved(scenario, epsilon::Where::BeforeCorrection),
        }
    }
}

/// The scenario with another network; none where it has none, or `change` leaves it as it is.
fn with_network(scenario: &Scenario, change: impl FnOnce(&mut Network) -> Option<()>) -> Option<Scenario> {
    let Subject::Network(network) = &scenario.subject else { return None };
    let mut network = network.clone();
    change(&mut network)?;
    Some(Scenario { subject: Subject::Network(network), ..scenario.clone() })
}

/// The scenario with another training; none where it has none, or `change` leaves it as it is.
fn with_training(scenario: &Scenario, change: impl FnOnce(&mut Training) -> Option<()>) -> Option<Scenario> {
    let mut training = scenario.training.clone()?;
    change(&mut training)?;
    Some(Scenario { training: Some(training), ..scenario.clone() })
}
