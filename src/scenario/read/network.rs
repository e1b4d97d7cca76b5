//! The `network` of a scenario file.

use rust_decimal::Decimal;

use super::parameters::{Counters, LayerShape, biases, shared_bias, weights};
use super::{Outline, definition, names};
use crate::definitions::{Activation, ActivationKind, LossKind};
use crate::formula::Name;
use crate::scenario::fault::{FaultKind, Faults};
use crate::scenario::names::Names;
use crate::scenario::network::{Bias, Layer, Network, Neuron};
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::Node;

const NETWORK: Keys = Keys { known: &["inputs", "layers", "loss"] };
const LAYER: Keys = Keys { known: &["neurons", "activation", "weights", "shared_bias", "biases", "bias_input"] };

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
        network.loss = definition::loss(field, faults);
        if let (Some(loss), Some(last)) = (&network.loss, layers.and_then(<[Node]>::last)) {
            fits(loss.kind, last, field, faults);
        }
    }
    let outline = Outline::of_network(&network, fields.get("loss").is_some() || fields.meant("loss"));
    Some((network, outline))
}

/// Checks that the loss can be computed of what the last layer gives.
fn fits(loss: LossKind, last: &Node, field: Field<'_>, faults: &mut Faults) {
    // The layer is looked at again, quietly: its own faults have been reported.
    let mut quiet = Faults::default();
    let activation = Fields::open(last, field.place, &LAYER, &mut quiet)
        .and_then(|fields| fields.get("activation"))
        .and_then(|field| definition::activation(field, &mut quiet));
    let Some(Activation { kind: activation, .. }) = activation else { return };
    let kind = match loss {
        LossKind::CrossEntropy if activation != ActivationKind::Softmax => {
            FaultKind::LossNeedsSoftmax { loss: loss.word() }
        }
        // What an author's own activation can give is the author's to know.
        LossKind::BinaryCrossEntropy if activation != ActivationKind::Own && !activation.stays_in_unit() => {
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
            let activation = definition::activation(field, faults)?;
            if activation.kind == ActivationKind::Softmax {
                counters.admit_pairs(neurons.len(), field.node.place, faults);
            }
            if activation.kind == ActivationKind::Softmax && neurons.len() == 1 {
                faults.push(field.node.place, FaultKind::SoftmaxOfOne);
            }
            Some(activation)
        })
        .unwrap_or_else(|| Activation::usual(ActivationKind::Identity));
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
    let has_bias = fields.get("shared_bias").is_some() || fields.get("biases").is_some();
    let bias_input = fields.get("bias_input").and_then(|field| bias_input(field, has_bias, faults));
    let neurons = neurons.into_iter().zip(rows).map(|(name, weights)| Neuron { name, weights }).collect();
    Some(Layer { neurons, activation, bias, bias_input })
}

/// Reads the constant that biases are multiplied with; 1 is the same as none.
fn bias_input(field: Field<'_>, has_bias: bool, faults: &mut Faults) -> Option<Decimal> {
    let number = reader::number(field.node, faults)?;
    if number.is_zero() {
        faults.push(field.node.place, FaultKind::BiasInputZero);
    }
    if !has_bias {
        faults.push(field.place, FaultKind::BiasInputWithoutBias);
    }
    Some(number).filter(|number| *number != Decimal::ONE)
}
