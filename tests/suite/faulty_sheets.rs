//! Every slip in a sheet gets one clear message with its place, in both languages.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::command::handgrad;

fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_one = |path: &PathBuf| {
        path.extension().and_then(|extension| extension.to_str()).is_some_and(|own| extensions.contains(&own))
    };
    let mut files: Vec<PathBuf> = files.filter(is_one).collect();
    files.sort();
    files
}

fn name(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

fn faulty() -> Vec<PathBuf> {
    files("tests/faulty_sheets", &["csv", "yaml"])
}

/// What is said of a sheet about Mazur's network: of a file that cannot be read, or of its lines.
fn told(path: &Path, language: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faulty_sheets");
    let file = path.file_name().unwrap().to_str().unwrap();
    let outcome = handgrad(&["verify", "mazur", file, "--lang", language]).within(&folder).run();
    let (said, nothing) = match outcome.code {
        3 => (outcome.stderr, outcome.stdout),
        code => {
            assert_eq!(code, 1, "{file}: {}", outcome.stderr);
            (outcome.stdout, outcome.stderr)
        }
    };
    assert_eq!(nothing, "", "{file}");
    said
}

#[test]
fn every_slip_in_a_sheet_is_told_with_its_place() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/sheets"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for path in faulty() {
        let mut both = String::new();
        for language in ["en", "zh"] {
            writeln!(both, "{}", told(&path, language)).unwrap();
        }
        settings.bind(|| insta::assert_snapshot!(name(&path), both));
    }
}

#[test]
fn every_snapshot_belongs_to_a_faulty_sheet() {
    let (snapshots, files) = (files("snapshots/sheets", &["snap"]), faulty());
    assert!(files.len() > 25);
    let names = |paths: &[PathBuf]| paths.iter().map(|path| name(path).to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&snapshots), names(&files));
}

#[test]
fn every_faulty_sheet_has_one_fault_except_where_its_name_says_more() {
    for path in faulty() {
        let is_fault = |line: &&str| line.starts_with("error: ") || line.trim_start().starts_with("line ");
        let faults = told(&path, "en").lines().filter(is_fault).count();
        assert_eq!(faults > 1, name(&path) == "several-at-once", "{}: {faults}", path.display());
    }
}
