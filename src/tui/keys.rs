//! The one table of commands: from it come the keymap, the help page, the hints and docs/keys.md.

mod chord;

use std::fmt::Write as _;

use crossterm::event::KeyCode;

pub use chord::{Chord, Stroke};

use crate::messages::Messages;
use chord::{control, key, letter, twice};

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the help of each stands in the table")]
pub enum Action {
    Next,
    Back,
    NextNeuron,
    PreviousNeuron,
    NextPhase,
    PreviousPhase,
    NextEpoch,
    PreviousEpoch,
    First,
    Last,
    Jump,
    Trail,
    Return,
    Runs,
    ShowSteps,
    ShowCheck,
    ShowTraining,
    NextPanel,
    PreviousPanel,
    LaterEpoch,
    EarlierEpoch,
    MoreEpochs,
    FewerEpochs,
    Halt,
    NextParameter,
    PreviousParameter,
    Finer,
    Coarser,
    Up,
    Down,
    Choose,
    Language,
    Help,
    Close,
    Quit,
    Suspend,
}

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// At a step.
    Lesson,
    /// Among the scenarios.
    Picker,
    /// In the list of steps.
    Steps,
    /// Where a gradient is checked.
    Check,
    /// Where training is watched.
    Training,
    /// Among the links of a step.
    Trail,
    /// Where a name is typed: keys that make a character are typed.
    Text,
    /// On a page that is read: help, or what is wrong with a file.
    Help,
    /// At the table of runs.
    Runs,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 9] = [
        Self::Lesson,
        Self::Picker,
        Self::Steps,
        Self::Training,
        Self::Check,
        Self::Trail,
        Self::Text,
        Self::Help,
        Self::Runs,
    ];
}

/// One line of the table.
#[derive(Debug)]
pub struct Command {
    /// What is done.
    pub action: Action,
    /// The keys, the one to be named first.
    pub keys: &'static [Chord],
    /// What the help page says.
    pub help: &'static str,
    /// The word in the line of hints, where it is named there.
    pub hint: Option<&'static str>,
    /// Where it works.
    pub contexts: &'static [Context],
}

const LESSON: &[Context] = &[Context::Lesson];
const LISTS: &[Context] =
    &[Context::Picker, Context::Steps, Context::Training, Context::Check, Context::Trail, Context::Help, Context::Runs];
const WALKS: &[Context] = &[Context::Lesson, Context::Steps];
const VIEWS: &[Context] = &[Context::Lesson, Context::Steps, Context::Training, Context::Check];
const TRAINING: &[Context] = &[Context::Training];
const CHECK: &[Context] = &[Context::Check];

macro_rules! command {
    ($action:ident, $contexts:expr, [$($key:expr),+], $help:literal, $hint:expr) => {
        Command { action: Action::$action, keys: &[$($key),+], help: $help, hint: $hint, contexts: $contexts }
    };
}

/// The table.
pub const COMMANDS: &[Command] = &[
    command!(
        Next,
        LESSON,
        [letter(' '), key(KeyCode::Enter), key(KeyCode::Right), letter('l'), letter('n')],
        "help-next",
        Some("help-hint-next")
    ),
    command!(
        Back,
        LESSON,
        [letter('p'), key(KeyCode::Left), letter('h'), key(KeyCode::Backspace)],
        "help-back",
        Some("help-hint-back")
    ),
    command!(NextNeuron, WALKS, [key(KeyCode::Tab)], "help-next-neuron", Some("help-hint-neuron")),
    command!(PreviousNeuron, WALKS, [key(KeyCode::BackTab)], "help-previous-neuron", None),
    command!(NextPhase, WALKS, [letter(']')], "help-next-phase", None),
    command!(PreviousPhase, WALKS, [letter('[')], "help-previous-phase", None),
    command!(NextEpoch, WALKS, [letter('}')], "help-next-epoch", None),
    command!(PreviousEpoch, WALKS, [letter('{')], "help-previous-epoch", None),
    command!(First, WALKS, [twice('g'), key(KeyCode::Home)], "help-first", None),
    command!(Last, WALKS, [letter('G'), key(KeyCode::End)], "help-last", None),
    command!(Jump, WALKS, [letter('/'), letter(':')], "help-jump", Some("help-hint-jump")),
    command!(Trail, LESSON, [letter('t')], "help-trail", Some("help-hint-trail")),
    command!(Return, LESSON, [letter('b'), control('o')], "help-return", Some("help-hint-return")),
    command!(Runs, LESSON, [letter('r')], "help-runs", None),
    command!(ShowSteps, VIEWS, [letter('s')], "help-show-steps", None),
    command!(ShowCheck, VIEWS, [letter('x')], "help-show-check", None),
    command!(ShowTraining, VIEWS, [letter('c')], "help-show-training", None),
    command!(NextPanel, TRAINING, [key(KeyCode::Tab)], "help-next-panel", Some("help-hint-panel")),
    command!(PreviousPanel, TRAINING, [key(KeyCode::BackTab)], "help-previous-panel", None),
    command!(LaterEpoch, TRAINING, [key(KeyCode::Right), letter('l')], "help-later-epoch", Some("help-hint-later")),
    command!(EarlierEpoch, TRAINING, [key(KeyCode::Left), letter('h')], "help-earlier-epoch", None),
    command!(MoreEpochs, TRAINING, [letter('+')], "help-more-epochs", Some("help-hint-more-epochs")),
    command!(FewerEpochs, TRAINING, [letter('-')], "help-fewer-epochs", None),
    command!(Halt, TRAINING, [letter('.')], "help-halt", Some("help-hint-halt")),
    command!(NextParameter, CHECK, [key(KeyCode::Tab)], "help-next-parameter", Some("help-hint-parameter")),
    command!(PreviousParameter, CHECK, [key(KeyCode::BackTab)], "help-previous-parameter", None),
    command!(Finer, CHECK, [letter('+')], "help-finer", Some("help-hint-finer")),
    command!(Coarser, CHECK, [letter('-')], "help-coarser", Some("help-hint-coarser")),
    command!(Up, LISTS, [key(KeyCode::Up), letter('k')], "help-up", None),
    command!(Down, LISTS, [key(KeyCode::Down), letter('j')], "help-down", Some("help-hint-down")),
    command!(
        Choose,
        &[Context::Picker, Context::Steps, Context::Training, Context::Trail, Context::Text],
        [key(KeyCode::Enter), letter(' ')],
        "help-choose",
        Some("help-hint-choose")
    ),
    command!(
        Language,
        &[Context::Lesson, Context::Picker, Context::Steps, Context::Training, Context::Check, Context::Help],
        [letter('L')],
        "help-language",
        None
    ),
    command!(Close, &Context::ALL, [key(KeyCode::Esc)], "help-close", Some("help-hint-close")),
    command!(
        Help,
        &[Context::Lesson, Context::Picker, Context::Steps, Context::Training, Context::Check, Context::Trail],
        [letter('?')],
        "help-help",
        Some("help-hint-help")
    ),
    command!(Quit, &Context::ALL, [letter('q'), control('c')], "help-quit", Some("help-hint-quit")),
    command!(Suspend, &Context::ALL, [control('z')], "help-suspend", None),
];

