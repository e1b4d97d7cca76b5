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
use crate::tui::look::meaning;
use crate::tui::scene::View;
use crate::tui::state::State;
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

    /// Chooses the next or the previous parameter.
    pub(in crate::tui) fn turn(&mut self, lesson: &Lesson, forwards: bool) {
        let count = lesson.program().trained.len().max(1);
        self.chosen = (self.chosen + if forwards { 1 } else { count - 1 }) % count;
        self.top = 0;
    }

    /// Moves the parameter by less, or by more.
    pub(in crate::tui) fn refine(&mut self, finer: bool) {
        self.fineness = if finer { (self.fineness + 1).min(FINEST) } else { self.fineness.saturating_sub(1).max(1) };
    }

    fn h(self) -> Decimal {
        Decimal::new(1, self.fineness)
    }
}

/// What is known of the gradient that is checked.
#[derive(Clone)]
pub(in crate::tui) struct Facts {
    /// None where the lesson has no gradient to check.
    found: Rc<Result<Option<Found>, Halt>>,
}

/// For what a check was worked: the run, the parameter, h, the step, and the digits.
type Asked = (Option<Name>, usize, u32, Position, Format);

/// The check that was worked last, and for what: a page is moved without working it again.
#[derive(Default)]
pub(in crate::tui) struct Kept(Option<(Asked, Facts)>);

struct Found {
    parameter: Name,
    check: Option<GradientCheck>,
    ways: Option<Ways>,
    change: Option<Change>,
}

impl Facts {
    /// Works the check of the chosen gradient, unless it is the one that was worked last.
    pub(in crate::tui) fn of(lesson: &mut Lesson, state: &State, kept: &mut Kept) -> Self {
        let asked = (state.run.clone(), state.check.chosen, state.check.fineness, state.position, lesson.format());
        if let Some((_, facts)) = kept.0.as_ref().filter(|(known, _)| *known == asked) {
            return facts.clone();
        }
        let facts = Self { found: Rc::new(find(lesson, state)) };
        kept.0 = Some((asked, facts.clone()));
        facts
    }
}

fn find(lesson: &mut Lesson, state: &State) -> Result<Option<Found>, Halt> {
    let trained = &lesson.program().trained;
    let Some(one) = trained.get(state.check.chosen).or_else(|| trained.first()) else { return Ok(None) };
    let parameter = one.parameter.clone();
    let here = state.position;
    let batch = match lesson.line(here) {
        LineOf::Sample(sample) => lesson.run().setting().batch_of(sample),
        LineOf::Update(batch) => batch,
        LineOf::Validation => 1,
    };
    Ok(Some(Found {
        check: gradient_check(lesson, here, &parameter, state.check.h())?,
        ways: ways(lesson, here, &parameter)?,
        // Behind the last update of a training that ends there is no loss to compare with.
        change: first_order(lesson, here.epoch, batch).ok().flatten(),
        parameter,
    }))
}

/// Draws the check from the row that is to be at the top, and returns the one that is: below the last there is none.
pub(in crate::tui) fn draw(view: &View<'_>, facts: &Facts, area: Rect, buffer: &mut Buffer) -> usize {
    let room = row(area, 0).map_or(0, |row| usize::from(row.width));
    let rows = match &*facts.found {
        Ok(Some(found)) => rows(view, found, room),
        Ok(None) => paragraph(view, &view.text("screen-check-nothing", &[]), room),
        Err(halt) => paragraph(view, &view.plain(&view.lesson.words(view.messages).halt(halt)), room),
    };
    let height = usize::from(area.height);
    let top = view.state.check.top.min(rows.len().saturating_sub(height));
    for (at, line) in rows.iter().skip(top).take(height).enumerate() {
        let is_edge = (at == 0 && top > 0) || (at + 1 == height && top + height < rows.len());
        let more = Line::from(Span::styled(view.look.signs.more, view.look.theme.faint));
        if let Some(row) = row(area, at) {
            put(buffer, row, if is_edge { &more } else { line }, view.look.signs.ellipsis);
        }
    }
    top
}

