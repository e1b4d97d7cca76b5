//! Which keys do what: as the table says, or as the reader has changed it.

use super::{Action, COMMANDS, Chord, Command, Context};

/// The keys of every command, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    keys: Vec<Vec<Chord>>,
}

/// A command with the keys that it has.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a> {
    /// The command.
    pub command: &'static Command,
    /// Its keys, the one to be named first.
    pub keys: &'a [Chord],
}

/// A key that would do two things in one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clash {
    pub(super) chord: Chord,
    pub(super) one: &'static Command,
    pub(super) other: &'static Command,
}

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        Self { keys: COMMANDS.iter().map(|command| command.keys.to_vec()).collect() }
    }
}

impl Keymap {
    /// Every command with its keys.
    pub fn commands(&self) -> impl Iterator<Item = Bound<'_>> {
        COMMANDS.iter().zip(&self.keys).map(|(command, keys)| Bound { command, keys })
    }

    /// The key that is named for an action, where it has one.
    #[must_use]
    pub fn key_of(&self, action: Action) -> Option<Chord> {
        self.commands().find(|bound| bound.command.action == action)?.keys.first().copied()
    }

    /// Gives a command other keys.
    pub(super) fn bind(&mut self, action: Action, chords: Vec<Chord>) {
        let at = COMMANDS.iter().position(|command| command.action == action);
        if let Some(keys) = at.and_then(|at| self.keys.get_mut(at)) {
            *keys = chords;
        }
    }

    /// The keys that would do two things, each once.
    pub(super) fn clashes(&self) -> Vec<Clash> {
        let all: Vec<Bound<'_>> = self.commands().collect();
        let mut clashes = Vec::new();
        for (at, one) in all.iter().enumerate() {
            for other in all.iter().skip(at + 1) {
                // A letter is typed where text is.
                let meets = |chord: &Chord, context: &Context| {
                    let typed = chord.stroke.is_typed_in(*context);
                    one.command.contexts.contains(context) && other.command.contexts.contains(context) && !typed
                };
                let taken = |chord: &&Chord| other.keys.iter().any(|other| other.stroke == chord.stroke);
                let meet = |chord: &&Chord| Context::ALL.iter().any(|context| meets(chord, context));
                if let Some(chord) = one.keys.iter().find(|chord| taken(chord) && meet(chord)) {
                    clashes.push(Clash { chord: *chord, one: one.command, other: other.command });
                }
            }
        }
        clashes
    }
}

impl Bound<'_> {
    /// Whether it works there by that chord: where text is typed, a character is one.
    #[must_use]
    pub fn answers(&self, context: Context, chord: Chord) -> bool {
        let typed = chord.stroke.is_typed_in(context);
        self.command.contexts.contains(&context) && self.keys.contains(&chord) && !typed
    }

    /// Its keys, by name.
    #[must_use]
    pub fn key_names(&self) -> Vec<String> {
        self.keys.iter().map(|chord| chord.name()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        assert!(Keymap::default().clashes().is_empty(), "{:?}", Keymap::default().clashes());
    }

    #[test]
    fn every_action_has_one_line_of_the_table() {
        for command in COMMANDS {
            assert_eq!(COMMANDS.iter().filter(|other| other.action == command.action).count(), 1, "{command:?}");
        }
    }
}
