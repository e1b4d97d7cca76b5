//! What the source of a lesson printed, by step, with what was found out about it so far.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::formula::Name;
use crate::judge::{Finding, Review, Verdict};
use crate::lesson::{Lesson, Position};

/// A number that was printed.
pub(super) struct Printed {
    /// Its digits.
    pub(super) digits: String,
    /// Whether it is the negative of the step that was printed.
    pub(super) is_negated: bool,
    /// What was found out; none while that is open.
    pub(super) ruling: Option<Ruling>,
}

/// What was found out about a printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ruling {
    /// This.
    Found(Finding),
    /// Nothing: there is no result to compare with.
    Trouble,
}

impl Ruling {
    /// The message that says it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Found(Finding::Agrees(Verdict::Right)) => "screen-verdict-right",
            Self::Found(Finding::Agrees(Verdict::Cut)) => "screen-verdict-cut",
            Self::Found(Finding::Agrees(Verdict::Float)) => "screen-verdict-float",
            Self::Found(Finding::Agrees(Verdict::Rounded)) => "screen-verdict-rounded",
            Self::Found(Finding::Wrong | Finding::Agrees(Verdict::Wrong)) => "screen-verdict-wrong",
            Self::Found(Finding::Undecided | Finding::Agrees(Verdict::Undecided)) => "screen-verdict-undecided",
            Self::Found(Finding::Erratum) => "screen-verdict-erratum",
            Self::Found(Finding::ErratumByRounding) => "screen-verdict-erratum-by-rounding",
            Self::Found(Finding::NoErratum(_)) => "screen-verdict-no-erratum",
            Self::Trouble => "screen-verdict-trouble",
        }
    }

    /// Whether somebody has to look at the source or at the scenario.
    pub(super) fn is_fault(self) -> bool {
        match self {
            Self::Found(finding) => finding.is_fault(),
            Self::Trouble => true,
        }
    }

    /// The place among verdicts: what disagrees comes first, what is plainly right last.
    fn rank(self) -> u8 {
        match self {
            _ if self.is_fault() => 0,
            Self::Found(Finding::Erratum | Finding::ErratumByRounding) => 1,
            Self::Found(Finding::Agrees(Verdict::Rounded)) => 2,
            Self::Found(Finding::Agrees(Verdict::Cut)) => 3,
            Self::Found(Finding::Agrees(Verdict::Float)) => 4,
            _ => 5,
        }
    }
}

/// What was printed, judged as far as there was time.
#[derive(Default)]
pub(super) struct Verdicts {
    review: Option<Review>,
    is_done: bool,
    by_step: HashMap<(Option<Name>, Position), Vec<Printed>>,
    /// How often it was worked on: what is ordered by verdicts is out of date where this has changed.
    pub(super) round: u64,
}

impl Verdicts {
    /// Judges for about so long what was printed of a lesson and its runs; true while there is more to do.
    pub(super) fn go_on(&mut self, lesson: &mut Lesson, patience: Duration) -> bool {
        if self.is_done {
            return false;
        }
        let started = Instant::now();
        let review = self.review.get_or_insert_with(|| Review::of(lesson));
        while !self.is_done && started.elapsed() < patience {
            self.is_done = !review.go_on(lesson);
        }
        self.round += 1;
        self.by_step.clear();
        for (entry, about, checked) in review.entries() {
            let Some(about) = about else { continue };
            let printed = Printed {
                digits: entry.value.to_string(),
                is_negated: about.is_negated,
                ruling: checked
                    .map(|checked| checked.map_or(Ruling::Trouble, |checked| Ruling::Found(checked.finding))),
            };
            self.by_step.entry((about.run.clone(), about.position)).or_default().push(printed);
        }
        !self.is_done
    }

    /// Whether the source printed anything of a run; of another run than the lesson's own as far as is known.
    pub(super) fn has_any(&self, lesson: &Lesson, run: Option<&Name>) -> bool {
        !lesson.scenario().published.is_empty() || self.by_step.keys().any(|(of, _)| of.as_ref() == run)
    }

    /// What was printed of a step.
    pub(super) fn of(&self, run: Option<&Name>, position: Position) -> &[Printed] {
        self.by_step.get(&(run.cloned(), position)).map_or(&[], Vec::as_slice)
    }

    /// The place of a step among verdicts: what was not printed comes behind everything that was.
    pub(super) fn rank(&self, run: Option<&Name>, position: Position) -> u8 {
        let rank = |printed: &Printed| printed.ruling.map_or(6, Ruling::rank);
        self.of(run, position).iter().map(rank).min().unwrap_or(7)
    }
}
