//! Which sentence tells what does not fit a training.

use super::Said;
use crate::scenario::TrainingFault;

/// Chooses the sentence.
pub(super) fn said<'a>(kind: &TrainingFault) -> Said<'a> {
    match kind {
        TrainingFault::LayersOfGraph => Said::new("fault-layers-of-graph").help("fault-layers-of-graph-help"),
        TrainingFault::LayersOfBatches => Said::new("fault-layers-of-batches").help("fault-layers-of-batches-help"),
        TrainingFault::LayersAhead => Said::new("fault-layers-ahead").help("fault-layers-ahead-help"),
        TrainingFault::PerceptronOfLayers => {
            Said::new("fault-perceptron-of-layers").help("fault-perceptron-of-layers-help")
        }
        TrainingFault::PerceptronOfGraph => {
            Said::new("fault-perceptron-of-graph").help("fault-perceptron-of-graph-help")
        }
        TrainingFault::PerceptronWithoutJump { activation } => Said::new("fault-perceptron-without-jump")
            .with("activation", *activation)
            .help("fault-perceptron-without-jump-help"),
        TrainingFault::PerceptronWithoutGradients { key } => {
            Said::new("fault-perceptron-without-gradients").with("key", *key).help("fault-perceptron-leave-out-help")
        }
        TrainingFault::StopWithoutLoss => Said::new("fault-stop-without-loss").help("fault-stop-without-loss-help"),
        TrainingFault::ValidationWithoutLoss => {
            Said::new("fault-validation-without-loss").help("fault-validation-without-loss-help")
        }
    }
}
