//! Where the program may write and read what belongs to the user, and how a file is written as a whole.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::new_file::write_new;

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

/// What stands for a scenario: the same for the same text, wherever it lies.
#[must_use]
pub fn digest(text: &str) -> String {
    use std::fmt::Write as _;
    let mut digest = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// Writes a whole file into a folder of ours, which is made where it is missing.
///
/// # Errors
/// Where the folder cannot be made or written to.
pub(super) fn write_whole(folder: &Path, file: &str, text: &str) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    write_new(folder, file, text, true)
}

/// Reads a file of ours: nothing where there is none; a damaged one is given another name, which is told.
///
/// # Errors
/// Where the file is there and cannot be read, or is damaged and cannot be put aside.
pub(super) fn read_ours<T: DeserializeOwned>(
    path: &Path,
    most_bytes: u64,
    is_ours: impl Fn(&T) -> bool,
) -> io::Result<(Option<T>, Option<PathBuf>)> {
    let text = match read(path, most_bytes) {
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

fn read(path: &Path, most_bytes: u64) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(most_bytes).read_to_string(&mut text)?;
    Ok(text)
}

/// Gives a damaged file another name, the first that is free.
fn put_aside(path: &Path) -> io::Result<PathBuf> {
    let other = (1..1000).map(|number| path.with_extension(format!("damaged-{number}.json")));
    let free = other.into_iter().find(|other| !other.exists());
    let free = free.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
    fs::rename(path, &free)?;
    Ok(free)
}
