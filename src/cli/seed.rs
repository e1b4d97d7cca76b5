//! `--seed`: the same lesson with other numbers, wherever it is opened.

use clap::Args;

use crate::scenario::Scenario;

/// Other numbers for a lesson.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Seed {
    /// The lesson with other numbers, the same ones wherever this seed is used
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,
}

impl Seed {
    /// A scenario with the numbers of the seed, where there is one.
    pub(super) fn vary(self, scenario: Scenario) -> Scenario {
        match self.seed {
            Some(seed) => scenario.varied(seed),
            None => scenario,
        }
    }
}
