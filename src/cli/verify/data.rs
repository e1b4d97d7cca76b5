//! Marks as data: a JSON object a sheet, or a gradebook.

use std::borrow::Cow;

use serde::Serialize;

use super::sheet::Unread;
use super::{Marking, decimals, difference};
use crate::cli::arguments::Common;
use crate::judge::Mark;
use crate::lesson::Lesson;
use crate::messages::{Language, Messages};
use crate::number::Exact;
use crate::practice::{MarkedLine, words};
use crate::sanitize::sanitize;

#[derive(Serialize)]
struct SheetRecord<'a> {
    sheet: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u64>,
    /// Why the file cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    first_wrong: Option<Cow<'a, str>>,
    lines: Vec<LineRecord<'a>>,
}

#[derive(Serialize)]
struct LineRecord<'a> {
    name: Cow<'a, str>,
    given: Option<String>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mistake: Option<String>,
    /// Each of several mistakes that make the same number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mistakes: Vec<String>,
    value: Option<String>,
    /// Why nothing can be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// The object of a sheet, on a line of its own.
pub(super) fn json(marking: &Marking, lesson: &Lesson, common: &Common) -> String {
    // What scripts read is the same in every language.
    let messages = Messages::new(Language::English);
    let Marking { argument, sheet, seed, .. } = marking;
    let first_wrong = sheet.first_wrong().map(|line| sanitize(&line.line.name));
    let lines = sheet.lines.iter().map(|line| record(line, lesson, common, &messages)).collect();
    let seed = seed.map(|seed| seed.number);
    object(&SheetRecord { sheet: argument, seed, error: None, first_wrong, lines })
}

/// The object of a file that cannot be read.
pub(super) fn json_of_unread(unread: &Unread) -> String {
    let Unread { argument, reason, .. } = unread;
    object(&SheetRecord { sheet: argument, seed: None, error: Some(reason), first_wrong: None, lines: Vec::new() })
}

fn object(record: &SheetRecord<'_>) -> String {
    // A record of texts can always be written.
    serde_json::to_string(record).map(|object| format!("{object}\n")).unwrap_or_default()
}

/// The heading of a gradebook.
pub(super) fn csv_heading() -> String {
    row(&["sheet", "name", "given", "verdict", "mistake", "value"].map(str::to_owned))
}

/// A row for each line of a sheet.
pub(super) fn csv(marking: &Marking, lesson: &Lesson, common: &Common, messages: &Messages) -> String {
    let one = |line| {
        let record = record(line, lesson, common, messages);
        row(&[
            harmless(&marking.argument),
            harmless(&record.name),
            if line.line.fault.is_some() {
                harmless(&record.given.unwrap_or_default())
            } else {
                record.given.unwrap_or_default()
            },
            record.verdict.to_owned(),
            harmless(&record.mistake.or(record.error).unwrap_or_default()),
            record.value.unwrap_or_default(),
        ])
    };
    marking.sheet.lines.iter().map(one).collect()
}

/// The row of a file that cannot be read.
pub(super) fn csv_of_unread(unread: &Unread) -> String {
    let unreadable = words::mark_in_data(Mark::Unreadable).to_owned();
    let none = String::new;
    row(&[harmless(&unread.argument), none(), none(), unreadable, harmless(&unread.reason), none()])
}

fn row(cells: &[String; 6]) -> String {
    let mut row = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail.
    _ = row.write_record(cells);
    row.into_inner().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

fn record<'a>(line: &'a MarkedLine, lesson: &Lesson, common: &Common, messages: &Messages) -> LineRecord<'a> {
    let given = line.line.value.as_ref();
    let as_written = || {
        Some(line.line.written.trim())
            .filter(|written| !written.is_empty())
            .map(|written| sanitize(written).into_owned())
    };
    let mut record = LineRecord {
        name: sanitize(&line.line.name),
        given: if line.line.fault.is_some() { as_written() } else { given.map(ToString::to_string) },
        verdict: words::mark_in_data(line.mark().unwrap_or(Mark::Undecided)),
        mistake: None,
        mistakes: Vec::new(),
        value: None,
        error: super::text::unreadable(line, lesson, messages),
    };
    if let Some(trouble) = line.trouble() {
        record.error.get_or_insert_with(|| super::text::trouble(line, trouble, lesson, messages));
    }
    if let Some(marked) = line.marked() {
        let practice = &lesson.scenario().practice;
        let decimals = decimals(lesson, common, given.map(Exact::scale));
        record.value = Some(difference::plain(&marked.value, decimals));
        record.mistake = words::causes(messages, practice, &marked.causes);
        if marked.causes.len() > 1 {
            record.mistakes = marked.causes.iter().map(|cause| words::cause(messages, practice, cause)).collect();
        }
    }
    record
}

/// A cell of text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    let text = sanitize(text);
    let is_formula = text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    // What is only a sign computes nothing.
    if is_formula && text.chars().count() > 1 { format!("'{text}") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_a_spreadsheet_would_compute_is_marked_as_text() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("-delta_6"), "'-delta_6");
        assert_eq!(harmless("net_h1"), "net_h1");
    }
}
