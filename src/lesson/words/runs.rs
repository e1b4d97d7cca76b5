//! What the runs of a lesson, and what is compared of them, are called; and all of it as a table.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use super::Words;
use crate::formula::Name;
use crate::keys::Loss;
use crate::lesson::{Cell, Comparison, RowKind, Shown};

/// Between two columns.
const GAP: usize = 3;

impl Words<'_> {
    /// What a run is called; the lesson's own has no name.
    #[must_use]
    pub fn run(&self, run: Option<&Name>) -> String {
        run.map_or_else(|| self.say("lesson-run-base", &[]), ToString::to_string)
    }

    /// What stands above a table of runs.
    #[must_use]
    pub fn runs(&self) -> String {
        self.say("lesson-runs", &[])
    }

    /// The lines of a table of runs, numbers as `digits` writes them, in lines of so many cells: runs that do not fit
    /// stand below the others. Then what ended a run, if anything did.
    #[must_use]
    pub fn run_table(&self, facts: &Comparison, room: usize, digits: &dyn Fn(&Shown) -> String) -> Vec<String> {
        let head = facts.runs.iter().map(|run| self.run(run.as_ref()));
        let mut rows: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(head).collect()];
        let mut notes: Vec<String> = Vec::new();
        let mut is_after = self.lesson.program().trained.is_empty();
        for row in &facts.rows {
            if !is_after && is_final(&row.kind) {
                rows.push(vec![self.say("lesson-run-after", &[])]);
                is_after = true;
            }
            let cells = row.cells.iter().map(|cell| match cell {
                Cell::Count(count) => count.to_string(),
                Cell::Value(shown) => digits(shown),
                Cell::Nothing => String::new(),
                Cell::Ended(_) | Cell::Failed(_) => "—".to_owned(),
            });
            rows.push(std::iter::once(self.run_row(&row.kind)).chain(cells).collect());
            for (run, cell) in facts.runs.iter().zip(&row.cells) {
                let note = self.run_note(run.as_ref(), cell);
                notes.extend(note.filter(|note| !notes.contains(note)));
            }
        }
        let mut lines = set(&rows, room);
        lines.extend(notes);
        lines
    }

    /// What a row of a comparison is about: a name that can be asked for, where there is one.
    fn run_row(&self, kind: &RowKind) -> String {
        match kind {
            RowKind::BatchSize => self.say("lesson-run-batch-size", &[]),
            RowKind::Updates => self.say("lesson-run-updates", &[]),
            RowKind::Loss { epoch } => format!("{}@{epoch}", Loss::Epoch.name()),
            RowKind::FinalLoss { name } | RowKind::Output { name } | RowKind::Parameter { name } => name.to_string(),
        }
    }

    /// Why a run has no value in a row, where that needs to be said.
    fn run_note(&self, run: Option<&Name>, cell: &Cell) -> Option<String> {
        let of_run = self.lesson.of_run(run).words(self.messages);
        let why = match cell {
            Cell::Ended(halt) => of_run.halt(halt),
            Cell::Failed(fault) => of_run.fault(*fault),
            Cell::Count(_) | Cell::Value(_) | Cell::Nothing => return None,
        };
        Some(format!("{}: {why}", self.run(run)))
    }
}

/// Whether a row is about what a run ends with.
fn is_final(kind: &RowKind) -> bool {
    matches!(kind, RowKind::FinalLoss { .. } | RowKind::Output { .. } | RowKind::Parameter { .. })
}

/// Rows of cells in columns: what is compared at the left, numbers at the right of theirs.
fn set(rows: &[Vec<String>], room: usize) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widest = |column: usize| {
        let full = rows.iter().filter(|row| row.len() > 1);
        full.filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let mut lines = Vec::new();
    let mut first = 1;
    while first < columns {
        let mut end = first + 1;
        let wide = |end: usize| widths[0] + widths[first..end].iter().map(|width| width + GAP).sum::<usize>();
        while end < columns && wide(end + 1) <= room {
            end += 1;
        }
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(rows.iter().map(|row| line(row, first..end, &widths)));
        first = end;
    }
    lines
}

/// The first cell of a row, then those of some columns.
fn line(row: &[String], columns: Range<usize>, widths: &[usize]) -> String {
    let (Some(label), Some(room)) = (row.first(), widths.first()) else { return String::new() };
    let mut line = format!("{label}{}", " ".repeat(room.saturating_sub(label.width())));
    for (cell, width) in row.iter().zip(widths).skip(columns.start).take(columns.len()) {
        line.push_str(&" ".repeat(GAP + width.saturating_sub(cell.width())));
        line.push_str(cell);
    }
    line.trim_end().to_owned()
}
