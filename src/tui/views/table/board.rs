//! The drawing of the table: its columns, each as wide as what is in sight, numbers with their points below each other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::verdicts::{Printed, Ruling};
use super::{Sheet, Work};
use crate::formula::Name;
use crate::lesson::{Drift, Lesson, Position, Shown};
use crate::number::Written;
use crate::program::Step;
use crate::run::Moment;
use crate::tui::draw::{put, row};
use crate::tui::look::meaning;
use crate::tui::pen::Pen;
use crate::tui::reader::Reader;
use crate::tui::text::width;

/// Rows above the values: what is listed, and the names of the columns.
const HEAD: u16 = 2;

/// The rows of the table that are in sight.
pub(in crate::tui) struct Facts {
    sheet: Sheet,
    here: u64,
    own: Name,
    count: usize,
    has_printed: bool,
    rows: Vec<Row>,
}

struct Row {
    number: u64,
    step: Step,
    /// None where training has ended before, or where the step cannot be computed.
    value: Option<Shown>,
    drift: Option<Drift>,
    /// Each number that was printed of it, and what was found out.
    printed: Vec<Entry>,
}

impl Facts {
    /// Takes the values around the one that is chosen out of a lesson.
    pub(in crate::tui) fn of(
        lesson: &mut Lesson,
        (reader, own, sheet): (&Reader, &Name, Sheet),
        work: &mut Work,
        height: u16,
    ) -> Self {
        let height = usize::from(height.saturating_sub(HEAD)).max(1);
        let rows = work.rows.keep(lesson, reader, sheet.order, &work.verdicts);
        let top = sheet.row(rows).saturating_sub(height / 2).min(rows.len().saturating_sub(height));
        let end = lesson.stop();
        let mut in_sight = Vec::new();
        for &number in rows.iter().skip(top).take(height) {
            let position = Position { number, ..reader.position };
            let Some(step) = lesson.step(position) else { continue };
            let moment = Moment { epoch: position.epoch, line: lesson.line(position) };
            let value = lesson.value(moment, step.name.as_str()).ok().and_then(Result::ok);
            let is_concealed = reader.conceals(position);
            let value = value.filter(|_| !is_concealed && end.is_none_or(|end| position <= end));
            let drift = value.as_ref().and_then(|shown| lesson.drift(position, &shown.written.digits));
            let named = |printed: &Printed| {
                let of = if printed.is_negated { format!("-{} = ", step.name) } else { String::new() };
                (format!("{of}{}", printed.digits), printed.ruling)
            };
            let printed = work.verdicts.of(reader.run.as_ref(), position).iter().filter(|_| !is_concealed);
            let printed = printed.map(named).collect();
            in_sight.push(Row { number, step, value, drift, printed });
        }
        let has_printed = work.verdicts.has_any(lesson, reader.run.as_ref());
        let (here, own) = (reader.position.number, own.clone());
        Self { sheet, here, own, count: rows.len(), has_printed, rows: in_sight }
    }
}

/// A number that was printed, with what is written before it, and what was found out.
type Entry = (String, Option<Ruling>);

/// One column: its heading, and a text for every row.
struct Column {
    heading: &'static str,
    cells: Vec<(String, Style)>,
}

impl Column {
    fn of(pen: &Pen<'_>, heading: &'static str, facts: &Facts, cell: impl Fn(&Row) -> (String, Style)) -> Self {
        let cells = facts.rows.iter().map(cell).map(|(text, style)| (pen.plain(&text), style)).collect();
        Self { heading, cells }
    }

    /// Puts the points of its numbers below each other.
    fn aligned(mut self) -> Self {
        // What stands before the first number, and the number as far as its point.
        let parts = |text: &str| {
            let first = text.split(';').next().unwrap_or(text);
            let start = first.rfind(' ').map_or(0, |blank| blank + 1);
            let number = first.split_at(start).1;
            let whole = number.find(['.', 'e']).unwrap_or(number.len());
            (start, width(first.split_at(start + whole).0))
        };
        let most = self.cells.iter().map(|(text, _)| parts(text).1).max().unwrap_or(0);
        for (text, _) in &mut self.cells {
            let (start, taken) = parts(text);
            text.insert_str(start, &" ".repeat(most - taken));
        }
        self
    }
}

