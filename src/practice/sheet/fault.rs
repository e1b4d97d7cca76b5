//! What can be wrong with a sheet: facts and places, no prose.

use crate::practice::{NameFaultKind, TypedFaultKind};
use crate::scenario::{FaultKind, Gathered, Place};

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub kind: SheetFaultKind,
}

/// Everything that can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetFaultKind {
    /// The file is no text, or no YAML.
    File(FaultKind),
    /// No line says anything.
    Empty,
    /// It has more lines than anybody fills in.
    TooManyLines {
        /// So many are read.
        limit: usize,
    },
    /// A heading has a column for one of the two, and none for the other.
    HeadingWithout {
        /// The column that is missing.
        column: Column,
    },
    /// A row has more cells than the heading, or than a name and a value.
    TooManyCells {
        /// How many it may have.
        expected: usize,
        /// How many it has.
        found: usize,
        /// Whether a heading says what belongs into each.
        has_heading: bool,
    },
    /// A row has a value and no name.
    Nameless,
    /// The name is none.
    Name(NameFaultKind),
    /// The value is none.
    Value(TypedFaultKind),
    /// Something was named before, with another value.
    Twice {
        /// What was named.
        name: String,
        /// The line on which it was named first.
        line: u32,
    },
}

/// The columns that a sheet needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What was worked out.
    Name,
    /// What it came to.
    Value,
}

/// The faults of one sheet.
pub type SheetFaults = Gathered<SheetFault>;

impl SheetFaults {
    /// Behind so many nothing more is looked for.
    const PLENTY: usize = 200;

    pub(super) fn push(&mut self, place: Place, kind: impl Into<SheetFaultKind>) {
        self.add(SheetFault { place, kind: kind.into() });
    }

    /// Whether nobody would read more of them.
    pub(super) fn are_plenty(&self) -> bool {
        self.count() >= Self::PLENTY
    }

    pub(super) fn sorted(self) -> Self {
        self.sorted_by(|fault| fault.place)
    }
}
