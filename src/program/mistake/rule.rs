//! Slips in the rule of the update.

use std::sync::Arc;

use super::tree::replaced;
use super::{Ground, Ways, once};
use crate::formula::{Factor, Formula, Name, Term};
use crate::program::{Program, UpdateRule};
use crate::scenario::OptimizerStep;

/// The parameters go with the gradient.
pub(super) fn ascent(on: Ground<'_>) -> Ways<'_> {
    once(with_steps(on, |step| if step.name.as_str() == "w" { uphill(&step.formula) } else { None }))
}

/// η is left out.
pub(super) fn rate_forgotten(on: Ground<'_>) -> Ways<'_> {
    if is_one(on) {
        return once(None);
    }
    once(with_steps(on, |step| with_rate(&step.formula, &Formula::number(1))))
}

/// η is applied twice.
pub(super) fn rate_twice(on: Ground<'_>) -> Ways<'_> {
    if is_one(on) {
        return once(None);
    }
    let twice = Formula::product([Formula::name("eta"), Formula::name("eta")]);
    once(with_steps(on, |step| with_rate(&step.formula, &twice)))
}

/// Whether η is 1, so that it makes no difference how often it is applied.
fn is_one(on: Ground<'_>) -> bool {
    let one = |training: &crate::scenario::Training| {
        training.schedule.is_none() && training.learning_rate == rust_decimal::Decimal::ONE
    };
    on.scenario.training.as_ref().is_none_or(one)
}

fn with_rate(formula: &Formula, rate: &Formula) -> Option<Formula> {
    replaced(formula, &|part| match part {
        Formula::Name(name) if name.as_str() == "eta" => Some(rate.clone()),
        _ => None,
    })
}

/// The program with another rule; none where nothing is trained or nothing changes.
fn with_steps(on: Ground<'_>, change: impl Fn(&OptimizerStep) -> Option<Formula>) -> Option<Program> {
    if on.program.trained.is_empty() {
        return None;
    }
    let mut rule = UpdateRule::clone(&on.program.rule);
    let mut is_other = false;
    for step in &mut rule.steps {
        if let Some(formula) = change(step) {
            is_other |= formula != step.formula;
            step.formula = formula;
        }
    }
    is_other.then(|| Program { rule: Arc::new(rule), ..on.program.clone() })
}

/// The new parameter with everything turned that is not the old one.
fn uphill(formula: &Formula) -> Option<Formula> {
    let Formula::Sum(terms) = formula else { return None };
    let mut turned: Vec<Term> =
        terms.iter().map(|term| Term { minus: term.minus != is_step(&term.formula), ..term.clone() }).collect();
    let first = turned.first_mut().filter(|first| first.minus);
    if let Some(first) = first {
        first.minus = false;
        first.formula = super::tree::turned(&first.formula);
    }
    Some(Formula::Sum(turned))
}

/// Whether a term of the new parameter is none of the old one.
fn is_step(term: &Formula) -> bool {
    let is_w = |formula: &Formula| *formula == Formula::Name(Name::new("w"));
    match term {
        Formula::Product(factors) => !factors.iter().any(|Factor { formula, .. }| is_w(formula)),
        other => !is_w(other),
    }
}
