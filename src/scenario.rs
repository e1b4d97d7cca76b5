//! Scenario files: one lesson each, written in YAML by an instructor, read strictly.
//!
//! A file is read to a tree with places, the tree to a [`Scenario`] that has passed all checks; all
//! faults of a file are found at once, as facts. Must not know of the terminal, of sentences, nor of
//! what is computed with a scenario.

mod builtin;
mod expand;
mod fault;
mod given_gradients;
mod graph;
mod literal;
mod load;
mod model;
mod names;
mod network;
mod paper;
mod random;
mod read;
mod reader;
mod rewrite;
mod schema;
mod steps;
mod text;
mod yaml;

pub use builtin::{LESSONS, PUBLISHED, built_in};
pub use fault::{Counted, DefinitionFault, Fault, FaultKind, Faults, Place, Role, Shape, nearest};
pub use given_gradients::GivenGradients;
pub use graph::Graph;
pub use load::{LoadError, Loaded, MOST_BYTES, Origin, load, read_bytes};
pub use model::{
    Batch, GradientForm, Gradients, Note, Published, PublishedKind, Reduction, Sample, Scenario, Source, Subject,
    Training,
};
pub use network::{Bias, Layer, Network, Neuron, Parameter};
pub use paper::{Paper, PaperKind, PaperStep};
pub use rewrite::{Figure, rewrite};
pub use schema::schema;
pub use text::Text;

pub use crate::definitions::{
    Activation, ActivationKind, Loss, LossKind, Optimizer, OptimizerForm, OptimizerStep, Quantity, Schedule,
};

/// Reads a scenario from its text.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn read(source: &str) -> Result<Scenario, Faults> {
    let mut faults = Faults::default();
    let scenario = yaml::read(source, &mut faults).and_then(|root| read::document(&root, &mut faults));
    match scenario {
        Some(scenario) if faults.is_empty() => Ok(scenario),
        _ => Err(faults.sorted()),
    }
}
