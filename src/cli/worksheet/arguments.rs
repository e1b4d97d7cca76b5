//! What may stand behind `handgrad worksheet`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::arguments::{Phase, Which, range};
use crate::cli::seed::Seed;
use crate::export::Range;
use crate::export::worksheet::Detail;

/// Write sheets to hand out.
#[derive(Args, Debug)]
pub(in crate::cli) struct Worksheets {
    /// A path, `-` for standard input, or the name of a built-in scenario
    #[arg(value_name = "SCENARIO")]
    pub(in crate::cli) scenario: String,

    /// What the sheets are written in
    #[arg(long, value_name = "FORMAT", default_value = "md")]
    pub(in crate::cli) format: Format,

    #[command(flatten)]
    answers: Answers,

    #[command(flatten)]
    pub(in crate::cli) seed: Seed,

    /// So many sheets, of as many seeds in a row; from 1 on where no seed is named
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u64).range(1..=1000))]
    pub(in crate::cli) count: u64,

    /// Write a file for every sheet into this folder
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) out: Option<PathBuf>,

    /// Write over files that are there already
    #[arg(long, requires = "out")]
    pub(in crate::cli) force: bool,

    /// Only these steps of each epoch, by number, both ends included; without any choice, those that the scenario asks in
    /// practice, else all
    #[arg(long, value_name = "A..B", value_parser = range)]
    pub(in crate::cli) steps: Option<Range>,

    /// Only this part of the round
    #[arg(long, value_name = "PHASE")]
    pub(in crate::cli) phase: Option<Phase>,

    #[command(flatten)]
    pub(in crate::cli) which: Which,
}

/// How much of the answers stands on the sheets.
#[derive(Args, Debug)]
#[group(multiple = false)]
struct Answers {
    /// Room for the answers; this is the default
    #[arg(long)]
    blank: bool,

    /// The results
    #[arg(long)]
    key: bool,

    /// The results, and how they come about
    #[arg(long)]
    solved: bool,
}

/// What sheets are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// Markdown
    Md,
    /// LaTeX
    Tex,
    /// One self-contained HTML file
    Html,
    /// A table of names and values, which can be marked
    Csv,
}

impl Format {
    /// What a file of it ends with.
    pub(in crate::cli) fn ending(self) -> &'static str {
        match self {
            Self::Md => "md",
            Self::Tex => "tex",
            Self::Html => "html",
            Self::Csv => "csv",
        }
    }
}

impl Worksheets {
    /// How much of the answers is wanted.
    pub(in crate::cli) fn detail(&self) -> Detail {
        match (self.answers.key, self.answers.solved) {
            (true, _) => Detail::Key,
            (_, true) => Detail::Solved,
            _ => Detail::Blank,
        }
    }
}
