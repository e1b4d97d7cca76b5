//! Hints in rungs: what the author says, then the formula, then its numbers, then the answer.

use super::address::address;
use super::questions::{Question, QuestionKind};
use crate::lesson::Lesson;
use crate::scenario::Text;

/// One hint more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rung {
    /// What the author of the scenario says.
    Author(Text),
    /// The formula.
    Symbols,
    /// The formula with numbers.
    Numbers,
    /// The answer.
    Answer,
}

/// The hints for a question, the gentlest first; where the formula is on the screen already, it is none.
#[must_use]
pub fn rungs(lesson: &Lesson, question: &Question, has_formula: bool) -> Vec<Rung> {
    match question.kind {
        // The formula but for the factor is what is asked about.
        QuestionKind::Factor(_) => vec![Rung::Numbers, Rung::Answer],
        QuestionKind::Result => {
            let of_author = authors(lesson, question).into_iter().map(Rung::Author);
            let symbols = (!has_formula).then_some(Rung::Symbols);
            of_author.chain(symbols).chain([Rung::Numbers, Rung::Answer]).collect()
        }
    }
}

/// What the author says of a step: of just this one, or of every one of its name.
pub(super) fn authors(lesson: &Lesson, question: &Question) -> Vec<Text> {
    let Some(step) = lesson.step(question.position) else { return Vec::new() };
    let address = address(lesson, question.position);
    let all = &lesson.scenario().practice.hints;
    let own = all.iter().find(|hints| Some(&hints.step) == address.as_ref());
    let hints = own.or_else(|| all.iter().find(|hints| hints.step == step.name));
    hints.map(|hints| hints.texts.clone()).unwrap_or_default()
}
