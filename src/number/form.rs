//! Other ways to write the same digits: with an exponent, as a fraction. Nothing is rounded here.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, Signed as _};

use super::exact::{Exact, power_of_ten};
use super::written::{Written, text};

/// How the digits of a result are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Form {
    /// As decimals.
    #[default]
    Decimal,
    /// With one digit before the point and an exponent: `3.75e-1`.
    Scientific,
    /// As a fraction in lowest terms: `3/8`.
    Fraction,
}

impl Written {
    /// The same number in a form; `None` where decimals already say it, or where digits are left out that a fraction
    /// would need.
    #[must_use]
    pub fn in_form(&self, form: Form) -> Option<String> {
        let said = match form {
            Form::Scientific => scientific(&self.digits, self.exact),
            Form::Fraction if self.exact => fraction(&self.digits),
            Form::Decimal | Form::Fraction => None,
        };
        said.filter(|said| *said != text(&self.digits))
    }
}

/// `3.75e-1`; zeros at the end stand only where they were rounded to. None of 0.
fn scientific(digits: &Exact, is_exact: bool) -> Option<String> {
    if digits.is_zero() {
        return None;
    }
    let exponent = i64::try_from(digits.digit_count()).ok()? - 1 - i64::from(digits.scale());
    let all = digits.digits().magnitude().to_string();
    let all = if is_exact { all.trim_end_matches('0') } else { all.as_str() };
    let (lead, rest) = all.split_at_checked(1)?;
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if digits.is_negative() { "-" } else { "" };
    Some(format!("{sign}{lead}{point}{rest}e{exponent}"))
}

/// `3/8`; none of a whole number.
fn fraction(digits: &Exact) -> Option<String> {
    let below: BigInt = power_of_ten(digits.scale());
    let common = digits.digits().gcd(&below);
    let (above, below) = (digits.digits() / &common, below / common.abs());
    (!below.is_one()).then(|| format!("{above}/{below}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, exact: bool) -> Written {
        Written { digits: Exact::parse(text).expect(text), exact }
    }

    #[test]
    fn an_exact_decimal_is_a_fraction_in_lowest_terms() {
        for (text, wanted) in [("0.375", "3/8"), ("-0.05", "-1/20"), ("1.5", "3/2"), ("0.0000005", "1/2000000")] {
            assert_eq!(written(text, true).in_form(Form::Fraction).as_deref(), Some(wanted), "{text}");
        }
        for whole in ["0", "3", "-12", "2.0"] {
            assert_eq!(written(whole, true).in_form(Form::Fraction), None, "{whole}");
        }
        assert_eq!(written("0.333333333", false).in_form(Form::Fraction), None, "what is rounded is no fraction");
    }

    #[test]
    fn an_exponent_moves_the_point_and_no_digit() {
        for (text, exact, wanted) in [
            ("0.375", true, "3.75e-1"),
            ("0.593270", false, "5.93270e-1"),
            ("-0.0380982366", false, "-3.80982366e-2"),
            ("12345679", false, "1.2345679e7"),
            ("1000000", true, "1e6"),
            ("5", true, "5e0"),
        ] {
            assert_eq!(written(text, exact).in_form(Form::Scientific).as_deref(), Some(wanted), "{text}");
        }
        assert_eq!(written("0", true).in_form(Form::Scientific), None);
        assert_eq!(written("0.000000412346", false).in_form(Form::Scientific), None, "decimals say so already");
    }

    #[test]
    fn what_is_written_with_an_exponent_is_read_as_the_same_number() {
        for text in ["0.593270", "-0.0380982366", "12345679", "0.5", "700.25"] {
            let form = written(text, false).in_form(Form::Scientific).expect(text);
            assert!(Exact::parse(&form).expect("a number").compare(&Exact::parse(text).expect(text)).is_eq(), "{form}");
        }
    }
}
