//! From what is typed to what is said of it: read, marked, and taken down.

use std::collections::HashMap;

use super::address::{self, address};
use super::gap::{Gap, gap};
use super::number_typed::typed;
use super::off::Off;
use super::operands::result_of;
use super::paper_name::PaperNames;
use super::questions::{Question, QuestionKind};
use super::session::Session;
use crate::formula::{Formula, Name};
use crate::judge::{Answer, Asked, Cause, Mark, Marked, Marker, Slip, Trouble};
use crate::lesson::{Found, Lesson, Position};
use crate::number::Exact;
use crate::run::Moment;

/// What is said of something that was typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// It is neither a number nor a name that is known here.
    Unread {
        /// What was typed.
        text: String,
    },
    /// It has so few digits that it tells nothing.
    TooFewDigits {
        /// What was typed.
        text: String,
    },
    /// It is the name of the factor that is missing.
    Named {
        /// That factor.
        factor: Name,
    },
    /// It is the name of something else.
    OtherName {
        /// What was typed.
        text: String,
        /// The factor.
        factor: Name,
    },
    /// It is a number, and was marked.
    Number(Box<Number>),
}

/// What is said of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// What was typed.
    pub text: String,
    /// The number that it is.
    pub value: Exact,
    /// What is said of it.
    pub mark: Mark,
    /// What makes just this number.
    pub causes: Vec<Cause>,
    /// How far it is from the result.
    pub gap: Option<Gap>,
    /// In which way it is off, where it is wrong and that can be told.
    pub off: Option<Off>,
}

impl Reply {
    /// The number that was given.
    #[must_use]
    pub fn value(&self) -> Option<(&Exact, Mark)> {
        match self {
            Self::Number(number) => Some((&number.value, number.mark)),
            _ => None,
        }
    }

    /// What was typed, where it is an answer.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Unread { text } | Self::TooFewDigits { text } | Self::OtherName { text, .. } => Some(text),
            Self::Named { factor } => Some(factor.as_str()),
            Self::Number(number) => Some(&number.text),
        }
    }

    /// Whether it counts as an answer; else the learner is asked again, and nothing is taken down.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        match self {
            Self::Unread { .. } | Self::TooFewDigits { .. } => false,
            Self::Number(number) => number.mark != Mark::Undecided,
            Self::Named { .. } | Self::OtherName { .. } => true,
        }
    }

    /// What is taken down of it.
    #[must_use]
    pub fn mark(&self) -> Mark {
        match self {
            Self::Unread { .. } => Mark::Unreadable,
            Self::TooFewDigits { .. } => Mark::TooFewDigits,
            Self::Named { .. } => Mark::Right,
            Self::OtherName { .. } => Mark::Wrong,
            Self::Number(number) => number.mark,
        }
    }

    /// What made it wrong.
    pub fn slips(&self) -> impl Iterator<Item = Slip> {
        let causes = match self {
            Self::Number(number) => number.causes.as_slice(),
            _ => &[],
        };
        causes.iter().map(|cause| cause.slip.clone())
    }
}

/// Marks what was typed for the question at a place, and records it; `None` where nothing can be compared. What is typed
/// for a question that is settled changes nothing.
pub fn mark(
    lesson: &mut Lesson,
    marker: &mut Marker,
    session: &mut Session,
    place: usize,
    text: &str,
) -> Option<Reply> {
    let entry = session.entry(place)?;
    let (question, is_open) = (entry.question.clone(), entry.is_open());
    if !is_open {
        return entry.reply.clone();
    }
    let reply = reply(lesson, marker, session, &question, text.trim()).ok()?;
    let entry = session.entry_mut(place)?;
    entry.reply = Some(reply.clone());
    if reply.is_answer() {
        entry.right = result_of(lesson, &question);
        entry.record.answer(reply.mark(), reply.slips());
        session.note(lesson, place);
    }
    Some(reply)
}

