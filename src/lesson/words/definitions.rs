//! Which sentences belong to which activation and loss: one row for each.

use super::Words;
use crate::formula::Name;
use crate::number::Exact;
use crate::program::{RoleKind, Step};
use crate::scenario::{Activation, ActivationKind, LossKind};

/// What is said of an activation.
pub(super) struct ActivationWords {
    /// Why it is worked as it is.
    pub(super) why: &'static str,
    /// Why its slope is what it is.
    pub(super) slope: &'static str,
    /// Below this its slope is called flat: a tenth of the steepest, where being flat is worth a word.
    pub(super) flat_below: Option<Exact>,
}

/// What the sign of a loss's slope is said to mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// On which side of its target the output lies.
    SideOfTarget,
    /// What a larger output does to the error.
    Direction,
    /// The same, but that a slope of 0 has been explained already.
    DirectionUnlessZero,
}

/// What is said of a loss.
pub(super) struct LossWords {
    /// The short form, as one of the conventions.
    pub(super) convention: &'static str,
    /// Why it is worked as it is.
    pub(super) why: &'static str,
    /// Why its slope is what it is.
    pub(super) slope: &'static str,
    /// What the sign of its slope means.
    pub(super) meaning: Meaning,
}

/// The sentences of an activation; those of softmax's slopes depend on two neurons and stand elsewhere.
pub(super) fn activation(activation: &Activation) -> ActivationWords {
    let flat = activation.curve.as_ref().is_some_and(|curve| curve.is_flat() && !curve.is_surrogate);
    let surrogate = activation.curve.as_ref().is_some_and(|curve| curve.is_surrogate);
    let (why, slope, flat_below) = match activation.kind {
        ActivationKind::Identity => ("lesson-why-identity", "lesson-why-slope-identity", None),
        ActivationKind::Step => ("lesson-why-step", "lesson-why-slope-flat", None),
        ActivationKind::Sign => ("lesson-why-sign", "lesson-why-slope-flat", None),
        ActivationKind::Sigmoid => ("lesson-why-sigmoid", "lesson-why-slope-sigmoid", Some(Exact::new(25, 3))),
        ActivationKind::Tanh => ("lesson-why-tanh", "lesson-why-slope-tanh", Some(Exact::new(1, 1))),
        ActivationKind::Relu => ("lesson-why-relu", "lesson-why-slope-relu", None),
        ActivationKind::LeakyRelu => ("lesson-why-leaky-relu", "lesson-why-slope-leaky-relu", None),
        ActivationKind::Elu => ("lesson-why-elu", "lesson-why-slope-elu", None),
        ActivationKind::Softplus => ("lesson-why-softplus", "lesson-why-slope-softplus", None),
        ActivationKind::Silu => ("lesson-why-silu", "lesson-why-slope-silu", None),
        ActivationKind::GeluTanh => ("lesson-why-gelu-tanh", "lesson-why-slope-gelu-tanh", None),
        ActivationKind::Softmax => ("lesson-why-softmax", "lesson-why-softmax-slope-own", None),
        ActivationKind::Own if surrogate => ("lesson-why-own-activation", "lesson-why-slope-surrogate", None),
        ActivationKind::Own if flat => ("lesson-why-own-activation", "lesson-why-slope-flat", None),
        ActivationKind::Own => ("lesson-why-own-activation", "lesson-why-slope-own-activation", None),
    };
    ActivationWords { why, slope, flat_below }
}

/// The sentences of a loss.
pub(super) fn loss(kind: LossKind) -> LossWords {
    let (convention, why, slope, meaning) = match kind {
        LossKind::HalfSquaredError => (
            "lesson-convention-half-squared-error",
            "lesson-why-half-squared-error",
            "lesson-why-slope-half-squared-error",
            Meaning::SideOfTarget,
        ),
        LossKind::SquaredError => (
            "lesson-convention-squared-error",
            "lesson-why-squared-error",
            "lesson-why-slope-squared-error",
            Meaning::SideOfTarget,
        ),
        LossKind::MeanSquaredError => (
            "lesson-convention-mean-squared-error",
            "lesson-why-mean-squared-error",
            "lesson-why-slope-mean-squared-error",
            Meaning::SideOfTarget,
        ),
        LossKind::AbsoluteError => (
            "lesson-convention-absolute-error",
            "lesson-why-absolute-error",
            "lesson-why-slope-absolute-error",
            Meaning::SideOfTarget,
        ),
        LossKind::BinaryCrossEntropy => (
            "lesson-convention-binary-cross-entropy",
            "lesson-why-binary-cross-entropy",
            "lesson-why-slope-binary-cross-entropy",
            Meaning::SideOfTarget,
        ),
        LossKind::CrossEntropy => (
            "lesson-convention-cross-entropy",
            "lesson-why-cross-entropy",
            "lesson-why-slope-cross-entropy",
            Meaning::DirectionUnlessZero,
        ),
        LossKind::Hinge => {
            ("lesson-convention-hinge", "lesson-why-hinge", "lesson-why-slope-hinge", Meaning::DirectionUnlessZero)
        }
        LossKind::Own => {
            ("lesson-convention-own-loss", "lesson-why-own-loss", "lesson-why-slope-own-loss", Meaning::Direction)
        }
    };
    LossWords { convention, why, slope, meaning }
}

impl Words<'_> {
    /// Whether any slope of the lesson is knowingly not the derivative.
    pub(super) fn has_surrogate(&self) -> bool {
        let Some(network) = self.network() else { return false };
        let of_layers = network.layers.iter().filter_map(|layer| layer.activation.curve.as_ref());
        let of_loss = network.loss.iter().map(|loss| &loss.curve);
        network.loss.is_some() && of_layers.chain(of_loss).any(|curve| curve.is_surrogate)
    }

    /// Whether a step is a slope that is knowingly not the derivative.
    fn is_surrogate(&self, step: &Step) -> bool {
        match step.role.kind {
            RoleKind::ActivationSlope => {
                let curve = self.layer_of(step).and_then(|layer| layer.activation.curve.as_ref());
                curve.is_some_and(|curve| curve.is_surrogate)
            }
            RoleKind::LossSlope => {
                let loss = self.network().and_then(|network| network.loss.as_ref());
                loss.is_some_and(|loss| loss.curve.is_surrogate)
            }
            _ => false,
        }
    }

    /// Whether such a slope is somewhere in what a step is worked from, so that it is no gradient.
    pub(super) fn rests_on_surrogate(&self, step: &Step) -> bool {
        if !self.has_surrogate() {
            return false;
        }
        let program = self.lesson.program();
        let mut seen = vec![false; program.steps.len()];
        let mut open = vec![step];
        while let Some(step) = open.pop() {
            if self.is_surrogate(step) {
                return true;
            }
            for name in step.operands() {
                let found = program.find(step_name(name));
                if let Some((at, seen)) = found.and_then(|at| Some((at, seen.get_mut(at)?)))
                    && !std::mem::replace(seen, true)
                {
                    open.extend(program.steps.get(at));
                }
            }
        }
        false
    }
}

/// The name without its sample: a batch reads `dE_dw5#1`.
fn step_name(name: &Name) -> &str {
    name.as_str().split('#').next().unwrap_or_default()
}
