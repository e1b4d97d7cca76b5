//! Fractions: exact values whose decimals do not end, or not soon enough.
//!
//! A mean over three samples is one. An enclosure of it can never tell on which side of a tie it lies; a fraction can,
//! because it is the value itself. It is bounded in bits: what grows beyond becomes an enclosure.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, Signed as _, Zero as _};

use super::exact::{Exact, decimal_digits, power_of_ten};

/// The most bits that a numerator or a denominator may have.
pub const MOST_FRACTION_BITS: u64 = 4096;

/// Decimals with which the ends of a fraction are told.
const END_DECIMALS: u32 = 1300;

/// A fraction in lowest terms that is no decimal of a length that [`Exact`] numbers have; its denominator is positive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fraction {
    numerator: BigInt,
    denominator: BigInt,
}

impl Fraction {
    /// Reduces a fraction; `None` for a denominator of 0, or one that is still too long.
    pub(super) fn new(numerator: BigInt, denominator: BigInt) -> Option<Self> {
        if denominator.is_zero() {
            return None;
        }
        let common = numerator.gcd(&denominator);
        let common = if denominator.is_negative() { -common } else { common };
        let (numerator, denominator) =
            if common.is_one() { (numerator, denominator) } else { (numerator / &common, denominator / common) };
        let fits = numerator.bits() <= MOST_FRACTION_BITS && denominator.bits() <= MOST_FRACTION_BITS;
        fits.then_some(Self { numerator, denominator })
    }

    /// A decimal in lowest terms, where it is not too long.
    pub(super) fn reduced(exact: &Exact) -> Option<Self> {
        Self::new(exact.digits().clone(), power_of_ten(exact.scale()))
    }

    pub(super) fn numerator(&self) -> &BigInt {
        &self.numerator
    }

    pub(super) fn denominator(&self) -> &BigInt {
        &self.denominator
    }

    pub(super) fn is_negative(&self) -> bool {
        self.numerator.is_negative()
    }

    pub(super) fn negated(&self) -> Self {
        Self { numerator: -&self.numerator, denominator: self.denominator.clone() }
    }

    pub(super) fn magnitude(&self) -> Self {
        Self { numerator: self.numerator.abs(), denominator: self.denominator.clone() }
    }

    pub(super) fn plus(&self, other: &Self) -> Option<Self> {
        let numerator = &self.numerator * &other.denominator + &other.numerator * &self.denominator;
        Self::new(numerator, &self.denominator * &other.denominator)
    }

    pub(super) fn times(&self, other: &Self) -> Option<Self> {
        Self::new(&self.numerator * &other.numerator, &self.denominator * &other.denominator)
    }

    /// `None` for a divisor of 0 too.
    pub(super) fn over(&self, other: &Self) -> Option<Self> {
        Self::new(&self.numerator * &other.denominator, &self.denominator * &other.numerator)
    }

    /// The square root, where it is a fraction.
    pub(super) fn root(&self) -> Option<Self> {
        if self.is_negative() {
            return None;
        }
        let (numerator, denominator) = (self.numerator.sqrt(), self.denominator.sqrt());
        let comes_out = &numerator * &numerator == self.numerator && &denominator * &denominator == self.denominator;
        comes_out.then_some(Self { numerator, denominator })
    }

    pub(super) fn floor(&self) -> Exact {
        Exact::new(self.numerator.div_floor(&self.denominator), 0)
    }

    /// The same value as a decimal, where that ends within `limit` decimals.
    pub(super) fn decimal(&self, limit: u32) -> Option<Exact> {
        let numerator = Exact::new(self.numerator.clone(), 0);
        numerator.over(&Exact::new(self.denominator.clone(), 0), limit)
    }

    /// The value rounded to `decimals`, halves away from zero.
    pub(super) fn rounded(&self, decimals: u32) -> Exact {
        let numerator: BigInt = self.numerator.abs() * power_of_ten(decimals) * 2 + &self.denominator;
        let digits: BigInt = numerator / (&self.denominator * 2);
        Exact::new(if self.is_negative() { -digits } else { digits }, decimals)
    }

