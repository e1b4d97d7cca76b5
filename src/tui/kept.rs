//! What views have worked out so far, and keep while the lesson stays.

use super::state::State;
use super::views::{Kind, check, table, training};
use crate::judge::Marker;
use crate::lesson::Lesson;

/// What views have worked out so far.
#[derive(Default)]
pub(super) struct Work {
    /// What training came to.
    pub(super) training: training::Work,
    /// The check of a gradient.
    pub(super) check: check::Kept,
    /// The order of the table, and what its source printed.
    pub(super) table: table::Work,
    /// What marks the answers of practice.
    pub(super) marker: Marker,
}

impl Work {
    /// Works for a moment at what the open view waits for; true while there is more to do.
    pub(super) fn go_on(&mut self, lesson: &mut Lesson, state: &State) -> bool {
        match state.view {
            Kind::Training => self.training.go_on(lesson, state.run.as_ref(), &state.training),
            Kind::Table => self.table.go_on(lesson),
            Kind::Board | Kind::Steps | Kind::Check => false,
        }
    }
}
