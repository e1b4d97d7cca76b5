//! Marks as data: a JSON object a sheet, or a gradebook.

use std::io::Write;

use serde::Serialize;

use super::{Marking, decimals, difference};
use crate::cli::arguments::Common;
use crate::cli::failure::Failure;
use crate::judge::Mark;
use crate::lesson::Lesson;
use crate::messages::{Language, Messages};
use crate::number::Exact;
use crate::practice::{MarkedLine, words};
use crate::sanitize::sanitize;

#[derive(Serialize)]
struct SheetRecord<'a> {
    sheet: &'a str,
    first_wrong: Option<&'a str>,
    lines: Vec<LineRecord<'a>>,
}

#[derive(Serialize)]
struct LineRecord<'a> {
    name: &'a str,
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

/// One object a sheet, one a line.
pub(super) fn json<'a>(
    markings: impl Iterator<Item = &'a Marking>,
    lesson: &Lesson,
    common: &Common,
    output: &mut impl Write,
) -> Result<(), Failure> {
    // What scripts read is the same in every language.
    let messages = Messages::new(Language::English);
    for Marking { argument, sheet, .. } in markings {
        let first_wrong = sheet.first_wrong().map(|line| line.line.name.as_str());
        let lines = sheet.lines.iter().map(|line| record(line, lesson, common, &messages)).collect();
        let record = SheetRecord { sheet: argument, first_wrong, lines };
        serde_json::to_writer(&mut *output, &record).map_err(std::io::Error::from)?;
        writeln!(output)?;
    }
    Ok(())
}

/// One row for each line of each sheet.
pub(super) fn csv<'a>(
    markings: impl Iterator<Item = &'a Marking>,
    lesson: &Lesson,
    common: &Common,
    messages: &Messages,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let mut rows = csv::Writer::from_writer(output);
    let failed = |error: csv::Error| Failure::Output(error.into());
    rows.write_record(["sheet", "name", "given", "verdict", "mistake", "value"]).map_err(failed)?;
    for Marking { argument, sheet, .. } in markings {
        for line in &sheet.lines {
            let record = record(line, lesson, common, messages);
            let cells = [
                harmless(argument),
                harmless(record.name),
                record.given.unwrap_or_default(),
                record.verdict.to_owned(),
                harmless(&record.mistake.or(record.error).unwrap_or_default()),
                record.value.unwrap_or_default(),
            ];
            rows.write_record(&cells).map_err(failed)?;
        }
    }
    rows.flush()?;
    Ok(())
}

fn record<'a>(line: &'a MarkedLine, lesson: &Lesson, common: &Common, messages: &Messages) -> LineRecord<'a> {
    let name = line.line.name.as_str();
    let given = line.line.value.as_ref();
    let blank = LineRecord {
        name,
        given: given.map(ToString::to_string),
        verdict: words::mark_in_data(line.mark().unwrap_or(Mark::Undecided)),
        mistake: None,
        mistakes: Vec::new(),
        value: None,
        error: None,
    };
    let practice = &lesson.scenario().practice;
    match &line.marked {
        Err(trouble) => LineRecord { error: Some(super::text::trouble(line, trouble, lesson, messages)), ..blank },
        Ok(marked) => {
            let each = marked.causes.iter().map(|cause| words::cause(messages, practice, cause));
            let decimals = decimals(lesson, common, given.map(Exact::scale));
            LineRecord {
                mistake: words::causes(messages, practice, &marked.causes),
                mistakes: if marked.causes.len() > 1 { each.collect() } else { Vec::new() },
                value: Some(difference::plain(&marked.value, decimals)),
                ..blank
            }
        }
    }
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
