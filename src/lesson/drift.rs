//! Paper beside exact: how a number that is worked on paper is shown, and how far it has drifted.

use super::{Lesson, Position};
use crate::number::{Arithmetic as _, Digits, Exact, Format, Number, Proven, Rounding, Written};
use crate::run::{Decision, Reading, Run};
use crate::scenario::Scenario;

/// The exact value beside one that was rounded on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// What the same program comes to where nothing is rounded.
    pub exact: Written,
    /// The value on paper less the exact one; none where no precision shows a difference.
    pub gap: Option<Written>,
}

impl Drift {
    /// Whether the value on paper is the exact one.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.gap.as_ref().is_some_and(|gap| gap.exact && gap.digits.is_zero())
    }
}

/// The digits that a rule leaves.
pub(super) fn format_of(rounding: Rounding) -> Format {
    match rounding.digits {
        Digits::Decimals(decimals) => Format { significant: 1, ..Format::decimals(decimals) },
        Digits::Significant(significant) => Format { significant, ..Format::decimals(0) },
    }
}

/// The digits that a lesson on paper is drawn with; none where nothing is rounded.
pub(super) fn usual_format(scenario: &Scenario) -> Option<Format> {
    scenario.paper.as_ref().map(|paper| match paper.usual.digits {
        Digits::Decimals(count) | Digits::Significant(count) => Format { significant: 1, ..Format::decimals(count) },
    })
}

/// The same lesson where nothing is rounded on the way; none where nothing is anyway.
pub(super) fn exact_run(scenario: &Scenario) -> Option<Run> {
    scenario.paper.as_ref()?;
    Some(Run::new(&Scenario { paper: None, ..scenario.clone() }))
}

/// A number as it stands on paper: with the digits that are carried on; `before` is what it was before.
pub(super) fn on_paper(number: &Number, before: &Number) -> Option<Written> {
    let digits = number.exact()?.clone();
    let exact = before.exact().is_some_and(|before| before.compare(&digits).is_eq());
    Some(Written { digits, exact })
}

impl Lesson {
    /// The run of the same lesson in which nothing is rounded, for one that works on paper.
    pub fn exact_run(&mut self) -> Option<&mut Run> {
        self.exact.as_mut()
    }

    /// The run in which nothing is rounded, whether the lesson works on paper or not.
    pub fn unrounded_run(&mut self) -> &mut Run {
        match &mut self.exact {
            Some(exact) => exact,
            None => &mut self.run,
        }
    }

    /// How far a result has drifted; none where nothing is rounded, or the exact training ends before.
    pub fn drift(&mut self, position: Position, paper: &Exact) -> Option<Drift> {
        let (moment, at) = self.course.moment(position);
        let format = self.exact_format;
        let decided = self.exact.as_mut()?.decide(moment, format.decimals + 20, |reading| {
            let exact = reading.step(at).ok()?;
            between(paper, exact, format, reading)
        });
        match decided.ok()? {
            Decision::Settled(drift) => Some(drift),
            // The digits of both are the same as far as they go.
            Decision::Open(reading) => {
                let exact = reading.step(at).ok()?.written(format)?;
                let gap = paper.minus(&exact.digits);
                let gap = (!gap.is_zero()).then_some(Written { digits: gap, exact: false });
                Some(Drift { exact, gap })
            }
        }
    }
}

/// The drift where its digits are certain.
fn between(paper: &Exact, exact: &Number, format: Format, reading: &Reading) -> Option<Drift> {
    let written = exact.written(format)?;
    // The difference of what is shown, so that the three numbers fit together.
    let digits = paper.minus(&written.digits);
    let digits = if written.exact { digits.normalized() } else { digits };
    if digits.is_zero() && !written.exact {
        let gap = Proven::new(reading.precision())?.subtract(&paper.clone().into(), exact).ok()?;
        return Some(Drift { exact: written, gap: Some(gap.with_significant(1)?) });
    }
    let gap = Written { digits, exact: written.exact };
    Some(Drift { exact: written, gap: Some(gap) })
}
