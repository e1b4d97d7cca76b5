//! Slips in the loss and in its slope.

use super::graph::Reach;
use super::place::at_places;
use super::tree::{turned, without_half};
use super::{Ground, Ways};
use crate::formula::{Factor, Formula, Name};
use crate::program::{GivenKind, RoleKind, Step};

/// The ½ is forgotten: in the loss and its slope, or in one of them.
pub(super) fn half_forgotten(on: Ground<'_>) -> Ways<'_> {
    let loss = on.network().and_then(|network| network.loss.as_ref());
    let has_half = loss.is_some_and(|loss| without_half(&loss.curve.value).is_some());
    Box::new(Reach::ALL.into_iter().flat_map(move |reach| {
        let change = |step: &Step| match step.role.kind {
            RoleKind::OutputLoss if has_half && reach.has_values() => without_half(&step.formula),
            RoleKind::LossSlope if has_half && reach.has_slopes() => Some(doubled(&step.formula)),
            _ => on.rewritten(step, reach, |node| without_half(node).filter(is_square)),
        };
        at_places(on, change).take(1)
    }))
}

/// Whether something is squared, which tells the loss of a graph from a share of something, or a mean of two.
fn is_square(formula: &Formula) -> bool {
    match formula {
        Formula::Power(..) => true,
        Formula::Negative(inner) => is_square(inner),
        Formula::Sum(terms) => terms.iter().all(|term| is_square(&term.formula)),
        Formula::Product(factors) => {
            let is_twice = |(at, factor): (usize, &Factor)| factors.iter().skip(at + 1).any(|other| other == factor);
            factors.iter().any(|factor| is_square(&factor.formula)) || factors.iter().enumerate().any(is_twice)
        }
        Formula::Number(_) | Formula::Name(_) | Formula::Call(..) => false,
    }
}

fn doubled(formula: &Formula) -> Formula {
    let two = Factor { over: false, formula: Formula::number(2) };
    let rest = match formula {
        Formula::Product(factors) => factors.clone(),
        other => vec![Factor { over: false, formula: other.clone() }],
    };
    Formula::Product(std::iter::once(two).chain(rest).collect())
}

/// The sign is the other one where the way back starts.
pub(super) fn target_minus_out(on: Ground<'_>) -> Ways<'_> {
    let is_target =
        |name: &Name| on.program.given(name.as_str()).is_some_and(|given| matches!(given.kind, GivenKind::Target(_)));
    at_places(on, move |step| match step.role.kind {
        RoleKind::LossSlope | RoleKind::DeltaShort | RoleKind::OutputError => Some(turned(&step.formula)),
        RoleKind::NodeGradient | RoleKind::NodePath | RoleKind::LocalSlope => {
            let mut reads_target = false;
            step.formula.each_name(&mut |name| reads_target |= is_target(name));
            reads_target.then(|| turned(&step.formula))
        }
        _ => None,
    })
}
