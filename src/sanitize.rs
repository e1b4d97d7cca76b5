//! Text from outside made harmless: nothing that a scenario, a sheet or an argument says reaches a
//! terminal as a control character, or changes the direction in which a line is read.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Returns `text` with every control and bidirectional character written out (`\u{1b}`), and tabs
/// as single spaces.
///
/// Line breaks are written out too: a reader of several lines splits them first.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|character| character == '\t' || is_harmful(character)) {
        return Cow::Borrowed(text);
    }
    let mut harmless = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '\t' => harmless.push(' '),
            '\n' => harmless.push_str("\\n"),
            '\r' => harmless.push_str("\\r"),
            _ if is_harmful(character) => {
                // Writing to a string cannot fail.
                let _ = write!(harmless, "\\u{{{:x}}}", u32::from(character));
            }
            _ => harmless.push(character),
        }
    }
    Cow::Owned(harmless)
}

/// Whether a terminal could obey `character`, or hide what stands beside it.
#[must_use]
pub fn is_harmful(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' // marks without width or of direction
            | '\u{2028}'..='\u{202e}' // separators, embeddings, overrides
            | '\u{2060}'..='\u{206f}' // joiners, isolates
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_of_any_script_stays_as_it_is() {
        for text in ["", "w5 := 0.40", "Mazur 的 2-2-2 网络", "½Σ(target − out)²"] {
            assert!(matches!(sanitize(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        assert_eq!(sanitize("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(sanitize("a\tb\r\nc\u{9b}2J"), "a b\\r\\nc\\u{9b}2J");
        assert_eq!(sanitize("\u{202e}evil\u{2069}"), "\\u{202e}evil\\u{2069}");
    }
}
