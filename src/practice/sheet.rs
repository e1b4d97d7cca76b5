//! Sheets of numbers that somebody worked out by hand: a table with commas or semicolons, or a YAML map.
//!
//! All faults of a sheet are found at once, as facts.

mod fault;
mod form;
mod map;
mod table;
mod twins;

use std::ops::Range;

use super::number_typed::typed;
use super::paper_name::PaperNames;
use crate::formula::Formula;
use crate::judge::Answer;
use crate::lesson::Lesson;
use crate::number::Exact;
use crate::scenario::{FaultKind, Place, text_of_bytes};
pub use fault::{Column as SheetColumn, SheetFault, SheetFaultKind, SheetFaults};
pub use form::SheetForm;

/// How many lines a sheet may have.
pub const MOST_LINES: usize = 10_000;

/// What somebody handed in.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its lines, in their order.
    pub lines: Vec<SheetLine>,
}

/// One number of a sheet.
#[derive(Clone, Debug)]
pub struct SheetLine {
    /// What it is said to be, as it is written.
    pub name: String,
    /// The same as a formula over steps and givens.
    pub what: Formula,
    /// The number; none where it was left blank.
    pub value: Option<Exact>,
    /// Where it stands.
    pub place: Place,
}

impl SheetLine {
    /// The line as an answer that can be marked.
    #[must_use]
    pub fn answer(&self) -> Answer {
        Answer { what: self.what.clone(), value: self.value.clone() }
    }
}

impl Sheet {
    /// Reads a sheet about a lesson; an expression that does not end is rounded to `decimals`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(bytes: &[u8], form: SheetForm, lesson: &Lesson, decimals: u32) -> Result<Self, SheetFaults> {
        let mut faults = SheetFaults::default();
        let text = match text_of_bytes(bytes) {
            Ok(text) => text,
            Err((place, kind)) => {
                faults.push(place, SheetFaultKind::File(kind));
                return Err(faults);
            }
        };
        let raw = match form.settled(text) {
            SheetForm::Map => map::lines(text, &mut faults),
            _ => table::lines(text, &mut faults),
        };
        let mut names = PaperNames::default();
        let mut lines = Vec::new();
        for raw in raw {
            if faults.are_plenty() {
                break;
            }
            lines.extend(read_line(&raw, &mut names, lesson, decimals, &mut faults));
        }
        if lines.is_empty() && faults.is_empty() {
            faults.push(Place::FILE, SheetFaultKind::Empty);
        }
        twins::refuse(lesson, &lines, &mut faults);
        if faults.is_empty() { Ok(Self { lines }) } else { Err(faults.sorted()) }
    }
}

/// A line before its name and its number are understood.
struct Raw {
    name: String,
    name_place: Place,
    /// What stands there as its number; nothing where it was left blank.
    value: Option<String>,
    value_place: Place,
}

fn read_line(
    raw: &Raw,
    names: &mut PaperNames,
    lesson: &Lesson,
    decimals: u32,
    faults: &mut SheetFaults,
) -> Option<SheetLine> {
    if raw.name.trim().is_empty() {
        faults.push(raw.value_place, SheetFaultKind::Nameless);
        return None;
    }
    let what = names.read(lesson, &raw.name).map_err(|fault| {
        faults.push(within(raw.name_place, &raw.name, &fault.range), SheetFaultKind::Name(fault.kind));
    });
    let value = raw.value.as_deref().filter(|value| !value.trim().is_empty());
    let value = value.map(|value| typed(value, decimals).map_err(|fault| (value, fault))).transpose();
    let value = value.map_err(|(text, fault)| {
        faults.push(within(raw.value_place, text, &fault.range), SheetFaultKind::Value(fault.kind));
    });
    Some(SheetLine { name: raw.name.trim().to_owned(), what: what.ok()?, value: value.ok()?, place: raw.name_place })
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
