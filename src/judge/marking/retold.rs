//! A step of a lesson with a slip in it, worked from the learner's own numbers: what was not written down is worked on
//! the way, with the slip.

use std::collections::HashMap;

use super::filled::Filled;
use super::own::Own;
use crate::formula::{Formula, Name};
use crate::judge::earlier::Basis as _;
use crate::judge::quantity::Quantity;
use crate::lesson::{Found, Lesson, Position};
use crate::number::{Fault, Number, Outcome, Proven};
use crate::program::Step;
use crate::run::{Halt, LineOf};

/// A step is worked back over so many others, at most.
const MOST_STEPS: usize = 3_000;

/// A learner's numbers in a lesson with a slip.
pub(super) struct Retold<'a> {
    /// The lesson as it is, in which the learner's numbers stand.
    pub(super) lesson: &'a mut Lesson,
    pub(super) other: &'a mut Lesson,
    pub(super) own: &'a Own,
    pub(super) proven: &'a Proven,
}

impl Retold<'_> {
    /// The step at `here` of the other lesson with its operands; none where it is too far from what was written.
    pub(super) fn filled(mut self, here: Position, is_negated: bool) -> Result<Option<Filled>, Halt> {
        let Some(step) = self.other.step(here) else { return Ok(None) };
        let mut values: HashMap<Position, Outcome<Number>> = HashMap::new();
        let mut open: Vec<Position> = made_at(self.other, &step, here).collect();
        let mut visited = 0;
        while let Some(&at) = open.last() {
            visited += 1;
            if visited > MOST_STEPS {
                return Ok(None);
            }
            if values.contains_key(&at) {
                open.pop();
                continue;
            }
            if let Some(written) = self.written(at) {
                values.insert(at, Ok(written));
                continue;
            }
            let Some(step) = self.other.step(at) else { return Ok(None) };
            let before = open.len();
            open.extend(made_at(self.other, &step, at).filter(|needed| !values.contains_key(needed)));
            if open.len() > before {
                continue;
            }
            let value = match self.filled_with(&step.formula, at, &values)? {
                Some(filled) => filled.own_result(self.proven).ok_or(Fault::TooLarge),
                None => return Ok(None),
            };
            values.insert(at, value);
        }
        let formula = if is_negated { Formula::Negative(Box::new(step.formula)) } else { step.formula };
        self.filled_with(&formula, here, &values)
    }

    /// What the learner wrote for the step at a place of the other lesson.
    fn written(&self, at: Position) -> Option<Number> {
        let name = self.other.step(at)?.name;
        let (LineOf::Sample(number) | LineOf::Update(number)) = self.other.line(at) else { return None };
        let name = format!("{name}#{number}@{}", at.epoch);
        let Ok(Found::Step(position)) = self.lesson.find(&name, Position::start_of(1)) else { return None };
        self.own.written(position).map(|(written, _)| Number::Exact(written.clone()))
    }

    fn filled_with(
        &mut self,
        formula: &Formula,
        here: Position,
        values: &HashMap<Position, Outcome<Number>>,
    ) -> Result<Option<Filled>, Halt> {
        let mut known: Vec<(Name, Number)> = Vec::new();
        let mut names: Vec<Name> = Vec::new();
        formula.each_name(&mut |name| {
            if !names.contains(name) {
                names.push(name.clone());
            }
        });
        for name in names {
            let quantity =
                Quantity::find(self.other, &name, here).unwrap_or_else(|_| Quantity::of_line(self.other, &name, here));
            let value = match quantity.made_at.and_then(|position| values.get(&position)) {
                Some(value) => value.clone(),
                None => quantity.value(self.other, self.proven.precision())?,
            };
            let Ok(value) = value else { return Ok(None) };
            known.push((name, value));
        }
        Ok(Some(Filled::with(formula.clone(), known)))
    }
}

/// The steps that a step reads.
fn made_at<'a>(lesson: &'a mut Lesson, step: &Step, here: Position) -> impl Iterator<Item = Position> + 'a {
    let names: Vec<Name> = step.operands().into_iter().cloned().collect();
    names.into_iter().filter_map(move |name| Quantity::find(lesson, &name, here).ok()?.made_at)
}
