//! Logarithms to base 10, as the key `log` of a calculator gives them.

use super::place::at_places;
use super::tree::replaced;
use super::{Ground, Ways};
use crate::formula::{Formula, Function};
use crate::program::RoleKind;

/// The losses, or the nodes of a graph, with the wrong base; the slopes are those of the natural one.
pub(super) fn base_ten(on: Ground<'_>) -> Ways<'_> {
    at_places(on, |step| match step.role.kind {
        RoleKind::OutputLoss | RoleKind::Node => replaced(&step.formula, &|part| match part {
            Formula::Call(Function::Ln, _) => {
                Some(part.clone().over(Formula::Call(Function::Ln, vec![Formula::number(10)])))
            }
            _ => None,
        }),
        _ => None,
    })
}
