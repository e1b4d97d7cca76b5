//! `handgrad verify`: sheets that somebody worked out by hand, marked one after the other.

mod arguments;
mod class;
mod data;
mod difference;
mod file_name;
mod grid;
mod overview;
mod sheet;
mod text;

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use super::arguments::Common;
use super::failure::Failure;
use crate::judge::Asked;
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::MarkedSheet;
pub(super) use arguments::{Verify, VerifyFormat};
use class::{Class, Seed};
use sheet::Unread;

/// A sheet that was marked, and what it is called.
struct Marking {
    /// In messages.
    name: String,
    /// In data: as it stands on the command line.
    argument: String,
    sheet: MarkedSheet,
    /// Whose numbers it has, where they are not the author's.
    seed: Option<Seed>,
    /// The digits that it was asked to have.
    asked: Asked,
}

/// What is said of one sheet.
struct Told {
    /// Its row in the table of all sheets.
    row: overview::Row,
    /// Its lines, in the format that is asked for.
    body: String,
    /// What goes to standard error.
    errors: Vec<String>,
    /// The exit code that it alone would give.
    code: u8,
}

/// Marks all sheets; the worst that is found in any decides the exit code.
pub(super) fn verify(verify: &Verify, common: &Common, messages: &Messages) -> Result<ExitCode, Failure> {
    let from_input = verify.sheets.iter().chain([&verify.scenario]).filter(|name| *name == "-").count();
    if from_input > 1 {
        return Err(Failure::Refused(2, messages.text("marking-input-twice", &[])));
    }
    let mut class = Class::new(super::load_from(&verify.scenario)?, verify, common);
    let mut all = Vec::new();
    for name in &verify.sheets {
        all.push(match class.mark(name, messages) {
            Ok((marking, lesson)) => told(&marking, lesson, verify, common, messages),
            Err(unread) => of_unread(unread, verify.format, messages),
        });
    }
    for error in all.iter().flat_map(|told| &told.errors) {
        eprintln!("{error}");
    }
    let mut output = BufWriter::new(io::stdout().lock());
    let is_one = all.len() == 1;
    match verify.format {
        VerifyFormat::Csv => output.write_all(data::csv_heading().as_bytes())?,
        VerifyFormat::Text if !is_one => {
            output.write_all(overview::overview(&all, common, messages).as_bytes())?;
        }
        VerifyFormat::Json | VerifyFormat::Text => {}
    }
    for told in &all {
        let is_details = verify.format == VerifyFormat::Text && !is_one;
        if is_details && (!verify.details || told.body.is_empty()) {
            continue;
        }
        if is_details {
            writeln!(output)?;
        }
        output.write_all(told.body.as_bytes())?;
    }
    output.flush()?;
    Ok(ExitCode::from(all.iter().map(|told| told.code).max().unwrap_or_default()))
}

/// What is said of a sheet that was marked.
fn told(marking: &Marking, lesson: &mut Lesson, verify: &Verify, common: &Common, messages: &Messages) -> Told {
    let body = match verify.format {
        VerifyFormat::Json => data::json(marking, lesson, common),
        VerifyFormat::Csv => data::csv(marking, lesson, common, messages),
        VerifyFormat::Text => text::details(marking, lesson, common, messages),
    };
    let error = |(line, trouble): (_, &_)| {
        let sentence = format!("{}: {}", marking.name, text::trouble(line, trouble, lesson, messages));
        messages.text("command-error", &[("error", sentence.into())])
    };
    let errors: Vec<String> = marking.sheet.troubles().map(error).collect();
    let code = if errors.is_empty() { u8::from(!marking.sheet.is_right()) } else { 4 };
    Told { row: overview::Row::of(marking, lesson, messages), body, errors, code }
}

/// What is said of a file that cannot be read: it has its row and its object like any other.
fn of_unread(unread: Unread, format: VerifyFormat, messages: &Messages) -> Told {
    let body = match format {
        VerifyFormat::Json => data::json_of_unread(&unread),
        VerifyFormat::Csv => data::csv_of_unread(&unread),
        // What is wrong with it is told as an error.
        VerifyFormat::Text => String::new(),
    };
    let row = overview::Row::of_unread(&unread, messages);
    Told { row, body, errors: vec![unread.told], code: unread.code }
}

/// How many decimals a value is told with: those that are shown, or as many as were given.
fn decimals(lesson: &Lesson, common: &Common, given: Option<u32>) -> u32 {
    common.decimals.unwrap_or(lesson.format().decimals).max(given.unwrap_or_default())
}
