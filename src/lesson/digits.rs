//! How many digits and how much of the work a lesson shows, changed while it is read.

use super::Lesson;
use crate::number::Format;

/// How many digits can be asked for.
const STRIDES: [u32; 24] =
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 500, 700, 1_000];

impl Lesson {
    /// Works every operation on a row of its own from now on, or no longer, in every run.
    pub fn open_work(&mut self, is_open: bool) {
        self.is_open = is_open;
        self.last_page = None;
        for side in &mut self.compared {
            side.lesson.open_work(is_open);
        }
    }

    /// Shows other digits from now on, in every run; on paper the digits belong to the rounding and stay.
    pub fn show_digits(&mut self, format: Format) {
        if !self.program().is_on_paper() {
            self.format = format;
            self.exact_format = format;
            self.last_page = None;
        }
        for side in &mut self.compared {
            side.lesson.show_digits(format);
        }
    }
}

/// The format with the next larger or smaller number of digits; the same where there is none.
#[must_use]
pub fn next_digits(format: Format, more: bool) -> Format {
    let now = format.decimals;
    let next = if more {
        STRIDES.into_iter().find(|&stride| stride > now)
    } else {
        STRIDES.into_iter().rev().find(|&stride| stride < now)
    };
    with_digits(next.unwrap_or(now), format.by_significance)
}

/// So many decimals, or so many significant digits.
#[must_use]
pub fn with_digits(count: u32, by_significance: bool) -> Format {
    if by_significance { Format::significant(count.max(1)) } else { Format::decimals(count) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_go_from_two_to_a_thousand_and_back() {
        let mut format = Format::decimals(9);
        let mut counts = Vec::new();
        for _ in 0..20 {
            format = next_digits(format, true);
            counts.push(format.decimals);
        }
        assert_eq!(counts[..4], [10, 12, 15, 20]);
        assert_eq!(counts.last(), Some(&1_000));
        for _ in 0..30 {
            format = next_digits(format, false);
        }
        assert_eq!(format, Format::decimals(2));
        assert_eq!(next_digits(Format::decimals(0), true).decimals, 2);
        assert_eq!(next_digits(Format::decimals(1_234), false).decimals, 1_000);
        assert!(next_digits(Format::significant(6), true).by_significance);
    }
}
