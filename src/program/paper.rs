//! How the result of a step is rounded where a scenario works as people do on paper.

use super::{Program, RoleKind, Step};
use crate::formula::Formula;
use crate::number::Rounding;
use crate::scenario::{Paper, PaperKind};

impl Program {
    /// How the result of a step is rounded before it is carried on; none where it is not.
    ///
    /// What only gives another number a name is that number: nothing is computed, so nothing is rounded, unless the
    /// scenario names the step itself.
    #[must_use]
    pub fn rounding(&self, step: &Step) -> Option<Rounding> {
        let paper = self.paper.as_ref()?;
        paper.of_step(&step.name).or_else(|| match step.formula {
            Formula::Name(_) | Formula::Number(_) => None,
            _ => Some(paper.of_kind(paper_kind(step.role.kind))),
        })
    }

    /// The same program where results are rounded on the way.
    #[must_use]
    pub fn on_paper(&self, paper: Paper) -> Self {
        Self { paper: Some(paper), ..self.clone() }
    }

    /// The same program where nothing is rounded on the way.
    #[must_use]
    pub fn unrounded(&self) -> Self {
        Self { paper: None, ..self.clone() }
    }

    /// Whether results are rounded on the way.
    #[must_use]
    pub fn is_on_paper(&self) -> bool {
        self.paper.is_some()
    }
}

/// The word of the scenario format under which a kind of step is named.
fn paper_kind(kind: RoleKind) -> PaperKind {
    match kind {
        RoleKind::WeightedSum => PaperKind::Net,
        RoleKind::Activation => PaperKind::Output,
        RoleKind::OutputLoss
        | RoleKind::TotalLoss
        | RoleKind::BatchLoss
        | RoleKind::EpochLoss
        | RoleKind::ValidationLoss
        | RoleKind::OutputError => PaperKind::Error,
        RoleKind::LossSlope
        | RoleKind::OutputGradient
        | RoleKind::OutputPath
        | RoleKind::OutputPathSum
        | RoleKind::ParameterGradient
        | RoleKind::ParameterPath
        | RoleKind::ParameterPathSum
        | RoleKind::InputGradient
        | RoleKind::InputPath
        | RoleKind::InputPathSum => PaperKind::Gradient,
        RoleKind::ActivationSlope | RoleKind::SoftmaxSlope => PaperKind::OutputSlope,
        RoleKind::Delta | RoleKind::DeltaPath | RoleKind::DeltaPathSum | RoleKind::DeltaShort => PaperKind::Delta,
        RoleKind::NetSlopeByOutput
        | RoleKind::NetSlopeByWeight
        | RoleKind::NetSlopeByBias
        | RoleKind::NetSlopeByInput => PaperKind::NetSlope,
        RoleKind::Node => PaperKind::Node,
        RoleKind::Start
        | RoleKind::LocalSlope
        | RoleKind::NodeGradient
        | RoleKind::NodePath
        | RoleKind::NodePathSum => PaperKind::NodeSlope,
        RoleKind::LearningRate => PaperKind::Rate,
        RoleKind::BatchGradient | RoleKind::BatchCorrection | RoleKind::GivenGradient | RoleKind::DecayedGradient => {
            PaperKind::BatchGradient
        }
        RoleKind::OptimizerState(_) => PaperKind::State,
        RoleKind::LookAhead | RoleKind::NewParameter => PaperKind::New,
    }
}
