//! What is said at the end of a round: how many questions came to what, each of them, and what to do again.

use super::ask::Ask;
use super::marking::Reply;
use super::progress_words::{outcome_words, tally_words};
use super::questions::QuestionKind;
use super::record::{Outcome, Record, Standing};
use super::sentences::Sentences;
use super::session::{Entry, Session};
use super::skill::Skill;
use super::skill_words::skill_words;
use super::words;
use crate::judge::Slip;

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
            let id = if session.ask == Ask::Fading { "practice-nothing-asked" } else { "practice-nothing-at-all" };
            lines.push(ReviewLine::Text(self.say(id, &[])));
            return lines;
        }
        lines.push(ReviewLine::Text(tally_words(self.messages, &session.tally())));
        lines.push(ReviewLine::Text(String::new()));
        let question = |entry: &Entry| ReviewLine::Question(entry.record.outcome(), self.entry(entry));
        lines.extend(session.entries().iter().map(question));
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

    /// `out_h1: wrong, 2 answers, 1 hint. The bias is forgotten.`
    fn entry(&self, entry: &Entry) -> String {
        let Record { attempts, hints, .. } = entry.record;
        let step = self.lesson.step(entry.question.position).map(|step| step.name.to_string()).unwrap_or_default();
        let name = match entry.question.kind {
            QuestionKind::Result => step,
            QuestionKind::Factor(_) => self.say("practice-factor-of", &[("name", step.into())]),
        };
        let mut parts = vec![outcome_words(self.messages, entry.record.outcome())];
        if attempts > 1 {
            parts.push(self.say("practice-attempts", &[("count", attempts.into())]));
        }
        if hints > 0 {
            parts.push(self.say("practice-hints", &[("count", hints.into())]));
        }
        let parts = parts.join(&self.say("practice-between", &[]));
        let line = self.say("practice-entry", &[("name", name.into()), ("parts", parts.into())]);
        let practice = &self.lesson.scenario().practice;
        let (foreseen, others): (Vec<&Slip>, Vec<&Slip>) =
            entry.record.slips.iter().partition(|slip| matches!(slip, Slip::Foreseen(..)));
        let phrase = |slip: &Slip| words::slip(self.messages, practice, slip);
        let mut said = vec![line];
        said.extend(foreseen.into_iter().map(phrase));
        if !others.is_empty() {
            let others: Vec<String> = others.into_iter().map(phrase).collect();
            let causes = others.join(&self.say("practice-between-mistakes", &[]));
            said.push(self.say("practice-causes", &[("causes", causes.into())]));
        }
        if entry.record.is_to_do_again() && !entry.is_untouched() {
            said.extend(self.answers(entry));
        }
        said.join(" ")
    }

    /// `Your answer: 0.0275. Right is 0.3775. Practise: weighted sum.`
    fn answers(&self, entry: &Entry) -> Vec<String> {
        let is_right = entry.record.standing == Standing::Right;
        let given = entry.reply.as_ref().filter(|reply| reply.is_answer() && !is_right).and_then(Reply::text);
        let right = match &entry.question.kind {
            _ if is_right => None,
            QuestionKind::Factor(factor) => Some(self.lesson.written(factor)),
            QuestionKind::Result => entry.right.as_ref().map(|shown| self.lesson.words(self.messages).shown(shown)),
        };
        let skill = self.lesson.step(entry.question.position).map(|step| Skill::of(self.lesson, &step));
        let given = given.map(|given| self.say("practice-review-given", &[("given", given.into())]));
        let right = right.map(|right| self.say("practice-review-right", &[("right", right.into())]));
        let skill = skill.map(|skill| skill_words(self.messages, skill));
        let skill = skill.map(|skill| self.say("practice-review-skill", &[("skill", skill.into())]));
        [given, right, skill].into_iter().flatten().collect()
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
