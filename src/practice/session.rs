//! A round of questions: in their order, each with what became of it.

use super::ask::Ask;
use super::hints::{Rung, rungs};
use super::marking::Reply;
use super::operands::result_of;
use super::progress::{Asked, Event, name};
use super::questions::{Question, QuestionKind, last, questions};
use super::record::{Outcome, Record, Standing};
use crate::judge::Mark;
use crate::lesson::{Lesson, Position, Shown};
use crate::number::Exact;

/// A round of questions.
#[derive(Clone, Debug)]
pub struct Session {
    /// Which results are asked.
    pub ask: Ask,
    /// The round of an example that fades, counted from 1.
    pub round: u32,
    entries: Vec<Entry>,
    /// Behind this step there is nothing more to do.
    end: Option<Position>,
    /// What happened and has not been taken to be kept yet.
    events: Vec<Event>,
}

/// A question and what became of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is asked.
    pub question: Question,
    /// What became of it.
    pub record: Record,
    /// What was said of the last answer.
    pub reply: Option<Reply>,
    /// What is right; known when something was answered, looked at or skipped.
    pub right: Option<Shown>,
}

/// How many questions came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; Outcome::ALL.len()]);

impl Tally {
    /// How many came to this.
    #[must_use]
    pub fn of(&self, outcome: Outcome) -> usize {
        let at = Outcome::ALL.iter().position(|other| *other == outcome);
        at.and_then(|at| self.0.get(at)).copied().unwrap_or(0)
    }

    /// Takes down one more.
    pub fn add(&mut self, outcome: Outcome) {
        let at = Outcome::ALL.iter().position(|other| *other == outcome);
        if let Some(count) = at.and_then(|at| self.0.get_mut(at)) {
            *count += 1;
        }
    }
}

impl Entry {
    /// A question that nobody has answered yet.
    fn new(question: Question) -> Self {
        Self { question, record: Record::default(), reply: None, right: None }
    }

    /// Whether nothing has been done about it.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.is_open() && self.record.attempts == 0
    }

    /// Whether it waits for an answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.record.standing == Standing::Open
    }
}

impl Session {
    /// Asks from a step on; what stands before it has been read already.
    #[must_use]
    pub fn new(lesson: &Lesson, ask: Ask, round: u32, from: Position) -> Self {
        let asked = questions(lesson, ask, round).into_iter().filter(|question| question.position >= from);
        let entries = asked.map(Entry::new).collect();
        let end = last(lesson, ask).filter(|&end| end >= from);
        let events = if ask == Ask::Fading { vec![Event::Round(round)] } else { Vec::new() };
        Self { ask, round, entries, end, events }
    }

    /// Asks some questions of a lesson, in its order, and nothing else.
    #[must_use]
    pub fn of(questions: Vec<Question>) -> Self {
        let entries: Vec<Entry> = questions.into_iter().map(Entry::new).collect();
        let end = entries.last().map(|entry| entry.question.position);
        Self { ask: Ask::Review, round: 1, entries, end, events: Vec::new() }
    }

    /// Asks the questions that are kept under these names.
    #[must_use]
    pub fn of_names(lesson: &Lesson, names: &[String]) -> Self {
        let entries = questions(lesson, Ask::Review, 1).into_iter().map(Entry::new);
        let is_wanted = |entry: &Entry| name(lesson, entry).is_some_and(|name| names.contains(&name));
        Self::of(entries.filter(is_wanted).map(|entry| entry.question).collect())
    }

    /// The questions.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The step of the first question that waits for an answer: behind it nothing is shown.
    #[must_use]
    pub fn frontier(&self) -> Option<Position> {
        let open = self.entries.iter().find(|entry| entry.is_open());
        open.map(|entry| entry.question.position)
    }

    /// Whether the value of a step is not to be seen yet.
    #[must_use]
    pub fn conceals(&self, position: Position) -> bool {
        self.frontier().is_some_and(|frontier| position >= frontier)
    }

    /// Whether there is nothing more to do from a step on.
    #[must_use]
    pub fn is_done_at(&self, position: Position) -> bool {
        self.frontier().is_none() && self.end.is_none_or(|end| position >= end)
    }

    /// The place of the question that is asked at a step: the first that waits there, else the last.
    #[must_use]
    pub fn place_at(&self, position: Position) -> Option<usize> {
        let here = |entry: &Entry| entry.question.position == position;
        let waits = |entry: &Entry| here(entry) && entry.is_open();
        self.entries.iter().position(waits).or_else(|| self.entries.iter().rposition(here))
    }

