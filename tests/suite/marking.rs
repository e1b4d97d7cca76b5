//! Sheets are marked: an error is carried, not repeated, and what made a number is named where the number shows it.

use handgrad::formula::Formula;
use handgrad::judge::{Answer, Cause, Mark, Marked, Slip, mark};
use handgrad::lesson::Lesson;
use handgrad::number::Exact;
use handgrad::scenario;

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

fn lesson(source: &str) -> Lesson {
    Lesson::new(scenario::read(source).expect("a scenario"), None)
}

fn answer(what: &str, value: &str) -> Answer {
    let value = (!value.is_empty()).then(|| Exact::parse(value).expect(value));
    Answer { what: Formula::parse(what).expect(what), value }
}

fn marked(source: &str, sheet: &[(&str, &str)]) -> Vec<Marked> {
    let answers: Vec<Answer> = sheet.iter().map(|(what, value)| answer(what, value)).collect();
    mark(&mut lesson(source), &answers).into_iter().map(|marked| marked.expect("a mark")).collect()
}

fn marks(source: &str, sheet: &[(&str, &str)]) -> Vec<Mark> {
    marked(source, sheet).into_iter().map(|marked| marked.mark).collect()
}

#[test]
fn right_cut_and_rounded_on_the_way_are_told_apart() {
    let sheet =
        [("net_h1", "0.3775"), ("out_h1", "0.5932"), ("out_h2", "0.597"), ("net_o1", "1.1061"), ("net_o2", "1.22")];
    // 0.4*0.5932 + 0.45*0.597 + 0.6 = 1.10593, which a sheet with three decimals may well have as 1.1061.
    assert_eq!(marks(MAZUR, &sheet), [Mark::Right, Mark::Cut, Mark::Right, Mark::Rounded, Mark::Right]);
}

#[test]
fn an_error_is_carried_and_not_repeated() {
    let sheet = [
        ("net_h1", "0.3775"),
        ("net_h2", "0.3952"),
        ("out_h1", "0.593269992"),
        ("out_h2", "0.597533864"),
        ("E_total", "0.29839798"),
    ];
    let marked = marked(MAZUR, &sheet);
    let marks: Vec<Mark> = marked.iter().map(|marked| marked.mark).collect();
    assert_eq!(marks, [Mark::Right, Mark::Mistake, Mark::Right, Mark::Follows, Mark::Follows]);
    assert_eq!(marked[1].causes, [Cause { slip: Slip::DigitsTransposed, decimals: None }]);
    assert!(marked[4].own.is_some(), "what the learner's own numbers give is known");
}

#[test]
fn what_was_not_written_is_worked_from_the_wrong_number_too() {
    // Only the slip and the end are on the sheet; everything between is worked from 0.3952.
    assert_eq!(marks(MAZUR, &[("net_h2", "0.3952"), ("w5_new", "0.358919")]), [Mark::Mistake, Mark::Follows]);
}

#[test]
fn a_blank_line_is_missing_and_a_short_number_says_too_little() {
    let sheet = [("net_h1", ""), ("net_h2", "0.39"), ("out_h1", "0.6"), ("out_h2", "0.597")];
    assert_eq!(marks(MAZUR, &sheet), [Mark::Missing, Mark::TooFewDigits, Mark::TooFewDigits, Mark::Right]);
    let sheet = [("i1", "0.05"), ("eta", "0.5"), ("target_o1", "0.1")];
    assert_eq!(marks(MAZUR, &sheet), [Mark::Right, Mark::Right, Mark::Mistake], "all digits of a given are few");
}

#[test]
fn digits_of_binary_floats_do_no_harm() {
    // What a program with binary floats prints.
    let sheet = [("out_h1", "0.5932699921071872"), ("out_h2", "0.5968843782597672"), ("net_o1", "1.10590596705976")];
    assert_eq!(marks(MAZUR, &sheet), [Mark::Cut, Mark::Rounded, Mark::Rounded]);
}

#[test]
fn the_order_of_a_sheet_is_not_that_of_its_judgement() {
    let sheet = [("out_h2", "0.597533864"), ("net_h2", "0.3952")];
    assert_eq!(marks(MAZUR, &sheet), [Mark::Follows, Mark::Mistake]);
}
