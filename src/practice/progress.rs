//! What a learner has done in a lesson so far, over all sittings: how each question stood last, when it is due again,
//! and which mistakes were made how often.

use serde::{Deserialize, Serialize};

use super::address::address;
use super::boxes::InBox;
use super::questions::QuestionKind;
use super::record::Outcome;
use super::session::{Entry, Tally};
use super::skill::Skill;
use super::slips;
use crate::lesson::Lesson;

/// Of a longer answer the rest is not kept.
const LONGEST_GIVEN: usize = 100;

/// What a learner has done in a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The last round of a fading example; 0 where none was begun.
    #[serde(default)]
    pub round: u32,
    /// How the questions stood last; the one answered last is the last.
    #[serde(default)]
    pub steps: Vec<StepProgress>,
    /// The mistakes by their words, and how often each was made.
    #[serde(default)]
    pub mistakes: Vec<(String, u32)>,
}

/// How a question stood last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepProgress {
    /// The step, with its sample and epoch; after ` × ` the factor that was asked for.
    pub step: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Its box.
    #[serde(default)]
    pub place: InBox,
    /// Whether it went wrong and has not been mastered since.
    #[serde(default)]
    pub again: bool,
    /// The answer that was given last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
}

/// Something that happens in practice and is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A round of a fading example begins.
    Round(u32),
    /// A question was answered, skipped, or its answer was looked at.
    Question(Asked),
}

/// How a question stands after an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The step, with its sample and epoch; after ` × ` the factor that was asked for.
    pub step: String,
    /// What became of it so far.
    pub outcome: Outcome,
    /// Whether it still waits for another answer.
    #[serde(default)]
    pub open: bool,
    /// How many answers were given.
    #[serde(default)]
    pub tries: u32,
    /// How many hints were asked for.
    #[serde(default)]
    pub hints: u32,
    /// Whether the answer was looked at.
    #[serde(default)]
    pub peeked: bool,
    /// Whether it is only right from an earlier number that is wrong.
    #[serde(default)]
    pub follows: bool,
    /// The word of its skill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<String>,
    /// The words of the mistakes in this answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<String>,
    /// The answer as it was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
}

impl Asked {
    /// How a question of a session stands.
    pub(super) fn of(lesson: &Lesson, entry: &Entry) -> Option<Self> {
        let record = &entry.record;
        let step = lesson.step(entry.question.position)?;
        let reply = entry.reply.as_ref().filter(|reply| reply.is_answer());
        Some(Self {
            step: name(lesson, entry)?,
            outcome: record.outcome(),
            open: entry.is_open(),
            tries: record.attempts,
            hints: record.hints,
            peeked: record.has_peeked,
            follows: reply.is_some_and(|reply| reply.mark() == crate::judge::Mark::Follows),
            skill: Some(Skill::of(lesson, &step).word().to_owned()),
            mistakes: reply
                .into_iter()
                .flat_map(super::marking::Reply::slips)
                .map(|slip| slips::word(&slip).to_owned())
                .collect(),
            given: reply.and_then(|reply| reply.text()).map(|text| text.chars().take(LONGEST_GIVEN).collect()),
        })
    }
}

impl Progress {
    /// Takes in something that happens.
    pub fn take(&mut self, event: &Event, at: u64) {
        let asked = match event {
            Event::Round(round) => {
                self.round = self.round.max(*round);
                return;
            }
            Event::Question(asked) => asked,
        };
        for mistake in &asked.mistakes {
            self.count(mistake, 1);
        }
        if asked.outcome == Outcome::Open {
            return;
        }
        let known = self.steps.iter().position(|step| step.step == asked.step);
        let before = known.map(|known| self.steps.remove(known));
        let (place, was_wrong) = before.map_or_else(Default::default, |before| (before.place, before.again));
        let place = place.after(asked.outcome, at);
        let is_found = matches!(asked.outcome, Outcome::AtOnce | Outcome::WithHints);
        let again = (was_wrong || !is_found) && !place.is_mastered();
        let (step, given) = (asked.step.clone(), asked.given.clone());
        self.steps.push(StepProgress { step, outcome: asked.outcome, place, again, given });
    }

    /// Takes in what was done before and is not known here.
    pub(super) fn join(&mut self, other: Self) {
        self.round = self.round.max(other.round);
        for step in other.steps.into_iter().rev() {
            if !self.steps.iter().any(|known| known.step == step.step) {
                self.steps.insert(0, step);
            }
        }
        for (mistake, count) in other.mistakes {
            self.count(&mistake, count);
        }
    }

    fn count(&mut self, mistake: &str, more: u32) {
        match self.mistakes.iter_mut().find(|(other, _)| other == mistake) {
            Some((_, count)) => *count = count.saturating_add(more),
            None => self.mistakes.push((mistake.to_owned(), more)),
        }
    }

    /// The questions that are worth doing again.
    pub fn to_do_again(&self) -> impl Iterator<Item = &StepProgress> {
        self.steps.iter().filter(|step| !matches!(step.outcome, Outcome::AtOnce | Outcome::WithHints))
    }

    /// The questions that went wrong and are due again, now or after a gap that grows each time they are right.
    #[must_use]
    pub fn due(&self, now: u64) -> Vec<String> {
        let due = self.steps.iter().filter(|step| step.again && step.place.is_due(now));
        due.map(|step| step.step.clone()).collect()
    }

    /// How many questions had which outcome.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.steps.iter().for_each(|step| tally.add(step.outcome));
        tally
    }
}

/// The name under which a question is kept.
pub(super) fn name(lesson: &Lesson, entry: &Entry) -> Option<String> {
    let step = address(lesson, entry.question.position)?;
    Some(match &entry.question.kind {
        QuestionKind::Result => step.to_string(),
        QuestionKind::Factor(factor) => format!("{step} × {factor}"),
    })
}
