//! What can be wrong with how a scenario is trained, and with what it is validated on.

/// What does not fit a training, or a validation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of each stands in messages/en/fault.ftl")]
pub enum TrainingFault {
    LayersOfGraph,
    LayersOfBatches,
    LayersAhead,
    PerceptronOfLayers,
    PerceptronOfGraph,
    PerceptronWithoutJump { activation: &'static str },
    PerceptronWithoutGradients { key: &'static str },
    StopWithoutLoss,
    ValidationWithoutLoss,
}
