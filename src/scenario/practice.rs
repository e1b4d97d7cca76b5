//! What a learner is asked in practice, as a scenario says it.

use rust_decimal::Decimal;

use super::fault::Place;
use super::text::Text;
use crate::formula::{Formula, Name};
use crate::number::Digits;

/// Questions, hints and foreseen mistakes.
#[derive(Clone, Debug, Default)]
pub struct Practice {
    /// The steps that are asked, in order.
    pub ask: Vec<Asked>,
    /// What helps with a step, the gentlest first.
    pub hints: Vec<Hints>,
    /// What is often got wrong.
    pub mistakes: Vec<Mistakes>,
    /// How many digits a result is to have; none where any number of them will do.
    pub digits: Option<Digits>,
}

/// A step that is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its name, with its sample and epoch where it has them.
    pub step: Name,
    /// Where that stands.
    pub place: Place,
}

/// The hints for a step.
#[derive(Clone, Debug)]
pub struct Hints {
    /// Its name.
    pub step: Name,
    /// Where that stands.
    pub place: Place,
    /// The hints, in the order in which they are given.
    pub texts: Vec<Text>,
}

/// The mistakes that are foreseen at a step.
#[derive(Clone, Debug)]
pub struct Mistakes {
    /// Its name.
    pub step: Name,
    /// Where that stands.
    pub place: Place,
    /// Each of them.
    pub list: Vec<Mistake>,
}

/// A wrong result, and what is to be said to whoever has it.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// How the result comes about.
    pub made: Made,
    /// What is said.
    pub message: Text,
}

/// How a wrong result comes about.
#[derive(Clone, Debug)]
pub enum Made {
    /// It is this number; with other numbers in the lesson it would be another.
    Value(Decimal),
    /// It is the value of a formula over steps and givens of the line, whatever their numbers.
    Formula(Formula, Place),
}

impl Practice {
    /// Every name in the formula of a mistake, and where that formula is.
    #[must_use]
    pub fn operands(&self) -> Vec<(Name, Place)> {
        let mut operands = Vec::new();
        for mistake in self.mistakes.iter().flat_map(|mistakes| &mistakes.list) {
            if let Made::Formula(formula, place) = &mistake.made {
                formula.each_name(&mut |name| operands.push((name.clone(), *place)));
            }
        }
        operands
    }

    /// Leaves out the mistakes that are known by their number alone.
    pub(super) fn forget_values(&mut self) {
        for mistakes in &mut self.mistakes {
            mistakes.list.retain(|mistake| matches!(mistake.made, Made::Formula(..)));
        }
        self.mistakes.retain(|mistakes| !mistakes.list.is_empty());
    }

    /// Every name of a step in it, and where that stands.
    pub fn steps(&self) -> impl Iterator<Item = (&Name, Place)> {
        let asked = self.ask.iter().map(|asked| (&asked.step, asked.place));
        let hints = self.hints.iter().map(|hints| (&hints.step, hints.place));
        asked.chain(hints).chain(self.mistakes.iter().map(|mistakes| (&mistakes.step, mistakes.place)))
    }
}
