//! Practising and marking: what is asked, what a learner writes, what is said of it.
//!
//! The judging itself is the room `judge`'s. Must not know of screens, files or the command line.

mod variant;
pub mod worksheet;
