//! Built-in scenarios read as they are meant.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use handgrad::scenario::{
    ActivationKind, Bias, LESSONS, LossKind, PublishedKind, Scenario, Subject, Text, load, nearest, read,
};

fn built_in(name: &str) -> Scenario {
    load(name, std::io::empty()).unwrap().scenario
}

#[test]
fn mazur_is_the_network_of_the_article() {
    let scenario = built_in("mazur");
    let Subject::Network(network) = &scenario.subject else { panic!("a network") };
    let parameters: Vec<_> =
        network.parameters().iter().map(|parameter| format!("{}={}", parameter.name, parameter.value)).collect();
    assert_eq!(
        parameters,
        ["w1=0.15", "w2=0.20", "w3=0.25", "w4=0.30", "b1=0.35", "w5=0.40", "w6=0.45", "w7=0.50", "w8=0.55", "b2=0.60"]
    );
    assert_eq!(network.loss.as_ref().map(|loss| loss.kind), Some(LossKind::HalfSquaredError));
    assert!(network.layers.iter().all(|layer| layer.activation.kind == ActivationKind::Sigmoid));
    assert!(matches!(network.layers[0].bias, Bias::Shared(_)));
    assert_eq!(scenario.training.unwrap().frozen.len(), 2);
    let errata = scenario.published.iter().filter(|value| matches!(value.kind, PublishedKind::Erratum(_))).count();
    assert_eq!((scenario.published.len(), errata), (25, 5));
    assert_eq!(scenario.published[5].value.to_string(), "0.772928465");
}

#[test]
fn what_mazur_asks_in_practice_is_read_with_its_hints_and_mistakes() {
    let practice = built_in("mazur").practice;
    let asked: Vec<_> = practice.ask.iter().map(|asked| asked.step.as_str()).collect();
    assert_eq!(asked, ["net_h1", "out_h1", "E_total", "delta_o1", "dE_dw5", "dE_dout_h1", "dE_dw1", "w5_new"]);
    let hints = practice.hints.iter().find(|hints| hints.step.as_str() == "dE_dw5").unwrap();
    assert_eq!(hints.texts[0].in_language("en"), "Three factors lead from w5 to the error.");
    let operands: Vec<_> = practice.operands().into_iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(operands, ["delta_o1", "w5", "eta", "dE_dw5"]);
}

#[test]
fn a_graph_keeps_its_nodes_in_order_and_its_formulas_as_written() {
    let scenario = built_in("apple-graph");
    let Subject::Graph(graph) = &scenario.subject else { panic!("a graph") };
    let nodes: Vec<_> = graph.nodes.iter().map(|(name, formula)| format!("{name} := {formula}")).collect();
    assert_eq!(nodes, ["subtotal := apple*count", "total := subtotal*tax"]);
    assert_eq!(graph.output.as_str(), "total");
    assert!(scenario.training.is_none() && scenario.samples.is_empty());
}

#[test]
fn every_built_in_text_is_there_in_both_languages() {
    for (name, _) in handgrad::scenario::built_in() {
        let scenario = built_in(name);
        let errata = scenario.published.iter().filter_map(|value| match &value.kind {
            PublishedKind::Erratum(why) => Some(why),
            _ => None,
        });
        let notes = scenario.notes.iter().map(|note| &note.text);
        let mistakes = scenario.practice.mistakes.iter().flat_map(|mistakes| &mistakes.list);
        let hints = scenario.practice.hints.iter().flat_map(|hints| &hints.texts);
        let practice = hints.chain(mistakes.map(|mistake| &mistake.message));
        let texts: Vec<&Text> =
            [&scenario.title].into_iter().chain(&scenario.summary).chain(notes).chain(errata).chain(practice).collect();
        let is_lesson = LESSONS.iter().any(|(lesson, _)| *lesson == name);
        assert!(texts.len() > if is_lesson { 3 } else { 1 }, "{name}");
        for text in texts {
            assert_eq!(text.languages().collect::<Vec<_>>(), ["en", "zh"], "{name}: {}", text.in_language("en"));
        }
    }
}

#[test]
fn a_name_with_a_slip_finds_the_scenario_that_was_meant() {
    assert_eq!(nearest("mazurr", handgrad::scenario::built_in().map(|(name, _)| name)).as_deref(), Some("mazur"));
}

/// The parameters of a network, `name=value`, layer by layer.
fn parameters(scenario: &Scenario) -> Vec<Vec<String>> {
    let Subject::Network(network) = &scenario.subject else { panic!("a network") };
    let written = |layer: &handgrad::scenario::Layer| -> Vec<String> {
        layer.parameters().iter().map(|parameter| format!("{}={}", parameter.name, parameter.value)).collect()
    };
    network.layers.iter().map(written).collect()
}

