//! How a number is written: digits only where both ends of an enclosure round to the same text.

use std::fmt;

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};

use super::exact::{Exact, power_of_ten};
use super::rounding::Rounding;
use super::value::{Enclosure, Number};

/// From 10 to this power on a number is written with an exponent: a training has diverged by then.
const LARGE: u64 = 15;

/// The most significant digits with which a large number is shown whole.
const MOST_WHOLE: u64 = 28;

/// How many digits a reader wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Digits behind the decimal point.
    pub decimals: u32,
    /// Digits that a small value shows at least.
    pub significant: u32,
    /// Whether every value shows so many significant digits, whatever its decimals.
    pub by_significance: bool,
}

impl Format {
    /// So many decimals, and six significant digits for small values.
    #[must_use]
    pub fn decimals(decimals: u32) -> Self {
        Self { decimals, significant: 6, by_significance: false }
    }

    /// So many significant digits, whole parts always whole.
    #[must_use]
    pub fn significant(count: u32) -> Self {
        Self { decimals: count, significant: count, by_significance: true }
    }

    /// Whether digits are so few that they are shown as they are.
    #[must_use]
    pub fn shows_all(self, digits: &Exact) -> bool {
        if is_large(digits) {
            digits.scale() <= self.decimals && significant_digits(digits) <= MOST_WHOLE
        } else if self.by_significance {
            digits.scale() == 0 || digits.digit_count() <= u64::from(self.significant)
        } else {
            digits.scale() <= self.decimals
        }
    }

    /// How many digits a large number has: as many after the first as others have decimals.
    fn of_large(self) -> u32 {
        if self.by_significance { self.significant } else { self.significant.max(self.decimals.saturating_add(1)) }
    }

    /// The same with `more` digits.
    #[must_use]
    pub fn finer(self, more: u32) -> Self {
        Self { decimals: self.decimals + more, significant: self.significant + more, ..self }
    }
}

/// A number as it is written: all its digits, or rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The digits as they stand.
    pub digits: Exact,
    /// Whether they are all there are, so that `=` may stand before them.
    pub exact: bool,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text(&self.digits))
    }
}

/// Whether a number has so many digits before its point that it is written with an exponent.
fn is_large(digits: &Exact) -> bool {
    digits.digit_count() > u64::from(digits.scale()) + LARGE
}

/// How many digits there are without the zeros at the end.
fn significant_digits(digits: &Exact) -> u64 {
    let all = digits.digits().magnitude().to_string();
    all.trim_end_matches('0').len() as u64
}

/// Writes the digits plainly, or with an exponent: `4.12345e-10` below a millionth, `1.97007111e434` from 10^15 on.
///
/// Of a large number the zeros at its end are left out, whether they were rounded to or not: it is rounded to the
/// digits that are left, too.
#[must_use]
pub fn text(digits: &Exact) -> String {
    let count = digits.digit_count();
    let first = i64::from(digits.scale()) - i64::try_from(count).unwrap_or(i64::MAX);
    if digits.is_zero() || first < 6 && !is_large(digits) {
        return digits.to_string();
    }
    let sign = if digits.is_negative() { "-" } else { "" };
    let all = digits.digits().magnitude().to_string();
    let all = if first < 0 { all.trim_end_matches('0') } else { all.as_str() };
    let (lead, rest) = all.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{lead}{point}{rest}e{}", -first - 1)
}

impl Written {
    /// Whether a value comes out as these digits when it is rounded to as many; `None` where that is not certain.
    #[must_use]
    pub fn is_rounded_from(&self, value: &Number) -> Option<bool> {
        let digits = &self.digits;
        if !is_large(digits) {
            return value.rounded(digits.scale()).map(|rounded| rounded == *digits);
        }
        let count = u32::try_from(significant_digits(digits)).ok()?;
        value.rounded_by(Rounding::significant(count)).map(|rounded| rounded.compare(digits).is_eq())
    }
}

impl Number {
    /// The value rounded to `decimals`, halves away from zero, where the digits are certain.
    #[must_use]
    pub fn rounded(&self, decimals: u32) -> Option<Exact> {
        match self {
            Self::Exact(exact) => Some(exact.rounded(decimals)),
            Self::Fraction(fraction) => Some(fraction.rounded(decimals)),
            Self::Enclosure(enclosure) => enclosure.rounded(decimals),
        }
    }

