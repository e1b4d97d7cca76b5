//! Whether a claim follows from the numbers before it, each taken for what rounding makes of it.

use std::collections::HashMap;

use super::earlier::Basis;
use super::image::{Image, Span};
use super::quantity::Quantity;
use super::subject::Subject;
use super::{Claim, ClaimKind, Trial, Verdict, digits};
use crate::formula::{Formula, Name};
use crate::lesson::{Found, Lesson, Position};
use crate::number::{Arithmetic as _, Exact, Number, Outcome, Proven};
use crate::program::{Address, Step};
use crate::run::{Halt, LineOf};

/// The step behind a claim, or its own formula, with what that reads.
#[derive(Debug)]
pub(super) struct Working {
    formula: Formula,
    operands: Vec<(Name, Quantity)>,
    slopes: HashMap<Name, Formula>,
    /// The lowest and the highest result of which the claim is the rounded form.
    target: (Exact, Exact),
    claim: Claim,
    is_negated: bool,
    /// Whether a result that is cut off is as good as one that is rounded.
    may_be_cut: bool,
    /// How many decimals a value has at least that was not written.
    at_least: u32,
}

impl Working {
    pub(super) fn of(lesson: &mut Lesson, claim: &Claim, subject: &Subject) -> Self {
        let step = subject.step.and_then(|(position, negative)| Some((position, negative, lesson.step(position)?)));
        Self::of_step(lesson, claim, subject, step)
    }

    /// The gradient of a parameter as it is worked from its delta; none where the step is not that, or is so anyway.
    pub(super) fn by_delta(lesson: &mut Lesson, claim: &Claim, subject: &Subject) -> Option<Self> {
        let (position, negative) = subject.step?;
        let step = lesson.step(position)?;
        let formula = lesson.program().by_delta(&step)?;
        Some(Self::of_step(lesson, claim, subject, Some((position, negative, Step { formula, ..step }))))
    }

    /// A formula over steps, worked from what these steps read; none where the claim is about one step, or where what a
    /// step reads cannot be named from outside.
    pub(super) fn inlined(lesson: &mut Lesson, claim: &Claim, subject: &Subject) -> Option<Self> {
        if subject.step.is_some() {
            return None;
        }
        let mut formulas: HashMap<Name, Formula> = HashMap::new();
        for (name, quantity) in &subject.quantities {
            if let Some(position) = quantity.made_at.filter(|_| !quantity.is_given && quantity.run.is_none()) {
                formulas.insert(name.clone(), from_outside(lesson, position)?);
            }
        }
        let what = claim.what.substituted(&|name| formulas.get(name).cloned());
        let claim = Claim { what, ..claim.clone() };
        let subject = Subject::of(lesson, &claim.what).ok().filter(|_| !formulas.is_empty())?;
        Some(Self::of_step(lesson, &claim, &subject, None))
    }

    fn of_step(lesson: &mut Lesson, claim: &Claim, subject: &Subject, step: Option<(Position, bool, Step)>) -> Self {
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
        let half = digits::half_unit_of(&value);
        let target = (value.minus(&half), value.plus(&half));
        let at_least = if claim.kind == ClaimKind::Erratum { value.scale() } else { 0 };
        let claim = Claim { what: formula.clone(), value, kind: ClaimKind::Result };
        Self {
            formula,
            operands,
            slopes: HashMap::new(),
            target,
            claim,
            is_negated: negative,
            may_be_cut: false,
            at_least,
        }
    }

    /// Takes a result that is cut off for as good as one that is rounded.
    pub(super) fn or_cut(mut self) -> Self {
        self.may_be_cut = true;
        self
    }

    /// What the formula reads, with where it comes from.
    pub(super) fn operands(&self) -> &[(Name, Quantity)] {
        &self.operands
    }

