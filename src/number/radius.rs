//! Radii of enclosures: upper bounds, every operation of which rounds up.

use super::integer::Integer;

/// An upper bound of an error, `mantissa·2^exponent` units in the last place of a midpoint.
///
/// Only the magnitude of an error matters, so 32 bits of it are kept and what is cut off is made up
/// for by adding one. The bound of an exact midpoint is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Radius {
    mantissa: u64,
    exponent: u32,
}

impl Radius {
    /// No error at all.
    pub(crate) const ZERO: Self = Self { mantissa: 0, exponent: 0 };

    /// An error of at most `count` units.
    #[must_use]
    pub(crate) fn units(count: u32) -> Self {
        Self { mantissa: u64::from(count), exponent: 0 }
    }

    fn at_least(mantissa: u128, exponent: u32) -> Self {
        let excess = 128 - mantissa.leading_zeros();
        if excess <= 32 {
            return Self { mantissa: u64::try_from(mantissa).unwrap_or(u64::MAX), exponent };
        }
        let shift = excess - 32;
        let kept = u64::try_from((mantissa - 1) >> shift).unwrap_or(u64::MAX) + 1;
        Self { mantissa: kept, exponent: exponent.saturating_add(shift) }
    }

    /// A bound of the magnitude of `number`.
    #[must_use]
    pub(crate) fn of(number: &impl Integer) -> Self {
        let (top, exponent) = number.leading();
        Self { mantissa: if exponent == 0 { top } else { top + 1 }, exponent }
    }

    /// Whether the bound is 0, the midpoint therefore exact.
    #[must_use]
    pub(crate) fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// A bound of the sum.
    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        let (large, small) = if self.exponent >= other.exponent { (self, other) } else { (other, self) };
        if small.is_zero() {
            return large;
        }
        let gap = large.exponent - small.exponent;
        if gap <= 64 {
            return Self::at_least((u128::from(large.mantissa) << gap) + u128::from(small.mantissa), small.exponent);
        }
        Self::at_least(u128::from(large.mantissa) + 1, large.exponent)
    }

    /// A bound of the product.
    #[must_use]
    pub(crate) fn times(self, other: Self) -> Self {
        let product = u128::from(self.mantissa) * u128::from(other.mantissa);
        if product == 0 {
            return Self::ZERO;
        }
        Self::at_least(product, self.exponent.saturating_add(other.exponent))
    }

    /// A bound of `self·2^shift`.
    #[must_use]
    pub(crate) fn shifted_up(self, shift: u32) -> Self {
        if self.is_zero() { self } else { Self { exponent: self.exponent.saturating_add(shift), ..self } }
    }

    /// A bound of `self / 2^shift`, in whole units.
    #[must_use]
    pub(crate) fn shifted_down(self, shift: u32) -> Self {
        if self.exponent >= shift || self.is_zero() {
            return Self { exponent: self.exponent.saturating_sub(shift), ..self };
        }
        let rest = shift - self.exponent;
        let mantissa = if rest >= 64 { 1 } else { ((self.mantissa - 1) >> rest) + 1 };
        Self { mantissa, exponent: 0 }
    }

    /// A bound of `self·2^shift / number` for a positive `number`.
    #[must_use]
    pub(crate) fn scaled_over(self, shift: u32, number: &impl Integer) -> Self {
        if self.is_zero() {
            return self;
        }
        let (top, exponent) = number.leading();
        let quotient = (u128::from(self.mantissa) << 64).div_ceil(u128::from(top.max(1)));
        // value = quotient · 2^(self.exponent + shift - 64 - exponent)
        let up = u64::from(self.exponent) + u64::from(shift);
        let down = 64 + u64::from(exponent);
        let bounded = |bits: u64| u32::try_from(bits).unwrap_or(u32::MAX);
        if up >= down {
            Self::at_least(quotient, bounded(up - down))
        } else {
            let bound = Self::at_least(quotient, 0);
            bound.shifted_down(bounded(down - up))
        }
    }

    /// The bound as a whole number of units, where `I` can hold it.
    #[must_use]
    pub(crate) fn to_integer<I: Integer>(self) -> Option<I> {
        I::from_big(&self.mantissa.into())?.shifted_up(self.exponent)
    }
}
