//! A lesson as text and data for other programs and for paper.
//!
//! Must not know of the screen.

mod linear;
mod range;
mod trace;

pub use linear::{Linear, Style, steps as linear_steps};
pub use range::{Range, RangeFault};
pub use trace::{Record, records};

use crate::lesson::{FindFault, Page, Position};
use crate::run::Halt;

/// Why an export went no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportFault {
    /// Training ended before a step that was asked for.
    Halt(Halt),
    /// A name that was asked for is not in the lesson.
    Find(FindFault),
    /// A step could not be computed.
    Failed {
        /// Which one.
        name: crate::formula::Name,
        /// Why not.
        fault: crate::number::Fault,
    },
}

/// What of a lesson is exported.
#[derive(Clone, Debug)]
pub struct Selection {
    /// The epochs, both ends included.
    pub epochs: Range,
    /// The steps of each epoch by number, both ends included.
    pub steps: Option<Range>,
    /// The part of the round.
    pub phase: Option<crate::program::Phase>,
    /// These names alone; with `@n` of that epoch, whatever the range.
    pub only: Vec<String>,
}

impl Selection {
    /// All of the first epoch.
    #[must_use]
    pub fn first_epoch() -> Self {
        Self { epochs: Range { first: 1, last: 1 }, steps: None, phase: None, only: Vec::new() }
    }

    /// The positions of the selection, in the order of the lesson.
    ///
    /// # Errors
    /// Where a name is not in the lesson.
    pub fn positions(&self, lesson: &crate::lesson::Lesson) -> Result<Vec<Position>, ExportFault> {
        let steps = self.steps.unwrap_or(Range { first: 1, last: lesson.steps_per_epoch() });
        let wanted = |position: &Position| {
            let in_phase = |phase| lesson.step(*position).is_some_and(|step| step.phase == phase);
            steps.contains(position.number) && self.phase.is_none_or(in_phase)
        };
        if self.only.is_empty() {
            let last = steps.last.min(lesson.steps_per_epoch());
            let numbers = move |epoch| (steps.first.max(1)..=last).map(move |number| Position { epoch, number });
            return Ok(self.epochs.each().flat_map(numbers).filter(wanted).collect());
        }
        let mut positions = Vec::new();
        for name in &self.only {
            for epoch in self.epochs.each() {
                positions.extend(lesson.find_all(name, epoch).map_err(ExportFault::Find)?);
            }
        }
        positions.sort_unstable();
        positions.dedup();
        Ok(positions.into_iter().filter(wanted).collect())
    }
}

/// The value of a page, or why there is none.
fn computed(page: &Page) -> Result<&crate::lesson::Shown, ExportFault> {
    page.result.as_ref().map_err(|fault| ExportFault::Failed { name: page.step.name.clone(), fault: *fault })
}
