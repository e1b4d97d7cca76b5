//! A dense network as a program: its forward steps, and the nodes that the chain rule runs over.

mod backward;
mod forward;
mod perceptron;
mod picture;

use super::node::{Node, NodeKind};
use super::step::{Phase, Role, RoleKind, Step};
use super::{Given, GivenKind, Parts};
use crate::formula::{Formula, Name};
use crate::keys::{Loss, What};
use crate::scenario::{Bias, DeltaSign, Layer, Network, Parameter, Scenario};

/// Writes the sample line of a network.
pub(super) fn build(network: &Network, scenario: &Scenario) -> Parts {
    let (nodes, layers) = (Vec::new(), Vec::new());
    let mut builder = Builder { network, delta: scenario.delta, parts: Parts::default(), nodes, layers };
    builder.name_givens(network.loss.is_some() || scenario.is_perceptron());
    builder.forward();
    builder.draw(scenario);
    builder.error(scenario);
    if scenario.is_perceptron() {
        builder.learn_by_error(scenario);
    } else if network.loss.is_some() {
        builder.backward(scenario);
    }
    builder.parts
}

/// Where the nodes of a layer stand.
struct LayerNodes {
    nets: Vec<usize>,
    outputs: Vec<usize>,
    /// Its parameters in file order.
    parameters: Vec<usize>,
}

struct Builder<'a> {
    network: &'a Network,
    delta: DeltaSign,
    parts: Parts,
    nodes: Vec<Node>,
    layers: Vec<LayerNodes>,
}

fn net(neuron: &Name) -> Name {
    What::Net(neuron.clone()).name()
}

fn out(neuron: &Name) -> Name {
    What::Out(neuron.clone()).name()
}

fn target(neuron: &Name) -> Name {
    What::Target(neuron.clone()).name()
}

fn error_of(neuron: &Name) -> Name {
    What::Error(neuron.clone()).name()
}

fn loss_of(neuron: &Name) -> Name {
    Loss::Output(neuron.clone()).name()
}

/// Whether a parameter of a layer is one of its biases.
fn kind_of(layer: &Layer, parameter: &Parameter) -> NodeKind {
    let is_bias = match &layer.bias {
        Bias::None => false,
        Bias::Shared(bias) => bias.name == parameter.name,
        Bias::Each(biases) => biases.iter().any(|bias| bias.name == parameter.name),
    };
    if is_bias { NodeKind::Bias } else { NodeKind::Weight }
}

impl Builder<'_> {
    fn name_givens(&mut self, is_judged: bool) {
        let network = self.network;
        let inputs = network.inputs.iter().enumerate();
        self.parts.givens.extend(inputs.map(|(at, name)| Given { name: name.clone(), kind: GivenKind::Input(at) }));
        if let Some(layer) = network.layers.last().filter(|_| is_judged) {
            let targets = layer.neurons.iter().enumerate();
            self.parts
                .givens
                .extend(targets.map(|(at, neuron)| Given { name: target(&neuron.name), kind: GivenKind::Target(at) }));
        }
        for parameter in network.parameters() {
            self.parts.add_parameter(parameter);
        }
    }

    /// What the layer is fed with: inputs, or outputs of the layer before.
    fn fed_by(&self, layer: usize) -> Vec<Name> {
        match layer.checked_sub(1) {
            None => self.network.inputs.clone(),
            Some(before) => self.network.layers[before].neurons.iter().map(|neuron| out(&neuron.name)).collect(),
        }
    }

    fn step(&mut self, name: Name, formula: Formula, phase: Phase, layer: Option<usize>, role: (RoleKind, &Name)) {
        let role = Role { kind: role.0, subject: role.1.clone(), partner: None };
        self.parts.steps.push(Step { name, formula, phase, layer, role });
    }
}

fn whole(count: usize) -> Formula {
    Formula::number(i64::try_from(count).unwrap_or(i64::MAX))
}
