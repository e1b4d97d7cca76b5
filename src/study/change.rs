//! What an update does to the loss, beside what the gradient promises for a small step.

use super::batch::BatchOf;
use super::leaves::Leaves;
use crate::formula::{Formula, Name};
use crate::keys::What;
use crate::lesson::{Lesson, Position, Worked};
use crate::number::{Fault, Number, Outcome, Precision};
use crate::program::{RoleKind, Trained};
use crate::run::{Halt, LineOf, State};

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
    let mut leaves = Leaves::new();
    let formulas = formulas(&mut leaves, &trained);
    let steps: Vec<&Name> = trained.iter().filter_map(Trained::gradient_step).collect();
    // All gradients come out of one pass, and are asked for one by one.
    let mut gradients: (Option<Precision>, Vec<Outcome<Number>>) = (None, Vec::new());
    let parameter = |state: &State, at: usize| {
        let value = trained.get(at).and_then(|one| state.parameters.get(one.index));
        value.map(|&value| Number::Exact(value.into())).ok_or(Fault::TooLarge)
    };
    let mut value = |name: &Name, precision: Precision| match leaves.meaning(name) {
        Some(Leaf::LossBefore) => of.value(&mut probe, &before.parameters, &loss, precision),
        Some(Leaf::LossAfter) => of.value(&mut probe_after, &after.parameters, &loss, precision),
        Some(&Leaf::Before(at)) => parameter(&before, at),
        Some(&Leaf::After(at)) => parameter(&after, at),
        Some(&Leaf::Gradient(at)) => {
            if gradients.0 != Some(precision) {
                let values = of.values(&mut probe, &before.parameters, &steps, precision);
                gradients = (Some(precision), values);
            }
            gradients.1.get(at).cloned().unwrap_or(Err(Fault::TooLarge))
        }
        None => Err(Fault::TooLarge),
    };
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

/// What a leaf of the comparison stands for; parameters by their place among those that are trained.
enum Leaf {
    LossBefore,
    LossAfter,
    Before(usize),
    After(usize),
    Gradient(usize),
}

/// The loss before and after, how it changed, and `Σ grad_w5*(w5_new - w5)` where that is not too long.
fn formulas(leaves: &mut Leaves<Leaf>, trained: &[Trained]) -> Vec<(Name, Formula)> {
    let (loss_before, loss_after) =
        (leaves.leaf("loss_before", Leaf::LossBefore), leaves.leaf("loss_after", Leaf::LossAfter));
    let (before, after) = (leaves.line("E_before"), leaves.line("E_after"));
    let change = Formula::Name(after.clone()).minus(Formula::Name(before.clone()));
    let mut formulas = vec![(before, loss_before), (after, loss_after), (leaves.line("change"), change)];
    if trained.len() <= MOST_TERMS {
        let term = |(at, one): (usize, &Trained)| {
            let new = leaves.leaf(one.new_name().as_str(), Leaf::After(at));
            let by = new.minus(leaves.leaf(one.parameter.as_str(), Leaf::Before(at)));
            let gradient = leaves.leaf(What::BatchGradient(one.parameter.clone()).name().as_str(), Leaf::Gradient(at));
            Formula::product([gradient, by])
        };
        let terms: Vec<Formula> = trained.iter().enumerate().map(term).collect();
        formulas.push((leaves.line("predicted"), Formula::sum(terms)));
    }
    formulas
}
