//! Samples from CSV files: read exactly, found beside the scenario and nowhere else.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use handgrad::cli::report;
use handgrad::messages::{Language, Messages};
use handgrad::scenario::{Beside, FaultKind, Scenario, TableFault, read, read_beside};
use tempfile::TempDir;

const SCENARIO: &str = "format: 1\ntitle: x\nnetwork:\n  inputs: [a, b]\n  layers:\n    - {neurons: [y], activation: \
                        identity, weights: {y: {w1: 0, w2: 0}}}\n  loss: half_squared_error\n\
                        samples: {csv: t.csv, inputs: [hours, absences], targets: [passed]}\n";

fn folder(table: impl AsRef<[u8]>) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("t.csv"), table).unwrap();
    folder
}

fn read_with(table: impl AsRef<[u8]>) -> Scenario {
    let folder = folder(table);
    read_beside(SCENARIO, Beside::Folder(folder.path())).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn values(scenario: &Scenario) -> Vec<String> {
    let row = |sample: &handgrad::scenario::Sample| {
        let numbers = sample.inputs.iter().chain(&sample.targets);
        numbers.map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    scenario.samples.iter().map(row).collect()
}

fn first_fault(text: &str, folder: &Path) -> FaultKind {
    read_beside(text, Beside::Folder(folder)).unwrap_err().shown()[0].kind.clone()
}

#[test]
fn numbers_are_taken_as_they_are_written() {
    let scenario = read_with("hours,absences,passed\n0.10,-3,1e-3\n1234567890.123456789012345678,0,1\n");
    assert_eq!(values(&scenario), ["0.10 -3 0.001", "1234567890.123456789012345678 0 1"]);
}

#[test]
fn columns_are_found_by_their_names_in_whatever_order_and_others_are_left_alone() {
    let scenario = read_with("who,passed,absences,hours\n\"Ana, of 3b\",1,2,3\nBo,0,5,\"6\"\n");
    assert_eq!(values(&scenario), ["3 2 1", "6 5 0"]);
}

#[test]
fn marks_of_the_byte_order_line_breaks_blanks_and_blank_lines_do_not_matter() {
    let plain = values(&read_with("hours,absences,passed\n1,2,0\n3,4,1\n"));
    for table in [
        "\u{feff}hours,absences,passed\n1,2,0\n3,4,1\n",
        "hours,absences,passed\r\n1,2,0\r\n3,4,1\r\n",
        "hours,absences,passed\r1,2,0\r3,4,1",
        " hours , absences,\tpassed\n 1, 2 ,0\n3,4, 1",
        "\nhours,absences,passed\n\n1,2,0\n\n\n3,4,1\n\n",
        "\"hours\",\"absences\",\"passed\"\n\"1\",\"2\",\"0\"\n3,4,1\n",
    ] {
        assert_eq!(values(&read_with(table)), plain, "{table:?}");
    }
}

#[test]
fn a_fault_is_told_with_its_line_and_column_in_the_table() {
    let folder = folder("hours,absences,passed\r\n1,2,0\r\n\r\n3,zwölf, 1.\r\n");
    let faults = read_beside(SCENARIO, Beside::Folder(folder.path())).unwrap_err();
    let places: Vec<_> = faults.shown().iter().map(|fault| (fault.place.line, fault.place.column)).collect();
    assert_eq!(places, [(4, 3), (4, 10)]);
    let drawn = report::draw("lessons/x.yaml", SCENARIO, &faults, &Messages::new(Language::English), false);
    assert!(drawn.contains("lessons/t.csv:4:3") && drawn.contains("3,zwölf, 1."), "{drawn}");
}

#[test]
fn a_link_that_leads_out_of_the_folder_is_refused_and_one_that_stays_is_followed() {
    let outside = folder("hours,absences,passed\n1,2,0\n");
    let inside = folder("hours,absences,passed\n1,2,0\n");
    #[cfg(unix)]
    {
        let link = |target: &Path, name: &str| std::os::unix::fs::symlink(target, inside.path().join(name)).unwrap();
        link(&outside.path().join("t.csv"), "out.csv");
        link(outside.path(), "elsewhere");
        link(&inside.path().join("t.csv"), "in.csv");
        for name in ["out.csv", "elsewhere/t.csv"] {
            let kind = first_fault(&SCENARIO.replace("t.csv", name), inside.path());
            assert_eq!(kind, FaultKind::Table(TableFault::Outside { file: name.into() }));
        }
        read_beside(&SCENARIO.replace("t.csv", "in.csv"), Beside::Folder(inside.path())).unwrap();
    }
    fs::create_dir(inside.path().join("more")).unwrap();
    fs::copy(inside.path().join("t.csv"), inside.path().join("more/t.csv")).unwrap();
    read_beside(&SCENARIO.replace("t.csv", "more/t.csv"), Beside::Folder(inside.path())).unwrap();
    for name in ["more", "more/../../x.csv", "none/t.csv", "t.csv/t.csv", "t.csv/"] {
        first_fault(&SCENARIO.replace("t.csv", name), inside.path());
    }
}

#[test]
fn a_text_without_a_folder_finds_only_what_is_built_in() {
    let missing = read(SCENARIO).unwrap_err().shown()[0].kind.clone();
    assert_eq!(missing, FaultKind::Table(TableFault::Missing { file: "t.csv".into() }));
    read(&SCENARIO.replace("t.csv", "tables/exam.csv")).unwrap();
}

#[test]
fn a_table_lies_beside_its_scenario_and_for_standard_input_in_the_current_folder() {
    let folder = folder("hours,absences,passed\n1,2,0\n");
    fs::write(folder.path().join("lesson.yaml"), SCENARIO).unwrap();
    let elsewhere = TempDir::new().unwrap();
    let check = |from: &Path, name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_handgrad"));
        let output = command.current_dir(from).args(["check", name, "--lang", "en"]).write_stdin(SCENARIO).output();
        output.unwrap().status.code().unwrap()
    };
    assert_eq!(check(folder.path(), "lesson.yaml"), 0);
    assert_eq!(check(elsewhere.path(), folder.path().join("lesson.yaml").to_str().unwrap()), 0);
    assert_eq!(check(folder.path(), "-"), 0);
    assert_eq!(check(elsewhere.path(), "-"), 3);
    assert_eq!(check(elsewhere.path(), "exam-table"), 0);
}

#[test]
fn a_table_of_any_size_is_refused_or_read_in_reasonable_time() {
    let start = std::time::Instant::now();
    let large = "hours,absences,passed\n".to_owned() + &"1,2,0\n".repeat(3_000_000);
    assert!(matches!(first_fault(SCENARIO, folder(large).path()), FaultKind::TooManyBytes { .. }));
    let wrong = "hours,absences,passed\n".to_owned() + &"1,x\n".repeat(100_000);
    let wrong = folder(wrong);
    let faults = read_beside(SCENARIO, Beside::Folder(wrong.path())).unwrap_err();
    assert_eq!(faults.shown().len() + faults.more(), 200_000);
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn no_table_makes_anything_panic() {
    for table in ["\"", "\"\n,", ",", "\u{0},\u{0}", "a\n\"\"\"", "hours,absences,passed\n\"1,2,0\n3,4,1\n", "\r\n\r"] {
        let folder = folder(table);
        let faults = read_beside(SCENARIO, Beside::Folder(folder.path())).unwrap_err();
        assert!(!report::draw("x.yaml", SCENARIO, &faults, &Messages::new(Language::Chinese), false).is_empty());
    }
}
