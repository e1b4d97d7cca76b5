//! Where a reader was in each scenario, by what the scenario says and not by its name.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folder::{Lock, read_ours, write_whole};

/// The name of the file in the state folder.
const FILE: &str = "positions.json";

/// What the file begins with; another number is another program's.
const FORMAT: u32 = 1;

/// A larger file is not ours.
const MOST_BYTES: u64 = 1 << 20;

/// Of more scenarios than these the oldest are forgotten.
const MOST_SCENARIOS: usize = 500;

/// Where a reader was in one scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What stands for the scenario.
    pub scenario: String,
    /// The run that was read, where it was not the scenario's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<String>,
    /// The epoch.
    pub epoch: u64,
    /// The number of the step in its epoch.
    pub number: u64,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Remembered {
    format: u32,
    /// The one kept last stands last.
    positions: Vec<Kept>,
}

/// The positions, and the file that they stand in.
#[derive(Debug)]
pub struct Positions {
    path: PathBuf,
    remembered: Remembered,
}

/// The positions as they were found.
#[derive(Debug)]
pub struct Opened {
    /// What can be read.
    pub positions: Positions,
    /// Where a damaged file was put aside, if there was one.
    pub set_aside: Option<PathBuf>,
}

impl Positions {
    /// Reads what is remembered in a folder; nothing where there is no file yet.
    ///
    /// # Errors
    /// Where the file is there and cannot be read, or is damaged and cannot be put aside.
    pub fn open(folder: &Path) -> io::Result<Opened> {
        let path = folder.join(FILE);
        let is_ours = |found: &Remembered| found.format == FORMAT;
        let (found, set_aside) = read_ours(&path, MOST_BYTES, is_ours)?;
        Ok(Opened { positions: Self { path, remembered: found.unwrap_or_default() }, set_aside })
    }

    /// Where a reader was in a scenario.
    #[must_use]
    pub fn of(&self, scenario: &str) -> Option<&Kept> {
        self.remembered.positions.iter().find(|kept| kept.scenario == scenario)
    }

    /// Remembers where a reader is, beside what another run of the program has remembered meanwhile.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn keep(&mut self, kept: Kept) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or_else(|| Path::new("."));
        let lock = Lock::take(folder)?;
        self.remembered = Self::open(folder)?.positions.remembered;
        let positions = &mut self.remembered.positions;
        positions.retain(|other| other.scenario != kept.scenario);
        positions.push(kept);
        let too_many = positions.len().saturating_sub(MOST_SCENARIOS);
        positions.drain(..too_many);
        self.remembered.format = FORMAT;
        let text = serde_json::to_string_pretty(&self.remembered).map_err(io::Error::from)?;
        write_whole(&lock, FILE, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn kept(scenario: &str, number: u64) -> Kept {
        Kept { scenario: scenario.to_owned(), run: None, epoch: 1, number }
    }

    #[test]
    fn what_is_kept_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut positions = Positions::open(&folder.path().join("new")).unwrap().positions;
        positions.keep(kept("a", 3)).unwrap();
        positions.keep(kept("b", 4)).unwrap();
        positions.keep(kept("a", 5)).unwrap();
        let opened = Positions::open(&folder.path().join("new")).unwrap();
        assert_eq!(opened.positions.of("a"), Some(&kept("a", 5)));
        assert_eq!(opened.positions.of("b"), Some(&kept("b", 4)));
        assert_eq!(opened.set_aside, None);
    }

    #[test]
    fn two_programs_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut one = Positions::open(folder.path()).unwrap().positions;
        let mut two = Positions::open(folder.path()).unwrap().positions;
        one.keep(kept("a", 1)).unwrap();
        two.keep(kept("b", 2)).unwrap();
        let both = Positions::open(folder.path()).unwrap().positions;
        assert!(both.of("a").is_some() && both.of("b").is_some());
    }

    #[test]
    fn a_damaged_file_is_put_aside_and_nothing_of_it_is_lost() {
        for damaged in ["", "{", "[]", "{\"format\": 9, \"positions\": []}", "\u{0}\u{1}"] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(FILE), damaged).unwrap();
            let opened = Positions::open(folder.path()).unwrap();
            let aside = opened.set_aside.expect("it is put aside");
            assert_eq!(fs::read_to_string(aside).unwrap(), damaged);
            let mut positions = opened.positions;
            positions.keep(kept("a", 1)).unwrap();
            assert_eq!(Positions::open(folder.path()).unwrap().set_aside, None);
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_put_aside_too() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), [0xff, 0xfe, 0x00]).unwrap();
        assert!(Positions::open(folder.path()).unwrap().set_aside.is_some());
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let mut positions = Positions::open(folder.path()).unwrap().positions;
        let many = (0..MOST_SCENARIOS as u64 + 2).map(|at| kept(&at.to_string(), 1)).collect();
        positions.remembered = Remembered { format: FORMAT, positions: many };
        let lock = Lock::take(folder.path()).unwrap();
        write_whole(&lock, FILE, &serde_json::to_vec(&positions.remembered).unwrap()).unwrap();
        drop(lock);
        positions.keep(kept("last", 1)).unwrap();
        let opened = Positions::open(folder.path()).unwrap().positions;
        assert!(opened.of("0").is_none() && opened.of("2").is_none() && opened.of("3").is_some());
    }
}
