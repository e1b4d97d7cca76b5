//! The whole numbers that midpoints of enclosures are made of, behind one small trait.
//!
//! Midpoints are fixed-point numbers `value·2^bits`. An operation whose result an implementation cannot
//! hold is `None`, never a wrong number.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

/// A signed whole number with the operations that fixed-point arithmetic needs.
pub(crate) trait Integer: Clone + Ord {
    /// The number, where it can be held.
    fn from_big(value: &BigInt) -> Option<Self>;
    /// A small number, which every implementation can hold.
    fn from_small(value: u64) -> Self;
    /// The number as a big integer.
    fn to_big(&self) -> BigInt;
    /// The number as a machine integer, where it is one.
    fn to_i128(&self) -> Option<i128>;
    /// Whether the number is 0.
    fn is_zero(&self) -> bool;
    /// Whether the number is below 0.
    fn is_negative(&self) -> bool;
    /// How many bits the magnitude has.
    fn bits(&self) -> u64;
    /// How often the number can be halved; any number of times for 0.
    fn trailing_zeros(&self) -> u64;
    /// `-self`
    fn negated(&self) -> Self;
    /// `self + other`
    fn plus(&self, other: &Self) -> Option<Self>;
    /// `self·other / 2^shift`, off by less than 1.
    fn scaled_product(&self, other: &Self, shift: u32) -> Option<Self>;
    /// `self·2^shift / other`, off by less than 1; `other` must not be 0.
    fn scaled_quotient(&self, other: &Self, shift: u32) -> Option<Self>;
    /// The square root of `self·2^shift`, off by less than 1; `self` must not be negative.
    fn scaled_root(&self, shift: u32) -> Option<Self>;
    /// `self·2^shift`
    fn shifted_up(&self, shift: u32) -> Option<Self>;
    /// `self / 2^shift`, off by less than 1.
    fn shifted_down(&self, shift: u32) -> Self;
    /// `self·factor`
    fn times_small(&self, factor: i64) -> Option<Self>;
    /// `(m, e)` with m below 2^31 and m·2^e ≤ |self| < (m + 1)·2^e; e is 0 where m is all of it.
    fn leading(&self) -> (u32, u32);
    /// The number above bit `at`, which must be a small one, and the number below it; not of a negative number.
    fn split(&self, at: u32) -> Option<(usize, Self)>;
    /// `c₀ + x·(c₁ + x·(c₂ + …))` with `shift` bits behind the point, every product rounded down; neither x
    /// nor a coefficient may be negative.
    fn polynomial(coefficients: &[Self], x: &Self, shift: u32) -> Option<Self> {
        let mut from_last = coefficients.iter().rev();
        let mut sum = from_last.next()?.clone();
        for coefficient in from_last {
            sum = sum.scaled_product(x, shift)?.plus(coefficient)?;
        }
        Some(sum)
    }
    /// `self - other`
    fn minus(&self, other: &Self) -> Option<Self> {
        self.plus(&other.negated())
    }
    /// The magnitude.
    fn magnitude(&self) -> Self {
        if self.is_negative() { self.negated() } else { self.clone() }
    }
}

/// More bits than e to the power of the largest exponent that is computed (100 000) has.
const MOST_BITS: u64 = 200_000;

fn held(value: BigInt) -> Option<BigInt> {
    (value.bits() <= MOST_BITS).then_some(value)
}

impl Integer for BigInt {
    fn from_big(value: &BigInt) -> Option<Self> {
        held(value.clone())
    }

    fn from_small(value: u64) -> Self {
        value.into()
    }

    fn to_big(&self) -> BigInt {
        self.clone()
    }

    fn to_i128(&self) -> Option<i128> {
        ToPrimitive::to_i128(self)
    }

    fn is_zero(&self) -> bool {
        Zero::is_zero(self)
    }

    fn is_negative(&self) -> bool {
        Signed::is_negative(self)
    }

    fn bits(&self) -> u64 {
        BigInt::bits(self)
    }

    fn trailing_zeros(&self) -> u64 {
        BigInt::trailing_zeros(self).unwrap_or(u64::from(u32::MAX))
    }

    fn negated(&self) -> Self {
        -self
    }

    fn plus(&self, other: &Self) -> Option<Self> {
        Some(self + other)
    }

    fn minus(&self, other: &Self) -> Option<Self> {
        Some(self - other)
    }

    fn scaled_product(&self, other: &Self, shift: u32) -> Option<Self> {
        held((self * other) >> shift)
    }

    fn scaled_quotient(&self, other: &Self, shift: u32) -> Option<Self> {
        held((self << shift) / other)
    }

    fn scaled_root(&self, shift: u32) -> Option<Self> {
        held((self << shift).sqrt())
    }

    fn shifted_up(&self, shift: u32) -> Option<Self> {
        (BigInt::bits(self) + u64::from(shift) <= MOST_BITS || Zero::is_zero(self)).then(|| self << shift)
    }

    fn shifted_down(&self, shift: u32) -> Self {
        self >> shift
    }

    fn times_small(&self, factor: i64) -> Option<Self> {
        held(self * factor)
    }

    fn leading(&self) -> (u32, u32) {
        let excess = BigInt::bits(self).saturating_sub(31);
        // The shift leaves 31 bits, and no number here has 2^32 bits.
        let top = if excess == 0 { self.magnitude().to_u32() } else { (self.magnitude() >> excess).to_u32() };
        (top.unwrap_or(u32::MAX >> 1), u32::try_from(excess).unwrap_or(u32::MAX))
    }

    fn split(&self, at: u32) -> Option<(usize, Self)> {
        let above = self >> at;
        let below = self - (&above << at);
        Some((above.to_usize()?, below))
    }
}
