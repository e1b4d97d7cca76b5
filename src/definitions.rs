//! The library of definitions: activations, losses, optimizers and schedules as data, in the formula language itself.
//!
//! A room of its own below the scenario, which has to know the words and has to hold an author's own derivative
//! against the symbolic one, and below the program, which puts the formulas to use. Adding a definition is adding a
//! row to a table here and its sentences to the message files. Must not know of files, networks or steps.

mod activation;
mod curve;
mod disagreement;
mod loss;
pub(crate) mod optimizer;

pub use activation::{Activation, ActivationKind, AtZero};
pub use curve::Curve;
pub use disagreement::{Comparison, Disagreement};
pub use loss::{Loss, LossKind};
pub use optimizer::{Optimizer, OptimizerForm, OptimizerStep, Quantity, Schedule};
