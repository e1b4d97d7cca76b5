//! Marks what somebody worked out by hand: an error is carried, not repeated, and where the number shows which mistake
//! made it, that is said.

mod almost;
mod alternatives;
mod compare;
mod copying;
mod filled;
mod foreseen;
mod line;
mod marker;
mod own;
mod retold;
mod search;

pub use marker::{Marker, mark};

use super::convention::Convention;
use crate::formula::Formula;
use crate::number::{Exact, Number};
use crate::program::Mistake;

/// A number that somebody has for a step or a formula.
#[derive(Clone, Debug)]
pub struct Answer {
    /// A formula over steps and givens, each with its own sample and epoch.
    pub what: Formula,
    /// The number with the digits that were written; none where the line was left blank.
    pub value: Option<Exact>,
}

/// What is said of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// The exact result, rounded to the digits given.
    Right,
    /// The exact result, cut off after the digits given.
    Cut,
    /// Right from the learner's own earlier answers, of which one is wrong.
    Follows,
    /// Within what the rounding of the earlier answers allows.
    Rounded,
    /// What comes out where the numbers of this step are rounded too early; the method is right.
    Almost,
    /// The result of another convention.
    Convention,
    /// The result of a mistake that has a name.
    Mistake,
    /// Under 3 significant digits, and not the exact value.
    TooFewDigits,
    /// Left blank.
    Missing,
    /// Neither a number nor an expression, or not about anything that the lesson has.
    Unreadable,
    /// None of these.
    Wrong,
    /// No precision that was tried tells which of these.
    Undecided,
}

impl Mark {
    /// Whether nothing is to be said against the answer.
    #[must_use]
    pub fn is_right(self) -> bool {
        matches!(self, Self::Right | Self::Cut | Self::Rounded | Self::Almost)
    }
}

/// What made a number wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A step was worked by a wrong rule.
    Mistake(Mistake),
    /// Another convention was followed.
    Convention(Convention),
    /// A result was rounded too early.
    EarlyRounding,
    /// A sign was lost.
    SignLost,
    /// Two digits were transposed.
    DigitsTransposed,
    /// The decimal point slipped.
    PointSlipped,
    /// The author foresaw it; its place among the mistakes of the scenario, and in their list.
    Foreseen(usize, usize),
}

/// A slip that makes just the number that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What it is.
    pub slip: Slip,
    /// To how many decimals results were rounded on the way, where that has a part in it.
    pub decimals: Option<u32>,
}

/// An answer that was marked.
#[derive(Clone, Debug)]
pub struct Marked {
    /// What is said of it.
    pub mark: Mark,
    /// The exact result, as closely as the mark needed it.
    pub value: Number,
    /// What makes just this number; several where they make the same digits.
    pub causes: Vec<Cause>,
    /// What comes out of the learner's own earlier numbers, where one of those is wrong.
    pub own: Option<Number>,
    /// Whether mistakes were looked for in the rules of all steps; a lesson may be too large for that.
    pub is_searched: bool,
}
