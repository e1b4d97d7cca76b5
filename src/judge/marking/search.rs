//! Looks for what made a number wrong: each slip makes a number of its own, and the one that was written tells.
//!
//! One slip at a time, then one and early rounding. The simplest that fits is told; where several fit alike, all are.

use super::alternatives::{Alternative, Alternatives};
use super::compare::is_noise;
use super::copying;
use super::filled::Filled;
use super::own::Own;
use super::retold::Retold;
use super::{Cause, Slip};
use crate::formula::Formula;
use crate::judge::subject::Subject;
use crate::judge::{Claim, Verdict, digits};
use crate::lesson::{Lesson, Position};
use crate::number::{Exact, Number, Proven, Rounding};
use crate::run::Halt;

/// So many steps of a training are worked again for each slip, at most.
const MOST_STEPS: u64 = 2_000_000;

/// So many where each slip is worked with every early rounding.
const MOST_STEPS_ON_PAPER: u64 = 20_000;

/// With fewer digits anything fits some early rounding.
const FEWEST_DIGITS: u64 = 4;

/// With fewer digits anything fits some mistake.
const FEWEST_FOR_A_RULE: u64 = 2;

/// A number that is not right, and what it is compared with.
pub(super) struct Search<'a> {
    pub(super) claim: &'a Claim,
    /// The number with all digits, of which the claim may have fewer.
    pub(super) as_written: &'a Exact,
    pub(super) subject: &'a Subject,
    pub(super) proven: &'a Proven,
    /// The exact result.
    pub(super) right: &'a Number,
    /// What the learner's own earlier numbers give, where that is something else.
    pub(super) carried: Option<&'a Number>,
    pub(super) own: &'a Own,
    /// How the lesson rounds the result, where it does.
    pub(super) rounding: Option<Rounding>,
}

