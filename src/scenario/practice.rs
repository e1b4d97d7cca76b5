//! What a learner is asked in practice, as a scenario says it.

use rust_decimal::Decimal;

use super::fault::Place;
use super::text::Text;
use crate::formula::Name;
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
    /// The result.
    pub value: Decimal,
    /// What is said.
    pub message: Text,
}

impl Practice {
    /// Every name of a step in it, and where that stands.
    pub fn steps(&self) -> impl Iterator<Item = (&Name, Place)> {
        let asked = self.ask.iter().map(|asked| (&asked.step, asked.place));
        let hints = self.hints.iter().map(|hints| (&hints.step, hints.place));
        asked.chain(hints).chain(self.mistakes.iter().map(|mistakes| (&mistakes.step, mistakes.place)))
    }
}
