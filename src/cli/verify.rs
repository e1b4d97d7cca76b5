//! `handgrad verify`: sheets that somebody worked out by hand, marked one after the other.

mod data;
mod difference;
mod grid;
mod overview;
mod sheet;
mod text;

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use super::arguments::{Common, Verify, VerifyFormat};
use super::failure::Failure;
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::MarkedSheet;
use sheet::Unread;

/// A sheet that was marked, and what it is called.
struct Marking {
    /// In messages.
    name: String,
    /// In data: as it stands on the command line.
    argument: String,
    sheet: MarkedSheet,
}

/// Marks all sheets; the worst that is found in any decides the exit code.
pub(super) fn verify(verify: &Verify, common: &Common, messages: &Messages) -> Result<ExitCode, Failure> {
    let from_input = verify.sheets.iter().chain([&verify.scenario]).filter(|name| *name == "-").count();
    if from_input > 1 {
        return Err(Failure::Refused(2, messages.text("marking-input-twice", &[])));
    }
    let scenario = verify.seed.vary(super::load_from(&verify.scenario)?.scenario);
    let mut lesson = Lesson::new(scenario, common.decimals);
    let mut markings = Vec::new();
    for name in &verify.sheets {
        let read = sheet::read(name, &lesson, common, messages);
        markings.push(read.map(|read| Marking {
            name: sheet::name(name, messages),
            argument: name.clone(),
            sheet: MarkedSheet::of(&mut lesson, read),
        }));
    }
    for unread in markings.iter().filter_map(|marking| marking.as_ref().err()) {
        eprintln!("{}", unread.told);
    }
    let mut output = BufWriter::new(io::stdout().lock());
    let marked = || markings.iter().filter_map(|marking| marking.as_ref().ok());
    match verify.format {
        VerifyFormat::Json => data::json(marked(), &lesson, common, &mut output)?,
        VerifyFormat::Csv => data::csv(marked(), &lesson, common, messages, &mut output)?,
        VerifyFormat::Text => {
            let is_one = markings.len() == 1;
            if !is_one {
                output.write_all(overview::overview(&markings, &lesson, common, messages).as_bytes())?;
            }
            for marking in marked().filter(|_| is_one || verify.details) {
                if !is_one {
                    writeln!(output)?;
                }
                output.write_all(text::details(marking, &mut lesson, common, messages).as_bytes())?;
            }
        }
    }
    output.flush()?;
    for marking in marked() {
        for (line, trouble) in marking.sheet.troubles() {
            let words = text::trouble(line, trouble, &lesson, messages);
            let sentence = format!("{}: {words}", marking.name);
            eprintln!("{}", messages.text("command-error", &[("error", sentence.into())]));
        }
    }
    Ok(ExitCode::from(markings.iter().map(code).max().unwrap_or_default()))
}

/// The exit code that a sheet alone would give.
fn code(marking: &Result<Marking, Unread>) -> u8 {
    match marking {
        Err(unread) => unread.code,
        Ok(marking) if marking.sheet.troubles().next().is_some() => 4,
        Ok(marking) => u8::from(!marking.sheet.is_right()),
    }
}

/// How many decimals a value is told with: those that are shown, or as many as were given.
fn decimals(lesson: &Lesson, common: &Common, given: Option<u32>) -> u32 {
    common.decimals.unwrap_or(lesson.format().decimals).max(given.unwrap_or_default())
}
