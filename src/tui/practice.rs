//! Practice in the lesson: which question is on the screen, what is typed, and what there is to say of it.
//!
//! What is asked and how it is marked is the room `practice`'s. Must not know of keys.

pub(super) mod answer_line;
pub(super) mod board;
pub(super) mod operands;
pub(super) mod review;

use crate::formula::{Formula, Name};
use crate::lesson::{Lesson, Page, Position, Shown};
use crate::practice::{Entry, Operand, QuestionKind, Rung, Session, operands as operands_of, result_of};
pub use answer_line::AnswerLine;

/// A practice, and where in it the reader is.
#[derive(Clone, Debug)]
pub struct Practising {
    /// The questions and what became of them.
    pub session: Session,
    /// The line in which an answer is typed.
    pub line: AnswerLine,
    /// The question whose answer is looked at, while another may wait at the same step.
    pub looked_at: Option<usize>,
    /// The page of operands that is shown, counted on and on.
    pub page: usize,
    /// The step that was shown last.
    pub(super) seen: Option<Position>,
    /// Whether the review has been shown by itself.
    pub(super) was_reviewed: bool,
}

/// What is said of practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It begins.
    On,
    /// It ends.
    Off,
    /// Nothing is asked from here on.
    NothingToAsk,
    /// The lesson has nothing to ask in this way.
    NothingAtAll,
    /// Behind the first open question nothing is shown.
    Held,
    /// An answer is waited for.
    AnswerFirst,
    /// There is no hint left.
    NoHint,
    /// That would tell what is asked.
    NotNow,
    /// There is nothing to review.
    NoReview,
    /// The numbers are those of a seed.
    Varied,
}

impl Practising {
    /// A round, before its first question.
    #[must_use]
    pub fn new(session: Session) -> Self {
        let line = AnswerLine::default();
        Self { session, line, looked_at: None, page: 0, seen: None, was_reviewed: false }
    }

    /// The place of the question that is on the screen at a step.
    #[must_use]
    pub fn place(&self, position: Position) -> Option<usize> {
        let is_here = |place: &usize| self.session.entry(*place).is_some_and(|one| one.question.position == position);
        self.looked_at.filter(is_here).or_else(|| self.session.place_at(position))
    }

    /// The question that is on the screen at a step.
    #[must_use]
    pub fn entry(&self, position: Position) -> Option<&Entry> {
        self.session.entry(self.place(position)?)
    }

    /// Whether an answer is typed at a step, or was.
    #[must_use]
    pub fn is_answering(&self, position: Position) -> bool {
        self.line.is_open() && self.place(position).is_some()
    }

    /// Whether a step is only read, while questions wait.
    #[must_use]
    pub fn is_read_on(&self, position: Position) -> bool {
        self.session.frontier().is_some() && !self.session.is_asked_at(position)
    }

    /// How many questions are settled, and how many there are.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        let entries = self.session.entries();
        (entries.iter().filter(|entry| !entry.is_open()).count(), entries.len())
    }
}

/// What is asked at a step, taken out of the lesson before anything is drawn.
pub(super) struct Asking {
    /// The place of the question.
    pub(super) place: usize,
    /// The formula as far as it may be seen.
    pub(super) formula: Formula,
    /// Whether the formula may not be seen at all.
    pub(super) hides_formula: bool,
    /// Whether it may not be seen what the step is made from.
    pub(super) hides_sources: bool,
    /// The hints that were given.
    pub(super) hints: Vec<Rung>,
    /// The whole page, also where its result is hidden.
    pub(super) page: Page,
    /// The value that is asked for.
    pub(super) result: Option<Shown>,
    /// What the formula reads.
    pub(super) operands: Vec<Operand>,
}

impl Asking {
    /// What is asked at the step that is shown; none where nothing is.
    pub(super) fn of(
        lesson: &mut Lesson,
        practice: Option<&Practising>,
        position: Position,
        page: &Page,
    ) -> Option<Self> {
        let practice = practice?;
        let place = practice.place(position)?;
        let entry = practice.session.entry(place)?;
        let question = &entry.question;
        let hints = practice.session.hints(lesson, entry);
        let has_symbols = practice.session.has_formula(question)
            || hints.iter().any(|rung| matches!(rung, Rung::Symbols | Rung::Numbers | Rung::Answer));
        let is_open = entry.is_open();
        let hides_formula = is_open && !has_symbols && question.kind == QuestionKind::Result;
        let (formula, hides_sources) = match question.kind {
            QuestionKind::Result if hides_formula => (Formula::Name(Name::new(HIDDEN)), true),
            QuestionKind::Factor(_) if is_open => (question.hidden_in(&page.step.formula), true),
            QuestionKind::Result | QuestionKind::Factor(_) => (page.step.formula.clone(), false),
        };
        let result = result_of(lesson, question);
        let operands = if is_open { operands_of(lesson, question) } else { Vec::new() };
        Some(Self { place, formula, hides_formula, hides_sources, hints, page: page.clone(), result, operands })
    }
}

/// Stands for what is asked.
const HIDDEN: &str = super::manner::HIDDEN;
