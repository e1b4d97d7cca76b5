//! What a learner has done in practice, by what the scenario says and not by its name.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folder::{read_ours, write_whole};

/// The name of the file in the state folder.
const FILE: &str = "progress.json";

/// What the file begins with; another number is another program's.
const FORMAT: u32 = 1;

/// A larger file is not ours.
const MOST_BYTES: u64 = 1 << 24;

/// Of more scenarios than these the oldest are forgotten.
const MOST_SCENARIOS: usize = 200;

/// What was done of one scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practised {
    /// What stands for the scenario.
    pub scenario: String,
    /// What it was called when it was practised last.
    pub title: String,
    /// The last round of an example that fades; 0 where none was begun.
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
    /// What it came to, in a word.
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

#[derive(Debug, Default, Serialize, Deserialize)]
struct Remembered {
    format: u32,
    /// The one kept last stands last.
    scenarios: Vec<Practised>,
}

/// The progress in all scenarios, and the file that it stands in.
#[derive(Debug)]
pub struct ProgressFile {
    folder: PathBuf,
    remembered: Remembered,
}

/// The progress as it was found.
#[derive(Debug)]
pub struct OpenedProgress {
    /// What can be read.
    pub progress: ProgressFile,
    /// Where a damaged file was put aside, if there was one.
    pub set_aside: Option<PathBuf>,
}

impl ProgressFile {
    /// Reads what is remembered in a folder; nothing where there is no file yet.
    ///
    /// # Errors
    /// Where the file is there and cannot be read, or is damaged and cannot be put aside.
    pub fn open(folder: &Path) -> io::Result<OpenedProgress> {
        let is_ours = |found: &Remembered| found.format == FORMAT;
        let (found, set_aside) = read_ours(&folder.join(FILE), MOST_BYTES, is_ours)?;
        let progress = Self { folder: folder.to_owned(), remembered: found.unwrap_or_default() };
        Ok(OpenedProgress { progress, set_aside })
    }

    /// What was done of every scenario, the one practised last at the end.
    #[must_use]
    pub fn all(&self) -> &[Practised] {
        &self.remembered.scenarios
    }

    /// What was done of a scenario.
    #[must_use]
    pub fn of(&self, scenario: &str) -> Option<&Practised> {
        self.all().iter().find(|practised| practised.scenario == scenario)
    }

    /// Remembers what was done, beside what another run of the program has remembered meanwhile.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn keep(&mut self, practised: Practised) -> io::Result<()> {
        self.read_again();
        let scenarios = &mut self.remembered.scenarios;
        scenarios.retain(|other| other.scenario != practised.scenario);
        scenarios.push(practised);
        let too_many = scenarios.len().saturating_sub(MOST_SCENARIOS);
        scenarios.drain(..too_many);
        self.write()
    }

    /// Forgets what was done of these scenarios and nothing else; says of how many.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn forget(&mut self, wanted: impl Fn(&Practised) -> bool) -> io::Result<usize> {
        self.read_again();
        let before = self.remembered.scenarios.len();
        self.remembered.scenarios.retain(|practised| !wanted(practised));
        let forgotten = before - self.remembered.scenarios.len();
        if forgotten > 0 {
            self.write()?;
        }
        Ok(forgotten)
    }

    fn read_again(&mut self) {
        if let Ok(opened) = Self::open(&self.folder) {
            self.remembered = opened.progress.remembered;
        }
    }

    fn write(&mut self) -> io::Result<()> {
        self.remembered.format = FORMAT;
        let text = serde_json::to_string_pretty(&self.remembered).map_err(io::Error::from)?;
        write_whole(&self.folder, FILE, &text)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn practised(scenario: &str, outcome: &str) -> Practised {
        let step = PractisedStep { step: "net_h1".to_owned(), outcome: outcome.to_owned() };
        Practised { scenario: scenario.to_owned(), title: "A".to_owned(), steps: vec![step], ..Practised::default() }
    }

    fn opened(folder: &Path) -> ProgressFile {
        ProgressFile::open(folder).unwrap().progress
    }

    #[test]
    fn what_was_done_is_found_again_also_by_two_programs_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let (mut one, mut two) = (opened(folder.path()), opened(folder.path()));
        one.keep(practised("a", "wrong")).unwrap();
        two.keep(practised("b", "skipped")).unwrap();
        one.keep(practised("a", "at-once")).unwrap();
        let found = opened(folder.path());
        assert_eq!(found.all(), [practised("b", "skipped"), practised("a", "at-once")]);
        assert_eq!(found.of("c"), None);
    }

    #[test]
    fn only_what_is_to_be_forgotten_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut progress = opened(folder.path());
        for scenario in ["a", "b", "c"] {
            progress.keep(practised(scenario, "at-once")).unwrap();
        }
        fs::write(folder.path().join("positions.json"), "{}").unwrap();
        assert_eq!(progress.forget(|practised| practised.scenario == "b").unwrap(), 1);
        assert_eq!(progress.forget(|practised| practised.scenario == "b").unwrap(), 0);
        let left: Vec<String> = opened(folder.path()).all().iter().map(|one| one.scenario.clone()).collect();
        assert_eq!(left, ["a", "c"]);
        assert_eq!(progress.forget(|_| true).unwrap(), 2);
        assert!(opened(folder.path()).all().is_empty());
        assert_eq!(fs::read_to_string(folder.path().join("positions.json")).unwrap(), "{}");
    }

    #[test]
    fn a_damaged_file_is_put_aside_and_nothing_of_it_is_lost() {
        for damaged in ["", "{\"format\": 1, \"scen", "{\"format\": 2, \"scenarios\": []}"] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(FILE), damaged).unwrap();
            let found = ProgressFile::open(folder.path()).unwrap();
            assert_eq!(fs::read_to_string(found.set_aside.unwrap()).unwrap(), damaged);
            let mut progress = found.progress;
            progress.keep(practised("a", "at-once")).unwrap();
            assert_eq!(ProgressFile::open(folder.path()).unwrap().set_aside, None);
        }
    }
}
