//! Every value of Mazur's network against 40 digits computed elsewhere (`tests/gold/mazur_truth.json`).
//!
//! The first pass agrees to 30 decimals, the passes after up to 10 000 updates to 20.

use handgrad::number::Exact;
use handgrad::run::{LineOf, Moment, Run};
use handgrad::scenario;
use serde_json::Value;

const TRUTH: &str = include_str!("../gold/mazur_truth.json");
const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// The passes that the issue names; the file has more, and all of them are compared.
const UPDATES: [u64; 12] = [1, 2, 9, 10, 99, 100, 999, 1000, 9998, 9999, 10_000, 10_001];

fn truth() -> Value {
    serde_json::from_str(TRUTH).expect("the truth is JSON")
}

fn run(text: &str) -> Run {
    Run::new(&scenario::read(text).expect("a scenario"))
}

fn biases_fixed() -> Run {
    run(MAZUR)
}

fn biases_shared() -> Run {
    run(&MAZUR.replace("frozen: [b1, b2]", "frozen: []"))
}

fn bias_for_each_neuron() -> Run {
    let text = MAZUR
        .replace("frozen: [b1, b2]", "frozen: []")
        .replace("shared_bias: {b1: 0.35}", "biases: {h1: {b1: 0.35}, h2: {b1h2: 0.35}}")
        .replace("shared_bias: {b2: 0.60}", "biases: {o1: {b2: 0.60}, o2: {b2o2: 0.60}}");
    run(&text)
}

fn rounded(text: &str, decimals: u32) -> Exact {
    Exact::parse(text).unwrap_or_else(|| panic!("`{text}` is a decimal")).rounded(decimals)
}

/// The name of a step by the name that the truth has for it.
fn step_name(name: &str) -> String {
    match name.strip_prefix("dE_o").and_then(|rest| rest.split_once("_dout_")) {
        Some((output, neuron)) => format!("dE_dout_{neuron}_via_o{output}"),
        None => name.to_owned(),
    }
}

/// Compares all of `table` with the values of a moment, and returns how many there were.
fn compare(run: &mut Run, moment: Moment, table: &Value, decimals: u32, ending: &str) -> usize {
    let table = table.as_object().expect("a table of values");
    for (name, digits) in table {
        let name = format!("{}{ending}", step_name(name));
        let wanted = rounded(digits.as_str().expect("digits"), decimals);
        let real = run.program().find(&name).map_or(name.clone(), |at| run.program().steps[at].name.to_string());
        let value =
            run.value(moment, decimals, &real).expect("no halt").unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        let value = value.rounded(decimals).unwrap_or_else(|| panic!("{name} is certain to {decimals} decimals"));
        assert_eq!(value, wanted, "{name} of {moment:?}");
    }
    table.len()
}

fn sample(epoch: u64) -> Moment {
    Moment { epoch, line: LineOf::Sample(1) }
}

fn compare_passes(mut run: Run, variant: &str) {
    let truth = truth();
    for updates in UPDATES {
        let table = &truth[variant][format!("after_{updates}")];
        assert_eq!(compare(&mut run, sample(updates + 1), &table["fwd"], 20, ""), 11);
        let state = run.state(updates + 1).expect("no halt");
        let parameters = table["params"].as_object().expect("parameters");
        let givens = run.program().givens.clone();
        for given in givens.iter().cloned() {
            let handgrad::program::GivenKind::Parameter(at) = given.kind else { continue };
            let wanted = rounded(parameters[given.name.as_str()].as_str().expect("digits"), 20);
            assert_eq!(Exact::from(state.parameters[at]).rounded(20), wanted, "{} after {updates} updates", given.name);
        }
    }
}

#[test]
fn the_first_forward_pass_has_every_digit() {
    let (mut run, truth) = (biases_fixed(), truth());
    assert_eq!(compare(&mut run, sample(1), &truth["step1"]["forward"], 30, ""), 11);
}

#[test]
fn the_first_way_back_has_every_digit() {
    let truth = truth();
    // Only a trained bias has a gradient; everything else is the same with and without.
    assert_eq!(compare(&mut biases_shared(), sample(1), &truth["step1"]["backward"], 30, ""), 34);
}

#[test]
fn the_first_update_has_every_digit() {
    let truth = truth();
    let update = Moment { epoch: 1, line: LineOf::Update(1) };
    for (mut run, table) in [
        (biases_fixed(), "weights_after_bias_fixed"),
        (biases_shared(), "weights_after_bias_shared"),
        (bias_for_each_neuron(), "weights_after_bias_perneuron"),
    ] {
        let mut table = truth["step1"][table].clone();
        let values = table.as_object_mut().expect("a table");
        if run.program().find("dE_db1").is_none() {
            values.retain(|name, _| !name.starts_with('b'));
        }
        assert!(compare(&mut run, update, &table, 30, "_new") >= 8);
    }
}

#[test]
fn passes_with_fixed_biases_agree_up_to_ten_thousand_updates() {
    compare_passes(biases_fixed(), "bias_fixed");
}

#[test]
fn passes_with_shared_biases_agree_up_to_ten_thousand_updates() {
    compare_passes(biases_shared(), "bias_shared_summed");
}

#[test]
fn passes_with_a_bias_for_each_neuron_agree_up_to_ten_thousand_updates() {
    compare_passes(bias_for_each_neuron(), "bias_per_neuron");
}

/// The same scenario, the output layer updated before the error goes on to the hidden one.
fn layer_by_layer(text: &str) -> Run {
    run(&text.replace("  epochs: 1\n", "  epochs: 1\n  update: layer_by_layer\n"))
}

#[test]
fn layer_by_layer_every_digit_is_that_of_the_sequential_update() {
    let shared = MAZUR.replace("frozen: [b1, b2]", "frozen: []");
    let each = shared
        .replace("shared_bias: {b1: 0.35}", "biases: {h1: {b1: 0.35}, h2: {b1h2: 0.35}}")
        .replace("shared_bias: {b2: 0.60}", "biases: {o1: {b2: 0.60}, o2: {b2o2: 0.60}}");
    compare_passes(layer_by_layer(MAZUR), "sequential_bias_fixed");
    compare_passes(layer_by_layer(&shared), "sequential_bias_shared");
    compare_passes(layer_by_layer(&each), "sequential_bias_per_neuron");
}
