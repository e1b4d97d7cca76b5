//! What stands on a sheet that is handed out: the network, what is given, the questions, and to each the whole way to its
//! answer.
//!
//! Everything comes from the pages of the lesson. Must not know how a sheet is set: as a page, as a table.

mod givens;
mod notated;
mod question;
mod sketch;

pub use givens::{Given, Givens, SampleRow};
pub use notated::Notated;
pub use question::{Answer, Line, Question, Row};
pub use sketch::{Link, Node, Sketch};

use crate::judge::Asked;
use crate::lesson::{Lesson, Position};
use crate::messages::Messages;
use crate::number::Digits;
use crate::run::{Halt, Reason};

/// A sheet.
#[derive(Clone, Debug)]
pub struct Worksheet {
    /// What the lesson is called.
    pub title: String,
    /// What it is about.
    pub summary: Option<String>,
    /// Where the example comes from.
    pub source: Option<String>,
    /// Which numbers it has, where they are not the author's.
    pub seed: Option<u64>,
    /// The digits that its answers are asked to have, and judged by.
    pub asked: Asked,
    /// The conventions that it follows.
    pub conventions: Vec<String>,
    /// How many digits a result is to have, unless a question says otherwise.
    pub digits: Digits,
    /// The picture of the network.
    pub sketch: Sketch,
    /// What is given.
    pub givens: Givens,
    /// The questions, stage by stage.
    pub sections: Vec<Section>,
}

/// Questions that belong together.
#[derive(Clone, Debug)]
pub struct Section {
    /// What they have in common.
    pub heading: String,
    /// The questions.
    pub questions: Vec<Question>,
}

impl Worksheet {
    /// Makes a sheet of the steps at `positions`, in the order of the lesson.
    ///
    /// # Errors
    /// Where training ends before the first of them, or before one of them by accident.
    pub fn new(
        lesson: &mut Lesson,
        positions: &[Position],
        seed: Option<u64>,
        messages: &Messages,
    ) -> Result<Self, Halt> {
        let epoch = positions.first().map_or(1, |position| position.epoch);
        let givens = Givens::of(lesson, epoch)?;
        let mut sections: Vec<Section> = Vec::new();
        let mut number = 0;
        for &position in positions {
            let page = match lesson.page(position) {
                Ok(Some(page)) => page,
                Ok(None) => continue,
                // A training that stops as it was told to has no steps behind its end.
                Err(Halt { reason: Reason::Reached { .. }, .. }) if number > 0 => break,
                Err(halt) => return Err(halt),
            };
            number += 1;
            let question = Question::of(lesson, &page, number, messages);
            let heading = heading(lesson, position, messages);
            match sections.last_mut().filter(|section| section.heading == heading) {
                Some(section) => section.questions.push(question),
                None => sections.push(Section { heading, questions: vec![question] }),
            }
        }
        let tag = messages.language().tag();
        let scenario = lesson.scenario();
        let source = scenario.source.as_ref().map(|source| {
            let parts = [&source.author, &source.title, &source.year, &source.url];
            parts.into_iter().flatten().map(|part| part.in_language(tag)).collect::<Vec<_>>().join(", ")
        });
        Ok(Self {
            title: scenario.title.in_language(tag).to_owned(),
            summary: scenario.summary.as_ref().map(|summary| summary.in_language(tag).to_owned()),
            source: source.filter(|source| !source.is_empty()),
            seed,
            asked: Asked::from(scenario.practice.digits),
            conventions: lesson.words(messages).conventions(),
            digits: question::usual_digits(lesson),
            sketch: Sketch::of(lesson),
            givens,
            sections,
        })
    }

    /// All questions, in their order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }
}

/// What the questions of a section have in common; the epoch is told where it is not the first.
fn heading(lesson: &Lesson, position: Position, messages: &Messages) -> String {
    let section = lesson.words(messages).section(position);
    if position.epoch == 1 {
        return section;
    }
    messages.text("worksheet-epoch", &[("epoch", position.epoch.into()), ("section", section.into())])
}
