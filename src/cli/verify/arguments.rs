//! What may follow `handgrad verify`.

use clap::{Args, ValueEnum};

use crate::judge::Asked;

/// Mark sheets of numbers that were worked out by hand.
///
/// A sheet is a table of `name,value`, also with `;` or tabs between cells, a workbook (XLSX), or a YAML map. Names are
/// those that `show` prints, or as on paper: `∂E/∂w5`, `δ_h1`, `w5+`. A value is a number, a fraction or an expression; a
/// blank one is reported as missing.
#[derive(Args, Debug)]
pub(in crate::cli) struct Verify {
    /// A path, `-` for standard input, or the name of a built-in scenario
    #[arg(value_name = "SCENARIO")]
    pub(in crate::cli) scenario: String,

    /// Sheets: paths, or `-` for standard input
    #[arg(value_name = "SHEET", required = true)]
    pub(in crate::cli) sheets: Vec<String>,

    /// Sentences, a JSON object for each sheet, or a gradebook with a row for each line of each sheet
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(in crate::cli) format: VerifyFormat,

    /// Every line of every sheet, also where there are several
    #[arg(long)]
    pub(in crate::cli) details: bool,

    /// The seed of every sheet, whatever its row `# Seed N` or its file name says
    #[arg(long, value_name = "N")]
    seed: Option<u64>,

    /// How many decimals were asked for, where a sheet has no row `# Decimals N`
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=1000))]
    asked_decimals: Option<u32>,

    /// How many significant digits were asked for, where a sheet has no row `# Significant N`
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000), conflicts_with = "asked_decimals")]
    asked_significant: Option<u32>,
}

impl Verify {
    /// The seed of all sheets, where one is named.
    pub(super) fn seed(&self) -> Option<u64> {
        self.seed
    }

    /// The digits that are asked for on the command line.
    pub(super) fn asked(&self) -> Asked {
        match (self.asked_decimals, self.asked_significant) {
            (Some(count), _) => Asked::Decimals(count),
            (None, Some(count)) => Asked::Significant(count),
            (None, None) => Asked::Nothing,
        }
    }
}

/// In which form marks are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum VerifyFormat {
    /// Sentences
    Text,
    /// A table with a heading
    Csv,
    /// One JSON object a line
    Json,
}
