//! All steps of an epoch by sample, phase and layer, with the values that are computed so far.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::formula::Name;
use crate::lesson::{Lesson, Position, Shown};
use crate::program::{Phase, Step};
use crate::run::{LineOf, Moment};
use crate::tui::draw::{behind, put, row};
use crate::tui::effect::Answer;
use crate::tui::hits::Target;
use crate::tui::keys::Action;
use crate::tui::look::meaning;
use crate::tui::manner::HIDDEN;
use crate::tui::pen::Pen;
use crate::tui::reader::Reader;
use crate::tui::text::width;
use crate::tui::walk::{end, walk};
use crate::tui::what_if::marks::old;

/// The step that is chosen in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Where it stands.
    pub position: Position,
}

impl Cursor {
    /// At a step.
    #[must_use]
    pub fn at(position: Position) -> Self {
        Self { position }
    }

    /// Answers a key.
    pub(in crate::tui) fn keys(&mut self, action: Action, count: Option<u64>, lesson: &Lesson) -> Answer {
        let action = match action {
            Action::Choose => return Answer::Go(self.position),
            Action::First | Action::Last => {
                self.position = end(lesson, self.position, action == Action::Last, count);
                return Answer::Done;
            }
            Action::Up => Action::Back,
            Action::Down => Action::Next,
            other => other,
        };
        let Some((to, notice)) = walk(lesson, self.position, action, count.unwrap_or(1)) else { return Answer::Pass };
        self.position = to;
        notice.map_or(Answer::Done, Answer::Say)
    }
}

/// The rows of the list that are in sight.
pub(in crate::tui) struct Facts {
    rows: Vec<Row>,
    cursor: Position,
    reader: Reader,
    /// The name of the step that is shown.
    own: Name,
}

enum Row {
    /// What the steps below have in common.
    Heading(Position),
    /// A step; its value where it is computed already.
    Step { position: Position, step: Box<Step>, value: Option<Shown>, was: Option<Shown> },
}

impl Facts {
    /// Takes the steps around a cursor out of a lesson.
    pub(in crate::tui) fn of(lesson: &mut Lesson, reader: Reader, own: &Name, cursor: Position, height: u16) -> Self {
        let height = usize::from(height).max(1);
        let reach = height as u64;
        let first = cursor.number.saturating_sub(reach).max(1);
        let last = (cursor.number + reach).min(lesson.steps_per_epoch());
        let mut rows = Vec::new();
        let mut chosen = 0;
        let mut before: Option<(LineOf, Phase, Option<usize>)> = None;
        for number in first..=last {
            let position = Position { number, ..cursor };
            let Some(step) = lesson.step(position) else { continue };
            let group = (lesson.line(position), step.phase, step.worked_for());
            if before.replace(group) != Some(group) {
                rows.push(Row::Heading(position));
            }
            if position == cursor {
                chosen = rows.len();
            }
            rows.push(Row::Step { position, step: Box::new(step), value: None, was: None });
        }
        let top = chosen.saturating_sub(height / 2).min(rows.len().saturating_sub(height));
        let mut rows: Vec<Row> = rows.into_iter().skip(top).take(height).collect();
        for row in &mut rows {
            if let Row::Step { position, step, value, .. } = row
                && reader.knows(*position)
            {
                let moment = Moment { epoch: position.epoch, line: lesson.line(*position) };
                *value = lesson.value(moment, step.name.as_str()).ok().and_then(Result::ok);
            }
        }
        Self { rows, cursor, reader, own: own.clone() }
    }

    /// Finds what the values are in the lesson as it is written, where that is another.
    pub(in crate::tui) fn compare(&mut self, lesson: &Lesson, written: &mut Lesson) {
        for row in &mut self.rows {
            if let Row::Step { position, step, value: Some(value), was } = row {
                let there = written.resume(lesson, *position);
                let moment = Moment { epoch: there.epoch, line: written.line(there) };
                let before = written.value(moment, step.name.as_str());
                *was = before.ok().and_then(Result::ok).and_then(|before| old(value, before));
            }
        }
    }
}

/// Draws the list.
pub(in crate::tui) fn draw(pen: &Pen<'_>, lesson: &Lesson, facts: &Facts, area: Rect, buffer: &mut Buffer) {
    let words = lesson.words(pen.messages);
    let theme = &pen.look.theme;
    let signs = pen.look.signs;
    let digits = lesson.steps_per_epoch().to_string().len();
    let names = facts.rows.iter().filter_map(|row| match row {
        Row::Step { step, .. } => Some(width(step.name.as_str())),
        Row::Heading(_) => None,
    });
    let name_width = names.max().unwrap_or(0).min(usize::from(area.width) / 3);
    for (at, shown) in facts.rows.iter().enumerate() {
        let Some(place) = row(area, at) else { return };
        let (position, step, value, was) = match shown {
            Row::Heading(position) => {
                let text = pen.plain(&words.section(*position));
                put(buffer, place, &Line::from(Span::styled(text, theme.question)), signs.ellipsis);
                continue;
            }
            Row::Step { position, step, value, was } => (position, step, value, was),
        };
        pen.hits.add(place, Target::Step(*position));
        let is_chosen = *position == facts.cursor;
        let is_here = *position == facts.reader.position;
        let meaning = meaning(lesson.program(), &step.name, &facts.own);
        let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
        let mark = if is_chosen { signs.chosen } else { " " };
        let here = if is_here { signs.here } else { " " };
        let name = pen.fit(step.name.as_str(), name_width);
        let padding = " ".repeat(name_width.saturating_sub(width(&name)));
        let mut spans = vec![
            Span::raw(format!("{mark}{here}")),
            Span::styled(format!("{:>digits$}  ", position.number), theme.faint),
            Span::styled(name, if is_chosen { theme.chosen } else { style }),
            Span::raw(padding),
        ];
        if let Some(shown) = value {
            let (equal, about) = signs.relations;
            let sign = if shown.written.exact { equal } else { about };
            spans.push(Span::styled(format!("  {sign} {}", pen.look.value(shown)), style));
        } else {
            let mark = if is_here && facts.reader.hides_result { HIDDEN } else { signs.open };
            spans.push(Span::styled(format!("    {mark}"), theme.faint));
        }
        if let Some(was) = was {
            spans.push(Span::styled(format!("   {}", pen.was(was)), theme.notice));
        }
        let line = Line::from(spans);
        let taken = (line.width() + 2).max(name_width + digits + 26);
        put(buffer, place, &line, signs.ellipsis);
        let title = Span::styled(pen.plain(&words.title(step)), theme.faint);
        put(buffer, behind(place, taken), &Line::from(title), signs.ellipsis);
    }
}
