//! What can fill the middle of the window in place of the board. Each view is a type that answers its own keys, and
//! prepares what is then drawn: drawing changes nothing and computes nothing.
//!
//! Must not know of the terminal, nor of each other.

pub(super) mod check;
pub(super) mod steps;
pub(super) mod table;
pub(super) mod training;

use super::keys::{Action, Context};

/// The views.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    /// One step at a time.
    #[default]
    Board,
    /// All steps of an epoch, in order.
    Steps,
    /// A gradient beside a difference quotient and the ways that it adds up.
    Check,
    /// How training goes on.
    Training,
    /// Every value of a pass.
    Table,
}

impl Kind {
    /// Every view, in the order of their tabs.
    pub const ALL: [Self; 5] = [Self::Board, Self::Steps, Self::Training, Self::Check, Self::Table];

    /// Where its keys are pressed.
    #[must_use]
    pub fn context(self) -> Context {
        match self {
            Self::Board => Context::Lesson,
            Self::Steps => Context::Steps,
            Self::Check => Context::Check,
            Self::Training => Context::Training,
            Self::Table => Context::Table,
        }
    }

    /// The view that an action opens.
    #[must_use]
    pub fn opened_by(action: Action) -> Option<Self> {
        match action {
            Action::ShowSteps => Some(Self::Steps),
            Action::ShowCheck => Some(Self::Check),
            Action::ShowTraining => Some(Self::Training),
            Action::ShowTable => Some(Self::Table),
            _ => None,
        }
    }

    /// The message that is its name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Board => "screen-tab-board",
            Self::Steps => "screen-tab-steps",
            Self::Check => "screen-tab-check",
            Self::Training => "screen-tab-training",
            Self::Table => "screen-tab-table",
        }
    }
}
