//! Formulas: trees of sums, products, powers and functions over names, which are read, derived,
//! evaluated, filled with numbers, and laid out.
//!
//! Must not know of networks, nor of what a name stands for.

pub mod evaluate;
mod tree;

pub use tree::{Factor, Formula, Function, Name, Term};
