//! Notices that a file has been saved, or a table that it names beside it.
//!
//! The file is looked at by its name, a few times a second, as the loop wakes up for signals anyway. Being told by the
//! system instead would be quicker by a blink, and would miss what comes over a network or into a container, and
//! every editor that saves under another name first.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use crate::scenario::{LoadError, Loaded, load, named_beside};

/// Between two looks at least this passes, and a file that has changed must have stayed as it is for as long: whoever
/// saves may still be writing.
const QUIET: Duration = Duration::from_millis(100);

/// A file that may be saved at any time.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    seen: Option<Stamp>,
    /// The tables that it names.
    tables: Vec<(PathBuf, Option<Stamp>)>,
    /// Whether what was seen last has not been read yet.
    is_news: bool,
    looked: Instant,
}

/// What tells one state of a file from the next without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    /// A file put in the place of another is another, even where clock and length are the same.
    identity: u64,
}

impl Watch {
    /// Begins to watch; to miss nothing, before the file is read.
    #[must_use]
    pub fn of(path: &Path) -> Self {
        let seen = Stamp::of(path);
        let mut watch =
            Self { path: path.to_owned(), seen, tables: Vec::new(), is_news: false, looked: Instant::now() };
        watch.find_tables();
        watch
    }

    /// Looks which tables there are to watch; where the file cannot be taken apart, those that it named before.
    fn find_tables(&mut self) {
        if let Some(paths) = named_beside(&self.path) {
            self.tables = paths.into_iter().map(|path| (path.clone(), Stamp::of(&path))).collect();
        }
    }

    /// Whether the file, or a table of it, was saved since it was read last, and is not being written any more.
    ///
    /// A file that is gone is waited for: many editors take it away for a moment.
    pub(super) fn is_saved(&mut self) -> bool {
        if self.looked.elapsed() < QUIET {
            return false;
        }
        self.looked = Instant::now();
        let Some(stamp) = Stamp::of(&self.path) else { return false };
        let mut has_changed = self.seen != Some(stamp);
        self.seen = Some(stamp);
        for (path, seen) in &mut self.tables {
            let stamp = Stamp::of(path);
            has_changed |= stamp.is_some() && stamp != *seen;
            *seen = stamp.or(*seen);
        }
        if has_changed {
            self.is_news = true;
            return false;
        }
        std::mem::replace(&mut self.is_news, false)
    }

    /// Reads the file.
    pub(super) fn load(&mut self) -> Result<Loaded, LoadError> {
        self.find_tables();
        load(&self.path.to_string_lossy(), std::io::empty())
    }
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok()?;
        Some(Self { modified: about.modified().ok(), length: about.len(), identity: identity(&about) })
    }
}

#[cfg(unix)]
fn identity(about: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    about.ino()
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> u64 {
    0
}

#[cfg(test)]
mod tests {
    use std::thread::sleep;

    use tempfile::TempDir;

    use super::*;

    /// Whether a save is noticed within a few looks; one look more than it takes.
    fn notices(watch: &mut Watch) -> Vec<bool> {
        let look = |_| {
            sleep(QUIET + Duration::from_millis(5));
            watch.is_saved()
        };
        (0..4).map(look).collect()
    }

    #[test]
    fn a_save_is_noticed_once_and_when_it_is_done() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("lesson.yaml");
        fs::write(&path, "one").unwrap();
        let mut watch = Watch::of(&path);
        assert_eq!(notices(&mut watch), [false; 4], "nothing was saved");
        fs::write(&path, "one and two").unwrap();
        assert!(!watch.is_saved(), "it may still be written");
        assert_eq!(notices(&mut watch).iter().filter(|noticed| **noticed).count(), 1);
    }

    #[test]
    fn a_save_of_a_table_is_noticed_from_when_the_file_names_it() {
        let folder = TempDir::new().unwrap();
        let (path, table) = (folder.path().join("lesson.yaml"), folder.path().join("table.csv"));
        fs::write(&path, "samples: [1]\n").unwrap();
        fs::write(&table, "one").unwrap();
        let mut watch = Watch::of(&path);
        fs::write(&table, "one and two").unwrap();
        assert_eq!(notices(&mut watch), [false; 4], "nobody named it");
        fs::write(&path, "samples: {csv: table.csv}\n").unwrap();
        assert_eq!(notices(&mut watch), [false, true, false, false]);
        let _ = watch.load();
        fs::write(&table, "one, two and three").unwrap();
        assert_eq!(notices(&mut watch), [false, true, false, false]);
        // A file that cannot be taken apart for a moment goes on naming what it named.
        fs::write(&path, "samples: {csv: [\n").unwrap();
        assert_eq!(notices(&mut watch), [false, true, false, false]);
        let _ = watch.load();
        fs::remove_file(&table).unwrap();
        assert_eq!(notices(&mut watch), [false; 4]);
        fs::write(&table, "four").unwrap();
        assert_eq!(notices(&mut watch), [false, true, false, false]);
    }

    #[test]
    fn another_file_in_its_place_is_noticed_and_a_file_that_is_gone_is_waited_for() {
        let folder = TempDir::new().unwrap();
        let (path, other) = (folder.path().join("lesson.yaml"), folder.path().join("other"));
        fs::write(&path, "one").unwrap();
        let mut watch = Watch::of(&path);
        fs::write(&other, "two").unwrap();
        fs::rename(&other, &path).unwrap();
        assert_eq!(notices(&mut watch), [false, true, false, false]);
        fs::remove_file(&path).unwrap();
        assert_eq!(notices(&mut watch), [false; 4]);
        fs::write(&path, "three").unwrap();
        assert_eq!(notices(&mut watch), [false, true, false, false]);
    }
}
