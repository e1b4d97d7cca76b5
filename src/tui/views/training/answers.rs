//! What the network answers between and beyond its samples: a curve over one input, a map over two.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::Watching;
use super::losses::coordinate;
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::program::{GivenKind, Phase, RoleKind, Step};
use crate::study::Landscape;
use crate::tui::draw::put;
use crate::tui::pen::Pen;
use crate::tui::plot::{Curve, Mark, Plot};
use crate::tui::theme::Meaning;

/// Points of a curve.
const POINTS: u32 = 81;

/// Columns and rows of a map.
const MAP: (u32, u32) = (32, 13);

/// The landscape that was worked out last, and for which epoch.
#[derive(Default)]
pub(super) struct Kept(Option<(u64, Option<Landscape>)>);

impl Kept {
    /// Works the answers out, where they are of another epoch than the last.
    pub(super) fn keep(&mut self, lesson: &mut Lesson, watching: &Watching) {
        if self.0.as_ref().is_some_and(|(epoch, _)| *epoch == watching.epoch) {
            return;
        }
        self.0 = Some((watching.epoch, landscape(lesson, watching.epoch)));
    }

    /// The landscape that is kept; none where the lesson has not one or two inputs, or no output.
    pub(super) fn landscape(&self) -> Option<&Landscape> {
        self.0.as_ref().and_then(|(_, landscape)| landscape.as_ref())
    }
}

fn landscape(lesson: &mut Lesson, epoch: u64) -> Option<Landscape> {
    let output = output(lesson)?;
    let (low, high) = bounds(lesson)?;
    let size = if low.len() == 1 { (POINTS, 1) } else { MAP };
    Landscape::of(lesson, Position::start_of(epoch), &output, (&low, &high), size).ok()
}

/// The value that is drawn: the last output of a network.
fn output(lesson: &Lesson) -> Option<Name> {
    let is_output = |step: &&Step| step.phase == Phase::Forward && step.role.kind == RoleKind::Activation;
    lesson.program().steps.iter().rfind(is_output).map(|step| step.name.clone())
}

/// The range of each input over the samples, a quarter wider on both sides; none but for one or two inputs.
fn bounds(lesson: &Lesson) -> Option<(Vec<Decimal>, Vec<Decimal>)> {
    let inputs = lesson.program().givens.iter().filter(|given| matches!(given.kind, GivenKind::Input(_))).count();
    if !(1..=2).contains(&inputs) {
        return None;
    }
    let samples = &lesson.scenario().samples;
    let range = |axis: usize| {
        let values = || samples.iter().filter_map(|sample| sample.inputs.get(axis).copied());
        let (low, high) = (values().min()?, values().max()?);
        let room = high.checked_sub(low)?.checked_div(Decimal::from(4))?;
        let room = if room.is_zero() { Decimal::ONE } else { room };
        Some((low.checked_sub(room)?, high.checked_add(room)?))
    };
    (0..inputs).map(range).collect::<Option<Vec<_>>>().map(|ranges| ranges.into_iter().unzip())
}

/// The answers over one input, with the targets of the samples.
pub(super) fn curve(pen: &Pen<'_>, lesson: &Lesson, landscape: &Landscape) -> Plot {
    let point = |point: &crate::study::Point| Some((point.inputs.first().copied()?, coordinate(point.value.as_ref())));
    let points = landscape.points.iter().filter_map(point).collect();
    let style = pen.look.theme.of(Meaning::Value);
    let target = |sample: &crate::scenario::Sample| {
        let at = (sample.inputs.first().copied()?, sample.targets.last().copied()?);
        Some(Mark { at, sign: "×".to_owned(), style: pen.look.theme.of(Meaning::Result) })
    };
    let marks = lesson.scenario().samples.iter().filter_map(target);
    let marks = marks.map(|mark| Mark { sign: pen.plain(&mark.sign), ..mark }).collect();
    let input = lesson.program().givens.iter().find(|given| matches!(given.kind, GivenKind::Input(0)));
    let axes = (input.map_or_else(String::new, |given| given.name.to_string()), String::new());
    let curve = Curve { points, style, label: landscape.output.to_string(), leads: true };
    Plot { curves: vec![curve], marks, axes, upright: None }
}

/// The answers over two inputs in five shades, with the targets of the samples: a line a row, from the top.
pub(super) struct Map {
    rows: Vec<Line<'static>>,
}

impl Map {
    /// The map of a landscape; none where nothing has a value.
    pub(super) fn of(pen: &Pen<'_>, lesson: &Lesson, landscape: &Landscape) -> Option<Self> {
        let signs = pen.look.signs;
        let values = landscape.points.iter().filter_map(|point| coordinate(point.value.as_ref()));
        let (low, high) = (values.clone().min()?, values.max()?);
        let columns = usize::try_from(landscape.columns).unwrap_or(1).max(1);
        let rows: Vec<_> = landscape.points.chunks(columns).collect();
        let shade = |value: Decimal| {
            let part = value.checked_sub(low)?.checked_div(high.checked_sub(low)?)?;
            let count = i64::try_from(signs.shades.len()).ok()?;
            let at = usize::try_from(part.checked_mul(count.into())?.floor()).ok()?;
            signs.shades.get(at.min(signs.shades.len() - 1)).copied()
        };
        let samples = &lesson.scenario().samples;
        let mut lines = Vec::new();
        for (index, points) in rows.iter().enumerate().rev() {
            let mut spans = Vec::new();
            for (column, point) in points.iter().enumerate() {
                let near = samples.iter().find(|sample| nearest(&rows, &sample.inputs) == Some((column, index)));
                let target = near.and_then(|sample| sample.targets.last());
                spans.push(match (target, coordinate(point.value.as_ref()).and_then(shade)) {
                    (Some(target), _) => {
                        let digit = target.normalize().to_string();
                        let text = if digit.len() == 1 { digit } else { pen.plain("×") };
                        Span::styled(format!("{text} "), pen.look.theme.chosen)
                    }
                    (None, Some(shade)) => Span::styled(shade.repeat(2), pen.look.theme.of(Meaning::Value)),
                    (None, None) => Span::raw("  "),
                });
            }
            lines.push(Line::from(spans));
        }
        let (low, high) = (pen.look.exact(low), pen.look.exact(high));
        let values = [("low", low.as_str().into()), ("high", high.as_str().into())];
        lines.push(Line::from(Span::styled(pen.text("screen-training-shades", &values), pen.look.theme.faint)));
        Some(Self { rows: lines })
    }

    /// Draws as much of the map as there is room for.
    pub(super) fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        for (y, line) in (area.top()..area.bottom()).zip(&self.rows) {
            put(buffer, Rect { y, height: 1, ..area }, line, pen.look.signs.ellipsis);
        }
    }
}

/// The cell of a map that is nearest to a sample.
fn nearest(rows: &[&[crate::study::Point]], inputs: &[Decimal]) -> Option<(usize, usize)> {
    let (first, second) = (inputs.first()?, inputs.get(1)?);
    let closest = |values: Vec<Decimal>, to: &Decimal| {
        (0..values.len()).min_by_key(|&at| values[at].checked_sub(*to).map_or(Decimal::MAX, |gap| gap.abs()))
    };
    let column = closest(rows.first()?.iter().filter_map(|point| point.inputs.first().copied()).collect(), first)?;
    let row = closest(rows.iter().filter_map(|row| row.first()?.inputs.get(1).copied()).collect(), second)?;
    Some((column, row))
}
