//! The runs of a lesson side by side, as lines of text.

use std::fmt::Write as _;

use super::Linear;
use crate::lesson::{Lesson, comparison};

/// Writes the table of a lesson that has other runs; nothing for one that has none.
pub fn table(lesson: &mut Lesson, linear: &Linear<'_>) -> String {
    if lesson.compared().is_empty() {
        return String::new();
    }
    let facts = comparison(lesson);
    let words = lesson.words(linear.messages);
    let mut text = format!("\n── {} ──\n", words.runs());
    for line in words.run_table(&facts, usize::MAX, &|shown| linear.shown(shown)) {
        let _ = writeln!(text, "    {line}");
    }
    linear.plain(text)
}
