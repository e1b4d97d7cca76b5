//! Which sentence tells what does not fit a table of samples.

use super::Said;
use crate::scenario::TableFault;

/// Chooses the sentence.
pub(super) fn said(kind: &TableFault) -> Said<'_> {
    match kind {
        TableFault::Missing { file } => {
            Said::new("fault-table-missing").with("file", file).help("fault-table-missing-help")
        }
        TableFault::Outside { file } => {
            Said::new("fault-table-outside").with("file", file).help("fault-table-outside-help")
        }
        TableFault::Unreadable { file, words } => Said::new("fault-unreadable").with("name", file).with("words", words),
        TableFault::NotText { byte } => {
            Said::new("fault-not-text").with("byte", format!("{byte:02x}")).help("fault-table-not-text-help")
        }
        TableFault::NotCommas => Said::new("fault-table-not-commas").help("fault-table-not-commas-help"),
        TableFault::NoRows { file } => {
            Said::new("fault-table-no-rows").with("file", file).help("fault-table-rows-help")
        }
        TableFault::TooManyRows { limit } => Said::new("fault-table-too-many-rows").with("limit", *limit),
        TableFault::NoSuchColumn { name, file, nearest, known } => Said::new("fault-table-no-such-column")
            .with("name", name)
            .with("file", file)
            .with("known", known)
            .nearest(nearest.as_ref(), Some("fault-table-columns")),
        TableFault::ColumnTwice { name } => {
            Said::new("fault-table-column-twice").with("name", name).help("fault-table-column-twice-help")
        }
        TableFault::RowLength { expected, found } => Said::new("fault-table-row-length")
            .with("expected", *expected)
            .with("found", *found)
            .help("fault-table-row-length-help"),
        TableFault::EmptyCell { column } => {
            Said::new("fault-table-empty-cell").with("column", column).help("fault-table-empty-cell-help")
        }
    }
}
