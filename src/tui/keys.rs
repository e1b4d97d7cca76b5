//! What keys do, and where: from the one table of commands come the keymap, the help page, the hints and docs/keys.md.

mod chord;
mod document;
mod file;
mod keymap;
mod names;
mod pressed;
mod table;

pub use chord::{Chord, Stroke};
pub use document::document;
pub use file::{KeysFault, KeysFaultKind};
pub use keymap::{Bound, Keymap};
pub use pressed::{Pressed, press};
pub use table::COMMANDS;

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
    ShowTable,
    Sort,
    PageUp,
    PageDown,
    NextPanel,
    PreviousPanel,
    LaterEpoch,
    EarlierEpoch,
    MoreEpochs,
    FewerEpochs,
    Halt,
    Logarithmic,
    NextParameter,
    PreviousParameter,
    Finer,
    Coarser,
    MoreDigits,
    FewerDigits,
    NextForm,
    Present,
    Play,
    Faster,
    Slower,
    NextDetail,
    NextNew,
    Up,
    Down,
    Choose,
    ChooseNumber,
    Language,
    Help,
    Close,
    Quit,
    Suspend,
    WhatIf,
    Undo,
    Redo,
    Write,
    Practise,
    Answer,
    Hint,
    Reveal,
    Skip,
    MoreValues,
    Review,
    Again,
    NextRound,
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
    /// Among the numbers that can be changed.
    WhatIf,
    /// In the table of values.
    Table,
    /// Where an answer is typed: keys that numbers, formulas and names are made of are typed.
    Answer,
    /// At the review of a practice.
    Review,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 13] = [
        Self::Lesson,
        Self::Picker,
        Self::Steps,
        Self::Training,
        Self::Check,
        Self::Trail,
        Self::Text,
        Self::Help,
        Self::Runs,
        Self::WhatIf,
        Self::Table,
        Self::Answer,
        Self::Review,
    ];

    /// Whether a character is typed there.
    #[must_use]
    pub fn types(self, letter: char) -> bool {
        match self {
            Self::Text => true,
            // No number, formula or name has these.
            Self::Answer => !matches!(letter, '?' | '!'),
            _ => false,
        }
    }
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

impl Command {
    /// What it is called in the file of keys.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.help.strip_prefix("help-").unwrap_or(self.help)
    }
}
