//! What becomes of single numbers, and what stays.

use super::*;
use crate::scenario::{Figure, Made, Mistake, Sample, Scenario, read};

fn first(text: &str, seed: u64) -> Scenario {
    Variations::new(&read(text).unwrap(), seed).next().unwrap()
}

fn values(scenario: &Scenario) -> Vec<String> {
    Figure::all(scenario).iter().map(|figure| figure.value(scenario).unwrap().to_string()).collect()
}

fn graph(given: &str) -> String {
    format!("format: 1\ntitle: x\ngraph: {{given: {{x: {given}, y: 2.5}}, nodes: {{f: x*y}}, output: f}}\n")
}

/// The least and the largest of what a given becomes.
fn extremes(given: &str) -> (Decimal, Decimal) {
    let drawn = Variations::new(&read(&graph(given)).unwrap(), 1).take(2_000);
    let drawn = drawn.map(|scenario| Figure::all(&scenario)[0].value(&scenario).unwrap());
    let drawn: std::collections::BTreeSet<Decimal> = drawn.collect();
    (*drawn.first().unwrap(), *drawn.last().unwrap())
}

#[test]
fn a_number_keeps_its_sign_its_decimals_and_about_its_size() {
    for (given, least, largest) in [
        ("0.40", "0.20", "0.60"),
        ("-0.40", "-0.60", "-0.20"),
        ("0.8", "0.4", "0.9"),
        ("0.1", "0.05", "0.15"),
        ("0.05", "0.03", "0.07"),
        ("0.01", "0.005", "0.015"),
        ("1.1", "0.6", "1.6"),
        ("100", "50", "150"),
        ("-3", "-6", "-2"),
        ("2", "1", "5"),
        ("0", "0", "0"),
        ("1", "1", "1"),
    ] {
        let (low, high) = extremes(given);
        assert_eq!((low.to_string(), high.to_string()), (least.to_owned(), largest.to_owned()), "{given}");
    }
}

#[test]
fn numbers_of_any_length_vary() {
    // The others have no finer decimal, or more digits before the point than can be drawn: they stay.
    for (given, varies) in [
        ("-0.6213859615555266123456789012", true),
        ("0.0000000000000000000000123456", true),
        ("123456789012345678901234567.8", false),
        ("0.0000000000000000000000000001", false),
        ("1234567890123456789012345678", false),
    ] {
        let drawn: std::collections::HashSet<_> =
            (0..20).map(|seed| values(&first(&graph(given), seed))[0].clone()).collect();
        assert_eq!(drawn.len() > 10, varies, "{given} {drawn:?}");
        assert!(drawn.iter().all(|number| super::super::literal::decimal(number).is_ok()), "{given} {drawn:?}");
    }
}

#[test]
fn the_bits_of_a_seed_are_spent_number_by_number() {
    // SplitMix64 from 1234567 gives 6457827717110365317 and 3203168211198807973, as its reference code says. 0.20 to 0.60
    // has 41 points, the remainder is 25, so 0.45; 1.3 to 3.7 has 25 points, the remainder is 23, so 3.6.
    assert_eq!(6_457_827_717_110_365_317_u64 % 41, 25);
    assert_eq!(3_203_168_211_198_807_973_u64 % 25, 23);
    assert_eq!(values(&first(&graph("0.40"), 1_234_567)), ["0.45", "3.6"]);
}

fn network(head: &str, targets: &str) -> String {
    format!(
        "format: 1\ntitle: x\nnetwork:\n  inputs: [a, b]\n  layers: [{{neurons: [p, q], weights: [[0.5, -1], [2, 0.25]], \
         {head}\nsamples: [{{inputs: [0.5, 1], targets: {targets}}}]\n"
    )
}

#[test]
fn a_loss_gets_targets_that_it_can_be_computed_with() {
    let softmax = network("activation: softmax}]\n  loss: cross_entropy", "[0.7, 0.3]");
    let hinge = network("activation: identity}]\n  loss: hinge", "[1, -1]");
    let step = network("activation: step}]\n  loss: half_squared_error", "[0.5, 2]");
    let labels = network("activation: sigmoid}]\n  loss: binary_cross_entropy", "[1, 0]");
    let chances = network("activation: sigmoid}]\n  loss: binary_cross_entropy", "[0.9, 0.5]");
    for text in [&softmax, &hinge, &step, &labels, &chances] {
        let before = read(text).unwrap();
        for scenario in Variations::new(&before, 5).take(50) {
            let of = |sample: &Sample| sample.targets.clone();
            let (old, new) = (of(&before.samples[0]), of(&scenario.samples[0]));
            if text == &chances {
                assert!(new.iter().all(|target| *target > Decimal::ZERO && *target < Decimal::ONE), "{new:?}");
            } else {
                assert_eq!(old, new);
            }
            assert_ne!(before.parameters()[0].value, Decimal::ZERO);
        }
    }
}

#[test]
fn whole_weights_among_decimals_get_one() {
    let scenario = first(&network("activation: identity}]\n  loss: squared_error", "[3, 4]"), 9);
    let scales: Vec<u32> = scenario.parameters().iter().map(|weight| weight.value.scale()).collect();
    assert_eq!(scales, [1, 1, 1, 2]);
    // The second input is 1 and the only one of its kind: it may be a truth value.
    assert_eq!(scenario.samples[0].inputs[1], Decimal::ONE);
    assert!(scenario.samples[0].targets.iter().all(|target| target.scale() == 0));
}

#[test]
fn a_lone_one_varies_rather_than_nothing() {
    let text = "format: 1\ntitle: x\ngraph: {given: {x: 1}, nodes: {f: x*x}, output: f}\n";
    let drawn: std::collections::HashSet<_> = (0..50).flat_map(|seed| values(&first(text, seed))).collect();
    assert_eq!(drawn.len(), 5);
    let zero = text.replace("x: 1", "x: 0");
    assert!(!Variations::new(&read(&zero).unwrap(), 1).vary());
}

#[test]
fn what_quotes_the_old_numbers_is_gone_and_the_rate_stays() {
    let text = "format: 1\ntitle: Two 2s\nsummary: Three times 2.\ngraph: {parameters: {w: 3}, nodes: {f: w*w}, output: f}\n\
                training: {learning_rate: 0.25, epochs: 2}\nnotes: {f: nine}\npublished: {f: 9}\n\
                practice: {ask: [f], hints: {f: [square it, it is 9, say nine], w_new: [6 then]}, mistakes: {f: [{value: 6, message: twice}, {formula: 2*w, message: twice}]}}\n\
                compare: [{name: fast, training: {learning_rate: 0.5}}]\n";
    let scenario = first(text, 3);
    assert_eq!(scenario.title.in_language("en"), "Two 2s");
    assert!(scenario.summary.is_none() && scenario.notes.is_empty() && scenario.published.is_empty());
    assert_eq!(scenario.practice.ask.len(), 1);
    let mistakes = &scenario.practice.mistakes;
    assert!(mistakes.len() == 1 && matches!(mistakes[0].list[..], [Mistake { made: Made::Formula(..), .. }]));
    assert_eq!(scenario.practice.hints.len(), 1);
    assert_eq!(scenario.practice.hints[0].texts.len(), 1);
    assert_eq!(scenario.training.as_ref().unwrap().learning_rate.to_string(), "0.25");
    let run = &scenario.compare[0].scenario;
    assert_eq!(run.training.as_ref().unwrap().learning_rate.to_string(), "0.5");
    assert_eq!(run.parameters()[0].value, scenario.parameters()[0].value);
}
