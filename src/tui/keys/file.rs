//! The file in which a reader gives commands other keys: `next = ["Space", "n"]`, a line a command.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Action, COMMANDS, Chord, Command, Context, Keymap};
use crate::scenario::nearest;

/// What is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysFault {
    /// The line, where there is one.
    pub line: Option<usize>,
    /// What it is.
    pub kind: KeysFaultKind,
}

/// What can be wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeysFaultKind {
    /// It is no TOML; in the words of its reader.
    Syntax(String),
    /// No command is called so.
    UnknownCommand {
        /// What stands there.
        command: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// What stands behind a command is no list of keys.
    NotKeys {
        /// The command.
        command: String,
    },
    /// No key is called so.
    UnknownKey {
        /// What stands there.
        key: String,
    },
    /// A digit begins a count.
    Digit {
        /// The digit.
        key: String,
    },
    /// A command that works where names are typed has letters only.
    OnlyLetters {
        /// The command.
        command: String,
    },
    /// One key does two things in one place.
    Clash {
        /// The key.
        key: String,
        /// What it does.
        one: String,
        /// What it does too.
        other: String,
    },
}

impl Keymap {
    /// Reads the file; what it does not name keeps the keys of the table.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Vec<KeysFault>> {
        let line_at = |offset: usize| 1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count();
        let table = DeTable::parse(text).map_err(|error| {
            let kind = KeysFaultKind::Syntax(error.message().to_owned());
            vec![KeysFault { line: error.span().map(|span| line_at(span.start)), kind }]
        })?;
        let mut keymap = Self::default();
        let mut faults = Vec::new();
        let mut lines: Vec<(Action, usize)> = Vec::new();
        for (name, value) in table.get_ref() {
            let line = line_at(name.span().start);
            let (command, chords) = match entry(name.get_ref(), value) {
                Ok(entry) => entry,
                Err((offset, kind)) => {
                    faults.push(KeysFault { line: Some(offset.map_or(line, line_at)), kind });
                    continue;
                }
            };
            lines.push((command.action, line));
            keymap.bind(command.action, chords);
        }
        let line_of = |command: &Command| lines.iter().find(|(action, _)| *action == command.action).map(|at| at.1);
        for clash in keymap.clashes() {
            let (key, one, other) = (clash.chord.name(), clash.one.name().to_owned(), clash.other.name().to_owned());
            let line = line_of(clash.other).max(line_of(clash.one));
            faults.push(KeysFault { line, kind: KeysFaultKind::Clash { key, one, other } });
        }
        faults.sort_by_key(|fault| fault.line);
        if faults.is_empty() { Ok(keymap) } else { Err(faults) }
    }
}

/// What a line says: a command and its keys; or the place, if it is not that of the command, and what is wrong.
type Entry = Result<(&'static Command, Vec<Chord>), (Option<usize>, KeysFaultKind)>;

fn entry(name: &str, value: &Spanned<DeValue<'_>>) -> Entry {
    let Some(command) = COMMANDS.iter().find(|command| command.name() == name) else {
        let nearest = nearest(name, COMMANDS.iter().map(Command::name));
        return Err((None, KeysFaultKind::UnknownCommand { command: name.to_owned(), nearest }));
    };
    let not_keys = || (Some(value.span().start), KeysFaultKind::NotKeys { command: name.to_owned() });
    let DeValue::Array(keys) = value.get_ref() else { return Err(not_keys()) };
    let mut chords = Vec::new();
    for key in keys {
        let DeValue::String(text) = key.get_ref() else { return Err(not_keys()) };
        let at = Some(key.span().start);
        let unknown = || (at, KeysFaultKind::UnknownKey { key: text.clone().into_owned() });
        let chord = Chord::of_name(text).ok_or_else(unknown)?;
        if chord.stroke.typed().is_some_and(|letter| letter.is_ascii_digit()) {
            return Err((at, KeysFaultKind::Digit { key: text.clone().into_owned() }));
        }
        if !chords.contains(&chord) {
            chords.push(chord);
        }
    }
    // There is always a way out, of a line in which a name is typed too.
    let fixed = command.keys.iter().filter(|chord| command.action == Action::Quit && chord.stroke.control);
    chords.extend(fixed.filter(|chord| !chords.contains(chord)).copied().collect::<Vec<_>>());
    let is_needed = matches!(command.action, Action::Choose | Action::Close | Action::Answer);
    let is_in_answer = command.contexts == [Context::Answer] && !chords.is_empty();
    let never = |chord: &Chord| {
        if is_in_answer { chord.stroke.is_typed_in(Context::Answer) } else { chord.stroke.typed().is_some() }
    };
    if (is_needed || is_in_answer) && chords.iter().all(never) {
        return Err((None, KeysFaultKind::OnlyLetters { command: name.to_owned() }));
    }
    Ok((command, chords))
}