fn network(layers: &str) -> Scenario {
    let text = format!(
        "format: 1\ntitle: x\nnetwork:\n  inputs: [x, y]\n  layers:\n{layers}\nsamples: [{{inputs: [1, 2]}}]\n"
    );
    read(&text).unwrap_or_else(|faults| panic!("{:#?}", faults.shown()))
}

#[test]
fn parameters_without_names_are_numbered_on_through_the_network() {
    let scenario = network(
        "    - {neurons: [a, b], activation: tanh, weights: [[0.1, 0.2], [0.3, 0.4]], biases: [1, 2]}
    - {neurons: [c], activation: relu, weights: {c: {u: 5, v: 6}}, shared_bias: {s: 7}}
    - {neurons: [d], activation: identity, weights: [[0.8]], biases: [9]}",
    );
    assert_eq!(
        parameters(&scenario),
        [
            vec!["w1=0.1", "w2=0.2", "w3=0.3", "w4=0.4", "b1=1", "b2=2"],
            vec!["u=5", "v=6", "s=7"],
            vec!["w7=0.8", "b4=9"]
        ]
    );
}

#[test]
fn parameters_keep_the_order_in_which_the_file_gives_them() {
    let scenario = network(
        "    - {neurons: [a, b], biases: {b: {p: 1}, a: {q: 2}}, weights: {b: {r: 3, s: 4}, a: {u: 5, v: 6}}, activation: tanh}",
    );
    assert_eq!(parameters(&scenario), [["p=1", "q=2", "r=3", "s=4", "u=5", "v=6"]]);
    let Subject::Network(network) = &scenario.subject else { panic!("a network") };
    let of_a: Vec<_> = network.layers[0].neurons[0].weights.iter().map(|weight| weight.name.as_str()).collect();
    assert_eq!(of_a, ["u", "v"], "a neuron's weights stand in the order of its inputs");
    assert_eq!(network.layers[0].bias_of(0).unwrap().name.as_str(), "q");
}

#[test]
fn random_weights_are_the_same_for_everybody() {
    // Redone by hand with the rule that src/scenario/random.rs states.
    let random = "{random: {seed: 7, from: -0.5, to: 0.5, decimals: 2}}";
    let scenario =
        network(&format!("    - {{neurons: [a, b], activation: tanh, weights: {random}, biases: {random}}}"));
    assert_eq!(parameters(&scenario), [["w1=-0.23", "w2=0.09", "w3=0.28", "w4=-0.34", "b1=-0.23", "b2=0.09"]]);
}

#[test]
fn neurons_may_be_numbered() {
    let scenario =
        network("    - {neurons: [4, 5], activation: sigmoid, weights: {4: {w14: 1, w24: 2}, 5: {w15: 3, w25: 4}}}");
    let Subject::Network(network) = &scenario.subject else { panic!("a network") };
    assert_eq!(network.outputs()[1].name.as_str(), "5");
}

#[test]
fn a_network_for_handwritten_digits_is_read_at_once() {
    let row = |length: usize| vec!["0.0123456789"; length].join(", ");
    let rows = |count: usize, length: usize| {
        (0..count).fold(String::new(), |mut rows, _| {
            writeln!(rows, "        - [{}]", row(length)).unwrap();
            rows
        })
    };
    let names = |letter: char, count: usize| (1..=count).map(|n| format!("{letter}{n}")).collect::<Vec<_>>().join(", ");
    let text = format!(
        "format: 1\ntitle: digits\nnetwork:\n  inputs: [{}]\n  layers:\n    - neurons: [{}]\n      activation: sigmoid\n      \
         weights:\n{}      biases: [{}]\n    - neurons: [{}]\n      activation: softmax\n      weights:\n{}      biases: [{}]\n  \
         loss: cross_entropy\nsamples:\n  - {{inputs: [{}], targets: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]}}\n",
        names('i', 784),
        names('h', 30),
        rows(30, 784),
        row(30),
        names('o', 10),
        rows(10, 30),
        row(10),
        row(784),
    );
    let start = Instant::now();
    let scenario = read(&text).unwrap_or_else(|faults| panic!("{:#?}", faults.shown()));
    let took = start.elapsed();
    println!("read {} bytes in {took:?}", text.len());
    let Subject::Network(network) = &scenario.subject else { panic!("a network") };
    assert_eq!(network.parameters().len(), 784 * 30 + 30 + 30 * 10 + 10);
    assert!(took < Duration::from_secs(3), "{took:?}");
}
