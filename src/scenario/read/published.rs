//! The `notes` and the `published` values of a scenario file, by step name.

use rust_decimal::Decimal;

use super::formula::formula_of_key;
use super::run_names::{Hidden, joined};
use super::text;
use crate::formula::{Formula, Name};
use crate::scenario::course::See;
use crate::scenario::fault::{FaultKind, Faults, clip};
use crate::scenario::model::{Note, Published, PublishedKind};
use crate::scenario::names::is_identifier;
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::text::Text;
use crate::scenario::yaml::Kind;

const NOTE: Keys = Keys { known: &["text", "see"] };
const PUBLISHED: Keys = Keys { known: &["value", "note", "erratum", "float"] };

/// Reads prose by step name.
pub(super) fn notes(field: Field<'_>, faults: &mut Faults) -> Vec<Note> {
    let entries = reader::pairs(field.node, faults).unwrap_or_default();
    let read = |entry: Field<'_>| {
        if !is_identifier(entry.key) {
            faults.push(entry.place, FaultKind::NotAStep { text: clip(entry.key) });
        }
        let (text, see) = said(entry, faults);
        Note { step: Name::new(entry.key), place: entry.place, text, see }
    };
    entries.into_iter().map(read).collect()
}

/// Reads what a note says: a text, or `{text: …, see: …}`, the page that shows it.
fn said(entry: Field<'_>, faults: &mut Faults) -> (Text, Option<See>) {
    let is_long = match &entry.node.kind {
        Kind::Mapping(entries) => entries
            .iter()
            .any(|(key, _)| matches!(&key.kind, Kind::Scalar { text, .. } if NOTE.known.contains(&text.as_str()))),
        _ => false,
    };
    if !is_long {
        return (text(entry, faults), None);
    }
    let Some(fields) = Fields::open(entry.node, entry.place, &NOTE, faults) else { return (Text::default(), None) };
    let said = fields.require("text", faults).map(|field| text(field, faults)).unwrap_or_default();
    (said, fields.get("see").and_then(|field| reader::word(field, "page", &See::WORDS, faults)))
}

/// Reads what the source printed, of the lesson and of its other `runs`.
pub(super) fn published(field: Field<'_>, runs: &[Name], faults: &mut Faults) -> Vec<Published> {
    let entries = reader::pairs(field.node, faults).unwrap_or_default();
    entries.into_iter().filter_map(|entry| one(entry, runs, faults)).collect()
}

fn one(entry: Field<'_>, runs: &[Name], faults: &mut Faults) -> Option<Published> {
    let hidden = Hidden::of(entry.key, runs);
    let what = formula_of_key(&hidden.text, entry.place, faults);
    if let Some(what) = &what {
        let mut names = 0;
        what.each_name(&mut |_| names += 1);
        if names == 0 {
            faults.push(entry.place, FaultKind::NotAStep { text: clip(entry.key) });
        }
    }
    let what = what.map_or_else(|| Formula::number(0), |what| joined(&what, &hidden));
    let published = |value: Option<Decimal>, kind, note| Published {
        what,
        place: entry.place,
        value: value.unwrap_or_default(),
        kind,
        note,
    };
    if !matches!(entry.node.kind, Kind::Mapping(_)) {
        return Some(published(reader::number(entry.node, faults), PublishedKind::Agrees, None));
    }
    let fields = Fields::open(entry.node, entry.place, &PUBLISHED, faults)?;
    let value = fields.require("value", faults).and_then(|field| reader::number(field.node, faults));
    let note = fields.get("note").map(|field| text(field, faults));
    let float = fields.get("float").and_then(|field| reader::switch(field.node, faults)).unwrap_or_default();
    let kind = match fields.get("erratum") {
        Some(field) if float => {
            faults.push(field.place, FaultKind::ErratumOfFloat);
            PublishedKind::Float
        }
        Some(field) => PublishedKind::Erratum(text(field, faults)),
        None if float => PublishedKind::Float,
        None => PublishedKind::Agrees,
    };
    Some(published(value, kind, note))
}
