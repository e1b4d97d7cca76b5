//! A YAML map that is no scenario: keys and what stands behind them, as text.

use super::fault::{FaultKind, Faults, Place, Shape};
use super::reader::pairs;
use super::yaml::{self, Kind};

/// One key of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_place: Place,
    /// What stands behind it; none where nothing does.
    pub value: Option<String>,
    /// Where that stands.
    pub value_place: Place,
}

/// Reads a map of texts; `null` and `~` are nothing.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn map_of_text(text: &str) -> Result<Vec<Entry>, Faults> {
    let mut faults = Faults::default();
    let Some(root) = yaml::read(text, &mut faults) else { return Err(faults.sorted()) };
    let mut entries = Vec::new();
    for field in pairs(&root, &mut faults).unwrap_or_default() {
        let value = match &field.node.kind {
            Kind::Scalar { text, quoted } => {
                let is_nothing = text.trim().is_empty() || (!quoted && matches!(text.as_str(), "~" | "null"));
                (!is_nothing).then(|| text.clone())
            }
            Kind::Broken => None,
            Kind::Sequence(_) | Kind::Mapping(_) => {
                let found = if matches!(field.node.kind, Kind::Mapping(_)) { Shape::Mapping } else { Shape::List };
                faults.push(field.node.place, FaultKind::WrongShape { expected: Shape::Number, found });
                None
            }
        };
        let key = field.key.to_owned();
        entries.push(Entry { key, key_place: field.place, value, value_place: field.node.place });
    }
    if faults.is_empty() { Ok(entries) } else { Err(faults.sorted()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_values_are_texts_at_their_places() {
        let entries = map_of_text("net_h1: 0.3775\n∂E/∂w5: ~\n\"-delta_6\":\nw5+: '0,5'\n").unwrap();
        let told: Vec<_> = entries.iter().map(|entry| (entry.key.as_str(), entry.value.as_deref())).collect();
        assert_eq!(told, [("net_h1", Some("0.3775")), ("∂E/∂w5", None), ("-delta_6", None), ("w5+", Some("0,5"))]);
        assert_eq!(entries[0].value_place, Place { line: 1, column: 9, length: 6 });
        assert_eq!(entries[1].key_place, Place { line: 2, column: 1, length: 6 });
    }

    #[test]
    fn lists_and_maps_are_no_values() {
        let faults = map_of_text("a: [1]\nb: {c: 1}\na: 2\n").unwrap_err();
        assert_eq!(faults.shown().len(), 3, "{faults:?}");
        assert!(map_of_text("- 1\n").is_err() && map_of_text("").is_err());
    }
}