fn reply(
    lesson: &mut Lesson,
    marker: &mut Marker,
    session: &Session,
    question: &Question,
    text: &str,
) -> Result<Reply, Trouble> {
    let unread = || Reply::Unread { text: text.to_owned() };
    let decimals = decimals(lesson, question.position);
    let (asked, factor) = match &question.kind {
        QuestionKind::Result => (question.position, None),
        QuestionKind::Factor(factor) => {
            if is_called(lesson, factor, text) {
                return Ok(Reply::Named { factor: factor.clone() });
            }
            (question.position, Some(factor))
        }
    };
    let read = typed(text, decimals).ok();
    let read = read.or_else(|| factor.is_none().then(|| with_names(lesson, question, text, decimals)).flatten());
    let Some(value) = read else {
        return Ok(match factor {
            Some(factor) if is_known(lesson, text) => {
                Reply::OtherName { text: text.to_owned(), factor: factor.clone() }
            }
            _ => unread(),
        });
    };
    let Some((what, compared)) = what(lesson, asked, factor) else { return Ok(unread()) };
    marker.forget();
    marker.ask(Asked::from(lesson.scenario().practice.digits));
    if factor.is_none() {
        show_operands(lesson, marker, session, asked);
    }
    let answer = Answer { what, value: Some(value.clone()) };
    let Marked { mark, causes, .. } = marker.mark(lesson, &answer)?;
    if mark == Mark::TooFewDigits {
        return Ok(Reply::TooFewDigits { text: text.to_owned() });
    }
    let compared = compared.filter(|_| !mark.is_right());
    let gap = compared.and_then(|position| gap(lesson, position, &value));
    let result = compared.and_then(|position| lesson.page(position).ok().flatten()?.result.ok());
    let off = result.and_then(|shown| Off::of(&value, &shown.written.digits));
    Ok(Reply::Number(Box::new(Number { text: text.to_owned(), value, mark, causes, gap, off })))
}

/// Calculates an expression over names, with the digits that are shown for them; `None` if it is none, or names something
/// that is not known before the step.
fn with_names(lesson: &mut Lesson, question: &Question, text: &str, decimals: u32) -> Option<Exact> {
    let formula = PaperNames::default().read(lesson, text).ok()?;
    let mut names: Vec<Name> = Vec::new();
    formula.each_name(&mut |name| names.push(name.clone()));
    let mut values = HashMap::new();
    for name in names {
        let (moment, plain) = match lesson.find(name.as_str(), question.position).ok()? {
            Found::Step(position) if position >= question.position => return None,
            Found::Step(position) => {
                let moment = Moment { epoch: position.epoch, line: lesson.line(position) };
                (moment, lesson.step(position)?.name)
            }
            Found::Given(moment) => (moment, Name::new(name.as_str().split(['#', '@']).next()?)),
        };
        let shown = lesson.value(moment, plain.as_str()).ok()?.ok()?;
        values.insert(name, Formula::Number(shown.written.digits));
    }
    let filled = formula.substituted(&|name| values.get(name).cloned());
    typed(&filled.to_string(), decimals).ok()
}

/// To how many decimals an expression is worked out: to as many as the result is shown with, and no fewer than these.
fn decimals(lesson: &mut Lesson, position: Position) -> u32 {
    const FEWEST: u32 = 9;
    let page = lesson.page(position).ok().flatten();
    let shown = page.and_then(|page| page.result.ok()).map_or(0, |shown| shown.written.digits.scale());
    shown.max(lesson.format().decimals).max(FEWEST)
}

/// What a number is compared with: a formula, and the step that it is, where it is one.
fn what(lesson: &mut Lesson, asked: Position, factor: Option<&Name>) -> Option<(Formula, Option<Position>)> {
    let Some(factor) = factor else {
        return Some((Formula::Name(address(lesson, asked)?), Some(asked)));
    };
    let page = lesson.page(asked).ok()??;
    let link = page.sources.iter().find(|link| link.name == *factor)?;
    match link.position {
        Some(position) => Some((Formula::Name(address(lesson, position)?), Some(position))),
        None => Some((Formula::Name(address::of_given(lesson, asked, factor)), None)),
    }
}

/// Tells the marker which numbers the learner has before the step: those given for them, or those on the screen.
fn show_operands(lesson: &mut Lesson, marker: &mut Marker, session: &Session, asked: Position) {
    let Ok(Some(page)) = lesson.page(asked) else { return };
    for position in page.sources.iter().filter_map(|link| link.position) {
        let (Some(name), Some(step)) = (address(lesson, position), lesson.step(position)) else { continue };
        let what = Formula::Name(name);
        let moment = Moment { epoch: position.epoch, line: lesson.line(position) };
        // A number that cannot be compared is none to start from.
        _ = match session.given(position) {
            Some((value, mark)) if !mark.is_right() => {
                marker.mark(lesson, &Answer { what, value: Some(value.clone()) }).map(|_| ())
            }
            Some((value, _)) => marker.show(lesson, &what, value),
            None => match lesson.value(moment, step.name.as_str()) {
                Ok(Ok(shown)) => marker.show(lesson, &what, &shown.written.digits),
                Ok(Err(_)) | Err(_) => continue,
            },
        };
    }
}

/// Whether a factor is called so: by its name, as it is written in the lesson, or on paper.
fn is_called(lesson: &Lesson, factor: &Name, text: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
    let typed = plain(text);
    let is_written = typed == plain(factor.as_str()) || typed == plain(&lesson.written(factor));
    is_written || PaperNames::default().read(lesson, text).is_ok_and(|read| read == Formula::Name(factor.clone()))
}

/// Whether a text names something of the lesson.
fn is_known(lesson: &Lesson, text: &str) -> bool {
    PaperNames::default().read(lesson, text).is_ok()
}
