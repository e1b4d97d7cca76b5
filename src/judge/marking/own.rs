//! The numbers that a learner has: those that agree, those that do not, and what comes out of the latter.
//!
//! A number that is wrong is carried as a person carries it: the next step is worked with it, by the right rule.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::formula::Name;
use crate::judge::earlier::{Basis, Earlier};
use crate::judge::quantity::Quantity;
use crate::judge::subject::Subject;
use crate::lesson::{Lesson, Position};
use crate::number::{Arithmetic as _, Exact, Fault, Number, Outcome, Precision, Proven};
use crate::program::Step;
use crate::run::Halt;

/// A wrong number is not carried over more steps than these.
const MOST_STEPS: u64 = 200_000;

/// The numbers of one learner in one run.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// Those that agree.
    pub(super) good: Earlier,
    /// All of them.
    all: Earlier,
    /// The steps whose numbers agree.
    agreeing: HashSet<Position>,
    wrong: BTreeMap<Position, Exact>,
    /// What comes out of the wrong ones, by precision.
    carried: HashMap<Precision, Carried>,
}

/// Steps worked with wrong numbers, up to a place.
#[derive(Debug)]
struct Carried {
    next: Position,
    values: HashMap<Position, Outcome<Number>>,
}

impl Own {
    /// Takes a number that agrees with `value`; one of few digits is no measure for others.
    pub(super) fn add_good(&mut self, subject: &Subject, written: &Exact, value: &Number, is_coarse: bool) {
        for earlier in [&mut self.good, &mut self.all] {
            if is_coarse {
                earlier.add_alone(subject, written, value);
            } else {
                earlier.add(subject, written, value);
            }
        }
        if let Some((position, _)) = subject.step {
            self.agreeing.insert(position);
        }
    }

    /// Takes a number that does not agree with `value`.
    pub(super) fn add_wrong(&mut self, subject: &Subject, written: &Exact, value: &Number) {
        let Some((position, is_negated)) = subject.step else { return };
        let written = if is_negated { written.negated() } else { written.clone() };
        self.all.add_wrong(position, &written, value);
        self.agreeing.remove(&position);
        // What was worked with another number before has to be worked again.
        if self.carried.values().any(|carried| carried.next > position) {
            self.carried.clear();
        }
        self.wrong.insert(position, written);
    }

    /// Whether there are no numbers yet.
    pub(super) fn is_empty(&self) -> bool {
        self.wrong.is_empty() && self.agreeing.is_empty()
    }

    /// Whether any number is wrong.
    pub(super) fn has_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// Whether a step has a wrong number, or rests on one.
    pub(super) fn is_tainted(&self, position: Position, precision: Precision) -> bool {
        self.wrong.contains_key(&position) || self.carried(position, precision).is_some()
    }

    /// What the learner has at a step: what was written, or what comes out of it; none where that is the right value.
    pub(super) fn at(&self, position: Position, precision: Precision) -> Option<Outcome<Number>> {
        match self.written(position) {
            Some((written, _)) => Some(Ok(Number::Exact(written.clone()))),
            None => self.carried(position, precision).cloned(),
        }
    }

    /// Works the steps that rest on wrong numbers, up to and with the one at `last`.
    ///
    /// # Errors
    /// Where training ends before.
    pub(super) fn carry(&mut self, lesson: &mut Lesson, proven: &Proven, last: Position) -> Result<(), Halt> {
        let Some((&first, _)) = self.wrong.first_key_value() else { return Ok(()) };
        let steps = lesson.steps_per_epoch();
        if last.epoch.saturating_sub(first.epoch).saturating_mul(steps) > MOST_STEPS {
            return Ok(());
        }
        let start = || Carried { next: first, values: HashMap::new() };
        let mut carried = self.carried.remove(&proven.precision()).unwrap_or_else(start);
        while carried.next <= last {
            let here = carried.next;
            if !self.agreeing.contains(&here)
                && let Some(value) = self.worked(lesson, proven, here, &carried.values)?
            {
                carried.values.insert(here, value);
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

    /// What comes out at a step; none where it rests on no wrong number.
    fn worked(
        &self,
        lesson: &mut Lesson,
        proven: &Proven,
        here: Position,
        values: &HashMap<Position, Outcome<Number>>,
    ) -> Result<Option<Outcome<Number>>, Halt> {
        if let Some(own) = self.wrong.get(&here) {
            return Ok(Some(Ok(Number::Exact(own.clone()))));
        }
        let Some(step) = lesson.step(here) else { return Ok(None) };
        let mut operands = operands(lesson, &step, here);
        let mut formula = &step.formula;
        // Whoever has written a delta goes on with that.
        let by_delta = lesson.program().by_delta(&step).map(|formula| Step { formula, ..step.clone() });
        if let Some(other) = &by_delta {
            let own = self::operands(lesson, other, here);
            if own.iter().any(|(_, quantity)| quantity.made_at.is_some_and(|delta| self.wrong.contains_key(&delta))) {
                (operands, formula) = (own, &other.formula);
            }
        }
        let wrong = |quantity: &Quantity| quantity.made_at.and_then(|position| values.get(&position));
        if !operands.iter().any(|(_, quantity)| wrong(quantity).is_some()) {
            return Ok(None);
        }
        let mut known = HashMap::with_capacity(operands.len());
        for (name, quantity) in &operands {
            let value = match wrong(quantity) {
                Some(value) => value.clone(),
                None => quantity.value(lesson, proven.precision())?,
            };
            known.insert(name, value);
        }
        let value_of = |name: &Name| known.get(name).cloned().unwrap_or(Err(Fault::TooLarge));
        let value = formula.evaluate(proven, &mut |name| value_of(name));
        Ok(Some(match lesson.program().rounding(&step) {
            Some(rule) => value.and_then(|value| proven.rounded(&value, rule)),
            None => value,
        }))
    }
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
        self.all.written(position)
    }

    fn tolerance(&self, value: &Number, at_least: u32) -> Exact {
        self.all.tolerance(value, at_least)
    }

    fn carried(&self, position: Position, precision: Precision) -> Option<&Outcome<Number>> {
        self.carried.get(&precision)?.values.get(&position)
    }
}
