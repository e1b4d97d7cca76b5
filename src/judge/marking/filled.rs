//! One step with the numbers that it is worked with: the exact ones, or those that the learner has.

use super::line::Manner;
use super::own::Own;
use crate::formula::{Formula, Name};
use crate::judge::quantity::Quantity;
use crate::lesson::{Lesson, Position};
use crate::number::{Fault, Number, Proven};
use crate::run::Halt;

/// A formula with the values of what it reads.
pub(super) struct Filled {
    formula: Formula,
    names: Vec<Name>,
    /// The exact values where they are asked for, and those that the learner has.
    values: Vec<Vec<Number>>,
}

impl Filled {
    /// Fills the formula of a step with what the lesson has for its names; none where one has no value.
    pub(super) fn of(
        lesson: &mut Lesson,
        own: &Own,
        formula: Formula,
        here: Position,
        proven: &Proven,
    ) -> Result<Option<Self>, Halt> {
        let mut names: Vec<Name> = Vec::new();
        formula.each_name(&mut |name| {
            if !names.contains(name) {
                names.push(name.clone());
            }
        });
        let (mut exact, mut owned) = (Vec::with_capacity(names.len()), Vec::with_capacity(names.len()));
        for name in &names {
            let quantity = Quantity::find(lesson, name, here).unwrap_or_else(|_| Quantity::of_line(lesson, name, here));
            let Ok(value) = quantity.value(lesson, proven.precision())? else { return Ok(None) };
            owned.push(
                match quantity.made_at.and_then(|position| own.at(position, proven.precision(), Manner::AsWritten)) {
                    Some(Ok(value)) => value,
                    Some(Err(_)) | None => value.clone(),
                },
            );
            exact.push(value);
        }
        Ok(Some(Self { formula, names, values: vec![exact, owned] }))
    }

    /// A formula with values that the learner has.
    pub(super) fn with(formula: Formula, known: Vec<(Name, Number)>) -> Self {
        let (names, values) = known.into_iter().unzip();
        Self { formula, names, values: vec![values] }
    }

    /// What the formula comes to on the exact values, and on those that the learner has.
    pub(super) fn results<'a>(&'a self, proven: &'a Proven) -> impl Iterator<Item = Number> + 'a {
        self.values.iter().filter_map(|values| self.result(proven, values))
    }

    /// What it comes to on the learner's values.
    pub(super) fn own_result(&self, proven: &Proven) -> Option<Number> {
        self.result(proven, self.values.last()?)
    }

    /// What it comes to where one value, or every one, is rounded to so many decimals first.
    pub(super) fn rounded<'a>(&'a self, proven: &'a Proven, decimals: u32) -> impl Iterator<Item = Number> + 'a {
        let places = (0..self.names.len()).map(Some).chain([None]);
        places.flat_map(move |place| {
            self.values.iter().filter_map(move |values| {
                let round = |(at, value): (usize, &Number)| {
                    let is_meant = place.is_none_or(|place| place == at);
                    if is_meant { value.rounded(decimals).map(Number::Exact) } else { Some(value.clone()) }
                };
                let values: Vec<Number> = values.iter().enumerate().map(round).collect::<Option<_>>()?;
                self.result(proven, &values)
            })
        })
    }

    fn result(&self, proven: &Proven, values: &[Number]) -> Option<Number> {
        let value_of = |name: &Name| {
            let at = self.names.iter().position(|known| known == name);
            at.and_then(|at| values.get(at)).cloned().ok_or(Fault::TooLarge)
        };
        self.formula.evaluate(proven, &mut |name| value_of(name)).ok()
    }
}
