//! Keys as they are pressed and named, the same for every terminal.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Context;

/// One key, with what is held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stroke {
    /// The key.
    pub code: KeyCode,
    /// Whether Ctrl is held down.
    pub control: bool,
}

/// One key, or the same twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub stroke: Stroke,
    /// Whether it has to be pressed twice.
    pub twice: bool,
}

pub(super) const fn key(code: KeyCode) -> Chord {
    Chord { stroke: Stroke { code, control: false }, twice: false }
}

pub(super) const fn letter(letter: char) -> Chord {
    key(KeyCode::Char(letter))
}

pub(super) const fn control(letter: char) -> Chord {
    Chord { stroke: Stroke { code: KeyCode::Char(letter), control: true }, twice: false }
}

pub(super) const fn twice(letter: char) -> Chord {
    Chord { stroke: Stroke { code: KeyCode::Char(letter), control: false }, twice: true }
}

impl From<KeyEvent> for Stroke {
    /// The same key for every terminal: whether Shift made a letter is in the letter.
    fn from(event: KeyEvent) -> Self {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(letter) if control => KeyCode::Char(letter.to_ascii_lowercase()),
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        Self { code, control }
    }
}

impl Stroke {
    /// The character that is typed with it.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.control => Some(letter),
            _ => None,
        }
    }

    /// Whether it makes or takes back a character there, and is no command.
    pub(super) fn is_typed_in(self, context: Context) -> bool {
        let erases = self.code == KeyCode::Backspace && matches!(context, Context::Text | Context::Answer);
        erases || self.typed().is_some_and(|letter| context.types(letter))
    }
}
