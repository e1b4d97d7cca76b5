//! Parameters whose gradients are given: nothing is computed of a sample, all steps are those of the update.

use super::diagram::{Diagram, Vertex};
use super::step::{Phase, Role, RoleKind, Step};
use super::{Parts, Trained};
use crate::formula::{Formula, Name};
use crate::scenario::{GivenGradients, Scenario};

/// Writes a sample line without steps; the update reads gradients that no step computes.
pub(super) fn build(given: &GivenGradients, scenario: &Scenario) -> Parts {
    let mut parts = Parts { gradients_are_given: true, ..Parts::default() };
    for (index, parameter) in given.parameters.iter().enumerate() {
        parts.add_parameter(parameter);
        if scenario.trains(&parameter.name) {
            let gradient = Formula::name(format!("dE_d{}", parameter.name));
            parts.trained.push(Trained { parameter: parameter.name.clone(), index, gradient });
        }
    }
    let vertex = |name: &Name| Vertex { label: name.clone(), value: name.clone(), gradient: None, target: None };
    let column = given.parameters.iter().map(|parameter| vertex(&parameter.name)).collect();
    parts.diagram = Diagram { columns: vec![column], ..Diagram::default() };
    parts
}

/// The step that takes a given gradient.
pub(super) fn step(name: Name, trained: &Trained) -> Step {
    let role = Role { kind: RoleKind::GivenGradient, subject: trained.parameter.clone(), partner: None };
    Step { name, formula: trained.gradient.clone(), phase: Phase::Update, layer: None, role }
}
