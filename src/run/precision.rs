//! How far a pass is repeated with more bits before a question stays open.

use std::time::{Duration, Instant};

/// The fewest bits at which the highest rung stands.
const CAP: u32 = 4096;

/// How long one question may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// The precisions that are tried in a row, each twice the one before.
#[derive(Clone, Debug)]
pub struct Ladder {
    bits: u32,
    cap: u32,
    started: Instant,
}

impl Ladder {
    /// Begins with what so many decimals need; ends at 4 096 bits, or at four times those asked, or after 2 s.
    #[must_use]
    pub fn for_decimals(decimals: u32) -> Self {
        // A decimal is 3.33 bits; 64 more are for what the pass loses on its way.
        let asked = decimals.saturating_mul(10) / 3 + 64;
        let bits = asked.next_multiple_of(64);
        Self { bits, cap: CAP.max(bits.saturating_mul(4)), started: Instant::now() }
    }

    /// The same ladder from a higher rung on, at most its last.
    pub(crate) fn from(mut self, bits: u32) -> Self {
        self.bits = self.bits.max(bits).min(self.cap);
        self
    }

    /// How many bits behind the point this rung has.
    #[must_use]
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// Takes the next rung, where there is one.
    pub fn climb(&mut self) -> bool {
        if self.bits >= self.cap || self.started.elapsed() > PATIENCE {
            return false;
        }
        self.bits = self.bits.saturating_mul(2).min(self.cap);
        true
    }
}
