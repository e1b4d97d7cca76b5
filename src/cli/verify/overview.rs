//! Many sheets at a glance: a row for each.

use super::Marking;
use super::grid::lay_out;
use super::sheet::Unread;
use crate::cli::arguments::Common;
use crate::cli::print::style;
use crate::export::Linear;
use crate::lesson::Lesson;
use crate::messages::Messages;
use crate::practice::words;

/// The table of all sheets.
pub(super) fn overview(
    markings: &[Result<Marking, Unread>],
    lesson: &Lesson,
    common: &Common,
    messages: &Messages,
) -> String {
    let heading = [
        "marking-column-sheet",
        "marking-column-right",
        "marking-column-follows",
        "marking-column-wrong",
        "marking-column-coarse",
        "marking-column-missing",
        "marking-column-first-wrong",
        "marking-column-mistake",
    ];
    let mut rows = vec![(heading.map(|id| messages.text(id, &[])).to_vec(), None)];
    for marking in markings {
        let Marking { name, sheet, .. } = match marking {
            Ok(marking) => marking,
            Err(unread) => {
                let none = std::iter::repeat_n(String::new(), 5);
                let said = messages.text("marking-not-read", &[]);
                rows.push(([unread.name.clone()].into_iter().chain(none).chain([said]).collect(), None));
                continue;
            }
        };
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
            count(counts.coarse),
            count(counts.missing),
            first.map(super::text::name).unwrap_or_default(),
            mistake,
        ];
        rows.push((row, None));
    }
    Linear::new(messages, style(common)).plain(lay_out(&rows, ""))
}
