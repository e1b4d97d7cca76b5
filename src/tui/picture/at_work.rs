//! Which neurons and connections a step is about.

use std::collections::HashSet;

use crate::formula::Name;
use crate::program::{Diagram, Edge, Phase, Program, RoleKind, Step, Vertex};

/// What is marked in the picture.
#[derive(Debug, Default)]
pub(super) struct AtWork {
    /// By column and row.
    pub(super) vertices: HashSet<(usize, usize)>,
    /// By their place in the diagram.
    pub(super) edges: Vec<usize>,
    /// The biases, by their place in the diagram.
    pub(super) biases: Vec<usize>,
    /// The loss that the step computes, if it does.
    pub(super) loss: Option<Name>,
    /// Where the numbers flow.
    pub(super) flow: Flow,
}

/// Where the numbers flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Flow {
    /// To the outputs.
    #[default]
    Forward,
    /// From the outputs back.
    Back,
    /// Nothing flows.
    Nowhere,
}

impl AtWork {
    pub(super) fn of(program: &Program, step: &Step) -> Self {
        let diagram = &program.diagram;
        let vertex = |(column, row): (usize, usize)| diagram.columns.get(column).and_then(|column| column.get(row));
        let names = Names::of(step);
        let flow = match step.phase {
            Phase::Forward | Phase::Error => Flow::Forward,
            Phase::Backward => Flow::Back,
            Phase::Update => Flow::Nowhere,
        };
        let mut work = Self { flow, ..Self::default() };
        for (column, vertices) in diagram.columns.iter().enumerate() {
            for (row, vertex) in vertices.iter().enumerate() {
                if names.mark(vertex) {
                    work.vertices.insert((column, row));
                }
            }
        }
        for (at, edge) in diagram.edges.iter().enumerate() {
            if let (Some(from), Some(to)) = (vertex(edge.from), vertex(edge.to))
                && names.mark_edge(edge, from, to)
            {
                work.edges.push(at);
            }
        }
        for (at, bias) in diagram.biases.iter().enumerate() {
            let is_read = [&bias.bias, &bias.value].iter().any(|name| names.operands.contains(name));
            if names.is_subject(&bias.bias) || names.is_partner(&bias.bias) || is_read {
                work.biases.push(at);
            }
        }
        if step.phase == Phase::Error && diagram.loss.is_some() {
            work.loss = Some(step.name.clone());
        }
        if work.vertices.is_empty() && work.edges.is_empty() && work.biases.is_empty() {
            work.vertices.extend(whole_layer(diagram, step));
        }
        work
    }
}

/// The names by which a step speaks of parts of the picture.
struct Names<'a> {
    step: &'a Step,
    operands: HashSet<&'a Name>,
}

impl<'a> Names<'a> {
    fn of(step: &'a Step) -> Self {
        Self { step, operands: step.operands().into_iter().collect() }
    }

    fn is_subject(&self, name: &Name) -> bool {
        self.step.role.subject == *name
    }

    fn is_partner(&self, name: &Name) -> bool {
        self.step.role.partner.as_ref() == Some(name)
    }

    fn mark(&self, vertex: &Vertex) -> bool {
        let own = &self.step.name;
        self.is_subject(&vertex.label)
            || self.is_partner(&vertex.label)
            || vertex.value == *own
            || vertex.gradient.as_ref() == Some(own)
    }

    fn mark_edge(&self, edge: &Edge, from: &Vertex, to: &Vertex) -> bool {
        if let (Some(weight), Some(value)) = (&edge.weight, &edge.value)
            && (self.is_subject(weight)
                || self.is_partner(weight)
                || [weight, value].iter().any(|name| self.operands.contains(name)))
        {
            return true;
        }
        match self.step.role.kind {
            RoleKind::Node => self.is_subject(&to.label),
            // What flows back to a node comes from everything that it feeds.
            RoleKind::OutputGradient
            | RoleKind::OutputPathSum
            | RoleKind::InputGradient
            | RoleKind::InputPathSum
            | RoleKind::NodeGradient
            | RoleKind::NodePathSum => self.is_subject(&from.label),
            RoleKind::LocalSlope => self.is_subject(&to.label) && self.is_partner(&from.label),
            _ => self.is_subject(&from.label) && self.is_partner(&to.label),
        }
    }
}

/// What concerns no neuron in particular concerns its layer: a bias that is shared, the loss of all outputs.
fn whole_layer(diagram: &Diagram, step: &Step) -> Vec<(usize, usize)> {
    let last = diagram.columns.len().saturating_sub(1);
    let column = match (step.layer, step.phase) {
        (Some(layer), _) => (layer + 1).min(last),
        (None, Phase::Error) => last,
        (None, _) => return Vec::new(),
    };
    (0..diagram.columns.get(column).map_or(0, Vec::len)).map(|row| (column, row)).collect()
}
