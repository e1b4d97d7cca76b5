//! What is carried from one update to the next: a decimal of 28 digits, or of 28 significant ones.

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};
use rust_decimal::Decimal;

use super::exact::{Exact, decimal_digits, power_of_ten};
use super::value::Number;
use super::written::round_shifted;

/// The most digits, and decimals, that a carried parameter has.
pub(super) const CARRIED_DIGITS: u32 = 28;

/// A magnitude below 10 to this power is remembered as 0.
const LEAST_POWER: i64 = -1000;

impl Number {
    /// The value rounded as it is carried to the next update: 28 digits and at most 28 decimals, halves away
    /// from zero, without zeros at its end.
    ///
    /// `None` where the digits are not certain, or where more than 28 stand before the point.
    #[must_use]
    pub fn carried(&self) -> Option<Decimal> {
        let digits = match self {
            Self::Exact(exact) => {
                let whole = exact.truncated(0);
                exact.rounded(decimals(whole.digits())?)
            }
            Self::Fraction(fraction) => {
                let whole = fraction.magnitude().floor();
                fraction.rounded(decimals(whole.digits())?)
            }
            // Rounding never turns two values around, so that what both ends give is what all between give.
            Self::Enclosure(enclosure) => {
                let low = carried(&enclosure.ball.low()?, enclosure.bits)?;
                let high = carried(&enclosure.ball.high()?, enclosure.bits)?;
                if low.compare(&high).is_ne() {
                    return None;
                }
                low
            }
        };
        digits.normalized().to_decimal()
    }

    /// The value rounded as an optimizer remembers it: 28 significant digits, halves away from zero, without zeros
    /// at its end; what is below 10^-1000 becomes 0.
    ///
    /// `None` where the digits are not certain.
    #[must_use]
    pub fn remembered(&self) -> Option<Exact> {
        match self {
            Self::Exact(exact) => significant(exact),
            Self::Fraction(fraction) => significant(&fraction.standing_in(CARRIED_DIGITS + fraction.zeros())),
            // Rounding never turns two values around, so that what both ends give is what all between give.
            Self::Enclosure(_) => {
                let (low, high) = self.ends()?;
                let low = significant(&low)?;
                (low == significant(&high)?).then_some(low)
            }
        }
    }
}

/// Rounds to 28 significant digits, halves away from zero.
fn significant(value: &Exact) -> Option<Exact> {
    let count = value.digit_count();
    if value.is_zero() || i64::try_from(count).ok()? - i64::from(value.scale()) <= LEAST_POWER {
        return Some(Exact::zero());
    }
    let Some(excess) = u32::try_from(count).ok()?.checked_sub(CARRIED_DIGITS) else { return Some(value.normalized()) };
    if let Some(decimals) = value.scale().checked_sub(excess) {
        return Some(value.rounded(decimals).normalized());
    }
    // More than 28 digits stand before the point: those behind the 28th become zeros.
    let shifted = Exact::new(value.digits().clone(), value.scale() + excess).rounded(value.scale());
    let whole = Exact::new(shifted.digits() * power_of_ten(excess - value.scale()), 0);
    Some(whole)
}

/// How many decimals a value with that whole part is given.
fn decimals(whole: &BigInt) -> Option<u32> {
    let before = if whole.is_zero() { 0 } else { u32::try_from(decimal_digits(whole)).ok()? };
    CARRIED_DIGITS.checked_sub(before)
}

/// `value / 2^bits` as it is carried.
///
/// 9.99… may round up to a digit more than 28, all zeros behind the first, which costs nothing.
fn carried(value: &BigInt, bits: u32) -> Option<Exact> {
    let decimals = decimals(&(value.abs() >> bits))?;
    Some(Exact::new(round_shifted(&(value * power_of_ten(decimals)), bits), decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_carried_has_28_digits() {
        let carried =
            |text: &str| Number::from(Exact::parse(text).expect(text)).carried().map(|digits| digits.to_string());
        assert_eq!(carried("0.50").as_deref(), Some("0.5"));
        assert_eq!(carried("0.00000000000000000000000000005").as_deref(), Some("0.0000000000000000000000000001"));
        assert_eq!(carried("9.99999999999999999999999999996").as_deref(), Some("10"));
        assert_eq!(carried("-12.34567890123456789012345678905").as_deref(), Some("-12.34567890123456789012345679"));
        assert_eq!(carried("-0.00000000000000000000000000004").as_deref(), Some("0"));
        assert_eq!(carried("1e27").as_deref(), Some("1000000000000000000000000000"));
        assert_eq!(carried("1e28"), None);
    }

    #[test]
    fn what_is_remembered_has_28_digits_wherever_they_begin() {
        let remembered = |text: &str| {
            let digits = Number::from(Exact::parse(text).expect(text)).remembered().expect("digits");
            digits.to_string()
        };
        assert_eq!(remembered("0.50"), "0.5");
        assert_eq!(remembered("-1e-40"), format!("-0.{}1", "0".repeat(39)));
        let digits = "1234567890123456789012345678";
        assert_eq!(
            remembered(&format!("0.{}{digits}5", "0".repeat(40))),
            format!("0.{}1234567890123456789012345679", "0".repeat(40))
        );
        assert_eq!(remembered(&format!("{digits}49")), format!("{digits}00"));
        assert_eq!(remembered(&format!("{digits}5.25")), "12345678901234567890123456790");
        let small = |digits: i64, scale| Number::from(Exact::new(digits, scale)).remembered().expect("digits");
        assert_eq!(small(1, 1000), Exact::new(1, 1000));
        assert_eq!(small(9, 1001), Exact::zero());
        assert_eq!(remembered(&format!("0.{}5", "9".repeat(28))), "1");
    }

    #[test]
    fn an_enclosure_is_remembered_where_both_its_ends_round_alike() {
        use crate::number::{Arithmetic as _, Proven};
        let third = |bits| {
            let proven = Proven::new(bits).expect("a precision");
            let number = |text| Number::from(Exact::parse(text).expect("a number"));
            proven.divide(&number("1e-40"), &number("3")).expect("a quotient").remembered()
        };
        assert_eq!(third(192), None);
        assert_eq!(
            third(256).map(|digits| digits.to_string()),
            Some(format!("0.{}{}", "0".repeat(40), "3".repeat(28)))
        );
    }
}
