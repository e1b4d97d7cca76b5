//! Names: what may be one, and that one name is one thing.

use std::collections::HashMap;

use super::fault::{FaultKind, Faults, Place, Shape, clip};
use super::reader;
use super::yaml::Node;
use crate::formula::{Function, Name};
pub(super) use crate::keys::RESERVED;
use crate::keys::RESERVED_ENDINGS;

/// The longest name; a longer one does not fit on a screen.
const LONGEST: usize = 60;

/// The names that have been given so far, and the place of each.
#[derive(Default)]
pub(super) struct Names {
    places: HashMap<Name, Place>,
}

impl Names {
    /// Gives the name at `node` to something.
    pub(super) fn claim_node(&mut self, node: &Node, faults: &mut Faults) -> Name {
        match reader::scalar(node, Shape::Name, faults) {
            Some(text) => self.claim(text, node.place, faults),
            None => Name::new(""),
        }
    }

    /// Gives the name `text` to something; what cannot be a name is reported and given back all the same.
    pub(super) fn claim(&mut self, text: &str, place: Place, faults: &mut Faults) -> Name {
        if let Some(kind) = refusal(text) {
            faults.push(place, kind);
            return Name::new(text);
        }
        self.enter(text, place, faults)
    }

    /// Gives the name `text` to something in a graph, where `E` may be a name.
    pub(super) fn claim_in_graph(&mut self, text: &str, place: Place, faults: &mut Faults) -> Name {
        if text == "E" { self.enter(text, place, faults) } else { self.claim(text, place, faults) }
    }

    /// Gives the name at `node` to a neuron, which may also be a number.
    pub(super) fn claim_neuron(&mut self, node: &Node, faults: &mut Faults) -> Name {
        match reader::scalar(node, Shape::Name, faults) {
            Some(text) if is_number(text) => self.enter(text, node.place, faults),
            Some(text) => self.claim(text, node.place, faults),
            None => Name::new(""),
        }
    }

    /// Gives the name at `node` to a run, which may also be called like a function.
    pub(super) fn claim_run(&mut self, node: &Node, faults: &mut Faults) -> Name {
        match reader::scalar(node, Shape::Name, faults) {
            Some(text) if Function::from_name(text).is_some() => self.enter(text, node.place, faults),
            Some(text) => self.claim(text, node.place, faults),
            None => Name::new(""),
        }
    }

    /// Where a name was given.
    pub(super) fn place(&self, name: &str) -> Place {
        self.places.get(name).copied().unwrap_or(Place::FILE)
    }

    /// All names.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Name> {
        self.places.keys()
    }

    fn enter(&mut self, text: &str, place: Place, faults: &mut Faults) -> Name {
        let name = Name::new(text);
        if let Some(first) = self.places.get(text) {
            faults.push(place, FaultKind::NameTwice { name: clip(text), line: first.line });
        } else {
            self.places.insert(name.clone(), place);
        }
        name
    }
}

/// Why `text` cannot be a name.
fn refusal(text: &str) -> Option<FaultKind> {
    if !is_identifier(text) || text.len() > LONGEST {
        return Some(FaultKind::NotAName { text: clip(text) });
    }
    if RESERVED.contains(&text) || Function::from_name(text).is_some() {
        return Some(FaultKind::ReservedName { name: clip(text) });
    }
    let ending = RESERVED_ENDINGS.into_iter().find(|ending| text.ends_with(ending))?;
    Some(FaultKind::ReservedEnding { name: clip(text), ending })
}

/// Whether `text` is a letter followed by letters, digits and `_`.
pub(super) fn is_identifier(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Whether `text` is a number as books number their neurons.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_underscores_make_a_name() {
        for text in ["w5", "no", "y", "hours_of_homework", "N"] {
            assert_eq!(refusal(text), None, "{text}");
        }
        for text in ["", "5w", "w 5", "w-5", "größe", "_w", "w#1"] {
            assert!(matches!(refusal(text), Some(FaultKind::NotAName { .. })), "{text}");
        }
    }

    #[test]
    fn what_stands_for_something_in_every_lesson_is_reserved() {
        for text in ["eta", "t", "E", "exp", "max"] {
            assert!(matches!(refusal(text), Some(FaultKind::ReservedName { .. })), "{text}");
        }
        for text in ["w_new", "m_old"] {
            assert!(matches!(refusal(text), Some(FaultKind::ReservedEnding { .. })), "{text}");
        }
    }
}
