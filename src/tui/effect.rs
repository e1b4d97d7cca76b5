//! What a key comes to: beyond the state of the lesson, and as a view or an overlay answers it.

use super::notice::Notice;
use super::what_if::Deed;
use crate::formula::Name;
use crate::lesson::Position;

/// What is to happen next, beyond the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing: the screen is drawn again.
    Draw,
    /// The lesson is left.
    Leave,
    /// The program ends.
    Quit,
    /// The program is put into the background.
    Suspend,
    /// The other language is spoken.
    SwitchLanguage,
    /// Something is done with the scenario of the lesson.
    WhatIf(Deed),
}

/// How a view or an overlay answers a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The key is not one of its own: whoever lies below is asked.
    Pass,
    /// It has changed itself.
    Done,
    /// There is something to say.
    Say(Notice),
    /// The reader goes to a step of the run that is read.
    Go(Position),
    /// The reader goes to a step of another run.
    GoIn(Option<Name>, Position),
    /// The overlay is closed.
    Close,
    /// The overlay is closed, and there is something to say.
    CloseAndSay(Notice),
    /// Something happens beyond the state.
    Do(Effect),
}
