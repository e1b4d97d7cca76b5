//! The drawing of the view: the panels' names, how far training has been run, the panel, and what is looked at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::answers::Map;
use super::losses::{coordinate, looked_at, losses, parameters};
use super::{Panel, Watching, Work, answers, slice};
use crate::formula::Name;
use crate::lesson::Lesson;
use crate::tui::draw::{MARGIN, put, row, rule};
use crate::tui::pen::Pen;
use crate::tui::plot::Plot;

/// What is shown of a training.
pub(in crate::tui) struct Facts {
    /// The names of the panels; none where nothing is trained.
    panels: Option<Line<'static>>,
    progress: Progress,
    looked_at: Line<'static>,
    panel: Drawn,
}

/// How many of the epochs have been run.
struct Progress {
    done: u64,
    all: u64,
    text: String,
}

/// What a panel shows.
enum Drawn {
    Plot(Plot),
    Map(Map),
    Text(String),
}

impl Facts {
    /// Works out what the open panel needs at once, and prepares what is drawn.
    pub(in crate::tui) fn of(
        pen: &Pen<'_>,
        lesson: &mut Lesson,
        run: Option<&Name>,
        watching: &Watching,
        work: &mut Work,
    ) -> Self {
        work.turn_to(run);
        match watching.panel {
            Panel::Answers => work.answers.keep(lesson, watching),
            Panel::Slice => work.slice.keep(lesson, watching, work.history.beats()),
            Panel::Loss | Panel::Parameters | Panel::Rates | Panel::Runs => {}
        }
        let panels = (!lesson.program().trained.is_empty()).then(|| panels(pen, watching));
        let panel = panel(pen, lesson, run, watching, work);
        Self { panels, progress: progress(pen, watching, work), looked_at: looked(pen, watching, work), panel }
    }

    /// Draws the view.
    pub(in crate::tui) fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        let ellipsis = pen.look.signs.ellipsis;
        let Some(first) = row(area, 0) else { return };
        let Some(panels) = &self.panels else {
            put(buffer, first, &Line::raw(pen.text("screen-training-nothing", &[])), ellipsis);
            return;
        };
        put(buffer, first, panels, ellipsis);
        if let Some(second) = row(area, 1) {
            self.progress.draw(pen, second, buffer);
        }
        if let Some(third) = row(area, 2) {
            put(buffer, third, &self.looked_at, ellipsis);
        }
        let taken = area.height.min(4);
        let inner = Rect {
            x: area.x + MARGIN,
            width: area.width.saturating_sub(2 * MARGIN),
            y: area.y + taken,
            height: area.height - taken,
        };
        match &self.panel {
            Drawn::Plot(plot) => plot.draw(pen.look, inner, buffer),
            Drawn::Map(map) => map.draw(pen, inner, buffer),
            Drawn::Text(text) => put(buffer, inner, &Line::raw(text.as_str()), ellipsis),
        }
    }
}

fn panels(pen: &Pen<'_>, watching: &Watching) -> Line<'static> {
    let theme = &pen.look.theme;
    let mut spans = Vec::new();
    for panel in Panel::all(watching.has_runs) {
        let name = pen.text(panel.word(), &[]);
        spans.push(Span::styled(format!(" {name} "), if panel == watching.panel { theme.chosen } else { theme.faint }));
        spans.push(Span::raw(" "));
    }
    Line::from(spans)
}

fn panel(pen: &Pen<'_>, lesson: &Lesson, run: Option<&Name>, watching: &Watching, work: &Work) -> Drawn {
    let nothing = || Drawn::Plot(Plot::default());
    match watching.panel {
        Panel::Loss => Drawn::Plot(losses(pen, watching, work)),
        Panel::Parameters => Drawn::Plot(parameters(pen, lesson, watching, work)),
        Panel::Rates => Drawn::Plot(work.rates.plot(pen, watching)),
        Panel::Runs => Drawn::Plot(work.runs.plot(pen, run, watching)),
        Panel::Slice => work.slice.slice().map_or_else(nothing, |slice| Drawn::Plot(slice::plot(pen, slice))),
        Panel::Answers => match work.answers.landscape() {
            Some(landscape) if landscape.points.first().is_some_and(|point| point.inputs.len() == 1) => {
                Drawn::Plot(answers::curve(pen, lesson, landscape))
            }
            Some(landscape) => Map::of(pen, lesson, landscape).map_or_else(nothing, Drawn::Map),
            None => Drawn::Text(pen.text("screen-training-no-answers", &[])),
        },
    }
}

/// How many of the epochs have been run, in words.
fn progress(pen: &Pen<'_>, watching: &Watching, work: &Work) -> Progress {
    let done = work.history.beats().last().map_or(0, |beat| beat.epoch);
    let values = [("done", done.into()), ("epochs", watching.epochs.into())];
    let id = match (work.history.next(), work.history.halt(), watching.is_halted) {
        (_, Some(_), _) => "screen-training-ended",
        (None, ..) => "screen-training-done",
        (Some(_), _, true) => "screen-training-halted",
        (Some(_), _, false) => "screen-training-running",
    };
    Progress { done, all: watching.epochs, text: pen.text(id, &values) }
}

impl Progress {
    /// Draws a bar, and the words at its right.
    fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        let bar = area.width / 4;
        let cells = u64::from(bar).saturating_mul(self.done) / self.all.max(1);
        let cells = u16::try_from(cells).unwrap_or(bar).min(bar);
        let signs = pen.look.signs;
        rule(buffer, Rect { width: bar, ..area }, signs.rule, pen.look.theme.faint);
        rule(buffer, Rect { width: cells, ..area }, signs.done, pen.look.theme.done);
        let rest = Rect { x: area.x + bar + 1, width: area.width.saturating_sub(bar + 1), ..area };
        put(buffer, rest, &Line::raw(self.text.as_str()), signs.ellipsis);
    }
}

/// The epoch that is looked at, with its loss.
fn looked(pen: &Pen<'_>, watching: &Watching, work: &Work) -> Line<'static> {
    let epoch = watching.epoch;
    let beat = looked_at(work, epoch);
    let loss = beat.and_then(|beat| coordinate(beat.loss.as_ref()));
    let loss = loss.map_or_else(|| pen.look.signs.open.to_owned(), |loss| pen.look.related(loss));
    let mut values = vec![("epoch", epoch.into()), ("loss", loss.as_str().into())];
    let validation = beat.and_then(|beat| coordinate(beat.validation.as_ref())).map(|loss| pen.look.related(loss));
    let text = match validation.as_deref() {
        Some(validation) => {
            values.push(("validation", validation.into()));
            pen.text("screen-training-looked-at-both", &values)
        }
        None => pen.text("screen-training-looked-at", &values),
    };
    Line::from(Span::styled(text, pen.look.theme.question))
}
