//! Sheets as a class hands them in: each with its own seed and encoding, in workbooks, with an odd cell here and there.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use tempfile::TempDir;

use super::command::handgrad;

/// The object of each sheet, and the exit code.
fn marked(folder: &Path, arguments: &[&str]) -> (Vec<Value>, i32) {
    let arguments: Vec<&str> = ["verify", "mazur", "--format", "json"].iter().chain(arguments).copied().collect();
    let outcome = handgrad(&arguments).within(folder).run();
    let objects = outcome.stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    (objects, outcome.code)
}

/// The verdicts of a sheet that is handed in by itself.
fn verdicts(file: &str, sheet: &[u8]) -> Vec<(String, String)> {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join(file), sheet).expect("a file");
    lines(&marked(folder.path(), &[file]).0[0])
}

fn lines(sheet: &Value) -> Vec<(String, String)> {
    let text = |line: &Value, key: &str| line[key].as_str().expect(key).to_owned();
    let lines = sheet["lines"].as_array().expect("lines").iter();
    lines.map(|line| (text(line, "name"), text(line, "verdict"))).collect()
}

fn verdict(name: &str, verdict: &str) -> (String, String) {
    (name.to_owned(), verdict.to_owned())
}

#[test]
fn forty_keys_with_forty_seeds_are_right_in_one_call() {
    let folder = TempDir::new().expect("a folder");
    let arguments = ["worksheet", "mazur", "--format", "csv", "--key", "--count", "40", "--out", "."];
    handgrad(&arguments).within(folder.path()).prints();
    let names: Vec<String> = (1..=40).map(|seed| format!("mazur-{seed}-key.csv")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (sheets, code) = marked(folder.path(), &names);
    assert_eq!((sheets.len(), code), (40, 0));
    for (at, sheet) in sheets.iter().enumerate() {
        assert_eq!(sheet["seed"], at as u64 + 1);
        assert!(lines(sheet).iter().all(|(_, verdict)| verdict == "right"), "{sheet}");
    }
    let table = handgrad(&[&["verify", "mazur"], &names[..3]].concat()).within(folder.path()).prints();
    assert!(table.lines().next().is_some_and(|heading| heading.contains("seed")), "{table}");
}

#[test]
fn the_seed_is_on_the_sheet_or_in_the_name_of_its_file_and_the_option_is_stronger() {
    let folder = TempDir::new().expect("a folder");
    let key = handgrad(&["worksheet", "mazur", "--format", "csv", "--key", "--seed", "7"]).prints();
    let without = key.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    let save = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    save("ana.csv", &key);
    save("mazur-7.csv", &without);
    save("bob-seed-7.csv", &without);
    save("plain.csv", &without);
    save("mazur-8.csv", &key);
    save("two.csv", &key.replace("name,value", "# Seed 8\nname,value"));
    let code = |arguments: &[&str]| marked(folder.path(), arguments).1;
    assert_eq!(code(&["ana.csv", "mazur-7.csv", "bob-seed-7.csv"]), 0);
    assert_eq!(code(&["plain.csv"]), 1, "these are not the author's numbers");
    assert_eq!(code(&["plain.csv", "mazur-8.csv", "two.csv", "--seed", "7"]), 0, "the option goes before both");
    assert_eq!(code(&["ana.csv", "--seed", "8"]), 1);
    let (sheets, code) = marked(folder.path(), &["mazur-8.csv", "two.csv", "ana.csv"]);
    assert_eq!(code, 3);
    let error = |sheet: &Value| sheet["error"].as_str().unwrap_or_default().to_owned();
    assert!(error(&sheets[0]).contains("seed 7") && error(&sheets[0]).contains("seed 8"), "{}", sheets[0]);
    assert!(error(&sheets[1]).contains("line 1"), "{}", sheets[1]);
    assert!(lines(&sheets[2]).iter().all(|(_, verdict)| verdict == "right"), "{}", sheets[2]);
    let said = handgrad(&["verify", "mazur", "mazur-7.csv"]).within(folder.path()).prints();
    assert!(said.contains("seed 7, as the name of the file says"), "{said}");
}

#[test]
fn digits_are_asked_by_the_sheet_then_by_the_option_then_by_the_scenario() {
    let folder = TempDir::new().expect("a folder");
    let save = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    save("bare.csv", "dE_dw1,0.0004\n");
    save("four.csv", "# Decimals 4\ndE_dw1,0.0004\n");
    save("six.csv", "# Decimals 6\ndE_dw1,0.0004\n");
    save("three.csv", "# Significant 3\ndE_dw1,0.0004\n");
    save("map.yaml", "# Decimals 4\ndE_dw1: 0.0004\n");
    save("both.csv", "# Decimals 4\n# Significant 3\ndE_dw1,0.0004\n");
    let mazur = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mazur.yaml")).expect("mazur");
    save("asks.yaml", &mazur.replacen("practice:\n", "practice:\n  decimals: 4\n", 1));
    let verdict = |scenario: &str, arguments: &[&str]| {
        let all = [&["verify", scenario, "--format", "json"], arguments].concat();
        let outcome = handgrad(&all).within(folder.path()).run();
        let sheet: Value = serde_json::from_str(&outcome.stdout).expect("an object");
        sheet["lines"][0]["verdict"].as_str().unwrap_or("no line").to_owned()
    };
    for (scenario, arguments, expected) in [
        ("mazur", &["bare.csv"][..], "too_few_digits"),
        ("mazur", &["bare.csv", "--decimals", "4"], "too_few_digits"),
        ("mazur", &["bare.csv", "--asked-decimals", "4"], "right"),
        ("mazur", &["bare.csv", "--asked-significant", "1"], "right"),
        ("mazur", &["four.csv"], "right"),
        ("mazur", &["map.yaml"], "right"),
        ("mazur", &["four.csv", "--asked-decimals", "6"], "right"),
        ("mazur", &["six.csv", "--asked-decimals", "4"], "too_few_digits"),
        ("mazur", &["three.csv"], "too_few_digits"),
        ("asks.yaml", &["bare.csv"], "right"),
        ("asks.yaml", &["six.csv"], "too_few_digits"),
        ("asks.yaml", &["bare.csv", "--asked-significant", "3"], "too_few_digits"),
        ("mazur", &["both.csv"], "no line"),
    ] {
        assert_eq!(verdict(scenario, arguments), expected, "{scenario} {arguments:?}");
    }
    let refused = handgrad(&["verify", "mazur", "bare.csv", "--asked-decimals", "4", "--asked-significant", "3"]);
    assert!(refused.within(folder.path()).fails(2).contains("cannot be used with"));
}

#[test]
fn a_worksheet_says_in_every_format_how_many_decimals_it_asks_for() {
    for (format, said) in [("csv", "# Decimals 4"), ("md", "Decimals 4"), ("tex", "Decimals 4"), ("html", "Decimals 4")]
    {
        for detail in ["--blank", "--key"] {
            let sheet = handgrad(&["worksheet", "mazur", "--decimals", "4", "--format", format, detail]).prints();
            assert_eq!(sheet.matches(said).count(), 1, "{format} {detail}: {sheet}");
        }
        let sheet = handgrad(&["worksheet", "mazur", "--format", format]).prints();
        assert!(!sheet.contains("Decimals"), "{format}: {sheet}");
    }
    let key = handgrad(&["worksheet", "mazur", "--decimals", "4", "--format", "csv", "--key", "--seed", "7"]).prints();
    handgrad(&["verify", "mazur", "-"]).stdin(&key).prints();
    let chinese = handgrad(&["worksheet", "mazur", "--decimals", "4", "--lang", "zh"]).prints();
    assert!(chinese.contains("小数位数 4"), "{chinese}");
}

#[test]
fn one_bad_cell_costs_one_line() {
    let sheet = "name,value\nnet_h1,0.3775\nout_h1,\"0,59.3\"\nnett_h2,0.3925\n,0.5\nout_h2,0.596884378\nout_h2,0.5996\n\
                 net_o1,?\nnet_h2,w3*0.05\n";
    let expected = [
        verdict("net_h1", "right"),
        verdict("out_h1", "unreadable"),
        verdict("nett_h2", "unreadable"),
        verdict("", "unreadable"),
        verdict("out_h2", "right"),
        verdict("out_h2", "unreadable"),
        verdict("net_o1", "missing"),
        verdict("net_h2", "unreadable"),
    ];
    assert_eq!(verdicts("ana.csv", sheet.as_bytes()), expected);
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("ana.csv"), sheet).expect("a file");
    let object = &marked(folder.path(), &["ana.csv"]).0[0];
    assert_eq!(object["lines"][1]["given"], "0,59.3");
    assert_eq!(object["lines"][1]["value"], "0.593269992", "what it should be is still known");
    assert!(object["lines"][2]["error"].as_str().is_some_and(|error| error.contains("net_h2")), "{object}");
    assert_eq!(object["first_wrong"], Value::Null, "what cannot be read is not wrong");
}

