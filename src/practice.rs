//! Practising and marking: what is asked, what a learner writes, what is said of it.
//!
//! The judging itself is the room `judge`'s. Must not know of screens, files or the command line.

mod fault_words;
mod marked_sheet;
mod number_typed;
mod paper_name;
mod sheet;
mod variant;
pub mod words;
pub mod worksheet;

pub use fault_words::FaultWords;
pub use marked_sheet::{MarkCounts, MarkedLine, MarkedSheet};
pub use number_typed::{LONGEST_TYPED, TypedFault, TypedFaultKind, typed};
pub use paper_name::{NameFault, NameFaultKind, PaperNames};
pub use sheet::{MOST_LINES, Sheet, SheetColumn, SheetFault, SheetFaultKind, SheetFaults, SheetForm, SheetLine};
