//! What can be wrong with a table of samples, and the table that a fault stands in.

use std::sync::Arc;

use super::Place;

/// What does not fit a table of samples.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of each stands in messages/en/fault.ftl")]
pub enum TableFault {
    Missing { file: String },
    Outside { file: String },
    Unreadable { file: String, words: String },
    NotText { byte: u8 },
    NoRows { file: String },
    NotCommas,
    TooManyRows { limit: usize },
    NoSuchColumn { name: String, file: String, nearest: Option<String>, known: String },
    ColumnTwice { name: String },
    RowLength { expected: usize, found: usize },
    EmptyCell { column: String },
}

/// A table as it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, as the scenario has it.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The table in which a fault stands, and the place at which the scenario speaks of that table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InTable {
    /// The table.
    pub table: Arc<Table>,
    /// Where the scenario names it.
    pub named_at: Place,
}
