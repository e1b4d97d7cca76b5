//! What a learner has done of a scenario so far, over all rounds: how each question stood last, and which mistakes were
//! made how often.

use super::address::address;
use super::ask::Ask;
use super::questions::QuestionKind;
use super::record::Outcome;
use super::session::{Entry, Session, Tally};
use super::slips;
use crate::judge::Slip;
use crate::lesson::Lesson;

/// Of more questions than these the first are forgotten.
const MOST_STEPS: usize = 1_000;

/// What a learner has done of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The last round of an example that fades; 0 where none was begun.
    pub round: u32,
    /// How the questions stood last; the one answered last stands last.
    pub steps: Vec<StepProgress>,
    /// The mistakes by their words, and how often each was made.
    pub mistakes: Vec<(String, u32)>,
}

/// How a question stood last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepProgress {
    /// The step, with its sample and epoch; behind ` × ` the factor that was asked for.
    pub step: String,
    /// What it came to.
    pub outcome: Outcome,
}

impl Progress {
    /// The same with what became of a round.
    #[must_use]
    pub fn with(&self, lesson: &Lesson, session: &Session) -> Self {
        let mut progress = self.clone();
        if session.ask == Ask::Fading {
            progress.round = progress.round.max(session.round);
        }
        for entry in session.entries() {
            let outcome = entry.record.outcome();
            let Some(step) = name(lesson, entry).filter(|_| outcome != Outcome::Open) else { continue };
            progress.steps.retain(|other| other.step != step);
            progress.steps.push(StepProgress { step, outcome });
            for slip in &entry.record.slips {
                progress.count(slip);
            }
        }
        let too_many = progress.steps.len().saturating_sub(MOST_STEPS);
        progress.steps.drain(..too_many);
        progress
    }

    fn count(&mut self, slip: &Slip) {
        let word = slips::word(slip);
        match self.mistakes.iter_mut().find(|(other, _)| other == word) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.mistakes.push((word.to_owned(), 1)),
        }
    }

    /// The questions that are worth doing again.
    pub fn to_do_again(&self) -> impl Iterator<Item = &StepProgress> {
        self.steps.iter().filter(|step| !matches!(step.outcome, Outcome::AtOnce | Outcome::WithHints))
    }

    /// How many questions came to what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.steps.iter().for_each(|step| tally.add(step.outcome));
        tally
    }
}

fn name(lesson: &Lesson, entry: &Entry) -> Option<String> {
    let step = address(lesson, entry.question.position)?;
    Some(match &entry.question.kind {
        QuestionKind::Result => step.to_string(),
        QuestionKind::Factor(factor) => format!("{step} × {factor}"),
    })
}
