//! A dense network as a program: its forward steps, and the nodes that the chain rule runs over.

mod backward;
mod forward;
mod picture;

use super::node::{Node, NodeKind};
use super::step::{Phase, Role, RoleKind, Step};
use super::{Given, GivenKind, Parts};
use crate::formula::{Formula, Name};
use crate::scenario::{Bias, Layer, Network, Parameter, Scenario};

/// Writes the sample line of a network.
pub(super) fn build(network: &Network, scenario: &Scenario) -> Parts {
    let mut builder = Builder { network, parts: Parts::default(), nodes: Vec::new(), layers: Vec::new() };
    builder.name_givens(scenario);
    builder.forward();
    builder.draw();
    if network.loss.is_some() {
        builder.error();
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
    parts: Parts,
    nodes: Vec<Node>,
    layers: Vec<LayerNodes>,
}

fn net(neuron: &Name) -> Name {
    Name::new(format!("net_{neuron}"))
}

fn out(neuron: &Name) -> Name {
    Name::new(format!("out_{neuron}"))
}

fn target(neuron: &Name) -> Name {
    Name::new(format!("target_{neuron}"))
}

fn loss_of(neuron: &Name) -> Name {
    Name::new(format!("E_{neuron}"))
}

/// The parameters of a layer, by where they stand in the file.
fn parameters(layer: &Layer) -> Vec<(&Parameter, NodeKind)> {
    let weights = layer.neurons.iter().flat_map(|neuron| &neuron.weights).map(|weight| (weight, NodeKind::Weight));
    let biases = match &layer.bias {
        Bias::None => &[],
        Bias::Shared(bias) => std::slice::from_ref(bias),
        Bias::Each(biases) => biases.as_slice(),
    };
    let mut all: Vec<_> = weights.chain(biases.iter().map(|bias| (bias, NodeKind::Bias))).collect();
    all.sort_by_key(|(parameter, _)| parameter.place);
    all
}

/// The bias of one neuron.
fn bias_of(layer: &Layer, neuron: usize) -> Option<&Name> {
    match &layer.bias {
        Bias::None => None,
        Bias::Shared(bias) => Some(&bias.name),
        Bias::Each(biases) => biases.get(neuron).map(|bias| &bias.name),
    }
}

impl Builder<'_> {
    fn name_givens(&mut self, scenario: &Scenario) {
        let network = self.network;
        let inputs = network.inputs.iter().enumerate();
        self.parts.givens.extend(inputs.map(|(at, name)| Given { name: name.clone(), kind: GivenKind::Input(at) }));
        if let (Some(layer), Some(_)) = (network.layers.last(), network.loss) {
            let targets = layer.neurons.iter().enumerate();
            self.parts
                .givens
                .extend(targets.map(|(at, neuron)| Given { name: target(&neuron.name), kind: GivenKind::Target(at) }));
        }
        for (parameter, _) in network.layers.iter().flat_map(parameters) {
            self.parts.add_parameter(parameter, scenario);
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
