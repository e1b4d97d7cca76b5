//! What the network answers between and beyond its samples: a curve over one input, a map over two.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
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
use crate::tui::text::width;
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
    Plot { curves: vec![curve], marks, axes, ..Plot::default() }
}

/// The answers over two inputs in five shades, with the targets of the samples, its axes, and what the shades mean.
pub(super) struct Map {
    /// From the top.
    rows: Vec<Vec<Cell>>,
    /// The inputs by their names, each from where to where.
    across: Axis,
    up: Axis,
    output: String,
    legend: Line<'static>,
}

/// One point of a map: a shade, or the target of a sample.
struct Cell {
    text: String,
    is_target: bool,
    style: Style,
}

/// An input, and from where to where it goes.
struct Axis {
    name: String,
    low: String,
    high: String,
}

impl Map {
    /// The map of a landscape; none where nothing has a value.
    pub(super) fn of(pen: &Pen<'_>, lesson: &Lesson, landscape: &Landscape) -> Option<Self> {
        let signs = pen.look.signs;
        let values = landscape.points.iter().filter_map(|point| coordinate(point.value.as_ref()));
        let (low, high) = (values.clone().min()?, values.max()?);
        let columns = usize::try_from(landscape.columns).unwrap_or(1).max(1);
        let points: Vec<_> = landscape.points.chunks(columns).collect();
        let shade = |value: Decimal| {
            let part = value.checked_sub(low)?.checked_div(high.checked_sub(low)?)?;
            let count = i64::try_from(signs.shades.len()).ok()?;
            let at = usize::try_from(part.checked_mul(count.into())?.floor()).ok()?;
            signs.shades.get(at.min(signs.shades.len() - 1)).copied()
        };
        let samples = &lesson.scenario().samples;
        let cell = |index: usize, column: usize, point: &crate::study::Point| {
            let near = samples.iter().find(|sample| nearest(&points, &sample.inputs) == Some((column, index)));
            let style = pen.look.theme.of(Meaning::Value);
            if let Some(target) = near.and_then(|sample| sample.targets.last()) {
                let digit = target.normalize().to_string();
                let text = if digit.len() == 1 { digit } else { pen.plain("×") };
                Cell { text, is_target: true, style: pen.look.theme.chosen }
            } else {
                let text = coordinate(point.value.as_ref()).and_then(shade).unwrap_or(" ").to_owned();
                Cell { text, is_target: false, style }
            }
        };
        let rows = points.iter().enumerate().rev();
        let rows =
            rows.map(|(index, row)| row.iter().enumerate().map(|(column, point)| cell(index, column, point)).collect());
        let axis = |at: usize| {
            let values = landscape.points.iter().filter_map(|point| point.inputs.get(at).copied());
            let given = lesson.program().givens.iter().find(|given| given.kind == GivenKind::Input(at));
            let (low, high) = (values.clone().min()?, values.max()?);
            let name = given.map_or_else(String::new, |given| given.name.to_string());
            Some(Axis { name, low: pen.look.exact(low), high: pen.look.exact(high) })
        };
        let output = landscape.output.to_string();
        let legend = legend(pen, (low, high));
        Some(Self { rows: rows.collect(), across: axis(0)?, up: axis(1)?, output, legend })
    }

    /// Draws the map as large as there is room for.
    pub(super) fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        let Self { rows, across, up, output, legend } = self;
        let faint = pen.look.theme.faint;
        let ellipsis = pen.look.signs.ellipsis;
        let left = width(&up.low).max(width(&up.high)).max(width(&up.name)) + 1;
        let columns = rows.first().map_or(0, Vec::len).max(1);
        let room = (usize::from(area.width).saturating_sub(left), usize::from(area.height).saturating_sub(4));
        let scale = (room.0 / (2 * columns)).min(room.1 / rows.len().max(1)).max(1);
        let line = |at: usize| {
            let y = u16::try_from(at).ok().and_then(|at| area.y.checked_add(at))?;
            (y < area.bottom()).then_some(Rect { y, height: 1, ..area })
        };
        let put_at = |buffer: &mut Buffer, at: usize, line_of: Line<'_>| {
            if let Some(place) = line(at) {
                put(buffer, place, &line_of, ellipsis);
            }
        };
        put_at(buffer, 0, Line::from(Span::styled(output.as_str(), pen.look.theme.question)));
        let all = rows.len() * scale;
        for at in 0..all {
            let beside = if at == 0 {
                &up.high
            } else if at + 1 == all {
                &up.low
            } else if at == all / 2 {
                &up.name
            } else {
                ""
            };
            let mut spans = vec![Span::styled(format!("{beside:>cells$} ", cells = left - 1), faint)];
            for cell in &rows[at / scale] {
                let is_first = at % scale == 0;
                let text = match cell.is_target {
                    true if is_first => format!("{:<cells$}", cell.text, cells = 2 * scale),
                    true => " ".repeat(2 * scale),
                    false => cell.text.repeat(2 * scale),
                };
                spans.push(Span::styled(text, cell.style));
            }
            put_at(buffer, at + 1, Line::from(spans));
        }
        let cells = 2 * columns * scale;
        let gap = cells.saturating_sub(width(&across.low) + width(&across.name) + width(&across.high));
        let (before, after) = (" ".repeat(gap / 2), " ".repeat(gap - gap / 2));
        let under = format!("{}{}{before}{}{after}{}", " ".repeat(left), across.low, across.name, across.high);
        put_at(buffer, all + 1, Line::from(Span::styled(under, faint)));
        put_at(buffer, all + 2, legend.clone());
    }
}

/// What the shades mean, drawn with the shades themselves: right on dark and on light.
fn legend(pen: &Pen<'_>, (low, high): (Decimal, Decimal)) -> Line<'static> {
    let shades = pen.look.signs.shades;
    let style = pen.look.theme.of(Meaning::Value);
    let mut spans = vec![Span::raw(format!("{} ", pen.look.exact(low)))];
    spans.extend(shades.map(|shade| Span::styled(shade.repeat(2), style)));
    spans.push(Span::raw(format!(" {}   ", pen.look.exact(high))));
    spans.push(Span::styled(pen.text("screen-training-shades", &[]), pen.look.theme.faint));
    Line::from(spans)
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
