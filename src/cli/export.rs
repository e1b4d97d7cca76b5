//! `handgrad export`: a lesson as a script of a framework.

use std::io::{self, Write as _};

use super::arguments::ExportFormat;
use super::failure::Failure;
use crate::export;
use crate::lesson::Lesson;
use crate::messages::Messages;

/// Writes the script to standard output, and says on standard error what of the lesson it does not do.
pub(super) fn export(mut lesson: Lesson, format: ExportFormat, messages: &Messages) -> Result<(), Failure> {
    let script = match format {
        ExportFormat::Pytorch => export::pytorch(&mut lesson, messages),
    };
    let mut output = io::stdout().lock();
    output.write_all(script.text.as_bytes())?;
    output.flush()?;
    for left_out in script.left_out {
        let note = left_out.in_words(messages);
        eprintln!("{}", messages.text("command-note", &[("note", note.into())]));
    }
    Ok(())
}
