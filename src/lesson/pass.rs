//! The steps that belong together at a step: one sample, and the update of its batch.

use std::ops::RangeInclusive;

use super::{Lesson, Position};
use crate::run::LineOf;

impl Lesson {
    /// The numbers of the steps of the pass that a step is in: those of its sample, then those of the update of its
    /// batch; in an update, the sample is the last of the batch. Of samples that are not trained on, the steps of one,
    /// then what all of them come to.
    #[must_use]
    pub fn pass(&self, position: Position) -> [RangeInclusive<u64>; 2] {
        let here = self.line(position);
        let validation = self.validation();
        let (sample, after) = match here {
            LineOf::Sample(sample) if validation.contains(&sample) => (sample, LineOf::Validation),
            LineOf::Sample(sample) => (sample, LineOf::Update(self.run.setting().batch_of(sample))),
            LineOf::Update(batch) => {
                let of = self.run.setting().batch(batch);
                (of.first + of.size - 1, here)
            }
            LineOf::Validation => (validation.end - 1, here),
        };
        let numbers = |line: LineOf, count: u64| {
            let first = self.course.number(line, 0);
            first..=(first + count).saturating_sub(1)
        };
        let of_sample = numbers(LineOf::Sample(sample), self.course.steps_of(sample));
        [of_sample, numbers(after, self.index(after).steps.len() as u64)]
    }
}
