//! The page docs/keys.md.

use std::fmt::Write as _;

use super::COMMANDS;
use crate::messages::Messages;

/// The page docs/keys.md.
#[must_use]
pub fn document(messages: &Messages) -> String {
    let mut page = format!("# {}\n\n{}\n\n", messages.text("help-title", &[]), messages.text("help-document", &[]));
    let _ = writeln!(page, "| {} | {} |", messages.text("help-keys", &[]), messages.text("help-does", &[]));
    let _ = writeln!(page, "| --- | --- |");
    for command in COMMANDS {
        let keys: Vec<String> = command.key_names().iter().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(page, "| {} | {} |", keys.join(" "), messages.text(command.help, &[]));
    }
    let _ = writeln!(page, "\n{}", messages.text("help-counts", &[]));
    page
}
