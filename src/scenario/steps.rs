//! Whether two names of a scenario would make two steps share one.
//!
//! The step names of the contract are made of the scenario's names and a few fixed words. Where no
//! name has an underscore, those made of two names (`dnet_h1_dw5`) can be taken apart in one way only
//! and need not be looked at, so that a large network costs little.

use std::collections::{BTreeSet, HashMap};

use super::fault::{FaultKind, Faults, clip, clip_name};
use super::graph::Graph;
use super::model::Training;
use super::names::Names;
use super::network::{Layer, Network, Parameter};
use crate::definitions::ActivationKind;
use crate::formula::Name;

/// Steps that every lesson may have.
const FIXED: [&str; 4] = ["E_total", "E_batch", "E_epoch", "E_validation"];
/// What a schedule reads.
const SCHEDULED: [&str; 2] = ["eta_start", "epoch"];
/// Of a softmax layer with more neurons than this the steps between two of them are not looked at.
const MOST_PAIRED: usize = 1000;

/// The step names met so far, and whose they are.
struct Steps<'a> {
    owners: HashMap<String, &'a Name>,
    names: &'a Names,
    faults: &'a mut Faults,
    /// Whether steps made of two names have to be looked at.
    pairs: bool,
}

impl<'a> Steps<'a> {
    fn new(names: &'a Names, faults: &'a mut Faults) -> Self {
        let owners = names.iter().map(|name| (name.as_str().to_owned(), name)).collect();
        let pairs = names.iter().any(|name| name.as_str().contains('_'));
        let mut steps = Self { owners, names, faults, pairs };
        for fixed in FIXED {
            if let Some(owner) = steps.owners.get(fixed).copied() {
                steps.refuse(fixed, owner, fixed);
            }
        }
        steps
    }

    fn add(&mut self, step: String, owner: &'a Name) {
        if FIXED.contains(&step.as_str()) {
            self.refuse(&step, owner, &step);
        } else if let Some(other) = self.owners.get(&step).copied() {
            // The later of the two in the file is the one to change.
            let later = if self.names.place(owner.as_str()) < self.names.place(other.as_str()) { other } else { owner };
            let earlier = if later == owner { other } else { owner };
            self.refuse(&step, later, earlier.as_str());
        } else {
            self.owners.insert(step, owner);
        }
    }

    /// What stands for something where a schedule changes the learning rate.
    fn add_schedule(&mut self, training: Option<&Training>) {
        if training.is_some_and(|training| training.schedule.is_some()) {
            for fixed in SCHEDULED {
                if let Some(owner) = self.owners.get(fixed).copied() {
                    self.refuse(fixed, owner, fixed);
                }
            }
        }
    }

    /// The steps of an update for a parameter.
    fn add_update(&mut self, training: Option<&Training>, parameter: &'a Name) {
        self.add(format!("grad_{parameter}"), parameter);
        self.add(format!("{parameter}_new"), parameter);
        let Some(training) = training.filter(|training| !training.frozen.contains(parameter)) else { return };
        if training.optimizer.look_ahead.is_some() {
            self.add(format!("{parameter}_ahead"), parameter);
        }
        for stem in training.optimizer.stems() {
            self.add(format!("{stem}_{parameter}"), parameter);
        }
        if training.weight_decay.is_some() {
            self.add(format!("g_{parameter}"), parameter);
        }
    }

    fn refuse(&mut self, step: &str, owner: &Name, other: &str) {
        let place = self.names.place(owner.as_str());
        self.faults.push(place, FaultKind::StepTwice { step: clip(step), name: clip_name(owner), other: clip(other) });
    }
}

/// Checks the names of a network.
pub(super) fn check_network(network: &Network, training: Option<&Training>, names: &Names, faults: &mut Faults) {
    let mut steps = Steps::new(names, faults);
    steps.add_schedule(training);
    for input in &network.inputs {
        steps.add(format!("dE_d{input}"), input);
    }
    for (index, layer) in network.layers.iter().enumerate() {
        let sources: Vec<String> = match index.checked_sub(1).and_then(|before| network.layers.get(before)) {
            Some(before) => before.neurons.iter().map(|neuron| format!("out_{}", neuron.name)).collect(),
            None => network.inputs.iter().map(ToString::to_string).collect(),
        };
        for neuron in &layer.neurons {
            neuron_steps(&neuron.name, &mut steps);
        }
        for parameter in layer.parameters() {
            steps.add(format!("dE_d{}", parameter.name), &parameter.name);
            steps.add_update(training, &parameter.name);
        }
        if steps.pairs {
            layer_pairs(layer, &sources, &mut steps);
        }
    }
}

fn neuron_steps<'a>(name: &'a Name, steps: &mut Steps<'a>) {
    for stem in ["target_", "net_", "out_", "E_", "dE_dout_", "delta_"] {
        steps.add(format!("{stem}{name}"), name);
    }
    steps.add(format!("dout_dnet_{name}"), name);
    steps.add(format!("delta_{name}_short"), name);
}

/// The steps between a neuron and what stands before or beside it.
fn layer_pairs<'a>(layer: &'a Layer, sources: &[String], steps: &mut Steps<'a>) {
    let paired = layer.activation.kind == ActivationKind::Softmax && layer.neurons.len() <= MOST_PAIRED;
    for (index, neuron) in layer.neurons.iter().enumerate() {
        let name = &neuron.name;
        for (source, weight) in sources.iter().zip(&neuron.weights) {
            steps.add(format!("dnet_{name}_d{source}"), name);
            steps.add(format!("dE_d{source}_via_{name}"), name);
            steps.add(format!("dnet_{name}_d{}", weight.name), &weight.name);
        }
        if let Some(bias) = layer.bias_of(index) {
            steps.add(format!("dnet_{name}_d{}", bias.name), &bias.name);
            steps.add(format!("dE_d{}_via_{name}", bias.name), &bias.name);
        }
        for other in layer.neurons.iter().filter(|_| paired) {
            steps.add(format!("dout_{name}_dnet_{}", other.name), name);
            steps.add(format!("delta_{name}_via_{}", other.name), name);
        }
    }
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
        steps.add(format!("dE_d{name}"), name);
        steps.add_update(training, name);
    }
}

/// Checks the names of a graph.
pub(super) fn check_graph(graph: &Graph, training: Option<&Training>, names: &Names, faults: &mut Faults) {
    let mut steps = Steps::new(names, faults);
    steps.add_schedule(training);
    let output = &graph.output;
    for name in names.iter() {
        steps.add(format!("d{output}_d{name}"), name);
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
            steps.add(format!("d{output}_d{operand}_via_{node}"), node);
            // A local derivative of the output is the output's derivative, and has no step of its own.
            if node != output {
                steps.add(format!("d{node}_d{operand}"), node);
            }
        }
    }
}
