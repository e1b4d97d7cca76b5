//! Everything that is remembered about a learner: worked out from the lines that were kept, one for each answer.
//!
//! Reading the lines again gives the same; [`Learner::lines`] writes the same in fewer lines. Must not know files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::boxes::InBox;
use super::progress::{Event, Progress};
use super::record::Outcome;
use super::skill::Skill;

/// A longer title is cut off.
const LONGEST_TITLE: usize = 200;

/// One line of what is kept.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    /// Something that happened.
    Event { at: u64, scenario: String, title: String, event: Event },
    /// What came of all events of a scenario so far.
    Lesson { at: u64, scenario: String, title: String, progress: Progress },
    /// What came of all events of a skill so far.
    Skill { skill: String, mastery: Mastery },
}

/// How well a skill is mastered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mastery {
    /// Its box.
    pub place: InBox,
    /// How many questions about it were right at once.
    pub right: u32,
    /// How many there were.
    pub all: u32,
}

/// What was done in one lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonDone {
    /// The digest of the scenario.
    pub scenario: String,
    /// What it was called last.
    pub title: String,
    /// When it was practised last, in seconds of Unix time.
    pub at: u64,
    /// What was done.
    pub progress: Progress,
}

/// Everything that is remembered about a learner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learner {
    /// The one practised last is the last.
    lessons: Vec<LessonDone>,
    skills: BTreeMap<Skill, Mastery>,
}

impl Learner {
    /// Reads lines; also says how many of them cannot be read.
    pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> (Self, usize) {
        let (mut learner, mut unread) = (Self::default(), 0);
        for line in lines {
            match serde_json::from_str(line) {
                Ok(line) => learner.take_line(line),
                Err(_) => unread += 1,
            }
        }
        (learner, unread)
    }

    fn take_line(&mut self, line: Line) {
        match line {
            Line::Event { at, scenario, title, event } => self.take(&scenario, &title, &event, at),
            Line::Lesson { at, scenario, title, progress } => {
                let lesson = self.touch(&scenario, &title, at);
                lesson.progress.join(progress);
            }
            // A skill that is not known any more is forgotten.
            Line::Skill { skill, mastery } => {
                if let Some(skill) = Skill::from_word(&skill) {
                    self.skills.insert(skill, mastery);
                }
            }
        }
    }

    /// The line for something that happens.
    #[must_use]
    pub fn line(scenario: &str, title: &str, event: &Event, at: u64) -> String {
        let title = title.chars().take(LONGEST_TITLE).collect();
        let line = Line::Event { at, scenario: scenario.to_owned(), title, event: event.clone() };
        serde_json::to_string(&line).unwrap_or_default()
    }

    /// Takes in something that happens.
    pub fn take(&mut self, scenario: &str, title: &str, event: &Event, at: u64) {
        self.touch(scenario, title, at).progress.take(event, at);
        if let Event::Question(asked) = event
            && !asked.follows
            && !asked.open
            && !matches!(asked.outcome, Outcome::Open | Outcome::Skipped)
            && let Some(skill) = asked.skill.as_deref().and_then(Skill::from_word)
        {
            let mastery = self.skills.entry(skill).or_default();
            mastery.place = mastery.place.after(asked.outcome, at);
            mastery.all = mastery.all.saturating_add(1);
            mastery.right = mastery.right.saturating_add(u32::from(asked.outcome == Outcome::AtOnce));
        }
    }

    /// Takes over what was kept in another way.
    pub fn take_over(&mut self, scenario: &str, title: &str, progress: Progress) {
        let at = self.lesson(scenario).map_or(0, |lesson| lesson.at);
        self.touch(scenario, title, at).progress.join(progress);
    }

