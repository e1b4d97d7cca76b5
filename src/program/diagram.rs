//! What is drawn of a network or graph: who stands where, who feeds whom. No coordinates.

use crate::formula::Name;

/// Columns of nodes from left to right, and edges between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    /// The columns: inputs, layers, outputs; or nodes by how deep they stand.
    pub columns: Vec<Vec<Vertex>>,
    /// What feeds what.
    pub edges: Vec<Edge>,
    /// The biases of the neurons.
    pub biases: Vec<BiasOf>,
    /// The loss of a sample, where it is none of the nodes.
    pub loss: Option<Name>,
}

/// A bias, and what it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BiasOf {
    /// The bias.
    pub bias: Name,
    /// The given or step whose value it has: the bias, or where it is looked ahead to.
    pub value: Name,
    /// The column of its neurons.
    pub column: usize,
}

/// Something that is drawn with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vertex {
    /// What it is called: `h1`.
    pub label: Name,
    /// The given or step whose value stands in it: `out_h1`.
    pub value: Name,
    /// The step whose value stands below it on the way back: `delta_h1`.
    pub gradient: Option<Name>,
    /// The given that it is compared with.
    pub target: Option<Name>,
}

/// A connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Column and row of what feeds.
    pub from: (usize, usize),
    /// Column and row of what is fed.
    pub to: (usize, usize),
    /// The weight on it.
    pub weight: Option<Name>,
    /// The given or step whose value stands on it: the weight, or where it is looked ahead to.
    pub value: Option<Name>,
}