    /// Tells whether the claim follows, as far as these bits can tell.
    pub(super) fn answer(&mut self, lesson: &mut Lesson, proven: &Proven, basis: &impl Basis) -> Result<Trial, Halt> {
        let mut spans = HashMap::new();
        let mut as_written = HashMap::new();
        for (name, quantity) in &self.operands {
            match self.span(lesson, proven, basis, quantity)? {
                Ok((span, written)) => {
                    as_written.insert(name.clone(), written);
                    spans.insert(name.clone(), span);
                }
                Err(fault) if fault.is_undecided() => return Ok(Trial::Finer),
                Err(_) => return Ok(Trial::Open),
            }
        }
        for (name, span) in &spans {
            if !span.is_point() && !self.slopes.contains_key(name) {
                self.slopes.insert(name.clone(), self.formula.derivative(name));
            }
        }
        let image = Image { proven, formula: &self.formula, slopes: &self.slopes };
        // Most often a person went on with just the digits that stand there.
        let compared = image.at(&as_written).map(|value| digits::verdict(&self.claim, &value));
        match compared {
            Ok(Some(Verdict::Right)) => return Ok(Trial::Settled(Verdict::Rounded)),
            Ok(Some(Verdict::Cut)) if self.may_be_cut => return Ok(Trial::Settled(Verdict::Rounded)),
            _ if !spans.values().all(Span::is_point) => {}
            Ok(Some(_)) => return Ok(Trial::Settled(Verdict::Wrong)),
            Ok(None) => return Ok(Trial::Finer),
            Err(_) => return Ok(Trial::Open),
        }
        Ok(image.meets(&spans, &self.target))
    }

    /// What the formula comes to on other values of what it reads, where `other` has one; none where it comes to nothing.
    pub(super) fn on(
        &self,
        lesson: &mut Lesson,
        proven: &Proven,
        other: &dyn Fn(&Quantity) -> Option<Outcome<Number>>,
    ) -> Result<Option<Number>, Halt> {
        let mut point = HashMap::with_capacity(self.operands.len());
        for (name, quantity) in &self.operands {
            let value = match other(quantity) {
                Some(value) => value,
                None => quantity.value(lesson, proven.precision())?,
            };
            let Ok(value) = value else { return Ok(None) };
            point.insert(name.clone(), value);
        }
        let image = Image { proven, formula: &self.formula, slopes: &self.slopes };
        Ok(image.at(&point).ok())
    }

    /// Whether the claim is a result, rounded or cut off; none where more bits may tell.
    pub(super) fn is_result(&self, value: &Number) -> Option<bool> {
        let verdict = digits::verdict(&self.claim, value)?;
        Some(verdict == Verdict::Right || (self.may_be_cut && verdict == Verdict::Cut))
    }

    /// The sign with which the formula's result is claimed.
    pub(super) fn claimed(&self, proven: &Proven, value: Number) -> Option<Number> {
        if self.is_negated { proven.negate(&value).ok() } else { Some(value) }
    }

    /// Between what a value lies that the source worked with, and the value itself as it was written.
    fn span(
        &self,
        lesson: &mut Lesson,
        proven: &Proven,
        basis: &impl Basis,
        quantity: &Quantity,
    ) -> Result<Outcome<(Span, Number)>, Halt> {
        let written = quantity.made_at.and_then(|position| basis.written(position));
        let carried = quantity.made_at.and_then(|position| basis.carried(position, proven.precision()));
        let (middle, half) = match (written, carried) {
            (Some((written, half)), _) => (Number::Exact(written.clone()), half),
            (None, Some(Err(fault))) => return Ok(Err(*fault)),
            (None, Some(Ok(value))) => (value.clone(), basis.tolerance(value, self.at_least)),
            (None, None) => match quantity.value(lesson, proven.precision())? {
                Err(fault) => return Ok(Err(fault)),
                Ok(value) if quantity.is_given && quantity.made_at.is_none() => (value, Exact::zero()),
                Ok(value) => {
                    let half = basis.tolerance(&value, self.at_least);
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

/// The formula of a step with names that are found from anywhere; a step that is only another name is that other one.
fn from_outside(lesson: &Lesson, mut position: Position) -> Option<Formula> {
    let mut formula = lesson.step(position)?.formula;
    while let Formula::Name(name) = &formula {
        let Ok(Found::Step(other)) = lesson.find(name.as_str(), position) else { break };
        position = other;
        formula = lesson.step(position)?.formula;
    }
    let number = match lesson.line(position) {
        LineOf::Sample(number) | LineOf::Update(number) => number,
        LineOf::Validation => return None,
    };
    Some(formula.substituted(&|name| {
        let address = Address::parse(name.as_str())?;
        let (sample, epoch) = (address.sample.unwrap_or(number), address.epoch.unwrap_or(position.epoch));
        Some(Formula::name(format!("{}#{sample}@{epoch}", address.name)))
    }))
}
