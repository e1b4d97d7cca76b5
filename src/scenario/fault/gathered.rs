//! The faults of one file, of whatever kind: as many as anybody reads, and how many more there are.

/// Faults in the order of their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered<F> {
    list: Vec<F>,
    /// How many were found when no more were kept.
    beyond: usize,
}

impl<F> Default for Gathered<F> {
    fn default() -> Self {
        Self { list: Vec::new(), beyond: 0 }
    }
}

impl<F> Gathered<F> {
    /// How many are shown; a file with more has mostly the same fault again and again.
    pub const SHOWN: usize = 50;
    /// How many are kept until they are sorted.
    const KEPT: usize = 10_000;

    /// Adds a fault.
    pub(crate) fn add(&mut self, fault: F) {
        if self.list.len() < Self::KEPT {
            self.list.push(fault);
        } else {
            self.beyond += 1;
        }
    }

    /// Counts faults that could not be looked at one by one.
    pub(crate) fn add_more(&mut self, more: usize) {
        self.beyond += more;
    }

    /// Brings the faults into the order of `place`, each once, and leaves out those that are not shown.
    pub(crate) fn sorted_by<K: Ord>(mut self, place: impl FnMut(&F) -> K) -> Self
    where
        F: PartialEq,
    {
        self.list.sort_by_key(place);
        self.list.dedup();
        self.beyond += self.list.len().saturating_sub(Self::SHOWN);
        self.list.truncate(Self::SHOWN);
        self
    }

    /// The faults that are shown.
    #[must_use]
    pub fn shown(&self) -> &[F] {
        &self.list
    }

    /// How many more there are.
    #[must_use]
    pub fn more(&self) -> usize {
        self.beyond
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many have been found so far.
    pub(crate) fn count(&self) -> usize {
        self.list.len() + self.beyond
    }
}
