//! Radii of enclosures: upper bounds, every operation of which rounds up.

#![expect(clippy::inline_always, reason = "measured: without it every result is copied through memory")]

use super::integer::Integer;

/// How many bits of a bound are kept, so that a product of two fits a machine word.
const WIDTH: u32 = 31;

/// An upper bound of an error, `mantissa·2^exponent` units in the last place of a midpoint.
///
/// Only the magnitude of an error matters, so 31 bits of it are kept and what is cut off is made up
/// for by adding one: a mantissa is at most 2^31. The bound of an exact midpoint is 0. Exponents never
/// come near the ends of their type, because no ball has one above [`Radius::WIDEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Radius {
    mantissa: u32,
    exponent: u32,
}

impl Radius {
    /// No error at all.
    pub(crate) const ZERO: Self = Self { mantissa: 0, exponent: 0 };

    /// The largest exponent that a ball may have; two of them, and any shift, add up without overflow.
    const WIDEST: u32 = 1 << 28;

    /// An error of at most `count` units.
    #[must_use]
    pub(crate) const fn units(count: u16) -> Self {
        Self { mantissa: count as u32, exponent: 0 }
    }

    /// The bound `mantissa·2^exponent` on 31 bits: ⌊(m − 1)/2^s⌋ + 1 is m/2^s rounded up.
    #[inline]
    fn at_least(mantissa: u64, exponent: u32) -> Self {
        let excess = (64 - mantissa.leading_zeros()).saturating_sub(WIDTH);
        let kept = if excess == 0 { mantissa } else { ((mantissa - 1) >> excess) + 1 };
        Self { mantissa: u32::try_from(kept).unwrap_or(u32::MAX), exponent: exponent + excess }
    }

    /// A bound of the magnitude of `number`.
    #[inline(always)]
    #[must_use]
    pub(crate) fn of(number: &impl Integer) -> Self {
        let (top, exponent) = number.leading();
        Self { mantissa: if exponent == 0 { top } else { top + 1 }, exponent }
    }

    /// Whether the bound is 0, the midpoint therefore exact.
    #[inline]
    #[must_use]
    pub(crate) fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// How many bits the bound has.
    #[inline]
    #[must_use]
    pub(crate) fn bits(self) -> u32 {
        32 - self.mantissa.leading_zeros() + self.exponent
    }

    /// Whether the bound is still small enough to be computed with.
    #[inline]
    #[must_use]
    pub(crate) fn is_held(self) -> bool {
        self.exponent <= Self::WIDEST
    }

