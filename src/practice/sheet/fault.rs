//! What can be wrong with a sheet: facts and places, no prose.

use super::workbook::WorkbookFault;
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
    /// It is a workbook that cannot be read.
    Workbook(WorkbookFault),
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
    /// A seed or a number of digits is out of range.
    NoticeOutOfRange {
        /// The number.
        number: String,
        /// The largest that there is.
        limit: u64,
    },
    /// Another seed, or other digits, were said before.
    NoticeTwice {
        /// The line on which they were.
        line: u32,
    },
    /// The name of the file says another seed.
    SeedOfFile {
        /// The seed on the sheet.
        sheet: u64,
        /// The seed in the name of its file; the smaller of two where that has two.
        file: u64,
    },
    /// The name of the file says two seeds.
    SeedsOfFile {
        /// One of them.
        first: u64,
        /// The other.
        second: u64,
    },
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
    /// The faults of a sheet that has one.
    #[must_use]
    pub fn one(fault: SheetFault) -> Self {
        let mut faults = Self::default();
        faults.add(fault);
        faults
    }

    pub(super) fn push(&mut self, place: Place, kind: impl Into<SheetFaultKind>) {
        self.add(SheetFault { place, kind: kind.into() });
    }

    pub(super) fn sorted(self) -> Self {
        self.sorted_by(|fault| fault.place)
    }
}

impl From<SheetFault> for SheetFaults {
    fn from(fault: SheetFault) -> Self {
        Self::one(fault)
    }
}
