//! What goes wrong on the command line: exit codes, and messages on standard error.

use std::fs::{self, File};

use super::command::{file, handgrad};

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

#[test]
fn a_scenario_that_is_not_there_exits_with_4_and_suggests_another() {
    let said = handgrad(&["show", "mazurr"]).fails(4);
    assert_eq!(said, "error: there is no file and no built-in scenario `mazurr`\n |\n = help: did you mean `mazur`?\n");
    assert!(handgrad(&["no/such/file.yaml"]).fails(4).contains("`no/such/file.yaml` cannot be read"));
}

#[test]
fn an_invalid_file_exits_with_3_and_tells_all_its_faults_at_once() {
    let path = file("faulty/several-at-once.yaml");
    for arguments in [["show", &path], ["trace", &path]] {
        let said = handgrad(&arguments).fails(3);
        let places: Vec<&str> = said.lines().filter(|line| line.contains("--> ")).collect();
        assert_eq!(places.len(), 5, "{said}");
        assert!(places[0].ends_with("several-at-once.yaml:1:9"), "{said}");
    }
    assert_eq!(handgrad(&[&path]).fails(3), handgrad(&["show", &path]).fails(3));
}

#[test]
fn a_folder_cannot_be_read() {
    assert!(handgrad(&["show", "tests"]).fails(4).starts_with("error: `tests` cannot be read: "));
}

#[test]
fn a_file_of_100_megabytes_and_one_that_is_no_text_are_invalid() {
    let folder = tempfile::tempdir().expect("a folder");
    let huge = folder.path().join("huge.yaml");
    File::create(&huge).and_then(|file| file.set_len(100 << 20)).expect("a sparse file");
    let said = handgrad(&["show", huge.to_str().expect("UTF-8")]).fails(3);
    assert!(said.contains("16 MiB"), "{said}");
    let binary = folder.path().join("binary.yaml");
    fs::write(&binary, [0x7f, b'E', b'L', b'F', 0, 0xff, 0xfe]).expect("a file");
    let said = handgrad(&["show", binary.to_str().expect("UTF-8")]).fails(3);
    assert!(said.starts_with("error: ") && said.lines().count() < 12, "{said}");
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    for arguments in [
        &["show"][..],
        &["show", "mazur", "--decimal", "3"],
        &["show", "mazur", "--decimals", "1001"],
        &["show", "mazur", "--decimals", "-1"],
        &["show", "mazur", "--steps", "3..2"],
        &["show", "mazur", "--steps", "0..2"],
        &["show", "mazur", "--phase", "sideways"],
        &["trace", "mazur", "--format", "xml"],
        &["trace", "mazur", "--epochs", "first"],
        &["show", "mazur", "--lang", "tlh"],
        &["mazur", "apple-graph"],
    ] {
        let said = handgrad(arguments).fails(2);
        assert!(said.starts_with("error: "), "{arguments:?}: {said}");
    }
}

#[test]
fn a_name_or_number_that_the_lesson_does_not_have_exits_with_2() {
    for (arguments, sentence) in [
        (["show", "mazur", "--only", "nett_h1"], "there is no step `nett_h1` in this lesson; did you mean `net_h1`?"),
        (["trace", "mazur", "--only", "E_total#2"], "there is no number 2 here; they go from 1 to 1"),
        (["show", "mazur", "--steps", "56..60"], "there is no number 56 here; they go from 1 to 55"),
        (
            ["trace", "mazur", "--only", "E_total#18446744073709551615@18446744073709551615"],
            "there is no number 18446744073709551615 here; they go from 1 to 100000",
        ),
    ] {
        assert_eq!(handgrad(&arguments).fails(2), format!("error: {sentence}\n"), "{arguments:?}");
    }
}

const DIVIDED: &str =
    "format: 1\ntitle: t\ngraph:\n  given: {x: 1, y: 2}\n  nodes: {s: x + 1, d: x / (y - y), e: d + s}\n  output: e\n";

