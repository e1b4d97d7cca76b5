//! One sheet from a file or from standard input, and what is said where it cannot be read.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use crate::cli::arguments::Common;
use crate::cli::report::{self, Remark};
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::{FaultWords, Sheet, SheetFaults, SheetForm};
use crate::scenario::{MOST_BYTES, Origin};

/// A sheet that cannot be used.
pub(super) struct Unread {
    /// What it is called.
    pub(super) name: String,
    /// Why.
    pub(super) told: String,
    /// The exit code that it gives.
    pub(super) code: u8,
}

/// What a sheet is called.
pub(super) fn name(name: &str, messages: &Messages) -> String {
    report::file_name(&origin(name), messages)
}

fn origin(name: &str) -> Origin {
    if name == "-" { Origin::StandardInput } else { Origin::File(name.into()) }
}

/// Reads a sheet.
pub(super) fn read(name: &str, lesson: &Lesson, common: &Common, messages: &Messages) -> Result<Sheet, Unread> {
    let file = report::file_name(&origin(name), messages);
    let bytes = bytes(name).map_err(|error| {
        let values = [("name", (&file).into()), ("words", error.to_string().into())];
        let sentence = messages.text("fault-unreadable", &values);
        let told = messages.text("command-error", &[("error", sentence.into())]);
        Unread { name: file.clone(), told, code: 4 }
    })?;
    let decimals = super::decimals(lesson, common, None);
    Sheet::read(&bytes, SheetForm::of_path(Path::new(name)), lesson, decimals).map_err(|faults| {
        let source = String::from_utf8_lossy(&bytes);
        let color = crate::cli::uses_color(common, &io::stderr());
        let told = draw(&file, &source, &faults, lesson, messages, color);
        Unread { name: file.clone(), told, code: 3 }
    })
}

fn bytes(name: &str) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    if name == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        File::open(name)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Draws all faults of one sheet, each with its line.
fn draw(file: &str, source: &str, faults: &SheetFaults, lesson: &Lesson, messages: &Messages, color: bool) -> String {
    let words = FaultWords::new(lesson, messages);
    let remark = |fault| {
        let said = words.sheet(fault);
        Remark { place: fault.place, is_note: false, title: said.fault, notes: Vec::new(), help: said.help }
    };
    let remarks = faults.shown().iter().map(remark).collect();
    let mut drawn = report::remarks(file, source, remarks, messages, color);
    if faults.more() > 0 {
        drawn.push(messages.text("fault-more", &[("count", faults.more().into())]));
    }
    drawn.join("\n\n")
}
