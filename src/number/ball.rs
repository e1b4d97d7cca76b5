//! Enclosures: a midpoint and a radius in fixed point, the radius a proof.
//!
//! With x within ra of a and y within rb of b:
//!
//! - |x + y − (a + b)| ≤ ra + rb, and nothing is rounded;
//! - |xy − ab| = |a·(y − b) + b·(x − a) + (x − a)(y − b)| ≤ |a|·rb + |b|·ra + ra·rb;
//! - |x/y − a/b| = |(x − a) − (a/b)·(y − b)|/|y| ≤ (ra + |a/b|·rb)/(|b| − rb), if rb < |b|;
//!
//! each with one unit more where the midpoint itself was rounded, by less than one. |a/b| is taken from the rounded
//! quotient, one unit added.

#![expect(clippy::inline_always, reason = "measured: without it every result is copied through memory")]

use num_integer::Integer as _;

use super::fault::{Fault, Question};
use super::fraction::Fraction;
use super::integer::Integer;
use super::radius::Radius;
use super::{Exact, exact::power_of_ten};

/// An interval `midpoint ± radius`, in units of `2^-bits`; the bits belong to the pass, not to the ball.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ball<I> {
    pub(crate) midpoint: I,
    pub(crate) radius: Radius,
}

impl<I: Integer> Ball<I> {
    /// A midpoint that could be held, with a radius that is no larger than can be computed with.
    #[inline(always)]
    pub(crate) fn new(midpoint: Option<I>, radius: Radius) -> Result<Self, Fault> {
        match midpoint {
            None => Err(Fault::TooLarge),
            Some(_) if !radius.is_held() => Err(Fault::Undecided(Question::Digits)),
            Some(midpoint) => Ok(Self { midpoint, radius }),
        }
    }

    /// Encloses an exact number; one that ends in binary stays exact.
    pub(crate) fn enclosing(number: &Exact, bits: u32) -> Result<Self, Fault> {
        if number.scale() == 0 {
            return Self::new(I::from_big(&(number.digits() << bits)), Radius::ZERO);
        }
        let (quotient, rest) = (number.digits() << bits).div_rem(&power_of_ten(number.scale()));
        let radius = if rest.is_zero() { Radius::ZERO } else { Radius::units(1) };
        Self::new(I::from_big(&quotient), radius)
    }

    /// Encloses a fraction.
    pub(crate) fn around(fraction: &Fraction, bits: u32) -> Result<Self, Fault> {
        let quotient = (fraction.numerator() << bits) / fraction.denominator();
        Self::new(I::from_big(&quotient), Radius::units(1))
    }

    /// The lowest value that the ball allows.
    #[inline(always)]
    pub(crate) fn low(&self) -> Option<I> {
        self.midpoint.minus(&self.radius.to_integer()?)
    }

    /// The highest value that the ball allows.
    #[inline(always)]
    pub(crate) fn high(&self) -> Option<I> {
        self.midpoint.plus(&self.radius.to_integer()?)
    }

    /// The ball between two ends.
    pub(crate) fn between(low: &I, high: &I) -> Result<Self, Fault> {
        let middle = low.plus(high).map(|sum| sum.shifted_down(1)).ok_or(Fault::TooLarge)?;
        let half = high.minus(&middle).ok_or(Fault::TooLarge)?;
        Self::new(Some(middle), Radius::of(&half).plus(Radius::units(1)))
    }

    /// Whether anything in the ball has more bits than so many; none where that cannot be held.
    pub(crate) fn reaches(&self, bits: u32) -> Option<bool> {
        let (low, high) = (self.low()?, self.high()?);
        Some(low.bits().max(high.bits()) > u64::from(bits))
    }

    /// -1 or 1 where all of the ball lies on that side of 0, else the question is open.
    #[inline]
    pub(crate) fn side(&self) -> Result<i8, Fault> {
        let reach: I = self.radius.to_integer().ok_or(Fault::Undecided(Question::Sign))?;
        if self.midpoint.magnitude() <= reach {
            return Err(Fault::Undecided(Question::Sign));
        }
        Ok(if self.midpoint.is_negative() { -1 } else { 1 })
    }

    #[inline(always)]
    pub(crate) fn negated(&self) -> Self {
        Self { midpoint: self.midpoint.negated(), radius: self.radius }
    }

    #[inline(always)]
    pub(crate) fn plus(&self, other: &Self) -> Result<Self, Fault> {
        Self::new(self.midpoint.plus(&other.midpoint), self.radius.plus(other.radius))
    }

    #[inline(always)]
    pub(crate) fn minus(&self, other: &Self) -> Result<Self, Fault> {
        Self::new(self.midpoint.minus(&other.midpoint), self.radius.plus(other.radius))
    }

    #[inline(always)]
    pub(crate) fn times(&self, other: &Self, bits: u32) -> Result<Self, Fault> {
        let product = self.midpoint.scaled_product(&other.midpoint, bits);
        if self.radius.is_zero() && other.radius.is_zero() {
            let exact = self.midpoint.trailing_zeros() + other.midpoint.trailing_zeros() >= u64::from(bits);
            return Self::new(product, if exact { Radius::ZERO } else { Radius::units(1) });
        }
        let (this, that) = (Radius::of(&self.midpoint), Radius::of(&other.midpoint));
        let carried =
            Radius::sum_of_products([(this, other.radius), (that, self.radius), (self.radius, other.radius)], bits);
        Self::new(product, carried.plus(Radius::units(1)))
    }

    #[inline(always)]
    pub(crate) fn over(&self, other: &Self, bits: u32) -> Result<Self, Fault> {
        let open = Fault::Undecided(Question::Zero);
        let reach: I = other.radius.to_integer().ok_or(open)?;
        let nearest = other.midpoint.magnitude().minus(&reach).ok_or(open)?;
        if nearest.is_negative() || nearest.is_zero() {
            return Err(open);
        }
        let quotient = self.midpoint.scaled_quotient(&other.midpoint, bits).ok_or(Fault::TooLarge)?;
        let carried = Radius::of(&quotient).plus(Radius::units(1)).times(other.radius);
        let carried = carried.plus(self.radius.shifted_up(bits)).scaled_over(0, &nearest);
        let radius = carried.plus(Radius::units(1));
        Self::new(Some(quotient), radius)
    }

    /// The ball that has all of both in it.
    pub(crate) fn hull(&self, other: &Self) -> Result<Self, Fault> {
        let low = self.low().zip(other.low()).map(|(low, other)| low.min(other)).ok_or(Fault::TooLarge)?;
        let high = self.high().zip(other.high()).map(|(high, other)| high.max(other)).ok_or(Fault::TooLarge)?;
        Self::between(&low, &high)
    }

    /// The larger of two, as the hull of what both allow.
    pub(crate) fn largest(&self, other: &Self) -> Result<Self, Fault> {
        let ends = |ball: &Self| ball.low().zip(ball.high()).ok_or(Fault::TooLarge);
        let ((low, high), (other_low, other_high)) = (ends(self)?, ends(other)?);
        if low >= other_high {
            return Ok(self.clone());
        }
        if other_low >= high {
            return Ok(other.clone());
        }
        Self::between(&low.max(other_low), &high.max(other_high))
    }

    /// The magnitude, as the hull where the sign is open.
    pub(crate) fn magnitude(&self) -> Result<Self, Fault> {
        match self.side() {
            Ok(1) => Ok(self.clone()),
            Ok(_) => Ok(self.negated()),
            Err(_) => self.largest(&self.negated()),
        }
    }
}
