//! Where in a lesson one is: an epoch, and the number of a step in it.

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

/// How the steps of an epoch are numbered: for every batch the sample lines, then the update line.
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
        }
    }

    fn batch_steps(&self) -> u64 {
        self.sample_steps * self.batch_size + self.update_steps.0
    }

    /// How many steps an epoch has.
    pub(super) fn len(&self) -> u64 {
        self.batch_steps() * (self.batches - 1) + self.sample_steps * self.last.size + self.update_steps.1
    }

    /// The line of a step, and the step's place in that line, counted from 0.
    pub(super) fn locate(&self, number: u64) -> (LineOf, usize) {
        let index = number.clamp(1, self.len().max(1)) - 1;
        let batch = (index / self.batch_steps().max(1)).min(self.batches - 1);
        let within = index - batch * self.batch_steps();
        let size = if batch + 1 == self.batches { self.last.size } else { self.batch_size };
        let sample = within / self.sample_steps.max(1);
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        if sample < size && self.sample_steps > 0 {
            return (LineOf::Sample(batch * self.batch_size + sample + 1), place(within % self.sample_steps));
        }
        (LineOf::Update(batch + 1), place(within - size * self.sample_steps))
    }

    /// The number of a step by its line and its place there.
    pub(super) fn number(&self, line: LineOf, at: usize) -> u64 {
        let at = at as u64 + 1;
        match line {
            LineOf::Sample(sample) => {
                let batch = (sample - 1) / self.batch_size;
                batch * self.batch_steps() + (sample - 1) % self.batch_size * self.sample_steps + at
            }
            LineOf::Update(batch) => {
                let size = if batch == self.batches { self.last.size } else { self.batch_size };
                (batch - 1) * self.batch_steps() + size * self.sample_steps + at
            }
        }
    }

    /// The moment of a position.
    pub(super) fn moment(&self, position: Position) -> (Moment, usize) {
        let (line, at) = self.locate(position.number);
        (Moment { epoch: position.epoch, line }, at)
    }
}
