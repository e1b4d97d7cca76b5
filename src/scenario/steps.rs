//! Whether two names of a scenario would make two steps share one.
//!
//! The step names of the contract are made of the scenario's names and a few fixed words. Where no
//! name has an underscore, those made of two names (`dnet_h1_dw5`) can be taken apart in one way only
//! and need not be looked at, so that a large network costs little.

use std::collections::{BTreeSet, HashMap};

use super::fault::{FaultKind, Faults, clip_name};
use super::graph::Graph;
use super::model::Training;
use super::names::Names;
use super::network::{Layer, Network, Parameter};
use crate::definitions::{ActivationKind, OptimizerForm};
use crate::formula::Name;
use crate::keys::{Loss, Of, Part, What};

/// Steps that every lesson may have.
fn fixed() -> [Name; 4] {
    [Loss::Total, Loss::Batch, Loss::Epoch, Loss::Validation].map(|loss| loss.name())
}

/// What a schedule reads.
fn scheduled() -> [Name; 2] {
    [What::StartRate, What::EpochNumber].map(|what| what.name())
}

/// Of a softmax layer with more neurons than this the steps between two of them are not looked at.
const MOST_PAIRED: usize = 1000;

/// The step names met so far, and whose they are.
struct Steps<'a> {
    owners: HashMap<Name, &'a Name>,
    fixed: [Name; 4],
    names: &'a Names,
    faults: &'a mut Faults,
    /// Whether steps made of two names have to be looked at.
    pairs: bool,
}

impl<'a> Steps<'a> {
    fn new(names: &'a Names, faults: &'a mut Faults) -> Self {
        let owners = names.iter().map(|name| (name.clone(), name)).collect();
        let pairs = names.iter().any(|name| name.as_str().contains('_'));
        let fixed = fixed();
        let mut steps = Self { owners, fixed: fixed.clone(), names, faults, pairs };
        for fixed in &fixed {
            if let Some(owner) = steps.owners.get(fixed).copied() {
                steps.refuse(fixed, owner, fixed);
            }
        }
        steps
    }

    fn add(&mut self, what: &What, owner: &'a Name) {
        let step = what.name();
        if self.fixed.contains(&step) {
            self.refuse(&step, owner, &step);
        } else if let Some(other) = self.owners.get(&step).copied() {
            // The later of the two in the file is the one to change.
            let later = if self.names.place(owner.as_str()) < self.names.place(other.as_str()) { other } else { owner };
            let earlier = if later == owner { other } else { owner };
            self.refuse(&step, later, earlier);
        } else {
            self.owners.insert(step, owner);
        }
    }

    /// What stands for something where a schedule changes the learning rate.
    fn add_schedule(&mut self, training: Option<&Training>) {
        if training.is_some_and(|training| training.schedule.is_some()) {
            for fixed in scheduled() {
                if let Some(owner) = self.owners.get(&fixed).copied() {
                    self.refuse(&fixed, owner, &fixed);
                }
            }
        }
    }

    /// The steps of an update for a parameter.
    fn add_update(&mut self, training: Option<&Training>, parameter: &'a Name) {
        self.add(&What::BatchGradient(parameter.clone()), parameter);
        self.add(&What::New(parameter.clone()), parameter);
        let Some(training) = training.filter(|training| !training.frozen.contains(parameter)) else { return };
        if training.optimizer.look_ahead.is_some() {
            self.add(&What::Ahead(parameter.clone()), parameter);
        }
        for stem in training.optimizer.stems() {
            self.add(&What::State { quantity: stem.clone(), of: parameter.clone() }, parameter);
        }
        if training.weight_decay.is_some() {
            self.add(&What::Decayed(parameter.clone()), parameter);
        }
    }

    fn refuse(&mut self, step: &Name, owner: &Name, other: &Name) {
        let place = self.names.place(owner.as_str());
        self.faults.push(
            place,
            FaultKind::StepTwice { step: clip_name(step), name: clip_name(owner), other: clip_name(other) },
        );
    }
}

