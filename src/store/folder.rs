//! Where the program may write and read what belongs to the user, and how a file is written as a whole.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
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
