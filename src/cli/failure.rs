//! What can go wrong, and the exit code that says so.

use std::io;
use std::process::ExitCode;

use super::report;
use crate::export::ExportFault;
use crate::messages::Messages;
use crate::scenario::LoadError;

/// Why a command did not do what it was asked to.
pub(super) enum Failure {
    /// The scenario cannot be used.
    Load(LoadError),
    /// A step cannot be found or computed; the sentence says which and why.
    Lesson(ExportFault, String),
    /// Training stopped as it was told to, after something had been printed; that is no error.
    Ended(String),
    /// Something was asked for that is not done; the exit code, and the sentence that says why.
    Refused(u8, String),
    /// Something cannot be written.
    Output(anyhow::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error.into())
    }
}

impl Failure {
    /// Tells what went wrong on standard error, and gives the exit code of the contract.
    pub(super) fn report(self, messages: &Messages, color: bool) -> ExitCode {
        let code = match &self {
            Self::Load(error) => error.exit_code(),
            Self::Lesson(ExportFault::Find(_), _) => 2,
            Self::Output(error) if is_closed_pipe(error) => return ExitCode::SUCCESS,
            Self::Ended(_) => 0,
            Self::Refused(code, _) => *code,
            Self::Lesson(..) | Self::Output(_) => 4,
        };
        match self {
            Self::Load(error) => eprintln!("{}", report::load_error(&error, messages, color)),
            Self::Lesson(_, sentence) => eprintln!("{}", messages.text("command-error", &[("error", sentence.into())])),
            Self::Ended(sentence) | Self::Refused(_, sentence) => eprintln!("{sentence}"),
            Self::Output(error) => {
                let words = format!("{error:#}");
                eprintln!("{}", messages.text("command-cannot-write", &[("words", words.into())]));
            }
        }
        ExitCode::from(code)
    }
}

/// Whoever reads may stop reading: `handgrad show mazur | head` is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
