//! The drawing of the view: the panels' names, how far training has been run, the panel, and what is looked at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::losses::{coordinate, looked_at, losses, parameters};
use super::{Panel, Work, answers, slice};
use crate::lesson::Lesson;
use crate::tui::draw::{MARGIN, put, row, rule};
use crate::tui::plot::Plot;
use crate::tui::scene::View;
use crate::tui::state::State;

/// What the view shows stands in its work.
pub(in crate::tui) struct Facts;

impl Facts {
    /// Works out what the open panel needs at once.
    pub(in crate::tui) fn of(lesson: &mut Lesson, state: &State, work: &mut Work) -> Self {
        work.turn_to(state.run.as_ref());
        match state.training.panel {
            Panel::Answers => work.answers.keep(lesson, &state.training),
            Panel::Slice => work.slice.keep(lesson, &state.training),
            Panel::Loss | Panel::Parameters | Panel::Rates | Panel::Runs => {}
        }
        Self
    }
}

/// Draws the view.
pub(in crate::tui) fn draw(view: &View<'_>, work: &Work, area: Rect, buffer: &mut Buffer) {
    let theme = &view.look.theme;
    let signs = view.look.signs;
    let Some(first) = row(area, 0) else { return };
    if view.lesson.program().trained.is_empty() {
        let text = view.text("screen-training-nothing", &[]);
        put(buffer, first, &Line::raw(text), signs.ellipsis);
        return;
    }
    let mut spans = Vec::new();
    for panel in Panel::all(view.state.training.has_runs) {
        let is_open = panel == view.state.training.panel;
        let name = view.text(panel.word(), &[]);
        spans.push(Span::styled(format!(" {name} "), if is_open { theme.chosen } else { theme.faint }));
        spans.push(Span::raw(" "));
    }
    put(buffer, first, &Line::from(spans), signs.ellipsis);
    if let Some(second) = row(area, 1) {
        progress(view, work, second, buffer);
    }
    if let Some(third) = row(area, 2) {
        put(buffer, third, &looked(view, work), signs.ellipsis);
    }
    let taken = area.height.min(4);
    let inner = Rect {
        x: area.x + MARGIN,
        width: area.width.saturating_sub(2 * MARGIN),
        y: area.y + taken,
        height: area.height - taken,
    };
    panel(view, work, inner, buffer);
}

fn panel(view: &View<'_>, work: &Work, area: Rect, buffer: &mut Buffer) {
    let drawn = |plot: Plot, buffer: &mut Buffer| plot.draw(view.look, area, buffer);
    match view.state.training.panel {
        Panel::Loss => drawn(losses(view, work), buffer),
        Panel::Parameters => drawn(parameters(view, work), buffer),
        Panel::Rates => drawn(work.rates.plot(view), buffer),
        Panel::Runs => drawn(work.runs.plot(view), buffer),
        Panel::Slice => {
            if let Some(slice) = work.slice.slice() {
                drawn(slice::plot(view, slice), buffer);
            }
        }
        Panel::Answers => match work.answers.landscape() {
            Some(landscape) if landscape.points.first().is_some_and(|point| point.inputs.len() == 1) => {
                drawn(answers::curve(view, landscape), buffer);
            }
            Some(landscape) => answers::map(view, landscape, area, buffer),
            None => {
                let text = view.text("screen-training-no-answers", &[]);
                put(buffer, area, &Line::raw(text), view.look.signs.ellipsis);
            }
        },
    }
}

/// How many of the epochs have been run, as a bar and in words.
fn progress(view: &View<'_>, work: &Work, area: Rect, buffer: &mut Buffer) {
    let watching = &view.state.training;
    let done = work.history.beats().last().map_or(0, |beat| beat.epoch);
    let values = [("done", done.into()), ("epochs", watching.epochs.into())];
    let id = match (work.history.next(), work.history.halt(), watching.is_halted) {
        (_, Some(_), _) => "screen-training-ended",
        (None, ..) => "screen-training-done",
        (Some(_), _, true) => "screen-training-halted",
        (Some(_), _, false) => "screen-training-running",
    };
    let text = view.text(id, &values);
    let bar = area.width / 4;
    let cells = u64::from(bar).saturating_mul(done) / watching.epochs.max(1);
    let cells = u16::try_from(cells).unwrap_or(bar).min(bar);
    let signs = view.look.signs;
    rule(buffer, Rect { width: bar, ..area }, signs.rule, view.look.theme.faint);
    rule(buffer, Rect { width: cells, ..area }, signs.done, view.look.theme.done);
    let rest = Rect { x: area.x + bar + 1, width: area.width.saturating_sub(bar + 1), ..area };
    put(buffer, rest, &Line::raw(text), signs.ellipsis);
}

/// The epoch that is looked at, with its loss.
fn looked(view: &View<'_>, work: &Work) -> Line<'static> {
    let epoch = view.state.training.epoch;
    let beat = looked_at(work, epoch);
    let loss = beat.and_then(|beat| coordinate(beat.loss.as_ref()));
    let loss = loss.map_or_else(|| view.look.signs.open.to_owned(), |loss| view.look.related(loss));
    let mut values = vec![("epoch", epoch.into()), ("loss", loss.as_str().into())];
    let validation = beat.and_then(|beat| coordinate(beat.validation.as_ref())).map(|loss| view.look.related(loss));
    let text = match validation.as_deref() {
        Some(validation) => {
            values.push(("validation", validation.into()));
            view.text("screen-training-looked-at-both", &values)
        }
        None => view.text("screen-training-looked-at", &values),
    };
    Line::from(Span::styled(text, view.look.theme.question))
}
