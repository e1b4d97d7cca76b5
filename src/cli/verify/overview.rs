//! Many sheets at a glance: a row for each.

use super::Marking;
use super::grid::lay_out;
use crate::cli::arguments::Common;
use crate::cli::print::style;
use crate::export::Linear;
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::words;

/// The table of all sheets.
pub(super) fn overview(markings: &[Marking], lesson: &Lesson, common: &Common, messages: &Messages) -> String {
    let heading = [
        "marking-column-sheet",
        "marking-column-right",
        "marking-column-follows",
        "marking-column-wrong",
        "marking-column-missing",
        "marking-column-first-wrong",
        "marking-column-mistake",
    ];
    let mut rows = vec![(heading.map(|id| messages.text(id, &[])).to_vec(), None)];
    for Marking { name, sheet } in markings {
        let counts = sheet.counts();
        let first = sheet.first_wrong();
        let causes = first.and_then(|line| line.marked.as_ref().ok()).map_or(&[][..], |marked| &marked.causes);
        let mistake = words::causes(messages, &lesson.scenario().practice, causes).unwrap_or_default();
        let count = |count: usize| count.to_string();
        let row = vec![
            name.clone(),
            count(counts.right),
            count(counts.follows),
            count(counts.wrong),
            count(counts.missing),
            first.map(|line| super::text::name(line)).unwrap_or_default(),
            mistake,
        ];
        rows.push((row, None));
    }
    Linear::new(messages, style(common)).plain(lay_out(&rows, ""))
}
