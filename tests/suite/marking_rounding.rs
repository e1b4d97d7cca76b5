//! No right number is ever called wrong: with whatever digits a sheet is worked, on whatever built-in scenario.

use std::ops::RangeInclusive;

use handgrad::formula::Formula;
use handgrad::judge::{Answer, Asked, Mark, Marker};
use handgrad::lesson::{Lesson, Position};
use handgrad::number::{Digits, Exact, Rounding, Ties};
use handgrad::run::{LineOf, Moment};
use handgrad::scenario::{self, Paper, Scenario};

use super::tier;

/// The fewest and the most digits that a sheet is worked with.
const DIGITS: RangeInclusive<u32> = 3..=12;

/// Longer lessons are marked up to here.
const MOST_LINES: usize = 120;

/// The values of the first epoch to 30 decimals, each by its full name.
fn values(lesson: &mut Lesson) -> Vec<(String, Exact)> {
    let mut values = Vec::new();
    let mut next = Some(Position::start_of(1));
    while let Some(here) = next.filter(|here| here.epoch == 1 && values.len() < MOST_LINES) {
        next = lesson.next(here);
        let line = lesson.line(here);
        let step = lesson.step(here).expect("a step");
        let value = lesson.run().value(Moment { epoch: 1, line }, 30, step.name.as_str());
        let Some(value) = value.ok().and_then(Result::ok).and_then(|value| value.rounded(30)) else { continue };
        let name = match line {
            LineOf::Sample(number) | LineOf::Update(number) => format!("{}#{number}", step.name),
            LineOf::Validation => step.name.to_string(),
        };
        values.push((name, value));
    }
    values
}

fn on_paper(scenario: &Scenario, digits: Digits) -> Scenario {
    let usual = Rounding { digits, ties: Ties::HalfUp };
    Scenario { paper: Some(Paper { usual, by_kind: Vec::new(), by_step: Vec::new() }), ..scenario.clone() }
}

/// A number as a person writes it who was asked for so many digits: zeros at the end are written too.
fn written(value: &Exact, rounding: Rounding) -> Exact {
    let rounded = rounding.of(value);
    let scale = match rounding.digits {
        Digits::Decimals(decimals) => decimals,
        Digits::Significant(_) if rounded.is_zero() => 0,
        Digits::Significant(count) => {
            (rounded.scale() + count).saturating_sub(rounded.digit_count().try_into().unwrap())
        }
    };
    if scale > rounded.scale() { rounded.rounded(scale) } else { rounded }
}

fn sheet(values: &[(String, Exact)], rounding: Rounding) -> Vec<Answer> {
    let answer = |(name, value): &(String, Exact)| Answer {
        what: Formula::parse(name).expect("a name"),
        value: Some(written(value, rounding)),
    };
    values.iter().map(answer).collect()
}

/// What the marks of a sheet are that has the digits it was asked for, each with its line.
fn marks(scenario: &Scenario, sheet: &[Answer], kept: Digits) -> Vec<(Mark, String)> {
    let mut lesson = Lesson::new(scenario.clone(), None);
    let mut marker = Marker::default();
    marker.ask(Asked::from(Some(kept)));
    let said = marker.mark_sheet(&mut lesson, sheet);
    let line = |answer: &Answer| format!("{}: {:?}", answer.what, answer.value.as_ref().map(ToString::to_string));
    said.into_iter().zip(sheet).map(|(said, answer)| (said.expect("a mark").mark, line(answer))).collect()
}

fn each_scenario(mut look: impl FnMut(&str, &Scenario, u32)) {
    for (at, (name, source)) in tier::scenarios().into_iter().enumerate() {
        let scenario = scenario::read(source).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        if scenario.paper.is_some() {
            continue;
        }
        // Every scenario with two of the counts of digits, Mazur's with all of them.
        let all: Vec<u32> = DIGITS.collect();
        let own = [all[at % all.len()], all[(at / 3 + 5) % all.len()]];
        for &digits in if name == "mazur" { &all[..] } else { &own } {
            look(name, &scenario, digits);
        }
    }
}

#[test]
fn in_every_scenario_a_result_that_is_rounded_once_is_right_with_whatever_digits() {
    each_scenario(|name, scenario, digits| {
        let values = values(&mut Lesson::new(scenario.clone(), None));
        for rounding in
            [Rounding::significant(digits), Rounding { digits: Digits::Decimals(digits), ties: Ties::HalfUp }]
        {
            for (mark, line) in marks(scenario, &sheet(&values, rounding), rounding.digits) {
                assert_eq!(mark, Mark::Right, "{name}, {rounding:?}: {line}");
            }
        }
    });
}

#[test]
fn in_every_scenario_a_sheet_that_carries_rounded_numbers_all_the_way_has_no_wrong_line() {
    each_scenario(|name, scenario, digits| {
        for kept in [Digits::Decimals(digits), Digits::Significant(digits)] {
            let rounding = Rounding { digits: kept, ties: Ties::HalfUp };
            let values = values(&mut Lesson::new(on_paper(scenario, kept), None));
            for (mark, line) in marks(scenario, &sheet(&values, rounding), kept) {
                assert!(mark.is_right(), "{name}, {kept:?}: {line} is {mark:?}");
            }
        }
    });
}