impl Command {
    /// Whether it works there by that chord: where text is typed, a character is one.
    #[must_use]
    pub fn answers(&self, context: Context, chord: Chord) -> bool {
        let typed = context == Context::Text && chord.stroke.typed().is_some();
        self.contexts.contains(&context) && self.keys.contains(&chord) && !typed
    }

    /// Its keys, by name.
    #[must_use]
    pub fn key_names(&self) -> Vec<String> {
        self.keys.iter().map(|chord| chord.name()).collect()
    }
}

/// What a key that is pressed comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// A command.
    Command(Action),
    /// The first of two; the second is waited for.
    FirstOfTwo(Stroke),
    /// A character of a text, or a digit of a count.
    Typed(char),
    /// The last character of a text is taken back.
    Erase,
    /// Nothing.
    Nothing,
}

/// Looks a key up.
#[must_use]
pub fn press(context: Context, first: Option<Stroke>, stroke: Stroke) -> Pressed {
    let command = |twice: bool| {
        COMMANDS.iter().find(|command| command.answers(context, Chord { stroke, twice })).map(|command| command.action)
    };
    if let Some(action) = command(true) {
        return if first == Some(stroke) { Pressed::Command(action) } else { Pressed::FirstOfTwo(stroke) };
    }
    if let Some(action) = command(false) {
        return Pressed::Command(action);
    }
    match (stroke.typed(), context) {
        (Some(letter), Context::Text) => Pressed::Typed(letter),
        (Some(letter), Context::Lesson | Context::Steps | Context::Training) if letter.is_ascii_digit() => {
            Pressed::Typed(letter)
        }
        _ if context == Context::Text && stroke.code == KeyCode::Backspace => Pressed::Erase,
        _ => Pressed::Nothing,
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        for context in Context::ALL {
            for command in COMMANDS {
                for &chord in command.keys {
                    let other = |other: &&Command| {
                        other.contexts.contains(&context)
                            && other.keys.iter().any(|key| key.stroke == chord.stroke && other.action != command.action)
                    };
                    let clash = COMMANDS.iter().find(other).filter(|_| command.contexts.contains(&context));
                    assert!(clash.is_none(), "{} is {:?} and {clash:?}", chord.name(), command.action);
                }
            }
        }
    }

    #[test]
    fn letters_are_typed_where_text_is_typed() {
        let q = letter('q').stroke;
        assert_eq!(press(Context::Text, None, q), Pressed::Typed('q'));
        assert_eq!(press(Context::Lesson, None, q), Pressed::Command(Action::Quit));
        assert_eq!(press(Context::Text, None, control('c').stroke), Pressed::Command(Action::Quit));
        assert_eq!(press(Context::Text, None, letter(' ').stroke), Pressed::Typed(' '));
    }

    #[test]
    fn some_keys_are_pressed_twice() {
        let g = letter('g').stroke;
        assert_eq!(press(Context::Lesson, None, g), Pressed::FirstOfTwo(g));
        assert_eq!(press(Context::Lesson, Some(g), g), Pressed::Command(Action::First));
    }
}
