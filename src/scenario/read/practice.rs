//! The `practice` of a scenario file: what is asked, what helps, and what is often got wrong.

use super::formula::{formula, formula_of_key};
use super::text;
use crate::formula::{Formula, Name};
use crate::number::Digits;
use crate::scenario::fault::{DisplayFault, FaultKind, Faults, Place, Shape, clip};
use crate::scenario::practice::{Asked, Hints, Made, Mistake, Mistakes, Practice};
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::Node;

const PRACTICE: Keys = Keys { known: &["ask", "hints", "mistakes", "decimals", "significant"] };
const MISTAKE: Keys = Keys { known: &["value", "formula", "message"] };
/// The most digits that can be asked for, as many as can be shown.
const MOST_DIGITS: u64 = 1000;

/// Reads what a practice asks.
pub(super) fn practice(field: Field<'_>, faults: &mut Faults) -> Practice {
    let Some(fields) = Fields::open(field.node, field.place, &PRACTICE, faults) else { return Practice::default() };
    Practice {
        ask: fields.get("ask").map(|field| ask(field, faults)).unwrap_or_default(),
        hints: fields.get("hints").map(|field| hints(field, faults)).unwrap_or_default(),
        mistakes: fields.get("mistakes").map(|field| mistakes(field, faults)).unwrap_or_default(),
        digits: digits(&fields, faults),
    }
}

/// How many digits are asked for: decimals or significant digits, not both.
fn digits(fields: &Fields<'_>, faults: &mut Faults) -> Option<Digits> {
    let mut count = |key: &str, least: u64| {
        let count = reader::whole(fields.get(key)?.node, least..=MOST_DIGITS, faults)?;
        u32::try_from(count).ok()
    };
    let (decimals, significant) = (count("decimals", 0), count("significant", 1));
    if let (Some(_), Some(field)) = (fields.get("decimals"), fields.get("significant")) {
        faults.push(field.place, FaultKind::Display(DisplayFault::TwoKindsOfDigits));
    }
    decimals.map(Digits::Decimals).or(significant.map(Digits::Significant))
}

fn ask(field: Field<'_>, faults: &mut Faults) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    for item in reader::some_list(field.node, faults).unwrap_or_default() {
        let Some(written) = reader::scalar(item, Shape::Name, faults) else { continue };
        let Some(step) = step(written, item.place, faults) else { continue };
        if let Some(first) = asked.iter().find(|asked| asked.step == step) {
            faults.push(item.place, FaultKind::AskedTwice { name: clip(written), line: first.place.line });
        }
        asked.push(Asked { step, place: item.place });
    }
    asked
}

/// The name of a step, with its sample and epoch where it has them.
pub(super) fn step(written: &str, place: Place, faults: &mut Faults) -> Option<Name> {
    if let Formula::Name(name) = formula_of_key(written, place, faults)? {
        return Some(name);
    }
    faults.push(place, FaultKind::NotAStep { text: clip(written) });
    None
}

fn hints(field: Field<'_>, faults: &mut Faults) -> Vec<Hints> {
    let mut all = Vec::new();
    for entry in reader::pairs(field.node, faults).unwrap_or_default() {
        let step = step(entry.key, entry.place, faults);
        let items = reader::some_list(entry.node, faults).unwrap_or_default();
        let texts = items.iter().map(|item| text(as_field(entry, item), faults)).collect();
        all.extend(step.map(|step| Hints { step, place: entry.place, texts }));
    }
    all
}

fn mistakes(field: Field<'_>, faults: &mut Faults) -> Vec<Mistakes> {
    let mut all = Vec::new();
    for entry in reader::pairs(field.node, faults).unwrap_or_default() {
        let step = step(entry.key, entry.place, faults);
        let items = reader::some_list(entry.node, faults).unwrap_or_default();
        let list = items.iter().filter_map(|item| mistake(item, faults)).collect();
        all.extend(step.map(|step| Mistakes { step, place: entry.place, list }));
    }
    all
}

fn mistake(item: &Node, faults: &mut Faults) -> Option<Mistake> {
    let fields = Fields::open(item, item.place, &MISTAKE, faults)?;
    let made = match (fields.get("value"), fields.get("formula")) {
        (Some(field), None) => reader::number(field.node, faults).map(Made::Value),
        (None, Some(field)) => formula(field.node, faults).map(|formula| Made::Formula(formula, field.node.place)),
        _ => {
            faults.push(item.place, FaultKind::MistakeMade);
            None
        }
    };
    let message = fields.require("message", faults).map(|field| text(field, faults));
    Some(Mistake { made: made?, message: message? })
}

/// An item of a list as if it stood behind the key of the list.
fn as_field<'a>(entry: Field<'a>, node: &'a Node) -> Field<'a> {
    Field { node, place: node.place, ..entry }
}
