//! Which title and question every kind of step has.

use super::optimizer;
use crate::program::RoleKind;

/// The id of the title.
pub(super) fn title(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::LookAhead => "lesson-title-look-ahead",
        RoleKind::WeightedSum => "lesson-title-weighted-sum",
        RoleKind::Activation => "lesson-title-activation",
        RoleKind::OutputLoss => "lesson-title-output-loss",
        RoleKind::TotalLoss => "lesson-title-total-loss",
        RoleKind::LossSlope | RoleKind::OutputGradient | RoleKind::OutputPathSum => "lesson-title-output-gradient",
        RoleKind::OutputPath => "lesson-title-output-path",
        RoleKind::ActivationSlope => "lesson-title-activation-slope",
        RoleKind::SoftmaxSlope => "lesson-title-softmax-slope",
        RoleKind::Delta | RoleKind::DeltaPathSum => "lesson-title-delta",
        RoleKind::DeltaPath => "lesson-title-delta-path",
        RoleKind::DeltaShort => "lesson-title-delta-short",
        RoleKind::NetSlopeByOutput => "lesson-title-net-slope-by-output",
        RoleKind::NetSlopeByWeight | RoleKind::NetSlopeByBias | RoleKind::NetSlopeByInput => "lesson-title-net-slope",
        RoleKind::ParameterGradient | RoleKind::ParameterPathSum | RoleKind::NodeGradient | RoleKind::NodePathSum => {
            "lesson-title-gradient"
        }
        RoleKind::ParameterPath | RoleKind::NodePath => "lesson-title-path",
        RoleKind::InputGradient | RoleKind::InputPathSum => "lesson-title-input-gradient",
        RoleKind::InputPath => "lesson-title-input-path",
        RoleKind::Node => "lesson-title-node",
        RoleKind::Start => "lesson-title-start",
        RoleKind::LocalSlope => "lesson-title-local-slope",
        RoleKind::BatchLoss => "lesson-title-batch-loss",
        RoleKind::EpochLoss => "lesson-title-epoch-loss",
        RoleKind::BatchGradient => "lesson-title-batch-gradient",
        RoleKind::GivenGradient => "lesson-title-given-gradient",
        RoleKind::LearningRate => "lesson-title-learning-rate",
        RoleKind::DecayedGradient => "lesson-title-decayed-gradient",
        RoleKind::OptimizerState(quantity) => optimizer::title(quantity),
        RoleKind::NewParameter => "lesson-title-new-parameter",
    }
}

/// The id of the question.
pub(super) fn question(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::LookAhead => "lesson-question-look-ahead",
        RoleKind::WeightedSum => "lesson-question-weighted-sum",
        RoleKind::Activation => "lesson-question-activation",
        RoleKind::OutputLoss => "lesson-question-output-loss",
        RoleKind::TotalLoss => "lesson-question-total-loss",
        RoleKind::LossSlope | RoleKind::OutputGradient | RoleKind::OutputPathSum => "lesson-question-output-gradient",
        RoleKind::OutputPath => "lesson-question-output-path",
        RoleKind::ActivationSlope => "lesson-question-activation-slope",
        RoleKind::SoftmaxSlope => "lesson-question-softmax-slope",
        RoleKind::Delta | RoleKind::DeltaPathSum => "lesson-question-delta",
        RoleKind::DeltaPath => "lesson-question-delta-path",
        RoleKind::DeltaShort => "lesson-question-delta-short",
        RoleKind::NetSlopeByOutput => "lesson-question-net-slope-by-output",
        RoleKind::NetSlopeByWeight | RoleKind::NetSlopeByBias | RoleKind::NetSlopeByInput => {
            "lesson-question-net-slope"
        }
        RoleKind::ParameterGradient
        | RoleKind::ParameterPathSum
        | RoleKind::NodeGradient
        | RoleKind::NodePathSum
        | RoleKind::InputGradient
        | RoleKind::InputPathSum
        | RoleKind::GivenGradient => "lesson-question-gradient",
        RoleKind::ParameterPath | RoleKind::InputPath | RoleKind::NodePath => "lesson-question-path",
        RoleKind::Node => "lesson-question-node",
        RoleKind::Start => "lesson-question-start",
        RoleKind::LocalSlope => "lesson-question-local-slope",
        RoleKind::BatchLoss => "lesson-question-batch-loss",
        RoleKind::EpochLoss => "lesson-question-epoch-loss",
        RoleKind::BatchGradient => "lesson-question-batch-gradient",
        RoleKind::LearningRate => "lesson-question-learning-rate",
        RoleKind::DecayedGradient => "lesson-question-decayed-gradient",
        RoleKind::OptimizerState(quantity) => optimizer::question(quantity),
        RoleKind::NewParameter => "lesson-question-new-parameter",
    }
}
