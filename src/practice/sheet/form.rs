//! In which form a sheet is written.

use std::path::Path;

use super::text::SheetText;

/// The form of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetForm {
    /// Rows of a name and a value.
    Table,
    /// A YAML map from names to values.
    Map,
    /// Whichever it looks like.
    Unknown,
}

impl SheetForm {
    /// The form that the name of a file tells.
    #[must_use]
    pub fn of_path(path: &Path) -> Self {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        match extension.to_ascii_lowercase().as_str() {
            "csv" | "tsv" => Self::Table,
            "yaml" | "yml" => Self::Map,
            _ => Self::Unknown,
        }
    }

    /// The form, looked for in the text where it is not known.
    pub(super) fn settled(self, text: &SheetText) -> Self {
        if text.is_workbook {
            return Self::Table;
        }
        if self != Self::Unknown {
            return self;
        }
        let text = text.text.trim_start_matches('\u{feff}');
        let said = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        let Some(first) = text.lines().find(said).map(str::trim) else { return Self::Table };
        let opens_map = first.starts_with('{') || first == "---";
        // A colon that ends a key stands before a space or at the end.
        let key = first.match_indices(':').find(|(at, _)| {
            first.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        });
        let is_key = key.is_some_and(|(at, _)| {
            let before = first.get(..at).unwrap_or_default();
            !before.contains([';', '\t']) && (before.starts_with(['"', '\'']) || !before.contains(','))
        });
        if opens_map || is_key { Self::Map } else { Self::Table }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_a_telling_name_is_looked_at() {
        for (text, form) in [
            ("net_h1,0.3775\n", SheetForm::Table),
            ("name;value\nnet_h1;0,3775\n", SheetForm::Table),
            ("# Ana\n\nnet_h1: 0.3775\n", SheetForm::Map),
            ("net_h1:\n", SheetForm::Map),
            ("{net_h1: 0.3775}", SheetForm::Map),
            ("\"max(a, b)\": 1", SheetForm::Map),
            ("name, value: the result", SheetForm::Table),
            ("", SheetForm::Table),
        ] {
            let text = SheetText::of(text.as_bytes()).expect("a text");
            assert_eq!(SheetForm::Unknown.settled(&text), form, "{}", text.text);
        }
        assert_eq!(SheetForm::of_path(Path::new("ana.CSV")), SheetForm::Table);
        assert_eq!(SheetForm::of_path(Path::new("-")), SheetForm::Unknown);
    }
}
