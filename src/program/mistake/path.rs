//! Only one of several paths is counted.

use super::place::{at_layers, at_steps};
use super::{Ground, Ways};
use crate::formula::Formula;
use crate::program::{RoleKind, Step};

/// Of more paths, only the first are counted alone.
const MOST_PATHS: usize = 4;

/// Each path alone, at all sums of its kind together and at single ones.
pub(super) fn one_path(on: Ground<'_>) -> Ways<'_> {
    let kinds = [
        RoleKind::OutputPathSum,
        RoleKind::NodePathSum,
        RoleKind::DeltaPathSum,
        RoleKind::ParameterPathSum,
        RoleKind::InputPathSum,
    ];
    let ways = (0..MOST_PATHS).flat_map(move |path| kinds.into_iter().map(move |kind| (path, kind)));
    let own = std::iter::once_with(move || at_layers(on, |step| own_path(on, step))).flatten();
    Box::new(own.chain(ways.flat_map(move |(path, kind)| {
        at_steps(on, move |step| if step.role.kind == kind { only(step, path) } else { None })
    })))
}

/// In softmax, the path through a neuron's own output.
fn own_path(on: Ground<'_>, step: &Step) -> Option<Formula> {
    let Formula::Sum(terms) = &step.formula else { return None };
    let is_own = |formula: &&Formula| match formula {
        Formula::Name(name) => on.program.step(name.as_str()).is_some_and(|path| {
            path.role.kind == RoleKind::DeltaPath && path.role.partner.as_ref() == Some(&path.role.subject)
        }),
        _ => false,
    };
    terms.iter().map(|term| &term.formula).find(is_own).filter(|_| step.role.kind == RoleKind::DeltaPathSum).cloned()
}

fn only(step: &Step, path: usize) -> Option<Formula> {
    let Formula::Sum(terms) = &step.formula else { return None };
    terms.get(path).map(|term| term.formula.clone())
}
