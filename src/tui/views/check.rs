//! A gradient beside a difference quotient, beside the sum over all ways to the loss, and what an update makes of it.

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use crate::formula::{Label, Name};
use crate::lesson::{Lesson, Position, Relation, Worked};
use crate::number::Format;
use crate::run::{Halt, LineOf};
use crate::study::{Change, GradientCheck, Ways, first_order, gradient_check, ways};
use crate::tui::draw::{put, row};
use crate::tui::effect::Answer;
use crate::tui::keys::Action;
use crate::tui::look::meaning;
use crate::tui::pen::Pen;
use crate::tui::reader::Reader;
use crate::tui::text::{wrap, wrap_line};
use crate::tui::theme::Meaning;

/// The finest h is 10 to the power minus this.
const FINEST: u32 = 12;

/// Which gradient is checked, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checking {
    /// The parameter, by its place among those that are trained.
    pub chosen: usize,
    /// The parameter is moved by 10 to the power minus this.
    pub fineness: u32,
    /// The first row that is in sight.
    pub top: usize,
}

impl Default for Checking {
    fn default() -> Self {
        Self { chosen: 0, fineness: 4, top: 0 }
    }
}

impl Checking {
    /// Chooses the parameter that a step is about.
    pub(in crate::tui) fn choose_for(&mut self, lesson: &Lesson, position: Position) {
        self.top = 0;
        let Some(step) = lesson.step(position) else { return };
        let trained = &lesson.program().trained;
        let about = |name: &Name| step.role.subject == *name || step.role.partner.as_ref() == Some(name);
        if let Some(at) = trained.iter().position(|one| about(&one.parameter)) {
            self.chosen = at;
        }
    }

    /// Answers a key.
    pub(in crate::tui) fn keys(&mut self, action: Action, lesson: &Lesson) -> Answer {
        match action {
            Action::NextParameter | Action::PreviousParameter => self.turn(lesson, action == Action::NextParameter),
            Action::Finer | Action::Coarser => self.refine(action == Action::Finer),
            // How far the page can be moved is known when it is prepared.
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::Down => self.top = self.top.saturating_add(1),
            _ => return Answer::Pass,
        }
        Answer::Done
    }

    /// Chooses the next or the previous parameter.
    fn turn(&mut self, lesson: &Lesson, forwards: bool) {
        let count = lesson.program().trained.len().max(1);
        self.chosen = (self.chosen + if forwards { 1 } else { count - 1 }) % count;
        self.top = 0;
    }

    /// Moves the parameter by less, or by more.
    fn refine(&mut self, finer: bool) {
        self.fineness = if finer { (self.fineness + 1).min(FINEST) } else { self.fineness.saturating_sub(1).max(1) };
    }

    fn h(self) -> Decimal {
        Decimal::new(1, self.fineness)
    }
}

/// For what a check was worked: the run, the parameter, h, the step, and the digits.
type Asked = (Option<Name>, usize, u32, Position, Format);

/// The check that was worked last, and for what: a page is moved without working it again.
#[derive(Default)]
pub(in crate::tui) struct Kept(Option<(Asked, Outcome)>);

/// What was found of a gradient: none where the lesson has none to check.
type Outcome = Rc<Result<Option<Found>, Halt>>;

struct Found {
    parameter: Name,
    check: Option<GradientCheck>,
    ways: Option<Ways>,
    change: Option<Change>,
}

impl Kept {
    /// The check of the chosen gradient, worked unless it is the one that was worked last.
    fn keep(&mut self, lesson: &mut Lesson, reader: &Reader, check: Checking) -> Outcome {
        let asked = (reader.run.clone(), check.chosen, check.fineness, reader.position, lesson.format());
        if let Some((_, found)) = self.0.as_ref().filter(|(known, _)| *known == asked) {
            return Rc::clone(found);
        }
        let found = Rc::new(find(lesson, reader.position, check));
        self.0 = Some((asked, Rc::clone(&found)));
        found
    }
}

fn find(lesson: &mut Lesson, here: Position, checking: Checking) -> Result<Option<Found>, Halt> {
    let trained = &lesson.program().trained;
    let Some(one) = trained.get(checking.chosen).or_else(|| trained.first()) else { return Ok(None) };
    let parameter = one.parameter.clone();
    let batch = match lesson.line(here) {
        LineOf::Sample(sample) => lesson.run().setting().batch_of(sample),
        LineOf::Update(batch) => batch,
        LineOf::Validation => 1,
    };
    Ok(Some(Found {
        check: gradient_check(lesson, here, &parameter, checking.h())?,
        ways: ways(lesson, here, &parameter)?,
        // Behind the last update of a training that ends there is no loss to compare with.
        change: first_order(lesson, here.epoch, batch).ok().flatten(),
        parameter,
    }))
}

/// The page of a check, and the row that it begins with.
pub(in crate::tui) struct Facts {
    rows: Vec<Line<'static>>,
    /// The row that is at the top: below the last there is none.
    pub(in crate::tui) top: usize,
}

impl Facts {
    /// Works the check of the chosen gradient for an area.
    pub(in crate::tui) fn of(
        pen: &Pen<'_>,
        lesson: &mut Lesson,
        (reader, checking): (&Reader, Checking),
        kept: &mut Kept,
        area: Rect,
    ) -> Self {
        let room = row(area, 0).map_or(0, |row| usize::from(row.width));
        let found = kept.keep(lesson, reader, checking);
        let rows = match &*found {
            Ok(Some(found)) => rows(pen, lesson, found, room),
            Ok(None) => paragraph(pen, &pen.text("screen-check-nothing", &[]), room),
            Err(halt) => paragraph(pen, &pen.plain(&lesson.words(pen.messages).halt(halt)), room),
        };
        let top = checking.top.min(rows.len().saturating_sub(usize::from(area.height)));
        Self { rows, top }
    }

