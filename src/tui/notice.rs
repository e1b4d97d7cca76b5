//! What there is to say about the last key.

use super::manner::Told;
use super::practice::Said;
use crate::formula::Name;
use crate::lesson::Shown;
use crate::number::Fault;

/// What there is to say about the last key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There is no step before this one.
    Start,
    /// There is no step behind this one.
    End,
    /// There is no jump to come back from.
    NoJump,
    /// The step has no links.
    NoLinks,
    /// The file was saved, and this is the same step of what it says now.
    Saved,
    /// The file was saved, and the step that was shown is gone.
    SavedWithout {
        /// Its name.
        name: Name,
    },
    /// The lesson goes on where the reader left it.
    WentOn,
    /// What was remembered was damaged, and is now in another file.
    SetAside {
        /// Where it was put.
        file: String,
    },
    /// The lesson has no other runs.
    NoRuns,
    /// The board is shown in another manner.
    Told(Told),
    /// So many values are too many to be sorted by size.
    TooManyValues {
        /// How many.
        count: usize,
    },
    /// A given has no step; this is its value.
    Given {
        /// Its name.
        name: Name,
        /// Its value, where there is one.
        value: Option<Shown>,
        /// What keeps it from having one.
        fault: Option<Fault>,
    },
    /// The lesson has no numbers that can be changed.
    NoNumbers,
    /// There is no change to take back.
    NothingToUndo,
    /// There is no change to make again.
    NothingToRedo,
    /// There is no change to write.
    NothingChanged,
    /// A number is another one now.
    Changed,
    /// All changes are taken back.
    AsWritten,
    /// A new file was written.
    Written {
        /// Its name.
        file: String,
    },
    /// The file was saved while numbers were changed, and they are as it says now.
    SavedOver,
    /// Something of practice.
    Practice(Said),
}
