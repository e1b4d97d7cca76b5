//! Writes another number into the text of a scenario, and leaves everything else as its author wrote it.
//!
//! What is changed on screen is a change of the file: the text that comes out is read and checked like any other.

use rust_decimal::Decimal;

use super::fault::Faults;
use super::network::{Bias, Layer, Parameter};
use super::yaml::{self, Kind, Node};
use super::{Scenario, Subject};
use crate::formula::Name;

/// A number of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A weight, a bias, or a parameter of a graph, before any update.
    Parameter(Name),
    /// A given of a graph.
    Constant(Name),
    /// An input, by the sample and its place there, both counted from 0.
    Input(usize, usize),
    /// A target, by the sample and its place there, both counted from 0.
    Target(usize, usize),
    /// The learning rate.
    LearningRate,
}

/// The text of a scenario with another number in one place; `None` where the text does not have that number.
///
/// Numbers that were drawn at random, or stand in another file, are written out.
#[must_use]
pub fn rewrite(source: &str, scenario: &Scenario, figure: &Figure, value: Decimal) -> Option<String> {
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    let root = yaml::read(text, &mut Faults::default())?;
    let (node, words) = edit(&root, scenario, figure, value)?;
    let (start, end) = extent(node, text);
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    Some(format!("{}{words}{}", text.get(..byte(start))?, text.get(byte(end)..)?))
}

/// The node that is to be replaced, and what by.
fn edit<'a>(root: &'a Node, scenario: &Scenario, figure: &Figure, value: Decimal) -> Option<(&'a Node, String)> {
    let number = value.to_string();
    let found = match figure {
        Figure::LearningRate => root.at("training")?.at("learning_rate")?,
        Figure::Constant(name) => root.at("graph")?.at("given")?.at(name.as_str())?,
        Figure::Parameter(name) => return parameter(root, scenario, name, value),
        Figure::Input(sample, at) | Figure::Target(sample, at) => {
            let samples = root.at("samples")?;
            let key = if matches!(figure, Figure::Input(..)) { "inputs" } else { "targets" };
            match &samples.kind {
                Kind::Sequence(_) => samples.item(*sample)?.at(key)?.item(*at)?,
                _ => return Some((samples, written_samples(scenario, figure, value)?)),
            }
        }
    };
    is_scalar(found).then_some((found, number))
}

fn is_scalar(node: &Node) -> bool {
    matches!(node.kind, Kind::Scalar { .. })
}

fn parameter<'a>(root: &'a Node, scenario: &Scenario, name: &Name, value: Decimal) -> Option<(&'a Node, String)> {
    let Subject::Network(network) = &scenario.subject else {
        let node = root.at("graph")?.at("parameters")?.at(name.as_str())?;
        return is_scalar(node).then(|| (node, value.to_string()));
    };
    let layers = root.at("network")?.at("layers")?;
    let has_it = |layer: &Layer| layer.parameters().iter().any(|own| own.name == *name);
    let at = network.layers.iter().position(has_it)?;
    let (node, layer) = (layers.item(at)?, network.layers.get(at)?);
    let weight = layer
        .neurons
        .iter()
        .enumerate()
        .find_map(|(row, neuron)| Some((row, neuron.weights.iter().position(|weight| weight.name == *name)?)));
    let Some((row, column)) = weight else { return bias(node, layer, name, value) };
    let weights = node.at("weights")?;
    let found = match &weights.kind {
        Kind::Sequence(_) => weights.item(row)?.item(column),
        _ => weights.at(layer.neurons.get(row)?.name.as_str()).and_then(|own| own.at(name.as_str())),
    };
    let rows = || {
        let row = |weights: &[Parameter]| list(weights.iter().map(|weight| replaced(weight, name, value)));
        list(layer.neurons.iter().map(|neuron| row(&neuron.weights)))
    };
    Some(found.filter(|node| is_scalar(node)).map_or_else(|| (weights, rows()), |node| (node, value.to_string())))
}

fn bias<'a>(node: &'a Node, layer: &Layer, name: &Name, value: Decimal) -> Option<(&'a Node, String)> {
    if let Bias::Shared(_) = layer.bias {
        return Some((node.at("shared_bias")?.at(name.as_str())?, value.to_string()));
    }
    let Bias::Each(all) = &layer.bias else { return None };
    let at = all.iter().position(|bias| bias.name == *name)?;
    let biases = node.at("biases")?;
    let found = match &biases.kind {
        Kind::Sequence(_) => biases.item(at),
        _ => biases.at(layer.neurons.get(at)?.name.as_str()).and_then(|own| own.at(name.as_str())),
    };
    let drawn = || list(all.iter().map(|bias| replaced(bias, name, value)));
    Some(found.filter(|node| is_scalar(node)).map_or_else(|| (biases, drawn()), |node| (node, value.to_string())))
}

fn replaced(parameter: &Parameter, name: &Name, value: Decimal) -> String {
    if parameter.name == *name { value } else { parameter.value }.to_string()
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

/// The samples written out, one of their numbers another.
fn written_samples(scenario: &Scenario, figure: &Figure, value: Decimal) -> Option<String> {
    let mut samples = scenario.samples.clone();
    let own = match figure {
        Figure::Input(sample, at) => samples.get_mut(*sample)?.inputs.get_mut(*at)?,
        Figure::Target(sample, at) => samples.get_mut(*sample)?.targets.get_mut(*at)?,
        _ => return None,
    };
    *own = value;
    let numbers = |values: &[Decimal]| list(values.iter().map(Decimal::to_string));
    Some(list(samples.iter().map(|sample| {
        let targets =
            if sample.targets.is_empty() { String::new() } else { format!(", targets: {}", numbers(&sample.targets)) };
        format!("{{inputs: {}{targets}}}", numbers(&sample.inputs))
    })))
}

/// From which character to which a value stands: what is written as a block ends with its last part.
fn extent(node: &Node, text: &str) -> (usize, usize) {
    let (start, mut end) = node.range;
    let is_flow = text.chars().nth(start as usize).is_some_and(|first| matches!(first, '{' | '['));
    if !is_flow {
        let last = match &node.kind {
            Kind::Sequence(items) => items.last(),
            Kind::Mapping(entries) => entries.last().map(|(_, value)| value),
            Kind::Scalar { .. } | Kind::Broken => None,
        };
        if let Some(last) = last {
            end = u32::try_from(extent(last, text).1).unwrap_or(end);
        }
    }
    (start as usize, end as usize)
}
