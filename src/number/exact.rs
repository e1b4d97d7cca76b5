//! Decimals that are exactly what they say: whole digits and a scale, of any length.

mod quotient;
mod text;

pub use text::MOST_EXPONENT;

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{Pow, Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

/// An exact decimal: `digits / 10^scale`.
///
/// Equality is of the written form (`0.10` is not `0.1`), because a formula is printed as its author
/// wrote it; [`Exact::compare`] compares values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    digits: BigInt,
    scale: u32,
}

/// Ten to the power `n`.
pub(crate) fn power_of_ten(n: u32) -> BigInt {
    Pow::pow(BigInt::from(10u8), n)
}

impl Exact {
    /// Makes `digits / 10^scale`.
    #[must_use]
    pub fn new(digits: impl Into<BigInt>, scale: u32) -> Self {
        Self { digits: digits.into(), scale }
    }

    /// The number 0.
    #[must_use]
    pub fn zero() -> Self {
        Self::new(0, 0)
    }

    /// The number 1.
    #[must_use]
    pub fn one() -> Self {
        Self::new(1, 0)
    }

    /// The whole number that this is without its decimal point.
    #[must_use]
    pub fn digits(&self) -> &BigInt {
        &self.digits
    }

    /// How many digits stand behind the decimal point.
    #[must_use]
    pub fn scale(&self) -> u32 {
        self.scale
    }

    /// Whether this is 0.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.digits.is_zero()
    }

    /// Whether this is below 0.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.digits.is_negative()
    }

    /// The same value with the opposite sign.
    #[must_use]
    pub fn negated(&self) -> Self {
        Self { digits: -&self.digits, scale: self.scale }
    }

    /// The same value without its sign.
    #[must_use]
    pub fn magnitude(&self) -> Self {
        Self { digits: self.digits.abs(), scale: self.scale }
    }

    /// How many decimal digits the number has, leading zeros not counted (0 has one).
    #[must_use]
    pub fn digit_count(&self) -> u64 {
        decimal_digits(&self.digits)
    }

    /// The same value with the fewest decimals that hold it.
    #[must_use]
    pub fn normalized(&self) -> Self {
        let (mut digits, mut scale) = (self.digits.clone(), self.scale);
        let ten = BigInt::from(10u8);
        while scale > 0 {
            let (quotient, remainder) = digits.div_rem(&ten);
            if !remainder.is_zero() {
                break;
            }
            digits = quotient;
            scale -= 1;
        }
        Self { digits, scale }
    }

    /// The value as a whole number, where it is one.
    #[must_use]
    pub fn to_whole(&self) -> Option<i64> {
        let normal = self.normalized();
        if normal.scale == 0 { normal.digits.to_i64() } else { None }
    }

    /// Rounds to `scale` decimals, halves away from zero.
    #[must_use]
    pub fn rounded(&self, scale: u32) -> Self {
        if scale >= self.scale {
            return self.rescaled(scale);
        }
        let divisor = power_of_ten(self.scale - scale);
        let quotient: BigInt = (self.digits.abs() * 2 + &divisor) / (&divisor * 2);
        let digits = if self.is_negative() { -quotient } else { quotient };
        Self { digits, scale }
    }

    /// Cuts off everything behind `scale` decimals.
    #[must_use]
    pub fn truncated(&self, scale: u32) -> Self {
        if scale >= self.scale {
            return self.rescaled(scale);
        }
        Self { digits: &self.digits / power_of_ten(self.scale - scale), scale }
    }

    /// The same value written with exactly `scale` decimals; `scale` must not be below its own.
    fn rescaled(&self, scale: u32) -> Self {
        Self { digits: &self.digits * power_of_ten(scale - self.scale), scale }
    }

    /// Brings two numbers to one scale.
    fn aligned(&self, other: &Self) -> (BigInt, BigInt, u32) {
        let scale = self.scale.max(other.scale);
        (self.rescaled(scale).digits, other.rescaled(scale).digits, scale)
    }

    /// Compares the values.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Ordering {
        let (left, right, _) = self.aligned(other);
        left.cmp(&right)
    }

    /// The exact sum.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        if self.scale == other.scale {
            return Self { digits: &self.digits + &other.digits, scale: self.scale };
        }
        let (left, right, scale) = self.aligned(other);
        Self { digits: left + right, scale }
    }

    /// The exact difference.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.plus(&other.negated())
    }

    /// The exact product.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        Self { digits: &self.digits * &other.digits, scale: self.scale + other.scale }
    }

    /// The largest whole number that is not above this.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self { digits: self.digits.div_floor(&power_of_ten(self.scale)), scale: 0 }
    }

    /// The value as a `Decimal`, where that holds all its digits.
    #[must_use]
    pub fn to_decimal(&self) -> Option<Decimal> {
        let exactly = |number: &Self| Decimal::try_from_i128_with_scale(number.digits.to_i128()?, number.scale).ok();
        exactly(self).or_else(|| exactly(&self.normalized()))
    }
}

/// How many decimal digits `number` has; 0 has one.
pub(crate) fn decimal_digits(number: &BigInt) -> u64 {
    // log10(2) lies between 30102/100000 and 30103/100000, so that one comparison settles it.
    let bits = number.bits();
    if bits == 0 {
        return 1;
    }
    let at_least = (bits - 1) * 30102 / 100_000;
    let mut count = at_least;
    let magnitude = number.abs();
    let mut power = power_of_ten(u32::try_from(at_least).unwrap_or(u32::MAX));
    while power <= magnitude {
        power *= 10;
        count += 1;
    }
    count
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        Self::new(decimal.mantissa(), decimal.scale())
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self::new(whole, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    #[test]
    fn halves_go_away_from_zero() {
        for (text, scale, rounded) in [
            ("0.125", 2, "0.13"),
            ("-0.125", 2, "-0.13"),
            ("0.1249", 2, "0.12"),
            ("-0.001", 2, "0.00"),
            ("9.99", 1, "10.0"),
        ] {
            assert_eq!(exact(text).rounded(scale).to_string(), rounded);
        }
    }

    #[test]
    fn digits_are_counted_at_the_powers_of_ten() {
        for exponent in 0..120u32 {
            let power = power_of_ten(exponent);
            assert_eq!(decimal_digits(&power), u64::from(exponent) + 1);
            assert_eq!(decimal_digits(&(&power - 1)), u64::from(exponent).max(1));
        }
    }
}
