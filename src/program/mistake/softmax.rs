//! Softmax without powers of e.

use std::collections::HashSet;

use super::place::at_places;
use super::tree::replaced;
use super::{Ground, Ways};
use crate::formula::{Formula, Function, Name};
use crate::program::RoleKind;
use crate::scenario::ActivationKind;

/// Every net over the sum of the nets.
pub(super) fn without_powers(on: Ground<'_>) -> Ways<'_> {
    let powers = powers_of_softmax(on);
    let layers = on.network().map_or(&[][..], |network| &network.layers);
    let is_softmax = |layer: Option<usize>| {
        layer.and_then(|at| layers.get(at)).is_some_and(|layer| layer.activation.kind == ActivationKind::Softmax)
    };
    at_places(on, |step| {
        let is_wanted = match step.role.kind {
            RoleKind::Activation => is_softmax(step.layer),
            RoleKind::Node => powers.contains(&step.name) || shares_powers(&step.formula),
            _ => false,
        };
        if is_wanted { replaced(&step.formula, &exponent) } else { None }
    })
}

fn exponent(part: &Formula) -> Option<Formula> {
    match part {
        Formula::Call(Function::Exp, arguments) => arguments.first().cloned(),
        _ => None,
    }
}

/// The nodes of a graph that are powers, where another node is their sum.
fn powers_of_softmax(on: Ground<'_>) -> HashSet<&Name> {
    let nodes = on.graph().map_or(&[][..], |graph| &graph.nodes);
    let powers: HashSet<&Name> =
        nodes.iter().filter(|(_, formula)| exponent(formula).is_some()).map(|(name, _)| name).collect();
    let is_power = |formula: &Formula| matches!(formula, Formula::Name(name) if powers.contains(name));
    let sums = nodes.iter().filter_map(|(_, formula)| match formula {
        Formula::Sum(terms) if terms.iter().all(|term| is_power(&term.formula)) => Some(formula),
        _ => None,
    });
    let mut summed: HashSet<&Name> = HashSet::new();
    sums.for_each(|sum| sum.each_name(&mut |name| summed.extend([name])));
    summed
}

/// Whether a formula divides a power by a sum of powers.
fn shares_powers(formula: &Formula) -> bool {
    let Formula::Product(factors) = formula else { return false };
    factors.iter().any(|factor| match &factor.formula {
        Formula::Sum(terms) => factor.over && terms.iter().all(|term| exponent(&term.formula).is_some()),
        _ => false,
    })
}
