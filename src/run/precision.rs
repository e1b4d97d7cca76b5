//! How far a pass is repeated, more finely each time, before a question stays open.

use crate::number::Precision;

/// The fewest bits that the highest rung has.
const CAP: u32 = 4096;

/// The bits at which even a pass ends in which values are too wide, or too close to zero, to take anything for granted.
const LAST: u32 = 16_384;

/// How much one question may cost: operations times the bits with which they are done.
///
/// Work is counted and not timed, so that the same file has the same digits on every machine, however busy it is.
/// It is about two seconds for a formula of many powers of e, and a tenth of one for sums and products.
const BUDGET: u64 = 1 << 27;

/// How often the bits are doubled whatever that costs.
const SURE_DOUBLINGS: u32 = 2;

/// Operations of a pass where nobody has counted them.
const USUAL_OPERATIONS: u64 = 1000;

/// The precisions that are tried one after another.
///
/// The first has enclosures alone; the second adds fractions, which decide ties; each after that has twice the bits.
/// The last takes for granted what no precision decides.
#[derive(Clone, Debug)]
pub struct Ladder {
    precision: Precision,
    first: u32,
    cap: u32,
    operations: u64,
    spent: u64,
    /// Whether the bits go on rising once things are taken for granted.
    goes_on: bool,
}

impl Ladder {
    /// Begins with what so many decimals need; ends at 4 096 bits, or at four times those asked, or where the work
    /// is more than one question may cost.
    #[must_use]
    pub fn for_decimals(decimals: u32) -> Self {
        // A decimal is 3.33 bits; 64 more are for what the pass loses on its way.
        let asked = decimals.saturating_mul(10) / 3 + 64;
        let bits = asked.next_multiple_of(64);
        let ladder = Self {
            precision: bits.into(),
            first: bits,
            cap: CAP.max(bits.saturating_mul(4)),
            operations: USUAL_OPERATIONS,
            spent: 0,
            goes_on: false,
        };
        Self { spent: ladder.cost(bits), ..ladder }
    }

    /// The same for a pass of so many operations.
    #[must_use]
    pub fn of_operations(self, operations: u64) -> Self {
        let counted = Self { operations: operations.max(1), ..self };
        Self { spent: counted.cost(counted.precision.bits), ..counted }
    }

    /// Lets the bits go on rising once things are taken for granted: for what is divided by a value next to zero, or is
    /// too wide to take anything for granted.
    pub(crate) fn go_on(&mut self) {
        self.goes_on = true;
    }

    /// The same ladder from a higher rung on, at most its last that takes nothing for granted.
    pub(crate) fn from(self, precision: Precision) -> Self {
        let bits = self.precision.bits.max(precision.bits).min(self.cap);
        Self { precision: Precision { bits, assuming: false, ..precision }, ..self }
    }

    /// How this rung computes.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// Takes the next rung, where there is one.
    pub fn climb(&mut self) -> bool {
        let now = self.precision;
        let next = if !now.fractions {
            now.with_fractions()
        } else if !now.assuming {
            self.doubled(self.cap).unwrap_or_else(|| now.taking_for_granted())
        } else if let Some(wider) = self.doubled(LAST).filter(|_| self.goes_on) {
            wider
        } else {
            return false;
        };
        self.spent = self.spent.saturating_add(self.cost(next.bits));
        self.precision = next;
        true
    }

    /// Takes the next rung that can tell more of what is no fraction.
    pub(crate) fn climb_past_fractions(&mut self) -> bool {
        if !self.precision.fractions {
            self.precision = self.precision.with_fractions();
        }
        self.climb()
    }

    /// Twice the bits, at most `most`, where that is more and affordable.
    fn doubled(&self, most: u32) -> Option<Precision> {
        let bits = self.precision.bits.saturating_mul(2).min(most);
        let is_sure = bits <= self.first.saturating_mul(1 << SURE_DOUBLINGS);
        let is_affordable = self.spent.saturating_add(self.cost(bits)) <= BUDGET;
        let is_more = bits > self.precision.bits;
        (is_more && (is_sure || is_affordable)).then_some(Precision { bits, ..self.precision })
    }

    fn cost(&self, bits: u32) -> u64 {
        self.operations.saturating_mul(bits.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rungs(mut ladder: Ladder) -> Vec<Precision> {
        let mut rungs = vec![ladder.precision()];
        while ladder.climb() {
            rungs.push(ladder.precision());
        }
        rungs
    }

    #[test]
    fn fractions_come_after_the_first_rung_and_nothing_is_taken_for_granted_before_the_last() {
        let rungs = rungs(Ladder::for_decimals(28));
        let bits: Vec<u32> = rungs.iter().map(|rung| rung.bits).collect();
        assert_eq!(bits, [192, 192, 384, 768, 1536, 3072, 4096, 4096]);
        assert!(!rungs[0].fractions && rungs[1..].iter().all(|rung| rung.fractions));
        assert!(rungs[7].assuming && rungs[..7].iter().all(|rung| !rung.assuming));
    }

    #[test]
    fn a_large_pass_has_fewer_rungs_on_every_machine() {
        let highest = |operations| {
            let rungs = rungs(Ladder::for_decimals(28).of_operations(operations));
            rungs.last().map(|rung| (rung.bits, rung.assuming)).expect("a rung")
        };
        assert_eq!([highest(10_000), highest(30_000), highest(10_000_000)], [(4096, true), (1536, true), (768, true)]);
    }

    #[test]
    fn the_bits_go_on_rising_where_that_is_asked_for_once_things_are_taken_for_granted() {
        let mut ladder = Ladder::for_decimals(28);
        ladder.go_on();
        let rungs = rungs(ladder);
        assert_eq!(rungs[7..].iter().map(|rung| rung.bits).collect::<Vec<_>>(), [4096, 8192, 16_384]);
        assert!(rungs[7..].iter().all(|rung| rung.assuming));
    }
}
