//! Many sheets at a glance: a row for each.

use super::grid::lay_out;
use super::sheet::Unread;
use super::{Marking, Told};
use crate::cli::arguments::Common;
use crate::cli::print::style;
use crate::export::Linear;
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::words;

/// The columns in their order, and whether one that says nothing of any sheet is left out.
const COLUMNS: [(&str, bool); 10] = [
    ("marking-column-sheet", false),
    ("marking-column-seed", true),
    ("marking-column-right", false),
    ("marking-column-follows", false),
    ("marking-column-wrong", false),
    ("marking-column-coarse", false),
    ("marking-column-missing", false),
    ("marking-column-unreadable", true),
    ("marking-column-first-wrong", false),
    ("marking-column-mistake", false),
];

/// The row of one sheet.
pub(super) struct Row([String; COLUMNS.len()]);

impl Row {
    /// The row of a sheet that was marked.
    pub(super) fn of(marking: &Marking, lesson: &Lesson, messages: &Messages) -> Self {
        let Marking { name, sheet, seed, .. } = marking;
        let counts = sheet.counts();
        let first = sheet.first_wrong();
        let causes = first.and_then(|line| line.marked()).map_or(&[][..], |marked| &marked.causes);
        let mistake = words::causes(messages, &lesson.scenario().practice, causes).unwrap_or_default();
        let count = |count: usize| count.to_string();
        let some = |count: usize| if count == 0 { String::new() } else { count.to_string() };
        Self([
            name.clone(),
            seed.map(|seed| seed.number.to_string()).unwrap_or_default(),
            count(counts.right),
            count(counts.follows),
            count(counts.wrong),
            count(counts.coarse),
            count(counts.missing),
            some(counts.unreadable),
            first.map(super::text::name).unwrap_or_default(),
            mistake,
        ])
    }

    /// The row of a file that cannot be read.
    pub(super) fn of_unread(unread: &Unread, messages: &Messages) -> Self {
        let mut cells = [const { String::new() }; COLUMNS.len()];
        cells[0].clone_from(&unread.name);
        cells[COLUMNS.len() - 2] = messages.text("marking-not-read", &[]);
        Self(cells)
    }
}

/// The table of all sheets.
pub(super) fn overview(all: &[Told], common: &Common, messages: &Messages) -> String {
    let is_kept = |column: usize| !COLUMNS[column].1 || all.iter().any(|told| !told.row.0[column].is_empty());
    let kept: Vec<usize> = (0..COLUMNS.len()).filter(|column| is_kept(*column)).collect();
    let heading = kept.iter().map(|column| messages.text(COLUMNS[*column].0, &[])).collect();
    let row = |told: &Told| (kept.iter().map(|column| told.row.0[*column].clone()).collect(), None);
    let rows: Vec<_> = std::iter::once((heading, None)).chain(all.iter().map(row)).collect();
    Linear::new(messages, style(common)).plain(lay_out(&rows, ""))
}
