//! What is said at the end of a round: how many questions came to what, each of them, and what to do again.

use super::questions::QuestionKind;
use super::record::{Outcome, Record};
use super::sentences::Sentences;
use super::session::{Entry, Session, Tally};
use super::ask::Ask;
use crate::judge::{Cause, Slip};

/// One line of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewLine {
    /// A heading.
    Heading(String),
    /// A sentence; an empty one is an empty line.
    Text(String),
    /// A question and what it came to.
    Question(Outcome, String),
}

impl Sentences<'_> {
    /// The lines of the review of a round.
    #[must_use]
    pub fn review(&self, session: &Session) -> Vec<ReviewLine> {
        let mut lines = vec![ReviewLine::Heading(self.title(session))];
        if session.entries().is_empty() {
            lines.push(ReviewLine::Text(self.say("practice-nothing-asked", &[])));
        } else {
            lines.push(ReviewLine::Text(self.tally(&session.tally())));
            lines.push(ReviewLine::Text(String::new()));
            let question = |entry: &Entry| ReviewLine::Question(entry.record.outcome(), self.entry(entry));
            lines.extend(session.entries().iter().map(question));
        }
        lines.push(ReviewLine::Text(String::new()));
        lines.push(ReviewLine::Text(self.what_next(session)));
        lines
    }

    fn title(&self, session: &Session) -> String {
        if session.ask == Ask::Fading {
            return self.say("practice-review-round", &[("round", session.round.into())]);
        }
        self.say("practice-review", &[])
    }

    /// `9 questions: 7 right at once, 1 right with hints, 1 wrong`
    #[must_use]
    pub fn tally(&self, tally: &Tally) -> String {
        let all: usize = Outcome::ALL.iter().map(|outcome| tally.of(*outcome)).sum();
        let count = |outcome: &Outcome| {
            let count = tally.of(*outcome);
            let values = [("count", count.into()), ("outcome", self.outcome(*outcome).into())];
            (count > 0).then(|| self.say("practice-count", &values))
        };
        let parts: Vec<String> = Outcome::ALL.iter().filter_map(count).collect();
        let parts = parts.join(&self.say("practice-between", &[]));
        self.say("practice-tally", &[("count", all.into()), ("parts", parts.into())])
    }

    /// `out_h1: wrong, 2 answers, 1 hint. The bias is forgotten.`
    fn entry(&self, entry: &Entry) -> String {
        let Record { attempts, hints, .. } = entry.record;
        let step = self.lesson.step(entry.question.position).map(|step| step.name.to_string()).unwrap_or_default();
        let name = match entry.question.kind {
            QuestionKind::Result => step,
            QuestionKind::Factor(_) => self.say("practice-factor-of", &[("name", step.into())]),
        };
        let mut parts = vec![self.outcome(entry.record.outcome())];
        if attempts > 1 {
            parts.push(self.say("practice-attempts", &[("count", attempts.into())]));
        }
        if hints > 0 {
            parts.push(self.say("practice-hints", &[("count", hints.into())]));
        }
        let parts = parts.join(&self.say("practice-between", &[]));
        let line = self.say("practice-entry", &[("name", name.into()), ("parts", parts.into())]);
        let slips = entry.record.slips.iter().map(|slip| self.slip(slip));
        std::iter::once(line).chain(slips).collect::<Vec<_>>().join(" ")
    }

    fn slip(&self, slip: &Slip) -> String {
        self.cause(&Cause { slip: slip.clone(), decimals: None })
    }

    fn what_next(&self, session: &Session) -> String {
        if session.frontier().is_some() {
            return self.say("practice-next-open", &[]);
        }
        let again = session.entries().iter().filter(|entry| entry.record.is_to_do_again()).count();
        match (again, session.next_round(self.lesson)) {
            (0, Some(_)) => self.say("practice-next-round", &[]),
            (0, None) => self.say("practice-next-nothing", &[]),
            (count, _) => self.say("practice-next-again", &[("count", count.into())]),
        }
    }
}
