//! The steps from the inputs to the loss.

use super::{Builder, error_of, loss_of, net, out, target, whole};
use crate::formula::{Formula, Function, Name};
use crate::keys;
use crate::program::step::{Phase, RoleKind};
use crate::scenario::{ActivationKind, Scenario};

impl Builder<'_> {
    pub(super) fn forward(&mut self) {
        for (at, layer) in self.network.layers.iter().enumerate() {
            let fed_by = self.fed_by(at);
            for (index, neuron) in layer.neurons.iter().enumerate() {
                let weighted = neuron
                    .weights
                    .iter()
                    .zip(&fed_by)
                    .map(|(weight, fed)| Formula::product([weight.name.clone(), fed.clone()].map(Formula::Name)));
                let bias = layer.bias_of(index).map(|bias| {
                    let constant = layer.bias_input.map(Formula::number);
                    Formula::product([Formula::Name(bias.name.clone())].into_iter().chain(constant))
                });
                let sum = Formula::sum(weighted.chain(bias));
                let role = (RoleKind::WeightedSum, &neuron.name);
                self.step(net(&neuron.name), sum, Phase::Forward, Some(at), role);
                if let Some(curve) = &layer.activation.curve {
                    let output = curve.value_of(&[("x", &net(&neuron.name))]);
                    let role = (RoleKind::Activation, &neuron.name);
                    self.step(out(&neuron.name), output, Phase::Forward, Some(at), role);
                }
            }
            if layer.activation.kind == ActivationKind::Softmax {
                let power = |neuron: &Name| Formula::Call(Function::Exp, vec![Formula::Name(net(neuron))]);
                let all = Formula::sum(layer.neurons.iter().map(|neuron| power(&neuron.name)));
                for neuron in &layer.neurons {
                    let output = power(&neuron.name).over(all.clone());
                    let role = (RoleKind::Activation, &neuron.name);
                    self.step(out(&neuron.name), output, Phase::Forward, Some(at), role);
                }
            }
        }
    }

    pub(super) fn error(&mut self, scenario: &Scenario) {
        let Some(layer) = self.network.layers.last() else { return };
        for neuron in layer.neurons.iter().filter(|_| scenario.is_perceptron()) {
            let missed = Formula::Name(target(&neuron.name)).minus(Formula::Name(out(&neuron.name)));
            self.step(error_of(&neuron.name), missed, Phase::Error, None, (RoleKind::OutputError, &neuron.name));
        }
        let Some(loss) = &self.network.loss else { return };
        for neuron in &layer.neurons {
            let names = [("target", &target(&neuron.name)), ("out", &out(&neuron.name))];
            let value = loss.curve.value_of(&names);
            self.step(loss_of(&neuron.name), value, Phase::Error, None, (RoleKind::OutputLoss, &neuron.name));
        }
        let sum = Formula::sum(layer.neurons.iter().map(|neuron| Formula::Name(loss_of(&neuron.name))));
        let outputs = layer.neurons.len();
        let total = if loss.is_mean && outputs > 1 { sum.over(whole(outputs)) } else { sum };
        let name = keys::Loss::Total.name();
        self.step(name.clone(), total, Phase::Error, None, (RoleKind::TotalLoss, &name));
        self.parts.loss = Some(name);
    }
}
