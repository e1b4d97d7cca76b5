//! How many digits an answer is asked to have.

use crate::number::{Digits, Exact, Number, Rounding, Ties};

/// Fewer significant digits than these say too little where nothing was asked.
const FEWEST_DIGITS: u64 = 3;

/// The digits that answers are asked to have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Asked {
    /// Nothing was said; three significant digits are enough.
    #[default]
    Nothing,
    /// So many digits after the point.
    Decimals(u32),
    /// So many digits from the first that is not 0.
    Significant(u32),
}

impl Asked {
    /// Whether a number has enough digits for a result.
    #[must_use]
    pub fn is_met(self, written: &Exact, result: &Number) -> bool {
        let has_all = result.exact().is_some_and(|exact| exact.normalized().scale() <= written.scale());
        let digits = if written.is_zero() { 0 } else { written.digit_count() };
        let has_those_asked = match self {
            Self::Nothing => false,
            Self::Decimals(decimals) => written.scale() >= decimals,
            Self::Significant(count) => digits >= u64::from(count),
        };
        has_all || digits >= FEWEST_DIGITS || has_those_asked
    }

    /// Whether a 0 may stand for a result that is not 0 itself: where it has the decimals that were asked for.
    #[must_use]
    pub fn allows_zero(self, written: &Exact) -> bool {
        matches!(self, Self::Decimals(decimals) if written.scale() >= decimals)
    }

    /// These digits, or those that `weaker` asks for where these ask for nothing.
    #[must_use]
    pub fn or(self, weaker: Self) -> Self {
        if self == Self::Nothing { weaker } else { self }
    }

    /// The digits, where any were asked for.
    #[must_use]
    pub fn digits(self) -> Option<Digits> {
        match self {
            Self::Nothing => None,
            Self::Decimals(count) => Some(Digits::Decimals(count)),
            Self::Significant(count) => Some(Digits::Significant(count)),
        }
    }

    /// The rule that gives just these digits.
    pub(super) fn rounding(self) -> Option<Rounding> {
        self.digits().map(|digits| Rounding { digits, ties: Ties::HalfUp })
    }

    /// The ways in which a person rounds what a step is worked with: to the digits asked for, else to those of the
    /// number itself, as decimals or as significant digits.
    pub(super) fn roundings(self, written: &Exact) -> Vec<Rounding> {
        match self {
            Self::Decimals(decimals) => vec![Rounding::decimals(decimals)],
            Self::Significant(count) => vec![Rounding::significant(count)],
            Self::Nothing if written.is_zero() => vec![Rounding::decimals(written.scale())],
            Self::Nothing => {
                let count = u32::try_from(written.digit_count()).unwrap_or(u32::MAX);
                vec![Rounding::decimals(written.scale()), Rounding::significant(count)]
            }
        }
    }
}

impl From<Option<Digits>> for Asked {
    fn from(digits: Option<Digits>) -> Self {
        match digits {
            None => Self::Nothing,
            Some(Digits::Decimals(count)) => Self::Decimals(count),
            Some(Digits::Significant(count)) => Self::Significant(count),
        }
    }
}
