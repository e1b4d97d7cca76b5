//! What the formula of a question reads, in columns: names with their values, page by page where they are many.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Asking;
use crate::lesson::Relation;
use crate::practice::{OPERANDS_A_PAGE, Operand};
use crate::tui::keys::Action;
use crate::tui::scene::Board;
use crate::tui::text::width;
use crate::tui::theme::Meaning;

/// Cells between two columns.
const GAP: usize = 3;

/// A page of operands, ready to be drawn.
pub(in crate::tui) struct Operands {
    /// The rows.
    pub(super) rows: Vec<Line<'static>>,
}

/// How many operands a page has in so many rows of so many cells.
fn a_page(all: usize, columns: usize, rows: usize) -> usize {
    let fits = |rows: usize| columns.saturating_mul(rows);
    if all <= OPERANDS_A_PAGE && all <= fits(rows) {
        return all;
    }
    // One row says how many there are.
    OPERANDS_A_PAGE.min(fits(rows.saturating_sub(1))).max(1)
}

impl Operands {
    /// The operands of a question in at most so many rows.
    pub(super) fn of(board: &Board<'_>, asking: &Asking, page: usize, room: usize, rows: usize) -> Self {
        let cells: Vec<(String, String)> = asking.operands.iter().map(|operand| cell(board, operand)).collect();
        let names = cells.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
        let values = cells.iter().map(|(_, value)| width(value)).max().unwrap_or(0);
        let column = names + values + GAP;
        let columns = ((room + GAP) / column.max(1)).max(1);
        let a_page = a_page(cells.len(), columns, rows);
        let pages = cells.len().div_ceil(a_page.max(1)).max(1);
        let first = (page % pages) * a_page;
        let shown = cells.get(first..(first + a_page).min(cells.len())).unwrap_or_default();
        let mut lines: Vec<Line<'static>> =
            shown.chunks(columns).map(|row| line(board, row, (names, values))).collect();
        if pages > 1 {
            let values = [
                ("first", (first + 1).into()),
                ("last", (first + shown.len()).into()),
                ("count", cells.len().into()),
                ("key", board.pen.key(Action::MoreValues).into()),
            ];
            let text = board.pen.text("practice-operands-page", &values);
            lines.push(Line::from(Span::styled(text, board.pen.look.theme.faint)));
        }
        Self { rows: lines }
    }

    /// Whether there are more operands than one page has.
    pub(in crate::tui) fn are_many(count: usize) -> bool {
        count > OPERANDS_A_PAGE
    }
}

/// A name, and its value with its sign.
fn cell(board: &Board<'_>, operand: &Operand) -> (String, String) {
    let look = board.pen.look;
    let name = board.pen.plain(&board.lesson.written(&operand.name));
    let is_exact = operand.value.as_ref().is_some_and(|shown| shown.written.exact && !shown.unfinished);
    let value = operand.value.as_ref().map_or_else(|| look.signs.open.to_owned(), |shown| look.value(shown));
    (name, format!(" {} {value}", look.relation(Relation::of(is_exact))))
}

fn line(board: &Board<'_>, row: &[(String, String)], (names, values): (usize, usize)) -> Line<'static> {
    let theme = &board.pen.look.theme;
    let mut spans = Vec::new();
    for (at, (name, value)) in row.iter().enumerate() {
        if at > 0 {
            spans.push(Span::raw(" ".repeat(GAP)));
        }
        spans.push(Span::styled(format!("{name}{}", " ".repeat(names.saturating_sub(width(name)))), Style::default()));
        let padding = " ".repeat(values.saturating_sub(width(value)));
        spans.push(Span::styled(format!("{value}{padding}"), theme.of(Meaning::Value)));
    }
    Line::from(spans)
}
