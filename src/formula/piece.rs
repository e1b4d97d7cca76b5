//! The pieces that a drawn formula is made of: text with a meaning, so that whoever shows it can
//! give the same value the same look everywhere.

use super::tree::Name;

/// A piece of text and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// What it means.
    pub kind: PieceKind,
    /// The name that it stands for, or is part of the label of.
    pub name: Option<Name>,
}

/// What a piece of a drawn formula means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PieceKind {
    /// A number.
    Number,
    /// A name's label, or a part of it.
    Name,
    /// `+`, `·`, `^`, a sign.
    Operator,
    /// A function's name, and the e of a power of e.
    Function,
    /// A bracket, a comma between arguments, a root's sign.
    Bracket,
    /// The bar of a fraction.
    Bar,
    /// Nothing but space.
    Space,
}

impl Piece {
    /// A piece that stands for no name.
    #[must_use]
    pub fn new(text: impl Into<String>, kind: PieceKind) -> Self {
        Self { text: text.into(), kind, name: None }
    }

    /// The same as part of what stands for `name`.
    #[must_use]
    pub fn standing_for(self, name: Option<&Name>) -> Self {
        Self { name: name.cloned(), ..self }
    }

    /// The text of all `pieces`.
    #[must_use]
    pub fn join(pieces: &[Self]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}
