//! `handgrad check` as it is run: exit codes, summaries, and what is drawn.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// A folder of scenario files to check.
struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        Self(folder)
    }

    /// Standard output, standard error and the exit code.
    fn check(&self, arguments: &[&str]) -> (String, String, i32) {
        run(self.0.path(), arguments)
    }
}

fn run(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handgrad"));
    let output = command.current_dir(folder).arg("check").args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// What both languages say about one file, and the exit code.
fn told(text: &str) -> String {
    let folder = Folder::with(&[("lesson.yaml", text)]);
    let of = |language| {
        let (out, err, code) = folder.check(&["lesson.yaml", "--lang", language]);
        format!("{err}{out}exit {code}\n")
    };
    format!("{}\n{}", of("en"), of("zh"))
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/check"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn changed(from: &str, to: &str) -> String {
    assert!(MAZUR.contains(from), "{from}");
    MAZUR.replacen(from, to, 1)
}

/// At least as many printed numbers are judged in all.
const PRINTED_NUMBERS: usize = 1_000;

#[test]
fn a_name_with_digits_of_its_own_has_to_be_that_of_a_step() {
    let (lesson, _) = MAZUR.split_once("\nnotes:").unwrap();
    let own = "{out_h1: 2, outh2: 2, w5: 3, grad_w5: 3}";
    let text = format!("{lesson}\narithmetic: {{paper: {{decimals: 4, steps: {own}}}}}\n");
    snapshot("unknown-paper-steps", &told(&text));
}

#[test]
fn every_scenario_of_the_house_is_green() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.join("scenarios"), root.join("scenarios/published")].into_iter();
    let entries = folders.flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let is_scenario = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "yaml");
    let mut files: Vec<PathBuf> = entries.filter(is_scenario).collect();
    files.sort();
    let names: Vec<&str> = files.iter().map(|path| path.to_str().unwrap()).chain(["--lang", "en"]).collect();
    let (out, err, code) = run(root, &names);
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(out.lines().count(), files.len() + 1, "{out}");
    assert_eq!(files.len(), handgrad::scenario::built_in().count(), "a file that is not built in");
    let counts = counts(out.lines().last().unwrap());
    println!("{counts:?}");
    let words: Vec<&str> = counts.iter().map(|(word, _)| word.as_str()).collect();
    assert_eq!(words, ["right", "rounded", "cut off", "as floats", "errata"], "and none is wrong");
    let printed: usize = counts.iter().map(|(_, count)| count).sum();
    assert!(printed >= PRINTED_NUMBERS, "{printed} printed numbers");
    assert!(counts.iter().all(|(_, count)| *count > 0), "every kind of agreement is there: {counts:?}");
}

/// What a summary counts, each with its word.
fn counts(summary: &str) -> Vec<(String, usize)> {
    let (_, counts) = summary.split_once(": ").unwrap();
    let counts = counts.split(", ").map(|count| count.split_once(' ').unwrap());
    counts.map(|(count, word)| (word.to_owned(), count.parse().unwrap())).collect()
}

#[test]
fn mazurs_numbers_are_counted_apart() {
    snapshot("mazur", &told(MAZUR));
}

#[test]
fn a_changed_digit_is_wrong() {
    let told = told(&changed("out_h1: 0.593269992", "out_h1: 0.593296992"));
    assert!(told.contains("exit 1"), "{told}");
    snapshot("changed-digit", &told);
}

#[test]
fn an_exact_result_is_given_whole() {
    snapshot("changed-exact", &told(&changed("net_h1: 0.3775", "net_h1: 0.375")));
}

#[test]
fn an_erratum_that_agrees_is_a_fault() {
    snapshot("erratum-agrees", &told(&changed("value: 0.291027924", "value: 0.291027774")));
    let cut = told(&changed("value: 0.291027924", "value: 0.291027773"));
    assert!(cut.contains("cut off after its digits") && cut.contains("exit 1"), "{cut}");
}

