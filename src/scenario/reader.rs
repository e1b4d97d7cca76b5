//! Walks the tree: opens what must be a mapping, a list, a word or a number, reports what is not, and
//! goes on, so that one fault never hides another.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::fault::{FaultKind, Faults, Place, Shape, clip};
use super::literal;
use super::yaml::{Kind, Node};

/// The keys of one kind of mapping.
pub(super) struct Keys {
    /// Those that are read.
    pub(super) known: &'static [&'static str],
}

/// A mapping with known keys.
pub(super) struct Fields<'a> {
    /// The place to which a missing key belongs.
    place: Place,
    entries: Vec<Field<'a>>,
    /// Keys that unknown ones were probably meant to be: these are not missing as well.
    meant: Vec<String>,
}

/// One key of a mapping and what stands behind it.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    pub(super) key: &'a str,
    pub(super) place: Place,
    pub(super) node: &'a Node,
}

impl<'a> Fields<'a> {
    /// Opens a mapping, and reports every key that is not one of `keys`; `owner` is the place of what
    /// the mapping belongs to.
    pub(super) fn open(node: &'a Node, owner: Place, keys: &Keys, faults: &mut Faults) -> Option<Self> {
        let entries = pairs(node, faults)?;
        let mut meant = Vec::new();
        for entry in &entries {
            let key = entry.key;
            if keys.known.contains(&key) {
                continue;
            }
            let nearest = faults.nearest(key, keys.known.iter().copied());
            meant.extend(nearest.clone());
            faults.push(entry.place, FaultKind::UnknownKey { key: clip(key), nearest });
        }
        Some(Self { place: owner, entries, meant })
    }

    /// The field of that key, where it is given.
    pub(super) fn get(&self, key: &str) -> Option<Field<'a>> {
        self.entries.iter().find(|entry| entry.key == key).copied()
    }

    /// Whether a key that is not known was probably meant to be this.
    pub(super) fn meant(&self, key: &str) -> bool {
        self.meant.iter().any(|meant| meant == key)
    }

    /// The field of that key, which must be given.
    pub(super) fn require(&self, key: &'static str, faults: &mut Faults) -> Option<Field<'a>> {
        let field = self.get(key);
        if field.is_none() && !self.meant(key) {
            faults.push(self.place, FaultKind::MissingKey { key });
        }
        field
    }
}

/// The entries of a mapping of which the keys are the author's.
pub(super) fn pairs<'a>(node: &'a Node, faults: &mut Faults) -> Option<Vec<Field<'a>>> {
    let Kind::Mapping(entries) = &node.kind else {
        wrong::<()>(node, Shape::Mapping, faults);
        return None;
    };
    let text_keys = entries.iter().filter_map(|(key, node)| match &key.kind {
        Kind::Scalar { text, .. } => Some(Field { key: text, place: key.place, node }),
        _ => None,
    });
    Some(text_keys.collect())
}

/// The items of a list.
pub(super) fn list<'a>(node: &'a Node, faults: &mut Faults) -> Option<&'a [Node]> {
    match &node.kind {
        Kind::Sequence(items) => Some(items),
        _ => wrong(node, Shape::List, faults),
    }
}

/// The items of a list that must have some.
pub(super) fn some_list<'a>(node: &'a Node, faults: &mut Faults) -> Option<&'a [Node]> {
    let items = list(node, faults)?;
    if items.is_empty() {
        faults.push(node.place, FaultKind::EmptyList);
        return None;
    }
    Some(items)
}

/// A text that is not empty, `expected` as what.
pub(super) fn scalar<'a>(node: &'a Node, expected: Shape, faults: &mut Faults) -> Option<&'a str> {
    match &node.kind {
        Kind::Scalar { text, .. } if !text.trim().is_empty() => Some(text),
        _ => wrong(node, expected, faults),
    }
}

/// A decimal.
pub(super) fn number(node: &Node, faults: &mut Faults) -> Option<Decimal> {
    let text = unquoted(node, Shape::Number, faults)?;
    literal::decimal(text).map_err(|kind| faults.push(node.place, kind)).ok()
}

/// A decimal above 0.
pub(super) fn positive(node: &Node, faults: &mut Faults) -> Option<Decimal> {
    let number = number(node, faults)?;
    if number <= Decimal::ZERO {
        faults.push(node.place, FaultKind::NotPositive);
        return None;
    }
    Some(number)
}

/// A whole number within `range`.
pub(super) fn whole(node: &Node, range: RangeInclusive<u64>, faults: &mut Faults) -> Option<u64> {
    let text = unquoted(node, Shape::Whole, faults)?;
    if let Some(number) = literal::whole(text).filter(|number| range.contains(number)) {
        return Some(number);
    }
    let kind = match literal::decimal(text) {
        Err(kind @ FaultKind::NotANumber { .. }) => kind,
        _ => FaultKind::OutsideRange { least: *range.start(), most: *range.end() },
    };
    faults.push(node.place, kind);
    None
}

/// `true` or `false`.
pub(super) fn switch(node: &Node, faults: &mut Faults) -> Option<bool> {
    match &node.kind {
        Kind::Scalar { text, quoted: false } if text == "true" => Some(true),
        Kind::Scalar { text, quoted: false } if text == "false" => Some(false),
        _ => wrong(node, Shape::Switch, faults),
    }
}

/// One word of a list of words, or a fault that names the nearest.
///
/// A word with settings, `{leaky_relu: 0.1}`, is a mapping of one key: whoever takes settings reads it before.
pub(super) fn word<T: Copy>(
    field: Field<'_>,
    key: &'static str,
    known: &[(&'static str, T)],
    faults: &mut Faults,
) -> Option<T> {
    let (word, place) = match &field.node.kind {
        Kind::Mapping(entries) if entries.len() == 1 => {
            let only = pairs(field.node, faults)?.first().copied()?;
            (only.key, only.place)
        }
        _ => (scalar(field.node, Shape::Word, faults)?, field.node.place),
    };
    let found = known.iter().find(|(name, _)| *name == word);
    match (found, &field.node.kind) {
        (Some((_, meaning)), Kind::Scalar { .. }) => return Some(*meaning),
        (Some(_), _) => {
            wrong::<()>(field.node, Shape::Word, faults);
        }
        (None, _) => {
            let nearest = faults.nearest(word, known.iter().map(|(name, _)| *name));
            let known = known.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            faults.push(place, FaultKind::UnknownWord { key, word: clip(word), nearest, known });
        }
    }
    None
}

/// The text of a scalar without quotation marks.
fn unquoted<'a>(node: &'a Node, expected: Shape, faults: &mut Faults) -> Option<&'a str> {
    match &node.kind {
        Kind::Scalar { text, quoted: false } if !text.is_empty() => Some(text),
        Kind::Scalar { quoted: true, .. } => {
            faults.push(node.place, FaultKind::WrongShape { expected, found: Shape::Quoted });
            None
        }
        _ => wrong(node, expected, faults),
    }
}

/// Reports that something else stands here than what was expected.
pub(super) fn wrong<T>(node: &Node, expected: Shape, faults: &mut Faults) -> Option<T> {
    let found = match &node.kind {
        Kind::Broken => return None,
        Kind::Scalar { text, .. } if text.trim().is_empty() => Shape::Nothing,
        Kind::Scalar { .. } => Shape::Text,
        Kind::Sequence(_) => Shape::List,
        Kind::Mapping(_) => Shape::Mapping,
    };
    faults.push(node.place, FaultKind::WrongShape { expected, found });
    None
}
