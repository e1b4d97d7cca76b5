//! The `display` of a scenario file: how many digits are shown, and how names look in formulas.

use super::formula::within;
use crate::formula::{MarkupFaultKind, Name, Symbol, markup_commands};
use crate::scenario::fault::{DisplayFault, FaultKind, Faults, Shape, clip};
use crate::scenario::model::Labelled;
use crate::scenario::names::is_identifier;
use crate::scenario::reader::{self, Field, Fields, Keys};

const DISPLAY: Keys = Keys { known: &["decimals", "significant", "labels"] };
/// How many decimals are shown where the scenario does not say.
const USUAL_DECIMALS: u32 = 9;
/// The most digits that can be shown.
const MOST_DIGITS: u64 = 1000;

/// What a scenario says of how it is to be shown.
pub(super) struct Display {
    pub(super) decimals: u32,
    pub(super) significant: Option<u32>,
    pub(super) labels: Vec<Labelled>,
}

impl Default for Display {
    fn default() -> Self {
        Self { decimals: USUAL_DECIMALS, significant: None, labels: Vec::new() }
    }
}

/// Reads how a scenario is to be shown.
pub(super) fn display(field: Field<'_>, faults: &mut Faults) -> Display {
    let usual = Display::default();
    let Some(fields) = Fields::open(field.node, field.place, &DISPLAY, faults) else { return usual };
    let mut digits = |key: &str, least: u64| {
        let number = reader::whole(fields.get(key)?.node, least..=MOST_DIGITS, faults)?;
        u32::try_from(number).ok()
    };
    let (decimals, significant) = (digits("decimals", 0), digits("significant", 1));
    if let (Some(_), Some(field)) = (fields.get("decimals"), fields.get("significant")) {
        faults.push(field.place, FaultKind::Display(DisplayFault::TwoKindsOfDigits));
    }
    let labels = fields.get("labels").map(|field| labels(field, faults)).unwrap_or_default();
    Display { decimals: decimals.unwrap_or(USUAL_DECIMALS), significant, labels }
}

fn labels(field: Field<'_>, faults: &mut Faults) -> Vec<Labelled> {
    let entries = reader::pairs(field.node, faults).unwrap_or_default();
    entries.into_iter().filter_map(|entry| label(entry, faults)).collect()
}

fn label(entry: Field<'_>, faults: &mut Faults) -> Option<Labelled> {
    if !is_identifier(entry.key) {
        faults.push(entry.place, FaultKind::NotAStep { text: clip(entry.key) });
    }
    let text = reader::scalar(entry.node, Shape::Text, faults)?;
    match Symbol::from_markup(text) {
        Ok(symbol) => Some(Labelled { name: Name::new(entry.key), place: entry.place, symbol }),
        Err(fault) => {
            let kind = match fault.kind {
                MarkupFaultKind::UnknownCommand { command } => {
                    let nearest = faults.nearest(&command, markup_commands());
                    DisplayFault::UnknownCommand { command: clip(&command), nearest }
                }
                kind => DisplayFault::Label(kind),
            };
            faults.push(within(entry.node, text, &fault.range), FaultKind::Display(kind));
            None
        }
    }
}
