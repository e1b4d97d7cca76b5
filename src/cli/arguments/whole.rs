//! What may stand behind the commands that take a lesson as a whole: `export` and `train`.

use clap::{Args, ValueEnum, ValueHint};

use crate::scenario::MOST_EPOCHS;

/// Write a script that computes the same with a framework.
#[derive(Args, Debug)]
pub(in crate::cli) struct Export {
    /// A path, `-` for standard input, or the name of a built-in scenario
    #[arg(value_name = "SCENARIO", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) scenario: String,

    /// The framework
    #[arg(long, value_name = "FORMAT", default_value = "pytorch")]
    pub(in crate::cli) format: ExportFormat,
}

/// Train without showing the steps, and print what comes of it.
#[derive(Args, Debug)]
pub(in crate::cli) struct Train {
    /// A path, `-` for standard input, or the name of a built-in scenario
    #[arg(value_name = "SCENARIO", value_hint = ValueHint::FilePath)]
    pub(in crate::cli) scenario: String,

    /// How many epochs; by default as many as the scenario says
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MOST_EPOCHS))]
    pub(in crate::cli) epochs: Option<u64>,

    /// The form of the result
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: TrainFormat,
}

/// The forms of a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum TrainFormat {
    /// Lines to read
    Text,
    /// One JSON object
    Json,
    /// A table with a heading
    Csv,
}

/// The frameworks that a script can be written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ExportFormat {
    /// Python with `PyTorch`
    Pytorch,
}
