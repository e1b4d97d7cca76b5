//! Every line that `show` prints is read again and computed again from the digits on it.
//!
//! The computing is done by the oracle's library on the printed text; only the parser is the program's own.

use handgrad::export::{ExportFault, Linear, Range, Selection, Style, linear_steps};
use handgrad::formula::{Formula, Function, Name};
use handgrad::lesson::{Lesson, Position};
use handgrad::messages::{Language, Messages};
use handgrad::number::{Exact, Ties};
use handgrad::scenario::{self, LESSONS, Scenario};
use num_integer::Integer as _;
use proptest::prelude::*;

use super::graphs::graph_plans;
use super::networks::plans;
use super::number_oracle::{Oracle, Real, cases, exact, plain, rounded_on_paper};
use super::tier;

const ORACLE: Oracle = Oracle(300);

/// The value of a formula without names, by the oracle.
fn value(formula: &Formula) -> Option<Real> {
    Some(match formula {
        Formula::Number(number) => ORACLE.of(number),
        Formula::Name(_) => return None,
        Formula::Negative(inner) => -value(inner)?,
        Formula::Sum(terms) => {
            let mut sum = ORACLE.whole(0);
            for term in terms {
                let value = value(&term.formula)?;
                sum = if term.minus { sum - value } else { sum + value };
            }
            sum
        }
        Formula::Product(factors) => {
            let mut product = ORACLE.whole(1);
            for factor in factors {
                let is_zero = product == ORACLE.whole(0);
                let factor_value = value(&factor.formula);
                product = match (factor_value, factor.over) {
                    // The convention of cross-entropy.
                    (_, _) if is_zero => product,
                    (Some(value), false) => product * value,
                    (Some(value), true) if value != ORACLE.whole(0) => product / value,
                    _ => return None,
                };
            }
            product
        }
        Formula::Power(base, exponent) => {
            let (base, exponent) = (value(base)?, plain(&value(exponent)?).to_whole()?);
            (0..exponent).fold(ORACLE.whole(1), |power, _| power * &base)
        }
        Formula::Call(function, arguments) => {
            let values: Option<Vec<Real>> = arguments.iter().map(value).collect();
            match (function, values?.as_slice()) {
                (Function::Max, [a, b]) => a.clone().max(b.clone()),
                (Function::Min, [a, b]) => a.clone().min(b.clone()),
                (_, [x]) => ORACLE.call(*function, x)?,
                _ => return None,
            }
        }
    })
}

fn parse(text: &str) -> Formula {
    Formula::parse(text).unwrap_or_else(|fault| panic!("`{text}` cannot be read: {fault:?}"))
}

/// A printed number: its value and how many decimals it has.
fn printed(text: &str) -> Exact {
    exact(text)
}

/// Whether `formula`, computed from its digits, rounds to the printed result.
fn closes(formula: &Formula, result: &str) -> bool {
    closes_by(Ties::HalfUp, formula, result)
}

fn closes_by(ties: Ties, formula: &Formula, result: &str) -> bool {
    let Some(value) = value(formula) else { return false };
    if let Some((digits, power)) = result.split_once('e')
        && let Ok(power) = power.parse::<u32>()
    {
        // Of a large number only the digits that are printed are known, and the point is put behind the first of them.
        let shifted = value / ORACLE.of(&exact(&format!("1e{power}")));
        return rounded_on_paper(&plain(&shifted).to_string(), printed(digits).scale() as usize) == digits;
    }
    let result = printed(result);
    let (text, decimals) = (plain(&value).to_string(), result.scale() as usize);
    let is_tie = |fraction: &str| fraction.get(decimals..).is_some_and(|rest| rest.trim_end_matches('0') == "5");
    if ties == Ties::HalfEven && text.split_once('.').is_some_and(|(_, fraction)| is_tie(fraction)) {
        let half = ORACLE.of(&Exact::new(5, result.scale() + 1));
        let distance = value - ORACLE.of(&result);
        return result.digits().is_even() && (distance == half || distance == -half);
    }
    rounded_on_paper(&text, decimals) == result.to_string()
}

