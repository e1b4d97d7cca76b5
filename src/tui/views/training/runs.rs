//! The losses of all runs of a lesson, each trained on its own.

use std::time::Duration;

use super::Watching;
use super::losses::{among_others, losses_by_epoch};
use crate::formula::Name;
use crate::lesson::Lesson;
use crate::study::{EpochLoss, History};
use crate::tui::pen::Pen;
use crate::tui::plot::Plot;

/// A training for each run of a lesson that has several.
#[derive(Default)]
pub(super) struct Runs {
    all: Vec<OfRun>,
}

struct OfRun {
    /// None for the lesson's own.
    name: Option<Name>,
    loss: Option<EpochLoss>,
    history: History,
}

impl Runs {
    /// Prepares to train every run for so many epochs.
    pub(super) fn of(base: &Lesson, epochs: u64) -> Self {
        if base.compared().is_empty() {
            return Self::default();
        }
        let names = std::iter::once(None).chain(base.compared().iter().map(|side| Some(side.name.clone())));
        let run = |name: Option<Name>| {
            let loss = EpochLoss::of(base.of_run(name.as_ref())).map(EpochLoss::without_validation);
            OfRun { name, loss, history: History::to(epochs) }
        };
        Self { all: names.map(run).collect() }
    }

    /// Works for a moment; true while there is more to do.
    pub(super) fn go_on(&mut self, base: &mut Lesson, patience: Duration) -> bool {
        let open = self.all.iter_mut().find(|run| run.history.next().is_some());
        open.is_some_and(|run| {
            let of = base.of_run_mut(run.name.as_ref()).run();
            run.history.go_on(of, run.loss.as_ref(), patience);
            true
        })
    }

    /// The losses by epoch, a curve for each run; the one that is read is marked.
    pub(super) fn plot(&self, pen: &Pen<'_>, read: Option<&Name>, watching: &Watching) -> Plot {
        let curve = |(at, run): (usize, &OfRun)| {
            let name = run.name.as_ref().map_or_else(|| pen.text("lesson-run-base", &[]), ToString::to_string);
            let is_read = run.name.as_ref() == read;
            let label = if is_read { format!("{} {name}", pen.look.signs.here) } else { name };
            among_others(pen, at, &run.history, label)
        };
        losses_by_epoch(pen, watching, self.all.iter().enumerate().map(curve).collect())
    }
}
