//! The same training with other learning rates.

use std::time::Duration;

use rust_decimal::Decimal;

use super::losses::{by_epoch, coordinate};
use crate::lesson::Lesson;
use crate::run::Run;
use crate::study::{EpochLoss, History};
use crate::tui::plot::{Curve, Plot};
use crate::tui::scene::View;
use crate::tui::theme::Meaning;

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

    /// The losses by epoch, a curve for each rate. The axes reach as high as every training begins; one that diverges
    /// leaves them.
    pub(super) fn plot(&self, view: &View<'_>) -> Plot {
        let curve = |other: &Other| {
            let beats = other.history.beats();
            let points: Vec<_> =
                beats.iter().map(|beat| (Decimal::from(beat.epoch), coordinate(beat.loss.as_ref()))).collect();
            let first = points.first().and_then(|point| point.1);
            let stays = points.iter().all(|point| point.1.is_some_and(|loss| first.is_none_or(|first| loss <= first)));
            let rate = view.look.signs.number(&other.rate.to_string());
            let label = format!("{} {rate}", view.plain("η"));
            let style = view.look.theme.of(Meaning::Error);
            Curve { points, style, label, leads: stays && other.history.halt().is_none() }
        };
        by_epoch(view, self.runs.iter().map(curve).collect())
    }
}
