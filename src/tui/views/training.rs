//! How training goes on: the loss, the parameters, what the network answers, the loss along a parameter, other rates.
//!
//! The epochs are run a little at a time between two frames, so that every key is heard.

mod answers;
mod board;
mod losses;
mod rates;
mod slice;

use std::time::Duration;

pub(in crate::tui) use board::{Facts, draw};

use super::check::Kept;
use crate::lesson::{Lesson, Position};
use crate::study::{EpochLoss, History};
use rates::Rates;

/// How long the program works between two frames.
const PATIENCE: Duration = Duration::from_millis(12);

/// So many epochs can be asked for.
const MOST_EPOCHS: u64 = 100_000;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Panel {
    /// The loss by epoch.
    #[default]
    Loss,
    /// The parameters by epoch.
    Parameters,
    /// What is answered where no sample is.
    Answers,
    /// The loss along one parameter.
    Slice,
    /// The loss by epoch for other learning rates.
    Rates,
}

impl Panel {
    /// Every panel, in order.
    pub const ALL: [Self; 5] = [Self::Loss, Self::Parameters, Self::Answers, Self::Slice, Self::Rates];

    /// The message that is its name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Loss => "screen-training-loss",
            Self::Parameters => "screen-training-parameters",
            Self::Answers => "screen-training-answers",
            Self::Slice => "screen-training-slice",
            Self::Rates => "screen-training-rates",
        }
    }

    fn turned(self, forwards: bool) -> Self {
        let at = Self::ALL.iter().position(|panel| *panel == self).unwrap_or(0);
        let count = Self::ALL.len();
        Self::ALL[(at + if forwards { 1 } else { count - 1 }) % count]
    }
}

/// What keys change in this view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watching {
    /// What is drawn.
    pub panel: Panel,
    /// The epoch that is looked at.
    pub epoch: u64,
    /// The parameter whose slice is drawn, by its place among those that are trained.
    pub parameter: usize,
    /// How many epochs are to be run.
    pub epochs: u64,
    /// Whether running them is interrupted.
    pub is_halted: bool,
}

impl Default for Watching {
    fn default() -> Self {
        Self { panel: Panel::Loss, epoch: 1, parameter: 0, epochs: 1, is_halted: false }
    }
}

impl Watching {
    /// Begins at the epoch of a step.
    pub(in crate::tui) fn open(&mut self, lesson: &Lesson, position: Position) {
        self.epochs = self.epochs.max(lesson.epochs());
        self.epoch = position.epoch.min(self.epochs);
        self.is_halted = false;
    }

    /// Shows the next or the previous panel.
    pub(in crate::tui) fn turn(&mut self, forwards: bool) {
        self.panel = self.panel.turned(forwards);
    }

    /// Looks at the next or the previous parameter.
    pub(in crate::tui) fn choose(&mut self, lesson: &Lesson, forwards: bool) {
        let count = lesson.program().trained.len().max(1);
        self.parameter = (self.parameter + if forwards { 1 } else { count - 1 }) % count;
    }

    /// Runs ten times as many epochs, or a tenth, but no fewer than the lesson has.
    pub(in crate::tui) fn extend(&mut self, lesson: &Lesson, further: bool) {
        let epochs = if further { self.epochs.saturating_mul(10).min(MOST_EPOCHS) } else { self.epochs / 10 };
        self.epochs = epochs.max(lesson.epochs()).max(1);
        self.epoch = self.epoch.min(self.epochs);
        self.is_halted = false;
    }

    /// Looks at an epoch so many of those that are drawn further on, or before.
    pub(in crate::tui) fn step(&mut self, work: &Work, forwards: bool, times: u64) {
        let beats = work.history.beats();
        let here = beats.iter().rposition(|beat| beat.epoch <= self.epoch).unwrap_or(0);
        let times = usize::try_from(times).unwrap_or(usize::MAX);
        let to = if forwards { here.saturating_add(times) } else { here.saturating_sub(times) };
        if let Some(beat) = beats.get(to.min(beats.len().saturating_sub(1))) {
            self.epoch = beat.epoch;
        }
    }
}

/// What has been worked out so far; it is made anew when other epochs are asked for.
#[derive(Default)]
pub struct Work {
    history: History,
    rates: Rates,
    loss: Option<EpochLoss>,
    is_begun: bool,
    answers: answers::Kept,
    slice: slice::Kept,
    /// The check of a gradient, which other views than this one show.
    pub(in crate::tui) check: Kept,
}

impl Work {
    /// Works for a moment; true while there is more to do.
    pub(in crate::tui) fn go_on(&mut self, lesson: &mut Lesson, watching: &Watching) -> bool {
        if !self.is_begun || self.history.last() != watching.epochs {
            self.history = History::to(watching.epochs);
            self.loss = EpochLoss::of(lesson);
            self.rates = Rates::of(lesson, watching.epochs);
            self.is_begun = true;
        }
        if watching.is_halted || lesson.program().trained.is_empty() {
            return false;
        }
        if self.history.go_on(lesson.run(), self.loss.as_ref(), PATIENCE) {
            return true;
        }
        watching.panel == Panel::Rates && self.rates.go_on(self.loss.as_ref(), PATIENCE)
    }
}
