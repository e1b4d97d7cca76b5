//! The numbers of a scenario that vary, in one order, and what each is. Must not know what they become.

use rust_decimal::Decimal;

use super::{Scenario, Subject};
use crate::scenario::network::{Bias, Parameter};

/// What a number is; numbers of one kind are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// A weight or bias of a network.
    Weight,
    /// A given of a graph, by its place.
    Given(usize),
    /// A parameter without a network, by its place.
    Parameter(usize),
    /// The given gradient of a parameter.
    Gradient(usize),
    /// An input of every sample.
    Input(usize),
    /// A target of every sample.
    Target(usize),
}

/// Hands every number to `with`.
pub(super) fn each_number(scenario: &mut Scenario, with: &mut dyn FnMut(Kind, &mut Decimal)) {
    match &mut scenario.subject {
        Subject::Network(network) => {
            for layer in &mut network.layers {
                let weights = layer.neurons.iter_mut().flat_map(|neuron| &mut neuron.weights);
                weights.for_each(|weight| with(Kind::Weight, &mut weight.value));
                let biases: &mut [Parameter] = match &mut layer.bias {
                    Bias::None => &mut [],
                    Bias::Shared(bias) => std::slice::from_mut(bias),
                    Bias::Each(biases) => biases,
                };
                for bias in biases {
                    with(Kind::Weight, &mut bias.value);
                }
            }
        }
        Subject::Graph(graph) => {
            graph.given.iter_mut().enumerate().for_each(|(at, (_, value))| with(Kind::Given(at), value));
            each_parameter(&mut graph.parameters, with);
        }
        Subject::Gradients(given) => {
            each_parameter(&mut given.parameters, with);
            for epoch in &mut given.gradients {
                epoch.iter_mut().enumerate().for_each(|(at, gradient)| with(Kind::Gradient(at), gradient));
            }
        }
    }
    for sample in scenario.samples.iter_mut().chain(&mut scenario.validation) {
        sample.inputs.iter_mut().enumerate().for_each(|(at, input)| with(Kind::Input(at), input));
        sample.targets.iter_mut().enumerate().for_each(|(at, target)| with(Kind::Target(at), target));
    }
}

fn each_parameter(parameters: &mut [Parameter], with: &mut dyn FnMut(Kind, &mut Decimal)) {
    parameters.iter_mut().enumerate().for_each(|(at, parameter)| with(Kind::Parameter(at), &mut parameter.value));
}
