//! Names for the leaves of formulas that are worked beside the steps.
//!
//! What a leaf stands for is looked up and never read out of its text: an author may call a parameter `loss_before`.

use std::collections::HashMap;

use crate::formula::{Formula, Name};

/// Leaves with their meanings.
pub(super) struct Leaves<M> {
    meanings: HashMap<Name, M>,
    count: usize,
}

impl<M> Leaves<M> {
    pub(super) fn new() -> Self {
        Self { meanings: HashMap::new(), count: 0 }
    }

    /// A leaf that reads as `word` and stands for `meaning`.
    pub(super) fn leaf(&mut self, word: impl AsRef<str>, meaning: M) -> Formula {
        let name = self.line(word);
        self.meanings.insert(name.clone(), meaning);
        Formula::Name(name)
    }

    /// A name for a line of the work, which later lines may read.
    pub(super) fn line(&mut self, word: impl AsRef<str>) -> Name {
        self.count += 1;
        Name::aside(self.count, word.as_ref())
    }

    /// What a leaf stands for.
    pub(super) fn meaning(&self, name: &Name) -> Option<&M> {
        self.meanings.get(name)
    }
}
