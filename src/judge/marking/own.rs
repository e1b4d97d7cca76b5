//! The numbers that a learner has, and what comes out of them at the steps that are not on the sheet.
//!
//! A number is carried as a person carries it: the next step is worked with it, by the right rule. Whether with just
//! the digits on the sheet, with rounded results between them too, or with all digits kept in a calculator, the sheet
//! does not say, so all three are worked.

use std::collections::{BTreeMap, HashMap};

use super::line::{Line, Manner, Standing, Worked};
use crate::formula::{Formula, Name};
use crate::judge::digits::half_unit_of;
use crate::judge::earlier::{Basis, Coarseness, is_all};
use crate::judge::quantity::Quantity;
use crate::judge::subject::Subject;
use crate::lesson::{Lesson, Position};
use crate::number::{Arithmetic as _, Exact, Fault, Number, Outcome, Precision, Proven, Rounding};
use crate::program::Step;
use crate::run::Halt;

/// A wrong number is not carried over more steps than these.
const MOST_STEPS: u64 = 200_000;

/// Nor one that is rounded rightly, which matters less with every step.
const MOST_STEPS_OF_RIGHT: u64 = 3_000;

/// The numbers of one learner in one run.
#[derive(Debug, Default)]
pub(super) struct Own {
    lines: BTreeMap<Position, Line>,
    coarseness: Coarseness,
    asked: Option<Rounding>,
    /// What comes out of them, by precision.
    carried: HashMap<Precision, Carried>,
}

/// Steps worked with the numbers of a sheet, up to a place.
#[derive(Debug)]
struct Carried {
    next: Position,
    values: HashMap<Position, Worked>,
}

impl Own {
    /// The numbers of a sheet on which results are rounded so, where that was asked for.
    pub(super) fn asked(rounding: Option<Rounding>) -> Self {
        Self { asked: rounding, ..Self::default() }
    }

    /// Takes results to be rounded so from now on.
    pub(super) fn ask(&mut self, rounding: Option<Rounding>) {
        if self.asked != rounding {
            self.asked = rounding;
            self.carried.clear();
        }
    }

    /// Takes a number; one of few digits `is_no_measure` for others.
    pub(super) fn add(
        &mut self,
        subject: &Subject,
        written: &Exact,
        value: &Number,
        standing: Standing,
        is_no_measure: bool,
    ) {
        let is_all = is_all(written, value);
        let has_all_digits = value.exact().is_some_and(|exact| exact.normalized().scale() <= written.scale());
        if !has_all_digits && !is_no_measure {
            self.coarseness.add(written);
        }
        let Some((position, is_negated)) = subject.step else { return };
        let number = if is_negated { written.negated() } else { written.clone() };
        let half = if is_all { Exact::zero() } else { half_unit_of(&number) };
        // Of a step that is on the sheet twice, the coarser number says how the next one may have come about.
        if let (Some(known), Standing::Good) = (self.lines.get(&position), &standing)
            && matches!(known.standing, Standing::Good)
            && known.half.compare(&half).is_ge()
        {
            return;
        }
        // What was worked with another number before has to be worked again.
        for carried in self.carried.values_mut().filter(|carried| carried.next > position) {
            carried.values.retain(|&worked, _| worked < position);
            carried.next = position;
        }
        self.lines.insert(position, Line { number, half, standing });
    }

    /// Whether there are no numbers yet.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Whether a step has a number that is not good, or depends on one.
    pub(super) fn is_tainted(&self, position: Position, precision: Precision) -> bool {
        let worked = self.carried.get(&precision).and_then(|carried| carried.values.get(&position));
        worked.is_some_and(|worked| worked.is_tainted) || self.lines.get(&position).is_some_and(Line::is_not_good)
    }

    /// What the learner has at a step, in one manner; none where that is the exact value.
    pub(super) fn at(&self, position: Position, precision: Precision, manner: Manner) -> Option<Outcome<Number>> {
        if let (Some(line), Manner::AsWritten | Manner::Rounded) = (self.lines.get(&position), manner) {
            return Some(Ok(Number::Exact(line.number.clone())));
        }
        match self.carried.get(&precision).and_then(|carried| carried.values.get(&position)) {
            Some(worked) => worked.value(manner).cloned(),
            None => self.lines.get(&position).and_then(Line::kept),
        }
    }

    /// Works the steps that depend on the numbers of the sheet, up to and with the one at `last`.
    ///
    /// # Errors
    /// Where training ends before.
    pub(super) fn carry(&mut self, lesson: &mut Lesson, proven: &Proven, last: Position) -> Result<(), Halt> {
        let steps = lesson.steps_per_epoch();
        let distance = |from: Position| last.epoch.saturating_sub(from.epoch).saturating_mul(steps);
        let is_near = |(position, line): &(&Position, &Line)| {
            let most = if line.is_not_good() { MOST_STEPS } else { MOST_STEPS_OF_RIGHT };
            line.is_inexact() && distance(**position) <= most
        };
        let Some(first) = self.lines.iter().find(is_near).map(|(position, _)| *position) else { return Ok(()) };
        let start = || Carried { next: first, values: HashMap::new() };
        let mut carried = self.carried.remove(&proven.precision()).unwrap_or_else(start);
        while carried.next <= last {
            let here = carried.next;
            if let Some(worked) = self.worked(lesson, proven, here, &carried.values)? {
                carried.values.insert(here, worked);
            }
            carried.next = if here.number < steps {
                Position { number: here.number + 1, ..here }
            } else {
                Position::start_of(here.epoch + 1)
            };
        }
        self.carried.insert(proven.precision(), carried);
        Ok(())
    }