    /// The value as a reader sees it, where the digits are certain; else a higher precision is needed.
    #[must_use]
    pub fn written(&self, format: Format) -> Option<Written> {
        if let Self::Exact(exact) = self {
            let normal = exact.normalized();
            if format.shows_all(&normal) {
                return Some(Written { digits: normal, exact: true });
            }
        }
        if self.is_large()? {
            return self.with_significant(format.of_large());
        }
        if format.by_significance {
            let written = self.with_significant(format.significant)?;
            // A whole part is shown whole, so that a line can be computed again from it.
            let cuts_whole =
                written.digits.scale() == 0 && written.digits.digit_count() > u64::from(format.significant);
            let whole = |digits| Written { digits, exact: false };
            return if cuts_whole { self.rounded(0).map(whole) } else { Some(written) };
        }
        let digits = self.rounded(format.decimals)?;
        if digits.digit_count() >= u64::from(format.significant) && !digits.is_zero() {
            return Some(Written { digits, exact: false });
        }
        self.with_significant(format.significant)
    }

    /// Whether the value is written with an exponent for its many digits before the point; none where that is open.
    fn is_large(&self) -> Option<bool> {
        let of = |end: &Exact| is_large(&end.truncated(0));
        match self {
            Self::Exact(exact) => Some(of(exact)),
            Self::Fraction(fraction) => Some(of(&fraction.magnitude().floor())),
            // 10^15 has 50 bits.
            Self::Enclosure(enclosure) if enclosure.ball.reaches(enclosure.bits + 48) == Some(false) => Some(false),
            Self::Enclosure(_) => {
                let (low, high) = self.ends()?;
                (of(&low) == of(&high)).then(|| of(&low))
            }
        }
    }

    /// The value rounded to so many significant digits, also where these end before the point; none of 0.
    #[must_use]
    pub fn with_significant(&self, count: u32) -> Option<Written> {
        let digits = self.rounded_by(Rounding::significant(count)).filter(|digits| !digits.is_zero())?;
        let exact = self.exact().is_some_and(|all| all.compare(&digits).is_eq());
        Some(Written { digits, exact })
    }

    /// The value rounded where that is certain; else all the digits, cut and not rounded, that both ends share.
    ///
    /// For the places where a value cannot be computed any closer: what is cut is followed by `…`. `None` where not
    /// even the whole part is certain; the flag says whether the digits are rounded.
    #[must_use]
    pub fn certain(&self, decimals: u32) -> (Option<Exact>, bool) {
        if let Some(digits) = self.rounded(decimals) {
            return (Some(digits), true);
        }
        let shared = self.ends().and_then(|(low, high)| {
            (0..=decimals).rev().find_map(|fewer| {
                let cut = low.truncated(fewer);
                (cut == high.truncated(fewer)).then_some(cut)
            })
        });
        (shared, false)
    }
}

impl Enclosure {
    fn rounded(&self, decimals: u32) -> Option<Exact> {
        let (low, high) = (self.ball.low()?, self.ball.high()?);
        let power = power_of_ten(decimals);
        let low = round_shifted(&(low * &power), self.bits);
        let high = round_shifted(&(high * power), self.bits);
        (low == high).then(|| Exact::new(low, decimals))
    }
}

