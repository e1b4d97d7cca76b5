//! Numbers exactly as they stand in the file.

use rust_decimal::Decimal;

use super::fault::{FaultKind, clip};
use crate::number::Exact;

/// As many digits, and as many decimals, as a `Decimal` holds without rounding.
const MOST_DIGITS: u32 = 28;

/// Reads a plain decimal, `0.5`, `-3` or `1e-3`, with the decimals that are written.
pub(super) fn decimal(text: &str) -> Result<Decimal, FaultKind> {
    if !is_plain(text) {
        return Err(FaultKind::NotANumber { text: clip(text) });
    }
    // A number that nobody could mean is refused before it costs time.
    let too_many = || FaultKind::TooManyDigits { text: clip(text) };
    if text.len() > 200 {
        return Err(too_many());
    }
    let has_exponent = text.contains(['e', 'E']);
    let beyond = || if has_exponent { FaultKind::TooLargeOrSmall { text: clip(text) } } else { too_many() };
    let exact = Exact::parse(text).ok_or_else(beyond)?;
    if exact.scale() > MOST_DIGITS || exact.digit_count() > u64::from(MOST_DIGITS) {
        return Err(beyond());
    }
    exact.to_decimal().ok_or_else(beyond)
}

/// Reads a number as somebody types it, who may leave out the 0 before a point, write a comma in its place, or have a
/// keyboard with a true minus sign.
///
/// # Errors
///
/// Where that is no decimal of at most 28 digits.
pub fn typed_decimal(text: &str) -> Result<Decimal, FaultKind> {
    let text = text.trim();
    let same = |letter| match letter {
        '\u{2212}' | '\u{ff0d}' => '-',
        ',' | '\u{ff0e}' | '\u{ff0c}' => '.',
        _ => letter,
    };
    let plain: String = text.chars().map(same).collect();
    let (sign, unsigned) = match plain.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let zero = if unsigned.starts_with('.') { "0" } else { "" };
    // The fault speaks of what was typed.
    decimal(&format!("{sign}{zero}{unsigned}")).map_err(|fault| match fault {
        FaultKind::NotANumber { .. } => FaultKind::NotANumber { text: clip(text) },
        FaultKind::TooManyDigits { .. } => FaultKind::TooManyDigits { text: clip(text) },
        FaultKind::TooLargeOrSmall { .. } => FaultKind::TooLargeOrSmall { text: clip(text) },
        fault => fault,
    })
}

/// Reads a whole number without a sign.
pub(super) fn whole(text: &str) -> Option<u64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Whether `text` is digits, with a minus, a point between digits, and an exponent where wanted.
fn is_plain(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (text, None),
    };
    let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
    let mantissa_is = unsigned
        .split_once('.')
        .map_or_else(|| digits(unsigned), |(whole, fraction)| digits(whole) && digits(fraction));
    mantissa_is && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        decimal(text).unwrap().to_string()
    }

    #[test]
    fn the_decimals_that_are_written_are_kept() {
        for text in ["0.10", "-3", "0.5", "0", "7.000", "1234567890123456789012345678"] {
            assert_eq!(written(text), text);
        }
        assert_eq!(written("1e-3"), "0.001");
        assert_eq!(written("2.50E1"), "25.0");
        assert_eq!(written("1e27"), "1000000000000000000000000000");
    }

    #[test]
    fn what_is_typed_is_read_as_it_is_meant() {
        for (text, value) in [(".5", "0.5"), ("0,5", "0.5"), ("−3", "-3"), (" 1e-3 ", "0.001"), ("+0.50", "0.50")] {
            assert_eq!(typed_decimal(text).unwrap().to_string(), value, "{text}");
        }
        assert_eq!(typed_decimal("-,25").unwrap().to_string(), "-0.25");
        for text in ["", " ", "-", ".", "1,000.5", "1.2.3", "w5", "--1", "5.", "1 2"] {
            let fault = FaultKind::NotANumber { text: text.trim().to_owned() };
            assert_eq!(typed_decimal(text), Err(fault), "{text}");
        }
        let long = ".12345678901234567890123456789";
        assert_eq!(typed_decimal(long), Err(FaultKind::TooManyDigits { text: clip(long) }));
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in ["", "nan", ".inf", "0x10", "1_000", "+1", ".5", "5.", "1,5", "½", "1e", "--1", "1 ", "٣"] {
            assert_eq!(decimal(text), Err(FaultKind::NotANumber { text: text.to_owned() }), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_held_whole_is_refused_instead_of_rounded() {
        for text in ["12345678901234567890123456789", "0.00000000000000000000000000001"] {
            assert!(matches!(decimal(text), Err(FaultKind::TooManyDigits { .. })), "{text}");
        }
        for text in ["1e400", "1e28", "1e-29", "1e99999999999999999999"] {
            assert!(matches!(decimal(text), Err(FaultKind::TooLargeOrSmall { .. })), "{text}");
        }
        assert!(matches!(decimal(&"9".repeat(1_000_000)), Err(FaultKind::TooManyDigits { .. })));
    }
}
