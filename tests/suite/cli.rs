//! What the commands print: the linear lesson and the trace, as the contract has them.

use handgrad::number::Exact;
use serde_json::Value;

use super::command::{file, handgrad};

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// The lines of a trace as JSON.
fn trace(arguments: &[&str], input: &str) -> Vec<Value> {
    let arguments = [&["trace"], arguments].concat();
    let printed = handgrad(&arguments).stdin(input).prints();
    printed.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"))).collect()
}

/// One field of every line.
fn field(lines: &[Value], key: &str) -> Vec<String> {
    lines.iter().map(|line| line[key].as_str().map_or_else(|| line[key].to_string(), str::to_owned)).collect()
}

#[test]
fn the_example_of_the_contract_comes_out_byte_for_byte() {
    assert_eq!(
        handgrad(&["trace", "mazur", "--only", "out_h1"]).prints(),
        concat!(
            r#"{"name":"out_h1","epoch":1,"batch":1,"sample":1,"phase":"forward","formula":"1/(1+exp(-net_h1))","#,
            r#""substituted":"1/(1+exp(-0.3775))","value":"0.593269992107187255173654561579","exact":false,"#,
            r#""shown":"0.593269992"}"#,
            "\n"
        )
    );
}

#[test]
fn every_line_of_a_trace_has_the_keys_and_types_of_the_contract() {
    for (scenario, steps) in [("mazur", 55), ("student-passes", 19), ("apple-graph", 9)] {
        let lines = trace(&[scenario], "");
        assert_eq!(lines.len(), steps, "{scenario}");
        for line in &lines {
            let keys: Vec<&str> = line.as_object().expect("an object").keys().map(String::as_str).collect();
            let mut wanted =
                vec!["name", "epoch", "batch", "sample", "phase", "formula", "substituted", "value", "exact", "shown"];
            wanted.sort_unstable();
            assert_eq!(keys, wanted, "{line}");
            let phase = line["phase"].as_str().expect("a word");
            assert!(["forward", "error", "backward", "update"].contains(&phase), "{line}");
            assert!(line["epoch"] == 1 && line["batch"] == 1, "{line}");
            assert!(if phase == "update" { line["sample"].is_null() } else { line["sample"] == 1 }, "{line}");
            for key in ["name", "formula", "substituted", "shown"] {
                assert!(line[key].as_str().is_some_and(|text| !text.is_empty()), "{line}");
            }
            let value = line["value"].as_str().and_then(Exact::parse).expect("a plain decimal");
            assert!(!line["value"].as_str().expect("text").contains('e'), "{line}");
            // Exact values have all their digits and no zeros behind them, the others 30 decimals.
            let is_exact = line["exact"].as_bool().expect("a flag");
            assert_eq!(value.scale(), if is_exact { value.normalized().scale() } else { 30 }, "{line}");
        }
    }
}

#[test]
fn exact_values_have_all_their_digits_whatever_is_shown() {
    let text = "format: 1\ntitle: t\ngraph: {given: {x: 0.1234567890123456789012345678}, nodes: {a: x^3, b: x/7}, output: b}\n";
    let lines = trace(&["-", "--only", "a,b", "--decimals", "4"], text);
    assert_eq!(
        field(&lines, "value"),
        [
            "0.001881676372353657772546716036474415462882991307215664507322920098096684294558605752",
            "0.017636684144620811271604938257"
        ]
    );
    assert_eq!((field(&lines, "exact"), field(&lines, "shown")), (list("true false"), list("0.00188168 0.0176367")));
}

