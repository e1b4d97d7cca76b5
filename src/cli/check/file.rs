//! One file: loaded, held against its lesson, its printed numbers judged.

use std::io;

use super::remarks::Remarks;
use super::tally::Tally;
use crate::cli::arguments::Common;
use crate::cli::report;
use crate::judge;
use crate::lesson::{FindFault, Found, Lesson, Position};
use crate::messages::Messages;
use crate::scenario::{self, LoadError, Loaded};

/// What is told about one file.
pub(super) struct Report {
    /// What is wrong with it, and what else there is to know.
    pub(super) details: Vec<String>,
    /// All of it in a line.
    pub(super) summary: String,
    pub(super) tally: Tally,
    /// The exit code that the file alone would give.
    pub(super) code: u8,
}

pub(super) fn check(name: &str, common: &Common, messages: &Messages, color: bool) -> Report {
    match scenario::load(name, io::stdin()) {
        Ok(loaded) => judged(loaded, common, messages, color),
        Err(error) => refused(name, &error, messages, color),
    }
}

fn refused(name: &str, error: &LoadError, messages: &Messages, color: bool) -> Report {
    let details = vec![report::load_error(error, messages, color)];
    let (file, faults) = match error {
        LoadError::Invalid { origin, faults, .. } => {
            (report::file_name(origin, messages), Some(faults.shown().len() + faults.more()))
        }
        LoadError::Unreadable { origin, .. } => (report::file_name(origin, messages), None),
        LoadError::NoSuchScenario { .. } => (name.to_owned(), None),
    };
    let file = ("file", file.into());
    let summary = match faults {
        Some(count) => messages.text("command-check-invalid", &[file, ("faults", count.into())]),
        None => messages.text("command-check-unreadable", &[file]),
    };
    let mut tally = Tally::default();
    tally.faults = faults.unwrap_or(1);
    Report { details, summary, tally, code: error.exit_code() }
}

fn judged(loaded: Loaded, common: &Common, messages: &Messages, color: bool) -> Report {
    let Loaded { scenario, origin, source } = loaded;
    let file = report::file_name(&origin, messages);
    let mut lesson = Lesson::new(scenario, None);
    let findings = judge::published(&mut lesson);
    let mut tally = Tally::default();
    let mut code = 0;
    let mut remarks = Remarks::new(&lesson, &source, messages, common.decimals);
    for (entry, finding) in lesson.scenario().published.iter().zip(&findings) {
        match finding {
            Ok(checked) => {
                tally.count(checked.finding);
                code = code.max(u8::from(checked.finding.is_fault()));
                remarks.finding(entry, checked);
            }
            Err(trouble) => {
                tally.faults += 1;
                code = code.max(if matches!(trouble, judge::Trouble::Unknown { .. }) { 3 } else { 4 });
                remarks.trouble(entry, trouble);
            }
        }
    }
    let misnamed = names(&lesson, &mut remarks);
    if misnamed > 0 {
        tally.faults += misnamed;
        code = code.max(3);
    }
    let details = report::remarks(&file, &source, remarks.in_order(), messages, color);
    let is_empty = findings.is_empty() && tally == Tally::default();
    let file = ("file", file.into());
    let summary = if is_empty {
        messages.text("command-check-nothing", &[file])
    } else {
        messages.text("command-check-file", &[file, ("counts", tally.in_words(messages).into())])
    };
    Report { details, summary, tally, code }
}

/// Looks for what notes, labels, questions and digits are given to; says how many names do not fit.
fn names(lesson: &Lesson, remarks: &mut Remarks<'_>) -> usize {
    let mut faults = 0;
    let scenario = lesson.scenario();
    let notes = scenario.notes.iter().map(|note| (&note.step, note.place));
    let labels = scenario.labels.iter().map(|label| (&label.name, label.place));
    for (name, place) in notes.chain(labels) {
        if let Err(fault) = found(lesson, name.as_str()) {
            faults += 1;
            remarks.unknown(place, name.as_str(), &fault);
        }
    }
    let question = scenario.course.iter().filter_map(|course| course.question.as_ref());
    let question = question.map(|question| (&question.step, question.place));
    for (name, place) in scenario.practice.steps().chain(question) {
        match found(lesson, name.as_str()) {
            Ok(Found::Step(_)) => continue,
            Ok(Found::Given(_)) => remarks.asked_given(place, name.as_str()),
            Err(fault) => remarks.unknown(place, name.as_str(), &fault),
        }
        faults += 1;
    }
    for (name, place) in scenario.practice.operands() {
        if let Err(fault) = found(lesson, name.as_str()) {
            faults += 1;
            remarks.unknown_in(place, name.as_str(), &fault);
        }
    }
    for own in lesson.scenario().paper.iter().flat_map(|paper| &paper.by_step) {
        let step = match found(lesson, own.step.as_str()) {
            Ok(Found::Step(position)) => lesson.step(position),
            Ok(Found::Given(_)) => None,
            Err(fault) => {
                faults += 1;
                remarks.unknown(own.place, own.step.as_str(), &fault);
                continue;
            }
        };
        if step.as_ref().is_none_or(|step| step.name != own.step) {
            faults += 1;
            remarks.no_result(own.place, &own.step, step.map(|step| step.name).as_ref());
        }
    }
    faults
}

fn found(lesson: &Lesson, name: &str) -> Result<Found, FindFault> {
    lesson.find(name, Position::start_of(1))
}
