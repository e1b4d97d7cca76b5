//! A lesson as text and data for other programs and for paper.
//!
//! Must not know of the screen.

mod linear;
mod pytorch;
mod range;
mod steps;
mod table;
mod trace;
mod train;
pub mod worksheet;

pub use linear::{Linear, Style};
pub use pytorch::{LeftOut, Script, pytorch};
pub use range::{Range, RangeFault};
pub use steps::steps as linear_steps;
pub use table::table;
pub use trace::{Record, records};
pub use train::{Named, Outcome, train};

use std::collections::BTreeSet;

use crate::formula::Name;
use crate::lesson::{FindFault, Found, Lesson, Page, Position, Shown};
use crate::program::{Address, GivenKind};
use crate::run::{Halt, LineOf, Moment};

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
        name: Name,
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

    /// What of the selection is about one run of a lesson: all of it where no names are asked for, nothing where those
    /// that are speak of other runs.
    pub(crate) fn of_run(&self, lesson: &Lesson, run: Option<&Name>) -> Result<Option<Self>, ExportFault> {
        let mut only = Vec::new();
        for name in &self.only {
            let (of, plain) = lesson.split_run(name).map_err(ExportFault::Find)?;
            if of.as_ref() == run {
                only.push(plain);
            }
        }
        let is_asked = self.only.is_empty() || !only.is_empty();
        Ok(is_asked.then(|| Self { only, ..self.clone() }))
    }

    /// The latest epoch that the selection cannot do without: the first of the range, or that of a name.
    #[must_use]
    pub fn latest_needed(&self) -> u64 {
        self.only.iter().filter_map(|name| epoch_of(name)).fold(self.epochs.first, u64::max)
    }

    /// The epochs that have positions: those of the range, and those that names ask for on their own.
    pub(crate) fn epochs_in_order(&self) -> impl Iterator<Item = u64> + use<> {
        let range = self.epochs;
        let asked: BTreeSet<u64> = self.only.iter().filter_map(|name| epoch_of(name)).collect();
        let (before, after): (Vec<u64>, Vec<u64>) =
            asked.into_iter().filter(|&epoch| !range.contains(epoch)).partition(|&epoch| epoch < range.first);
        before.into_iter().chain(range.each()).chain(after)
    }

    /// The givens among the names of the selection, each with the moment at which it is asked for; one that differs from
    /// sample to sample at each of them, unless `#k` says which.
    pub(crate) fn givens(&self, lesson: &Lesson, epoch: u64) -> Result<Vec<(String, Moment)>, ExportFault> {
        let mut givens = Vec::new();
        for name in &self.only {
            let here = epoch_of(name).map_or_else(|| self.epochs.contains(epoch), |asked| asked == epoch);
            let found = lesson.find(name, Position::start_of(epoch)).map_err(ExportFault::Find)?;
            let (Found::Given(moment), true) = (found, here) else { continue };
            let address = Address::parse(name.trim()).filter(|address| address.sample.is_none());
            let kind = address.as_ref().and_then(|address| lesson.program().given(address.name.as_str()));
            match (kind.map(|given| given.kind), address) {
                (Some(GivenKind::Input(_) | GivenKind::Target(_)), Some(address)) if lesson.samples() > 1 => {
                    let of = |sample| (format!("{}#{sample}", address.name), LineOf::Sample(sample));
                    let all = (1..=lesson.samples()).map(of);
                    givens.extend(all.map(|(name, line)| (name, Moment { line, ..moment })));
                }
                _ => givens.push((name.trim().to_owned(), moment)),
            }
        }
        Ok(givens)
    }

    /// The positions of the selection in one epoch, in the order of the lesson.
    ///
    /// # Errors
    /// Where a name, or the first of the steps, is not in the lesson.
    pub(crate) fn positions(&self, lesson: &Lesson, epoch: u64) -> Result<Vec<Position>, ExportFault> {
        let largest = lesson.steps_per_epoch();
        let steps = self.steps.unwrap_or(Range { first: 1, last: largest });
        if steps.first > largest && self.steps.is_some() {
            let fault = FindFault::NoSuchNumber { number: steps.first, largest };
            return Err(ExportFault::Find(fault));
        }
        let wanted = |position: &Position| {
            let in_phase = |phase| lesson.step(*position).is_some_and(|step| step.phase == phase);
            steps.contains(position.number) && self.phase.is_none_or(in_phase)
        };
        let mut positions = Vec::new();
        if self.only.is_empty() {
            positions.extend((steps.first..=steps.last.min(largest)).map(|number| Position { epoch, number }));
        }
        for name in &self.only {
            let here = epoch_of(name).map_or_else(|| self.epochs.contains(epoch), |asked| asked == epoch);
            let found = lesson.find_all(name, epoch).map_err(ExportFault::Find)?;
            positions.extend(found.into_iter().filter(|_| here));
        }
        positions.retain(wanted);
        positions.sort_unstable();
        positions.dedup();
        Ok(positions)
    }
}

/// The lesson's own run, which has no name, and the others.
fn runs(lesson: &Lesson) -> Vec<Option<Name>> {
    std::iter::once(None).chain(lesson.compared().iter().map(|side| Some(side.name.clone()))).collect()
}

/// The epoch that a name asks for.
fn epoch_of(name: &str) -> Option<u64> {
    Address::parse(name.trim())?.epoch
}

/// The value of a page, or why there is none.
fn computed(page: &Page) -> Result<&Shown, ExportFault> {
    page.result.as_ref().map_err(|fault| ExportFault::Failed { name: page.step.name.clone(), fault: *fault })
}
