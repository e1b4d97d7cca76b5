//! A file that grows by a line for everything that is worth keeping, at the moment it happens.
//!
//! A line is appended under a lock, so that programs that run at the same time all keep theirs, and a program that is
//! killed has kept all but what it was writing. A line that was torn so is left alone by whoever reads.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::folder::{Lock, must_be_file, name_aside, target, write_whole};

/// A file of lines in the state folder.
#[derive(Clone, Debug)]
pub struct Journal {
    folder: PathBuf,
    file: &'static str,
}

/// The lines of a journal, where it is rewritten.
pub struct Rewrite<'a> {
    /// The lines that stand in it.
    pub lines: Vec<String>,
    journal: &'a Journal,
    lock: Lock,
}

impl Journal {
    /// The journal of that name in a folder; neither has to be there.
    #[must_use]
    pub fn new(folder: &Path, file: &'static str) -> Self {
        Self { folder: folder.to_owned(), file }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(self.file)
    }

    /// How many bytes it has.
    ///
    /// # Errors
    /// If it is there and cannot be looked at.
    pub fn size(&self) -> io::Result<u64> {
        must_be_file(&self.path())?;
        Ok(fs::metadata(self.path()).map_or(0, |found| found.len()))
    }

    /// Its lines, without the empty ones.
    ///
    /// # Errors
    /// If it is there and cannot be read.
    pub fn lines(&self) -> io::Result<Vec<String>> {
        must_be_file(&self.path())?;
        let bytes = match fs::read(self.path()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            bytes => bytes?,
        };
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        Ok(lines.map(|line| String::from_utf8_lossy(line).into_owned()).collect())
    }

    /// Appends a line.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn append(&self, line: &str) -> io::Result<()> {
        let _lock = Lock::take(&self.folder)?;
        must_be_file(&self.path())?;
        let mut file = File::options().create(true).read(true).append(true).open(self.path())?;
        let mut bytes = Vec::with_capacity(line.len() + 2);
        if !ends_a_line(&mut file)? {
            bytes.push(b'\n');
        }
        bytes.extend(line.bytes().filter(|byte| *byte != b'\n'));
        bytes.push(b'\n');
        file.write_all(&bytes)?;
        file.sync_data()
    }

    /// Sweeps drafts away, and begins to write the journal anew; other programs wait meanwhile.
    ///
    /// # Errors
    /// If it cannot be read, or the folder cannot be written to.
    pub fn rewrite(&self) -> io::Result<Rewrite<'_>> {
        let lock = Lock::take(&self.folder)?;
        lock.sweep();
        Ok(Rewrite { lines: self.lines()?, journal: self, lock })
    }
}

impl Rewrite<'_> {
    /// Copies the journal as it is under another name, because some of it cannot be read.
    ///
    /// # Errors
    /// If it cannot be copied.
    pub fn copy_aside(&self) -> io::Result<PathBuf> {
        let path = self.journal.path();
        let aside = name_aside(&path)?;
        fs::copy(target(&path), &aside)?;
        Ok(aside)
    }

    /// Replaces all lines.
    ///
    /// # Errors
    /// If the folder cannot be written to.
    pub fn replace(self, lines: &[String]) -> io::Result<()> {
        let mut bytes = Vec::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
        for line in lines {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
        write_whole(&self.lock, self.journal.file, &bytes)
    }
}

/// Whether a file is empty or ends with a whole line.
fn ends_a_line(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == [b'\n'])
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    const FILE: &str = "progress.jsonl";

    #[test]
    fn programs_that_write_at_the_same_time_all_keep_their_lines() {
        let folder = tempfile::tempdir().unwrap();
        thread::scope(|scope| {
            for program in 0..6 {
                let path = folder.path();
                scope.spawn(move || {
                    let journal = Journal::new(path, FILE);
                    for at in 0..40 {
                        if at % 10 == 5 {
                            let rewrite = journal.rewrite().unwrap();
                            let lines = rewrite.lines.clone();
                            rewrite.replace(&lines).unwrap();
                        }
                        journal.append(&format!("{program} {at}")).unwrap();
                    }
                });
            }
        });
        let mut lines = Journal::new(folder.path(), FILE).lines().unwrap();
        lines.sort();
        lines.dedup();
        assert_eq!(lines.len(), 6 * 40);
    }

    #[test]
    fn a_line_that_was_torn_does_not_spoil_the_next_one() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "whole\nto").unwrap();
        let journal = Journal::new(folder.path(), FILE);
        journal.append("next").unwrap();
        assert_eq!(journal.lines().unwrap(), ["whole", "to", "next"]);
    }

    #[test]
    fn drafts_are_swept_when_the_journal_is_rewritten() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".handgrad-abcdef", ".handgrad-abcdefghijkl", ".handgrad-my.notes", "positions.json"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        drop(Journal::new(folder.path(), FILE).rewrite().unwrap());
        let mut left: Vec<String> =
            fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
        left.sort();
        assert_eq!(left, [".handgrad-my.notes", "lock", "positions.json"]);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_is_followed_and_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("elsewhere");
        fs::create_dir(&kept).unwrap();
        for (link, lead) in [("state-1", "elsewhere/there.jsonl"), ("state-2", "elsewhere/not-yet.jsonl")] {
            let state = folder.path().join(link);
            fs::create_dir(&state).unwrap();
            std::os::unix::fs::symlink(Path::new("..").join(lead), state.join(FILE)).unwrap();
            if link == "state-1" {
                fs::write(folder.path().join(lead), "old\n").unwrap();
            }
            let journal = Journal::new(&state, FILE);
            let rewrite = journal.rewrite().unwrap();
            let lines = rewrite.lines.clone();
            rewrite.replace(&lines).unwrap();
            journal.append("new").unwrap();
            assert!(fs::symlink_metadata(state.join(FILE)).unwrap().is_symlink());
            assert!(fs::read_to_string(folder.path().join(lead)).unwrap().ends_with("new\n"));
        }
    }

    #[test]
    #[cfg(unix)]
    fn what_is_not_a_file_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let made = std::process::Command::new("mkfifo").arg(folder.path().join(FILE)).status().unwrap();
        assert!(made.success());
        let journal = Journal::new(folder.path(), FILE);
        for refused in [journal.lines().map(drop), journal.append("x"), journal.rewrite().map(drop)] {
            assert!(
                refused
                    .unwrap_err()
                    .get_ref()
                    .is_some_and(<dyn std::error::Error + Send + Sync>::is::<super::super::NotAFile>)
            );
        }
    }
}
