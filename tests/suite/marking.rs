//! Sheets are marked: an error is carried, not repeated, and what made a number is named where the number shows it.

use handgrad::formula::Formula;
use handgrad::judge::{Answer, Cause, Convention, Mark, Marked, Slip, mark};
use handgrad::lesson::Lesson;
use handgrad::number::Exact;
use handgrad::program::Mistake;
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

/// Mazur's `w1_new`, `w5_new` and `E_total` after one update, by a mistake or another convention: the table of the numbers
/// measured for this project.
const FINGERPRINTS: [(Slip, [&str; 3]); 10] = [
    (Slip::Mistake(Mistake::TooEarly), ["0.149817639", "0.358916480", "0.291027924"]),
    (Slip::Convention(Convention::BiasesTrained), ["0.149780716", "0.358916480", "0.280471447"]),
    (Slip::Convention(Convention::SharedBiasesTrained), ["0.149780716", "0.358916480", "0.285750887"]),
    (Slip::Mistake(Mistake::HalfForgotten), ["0.149561432", "0.317832959", "0.283618982"]),
    (Slip::Convention(Convention::MeanOverOutputs), ["0.149890358", "0.379458240", "0.294708158"]),
    (Slip::Mistake(Mistake::Ascent), ["0.150219284", "0.441083520", "0.305640633"]),
    (Slip::Mistake(Mistake::OutputSlopeForgotten), ["0.148865825", "0.180085176", "0.258260102"]),
    (Slip::Mistake(Mistake::HiddenSlopeForgotten), ["0.149091242", "0.358916480", "0.291024764"]),
    (Slip::Mistake(Mistake::OnePath), ["0.149665802", "0.358916480", "0.291027283"]),
    (Slip::Mistake(Mistake::TransposedWeight), ["0.149769225", "0.358916480", "0.291027661"]),
];

#[test]
fn each_mistake_in_mazurs_network_is_known_by_its_digits() {
    let right = ["0.149780716", "0.358916480", "0.291027774"];
    for (slip, numbers) in [(None, right)].into_iter().chain(FINGERPRINTS.map(|(slip, numbers)| (Some(slip), numbers)))
    {
        for ((what, number), right) in ["w1_new", "w5_new", "E_total@2"].into_iter().zip(numbers).zip(right) {
            let marked = marked(MAZUR, &[(what, number)]).remove(0);
            if number == right {
                assert_eq!(marked.mark, Mark::Right, "{what} {number}");
                continue;
            }
            let slip = slip.clone().expect("a slip");
            let mark = if matches!(slip, Slip::Convention(_)) { Mark::Convention } else { Mark::Mistake };
            assert_eq!(marked.mark, mark, "{what} {number}");
            assert!(marked.causes.contains(&Cause { slip, decimals: None }), "{what} {number}: {:?}", marked.causes);
        }
    }
}
