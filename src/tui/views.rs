//! What can fill the middle of the window in place of the board. Each view has a state that keys change, facts that
//! are taken out of the lesson before anything is drawn, and a drawing.
//!
//! Must not know of the terminal.

pub(super) mod check;
pub(super) mod steps;
pub(super) mod table;
pub(super) mod training;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::keys::{Action, Context};
use super::scene::View;
use super::state::State;
use crate::judge::Marker;
use crate::lesson::Lesson;

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

/// What views have worked out so far, and keep while the lesson stays.
#[derive(Default)]
pub struct Work {
    /// What training came to.
    pub(super) training: training::Work,
    /// The check of a gradient.
    check: check::Kept,
    /// The order of the table, and what its source printed.
    pub(super) table: table::Work,
    /// What marks the answers of practice.
    pub(super) marker: Marker,
}

impl Work {
    /// Works for a moment at what the open view waits for; true while there is more to do.
    pub(super) fn go_on(&mut self, lesson: &mut Lesson, state: &State) -> bool {
        match state.view {
            Kind::Training => self.training.go_on(lesson, state.run.as_ref(), &state.training),
            Kind::Table => self.table.go_on(lesson),
            Kind::Board | Kind::Steps | Kind::Check => false,
        }
    }
}

/// Opens a view at the step that is shown; the view that is open already is left for the board.
pub(super) fn open(state: &mut State, lesson: &Lesson, kind: Kind) {
    if state.view == kind {
        state.view = Kind::Board;
        return;
    }
    state.view = kind;
    match kind {
        Kind::Board => {}
        Kind::Steps => state.steps = steps::Cursor::at(state.position),
        Kind::Check => state.check.choose_for(lesson, state.position),
        Kind::Training => state.training.open(lesson, state.position),
        Kind::Table => state.table.chosen = state.position.number,
    }
}

/// What the open view shows.
pub(super) enum Facts {
    /// The board has a page.
    Board,
    /// The steps around the cursor.
    Steps(steps::Facts),
    /// A gradient that is checked.
    Check(check::Facts),
    /// What training came to.
    Training(training::Facts),
    /// The rows of the table that are in sight.
    Table(table::Facts),
}

impl Facts {
    /// Takes what a view shows out of a lesson, for an area.
    pub(super) fn of(lesson: &mut Lesson, state: &State, work: &mut Work, area: Rect) -> Self {
        match state.view {
            Kind::Board => Self::Board,
            Kind::Steps => Self::Steps(steps::Facts::of(lesson, state, state.steps.position, area.height)),
            Kind::Check => Self::Check(check::Facts::of(lesson, state, &mut work.check)),
            Kind::Training => Self::Training(training::Facts::of(lesson, state, &mut work.training)),
            Kind::Table => Self::Table(table::Facts::of(lesson, state, &mut work.table, area.height)),
        }
    }
}

/// Draws the view that is open, where that is not the board, and returns the row that is at its top.
pub(super) fn draw(view: &View<'_>, area: Rect, buffer: &mut Buffer) -> Option<usize> {
    match &view.scene.facts {
        Facts::Board => None,
        Facts::Steps(facts) => {
            steps::draw(view, facts, area, buffer);
            Some(0)
        }
        Facts::Check(facts) => Some(check::draw(view, facts, area, buffer)),
        Facts::Training(_) => {
            training::draw(view, &view.work.training, area, buffer);
            Some(0)
        }
        Facts::Table(facts) => {
            table::draw(view, facts, area, buffer);
            Some(0)
        }
    }
}
