//! What a formula looks like, before it is known where it is drawn: fractions, raised and lowered
//! parts, and the brackets that are left to be drawn when those already hold together.

use super::label::{Label, Labels, Symbol};
use super::tree::{Factor, Formula, Function, Name, Term};

/// A formula as it is seen, on the screen as in print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Drawing {
    /// Parts beside each other.
    Row(Vec<Drawing>),
    /// A number, and the name that it stands for.
    Number(String, Option<Name>),
    /// Text for a name.
    Text(String, Name),
    /// A letter or word with marks, for a name.
    Symbol(Symbol, Name),
    /// A partial derivative, for a name.
    Derivative(Symbol, Symbol, Name),
    /// `+` between terms.
    Plus,
    /// `-` between terms.
    Minus,
    /// `-` in front.
    Sign,
    /// `*` between factors.
    Times,
    /// `,` between arguments.
    Comma,
    /// The name of a function.
    Function(Function),
    /// The base of the natural logarithm.
    Euler,
    /// One thing above another.
    Fraction(Box<Drawing>, Box<Drawing>),
    /// A base and its exponent.
    Power(Box<Drawing>, Box<Drawing>),
    /// Something in round brackets.
    Bracketed(Box<Drawing>),
    /// Something between bars.
    Magnitude(Box<Drawing>),
    /// Something below a root.
    Root(Box<Drawing>),
}

/// What holds a drawing together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Sum,
    Product,
    Negative,
    /// A bar holds a fraction together, but not under an exponent.
    Fraction,
    /// The same goes for what is raised.
    Power,
    Whole,
}

/// Where a part stands in the whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Alone: in brackets, above or below a bar, raised, below a root.
    Free,
    FirstTerm,
    LaterTerm,
    /// As the first factor of a product that is free or a first term.
    FirstFactor,
    LaterFactor,
    Negated,
    Base,
}

impl Place {
    /// Whether a part of that shape needs brackets here.
    fn brackets(self, shape: Shape) -> bool {
        match self {
            Self::Free => false,
            Self::FirstTerm => shape == Shape::Sum,
            Self::LaterTerm => matches!(shape, Shape::Sum | Shape::Negative),
            Self::FirstFactor => matches!(shape, Shape::Sum | Shape::Product),
            Self::LaterFactor | Self::Negated => matches!(shape, Shape::Sum | Shape::Product | Shape::Negative),
            Self::Base => shape != Shape::Whole,
        }
    }

    /// Whether a sign may stand in front here.
    fn takes_a_sign(self) -> bool {
        matches!(self, Self::Free | Self::FirstTerm | Self::FirstFactor)
    }
}

/// The factors above and below one bar.
struct Group<'a> {
    above: Vec<&'a Formula>,
    below: Vec<&'a Formula>,
}

/// Cuts a product into fractions, `a*b/c*d` into `a*b/c` and `d`.
fn groups(factors: &[Factor]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for factor in factors {
        match groups.last_mut() {
            Some(group) if factor.over => group.below.push(&factor.formula),
            Some(group) if group.below.is_empty() => group.above.push(&factor.formula),
            _ if factor.over => groups.push(Group { above: Vec::new(), below: vec![&factor.formula] }),
            _ => groups.push(Group { above: vec![&factor.formula], below: Vec::new() }),
        }
    }
    groups
}

/// Draws `formula`, each name as `labels` says.
pub(super) fn drawing(formula: &Formula, labels: Labels<'_>) -> Drawing {
    Draughtsman { labels }.draw(formula, Place::Free)
}

struct Draughtsman<'a> {
    labels: Labels<'a>,
}

