//! How many digits a learner was asked for, which decides when a number has too few of them.

use crate::number::Digits;

/// How many digits an answer was asked to have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Asked {
    /// Nobody said.
    #[default]
    Nothing,
    /// So many decimals.
    Decimals(u32),
    /// So many significant digits.
    Significant(u32),
}

impl Asked {
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
