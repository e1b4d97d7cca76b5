//! A sheet that is a YAML map, or lines that look like one.

use super::fault::SheetFaults;
use super::notice::Notices;
use super::{MOST_LINES, Raw, SheetFaultKind};
use crate::scenario::{Place, map_of_text};

/// Reads the lines of a map.
pub(super) fn lines(text: &str, notices: &mut Notices, faults: &mut SheetFaults) -> Vec<Raw> {
    for (at, line) in text.lines().enumerate().filter(|(_, line)| line.starts_with('#')) {
        notices.take(&[line], place(at, line, line), faults);
    }
    let raw = match map_of_text(text) {
        Ok(entries) => entries
            .into_iter()
            .map(|entry| Raw {
                name: entry.key,
                name_place: entry.key_place,
                value: entry.value,
                value_place: entry.value_place,
                fault: None,
            })
            .collect(),
        Err(wrong) => {
            let Some(raw) = each_by_itself(text) else {
                for fault in wrong.shown() {
                    faults.push(fault.place, fault.kind.clone());
                }
                faults.add_more(wrong.more());
                return Vec::new();
            };
            raw
        }
    };
    if let Some(beyond) = raw.get(MOST_LINES) {
        faults.push(beyond.name_place, SheetFaultKind::TooManyLines { limit: MOST_LINES });
        return Vec::new();
    }
    raw
}

/// Reads each line by itself, so that one that is no YAML costs no other; none where some line has no colon.
fn each_by_itself(text: &str) -> Option<Vec<Raw>> {
    let mut raw = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let said = line.trim();
        if said.is_empty() || said.starts_with('#') || said == "---" || said == "..." {
            continue;
        }
        if line.starts_with([' ', '\t', '{', '[', '-']) {
            return None;
        }
        let colon = said.char_indices().find(|(at, letter)| {
            *letter == ':' && said.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
        });
        let (name, rest) = said.split_at(colon?.0);
        let value = rest.get(1..).unwrap_or_default();
        let value = value.split(" #").next().unwrap_or_default().trim();
        let bare = value.trim_matches(['"', '\'']);
        raw.push(Raw {
            name: name.trim().trim_matches(['"', '\'']).to_owned(),
            name_place: place(at, line, name),
            value: (!bare.is_empty() && bare != "~" && bare != "null").then(|| bare.to_owned()),
            value_place: place(at, line, if bare.is_empty() { name } else { bare }),
            fault: None,
        });
        if raw.len() > MOST_LINES {
            break;
        }
    }
    (!raw.is_empty()).then_some(raw)
}

/// The place of a part of a line.
fn place(at: usize, line: &str, part: &str) -> Place {
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let before = line.rfind(part).and_then(|start| line.get(..start)).map_or(0, |before| before.chars().count());
    Place { line: small(at + 1), column: small(before + 1), length: small(part.chars().count().max(1)) }
}
