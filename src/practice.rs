//! Practising and marking: what is asked, what a learner writes, what is said of it.
//!
//! The judging itself is the room `judge`'s. Must not know of screens, files or the command line.

mod number_typed;
pub mod words;

pub use number_typed::{LONGEST_TYPED, TypedFault, TypedFaultKind, typed};
