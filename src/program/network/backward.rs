//! The nodes of a network and what feeds what; the chain rule over them is the differentiator's.

use std::collections::{HashMap, HashSet};

use super::{Builder, LayerNodes, kind_of, net, out, target, whole};
use crate::formula::{Formula, Name};
use crate::keys::{Of, Part, What};
use crate::program::differentiate::{Form, differentiate};
use crate::program::node::{Feed, Node, NodeKind};
use crate::program::paths::Paths;
use crate::program::step::{Phase, Role, RoleKind, Step};
use crate::program::wave::Wave;
use crate::program::{GivenKind, Trained, is_differentiated, new_name};
use crate::scenario::{ActivationKind, DeltaSign, GradientForm, Layer, Loss, LossKind, Parameter, Scenario};

impl Builder<'_> {
    pub(super) fn backward(&mut self, scenario: &Scenario) {
        self.name_nodes();
        self.connect(scenario);
        let mut visit = Vec::new();
        // Where in the visit each layer begins, the last first.
        let mut begins = Vec::new();
        for (at, layer) in self.layers.iter().enumerate().rev() {
            begins.push(visit.len());
            if self.network.layers[at].activation.kind == ActivationKind::Softmax {
                visit.extend(layer.outputs.iter().chain(&layer.nets));
            } else {
                visit.extend(layer.outputs.iter().zip(&layer.nets).flat_map(|(output, net)| [output, net]));
            }
            let wanted = |node: &&usize| is_differentiated(&self.nodes[**node].name, scenario);
            visit.extend(layer.parameters.iter().filter(wanted));
        }
        if scenario.gradients.inputs {
            begins.push(visit.len());
            visit.extend(0..self.network.inputs.len());
        }
        let softmax = self.network.layers.iter().any(|layer| layer.activation.kind == ActivationKind::Softmax);
        let by_delta = softmax || scenario.gradient_form == GradientForm::Delta;
        let chain = differentiate(&self.nodes, &visit, if by_delta { Form::Delta } else { Form::Factors });
        let before = self.parts.steps.len();
        let begins: Vec<usize> =
            begins.into_iter().filter_map(|at| chain.starts.get(at).map(|start| before + start)).collect();
        self.parts.steps.extend(chain.steps);
        self.parts.aliases.extend(chain.aliases);
        self.parts.lone_paths.extend(chain.lone_paths);
        self.parts.paths = Paths::of(&self.nodes);
        for given in &self.parts.givens {
            if let (GivenKind::Parameter(index), true) = (given.kind, scenario.trains(&given.name)) {
                let gradient = Formula::Name(What::error_gradient(Of::Value(given.name.clone())).name());
                self.parts.trained.push(Trained { parameter: given.name.clone(), index, gradient });
            }
        }
        if scenario.is_layer_by_layer() {
            self.part_into_waves(&begins);
        }
        self.add_short_deltas();
    }

    /// Leaves the way back through the last layer where it is, and lets that through each of the others wait until the
    /// layer behind it is updated; `begins` are the places of their first steps, the last layer first.
    fn part_into_waves(&mut self, begins: &[usize]) {
        let layers = self.network.layers.iter().rev().map(Some).chain([None]);
        let mut waves = Vec::with_capacity(begins.len());
        for ((at, &first), layer) in begins.iter().enumerate().zip(layers) {
            let end = begins.get(at + 1).copied().unwrap_or(self.parts.steps.len());
            let steps = if at == 0 { Vec::new() } else { self.parts.steps[first..end].to_vec() };
            let own: HashSet<&Name> = layer.into_iter().flat_map(Layer::parameters).map(|own| &own.name).collect();
            let is_own = |&at: &usize| own.contains(&self.parts.trained[at].parameter);
            waves.push(Wave { steps, parameters: (0..self.parts.trained.len()).filter(is_own).collect() });
        }
        if let Some(&second) = begins.get(1) {
            self.parts.steps.truncate(second);
        }
        self.parts.waves = waves;
    }

    /// Softmax with cross-entropy: the well-known short form beside the long way, right behind it.
    fn add_short_deltas(&mut self) {
        let Some(layer) = self.network.layers.last() else { return };
        let cross_entropy = self.network.loss.as_ref().is_some_and(|loss| loss.kind == LossKind::CrossEntropy);
        if layer.activation.kind != ActivationKind::Softmax || !cross_entropy {
            return;
        }
        for neuron in &layer.neurons {
            let what = What::delta(&neuron.name);
            let delta = what.name();
            let Some(at) = self.parts.steps.iter().position(|step| step.name == delta) else { continue };
            let [output, target] = [out(&neuron.name), target(&neuron.name)].map(Formula::Name);
            let short = Step {
                name: what.with_part(Part::Short).name(),
                formula: match self.delta {
                    DeltaSign::Gradient => output.minus(target),
                    DeltaSign::Descent => target.minus(output),
                },
                phase: Phase::Backward,
                layer: Some(self.network.layers.len() - 1),
                role: Role { kind: RoleKind::DeltaShort, subject: neuron.name.clone(), partner: None },
            };
            self.parts.steps.insert(at + 1, short);
        }
    }

    fn add_node(&mut self, name: Name, subject: &Name, kind: NodeKind, layer: Option<usize>) -> usize {
        let of = match kind {
            NodeKind::Net => Of::Net(subject.clone()),
            NodeKind::Output | NodeKind::SoftmaxOutput => Of::Out(subject.clone()),
            _ => Of::Value(name.clone()),
        };
        let gradient = What::error_gradient(of.clone());
        let (subject, via) = (subject.clone(), subject.clone());
        let turned = kind == NodeKind::Net && self.delta == DeltaSign::Descent;
        self.nodes.push(Node { name, of, subject, via, gradient, turned, kind, layer, feeds: Vec::new(), root: None });
        self.nodes.len() - 1
    }

    fn name_nodes(&mut self) {
        let network = self.network;
        for input in &network.inputs {
            self.add_node(input.clone(), input, NodeKind::Input, None);
        }
        for (at, layer) in network.layers.iter().enumerate() {
            let kind = if layer.activation.kind == ActivationKind::Softmax {
                NodeKind::SoftmaxOutput
            } else {
                NodeKind::Output
            };
            let names = layer.neurons.iter().map(|neuron| &neuron.name);
            let nets = names.clone().map(|name| self.add_node(net(name), name, NodeKind::Net, Some(at))).collect();
            let outputs = names.map(|name| self.add_node(out(name), name, kind, Some(at))).collect();
            let add = |parameter: &Parameter| {
                let kind = kind_of(layer, parameter);
                self.add_node(parameter.name.clone(), &parameter.name, kind, Some(at))
            };
            let parameters = layer.parameters().into_iter().map(add).collect();
            self.layers.push(LayerNodes { nets, outputs, parameters });
        }
    }

    /// Says what feeds what, with the slope of every use.
    fn connect(&mut self, scenario: &Scenario) {
        for (at, layer) in self.network.layers.iter().enumerate() {
            let fed_by = self.fed_by(at);
            let sources: Vec<usize> = match at.checked_sub(1) {
                None => (0..self.network.inputs.len()).collect(),
                Some(before) => self.layers[before].outputs.clone(),
            };
            let by_name: HashMap<Name, usize> =
                self.layers[at].parameters.iter().map(|&node| (self.nodes[node].name.clone(), node)).collect();
            for (index, neuron) in layer.neurons.iter().enumerate() {
                let into = Some(self.layers[at].nets[index]);
                for ((weight, fed), &source) in neuron.weights.iter().zip(&fed_by).zip(&sources) {
                    if let Some(&node) = by_name.get(&weight.name) {
                        self.nodes[node].feeds.push(Feed { into, slope: Formula::Name(fed.clone()) });
                    }
                    let is_new = scenario.is_layer_by_layer() && scenario.trains(&weight.name);
                    let met = if is_new { new_name(&weight.name) } else { weight.name.clone() };
                    self.nodes[source].feeds.push(Feed { into, slope: Formula::Name(met) });
                }
                if let Some(&node) = layer.bias_of(index).and_then(|bias| by_name.get(&bias.name)) {
                    let slope = layer.bias_input.map_or_else(|| Formula::number(1), Formula::number);
                    self.nodes[node].feeds.push(Feed { into, slope });
                }
                self.connect_activation(at, index);
            }
        }
        let (Some(last), Some(layer), Some(loss)) =
            (self.layers.last(), self.network.layers.last(), &self.network.loss)
        else {
            return;
        };
        for (&node, neuron) in last.outputs.iter().zip(&layer.neurons) {
            let slope = Self::loss_slope(loss, &neuron.name, layer.neurons.len());
            self.nodes[node].feeds.push(Feed { into: None, slope });
        }
    }

    fn connect_activation(&mut self, at: usize, index: usize) {
        let layer = &self.network.layers[at];
        let (own_net, own_out) = (net(&layer.neurons[index].name), out(&layer.neurons[index].name));
        let node = self.layers[at].nets[index];
        if let Some(curve) = &layer.activation.curve {
            let slope = curve.slope_of(&[("x", &own_net), ("y", &own_out)]);
            self.nodes[node].feeds.push(Feed { into: Some(self.layers[at].outputs[index]), slope });
            return;
        }
        for (other, neuron) in layer.neurons.iter().enumerate() {
            let of = Formula::Name(out(&neuron.name));
            let rest = Formula::Name(own_out.clone());
            let slope = if other == index {
                Formula::product([of, Formula::number(1).minus(rest)])
            } else {
                Formula::product([Formula::Negative(Box::new(of)), rest])
            };
            self.nodes[node].feeds.push(Feed { into: Some(self.layers[at].outputs[other]), slope });
        }
    }

    /// The slope of the total loss by one output.
    fn loss_slope(loss: &Loss, neuron: &Name, outputs: usize) -> Formula {
        let slope = loss.curve.slope_of(&[("target", &target(neuron)), ("out", &out(neuron))]);
        if loss.is_mean && outputs > 1 { slope.divided_by(whole(outputs)) } else { slope }
    }
}
