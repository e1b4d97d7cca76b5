//! Divided where the chain rule multiplies.

use super::place::at_layers;
use super::tree::divided_by_last;
use super::{Ground, Ways};
use crate::program::RoleKind;

/// The products of one part of the way back.
type Part = &'static [RoleKind];

const PARAMETERS: Part = &[RoleKind::ParameterGradient, RoleKind::ParameterPath];
const BACK: Part = &[
    RoleKind::OutputGradient,
    RoleKind::OutputPath,
    RoleKind::InputGradient,
    RoleKind::InputPath,
    RoleKind::NodeGradient,
    RoleKind::NodePath,
];
const DELTAS: Part = &[RoleKind::Delta, RoleKind::DeltaPath];

/// By what a net is made of, at the parameters, on the way back, or in both; by the slope of the activation.
pub(super) fn divided(on: Ground<'_>) -> Ways<'_> {
    let forms: [&'static [Part]; 4] = [&[PARAMETERS, BACK], &[PARAMETERS], &[BACK], &[DELTAS]];
    let makes = |part: Part| on.program.lesson_steps().any(|step| part.contains(&step.role.kind));
    let is_whole = move |form: &&'static [Part]| form.iter().all(|part| makes(part));
    Box::new(forms.into_iter().filter(is_whole).flat_map(move |form| {
        at_layers(on, move |step| {
            let is_in = form.iter().any(|part| part.contains(&step.role.kind));
            // A gradient that comes straight from the loss is no product of two slopes.
            let through = step.role.kind == RoleKind::NodeGradient && step.role.partner.is_none();
            if is_in && !through { divided_by_last(&step.formula) } else { None }
        })
    }))
}
