//! One sheet in sentences: every line with its mark, and the first wrong one explained.

use std::fmt::Write as _;

use super::class::{Seed, SeedSource};
use super::grid::lay_out;
use super::{Marking, decimals, difference};
use crate::cli::arguments::Common;
use crate::cli::print::style;
use crate::export::Linear;
use crate::judge::{Asked, Mark, Trouble};
use crate::lesson::Lesson;
use crate::messages::{Messages, Value};
use crate::practice::{FaultWords, MarkedLine, words};
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
        ("unreadable", counts.unreadable.into()),
    ];
    let mut text = format!("{}\n", messages.text("marking-counts", &values));
    for line in basis(marking, messages) {
        let _ = writeln!(text, "{line}");
    }
    text.push('\n');
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
    let is_searched = |line: &MarkedLine| line.marked().is_some_and(|marked| marked.is_searched);
    if marking.sheet.lines.iter().any(|line| line.is_wrong() && !is_searched(line)) {
        let _ = writeln!(text, "\n{}", messages.text("marking-not-searched", &[]));
    }
    linear.plain(text)
}

/// What a line is called, as it is written.
pub(super) fn name(line: &MarkedLine) -> String {
    sanitize(&line.line.name).into_owned()
}

/// What was given, with the digits that are compared; of a line that cannot be read what is written there.
fn given(line: &MarkedLine) -> String {
    const LONGEST: usize = 40;
    let written = line.line.written.trim();
    if line.line.fault.is_some() && !written.is_empty() {
        let written = sanitize(written);
        let cut: String = written.chars().take(LONGEST).collect();
        return if cut.len() < written.len() { format!("{cut}…") } else { cut };
    }
    line.line.value.as_ref().map_or_else(|| "—".to_owned(), crate::number::text)
}

/// Why a line cannot be read, and what to do about it.
pub(super) fn unreadable(line: &MarkedLine, lesson: &Lesson, messages: &Messages) -> Option<String> {
    let fault = line.line.fault.as_ref()?;
    let said = FaultWords::new(lesson, messages).sheet(fault);
    let place = messages.text("marking-line", &[("line", fault.place.line.into()), ("reason", said.fault.into())]);
    Some(match said.help {
        Some(help) => messages.text("marking-with-help", &[("reason", place.into()), ("help", help.into())]),
        None => place,
    })
}

/// Whose numbers the sheet has, and how many digits were asked for.
fn basis(marking: &Marking, messages: &Messages) -> Vec<String> {
    let seed = marking.seed.map(|Seed { number, source }| {
        let source = match source {
            SeedSource::Sheet => "sheet",
            SeedSource::FileName => "file",
            SeedSource::Option => "option",
        };
        messages.text("marking-seed", &[("seed", number.to_string().into()), ("source", source.into())])
    });
    let asked = match marking.asked {
        Asked::Nothing => None,
        Asked::Decimals(count) => Some(("marking-asked-decimals", count)),
        Asked::Significant(count) => Some(("marking-asked-significant", count)),
    };
    let asked = asked.map(|(id, count)| messages.text(id, &[("count", count.into())]));
    seed.into_iter().chain(asked).collect()
}

/// The cells of a line, and what made it wrong.
fn row(line: &MarkedLine, lesson: &Lesson, common: &Common, messages: &Messages) -> (Vec<String>, Option<String>) {
    let given = line.line.value.as_ref();
    let mut cells = vec![name(line), self::given(line)];
    if let Some(reason) = unreadable(line, lesson, messages) {
        cells.push(words::mark(messages, Mark::Unreadable));
        let decimals = decimals(lesson, common, None);
        cells.extend(line.marked().map(|marked| difference::value(&marked.value, decimals)));
        return (cells, Some(reason));
    }
    let Some(marked) = line.marked() else {
        cells.push(words::mark(messages, Mark::Undecided));
        return (cells, line.trouble().map(|trouble| self::trouble(line, trouble, lesson, messages)));
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
    let causes = line.marked().map_or(&[][..], |marked| &marked.causes);
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