    /// Draws the page.
    pub(in crate::tui) fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        let Self { rows, top } = self;
        let height = usize::from(area.height);
        let more = Line::from(Span::styled(pen.look.signs.more, pen.look.theme.faint));
        for (at, line) in rows.iter().skip(*top).take(height).enumerate() {
            let is_edge = (at == 0 && *top > 0) || (at + 1 == height && top + height < rows.len());
            if let Some(row) = row(area, at) {
                put(buffer, row, if is_edge { &more } else { line }, pen.look.signs.ellipsis);
            }
        }
    }
}

fn paragraph(pen: &Pen<'_>, text: &str, room: usize) -> Vec<Line<'static>> {
    wrap(text, room, usize::MAX, pen.look.signs.ellipsis).into_iter().map(Line::raw).collect()
}

fn heading(pen: &Pen<'_>, text: String) -> Line<'static> {
    Line::from(Span::styled(text, pen.look.theme.question))
}

fn rows(pen: &Pen<'_>, lesson: &Lesson, found: &Found, room: usize) -> Vec<Line<'static>> {
    let parameter = found.parameter.as_str();
    let mut rows = Vec::new();
    if found.check.is_none() && found.ways.is_none() {
        rows.extend(paragraph(pen, &pen.text("screen-check-no-gradient", &[("parameter", parameter.into())]), room));
        return rows;
    }
    if lesson.program().is_on_paper() {
        rows.extend(paragraph(pen, &pen.text("screen-check-unrounded", &[]), room));
        rows.push(Line::default());
    }
    if let Some(check) = &found.check {
        let values = [("parameter", parameter.into()), ("h", check.h.normalize().to_string().into())];
        rows.push(heading(pen, pen.text("screen-check-quotient", &values)));
        rows.extend(check.lines.iter().flat_map(|line| worked(pen, lesson, line, room)));
        rows.extend(paragraph(pen, &pen.text("screen-check-quotient-why", &[]), room));
        rows.push(Line::default());
    }
    if let Some(ways) = &found.ways {
        let count = ways.count.to_string();
        let values = [("parameter", parameter.into()), ("count", count.as_str().into())];
        let id = if ways.count == 1 { "screen-check-one-way" } else { "screen-check-ways" };
        rows.push(heading(pen, pen.text(id, &values)));
        for way in &ways.listed {
            let names: Vec<&str> = way.through.iter().map(Name::as_str).collect();
            let through = pen.plain(&names.join(" → "));
            rows.push(Line::from(Span::styled(through, pen.look.theme.faint)));
            rows.extend(worked(pen, lesson, &way.product, room));
        }
        if ways.sum.is_none() {
            let listed = ways.listed.len();
            rows.extend(paragraph(pen, &pen.text("screen-check-counted", &[("listed", listed.into())]), room));
        }
        rows.extend(ways.sum.iter().filter(|_| ways.count > 1).flat_map(|sum| worked(pen, lesson, sum, room)));
        rows.extend(ways.gradient.iter().flat_map(|gradient| worked(pen, lesson, gradient, room)));
        rows.push(Line::default());
    }
    if let Some(change) = &found.change {
        rows.push(heading(pen, pen.text("screen-check-change", &[])));
        rows.extend(change.lines.iter().flat_map(|line| worked(pen, lesson, line, room)));
        rows.extend(paragraph(pen, &pen.text("screen-check-change-why", &[]), room));
    }
    rows
}

/// `name = formula ≈ numbers ≈ result`, on as many rows as it takes.
fn worked(pen: &Pen<'_>, lesson: &Lesson, worked: &Worked, room: usize) -> Vec<Line<'static>> {
    let (look, program) = (pen.look, lesson.program());
    let own = &worked.name;
    let meaning = |name: &Name| meaning(program, &name.shown(), own);
    let style = look.line_style();
    let mut spans = vec![Span::raw("  "), Span::styled(own.to_string(), look.theme.of(Meaning::Result))];
    let shown = match &worked.result {
        Ok(shown) => shown,
        Err(fault) => {
            let said = pen.plain(&lesson.words(pen.messages).fault(*fault));
            spans.push(Span::styled(format!("  {said}"), look.theme.fault));
            return wrap_line(&Line::from(spans), room, 4, usize::MAX, look.signs.ellipsis);
        }
    };
    // A name that only hands a value on is not worked.
    let lines = worked.work.iter().flat_map(|work| &work.lines);
    let is_handed_on = matches!(worked.formula, crate::formula::Formula::Name(_));
    if !is_handed_on {
        spans.push(Span::raw(format!(" {} ", look.signs.relations.0)));
        let pieces = worked.formula.line(style, &|name: &Name| lesson.label(name));
        spans.extend(look.spans(&pieces, &meaning).spans);
        if let Some(first) = lines.into_iter().next() {
            spans.push(Span::raw(format!(" {} ", look.relation(first.relation))));
            let digits = |name: &Name| match first.filled.numbers.get(name) {
                Some(written) => Label::Number(written.to_string()),
                None => lesson.label(name),
            };
            spans.extend(look.spans(&first.filled.formula.line(style, &digits), &meaning).spans);
        }
    }
    let relation = worked.work.as_ref().filter(|_| !is_handed_on).map(|work| work.relation);
    let relation = relation.unwrap_or(Relation::of(shown.written.exact));
    spans.push(Span::raw(format!(" {} ", look.relation(relation))));
    spans.push(Span::styled(look.value(shown), look.theme.of(Meaning::Result)));
    wrap_line(&Line::from(spans), room, 4, usize::MAX, look.signs.ellipsis)
}
