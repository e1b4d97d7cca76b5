//! One step as it is shown: facts and formulas with their numbers, no colours and no sentences.

use std::collections::HashMap;

use super::drift::Drift;
use super::position::Position;
use crate::formula::{Formula, Label, Labels, Name};
use crate::number::{Assumed, Fault, Written};
use crate::program::Step;
use crate::run::Moment;

/// Everything that can be shown of one step.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where in the lesson it stands.
    pub position: Position,
    /// Of which line of which epoch it is a step.
    pub moment: Moment,
    /// The step; in an update line it speaks of the samples of its own batch.
    pub step: Step,
    /// The result, or what kept it from being computed.
    pub result: Result<Shown, Fault>,
    /// What was taken for granted in this step, because no precision decides it.
    pub assumed: Option<Assumed>,
    /// Whether the result rests on something that was taken for granted, in this step or before.
    pub rests: bool,
    /// The exact value beside one on paper.
    pub drift: Option<Drift>,
    /// The formula with numbers and the work down to the result; none where there is no result.
    pub work: Option<Work>,
    /// The values that the formula reads, each once, in its order.
    pub sources: Vec<Link>,
    /// The steps that read this one.
    pub uses: Vec<Link>,
}

/// A value as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The digits.
    pub written: Written,
    /// Whether all digits shown are certain but more could not be made certain: `…` follows.
    pub unfinished: bool,
}

/// Another step or a given that this one is tied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its name.
    pub name: Name,
    /// Its step; none for a given.
    pub position: Option<Position>,
}

/// Whether what stands before a sign and what stands behind it are equal as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `=`
    Equal,
    /// `≈`: an operand or the result is rounded.
    About,
}

impl Work {
    /// The lines on which something is left to do; a number alone is the result itself.
    pub fn lines_before_result(&self) -> impl Iterator<Item = &WorkLine> {
        let is_operation = |line: &&WorkLine| !matches!(line.filled.formula, Formula::Name(_) | Formula::Number(_));
        self.lines.iter().filter(is_operation)
    }
}

impl Filled {
    /// How a name of the formula is drawn: as its number, where it has one, else as `otherwise` has it.
    #[must_use]
    pub fn label(&self, name: &Name, otherwise: Labels<'_>) -> Label {
        match self.numbers.get(name) {
            Some(written) => Label::Number(written.to_string()),
            None => otherwise(name),
        }
    }
}

impl Relation {
    /// `=` where everything on both sides is exact.
    #[must_use]
    pub fn of(exact: bool) -> Self {
        if exact { Self::Equal } else { Self::About }
    }

    /// The sign.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::About => "≈",
        }
    }
}

/// A formula in which some names are drawn as the numbers that they have.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The formula.
    pub formula: Formula,
    /// The numbers of its names.
    pub numbers: HashMap<Name, Written>,
}

/// How a result comes about from the numbers.
#[derive(Clone, Debug)]
pub struct Work {
    /// The running totals of sums of more than eight terms, in rows that each close on their own.
    pub rows: Vec<Row>,
    /// The formula with numbers, then what is left of it after each round of operations; each line is
    /// tied to the one above it by its sign.
    pub lines: Vec<WorkLine>,
    /// How the last line is tied to the result.
    pub relation: Relation,
    /// Whether every line, computed again from its digits, gives what is printed. A line that does not is said to
    /// be one on screen.
    pub closes: bool,
}

/// One line of a chain.
#[derive(Clone, Debug)]
pub struct WorkLine {
    /// How it is tied to the line above: to the formula with names for the first.
    pub relation: Relation,
    /// What stands on it.
    pub filled: Filled,
}

/// One row of a long sum.
#[derive(Clone, Debug)]
pub struct Row {
    /// The total before it, and its terms.
    pub filled: Filled,
    /// How it is tied to its total.
    pub relation: Relation,
    /// The total with this row.
    pub total: Written,
}
