//! Every sentence that the program says, by language.
//!
//! The rooms below hand up facts; here an id and its values become a sentence. Must not know what the
//! facts mean.
//!
//! Ids begin with the topic of the file they stand in: `fault-`, `lesson-`, `screen-`, `help-`,
//! `command-`, `marking-`, `export-`, `train-`, `worksheet-`, `practice-`. A string literal of that form anywhere in
//! `src/` is taken to be an id, so that a test
//! (tests/suite/messages.rs) can tell which ids are used and whether all of them exist: never put an
//! id together from parts.

mod faults;
mod language;

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::sanitize::sanitize;
pub use faults::FaultText;
pub use language::Language;

/// The message files of one language, a file a topic.
const ENGLISH: [&str; 11] = [
    include_str!("../messages/en/fault.ftl"),
    include_str!("../messages/en/lesson.ftl"),
    include_str!("../messages/en/course.ftl"),
    include_str!("../messages/en/screen.ftl"),
    include_str!("../messages/en/help.ftl"),
    include_str!("../messages/en/command.ftl"),
    include_str!("../messages/en/marking.ftl"),
    include_str!("../messages/en/export.ftl"),
    include_str!("../messages/en/train.ftl"),
    include_str!("../messages/en/worksheet.ftl"),
    include_str!("../messages/en/practice.ftl"),
];

const CHINESE: [&str; 11] = [
    include_str!("../messages/zh/fault.ftl"),
    include_str!("../messages/zh/lesson.ftl"),
    include_str!("../messages/zh/course.ftl"),
    include_str!("../messages/zh/screen.ftl"),
    include_str!("../messages/zh/help.ftl"),
    include_str!("../messages/zh/command.ftl"),
    include_str!("../messages/zh/marking.ftl"),
    include_str!("../messages/zh/export.ftl"),
    include_str!("../messages/zh/train.ftl"),
    include_str!("../messages/zh/worksheet.ftl"),
    include_str!("../messages/zh/practice.ftl"),
];

/// What is put into a sentence: a text, or a whole number on which a plural may depend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A name, a number as it is shown, another sentence.
    Text(Cow<'a, str>),
    /// A count.
    Whole(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Value<'_> {
    fn from(count: i64) -> Self {
        Self::Whole(count)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Whole(count.into())
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        i64::try_from(count).map_or_else(|_| Self::from(count.to_string()), Self::Whole)
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// The largest whole number that Fluent holds exactly, and chooses a plural by.
const LARGEST_COUNT: u64 = 1 << 53;

/// The sentences of one language, with English behind them for what it lacks.
pub struct Messages {
    language: Language,
    /// The languages to look into, in order.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Messages {
    /// Reads the message files of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let english = || bundle(Language::English, &ENGLISH);
        let bundles = match language {
            Language::English => vec![english()],
            Language::Chinese => vec![bundle(Language::Chinese, &CHINESE), english()],
        };
        Self { language, bundles }
    }

    /// The language that is spoken.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Makes the sentence `id` with `values` put in; an id that no file has is shown as it is.
    ///
    /// Texts are made harmless on the way in (see [`sanitize`]).
    #[must_use]
    pub fn text(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, FluentValue::from(sanitize(text))),
                // Fluent holds numbers as binary floats, which have no more whole numbers than these.
                Value::Whole(count) if count.unsigned_abs() > LARGEST_COUNT => {
                    arguments.set(*name, FluentValue::from(count.to_string()));
                }
                Value::Whole(count) => arguments.set(*name, FluentValue::from(*count)),
            }
        }
        for bundle in &self.bundles {
            let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { continue };
            return bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned();
        }
        id.to_owned()
    }
}

/// Makes a bundle of files; what cannot be read in one is left out, and a test sees to it that nothing is.
fn bundle(language: Language, files: &[&str]) -> FluentBundle<FluentResource> {
    let language = LanguageIdentifier::from_bytes(language.tag().as_bytes()).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chinese_over_english(chinese: &str, english: &str) -> Messages {
        let bundles = vec![bundle(Language::Chinese, &[chinese]), bundle(Language::English, &[english])];
        Messages { language: Language::Chinese, bundles }
    }

    #[test]
    fn what_one_language_lacks_is_said_in_english() {
        let messages = chinese_over_english("a = 甲 { $x }\n", "a = A { $x }\nb = B { $x }\n");
        assert_eq!(messages.text("a", &[("x", "w5".into())]), "甲 w5");
        assert_eq!(messages.text("b", &[("x", "w5".into())]), "B w5");
    }

    #[test]
    fn an_id_that_nobody_has_is_shown_as_it_is() {
        assert_eq!(chinese_over_english("", "").text("no-such", &[]), "no-such");
    }

    #[test]
    fn counts_choose_the_plural() {
        let english = "s = { $n ->\n    [one] { $n } step\n   *[other] { $n } steps\n }\n";
        let messages = chinese_over_english("", english);
        assert_eq!(messages.text("s", &[("n", 1_i64.into())]), "1 step");
        assert_eq!(messages.text("s", &[("n", 10_000_usize.into())]), "10000 steps");
        assert_eq!(messages.text("s", &[("n", 9_007_199_254_740_993_u64.into())]), "9007199254740993 steps");
        assert_eq!(messages.text("s", &[("n", u64::MAX.into())]), "18446744073709551615 steps");
    }

    #[test]
    fn texts_are_made_harmless_and_not_wrapped_in_marks() {
        let messages = chinese_over_english("a = `{ $x }`\n", "");
        assert_eq!(messages.text("a", &[("x", "\u{1b}[2J".into())]), "`\\u{1b}[2J`");
    }
}
