//! Array formulas as their author wrote them, with the place of every part.

use std::ops::Range;

use crate::formula::{Function, Name};
use crate::number::Exact;

/// A formula over arrays, and the bytes of the text on which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expression {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
}

/// The kinds of array formulas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number(Exact),
    /// A whole array, or a number by its name.
    Name(Name),
    /// `x[t]`, `W[i, j]`, `x[i..i+2]`
    Part(Box<Expression>, Vec<Subscript>),
    /// `A.T`
    Transposed(Box<Expression>),
    Negative(Box<Expression>),
    /// `a + b - c`; the first is never subtracted.
    Sum(Vec<(bool, Expression)>),
    /// `a*b/c`, without a matrix product; the first is never divided by.
    Product(Vec<(bool, Expression)>),
    /// `A @ B`
    MatrixProduct(Box<Expression>, Box<Expression>),
    Power(Box<Expression>, Box<Expression>),
    /// A function that works element by element.
    Call(Function, Vec<Expression>),
    /// `sum(t, x[t])`: over the indices named, or over the whole array where none is.
    Over(Reducer, Vec<(Name, Range<usize>)>, Box<Expression>),
}

/// What makes one number of many, or weighs many against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Reducer {
    Sum,
    Mean,
    Max,
    Min,
    Softmax,
}

impl Reducer {
    pub(super) const ALL: [Self; 5] = [Self::Sum, Self::Mean, Self::Max, Self::Min, Self::Softmax];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Mean => "mean",
            Self::Max => "max",
            Self::Min => "min",
            Self::Softmax => "softmax",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reducer| reducer.name() == name)
    }

    /// The function of the same name that works element by element, where there is one.
    pub(super) fn element_by_element(self) -> Option<Function> {
        match self {
            Self::Max => Some(Function::Max),
            Self::Min => Some(Function::Min),
            Self::Sum | Self::Mean | Self::Softmax => None,
        }
    }
}

/// What stands between brackets at one position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subscript {
    pub(super) kind: SubscriptKind,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SubscriptKind {
    At(Whole),
    /// `i..i+2`, both ends included.
    Window(Whole, Whole),
}

/// Arithmetic over whole numbers, as indices are worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    Number(i64),
    /// An index, or a given whole number.
    Name(Name, Range<usize>),
    /// `word[k]`: a member of an array of given whole numbers.
    Member(Name, Vec<Whole>, Range<usize>),
    Negative(Box<Whole>),
    Sum(Vec<(bool, Whole)>),
    Product(Vec<Whole>),
}

/// The left side of a line: `h`, `h[0]`, `a[t]`, `z[i=1..3, j=1..3]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) name: Name,
    pub(super) indices: Vec<HeadIndex>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeadIndex {
    pub(super) kind: HeadIndexKind,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HeadIndexKind {
    /// One member: `h[0]`.
    Fixed(i64),
    /// An index, and its ends where the head says them.
    Running(Name, Option<(i64, i64)>),
}

impl Expression {
    /// Calls `visit` for this formula and every part of it, the whole before its parts.
    pub(super) fn each<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        match &self.kind {
            Kind::Number(_) | Kind::Name(_) => {}
            Kind::Part(inner, _) | Kind::Transposed(inner) | Kind::Negative(inner) | Kind::Over(_, _, inner) => {
                inner.each(visit);
            }
            Kind::Sum(parts) | Kind::Product(parts) => parts.iter().for_each(|(_, part)| part.each(visit)),
            Kind::MatrixProduct(left, right) | Kind::Power(left, right) => {
                left.each(visit);
                right.each(visit);
            }
            Kind::Call(_, arguments) => arguments.iter().for_each(|argument| argument.each(visit)),
        }
    }

    /// Whether `index` stands in a bracket of this formula.
    pub(super) fn has_in_brackets(&self, index: &Name) -> bool {
        let mut found = false;
        self.each(&mut |part| {
            if let Kind::Part(_, subscripts) = &part.kind {
                found |= subscripts.iter().any(|subscript| subscript.names(index));
            }
        });
        found
    }
}

impl Subscript {
    /// The whole-number formulas of which it is made.
    pub(super) fn wholes(&self) -> impl Iterator<Item = &Whole> {
        let (first, second) = match &self.kind {
            SubscriptKind::At(at) => (at, None),
            SubscriptKind::Window(from, to) => (from, Some(to)),
        };
        std::iter::once(first).chain(second)
    }

    fn names(&self, index: &Name) -> bool {
        self.wholes().any(|whole| whole.names(index))
    }

    /// The index that stands alone here.
    pub(super) fn alone(&self) -> Option<&Name> {
        match &self.kind {
            SubscriptKind::At(Whole::Name(name, _)) => Some(name),
            _ => None,
        }
    }
}

impl Whole {
    /// Calls `visit` for every name, with its place.
    pub(super) fn each_name<'a>(&'a self, visit: &mut impl FnMut(&'a Name, &'a Range<usize>)) {
        match self {
            Self::Number(_) => {}
            Self::Name(name, range) => visit(name, range),
            Self::Member(name, at, range) => {
                visit(name, range);
                for whole in at {
                    whole.each_name(visit);
                }
            }
            Self::Negative(inner) => inner.each_name(visit),
            Self::Sum(terms) => terms.iter().for_each(|(_, term)| term.each_name(visit)),
            Self::Product(factors) => factors.iter().for_each(|factor| factor.each_name(visit)),
        }
    }

    pub(super) fn names(&self, index: &Name) -> bool {
        let mut found = false;
        self.each_name(&mut |name, _| found |= name == index);
        found
    }
}
