//! What can be wrong with a sheet: facts and places, no prose.

use crate::practice::{NameFaultKind, TypedFaultKind};
use crate::scenario::{FaultKind, Place};

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

/// The faults of one sheet, in the order of their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetFaults {
    list: Vec<SheetFault>,
    beyond: usize,
}

impl SheetFaults {
    /// How many are shown.
    pub const SHOWN: usize = 50;
    /// Behind so many nothing more is looked for.
    const PLENTY: usize = 200;

    pub(super) fn push(&mut self, place: Place, kind: impl Into<SheetFaultKind>) {
        self.list.push(SheetFault { place, kind: kind.into() });
    }

    /// Takes over what could not be looked at one by one.
    pub(super) fn add_more(&mut self, more: usize) {
        self.beyond += more;
    }

    /// Whether nobody would read more of them.
    pub(super) fn are_plenty(&self) -> bool {
        self.list.len() >= Self::PLENTY
    }

    pub(super) fn sorted(mut self) -> Self {
        self.list.sort_by_key(|fault| fault.place);
        self.beyond += self.list.len().saturating_sub(Self::SHOWN);
        self.list.truncate(Self::SHOWN);
        self
    }

    /// The faults that are shown.
    #[must_use]
    pub fn shown(&self) -> &[SheetFault] {
        &self.list
    }

    /// How many more there are.
    #[must_use]
    pub fn more(&self) -> usize {
        self.beyond
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
