//! The mistakes that the author of a scenario foresaw: they come first, in the author's words.

use super::search::Search;
use super::{Cause, Slip};
use crate::formula::Name;
use crate::judge::quantity::Quantity;
use crate::lesson::{Lesson, Position};
use crate::number::Exact;
use crate::scenario::{Made, Mistake};

impl Search<'_> {
    /// The mistakes that the author foresaw at this step and that make just this number.
    pub(super) fn foreseen(&self, lesson: &mut Lesson) -> Vec<Cause> {
        let Some((here, false)) = self.subject.step else { return Vec::new() };
        let mistakes = lesson.scenario().practice.mistakes.clone();
        let is_here = |lesson: &mut Lesson, name: &Name| {
            Quantity::find(lesson, name, Position::start_of(1)).is_ok_and(|found| found.made_at == Some(here))
        };
        let mut found = Vec::new();
        for (step, mistakes) in mistakes.iter().enumerate() {
            if !is_here(lesson, &mistakes.step) {
                continue;
            }
            for (at, mistake) in mistakes.list.iter().enumerate() {
                if self.is_made_by(lesson, mistake, here) {
                    found.push(Cause { slip: Slip::Foreseen(step, at), decimals: None });
                }
            }
        }
        found
    }

    fn is_made_by(&self, lesson: &mut Lesson, mistake: &Mistake, here: Position) -> bool {
        match &mistake.made {
            Made::Value(value) => {
                let value = Exact::from(*value);
                let scale = value.scale().min(self.claim.value.scale());
                value.rounded(scale).compare(&self.claim.value.rounded(scale)).is_eq()
            }
            Made::Formula(formula, _) => self.is_value_of(lesson, formula, here),
        }
    }
}
