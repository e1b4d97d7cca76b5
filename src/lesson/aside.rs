//! Formulas worked beside the steps of a lesson, with the same promises: certain digits, and lines that close.

use std::collections::HashMap;

use super::open::unfinished;
use super::{Lesson, Shown, Work, work};
use crate::formula::{Formula, Name};
use crate::number::{Fault, Format, Number, Outcome, Precision, Written};
use crate::program::{Phase, Role, RoleKind, Step};
use crate::run::{Aside, Ladder, Reading};

/// A formula with its work and its result.
#[derive(Clone, Debug)]
pub struct Worked {
    /// What the result is called.
    pub name: Name,
    /// The formula.
    pub formula: Formula,
    /// The result, or what kept it from being computed.
    pub result: Result<Shown, Fault>,
    /// The work down to the result; none where there is no result.
    pub work: Option<Work>,
}

/// Gives a value that formulas beside the steps start from, with so much precision.
pub trait Values {
    /// The value of a name.
    ///
    /// # Errors
    /// What kept it from being computed.
    fn value(&mut self, name: &Name, precision: Precision) -> Outcome<Number>;
}

impl<F: FnMut(&Name, Precision) -> Outcome<Number>> Values for F {
    fn value(&mut self, name: &Name, precision: Precision) -> Outcome<Number> {
        self(name, precision)
    }
}

impl Lesson {
    /// Works formulas, each of which may read those before it, as the steps of the lesson are worked.
    pub fn work_out(formulas: Vec<(Name, Formula)>, format: Format, values: &mut impl Values) -> Vec<Worked> {
        let step = |(name, formula): (Name, Formula)| Step {
            role: Role { kind: RoleKind::Node, subject: name.clone(), partner: None },
            name,
            formula,
            phase: Phase::Forward,
            layer: None,
        };
        let steps: Vec<Step> = formulas.into_iter().map(step).collect();
        let aside = Aside::new(steps.clone());
        let mut done: Vec<Option<Worked>> = steps.iter().map(|_| None).collect();
        let mut ladder = Ladder::for_decimals(format.decimals + 20);
        loop {
            let reading = aside.read(ladder.precision(), |name| values.value(name, ladder.precision()));
            let climbed = ladder.climb();
            if let Some(reading) = &reading {
                for (at, (done, step)) in done.iter_mut().zip(&steps).enumerate() {
                    if done.is_none() {
                        *done = worked(step, at, format, reading, !climbed);
                    }
                }
            }
            if !climbed || done.iter().all(Option::is_some) {
                return done.into_iter().flatten().collect();
            }
        }
    }
}

/// A step as it is shown; `None` where more bits are needed and may come.
fn worked(step: &Step, at: usize, format: Format, reading: &Reading, finest: bool) -> Option<Worked> {
    let given = |result, work| Worked { name: step.name.shown(), formula: step.formula.clone(), result, work };
    let shown = match reading.step(at) {
        Err(fault) if fault.is_undecided() && !finest => return None,
        Err(fault) => return Some(given(Err(fault), None)),
        Ok(number) => match number.written(format) {
            Some(written) => Ok(Shown { written, unfinished: false }),
            None if finest => unfinished(Ok(number), format),
            None => return None,
        },
    };
    let Ok(shown) = shown else { return Some(given(shown, None)) };
    let givens = exact_operands(step, reading, format);
    let asked =
        work::Asked { formula: &step.formula, result: &shown.written, givens: &givens, format, finest, rounding: None };
    let work = work::work(&asked, reading);
    (work.is_some() || finest).then(|| given(Ok(shown), work))
}

/// What a formula reads that has no more digits than are shown.
fn exact_operands(step: &Step, reading: &Reading, format: Format) -> HashMap<Name, Written> {
    let exact = |name: &Name| {
        let digits = reading.value(name.as_str()).ok()?.exact()?.normalized();
        (digits.scale() <= format.decimals).then(|| (name.clone(), Written { digits, exact: true }))
    };
    step.operands().into_iter().filter_map(exact).collect()
}
