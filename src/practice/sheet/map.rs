//! A sheet that is a YAML map.

use super::fault::SheetFaults;
use super::{MOST_LINES, Raw, SheetFaultKind};
use crate::scenario::map_of_text;

/// Reads the lines of a map.
pub(super) fn lines(text: &str, faults: &mut SheetFaults) -> Vec<Raw> {
    let entries = match map_of_text(text) {
        Ok(entries) => entries,
        Err(wrong) => {
            for fault in wrong.shown() {
                faults.push(fault.place, fault.kind.clone());
            }
            faults.add_more(wrong.more());
            return Vec::new();
        }
    };
    if let Some(beyond) = entries.get(MOST_LINES) {
        faults.push(beyond.key_place, SheetFaultKind::TooManyLines { limit: MOST_LINES });
    }
    let raw = |entry: crate::scenario::Entry| Raw {
        name: entry.key,
        name_place: entry.key_place,
        value: entry.value,
        value_place: entry.value_place,
    };
    entries.into_iter().take(MOST_LINES).map(raw).collect()
}
