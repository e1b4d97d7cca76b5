//! Skills: kinds of steps that are calculated alike in every lesson.

use crate::lesson::Lesson;
use crate::program::{Phase, RoleKind, Step};
use crate::scenario::{Bias, Layer, Subject};

/// What a learner can be good at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Skill {
    /// Multiply inputs by weights and add.
    WeightedSum,
    /// Apply an activation function.
    Activation,
    /// Calculate a node of a graph.
    Node,
    /// Calculate the loss.
    Loss,
    /// The derivative of an activation.
    ActivationSlope,
    /// A partial derivative of one step.
    LocalDerivative,
    /// δ of an output.
    OutputDelta,
    /// δ of a hidden neuron.
    HiddenDelta,
    /// The sum over several paths.
    Fork,
    /// The gradient of a weight, an input or a node.
    Gradient,
    /// The gradient of a bias.
    Bias,
    /// Mean or sum over a batch.
    Batch,
    /// The state of an optimizer.
    Optimizer,
    /// A new weight.
    Update,
}

impl Skill {
    /// All skills, in the order in which a lesson needs them.
    pub const ALL: [Self; 14] = [
        Self::WeightedSum,
        Self::Activation,
        Self::Node,
        Self::Loss,
        Self::ActivationSlope,
        Self::LocalDerivative,
        Self::OutputDelta,
        Self::HiddenDelta,
        Self::Fork,
        Self::Gradient,
        Self::Bias,
        Self::Batch,
        Self::Optimizer,
        Self::Update,
    ];

    /// The word by which it is remembered.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::WeightedSum => "weighted-sum",
            Self::Activation => "activation",
            Self::Node => "node",
            Self::Loss => "loss",
            Self::ActivationSlope => "activation-slope",
            Self::LocalDerivative => "local-derivative",
            Self::OutputDelta => "output-delta",
            Self::HiddenDelta => "hidden-delta",
            Self::Fork => "fork",
            Self::Gradient => "gradient",
            Self::Bias => "bias",
            Self::Batch => "batch",
            Self::Optimizer => "optimizer",
            Self::Update => "update",
        }
    }

    /// The skill of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|skill| skill.word() == word)
    }

    /// The skill that a step of a lesson takes.
    #[must_use]
    pub fn of(lesson: &Lesson, step: &Step) -> Self {
        match step.role.kind {
            RoleKind::WeightedSum => Self::WeightedSum,
            RoleKind::Activation => Self::Activation,
            RoleKind::Node => Self::Node,
            RoleKind::OutputLoss | RoleKind::TotalLoss | RoleKind::OutputError => Self::Loss,
            RoleKind::ActivationSlope | RoleKind::SoftmaxSlope => Self::ActivationSlope,
            RoleKind::LossSlope
            | RoleKind::NetSlopeByOutput
            | RoleKind::NetSlopeByWeight
            | RoleKind::NetSlopeByBias
            | RoleKind::NetSlopeByInput
            | RoleKind::LocalSlope
            | RoleKind::Start => Self::LocalDerivative,
            RoleKind::Delta | RoleKind::DeltaShort if is_output(lesson, step) => Self::OutputDelta,
            RoleKind::Delta | RoleKind::DeltaShort | RoleKind::OutputGradient => Self::HiddenDelta,
            RoleKind::OutputPath
            | RoleKind::OutputPathSum
            | RoleKind::DeltaPath
            | RoleKind::DeltaPathSum
            | RoleKind::ParameterPath
            | RoleKind::ParameterPathSum
            | RoleKind::InputPath
            | RoleKind::InputPathSum
            | RoleKind::NodePath
            | RoleKind::NodePathSum => Self::Fork,
            RoleKind::ParameterGradient if is_bias(lesson, step) => Self::Bias,
            RoleKind::ParameterGradient
            | RoleKind::InputGradient
            | RoleKind::NodeGradient
            | RoleKind::GivenGradient => Self::Gradient,
            RoleKind::BatchLoss
            | RoleKind::EpochLoss
            | RoleKind::ValidationLoss
            | RoleKind::BatchGradient
            | RoleKind::BatchCorrection => Self::Batch,
            RoleKind::LookAhead | RoleKind::LearningRate | RoleKind::DecayedGradient | RoleKind::OptimizerState(_) => {
                Self::Optimizer
            }
            RoleKind::NewParameter => Self::Update,
        }
    }
}

fn layers(lesson: &Lesson) -> &[Layer] {
    match &lesson.scenario().subject {
        Subject::Network(network) => &network.layers,
        Subject::Graph(_) | Subject::Gradients(_) => &[],
    }
}

fn is_output(lesson: &Lesson, step: &Step) -> bool {
    step.phase == Phase::Backward && step.layer.is_none_or(|layer| layer + 1 >= layers(lesson).len())
}

fn is_bias(lesson: &Lesson, step: &Step) -> bool {
    layers(lesson).iter().any(|layer| match &layer.bias {
        Bias::None => false,
        Bias::Shared(bias) => bias.name == step.role.subject,
        Bias::Each(biases) => biases.iter().any(|bias| bias.name == step.role.subject),
    })
}