#[test]
fn a_step_that_cannot_be_computed_exits_with_4_behind_those_that_can() {
    let outcome = handgrad(&["trace", "-"]).stdin(DIVIDED).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (4, "error: `d` cannot be computed: division by zero\n"));
    assert_eq!(outcome.stdout.lines().count(), 1);
    // The lesson shows every step, and what keeps it from having a value.
    let shown = handgrad(&["show", "-"]).stdin(DIVIDED).run();
    assert_eq!((shown.code, shown.stderr), (4, outcome.stderr));
    assert!(shown.stdout.contains("    d = x/(y - y)\n      division by zero\n"), "{}", shown.stdout);
    assert!(shown.stdout.contains("de_dx"), "{}", shown.stdout);
    assert_eq!(handgrad(&["trace", "-", "--only", "s"]).stdin(DIVIDED).prints().lines().count(), 1);
}

#[test]
fn zero_times_the_logarithm_of_zero_is_zero() {
    let text = DIVIDED.replace("d: x / (y - y)", "d: (y - y) * ln(y - y)");
    let line = handgrad(&["trace", "-", "--only", "d"]).stdin(&text).prints();
    assert!(line.contains(r#""value":"0","exact":true,"shown":"0""#), "{line}");
}

#[test]
fn a_pass_after_divergence_exits_with_4_and_those_before_it_are_printed() {
    let text = MAZUR
        .replace("activation: sigmoid", "activation: identity")
        .replace("learning_rate: 0.5", "learning_rate: 1e9");
    let outcome = handgrad(&["trace", "-", "--epochs", "1..100000", "--only", "E_total"]).stdin(&text).run();
    assert_eq!(outcome.code, 4);
    assert!(outcome.stderr.starts_with("error: training diverged in epoch "), "{}", outcome.stderr);
    assert!(outcome.stderr.ends_with("a smaller learning rate may help\n"), "{}", outcome.stderr);
    assert!(outcome.stdout.lines().count() >= 1, "{}", outcome.stdout);
    assert!(handgrad(&["show", "-"]).stdin(&text).prints().contains("E_total"));
}

#[test]
fn what_a_scenario_says_never_reaches_the_terminal_as_commands() {
    let title = r#"title: "\e[2J\e]0;evil\aa\u202Eb\u2066c\tx\x9bd""#;
    let good = format!(
        "format: 1\n{title}\nsummary: \"s\\e[31m\\r\"\ngraph: {{given: {{x: 1}}, nodes: {{a: x}}, output: a}}\nnotes: {{a: \"\\e[1mnote\\nmore\\e[0m\"}}\n"
    );
    for arguments in [&["show", "-"][..], &["-"], &["trace", "-"], &["show", "-", "--ascii"]] {
        let printed = handgrad(arguments).stdin(&good).prints();
        let raw = |character: char| character != '\n' && handgrad::sanitize::is_harmful(character);
        assert!(!printed.contains(raw), "{arguments:?}: {printed:?}");
    }
    assert!(handgrad(&["show", "-"]).stdin(&good).prints().starts_with("\\u{1b}[2J"));
    let bad = good.replace("graph:", "\"\\e[2Jgrph\":");
    let said = handgrad(&["show", "-"]).stdin(&bad).fails(3);
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "{said:?}");
    let named = handgrad(&["show", "\u{1b}[2Jmazur"]).fails(4);
    assert!(!named.contains('\u{1b}'), "{named:?}");
    let only = handgrad(&["show", "mazur", "--only", "\u{1b}[2J"]).fails(2);
    assert!(!only.contains('\u{1b}'), "{only:?}");
}

#[test]
fn faults_are_told_in_chinese_and_in_colour_where_that_is_asked_for() {
    let said = handgrad(&["show", "mazurr", "--lang", "zh"]).fails(4);
    assert!(said.contains("mazurr") && said.chars().any(|letter| ('\u{4e00}'..'\u{9fff}').contains(&letter)), "{said}");
    assert!(handgrad(&["show", "mazurr", "--color", "always"]).fails(4).contains("\u{1b}["));
    assert!(!handgrad(&["show", "mazurr", "--color", "auto"]).fails(4).contains('\u{1b}'));
}
