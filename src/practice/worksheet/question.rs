//! One question of a sheet, and the way to its answer as the lesson's page has it.

use super::Notated;
use crate::lesson::{Lesson, Page, Relation};
use crate::messages::Messages;
use crate::number::Digits;
use crate::run::LineOf;

/// A step that is asked for.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its number on the sheet, from 1.
    pub number: u64,
    /// The name by which an answer is marked: with its sample or batch, and its epoch, where that has to be said.
    pub name: String,
    /// What it is, in a few words.
    pub title: String,
    /// What is asked.
    pub asked: String,
    /// What stands before the equals sign.
    pub symbol: Notated,
    /// What it is computed by.
    pub formula: Notated,
    /// How many digits the answer is to have.
    pub digits: Digits,
    /// The answer, or why there is none.
    pub answer: Result<Answer, String>,
    /// The totals of long sums that are worked in rows.
    pub rows: Vec<Row>,
    /// What stands between the formula and the result, line by line.
    pub lines: Vec<Line>,
    /// What there is to say of it: why it is so, what the author notes.
    pub remarks: Vec<String>,
}

/// The result of a step.
#[derive(Clone, Debug)]
pub struct Answer {
    /// How it is tied to the line above.
    pub relation: Relation,
    /// The result as the lesson shows it.
    pub result: Notated,
    /// Its digits, all of them certain.
    pub digits: String,
    /// Whether the formula says it already: `x = 3`.
    pub is_formula: bool,
}

/// One line of the work.
#[derive(Clone, Debug)]
pub struct Line {
    /// How it is tied to the line above.
    pub relation: Relation,
    /// What stands on it.
    pub filled: Notated,
}

/// One row of a long sum.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which it is, in words.
    pub label: String,
    /// The total before it, and its terms.
    pub terms: Notated,
    /// How they are tied to the total.
    pub relation: Relation,
    /// The total with this row.
    pub total: Notated,
}

impl Question {
    pub(super) fn of(lesson: &Lesson, page: &Page, number: u64, messages: &Messages) -> Self {
        let words = lesson.words(messages);
        let step = &page.step;
        let formula = Notated::formula(lesson, &step.formula);
        let answer = match &page.result {
            Ok(shown) => Ok(Answer {
                relation: page.work.as_ref().map_or(Relation::About, |work| work.relation),
                result: Notated::shown(shown),
                digits: shown.written.to_string(),
                is_formula: shown.written.to_string() == formula.text,
            }),
            Err(fault) => Err(words.fault(*fault)),
        };
        let mut lines = Vec::new();
        let mut rows = Vec::new();
        if let Some(work) = &page.work {
            let filled = work
                .lines_before_result()
                .map(|line| Line { relation: line.relation, filled: Notated::filled(lesson, &line.filled) });
            // A formula without names is the same with numbers.
            lines.extend(filled.filter(|line| line.filled.text != formula.text));
            let all = work.rows.len();
            rows.extend(work.rows.iter().enumerate().map(|(at, row)| Row {
                label: messages.text("command-row", &[("row", (at + 1).into()), ("rows", all.into())]),
                terms: Notated::filled(lesson, &row.filled),
                relation: row.relation,
                total: Notated::number(&row.total.to_string()),
            }));
        }
        let open = page.work.as_ref().filter(|work| !work.closes);
        let open = open.map(|_| messages.text("command-does-not-close", &[]));
        let drift = page.drift.as_ref().map(|drift| words.drift(drift));
        let said = drift.into_iter().chain(open).chain([words.why(page)]).chain(words.note(step));
        Self {
            number,
            name: name(lesson, page),
            title: words.title(step),
            asked: words.question(step),
            symbol: Notated::name(lesson, &step.name),
            formula,
            digits: match (lesson.scenario().practice.digits, lesson.program().rounding(step)) {
                (None, Some(rounding)) => rounding.digits,
                _ => usual_digits(lesson),
            },
            answer,
            rows,
            lines,
            remarks: said.filter(|remark| !remark.is_empty()).collect(),
        }
    }
}

/// The name of a step as an answer has it.
fn name(lesson: &Lesson, page: &Page) -> String {
    let sample = match page.moment.line {
        LineOf::Sample(sample) if lesson.samples() > 1 || sample > 1 => format!("#{sample}"),
        LineOf::Update(batch) if lesson.batches() > 1 => format!("#{batch}"),
        _ => String::new(),
    };
    let epoch = if page.moment.epoch > 1 { format!("@{}", page.moment.epoch) } else { String::new() };
    format!("{}{sample}{epoch}", page.step.name)
}

/// The digits that results of a lesson have.
pub(super) fn usual_digits(lesson: &Lesson) -> Digits {
    if let Some(asked) = lesson.scenario().practice.digits {
        return asked;
    }
    if let Some(paper) = &lesson.scenario().paper {
        return paper.usual.digits;
    }
    let format = lesson.format();
    if format.by_significance { Digits::Significant(format.significant) } else { Digits::Decimals(format.decimals) }
}
