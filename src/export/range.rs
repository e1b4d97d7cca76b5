//! Ranges as they are typed: `3..7`, both ends included, or `3`.

use std::str::FromStr;

/// Whole numbers from 1, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first.
    pub first: u64,
    /// The last; not below the first.
    pub last: u64,
}

/// The text is no range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeFault;

impl Range {
    /// Whether it has that number.
    #[must_use]
    pub fn contains(self, number: u64) -> bool {
        (self.first..=self.last).contains(&number)
    }

    /// Every number of it.
    pub fn each(self) -> impl Iterator<Item = u64> {
        self.first..=self.last
    }
}

impl FromStr for Range {
    type Err = RangeFault;

    fn from_str(text: &str) -> Result<Self, RangeFault> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let number = |text: &str| text.trim().parse::<u64>().map_err(|_| RangeFault);
        let range = Self { first: number(first)?, last: number(last.trim_start_matches('='))? };
        if range.first == 0 || range.first > range.last { Err(RangeFault) } else { Ok(range) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_included() {
        assert_eq!("3..7".parse(), Ok(Range { first: 3, last: 7 }));
        assert_eq!("4".parse(), Ok(Range { first: 4, last: 4 }));
        for text in ["", "..", "0..1", "3..2", "a..b", "-1", "1..2..3"] {
            assert_eq!(text.parse::<Range>(), Err(RangeFault), "{text}");
        }
    }
}
