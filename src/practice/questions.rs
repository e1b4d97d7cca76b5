//! The questions of a practice: which results are asked, and at which products which factor is missing.

use std::collections::HashSet;

use super::ask::Ask;
use crate::formula::{Formula, Name};
use crate::lesson::{Found, Lesson, Position};
use crate::program::{Phase, RoleKind, Step};

/// More questions are not asked at once.
const MOST: usize = 2_000;

/// Of more steps than these nobody is asked in one round.
const MOST_STEPS: u64 = 20_000;

/// Something that is asked at a step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    /// Where the step stands.
    pub position: Position,
    /// What is asked.
    pub kind: QuestionKind,
}

/// What is asked at a step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum QuestionKind {
    /// What it comes to.
    Result,
    /// Which factor is missing in its formula: this one.
    Factor(Name),
}

/// The questions in the order of the lesson; of an example that fades, those of a round counted from 1.
#[must_use]
pub fn questions(lesson: &Lesson, ask: Ask, round: u32) -> Vec<Question> {
    let of_scenario = || Some(asked_by_scenario(lesson)).filter(|asked| !asked.is_empty());
    let all = || worth_asking(lesson);
    let positions = match ask {
        Ask::Factors => return factors(lesson),
        Ask::Review => return everything(lesson),
        Ask::Scenario | Ask::Fading => of_scenario().unwrap_or_else(all),
        Ask::All => all(),
        Ask::Every(count) => {
            let count = usize::try_from(count).unwrap_or(usize::MAX).max(1);
            all().into_iter().skip(count - 1).step_by(count).collect()
        }
    };
    let asked = match ask {
        Ask::Fading => {
            let asked = usize::try_from(round.saturating_sub(1)).unwrap_or(usize::MAX).min(positions.len());
            positions.get(positions.len() - asked..).unwrap_or_default()
        }
        _ => &positions,
    };
    asked.iter().flat_map(|&position| at(lesson, position)).collect()
}

/// All that can be asked in one way or another, each once.
fn everything(lesson: &Lesson) -> Vec<Question> {
    let ways = [Ask::Scenario, Ask::All, Ask::Factors];
    let mut all: Vec<Question> = ways.into_iter().flat_map(|ask| questions(lesson, ask, 1)).collect();
    all.sort_by_key(|question| (question.position, question.kind == QuestionKind::Result));
    let mut seen = HashSet::new();
    all.retain(|question| seen.insert(question.clone()));
    all
}

/// Where an example ends that is asked so: behind it there is nothing more to do.
pub(super) fn last(lesson: &Lesson, ask: Ask) -> Option<Position> {
    let everything = if ask == Ask::Fading { u32::MAX } else { 1 };
    questions(lesson, ask, everything).last().map(|question| question.position)
}

/// What is asked at a step: of the first product of its kind a factor too.
fn at(lesson: &Lesson, position: Position) -> impl Iterator<Item = Question> + use<> {
    let is_first = lesson.worked_like(position).is_none();
    let factor = lesson.step(position).filter(|_| is_first).and_then(|step| missing(&step, position));
    let factor = factor.map(|factor| Question { position, kind: QuestionKind::Factor(factor) });
    factor.into_iter().chain([Question { position, kind: QuestionKind::Result }])
}

fn asked_by_scenario(lesson: &Lesson) -> Vec<Position> {
    let start = Position::start_of(1);
    let found = |text: &str| match lesson.find_within_reach(text, start) {
        Ok(Found::Step(position)) => Some(position),
        Ok(Found::Given(_)) | Err(_) => None,
    };
    let asked = lesson.scenario().practice.ask.iter();
    let mut positions: Vec<Position> = asked.filter_map(|asked| found(asked.step.as_str())).take(MOST).collect();
    positions.sort_unstable();
    positions.dedup();
    positions
}

/// The steps of the first epoch that take some work.
fn worth_asking(lesson: &Lesson) -> Vec<Position> {
    let takes_work = |position: &Position| lesson.step(*position).is_some_and(|step| !is_trivial(&step));
    steps(lesson).filter(takes_work).take(MOST).collect()
}

fn steps(lesson: &Lesson) -> impl Iterator<Item = Position> {
    (1..=lesson.steps_per_epoch().min(MOST_STEPS)).map(|number| Position { epoch: 1, number })
}

/// Whether a step only gives another number a name.
fn is_trivial(step: &Step) -> bool {
    fn is_bare(formula: &Formula) -> bool {
        match formula {
            Formula::Name(_) | Formula::Number(_) => true,
            Formula::Negative(inner) => is_bare(inner),
            _ => false,
        }
    }
    step.role.kind == RoleKind::Start || is_bare(&step.formula)
}

fn factors(lesson: &Lesson) -> Vec<Question> {
    let factor = |position: Position| {
        let factor = missing(&lesson.step(position)?, position)?;
        Some(Question { position, kind: QuestionKind::Factor(factor) })
    };
    steps(lesson).filter_map(factor).take(MOST).collect()
}

/// The factor of a gradient that is left out, another one at another place; none where the step is no such product.
fn missing(step: &Step, position: Position) -> Option<Name> {
    let Formula::Product(factors) = &step.formula else { return None };
    if step.phase != Phase::Backward || factors.iter().any(|factor| factor.over) {
        return None;
    }
    let mut names: Vec<&Name> = Vec::new();
    step.formula.each_name(&mut |name| names.push(name));
    let is_once = |name: &&Name| names.iter().filter(|other| **other == *name).count() == 1;
    let alone = factors.iter().filter_map(|factor| match &factor.formula {
        Formula::Name(name) => Some(name),
        _ => None,
    });
    let candidates: Vec<&Name> = alone.filter(is_once).collect();
    if candidates.len() < 2 {
        return None;
    }
    let at = usize::try_from(position.number).unwrap_or(0) % candidates.len();
    candidates.get(at).map(|name| (*name).clone())
}
