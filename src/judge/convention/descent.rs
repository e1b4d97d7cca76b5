//! Momentum, and Nesterov's, in the forms in which they are printed.

use super::with_training;
use crate::formula::{Formula, Name};
use crate::scenario::{Optimizer, OptimizerForm, OptimizerStep, Quantity, Scenario, Subject};

/// A form over `w`, `g`, `eta`, the velocity `v` and the constant `beta`.
pub(super) struct Form {
    velocity: &'static str,
    parameter: &'static str,
    look_ahead: Option<&'static str>,
}

const fn form(velocity: &'static str, parameter: &'static str, look_ahead: Option<&'static str>) -> Form {
    Form { velocity, parameter, look_ahead }
}

pub(super) const PLAIN: Form = form("beta*v + g", "w - eta*v", None);
pub(super) const WITH_RATE: Form = form("beta*v - eta*g", "w + v", None);
pub(super) const WITH_RATE_ADDED: Form = form("beta*v + eta*g", "w - v", None);
pub(super) const OF_MEAN: Form = form("beta*v + (1 - beta)*g", "w - eta*v", None);
pub(super) const AT_WEIGHTS: Form = form("beta*v + g", "w - eta*(g + beta*v)", None);
pub(super) const AT_WEIGHTS_WITH_RATE: Form = form("beta*v - eta*g", "w + beta*v - eta*g", None);
pub(super) const AHEAD: Form = form("beta*v + g", "w - eta*v", Some("w - eta*beta*v"));
pub(super) const AHEAD_WITH_RATE: Form = form("beta*v - eta*g", "w + v", Some("w + beta*v"));

/// The scenario with momentum in another form; none where it has none.
pub(super) fn momentum(scenario: &Scenario, form: &Form) -> Option<Scenario> {
    in_form(scenario, form, &[PLAIN, WITH_RATE, WITH_RATE_ADDED, OF_MEAN])
}

/// The scenario with Nesterov's momentum in another form; none where it has none.
pub(super) fn nesterov(scenario: &Scenario, form: &Form) -> Option<Scenario> {
    in_form(scenario, form, &[AT_WEIGHTS, AT_WEIGHTS_WITH_RATE, AHEAD, AHEAD_WITH_RATE])
}

fn in_form(scenario: &Scenario, form: &Form, family: &[Form]) -> Option<Scenario> {
    // Neither can what is updated in turns look ahead, nor what has its gradients given.
    let is_bound = scenario.is_layer_by_layer() || matches!(scenario.subject, Subject::Gradients(_));
    with_training(scenario, |training| {
        let now = &training.optimizer;
        let is_in = |one: &Form| one.of(now).is_some_and(|one| is_alike(&one, now));
        let other = form.of(now).filter(|other| family.iter().any(is_in) && !is_alike(other, now))?;
        if is_bound && other.look_ahead.is_some() {
            return None;
        }
        training.optimizer = other;
        Some(())
    })
}

fn is_alike(one: &Optimizer, other: &Optimizer) -> bool {
    one.steps.iter().map(|step| &step.formula).eq(other.steps.iter().map(|step| &step.formula))
        && one.look_ahead == other.look_ahead
}

impl Form {
    /// The optimizer in this form, with the names that it has for its velocity and its constant; none where it has not one of
    /// each.
    fn of(&self, now: &Optimizer) -> Option<Optimizer> {
        let ([(state, _)], [(constant, _)], [velocity, parameter]) =
            (now.state.as_slice(), now.constants.as_slice(), now.steps.as_slice())
        else {
            return None;
        };
        let read = |text: &str| {
            let formula = Formula::parse(text).ok()?;
            Some(formula.substituted(&|name: &Name| match name.as_str() {
                "v" => Some(Formula::Name(state.clone())),
                "beta" => Some(Formula::Name(constant.clone())),
                _ => None,
            }))
        };
        let is_velocity = velocity.name == *state && parameter.quantity == Quantity::Parameter;
        let step = |step: &OptimizerStep, text| Some(OptimizerStep { formula: read(text)?, ..step.clone() });
        Some(Optimizer {
            form: OptimizerForm::Own,
            steps: vec![step(velocity, self.velocity)?, step(parameter, self.parameter)?],
            look_ahead: match self.look_ahead {
                Some(text) => Some(read(text)?),
                None => None,
            },
            ..now.clone()
        })
        .filter(|_| is_velocity)
    }
}
