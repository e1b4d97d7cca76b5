//! Other conventions, each a rewrite of the scenario.

/// Another way to the result that is in use somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Convention {
    /// Biases are trained, one of its own for each neuron.
    BiasesTrained,
    /// Biases are trained, shared ones by the sum over their neurons.
    SharedBiasesTrained,
    /// The loss is the mean over the outputs.
    MeanOverOutputs,
}

impl Convention {
    /// Every convention.
    pub const ALL: [Self; 3] = [Self::BiasesTrained, Self::SharedBiasesTrained, Self::MeanOverOutputs];

    /// The scenario by this convention; none where it makes no difference.
    pub(super) fn scenario(self, _: &crate::scenario::Scenario) -> Option<crate::scenario::Scenario> {
        None
    }
}
