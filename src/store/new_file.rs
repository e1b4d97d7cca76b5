//! A file that the user asked for, in the folder where they are: under a plain name, whole, and never by accident in
//! the place of another.

use std::io::{self, Write as _};
use std::path::Path;

use tempfile::Builder;

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

/// Writes a whole file at once: whoever looks sees the old one or the new one, and never a part.
///
/// # Errors
/// Where the folder cannot be written to, or has a file of that name that is not to be replaced.
pub fn write_new(folder: &Path, file: &str, text: &str, replaces: bool) -> io::Result<()> {
    let mut builder = Builder::new();
    builder.prefix(".handgrad-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: the system takes away what the user does not want.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut draft = builder.tempfile_in(folder)?;
    draft.write_all(text.as_bytes())?;
    draft.as_file().sync_all()?;
    let path = folder.join(file);
    let persisted = if replaces { draft.persist(path) } else { draft.persist_noclobber(path) };
    persisted.map(drop).map_err(|error| error.error)
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
}
