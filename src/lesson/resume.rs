//! Where a reader goes on when the lesson has changed under the hands.

use super::{Lesson, Position};
use crate::run::LineOf;

/// A step farther away than this is not the nearest in any sense.
const FARTHEST: u64 = 1_000;

impl Lesson {
    /// Where whoever was at a position of the lesson `before` goes on in this one: at the step of the same name, sample
    /// and epoch, else at the nearest step around it that is in both, the earlier one first.
    #[must_use]
    pub fn resume(&self, before: &Self, there: Position) -> Position {
        // An epoch beyond the last was asked for, and can be asked for again.
        let epoch = if there.epoch > before.epochs() { there.epoch } else { there.epoch.min(self.epochs()) };
        let around = (0..FARTHEST).flat_map(|distance| {
            [there.number.checked_sub(distance), there.number.checked_add(distance).filter(|_| distance > 0)]
        });
        let same = |number| self.same(before, Position { number, ..there }, epoch);
        let nearest = around.flatten().filter(|number| (1..=before.steps_per_epoch()).contains(number)).find_map(same);
        nearest.unwrap_or(Position { epoch, number: there.number.clamp(1, self.steps_per_epoch().max(1)) })
    }

    /// The step that has the name and the sample or batch of one in another lesson.
    fn same(&self, before: &Self, there: Position, epoch: u64) -> Option<Position> {
        let step = before.step(there)?;
        let (line, at) = match before.line(there) {
            LineOf::Sample(sample) if sample <= self.samples() => {
                (LineOf::Sample(sample), self.program().find(step.name.as_str())?)
            }
            LineOf::Update(batch) if batch <= self.batches() => self.in_batch(step.name.as_str(), batch)?,
            LineOf::Sample(_) | LineOf::Update(_) => return None,
        };
        Some(Position { epoch, number: self.course.number(line, at) })
    }
}
