//! Where ε is added: to the root, under it, or to the root before it is corrected.

use super::with_training;
use crate::formula::{Formula, Name};
use crate::scenario::{Optimizer, OptimizerForm, OptimizerStep, Scenario};

/// The places of ε.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    OutsideRoot,
    InsideRoot,
    BeforeCorrection,
}

const ALL: [Where; 3] = [Where::OutsideRoot, Where::InsideRoot, Where::BeforeCorrection];

/// The scenario with ε elsewhere; none where it has none, or none in one of these places.
pub(super) fn moved(scenario: &Scenario, to: Where) -> Option<Scenario> {
    with_training(scenario, |training| {
        let now = &training.optimizer;
        let (last, before) = now.steps.split_last()?;
        let written = templates(now).into_iter().find_map(|of| {
            let known = ALL.iter().any(|&place| of(place).is_some_and(|formula| formula == last.formula));
            of(to).filter(|formula| known && *formula != last.formula)
        })?;
        let last = OptimizerStep { formula: written, ..last.clone() };
        let steps = before.iter().cloned().chain([last]).collect();
        training.optimizer = Optimizer { form: OptimizerForm::Own, steps, ..now.clone() };
        Some(())
    })
}

/// How the new parameter is written with ε in a place.
type Template = Box<dyn Fn(Where) -> Option<Formula>>;

/// Those that an optimizer may have.
fn templates(now: &Optimizer) -> Vec<Template> {
    let mut all: Vec<Template> = vec![
        Box::new(|place| of_adam(place, "mhat", "vhat", "")),
        Box::new(|place| of_adam(place, "(m/(1 - beta1^t))", "v/(1 - beta2^t)", "")),
        Box::new(|place| of_adam(place, "mhat", "vhat", "weight_decay*w")),
    ];
    if let [(state, _)] = now.state.as_slice() {
        let state = state.clone();
        all.push(Box::new(move |place| of_squares(place, &state)));
    }
    all
}

fn of_squares(place: Where, state: &Name) -> Option<Formula> {
    let text = match place {
        Where::OutsideRoot => "w - eta*g/(sqrt(s) + epsilon)",
        Where::InsideRoot => "w - eta*g/sqrt(s + epsilon)",
        Where::BeforeCorrection => return None,
    };
    let formula = Formula::parse(text).ok()?;
    Some(formula.substituted(&|name| (name.as_str() == "s").then(|| Formula::Name(state.clone()))))
}

fn of_adam(place: Where, mean: &str, squares: &str, decay: &str) -> Option<Formula> {
    let step = match place {
        Where::OutsideRoot => format!("{mean}/(sqrt({squares}) + epsilon)"),
        Where::InsideRoot => format!("{mean}/sqrt({squares} + epsilon)"),
        Where::BeforeCorrection => format!("{mean}*sqrt(1 - beta2^t)/(sqrt(v) + epsilon)"),
    };
    let text = if decay.is_empty() { format!("w - eta*{step}") } else { format!("w - eta*({step} + {decay})") };
    Formula::parse(&text).ok()
}
