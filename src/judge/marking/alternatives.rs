//! The lesson as it would be with a mistake in it, or by another convention, each made once and kept.

use std::collections::BTreeMap;

use crate::judge::Slip;
use crate::judge::convention::Convention;
use crate::lesson::Lesson;
use crate::number::{Digits, Rounding, Ties};
use crate::program::{Mistake, mistaken};
use crate::scenario::Paper;

/// Lessons with more steps an epoch than these are not rewritten.
const MOST_STEPS: u64 = 20_000;

/// Nor are lessons with more of them worked with early rounding.
const MOST_STEPS_ON_PAPER: u64 = 2_000;

/// A lesson with a slip in it; the lesson as it is where that is none.
pub(super) struct Alternative {
    pub(super) slip: Option<Slip>,
    pub(super) lesson: Lesson,
    rounded: BTreeMap<u32, Lesson>,
}

impl Alternative {
    fn new(slip: Option<Slip>, lesson: Lesson) -> Self {
        Self { slip, lesson, rounded: BTreeMap::new() }
    }

    pub(super) fn is_convention(&self) -> bool {
        matches!(self.slip, Some(Slip::Convention(_)))
    }

    /// The same where every result is rounded to so many decimals.
    pub(super) fn rounded(&mut self, decimals: u32) -> &mut Lesson {
        let lesson = &self.lesson;
        self.rounded.entry(decimals).or_insert_with(|| {
            let usual = Rounding { digits: Digits::Decimals(decimals), ties: Ties::HalfUp };
            let paper = Paper { usual, by_kind: Vec::new(), by_step: Vec::new() };
            lesson.of_program(lesson.program().on_paper(paper))
        })
    }
}

/// All lessons that a wrong number may come from.
#[derive(Default)]
pub(super) struct Alternatives {
    as_it_is: Option<Alternative>,
    single: Option<Vec<Alternative>>,
}

impl Alternatives {
    /// Whether a lesson is small enough to be looked at in all ways.
    pub(super) fn can_be_made(lesson: &Lesson) -> bool {
        lesson.steps_per_epoch() <= MOST_STEPS
    }

    /// Whether it is small enough to be looked at with every early rounding, and is not rounded anyway.
    pub(super) fn can_be_rounded(lesson: &Lesson) -> bool {
        lesson.steps_per_epoch() <= MOST_STEPS_ON_PAPER && !lesson.program().is_on_paper()
    }

    /// The lesson with each slip in it.
    pub(super) fn single(&mut self, lesson: &Lesson) -> &mut [Alternative] {
        self.single.get_or_insert_with(|| of(lesson))
    }

    /// The lesson without a slip.
    pub(super) fn as_it_is(&mut self, lesson: &Lesson) -> &mut Alternative {
        self.as_it_is.get_or_insert_with(|| Alternative::new(None, lesson.of_program(lesson.program().clone())))
    }
}

fn of(lesson: &Lesson) -> Vec<Alternative> {
    let scenario = lesson.scenario();
    let conventions = Convention::ALL.into_iter().filter_map(|convention| {
        let lesson = Lesson::new(convention.scenario(scenario)?, None);
        Some(Alternative::new(Some(Slip::Convention(convention)), lesson))
    });
    let mistakes = Mistake::ALL.into_iter().flat_map(|mistake| {
        let programs = mistaken(scenario, lesson.program(), mistake);
        programs.map(move |program| Alternative::new(Some(Slip::Mistake(mistake)), lesson.of_program(program)))
    });
    conventions.chain(mistakes).collect()
}
