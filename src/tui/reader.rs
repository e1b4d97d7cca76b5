//! Where a reader is, as far as views have to know it.

use crate::formula::Name;
use crate::lesson::Position;

/// Where a reader is, and what may not be shown yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The run that is read, where it is not the lesson's own.
    pub run: Option<Name>,
    /// The step that is shown.
    pub position: Position,
    /// Whether the result of that step is still to be asked for.
    pub hides_result: bool,
    /// Whether the lesson is practised.
    pub is_practising: bool,
    /// From this step on values wait for an answer.
    pub frontier: Option<Position>,
}

impl Reader {
    /// Whether the value of a step waits for an answer of the reader, or comes after one that does.
    #[must_use]
    pub fn conceals(&self, position: Position) -> bool {
        self.frontier.is_some_and(|frontier| position >= frontier)
    }

    /// Whether the value of a step is computed already where the reader is, and may be shown.
    #[must_use]
    pub fn knows(&self, position: Position) -> bool {
        position <= self.position && !(position == self.position && self.hides_result)
    }
}
