//! A dense network as a scenario describes it.

use rust_decimal::Decimal;

use super::fault::Place;
use crate::definitions::{Activation, Loss};
use crate::formula::Name;

/// Layers of neurons, each fed by all of the one before.
#[derive(Clone, Debug, Default)]
pub struct Network {
    /// The names of the inputs.
    pub inputs: Vec<Name>,
    /// The layers behind them; the last gives the outputs.
    pub layers: Vec<Layer>,
    /// What the outputs are judged by; without it there is only a forward pass.
    pub loss: Option<Loss>,
}

/// One layer.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Its neurons, from top to bottom.
    pub neurons: Vec<Neuron>,
    /// What makes an output of a net.
    pub activation: Activation,
    /// Its biases.
    pub bias: Bias,
    /// The constant input that the biases are multiplied with, where it is not 1: -1 for a threshold.
    pub bias_input: Option<Decimal>,
}

/// One neuron.
#[derive(Clone, Debug)]
pub struct Neuron {
    /// Its name: `h1`, or `4` where the source numbers its neurons.
    pub name: Name,
    /// One weight for each input of the layer, in their order.
    pub weights: Vec<Parameter>,
}

/// The biases of a layer.
#[derive(Clone, Debug)]
pub enum Bias {
    /// No bias.
    None,
    /// One for the whole layer.
    Shared(Parameter),
    /// One for each neuron, in their order.
    Each(Vec<Parameter>),
}

/// A weight or bias and its first value.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: Name,
    /// Its value before any update, with the decimals that are written.
    pub value: Decimal,
    /// Where it stands.
    pub place: Place,
}

impl Layer {
    /// The parameters of the layer in the order of the file, which is the order of their steps.
    #[must_use]
    pub fn parameters(&self) -> Vec<&Parameter> {
        let weights = self.neurons.iter().flat_map(|neuron| &neuron.weights);
        let biases: &[Parameter] = match &self.bias {
            Bias::None => &[],
            Bias::Shared(bias) => std::slice::from_ref(bias),
            Bias::Each(biases) => biases,
        };
        let mut parameters: Vec<_> = weights.chain(biases).collect();
        // Those drawn at random share a place; a stable sort leaves them in the order of the draw.
        parameters.sort_by_key(|parameter| parameter.place);
        parameters
    }

    /// The bias of the neuron with that index, where there is one.
    #[must_use]
    pub fn bias_of(&self, neuron: usize) -> Option<&Parameter> {
        match &self.bias {
            Bias::None => None,
            Bias::Shared(bias) => Some(bias),
            Bias::Each(biases) => biases.get(neuron),
        }
    }
}

impl Network {
    /// The neurons of the last layer, each judged by one target.
    #[must_use]
    pub fn outputs(&self) -> &[Neuron] {
        self.layers.last().map_or(&[], |layer| &layer.neurons)
    }

    /// All parameters, layer by layer, in the order of the file.
    #[must_use]
    pub fn parameters(&self) -> Vec<&Parameter> {
        self.layers.iter().flat_map(Layer::parameters).collect()
    }
}
