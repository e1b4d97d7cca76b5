//! The digits that a learner is asked for: where that is said, and that an answer with so many is enough.

use handgrad::formula::Formula;
use handgrad::judge::{Answer, Asked, Mark, Marker};
use handgrad::lesson::Lesson;
use handgrad::number::{Digits, Exact};
use handgrad::scenario::{built_in, read};

use super::command::handgrad;

fn mazur() -> &'static str {
    built_in().find(|(name, _)| *name == "mazur").expect("mazur").1
}

fn marked(asked: Asked, name: &str, value: &str) -> Mark {
    let mut lesson = Lesson::new(read(mazur()).expect("a scenario"), None);
    let mut marker = Marker::default();
    marker.ask(asked);
    let answer = Answer { what: Formula::parse(name).expect(name), value: Exact::parse(value) };
    marker.mark(&mut lesson, &answer).expect("a mark").mark
}

#[test]
fn a_result_rounded_to_the_decimals_asked_for_has_enough_digits_however_small_it_is() {
    // dE_dw1 is 0.000438568.
    assert_eq!(marked(Asked::Decimals(4), "dE_dw1", "0.0004"), Mark::Right);
    assert_eq!(marked(Asked::Decimals(4), "dE_dw1", "0.00044"), Mark::Right);
    assert_eq!(marked(Asked::Nothing, "dE_dw1", "0.00044"), Mark::TooFewDigits);
    // Three significant digits are always enough.
    assert_eq!(marked(Asked::Decimals(4), "out_h1", "0.593"), Mark::Right);
    assert_eq!(marked(Asked::Significant(4), "out_h1", "0.593"), Mark::Right);
    assert_eq!(marked(Asked::Decimals(4), "out_h1", "0.59"), Mark::TooFewDigits);
    assert_eq!(marked(Asked::Significant(4), "out_h1", "0.59"), Mark::TooFewDigits);
    assert_eq!(marked(Asked::Significant(2), "out_h1", "0.59"), Mark::Right);
}

#[test]
fn zeros_that_a_spreadsheet_drops_are_not_missed() {
    let verdict = |sheet: &str| {
        let arguments = ["verify", "mazur", "-", "--format", "csv"];
        let said = handgrad(&arguments).stdin(sheet).run().stdout;
        said.lines().nth(1).and_then(|row| row.split(',').nth(3)).map(str::to_owned)
    };
    // out_o2 is 0.772928465, to four decimals 0.7729; three significant digits are always enough.
    assert_eq!(verdict("# Decimals 4\nout_o2,0.773\n").as_deref(), Some("right"));
    assert_eq!(verdict("# Decimals 4\nout_o2,0.77\n").as_deref(), Some("too_few_digits"));
    // dE_dw5 is 0.082167041, to seven decimals 0.0821670.
    assert_eq!(verdict("# Decimals 7\ndE_dw5,0.082167\n").as_deref(), Some("right"));
    assert_eq!(verdict("# Significant 6\ndE_dw5,0.082167\n").as_deref(), Some("right"));
    assert_eq!(verdict("# Decimals 8\ndE_dw5,0.08\n").as_deref(), Some("too_few_digits"));
}

#[test]
fn a_scenario_may_ask_for_decimals_or_for_significant_digits() {
    let asked = |digits: &str| {
        let text = mazur().replacen("practice:\n", &format!("practice:\n  {digits}\n"), 1);
        read(&text).expect(digits).practice.digits
    };
    assert_eq!(asked("decimals: 4"), Some(Digits::Decimals(4)));
    assert_eq!(asked("significant: 3"), Some(Digits::Significant(3)));
    assert_eq!(asked(""), None, "`display` asks for nothing");
}
