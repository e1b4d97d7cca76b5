//! Draws what is wrong with a scenario: the sentence, the place, the line of the file.
//!
//! The line is cut out and made harmless here, so that neither its length nor what stands in it
//! reaches the terminal as it is.

use std::ops::Range;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin as Where, Renderer, Snippet};
use unicode_width::UnicodeWidthChar;

use crate::messages::Messages;
use crate::sanitize::{is_harmful, sanitize};
use crate::scenario::{Fault, Faults, InTable, LoadError, Origin, Place};

/// How many columns of a source line are shown.
const WIDTH: usize = 72;

/// Tells why a scenario cannot be used.
#[must_use]
pub fn load_error(error: &LoadError, messages: &Messages, color: bool) -> String {
    let (fault, help) = match error {
        LoadError::Invalid { origin, source, faults } => {
            return draw(&file_name(origin, messages), source, faults, messages, color);
        }
        LoadError::NoSuchScenario { name, nearest } => {
            let fault = messages.text("fault-no-such-scenario", &[("name", name.into())]);
            let help = match nearest {
                Some(nearest) => messages.text("fault-did-you-mean", &[("nearest", nearest.into())]),
                None => messages.text("fault-no-such-scenario-help", &[]),
            };
            (fault, Some(help))
        }
        LoadError::Unreadable { origin, error } => {
            let values = [("name", file_name(origin, messages).into()), ("words", error.to_string().into())];
            (messages.text("fault-unreadable", &values), None)
        }
    };
    let remark = Remark { place: Place::FILE, is_note: false, title: fault, notes: Vec::new(), help };
    render(&[group(remark, messages, [])], color)
}

/// Draws all faults of one file, each with its line.
#[must_use]
pub fn draw(file: &str, source: &str, faults: &Faults, messages: &Messages, color: bool) -> String {
    let lines = Lines::of(source);
    let mut drawn: Vec<String> = faults.shown().iter().map(|fault| one(file, &lines, fault, messages, color)).collect();
    if faults.more() > 0 {
        drawn.push(messages.text("fault-more", &[("count", faults.more().into())]));
    }
    drawn.join("\n\n")
}

/// How a scenario is called in a message.
#[must_use]
pub fn file_name(origin: &Origin, messages: &Messages) -> String {
    match origin {
        Origin::File(path) => sanitize(&path.to_string_lossy()).into_owned(),
        Origin::StandardInput => messages.text("fault-standard-input", &[]),
        Origin::BuiltIn(name) => (*name).to_owned(),
    }
}

/// Something to be said about a place of a file.
#[derive(Clone, Debug)]
pub struct Remark {
    /// Where it is.
    pub place: Place,
    /// Whether it is something to be known rather than a fault.
    pub is_note: bool,
    /// What is said.
    pub title: String,
    /// What it rests on.
    pub notes: Vec<String>,
    /// What to do about it.
    pub help: Option<String>,
}

/// Draws remarks about one file, each with its line.
#[must_use]
pub fn remarks(file: &str, source: &str, remarks: Vec<Remark>, messages: &Messages, color: bool) -> Vec<String> {
    let lines = Lines::of(source);
    remarks.into_iter().map(|remark| draw_remark(file, &lines, remark, messages, color)).collect()
}

fn one(file: &str, lines: &Lines<'_>, fault: &Fault, messages: &Messages, color: bool) -> String {
    if let Some(InTable { table, .. }) = &fault.table {
        let beside = Path::new(file).with_file_name(&table.name);
        let file = sanitize(&beside.to_string_lossy()).into_owned();
        return at_place(&file, &Lines::of(&table.text), fault, messages, color);
    }
    at_place(file, lines, fault, messages, color)
}

fn at_place(file: &str, lines: &Lines<'_>, fault: &Fault, messages: &Messages, color: bool) -> String {
    let text = messages.fault(&fault.kind);
    let remark = Remark { place: fault.place, is_note: false, title: text.fault, notes: Vec::new(), help: text.help };
    draw_remark(file, lines, remark, messages, color)
}

fn draw_remark(file: &str, lines: &Lines<'_>, remark: Remark, messages: &Messages, color: bool) -> String {
    let Place { line, column, .. } = remark.place;
    if line == 0 {
        return render(&[group(remark, messages, [Where::path(file).into()])], color);
    }
    let (excerpt, span) = excerpt(lines.get(line), remark.place);
    let as_in_file = excerpt.get(..span.start).is_some_and(|before| before.chars().count() + 1 == column as usize);
    let snippet = Snippet::source(excerpt).line_start(line as usize).annotation(AnnotationKind::Primary.span(span));
    // The column that a snippet prints is its own: of a line that was cut it would be wrong.
    let group = if as_in_file {
        group(remark, messages, [snippet.path(file).into()])
    } else {
        let place = Where::path(file).line(line as usize).char_column(column as usize);
        group(remark, messages, [place.into(), snippet.into()])
    };
    render(&[group], color)
}

