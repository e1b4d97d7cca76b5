//! The loss and the parameters by epoch.

use rust_decimal::Decimal;

use super::{Watching, Work};
use crate::lesson::Lesson;
use crate::number::Exact;
use crate::study::{Beat, History};
use crate::tui::pen::Pen;
use crate::tui::plot::{Curve, Plot};
use crate::tui::theme::Meaning;

/// So many parameters are drawn at most: those that move furthest.
const MOST_PARAMETERS: usize = 8;

/// The loss of every epoch that has been run.
pub(super) fn losses(pen: &Pen<'_>, watching: &Watching, work: &Work) -> Plot {
    let style = pen.look.theme.of(Meaning::Error);
    let points = work.history.beats().iter().map(|beat| (beat.epoch.into(), coordinate(beat.loss.as_ref()))).collect();
    let curve = Curve { points, style, label: "E".to_owned(), leads: true };
    let points = work.history.beats().iter().map(|beat| (beat.epoch.into(), coordinate(beat.validation.as_ref())));
    let validation = Curve {
        points: points.filter(|(_, loss)| loss.is_some()).collect(),
        style: pen.look.theme.of(Meaning::Value),
        label: pen.text("screen-validation", &[]),
        leads: true,
    };
    let has_validation = !validation.points.is_empty();
    losses_by_epoch(pen, watching, std::iter::once(curve).chain(has_validation.then_some(validation)).collect())
}

/// The losses of one training among others. The axes reach as high as every training begins; one that diverges leaves
/// them.
pub(super) fn among_others(pen: &Pen<'_>, at: usize, history: &History, label: String) -> Curve {
    let beats = history.beats();
    let points: Vec<_> = beats.iter().map(|beat| (Decimal::from(beat.epoch), coordinate(beat.loss.as_ref()))).collect();
    let first = points.first().and_then(|point| point.1);
    let stays = points.iter().all(|point| point.1.is_some_and(|loss| first.is_none_or(|first| loss <= first)));
    Curve { points, style: pen.look.theme.curve(at), label, leads: stays && history.halt().is_none() }
}

/// The parameters as every epoch starts.
pub(super) fn parameters(pen: &Pen<'_>, lesson: &Lesson, watching: &Watching, work: &Work) -> Plot {
    let beats = work.history.beats();
    let reach = |at: usize| {
        let values = || beats.iter().filter_map(|beat| beat.parameters.get(at).copied());
        values().max().zip(values().min()).and_then(|(high, low)| high.checked_sub(low)).unwrap_or_default()
    };
    let mut trained: Vec<_> = lesson.program().trained.iter().map(|one| (reach(one.index), one)).collect();
    trained.sort_by_key(|(reach, _)| std::cmp::Reverse(*reach));
    trained.truncate(MOST_PARAMETERS);
    let curve = |place: usize, at: usize, name: &str| Curve {
        points: beats.iter().map(|beat| (beat.epoch.into(), beat.parameters.get(at).copied())).collect(),
        style: pen.look.theme.curve(place),
        label: name.to_owned(),
        leads: true,
    };
    by_epoch(
        pen,
        watching,
        trained.into_iter().enumerate().map(|(at, (_, one))| curve(at, one.index, one.parameter.as_str())).collect(),
    )
}

/// Curves over epochs, with a line where the reader looks.
pub(super) fn by_epoch(pen: &Pen<'_>, watching: &Watching, curves: Vec<Curve>) -> Plot {
    let axes = (pen.text("screen-training-epoch", &[]), String::new());
    let across = Some((Decimal::ONE, watching.epochs.into()));
    Plot { curves, axes, upright: Some(watching.epoch.into()), across, ..Plot::default() }
}

/// The same of losses, which are never below 0.
pub(super) fn losses_by_epoch(pen: &Pen<'_>, watching: &Watching, curves: Vec<Curve>) -> Plot {
    let up = pen.text("screen-training-loss", &[]);
    let plot = by_epoch(pen, watching, curves);
    let axes = (plot.axes.0, up);
    Plot { axes, floor: Some(Decimal::ZERO), is_logarithmic: watching.is_logarithmic, ..plot }
}

/// A value as a place on an axis.
pub(super) fn coordinate(value: Option<&Exact>) -> Option<Decimal> {
    value.and_then(|value| value.rounded(12).to_decimal())
}

/// The epoch of those drawn that a reader looks at.
pub(super) fn looked_at(work: &Work, epoch: u64) -> Option<&Beat> {
    work.history.beats().iter().rev().find(|beat| beat.epoch <= epoch)
}