#[test]
fn names_that_the_lesson_does_not_have_are_told_with_what_was_meant() {
    let text = changed("  w5_new: 0.35891648", "  \"w5_nwe - w5\": 0.35891648")
        .replace("  w6_new: 0.408666186", "  out_h1#3: 0.408666186")
        .replace("  dE_dw1:\n", "  dE_dwl:\n");
    let told = told(&text);
    assert!(told.contains("exit 3"), "{told}");
    snapshot("unknown-names", &told);
}

#[test]
fn labels_and_what_is_asked_name_what_the_lesson_has() {
    let text = changed("  ask: [net_h1, out_h1,", "  ask: [net_hl, w5,")
        .replace("    w5_new:\n      - {en", "    w55_new:\n      - {en");
    let told = told(&format!("{text}display: {{labels: {{w55: 'w_5', out_h1: 'a_1'}}}}\n"));
    assert!(told.contains("exit 3"), "{told}");
    snapshot("unknown-labels", &told);
}

#[test]
fn what_cannot_be_computed_is_told_and_exits_with_4() {
    let text = "format: 1\ntitle: x\ngraph:\n  given: {a: 2, b: 2}\n  nodes: {c: a*b, d: 1/(a - b)}\n  output: d\n\
                published: {c: 4, d: 1}\n";
    snapshot("not-computed", &told(text));
}

#[test]
fn cut_rounded_and_float_numbers_are_no_faults() {
    let text = changed("out_h2: 0.596884378", "out_h2: 0.59688437")
        .replace("out_h1: 0.593269992", "out_h1: {value: 0.59326999210718999, float: true}")
        .replace("out_o1: 0.75136507", "out_o1: 0.751")
        .replace("E_o1: 0.274811083", "E_o1: 0.27454");
    let folder = Folder::with(&[("lesson.yaml", &text)]);
    let (out, _, code) = folder.check(&["lesson.yaml", "--lang", "en"]);
    assert_eq!((out.as_str(), code), ("lesson.yaml: 17 right, 1 rounded, 1 cut off, 1 as floats, 5 errata\n", 0));
}

#[test]
fn many_files_are_told_in_their_order_and_the_worst_decides() {
    let wrong = changed("out_h1: 0.593269992", "out_h1: 0.593296992");
    let mut files: Vec<(String, &str)> = (0..6).map(|index| (format!("fine{index:02}.yaml"), MAZUR)).collect();
    files.push(("wrong.yaml".into(), &wrong));
    files.push(("invalid.yaml".into(), "format: 1\ntitel: x\n"));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = Folder::with(&files);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).chain(["--lang", "en"]).collect();
    let (out, err, code) = folder.check(&names);
    assert_eq!(code, 3, "{out}{err}");
    let told: Vec<&str> = out.lines().map(|line| line.split(':').next().unwrap()).collect();
    let mut expected: Vec<&str> = names[..8].to_vec();
    expected.push("8 files");
    assert_eq!(told, expected);
    assert_eq!(
        out.lines().last().unwrap(),
        "8 files: 139 right, 0 rounded, 0 cut off, 0 as floats, 35 errata, 1 wrong, 2 faults"
    );
    assert!(!err.contains('\r') && !err.contains('\u{1b}'), "no bar where there is no terminal: {err}");
    assert_eq!(folder.check(&["fine00.yaml", "wrong.yaml"]).2, 1);
    assert_eq!(folder.check(&["fine00.yaml", "missing.yaml", "invalid.yaml", "wrong.yaml"]).2, 4);
    assert_eq!(folder.check(&["fine00.yaml", "mazur", "apple-graph"]).2, 0);
    assert_eq!(folder.check(&[]).2, 2);
}

#[test]
fn a_scenario_is_read_from_standard_input() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handgrad"));
    let output = command.args(["check", "-", "--lang", "en"]).write_stdin(MAZUR).output().unwrap();
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        "standard input: 20 right, 0 rounded, 0 cut off, 0 as floats, 5 errata\n"
    );
}
