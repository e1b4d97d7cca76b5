//! Judges numbers that somebody printed: right, cut off, rounded on the way, or wrong.
//!
//! `check` asks it about what a source printed; marking stands on it too. Must not know of screens,
//! sentences or files: it hands up facts.

mod asked;
mod convention;
mod digits;
mod earlier;
mod image;
mod judging;
mod marking;
mod published;
mod quantity;
mod subject;
mod working;

pub use asked::Asked;
pub use convention::Convention;
pub use judging::{Judging, judge};
pub use marking::{Answer, Cause, Mark, Marked, Marker, Slip, mark};
pub use published::{Checked, Finding, Review, published};

use crate::formula::{Formula, Name};
use crate::lesson::{FindFault, Position};
use crate::number::{Exact, Fault, Number};
use crate::run::Halt;

/// A number that somebody says a step or a formula comes to.
#[derive(Clone, Debug)]
pub struct Claim {
    /// A formula over steps and givens, each with its own sample and epoch.
    pub what: Formula,
    /// The number with the digits that were written; a zero at the end is one of them.
    pub value: Exact,
    /// How it is meant.
    pub kind: ClaimKind,
}

/// How a claim is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// As the result.
    Result,
    /// As the result in binary floats, so that 12 significant digits are compared.
    Float,
    /// As something that the source got wrong.
    ///
    /// It is compared as a float too, and what was not written is then taken to be as fine as the claim itself: the
    /// claim is wrong already, and a single coarse line must not make everything follow.
    Erratum,
}

/// How a claim compares with the exact result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is the exact result, rounded to the digits that were written.
    Right,
    /// It is the exact result, cut off after the digits that were written.
    Cut,
    /// It agrees with the exact result to 12 significant digits.
    Float,
    /// It follows from earlier claims, each of which was rounded.
    Rounded,
    /// None of these.
    Wrong,
    /// No precision that was tried tells which of these.
    Undecided,
}

impl Verdict {
    /// Whether nothing is to be said against the claim.
    #[must_use]
    pub fn agrees(self) -> bool {
        matches!(self, Self::Right | Self::Cut | Self::Float | Self::Rounded)
    }
}

/// A verdict and the value that it rests on.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// How the claim compares.
    pub verdict: Verdict,
    /// The exact result, as closely as the verdict needed it.
    pub value: Number,
}

/// Why a claim cannot be judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It names something that the lesson does not have.
    Unknown {
        /// The name as it stands in the claim.
        name: Name,
        /// What was not found.
        fault: FindFault,
    },
    /// The training ends before.
    Halted(Halt),
    /// The result cannot be computed.
    Failed(Fault),
}

impl From<Halt> for Trouble {
    fn from(halt: Halt) -> Self {
        Self::Halted(halt)
    }
}

/// The one step whose result a claim is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The run that it is a step of, where that is not the lesson's own.
    pub run: Option<Name>,
    /// Where it stands in that run.
    pub position: Position,
    /// Whether the claim is about its negative.
    pub is_negated: bool,
}

/// What trying one precision came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trial {
    /// This, and nothing else.
    Settled(Verdict),
    /// More bits may tell.
    Finer,
    /// More bits cannot tell.
    Open,
}
