//! Sheets to hand out: what stands on them is the lesson's, in whichever form, and marks right.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use handgrad::export::Selection;
use handgrad::export::worksheet::{Detail, asked, csv};
use handgrad::formula::Formula;
use handgrad::judge::{Answer, Mark, mark};
use handgrad::lesson::Lesson;
use handgrad::messages::{Language, Messages};
use handgrad::number::Exact;
use handgrad::practice::worksheet::Worksheet;
use handgrad::scenario::{LESSONS, read};
use tempfile::TempDir;

use super::command::handgrad;
use super::tier;

pub(super) const DETAILS: [(&str, Detail); 3] =
    [("--blank", Detail::Blank), ("--key", Detail::Key), ("--solved", Detail::Solved)];

pub(super) fn sheet(text: &str, seed: Option<u64>, language: Language) -> Worksheet {
    let scenario = read(text).expect("a scenario");
    let mut lesson = Lesson::new(seed.map_or_else(|| scenario.clone(), |seed| scenario.varied(seed)), None);
    let positions = asked(&lesson, &Selection::first_epoch()).expect("steps");
    Worksheet::new(&mut lesson, &positions, seed, &Messages::new(language)).expect("a sheet")
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/worksheet"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn mazurs_network_on_a_sheet_in_every_form() {
    for format in ["md", "tex", "html", "csv"] {
        for (flag, _) in DETAILS {
            if (format, flag) != ("csv", "--solved") {
                let text = handgrad(&["worksheet", "mazur", "--format", format, flag]).prints();
                snapshot(&format!("mazur-{format}{}", flag.replace("--", "-")), &text);
            }
        }
    }
    snapshot("mazur-zh-seed-7", &handgrad(&["worksheet", "mazur", "--seed", "7", "--solved", "--lang", "zh"]).prints());
}

#[test]
fn a_worked_sheet_has_the_lines_of_the_lesson_and_no_others() {
    for name in ["mazur", "xor", "apple-graph", "mazur-on-paper", "softmax-cross-entropy", "adam"] {
        let shown = handgrad(&["show", name]).prints();
        let lines: HashSet<&str> = shown.lines().map(str::trim).collect();
        let printed = handgrad(&["worksheet", name, "--solved", "--steps", "1..100000"]).prints();
        let mut compared = 0;
        let mut is_work = false;
        for line in printed.lines() {
            if line.starts_with("```") {
                is_work = !is_work;
            } else if is_work {
                assert!(lines.contains(line.trim()), "{name}: {line}");
                compared += 1;
            }
        }
        assert!(compared > 10, "{name}: {compared}");
    }
}

#[test]
fn a_blank_sheet_gives_nothing_away() {
    let key = handgrad(&["worksheet", "mazur", "--format", "csv", "--key"]).prints();
    let results: Vec<&str> = key.lines().skip(1).filter_map(|row| row.split(',').nth(1)).collect();
    assert_eq!(results.len(), 8);
    for format in ["md", "tex", "html", "csv"] {
        let blank = handgrad(&["worksheet", "mazur", "--format", format]).prints();
        assert!(results.iter().all(|result| !blank.contains(result)), "{format}");
        if format != "csv" {
            let solved = handgrad(&["worksheet", "mazur", "--format", format, "--solved"]).prints();
            assert!(results.iter().all(|result| solved.contains(result)), "{format}");
        }
    }
}

#[test]
fn every_result_of_every_key_is_marked_right() {
    for (name, text) in tier::scenarios() {
        let mut lesson = Lesson::new(read(text).expect(name).varied(11), None);
        let mut positions = asked(&lesson, &Selection::first_epoch()).expect(name);
        positions.truncate(24);
        let messages = Messages::new(Language::English);
        let sheet = Worksheet::new(&mut lesson, &positions, Some(11), &messages).expect(name);
        let table = csv(&sheet, Detail::Key, &messages).expect(name);
        assert!(table.lines().nth(1).is_some_and(|row| row.starts_with("# Seed 11")), "{name}: {table}");
        let mut rows = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes());
        let answers: Vec<Answer> = rows
            .records()
            .map(|row| {
                let row = row.expect("a row");
                Answer { what: Formula::parse(&row[0]).expect("a name"), value: Exact::parse(&row[1]) }
            })
            .collect();
        assert_eq!(answers.len(), positions.len(), "{name}: every step has a value");
        assert!(answers.iter().all(|answer| answer.value.is_some()), "{name}: {table}");
        for (answer, marked) in answers.iter().zip(mark(&mut lesson, &answers)) {
            let marked = marked.unwrap_or_else(|trouble| panic!("{name}: {}: {trouble:?}", answer.what));
            // A zero that nothing proves to be one has no digit to be marked by.
            let is_nothing = marked.mark == Mark::TooFewDigits && answer.value.as_ref().is_some_and(Exact::is_zero);
            assert!(
                marked.mark.is_right() || is_nothing,
                "{name}: {} {:?} {:?}",
                answer.what,
                answer.value,
                marked.mark
            );
        }
    }
}

