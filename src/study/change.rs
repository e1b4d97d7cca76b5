//! What an update does to the loss, beside what the gradient promises for a small step.

use std::collections::HashMap;

use super::batch::BatchOf;
use crate::formula::{Formula, Name};
use crate::lesson::{Lesson, Position, Worked};
use crate::number::{Fault, Number, Outcome, Precision};
use crate::program::{RoleKind, Trained};
use crate::run::{Halt, LineOf, State};

/// What the gradient of a batch is called.
const GRADIENT: &str = "grad_";

/// What the new value of a parameter is called.
const NEW: &str = "_new";

/// A prediction of more terms is not worked.
const MOST_TERMS: usize = 512;

/// The loss of a batch before and after its update.
#[derive(Clone, Debug)]
pub struct Change {
    /// The loss before, the loss after, how it changed, and how it would change if the loss were a plane; the last is
    /// left out where it has too many terms.
    pub lines: Vec<Worked>,
}

/// Compares what a batch's update does to its loss with the first-order change, `Σ g·(w_new − w)`, which for plain
/// descent is −η·|∇E|²; `None` where nothing is trained.
///
/// # Errors
/// Where training ends before the batch.
pub fn first_order(lesson: &mut Lesson, epoch: u64, batch: u64) -> Result<Option<Change>, Halt> {
    let program = lesson.program();
    let (Some(loss), false) = (program.loss.clone(), program.trained.is_empty()) else { return Ok(None) };
    // Without gradients, or with some that are taken through new weights, there is nothing to predict from.
    let has_gradient = |one: &Trained| one.gradient_step().is_some_and(|step| program.find(step.as_str()).is_some());
    if !program.trained.iter().all(has_gradient) {
        return Ok(None);
    }
    let trained = program.trained.clone();
    let of = BatchOf::new(lesson, batch);
    let run = lesson.unrounded_run();
    let before = run.state_before_batch(epoch, batch)?;
    let after = if batch < run.setting().batch_count() {
        run.state_before_batch(epoch, batch + 1)?
    } else {
        run.state(epoch + 1)?
    };
    let format = lesson.format();
    let run = lesson.unrounded_run();
    let (mut probe, mut probe_after) = (run.probe(&before), run.probe(&after));
    let is_long = trained.len() > MOST_TERMS;
    let of_name: HashMap<&Name, &Trained> = trained.iter().map(|one| (&one.parameter, one)).collect();
    let steps: Vec<(&Name, &Name)> =
        trained.iter().filter_map(|one| Some((&one.parameter, one.gradient_step()?))).collect();
    // All gradients come out of one pass, and are asked for one by one.
    let mut gradients: (Option<Precision>, HashMap<&Name, Outcome<Number>>) = (None, HashMap::new());
    let mut value = |name: &Name, precision: Precision| match name.as_str() {
        "loss_before" => of.value(&mut probe, &before.parameters, &loss, precision),
        "loss_after" => of.value(&mut probe_after, &after.parameters, &loss, precision),
        other => {
            if let Some(parameter) = other.strip_prefix(GRADIENT).map(Name::new) {
                if gradients.0 != Some(precision) {
                    let names: Vec<&Name> = steps.iter().map(|(_, step)| *step).collect();
                    let values = of.values(&mut probe, &before.parameters, &names, precision);
                    gradients = (Some(precision), steps.iter().map(|(parameter, _)| *parameter).zip(values).collect());
                }
                return gradients.1.get(&parameter).cloned().unwrap_or(Err(Fault::TooLarge));
            }
            let at = |state: &State, one: &Trained| {
                state.parameters.get(one.index).map(|&value| Number::Exact(value.into()))
            };
            let new = other.strip_suffix(NEW).map(Name::new).and_then(|name| of_name.get(&name).copied());
            let new = new.and_then(|one| at(&after, one));
            new.or_else(|| of_name.get(name).and_then(|one| at(&before, one))).ok_or(Fault::TooLarge)
        }
    };
    let name = Formula::name;
    let mut formulas = vec![
        (Name::new("E_before"), name("loss_before")),
        (Name::new("E_after"), name("loss_after")),
        (Name::new("change"), name("E_after").minus(name("E_before"))),
    ];
    if !is_long {
        formulas.push((Name::new("predicted"), Formula::sum(trained.iter().map(first_order_term))));
    }
    Ok(Some(Change { lines: Lesson::work_out(formulas, format, &mut value) }))
}

/// The batch whose last update by plain gradient descent stands at a position; only there is the whole step of the
/// descent done, and its first-order change −η·|∇E|². On paper there is none: what is rounded takes another step.
#[must_use]
pub fn descent_done_at(lesson: &Lesson, position: Position) -> Option<u64> {
    if !lesson.scenario().is_plain_descent() || lesson.program().is_on_paper() {
        return None;
    }
    let LineOf::Update(batch) = lesson.line(position) else { return None };
    let is_update = |position| lesson.step(position).is_some_and(|step| step.role.kind == RoleKind::NewParameter);
    let next = Position { number: position.number + 1, ..position };
    let goes_on =
        position.number < lesson.steps_per_epoch() && lesson.line(next) == LineOf::Update(batch) && is_update(next);
    (is_update(position) && !goes_on).then_some(batch)
}

/// `grad_w5*(w5_new - w5)`
fn first_order_term(one: &Trained) -> Formula {
    let name = &one.parameter;
    let by = Formula::name(format!("{name}{NEW}")).minus(Formula::Name(name.clone()));
    Formula::product([Formula::name(format!("{GRADIENT}{name}")), by])
}
