//! The file `keys.toml` in the configuration folder of the user, and what is wrong with it.

use std::io;
use std::path::Path;

use super::failure::Failure;
use super::memory::io_words;
use crate::messages::{Messages, Value};
use crate::sanitize::sanitize;
use crate::store::read_text;
use crate::tui::keys::{Keymap, KeysFault, KeysFaultKind};

/// The name of the file.
const FILE: &str = "keys.toml";

/// A larger file is not one of keys.
const MOST_BYTES: u64 = 1 << 20;

/// The exit code of a file that cannot be used: it stands beside the command line.
const REFUSED: u8 = 2;

/// More faults than these are not told at once.
const MOST_FAULTS: usize = 20;

/// The keys as the user has set them; those of the table where nothing is set.
pub(super) fn load(folder: &Path, messages: &Messages) -> Result<Keymap, Failure> {
    let path = folder.join(FILE);
    let file = sanitize(&path.to_string_lossy()).into_owned();
    let refused = |sentence: String| Err(Failure::Refused(REFUSED, sentence));
    let text = match read_text(&path, MOST_BYTES) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Keymap::default()),
        Err(error) => {
            let values = [("file", file.into()), ("words", io_words(messages, &error).into())];
            return refused(messages.text("command-keys-unreadable", &values));
        }
    };
    Keymap::read(&text).or_else(|faults| {
        let mut lines: Vec<String> =
            faults.iter().take(MOST_FAULTS).map(|fault| told(fault, &file, messages)).collect();
        lines.push(messages.text("command-keys-mend", &[("file", file.into())]));
        refused(lines.join("\n"))
    })
}

fn told(fault: &KeysFault, file: &str, messages: &Messages) -> String {
    let said = match &fault.kind {
        KeysFaultKind::Syntax(words) => messages.text("command-keys-syntax", &[("words", words.into())]),
        KeysFaultKind::UnknownCommand { command, nearest: Some(nearest) } => {
            messages.text("command-keys-command-near", &[("command", command.into()), ("nearest", nearest.into())])
        }
        KeysFaultKind::UnknownCommand { command, nearest: None } => {
            messages.text("command-keys-command", &[("command", command.into())])
        }
        KeysFaultKind::NotKeys { command } => messages.text("command-keys-list", &[("command", command.into())]),
        KeysFaultKind::UnknownKey { key } => messages.text("command-keys-key", &[("key", key.into())]),
        KeysFaultKind::Digit { key } => messages.text("command-keys-digit", &[("key", key.into())]),
        KeysFaultKind::OnlyLetters { command } => messages.text("command-keys-letters", &[("command", command.into())]),
        KeysFaultKind::Clash { key, one, other } => {
            let values = [("key", key.into()), ("one", one.into()), ("other", other.into())];
            messages.text("command-keys-clash", &values)
        }
    };
    let file = ("file", Value::from(file));
    let fault_text = ("fault", said.into());
    match fault.line {
        Some(line) => messages.text("command-keys-at", &[file, ("line", line.into()), fault_text]),
        None => messages.text("command-keys-in", &[file, fault_text]),
    }
}