#[test]
fn the_seed_stands_on_the_sheet_and_each_of_many_has_its_own() {
    for format in ["md", "tex", "html"] {
        let sheets = handgrad(&["worksheet", "mazur", "--format", format, "--seed", "7", "--count", "3"]).prints();
        for seed in [7, 8, 9] {
            assert_eq!(sheets.matches(&format!("Seed {seed}:")).count(), 1, "{format}");
            let single = handgrad(&["worksheet", "mazur", "--format", format, "--seed", &seed.to_string()]).prints();
            assert!(single.contains(&format!("Seed {seed}:")));
        }
        let breaks = match format {
            "md" => sheets.matches("page-break-after: always").count(),
            "tex" => sheets.matches("\\newpage").count(),
            _ => sheets.matches("<main class=\"sheet\">").count() - 1,
        };
        assert_eq!(breaks, 2, "{format}");
        assert!(!handgrad(&["worksheet", "mazur", "--format", format]).prints().contains("Seed"));
    }
    let key = |seed: &str| handgrad(&["worksheet", "mazur", "--format", "csv", "--key", "--seed", seed]).prints();
    assert_eq!(key("7"), key("7"));
    assert_ne!(key("7"), key("8"));
}

#[test]
fn a_sheet_is_marked_by_the_seed_that_stands_on_it() {
    let sheet = |detail: &str| handgrad(&["worksheet", "mazur", "--format", "csv", detail, "--seed", "7"]).prints();
    let marked = |sheet: &str, seed: &str| {
        let arguments = ["verify", "mazur", "-", "--format", "csv", "--seed", seed];
        handgrad(&arguments).stdin(sheet).run()
    };
    let own = marked(&sheet("--key"), "7");
    assert_eq!(own.code, 0, "{}{}", own.stdout, own.stderr);
    assert_eq!(own.stdout.matches("right").count(), 8, "{}", own.stdout);
    assert_eq!(marked(&sheet("--key"), "8").code, 1);
    let empty = marked(&sheet("--blank"), "7");
    assert_eq!((empty.code, empty.stdout.matches("missing").count()), (1, 8), "{}", empty.stdout);
}

#[test]
fn files_are_written_into_the_folder_that_is_named_and_nowhere_else() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("week 1");
    fs::create_dir(&out).expect("a folder");
    let arguments = ["worksheet", "mazur", "--format", "csv", "--key", "--count", "2", "--out", "week 1"];
    let said = handgrad(&arguments).within(folder.path()).prints();
    assert!(said.contains("mazur-1-key.csv is written.") && said.contains("mazur-2-key.csv"), "{said}");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    let mut files: Vec<_> =
        fs::read_dir(&out).expect("a folder").map(|file| file.expect("a file").file_name()).collect();
    files.sort();
    assert_eq!(files, ["mazur-1-key.csv", "mazur-2-key.csv"]);
    fs::write(out.join("mazur-2-key.csv"), "mine").expect("a file");
    let refused = handgrad(&arguments).within(folder.path()).fails(4);
    assert!(refused.contains("mazur-1-key.csv` is there already"), "{refused}");
    assert_eq!(fs::read_to_string(out.join("mazur-2-key.csv")).expect("a file"), "mine");
    handgrad(&[&arguments[..], &["--force"]].concat()).within(folder.path()).prints();
    let table = fs::read_to_string(out.join("mazur-2-key.csv")).expect("a file");
    assert!(table.starts_with("name,value\n# Seed 2: "), "{table}");
    // A folder that is not there is not made.
    handgrad(&["worksheet", "mazur", "--out", "none"]).within(folder.path()).fails(4);
}

#[test]
fn what_makes_no_sheet_is_refused_with_a_way_out() {
    for (arguments, word) in [
        (&["--format", "csv", "--solved"][..], "`--key`"),
        (&["--format", "csv", "--count", "2"], "`--out FOLDER`"),
        (&["--key", "--solved"], "cannot be used with"),
        (&["--count", "0"], "1..=1000"),
        (&["--force"], "--out"),
        (&["--only", "net_h9"], "net_h1"),
    ] {
        let said = handgrad(&[&["worksheet", "mazur"], arguments].concat()).fails(2);
        assert!(said.contains(word), "{arguments:?}: {said}");
    }
    let forward = "format: 1\ntitle: x\ngraph: {given: {a: 3}, nodes: {f: a*a}, output: f}\n";
    let said = handgrad(&["worksheet", "-", "--phase", "update"]).stdin(forward).fails(2);
    assert!(said.contains("`--phase`"), "{said}");
    let broken = forward.replace("a*a", "ln(a - 3)");
    let outcome = handgrad(&["worksheet", "-", "--key"]).stdin(&broken).run();
    assert_eq!(outcome.code, 4);
    assert!(outcome.stdout.contains("# x") && outcome.stderr.contains("`f` cannot be computed"), "{}", outcome.stderr);
}

#[test]
fn without_a_choice_a_sheet_asks_what_the_scenario_asks_in_practice() {
    let names = |text: &str| -> Vec<String> {
        sheet(text, None, Language::English).questions().map(|question| question.name.clone()).collect()
    };
    let mazur = LESSONS.iter().find(|(name, _)| *name == "mazur").expect("a lesson").1;
    assert_eq!(names(mazur), ["net_h1", "out_h1", "E_total", "delta_o1", "dE_dw5", "dE_dout_h1", "dE_dw1", "w5_new"]);
    let only = handgrad(&["worksheet", "mazur", "--format", "csv", "--only", "w5_new", "E_total@3"]).prints();
    assert_eq!(only, "name,value\nw5_new,\nE_total@3,\n");
    let samples = handgrad(&["worksheet", "xor", "--format", "csv", "--only", "out_y"]).prints();
    assert_eq!(samples, "name,value\nout_y#1,\nout_y#2,\nout_y#3,\nout_y#4,\n");
}
