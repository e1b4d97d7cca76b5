//! One sheet in sentences: every line with its mark, and the first wrong one explained.

use std::fmt::Write as _;

use super::grid::lay_out;
use super::{Marking, decimals, difference};
use crate::cli::arguments::Common;
use crate::cli::print::style;
use crate::export::Linear;
use crate::judge::{Mark, Trouble};
use crate::lesson::Lesson;
use crate::messages::{Messages, Value};
use crate::practice::{MarkedLine, words};
use crate::sanitize::sanitize;

/// Everything that is said of one sheet.
pub(super) fn details(marking: &Marking, lesson: &mut Lesson, common: &Common, messages: &Messages) -> String {
    let linear = Linear::new(messages, style(common));
    let counts = marking.sheet.counts();
    let values = [
        ("sheet", (&marking.name).into()),
        ("right", counts.right.into()),
        ("follows", counts.follows.into()),
        ("wrong", counts.wrong.into()),
        ("coarse", counts.coarse.into()),
        ("open", counts.open.into()),
        ("missing", counts.missing.into()),
    ];
    let mut text = format!("{}\n\n", messages.text("marking-counts", &values));
    let heading = [
        "marking-column-name",
        "marking-column-given",
        "marking-column-verdict",
        "marking-column-value",
        "marking-column-difference",
    ];
    let mut rows: Vec<_> = marking.sheet.lines.iter().map(|line| row(line, lesson, common, messages)).collect();
    // Where all is right, nothing stands in the last columns.
    let columns = rows.iter().map(|(cells, _)| cells.len()).max().unwrap_or_default();
    let heading = heading.iter().take(columns).map(|id| messages.text(id, &[])).collect();
    rows.insert(0, (heading, None));
    text.push_str(&lay_out(&rows, "  "));
    if let Some(line) = marking.sheet.first_wrong() {
        text.push('\n');
        text.push_str(&explained(line, counts.follows > 0, lesson, &linear));
    }
    let is_searched = |line: &MarkedLine| line.marked.as_ref().is_ok_and(|marked| marked.is_searched);
    if marking.sheet.lines.iter().any(|line| line.is_wrong() && !is_searched(line)) {
        let _ = writeln!(text, "\n{}", messages.text("marking-not-searched", &[]));
    }
    linear.plain(text)
}

/// What a line is called, as it is written.
pub(super) fn name(line: &MarkedLine) -> String {
    sanitize(&line.line.name).into_owned()
}

/// The cells of a line, and what made it wrong.
fn row(line: &MarkedLine, lesson: &Lesson, common: &Common, messages: &Messages) -> (Vec<String>, Option<String>) {
    let given = line.line.value.as_ref();
    let mut cells = vec![name(line), given.map_or_else(|| "—".to_owned(), crate::number::text)];
    let marked = match &line.marked {
        Ok(marked) => marked,
        Err(trouble) => {
            cells.push(words::mark(messages, Mark::Undecided));
            return (cells, Some(self::trouble(line, trouble, lesson, messages)));
        }
    };
    cells.push(words::mark(messages, marked.mark));
    if !marked.mark.is_right() {
        let decimals = decimals(lesson, common, given.map(crate::number::Exact::scale));
        cells.push(difference::value(&marked.value, decimals));
        let off = given.and_then(|given| {
            let difference = difference::difference(given, &marked.value, decimals)?;
            let percent = difference::percent(given, &marked.value);
            Some(percent.map_or(difference.clone(), |percent| format!("{difference} ({percent})")))
        });
        cells.extend(off);
    }
    (cells, words::causes(messages, &lesson.scenario().practice, &marked.causes))
}

/// What should stand on the first wrong line, and why.
fn explained(line: &MarkedLine, has_followers: bool, lesson: &mut Lesson, linear: &Linear<'_>) -> String {
    let messages = linear.messages();
    let given = line.line.value.as_ref().map(crate::number::text).unwrap_or_default();
    let causes = line.marked.as_ref().map_or(&[][..], |marked| &marked.causes);
    let values = [("name", Value::from(name(line))), ("given", given.into())];
    let mut text = format!("{}\n", messages.text("marking-first-wrong", &values));
    let page = line.step.as_ref().and_then(|(position, run)| {
        let lesson = lesson.of_run_mut(run.as_ref());
        let page = lesson.page(*position).ok().flatten()?;
        Some(linear.page(lesson, &page))
    });
    text.extend(page.map(|page| format!("\n{page}\n")));
    let made_by = match words::causes(messages, &lesson.scenario().practice, causes) {
        Some(causes) => messages.text("marking-made-by", &[values[1].clone(), ("causes", causes.into())]),
        None => messages.text("marking-made-by-nothing", &values),
    };
    let _ = writeln!(text, "{made_by}");
    if has_followers {
        let _ = writeln!(text, "{}", messages.text("marking-followers", &[]));
    }
    text
}

/// Why a line cannot be judged.
pub(super) fn trouble(line: &MarkedLine, trouble: &Trouble, lesson: &Lesson, messages: &Messages) -> String {
    let run = line.step.as_ref().and_then(|(_, run)| run.as_ref());
    let words = lesson.of_run(run).words(messages);
    match trouble {
        Trouble::Unknown { fault, .. } => words.find_fault(fault),
        Trouble::Halted(halt) => words.halt(halt),
        Trouble::Failed(fault) => {
            let values: [(&str, Value<'_>); 2] = [("name", name(line).into()), ("fault", words.fault(*fault).into())];
            messages.text("command-step-failed", &values)
        }
    }
}