    /// A decimal that any rule rounds to at most `scale` decimals as it rounds the fraction.
    ///
    /// It is the fraction cut off after `scale` decimals, with a 1 behind them where anything was cut off. Every
    /// border between two roundings, a tie too, has at most `scale + 1` decimals, so that the fraction and the decimal
    /// lie on the same side of it, and where one is the border, so is the other: with one decimal more than asked for.
    pub(super) fn standing_in(&self, scale: u32) -> Exact {
        let scale = scale.saturating_add(1);
        let (digits, rest) = (self.numerator.abs() * power_of_ten(scale)).div_rem(&self.denominator);
        let (digits, scale) = if rest.is_zero() { (digits, scale) } else { (digits * 10 + 1, scale + 1) };
        Exact::new(if self.is_negative() { -digits } else { digits }, scale)
    }

    /// How many zeros follow the point before the first other digit, or one more.
    pub(super) fn zeros(&self) -> u32 {
        let digits = |of: &BigInt| i64::try_from(decimal_digits(of)).unwrap_or(i64::MAX);
        u32::try_from(digits(&self.denominator) - digits(&self.numerator)).unwrap_or(0)
    }

    /// The nearest decimals on both sides, with many digits.
    pub(super) fn ends(&self) -> (Exact, Exact) {
        let scale = END_DECIMALS.saturating_add(self.zeros());
        let low = (&self.numerator * power_of_ten(scale)).div_floor(&self.denominator);
        let high = &low + 1;
        (Exact::new(low, scale), Exact::new(high, scale))
    }
}

impl From<&Exact> for Fraction {
    /// The decimal over a power of ten, not in lowest terms: what is computed with it is reduced.
    fn from(exact: &Exact) -> Self {
        Self { numerator: exact.digits().clone(), denominator: power_of_ten(exact.scale()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Digits, Rounding, Ties};

    fn fraction(numerator: i64, denominator: i64) -> Fraction {
        Fraction::new(numerator.into(), denominator.into()).expect("a fraction")
    }

    #[test]
    fn a_fraction_is_in_lowest_terms_and_its_sign_is_above() {
        assert_eq!(fraction(2, -6), fraction(-1, 3));
        assert_eq!(fraction(1, 3).plus(&fraction(1, 6)), Some(fraction(1, 2)));
        assert_eq!(fraction(4, 9).root(), Some(fraction(2, 3)));
        assert_eq!(fraction(2, 9).root(), None);
        assert_eq!(Fraction::new(BigInt::one(), BigInt::zero()), None);
    }

    #[test]
    fn a_fraction_beyond_the_bound_is_none() {
        let most: BigInt = (BigInt::one() << MOST_FRACTION_BITS) - 1;
        assert!(Fraction::new(most.clone(), BigInt::from(2)).is_some());
        assert_eq!(Fraction::new(most + 1, BigInt::from(3)), None);
    }

    #[test]
    fn a_tie_of_a_fraction_is_rounded_by_its_rule_and_its_neighbours_are_not() {
        // 1/8 is a tie at two decimals; 1/8 + 1/3000000 lies above it, 1/8 − 1/3000000 below.
        let near = [(1, 8), (375_001, 3_000_000), (374_999, 3_000_000)];
        let by = |ties, (above, below)| {
            let rounding = Rounding { digits: Digits::Decimals(2), ties };
            rounding.of(&fraction(above, below).standing_in(2)).to_string()
        };
        assert_eq!(near.map(|of| by(Ties::HalfUp, of)), ["0.13", "0.13", "0.12"]);
        assert_eq!(near.map(|of| by(Ties::HalfEven, of)), ["0.12", "0.13", "0.12"]);
    }

    #[test]
    fn the_ends_lie_on_both_sides() {
        for of in [fraction(1, 3), fraction(-2, 7), fraction(1, 3_000_000_000)] {
            let (low, high) = of.ends();
            let (below, above) = (Exact::new(of.numerator.clone(), 0), Exact::new(of.denominator.clone(), 0));
            assert!(low.times(&above).compare(&below).is_lt() && high.times(&above).compare(&below).is_gt());
        }
    }

    #[test]
    fn zeros_after_the_point_are_never_counted_too_many() {
        for below in [3i64, 7, 11, 99, 101, 999, 1_001, 999_999_999] {
            let zeros = fraction(1, below).zeros();
            let digits = fraction(1, below).standing_in(40);
            let first = u64::from(digits.scale()) - digits.digit_count();
            assert!((first..=first + 1).contains(&u64::from(zeros)), "1/{below}: {zeros} {first}");
        }
        assert_eq!([fraction(9, 11).zeros(), fraction(7, 3).zeros()], [1, 0]);
    }
}
