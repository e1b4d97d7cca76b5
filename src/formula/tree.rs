//! The expression tree.

use std::fmt;
use std::sync::Arc;

use crate::number::Exact;

/// The name of a value: an identifier, where needed with `#sample` and `@epoch` behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Arc<str>);

impl Name {
    /// Makes a name of any text; the parser only ever makes well-formed ones.
    #[must_use]
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(Arc::from(text.as_ref()))
    }

    /// The text of the name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Makes a name of our own that reads as `word`. Nobody can write it in a scenario, so it is never taken for a
    /// value of the author; `number` tells it from other names that read the same.
    #[must_use]
    pub fn aside(number: usize, word: &str) -> Self {
        Self::new(format!("{ASIDE}{number}{ASIDE}{word}"))
    }

    /// The name as a reader sees it.
    #[must_use]
    pub fn shown(&self) -> Self {
        let word = self.0.strip_prefix(ASIDE).and_then(|rest| rest.split_once(ASIDE));
        word.map_or_else(|| self.clone(), |(_, word)| Self::new(word))
    }
}

/// Begins a name that no author can write.
const ASIDE: char = '·';

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl std::borrow::Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// An expression over names and exact numbers.
///
/// Sums and products are flat, so that a weighted sum of a thousand terms is one node, and are worked
/// from left to right. A number in a tree is never negative: `-3` is the negative of 3.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Formula {
    /// A number as its author wrote it.
    Number(Exact),
    /// A value by its name.
    Name(Name),
    /// `-a`
    Negative(Box<Formula>),
    /// `a + b - c`; two terms or more.
    Sum(Vec<Term>),
    /// `a*b/c`; two factors or more.
    Product(Vec<Factor>),
    /// `a^b`
    Power(Box<Formula>, Box<Formula>),
    /// `exp(a)`, `max(a, b)`
    Call(Function, Vec<Formula>),
}

/// One term of a sum.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// Whether the term is subtracted; never so for the first.
    pub minus: bool,
    /// What is added or subtracted.
    pub formula: Formula,
}

/// One factor of a product.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Factor {
    /// Whether the product is divided by it; never so for the first.
    pub over: bool,
    /// What is multiplied with or divided by.
    pub formula: Formula,
}

/// The functions that formulas know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Function {
    /// e to the power x.
    Exp,
    /// The natural logarithm.
    Ln,
    /// The square root.
    Sqrt,
    /// `1/(1 + exp(-x))`
    Sigmoid,
    /// The hyperbolic tangent.
    Tanh,
    /// `max(0, x)`
    Relu,
    /// 1 where x ≥ 0, else 0.
    Step,
    /// -1, 0 or 1.
    Sign,
    /// `ln(1 + exp(x))`
    Softplus,
    /// The magnitude.
    Abs,
    /// The smaller of two.
    Min,
    /// The larger of two.
    Max,
    /// The largest whole number not above x.
    Floor,
}

impl Function {
    /// Every function.
    pub const ALL: [Self; 13] = [
        Self::Exp,
        Self::Ln,
        Self::Sqrt,
        Self::Sigmoid,
        Self::Tanh,
        Self::Relu,
        Self::Step,
        Self::Sign,
        Self::Softplus,
        Self::Abs,
        Self::Min,
        Self::Max,
        Self::Floor,
    ];

    /// The name as it is written in formulas.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exp => "exp",
            Self::Ln => "ln",
            Self::Sqrt => "sqrt",
            Self::Sigmoid => "sigmoid",
            Self::Tanh => "tanh",
            Self::Relu => "relu",
            Self::Step => "step",
            Self::Sign => "sign",
            Self::Softplus => "softplus",
            Self::Abs => "abs",
            Self::Min => "min",
            Self::Max => "max",
            Self::Floor => "floor",
        }
    }

    /// The function of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|function| function.name() == name)
    }

    /// How many arguments it takes.
    #[must_use]
    pub fn arity(self) -> usize {
        if matches!(self, Self::Min | Self::Max) { 2 } else { 1 }
    }
}

