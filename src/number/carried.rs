//! What is carried from one update to the next: a decimal of 28 digits.

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};
use rust_decimal::Decimal;

use super::exact::{Exact, decimal_digits, power_of_ten};
use super::value::Number;
use super::written::round_shifted;

/// The most digits, and decimals, that a carried parameter has.
pub(super) const CARRIED_DIGITS: u32 = 28;

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
}
