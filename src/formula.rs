//! Formulas: trees of sums, products, powers and functions over names, which are read, derived,
//! evaluated, filled with numbers, and laid out.
//!
//! Must not know of networks, nor of what a name stands for.

mod block;
mod derive;
mod drawing;
pub mod evaluate;
mod fault;
mod label;
mod latex;
mod lex;
mod linear;
mod markup;
mod parse;
mod piece;
mod scripts;
mod simplify;
pub mod symbols;
mod tree;
mod typeset;

pub use block::Block;
pub use fault::{DEEPEST_NESTING, LONGEST_NUMBER, LONGEST_TEXT, ParseFault, ParseFaultKind};
pub use label::{Label, Labels, Symbol};
pub use linear::{LineStyle, Spacing};
pub use markup::{MarkupFault, MarkupFaultKind, markup_commands};
pub(crate) use parse::nearest_function;
pub use piece::{Piece, PieceKind};
pub use symbols::Symbols;
pub use tree::{Factor, Formula, Function, Name, Term};
pub use typeset::{BlockStyle, Subscripts};
