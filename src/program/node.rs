//! The named nodes over which the chain rule runs.

use super::step::{Role, RoleKind};
use crate::formula::{Formula, Name};
use crate::keys::{Of, What};

/// A value that the loss depends on.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Its name: `net_h1`, `w5`, `subtotal`.
    pub(super) name: Name,
    /// What is said to be at work: the neuron of a net or an output, else the node itself.
    pub(super) subject: Name,
    /// What a path through it is called by: `…_via_h1`.
    pub(super) via: Name,
    /// What it is among the values that the chain rule runs over.
    pub(super) of: Of,
    /// Its gradient: `delta_h1`, `dE_dw5`, `dtotal_dsubtotal`.
    pub(super) gradient: What,
    /// Whether that step is the gradient with its sign turned.
    pub(super) turned: bool,
    /// What kind of value it is.
    pub(super) kind: NodeKind,
    /// The layer it belongs to.
    pub(super) layer: Option<usize>,
    /// What it feeds, in order.
    pub(super) feeds: Vec<Feed>,
    /// The name of what it feeds where that is the loss itself and other paths stand beside it.
    pub(super) root: Option<Name>,
}

/// One use of a node.
#[derive(Clone, Debug)]
pub(super) struct Feed {
    /// The node that uses it; none where it is the loss itself.
    pub(super) into: Option<usize>,
    /// The derivative of the user by the node used.
    pub(super) slope: Formula,
}

/// The kinds of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeKind {
    /// The weighted sum of a neuron.
    Net,
    /// The output of a neuron.
    Output,
    /// The output of a neuron of a softmax layer.
    SoftmaxOutput,
    /// A weight.
    Weight,
    /// A bias.
    Bias,
    /// An input of the network.
    Input,
    /// A node of a graph.
    Graph,
    /// A value that a graph starts from.
    GraphGiven,
}

/// The name of one path's part of a gradient.
pub(super) fn path_name(node: &Node, through: &Name) -> Name {
    node.gradient.via(through).name()
}

impl NodeKind {
    pub(super) fn is_parameter(self) -> bool {
        matches!(self, Self::Weight | Self::Bias)
    }

    /// The kind of the step that is its gradient by one path.
    pub(super) fn gradient(self) -> RoleKind {
        match self {
            Self::Net => RoleKind::Delta,
            Self::Output | Self::SoftmaxOutput => RoleKind::OutputGradient,
            Self::Weight | Self::Bias => RoleKind::ParameterGradient,
            Self::Input => RoleKind::InputGradient,
            Self::Graph | Self::GraphGiven => RoleKind::NodeGradient,
        }
    }

    /// The kind of the step that is one of several paths.
    pub(super) fn path(self) -> RoleKind {
        match self {
            Self::Net => RoleKind::DeltaPath,
            Self::Output | Self::SoftmaxOutput => RoleKind::OutputPath,
            Self::Weight | Self::Bias => RoleKind::ParameterPath,
            Self::Input => RoleKind::InputPath,
            Self::Graph | Self::GraphGiven => RoleKind::NodePath,
        }
    }

    /// The kind of the step that is the sum over several paths.
    pub(super) fn path_sum(self) -> RoleKind {
        match self {
            Self::Net => RoleKind::DeltaPathSum,
            Self::Output | Self::SoftmaxOutput => RoleKind::OutputPathSum,
            Self::Weight | Self::Bias => RoleKind::ParameterPathSum,
            Self::Input => RoleKind::InputPathSum,
            Self::Graph | Self::GraphGiven => RoleKind::NodePathSum,
        }
    }
}

impl Node {
    /// The gradient of the loss by this node, as other steps read it.
    pub(super) fn gradient_read(&self) -> Formula {
        self.sign_kept(Formula::Name(self.gradient.name()))
    }

    /// A product that is the gradient, as the step of the gradient has it.
    pub(super) fn gradient_written(&self, factors: &[Formula]) -> Formula {
        let mut factors = factors.iter().cloned();
        let first = factors.next().map(|first| self.sign_kept(first));
        Formula::product(first.into_iter().chain(factors))
    }

    fn sign_kept(&self, formula: Formula) -> Formula {
        if self.turned { Formula::Negative(Box::new(formula)) } else { formula }
    }

    /// The name of the derivative of this node by one that feeds it.
    pub(super) fn local_name(&self, by: &Self) -> Name {
        let what = match (self.kind, by.kind) {
            (NodeKind::Output, NodeKind::Net) => What::Slope(self.subject.clone()),
            _ => What::Local { of: self.of.clone(), by: by.of.clone() },
        };
        what.name()
    }

    /// What that derivative is for.
    pub(super) fn local_role(&self, by: &Self) -> Role {
        let kind = match (self.kind, by.kind) {
            (NodeKind::Output, _) => RoleKind::ActivationSlope,
            (NodeKind::SoftmaxOutput, _) => RoleKind::SoftmaxSlope,
            (NodeKind::Net, NodeKind::Weight) => RoleKind::NetSlopeByWeight,
            (NodeKind::Net, NodeKind::Bias) => RoleKind::NetSlopeByBias,
            (NodeKind::Net, NodeKind::Input) => RoleKind::NetSlopeByInput,
            (NodeKind::Net, _) => RoleKind::NetSlopeByOutput,
            _ => RoleKind::LocalSlope,
        };
        let partner = (kind != RoleKind::ActivationSlope).then(|| by.subject.clone());
        Role { kind, subject: self.subject.clone(), partner }
    }
}