fn paragraph(view: &View<'_>, text: &str, room: usize) -> Vec<Line<'static>> {
    wrap(text, room, usize::MAX, view.look.signs.ellipsis).into_iter().map(Line::raw).collect()
}

fn heading(view: &View<'_>, text: String) -> Line<'static> {
    Line::from(Span::styled(text, view.look.theme.question))
}

fn rows(view: &View<'_>, found: &Found, room: usize) -> Vec<Line<'static>> {
    let parameter = found.parameter.as_str();
    let mut rows = Vec::new();
    if found.check.is_none() && found.ways.is_none() {
        rows.extend(paragraph(view, &view.text("screen-check-no-gradient", &[("parameter", parameter.into())]), room));
        return rows;
    }
    if view.lesson.program().is_on_paper() {
        rows.extend(paragraph(view, &view.text("screen-check-unrounded", &[]), room));
        rows.push(Line::default());
    }
    if let Some(check) = &found.check {
        let values = [("parameter", parameter.into()), ("h", check.h.normalize().to_string().into())];
        rows.push(heading(view, view.text("screen-check-quotient", &values)));
        rows.extend(check.lines.iter().flat_map(|line| worked(view, line, room)));
        rows.extend(paragraph(view, &view.text("screen-check-quotient-why", &[]), room));
        rows.push(Line::default());
    }
    if let Some(ways) = &found.ways {
        let count = ways.count.to_string();
        let values = [("parameter", parameter.into()), ("count", count.as_str().into())];
        let id = if ways.count == 1 { "screen-check-one-way" } else { "screen-check-ways" };
        rows.push(heading(view, view.text(id, &values)));
        for way in &ways.listed {
            let names: Vec<&str> = way.through.iter().map(Name::as_str).collect();
            let through = view.plain(&names.join(" → "));
            rows.push(Line::from(Span::styled(through, view.look.theme.faint)));
            rows.extend(worked(view, &way.product, room));
        }
        if ways.sum.is_none() {
            let listed = ways.listed.len();
            rows.extend(paragraph(view, &view.text("screen-check-counted", &[("listed", listed.into())]), room));
        }
        rows.extend(ways.sum.iter().filter(|_| ways.count > 1).flat_map(|sum| worked(view, sum, room)));
        rows.extend(ways.gradient.iter().flat_map(|gradient| worked(view, gradient, room)));
        rows.push(Line::default());
    }
    if let Some(change) = &found.change {
        rows.push(heading(view, view.text("screen-check-change", &[])));
        rows.extend(change.lines.iter().flat_map(|line| worked(view, line, room)));
        rows.extend(paragraph(view, &view.text("screen-check-change-why", &[]), room));
    }
    rows
}

/// `name = formula ≈ numbers ≈ result`, on as many rows as it takes.
fn worked(view: &View<'_>, worked: &Worked, room: usize) -> Vec<Line<'static>> {
    let (look, program) = (view.look, view.lesson.program());
    let own = &worked.name;
    let meaning = |name: &Name| meaning(program, &name.shown(), own);
    let style = look.line_style();
    let mut spans = vec![Span::raw("  "), Span::styled(own.to_string(), look.theme.of(Meaning::Result))];
    let shown = match &worked.result {
        Ok(shown) => shown,
        Err(fault) => {
            let said = view.plain(&view.lesson.words(view.messages).fault(*fault));
            spans.push(Span::styled(format!("  {said}"), look.theme.fault));
            return wrap_line(&Line::from(spans), room, 4, usize::MAX, look.signs.ellipsis);
        }
    };
    // A name that only hands a value on is not worked.
    let lines = worked.work.iter().flat_map(|work| &work.lines);
    let is_handed_on = matches!(worked.formula, crate::formula::Formula::Name(_));
    if !is_handed_on {
        spans.push(Span::raw(format!(" {} ", look.signs.relations.0)));
        let pieces = worked.formula.line(style, &|name: &Name| view.lesson.label(name));
        spans.extend(look.spans(&pieces, &meaning).spans);
        if let Some(first) = lines.into_iter().next() {
            spans.push(Span::raw(format!(" {} ", look.relation(first.relation))));
            let digits = |name: &Name| match first.filled.numbers.get(name) {
                Some(written) => Label::Number(written.to_string()),
                None => view.lesson.label(name),
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
