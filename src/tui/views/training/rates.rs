//! The same training with other learning rates.

use std::time::Duration;

use rust_decimal::Decimal;

use super::Watching;
use super::losses::{among_others, losses_by_epoch};
use crate::lesson::Lesson;
use crate::run::Run;
use crate::study::{EpochLoss, History};
use crate::tui::pen::Pen;
use crate::tui::plot::Plot;

/// The rates beside the lesson's own, as multiples of it.
const FACTORS: [(i64, u32); 5] = [(1, 1), (5, 1), (1, 0), (2, 0), (10, 0)];

/// A training for each rate.
#[derive(Default)]
pub(super) struct Rates {
    runs: Vec<Other>,
}

struct Other {
    rate: Decimal,
    run: Run,
    history: History,
}

impl Rates {
    /// Prepares to train with other rates.
    pub(super) fn of(lesson: &mut Lesson, epochs: u64) -> Self {
        let run = lesson.run();
        let other = |(digits, scale): (i64, u32)| {
            let setting = run.setting();
            let rate = setting.learning_rate.checked_mul(Decimal::new(digits, scale))?.normalize();
            let run = run.on(setting.with_rate(rate));
            Some(Other { rate, run, history: History::to(epochs) })
        };
        Self { runs: FACTORS.into_iter().filter_map(other).collect() }
    }

    /// Works for a moment; true while there is more to do.
    pub(super) fn go_on(&mut self, loss: Option<&EpochLoss>, patience: Duration) -> bool {
        let open = self.runs.iter_mut().find(|other| other.history.next().is_some());
        open.is_some_and(|other| {
            other.history.go_on(&mut other.run, loss, patience);
            true
        })
    }

    /// The losses by epoch, a curve for each rate.
    pub(super) fn plot(&self, pen: &Pen<'_>, watching: &Watching) -> Plot {
        let curve = |(at, other): (usize, &Other)| {
            let rate = pen.look.signs.number(&other.rate.to_string());
            among_others(pen, at, &other.history, format!("{} {rate}", pen.plain("η")))
        };
        losses_by_epoch(pen, watching, self.runs.iter().enumerate().map(curve).collect())
    }
}
