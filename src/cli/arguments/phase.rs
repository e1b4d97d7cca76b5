//! The parts of a round, as the command line names them.

use clap::ValueEnum;

/// The parts of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Phase {
    /// From the inputs to the outputs
    Forward,
    /// The loss
    Error,
    /// Gradients
    Backward,
    /// New parameters
    Update,
}

impl From<Phase> for crate::program::Phase {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::Forward => Self::Forward,
            Phase::Error => Self::Error,
            Phase::Backward => Self::Backward,
            Phase::Update => Self::Update,
        }
    }
}