impl Search<'_> {
    /// Every slip that makes just this number, the simplest kind of them; where it `is_explained`
    /// already, early rounding is not looked for.
    pub(super) fn causes(
        &self,
        lesson: &mut Lesson,
        alternatives: &mut Alternatives,
        is_explained: bool,
    ) -> Vec<Cause> {
        let mut causes = Causes::default();
        for number in [Some(self.right), self.carried].into_iter().flatten() {
            self.copied(number, None, &mut causes);
        }
        let steps = self.subject.epochs().last().map_or(1, |last| last.saturating_mul(lesson.steps_per_epoch()));
        let written = &self.claim.value;
        let digits = if written.is_zero() { u64::from(written.scale()) } else { written.digit_count() };
        let is_short = digits < FEWEST_FOR_A_RULE;
        if is_short || !Alternatives::can_be_made(lesson) || steps > MOST_STEPS {
            return causes.0;
        }
        let mut wrong_rules = Vec::new();
        // A mistake that leaves the number as it is makes no difference with early rounding either.
        let mut is_changed = Vec::new();
        for other in alternatives.single(lesson) {
            let retold = if is_explained { Ok(None) } else { self.retold(lesson, other) };
            let rules = [self.other_rule(lesson, other), retold];
            let rules: Vec<Filled> = rules.into_iter().filter_map(|rule| rule.ok().flatten()).collect();
            let is_local = rules.iter().any(|rule| rule.results(self.proven).any(|made| self.fits(&made)));
            let end = self.end(&mut other.lesson).ok().flatten();
            if is_local || end.as_ref().is_some_and(|made| self.fits(made)) {
                causes.add(other.slip.as_ref(), None);
            }
            is_changed.push(end.is_some_and(|made| self.differs(&made)));
            wrong_rules.extend(rules.into_iter().map(|rule| (other.slip.clone(), rule)));
        }
        let decimals = || (1..=self.claim.value.scale()).rev();
        let is_open = causes.0.is_empty() && !is_explained && self.claim.value.digit_count() >= FEWEST_DIGITS;
        if !is_open || steps > MOST_STEPS_ON_PAPER || !Alternatives::can_be_rounded(lesson) {
            return causes.0;
        }
        let own_rule = self.rule(lesson);
        let found = |causes: &Causes| !causes.0.is_empty();
        let alone = |decimals| {
            let mut causes = Causes::default();
            self.rounded_here(own_rule.as_ref(), None, decimals, &mut causes);
            let rounded = alternatives.as_it_is(lesson).rounded(decimals);
            if matches!(self.end(rounded), Ok(Some(made)) if self.fits(&made)) {
                causes.add(None, Some(decimals));
            }
            causes
        };
        if let Some(causes) = decimals().map(alone).find(found) {
            return causes.0;
        }
        let with_another = |decimals| {
            let mut causes = Causes::default();
            for (slip, rule) in &wrong_rules {
                self.rounded_here(Some(rule), slip.as_ref(), decimals, &mut causes);
            }
            if let Ok(Some(made)) = self.end(alternatives.as_it_is(lesson).rounded(decimals)) {
                self.copied(&made, Some(decimals), &mut causes);
            }
            let others = alternatives.single(lesson).iter_mut().zip(&is_changed);
            for (other, _) in others.filter(|(other, is_changed)| **is_changed && !other.is_convention()) {
                if matches!(self.end(other.rounded(decimals)), Ok(Some(made)) if self.fits(&made)) {
                    causes.add(other.slip.as_ref(), Some(decimals));
                }
            }
            causes
        };
        decimals().map(with_another).find(found).unwrap_or_default().0
    }

    fn subject_in(&self, lesson: &mut Lesson) -> Option<Subject> {
        Subject::of(lesson, &self.claim.what).ok()
    }

    fn fits(&self, number: &Number) -> bool {
        let is_it = |number: &Number| {
            digits::verdict(self.claim, number) == Some(Verdict::Right) || is_noise(self.claim, self.as_written, number)
        };
        let rounded = self.rounding.and_then(|rounding| number.rounded_by(rounding));
        is_it(number) || rounded.is_some_and(|rounded| is_it(&rounded.into()))
    }

    /// Whether a number is certainly not the exact result.
    fn differs(&self, number: &Number) -> bool {
        let ends = number.ends().zip(self.right.ends());
        ends.is_none_or(|(own, right)| own.0.compare(&right.1).is_gt() || own.1.compare(&right.0).is_lt())
    }

    /// Whether a formula at a place of the lesson makes the number, from the exact values or from the learner's own.
    pub(super) fn is_value_of(&self, lesson: &mut Lesson, formula: &Formula, here: Position) -> bool {
        let filled = Filled::of(lesson, self.own, formula.clone(), here, self.proven).ok().flatten();
        filled.is_some_and(|filled| filled.results(self.proven).any(|made| self.fits(&made)))
    }

    /// The slips of the pen that make the number of another.
    fn copied(&self, number: &Number, decimals: Option<u32>, causes: &mut Causes) {
        for slip in copying::slips(&self.claim.value, number) {
            causes.add(Some(&slip), decimals);
        }
    }

    /// Whether values that are rounded right before the step make the number.
    fn rounded_here(&self, rule: Option<&Filled>, slip: Option<&Slip>, decimals: u32, causes: &mut Causes) {
        if rule.is_some_and(|rule| rule.rounded(self.proven, decimals).any(|made| self.fits(&made))) {
            causes.add(slip, Some(decimals));
        }
    }

    /// The step that the number is about, by the right rule.
    fn rule(&self, lesson: &mut Lesson) -> Option<Filled> {
        let (here, is_negated) = self.subject.step?;
        let formula = lesson.step(here)?.formula;
        Filled::of(lesson, self.own, turned(formula, is_negated), here, self.proven).ok()?
    }

    /// The step as another lesson has it, with the numbers of this one; none where it has the same rule.
    fn other_rule(&self, lesson: &mut Lesson, other: &mut Alternative) -> Result<Option<Filled>, Halt> {
        let Some((here, is_negated)) = self.subject.step else { return Ok(None) };
        let Some(right) = lesson.step(here) else { return Ok(None) };
        let Some(there) = self.subject_in(&mut other.lesson).and_then(|subject| subject.step) else {
            return Ok(None);
        };
        let Some(step) = other.lesson.step(there.0).filter(|step| step.formula != right.formula) else {
            return Ok(None);
        };
        Filled::of(lesson, self.own, turned(step.formula, is_negated), here, self.proven)
    }

    /// The step as another lesson comes to it from the numbers that were written; none where nothing was.
    fn retold(&self, lesson: &mut Lesson, other: &mut Alternative) -> Result<Option<Filled>, Halt> {
        if self.own.is_empty() {
            return Ok(None);
        }
        let Some((there, is_negated)) = self.subject_in(&mut other.lesson).and_then(|subject| subject.step) else {
            return Ok(None);
        };
        let retold = Retold { lesson, other: &mut other.lesson, own: self.own, proven: self.proven };
        retold.filled(there, is_negated)
    }

    /// What another lesson comes to, its last step not rounded.
    fn end(&self, lesson: &mut Lesson) -> Result<Option<Number>, Halt> {
        let Some(subject) = self.subject_in(lesson) else { return Ok(None) };
        for epoch in subject.epochs() {
            lesson.run().state(epoch)?;
        }
        match subject.step.and_then(|(here, is_negated)| Some((here, is_negated, lesson.step(here)?.formula))) {
            Some((here, is_negated, formula)) => {
                let formula = turned(formula, is_negated);
                let nothing = Own::default();
                let filled = Filled::of(lesson, &nothing, formula, here, self.proven)?;
                Ok(filled.and_then(|filled| filled.own_result(self.proven)))
            }
            None => Ok(subject.value(lesson, self.proven, &self.claim.what)?.ok()),
        }
    }
}

/// Causes, each once.
#[derive(Default)]
struct Causes(Vec<Cause>);

impl Causes {
    fn add(&mut self, slip: Option<&Slip>, decimals: Option<u32>) {
        let cause = Cause { slip: slip.cloned().unwrap_or(Slip::EarlyRounding), decimals };
        if !self.0.contains(&cause) {
            self.0.push(cause);
        }
    }
}

fn turned(formula: Formula, is_negated: bool) -> Formula {
    if is_negated { Formula::Negative(Box::new(formula)) } else { formula }
}
