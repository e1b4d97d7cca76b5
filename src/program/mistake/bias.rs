//! Biases that are left out, or treated as weights.

use std::collections::HashMap;

use super::graph::Reach;
use super::place::{at_layers, at_places};
use super::{Ground, Ways};
use crate::formula::{Factor, Formula, Name, Term};
use crate::program::RoleKind;

/// What is added to the weighted sum of a neuron, and what the weights there are multiplied with.
struct Added {
    bias: Name,
    inputs: Vec<Name>,
}

/// Every neuron that has a bias.
fn biases(on: Ground<'_>) -> HashMap<Name, Added> {
    let mut found = HashMap::new();
    let Some(network) = on.network() else { return found };
    let outputs: HashMap<&Name, &Name> = on
        .program
        .steps
        .iter()
        .filter(|step| step.role.kind == RoleKind::Activation)
        .map(|step| (&step.role.subject, &step.name))
        .collect();
    let mut inputs = network.inputs.clone();
    for layer in &network.layers {
        for (at, neuron) in layer.neurons.iter().enumerate() {
            if let Some(bias) = layer.bias_of(at) {
                found.insert(neuron.name.clone(), Added { bias: on.read(&bias.name), inputs: ends(&inputs) });
            }
        }
        inputs =
            layer.neurons.iter().filter_map(|neuron| outputs.get(&neuron.name).map(|&name| name.clone())).collect();
    }
    found
}

/// The first and the last.
fn ends(inputs: &[Name]) -> Vec<Name> {
    let mut ends: Vec<Name> = inputs.first().into_iter().chain(inputs.last()).cloned().collect();
    ends.dedup();
    ends
}

/// The bias is left out of the sums.
pub(super) fn forgotten(on: Ground<'_>) -> Ways<'_> {
    let biases = biases(on);
    at_places(on, |step| match step.role.kind {
        RoleKind::WeightedSum => changed_bias(&step.formula, &biases.get(&step.role.subject)?.bias, |_| None),
        _ => on.rewritten(step, Reach::Values, |formula| changed_bias(formula, &bias_in_graph(on, formula)?, |_| None)),
    })
}

/// The bias is multiplied with the first or the last input of its neuron: where it is added and in its slope, or in one of
/// them.
pub(super) fn times_input(on: Ground<'_>) -> Ways<'_> {
    let forms = (0..2).flat_map(|which| Reach::ALL.into_iter().map(move |reach| (which, reach)));
    Box::new(forms.flat_map(move |(which, reach)| {
        let biases = biases(on);
        at_layers(on, |step| {
            let added = biases.get(&step.role.subject);
            let input = || Some(Formula::Name(added?.inputs.get(which)?.clone()));
            match step.role.kind {
                RoleKind::WeightedSum if reach.has_values() => {
                    let input = input()?;
                    changed_bias(&step.formula, &added?.bias, |bias| Some(Formula::product([bias, input.clone()])))
                }
                RoleKind::NetSlopeByBias if reach.has_slopes() => input(),
                _ => on.rewritten(step, reach, |formula| weighted_in_graph(on, formula).filter(|_| which == 0)),
            }
        })
    }))
}

/// A sum with something else where the bias stands, or nothing; none where it does not stand there.
fn changed_bias(formula: &Formula, bias: &Name, change: impl Fn(Formula) -> Option<Formula>) -> Option<Formula> {
    let is_it = |formula: &Formula| matches!(formula, Formula::Name(name) if name == bias);
    let stands = |formula: &Formula| match formula {
        Formula::Product(factors) => factors.first().is_some_and(|first: &Factor| is_it(&first.formula)),
        other => is_it(other),
    };
    let Formula::Sum(terms) = formula else { return None };
    let at = terms.iter().position(|term| stands(&term.formula))?;
    let mut kept = terms.clone();
    match change(Formula::Name(bias.clone())) {
        Some(formula) => kept.get_mut(at)?.formula = formula,
        None => drop(kept.remove(at)),
    }
    if kept.len() > 1 {
        let first = kept.first_mut()?;
        if std::mem::take(&mut first.minus) {
            first.formula = Formula::Negative(Box::new(first.formula.clone()));
        }
        return Some(Formula::Sum(kept));
    }
    let Term { minus, formula } = kept.pop()?;
    Some(if minus { Formula::Negative(Box::new(formula)) } else { formula })
}

/// The given that stands alone in a sum of products, which is what a bias is in a graph.
fn bias_in_graph(on: Ground<'_>, formula: &Formula) -> Option<Name> {
    let Formula::Sum(terms) = formula else { return None };
    let is_product = |term: &Term| matches!(term.formula, Formula::Product(_) | Formula::Name(_));
    let has_product = terms.iter().any(|term| matches!(term.formula, Formula::Product(_)));
    if !has_product || !terms.iter().all(is_product) {
        return None;
    }
    let graph = on.graph()?;
    let is_fixed = |name: &Name| {
        let parameter = graph.parameters.iter().any(|own| on.read(&own.name) == *name);
        parameter || graph.given.iter().any(|(own, _)| own == name)
    };
    terms.iter().rev().find_map(|term| match &term.formula {
        Formula::Name(name) if is_fixed(name) => Some(name.clone()),
        _ => None,
    })
}

/// The same sum with its bias multiplied with what the first product has last.
fn weighted_in_graph(on: Ground<'_>, formula: &Formula) -> Option<Formula> {
    let bias = bias_in_graph(on, formula)?;
    let Formula::Sum(terms) = formula else { return None };
    let input = terms.iter().find_map(|term| match &term.formula {
        Formula::Product(factors) => factors.iter().rev().find(|factor| !factor.over),
        _ => None,
    })?;
    changed_bias(formula, &bias, |bias| Some(Formula::product([bias, input.formula.clone()])))
}
