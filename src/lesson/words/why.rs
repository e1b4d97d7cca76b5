//! Why a step is worked as it is: the sentences of the forward pass, the error and the update.

use rust_decimal::Decimal;

use super::sign::Sign;
use super::{Words, definitions, kind};
use crate::formula::Name;
use crate::lesson::Page;
use crate::program::{GivenKind, RoleKind};
use crate::run::LineOf;
use crate::scenario::Bias;

/// Lists of more names are only counted.
const MOST_LISTED: usize = 4;

impl Words<'_> {
    pub(super) fn reason(&self, page: &Page) -> String {
        let mut sentences = match kind(&page.step) {
            RoleKind::LookAhead => vec![self.of_step("lesson-why-look-ahead", &page.step)],
            RoleKind::WeightedSum => vec![self.weighted_sum(page)],
            RoleKind::Activation => vec![self.activation(page)],
            RoleKind::OutputLoss => vec![self.output_loss(page)],
            RoleKind::TotalLoss => self.total_loss(page),
            RoleKind::LossSlope => self.loss_slope(page),
            RoleKind::OutputGradient => self.output_gradient(page),
            RoleKind::OutputPath => vec![self.output_path(page)],
            RoleKind::OutputPathSum => self.path_sum(page, &self.out_of(&page.step.role.subject)),
            RoleKind::ActivationSlope => vec![self.activation_slope(page)],
            RoleKind::SoftmaxSlope => vec![self.softmax_slope(page)],
            RoleKind::Delta => self.delta(page),
            RoleKind::DeltaPath => vec![self.of_step("lesson-why-delta-path", &page.step)],
            RoleKind::DeltaPathSum => self.delta_paths(page),
            RoleKind::DeltaShort if self.lesson.scenario.paper.is_some() => {
                vec![self.of_step("lesson-why-delta-short-on-paper", &page.step)]
            }
            RoleKind::DeltaShort => vec![self.of_step("lesson-why-delta-short", &page.step)],
            RoleKind::NetSlopeByOutput => vec![self.net_slope("lesson-why-net-slope-by-output", page)],
            RoleKind::NetSlopeByWeight => vec![self.net_slope("lesson-why-net-slope-by-weight", page)],
            RoleKind::NetSlopeByBias => vec![self.bias_slope(page)],
            RoleKind::NetSlopeByInput => vec![self.net_slope("lesson-why-net-slope-by-input", page)],
            RoleKind::ParameterGradient => vec![self.parameter(page)],
            RoleKind::ParameterPath => vec![self.path("lesson-why-shared-bias-path", page)],
            RoleKind::ParameterPathSum => vec![self.shared_bias(page), self.parameter(page)],
            RoleKind::InputGradient => {
                vec![self.of_step("lesson-why-input", &page.step), self.signed(page, page.step.role.subject.as_str())]
            }
            RoleKind::InputPath => vec![self.path("lesson-why-input-path", page)],
            RoleKind::InputPathSum => self.path_sum(page, page.step.role.subject.as_str()),
            RoleKind::Node => vec![self.node(page)],
            RoleKind::Start => vec![self.of_step("lesson-why-start", &page.step)],
            RoleKind::LocalSlope => vec![self.local_slope(page)],
            RoleKind::NodeGradient => self.node_gradient(page),
            RoleKind::NodePath if self.is_direct(&page.step) => vec![self.path("lesson-why-direct-path", page)],
            RoleKind::NodePath => vec![self.path("lesson-why-node-path", page)],
            RoleKind::NodePathSum => self.node_paths(page),
            RoleKind::BatchLoss => vec![self.over_samples("lesson-why-batch-loss", page)],
            RoleKind::EpochLoss => vec![self.over_samples("lesson-why-epoch-loss", page)],
            RoleKind::ValidationLoss => vec![self.over_samples("lesson-why-validation-loss", page)],
            RoleKind::BatchGradient => {
                vec![self.over_samples("lesson-why-batch-gradient", page), self.parameter(page)]
            }
            RoleKind::OutputError => vec![self.output_error(page)],
            RoleKind::BatchCorrection => vec![self.over_batch("lesson-why-batch-correction", page)],
            RoleKind::GivenGradient => {
                vec![self.of_step("lesson-why-given-gradient", &page.step), self.parameter(page)]
            }
            RoleKind::LearningRate => vec![self.of_step("lesson-why-learning-rate", &page.step)],
            RoleKind::DecayedGradient => vec![self.of_step("lesson-why-decayed-gradient", &page.step)],
            RoleKind::OptimizerState(quantity) => vec![self.quantity(quantity, page)],
            RoleKind::NewParameter => vec![self.new_parameter(page)],
        };
        let is_path = matches!(kind(&page.step), RoleKind::OutputPath | RoleKind::InputPath | RoleKind::DeltaPath);
        if is_path && self.goes_back_through_new(&page.step) {
            sentences.push(self.say("lesson-why-new-weights", &[]));
        }
        self.joined(sentences)
    }

    /// Sentences one behind the other.
    pub(super) fn joined(&self, sentences: Vec<String>) -> String {
        let said = sentences.into_iter().filter(|sentence| !sentence.is_empty());
        let join = |first: String, second: String| {
            self.say("lesson-sentences", &[("first", first.into()), ("second", second.into())])
        };
        said.reduce(join).unwrap_or_default()
    }

    /// Names as a list; nothing where they are too many to be read.
    pub(super) fn listed(&self, names: &[&Name]) -> Option<String> {
        let (last, before) = names.split_last()?;
        if names.len() > MOST_LISTED {
            return None;
        }
        let comma = |list: String, name: &Name| {
            self.say("lesson-list-comma", &[("before", list.into()), ("next", name.as_str().into())])
        };
        let Some((first, middle)) = before.split_first() else { return Some(last.to_string()) };
        let before = middle.iter().fold(first.to_string(), |list, name| comma(list, name));
        Some(self.say("lesson-list-and", &[("before", before.into()), ("last", last.as_str().into())]))
    }

    fn weighted_sum(&self, page: &Page) -> String {
        let Some(layer) = self.layer_of(&page.step) else { return String::new() };
        let from = if page.step.layer == Some(0) { "inputs" } else { "outputs" };
        let before = self.network().zip(page.step.layer.and_then(|layer| layer.checked_sub(1)));
        let before = before.map_or_else(String::new, |(network, layer)| self.layer(network, layer));
        let (bias, name) = match &layer.bias {
            Bias::None => ("none", None),
            Bias::Shared(bias) if layer.neurons.len() > 1 => ("shared", Some(&bias.name)),
            Bias::Shared(bias) => ("own", Some(&bias.name)),
            Bias::Each(biases) => {
                let of_subject =
                    layer.neurons.iter().zip(biases).find(|(neuron, _)| neuron.name == page.step.role.subject);
                ("own", of_subject.map(|(_, bias)| &bias.name))
            }
        };
        let count = layer.neurons.first().map_or(0, |neuron| neuron.weights.len());
        let constant = super::with_minus(layer.bias_input.unwrap_or(Decimal::ONE));
        let values = [
            ("count", count.into()),
            ("from", from.into()),
            ("layer", before.into()),
            ("bias", bias.into()),
            ("bias_name", name.map_or("", Name::as_str).into()),
            ("neurons", layer.neurons.len().into()),
            ("constant", constant.into()),
        ];
        let id =
            if layer.bias_input.is_some() { "lesson-why-weighted-sum-constant" } else { "lesson-why-weighted-sum" };
        self.say(id, &values)
    }

    fn activation(&self, page: &Page) -> String {
        let Some(layer) = self.layer_of(&page.step) else { return String::new() };
        let net = Sign::on_page(page, &Name::new(format!("net_{}", page.step.role.subject)));
        let result = page.result.as_ref().map_or_else(|_| String::new(), |shown| self.shown(shown));
        let values = [
            ("subject", page.step.role.subject.as_str().into()),
            ("sign", Sign::word(Sign::of_result(&page.result)).into()),
            ("net", Sign::word(net).into()),
            ("result", result.into()),
        ];
        self.say(definitions::activation(&layer.activation).why, &values)
    }

    fn output_loss(&self, page: &Page) -> String {
        let Some(loss) = self.network().and_then(|network| network.loss.as_ref()) else { return String::new() };
        let values = [
            ("target", self.target(page).into()),
            ("subject", page.step.role.subject.as_str().into()),
            ("sign", Sign::word(Sign::of_result(&page.result)).into()),
        ];
        self.say(definitions::loss(loss.kind).why, &values)
    }

    /// Whether the target of an output is 1, 0 or something else.
    pub(super) fn target(&self, page: &Page) -> &'static str {
        let given = self.lesson.program().given(&format!("target_{}", page.step.role.subject));
        let (Some(GivenKind::Target(at)), LineOf::Sample(sample)) = (given.map(|given| given.kind), page.moment.line)
        else {
            return "other";
        };
        let samples = &self.lesson.run.setting().samples;
        let sample = usize::try_from(sample - 1).ok().and_then(|sample| samples.get(sample));
        match sample.and_then(|sample| sample.targets.get(at)) {
            Some(target) if target.is_zero() => "zero",
            Some(target) if *target == Decimal::ONE => "one",
            _ => "other",
        }
    }

    fn total_loss(&self, page: &Page) -> Vec<String> {
        let Some(network) = self.network() else { return Vec::new() };
        let how = if network.loss.as_ref().is_some_and(|loss| loss.is_mean) { "mean" } else { "sum" };
        let values = [("count", network.outputs().len().into()), ("how", how.into())];
        let mut sentences = vec![self.say("lesson-why-total-loss", &values)];
        if self.lesson.validation_sample(page.moment.line).is_some() {
            sentences.push(self.say("lesson-why-total-loss-validation", &[]));
        } else if self.lesson.scenario.is_perceptron() {
            sentences.push(self.say("lesson-why-total-loss-watched", &[]));
        } else if self.lesson.scenario.training.is_some() {
            sentences.push(self.say("lesson-why-total-loss-trained", &[]));
        }
        sentences
    }

    fn output_error(&self, page: &Page) -> String {
        let sign = Sign::word(Sign::of_result(&page.result));
        let values = [("subject", page.step.role.subject.as_str().into()), ("sign", sign.into())];
        self.say("lesson-why-output-error", &values)
    }

    /// A mean or sum over the samples of a batch, of which each gives several numbers.
    fn over_batch(&self, id: &str, page: &Page) -> String {
        let LineOf::Update(batch) = page.moment.line else { return String::new() };
        let values = [
            ("count", self.lesson.run.setting().batch(batch).size.into()),
            ("subject", page.step.role.subject.as_str().into()),
            ("reduction", self.reduction().into()),
        ];
        self.say(id, &values)
    }

    /// A mean or sum over samples.
    fn over_samples(&self, id: &str, page: &Page) -> String {
        let values = [
            ("count", page.step.operands().len().into()),
            ("subject", page.step.role.subject.as_str().into()),
            ("reduction", self.reduction().into()),
        ];
        self.say(id, &values)
    }
}
