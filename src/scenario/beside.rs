//! Files beside a scenario: found by a name that cannot lead out of its folder.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

use super::builtin::TABLES;
use super::fault::{Faults, TableFault};
use super::load::MOST_BYTES;
use super::yaml::{self, Kind};

/// Where the files beside a scenario are.
#[derive(Clone, Copy, Debug)]
pub enum Beside<'a> {
    /// In the program itself.
    BuiltIn,
    /// In a folder, or in folders within it.
    Folder(&'a Path),
}

impl Beside<'_> {
    /// The bytes of the file of that name; one byte more than is allowed where it is too large.
    pub(super) fn read(self, name: &str) -> Result<Vec<u8>, TableFault> {
        let missing = || TableFault::Missing { file: name.to_owned() };
        if !stays_inside(name) {
            return Err(TableFault::Outside { file: name.to_owned() });
        }
        match self {
            Self::BuiltIn => {
                let table = TABLES.iter().find(|(known, _)| *known == name).ok_or_else(missing)?;
                Ok(table.1.as_bytes().to_vec())
            }
            Self::Folder(folder) => match from_folder(folder, name) {
                Ok(Some(bytes)) => Ok(bytes),
                Ok(None) => Err(TableFault::Outside { file: name.to_owned() }),
                Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                    Err(missing())
                }
                Err(error) => Err(TableFault::Unreadable { file: name.to_owned(), words: error.to_string() }),
            },
        }
    }
}

/// The files that a scenario file names beside it; none where it is no file, or not a text that can be taken apart.
#[must_use]
pub fn named_beside(scenario: &Path) -> Option<Vec<PathBuf>> {
    // A pipe would be emptied for whoever reads it next.
    if !scenario.metadata().ok()?.is_file() {
        return None;
    }
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let mut text = String::new();
    File::open(scenario).ok()?.take(limit).read_to_string(&mut text).ok()?;
    let root = yaml::read(text.strip_prefix('\u{feff}').unwrap_or(&text), &mut Faults::default())?;
    let table = |key| match &root.at(key)?.at("csv")?.kind {
        Kind::Scalar { text, .. } if stays_inside(text) => Some(scenario.parent()?.join(text.as_str())),
        _ => None,
    };
    Some(["samples", "validation"].into_iter().filter_map(table).collect())
}

/// Whether a name says by itself that the file is in the folder.
fn stays_inside(name: &str) -> bool {
    let mut parts = Path::new(name).components().peekable();
    let plain = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    parts.peek().is_some() && !name.contains(['\\', ':', '\0']) && parts.all(plain)
}

/// The bytes of a file in a folder; none where a link leads out of it.
fn from_folder(folder: &Path, name: &str) -> io::Result<Option<Vec<u8>>> {
    // A path without a folder in front has an empty one.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder }.canonicalize()?;
    let path = folder.join(name).canonicalize()?;
    if !path.starts_with(&folder) {
        return Ok(None);
    }
    // A pipe would be waited for without end.
    if !path.metadata()?.is_file() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_leads_out_of_the_folder_is_refused() {
        for name in ["a.csv", "tables/a.csv", "./a.csv", "a..b.csv"] {
            assert!(stays_inside(name), "{name}");
        }
        for name in
            ["", "..", "../a.csv", "tables/../../a.csv", "/etc/passwd", "C:\\a.csv", "a\\b.csv", "C:a.csv", "a\0"]
        {
            assert!(!stays_inside(name), "{name:?}");
        }
    }
}
