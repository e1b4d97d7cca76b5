//! How exact decimals are read and written.

use std::fmt;

use num_bigint::{BigInt, Sign};

use super::{Exact, power_of_ten};

/// By how many places an exponent may move the point.
pub const MOST_EXPONENT: u32 = 1_000;

/// How many digits and signs a number may have where it is read.
const LONGEST_READ: usize = 1_000_000;

impl Exact {
    /// Reads an unsigned or signed plain decimal, `0.50`, `-3`, `.5` or `1e-3`, without rounding.
    ///
    /// The exponent may move the point by at most [`MOST_EXPONENT`] places. Anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        if exponent.unsigned_abs() > MOST_EXPONENT || text.len() > LONGEST_READ {
            return None;
        }
        let unsigned = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let empty = whole.is_empty() && fraction.is_empty();
        if empty || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let magnitude = BigInt::parse_bytes(format!("{whole}{fraction}").as_bytes(), 10)?;
        let digits = if mantissa.starts_with('-') { -magnitude } else { magnitude };
        let scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        Some(match u32::try_from(scale) {
            Ok(scale) => Self { digits, scale },
            Err(_) => Self { digits: digits * power_of_ten(scale.unsigned_abs()), scale: 0 },
        })
    }
}

impl fmt::Display for Exact {
    /// Writes all digits with a plain decimal point; never `-0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits.sign() == Sign::Minus { "-" } else { "" };
        let digits = self.digits.magnitude().to_string();
        let scale = self.scale as usize;
        if scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        for text in ["0.10", "-3", "0.000", "123456789012345678901234567890.5"] {
            assert_eq!(exact(text).to_string(), text);
        }
        assert_eq!(exact("1e-3").to_string(), "0.001");
        assert_eq!(exact("2.5E3").to_string(), "2500");
        assert_eq!(exact("-0").to_string(), "0");
        for text in [
            "",
            "-",
            ".",
            "1_0",
            "0x10",
            "nan",
            "1e9999",
            "1e1001",
            "1e-1001",
            "1e-2147483648",
            "1e2147483648",
            "1e",
            "--1",
            "1.2.3",
        ] {
            assert_eq!(Exact::parse(text), None, "{text}");
        }
    }
}
