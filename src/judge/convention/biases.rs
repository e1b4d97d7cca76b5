//! What happens to biases: they are trained or kept, shared or each neuron's own, added or subtracted.

use rust_decimal::Decimal;

use super::{with_network, with_training};
use crate::formula::Name;
use crate::program::Program;
use crate::scenario::{Bias, Layer, Network, Parameter, Scenario, Subject};

fn layers(scenario: &Scenario) -> &[Layer] {
    match &scenario.subject {
        Subject::Network(network) => &network.layers,
        Subject::Graph(_) | Subject::Gradients(_) => &[],
    }
}

fn of_layer(layer: &Layer) -> &[Parameter] {
    match &layer.bias {
        Bias::None => &[],
        Bias::Shared(bias) => std::slice::from_ref(bias),
        Bias::Each(biases) => biases,
    }
}

fn biases(scenario: &Scenario) -> Vec<Name> {
    layers(scenario).iter().flat_map(of_layer).map(|bias| bias.name.clone()).collect()
}

fn is_shared(layer: &Layer) -> bool {
    matches!(layer.bias, Bias::Shared(_)) && layer.neurons.len() > 1
}

/// All biases are trained, those that are shared as one.
pub(super) fn trained_shared(scenario: &Scenario) -> Option<Scenario> {
    let shared = layers(scenario).iter().filter(|layer| is_shared(layer)).flat_map(of_layer);
    if !shared.into_iter().any(|bias| scenario.freezes(&bias.name)) {
        return None;
    }
    thawed(scenario)
}

/// All biases are trained, each neuron having its own, which begins as the shared one.
pub(super) fn trained_each(scenario: &Scenario) -> Option<Scenario> {
    let is_frozen = biases(scenario).iter().any(|bias| scenario.freezes(bias));
    let is_any_shared = layers(scenario).iter().any(is_shared);
    if scenario.training.is_none() || !(is_frozen || is_any_shared) {
        return None;
    }
    let thawed = thawed(scenario)?;
    if is_any_shared {
        with_network(&thawed, |network| {
            parted(network, scenario);
            Some(())
        })
    } else {
        Some(thawed)
    }
}

/// No bias is trained.
pub(super) fn kept(scenario: &Scenario) -> Option<Scenario> {
    let trained: Vec<Name> = biases(scenario).into_iter().filter(|bias| scenario.trains(bias)).collect();
    with_training(scenario, |training| {
        let is_other = !trained.is_empty();
        training.frozen.extend(trained);
        is_other.then_some(())
    })
}

/// The constant that biases are multiplied with is `to` where it is `from`.
pub(super) fn with_input(scenario: &Scenario, from: Option<Decimal>, to: Option<Decimal>) -> Option<Scenario> {
    with_network(scenario, |network| {
        let own = |layer: &&mut Layer| !of_layer(layer).is_empty() && layer.bias_input == from;
        let mut found = network.layers.iter_mut().filter(own).peekable();
        found.peek()?;
        found.for_each(|layer| layer.bias_input = to);
        Some(())
    })
}

fn thawed(scenario: &Scenario) -> Option<Scenario> {
    let biases = biases(scenario);
    with_training(scenario, |training| {
        training.frozen.retain(|name| !biases.contains(name));
        Some(())
    })
}

/// Gives every neuron of a layer with a shared bias one of its own, under a name that nothing has.
fn parted(network: &mut Network, scenario: &Scenario) {
    let program = Program::new(scenario);
    let mut taken: Vec<Name> = Vec::new();
    for layer in &mut network.layers {
        let Bias::Shared(shared) = &layer.bias else { continue };
        let own = layer.neurons.iter().map(|neuron| {
            let mut name = Name::new(format!("{}_{}", shared.name, neuron.name));
            while program.step(name.as_str()).is_some()
                || program.given(name.as_str()).is_some()
                || taken.contains(&name)
            {
                name = Name::new(format!("{name}_own"));
            }
            taken.push(name.clone());
            Parameter { name, ..shared.clone() }
        });
        layer.bias = Bias::Each(own.collect());
    }
}
