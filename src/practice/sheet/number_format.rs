//! How many digits of a number a spreadsheet shows, by the format of its cell.
//!
//! The format codes are those of ECMA-376, part 1, section 18.8.31.

use crate::number::{Exact, Rounding};

/// Spreadsheets keep so many significant digits.
const KEPT: u32 = 15;

/// The number of a cell, given as the shortest decimal of its float, with the digits that are seen.
pub(super) fn seen(number: &str, format: &str) -> String {
    let Some(exact) = Exact::parse(number) else { return number.to_owned() };
    let kept = Rounding::significant(KEPT).of(&exact).normalized();
    match Shown::of(format, kept.is_negative()) {
        Shown::Decimals { least, most } => fixed(&kept, least, most).to_string(),
        Shown::Significant(count) => {
            let rounded = Rounding::significant(count).of(&kept);
            let missing = u64::from(count).saturating_sub(rounded.digit_count());
            let scale = rounded.scale().saturating_add(u32::try_from(missing).unwrap_or(0));
            if rounded.is_zero() || (missing > 0 && rounded.scale() == 0 && rounded.digit_count() > 1) {
                rounded.to_string()
            } else {
                rounded.rounded(scale).to_string()
            }
        }
        Shown::All => kept.to_string(),
    }
}

/// A number with `most` decimals, without the zeros at its end that are not among the `least`.
fn fixed(number: &Exact, least: u32, most: u32) -> Exact {
    let rounded = number.rounded(most);
    let scale = rounded.normalized().scale().max(least).min(most);
    rounded.rounded(scale)
}

/// Which digits are shown.
#[derive(Debug, PartialEq, Eq)]
enum Shown {
    /// Those that were typed.
    All,
    /// Decimals, of which some are shown only where they are not 0.
    Decimals { least: u32, most: u32 },
    /// Significant digits, with a power of ten.
    Significant(u32),
}

impl Shown {
    fn of(format: &str, is_negative: bool) -> Self {
        let plain = without_words(format);
        let mut sections = plain.split(';');
        let first = sections.next().unwrap_or_default();
        let section =
            if is_negative { sections.next().filter(|section| !section.is_empty()).unwrap_or(first) } else { first };
        let is_digit = |letter: char| matches!(letter, '0' | '#' | '?');
        // A fraction, a thousandth, a word for a number: what is seen does not say how it is meant.
        if !section.contains(is_digit) || section.contains('/') || section.to_lowercase().contains("general") {
            return Self::All;
        }
        let (mantissa, power) = match section.find(['E', 'e']) {
            Some(at) => section.split_at(at),
            None => (section, ""),
        };
        let (whole, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if behind.contains(',') || whole.trim_end_matches(|letter| !is_digit(letter) && letter != ',').ends_with(',') {
            return Self::All;
        }
        let count = |text: &str, wanted: &dyn Fn(char) -> bool| {
            u32::try_from(text.chars().filter(|letter| wanted(*letter)).count()).unwrap_or(0)
        };
        let most = count(behind, &is_digit);
        if !power.is_empty() {
            return Self::Significant(most + 1);
        }
        let percent = 2 * count(section, &|letter| letter == '%');
        Self::Decimals { least: count(behind, &|letter| letter == '0') + percent, most: most + percent }
    }
}

/// A format without colours, quoted words, and signs that are only drawn.
fn without_words(format: &str) -> String {
    let mut plain = String::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => _ = letters.by_ref().find(|letter| *letter == '"'),
            '[' => _ = letters.by_ref().find(|letter| *letter == ']'),
            '\\' | '_' | '*' => _ = letters.next(),
            letter => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_digits_that_are_seen() {
        for (number, format, digits) in [
            ("0.5933", "General", "0.5933"),
            ("0.5933", "", "0.5933"),
            ("0.5932699921071872", "General", "0.593269992107187"),
            ("0.1", "General", "0.1"),
            ("0.30000000000000004", "General", "0.3"),
            ("0.377", "0.0000", "0.3770"),
            ("0.5932699921071872", "0.00", "0.59"),
            ("-0.5932699921071872", "0.000_ ;[Red]\\-0.000\\ ", "-0.593"),
            ("0.5933", "0.00%", "0.5933"),
            ("0.5", "0.0%", "0.500"),
            ("0.5933", "0.##", "0.59"),
            ("0.5", "0.##", "0.5"),
            ("0.00043856", "0.00E+00", "0.000439"),
            ("0.06", "0.00E+00", "0.0600"),
            ("1234.5", "#,##0.00", "1234.50"),
            ("1234.5", "#,##0.00\\ \"€\"", "1234.50"),
            ("220", "0", "220"),
            ("0.5", "# ?/?", "0.5"),
            ("0.5933", "@", "0.5933"),
            ("0.0000001", "General", "0.0000001"),
        ] {
            assert_eq!(seen(number, format), digits, "{number} as {format}");
        }
    }
}
