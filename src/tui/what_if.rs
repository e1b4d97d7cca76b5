//! What if a number were another: the scenario is rewritten, read again and compared with the one that is written.
//!
//! Must not know how a number stands in the text of a scenario, nor what follows from it.

pub(super) mod changed;
mod history;
pub(super) mod marks;
pub(super) mod panel;

use rust_decimal::Decimal;

use crate::formula::Name;
use crate::lesson::{Lesson, Named, Position};
use crate::scenario::FaultKind;

/// The numbers that can be changed, to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Those that have to do with the step first.
    pub entries: Vec<Named>,
    /// The one that is chosen.
    pub chosen: usize,
    /// What is typed in its place.
    pub typed: Option<String>,
    /// Why that cannot be.
    pub fault: Option<ChangeFault>,
}

/// The line in which a new file is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saving {
    /// What is typed.
    pub text: String,
    /// Why nothing was written.
    pub fault: Option<SaveFault>,
}

/// Why a number is not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeFault {
    /// What is typed is no number, or with it the scenario is none.
    Scenario(Box<FaultKind>),
    /// It does not stand in the scenario as a number of its own.
    NotWritten,
}

/// Why no file is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// What is typed is no name of a file in one folder.
    NoName,
    /// There is such a file.
    Exists {
        /// Its name.
        file: String,
    },
    /// Something that the scenario names would not be beside it.
    Scenario(Box<FaultKind>),
    /// The system refuses.
    Unwritable {
        /// Why, in its words.
        words: String,
    },
}

/// What is to be done with the scenario behind the lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The number that is chosen becomes the one that is typed.
    Change,
    /// The last change is taken back.
    Undo,
    /// The change that was taken back last is made again.
    Redo,
    /// The name of a new file is asked for.
    Ask,
    /// The file is written.
    Save,
}

/// A number that is not as the scenario has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Its name.
    pub(super) name: Name,
    /// What is written.
    pub(super) was: Decimal,
    /// What it is now.
    pub(super) now: Decimal,
}

impl Numbers {
    /// The numbers of a lesson that can be changed, from a step of one of its runs.
    pub(super) fn of(base: &Lesson, run: Option<&Name>, position: Position) -> Option<Self> {
        let entries = base.of_run(run).figures(base.scenario(), position);
        (!entries.is_empty()).then_some(Self { entries, chosen: 0, typed: None, fault: None })
    }

    /// The number that is chosen.
    #[must_use]
    pub fn entry(&self) -> Option<&Named> {
        self.entries.get(self.chosen)
    }
}