    fn touch(&mut self, scenario: &str, title: &str, at: u64) -> &mut LessonDone {
        let known = self.lessons.iter().position(|lesson| lesson.scenario == scenario);
        let mut lesson = known.map_or_else(
            || LessonDone { scenario: scenario.to_owned(), title: String::new(), at: 0, progress: Progress::default() },
            |known| self.lessons.remove(known),
        );
        title.clone_into(&mut lesson.title);
        lesson.at = lesson.at.max(at);
        self.lessons.push(lesson);
        let last = self.lessons.len() - 1;
        &mut self.lessons[last]
    }

    /// The same in as few lines as there are lessons and skills.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let lessons = self.lessons.iter().map(|lesson| {
            let LessonDone { scenario, title, at, progress } = lesson.clone();
            Line::Lesson { at, scenario, title, progress }
        });
        let skill =
            |(skill, mastery): (&Skill, &Mastery)| Line::Skill { skill: skill.word().to_owned(), mastery: *mastery };
        let lines = lessons.chain(self.skills.iter().map(skill));
        lines.filter_map(|line| serde_json::to_string(&line).ok()).collect()
    }

    /// What was done in every lesson, the one practised last at the end.
    #[must_use]
    pub fn lessons(&self) -> &[LessonDone] {
        &self.lessons
    }

    /// What was done in a lesson.
    #[must_use]
    pub fn lesson(&self, scenario: &str) -> Option<&LessonDone> {
        self.lessons.iter().find(|lesson| lesson.scenario == scenario)
    }

    /// How well a skill is mastered; `None` if it was never asked.
    #[must_use]
    pub fn mastery(&self, skill: Skill) -> Option<Mastery> {
        self.skills.get(&skill).copied()
    }

    /// Forgets some lessons, and with the last of them all skills; says how many.
    pub fn forget(&mut self, is_wanted: impl Fn(&LessonDone) -> bool) -> usize {
        let before = self.lessons.len();
        self.lessons.retain(|lesson| !is_wanted(lesson));
        if self.lessons.is_empty() {
            self.skills.clear();
        }
        before - self.lessons.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::progress::Asked;

    fn event(step: &str, outcome: Outcome) -> Event {
        Event::Question(Asked {
            step: step.to_owned(),
            outcome,
            skill: Some("update".to_owned()),
            mistakes: vec!["sign-lost".to_owned()],
            given: Some("0.1".to_owned()),
            ..Asked::default()
        })
    }

    #[test]
    fn the_same_is_known_from_fewer_lines() {
        let mut lines = Vec::new();
        for at in 0..60_u64 {
            let outcome = if at % 3 == 0 { Outcome::Wrong } else { Outcome::AtOnce };
            let scenario = ["a", "b"][usize::from(at % 2 == 0)];
            lines.push(Learner::line(scenario, "T", &event(&format!("w{}", at % 7), outcome), at * 50_000));
        }
        lines.push(Learner::line("a", "T", &Event::Round(3), 9));
        let (learner, unread) = Learner::read(lines.iter().map(String::as_str));
        let fewer = learner.lines();
        assert_eq!((unread, fewer.len()), (0, 3));
        assert_eq!(Learner::read(fewer.iter().map(String::as_str)).0, learner);
        assert_eq!(learner.lesson("a").unwrap().progress.round, 3);
        assert_eq!(learner.lesson("b").unwrap().progress.steps.len(), 7);
    }

    #[test]
    fn a_torn_line_costs_only_itself() {
        let whole = Learner::line("a", "T", &event("w", Outcome::AtOnce), 5);
        let (learner, unread) = Learner::read([&whole[..40], &whole, "nonsense"]);
        assert_eq!((unread, learner.lessons().len()), (2, 1));
    }

    #[test]
    fn what_only_follows_earns_no_skill() {
        let mut learner = Learner::default();
        let Event::Question(asked) = event("w", Outcome::AtOnce) else { panic!("a question") };
        learner.take("a", "T", &Event::Question(Asked { follows: true, ..asked.clone() }), 5);
        assert_eq!(learner.mastery(Skill::Update), None);
        learner.take("a", "T", &Event::Question(asked), 5);
        assert_eq!(learner.mastery(Skill::Update).unwrap().place.number, 1);
    }
}
