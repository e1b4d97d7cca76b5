//! The shape of an array formula before any member is worked out, as far as the arrays in it are known.

use super::table::Table;
use super::tree::{Expression, Kind, Reducer, Subscript, SubscriptKind, Whole};
use super::work::{common_shape, product_shape};
use crate::formula::Name;

/// What is known while lines get their shapes.
pub(super) struct Shapes<'a> {
    pub(super) table: &'a Table,
    /// A value for each index, to measure windows with.
    pub(super) scope: Vec<(Name, i64)>,
    /// Whether an array of unknown shape is taken to fit whatever is beside it.
    pub(super) guesses: bool,
}

/// What is known of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Known(Vec<usize>),
    /// Not known yet.
    Open,
}

impl Shapes<'_> {
    /// The shape of a formula; what does not fit together is open, and found when members are worked out.
    pub(super) fn of(&self, expression: &Expression) -> Shape {
        match &expression.kind {
            Kind::Number(_) => Shape::Known(Vec::new()),
            Kind::Name(name) => self.part(name, &[]),
            Kind::Part(of, subscripts) => match &of.kind {
                Kind::Name(name) => self.part(name, subscripts),
                _ => match self.of(of) {
                    Shape::Known(shape) => self.after(&shape, subscripts),
                    Shape::Open => Shape::Open,
                },
            },
            Kind::Transposed(inner) => match self.of(inner) {
                Shape::Known(shape) => Shape::Known(shape.into_iter().rev().collect()),
                Shape::Open => Shape::Open,
            },
            Kind::Negative(inner) | Kind::Over(Reducer::Softmax, _, inner) => self.of(inner),
            Kind::Sum(parts) | Kind::Product(parts) => self.common(parts.iter().map(|(_, part)| part)),
            Kind::Power(base, exponent) => self.common([&**base, &**exponent]),
            Kind::Call(_, arguments) => self.common(arguments),
            Kind::MatrixProduct(left, right) => match (self.of(left), self.of(right)) {
                (Shape::Known(left), Shape::Known(right)) => {
                    product_shape(&left, &right).map_or(Shape::Open, Shape::Known)
                }
                // A recurrence multiplies a matrix with a list that the same run writes.
                (Shape::Known(left), Shape::Open) if self.guesses && left.len() == 2 => Shape::Known(vec![left[0]]),
                (Shape::Open, Shape::Known(right)) if self.guesses && right.len() == 2 => Shape::Known(vec![right[1]]),
                _ => Shape::Open,
            },
            Kind::Over(_, indices, _) if indices.is_empty() => Shape::Known(Vec::new()),
            Kind::Over(_, _, inner) => self.of(inner),
        }
    }

    fn common<'a>(&self, parts: impl IntoIterator<Item = &'a Expression>) -> Shape {
        let mut shape = Vec::new();
        let mut is_open = false;
        for part in parts {
            match self.of(part) {
                Shape::Known(known) => match common_shape(&shape, &known) {
                    Some(common) => shape = common,
                    None => return Shape::Open,
                },
                Shape::Open => is_open = true,
            }
        }
        if is_open && (!self.guesses || shape.is_empty()) { Shape::Open } else { Shape::Known(shape) }
    }

    fn part(&self, name: &Name, subscripts: &[Subscript]) -> Shape {
        let Some(array) = self.table.get(name.as_str()) else { return Shape::Open };
        if let Some(shape) = array.shape() {
            return self.after(&shape, subscripts);
        }
        let at_single_members = subscripts.len() >= array.head_levels
            && subscripts.iter().take(array.head_levels).all(|of| matches!(of.kind, SubscriptKind::At(_)));
        match &array.cell {
            Some(cell) if at_single_members => self.after(cell, &subscripts[array.head_levels..]),
            _ => Shape::Open,
        }
    }

    /// What is left of a shape after some subscripts.
    fn after(&self, shape: &[usize], subscripts: &[Subscript]) -> Shape {
        let mut left = Vec::new();
        for subscript in subscripts.iter().take(shape.len()) {
            if let SubscriptKind::Window(from, to) = &subscript.kind {
                let length = self.whole(to).zip(self.whole(from)).and_then(|(to, from)| to.checked_sub(from));
                match length.and_then(|length| usize::try_from(length.checked_add(1)?).ok()) {
                    Some(length) => left.push(length),
                    None => return Shape::Open,
                }
            }
        }
        left.extend(shape.iter().skip(subscripts.len()));
        Shape::Known(left)
    }

    fn whole(&self, whole: &Whole) -> Option<i64> {
        Some(match whole {
            Whole::Number(number) => *number,
            Whole::Name(name, _) => match self.scope.iter().rev().find(|(index, _)| index == name) {
                Some((_, value)) => *value,
                None => self.given(name, &[])?,
            },
            Whole::Member(name, at, _) => {
                let at = at.iter().map(|whole| self.whole(whole)).collect::<Option<Vec<i64>>>()?;
                self.given(name, &at)?
            }
            Whole::Negative(inner) => -self.whole(inner)?,
            Whole::Sum(terms) => {
                let mut sum = 0_i64;
                for (minus, term) in terms {
                    let term = self.whole(term)?;
                    sum = sum.checked_add(if *minus { -term } else { term })?;
                }
                sum
            }
            Whole::Product(factors) => {
                let mut product = 1_i64;
                for factor in factors {
                    product = product.checked_mul(self.whole(factor)?)?;
                }
                product
            }
        })
    }

    fn given(&self, name: &Name, at: &[i64]) -> Option<i64> {
        let array = self.table.get(name.as_str())?;
        let lengths = array.lengths.as_deref()?;
        let mut row = 0;
        for (&index, &length) in at.iter().zip(lengths) {
            row = row * length + usize::try_from(index.checked_sub(1)?).ok().filter(|inside| *inside < length)?;
        }
        array.wholes.as_ref()?.get(row).copied()
    }
}