fn is_equal(left: &Formula, right: &Formula) -> bool {
    matches!((value(left), value(right)), (Some(left), Some(right)) if left == right)
}

/// Splits `≈ 0.5*2` at its sign.
fn signed(text: &str) -> Option<(bool, &str)> {
    let rest = text.trim_start();
    rest.strip_prefix("= ").map(|rest| (true, rest)).or_else(|| rest.strip_prefix("≈ ").map(|rest| (false, rest)))
}

/// Computes the lines of one step again; returns how many there were.
fn check_step(lesson: &mut Lesson, epoch: u64, text: &str) -> usize {
    let number = text.split_once(". ").and_then(|(number, _)| number.parse().ok()).expect("a step has a number");
    let here = Position { epoch, number };
    let ties = lesson.scenario().paper.as_ref().map_or(Ties::HalfUp, |paper| paper.usual.ties);
    let mut chain: Vec<(bool, String)> = Vec::new();
    let mut symbolic = None;
    let mut lines = 0;
    for line in text.lines() {
        if let Some((_, row)) = line.trim_start().strip_prefix("row ").and_then(|row| row.split_once(": ")) {
            let (is_equal_sign, (formula, total)) = match row.rsplit_once(" = ") {
                Some(sides) => (true, sides),
                None => (false, row.rsplit_once(" ≈ ").expect("a sign")),
            };
            assert!(closes(&parse(formula), total), "the row does not close: {row}");
            assert!(!is_equal_sign || is_equal(&parse(formula), &parse(total)), "not equal: {row}");
            lines += 1;
        } else if let Some((is_equal_sign, formula)) = signed(line).filter(|_| symbolic.is_some()) {
            // What no precision settles is cut and says so; the digits before the mark are certain.
            chain.push((is_equal_sign, formula.trim_end_matches('…').to_owned()));
        } else if let Some((name, formula)) =
            line.trim_start().split_once(" = ").filter(|(name, _)| Name::parse(name).is_some())
        {
            symbolic = Some((name.to_owned(), parse(formula)));
        }
    }
    let (name, symbolic) = symbolic.unwrap_or_else(|| panic!("a step has a formula: {text}"));
    let Some((_, result)) = chain.last().cloned() else {
        // A number alone is its own result.
        let number = if let Formula::Negative(inner) = &symbolic { inner } else { &symbolic };
        assert!(matches!(number, Formula::Number(_)), "{name} has no result: {text}");
        return lines + 1;
    };
    assert!(!result.starts_with("-0") || printed(&result).is_negative(), "a negative zero: {text}");
    for (at, (is_equal_sign, formula)) in chain.iter().enumerate() {
        let formula = parse(formula);
        assert!(closes_by(ties, &formula, &result), "{name} does not close: {text}");
        if *is_equal_sign {
            let above = if at == 0 { exact_values_in(lesson, here, &symbolic) } else { Some(parse(&chain[at - 1].1)) };
            let above = above.unwrap_or_else(|| panic!("`=` before a rounded number: {text}"));
            assert!(is_equal(&above, &formula), "not equal: {text}");
        }
    }
    lines + chain.len()
}

/// The formula with the exact values of its names, where all of them are exact.
fn exact_values_in(lesson: &mut Lesson, here: Position, formula: &Formula) -> Option<Formula> {
    let moment = lesson.page(here).ok()??.moment;
    let mut values = std::collections::HashMap::new();
    let mut names = Vec::new();
    formula.each_name(&mut |name| names.push(name.clone()));
    for name in names {
        let value = lesson.run().value(moment, 30, name.as_str()).ok()?.ok()?;
        values.insert(name, Formula::number(value.exact()?.clone()));
    }
    Some(formula.substituted(&|name| values.get(name).cloned()))
}

/// Computes all lines of a lesson again; returns how many there were.
pub(super) fn check_lesson(text: &str, decimals: impl Into<Option<u32>>, epoch: u64) -> usize {
    check_scenario(scenario::read(text).expect("a scenario"), decimals.into(), epoch)
}