    /// A bound of the sum.
    #[inline(always)]
    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        // Nearly always both are a few units.
        let sum = u64::from(self.mantissa) + u64::from(other.mantissa);
        if self.exponent | other.exponent == 0 {
            return Self::at_least(sum, 0);
        }
        let (large, small) = if self.exponent >= other.exponent { (self, other) } else { (other, self) };
        if large.is_zero() {
            return small;
        }
        if small.is_zero() {
            return large;
        }
        // The large one is written with as many bits as a word has, the small one in units of its last.
        let gap = large.exponent - small.exponent;
        let spare = gap.min(u64::from(large.mantissa).leading_zeros() - 2);
        let rest = gap - spare;
        let small = if rest > WIDTH { 1 } else { ((small.mantissa - 1) >> rest) + 1 };
        Self::at_least((u64::from(large.mantissa) << spare) + u64::from(small), large.exponent - spare)
    }

    /// A bound of the product.
    #[inline(always)]
    #[must_use]
    pub(crate) fn times(self, other: Self) -> Self {
        let product = u64::from(self.mantissa) * u64::from(other.mantissa);
        if product == 0 {
            return Self::ZERO;
        }
        Self::at_least(product, self.exponent + other.exponent)
    }

    /// A bound of the sum of three products, over `2^shift`, in whole units.
    ///
    /// The products, at most 2^62 each, are added in units of 2^-16 without bringing them back to 31 bits in
    /// between; each is cut and made up for by adding one, as is the sum.
    #[inline(always)]
    #[must_use]
    pub(crate) fn sum_of_products(pairs: [(Self, Self); 3], shift: u32) -> Self {
        let mut sum = 0u64;
        for (left, right) in pairs {
            let product = u64::from(left.mantissa) * u64::from(right.mantissa);
            let Some(down) = shift.checked_sub(left.exponent + right.exponent + 16) else {
                let [first, second, third] = pairs.map(|(left, right)| left.times(right));
                return first.plus(second).plus(third).shifted_down(shift);
            };
            sum += product.checked_shr(down).unwrap_or(0) + u64::from(product != 0);
        }
        Self::at_least(sum.div_ceil(1 << 16), 0)
    }

    /// A bound of `self·2^shift`.
    #[must_use]
    pub(crate) fn shifted_up(self, shift: u32) -> Self {
        if self.is_zero() { self } else { Self { exponent: self.exponent.saturating_add(shift), ..self } }
    }

    /// A bound of `self / 2^shift`, in whole units.
    #[inline]
    #[must_use]
    pub(crate) fn shifted_down(self, shift: u32) -> Self {
        if self.is_zero() {
            return self;
        }
        if self.exponent >= shift {
            return Self { exponent: self.exponent - shift, ..self };
        }
        let rest = shift - self.exponent;
        Self { mantissa: if rest > WIDTH { 1 } else { ((self.mantissa - 1) >> rest) + 1 }, exponent: 0 }
    }

    /// A bound of `self·2^shift / number` for a positive `number`.
    ///
    /// The mantissa is brought to 63 bits before it is divided, so that the quotient keeps 31 of them;
    /// the divisor is at least `top·2^exponent`.
    #[inline(always)]
    #[must_use]
    pub(crate) fn scaled_over(self, shift: u32, number: &impl Integer) -> Self {
        if self.is_zero() {
            return self;
        }
        let (top, exponent) = number.leading();
        let spare = u64::from(self.mantissa).leading_zeros() - 1;
        let quotient = (u64::from(self.mantissa) << spare).div_ceil(u64::from(top.max(1)));
        let (up, down) = (self.exponent + shift, spare + exponent);
        if up >= down {
            Self::at_least(quotient, up - down)
        } else {
            Self::at_least(quotient, 0).shifted_down(down - up)
        }
    }

    /// The bound as a whole number of units, where `I` can hold it.
    #[inline]
    #[must_use]
    pub(crate) fn to_integer<I: Integer>(self) -> Option<I> {
        I::from_small(u64::from(self.mantissa)).shifted_up(self.exponent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;

    /// Mantissas and exponents at the ends of what they may be, and between.
    fn samples() -> Vec<Radius> {
        let mantissas = [0, 1, 2, 3, 1000, 65_537, (1 << 30) - 1, 1 << 30, (1 << 31) - 1, 1 << 31];
        let exponents = [0, 1, 16, 30, 31, 32, 64, 97, 130];
        let all = mantissas.map(|mantissa| exponents.map(|exponent| Radius { mantissa, exponent }));
        all.into_iter().flatten().collect()
    }

    fn value(radius: Radius) -> BigInt {
        assert!(radius.mantissa <= 1 << 31, "a mantissa keeps to 31 bits");
        BigInt::from(radius.mantissa) << radius.exponent
    }

    #[test]
    fn sums_and_products_are_never_below_the_exact_ones() {
        for a in samples() {
            for b in samples() {
                let (sum, product) = (value(a) + value(b), value(a) * value(b));
                assert!(value(a.plus(b)) >= sum, "{a:?} + {b:?}");
                assert!(value(a.times(b)) >= product, "{a:?} * {b:?}");
                // Nor far above: what is cut off 31 bits is made up for by one.
                assert!((value(a.plus(b)) - &sum) << 28u32 <= sum, "{a:?} + {b:?}");
                assert!((value(a.times(b)) - &product) << 28u32 <= product, "{a:?} * {b:?}");
            }
        }
    }

    #[test]
    fn sums_of_products_are_never_below_the_exact_ones() {
        for a in samples() {
            for b in samples() {
                let pairs = [(a, b), (b, Radius::units(3)), (Radius::units(1), a)];
                let exact: BigInt = pairs.iter().map(|&(left, right)| value(left) * value(right)).sum();
                for shift in [0, 15, 16, 17, 40, 128, 300] {
                    assert!(
                        value(Radius::sum_of_products(pairs, shift)) << shift >= exact,
                        "{a:?}, {b:?} over 2^{shift}"
                    );
                }
            }
        }
    }

    #[test]
    fn shifts_and_quotients_are_never_below_the_exact_ones() {
        for a in samples() {
            for shift in [0, 1, 30, 31, 32, 64, 128, 200] {
                assert!(value(a.shifted_down(shift)) << shift >= value(a), "{a:?} over 2^{shift}");
                for divisor in samples().into_iter().filter(|divisor| !divisor.is_zero()) {
                    let number = value(divisor) + 1;
                    let quotient = value(a.scaled_over(shift, &number));
                    assert!(quotient * number >= value(a) << shift, "{a:?} over {divisor:?}");
                }
            }
        }
    }

    #[test]
    fn a_number_is_never_above_its_bound() {
        for number in samples().into_iter().flat_map(|sample| [value(sample) - 1, value(sample), value(sample) + 1]) {
            assert!(value(Radius::of(&number)) >= number.magnitude().clone().into());
            assert!(value(Radius::of(&-number.clone())) >= number);
        }
    }
}
