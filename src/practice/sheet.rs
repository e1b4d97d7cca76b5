//! Sheets of numbers that somebody worked out by hand: a table with commas or semicolons, a workbook, or a YAML map.
//!
//! What is wrong with one line is that line's fault; only a file that says nothing at all, or contradicts itself about
//! its seed or its digits, cannot be read. First come the rows ([`Draft`]), which also say whose numbers they are, then
//! what their names mean in a lesson ([`Sheet`]).

mod blank;
mod fault;
mod form;
mod heading;
mod map;
mod notice;
mod number_format;
mod table;
mod text;
mod twins;
mod workbook;

use std::ops::Range;

use super::number_typed::typed;
use super::paper_name::PaperNames;
use crate::formula::Formula;
use crate::judge::{Answer, Asked};
use crate::lesson::Lesson;
use crate::number::Exact;
use crate::scenario::{FaultKind, Place};
use blank::is_blank;
pub use fault::{Column as SheetColumn, SheetFault, SheetFaultKind, SheetFaults};
pub use form::SheetForm;
pub use notice::Notices as SheetNotices;
pub use text::SheetText;
pub use workbook::WorkbookFault;

/// How many lines a sheet may have.
pub const MOST_LINES: usize = 10_000;

/// The rows of a sheet before anybody knows which lesson they are about.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it says about itself.
    pub notices: SheetNotices,
    rows: Vec<Raw>,
}

/// What somebody handed in.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its lines, in their order.
    pub lines: Vec<SheetLine>,
    /// The digits that it asks for.
    pub asked: Asked,
}

/// One number of a sheet.
#[derive(Clone, Debug)]
pub struct SheetLine {
    /// What it is said to be, as it is written.
    pub name: String,
    /// The number as it is written.
    pub written: String,
    /// The name as a formula over steps and givens; none where it means nothing.
    pub what: Option<Formula>,
    /// The number; none where it was left blank, or is none.
    pub value: Option<Exact>,
    /// Why the line cannot be read.
    pub fault: Option<SheetFault>,
    /// Where it stands.
    pub place: Place,
}

impl SheetLine {
    /// The line as an answer that can be marked; none where nobody knows what it is about.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        let value = self.value.clone().filter(|_| self.fault.is_none());
        Some(Answer { what: self.what.clone()?, value })
    }
}

impl Draft {
    /// Reads the rows of a sheet.
    ///
    /// # Errors
    /// Everything that keeps it from being read at all.
    pub fn of(text: &SheetText, form: SheetForm) -> Result<Self, SheetFaults> {
        let mut faults = SheetFaults::default();
        let mut notices = SheetNotices::default();
        let rows = match form.settled(text) {
            SheetForm::Map => map::lines(&text.text, &mut notices, &mut faults),
            _ if text.is_workbook => table::lines(&text.text, &table::Separator::TAB, &mut notices, &mut faults),
            _ => table::lines(&text.text, &table::Separator::of(&text.text), &mut notices, &mut faults),
        };
        if rows.is_empty() && faults.is_empty() {
            faults.push(Place::FILE, SheetFaultKind::Empty);
        }
        if faults.is_empty() { Ok(Self { notices, rows }) } else { Err(faults.sorted()) }
    }
}

impl Sheet {
    /// Finds what the rows of a draft mean in a lesson; an expression that does not end is rounded to `decimals`.
    #[must_use]
    pub fn of(draft: &Draft, lesson: &Lesson, decimals: u32) -> Self {
        let mut names = PaperNames::default();
        let mut lines: Vec<SheetLine> = Vec::with_capacity(draft.rows.len());
        for (at, raw) in draft.rows.iter().enumerate() {
            let line = line(raw, &mut names, lesson, decimals);
            if line.what.is_some() || !is_remark(raw, at == 0) {
                lines.push(line);
            }
        }
        // A sheet of which nothing is understood is not taken for remarks alone.
        if lines.is_empty() {
            lines.extend(draft.rows.iter().map(|raw| line(raw, &mut names, lesson, decimals)));
        }
        twins::find(lesson, &mut lines);
        Self { lines, asked: draft.notices.asked() }
    }
}

/// A line before its name and its number are understood.
#[derive(Clone, Debug)]
struct Raw {
    name: String,
    name_place: Place,
    /// What stands there as its number; nothing where it was left blank.
    value: Option<String>,
    value_place: Place,
    /// What is wrong with its cells.
    fault: Option<(Place, SheetFaultKind)>,
}

/// Whether a row with a name that means nothing is a title or a remark: words alone, or a heading in another language.
fn is_remark(raw: &Raw, is_first: bool) -> bool {
    let has_letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count() >= 2;
    let has_digit = |text: &str| text.contains(char::is_numeric);
    match &raw.value {
        Some(value) if !is_blank(value) => {
            is_first && has_letters(value) && !has_digit(value) && !has_digit(&raw.name) && has_letters(&raw.name)
        }
        // A total of points, a heading of a part: words without a number, and nothing to mark.
        Some(_) => is_first,
        None => {
            is_first
                || raw.name.trim().contains(char::is_whitespace)
                || !(has_digit(&raw.name) || raw.name.contains('_'))
        }
    }
}

fn line(raw: &Raw, names: &mut PaperNames, lesson: &Lesson, decimals: u32) -> SheetLine {
    let written = raw.value.clone().unwrap_or_default();
    let mut fault = raw.fault.clone();
    let mut blame = |place, kind| {
        fault.get_or_insert((place, kind));
    };
    let mut what = None;
    if raw.name.trim().is_empty() {
        blame(raw.value_place, SheetFaultKind::Nameless);
    } else {
        match names.read(lesson, &raw.name) {
            Ok(formula) => what = Some(formula),
            Err(fault) => blame(within(raw.name_place, &raw.name, &fault.range), SheetFaultKind::Name(fault.kind)),
        }
    }
    let value = raw.value.as_deref().filter(|value| !is_blank(value));
    let value = value.and_then(|value| match typed(value, decimals) {
        Ok(number) => Some(number),
        Err(fault) => {
            blame(within(raw.value_place, value, &fault.range), SheetFaultKind::Value(fault.kind));
            None
        }
    });
    let fault = fault.map(|(place, kind)| SheetFault { place, kind });
    SheetLine { name: raw.name.trim().to_owned(), written, what, value, fault, place: raw.name_place }
}

/// The place of some characters of a text; all of it where quotation marks or escapes move them.
fn within(place: Place, text: &str, range: &Range<usize>) -> Place {
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    if place.length != small(text.chars().count()) {
        return place;
    }
    Place { column: place.column.saturating_add(small(range.start)), length: small(range.len()).max(1), ..place }
}

impl From<FaultKind> for SheetFaultKind {
    fn from(kind: FaultKind) -> Self {
        Self::File(kind)
    }
}
