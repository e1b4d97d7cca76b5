//! Only one of several paths is counted.

use super::place::at_places_by;
use super::{Ground, Ways};
use crate::formula::{Formula, Name};
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
    Box::new(ways.flat_map(move |(path, kind)| {
        at_places_by(on, move |step| if step.role.kind == kind { only(step, path) } else { None }, name)
    }))
}

fn name(step: &Step) -> &Name {
    &step.name
}

fn only(step: &Step, path: usize) -> Option<Formula> {
    let Formula::Sum(terms) = &step.formula else { return None };
    terms.get(path).map(|term| term.formula.clone())
}
