//! A mean for a sum, a sum for a mean: over the outputs, over a batch.

use super::graph::Reach;
use super::place::at_places;
use super::{Ground, Ways, once};
use crate::formula::{Factor, Formula};
use crate::program::{Program, Reduction, RoleKind, Step};
use crate::scenario::Batch;

/// The sum over outputs or over a batch is divided by how many there are.
pub(super) fn mean_for_sum(on: Ground<'_>) -> Ways<'_> {
    let outputs = outputs(on, false);
    let change = move |step: &Step, reach: Reach| {
        let count = outputs.filter(|_| is_touched(step, reach))?;
        Some(step.formula.clone().divided_by(Formula::number(count)))
    };
    both(on, change, Reduction::Sum)
}

/// The mean over outputs or over a batch is not divided by how many there are.
pub(super) fn sum_for_mean(on: Ground<'_>) -> Ways<'_> {
    let outputs = outputs(on, true);
    let change = move |step: &Step, reach: Reach| {
        if let Some(count) = outputs.filter(|_| is_touched(step, reach)) {
            return undivided(&step.formula, count);
        }
        on.rewritten(step, reach, plain_sum)
    };
    both(on, change, Reduction::Mean)
}

/// First over the outputs, then over the batch.
fn both<'a>(on: Ground<'a>, change: impl Fn(&Step, Reach) -> Option<Formula> + 'a, right: Reduction) -> Ways<'a> {
    let over_outputs = Reach::ALL.into_iter().flat_map(move |reach| at_places(on, |step| change(step, reach)).take(1));
    Box::new(over_outputs.chain(over_batch(on, right)))
}

/// How many outputs a loss is reduced over, where it is reduced as a mean, or as a sum.
fn outputs(on: Ground<'_>, as_mean: bool) -> Option<i64> {
    let network = on.network()?;
    let count = i64::try_from(network.outputs().len()).ok().filter(|&count| count > 1)?;
    (network.loss.as_ref()?.is_mean == as_mean).then_some(count)
}

fn is_touched(step: &Step, reach: Reach) -> bool {
    match step.role.kind {
        RoleKind::TotalLoss => reach.has_values(),
        RoleKind::LossSlope | RoleKind::DeltaShort => reach.has_slopes(),
        _ => false,
    }
}

/// The formula without a last factor that divides by `count`.
fn undivided(formula: &Formula, count: i64) -> Option<Formula> {
    let Formula::Product(factors) = formula else { return None };
    let (last, rest) = factors.split_last()?;
    if !last.over || last.formula != Formula::number(count) {
        return None;
    }
    match rest {
        [Factor { formula, .. }] => Some(formula.clone()),
        _ => Some(Formula::Product(rest.to_vec())),
    }
}

/// The sum of a mean that is written as one: as many terms as it is divided by.
fn plain_sum(formula: &Formula) -> Option<Formula> {
    let Formula::Product(factors) = formula else { return None };
    let terms = factors.iter().find_map(|factor| match &factor.formula {
        Formula::Sum(terms) if !factor.over => i64::try_from(terms.len()).ok(),
        _ => None,
    });
    undivided(formula, terms?)
}

/// The gradients and the losses of a batch reduced in the other way, or one of the two.
fn over_batch(on: Ground<'_>, right: Reduction) -> Ways<'_> {
    let program = on.program;
    let is_batch = on.scenario.training.as_ref().is_some_and(|training| {
        on.scenario.samples.len() > 1 && training.batch != Batch::Of(1) && program.reduction == right
    });
    if !is_batch || program.trained.is_empty() {
        return once(None);
    }
    let wrong = match right {
        Reduction::Mean => Reduction::Sum,
        Reduction::Sum => Reduction::Mean,
    };
    let has_loss = program.loss.is_some();
    let forms = Reach::ALL.into_iter().filter(move |form| has_loss || *form == Reach::All);
    Box::new(forms.map(move |form| Program {
        reduction: if form.has_slopes() { wrong } else { right },
        loss_reduction: if form.has_values() { wrong } else { right },
        ..program.clone()
    }))
}
