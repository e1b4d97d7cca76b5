//! Scenario files: one lesson each, written in YAML by an instructor, read strictly.
//!
//! A file is read to a tree with places, the tree to a [`Scenario`] that has passed all checks; all
//! faults of a file are found at once, as facts. Must not know of the terminal, of sentences, nor of
//! what is computed with a scenario.

mod beside;
mod builtin;
mod course;
mod expand;
mod families;
mod fault;
mod figure;
mod given_gradients;
mod graph;
mod literal;
mod load;
mod map;
mod model;
mod names;
mod network;
mod paper;
mod practice;
mod random;
mod read;
mod reader;
mod rewrite;
mod schema;
mod steps;
mod table_place;
mod text;
mod varied;
mod yaml;

pub use beside::{Beside, named_beside};
pub use builtin::{LESSONS, PUBLISHED, built_in};
pub use course::{CourseEntry, CourseGroup, KnownGroup, Level, See, SuggestedStep};
pub use families::{Array, Families};
pub use fault::{
    CompareFault, Counted, DefinitionFault, DisplayFault, FamilyFault, Fault, FaultKind, Faults, Gathered, InTable,
    Place, Role, Shape, Table, TableFault, TrainingFault, nearest,
};
pub use figure::Figure;
pub use given_gradients::GivenGradients;
pub use graph::Graph;
pub use literal::typed_decimal;
pub use load::{LoadError, Loaded, MOST_BYTES, Origin, load, read_bytes, text_of_bytes};
pub use map::{Entry, map_of_text};
pub use model::{
    Batch, Compared, DeltaSign, GradientForm, Gradients, Labelled, Notation, Note, Published, PublishedKind, Reduction,
    Sample, Scenario, Source, Subject, Training, UpdateOrder,
};
pub use network::{Bias, Layer, Network, Neuron, Parameter};
pub use paper::{Paper, PaperKind, PaperStep};
pub use practice::{Asked, Hints, Made, Mistake, Mistakes, Practice};
pub use read::{MOST_EPOCHS, MOST_PARAMETERS, MOST_ROWS, formula_over_steps};
pub use rewrite::rewrite;
pub use schema::schema;
pub use table_place::Cells;
pub use text::Text;
pub use varied::Variations;

pub use crate::definitions::{
    Activation, ActivationKind, Loss, LossKind, Optimizer, OptimizerForm, OptimizerStep, Quantity, Schedule,
};

/// Reads a scenario from its text; the tables that it may name are those that are built in.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn read(source: &str) -> Result<Scenario, Faults> {
    read_beside(source, Beside::BuiltIn)
}

/// Reads a scenario from its text, and what it names beside it.
///
/// # Errors
///
/// Everything that is wrong with either.
pub fn read_beside(source: &str, beside: Beside<'_>) -> Result<Scenario, Faults> {
    let mut faults = Faults::default();
    let scenario = yaml::read(source, &mut faults).and_then(|root| read::document(&root, beside, &mut faults));
    match scenario {
        Some(scenario) if faults.is_empty() => Ok(scenario),
        _ => Err(faults.sorted()),
    }
}
