//! What of a lesson a script has to say, decided before a line of it is written.

use std::collections::HashSet;

use super::names::Names;
use crate::formula::{Formula, Name};
use crate::keys::What;
use crate::lesson::Lesson;
use crate::program::{Batch, GivenKind, Program, RoleKind, Step, UpdateGiven};
use crate::run::Setting;
use crate::scenario::{ActivationKind, DeltaSign, LossKind, Scenario, Subject};

/// How a script comes by what an update follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// There is nothing to differentiate.
    Forward,
    /// Autograd makes the gradients.
    Autograd,
    /// The perceptron's rule has no gradient.
    Perceptron,
    /// The way back goes through new weights and is no gradient; its steps are written out.
    LayerByLayer,
    /// The scenario gives the gradients.
    Given,
}

/// How samples and updates follow each other within an epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Round {
    /// One sample, one update.
    Single,
    /// An update after every sample.
    EverySample,
    /// One update after all samples.
    AllSamples,
    /// An update after every batch.
    Batches,
}

/// What is written.
pub(super) struct Plan<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) program: &'a Program,
    pub(super) setting: &'a Setting,
    pub(super) names: Names,
    pub(super) way: Way,
    pub(super) round: Round,
    /// How many epochs are run.
    pub(super) epochs: u64,
    /// The steps of an update, but for those that gather what the samples of a batch gave.
    pub(super) update: Vec<Step>,
    /// What the samples of a batch together gave, for every parameter that is trained.
    pub(super) gathered: Vec<Name>,
}

/// The steps that gather what the samples of a batch gave.
fn gathers(step: &Step) -> bool {
    matches!(
        step.role.kind,
        RoleKind::BatchLoss | RoleKind::EpochLoss | RoleKind::BatchGradient | RoleKind::BatchCorrection
    )
}

impl<'a> Plan<'a> {
    pub(super) fn of(lesson: &'a Lesson, setting: &'a Setting) -> Self {
        let (scenario, program) = (lesson.scenario(), lesson.program());
        let (samples, size) = (setting.sample_count(), setting.batch_size);
        let line = program.update_line(Batch { first: 1, size, all: size + 1 });
        let of_batch = line.iter().filter(|step| gathers(step) && step.role.kind != RoleKind::BatchLoss);
        let gathered = of_batch.map(|step| step.name.clone()).collect();
        let update: Vec<Step> = line.iter().filter(|step| !gathers(step)).cloned().collect();
        let trains = !program.trained.is_empty();
        let given = u64::try_from(setting.gradients.len()).unwrap_or(u64::MAX);
        let mut known: HashSet<Name> = line.iter().chain(program.steps.iter()).map(|step| step.name.clone()).collect();
        known.extend(program.givens.iter().map(|given| given.name.clone()));
        known.extend(program.rule.given_names().cloned());
        let names = Names::new(known, program.rule.given("epoch") == Some(UpdateGiven::Epoch));
        Self {
            scenario,
            program,
            setting,
            names,
            way: way(scenario, program),
            round: match (samples, size) {
                (1, _) => Round::Single,
                (_, 1) if trains => Round::EverySample,
                _ if size == samples => Round::AllSamples,
                _ => Round::Batches,
            },
            epochs: match (trains, given) {
                (false, _) => 1,
                (true, 0) => setting.epochs,
                (true, _) => setting.epochs.min(given),
            },
            update,
            gathered,
        }
    }

    /// Whether anything is done more than once.
    pub(super) fn repeats(&self) -> bool {
        self.epochs > 1 || self.round != Round::Single
    }

    /// Whether parameters are updated.
    pub(super) fn trains(&self) -> bool {
        !self.program.trained.is_empty()
    }

    /// Whether several samples make an update.
    pub(super) fn gathers(&self) -> bool {
        self.trains() && matches!(self.round, Round::AllSamples | Round::Batches)
    }

    /// Whether an epoch has several updates, and a loss of its own.
    pub(super) fn has_epoch_loss(&self) -> bool {
        let several = matches!(self.round, Round::EverySample | Round::Batches);
        self.trains() && several && self.program.loss.is_some()
    }

    /// The names of inputs and targets, in the order of a sample's row.
    pub(super) fn columns(&self) -> Vec<String> {
        let of = |wanted: fn(GivenKind) -> bool| {
            let givens = self.program.givens.iter().filter(move |given| wanted(given.kind));
            givens.map(|given| self.names.name(&given.name))
        };
        let inputs = of(|kind| matches!(kind, GivenKind::Input(_)));
        inputs.chain(of(|kind| matches!(kind, GivenKind::Target(_)))).collect()
    }

    /// Whether givens are told to autograd, beside the parameters.
    pub(super) fn tracks_givens(&self) -> bool {
        self.way == Way::Autograd
            && (matches!(self.scenario.subject, Subject::Graph(_)) || self.scenario.gradients.inputs)
    }

    /// What makes a tensor of a number that is trained.
    pub(super) fn makes_parameter(&self) -> &'static str {
        if self.way == Way::Autograd { "tracked" } else { "number" }
    }

    /// What makes a tensor of another number.
    pub(super) fn makes_given(&self) -> &'static str {
        if self.tracks_givens() { "tracked" } else { "number" }
    }

    /// Whether delta is the way down.
    pub(super) fn turns_deltas(&self) -> bool {
        self.scenario.delta == DeltaSign::Descent
    }

    /// The slope that the lesson takes in the place of the derivative that autograd would find, and by what it is
    /// taken; none where the two are one.
    pub(super) fn own_slope(&self, step: &Step) -> Option<(Formula, Name)> {
        let Subject::Network(network) = &self.scenario.subject else { return None };
        let subject = &step.role.subject;
        match step.role.kind {
            RoleKind::Activation => {
                let activation = &network.layers.get(step.layer?)?.activation;
                let curve = activation.curve.as_ref().filter(|_| activation.kind == ActivationKind::Own)?;
                let net = What::Net(subject.clone()).name();
                Some((curve.slope_of(&[("x", &net), ("y", &step.name)]), net))
            }
            RoleKind::OutputLoss => {
                let loss = network.loss.as_ref().filter(|loss| loss.kind == LossKind::Own)?;
                let (target, out) = (What::Target(subject.clone()).name(), What::Out(subject.clone()).name());
                Some((loss.curve.slope_of(&[("target", &target), ("out", &out)]), out))
            }
            _ => None,
        }
        .filter(|(slope, by)| *slope != step.formula.derivative(by))
    }
}

fn way(scenario: &Scenario, program: &Program) -> Way {
    let is_backward = |step: &Step| step.phase == crate::program::Phase::Backward;
    if program.gradients_are_given {
        Way::Given
    } else if scenario.is_perceptron() {
        Way::Perceptron
    } else if scenario.is_layer_by_layer() {
        Way::LayerByLayer
    } else if program.steps.iter().any(is_backward) {
        Way::Autograd
    } else {
        Way::Forward
    }
}
