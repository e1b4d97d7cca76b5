//! Which questions a review asks: skills that are due or weak first, mixed over skills and lessons.

use std::collections::BTreeMap;

use super::ask::Ask;
use super::learner::Learner;
use super::questions::{Question, QuestionKind, questions};
use super::skill::Skill;
use crate::lesson::Lesson;

/// A question of one of several lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The index of the lesson.
    pub lesson: usize,
    /// The seed of its numbers.
    pub seed: u64,
    /// What is asked.
    pub question: Question,
    /// The skill that it takes.
    pub skill: Skill,
}

/// Plans a review of at most `count` questions out of some lessons. Another seed gives other questions.
#[must_use]
pub fn plan(learner: &Learner, lessons: &[Lesson], now: u64, seed: u64, count: usize) -> Vec<Planned> {
    let mut pools = pools(lessons);
    let mut skills: Vec<Skill> = pools.keys().copied().collect();
    // What is due before what is new before what can wait; of these the weakest first.
    skills.sort_by_key(|skill| match learner.mastery(*skill) {
        Some(mastery) if mastery.place.is_due(now) => (0, mastery.place.number, mastery.place.due),
        None => (1, 0, 0),
        Some(mastery) => (2, mastery.place.number, mastery.place.due),
    });
    let mut planned: Vec<Planned> = Vec::new();
    let mut draw = seed;
    // One of each skill, then another of each: skills are mixed, not blocked.
    while planned.len() < count && !pools.is_empty() {
        for skill in &skills {
            let Some(pool) = pools.get_mut(skill).filter(|_| planned.len() < count) else { continue };
            let before = planned.last().map(|planned| planned.lesson);
            let other: Vec<usize> = (0..pool.len()).filter(|&at| Some(pool[at].0) != before).collect();
            draw = next(draw);
            let at = if other.is_empty() { below(draw, pool.len()) } else { other[below(draw, other.len())] };
            let (lesson, question) = pool.swap_remove(at);
            planned.push(Planned { lesson, seed: draw, question, skill: *skill });
        }
        pools.retain(|_, pool| !pool.is_empty());
    }
    planned
}

/// The questions of lessons by skill; of steps that are calculated alike only the first.
fn pools(lessons: &[Lesson]) -> BTreeMap<Skill, Vec<(usize, Question)>> {
    let mut pools: BTreeMap<Skill, Vec<(usize, Question)>> = BTreeMap::new();
    for (at, lesson) in lessons.iter().enumerate() {
        for question in questions(lesson, Ask::All, 1) {
            let Some(step) = lesson.step(question.position) else { continue };
            let is_first = lesson.worked_like(question.position).is_none();
            if is_first && question.kind == QuestionKind::Result {
                pools.entry(Skill::of(lesson, &step)).or_default().push((at, question));
            }
        }
    }
    pools
}

/// `SplitMix64`, as seeds of scenarios use it.
fn next(state: u64) -> u64 {
    let mut mixed = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn below(draw: u64, count: usize) -> usize {
    let count = u64::try_from(count).unwrap_or(u64::MAX).max(1);
    usize::try_from(draw % count).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::progress::{Asked, Event};
    use crate::practice::record::Outcome;
    use crate::scenario::{LESSONS, read};

    fn lessons() -> Vec<Lesson> {
        let names = ["mazur", "student-passes", "apple-graph"];
        let text = |name: &str| LESSONS.iter().find(|(other, _)| *other == name).unwrap().1;
        names.iter().map(|name| Lesson::new(read(text(name)).unwrap(), None)).collect()
    }

    fn answered(learner: &mut Learner, skill: Skill, outcome: Outcome, at: u64) {
        let skill = Some(skill.word().to_owned());
        learner.take(
            "a",
            "A",
            &Event::Question(Asked { step: "s".to_owned(), outcome, skill, ..Asked::default() }),
            at,
        );
    }

    #[test]
    fn skills_and_lessons_are_mixed() {
        let planned = plan(&Learner::default(), &lessons(), 0, 7, 10);
        assert_eq!(planned.len(), 10);
        assert!(planned.windows(2).all(|pair| pair[0].skill != pair[1].skill), "{planned:?}");
        assert!((0..3).all(|lesson| planned.iter().any(|one| one.lesson == lesson)), "{planned:?}");
        assert_ne!(planned, plan(&Learner::default(), &lessons(), 0, 8, 10), "another seed asks something else");
        assert_eq!(planned, plan(&Learner::default(), &lessons(), 0, 7, 10));
    }

    #[test]
    fn what_is_weak_comes_first_and_what_is_mastered_last() {
        let mut learner = Learner::default();
        answered(&mut learner, Skill::Update, Outcome::Wrong, 100);
        answered(&mut learner, Skill::WeightedSum, Outcome::AtOnce, 100);
        let planned = plan(&learner, &lessons(), 100, 7, 20);
        assert_eq!(planned[0].skill, Skill::Update);
        let first = |skill| planned.iter().position(|one| one.skill == skill).unwrap();
        assert!(first(Skill::WeightedSum) > first(Skill::Activation), "it is not due before tomorrow");
        let later = plan(&learner, &lessons(), 100 + 86_400, 7, 20);
        assert!(later[..2].iter().any(|one| one.skill == Skill::WeightedSum), "now it is due");
    }
}
