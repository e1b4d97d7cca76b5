//! Mathematics in the two forms that sheets need: set, and on one line. Must not know where it stands.

use crate::formula::{Formula, Label, LineStyle, Name, symbols};
use crate::lesson::{Filled, Lesson, Shown};

/// A formula or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notated {
    /// As LaTeX for math mode, in the parts between which a line may be broken.
    pub latex: Vec<String>,
    /// On one line, with signs that can be typed.
    pub text: String,
}

impl Notated {
    /// A name alone.
    pub(super) fn name(lesson: &Lesson, name: &Name) -> Self {
        Self::formula(lesson, &Formula::name(name.as_str()))
    }

    /// A formula over names.
    pub(super) fn formula(lesson: &Lesson, formula: &Formula) -> Self {
        let written = |name: &Name| Label::Text(lesson.written(name));
        Self::new(formula, &|name| lesson.label(name), &written)
    }

    /// A formula with its numbers.
    pub(super) fn filled(lesson: &Lesson, filled: &Filled) -> Self {
        let written = |name: &Name| Label::Text(lesson.written(name));
        let label = |name: &Name| filled.label(name, &|name| lesson.label(name));
        Self::new(&filled.formula, &label, &|name| filled.label(name, &written))
    }

    /// A number as it is shown.
    pub(super) fn number(digits: &str) -> Self {
        let label = |_: &Name| Label::Number(digits.to_owned());
        Self::new(&Formula::name("x"), &label, &label)
    }

    /// A value as it is shown, with a sign where more digits could not be made certain.
    pub(super) fn shown(shown: &Shown) -> Self {
        let more = if shown.unfinished { "…" } else { "" };
        Self::number(&format!("{}{more}", shown.written))
    }

    fn new(formula: &Formula, set: &dyn Fn(&Name) -> Label, typed: &dyn Fn(&Name) -> Label) -> Self {
        Self { latex: formula.latex_parts(set), text: formula.text(LineStyle::airy(&symbols::TYPED), typed) }
    }
}
