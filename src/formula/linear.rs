//! A formula on one line, which can be read back.
//!
//! Brackets stand exactly where the text would otherwise mean another tree, and round a negative
//! behind an operator, where two signs in a row would be hard to read.

use std::fmt;

use super::label::{Label, Labels};
use super::piece::{Piece, PieceKind};
use super::symbols::{ASCII, Symbols};
use super::tree::{Factor, Formula, Function, Name, Term};

/// How much room the signs get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spacing {
    /// `1/(1+exp(-x))`
    Compact,
    /// `1/(1 + exp(-x))`
    Airy,
}

/// How a formula is written on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineStyle {
    /// The signs.
    pub symbols: &'static Symbols,
    /// The room between them.
    pub spacing: Spacing,
}

impl LineStyle {
    /// The one form for machines.
    pub const COMPACT: Self = Self { symbols: &ASCII, spacing: Spacing::Compact };

    /// With room round the signs of sums.
    #[must_use]
    pub const fn airy(symbols: &'static Symbols) -> Self {
        Self { symbols, spacing: Spacing::Airy }
    }
}

impl Formula {
    /// The formula on one line, each name as `labels` says.
    #[must_use]
    pub fn line(&self, style: LineStyle, labels: Labels<'_>) -> Vec<Piece> {
        let mut writer = Writer { style, labels, pieces: Vec::new() };
        writer.write(self, Place::Free);
        writer.pieces
    }

    /// The text of [`Formula::line`].
    #[must_use]
    pub fn text(&self, style: LineStyle, labels: Labels<'_>) -> String {
        Piece::join(&self.line(style, labels))
    }
}

impl fmt::Display for Formula {
    /// Writes the one form for machines.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(LineStyle::COMPACT, &Label::as_written))
    }
}

/// Where a part stands in the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Alone, in brackets or as an argument.
    Free,
    /// As a sum's first term.
    FirstTerm,
    /// As another term.
    LaterTerm,
    /// As the first factor of a product, itself alone or a first term.
    FirstFactor,
    /// As the first factor of a product behind an operator, or as another factor.
    LaterFactor,
    /// Behind a sign.
    Negated,
    /// As the base of a power.
    Base,
    /// As an exponent.
    Exponent,
}

/// What binds a formula together from outside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Sum,
    Product,
    Negative,
    Power,
    Whole,
}

impl Place {
    /// Whether a part of that shape needs brackets here.
    fn brackets(self, shape: Shape) -> bool {
        match self {
            Self::Free => false,
            Self::FirstTerm => shape == Shape::Sum,
            Self::LaterTerm => matches!(shape, Shape::Sum | Shape::Negative),
            Self::FirstFactor => matches!(shape, Shape::Sum | Shape::Product),
            Self::LaterFactor | Self::Negated | Self::Exponent => {
                matches!(shape, Shape::Sum | Shape::Product | Shape::Negative)
            }
            Self::Base => shape != Shape::Whole,
        }
    }
}

struct Writer<'a> {
    style: LineStyle,
    labels: Labels<'a>,
    pieces: Vec<Piece>,
}

impl Writer<'_> {
    fn push(&mut self, text: &str, kind: PieceKind) {
        self.pieces.push(Piece::new(text, kind));
    }

    fn space(&mut self) {
        if self.style.spacing == Spacing::Airy {
            self.push(" ", PieceKind::Space);
        }
    }

    fn shape(&self, formula: &Formula) -> Shape {
        match formula {
            Formula::Number(number) if number.is_negative() => Shape::Negative,
            Formula::Name(name) if (self.labels)(name).is_negative() => Shape::Negative,
            Formula::Number(_) | Formula::Name(_) | Formula::Call(..) => Shape::Whole,
            Formula::Negative(_) => Shape::Negative,
            Formula::Sum(_) => Shape::Sum,
            Formula::Product(_) => Shape::Product,
            Formula::Power(..) => Shape::Power,
        }
    }

    fn write(&mut self, formula: &Formula, place: Place) {
        if place.brackets(self.shape(formula)) {
            self.push("(", PieceKind::Bracket);
            self.write_bare(formula, Place::Free);
            self.push(")", PieceKind::Bracket);
        } else {
            self.write_bare(formula, place);
        }
    }

    fn write_bare(&mut self, formula: &Formula, place: Place) {
        match formula {
            Formula::Number(number) => self.number(&number.to_string(), None),
            Formula::Name(name) => self.name(name),
            Formula::Negative(inner) => {
                self.push(self.style.symbols.minus, PieceKind::Operator);
                self.write(inner, Place::Negated);
            }
            Formula::Sum(terms) => self.sum(terms),
            Formula::Product(factors) => self.product(factors, place),
            Formula::Power(base, exponent) => {
                self.write(base, Place::Base);
                self.push(self.style.symbols.power, PieceKind::Operator);
                self.write(exponent, Place::Exponent);
            }
            Formula::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn name(&mut self, name: &Name) {
        match (self.labels)(name) {
            Label::Number(text) => self.number(&text, Some(name)),
            Label::Text(text) => {
                let text = self.style.symbols.spelled(&text);
                self.pieces.push(Piece::new(text, PieceKind::Name).standing_for(Some(name)));
            }
            Label::Symbol(_) | Label::Derivative { .. } => {
                self.pieces.push(Piece::new(name.shown().as_str(), PieceKind::Name).standing_for(Some(name)));
            }
        }
    }

    fn number(&mut self, text: &str, name: Option<&Name>) {
        let text = match text.strip_prefix('-') {
            Some(magnitude) => format!("{}{magnitude}", self.style.symbols.minus),
            None => text.to_owned(),
        };
        self.pieces.push(Piece::new(text, PieceKind::Number).standing_for(name));
    }

    fn sum(&mut self, terms: &[Term]) {
        for (index, term) in terms.iter().enumerate() {
            if index > 0 {
                self.space();
            }
            if term.minus {
                self.push(self.style.symbols.minus, PieceKind::Operator);
            } else if index > 0 {
                self.push(self.style.symbols.plus, PieceKind::Operator);
            }
            if index > 0 {
                self.space();
            }
            self.write(&term.formula, if index == 0 { Place::FirstTerm } else { Place::LaterTerm });
        }
    }

    fn product(&mut self, factors: &[Factor], place: Place) {
        let first = if place == Place::LaterTerm { Place::LaterFactor } else { Place::FirstFactor };
        for (index, factor) in factors.iter().enumerate() {
            if index > 0 {
                let sign = if factor.over { self.style.symbols.over } else { self.style.symbols.times };
                self.push(sign, PieceKind::Operator);
            }
            self.write(&factor.formula, if index == 0 { first } else { Place::LaterFactor });
        }
    }

    fn call(&mut self, function: Function, arguments: &[Formula]) {
        self.push(function.name(), PieceKind::Function);
        self.push("(", PieceKind::Bracket);
        for (index, argument) in arguments.iter().enumerate() {
            if index > 0 {
                self.push(",", PieceKind::Bracket);
                self.space();
            }
            self.write(argument, Place::Free);
        }
        self.push(")", PieceKind::Bracket);
    }
}
