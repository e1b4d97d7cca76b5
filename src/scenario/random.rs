//! Random weights that anybody can draw again.
//!
//! `{random: {seed, from, to, decimals}}` draws from the grid `from + k * 10^-decimals`, k from 0 to
//! n - 1, where n is the number of grid points up to and with `to`. For each value in order (neuron by
//! neuron, within a neuron in the order of the inputs):
//!
//! 1. the next 64-bit number x of `SplitMix64`: the state, which begins as `seed`, grows by
//!    `0x9E3779B97F4A7C15`; x is the state with `x ^= x >> 30; x *= 0xBF58476D1CE4E5B9; x ^= x >> 27;
//!    x *= 0x94D049BB133111EB; x ^= x >> 31`, everything modulo 2^64;
//! 2. x is thrown away, and the next is taken, while x is not below the largest multiple of n that is
//!    at most 2^64;
//! 3. k is the remainder of x divided by n.
//!
//! Every `random` begins anew with its own seed.

use rust_decimal::Decimal;

/// A source of 64-bit numbers.
#[derive(Clone, Debug)]
pub(super) struct SplitMix64 {
    state: u64,
}

/// Numbers of so many decimals from one to another.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// The lowest grid point, in units of the last decimal.
    lowest: i128,
    points: u64,
    decimals: u32,
}

/// A drawer of grid points.
#[derive(Clone, Debug)]
pub(super) struct Draw {
    bits: SplitMix64,
    grid: Grid,
}

impl Draw {
    /// Makes a drawer; `None` where `to` is below `from`, or the grid has more points than fit.
    ///
    /// Neither bound may have more decimals than the grid.
    pub(super) fn new(seed: u64, from: Decimal, to: Decimal, decimals: u32) -> Option<Self> {
        let units = |bound: Decimal| {
            let missing = decimals.checked_sub(bound.scale())?;
            bound.mantissa().checked_mul(10_i128.checked_pow(missing)?)
        };
        Some(Self { bits: SplitMix64::new(seed), grid: Grid::new(units(from)?, units(to)?, decimals)? })
    }

    /// The next value.
    pub(super) fn next(&mut self) -> Decimal {
        self.grid.draw(&mut self.bits)
    }
}

impl Grid {
    /// Makes a grid between bounds in units of its last decimal; `None` as for [`Draw::new`].
    pub(super) fn new(lowest: i128, highest: i128, decimals: u32) -> Option<Self> {
        let points = u64::try_from(highest.checked_sub(lowest)?).ok()?.checked_add(1)?;
        let grid = Self { lowest, points, decimals };
        // Both ends must be numbers that a scenario could hold.
        grid.point(0)?;
        grid.point(points - 1)?;
        Some(grid)
    }

    /// Whether it is a single number.
    pub(super) fn is_fixed(&self) -> bool {
        self.points == 1
    }

    /// One of its points.
    pub(super) fn draw(&self, bits: &mut SplitMix64) -> Decimal {
        let excess = (u64::MAX % self.points + 1) % self.points;
        let k = loop {
            let x = bits.next();
            // Below the largest multiple of n: the last 2^64 mod n numbers are thrown away.
            if excess == 0 || x < 0_u64.wrapping_sub(excess) {
                break x % self.points;
            }
        };
        self.point(k).unwrap_or_default()
    }

    fn point(&self, k: u64) -> Option<Decimal> {
        Decimal::try_from_i128_with_scale(self.lowest.checked_add(k.into())?, self.decimals).ok()
    }
}

impl SplitMix64 {
    /// Begins with a seed.
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut x = self.state;
        x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        x ^ (x >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn the_bits_are_those_of_splitmix64() {
        // The first outputs for the seed 1234567, as the generator's reference code gives them.
        let mut bits = SplitMix64::new(1_234_567);
        let bits: Vec<_> = (0..3).map(|_| bits.next()).collect();
        assert_eq!(bits, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn values_are_grid_points_between_the_bounds_and_both_ends_are_met() {
        let mut draw = Draw::new(7, decimal("-0.5"), decimal("0.5"), 1).unwrap();
        let drawn: std::collections::BTreeSet<_> = (0..500).map(|_| draw.next()).collect();
        let grid: Vec<_> = drawn.iter().map(ToString::to_string).collect();
        assert_eq!(grid, ["-0.5", "-0.4", "-0.3", "-0.2", "-0.1", "0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]);
    }

    #[test]
    fn a_grid_that_is_empty_or_too_fine_is_refused() {
        assert!(Draw::new(1, decimal("1"), decimal("0"), 2).is_none());
        assert!(Draw::new(1, decimal("0"), decimal("1"), 28).is_none());
        assert!(Draw::new(1, decimal("0.5"), decimal("0.5"), 2).is_some());
    }

    #[test]
    fn the_widest_grid_does_not_hang() {
        let mut draw = Draw::new(3, decimal("0"), decimal("18446744073709551614"), 0).unwrap();
        assert!(draw.next() <= decimal("18446744073709551614"));
    }
}