    /// The question at a place.
    #[must_use]
    pub fn entry(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place)
    }

    /// The same, to take something down.
    pub fn entry_mut(&mut self, place: usize) -> Option<&mut Entry> {
        self.entries.get_mut(place)
    }

    /// Whether a question waits at a step.
    #[must_use]
    pub fn waits_at(&self, position: Position) -> bool {
        self.entries.iter().any(|entry| entry.question.position == position && entry.is_open())
    }

    /// Whether anything is asked at a step, open or settled.
    #[must_use]
    pub fn is_asked_at(&self, position: Position) -> bool {
        self.entries.iter().any(|entry| entry.question.position == position)
    }

    /// Whether a step has a result that can be asked for.
    pub fn can_be_asked(lesson: &mut Lesson, position: Position) -> bool {
        let page = lesson.page(position);
        page.is_ok_and(|page| page.is_some_and(|page| page.result.is_ok_and(|shown| !shown.unfinished)))
    }

    /// The question for the result of a step, where it is asked.
    #[must_use]
    pub fn result_at(&self, position: Position) -> Option<&Entry> {
        let is_result = |entry: &&Entry| entry.question.kind == QuestionKind::Result;
        self.entries.iter().filter(is_result).find(|entry| entry.question.position == position)
    }

    /// The number that the learner gave last for the result of a step, and what was said of it.
    #[must_use]
    pub fn given(&self, position: Position) -> Option<(&Exact, Mark)> {
        self.result_at(position)?.reply.as_ref()?.value()
    }

    /// Whether the formula of a step may be seen before a hint is asked for: a question about it came before.
    #[must_use]
    pub fn has_formula(&self, question: &Question) -> bool {
        let before = self.entries.iter().filter(|entry| entry.question.position == question.position);
        question.kind == QuestionKind::Result && before.count() > 1
    }

    /// The hints of a question that were asked for so far, the gentlest first.
    #[must_use]
    pub fn hints(&self, lesson: &Lesson, entry: &Entry) -> Vec<Rung> {
        let asked = usize::try_from(entry.record.hints).unwrap_or(usize::MAX);
        rungs(lesson, &entry.question, self.has_formula(&entry.question)).into_iter().take(asked).collect()
    }

    /// Gives one hint more at a place; false where there is none left, or none needed any more.
    pub fn hint(&mut self, lesson: &Lesson, place: usize) -> bool {
        let Some(entry) = self.entry(place).filter(|entry| entry.is_open()) else { return false };
        let all = rungs(lesson, &entry.question, self.has_formula(&entry.question)).len();
        let given = usize::try_from(entry.record.hints).unwrap_or(usize::MAX);
        if given >= all {
            return false;
        }
        if let Some(entry) = self.entry_mut(place) {
            entry.record.hints += 1;
            entry.record.was_told = given + 1 == all;
        }
        true
    }

    /// Takes down that the answer of a question was looked at.
    pub fn peek(&mut self, lesson: &mut Lesson, place: usize) {
        if let Some(entry) = self.entry_mut(place).filter(|entry| entry.is_open()) {
            entry.record.peek();
            entry.right = result_of(lesson, &entry.question);
            self.note(lesson, place);
        }
    }

    /// Takes down that a question was skipped.
    pub fn skip(&mut self, lesson: &mut Lesson, place: usize) {
        if let Some(entry) = self.entry_mut(place).filter(|entry| entry.is_open()) {
            entry.record.skip();
            entry.right = result_of(lesson, &entry.question);
            self.note(lesson, place);
        }
    }

    /// Notes how a question stands, to be kept.
    pub(super) fn note(&mut self, lesson: &Lesson, place: usize) {
        let asked = self.entry(place).and_then(|entry| Asked::of(lesson, entry));
        self.events.extend(asked.map(Event::Question));
    }

    /// What happened since this was asked last; whoever takes it keeps it.
    pub fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// Leaves out what waits at a step that has no result.
    pub fn leave_out(&mut self, position: Position) {
        self.entries.retain(|entry| entry.question.position != position || !entry.is_open());
    }

    /// How many questions came to what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        self.entries.iter().for_each(|entry| tally.add(entry.record.outcome()));
        tally
    }

    /// A round with what should be done again; none where that is nothing.
    #[must_use]
    pub fn again(&self) -> Option<Self> {
        let wanted = self.entries.iter().filter(|entry| entry.record.is_to_do_again());
        let fresh = |entry: &Entry| Entry::new(entry.question.clone());
        let entries: Vec<Entry> = wanted.map(fresh).collect();
        let end = entries.last()?.question.position;
        Some(Self { ask: self.ask, round: self.round, entries, end: Some(end), events: Vec::new() })
    }

    /// The next round of an example that fades: one result more is asked; none where all of them were.
    #[must_use]
    pub fn next_round(&self, lesson: &Lesson) -> Option<Self> {
        let start = Position::start_of(1);
        let next = Self::new(lesson, self.ask, self.round.saturating_add(1), start);
        let now = questions(lesson, self.ask, self.round).len();
        (self.ask == Ask::Fading && next.entries.len() > now).then_some(next)
    }
}
