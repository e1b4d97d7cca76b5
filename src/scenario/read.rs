//! From the tree to the checked scenario.
//!
//! Each reader gives back something even where a value is missing or wrong, so that the next can go
//! on; a fault that was found keeps it all from ever being used.

mod arrays;
mod compare;
mod conventions;
mod course;
mod definition;
mod display;
mod document;
mod formula;
mod given_gradients;
mod graph;
mod network;
mod optimizer;
mod paper;
mod parameters;
mod practice;
mod published;
mod run_names;
mod samples;
mod table;
mod training;

pub(super) use document::document;
pub use parameters::MOST_PARAMETERS;
pub use run_names::formula_over_steps;
pub use table::MOST_ROWS;
pub use training::MOST_EPOCHS;

use super::fault::{FaultKind, Faults, Shape};
use super::names::Names;
use super::network::Network;
use super::reader::{self, Field};
use super::text::Text;
use crate::definitions::{ActivationKind, LossKind};
use crate::formula::Name;

/// What the readers of samples and training need to know of the subject; what a fault hides is unknown.
#[derive(Default)]
struct Outline {
    /// How many inputs a sample has.
    inputs: Option<usize>,
    /// How many targets a sample has.
    targets: Option<usize>,
    /// The shape of each input of a graph, where they are given by name.
    input_shapes: Vec<Shaped>,
    /// The shape of each target of a graph, where they are given by name.
    target_shapes: Vec<Shaped>,
    /// Whether anything is compared with targets.
    judged: Option<bool>,
    loss: Option<LossKind>,
    /// What can be trained.
    parameters: Option<Vec<Name>>,
    /// Whether a network has no loss, so that it cannot be trained.
    forward_only: bool,
    /// Whether there is a number to be made smaller.
    has_loss: bool,
    /// Whether it is a graph.
    is_graph: bool,
    /// The activation of each layer of a network.
    activations: Vec<ActivationKind>,
    /// For how many epochs gradients are given, where they are.
    given_gradients: Option<usize>,
}

/// An input or a target of a graph; the shape of a number is empty.
struct Shaped {
    name: Name,
    shape: Vec<usize>,
}

impl Outline {
    fn of_network(network: &Network, has_loss: bool) -> Self {
        let known = |count: usize| (count > 0).then_some(count);
        let mut neurons = network.layers.iter().flat_map(|layer| &layer.neurons);
        let parameters = network.parameters().into_iter().map(|parameter| parameter.name.clone());
        let all_known = !network.layers.is_empty() && neurons.all(|neuron| !neuron.weights.is_empty());
        Self {
            inputs: known(network.inputs.len()),
            targets: known(network.outputs().len()),
            judged: Some(has_loss),
            loss: network.loss.as_ref().map(|loss| loss.kind),
            parameters: all_known.then(|| parameters.collect()),
            forward_only: !has_loss,
            has_loss,
            is_graph: false,
            activations: network.layers.iter().map(|layer| layer.activation.kind).collect(),
            given_gradients: None,
            ..Self::default()
        }
    }

    /// Whether there is anything to take from samples.
    fn needs_samples(&self) -> bool {
        self.inputs.is_some_and(|count| count > 0) || self.targets.is_some_and(|count| count > 0)
    }
}

/// Reads a text, or a map of texts by language.
fn text(field: Field<'_>, faults: &mut Faults) -> Text {
    use super::yaml::Kind;
    if !matches!(field.node.kind, Kind::Mapping(_)) {
        return reader::scalar(field.node, Shape::TextOrLanguages, faults).map(Text::new).unwrap_or_default();
    }
    let entries = reader::pairs(field.node, faults).unwrap_or_default();
    if entries.is_empty() {
        reader::wrong::<()>(field.node, Shape::TextOrLanguages, faults);
    }
    let mut text = Text::default();
    for entry in entries {
        if !is_language(entry.key) {
            faults.push(entry.place, FaultKind::NotALanguage { tag: super::fault::clip(entry.key) });
        }
        if let Some(words) = reader::scalar(entry.node, Shape::Text, faults) {
            text.add(entry.key, words);
        }
    }
    text
}

/// Whether `tag` could name a language: `en`, `zh`, `gsw`.
fn is_language(tag: &str) -> bool {
    (2..=3).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Reads a list of names.
fn names(field: Field<'_>, names: &mut Names, faults: &mut Faults) -> Vec<Name> {
    let items = reader::some_list(field.node, faults).unwrap_or_default();
    items.iter().map(|item| names.claim_node(item, faults)).collect()
}
