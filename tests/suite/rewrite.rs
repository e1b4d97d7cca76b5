//! A number of a scenario changed in its text: read again, it is that scenario with that one number.

use handgrad::run::{Run, Setting};
use handgrad::scenario::{Figure, Scenario, Subject, read, rewrite};
use rust_decimal::Decimal;

use super::tier;

/// Every number that can be changed, and its place among the values that a program starts from.
fn figures(scenario: &Scenario) -> Vec<Figure> {
    let mut figures: Vec<Figure> =
        scenario.parameters().iter().map(|parameter| Figure::Parameter(parameter.name.clone())).collect();
    if let Subject::Graph(graph) = &scenario.subject {
        figures.extend(graph.given.iter().map(|(name, _)| Figure::Constant(name.clone())));
    }
    for (at, sample) in scenario.samples.iter().enumerate() {
        figures.extend((0..sample.inputs.len()).map(|input| Figure::Input(at, input)));
        figures.extend((0..sample.targets.len()).map(|target| Figure::Target(at, target)));
    }
    if scenario.training.as_ref().is_some_and(|training| training.learning_rate != Decimal::ZERO) {
        figures.push(Figure::LearningRate);
    }
    figures
}

/// All numbers that a program starts from.
fn numbers(scenario: &Scenario) -> Vec<Decimal> {
    let run = Run::new(scenario);
    let setting: &Setting = run.setting();
    let samples = setting.samples.iter().flat_map(|sample| sample.inputs.iter().chain(&sample.targets));
    let rate = std::iter::once(&setting.learning_rate);
    setting.parameters.iter().chain(&setting.constants).chain(samples).chain(rate).copied().collect()
}

/// A value that every loss takes, and that none of the numbers has.
fn other() -> Decimal {
    Decimal::new(50_123, 5)
}

#[test]
fn every_number_of_every_lesson_can_be_changed_alone() {
    let mut changed = 0;
    for (name, text) in tier::lessons() {
        let scenario = read(text).unwrap();
        let before = numbers(&scenario);
        for figure in figures(&scenario).into_iter().take(60) {
            let text = rewrite(text, &scenario, &figure, other()).unwrap_or_else(|| panic!("{name}: {figure:?}"));
            // Some targets must stay what they are: those of a hinge, or of classes that sum to 1.
            let Ok(after) = read(&text) else {
                assert!(matches!(figure, Figure::Target(..)), "{name}: {figure:?}\n{text}");
                continue;
            };
            let after = numbers(&after);
            assert_eq!(before.len(), after.len(), "{name}: {figure:?}");
            let different: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
            assert_eq!(different.len(), 1, "{name}: {figure:?} {different:?}");
            assert_eq!(*different[0].1, other());
            changed += 1;
        }
    }
    assert!(changed > tier::count(60, 200), "only {changed} numbers were changed");
}

#[test]
fn everything_else_stays_as_its_author_wrote_it() {
    let text = include_str!("../../scenarios/mazur.yaml");
    let scenario = read(text).unwrap();
    let changed = rewrite(text, &scenario, &Figure::Parameter("w5".into()), Decimal::new(-25, 1)).unwrap();
    assert_eq!(changed, text.replace("w5: 0.40", "w5: -2.5"));
    let changed = rewrite(text, &scenario, &Figure::LearningRate, Decimal::new(1, 1)).unwrap();
    assert_eq!(changed, text.replace("learning_rate: 0.5", "learning_rate: 0.1"));
}

const DRAWN: &str = "\
format: 1
title: Drawn # at random
network:
  inputs: [x]
  layers:
    - neurons: [a, b]
      activation: tanh
      weights:
        random: {seed: 7, from: -1, to: 1, decimals: 2}
      biases: {random: {seed: 8, from: -1, to: 1, decimals: 2}} # these too
samples: [{inputs: [1]}]
";

#[test]
fn numbers_drawn_at_random_are_written_out() {
    let scenario = read(DRAWN).unwrap();
    let changed = rewrite(DRAWN, &scenario, &Figure::Parameter("w2".into()), other()).unwrap();
    let first = scenario.parameters()[0].value;
    assert!(changed.contains(&format!("      weights:\n        [[{first}], [0.50123]]\n")), "{changed}");
    assert!(changed.contains("# these too"), "{changed}");
    assert_eq!(numbers(&read(&changed).unwrap())[..2], [first, other()]);
    let changed = rewrite(DRAWN, &scenario, &Figure::Parameter("b1".into()), other()).unwrap();
    assert!(changed.contains("biases: [0.50123, "), "{changed}");
    assert!(read(&changed).is_ok());
}

#[test]
fn a_number_that_a_scenario_does_not_have_cannot_be_changed() {
    let scenario = read(DRAWN).unwrap();
    for figure in
        [Figure::LearningRate, Figure::Parameter("w9".into()), Figure::Input(0, 1), Figure::Constant("x".into())]
    {
        assert_eq!(rewrite(DRAWN, &scenario, &figure, other()), None, "{figure:?}");
    }
}

#[test]
fn letters_of_many_bytes_before_a_number_do_not_shift_it() {
    let text = DRAWN
        .replace("Drawn", "随机 ∂½")
        .replace("random: {seed: 7, from: -1, to: 1, decimals: 2}", "{a: {w: 0.5}, b: {v: 0.6}}");
    let scenario = read(&text).unwrap();
    let changed = rewrite(&text, &scenario, &Figure::Parameter("v".into()), other()).unwrap();
    assert_eq!(changed, text.replace("v: 0.6", "v: 0.50123"));
}
