//! What is drawn of a network.

use super::{Builder, out, target};
use crate::keys::{Of, What};
use crate::program::diagram::{Diagram, Edge, Vertex};
use crate::scenario::Scenario;

impl Builder<'_> {
    /// A column of inputs and one for each layer, every neuron joined to all of the column before.
    pub(super) fn draw(&mut self, scenario: &Scenario) {
        let network = self.network;
        let inputs = network.inputs.iter().map(|input| Vertex {
            label: input.clone(),
            value: input.clone(),
            gradient: (!scenario.is_perceptron()).then(|| What::error_gradient(Of::Value(input.clone())).name()),
            target: None,
        });
        let mut diagram = Diagram { columns: vec![inputs.collect()], edges: Vec::new() };
        for (at, layer) in network.layers.iter().enumerate() {
            let judged = at + 1 == network.layers.len() && (network.loss.is_some() || scenario.is_perceptron());
            let vertices = layer.neurons.iter().map(|neuron| Vertex {
                label: neuron.name.clone(),
                value: out(&neuron.name),
                gradient: (!scenario.is_perceptron()).then(|| What::delta(&neuron.name).name()),
                target: judged.then(|| target(&neuron.name)),
            });
            diagram.columns.push(vertices.collect());
            for (row, neuron) in layer.neurons.iter().enumerate() {
                let edge = |(from, weight): (usize, &crate::scenario::Parameter)| Edge {
                    from: (at, from),
                    to: (at + 1, row),
                    weight: Some(weight.name.clone()),
                    value: Some(weight.name.clone()),
                };
                diagram.edges.extend(neuron.weights.iter().enumerate().map(edge));
            }
        }
        self.parts.diagram = diagram;
    }
}
