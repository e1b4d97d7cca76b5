//! How training goes on: the loss, the parameters, what the network answers, the loss along a parameter, other rates.
//!
//! The epochs are run a little at a time between two frames, so that every key is heard.

mod answers;
mod board;
mod losses;
mod rates;
mod runs;
mod slice;

use std::time::Duration;

pub(in crate::tui) use board::Facts;

use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::scenario::See;
use crate::study::{EpochLoss, History};
use crate::tui::effect::Answer;
use crate::tui::keys::Action;
use rates::Rates;
use runs::Runs;

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
    /// The loss by epoch of every run of the lesson.
    Runs,
}

impl Panel {
    /// Every panel, in order.
    pub const ALL: [Self; 6] = [Self::Loss, Self::Parameters, Self::Answers, Self::Slice, Self::Rates, Self::Runs];

    /// The message that is its name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Loss => "screen-training-loss",
            Self::Parameters => "screen-training-parameters",
            Self::Answers => "screen-training-answers",
            Self::Slice => "screen-training-slice",
            Self::Rates => "screen-training-rates",
            Self::Runs => "screen-training-runs",
        }
    }

    /// The panels of a lesson; only one that has other runs has a panel for them.
    fn all(has_runs: bool) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |panel| has_runs || *panel != Self::Runs)
    }

    fn turned(self, forwards: bool, has_runs: bool) -> Self {
        let all: Vec<Self> = Self::all(has_runs).collect();
        let at = all.iter().position(|panel| *panel == self).unwrap_or(0);
        let count = all.len();
        all[(at + if forwards { 1 } else { count - 1 }) % count]
    }
}

/// What keys change in this view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is switched on its own")]
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
    /// Whether the lesson has other runs.
    pub has_runs: bool,
    /// Whether the view was opened before.
    pub was_opened: bool,
    /// Whether losses are drawn by their powers of ten.
    pub is_logarithmic: bool,
}

/// A training of one epoch shows nothing: more are offered.
fn least_epochs(lesson: &Lesson) -> u64 {
    if lesson.epochs() > 1 { lesson.epochs() } else { 10 }
}

impl Default for Watching {
    fn default() -> Self {
        Self {
            panel: Panel::Loss,
            epoch: 1,
            parameter: 0,
            epochs: 1,
            is_halted: false,
            has_runs: false,
            was_opened: false,
            is_logarithmic: false,
        }
    }
}

impl Watching {
    /// Begins at the epoch of a step.
    pub(in crate::tui) fn open(&mut self, lesson: &Lesson, position: Position) {
        self.epochs = self.epochs.max(least_epochs(lesson));
        self.epoch = position.epoch.min(self.epochs);
        self.is_halted = false;
        // The loss of a graph says little; where its parameters go is the point.
        if !self.was_opened && matches!(lesson.scenario().subject, crate::scenario::Subject::Graph(_)) {
            self.panel = Panel::Parameters;
        }
        self.was_opened = true;
    }

    /// Shows the drawing that a note points at, as it is at the end of the training.
    pub(in crate::tui) fn point(&mut self, lesson: &Lesson, see: See, subject: &Name) {
        self.panel = match see {
            See::Parameters => Panel::Parameters,
            See::Answers => Panel::Answers,
            See::Slice => Panel::Slice,
            See::Rates => Panel::Rates,
            See::Runs => Panel::Runs,
            See::Training => Panel::Loss,
            See::Steps | See::Table | See::Check | See::WhatIf => return,
        };
        self.epoch = self.epochs.max(1);
        let parameter = lesson.program().trained.iter().position(|trained| trained.parameter == *subject);
        self.parameter = parameter.unwrap_or(self.parameter);
    }

    /// Answers a key.
    pub(in crate::tui) fn keys(&mut self, action: Action, count: Option<u64>, lesson: &Lesson, work: &Work) -> Answer {
        match action {
            Action::Choose => return Answer::Go(Position::start_of(self.epoch)),
            Action::Up | Action::Down => self.choose(lesson, action == Action::Down),
            Action::NextPanel | Action::PreviousPanel => self.turn(action == Action::NextPanel),
            Action::LaterEpoch | Action::EarlierEpoch => {
                self.step(work, action == Action::LaterEpoch, count.unwrap_or(1));
            }
            Action::MoreEpochs | Action::FewerEpochs => self.extend(lesson, action == Action::MoreEpochs),
            Action::Halt => self.is_halted = !self.is_halted,
            Action::Logarithmic => self.is_logarithmic = !self.is_logarithmic,
            _ => return Answer::Pass,
        }
        Answer::Done
    }

    /// Shows the next or the previous panel.
    fn turn(&mut self, forwards: bool) {
        self.panel = self.panel.turned(forwards, self.has_runs);
    }

    /// Looks at the next or the previous parameter.
    fn choose(&mut self, lesson: &Lesson, forwards: bool) {
        let count = lesson.program().trained.len().max(1);
        self.parameter = (self.parameter + if forwards { 1 } else { count - 1 }) % count;
    }

    /// Runs ten times as many epochs, or a tenth, but no fewer than the lesson has.
    fn extend(&mut self, lesson: &Lesson, further: bool) {
        let epochs = if further { self.epochs.saturating_mul(10).min(MOST_EPOCHS) } else { self.epochs / 10 };
        self.epochs = epochs.max(least_epochs(lesson));
        self.epoch = self.epoch.min(self.epochs);
        self.is_halted = false;
    }

    /// Looks at an epoch so many of those that are drawn further on, or before.
    fn step(&mut self, work: &Work, forwards: bool, times: u64) {
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
pub(in crate::tui) struct Work {
    /// The run that it is about, where that is not the lesson's own.
    run: Option<Name>,
    history: History,
    rates: Rates,
    runs: Runs,
    loss: Option<EpochLoss>,
    is_begun: bool,
    answers: answers::Kept,
    slice: slice::Kept,
}

impl Work {
    /// Forgets what was worked out of another run.
    fn turn_to(&mut self, run: Option<&Name>) {
        if self.run.as_ref() != run {
            *self = Self { run: run.cloned(), ..Self::default() };
        }
    }

    /// Works for a moment at a run of a lesson; true while there is more to do.
    pub(in crate::tui) fn go_on(&mut self, base: &mut Lesson, run: Option<&Name>, watching: &Watching) -> bool {
        self.turn_to(run);
        if !self.is_begun || self.history.last() != watching.epochs {
            self.runs = Runs::of(base, watching.epochs);
            let lesson = base.of_run_mut(run);
            self.history = History::to(watching.epochs);
            self.loss = EpochLoss::of(lesson);
            self.rates = Rates::of(lesson, watching.epochs);
            self.is_begun = true;
        }
        if !watching.is_halted && watching.panel == Panel::Runs && self.runs.go_on(base, PATIENCE) {
            return true;
        }
        let lesson = base.of_run_mut(run);
        if watching.is_halted || lesson.program().trained.is_empty() {
            return false;
        }
        // What is done at once has to be drawn as well.
        let was_open = self.history.next().is_some();
        self.history.go_on(lesson.run(), self.loss.as_ref(), PATIENCE);
        if was_open {
            return true;
        }
        let of_training = || self.loss.clone().map(EpochLoss::without_validation);
        watching.panel == Panel::Rates && self.rates.go_on(of_training().as_ref(), PATIENCE)
    }
}
