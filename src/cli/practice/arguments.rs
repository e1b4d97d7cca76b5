//! What may stand behind `handgrad practice` and `handgrad progress`.

use clap::{Args, ValueHint};

use crate::cli::seed::Seed;
use crate::practice::Ask;

/// Step through the lesson, being asked before it shows.
#[derive(Args, Debug)]
pub(in crate::cli) struct Practice {
    /// A path, `-` for standard input, or the name of a built-in scenario
    #[arg(value_name = "SCENARIO", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) scenario: String,

    /// What is asked: what the scenario asks for (or all where it asks for nothing), all results, every K-th of them, a
    /// worked example that fades round by round, or the missing factors of gradients
    #[arg(long, value_name = "scenario|all|every:K|fading|factors", default_value = "scenario", value_parser = ask)]
    pub(in crate::cli) ask: Ask,

    /// Ask only what went wrong before and is due again
    #[arg(long, conflicts_with = "ask")]
    pub(in crate::cli) review: bool,

    #[command(flatten)]
    pub(in crate::cli) seed: Seed,

    /// Ask at a prompt instead of opening a screen
    #[arg(long)]
    pub(in crate::cli) plain: bool,
}

/// Answer questions from several lessons: skills that are due or weak first, with new numbers.
#[derive(Args, Debug)]
pub(in crate::cli) struct Review {
    /// How many questions are asked
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(in crate::cli) count: u16,

    /// The same questions with the same numbers, wherever this seed is used; otherwise new ones each time
    #[arg(long, value_name = "N")]
    pub(in crate::cli) seed: Option<u64>,
}

impl Practice {
    /// What is asked.
    pub(in crate::cli) fn asked(&self) -> Ask {
        if self.review { Ask::Review } else { self.ask }
    }
}

/// List what was done in practice, or forget it.
#[derive(Args, Debug)]
pub(in crate::cli) struct Progress {
    /// Forget what was done of the scenario, or of all; asks first
    #[arg(long)]
    pub(in crate::cli) reset: bool,

    /// The scenario: a path, `-` for standard input, or the name of a built-in one
    #[arg(value_name = "SCENARIO", requires = "reset", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) scenario: Option<String>,

    /// Do not ask
    #[arg(long, requires = "reset")]
    pub(in crate::cli) yes: bool,
}

fn ask(text: &str) -> Result<Ask, String> {
    text.parse().map_err(|()| "scenario, all, every:K, fading, factors".to_owned())
}
