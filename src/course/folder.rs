//! The scenario files of a folder.

use std::path::{Path, PathBuf};

/// More files than these are not listed.
const MOST_FILES: usize = 500;

/// Lists the scenario files of a folder, by name.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_scenario = |path: &PathBuf| {
        path.is_file() && path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_scenario).collect();
    files.sort();
    files.truncate(MOST_FILES);
    files
}
