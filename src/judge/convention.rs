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
