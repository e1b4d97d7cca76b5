//! How many printed numbers agree, each way counted apart.

use crate::judge::{Finding, Verdict};
use crate::messages::Messages;

/// Counts of what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    right: usize,
    rounded: usize,
    cut: usize,
    float: usize,
    errata: usize,
    wrong: usize,
    pub(super) faults: usize,
}

impl Tally {
    pub(super) fn count(&mut self, finding: Finding) {
        let counter = match finding {
            Finding::Agrees(Verdict::Right) => &mut self.right,
            Finding::Agrees(Verdict::Rounded) => &mut self.rounded,
            Finding::Agrees(Verdict::Cut) => &mut self.cut,
            Finding::Agrees(Verdict::Float) => &mut self.float,
            Finding::Erratum | Finding::ErratumByRounding => &mut self.errata,
            Finding::Agrees(Verdict::Wrong | Verdict::Undecided)
            | Finding::Wrong
            | Finding::Undecided
            | Finding::NoErratum(_) => &mut self.wrong,
        };
        *counter += 1;
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.rounded += other.rounded;
        self.cut += other.cut;
        self.float += other.float;
        self.errata += other.errata;
        self.wrong += other.wrong;
        self.faults += other.faults;
    }

    pub(super) fn in_words(&self, messages: &Messages) -> String {
        let values = [
            ("right", self.right.into()),
            ("rounded", self.rounded.into()),
            ("cut", self.cut.into()),
            ("float", self.float.into()),
            ("errata", self.errata.into()),
            ("wrong", self.wrong.into()),
            ("faults", self.faults.into()),
        ];
        messages.text("command-check-counts", &values)
    }
}
