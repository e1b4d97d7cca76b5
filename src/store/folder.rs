//! Where the program may read and write what belongs to the user, and how it does so without losing anything: only
//! regular files are read, links are followed, files are replaced whole, and only one program writes at a time.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use directories::ProjectDirs;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::new_file::{is_draft, replace};

/// The name of the file that is locked while another one is written.
const LOCK: &str = "lock";

/// How long to wait for another program that is writing; none of them takes so long.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often the lock is tried.
const INTERVAL: Duration = Duration::from_millis(2);

/// A chain of more links leads nowhere.
const MOST_LINKS: usize = 32;

/// The folders of the user.
#[derive(Clone, Debug)]
pub struct Folders {
    /// What the program remembers.
    pub state: PathBuf,
    /// What the user has set.
    pub configuration: PathBuf,
}

impl Folders {
    /// The folders as the system has them; none for a user without a home.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        let folders = ProjectDirs::from("", "", "handgrad")?;
        let state = folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
        Some(Self { state: state.to_owned(), configuration: folders.config_dir().to_owned() })
    }
}

/// A path that names something other than a file: a folder, a pipe or a device.
#[derive(Debug)]
pub struct NotAFile(pub PathBuf);

impl std::fmt::Display for NotAFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", self.0.display())
    }
}

impl std::error::Error for NotAFile {}

/// Identifies a scenario: the same for the same text, wherever its file is.
#[must_use]
pub fn digest(text: &str) -> String {
    use std::fmt::Write as _;
    let mut digest = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// The right to write into the state folder, for as long as it is held.
#[derive(Debug)]
pub(super) struct Lock {
    folder: PathBuf,
    _file: Option<File>,
}

impl Lock {
    /// Makes the folder where it is missing, and waits until no other program writes into it.
    ///
    /// A file system without locks gives one at once: there a single program writes safely, and two may not.
    ///
    /// # Errors
    /// If the folder cannot be made or written to, or another program keeps the lock.
    pub(super) fn take(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let path = folder.join(LOCK);
        must_be_file(&path)?;
        let file = File::options().create(true).write(true).truncate(false).open(path)?;
        let start = Instant::now();
        let taken = |file| Self { folder: folder.to_owned(), _file: file };
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(taken(Some(file))),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(taken(None));
                }
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => {
                    return Err(io::ErrorKind::TimedOut.into());
                }
                Err(TryLockError::WouldBlock) => thread::sleep(INTERVAL),
            }
        }
    }

    /// Removes drafts that a program left when it was killed. Nobody else is writing one: the lock is held.
    pub(super) fn sweep(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten().filter(|entry| is_draft(&entry.file_name().to_string_lossy())) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Refuses what is there and is not a file: reading from a pipe would wait for ever.
///
/// # Errors
/// [`NotAFile`], or what keeps the path from being looked at.
pub(super) fn must_be_file(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(()),
        Ok(_) => Err(io::Error::other(NotAFile(path.to_owned()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Reads a text from a regular file of at most so many bytes.
///
/// # Errors
/// If there is no such file, it is not a regular file, cannot be read, or is not UTF-8.
pub fn read_text(path: &Path, most_bytes: u64) -> io::Result<String> {
    must_be_file(path)?;
    let mut text = String::new();
    File::open(path)?.take(most_bytes).read_to_string(&mut text)?;
    Ok(text)
}

/// Where a path leads after all its links, also if there is no file yet.
pub(super) fn target(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(next);
    }
    path
}

/// Writes a whole file of ours; where its name is a link, the file that the link leads to.
///
/// # Errors
/// If the folder cannot be written to.
pub(super) fn write_whole(held: &Lock, file: &str, text: &[u8]) -> io::Result<()> {
    let path = held.folder.join(file);
    must_be_file(&path)?;
    replace(&target(&path), text)
}

/// Reads a file of ours, `None` if there is none. A damaged one is renamed, and its new path is returned.
///
/// # Errors
/// If the file is there and cannot be read, or is damaged and cannot be renamed.
pub(super) fn read_ours<T: DeserializeOwned>(
    path: &Path,
    most_bytes: u64,
    is_ours: impl Fn(&T) -> bool,
) -> io::Result<(Option<T>, Option<PathBuf>)> {
    let text = match read_text(path, most_bytes) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((None, None)),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => String::new(),
        Err(error) => return Err(error),
    };
    match serde_json::from_str::<T>(&text).ok().filter(is_ours) {
        Some(found) => Ok((Some(found), None)),
        None => Ok((None, Some(put_aside(path)?))),
    }
}

/// Renames a damaged file.
fn put_aside(path: &Path) -> io::Result<PathBuf> {
    let aside = name_aside(path)?;
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// The first free name for what is damaged in a file.
pub(super) fn name_aside(path: &Path) -> io::Result<PathBuf> {
    let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    let mut names = (1..1000).map(|number| path.with_extension(format!("damaged-{number}{ending}")));
    names.find(|name| !name.exists()).ok_or_else(|| io::ErrorKind::AlreadyExists.into())
}