#[test]
fn a_map_with_a_line_that_is_no_yaml_loses_that_line_alone() {
    let sheet = "net_h1: 0.3775\nout_h1: ?\nnet_h2: [0.3925]\nout_h2: @0.5\nnet_o1: 110.5905967%\n";
    let expected = [
        verdict("net_h1", "right"),
        verdict("out_h1", "missing"),
        verdict("net_h2", "right"),
        verdict("out_h2", "unreadable"),
        verdict("net_o1", "right"),
    ];
    assert_eq!(verdicts("ana.yaml", sheet.as_bytes()), expected);
}

#[test]
fn a_file_that_cannot_be_read_has_its_row_and_its_object_and_the_others_are_marked() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("ana.csv"), "net_h1,0.3775\n").expect("a file");
    fs::write(folder.path().join("bob.csv"), [0_u8; 64]).expect("a file");
    let files = ["ana.csv", "bob.csv", "none.csv"];
    let (sheets, code) = marked(folder.path(), &files);
    assert_eq!((sheets.len(), code), (3, 4));
    assert_eq!(lines(&sheets[0]), [verdict("net_h1", "right")]);
    for sheet in &sheets[1..] {
        assert!(sheet["error"].is_string() && lines(sheet).is_empty(), "{sheet}");
    }
    let csv = handgrad(&[&["verify", "mazur", "--format", "csv"], &files[..]].concat()).within(folder.path()).run();
    let rows: Vec<&str> = csv.stdout.lines().collect();
    assert_eq!(rows.len(), 4, "{}", csv.stdout);
    assert!(rows[2].starts_with("bob.csv,,,unreadable,") && rows[3].starts_with("none.csv,,,unreadable,"), "{rows:?}");
    let text = handgrad(&[&["verify", "mazur"], &files[..]].concat()).within(folder.path()).run();
    assert_eq!(text.stdout.matches("cannot be read").count(), 2, "{}", text.stdout);
}

