//! Whole numbers of four machine words, for the many passes in which 128 bits behind the point suffice.
#![expect(clippy::many_single_char_names, reason = "they are the words of a number, the lowest first")]
#![expect(clippy::inline_always, reason = "measured: without it every product goes through memory")]

mod product;

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint, Sign};
use num_traits::Signed;
use ruint::Uint;

use super::integer::Integer;
use product::{Wide, narrowed};

pub(crate) use product::product;

/// The magnitude of a number.
pub(crate) type Magnitude = Uint<256, 4>;

/// A sign that fills a word, so that a number has no padding that would have to be copied with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
enum Side {
    NotNegative,
    Negative,
}

/// A signed whole number of at most 256 bits; 0 is never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limbs {
    magnitude: Magnitude,
    side: Side,
}

impl Limbs {
    /// The number of that magnitude and sign.
    #[inline(always)]
    pub(crate) fn new(magnitude: Magnitude, negative: bool) -> Self {
        // Word by word, because wider loads would wait for the words that were only just stored.
        let [a, b, c, d] = *magnitude.as_limbs();
        let side = if negative && a | b | c | d != 0 { Side::Negative } else { Side::NotNegative };
        Self { magnitude, side }
    }

    /// The number without its sign.
    #[inline]
    pub(crate) fn absolute(&self) -> Magnitude {
        self.magnitude
    }

    /// `self + other`, or `self - other` where `flip` is set.
    #[inline(always)]
    fn combined(&self, other: &Self, flip: bool) -> Option<Self> {
        if self.is_negative() == (other.is_negative() != flip) {
            let (sum, carry) = self.magnitude.overflowing_add(other.magnitude);
            return if carry { None } else { Some(Self::new(sum, self.is_negative())) };
        }
        let (difference, borrow) = self.magnitude.overflowing_sub(other.magnitude);
        if borrow {
            return Some(Self::new(other.magnitude.wrapping_sub(self.magnitude), !self.is_negative()));
        }
        Some(Self::new(difference, self.is_negative()))
    }
}

impl PartialOrd for Limbs {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Limbs {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.is_negative(), other.is_negative()) {
            (false, false) => self.magnitude.cmp(&other.magnitude),
            (true, true) => other.magnitude.cmp(&self.magnitude),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

impl Integer for Limbs {
    fn from_big(value: &BigInt) -> Option<Self> {
        let mut limbs = [0; 4];
        let digits = value.iter_u64_digits();
        if digits.len() > limbs.len() {
            return None;
        }
        limbs.iter_mut().zip(digits).for_each(|(limb, digit)| *limb = digit);
        Some(Self::new(Magnitude::from_limbs(limbs), Signed::is_negative(value)))
    }

    #[inline(always)]
    fn from_small(value: u64) -> Self {
        Self { magnitude: Magnitude::from_limbs([value, 0, 0, 0]), side: Side::NotNegative }
    }

    fn to_big(&self) -> BigInt {
        let sign = if self.is_negative() { Sign::Minus } else { Sign::Plus };
        BigInt::from_biguint(sign, BigUint::from_bytes_le(&self.magnitude.to_le_bytes::<32>()))
    }

    #[inline(always)]
    fn to_i128(&self) -> Option<i128> {
        let &[low, high, 0, 0] = self.magnitude.as_limbs() else { return None };
        let magnitude = i128::try_from(u128::from(low) | u128::from(high) << 64).ok()?;
        Some(if self.is_negative() { -magnitude } else { magnitude })
    }

    #[inline(always)]
    fn is_zero(&self) -> bool {
        let [a, b, c, d] = *self.magnitude.as_limbs();
        a | b | c | d == 0
    }

    #[inline(always)]
    fn is_negative(&self) -> bool {
        self.side == Side::Negative
    }

    #[inline]
    fn bits(&self) -> u64 {
        self.magnitude.bit_len() as u64
    }

    #[inline]
    fn trailing_zeros(&self) -> u64 {
        self.magnitude.trailing_zeros() as u64
    }

    #[inline(always)]
    fn negated(&self) -> Self {
        Self::new(self.magnitude, !self.is_negative())
    }

    #[inline(always)]
    fn plus(&self, other: &Self) -> Option<Self> {
        self.combined(other, false)
    }