impl Draughtsman<'_> {
    fn shape(&self, formula: &Formula) -> Shape {
        match formula {
            Formula::Number(number) if number.is_negative() => Shape::Negative,
            Formula::Name(name) => match (self.labels)(name) {
                label if label.is_negative() => Shape::Negative,
                Label::Derivative { .. } => Shape::Fraction,
                Label::Symbol(symbol) if symbol.sup.is_some() => Shape::Power,
                Label::Number(text) if text.contains('e') => Shape::Power,
                _ => Shape::Whole,
            },
            Formula::Negative(_) => Shape::Negative,
            Formula::Sum(_) => Shape::Sum,
            Formula::Product(factors) => match factors.iter().position(|factor| factor.over) {
                Some(first) if factors.iter().skip(first).all(|factor| factor.over) => Shape::Fraction,
                _ => Shape::Product,
            },
            Formula::Power(..) | Formula::Call(Function::Exp | Function::Sqrt, _) => Shape::Power,
            Formula::Number(_) | Formula::Call(..) => Shape::Whole,
        }
    }

    fn draw(&self, formula: &Formula, place: Place) -> Drawing {
        if place.brackets(self.shape(formula)) {
            Drawing::Bracketed(Box::new(self.draw_bare(formula, Place::Free)))
        } else {
            self.draw_bare(formula, place)
        }
    }

    fn free(&self, formula: &Formula) -> Box<Drawing> {
        Box::new(self.draw(formula, Place::Free))
    }

    fn draw_bare(&self, formula: &Formula, place: Place) -> Drawing {
        match formula {
            Formula::Number(number) => Drawing::Number(number.to_string(), None),
            Formula::Name(name) => match (self.labels)(name) {
                Label::Text(text) => Drawing::Text(text, name.clone()),
                Label::Number(text) => Drawing::Number(text, Some(name.clone())),
                Label::Symbol(symbol) => Drawing::Symbol(symbol, name.clone()),
                Label::Derivative { of, by } => Drawing::Derivative(of, by, name.clone()),
            },
            Formula::Negative(inner) => Drawing::Row(vec![Drawing::Sign, self.draw(inner, Place::Negated)]),
            Formula::Sum(terms) => self.sum(terms),
            Formula::Product(factors) => self.product(factors, place),
            Formula::Power(base, exponent) => {
                Drawing::Power(Box::new(self.draw(base, Place::Base)), self.free(exponent))
            }
            Formula::Call(function, arguments) => self.call(*function, arguments),
        }
    }

    fn sum(&self, terms: &[Term]) -> Drawing {
        let mut row = Vec::with_capacity(2 * terms.len());
        for (index, term) in terms.iter().enumerate() {
            match (index, term.minus) {
                (0, true) => row.push(Drawing::Sign),
                (0, false) => {}
                (_, true) => row.push(Drawing::Minus),
                (_, false) => row.push(Drawing::Plus),
            }
            row.push(self.draw(&term.formula, if index == 0 { Place::FirstTerm } else { Place::LaterTerm }));
        }
        Drawing::Row(row)
    }

    fn product(&self, factors: &[Factor], place: Place) -> Drawing {
        let mut row = Vec::new();
        for (index, group) in groups(factors).into_iter().enumerate() {
            if index > 0 {
                row.push(Drawing::Times);
            }
            let first = if index == 0 && place.takes_a_sign() { Place::FirstFactor } else { Place::LaterFactor };
            if group.below.is_empty() {
                row.push(self.factors(&group.above, first));
                continue;
            }
            let mut above = group.above;
            if first == Place::FirstFactor
                && let Some(top) = above.first_mut()
                && let Formula::Negative(unsigned) = top
            {
                *top = unsigned;
                row.push(Drawing::Sign);
            }
            let below = self.factors(&group.below, Place::FirstFactor);
            row.push(Drawing::Fraction(Box::new(self.factors(&above, Place::FirstFactor)), Box::new(below)));
        }
        if row.len() == 1 { row.remove(0) } else { Drawing::Row(row) }
    }

    /// Factors beside each other; one alone, above or below a bar, needs no brackets.
    fn factors(&self, factors: &[&Formula], first: Place) -> Drawing {
        match factors {
            [] => Drawing::Number("1".to_owned(), None),
            [only] if first == Place::FirstFactor => self.draw(only, Place::Free),
            _ => {
                let mut row = Vec::with_capacity(2 * factors.len());
                for (index, factor) in factors.iter().enumerate() {
                    if index > 0 {
                        row.push(Drawing::Times);
                    }
                    row.push(self.draw(factor, if index == 0 { first } else { Place::LaterFactor }));
                }
                if row.len() == 1 { row.remove(0) } else { Drawing::Row(row) }
            }
        }
    }

    fn call(&self, function: Function, arguments: &[Formula]) -> Drawing {
        if let [argument] = arguments {
            match function {
                Function::Exp => return Drawing::Power(Box::new(Drawing::Euler), self.free(argument)),
                Function::Sqrt => return Drawing::Root(self.free(argument)),
                Function::Abs => return Drawing::Magnitude(self.free(argument)),
                _ => {}
            }
        }
        let mut row = Vec::with_capacity(2 * arguments.len());
        for (index, argument) in arguments.iter().enumerate() {
            if index > 0 {
                row.push(Drawing::Comma);
            }
            row.push(*self.free(argument));
        }
        Drawing::Row(vec![Drawing::Function(function), Drawing::Bracketed(Box::new(Drawing::Row(row)))])
    }
}
