//! What the formula of a question reads, with its values: nobody should have to look for them elsewhere.

use super::questions::{Question, QuestionKind};
use crate::formula::Name;
use crate::lesson::{Lesson, Shown};

/// More operands than these are shown page by page.
pub const OPERANDS_A_PAGE: usize = 12;

/// A value that a formula reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// What it is called.
    pub name: Name,
    /// Its value; `None` if it cannot be calculated.
    pub value: Option<Shown>,
}

/// The value that a question asks for: of a step, or of its missing factor.
#[must_use]
pub fn result_of(lesson: &mut Lesson, question: &Question) -> Option<Shown> {
    let page = lesson.page(question.position).ok().flatten()?;
    match &question.kind {
        QuestionKind::Result => page.result.ok(),
        QuestionKind::Factor(factor) => lesson.value(page.moment, factor.as_str()).ok()?.ok(),
    }
}

/// The operands of a question in the order of its formula; a factor that is asked for is left out.
#[must_use]
pub fn operands(lesson: &mut Lesson, question: &Question) -> Vec<Operand> {
    let Ok(Some(page)) = lesson.page(question.position) else { return Vec::new() };
    let mut operands = Vec::with_capacity(page.sources.len());
    for link in page.sources {
        if matches!(&question.kind, QuestionKind::Factor(factor) if *factor == link.name) {
            continue;
        }
        let value = lesson.value(page.moment, link.name.as_str()).ok().and_then(Result::ok);
        operands.push(Operand { name: link.name, value });
    }
    operands
}