/// `value / 2^bits` to the nearest whole number, halves away from zero.
pub(super) fn round_shifted(value: &BigInt, bits: u32) -> BigInt {
    let half = if bits == 0 { BigInt::zero() } else { BigInt::from(1) << (bits - 1) };
    let magnitude: BigInt = (value.abs() + half) >> bits;
    if value.is_negative() { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::super::{Arithmetic, Proven};
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    fn shown(number: &Number, decimals: u32) -> String {
        number.written(Format::decimals(decimals)).map_or("?".into(), |written| {
            let sign = if written.exact { "=" } else { "≈" };
            format!("{sign} {written}")
        })
    }

    #[test]
    fn exact_values_show_all_they_have_and_no_more() {
        assert_eq!(shown(&exact("0.37750").into(), 9), "= 0.3775");
        assert_eq!(shown(&exact("0").into(), 9), "= 0");
        assert_eq!(shown(&exact("-0.0000000005").into(), 9), "= -5e-10");
        assert_eq!(shown(&exact("0.1234567890123").into(), 9), "≈ 0.123456789");
        assert_eq!(shown(&exact("0.0000012345678").into(), 9), "≈ 0.00000123457");
        assert_eq!(shown(&exact("0.000000412345678").into(), 9), "≈ 4.12346e-7");
        assert_eq!(shown(&exact("0.00000099999999").into(), 9), "≈ 0.00000100000");
    }

    #[test]
    fn significant_digits_are_counted_from_the_first_that_is_not_zero() {
        let six = |text: &str| Number::from(exact(text)).written(Format::significant(6)).expect(text);
        for (text, wanted, is_exact) in [
            ("0.5932699921", "0.593270", false),
            ("-0.0380982366", "-0.0380982", false),
            ("1105.905967", "1105.91", false),
            ("999999.5", "1000000", false),
            ("0.9999996", "1.00000", false),
            ("12345678", "12345678", true),
            ("12345678.5", "12345679", false),
            ("0.3775", "0.3775", true),
            ("0", "0", true),
            ("0.000000412345678", "4.12346e-7", false),
        ] {
            let written = six(text);
            assert_eq!((written.to_string().as_str(), written.exact), (wanted, is_exact), "{text}");
        }
    }

    #[test]
    fn large_numbers_have_an_exponent_and_as_many_digits_as_others_have_decimals() {
        let nine = |text: &str| shown(&exact(text).into(), 9);
        assert_eq!(nine("123456789012345"), "= 123456789012345");
        assert_eq!(nine("1234567890123456"), "= 1.234567890123456e15");
        assert_eq!(nine("-1234567890123456000000"), "= -1.234567890123456e21");
        assert_eq!(nine("1e300"), "= 1e300");
        assert_eq!(nine("12345678901234567890123456789012345"), "≈ 1.23456789e34", "a zero at its end is left out");
        assert_eq!(nine("999999999999999.99999999999"), "≈ 1e15");
        let large = |decimals| {
            let proven = Proven::new(256).expect("a precision");
            shown(&proven.exp(&exact("1000").into()).expect("a value"), decimals)
        };
        assert_eq!([large(2), large(9)], ["≈ 1.97007e434", "≈ 1.970071114e434"]);
    }

    #[test]
    fn a_large_number_comes_out_of_a_value_that_rounds_to_its_digits() {
        let written = Written { digits: exact("1.97007e434"), exact: false };
        let comes_out = |text: &str| written.is_rounded_from(&exact(text).into());
        assert_eq!(comes_out("1.970071114e434"), Some(true));
        assert_eq!(comes_out("1.9700651e434"), Some(true));
        assert_eq!(comes_out("1.9700649e434"), Some(false));
        assert_eq!(comes_out("1.97007e433"), Some(false));
    }

    #[test]
    fn halves_of_binary_fractions_go_away_from_zero() {
        let rounded = |value: i32, bits| round_shifted(&BigInt::from(value), bits);
        for (value, bits, wanted) in [(5, 1, 3), (-5, 1, -3), (3, 1, 2), (10, 2, 3), (9, 2, 2), (-10, 2, -3), (7, 0, 7)]
        {
            assert_eq!(rounded(value, bits), BigInt::from(wanted), "{value}/2^{bits}");
        }
    }

    #[test]
    fn digits_that_are_cut_are_the_first_digits_of_the_value() {
        let coarse = Proven::new(12).expect("a precision");
        // 0.129963…, of which 12 bits tell that it is a little more or less than 0.13.
        let value = coarse.divide(&exact("0.38989").into(), &exact("3").into()).expect("a value");
        assert_eq!(value.certain(2), (Some(exact("0.13")), true));
        assert_eq!(value.certain(4), (Some(exact("0.1")), false), "0.13… would not be its beginning");
        assert_eq!(Number::from(exact("0.5")).certain(0), (Some(exact("1")), true));
    }

    #[test]
    fn mazurs_first_sigmoid_has_the_digits_of_the_literature() {
        let proven = Proven::new(136).expect("a precision");
        let out = proven.sigmoid(&exact("0.3775").into()).expect("a value");
        assert_eq!(shown(&out, 9), "≈ 0.593269992");
        assert_eq!(shown(&out, 36), "≈ 0.593269992107187255173654561579402815");
        assert_eq!(shown(&out, 60), "?", "136 bits do not reach 60 decimals");
        assert_eq!(out.carried().map(|digits| digits.to_string()).as_deref(), Some("0.5932699921071872551736545616"));
    }
}
