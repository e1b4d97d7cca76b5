//! Built-in scenarios read as they are meant.

use handgrad::scenario::{Activation, BUILT_IN, Bias, Loss, PublishedKind, Scenario, Subject, Text, load, nearest};

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
    assert_eq!(network.loss, Some(Loss::HalfSquaredError));
    assert!(network.layers.iter().all(|layer| layer.activation == Activation::Sigmoid));
    assert!(matches!(network.layers[0].bias, Bias::Shared(_)));
    assert_eq!(scenario.training.unwrap().frozen.len(), 2);
    let errata = scenario.published.iter().filter(|value| matches!(value.kind, PublishedKind::Erratum(_))).count();
    assert_eq!((scenario.published.len(), errata), (25, 5));
    assert_eq!(scenario.published[5].value.to_string(), "0.772928465");
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
    for (name, _) in BUILT_IN {
        let scenario = built_in(name);
        let errata = scenario.published.iter().filter_map(|value| match &value.kind {
            PublishedKind::Erratum(why) => Some(why),
            _ => None,
        });
        let notes = scenario.notes.iter().map(|note| &note.text);
        let texts: Vec<&Text> =
            [&scenario.title].into_iter().chain(&scenario.summary).chain(notes).chain(errata).collect();
        assert!(texts.len() > 3);
        for text in texts {
            assert_eq!(text.languages().collect::<Vec<_>>(), ["en", "zh"], "{name}: {}", text.in_language("en"));
        }
    }
}

#[test]
fn a_name_with_a_slip_finds_the_scenario_that_was_meant() {
    assert_eq!(nearest("mazurr", BUILT_IN.map(|(name, _)| name)).as_deref(), Some("mazur"));
}