#[test]
fn sheets_in_the_encodings_of_spreadsheets_are_read() {
    let german = "sep=;\r\nHausaufgabe 3;Ana\r\n\r\nGröße;Wert;Bemerkung\r\nnet h1;0,3775;ü\r\nδ o1;0,1385;\r\n";
    let expected = [verdict("net h1", "right"), verdict("δ o1", "right")];
    let utf16: Vec<u8> = format!("\u{feff}{german}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let swapped: Vec<u8> = german.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let tabs: Vec<u8> =
        german.replace("sep=;\r\n", "").replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [german.as_bytes(), &utf16, &swapped, &tabs] {
        assert_eq!(verdicts("ana.csv", bytes), expected);
    }
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode("Étape;Réponse\nnet_h1;0,3775\nout_h1;\u{2013}\n");
    assert_eq!(verdicts("ana.csv", &latin), [verdict("net_h1", "right"), verdict("out_h1", "missing")]);
    let (chinese, _, _) = encoding_rs::GBK.encode("步骤,数值\nnet_h1,0.3775\nδ_o1,0.1385（约）\n");
    assert_eq!(verdicts("ana.csv", &chinese), [verdict("net_h1", "right"), verdict("δ_o1", "right")]);
}

/// A workbook with an empty first table, a title, a heading, and what a person may put in a cell.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Homework 3").expect("a cell");
    sheet.write(1, 0, "# Decimals 4").expect("a cell");
    for (column, heading) in ["No.", "Schritt", "Ergebnis"].iter().enumerate() {
        sheet.write(3, u16::try_from(column).expect("a column"), *heading).expect("a cell");
    }
    let four = Format::new().set_num_format("0.0000");
    let percent = Format::new().set_num_format("0.00%");
    let day = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write(4, 1, "net_h1").and_then(|sheet| sheet.write(4, 2, 0.3775)).expect("a row");
    sheet
        .write(5, 1, "out h1")
        .and_then(|sheet| sheet.write_with_format(5, 2, 0.593_269_992_107, &four))
        .expect("a row");
    sheet
        .write(6, 1, "out_h2")
        .and_then(|sheet| sheet.write_with_format(6, 2, 0.596_884_378, &percent))
        .expect("a row");
    sheet.write(7, 1, "∂E/∂w5").and_then(|sheet| sheet.write(7, 2, "0,0822")).expect("a row");
    sheet.write(8, 1, "net_o1").and_then(|sheet| sheet.write_with_format(8, 2, 40_000.0, &day)).expect("a row");
    sheet.write(9, 1, "net_h2").and_then(|sheet| sheet.write(9, 2, 0.3952)).expect("a row");
    let formula = rust_xlsxwriter::Formula::new("=1/(1+EXP(-C5))").set_result("0.1385");
    sheet.write(10, 1, "delta_o1").and_then(|sheet| sheet.write_formula(10, 2, formula)).expect("a row");
    sheet.write(12, 1, "E_total").expect("a row");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_workbook_is_read_as_a_person_sees_it() {
    let bytes = workbook();
    let expected = [
        verdict("net_h1", "right"),
        verdict("out h1", "right"),
        verdict("out_h2", "right"),
        verdict("∂E/∂w5", "right"),
        verdict("net_o1", "unreadable"),
        verdict("net_h2", "mistake"),
        verdict("delta_o1", "right"),
        verdict("E_total", "missing"),
    ];
    // What a workbook is shows in its bytes, whatever its name.
    for file in ["ana.xlsx", "ana.csv"] {
        assert_eq!(verdicts(file, &bytes), expected);
    }
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("ana.xlsx"), &bytes).expect("a file");
    let object = &marked(folder.path(), &["ana.xlsx"]).0[0];
    let given: Vec<&str> =
        object["lines"].as_array().expect("lines").iter().filter_map(|line| line["given"].as_str()).collect();
    assert_eq!(given[..4], ["0.3775", "0.5933", "0.5969", "0.0822"]);
    let said = handgrad(&["verify", "mazur", "ana.xlsx"]).within(folder.path()).run().stdout;
    assert!(said.contains("line 9"), "a row of the workbook is a line: {said}");
}

