//! The table of commands.

use crossterm::event::KeyCode;

use super::chord::{control, key, letter, twice};
use super::{Action, Command, Context};

const LESSON: &[Context] = &[Context::Lesson];
const LISTS: &[Context] = &[
    Context::Picker,
    Context::Steps,
    Context::Training,
    Context::Check,
    Context::Trail,
    Context::Help,
    Context::Runs,
    Context::WhatIf,
    Context::Table,
    Context::Review,
];
const WALKS: &[Context] = &[Context::Lesson, Context::Steps];
const VIEWS: &[Context] = &[Context::Lesson, Context::Steps, Context::Training, Context::Check, Context::Table];
const ROWS: &[Context] = &[Context::Lesson, Context::Steps, Context::Table];
const TABLE: &[Context] = &[Context::Table];
const TRAINING: &[Context] = &[Context::Training];
const CHECK: &[Context] = &[Context::Check];
const ANSWER: &[Context] = &[Context::Answer];
const REVIEW: &[Context] = &[Context::Review];

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
        &[Context::Lesson, Context::Answer],
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
    command!(First, ROWS, [twice('g'), key(KeyCode::Home)], "help-first", None),
    command!(Last, ROWS, [letter('G'), key(KeyCode::End)], "help-last", None),
    command!(Jump, ROWS, [letter('/'), letter(':')], "help-jump", Some("help-hint-jump")),
    command!(Practise, LESSON, [letter('e')], "help-practise", Some("help-hint-practise")),
    command!(Trail, LESSON, [letter('t')], "help-trail", Some("help-hint-trail")),
    command!(Return, LESSON, [letter('b'), control('o')], "help-return", Some("help-hint-return")),
    command!(Runs, LESSON, [letter('r')], "help-runs", None),
    command!(ShowSteps, VIEWS, [letter('s')], "help-show-steps", None),
    command!(ShowCheck, VIEWS, [letter('x')], "help-show-check", None),
    command!(ShowTraining, VIEWS, [letter('c')], "help-show-training", None),
    command!(ShowTable, VIEWS, [letter('v')], "help-show-table", None),
    command!(Sort, TABLE, [letter('o')], "help-sort", Some("help-hint-sort")),
    command!(PageUp, TABLE, [key(KeyCode::PageUp)], "help-page-up", None),
    command!(PageDown, TABLE, [key(KeyCode::PageDown)], "help-page-down", None),
    command!(NextPanel, TRAINING, [key(KeyCode::Tab)], "help-next-panel", Some("help-hint-panel")),
    command!(PreviousPanel, TRAINING, [key(KeyCode::BackTab)], "help-previous-panel", None),
    command!(LaterEpoch, TRAINING, [key(KeyCode::Right), letter('l')], "help-later-epoch", Some("help-hint-later")),
    command!(EarlierEpoch, TRAINING, [key(KeyCode::Left), letter('h')], "help-earlier-epoch", None),
    command!(MoreEpochs, TRAINING, [letter('+')], "help-more-epochs", Some("help-hint-more-epochs")),
    command!(FewerEpochs, TRAINING, [letter('-')], "help-fewer-epochs", None),
    command!(Halt, TRAINING, [letter('.')], "help-halt", Some("help-hint-halt")),
    command!(Logarithmic, TRAINING, [letter('y')], "help-logarithmic", None),
    command!(NextParameter, CHECK, [key(KeyCode::Tab)], "help-next-parameter", Some("help-hint-parameter")),
    command!(PreviousParameter, CHECK, [key(KeyCode::BackTab)], "help-previous-parameter", None),
    command!(Finer, CHECK, [letter('+')], "help-finer", Some("help-hint-finer")),
    command!(Coarser, CHECK, [letter('-')], "help-coarser", Some("help-hint-coarser")),
    command!(MoreDigits, LESSON, [letter('+')], "help-more-digits", None),
    command!(FewerDigits, LESSON, [letter('-')], "help-fewer-digits", None),
    command!(NextForm, LESSON, [letter('f')], "help-next-form", None),
    command!(NextDetail, LESSON, [letter('d')], "help-next-detail", None),
    command!(NextNew, LESSON, [letter('N')], "help-next-new", None),
    command!(Present, LESSON, [letter('P')], "help-present", None),
    command!(Play, LESSON, [letter('a')], "help-play", None),
    command!(Faster, LESSON, [letter('>')], "help-faster", None),
    command!(Slower, LESSON, [letter('<')], "help-slower", None),
    command!(Up, LISTS, [key(KeyCode::Up), letter('k')], "help-up", None),
    command!(Down, LISTS, [key(KeyCode::Down), letter('j')], "help-down", Some("help-hint-down")),
    command!(
        Choose,
        &[Context::Picker, Context::Steps, Context::Training, Context::Trail, Context::Text, Context::Table],
        [key(KeyCode::Enter), letter(' ')],
        "help-choose",
        Some("help-hint-choose")
    ),
    command!(
        Language,
        &[
            Context::Lesson,
            Context::Picker,
            Context::Steps,
            Context::Training,
            Context::Check,
            Context::Help,
            Context::Table
        ],
        [letter('L')],
        "help-language",
        None
    ),
    command!(Close, &Context::ALL, [key(KeyCode::Esc)], "help-close", Some("help-hint-close")),
    command!(
        Help,
        &[
            Context::Lesson,
            Context::Picker,
            Context::Steps,
            Context::Training,
            Context::Check,
            Context::Trail,
            Context::Table
        ],
        [letter('?')],
        "help-help",
        Some("help-hint-help")
    ),
    command!(Quit, &Context::ALL, [letter('q'), control('c')], "help-quit", Some("help-hint-quit")),
    command!(Suspend, &Context::ALL, [control('z')], "help-suspend", None),
    command!(WhatIf, VIEWS, [letter('w')], "help-what-if", Some("help-hint-what-if")),
    command!(
        ChooseNumber,
        &[Context::WhatIf],
        [key(KeyCode::Enter), letter(' ')],
        "help-choose-number",
        Some("help-hint-choose-number")
    ),
    command!(Undo, VIEWS, [letter('u')], "help-undo", Some("help-hint-undo")),
    command!(Redo, VIEWS, [control('r')], "help-redo", None),
    command!(Write, VIEWS, [letter('W')], "help-write", Some("help-hint-write")),
    command!(Answer, ANSWER, [key(KeyCode::Enter)], "help-answer", Some("help-hint-answer")),
    command!(MoreValues, ANSWER, [key(KeyCode::PageDown)], "help-more-values", Some("help-hint-more-values")),
    command!(Hint, ANSWER, [letter('?')], "help-hint", Some("help-hint-hint")),
    command!(Reveal, ANSWER, [letter('!')], "help-reveal", Some("help-hint-reveal")),
    command!(Skip, ANSWER, [key(KeyCode::Tab)], "help-skip", Some("help-hint-skip")),
    command!(Review, LESSON, [letter('E')], "help-review", Some("help-hint-review")),
    command!(Again, REVIEW, [letter('a')], "help-again", Some("help-hint-again")),
    command!(NextRound, REVIEW, [letter('n')], "help-next-round", Some("help-hint-next-round")),
];