/// Draws the table.
pub(in crate::tui) fn draw(pen: &Pen<'_>, lesson: &Lesson, facts: &Facts, area: Rect, buffer: &mut Buffer) {
    let theme = &pen.look.theme;
    let ellipsis = pen.look.signs.ellipsis;
    let values = [("count", facts.count.into()), ("order", facts.sheet.order.word().into())];
    if let Some(place) = row(area, 0) {
        let text = pen.text("screen-table-sorted", &values);
        put(buffer, place, &Line::from(Span::styled(text, theme.question)), ellipsis);
    }
    let columns = columns(pen, lesson, facts, area);
    let widths: Vec<usize> = columns.iter().map(|column| column_width(pen, column)).collect();
    let mut lines = vec![vec![Span::raw("  ")]];
    lines.extend(facts.rows.iter().map(|row| vec![mark(pen, facts, row)]));
    for (column, room) in columns.iter().zip(widths) {
        let heading = (pen.text(column.heading, &[]), theme.faint);
        for (line, (text, style)) in lines.iter_mut().zip(std::iter::once(&heading).chain(&column.cells)) {
            let padding = " ".repeat(room.saturating_sub(width(text)) + 2);
            line.extend([Span::styled(text.clone(), *style), Span::raw(padding)]);
        }
    }
    for (at, spans) in lines.into_iter().enumerate() {
        let mut line = Line::from(spans);
        // Nothing is cut where only blanks reach over the edge.
        while line.spans.last().is_some_and(|span| span.content.trim().is_empty()) {
            line.spans.pop();
        }
        let Some(place) = row(area, at + 1) else { return };
        put(buffer, place, &line, ellipsis);
    }
}

fn column_width(pen: &Pen<'_>, column: &Column) -> usize {
    let heading = width(&pen.text(column.heading, &[]));
    column.cells.iter().map(|(text, _)| width(text)).max().unwrap_or(0).max(heading)
}

/// The signs before a row: whether it is chosen, and whether it is the step that is read.
fn mark(pen: &Pen<'_>, facts: &Facts, row: &Row) -> Span<'static> {
    let signs = pen.look.signs;
    let chosen = if row.number == facts.sheet.chosen { signs.chosen } else { " " };
    let here = if row.number == facts.here { signs.here } else { " " };
    Span::raw(format!("{chosen}{here}"))
}

fn columns(pen: &Pen<'_>, lesson: &Lesson, facts: &Facts, area: Rect) -> Vec<Column> {
    let theme = &pen.look.theme;
    let signs = pen.look.signs;
    let digits = lesson.steps_per_epoch().to_string().len();
    let style = |row: &Row| {
        let meaning = meaning(lesson.program(), &row.step.name, &facts.own);
        meaning.map_or_else(Style::default, |meaning| theme.of(meaning))
    };
    let name = |row: &Row| {
        let is_chosen = row.number == facts.sheet.chosen;
        let name = pen.fit(row.step.name.as_str(), usize::from(area.width / 3));
        (name, if is_chosen { theme.chosen } else { style(row) })
    };
    let open = || (signs.open.to_owned(), theme.faint);
    let is_on_paper = lesson.scenario().paper.is_some();
    let value = |row: &Row| match &row.value {
        // Whether it was rounded on the way stands beside it.
        Some(shown) if is_on_paper => (pen.look.value(shown), style(row)),
        Some(shown) => (format!("{} {}", sign(pen, &shown.written), pen.look.value(shown)), style(row)),
        None => open(),
    };
    let mut columns = vec![
        Column::of(pen, "screen-table-step", facts, |row| (format!("{:>digits$}", row.number), theme.faint)),
        Column::of(pen, "screen-table-name", facts, name),
        Column::of(pen, "screen-table-value", facts, value).aligned(),
    ];
    if is_on_paper {
        let exact = |row: &Row| row.drift.as_ref().map_or_else(open, |drift| (related(pen, &drift.exact), style(row)));
        let gap = |row: &Row| {
            let gap = row.drift.as_ref().and_then(|drift| drift.gap.as_ref());
            gap.map_or_else(open, |gap| (related(pen, gap), theme.faint))
        };
        columns.push(Column::of(pen, "screen-table-exact", facts, exact).aligned());
        columns.push(Column::of(pen, "screen-table-drift", facts, gap).aligned());
    }
    if facts.has_printed {
        let texts =
            |row: &Row, text: &dyn Fn(&Entry) -> String| row.printed.iter().map(text).collect::<Vec<_>>().join("; ");
        let printed = |row: &Row| (texts(row, &|(digits, _)| digits.replace('-', "−")), Style::default());
        let verdict = |row: &Row| {
            let word = |ruling: Option<Ruling>| ruling.map_or(signs.open.to_owned(), |one| pen.text(one.word(), &[]));
            let is_fault = row.printed.iter().any(|(_, ruling)| ruling.is_some_and(Ruling::is_fault));
            let is_open = row.printed.iter().all(|(_, ruling)| ruling.is_none());
            let style = if is_fault {
                theme.fault
            } else if is_open {
                theme.faint
            } else {
                Style::default()
            };
            (texts(row, &|(_, ruling)| word(*ruling)), style)
        };
        columns.push(Column::of(pen, "screen-table-printed", facts, printed).aligned());
        columns.push(Column::of(pen, "screen-table-verdict", facts, verdict));
    }
    columns
}

fn sign(pen: &Pen<'_>, written: &Written) -> &'static str {
    let (equal, about) = pen.look.signs.relations;
    if written.exact { equal } else { about }
}

/// A number behind its sign.
fn related(pen: &Pen<'_>, written: &Written) -> String {
    format!("{} {}", sign(pen, written), pen.look.signs.number(&written.to_string()))
}
