//! Sets a drawing in two dimensions for the screen.

use super::block::Block;
use super::drawing::{Drawing, drawing};
use super::label::{Labels, Symbol};
use super::piece::{Piece, PieceKind};
use super::symbols::Symbols;
use super::tree::{Formula, Name};

/// Where subscripts go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subscripts {
    /// A row lower.
    Lowered,
    /// On the line: `w5`, `net_h1`.
    Inline,
}

/// How a formula is set in two dimensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockStyle {
    /// The signs.
    pub symbols: &'static Symbols,
    /// Where subscripts go.
    pub subscripts: Subscripts,
}

impl Formula {
    /// The formula in two dimensions, each name as `labels` says.
    #[must_use]
    pub fn block(&self, style: BlockStyle, labels: Labels<'_>) -> Block {
        Typesetter { style }.set(drawing(self, labels))
    }
}

struct Typesetter {
    style: BlockStyle,
}

/// A piece of the label of `name`.
fn part_of(name: &Name, text: &str, kind: PieceKind) -> Piece {
    Piece::new(text, kind).standing_for(Some(name))
}

impl Typesetter {
    fn set(&self, drawing: Drawing) -> Block {
        let symbols = self.style.symbols;
        let piece = |text: &str, kind| Block::of(Piece::new(text, kind));
        match drawing {
            Drawing::Row(parts) => self.row(parts),
            Drawing::Number(text, name) => {
                let text = match text.strip_prefix('-') {
                    Some(magnitude) => format!("{}{magnitude}", symbols.minus),
                    None => text,
                };
                Block::of(Piece::new(text, PieceKind::Number).standing_for(name.as_ref()))
            }
            Drawing::Text(text, name) => Block::of(part_of(&name, &symbols.spelled(&text), PieceKind::Name)),
            Drawing::Symbol(symbol, name) => self.symbol("", &symbol, &name),
            Drawing::Derivative(of, by, name) => {
                let bar = Block::bar(symbols).standing_for(Some(&name));
                let part = |symbol| self.symbol(symbols.partial, symbol, &name);
                Block::fraction(part(&of), part(&by), &bar)
            }
            Drawing::Plus => Block::operator(symbols.plus),
            Drawing::Minus => Block::operator(symbols.minus),
            Drawing::Times => Block::operator(symbols.times),
            Drawing::Sign => piece(symbols.minus, PieceKind::Operator),
            Drawing::Comma => Block::beside([piece(",", PieceKind::Bracket), Block::space(1)]),
            Drawing::Function(function) => piece(function.name(), PieceKind::Function),
            Drawing::Euler => piece(symbols.euler, PieceKind::Function),
            Drawing::Fraction(above, below) => {
                Block::fraction(self.set(*above), self.set(*below), &Block::bar(symbols))
            }
            Drawing::Power(base, exponent) => Block::raised(self.set(*base), self.set(*exponent)),
            Drawing::Bracketed(inner) => self.set(*inner).bracketed(&symbols.round),
            Drawing::Magnitude(inner) => self.set(*inner).bracketed(&symbols.magnitude),
            Drawing::Root(inner) => self.set(*inner).rooted(&symbols.root),
        }
    }

    /// Parts beside each other; a sign keeps its distance from a bar, which looks like one.
    fn row(&self, parts: Vec<Drawing>) -> Block {
        let mut blocks: Vec<Block> = Vec::with_capacity(parts.len());
        let mut behind_a_sign = false;
        for part in parts {
            let is_sign = part == Drawing::Sign;
            let block = self.set(part);
            if behind_a_sign && block.begins_with_a_bar() {
                blocks.push(Block::space(1));
            }
            behind_a_sign = is_sign;
            blocks.push(block);
        }
        Block::beside(blocks)
    }

    /// A letter or word with its marks, behind a sign of its own such as `∂`.
    fn symbol(&self, before: &str, symbol: &Symbol, name: &Name) -> Block {
        let symbols = self.style.symbols;
        let piece = |text: &str| part_of(name, text, PieceKind::Name);
        let (inline, lowered) = match (&symbol.sub, self.style.subscripts) {
            (Some(sub), Subscripts::Inline) => (Some(symbols.spelled(sub)), None),
            (Some(sub), Subscripts::Lowered) => (None, Some(symbols.spelled(sub))),
            (None, _) => (None, None),
        };
        let spelled = symbols.spelled(&symbol.base);
        let mut base = Block::of(piece(&spelled));
        if symbol.hat {
            base = base.marked(piece(symbols.hat));
        }
        if !before.is_empty() {
            base = Block::beside([Block::of(piece(before)), base]);
        }
        if let Some(inline) = inline {
            // Digits join a letter, `w5`; all else needs a mark between, `net_h1`.
            let joined = inline.starts_with(|first: char| first.is_ascii_digit())
                && !spelled.ends_with(|last: char| last.is_ascii_digit());
            let text = if joined { inline.into_owned() } else { format!("_{inline}") };
            base = Block::beside([base, Block::of(piece(&text))]);
        }
        let sup = symbol.sup.as_ref().map(|sup| symbols.spelled(sup));
        Block::with_scripts(base, sup.map(|text| piece(&text)), lowered.map(|text| piece(&text)))
    }
}