type Element<'a> = annotate_snippets::Element<'a>;

fn group<'a>(remark: Remark, messages: &Messages, elements: impl IntoIterator<Item = Element<'a>>) -> Group<'a> {
    let note = || Level::NOTE.with_name(Some(messages.text("fault-level-note", &[])));
    let level =
        if remark.is_note { note() } else { Level::ERROR.with_name(Some(messages.text("fault-level-error", &[]))) };
    let notes = remark.notes.into_iter().map(|words| Element::from(note().message(words)));
    let group = level.primary_title(remark.title).elements(elements).elements(notes);
    match remark.help {
        Some(help) => group.element(Level::HELP.with_name(Some(messages.text("fault-level-help", &[]))).message(help)),
        None => group,
    }
}

fn render(groups: &[Group<'_>], color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(2 * WIDTH).render(groups)
}

/// The lines of a file, as YAML counts them.
struct Lines<'a>(Vec<&'a str>);

impl<'a> Lines<'a> {
    fn of(source: &'a str) -> Self {
        let source = source.strip_prefix('\u{feff}').unwrap_or(source);
        let breaks = |line: &'a str| line.split('\r');
        Self(source.split('\n').flat_map(|line| breaks(line.strip_suffix('\r').unwrap_or(line))).collect())
    }

    fn get(&self, line: u32) -> &'a str {
        (line as usize).checked_sub(1).and_then(|index| self.0.get(index)).copied().unwrap_or_default()
    }
}

/// The part of a line around a place, harmless, and the bytes of it that are at fault.
fn excerpt(line: &str, place: Place) -> (String, Range<usize>) {
    let start = (place.column as usize).saturating_sub(1);
    let end = start.saturating_add((place.length as usize).max(1));
    // Some of what stands before the place is shown, and as much behind it as there is room.
    let mut before = 0;
    let mut first = start;
    let ahead: Vec<char> = line.chars().take(start).collect();
    for character in ahead.iter().rev() {
        before += width(*character);
        if before > WIDTH / 2 {
            break;
        }
        first -= 1;
    }
    let fits = line.chars().take(WIDTH + 1).map(width).sum::<usize>() <= WIDTH;
    let from = if fits || before <= WIDTH / 2 { 0 } else { first };
    let mut excerpt = String::new();
    if from > 0 {
        excerpt.push('…');
    }
    let mut span = None;
    let mut room = WIDTH;
    let mut span_end = None;
    for (index, character) in line.chars().enumerate().skip(from) {
        if index >= start && span.is_none() {
            span = Some(excerpt.len());
        }
        if index == end {
            span_end = Some(excerpt.len());
        }
        let shown = shown(character);
        let columns = shown.chars().map(width).sum::<usize>();
        if columns > room {
            span_end = span_end.or(Some(excerpt.len()));
            excerpt.push('…');
            break;
        }
        room -= columns;
        excerpt.push_str(&shown);
    }
    let start = span.unwrap_or(excerpt.len());
    let end = span_end.unwrap_or(excerpt.len()).max(start);
    (excerpt, start..end)
}

/// A character as it is shown: one that a terminal could obey, or that has no width, is written out.
fn shown(character: char) -> String {
    if is_harmful(character) { sanitize(&character.to_string()).into_owned() } else { character.to_string() }
}

fn width(character: char) -> usize {
    character.width().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: &str, column: u32, length: u32) -> (String, String) {
        let (excerpt, span) = excerpt(line, Place { line: 1, column, length });
        let marked = excerpt[span].to_owned();
        (excerpt, marked)
    }

    #[test]
    fn a_short_line_is_shown_whole_with_the_place_marked() {
        assert_eq!(at("loss: hinged", 7, 6), ("loss: hinged".into(), "hinged".into()));
        assert_eq!(at("标题: 网络 x", 8, 1), ("标题: 网络 x".into(), "x".into()));
    }

    #[test]
    fn a_place_at_or_behind_the_end_of_a_line_does_no_harm() {
        for (line, column, length) in [("", 1, 1), ("abc", 4, 1), ("abc", 90, 5), ("abc", 2, u32::MAX), ("a", 0, 0)] {
            let (excerpt, _) = at(line, column, length);
            assert_eq!(excerpt.replace('…', ""), line.get(..).unwrap_or_default(), "{line} {column} {length}");
        }
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let line = format!("{}here{}", "x".repeat(5000), "y".repeat(5000));
        let (excerpt, marked) = at(&line, 5001, 4);
        assert_eq!(marked, "here");
        assert!(excerpt.starts_with('…') && excerpt.ends_with('…') && excerpt.chars().count() < WIDTH + 3);
    }

    #[test]
    fn what_a_terminal_obeys_is_written_out() {
        assert_eq!(at("a: \u{1b}[2J\u{202e}b", 9, 1), ("a: \\u{1b}[2J\\u{202e}b".into(), "b".into()));
    }
}
