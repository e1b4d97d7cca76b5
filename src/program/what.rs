//! What each name of a program stands for: looked up, never read out of its text.

use std::collections::HashMap;

use super::rule::UpdateGiven;
use super::step::{Role, RoleKind, Step};
use super::{GivenKind, Program};
use crate::formula::Name;
use crate::keys::{ERROR, Loss, Of, Part, What};

impl Program {
    /// What a name stands for; none where the lesson has nothing of that name.
    #[must_use]
    pub fn what(&self, name: &str) -> Option<&What> {
        self.names.meanings.get_or_init(|| self.meanings()).get(name)
    }

    /// Every name with what it stands for: of givens, steps, lone paths, and the update.
    pub fn whats(&self) -> impl Iterator<Item = (&Name, &What)> {
        self.names.meanings.get_or_init(|| self.meanings()).iter()
    }

    /// The loss in the names of gradients: `E` in a network, the output in a graph.
    #[must_use]
    pub fn loss_in_names(&self) -> Name {
        if self.is_network { Name::new(ERROR) } else { self.loss.clone().unwrap_or_else(|| Name::new(ERROR)) }
    }

    /// The name of the gradient of the loss by a value that the author named.
    #[must_use]
    pub fn gradient_name(&self, of: &Name) -> Name {
        What::gradient(&self.loss_in_names(), Of::Value(of.clone())).name()
    }

    fn meanings(&self) -> HashMap<Name, What> {
        let mut meanings = HashMap::new();
        let mut add = |what: What| {
            meanings.entry(what.name()).or_insert(what);
        };
        for given in self.givens.iter() {
            let is_target_of = |kind| self.is_network && matches!(kind, GivenKind::Target(_));
            if !is_target_of(given.kind) {
                add(What::Value(given.name.clone()));
            }
        }
        let waiting = self.waves.iter().flat_map(|wave| &wave.steps);
        for step in self.steps.iter().chain(waiting) {
            add(self.what_of(step));
            if let (RoleKind::OutputLoss | RoleKind::OutputError, true) = (step.role.kind, self.is_network) {
                add(What::Target(step.role.subject.clone()));
            }
        }
        for alias in &self.names.lone_paths {
            add(alias.clone());
        }
        for one in self.trained.iter() {
            let of = &one.parameter;
            add(What::New(of.clone()));
            add(if self.rule.by_error() { What::BatchCorrection(of.clone()) } else { What::BatchGradient(of.clone()) });
            if self.gradients_are_given {
                add(What::error_gradient(Of::Value(of.clone())));
            }
            if self.rule.decays() {
                add(What::Decayed(of.clone()));
            }
            for quantity in self.rule.quantities() {
                add(What::State { quantity: quantity.clone(), of: of.clone() });
            }
            for quantity in self.rule.remembered() {
                add(What::Old { quantity: quantity.clone(), of: of.clone() });
            }
        }
        for name in self.rule.given_names() {
            match self.rule.given(name.as_str()) {
                Some(UpdateGiven::Number) => add(What::UpdateNumber),
                Some(UpdateGiven::Epoch) => add(What::EpochNumber),
                Some(UpdateGiven::Rate) => add(if self.rule.has_schedule() { What::StartRate } else { What::Rate }),
                Some(UpdateGiven::Constant(_)) => add(What::Value(name.clone())),
                _ => {}
            }
        }
        if self.rule.has_schedule() {
            add(What::Rate);
        }
        if !self.trained.is_empty() {
            for loss in Loss::OF_MANY {
                add(What::Loss(loss));
            }
        }
        meanings
    }

    /// What a step stands for.
    #[must_use]
    pub fn what_of(&self, step: &Step) -> What {
        let Role { kind, subject, partner } = &step.role;
        let own = subject.clone();
        let other = || partner.clone().unwrap_or_else(|| subject.clone());
        let gradient = |of: Of, part: Part| What::Gradient { loss: self.loss_in_names(), of, part };
        match kind {
            RoleKind::LookAhead => What::Ahead(own),
            RoleKind::WeightedSum => What::Net(own),
            RoleKind::Activation => What::Out(own),
            RoleKind::OutputLoss => What::Loss(Loss::Output(own)),
            RoleKind::TotalLoss => What::Loss(Loss::Total),
            RoleKind::LossSlope | RoleKind::OutputGradient | RoleKind::OutputPathSum => {
                gradient(Of::Out(own), Part::Whole)
            }
            RoleKind::OutputPath => gradient(Of::Out(own), Part::Via(other())),
            RoleKind::ActivationSlope => What::Slope(own),
            RoleKind::SoftmaxSlope => What::Local { of: Of::Out(own), by: Of::Net(other()) },
            RoleKind::Delta | RoleKind::DeltaPathSum => gradient(Of::Net(own), Part::Whole),
            RoleKind::DeltaPath => gradient(Of::Net(own), Part::Via(other())),
            RoleKind::DeltaShort => gradient(Of::Net(own), Part::Short),
            RoleKind::NetSlopeByOutput => What::Local { of: Of::Net(own), by: Of::Out(other()) },
            RoleKind::NetSlopeByWeight | RoleKind::NetSlopeByBias | RoleKind::NetSlopeByInput => {
                What::Local { of: Of::Net(own), by: Of::Value(other()) }
            }
            RoleKind::ParameterGradient
            | RoleKind::ParameterPathSum
            | RoleKind::InputGradient
            | RoleKind::InputPathSum
            | RoleKind::Start
            | RoleKind::NodeGradient
            | RoleKind::NodePathSum => gradient(Of::Value(own), Part::Whole),
            RoleKind::ParameterPath | RoleKind::InputPath | RoleKind::NodePath => {
                gradient(Of::Value(own), Part::Via(other()))
            }
            RoleKind::Node => What::Value(own),
            RoleKind::LocalSlope => What::Local { of: Of::Value(own), by: Of::Value(other()) },
            RoleKind::BatchLoss => What::Loss(Loss::Batch),
            RoleKind::EpochLoss => What::Loss(Loss::Epoch),
            RoleKind::ValidationLoss => What::Loss(Loss::Validation),
            RoleKind::BatchGradient | RoleKind::GivenGradient => What::BatchGradient(own),
            RoleKind::OutputError => What::Error(own),
            RoleKind::BatchCorrection => What::BatchCorrection(own),
            RoleKind::LearningRate => What::Rate,
            RoleKind::DecayedGradient => What::Decayed(own),
            RoleKind::OptimizerState(_) => What::State { quantity: other(), of: own },
            RoleKind::NewParameter => What::New(own),
        }
    }
}
