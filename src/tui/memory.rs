//! What is remembered of a reader between two runs of the program. Must not know where it is written.

use crate::formula::Name;
use crate::lesson::Position;
use crate::practice::{Event, Progress};

/// Where a reader was in a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The run that was read, where it was not the lesson's own.
    pub run: Option<Name>,
    /// The step.
    pub position: Position,
}

impl Place {
    /// Where every lesson begins.
    #[must_use]
    pub fn start() -> Self {
        Self { run: None, position: Position::start_of(1) }
    }
}

/// What remembers places, by the text of a scenario.
pub trait Memory {
    /// Where the reader was in a scenario.
    fn place(&self, source: &str) -> Option<Place>;

    /// Remembers where the reader is. What fails is kept for [`Memory::finish`], and is never fatal.
    fn keep(&mut self, source: &str, place: Place);

    /// What the reader has done in practice of a scenario.
    fn progress(&self, source: &str) -> Option<Progress>;

    /// The questions of a scenario that went wrong and are due again.
    fn due(&self, _source: &str) -> Vec<String> {
        Vec::new()
    }

    /// Keeps, at once, something that happened in practice of a scenario of that title. What fails is kept for
    /// [`Memory::finish`].
    fn keep_event(&mut self, source: &str, title: &str, event: &Event);

    /// Where a damaged memory was put aside; said once.
    fn set_aside(&mut self) -> Option<String>;

    /// Tells what has failed, once, on a terminal that is whole again.
    fn finish(&mut self);
}
