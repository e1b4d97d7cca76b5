//! Slips at the slope of an activation.

use std::collections::{HashMap, HashSet};

use super::graph::Reach;
use super::place::{at_places, neuron};
use super::tree::{replaced, without_factor};
use super::{Ground, Ways};
use crate::formula::{Formula, Function, Name};
use crate::program::{RoleKind, Step};
use crate::scenario::{Activation, ActivationKind, DeltaSign};

/// The slope is left out of the deltas, and of gradients that are written with it: at the output or at hidden layers.
pub(super) fn forgotten(on: Ground<'_>, is_output: bool) -> Ways<'_> {
    if on.is_graph() {
        return forgotten_in_graph(on, is_output);
    }
    let is_here = |step: &Step| (step.layer == on.last_layer()) == is_output;
    let mut slopes: HashMap<&Name, &Name> = HashMap::new();
    let mut gradients: HashMap<&Name, &Name> = HashMap::new();
    for step in on.program.lesson_steps().filter(|step| is_here(step)) {
        match step.role.kind {
            RoleKind::ActivationSlope if step.formula != Formula::number(1) => {
                slopes.insert(&step.role.subject, &step.name);
            }
            RoleKind::LossSlope | RoleKind::OutputGradient | RoleKind::OutputPathSum => {
                gradients.insert(&step.role.subject, &step.name);
            }
            _ => {}
        }
    }
    at_places(on, |step| match step.role.kind {
        RoleKind::Delta | RoleKind::ParameterGradient | RoleKind::ParameterPath => {
            without_factor(&step.formula, slopes.get(neuron(step))?)
        }
        // In softmax the delta is what came back to the output itself.
        RoleKind::DeltaPathSum => {
            let gradient = Formula::Name((*gradients.get(&step.role.subject)?).clone());
            Some(match on.scenario.delta {
                DeltaSign::Gradient => gradient,
                DeltaSign::Descent => Formula::Negative(Box::new(gradient)),
            })
        }
        _ => None,
    })
}

fn forgotten_in_graph(on: Ground<'_>, is_output: bool) -> Ways<'_> {
    let wanted = on.activations().into_iter().filter(|(_, is_last)| *is_last == is_output);
    let nodes: HashSet<&Name> = wanted.map(|(name, _)| name).collect();
    let is_slope = |step: &&Step| step.role.kind == RoleKind::LocalSlope && nodes.contains(&step.role.subject);
    let slopes: Vec<&Name> = on.program.lesson_steps().filter(is_slope).map(|step| &step.name).collect();
    at_places(on, |step| match step.role.kind {
        RoleKind::NodeGradient | RoleKind::NodePath => {
            slopes.iter().find_map(|slope| without_factor(&step.formula, slope))
        }
        _ => None,
    })
}

/// Where the slope is written by the output, the net stands for it.
pub(super) fn net_for_out(on: Ground<'_>) -> Ways<'_> {
    if on.is_graph() {
        return net_for_out_in_graph(on);
    }
    let find = |kind: RoleKind| {
        let steps = on.program.steps.iter().filter(move |step| step.role.kind == kind);
        steps.map(|step| (&step.role.subject, &step.name)).collect::<HashMap<_, _>>()
    };
    let (nets, outputs) = (find(RoleKind::WeightedSum), find(RoleKind::Activation));
    let net_of: HashMap<&Name, &Name> =
        outputs.into_iter().filter_map(|(neuron, output)| Some((output, *nets.get(neuron)?))).collect();
    at_places(on, |step| match step.role.kind {
        RoleKind::ActivationSlope | RoleKind::SoftmaxSlope => {
            Some(step.formula.substituted(&|name| net_of.get(name).map(|&net| Formula::Name(net.clone()))))
        }
        _ => None,
    })
}

fn net_for_out_in_graph(on: Ground<'_>) -> Ways<'_> {
    use Function::{Sigmoid, Tanh};
    let nodes: HashSet<&Name> = on.activations().into_iter().map(|(name, _)| name).collect();
    at_places(on, |step| {
        let is_slope = step.role.kind == RoleKind::LocalSlope && nodes.contains(&step.role.subject);
        let argument = |part: &Formula| match part {
            Formula::Call(Sigmoid | Tanh, arguments) => arguments.first().cloned(),
            _ => None,
        };
        if is_slope { replaced(&step.formula, &argument) } else { None }
    })
}

/// The slope of relu is 1 where it is 0.
pub(super) fn mask_forgotten(on: Ground<'_>) -> Ways<'_> {
    if on.is_graph() {
        return at_places(on, |step| on.rewritten(step, Reach::Slopes, unmasked));
    }
    let layers = on.network().map_or(&[][..], |network| &network.layers);
    at_places(on, |step| {
        let layer = layers.get(step.layer?).filter(|_| step.role.kind == RoleKind::ActivationSlope)?;
        is_masked(&layer.activation).then(|| Formula::number(1))
    })
}

/// Whether an activation is its net where it lets that through.
fn is_masked(activation: &Activation) -> bool {
    let is_net = |value: Formula| value == Formula::name("x");
    match activation.kind {
        ActivationKind::Relu | ActivationKind::LeakyRelu => true,
        ActivationKind::Own => {
            activation.curve.as_ref().is_some_and(|curve| unmasked(&curve.value).is_some_and(is_net))
        }
        _ => false,
    }
}

/// The formula with everything let through that is cut off at 0.
fn unmasked(formula: &Formula) -> Option<Formula> {
    let is_zero = |formula: &Formula| *formula == Formula::number(0);
    replaced(formula, &|part| match part {
        Formula::Call(Function::Relu, arguments) => arguments.first().cloned(),
        Formula::Call(Function::Max, arguments) => match arguments.as_slice() {
            [zero, value] | [value, zero] if is_zero(zero) => Some(value.clone()),
            _ => None,
        },
        _ => None,
    })
}
