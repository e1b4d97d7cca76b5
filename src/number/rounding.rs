//! Rounding as people do it by hand: once, to so many decimals or significant digits, with a rule for ties.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::Signed as _;

use super::exact::{Exact, power_of_ten};
use super::value::Number;

/// How many digits are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Digits {
    /// So many behind the point.
    Decimals(u32),
    /// So many from the first that is not 0, on either side of the point.
    Significant(u32),
}

/// Where a value goes that lies just between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ties {
    /// To the one that is further from 0: 0.125 to 0.13.
    HalfUp,
    /// To the one whose last digit is even: 0.125 to 0.12.
    HalfEven,
}

/// A rule by which numbers are rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rounding {
    /// How many digits are kept.
    pub digits: Digits,
    /// Where a tie goes.
    pub ties: Ties,
}

impl Rounding {
    /// To so many decimals, halves away from zero.
    #[must_use]
    pub fn decimals(count: u32) -> Self {
        Self { digits: Digits::Decimals(count), ties: Ties::HalfUp }
    }

    /// To so many significant digits, halves away from zero.
    #[must_use]
    pub fn significant(count: u32) -> Self {
        Self { digits: Digits::Significant(count), ties: Ties::HalfUp }
    }

    /// Rounds a number; one that is changed has all the digits that are kept, another the fewest that hold it.
    #[must_use]
    pub fn of(self, value: &Exact) -> Exact {
        let value = value.normalized();
        let scale = match self.digits {
            Digits::Decimals(decimals) => i64::from(decimals),
            Digits::Significant(count) => i64::from(count) - digits_before_point(&value),
        };
        if value.is_zero() || scale >= i64::from(value.scale()) {
            return value;
        }
        let rounded = self.cut(&value, scale);
        match self.digits {
            // 9.9996 has become 10.000, with one digit too many.
            Digits::Significant(count) if scale > 0 && rounded.digit_count() > u64::from(count) => {
                self.cut(&rounded, scale - 1)
            }
            _ => rounded,
        }
    }

    /// Rounds to a scale below that of the value; a negative one rounds before the point.
    fn cut(self, value: &Exact, scale: i64) -> Exact {
        let cut = u32::try_from(i64::from(value.scale()) - scale).unwrap_or(u32::MAX);
        let divisor = power_of_ten(cut);
        let (mut kept, rest) = value.digits().abs().div_rem(&divisor);
        let up = match (rest * 2u8).cmp(&divisor) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => self.ties == Ties::HalfUp || kept.is_odd(),
            std::cmp::Ordering::Greater => true,
        };
        kept += BigInt::from(u8::from(up));
        let digits = if value.is_negative() { -kept } else { kept };
        match u32::try_from(scale) {
            Ok(scale) => Exact::new(digits, scale),
            Err(_) => Exact::new(digits * power_of_ten(cut - value.scale()), 0),
        }
    }
}

/// How many digits stand before the point; below 0.1 as many less as zeros follow it.
pub(crate) fn digits_before_point(value: &Exact) -> i64 {
    i64::try_from(value.digit_count()).unwrap_or(i64::MAX) - i64::from(value.scale())
}

impl Number {
    /// The value rounded by a rule, where the digits are certain.
    #[must_use]
    pub fn rounded_by(&self, rounding: Rounding) -> Option<Exact> {
        match self {
            Self::Exact(exact) => Some(rounding.of(exact)),
            Self::Fraction(fraction) => {
                let scale = match rounding.digits {
                    Digits::Decimals(decimals) => decimals,
                    Digits::Significant(count) => count.saturating_add(fraction.zeros()),
                };
                Some(rounding.of(&fraction.standing_in(scale)))
            }
            // Rounding never turns two values around, so that what both ends give is what all between give.
            Self::Enclosure(_) => {
                let (low, high) = self.ends()?;
                let (low, high) = (rounding.of(&low), rounding.of(&high));
                low.compare(&high).is_eq().then(|| if low.scale() > high.scale() { low } else { high })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(digits: Digits, ties: Ties, text: &str) -> String {
        Rounding { digits, ties }.of(&Exact::parse(text).expect(text)).to_string()
    }

    #[test]
    fn a_tie_goes_where_its_rule_says() {
        for (text, up, even) in [
            ("0.125", "0.13", "0.12"),
            ("0.135", "0.14", "0.14"),
            ("-0.125", "-0.13", "-0.12"),
            ("-0.005", "-0.01", "0.00"),
            ("0.1250001", "0.13", "0.13"),
            ("0.1249999", "0.12", "0.12"),
            ("9.995", "10.00", "10.00"),
        ] {
            assert_eq!(by(Digits::Decimals(2), Ties::HalfUp, text), up, "{text}");
            assert_eq!(by(Digits::Decimals(2), Ties::HalfEven, text), even, "{text}");
        }
    }

    #[test]
    fn what_needs_no_rounding_keeps_the_digits_it_has() {
        for (text, same) in [("0.50", "0.5"), ("12", "12"), ("0", "0"), ("0.0000", "0"), ("-0.25", "-0.25")] {
            assert_eq!(by(Digits::Decimals(4), Ties::HalfUp, text), same);
            assert_eq!(by(Digits::Significant(4), Ties::HalfUp, text), same);
        }
    }

    #[test]
    fn significant_digits_are_counted_on_both_sides_of_the_point() {
        for (text, rounded) in [
            ("0.000123456", "0.0001235"),
            ("123.456", "123.5"),
            ("12345.6", "12350"),
            ("123450", "123500"),
            ("999950", "1000000"),
            ("9.99951", "10.00"),
            ("0.0999951", "0.1000"),
            ("-123450", "-123500"),
        ] {
            assert_eq!(by(Digits::Significant(4), Ties::HalfUp, text), rounded, "{text}");
        }
        assert_eq!(by(Digits::Significant(4), Ties::HalfEven, "123450"), "123400");
    }

    #[test]
    fn an_enclosure_is_rounded_only_where_both_its_ends_round_alike() {
        use crate::number::{Arithmetic as _, Proven};
        let two_thirds = |bits| {
            let proven = Proven::new(bits).expect("a precision");
            proven.divide(&Exact::from(2).into(), &Exact::from(3).into()).expect("a value")
        };
        let to =
            |count, bits| two_thirds(bits).rounded_by(Rounding::significant(count)).map(|digits| digits.to_string());
        assert_eq!(to(4, 64).as_deref(), Some("0.6667"));
        assert_eq!(to(4, 8), None);
    }
}
