//! How a name is drawn: what the caller knows of it, in terms of letters and numbers.

use super::scripts::{lowered, raised};
use super::tree::Name;

/// What stands in a formula's drawing for a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// Text as it is.
    Text(String),
    /// A number as it is to be printed, with `-` before it where it is negative.
    Number(String),
    /// A letter or word with marks; on one line the name itself.
    Symbol(Symbol),
    /// A partial derivative; on one line the name itself.
    Derivative {
        /// What changes.
        of: Symbol,
        /// What it changes with.
        by: Symbol,
    },
}

/// Gives the label of a name.
pub type Labels<'a> = &'a dyn Fn(&Name) -> Label;

impl Label {
    /// Every name as it is written.
    #[must_use]
    pub fn as_written(name: &Name) -> Self {
        Self::Text(name.to_string())
    }

    /// Whether it is a number below 0.
    pub(super) fn is_negative(&self) -> bool {
        matches!(self, Self::Number(text) if text.starts_with(['-', '−']))
    }
}

/// A letter or word with what stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Symbol {
    /// The letter or word; Greek letters as themselves, whatever the set of signs.
    pub base: String,
    /// What stands below to the right.
    pub sub: Option<String>,
    /// What stands above to the right.
    pub sup: Option<String>,
    /// Whether it wears a hat.
    pub hat: bool,
    /// The LaTeX that an author wrote it in, which print shows as it is.
    pub latex: Option<String>,
}

impl Symbol {
    /// A letter or word alone.
    #[must_use]
    pub fn new(base: impl Into<String>) -> Self {
        Self { base: base.into(), ..Self::default() }
    }

    /// The same with a subscript.
    #[must_use]
    pub fn with_sub(self, sub: impl Into<String>) -> Self {
        Self { sub: Some(sub.into()), ..self }
    }

    /// The same with a superscript.
    #[must_use]
    pub fn with_sup(self, sup: impl Into<String>) -> Self {
        Self { sup: Some(sup.into()), ..self }
    }

    /// The same with one more mark above to the right.
    #[must_use]
    pub fn marked(self, mark: &str) -> Self {
        let shown = if mark.chars().all(char::is_alphabetic) { format!("\\text{{{mark}}}") } else { mark.to_owned() };
        let latex = self.latex.map(|latex| format!("{{{latex}}}^{{{shown}}}"));
        let sup = self.sup.unwrap_or_default() + mark;
        Self { sup: Some(sup), latex, ..self }
    }

    /// It all on one line, lowered and raised where Unicode has such letters.
    #[must_use]
    pub fn on_one_line(&self) -> String {
        let mut text = self.base.clone();
        if let Some(sub) = &self.sub {
            text.push_str(&lowered(sub).unwrap_or_else(|| format!("_{sub}")));
        }
        if let Some(sup) = &self.sup {
            text.push_str(&raised(sup).unwrap_or_else(|| format!("^{sup}")));
        }
        text
    }

    /// The same with a hat.
    #[must_use]
    pub fn with_hat(self) -> Self {
        Self { hat: true, ..self }
    }
}
