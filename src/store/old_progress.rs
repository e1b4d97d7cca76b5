//! Progress as it was kept before answers were kept one by one: a JSON file that was written when the program ended.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folder::read_ours;

/// The name of the file in the state folder.
const FILE: &str = "progress.json";

/// What it is called after it has been read for the last time.
const READ: &str = "progress.read.json";

/// What the file begins with.
const FORMAT: u32 = 1;

/// What was done in one scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practised {
    /// The digest of the scenario.
    pub scenario: String,
    /// What it was called when it was practised last.
    pub title: String,
    /// The last round of a fading example; 0 where none was begun.
    #[serde(default)]
    pub round: u32,
    /// How each question stood last.
    #[serde(default)]
    pub steps: Vec<PractisedStep>,
    /// The mistakes by their words, and how often each was made.
    #[serde(default)]
    pub mistakes: Vec<PractisedMistake>,
}

/// How a question stood last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PractisedStep {
    /// The step.
    pub step: String,
    /// Its outcome, in a word.
    pub outcome: String,
}

/// A mistake, and how often it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PractisedMistake {
    /// Its word.
    pub mistake: String,
    /// How often.
    pub count: u32,
}

#[derive(Debug, Serialize, Deserialize)]
struct Remembered {
    format: u32,
    scenarios: Vec<Practised>,
}

/// The old progress as it was found.
#[derive(Debug, Default)]
pub struct OldProgress {
    /// What was done, the scenario practised last at the end.
    pub scenarios: Vec<Practised>,
    /// Where a damaged file was put aside, if there was one.
    pub set_aside: Option<PathBuf>,
}

impl OldProgress {
    /// Reads the old file; empty where there is none.
    ///
    /// # Errors
    /// If the file is there and cannot be read, or is damaged and cannot be put aside.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let is_ours = |found: &Remembered| found.format == FORMAT;
        let (found, set_aside) = read_ours(&folder.join(FILE), u64::MAX, is_ours)?;
        Ok(Self { scenarios: found.map(|found| found.scenarios).unwrap_or_default(), set_aside })
    }

    /// Renames the old file, whose contents are kept elsewhere now.
    ///
    /// # Errors
    /// If it cannot be renamed.
    pub fn is_taken_over(folder: &Path) -> io::Result<()> {
        fs::rename(folder.join(FILE), folder.join(READ))
    }
}
