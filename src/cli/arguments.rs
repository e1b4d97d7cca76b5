//! What may stand on the command line.

mod phase;
mod whole;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use super::list::List;
use super::practice;
use super::verify::Verify;
use super::worksheet::arguments::Worksheets;
use crate::export::Range;
use crate::messages::Language;
use crate::scenario::{ActivationKind, LossKind, OptimizerForm};
pub(super) use phase::Phase;
pub(super) use whole::{Export, ExportFormat, Train, TrainFormat};

/// Backpropagation by hand, in a terminal, every digit right.
#[derive(Debug, Parser)]
#[command(name = "handgrad", version, about)]
#[command(override_usage = "handgrad [OPTIONS] [SCENARIO]\n       handgrad [OPTIONS] <COMMAND>")]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// A scenario to step through: a path, `-` for standard input, or the name of a built-in one
    #[arg(value_name = "SCENARIO", value_hint = ValueHint::FilePath)]
    pub(super) scenario: Option<String>,

    /// Print the lesson instead of opening a screen: step by step at a prompt, or whole where there is no terminal
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

pub(super) fn range(text: &str) -> Result<Range, String> {
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
    /// Write a script that computes the same with a framework
    Export(Export),
    /// Train without showing the steps, and print what comes of it
    Train(Train),
    /// Mark sheets of numbers that were worked out by hand
    Verify(Verify),
    /// Step through the lesson, being asked before it shows
    Practice(practice::Practice),
    /// Answer questions from several lessons: skills that are due or weak first, with new numbers
    Review(practice::Review),
    /// List what was done in practice, or forget it
    Progress(practice::Progress),
    /// List the lessons in the order in which to take them
    List(List),
    /// Write a commented scenario to begin with
    New(Box<New>),
    /// Print the JSON Schema of scenario files, for editors
    Schema,
    /// Print a completion script for a shell
    Completions {
        /// The shell
        #[arg(value_name = "SHELL")]
        shell: Shell,
    },
    /// Print the manual pages
    Man,
    /// Write sheets to hand out: empty, with the results, or worked
    Worksheet(Box<Worksheets>),
}

/// Print the lesson as text.
#[derive(Args, Debug)]
pub(super) struct Show {
    /// A path, `-` for standard input, or the name of a built-in scenario
    #[arg(value_name = "SCENARIO", value_hint = ValueHint::FilePath)]
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
    #[arg(value_name = "SCENARIO", value_hint = ValueHint::FilePath)]
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
    #[arg(value_name = "SCENARIO", required = true, value_hint = ValueHint::FilePath)]
    pub(super) scenarios: Vec<String>,
}

/// Write a commented scenario to begin with.
#[derive(Args, Debug)]
pub(super) struct New {
    /// What the lesson is called; `NAME.yaml` is written in this folder
    #[arg(value_name = "NAME")]
    pub(super) name: String,

    /// A network: how many inputs, then how many neurons each layer has
    #[arg(long, value_name = "2-2-2", default_value = "2-2-2", value_parser = layers)]
    pub(super) layers: Layers,

    /// A computation graph in place of a network
    #[arg(long, conflicts_with_all = ["layers", "activation", "loss", "seed"])]
    pub(super) graph: bool,

    /// The activation of every layer; the last may need another for the loss
    #[arg(long, value_name = "WORD", default_value = "sigmoid", value_parser = activation_words())]
    pub(super) activation: String,

    /// The loss
    #[arg(long, value_name = "WORD", default_value = "half_squared_error", value_parser = loss_words())]
    pub(super) loss: String,

    /// Weights and biases drawn at random from this seed
    #[arg(long, value_name = "N")]
    pub(super) seed: Option<u64>,

    /// The rule of the update
    #[arg(long, value_name = "WORD", default_value = "sgd", value_parser = optimizer_words())]
    pub(super) optimizer: String,

    /// How often the samples are seen
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) epochs: u32,

    /// Write over a file that is there already
    #[arg(long)]
    pub(super) force: bool,
}

/// How many inputs there are, then how many neurons each layer has.
#[derive(Clone, Debug)]
pub(super) struct Layers(pub(super) Vec<usize>);

/// More weights than these are not written down one by one.
const MOST_WEIGHTS: usize = 10_000;

fn layers(text: &str) -> Result<Layers, String> {
    let form = || "2-2-2".to_owned();
    let sizes = text.split('-').map(|size| size.parse().ok().filter(|size| (1..=MOST_WEIGHTS).contains(size)));
    let sizes: Vec<usize> = sizes.collect::<Option<_>>().ok_or_else(form)?;
    let weights = sizes.windows(2).fold(0, |sum: usize, pair| sum.saturating_add(pair[0].saturating_mul(pair[1])));
    if sizes.len() < 2 || weights > MOST_WEIGHTS { Err(form()) } else { Ok(Layers(sizes)) }
}

fn activation_words() -> PossibleValuesParser {
    ActivationKind::WORDS.map(|(word, _)| word).into()
}

fn loss_words() -> PossibleValuesParser {
    LossKind::WORDS.map(|(word, _)| word).into()
}

fn optimizer_words() -> PossibleValuesParser {
    OptimizerForm::words().collect::<Vec<_>>().into()
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

/// The forms of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TraceFormat {
    /// One JSON object a line
    Jsonl,
    /// A table with a heading
    Csv,
}