fn list(words: &str) -> Vec<String> {
    words.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn late_epochs_alone_do_not_print_the_earlier_ones() {
    let lines = trace(&["mazur", "--epochs", "9999..10001", "--only", "E_total"], "");
    assert_eq!(field(&lines, "epoch"), list("9999 10000 10001"));
    assert_eq!(field(&lines, "shown"), list("0.0000351152 0.0000351085 0.0000351019"));
    let lines = trace(&["mazur", "--only", "E_total@3", "w5_new"], "");
    assert_eq!(field(&lines, "name"), list("w5_new E_total"));
    assert_eq!(field(&lines, "epoch"), list("1 3"));
}

#[test]
fn names_with_a_sample_or_an_epoch_print_that_one_alone() {
    let batches = file("lessons/wide.yaml");
    let of = |only: &str| {
        let lines = trace(&[&batches, "--only", only], "");
        let place = |line: &Value| format!("{}/{}/{}", line["epoch"], line["batch"], line["sample"]);
        lines.iter().map(place).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of("E_total"), "1/1/1 1/1/2 1/2/3");
    assert_eq!(of("E_total#3"), "1/2/3");
    assert_eq!(of("E_total#2@4"), "4/1/2");
    assert_eq!(of("w1_new"), "1/1/null 1/2/null");
    assert_eq!(of("w1_new#2@2"), "2/2/null");
    assert_eq!(of("grad_w1"), "1/1/null 1/2/3", "the second batch has one sample, whose gradient it is");
    assert_eq!(of("E_epoch"), "1/2/null");
    assert_eq!(of("E_batch#1,E_batch#1,E_batch@1"), "1/1/null 1/2/3", "nothing is printed twice");
}

#[test]
fn a_trace_as_csv_has_the_same_cells_under_a_heading() {
    let printed = handgrad(&["trace", "mazur", "--format", "csv"]).prints();
    let mut table = csv::Reader::from_reader(printed.as_bytes());
    let heading =
        "name epoch batch sample phase formula substituted value exact certain assumed shown exact_value drift";
    assert_eq!(table.headers().expect("a heading").iter().collect::<Vec<_>>().join(" "), heading);
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    let lines = trace(&["mazur"], "");
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(&lines) {
        for (key, cell) in heading.split(' ').zip(row) {
            let field = match &line[key] {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(cell, field, "{key} of {line}");
        }
    }
}

#[test]
fn the_lesson_comes_from_standard_input_as_from_a_name() {
    let named = handgrad(&["show", "mazur"]).prints();
    assert_eq!(handgrad(&["show", "-"]).stdin(MAZUR).prints(), named);
    assert_eq!(handgrad(&["show", "scenarios/mazur.yaml"]).prints(), named);
}

#[test]
fn without_a_terminal_the_linear_lesson_is_printed_and_without_a_scenario_the_list() {
    assert_eq!(handgrad(&["mazur"]).prints(), handgrad(&["show", "mazur"]).prints());
    assert_eq!(handgrad(&["mazur", "--plain"]).prints(), handgrad(&["show", "mazur"]).prints());
    let list = handgrad(&["list"]).prints();
    assert_eq!(handgrad(&[]).prints(), list);
}

#[test]
fn whoever_stops_reading_is_not_told_about_it() {
    for arguments in [&["show", "mazur", "--epochs", "1..40"][..], &["trace", "mazur", "--epochs", "1..40"], &["list"]]
    {
        let outcome = handgrad(arguments).into_a_closed_pipe();
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn ascii_is_all_that_an_ascii_scenario_needs() {
    let graph = include_str!("../../tests/lessons/wide.yaml");
    for arguments in [
        &["show", "mazur", "--ascii"][..],
        &["show", "student-passes", "--ascii"],
        &["show", "apple-graph", "--ascii"],
        &["show", "-", "--ascii"],
    ] {
        let printed = handgrad(arguments).stdin(graph).prints();
        let strange: Vec<char> = printed.chars().filter(|letter| !letter.is_ascii()).collect();
        assert_eq!(strange, [], "{arguments:?}");
        assert!(printed.contains("\n-- epoch 1 | "), "{printed}");
    }
}

#[test]
fn chinese_is_spoken_where_it_is_asked_for_or_the_locale_is_chinese() {
    let asked = handgrad(&["show", "mazur", "--lang", "zh"]).prints();
    assert!(asked.starts_with("Mazur 的 2-2-2 网络\n"), "{asked}");
    let locale = handgrad(&["show", "mazur"]).env("LC_ALL", "zh_CN.UTF-8").env("LANG", "zh_CN.UTF-8").prints();
    assert_eq!(locale, asked);
    let formulas = |text: &str| -> Vec<String> {
        let is_formula = |line: &&str| line.contains(" = ") && line.starts_with("    ");
        text.lines().filter(is_formula).filter(|line| line.is_ascii()).map(str::to_owned).collect()
    };
    // The formulas do not depend on the language.
    let english = formulas(&handgrad(&["show", "mazur"]).prints());
    assert!(english.len() > 55 && english == formulas(&asked));
}

#[test]
fn as_many_decimals_are_shown_as_are_asked_for() {
    let lines = trace(&["mazur", "--only", "out_h1", "--decimals", "20"], "");
    assert_eq!(lines[0]["shown"], "0.59326999210718725517");
    assert!(handgrad(&["show", "mazur", "--decimals", "20"]).prints().contains("≈ 0.59326999210718725517\n"));
    let thousand = trace(&["mazur", "--only", "w1_new", "--decimals", "1000"], "");
    assert_eq!(thousand[0]["shown"].as_str().expect("digits").len(), 1002);
    assert_eq!(trace(&["mazur", "--only", "out_h1", "--decimals", "0"], "")[0]["shown"], "0.593270");
}

#[test]
fn parts_of_a_lesson_are_chosen_by_number_by_phase_and_by_name() {
    let steps = |arguments: &[&str]| -> Vec<String> {
        let printed = handgrad(&[&["show", "mazur"], arguments].concat()).prints();
        assert!(!printed.starts_with("Mazur"), "the head belongs to the whole lesson");
        let number = |line: &str| Some(line.split_once(". ")?.0.parse::<u32>().ok()?.to_string());
        printed.lines().filter_map(number).collect()
    };
    assert_eq!(steps(&["--steps", "3..5"]), list("3 4 5"));
    assert_eq!(steps(&["--steps", "55..900"]), list("55"));
    assert_eq!(steps(&["--phase", "error"]), list("9 10 11"));
    assert_eq!(steps(&["--phase", "update", "--steps", "1..49"]), list("48 49"));
    assert_eq!(steps(&["--only", "w5_new", "net_h1"]), list("1 52"));
    assert_eq!(steps(&["--only", "grad_w5,E_batch"]), list("11 19"));
    assert_eq!(steps(&["--only", "out_h1", "--epochs", "2..4"]), list("2 2 2"));
}

#[test]
fn the_lesson_says_how_much_more_there_is() {
    let text = MAZUR.replace("epochs: 1", "epochs: 3");
    let end = |epochs: &str| {
        let printed = handgrad(&["show", "-", "--epochs", epochs]).stdin(&text).prints();
        printed.lines().last().expect("a line").to_owned()
    };
    assert_eq!(end("1..1"), "This was epoch 1 of 3; `--epochs A..B` prints others.");
    assert_eq!(end("1..2"), "This was epoch 2 of 3; `--epochs A..B` prints others.");
    assert!(!end("3..3").starts_with("This was"));
}