#[test]
fn a_broken_workbook_is_refused_and_never_unpacked_beyond_all_measure() {
    let bytes = workbook();
    for cut in [4, 30, bytes.len() / 2, bytes.len() - 5] {
        let folder = TempDir::new().expect("a folder");
        fs::write(folder.path().join("ana.xlsx"), &bytes[..cut]).expect("a file");
        let (sheets, code) = marked(folder.path(), &["ana.xlsx"]);
        assert_eq!(code, 3, "{cut}");
        assert!(sheets[0]["error"].is_string());
    }
}

#[test]
fn text_from_a_sheet_is_never_obeyed_by_a_terminal_or_a_spreadsheet() {
    let folder = TempDir::new().expect("a folder");
    let sheet = "name,value\nnet_h1,\u{1b}[31m0.5x\n\u{202e}net_h2,0.3925\n=CMD(),0.1\nout_h1,\"=HYPERLINK(\"\"http://x\"\")\"\n";
    fs::write(folder.path().join("ana.csv"), sheet).expect("a file");
    for format in ["text", "csv", "json"] {
        let outcome = handgrad(&["verify", "mazur", "ana.csv", "--format", format]).within(folder.path()).run();
        let all = format!("{}{}", outcome.stdout, outcome.stderr);
        assert!(!all.contains(['\u{1b}', '\u{202e}']), "{format}: {all:?}");
        if format == "csv" {
            assert!(!all.contains(",=") && !all.contains(",\"="), "{all}");
        }
    }
}
