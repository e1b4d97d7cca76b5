//! What may stand on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::export::Range;
use crate::messages::Language;

/// Backpropagation by hand, in a terminal, every digit right.
#[derive(Debug, Parser)]
#[command(name = "handgrad", version, about, args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// A scenario to step through: a path, `-` for standard input, or the name of a built-in one
    #[arg(value_name = "SCENARIO")]
    pub(super) scenario: Option<String>,

    /// Print the whole lesson instead of opening a screen
    #[arg(long)]
    pub(super) plain: bool,

    #[command(flatten)]
    pub(super) common: Common,
}

/// What every command understands.
#[derive(Args, Clone, Debug)]
pub(super) struct Common {
    /// The language of the lesson; by default that of the locale
    #[arg(long, global = true, value_name = "en|zh", value_parser = language)]
    pub(super) lang: Option<Language>,

    /// How many decimals are shown
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=1000))]
    pub(super) decimals: Option<u32>,

    /// Draw with ASCII signs alone
    #[arg(long, global = true)]
    pub(super) ascii: bool,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "en, zh".to_owned())
}

fn range(text: &str) -> Result<Range, String> {
    text.parse().map_err(|_| "A..B".to_owned())
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the lesson as text
    Show(Show),
    /// Print every step as data
    Trace(Trace),
    /// Validate scenarios and recompute what their sources printed
    Check(Check),
    /// List the built-in scenarios
    List,
    /// Print the JSON Schema of scenario files, for editors
    Schema,
}

/// Print the lesson as text.
#[derive(Args, Debug)]
pub(super) struct Show {
    /// A path, `-` for standard input, or the name of a built-in scenario
    #[arg(value_name = "SCENARIO")]
    pub(super) scenario: String,

    /// Only these steps of each epoch, by number, both ends included
    #[arg(long, value_name = "A..B", value_parser = range)]
    pub(super) steps: Option<Range>,

    /// Only this part of the round
    #[arg(long, value_name = "PHASE")]
    pub(super) phase: Option<Phase>,

    #[command(flatten)]
    pub(super) which: Which,
}

/// Print every step as data.
#[derive(Args, Debug)]
pub(super) struct Trace {
    /// A path, `-` for standard input, or the name of a built-in scenario
    #[arg(value_name = "SCENARIO")]
    pub(super) scenario: String,

    /// The form of the data
    #[arg(long, value_name = "FORMAT", default_value = "jsonl")]
    pub(super) format: TraceFormat,

    #[command(flatten)]
    pub(super) which: Which,
}

/// Validate scenarios and recompute what their sources printed.
#[derive(Args, Debug)]
pub(super) struct Check {
    /// Paths, `-` for standard input, or names of built-in scenarios
    #[arg(value_name = "SCENARIO", required = true)]
    pub(super) scenarios: Vec<String>,
}

/// Which steps are printed.
#[derive(Args, Debug)]
pub(super) struct Which {
    /// Only these epochs, both ends included
    #[arg(long, value_name = "A..B", default_value = "1..1", value_parser = range)]
    pub(super) epochs: Range,

    /// Only steps of these names, `name#sample@epoch` too
    #[arg(long, value_name = "NAME", num_args = 1.., value_delimiter = ',')]
    pub(super) only: Vec<String>,
}

/// The parts of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Phase {
    /// From the inputs to the outputs
    Forward,
    /// The loss
    Error,
    /// Gradients
    Backward,
    /// New parameters
    Update,
}

impl From<Phase> for crate::program::Phase {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Forward => Self::Forward,
            Phase::Error => Self::Error,
            Phase::Backward => Self::Backward,
            Phase::Update => Self::Update,
        }
    }
}

/// The forms of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TraceFormat {
    /// One JSON object a line
    Jsonl,
    /// A table with a heading
    Csv,
}
