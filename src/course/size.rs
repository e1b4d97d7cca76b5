//! How long a lesson is, in steps and in minutes.

use crate::lesson::{Lesson, Position};
use crate::scenario::Scenario;

/// How long the first step of its kind takes to read and work, in seconds.
const SECONDS_OF_A_NEW_STEP: u64 = 40;
/// How long a step takes that is worked like an earlier one, in seconds.
const SECONDS_OF_A_KNOWN_STEP: u64 = 10;
/// The most steps that are looked at one by one; further ones count as known.
const MOST_LOOKED_AT: u64 = 2000;

/// The size of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// How many steps an epoch has.
    pub steps: u64,
    /// About how many minutes it takes.
    pub minutes: u64,
}

impl Size {
    /// Counts the steps of one epoch; minutes are the author's, or estimated: what is new takes longer.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        Self::of_lesson(&Lesson::new(scenario.clone(), None))
    }

    /// Measures a lesson that is already open.
    #[must_use]
    pub fn of_lesson(lesson: &Lesson) -> Self {
        let steps = lesson.steps_per_epoch();
        let given = lesson.scenario().course.as_ref().and_then(|course| course.minutes);
        Self { steps, minutes: given.unwrap_or_else(|| estimated(lesson, steps)) }
    }
}

fn estimated(lesson: &Lesson, steps: u64) -> u64 {
    let is_new = |number: &u64| lesson.worked_like(Position { epoch: 1, number: *number }).is_none();
    let new = (1..=steps.min(MOST_LOOKED_AT)).filter(is_new).count();
    let new = u64::try_from(new).unwrap_or(steps);
    let seconds = new * SECONDS_OF_A_NEW_STEP + steps.saturating_sub(new) * SECONDS_OF_A_KNOWN_STEP;
    seconds.div_ceil(60).max(1)
}