    /// What comes out at a step; none where it depends on no number of the sheet.
    fn worked(
        &self,
        lesson: &mut Lesson,
        proven: &Proven,
        here: Position,
        values: &HashMap<Position, Worked>,
    ) -> Result<Option<Worked>, Halt> {
        let line = self.lines.get(&here);
        let Some(step) = lesson.step(here) else { return Ok(None) };
        let mut operands = operands(lesson, &step, here);
        let mut formula = step.formula.clone();
        // Whoever has written a delta goes on with that.
        if let Some(other) = lesson.program().by_delta(&step) {
            let own = self::operands(lesson, &Step { formula: other.clone(), ..step.clone() }, here);
            if own.iter().any(|(_, quantity)| quantity.made_at.is_some_and(|delta| self.lines.contains_key(&delta))) {
                (operands, formula) = (own, other);
            }
        }
        let of = |quantity: &Quantity| quantity.made_at.and_then(|position| values.get(&position));
        let depends = operands.iter().any(|(_, quantity)| of(quantity).is_some());
        let is_tainted = operands.iter().any(|(_, quantity)| of(quantity).is_some_and(|worked| worked.is_tainted));
        if !depends {
            return Ok(line.map(Line::worked));
        }
        let keeps_exact = |quantity: &Quantity| of(quantity).is_none_or(|worked| worked.kept.is_none());
        let mut results: Vec<Option<Outcome<Number>>> = Vec::with_capacity(Manner::ALL.len());
        for manner in Manner::ALL {
            let is_exact = manner == Manner::Kept && operands.iter().all(|(_, quantity)| keeps_exact(quantity));
            let is_written = manner != Manner::Kept && line.is_some();
            if is_exact || is_written {
                results.push(None);
                continue;
            }
            let mut known = HashMap::with_capacity(operands.len());
            for (name, quantity) in &operands {
                let value = match of(quantity).and_then(|worked| worked.value(manner)) {
                    Some(value) => value.clone(),
                    None => quantity.value(lesson, proven.precision())?,
                };
                known.insert(name, value);
            }
            let value = evaluated(&formula, proven, &known);
            let value = match lesson.program().rounding(&step) {
                Some(rule) => value.and_then(|value| proven.rounded(&value, rule)),
                None => value,
            };
            results.push(Some(if manner == Manner::Rounded { self.rounded(value) } else { value }));
        }
        let kept = results.pop().flatten();
        let mut next = || results.remove(0).unwrap_or(Err(Fault::TooLarge));
        Ok(Some(match line {
            Some(line) => {
                let number = || Ok(Number::Exact(line.number.clone()));
                let kept = match &line.standing {
                    Standing::Wrong(_) => line.kept(),
                    Standing::Good | Standing::Worked => kept,
                };
                Worked { as_written: number(), rounded: number(), kept, is_tainted: is_tainted || line.is_not_good() }
            }
            None => Worked { as_written: next(), rounded: next(), kept, is_tainted },
        }))
    }

    /// A result as a person rounds it who has the digits of this sheet.
    fn rounded(&self, value: Outcome<Number>) -> Outcome<Number> {
        let value = value?;
        let rounding = self.asked.or_else(|| self.coarseness.rounding());
        let rounded = rounding.and_then(|rounding| value.rounded_by(rounding));
        Ok(rounded.map_or(value, Number::Exact))
    }
}

fn evaluated(formula: &Formula, proven: &Proven, known: &HashMap<&Name, Outcome<Number>>) -> Outcome<Number> {
    formula.evaluate(proven, &mut |name| known.get(name).cloned().unwrap_or(Err(Fault::TooLarge)))
}

/// What a step reads, with where it comes from.
fn operands(lesson: &mut Lesson, step: &Step, here: Position) -> Vec<(Name, Quantity)> {
    let find = |name: &Name| {
        let found = Quantity::find(lesson, name, here);
        (name.clone(), found.unwrap_or_else(|_| Quantity::of_line(lesson, name, here)))
    };
    step.operands().into_iter().map(find).collect()
}

impl Basis for Own {
    fn written(&self, position: Position) -> Option<(&Exact, Exact)> {
        self.lines.get(&position).map(|line| (&line.number, line.half.clone()))
    }

    fn tolerance(&self, value: &Number, at_least: u32) -> Exact {
        self.coarseness.tolerance(value, at_least)
    }

    fn carried(&self, position: Position, precision: Precision) -> Option<&Outcome<Number>> {
        self.carried.get(&precision)?.values.get(&position).map(|worked| &worked.as_written)
    }
}
