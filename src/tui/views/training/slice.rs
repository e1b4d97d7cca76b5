//! The loss along one parameter, with the tangent where training stands.

use rust_decimal::Decimal;

use super::Watching;
use super::losses::coordinate;
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::study::Slice;
use crate::tui::pen::Pen;
use crate::tui::plot::{Curve, Mark, Plot};
use crate::tui::theme::Meaning;

/// Points of a slice.
const POINTS: u32 = 81;

/// The slice that was worked out last, and for what.
#[derive(Default)]
pub(super) struct Kept(Option<((u64, Name), Option<Slice>)>);

impl Kept {
    /// Works the slice out, where it is another one than the last.
    pub(super) fn keep(&mut self, lesson: &mut Lesson, watching: &Watching) {
        let trained = &lesson.program().trained;
        let Some(one) = trained.get(watching.parameter).or_else(|| trained.first()) else { return };
        let key = (watching.epoch, one.parameter.clone());
        if self.0.as_ref().is_some_and(|(known, _)| *known == key) {
            return;
        }
        let at = Position::start_of(watching.epoch);
        let index = one.index;
        let here = lesson.run().state(watching.epoch).ok().and_then(|state| state.parameters.get(index).copied());
        // As far as the parameter itself is from 0, and at least 1.
        let reach = here.map_or(Decimal::ONE, |here| here.abs().max(Decimal::ONE).round_dp(2));
        let slice = Slice::of(lesson, at, &key.1, reach, POINTS).ok().flatten();
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
    let mut plot =
        Plot { axes: (slice.parameter.to_string(), String::new()), upright: Some(slice.here), ..Plot::default() };
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
