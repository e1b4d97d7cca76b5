//! `handgrad new`: a commented scenario to begin with, in a file of its own.

mod draft;

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;

use super::arguments::New;
use super::failure::Failure;
use super::report;
use crate::messages::Messages;
use crate::scenario;
use crate::store::{plain_name, write_new};

/// Writes the scenario that is asked for, unless it would not pass `check` or stands in the place of another.
pub(super) fn new(new: &New, messages: &Messages) -> Result<(), Failure> {
    let Some(name) = plain_name(&new.name) else {
        let sentence = messages.text("command-new-name", &[("name", (&new.name).into())]);
        return Err(Failure::Refused(2, sentence));
    };
    let file = format!("{name}.yaml");
    let text = draft::draft(new, name, messages);
    if let Err(faults) = scenario::read(&text) {
        let drawn = report::draw(&file, &text, &faults, messages, false);
        let sentence = messages.text("command-new-does-not-fit", &[("file", (&file).into())]);
        return Err(Failure::Refused(2, format!("{drawn}\n\n{sentence}")));
    }
    match write_new(Path::new("."), &file, &text, new.force) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let sentence = messages.text("command-new-exists", &[("file", (&file).into())]);
            return Err(Failure::Refused(4, sentence));
        }
        written => written.with_context(|| file.clone()).map_err(Failure::Output)?,
    }
    writeln!(io::stdout().lock(), "{}", messages.text("command-new-written", &[("file", file.into())]))?;
    Ok(())
}
