//! Prose by language, as authors write it.

use std::borrow::Cow;

use crate::sanitize::sanitize;

/// A text in one language or several; control characters are already written out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text {
    /// By language tag; an empty tag is a text for every language.
    by_language: Vec<(String, String)>,
}

impl Text {
    /// Makes a text for every language.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { by_language: vec![(String::new(), harmless(text))] }
    }

    /// Adds the text of one language.
    pub(super) fn add(&mut self, tag: &str, text: &str) {
        self.by_language.push((tag.to_owned(), harmless(text)));
    }

    /// The text in the language of `tag` (`en`, `zh`), else in English, else in whichever there is.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> &str {
        let of = |wanted: &str| self.by_language.iter().find(|(tag, _)| tag == wanted);
        of(tag).or_else(|| of("en")).or_else(|| self.by_language.first()).map_or("", |(_, text)| text)
    }

    /// Whether it quotes a number in any language.
    #[must_use]
    pub fn has_digits(&self) -> bool {
        self.by_language.iter().any(|(_, text)| text.contains(char::is_numeric))
    }

    /// The tags of the languages it is in; an empty one is a text for every language.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.by_language.iter().map(|(tag, _)| tag.as_str())
    }
}

/// Text without control characters but line breaks.
fn harmless(text: &str) -> String {
    text.trim().lines().map(|line| sanitize(line.trim_end())).collect::<Vec<Cow<'_, str>>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_what_there_is() {
        let plain = Text::new("Buying apples");
        assert_eq!((plain.in_language("zh"), plain.in_language("en")), ("Buying apples", "Buying apples"));
        let mut text = Text::default();
        text.add("zh", "买苹果");
        assert_eq!(text.in_language("en"), "买苹果");
        text.add("en", "Buying apples");
        assert_eq!((text.in_language("zh"), text.in_language("de")), ("买苹果", "Buying apples"));
    }

    #[test]
    fn lines_stay_and_what_a_terminal_obeys_does_not() {
        assert_eq!(Text::new("one \ntwo\u{1b}[2J\n").in_language("en"), "one\ntwo\\u{1b}[2J");
    }
}
