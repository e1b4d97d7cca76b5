//! Whether a claim follows from the numbers before it, each taken for what rounding makes of it.

use std::collections::HashMap;

use super::earlier::{Earlier, half_unit};
use super::image::{Image, Span};
use super::quantity::Quantity;
use super::subject::Subject;
use super::{Claim, ClaimKind, Trial, Verdict};
use crate::formula::{Formula, Name};
use crate::lesson::Lesson;
use crate::number::{Arithmetic as _, Exact, Number, Outcome, Proven};
use crate::run::Halt;

/// The step behind a claim, or its own formula, with what that reads.
#[derive(Debug)]
pub(super) struct Working {
    formula: Formula,
    operands: Vec<(Name, Quantity)>,
    slopes: HashMap<Name, Formula>,
    /// The lowest and the highest result of which the claim is the rounded form.
    target: (Exact, Exact),
    claim: Exact,
    /// How many decimals a value has at least that was not written.
    at_least: u32,
}

impl Working {
    pub(super) fn of(lesson: &mut Lesson, claim: &Claim, subject: &Subject) -> Self {
        let step = subject.step.and_then(|(position, negative)| Some((position, negative, lesson.step(position)?)));
        let (formula, operands, negative) = match step {
            Some((here, negative, step)) => {
                let names: Vec<Name> = step.operands().into_iter().cloned().collect();
                let find = |name: Name| {
                    let found = Quantity::find(lesson, &name, here);
                    let quantity = found.unwrap_or_else(|_| Quantity::of_line(lesson, &name, here));
                    (name, quantity)
                };
                (step.formula.clone(), names.into_iter().map(find).collect(), negative)
            }
            None => (claim.what.clone(), subject.quantities.clone(), false),
        };
        let value = if negative { claim.value.negated() } else { claim.value.clone() };
        let half = half_unit(value.scale());
        let target = (value.minus(&half), value.plus(&half));
        let at_least = if claim.kind == ClaimKind::Erratum { value.scale() } else { 0 };
        Self { formula, operands, slopes: HashMap::new(), target, claim: value, at_least }
    }

    /// Tells whether the claim follows, as far as these bits can tell.
    pub(super) fn answer(&mut self, lesson: &mut Lesson, proven: &Proven, earlier: &Earlier) -> Result<Trial, Halt> {
        let mut spans = HashMap::new();
        let mut as_written = HashMap::new();
        for (name, quantity) in &self.operands {
            match self.span(lesson, proven, earlier, quantity)? {
                Ok((span, written)) => {
                    as_written.insert(name.clone(), written);
                    spans.insert(name.clone(), span);
                }
                Err(fault) if fault.is_undecided() => return Ok(Trial::Finer),
                Err(_) => return Ok(Trial::Open),
            }
        }
        if spans.values().all(Span::is_point) {
            return Ok(Trial::Settled(Verdict::Wrong));
        }
        for (name, span) in &spans {
            if !span.is_point() && !self.slopes.contains_key(name) {
                self.slopes.insert(name.clone(), self.formula.derivative(name));
            }
        }
        let image = Image { proven, formula: &self.formula, slopes: &self.slopes };
        // Most often a person went on with just the digits that stand there.
        if image.at(&as_written).is_ok_and(|value| {
            value.rounded(self.claim.scale()).is_some_and(|value| value.compare(&self.claim).is_eq())
        }) {
            return Ok(Trial::Settled(Verdict::Rounded));
        }
        Ok(image.meets(&spans, &self.target))
    }

    /// Between what a value lies that the source worked with, and the value itself as it was written.
    fn span(
        &self,
        lesson: &mut Lesson,
        proven: &Proven,
        earlier: &Earlier,
        quantity: &Quantity,
    ) -> Result<Outcome<(Span, Number)>, Halt> {
        let written = quantity.made_at.and_then(|position| earlier.written(position));
        let (middle, half) = match written {
            Some((written, half)) => (Number::Exact(written.clone()), half),
            None => match quantity.value(lesson, proven.bits())? {
                Err(fault) => return Ok(Err(fault)),
                Ok(value) if quantity.is_given && quantity.made_at.is_none() => (value, Exact::zero()),
                Ok(value) => {
                    let half = earlier.tolerance(&value, self.at_least);
                    (value, half)
                }
            },
        };
        Ok(around(proven, middle, half))
    }
}

fn around(proven: &Proven, middle: Number, half: Exact) -> Outcome<(Span, Number)> {
    if half.is_zero() {
        return Ok((Span::Point(middle.clone()), middle));
    }
    let half = Number::Exact(half);
    Ok((Span::Between(proven.subtract(&middle, &half)?, proven.add(&middle, &half)?), middle))
}
