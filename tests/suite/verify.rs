//! `handgrad verify`: sheets are marked, the first slip is explained, and scripts are told the same.

use std::fs;

use serde_json::Value;

use super::command::handgrad;

const SLIP: &str = "tests/sheets/slip-in-net-h2.csv";
const SLIP_BY_DELTA: &str = "tests/sheets/slip-in-net-h2-by-delta.csv";
const BY_DELTA: &str = "tests/sheets/right-by-delta.csv";
const KINDS: &str = "tests/sheets/every-kind.csv";
const PUBLISHED: &str = "tests/sheets/published.yaml";

/// The object of each sheet, and the exit code.
fn json(arguments: &[&str]) -> (Vec<Value>, i32) {
    let arguments: Vec<&str> = ["verify"].iter().chain(arguments).chain(&["--format", "json"]).copied().collect();
    let outcome = handgrad(&arguments).run();
    let objects = outcome.stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    (objects, outcome.code)
}

/// The name and the verdict of every line.
fn verdicts(sheet: &Value) -> Vec<(&str, &str)> {
    let lines = sheet["lines"].as_array().expect("lines").iter();
    lines.map(|line| (line["name"].as_str().unwrap(), line["verdict"].as_str().unwrap())).collect()
}

#[test]
fn one_slip_is_one_wrong_line_and_everything_that_depends_on_it_follows() {
    // scripts/slip_sheet.py has worked the sheets, and knows nothing of handgrad.
    let (sheets, code) = json(&["mazur", SLIP, SLIP_BY_DELTA]);
    assert_eq!((sheets.len(), code), (2, 1));
    // What has no net_h2 in it, by the formulas of the article.
    let independent = ["net_h1", "out_h1", "dnet_o1_dw5", "dnet_o2_dw7", "dout_dnet_h1"];
    for sheet in &sheets {
        assert_eq!((verdicts(sheet).len(), sheet["first_wrong"].as_str()), (47, Some("net_h2")));
    }
    for (name, verdict) in sheets.iter().flat_map(verdicts) {
        let expected = match name {
            "net_h2" => "mistake",
            name if independent.contains(&name) => "right",
            _ => "follows",
        };
        assert_eq!(verdict, expected, "{name}");
    }
    let slip = &sheets[0]["lines"][2];
    let expected =
        r#"{"name":"net_h2","given":"0.3952","verdict":"mistake","mistake":"two digits transposed","value":"0.3925"}"#;
    assert_eq!(*slip, serde_json::from_str::<Value>(expected).unwrap());
}

#[test]
fn what_an_article_printed_rightly_is_right() {
    let (sheets, code) = json(&["mazur", PUBLISHED]);
    assert_eq!((code, &sheets[0]["first_wrong"]), (0, &Value::Null));
    assert!(verdicts(&sheets[0]).iter().all(|(_, verdict)| *verdict == "right"));
    assert!(handgrad(&["verify", "mazur", PUBLISHED]).prints().contains("20 right, 0 follow, 0 wrong"));
}

#[test]
fn a_gradient_may_be_worked_from_a_delta_that_was_rounded() {
    let (sheets, code) = json(&["mazur", BY_DELTA]);
    assert_eq!((code, &sheets[0]["first_wrong"]), (0, &Value::Null), "{:?}", verdicts(&sheets[0]));
}

#[test]
fn every_verdict_has_its_word() {
    let (sheets, code) = json(&["mazur", KINDS]);
    let expected = [
        ("net_h1", "right"),
        ("out_h1", "right"),
        ("net_h2", "right"),
        ("out_h2", "cut"),
        ("net_o1", "rounded"),
        ("out_o1", "mistake"),
        ("out_o2", "right"),
        ("∂E/∂out_o1", "follows"),
        ("δ_o1", "missing"),
        ("delta_o2", "mistake"),
        ("dE_dw8", "right"),
        ("dE_dw7", "mistake"),
        ("w7+", "follows"),
        ("w6_new - w6", "wrong"),
        ("w8+", "too_few_digits"),
    ];
    assert_eq!((verdicts(&sheets[0]), code), (expected.to_vec(), 1));
    assert_eq!(sheets[0]["first_wrong"], "out_o1", "the first in the order of the lesson");
    let sign = &sheets[0]["lines"][11];
    assert_eq!(sign["mistakes"].as_array().map(Vec::len), Some(2), "two mistakes that make one number: {sign}");
    assert_eq!(sheets[0]["lines"][8]["given"], Value::Null);
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/verify"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// What is printed about sheets of which some are wrong.
fn marked(arguments: &[&str]) -> String {
    let outcome = handgrad(arguments).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (1, ""));
    outcome.stdout
}

#[test]
fn a_sheet_is_told_line_by_line_and_the_first_slip_is_explained() {
    snapshot("every-kind", &marked(&["verify", "mazur", KINDS]));
    snapshot("every-kind-zh", &marked(&["verify", "mazur", KINDS, "--lang", "zh"]));
    let plain = marked(&["verify", "mazur", KINDS, "--ascii", "--decimals", "4"]);
    assert!(plain.is_ascii() && plain.contains("E/dout_o1"), "{plain}");
}

#[test]
fn many_sheets_are_a_table_and_details_are_asked_for() {
    let table = marked(&["verify", "mazur", SLIP, KINDS, PUBLISHED]);
    snapshot("table", &table);
    let both = marked(&["verify", "mazur", SLIP, KINDS, PUBLISHED, "--details"]);
    assert!(both.starts_with(&table) && both.contains(&marked(&["verify", "mazur", KINDS])));
}

