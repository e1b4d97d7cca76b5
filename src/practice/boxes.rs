//! Leitner boxes: what was right waits longer before it is asked again, what was wrong is asked at once.

use serde::{Deserialize, Serialize};

use super::record::Outcome;

/// Seconds of a day.
const DAY: u64 = 86_400;

/// After how many days what is in a box is due again, from the first box on.
const DAYS: [u64; 6] = [0, 1, 3, 7, 16, 35];

/// From this box on, something was right on so many days that it counts as mastered.
const MASTERED: usize = 3;

/// The box that something is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InBox {
    /// Its number; in 0 is what is new or was wrong.
    pub number: usize,
    /// When it is due again, in seconds of Unix time.
    pub due: u64,
}

impl InBox {
    /// Moves it as an outcome says, at a time. What is not due yet does not move up: two right answers in one sitting
    /// are not spaced.
    #[must_use]
    pub fn after(self, outcome: Outcome, now: u64) -> Self {
        let into = |number: usize| {
            let number = number.min(DAYS.len() - 1);
            Self { number, due: now.saturating_add(DAYS[number].saturating_mul(DAY)) }
        };
        match outcome {
            Outcome::AtOnce if now >= self.due => into(self.number + 1),
            Outcome::WithHints | Outcome::Later if now >= self.due => into(self.number.clamp(1, MASTERED - 1)),
            Outcome::Wrong | Outcome::Peeked => into(0),
            Outcome::AtOnce | Outcome::WithHints | Outcome::Later | Outcome::Skipped | Outcome::Open => self,
        }
    }

    /// Whether it should be asked.
    #[must_use]
    pub fn is_due(self, now: u64) -> bool {
        now >= self.due
    }

    /// In how many days it is due, a day that has begun counted whole.
    #[must_use]
    pub fn days_left(self, now: u64) -> u64 {
        self.due.saturating_sub(now).div_ceil(DAY)
    }

    /// Whether it was right often enough, with growing gaps.
    #[must_use]
    pub fn is_mastered(self) -> bool {
        self.number >= MASTERED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_right_is_due_later_and_later() {
        let mut now = 1_000_000;
        let mut kept = InBox::default();
        for days in [1, 3, 7, 16, 35, 35] {
            kept = kept.after(Outcome::AtOnce, now);
            assert_eq!(kept.due - now, days * DAY);
            assert_eq!(kept.after(Outcome::AtOnce, now), kept, "the same day does not count twice");
            now = kept.due;
        }
        assert!(kept.is_mastered());
        assert_eq!(kept.after(Outcome::Wrong, now), InBox { number: 0, due: now });
    }

    #[test]
    fn help_does_not_lead_to_mastery_and_skipping_changes_nothing() {
        let mut now = 0;
        let mut kept = InBox::default();
        for _ in 0..9 {
            kept = kept.after(Outcome::WithHints, now);
            now = kept.due;
        }
        assert!(!kept.is_mastered());
        assert_eq!(kept.after(Outcome::Skipped, now), kept);
    }
}
