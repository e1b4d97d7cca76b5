//! Parameters looked ahead to: where an optimizer takes the gradient somewhere else, the sample line reads that point.
//!
//! The steps that find it stand before the forward pass, so that everything below is computed there; the update
//! starts from the parameter itself.

use std::collections::HashMap;

use super::{Parts, Step, Trained, UpdateRule};
use crate::formula::{Formula, Name};

/// What a parameter is called where it is looked ahead to.
pub(super) fn name(parameter: &Name) -> Name {
    Name::new(format!("{parameter}_ahead"))
}

/// Puts the point that an optimizer looks ahead to in the place of the trained parameters.
pub(super) fn look_ahead(parts: &mut Parts, rule: &UpdateRule, trained: &[Trained]) {
    let found: Vec<Step> = trained.iter().filter_map(|one| rule.ahead(&one.parameter)).collect();
    if found.is_empty() {
        return;
    }
    let ahead: HashMap<&Name, Name> = trained.iter().map(|one| (&one.parameter, name(&one.parameter))).collect();
    for step in &mut parts.steps {
        step.formula = step.formula.substituted(&|name| ahead.get(name).cloned().map(Formula::Name));
    }
    let vertices = parts.diagram.columns.iter_mut().flatten().map(|vertex| &mut vertex.value);
    let weights = parts.diagram.edges.iter_mut().filter_map(|edge| edge.value.as_mut());
    let biases = parts.diagram.biases.iter_mut().map(|bias| &mut bias.value);
    for name in vertices.chain(weights).chain(biases) {
        if let Some(ahead) = ahead.get(name) {
            *name = ahead.clone();
        }
    }
    let rate = rule.rate_ahead();
    parts.steps.splice(0..0, rate.into_iter().chain(found));
}
