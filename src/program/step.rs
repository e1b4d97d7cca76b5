//! One step of a lesson: a name, a formula, and what it is for.

use crate::formula::{Formula, Name};
use crate::scenario::Quantity;

/// One assignment, `name := formula`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The name of what is computed; a plain identifier.
    pub name: Name,
    /// What it is computed by, over givens and steps above it.
    pub formula: Formula,
    /// What part of the round it belongs to.
    pub phase: Phase,
    /// The layer at work, counted from 0 at the first behind the inputs.
    pub layer: Option<usize>,
    /// What it is for.
    pub role: Role,
}

/// The parts of a round, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// From the inputs to the outputs.
    Forward,
    /// The loss.
    Error,
    /// Gradients, from the loss to the parameters.
    Backward,
    /// New parameters.
    Update,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 4] = [Self::Forward, Self::Error, Self::Backward, Self::Update];

    /// The word for it in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Error => "error",
            Self::Backward => "backward",
            Self::Update => "update",
        }
    }
}

/// What a step is for, as facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// What kind of step it is.
    pub kind: RoleKind,
    /// The neuron, parameter, input or node that it is about.
    pub subject: Name,
    /// The other neuron or node, where two are involved.
    pub partner: Option<Name>,
}

/// The kinds of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleKind {
    /// `w5_ahead`
    LookAhead,
    /// `net_h1`
    WeightedSum,
    /// `out_h1`
    Activation,
    /// `E_o1`
    OutputLoss,
    /// `E_total`
    TotalLoss,
    /// `dE_dout_o1`, straight from the loss.
    LossSlope,
    /// `dE_dout_h1` by way of the one net that it feeds.
    OutputGradient,
    /// `dE_dout_h1_via_o1`
    OutputPath,
    /// `dE_dout_h1`, the sum over its paths.
    OutputPathSum,
    /// `dout_dnet_h1`
    ActivationSlope,
    /// `dout_o1_dnet_o2`: subject o1, partner o2.
    SoftmaxSlope,
    /// `delta_h1`
    Delta,
    /// `delta_o1_via_o2`
    DeltaPath,
    /// `delta_o1`, the sum over its paths.
    DeltaPathSum,
    /// `delta_o1_short`
    DeltaShort,
    /// `dnet_o1_dout_h1`: subject o1, partner h1.
    NetSlopeByOutput,
    /// `dnet_o1_dw5`: subject o1, partner w5.
    NetSlopeByWeight,
    /// `dnet_o1_db2`: subject o1, partner b2.
    NetSlopeByBias,
    /// `dnet_h1_di1`: subject h1, partner i1.
    NetSlopeByInput,
    /// `dE_dw5`
    ParameterGradient,
    /// `dE_db1_via_h1`
    ParameterPath,
    /// `dE_db1`, the sum over its paths.
    ParameterPathSum,
    /// `dE_di1` by way of one net.
    InputGradient,
    /// `dE_di1_via_h1`
    InputPath,
    /// `dE_di1`, the sum over its paths.
    InputPathSum,
    /// A node of a graph.
    Node,
    /// `dtotal_dtotal`
    Start,
    /// `dsubtotal_dapple`: subject subtotal, partner apple.
    LocalSlope,
    /// `dtotal_dapple`
    NodeGradient,
    /// `dtotal_dx_via_q`
    NodePath,
    /// `dtotal_dx`, the sum over its paths.
    NodePathSum,
    /// `E_batch`
    BatchLoss,
    /// `E_epoch`
    EpochLoss,
    /// `E_validation`
    ValidationLoss,
    /// `grad_w5`
    BatchGradient,
    /// `error_y`, in the perceptron's rule.
    OutputError,
    /// `correction_w5`, in the perceptron's rule.
    BatchCorrection,
    /// `grad_w`, where the scenario gives it.
    GivenGradient,
    /// `eta`, where a schedule changes it.
    LearningRate,
    /// `g_w5`, the gradient with the pull of weight decay.
    DecayedGradient,
    /// `m_w5`: subject w5, partner m.
    OptimizerState(Quantity),
    /// `w5_new`
    NewParameter,
}

impl Step {
    /// The layer that the step is worked for; none for the inputs, and in a graph.
    ///
    /// The slope of a net by what feeds it is worked for the layer that the way back goes to.
    #[must_use]
    pub fn worked_for(&self) -> Option<usize> {
        match self.role.kind {
            RoleKind::NetSlopeByOutput | RoleKind::NetSlopeByInput => self.layer.and_then(|layer| layer.checked_sub(1)),
            _ => self.layer,
        }
    }

    /// Whether it is worked for a sample that is not trained on, too: nothing comes back from there.
    #[must_use]
    pub fn is_for_validation(&self) -> bool {
        matches!(self.phase, Phase::Forward | Phase::Error)
    }

    /// The names that the formula reads, each once, in the order in which they stand.
    #[must_use]
    pub fn operands(&self) -> Vec<&Name> {
        let mut seen = std::collections::HashSet::new();
        let mut names = Vec::new();
        self.formula.each_name(&mut |name| {
            if seen.insert(name) {
                names.push(name);
            }
        });
        names
    }
}
