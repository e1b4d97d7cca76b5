//! A lesson that goes on by itself. Time comes from outside, so that a test need not wait.

use std::time::{Duration, Instant};

/// From slow to fast.
const PACES: [Duration; 5] = [
    Duration::from_secs(8),
    Duration::from_secs(4),
    Duration::from_secs(2),
    Duration::from_secs(1),
    Duration::from_millis(500),
];

/// Whether a lesson goes on by itself, and how fast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Autoplay {
    /// Whether it does now.
    pub is_on: bool,
    pace: usize,
    /// When the next step is due; not known before the loop has looked at its clock.
    due: Option<Instant>,
}

/// What a look at the clock came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tick {
    /// Whether something has to be drawn.
    pub has_moved: bool,
    /// How long it is until the next step.
    pub next: Option<Duration>,
}

impl Default for Autoplay {
    fn default() -> Self {
        Self { is_on: false, pace: 2, due: None }
    }
}

impl Autoplay {
    /// How long a step is shown.
    #[must_use]
    pub fn pace(&self) -> Duration {
        PACES.get(self.pace).copied().unwrap_or(Duration::from_secs(2))
    }

    /// Goes on from now.
    pub fn start(&mut self) {
        (self.is_on, self.due) = (true, None);
    }

    /// Shows each step for a shorter or longer time, the present one for all of it.
    pub fn change_pace(&mut self, faster: bool) {
        self.pace = if faster { (self.pace + 1).min(PACES.len() - 1) } else { self.pace.saturating_sub(1) };
        self.due = None;
    }

    /// Whether the time of a step is over; then that of the next begins.
    pub fn is_due(&mut self, now: Instant) -> bool {
        if !self.is_on {
            return false;
        }
        let is_due = self.due.is_some_and(|due| now >= due);
        if is_due || self.due.is_none() {
            self.due = now.checked_add(self.pace());
        }
        is_due
    }

    /// How long it is until the next step.
    #[must_use]
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        self.due.filter(|_| self.is_on).map(|due| due.saturating_duration_since(now))
    }
}