impl Formula {
    /// A value by its name.
    #[must_use]
    pub fn name(name: impl AsRef<str>) -> Self {
        Self::Name(Name::new(name))
    }

    /// A number; a negative one becomes the negative of its magnitude.
    #[must_use]
    pub fn number(value: impl Into<Exact>) -> Self {
        let value = value.into();
        if value.is_negative() {
            Self::Negative(Box::new(Self::Number(value.magnitude())))
        } else {
            Self::Number(value)
        }
    }

    /// The sum of all `terms`; of none it is 0, of one that term.
    #[must_use]
    pub fn sum(terms: impl IntoIterator<Item = Self>) -> Self {
        let mut terms: Vec<_> = terms.into_iter().map(|formula| Term { minus: false, formula }).collect();
        match terms.len() {
            0 => Self::number(0),
            1 => terms.remove(0).formula,
            _ => Self::Sum(terms),
        }
    }

    /// The product of all `factors`; of none it is 1, of one that factor.
    #[must_use]
    pub fn product(factors: impl IntoIterator<Item = Self>) -> Self {
        let mut factors: Vec<_> = factors.into_iter().map(|formula| Factor { over: false, formula }).collect();
        match factors.len() {
            0 => Self::number(1),
            1 => factors.remove(0).formula,
            _ => Self::Product(factors),
        }
    }

    /// `self - other`
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self::Sum(vec![Term { minus: false, formula: self }, Term { minus: true, formula: other }])
    }

    /// `self / other`
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        Self::Product(vec![Factor { over: false, formula: self }, Factor { over: true, formula: other }])
    }

    /// `self / other`, as one more factor where `self` is a product already.
    #[must_use]
    pub fn divided_by(self, other: Self) -> Self {
        match self {
            Self::Product(mut factors) => {
                factors.push(Factor { over: true, formula: other });
                Self::Product(factors)
            }
            single => single.over(other),
        }
    }

    /// Calls `visit` for every name, from left to right, as often as it occurs.
    pub fn each_name<'a>(&'a self, visit: &mut impl FnMut(&'a Name)) {
        match self {
            Self::Number(_) => {}
            Self::Name(name) => visit(name),
            Self::Negative(inner) => inner.each_name(visit),
            Self::Sum(terms) => terms.iter().for_each(|term| term.formula.each_name(visit)),
            Self::Product(factors) => factors.iter().for_each(|factor| factor.formula.each_name(visit)),
            Self::Power(base, exponent) => {
                base.each_name(visit);
                exponent.each_name(visit);
            }
            Self::Call(_, arguments) => arguments.iter().for_each(|argument| argument.each_name(visit)),
        }
    }

    /// The formula with every name that `replace` knows put in for; other names stay.
    #[must_use]
    pub fn substituted(&self, replace: &impl Fn(&Name) -> Option<Self>) -> Self {
        match self {
            Self::Number(_) => self.clone(),
            Self::Name(name) => replace(name).unwrap_or_else(|| self.clone()),
            Self::Negative(inner) => Self::Negative(Box::new(inner.substituted(replace))),
            Self::Sum(terms) => Self::Sum(
                terms
                    .iter()
                    .map(|term| Term { minus: term.minus, formula: term.formula.substituted(replace) })
                    .collect(),
            ),
            Self::Product(factors) => Self::Product(
                factors
                    .iter()
                    .map(|factor| Factor { over: factor.over, formula: factor.formula.substituted(replace) })
                    .collect(),
            ),
            Self::Power(base, exponent) => {
                Self::Power(Box::new(base.substituted(replace)), Box::new(exponent.substituted(replace)))
            }
            Self::Call(function, arguments) => {
                Self::Call(*function, arguments.iter().map(|argument| argument.substituted(replace)).collect())
            }
        }
    }
}