#[test]
fn a_gradebook_has_a_row_for_each_line_and_nothing_that_a_spreadsheet_would_compute() {
    let sheet = "name,value\n-delta_o1,-0.1385\n\"max(net_h1, net_h2)\",0.3925\nw5+,\nE_total,0.29387\n";
    let outcome = handgrad(&["verify", "mazur", "-", SLIP, "--format", "csv"]).stdin(sheet).run();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (1, ""));
    let first: Vec<&str> = outcome.stdout.lines().take(6).collect();
    assert_eq!(
        first,
        [
            "sheet,name,given,verdict,mistake,value",
            "-,'-delta_o1,-0.1385,right,,-0.138498562",
            "-,\"max(net_h1, net_h2)\",0.3925,right,,0.3925",
            "-,w5+,,missing,,0.358916480",
            "-,E_total,0.29387,mistake,two digits transposed,0.298371109",
            "tests/sheets/slip-in-net-h2.csv,net_h1,0.3775,right,,0.3775",
        ]
    );
}

#[test]
fn the_worst_sheet_decides_the_exit_code_and_the_others_are_marked_all_the_same() {
    let faulty = "tests/faulty_sheets/heading-without-value.csv";
    let code = |sheets: &[&str]| {
        let arguments: Vec<&str> = ["verify", "mazur"].iter().chain(sheets).copied().collect();
        handgrad(&arguments).run().code
    };
    assert_eq!(code(&[PUBLISHED]), 0);
    assert_eq!(code(&[PUBLISHED, SLIP]), 1);
    assert_eq!(code(&[faulty, SLIP]), 3);
    assert_eq!(code(&["tests/sheets/none.csv", faulty]), 4);
    assert_eq!(code(&[]), 2);
    let outcome = handgrad(&["verify", "mazur", faulty, SLIP]).run();
    assert!(outcome.stderr.contains("heading-without-value.csv:1:1"), "{}", outcome.stderr);
    let rows: Vec<&str> = outcome.stdout.lines().collect();
    assert!(rows[1].contains("cannot be read") && rows[2].contains("two digits transposed"), "{}", outcome.stdout);
    assert_eq!(json(&["mazur", faulty, SLIP]).0.len(), 2);
}

#[test]
fn a_sheet_or_a_scenario_that_is_not_there_is_said_to_be_missing() {
    let said = handgrad(&["verify", "mazur", "tests/sheets"]).fails(4);
    assert!(said.starts_with("error: `tests/sheets` cannot be read: "), "{said}");
    assert!(handgrad(&["verify", "mazurr", SLIP]).fails(4).contains("did you mean `mazur`?"));
    assert!(
        handgrad(&["verify", "tests/faulty/several-at-once.yaml", SLIP]).fails(3).contains("several-at-once.yaml:1:9")
    );
}

#[test]
fn one_thing_alone_can_come_from_standard_input() {
    assert!(handgrad(&["verify", "-", "-"]).fails(2).contains("standard input"));
    let mazur = include_str!("../../scenarios/mazur.yaml");
    assert!(handgrad(&["verify", "-", PUBLISHED]).stdin(mazur).prints().contains("20 right"));
    let by_looking = handgrad(&["verify", "mazur", "-"]).stdin("# mine\nnet_h1: .3775\n").prints();
    assert!(by_looking.contains("1 right"), "{by_looking}");
}

#[test]
fn what_cannot_be_computed_is_said_and_exits_with_4() {
    let folder = tempfile::tempdir().expect("a folder");
    let sheet = folder.path().join("sheet.csv");
    fs::write(&sheet, "x,0\ny,1\n").expect("a file");
    let scenario = "format: 1\ntitle: x\ngraph: {given: {x: 0}, nodes: {y: 1/x}, output: y}\n";
    let outcome = handgrad(&["verify", "-", "sheet.csv", "--format", "json"]);
    let outcome = outcome.within(folder.path()).stdin(scenario).run();
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (4, "error: sheet.csv: `y` cannot be computed: division by zero\n")
    );
    let told: Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    assert_eq!(verdicts(&told), [("x", "right"), ("y", "undecided")]);
    assert_eq!(told["lines"][1]["error"], "`y` cannot be computed: division by zero");
}

#[test]
fn lines_may_be_about_other_runs_epochs_and_samples() {
    let sheet = "E_total/tanh#2;0\nE_total@2#1;1\n";
    let outcome = handgrad(&["verify", "activations", "-"]).stdin(sheet).run();
    assert_eq!(outcome.code, 1);
    let said = outcome.stdout;
    assert!(said.contains("line 1: there is no number 2") && said.contains("line 2: "), "{said}");
    let sheet = "name;value\nw_new/two_batches@2;1\nw_new@2;1\n";
    let outcome = handgrad(&["verify", "mini-batches", "-", "--format", "json"]).stdin(sheet).run();
    let told: Value = serde_json::from_str(&outcome.stdout).expect("JSON");
    for line in told["lines"].as_array().expect("lines") {
        let name = line["name"].as_str().unwrap();
        let shown = handgrad(&["trace", "mini-batches", "--only", name]).prints();
        let first = shown.lines().next().expect("a step");
        let value = serde_json::from_str::<Value>(first).expect("JSON")["value"].as_str().unwrap().to_owned();
        let told = line["value"].as_str().unwrap();
        assert!(value.starts_with(&told[..told.len() - 1]), "{name}: {value} and {told}");
    }
}
