//! Every slip gets one clear message with its place, and all slips of a file come at once.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use handgrad::cli::report;
use handgrad::messages::{Language, Messages};
use handgrad::scenario::{Beside, FaultKind, read, read_beside};

fn faulty_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faulty");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn name(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

/// Reads a faulty file; the tables that it names lie in a folder of their own.
fn read_faulty(source: &str) -> Result<handgrad::scenario::Scenario, handgrad::scenario::Faults> {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    read_beside(source, Beside::Folder(&tables))
}

/// What both languages say about a file.
fn told(file: &str, source: &str) -> String {
    let faults = read_faulty(source).expect_err(file);
    let mut told = String::new();
    for language in Language::ALL {
        let drawn = report::draw(&format!("{file}.yaml"), source, &faults, &Messages::new(language), false);
        writeln!(told, "{drawn}\n").unwrap();
    }
    told
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/faults"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn every_slip_is_told_with_its_place() {
    for path in faulty_files() {
        snapshot(name(&path), &told(name(&path), &fs::read_to_string(&path).unwrap()));
    }
}

#[test]
fn every_snapshot_belongs_to_a_faulty_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/faults");
    let mut snapshots: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    snapshots.retain(|path| path.extension().is_some_and(|extension| extension == "snap"));
    snapshots.sort();
    let files = faulty_files();
    assert!(files.len() > 60);
    assert_eq!(
        snapshots.iter().map(|path| name(path)).collect::<Vec<_>>(),
        files.iter().map(|path| name(path)).collect::<Vec<_>>()
    );
}

#[test]
fn every_faulty_file_has_one_fault_except_where_its_name_says_more() {
    let with_more = ["several-at-once", "yaml-anchor-and-alias"];
    let mut surprising = Vec::new();
    for path in faulty_files() {
        let faults = read_faulty(&fs::read_to_string(&path).unwrap()).unwrap_err();
        if (faults.shown().len() > 1) != with_more.contains(&name(&path)) {
            let kinds: Vec<_> = faults.shown().iter().map(|fault| format!("{:?}", fault.kind)).collect();
            surprising.push(format!("{}: {}", name(&path), kinds.join(" + ")));
        }
    }
    assert!(surprising.is_empty(), "{surprising:#?}");
}

#[test]
fn all_faults_of_a_file_come_at_once_in_the_order_of_the_file() {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faulty/several-at-once.yaml"));
    let faults = read(&source.unwrap()).unwrap_err();
    let lines: Vec<_> = faults.shown().iter().map(|fault| fault.place.line).collect();
    assert_eq!(lines, [1, 9, 13, 20, 21]);
}

#[test]
fn faults_beyond_the_fiftieth_are_counted() {
    let source = (0..80).map(|index| format!("key{index}: 1\n")).collect::<Vec<_>>().concat();
    let faults = read(&source).unwrap_err();
    // Format, title and subject are missing as well.
    assert_eq!((faults.shown().len(), faults.more()), (50, 33));
    let drawn = report::draw("many.yaml", &source, &faults, &Messages::new(Language::English), false);
    assert!(drawn.ends_with("and 33 more faults"), "{drawn}");
}

#[test]
fn nothing_that_a_terminal_obeys_is_drawn() {
    let source =
        "format: 1\n\"a\u{202e}b\": \"\\e]0;x\\a\"\n\"\\e[2J\": 1\ntitle: x\ngraph: {nodes: {a: \"\u{2066}1\"}}\n";
    let drawn = report::draw("x.yaml", source, &read(source).unwrap_err(), &Messages::new(Language::English), false);
    assert!(
        !drawn.chars().any(|character| character != '\n' && handgrad::sanitize::is_harmful(character)),
        "{drawn:?}"
    );
    assert!(drawn.contains("\\u{1b}[2J") && drawn.contains("\\u{202e}"), "{drawn}");
}

#[test]
fn a_wrong_literal_is_the_fault_and_not_what_follows_from_it() {
    let source =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faulty/number-nan.yaml")).unwrap();
    let faults = read(&source).unwrap_err();
    assert!(matches!(&faults.shown()[0].kind, FaultKind::NotANumber { text } if text == "nan"));
    assert_eq!((faults.shown()[0].place.line, faults.shown()[0].place.column), (9, 18));
}
