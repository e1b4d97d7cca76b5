//! The runs of a lesson side by side, as lines of text.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use super::Linear;
use crate::lesson::{Cell, Comparison, ComparisonRow, Lesson, RowKind, comparison};

/// Between two columns.
const GAP: usize = 3;

/// Writes the table of a lesson that has other runs; nothing for one that has none.
pub fn table(lesson: &mut Lesson, linear: &Linear<'_>) -> String {
    if lesson.compared().is_empty() {
        return String::new();
    }
    let facts = comparison(lesson);
    let mut text = format!("\n── {} ──\n", linear.messages.text("lesson-runs", &[]));
    for line in lines(lesson, linear, &facts) {
        let _ = writeln!(text, "{line}");
    }
    linear.plain(text)
}

/// The lines of a comparison: its table, then what ended a run.
fn lines(lesson: &Lesson, linear: &Linear<'_>, facts: &Comparison) -> Vec<String> {
    let words = lesson.words(linear.messages);
    let head = facts.runs.iter().map(|run| words.run(run.as_ref()));
    let mut rows: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(head).collect()];
    let mut notes: Vec<String> = Vec::new();
    let mut is_after = false;
    for row in &facts.rows {
        if !is_after && is_final(&row.kind) && !lesson.program().trained.is_empty() {
            rows.push(vec![linear.messages.text("lesson-run-after", &[])]);
            is_after = true;
        }
        rows.push(std::iter::once(words.run_row(&row.kind)).chain(cells(linear, row)).collect());
        for (run, cell) in facts.runs.iter().zip(&row.cells) {
            let of_run = lesson.of_run(run.as_ref()).words(linear.messages);
            let why = match cell {
                Cell::Ended(halt) => of_run.halt(halt),
                Cell::Failed(fault) => of_run.fault(*fault),
                Cell::Count(_) | Cell::Value(_) | Cell::Nothing => continue,
            };
            let note = format!("{}: {why}", words.run(run.as_ref()));
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    let mut lines = set(&rows);
    lines.extend(notes.into_iter().map(|note| format!("    {note}")));
    lines
}

/// Whether a row is about what a run ends with.
fn is_final(kind: &RowKind) -> bool {
    matches!(kind, RowKind::FinalLoss { .. } | RowKind::Output { .. } | RowKind::Parameter { .. })
}

fn cells<'a>(linear: &'a Linear<'_>, row: &'a ComparisonRow) -> impl Iterator<Item = String> + 'a {
    row.cells.iter().map(|cell| match cell {
        Cell::Count(count) => count.to_string(),
        Cell::Value(shown) => linear.shown(shown),
        Cell::Nothing => String::new(),
        Cell::Ended(_) | Cell::Failed(_) => "—".to_owned(),
    })
}

/// Rows of cells in columns: what is compared at the left, numbers at the right of theirs.
fn set(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widest = |column: usize| {
        let full = rows.iter().filter(|row| row.len() > 1);
        full.filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let set = |row: &Vec<String>| {
        let mut line = String::from("    ");
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let padding = " ".repeat(width.saturating_sub(cell.width()));
            if at == 0 {
                let _ = write!(line, "{cell}{padding}");
            } else {
                let _ = write!(line, "{}{padding}{cell}", " ".repeat(GAP));
            }
        }
        line.trim_end().to_owned()
    };
    rows.iter().map(set).collect()
}
