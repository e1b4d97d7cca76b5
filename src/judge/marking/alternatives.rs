//! The lesson as it would be with a mistake in it, or by another convention, each made once and kept.

use std::collections::BTreeMap;

use crate::judge::Slip;
use crate::judge::convention::Convention;
use crate::lesson::Lesson;
use crate::number::{Digits, Rounding, Ties};
use crate::program::{Mistake, mistaken};
use crate::scenario::{Paper, Scenario};

/// Lessons with more steps an epoch than these are not rewritten.
const MOST_STEPS: u64 = 20_000;

/// Nor are lessons with more of them worked with early rounding.
const MOST_STEPS_ON_PAPER: u64 = 2_000;

/// A lesson with a slip in it; the lesson as it is where that is none.
pub(super) struct Alternative {
    pub(super) slip: Option<Slip>,
    pub(super) lesson: Lesson,
}

/// All lessons that a wrong number may come from.
#[derive(Default)]
pub(super) struct Alternatives {
    single: Option<Vec<Alternative>>,
    rounded: BTreeMap<u32, Alternative>,
    rounded_with_mistakes: BTreeMap<u32, Vec<Alternative>>,
}

impl Alternatives {
    /// Whether a lesson is small enough to be looked at in all ways.
    pub(super) fn can_be_made(lesson: &Lesson) -> bool {
        lesson.steps_per_epoch() <= MOST_STEPS
    }

    /// The lesson with each slip in it.
    pub(super) fn single(&mut self, lesson: &Lesson) -> &mut [Alternative] {
        self.single.get_or_insert_with(|| of(lesson.scenario(), lesson))
    }

    /// The lesson where every result is rounded to so many decimals; none where that would take too long, or the lesson
    /// is rounded anyway.
    pub(super) fn rounded(&mut self, lesson: &Lesson, decimals: u32) -> Option<&mut Alternative> {
        if lesson.steps_per_epoch() > MOST_STEPS_ON_PAPER || lesson.scenario().paper.is_some() {
            return None;
        }
        Some(self.rounded.entry(decimals).or_insert_with(|| {
            let usual = Rounding { digits: Digits::Decimals(decimals), ties: Ties::HalfUp };
            let paper = Paper { usual, by_kind: Vec::new(), by_step: Vec::new() };
            let scenario = Scenario { paper: Some(paper), ..lesson.scenario().clone() };
            Alternative { slip: None, lesson: Lesson::new(scenario, None) }
        }))
    }

    /// The same with each mistake in it; none where there is no such lesson.
    pub(super) fn rounded_with_mistakes(&mut self, lesson: &Lesson, decimals: u32) -> &mut [Alternative] {
        if self.rounded(lesson, decimals).is_none() {
            return &mut [];
        }
        let Self { rounded, rounded_with_mistakes, .. } = self;
        let of = |one: &Alternative| with_mistakes(one.lesson.scenario(), &one.lesson).collect();
        let make = || rounded.get(&decimals).map(of).unwrap_or_default();
        rounded_with_mistakes.entry(decimals).or_insert_with(make)
    }
}

fn of(scenario: &Scenario, lesson: &Lesson) -> Vec<Alternative> {
    let conventions = Convention::ALL.into_iter().filter_map(|convention| {
        let lesson = Lesson::new(convention.scenario(scenario)?, None);
        Some(Alternative { slip: Some(Slip::Convention(convention)), lesson })
    });
    conventions.chain(with_mistakes(scenario, lesson)).collect()
}

fn with_mistakes<'a>(scenario: &'a Scenario, lesson: &'a Lesson) -> impl Iterator<Item = Alternative> + 'a {
    Mistake::ALL.into_iter().flat_map(move |mistake| {
        let programs = mistaken(scenario, lesson.program(), mistake);
        programs.map(move |program| {
            let slip = Some(Slip::Mistake(mistake));
            Alternative { slip, lesson: lesson.of_program(program) }
        })
    })
}