/// Checks the names of a network.
pub(super) fn check_network(network: &Network, training: Option<&Training>, names: &Names, faults: &mut Faults) {
    let mut steps = Steps::new(names, faults);
    steps.add_schedule(training);
    let by_error = training.is_some_and(|training| training.optimizer.form == OptimizerForm::Perceptron);
    for input in &network.inputs {
        steps.add(&What::error_gradient(Of::Value(input.clone())), input);
    }
    for (index, layer) in network.layers.iter().enumerate() {
        let sources: Vec<Of> = match index.checked_sub(1).and_then(|before| network.layers.get(before)) {
            Some(before) => before.neurons.iter().map(|neuron| Of::Out(neuron.name.clone())).collect(),
            None => network.inputs.iter().cloned().map(Of::Value).collect(),
        };
        for neuron in &layer.neurons {
            neuron_steps(&neuron.name, &mut steps);
            if by_error {
                steps.add(&What::Error(neuron.name.clone()), &neuron.name);
            }
        }
        for parameter in layer.parameters() {
            steps.add(&What::error_gradient(Of::Value(parameter.name.clone())), &parameter.name);
            if by_error {
                steps.add(&What::BatchCorrection(parameter.name.clone()), &parameter.name);
            }
            steps.add_update(training, &parameter.name);
        }
        if steps.pairs {
            layer_pairs(layer, &sources, &mut steps);
        }
    }
}

fn neuron_steps<'a>(name: &'a Name, steps: &mut Steps<'a>) {
    let own = || name.clone();
    let delta = What::delta(name);
    let out = What::error_gradient(Of::Out(own()));
    let loss = What::Loss(Loss::Output(own()));
    let short = delta.with_part(Part::Short);
    let all = [What::Target(own()), What::Net(own()), What::Out(own()), loss, out, delta, What::Slope(own()), short];
    for what in &all {
        steps.add(what, name);
    }
}

/// The steps between a neuron and what stands before or beside it.
fn layer_pairs<'a>(layer: &'a Layer, sources: &[Of], steps: &mut Steps<'a>) {
    let paired = layer.activation.kind == ActivationKind::Softmax && layer.neurons.len() <= MOST_PAIRED;
    for (index, neuron) in layer.neurons.iter().enumerate() {
        let name = &neuron.name;
        for (source, weight) in sources.iter().zip(&neuron.weights) {
            steps.add(&net_by(name, source.clone()), name);
            steps.add(&What::error_gradient(source.clone()).via(name), name);
            steps.add(&net_by(name, Of::Value(weight.name.clone())), &weight.name);
        }
        if let Some(bias) = layer.bias_of(index) {
            steps.add(&net_by(name, Of::Value(bias.name.clone())), &bias.name);
            steps.add(&What::error_gradient(Of::Value(bias.name.clone())).via(name), &bias.name);
        }
        for other in layer.neurons.iter().filter(|_| paired) {
            let slope = What::Local { of: Of::Out(name.clone()), by: Of::Net(other.name.clone()) };
            steps.add(&slope, name);
            steps.add(&What::delta(name).via(&other.name), name);
        }
    }
}

/// The derivative of a neuron's weighted sum by what feeds it.
fn net_by(neuron: &Name, by: Of) -> What {
    What::Local { of: Of::Net(neuron.clone()), by }
}

/// Checks the names of parameters whose gradients are given.
pub(super) fn check_parameters(
    parameters: &[Parameter],
    training: Option<&Training>,
    names: &Names,
    faults: &mut Faults,
) {
    let mut steps = Steps::new(names, faults);
    steps.add_schedule(training);
    for Parameter { name, .. } in parameters {
        steps.add(&What::error_gradient(Of::Value(name.clone())), name);
        steps.add_update(training, name);
    }
}

/// Checks the names of a graph.
pub(super) fn check_graph(graph: &Graph, training: Option<&Training>, names: &Names, faults: &mut Faults) {
    let mut steps = Steps::new(names, faults);
    steps.add_schedule(training);
    let output = &graph.output;
    for name in names.iter() {
        steps.add(&What::gradient(output, Of::Value(name.clone())), name);
    }
    for Parameter { name, .. } in &graph.parameters {
        steps.add_update(training, name);
    }
    if !steps.pairs {
        return;
    }
    for (node, formula) in &graph.nodes {
        let mut operands = BTreeSet::new();
        formula.each_name(&mut |name| {
            operands.insert(name);
        });
        for operand in operands {
            steps.add(&What::gradient(output, Of::Value(operand.clone())).via(node), node);
            // A local derivative of the output is the output's derivative, and has no step of its own.
            if node != output {
                steps.add(&What::Local { of: Of::Value(node.clone()), by: Of::Value(operand.clone()) }, node);
            }
        }
    }
}
