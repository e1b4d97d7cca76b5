//! The loss and the parameters by epoch.

use rust_decimal::Decimal;

use super::{Watching, Work};
use crate::number::Exact;
use crate::study::Beat;
use crate::tui::plot::{Curve, Plot};
use crate::tui::scene::View;
use crate::tui::theme::Meaning;

/// So many parameters are drawn at most: those that move furthest.
const MOST_PARAMETERS: usize = 8;

/// The loss of every epoch that has been run.
pub(super) fn losses(view: &View<'_>, work: &Work) -> Plot {
    let style = view.look.theme.of(Meaning::Error);
    let points = work.history.beats().iter().map(|beat| (beat.epoch.into(), coordinate(beat.loss.as_ref()))).collect();
    let curve = Curve { points, style, label: "E".to_owned(), leads: true };
    by_epoch(view, vec![curve])
}

/// The parameters as every epoch starts.
pub(super) fn parameters(view: &View<'_>, work: &Work) -> Plot {
    let beats = work.history.beats();
    let reach = |at: usize| {
        let values = || beats.iter().filter_map(|beat| beat.parameters.get(at).copied());
        values().max().zip(values().min()).and_then(|(high, low)| high.checked_sub(low)).unwrap_or_default()
    };
    let mut trained: Vec<_> = view.lesson.program().trained.iter().map(|one| (reach(one.index), one)).collect();
    trained.sort_by_key(|(reach, _)| std::cmp::Reverse(*reach));
    trained.truncate(MOST_PARAMETERS);
    let curve = |at: usize, name: &str| Curve {
        points: beats.iter().map(|beat| (beat.epoch.into(), beat.parameters.get(at).copied())).collect(),
        style: view.look.theme.of(Meaning::Weight),
        label: name.to_owned(),
        leads: true,
    };
    by_epoch(view, trained.into_iter().map(|(_, one)| curve(one.index, one.parameter.as_str())).collect())
}

/// Curves over epochs, with a line where the reader looks.
pub(super) fn by_epoch(view: &View<'_>, curves: Vec<Curve>) -> Plot {
    let Watching { epoch, .. } = view.state.training;
    let axes = (view.text("screen-training-epoch", &[]), String::new());
    Plot { curves, marks: Vec::new(), axes, upright: Some(epoch.into()) }
}

/// A value as a place on an axis.
pub(super) fn coordinate(value: Option<&Exact>) -> Option<Decimal> {
    value.and_then(|value| value.rounded(12).to_decimal())
}

/// The epoch of those drawn that a reader looks at.
pub(super) fn looked_at(work: &Work, epoch: u64) -> Option<&Beat> {
    work.history.beats().iter().rev().find(|beat| beat.epoch <= epoch)
}
