//! The loss along one parameter, with the tangent where training stands.

use rust_decimal::Decimal;

use super::Watching;
use super::losses::coordinate;
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::study::{Beat, Slice};
use crate::tui::pen::Pen;
use crate::tui::plot::{Curve, Mark, Plot};
use crate::tui::theme::Meaning;

/// Points of a slice.
const POINTS: u32 = 81;

/// The slice that was worked out last, and for what.
#[derive(Default)]
pub(super) struct Kept(Option<(Key, Option<Slice>)>);

/// The epoch, the parameter, and how far the slice reaches.
type Key = (u64, Name, Decimal);

impl Kept {
    /// Works the slice out, where it is another one than the last.
    pub(super) fn keep(&mut self, lesson: &mut Lesson, watching: &Watching, beats: &[Beat]) {
        let trained = &lesson.program().trained;
        let Some(one) = trained.get(watching.parameter).or_else(|| trained.first()) else { return };
        let at = Position::start_of(watching.epoch);
        let index = one.index;
        let parameter = one.parameter.clone();
        let here = lesson.run().state(watching.epoch).ok().and_then(|state| state.parameters.get(index).copied());
        let here = here.unwrap_or_default();
        // As far as training has walked along the parameter and a little more, and at least as far as it is from 0.
        let walked = beats.iter().filter_map(|beat| beat.parameters.get(index)?.checked_sub(here)).map(|gap| gap.abs());
        let walked = walked.max().unwrap_or_default();
        let least = here.abs().max(Decimal::ONE).round_dp(2);
        let reach = walked.checked_mul(Decimal::new(12, 1)).filter(|reach| *reach > least).unwrap_or(least);
        let key = (watching.epoch, parameter, reach.round_dp(2));
        if self.0.as_ref().is_some_and(|(known, _)| *known == key) {
            return;
        }
        let slice = Slice::of(lesson, at, &key.1, key.2, POINTS).ok().flatten();
        self.0 = Some((key, slice));
    }

    /// The slice that is kept.
    pub(super) fn slice(&self) -> Option<&Slice> {
        self.0.as_ref().and_then(|(_, slice)| slice.as_ref())
    }
}

/// The slice as curves.
pub(super) fn plot(pen: &Pen<'_>, slice: &Slice) -> Plot {
    let theme = &pen.look.theme;
    let points = slice.points.iter().map(|(at, loss)| (*at, coordinate(loss.as_ref()))).collect();
    let curve = Curve { points, style: theme.of(Meaning::Error), label: "E".to_owned(), leads: true };
    let mut plot = Plot {
        axes: (slice.parameter.to_string(), String::new()),
        upright: Some(slice.here),
        floor: Some(Decimal::ZERO),
        ..Plot::default()
    };
    let loss = coordinate(slice.loss.as_ref());
    if let (Some(loss), Some(slope)) = (loss, coordinate(slice.slope.as_ref())) {
        let height = |at: Decimal| loss.checked_add(slope.checked_mul(at.checked_sub(slice.here)?)?);
        let points = slice.points.iter().map(|(at, _)| (*at, height(*at))).collect();
        let label = pen.text("screen-training-tangent", &[]);
        plot.curves.push(Curve { points, style: theme.of(Meaning::Gradient), label, leads: false });
    }
    plot.curves.push(curve);
    if let Some(loss) = loss {
        let sign = pen.look.signs.here.to_owned();
        plot.marks.push(Mark { at: (slice.here, loss), sign, style: theme.of(Meaning::Result) });
    }
    plot
}
