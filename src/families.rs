//! Arrays and families: one line of an author, unrolled into scalar steps.
//!
//! An array is a way to write many names. Nothing here computes with arrays: every line becomes a straight line of
//! scalar assignments, which the rest of the program treats as any other. Must not know of files, values or screens.

mod fault;
mod lex;
mod parse;
mod ranges;
mod runs;
mod settle;
mod shape;
mod table;
mod tree;
mod unroll;
mod work;

pub use fault::{Fault, FaultKind, Spot};
pub use table::Value;
pub use unroll::{Array, MOST_INDICES, MOST_MEMBERS, MOST_STEPS, Member, Source, Unrolled, unroll};

/// Whether a formula needs arrays: brackets, a matrix product, a transpose, or a function over arrays.
#[must_use]
pub fn speaks_of_arrays(text: &str) -> bool {
    parse::speaks_of_arrays(text)
}

/// The name of a member of an array, `W_1_2`; of a number its own.
#[must_use]
pub fn member_name(array: &crate::formula::Name, at: &[i64]) -> crate::formula::Name {
    table::member_name(array, at)
}
