//! What keys are called: on the help page, in docs/keys.md, and in the file in which they are changed.

use crossterm::event::KeyCode;

use super::chord::{Chord, Stroke, control, key, twice};

/// Keys that have names of their own, the one to be shown first.
const NAMES: &[(KeyCode, &str)] = &[
    (KeyCode::Char(' '), "Space"),
    (KeyCode::Left, "←"),
    (KeyCode::Left, "Left"),
    (KeyCode::Right, "→"),
    (KeyCode::Right, "Right"),
    (KeyCode::Up, "↑"),
    (KeyCode::Up, "Up"),
    (KeyCode::Down, "↓"),
    (KeyCode::Down, "Down"),
    (KeyCode::Enter, "Enter"),
    (KeyCode::Tab, "Tab"),
    (KeyCode::BackTab, "Shift-Tab"),
    (KeyCode::Esc, "Esc"),
    (KeyCode::Backspace, "Backspace"),
    (KeyCode::Home, "Home"),
    (KeyCode::End, "End"),
    (KeyCode::PageUp, "PageUp"),
    (KeyCode::PageDown, "PageDown"),
    (KeyCode::Insert, "Insert"),
    (KeyCode::Delete, "Delete"),
];

/// The last of the function keys.
const LAST_FUNCTION: u8 = 12;

/// What a terminal sends for these with Ctrl is another key: Tab and Enter.
const NEVER_WITH_CONTROL: [char; 2] = ['i', 'm'];

impl Stroke {
    fn name(self) -> String {
        let named = NAMES.iter().find(|(code, _)| *code == self.code && !self.control);
        match (named, self.code) {
            (Some((_, name)), _) => (*name).to_owned(),
            (None, KeyCode::Char(letter)) if self.control => format!("Ctrl-{}", letter.to_ascii_uppercase()),
            (None, KeyCode::Char(letter)) => letter.to_string(),
            (None, other) => format!("{other}"),
        }
    }
}

impl Chord {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> String {
        let name = self.stroke.name();
        if self.twice { name.repeat(2) } else { name }
    }

    /// The keys of that name; `None` where nothing is called so.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        if let Some((code, _)) = NAMES.iter().find(|(_, other)| other.eq_ignore_ascii_case(name)) {
            return Some(key(*code));
        }
        let letters: Vec<char> = name.chars().take(8).collect();
        match letters.as_slice() {
            [letter] => is_sign(*letter).then(|| key(KeyCode::Char(*letter))),
            [one, two] if one == two => is_sign(*one).then(|| twice(*one)),
            ['F' | 'f', digits @ ..] => {
                let number: u8 = digits.iter().collect::<String>().parse().ok()?;
                (1..=LAST_FUNCTION).contains(&number).then(|| key(KeyCode::F(number)))
            }
            ['C' | 'c', 't', 'r', 'l', '-', letter] => {
                let letter = letter.to_ascii_lowercase();
                (letter.is_ascii_lowercase() && !NEVER_WITH_CONTROL.contains(&letter)).then(|| control(letter))
            }
            _ => None,
        }
    }
}

/// Whether a character is a key of its own.
fn is_sign(letter: char) -> bool {
    !letter.is_control() && !letter.is_whitespace() && unicode_width::UnicodeWidthChar::width(letter) > Some(0)
}

#[cfg(test)]
mod tests {
    use super::super::COMMANDS;
    use super::*;

    #[test]
    fn every_name_that_is_shown_is_understood() {
        let of_table = COMMANDS.iter().flat_map(|command| command.keys.iter().copied());
        let named = NAMES.iter().map(|(code, _)| key(*code));
        let functions = (1..=LAST_FUNCTION).map(|number| key(KeyCode::F(number)));
        for chord in of_table.chain(named).chain(functions) {
            assert_eq!(Chord::of_name(&chord.name()), Some(chord), "{}", chord.name());
        }
    }

    #[test]
    fn arrows_have_two_names_and_names_no_case() {
        assert_eq!(Chord::of_name("Right"), Chord::of_name("→"));
        assert_eq!(Chord::of_name("space"), Some(key(KeyCode::Char(' '))));
        assert_eq!(Chord::of_name("ctrl-o"), Some(control('o')));
        assert_ne!(Chord::of_name("G"), Chord::of_name("g"), "letters have");
    }

    #[test]
    fn what_no_terminal_sends_is_no_key() {
        for name in
            ["", " ", "ab", "ggg", "Ctrl-", "Ctrl-é", "Ctrl-I", "Ctrl-M", "Alt-x", "F0", "F13", "\u{7}", "\u{301}"]
        {
            assert_eq!(Chord::of_name(name), None, "{name:?}");
        }
    }
}
