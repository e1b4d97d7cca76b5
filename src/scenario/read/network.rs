//! The `network` of a scenario file.

use super::parameters::{Counters, LayerShape, biases, shared_bias, weights};
use super::{Outline, names};
use crate::formula::Name;
use crate::scenario::fault::{FaultKind, Faults};
use crate::scenario::names::Names;
use crate::scenario::network::{Activation, Bias, Layer, Loss, Network, Neuron};
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::Node;

const NETWORK: Keys = Keys { known: &["inputs", "layers", "loss"], later: &[] };
const LAYER: Keys =
    Keys { known: &["neurons", "activation", "weights", "shared_bias", "biases"], later: &["bias_input"] };
const LATER_ACTIVATIONS: [&str; 8] = ["step", "sign", "leaky_relu", "elu", "softplus", "silu", "gelu_tanh", "formula"];
const LATER_LOSSES: [&str; 3] = ["absolute_error", "hinge", "formula"];

/// Reads the network, and what of it samples and training have to fit.
pub(super) fn network(field: Field<'_>, taken: &mut Names, faults: &mut Faults) -> Option<(Network, Outline)> {
    let fields = Fields::open(field.node, field.place, &NETWORK, faults)?;
    let inputs = fields.require("inputs", faults).map(|field| names(field, taken, faults)).unwrap_or_default();
    let layers = fields.require("layers", faults).and_then(|field| reader::some_list(field.node, faults));
    let mut counters = Counters::default();
    let mut network = Network { inputs, layers: Vec::new(), loss: None };
    let mut before = (!network.inputs.is_empty()).then_some(network.inputs.len());
    for node in layers.unwrap_or_default() {
        let layer = layer(node, before, &mut counters, taken, faults);
        before = layer.as_ref().map(|layer| layer.neurons.len()).filter(|count| *count > 0);
        network.layers.extend(layer);
    }
    if let Some(field) = fields.get("loss") {
        network.loss = reader::word(field, "loss", &Loss::WORDS, &LATER_LOSSES, faults);
        if let (Some(loss), Some(last)) = (network.loss, layers.and_then(<[Node]>::last)) {
            fits(loss, last, field, faults);
        }
    }
    let outline = Outline::of_network(&network, fields.get("loss").is_some() || fields.meant("loss"));
    Some((network, outline))
}

/// Checks that the loss can be computed of what the last layer gives.
fn fits(loss: Loss, last: &Node, field: Field<'_>, faults: &mut Faults) {
    // The layer is looked at again, quietly: its own faults have been reported.
    let mut quiet = Faults::default();
    let activation = Fields::open(last, field.place, &LAYER, &mut quiet)
        .and_then(|fields| fields.get("activation"))
        .and_then(|field| reader::word(field, "activation", &Activation::WORDS, &[], &mut quiet));
    let Some(activation) = activation else { return };
    let kind = match loss {
        Loss::CrossEntropy if activation != Activation::Softmax => FaultKind::LossNeedsSoftmax { loss: loss.word() },
        Loss::BinaryCrossEntropy if !activation.stays_in_unit() => {
            FaultKind::LossNeedsUnit { loss: loss.word(), activation: activation.word() }
        }
        _ => return,
    };
    faults.push(field.node.place, kind);
}

fn layer(
    node: &Node,
    inputs: Option<usize>,
    counters: &mut Counters,
    taken: &mut Names,
    faults: &mut Faults,
) -> Option<Layer> {
    let fields = Fields::open(node, node.place, &LAYER, faults)?;
    let neurons = fields.require("neurons", faults).and_then(|field| reader::some_list(field.node, faults));
    let neurons: Vec<Name> =
        neurons.unwrap_or_default().iter().map(|neuron| taken.claim_neuron(neuron, faults)).collect();
    let activation = fields
        .require("activation", faults)
        .and_then(|field| {
            let activation = reader::word(field, "activation", &Activation::WORDS, &LATER_ACTIVATIONS, faults)?;
            if activation == Activation::Softmax && neurons.len() == 1 {
                faults.push(field.node.place, FaultKind::SoftmaxOfOne);
            }
            Some(activation)
        })
        .unwrap_or(Activation::Identity);
    let shape = LayerShape { neurons: &neurons, inputs };
    let field = fields.require("weights", faults);
    let mut rows = field.map(|field| weights(field, &shape, counters, taken, faults)).unwrap_or_default();
    rows.resize_with(neurons.len(), Vec::new);
    let bias = match (fields.get("shared_bias"), fields.get("biases")) {
        (Some(field), None) => shared_bias(field, counters, taken, faults),
        (None, Some(field)) => Bias::Each(biases(field, &shape, counters, taken, faults)),
        (Some(_), Some(field)) => {
            faults.push(field.place, FaultKind::TwoBiases);
            Bias::None
        }
        (None, None) => Bias::None,
    };
    let neurons = neurons.into_iter().zip(rows).map(|(name, weights)| Neuron { name, weights }).collect();
    Some(Layer { neurons, activation, bias })
}
