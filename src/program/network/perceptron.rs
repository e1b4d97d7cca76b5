//! The perceptron's rule: what is learned follows from the error of the output itself, not from a slope.

use std::collections::HashMap;

use super::{Builder, error_of};
use crate::formula::{Formula, Name};
use crate::program::{GivenKind, Trained};
use crate::scenario::Scenario;

impl Builder<'_> {
    /// Says of every parameter what its update follows from: errors, each times what the parameter is multiplied with.
    pub(super) fn learn_by_error(&mut self, scenario: &Scenario) {
        let Some(layer) = self.network.layers.last() else { return };
        let mut uses: HashMap<&Name, Vec<Formula>> = HashMap::new();
        for (index, neuron) in layer.neurons.iter().enumerate() {
            let error = || Formula::Name(error_of(&neuron.name));
            for (weight, input) in neuron.weights.iter().zip(&self.network.inputs) {
                let product = Formula::product([error(), Formula::Name(input.clone())]);
                uses.entry(&weight.name).or_default().push(product);
            }
            if let Some(bias) = layer.bias_of(index) {
                let constant = layer.bias_input.map(Formula::number);
                uses.entry(&bias.name).or_default().push(Formula::product([error()].into_iter().chain(constant)));
            }
        }
        for given in &self.parts.givens {
            if let (GivenKind::Parameter(index), true) = (given.kind, scenario.trains(&given.name)) {
                let gradient = Formula::sum(uses.remove(&given.name).unwrap_or_default());
                self.parts.trained.push(Trained { parameter: given.name.clone(), index, gradient });
            }
        }
    }
}