fn check_scenario(scenario: Scenario, decimals: Option<u32>, epoch: u64) -> usize {
    check_shown(Lesson::new(scenario, decimals), epoch)
}

/// Computes all lines of a lesson again as it is shown now.
pub(super) fn check_shown(mut lesson: Lesson, epoch: u64) -> usize {
    let messages = Messages::new(Language::English);
    let linear = Linear::new(&messages, Style::Unicode);
    let mut steps = Vec::new();
    let selection = Selection { epochs: Range { first: epoch, last: epoch }, ..Selection::first_epoch() };
    linear_steps(&mut lesson, &selection, &linear, |text| {
        if text.contains(". ") {
            steps.push(text.to_owned());
        }
        Ok::<(), ExportFault>(())
    })
    .expect("a lesson");
    assert!(!steps.iter().any(|step| step.contains("computed again from their own digits")), "a line that is given up");
    steps.iter().map(|step| check_step(&mut lesson, epoch, step)).sum()
}

#[test]
fn every_line_of_every_built_in_scenario_closes() {
    for (name, text) in tier::lessons() {
        for decimals in [2, 4, 9, 15, 40] {
            let lines = check_lesson(text, decimals, 1);
            assert!(lines >= 4, "{name} has {lines} lines");
        }
    }
}

#[test]
fn every_line_of_every_other_run_closes() {
    let runs_of = |(name, text): &(&'static str, &str)| {
        let runs = scenario::read(text).expect("a scenario").compare;
        runs.into_iter().map(|run| (*name, run)).collect::<Vec<_>>()
    };
    let runs: Vec<_> = LESSONS.iter().flat_map(runs_of).collect();
    assert!(runs.len() >= 6);
    for (name, run) in runs.into_iter().take(tier::count(1, usize::MAX)) {
        let lines = check_scenario(run.scenario, None, 2);
        assert!(lines >= 20, "{name}/{} has {lines} lines", run.name);
    }
}

#[test]
fn every_line_with_significant_digits_closes() {
    let mut looked_at = 0;
    for (name, text) in tier::lessons().into_iter().filter(|(_, text)| !text.contains("\ndisplay:")) {
        for digits in [3, 6, 12] {
            let lines = check_lesson(&format!("{text}\ndisplay: {{significant: {digits}}}\n"), None, 1);
            assert!(lines >= 4, "{name} has {lines} lines");
            looked_at += 1;
        }
    }
    assert!(looked_at > tier::count(10, 30));
}

#[test]
fn every_line_with_deltas_that_point_downhill_closes() {
    for (name, text) in tier::lessons().into_iter().filter(|(_, text)| !text.contains("\nconventions:")) {
        let lines = check_lesson(&format!("{text}\nconventions: {{delta: descent}}\n"), 9, 1);
        assert!(lines >= 4, "{name} has {lines} lines");
    }
}

#[test]
fn every_line_after_updates_closes() {
    let mazur = LESSONS.iter().find(|(name, _)| *name == "mazur").expect("mazur").1;
    for epoch in [2, 3, 100, 10_001] {
        assert!(check_lesson(mazur, 9, epoch) > 120);
    }
}

#[test]
fn long_sums_softmax_and_batches_close_row_by_row() {
    let wide = include_str!("../lessons/wide.yaml");
    assert!(check_lesson(wide, 9, 1) > 500);
    assert!(check_lesson(wide, 3, 1) > 500);
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn every_line_of_random_networks_closes(plan in plans()) {
        prop_assert!(check_lesson(&plan.text(), 9, 1) > 5);
    }

    #[test]
    fn every_line_of_random_graphs_closes(plan in graph_plans()) {
        prop_assert!(check_lesson(&plan.text(None), 6, 1) > 2);
    }
}

#[test]
fn a_false_equality_and_a_wrong_digit_are_noticed() {
    assert!(closes(&parse("0.40*0.593269992 + 0.60"), "0.837307997"));
    assert!(!closes(&parse("0.40*0.593269992 + 0.60"), "0.837307996"));
    assert!(is_equal(&parse("1/8"), &parse("0.125")));
    assert!(!is_equal(&parse("1/3"), &parse("0.333333333")));
}
