//! The page docs/keys.md.

use std::fmt::Write as _;

use super::Keymap;
use crate::messages::Messages;

/// The page docs/keys.md.
#[must_use]
pub fn document(messages: &Messages) -> String {
    let mut page = format!("# {}\n\n{}\n\n", messages.text("help-title", &[]), messages.text("help-document", &[]));
    let text = |id: &str| messages.text(id, &[]);
    let _ = writeln!(page, "| {} | {} | {} |", text("help-keys"), text("help-does"), text("help-name"));
    let _ = writeln!(page, "| --- | --- | --- |");
    for bound in Keymap::default().commands() {
        let keys: Vec<String> = bound.key_names().iter().map(|name| format!("`{name}`")).collect();
        let command = bound.command;
        let _ = writeln!(page, "| {} | {} | `{}` |", keys.join(" "), text(command.help), command.name());
    }
    let _ = writeln!(page, "\n{}", text("help-counts"));
    let _ = writeln!(page, "\n{}\n\n```toml\n{EXAMPLE}```\n\n{}", text("help-file"), text("help-file-rules"));
    let _ = writeln!(page, "\n{}", text("help-mouse"));
    page
}

/// What the file of keys may look like.
const EXAMPLE: &str = "next = [\"Space\", \"Right\", \"n\"]\nfirst = [\"gg\", \"Home\"]\nshow-steps = [\"m\"]\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_one_that_is_read() {
        assert!(Keymap::read(EXAMPLE).is_ok_and(|keymap| keymap != Keymap::default()));
    }
}
