//! Where in a lesson one is: an epoch, and the number of a step in it.

use std::ops::Range;

use crate::program::Batch;
use crate::run::{LineOf, Moment, Run};

/// A step of a lesson by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The epoch, counted from 1.
    pub epoch: u64,
    /// The number of the step in its epoch, counted from 1.
    pub number: u64,
}

impl Position {
    /// The first step of an epoch.
    #[must_use]
    pub fn start_of(epoch: u64) -> Self {
        Self { epoch, number: 1 }
    }
}

/// How the steps of an epoch are numbered: for every batch the sample lines, then the update line; before the first
/// update the samples that are not trained on.
///
/// All batches but the last are alike.
#[derive(Clone, Debug)]
pub(super) struct Course {
    sample_steps: u64,
    /// The steps of the update line of a batch that is not the last, and of the last.
    update_steps: (u64, u64),
    batch_size: u64,
    batches: u64,
    last: Batch,
    /// The samples that are not trained on, and how many steps each has.
    validation: Range<u64>,
    validation_steps: u64,
}

impl Course {
    pub(super) fn of(run: &Run) -> Self {
        let setting = run.setting();
        let batches = setting.batch_count();
        let steps = |batch| run.program().update_line(setting.batch(batch)).len() as u64;
        let last = steps(batches);
        Self {
            sample_steps: run.program().steps.len() as u64,
            update_steps: (if batches > 1 { steps(1) } else { last }, last),
            batch_size: setting.batch_size,
            batches,
            last: setting.batch(batches),
            validation: setting.validation(),
            validation_steps: run.program().steps.iter().take_while(|step| step.is_for_validation()).count() as u64,
        }
    }

    fn batch_steps(&self) -> u64 {
        self.sample_steps * self.batch_size + self.update_steps.0
    }

    /// How many steps of an epoch are about samples that are not trained on; they stand before the first update.
    fn validation_len(&self) -> u64 {
        let samples = self.validation.end - self.validation.start;
        if samples == 0 { 0 } else { samples * self.validation_steps + 1 }
    }

    /// How many steps stand before those.
    fn before_validation(&self) -> u64 {
        self.batch_size * self.sample_steps
    }

    /// How many steps of the sample line a sample has.
    pub(super) fn steps_of(&self, sample: u64) -> u64 {
        if self.validation.contains(&sample) { self.validation_steps } else { self.sample_steps }
    }

    /// How many steps an epoch has.
    pub(super) fn len(&self) -> u64 {
        self.validation_len() + self.len_without_validation()
    }

    fn len_without_validation(&self) -> u64 {
        self.batch_steps() * (self.batches - 1) + self.sample_steps * self.last.size + self.update_steps.1
    }

    /// The line of a step, and the step's place in that line, counted from 0.
    pub(super) fn locate(&self, number: u64) -> (LineOf, usize) {
        let index = number.clamp(1, self.len().max(1)) - 1;
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        let index = match index.checked_sub(self.before_validation()) {
            Some(within) if within < self.validation_len() => {
                let (sample, at) = (within / self.validation_steps.max(1), within % self.validation_steps.max(1));
                let sample = self.validation.start + sample;
                let is_of_sample = self.validation.contains(&sample) && self.validation_steps > 0;
                return if is_of_sample { (LineOf::Sample(sample), place(at)) } else { (LineOf::Validation, 0) };
            }
            Some(_) => index - self.validation_len(),
            None => index,
        };
        let batch = (index / self.batch_steps().max(1)).min(self.batches - 1);
        let within = index - batch * self.batch_steps();
        let size = if batch + 1 == self.batches { self.last.size } else { self.batch_size };
        let sample = within / self.sample_steps.max(1);
        if sample < size && self.sample_steps > 0 {
            return (LineOf::Sample(batch * self.batch_size + sample + 1), place(within % self.sample_steps));
        }
        (LineOf::Update(batch + 1), place(within - size * self.sample_steps))
    }

    /// The number of a step by its line and its place there.
    pub(super) fn number(&self, line: LineOf, at: usize) -> u64 {
        let at = at as u64 + 1;
        let number = match line {
            LineOf::Validation => return self.before_validation() + self.validation_len(),
            LineOf::Sample(sample) if self.validation.contains(&sample) => {
                return self.before_validation() + (sample - self.validation.start) * self.validation_steps + at;
            }
            LineOf::Sample(sample) => {
                let batch = (sample - 1) / self.batch_size;
                batch * self.batch_steps() + (sample - 1) % self.batch_size * self.sample_steps + at
            }
            LineOf::Update(batch) => {
                let size = if batch == self.batches { self.last.size } else { self.batch_size };
                (batch - 1) * self.batch_steps() + size * self.sample_steps + at
            }
        };
        if number > self.before_validation() { number + self.validation_len() } else { number }
    }

    /// The moment of a position.
    pub(super) fn moment(&self, position: Position) -> (Moment, usize) {
        let (line, at) = self.locate(position.number);
        (Moment { epoch: position.epoch, line }, at)
    }
}