    #[inline(always)]
    fn minus(&self, other: &Self) -> Option<Self> {
        self.combined(other, true)
    }

    #[inline(always)]
    fn scaled_product(&self, other: &Self, shift: u32) -> Option<Self> {
        let (_, magnitude) = product(self.magnitude, other.magnitude, shift);
        Some(Self::new(magnitude?, self.is_negative() != other.is_negative()))
    }

    #[inline(always)]
    fn scaled_quotient(&self, other: &Self, shift: u32) -> Option<Self> {
        let [a, b, c, d] = *self.magnitude.as_limbs();
        let dividend = match shift {
            128 => Wide::from_limbs([0, 0, a, b, c, d, 0, 0]),
            _ => Wide::from_limbs([a, b, c, d, 0, 0, 0, 0]).checked_shl(shift as usize)?,
        };
        if other.is_zero() {
            return None;
        }
        let [a, b, c, d] = *other.magnitude.as_limbs();
        let quotient = dividend.wrapping_div(Wide::from_limbs([a, b, c, d, 0, 0, 0, 0]));
        Some(Self::new(narrowed(&quotient, 0)?, self.is_negative() != other.is_negative()))
    }

    fn scaled_root(&self, shift: u32) -> Option<Self> {
        Self::from_big(&self.to_big().scaled_root(shift)?)
    }

    #[inline(always)]
    fn shifted_up(&self, shift: u32) -> Option<Self> {
        if self.bits() + u64::from(shift) > 256 && !self.is_zero() {
            return None;
        }
        let [a, b, c, d] = *self.magnitude.as_limbs();
        let magnitude = match shift {
            0 => self.magnitude,
            64 => Magnitude::from_limbs([0, a, b, c]),
            128 => Magnitude::from_limbs([0, 0, a, b]),
            _ => Magnitude::from_limbs([a, b, c, d]).wrapping_shl(shift as usize),
        };
        Some(Self { magnitude, side: self.side })
    }

    #[inline(always)]
    fn shifted_down(&self, shift: u32) -> Self {
        if shift == 0 {
            return *self;
        }
        Self::new(self.magnitude.wrapping_shr(shift as usize), self.is_negative())
    }

    #[inline(always)]
    fn times_small(&self, factor: i64) -> Option<Self> {
        let small = Uint::<64, 1>::from_limbs([factor.unsigned_abs()]);
        let wide: Uint<320, 5> = self.magnitude.widening_mul(small);
        let &[a, b, c, d, 0] = wide.as_limbs() else { return None };
        Some(Self::new(Magnitude::from_limbs([a, b, c, d]), self.is_negative() != (factor < 0)))
    }

    #[inline]
    fn polynomial(coefficients: &[Self], x: &Self, shift: u32) -> Option<Self> {
        let mut from_last = coefficients.iter().rev();
        let mut sum = from_last.next()?.magnitude;
        for coefficient in from_last {
            let (_, above) = product(sum, x.magnitude, shift);
            sum = above?.checked_add(coefficient.magnitude)?;
        }
        Some(Self::new(sum, false))
    }

    #[inline(always)]
    fn leading(&self) -> (u32, u32) {
        let [a, b, c, d] = *self.magnitude.as_limbs();
        // The highest word that is not 0, the word below it, and how many bits lie below both.
        let (high, low, below) = match (d, c, b) {
            (0, 0, 0) => (0, a, 0),
            (0, 0, _) => (b, a, 0),
            (0, _, _) => (c, b, 64),
            _ => (d, c, 128),
        };
        let top = u128::from(high) << 64 | u128::from(low);
        let excess = (128 - top.leading_zeros()).saturating_sub(31);
        let kept = u32::try_from(top >> excess).unwrap_or(u32::MAX >> 1);
        (kept, excess + below)
    }

    #[inline(always)]
    fn split(&self, at: u32) -> Option<(usize, Self)> {
        let mut limbs = *self.magnitude.as_limbs();
        let word = (at / 64) as usize;
        if limbs.iter().skip(word + 1).any(|&limb| limb != 0) {
            return None;
        }
        let limb = limbs.get_mut(word)?;
        let index = usize::try_from(*limb >> (at % 64)).ok()?;
        *limb &= (1 << (at % 64)) - 1;
        Some((index, Self::new(Magnitude::from_limbs(limbs), false)))
    }
}
