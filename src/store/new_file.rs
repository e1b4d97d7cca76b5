//! A file that the user asked for, in the folder where they are: under a plain name, whole, and never by accident in
//! the place of another.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

/// The longest name of a file.
const LONGEST: usize = 100;

/// The name of a scenario file without its ending, where it can only mean a file of one folder.
#[must_use]
pub fn plain_name(name: &str) -> Option<&str> {
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name);
    let begins = stem.starts_with(|first: char| first.is_alphanumeric());
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    (begins && stem.len() <= LONGEST && stem.chars().all(is_plain)).then_some(stem)
}

/// What the name of a draft begins with.
const DRAFT: &str = ".handgrad-";

/// How many letters follow in the name of a draft.
const DRAFT_LETTERS: usize = 12;

/// A draft that is so old was left by a program that was killed.
const OLD: Duration = Duration::from_secs(600);

/// How many letters followed in earlier versions.
const FEWER_LETTERS: usize = 6;

/// Whether a file name is that of a draft, of this version or an earlier one.
pub(super) fn is_draft(name: &str) -> bool {
    matches!(letters(name), Some(DRAFT_LETTERS | FEWER_LETTERS))
}

/// How many letters follow in the name of a draft; `None` if it is no such name.
fn letters(name: &str) -> Option<usize> {
    let rest = name.strip_prefix(DRAFT)?;
    rest.chars().all(|letter| letter.is_ascii_alphanumeric()).then_some(rest.len())
}

/// Writes a whole file at once: whoever looks sees the old one or the new one, and never a part.
///
/// # Errors
/// Where the folder cannot be written to, or has a file of that name that is not to be replaced.
pub fn write_new(folder: &Path, file: &str, text: &str, replaces: bool) -> io::Result<()> {
    sweep_old(folder);
    let path = folder.join(file);
    if replaces {
        return replace(&path, text.as_bytes());
    }
    draft(folder, text.as_bytes())?.persist_noclobber(path).map(drop).map_err(|error| error.error)
}

/// Replaces a file, or makes it.
pub(super) fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    draft(folder, text)?.persist(path).map(drop).map_err(|error| error.error)
}

/// Writes a file under a name of its own, to be renamed.
fn draft(folder: &Path, text: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(DRAFT).rand_bytes(DRAFT_LETTERS);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: the system takes away what the user does not want.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut draft = builder.tempfile_in(folder)?;
    draft.write_all(text)?;
    draft.as_file().sync_all()?;
    Ok(draft)
}

/// Removes old drafts from a folder of the user.
fn sweep_old(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let is_ours = |name: &str| letters(name) == Some(DRAFT_LETTERS);
    for entry in entries.flatten().filter(|entry| is_ours(&entry.file_name().to_string_lossy())) {
        let written = entry.metadata().ok().filter(fs::Metadata::is_file).and_then(|found| found.modified().ok());
        if written.and_then(|at| at.elapsed().ok()).is_some_and(|age| age > OLD) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_that_of_a_file_in_this_folder() {
        for (name, plain) in [("first", "first"), ("week-2_b.yaml", "week-2_b"), ("a.b.yml", "a.b"), ("网络", "网络")]
        {
            assert_eq!(plain_name(name), Some(plain));
        }
        let long = "x".repeat(LONGEST + 1);
        for name in ["", ".yaml", "..", "../up", "a/b", "a\\b", "/etc", "-x", ".hidden", "a b", "a\nb", "c:x", &long] {
            assert_eq!(plain_name(name), None, "{name}");
        }
    }

    #[test]
    fn a_file_that_is_there_is_replaced_only_where_that_is_wanted() {
        let folder = tempfile::TempDir::new().unwrap();
        write_new(folder.path(), "a.yaml", "one", false).unwrap();
        let refused = write_new(folder.path(), "a.yaml", "two", false).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(folder.path().join("a.yaml")).unwrap(), "one");
        write_new(folder.path(), "a.yaml", "two", true).unwrap();
        assert_eq!(std::fs::read_to_string(folder.path().join("a.yaml")).unwrap(), "two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left behind");
    }

    #[test]
    fn only_old_drafts_of_ours_are_swept_from_a_folder_of_the_user() {
        let folder = tempfile::TempDir::new().unwrap();
        let old = std::time::SystemTime::now() - OLD - Duration::from_secs(5);
        for (name, is_old) in
            [(".handgrad-abcdefghijkl", true), (".handgrad-bcdefghijklm", false), (".handgrad-my.notes", true)]
        {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            if is_old {
                file.set_modified(old).unwrap();
            }
        }
        write_new(folder.path(), "a.yaml", "one", false).unwrap();
        let mut left: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|found| found.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, [".handgrad-bcdefghijklm", ".handgrad-my.notes", "a.yaml"]);
    }
}
