//! One sheet from a file or from standard input, and what is said where it cannot be read.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use crate::cli::arguments::Common;
use crate::cli::report::{self, Remark};
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::{Draft, FaultWords, SheetFaults, SheetForm, SheetText};
use crate::scenario::{MOST_BYTES, Origin};

/// A sheet that cannot be used.
pub(super) struct Unread {
    /// What it is called.
    pub(super) name: String,
    /// As it stands on the command line.
    pub(super) argument: String,
    /// Why, with the lines of the file.
    pub(super) told: String,
    /// Why, in one sentence.
    pub(super) reason: String,
    /// The exit code that it gives.
    pub(super) code: u8,
}

/// A sheet whose bytes were read.
pub(super) struct Read {
    /// What it is called.
    pub(super) name: String,
    argument: String,
    /// Its text, in which faults have their places.
    source: String,
    /// Its rows, or what keeps it from having any.
    pub(super) draft: Result<Draft, SheetFaults>,
}

/// Reads a sheet.
pub(super) fn read(argument: &str, messages: &Messages) -> Result<Read, Unread> {
    let origin = if argument == "-" { Origin::StandardInput } else { Origin::File(argument.into()) };
    let name = report::file_name(&origin, messages);
    let argument = argument.to_owned();
    let bytes = match bytes(&argument) {
        Ok(bytes) => bytes,
        Err(error) => {
            let values = [("name", (&name).into()), ("words", error.to_string().into())];
            let reason = messages.text("fault-unreadable", &values);
            let told = messages.text("command-error", &[("error", (&reason).into())]);
            return Err(Unread { name, argument, told, reason, code: 4 });
        }
    };
    Ok(match SheetText::of(&bytes) {
        Ok(text) => {
            let draft = Draft::of(&text, SheetForm::of_path(Path::new(&argument)));
            Read { name, argument, source: text.text, draft }
        }
        Err(fault) => Read { name, argument, source: String::new(), draft: Err(SheetFaults::one(fault)) },
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

/// Tells all faults of one sheet, each with its line.
pub(super) fn unread(
    read: &Read,
    faults: &SheetFaults,
    lesson: &Lesson,
    common: &Common,
    messages: &Messages,
) -> Unread {
    let words = FaultWords::new(lesson, messages);
    let remark = |fault| {
        let said = words.sheet(fault);
        Remark { place: fault.place, is_note: false, title: said.fault, notes: Vec::new(), help: said.help }
    };
    let remarks = faults.shown().iter().map(remark).collect();
    let color = crate::cli::uses_color(common, &io::stderr());
    let mut drawn = report::remarks(&read.name, &read.source, remarks, messages, color);
    if faults.more() > 0 {
        drawn.push(messages.text("fault-more", &[("count", faults.more().into())]));
    }
    let reason = faults.shown().first().map(|fault| words.sheet(fault).fault).unwrap_or_default();
    Unread { name: read.name.clone(), argument: read.argument.clone(), told: drawn.join("\n\n"), reason, code: 3 }
}
