//! On which side of 0 a value lies, as its digits tell.

use crate::formula::Name;
use crate::lesson::{Page, Shown};
use crate::number::{Exact, Fault};

/// A sign that is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Positive,
    Zero,
    Negative,
}

impl Sign {
    /// The sign of digits as they stand.
    pub(super) fn of(digits: &Exact) -> Self {
        match (digits.is_zero(), digits.is_negative()) {
            (true, _) => Self::Zero,
            (false, false) => Self::Positive,
            (false, true) => Self::Negative,
        }
    }

    /// The word by which a message chooses.
    pub(super) fn word(sign: Option<Self>) -> &'static str {
        match sign {
            Some(Self::Positive) => "positive",
            Some(Self::Zero) => "zero",
            Some(Self::Negative) => "negative",
            None => "unknown",
        }
    }

    /// The sign of a result; none where the digits that are certain do not tell.
    pub(super) fn of_result(result: &Result<Shown, Fault>) -> Option<Self> {
        let shown = result.as_ref().ok()?;
        let sign = Self::of(&shown.written.digits);
        (sign != Self::Zero || (shown.written.exact && !shown.unfinished)).then_some(sign)
    }

    /// The sign of a value that stands on the page.
    pub(super) fn on_page(page: &Page, name: &Name) -> Option<Self> {
        let numbers = &page.work.as_ref()?.lines.first()?.filled.numbers;
        let written = numbers.get(name)?;
        let sign = Self::of(&written.digits);
        (sign != Self::Zero || written.exact).then_some(sign)
    }
}
