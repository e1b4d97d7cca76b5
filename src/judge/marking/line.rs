//! One number of a sheet with what was said of it, and a step worked with such numbers.

use crate::number::{Exact, Number, Outcome};

/// How a person goes on from the numbers of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// With the digits on the sheet, and with all digits of what is not on it.
    AsWritten,
    /// With the digits on the sheet, and everything between rounded to as many.
    Rounded,
    /// With all digits, also of what is on the sheet.
    Kept,
}

impl Manner {
    pub(super) const ALL: [Self; 3] = [Self::AsWritten, Self::Rounded, Self::Kept];
}

/// What was said of a number.
#[derive(Clone, Debug)]
pub(super) enum Standing {
    /// Nothing against it.
    Good,
    /// Worked rightly, but from a wrong number, or with too few digits to tell.
    Worked,
    /// Wrong by itself; with all digits where it is known what made it.
    Wrong(Option<Number>),
}

/// A number of a sheet.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) number: Exact,
    pub(super) half: Exact,
    pub(super) standing: Standing,
}

impl Line {
    pub(super) fn is_not_good(&self) -> bool {
        !matches!(self.standing, Standing::Good)
    }

    /// Whether it makes a difference to what depends on it.
    pub(super) fn is_inexact(&self) -> bool {
        self.is_not_good() || !self.half.is_zero()
    }

    /// What a calculator has kept of it; none where that is the exact result.
    pub(super) fn kept(&self) -> Option<Outcome<Number>> {
        match &self.standing {
            Standing::Good | Standing::Worked => None,
            Standing::Wrong(Some(made)) => Some(Ok(made.clone())),
            Standing::Wrong(None) => Some(Ok(Number::Exact(self.number.clone()))),
        }
    }

    /// What comes out of a line that depends on no other.
    pub(super) fn worked(&self) -> Worked {
        let number = || Ok(Number::Exact(self.number.clone()));
        Worked { as_written: number(), rounded: number(), kept: self.kept(), is_tainted: self.is_not_good() }
    }
}

/// A step worked with the numbers of a sheet.
#[derive(Debug)]
pub(super) struct Worked {
    pub(super) as_written: Outcome<Number>,
    pub(super) rounded: Outcome<Number>,
    /// None where that is the exact result.
    pub(super) kept: Option<Outcome<Number>>,
    /// Whether the step, or one that it depends on, has a number that is not good.
    pub(super) is_tainted: bool,
}

impl Worked {
    pub(super) fn value(&self, manner: Manner) -> Option<&Outcome<Number>> {
        match manner {
            Manner::AsWritten => Some(&self.as_written),
            Manner::Rounded => Some(&self.rounded),
            Manner::Kept => self.kept.as_ref(),
        }
    }
}
