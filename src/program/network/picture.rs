//! What is drawn of a network.

use super::{Builder, out, target};
use crate::formula::Name;
use crate::program::diagram::{BiasOf, Diagram, Edge, Vertex};
use crate::scenario::{Bias, Scenario};

impl Builder<'_> {
    /// A column of inputs and one for each layer, every neuron joined to all of the column before.
    pub(super) fn draw(&mut self, scenario: &Scenario) {
        let network = self.network;
        let inputs = network.inputs.iter().map(|input| Vertex {
            label: input.clone(),
            value: input.clone(),
            gradient: (!scenario.is_perceptron()).then(|| Name::new(format!("dE_d{input}"))),
            target: None,
        });
        let mut diagram = Diagram { columns: vec![inputs.collect()], ..Diagram::default() };
        diagram.loss = network.loss.as_ref().filter(|_| !scenario.is_perceptron()).map(|_| Name::new("E_total"));
        for (at, layer) in network.layers.iter().enumerate() {
            let judged = at + 1 == network.layers.len() && (network.loss.is_some() || scenario.is_perceptron());
            let vertices = layer.neurons.iter().map(|neuron| Vertex {
                label: neuron.name.clone(),
                value: out(&neuron.name),
                gradient: (!scenario.is_perceptron()).then(|| Name::new(format!("delta_{}", neuron.name))),
                target: judged.then(|| target(&neuron.name)),
            });
            diagram.columns.push(vertices.collect());
            let biases = match &layer.bias {
                Bias::None => &[],
                Bias::Shared(bias) => std::slice::from_ref(bias),
                Bias::Each(biases) => biases.as_slice(),
            };
            let bias_of = |bias: &crate::scenario::Parameter| BiasOf {
                bias: bias.name.clone(),
                value: bias.name.clone(),
                column: at + 1,
            };
            diagram.biases.extend(biases.iter().map(bias_of));
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
