//! Works an array formula out, member by member, into formulas over scalars.

mod over;

use std::collections::HashSet;
use std::ops::Range;

use super::fault::FaultKind;
use super::parse::LARGEST_INDEX;
use super::table::{Table, from_one, member_name, tuples};
use super::tree::{Expression, Kind, Subscript, SubscriptKind, Whole};
use crate::formula::{Factor, Formula, Name, Term};

/// How many names and numbers the formulas of all lines may have together.
pub(super) const MOST_TERMS: usize = 2_000_000;

/// What is wrong, where in the formula, and the line of what else is concerned.
#[derive(Debug)]
pub(super) struct WorkFault {
    pub(super) range: Range<usize>,
    pub(super) kind: FaultKind,
    pub(super) other: Option<usize>,
}

/// An array of formulas, row by row.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    pub(super) shape: Vec<usize>,
    pub(super) items: Vec<Formula>,
    /// Whether the sums in it come of `sum` or `@`, and may join a sum that they stand in.
    joins: bool,
}

impl Cells {
    fn one(formula: Formula) -> Self {
        Self { shape: Vec::new(), items: vec![formula], joins: false }
    }

    fn of(shape: Vec<usize>, items: Vec<Formula>) -> Self {
        Self { shape, items, joins: false }
    }

    fn map(self, change: impl Fn(Formula) -> Formula) -> Self {
        Self { shape: self.shape, items: self.items.into_iter().map(change).collect(), joins: false }
    }

    /// The item that stands at a place of a larger shape, where this array is repeated along the first levels.
    fn spread(&self, shape: &[usize], at: usize) -> &Formula {
        if self.shape == shape {
            return &self.items[at];
        }
        let mut rest = at;
        let (mut place, mut stride) = (0, 1);
        for (level, &length) in shape.iter().enumerate().rev() {
            let index = rest % length;
            rest /= length;
            let Some(own) = (level + self.shape.len()).checked_sub(shape.len()) else { break };
            if self.shape[own] != 1 {
                place += index * stride;
            }
            stride *= self.shape[own];
        }
        &self.items[place]
    }
}

/// The shape to which several shapes are spread: lined up at the last level, a missing or single one is repeated.
pub(super) fn common_shape(left: &[usize], right: &[usize]) -> Option<Vec<usize>> {
    let levels = left.len().max(right.len());
    let length = |shape: &[usize], level: usize| (level + shape.len()).checked_sub(levels).map_or(1, |own| shape[own]);
    (0..levels)
        .map(|level| match (length(left, level), length(right, level)) {
            (one, other) if one == other => Some(one),
            (1, other) => Some(other),
            (one, 1) => Some(one),
            _ => None,
        })
        .collect()
}

/// The shape of a matrix product.
pub(super) fn product_shape(left: &[usize], right: &[usize]) -> Result<Vec<usize>, FaultKind> {
    let (inner_left, inner_right, shape) = match (left, right) {
        ([inner], [other]) => (inner, other, vec![]),
        ([rows, inner], [other]) => (inner, other, vec![*rows]),
        ([inner], [other, columns]) => (inner, other, vec![*columns]),
        ([rows, inner], [other, columns]) => (inner, other, vec![*rows, *columns]),
        _ => return Err(FaultKind::MatrixProductOf { left: left.to_vec(), right: right.to_vec() }),
    };
    if inner_left != inner_right {
        return Err(FaultKind::MatrixProductShapes { left: left.to_vec(), right: right.to_vec() });
    }
    Ok(shape)
}

/// Works out the formula of one line.
pub(super) struct Worker<'a> {
    pub(super) table: &'a Table,
    pub(super) zero_outside: &'a HashSet<Name>,
    /// The range of every bound index of the line, by the place of its name.
    pub(super) bound: &'a std::collections::HashMap<usize, (i64, i64)>,
    /// The indices that have a value here.
    pub(super) scope: Vec<(Name, i64)>,
    /// The array that the line writes.
    pub(super) own: usize,
    /// How many terms have been written so far.
    pub(super) terms: usize,
    /// Givens that were used as an index.
    pub(super) used_as_index: HashSet<Name>,
}

type Worked<T> = Result<T, WorkFault>;

fn fault<T>(range: &Range<usize>, kind: FaultKind) -> Worked<T> {
    Err(WorkFault { range: range.clone(), kind, other: None })
}

impl Worker<'_> {
    pub(super) fn work(&mut self, expression: &Expression) -> Worked<Cells> {
        let range = &expression.range;
        Ok(match &expression.kind {
            Kind::Number(number) => {
                self.count(1, range)?;
                Cells::one(Formula::Number(number.clone()))
            }
            Kind::Name(name) => self.part(name, &[], range)?,
            Kind::Part(of, subscripts) => {
                if let Kind::Name(name) = &of.kind {
                    self.part(name, subscripts, range)?
                } else {
                    let whole = self.work(of)?;
                    self.part_of_cells(&whole, subscripts, range)?
                }
            }
            Kind::Transposed(inner) => {
                let inner = self.work(inner)?;
                let [rows, columns] = inner.shape[..] else {
                    return fault(range, FaultKind::TransposeOf { shape: inner.shape });
                };
                let place = |at: usize| (at % rows) * columns + at / rows;
                let items = (0..rows * columns).map(|at| inner.items[place(at)].clone()).collect();
                Cells::of(vec![columns, rows], items)
            }
            Kind::Negative(inner) => self.work(inner)?.map(|formula| Formula::Negative(Box::new(formula))),
            Kind::Sum(terms) => self.sum(terms, range)?,
            Kind::Product(factors) => {
                let factors: Vec<(bool, Cells)> = self.parts(factors)?;
                let shape = spread_shape(&factors, range)?;
                self.element_by_element(shape, &factors, range, |factors| {
                    let factor = |(over, formula)| Factor { over, formula };
                    Formula::Product(factors.into_iter().map(factor).collect())
                })?
            }
            Kind::MatrixProduct(left, right) => {
                let (left, right) = (self.work(left)?, self.work(right)?);
                self.matrix_product(&left, &right, range)?
            }
            Kind::Power(base, exponent) => {
                let parts = vec![(false, self.work(base)?), (false, self.work(exponent)?)];
                let shape = spread_shape(&parts, range)?;
                self.element_by_element(shape, &parts, range, |parts| {
                    let mut parts = parts.into_iter().map(|(_, formula)| Box::new(formula));
                    match (parts.next(), parts.next()) {
                        (Some(base), Some(exponent)) => Formula::Power(base, exponent),
                        _ => Formula::number(0),
                    }
                })?
            }
            Kind::Call(function, arguments) => {
                let mut parts = Vec::with_capacity(arguments.len());
                for argument in arguments {
                    parts.push((false, self.work(argument)?));
                }
                let shape = spread_shape(&parts, range)?;
                self.element_by_element(shape, &parts, range, |parts| {
                    Formula::Call(*function, parts.into_iter().map(|(_, formula)| formula).collect())
                })?
            }
            Kind::Over(reducer, indices, inner) => self.over(*reducer, indices, inner, range)?,
        })
    }

    fn count(&mut self, more: usize, range: &Range<usize>) -> Worked<()> {
        self.terms = self.terms.saturating_add(more);
        if self.terms > MOST_TERMS {
            let name = self.table.arrays.get(self.own).map_or_else(|| Name::new(""), |own| own.name.clone());
            return fault(range, FaultKind::TooManyTerms { name, limit: MOST_TERMS });
        }
        Ok(())
    }

    fn parts(&mut self, parts: &[(bool, Expression)]) -> Worked<Vec<(bool, Cells)>> {
        parts.iter().map(|(flag, part)| Ok((*flag, self.work(part)?))).collect()
    }

    fn element_by_element(
        &mut self,
        shape: Vec<usize>,
        parts: &[(bool, Cells)],
        range: &Range<usize>,
        join: impl Fn(Vec<(bool, Formula)>) -> Formula,
    ) -> Worked<Cells> {
        let count = shape.iter().product::<usize>();
        if count > 1 {
            self.count(count.saturating_mul(parts.len()), range)?;
        }
        let item = |at| join(parts.iter().map(|(flag, part)| (*flag, part.spread(&shape, at).clone())).collect());
        let items = (0..count).map(item).collect();
        Ok(Cells::of(shape, items))
    }

    /// A sum; what `sum` and `@` have written inside it joins it, so that a weighted sum with its bias is one sum.
    fn sum(&mut self, terms: &[(bool, Expression)], range: &Range<usize>) -> Worked<Cells> {
        let parts = self.parts(terms)?;
        let shape = spread_shape(&parts, range)?;
        let joins: Vec<bool> = parts.iter().map(|(minus, part)| part.joins && !minus).collect();
        self.element_by_element(shape, &parts, range, |items| {
            let mut terms = Vec::with_capacity(items.len());
            for ((minus, formula), joins) in items.into_iter().zip(&joins) {
                match formula {
                    Formula::Sum(inner) if *joins => terms.extend(inner),
                    formula => terms.push(Term { minus, formula }),
                }
            }
            Formula::Sum(terms)
        })
    }

    fn matrix_product(&mut self, left: &Cells, right: &Cells, range: &Range<usize>) -> Worked<Cells> {
        let shape = match product_shape(&left.shape, &right.shape) {
            Ok(shape) => shape,
            Err(kind) => return fault(range, kind),
        };
        let inner = left.shape.last().copied().unwrap_or(1);
        let rows = if left.shape.len() == 2 { left.shape[0] } else { 1 };
        let columns = if right.shape.len() == 2 { right.shape[1] } else { 1 };
        self.count(rows.saturating_mul(columns).saturating_mul(2 * inner), range)?;
        let mut items = Vec::with_capacity(rows * columns);
        for row in 0..rows {
            for column in 0..columns {
                let term = |at| {
                    let factors = [&left.items[row * inner + at], &right.items[at * columns + column]];
                    Formula::product(factors.into_iter().cloned())
                };
                items.push(Formula::sum((0..inner).map(term)));
            }
        }
        Ok(Cells { shape, items, joins: true })
    }

    /// The value of a whole-number formula.
    fn whole(&mut self, whole: &Whole, range: &Range<usize>) -> Worked<i64> {
        let too_large = || WorkFault { range: range.clone(), kind: FaultKind::IndexTooLarge, other: None };
        let value = match whole {
            Whole::Number(number) => *number,
            Whole::Name(name, place) => match self.scope.iter().rev().find(|(index, _)| index == name) {
                Some((_, value)) => *value,
                None => self.given_index(name, &[], place)?,
            },
            Whole::Member(name, at, place) => {
                let at = at.iter().map(|whole| self.whole(whole, range)).collect::<Worked<Vec<i64>>>()?;
                self.given_index(name, &at, place)?
            }
            Whole::Negative(inner) => -self.whole(inner, range)?,
            Whole::Sum(terms) => {
                let mut sum = 0_i64;
                for (minus, term) in terms {
                    let term = self.whole(term, range)?;
                    sum = sum.checked_add(if *minus { -term } else { term }).ok_or_else(too_large)?;
                }
                sum
            }
            Whole::Product(factors) => {
                let mut product = 1_i64;
                for factor in factors {
                    product = product.checked_mul(self.whole(factor, range)?).ok_or_else(too_large)?;
                }
                product
            }
        };
        if value.abs() > LARGEST_INDEX { Err(too_large()) } else { Ok(value) }
    }

    /// A given whole number that is used as an index.
    fn given_index(&mut self, name: &Name, at: &[i64], place: &Range<usize>) -> Worked<i64> {
        let Some(array) = self.table.get(name.as_str()) else {
            return fault(place, FaultKind::IndexNotBound { index: name.clone() });
        };
        if !array.is_given {
            return fault(place, FaultKind::NotAGivenIndex { name: name.clone() });
        }
        let Some(wholes) = &array.wholes else {
            return fault(place, FaultKind::IndexNotWhole { name: name.clone() });
        };
        let lengths = array.lengths.as_deref().unwrap_or_default();
        if lengths.len() != at.len() {
            let kind = FaultKind::TooManySubscripts { name: name.clone(), has: lengths.len(), found: at.len() };
            return fault(place, kind);
        }
        let mut row = 0;
        for (&index, &length) in at.iter().zip(lengths) {
            let Some(inside) = inside(index, length) else {
                return fault(place, outside(name, index, length));
            };
            row = row * length + inside;
        }
        let Some(&value) = wholes.get(row) else {
            return fault(place, FaultKind::IndexNotWhole { name: name.clone() });
        };
        self.used_as_index.insert(name.clone());
        Ok(value)
    }

    /// The indices that a subscript picks, and whether it keeps its level.
    fn picked(&mut self, subscript: &Subscript) -> Worked<(Vec<i64>, bool)> {
        let range = &subscript.range;
        Ok(match &subscript.kind {
            SubscriptKind::At(at) => (vec![self.whole(at, range)?], false),
            SubscriptKind::Window(from, to) => {
                let (from, to) = (self.whole(from, range)?, self.whole(to, range)?);
                if from > to {
                    return fault(range, FaultKind::WindowBackwards { from, to });
                }
                self.count(usize::try_from(to - from).unwrap_or(MOST_TERMS), range)?;
                ((from..=to).collect(), true)
            }
        })
    }

    /// Members of an array by its name.
    fn part(&mut self, name: &Name, subscripts: &[Subscript], range: &Range<usize>) -> Worked<Cells> {
        let Some(at) = self.table.find(name.as_str()) else {
            let is_index = self.scope.iter().any(|(index, _)| index == name);
            let kind = if is_index {
                FaultKind::IndexAsNumber { index: name.clone() }
            } else {
                FaultKind::NoSuchName { name: name.clone() }
            };
            return fault(range, kind);
        };
        let array = &self.table.arrays[at];
        let Some(shape) = array.shape() else { return self.unwritten(at, None, range) };
        if subscripts.len() > shape.len() {
            let kind = FaultKind::TooManySubscripts { name: name.clone(), has: shape.len(), found: subscripts.len() };
            return fault(range, kind);
        }
        let mut lists = Vec::with_capacity(shape.len());
        let mut kept = Vec::new();
        for subscript in subscripts {
            let (list, keeps) = self.picked(subscript)?;
            if keeps {
                kept.push(list.len());
            }
            lists.push(list);
        }
        for &length in &shape[subscripts.len()..] {
            lists.push((1..=i64::try_from(length).unwrap_or(i64::MAX)).collect());
            kept.push(length);
        }
        let count = lists.iter().map(Vec::len).fold(1_usize, usize::saturating_mul);
        self.count(count, range)?;
        let places: Vec<(i64, i64)> =
            lists.iter().map(|list| (0, i64::try_from(list.len()).unwrap_or(i64::MAX) - 1)).collect();
        let mut items = Vec::with_capacity(count);
        for places in tuples(&places) {
            let at_list = |(list, place): (&Vec<i64>, &i64)| list[usize::try_from(*place).unwrap_or(0)];
            let indices: Vec<i64> = lists.iter().zip(&places).map(at_list).collect();
            items.push(self.member(at, &shape, &indices, subscripts, range)?);
        }
        Ok(Cells::of(kept, items))
    }

    /// One member by all its indices.
    fn member(
        &self,
        at: usize,
        shape: &[usize],
        indices: &[i64],
        subscripts: &[Subscript],
        range: &Range<usize>,
    ) -> Worked<Formula> {
        let array = &self.table.arrays[at];
        let beyond = indices.iter().zip(shape).position(|(&index, &length)| inside(index, length).is_none());
        let head = &indices[..array.head_levels.min(indices.len())];
        let is_written = array.is_value() || array.written.contains(head);
        let Some(level) = beyond else {
            return if is_written {
                Ok(Formula::Name(member_name(&array.name, indices)))
            } else {
                self.unwritten(at, head.first().copied(), range)
            };
        };
        // A start that was written outside the array, `h[0]`, is there for whoever indexes it.
        let cell_is_inside = || {
            indices.iter().zip(shape).skip(array.head_levels).all(|(&index, &length)| inside(index, length).is_some())
        };
        if !array.is_value() && is_written && cell_is_inside() {
            return Ok(Formula::Name(member_name(&array.name, indices)));
        }
        if self.zero_outside.contains(&array.name) {
            return Ok(Formula::number(0));
        }
        let place = subscripts.get(level).map_or(range, |subscript| &subscript.range);
        let (index, most) = (indices[level], i64::try_from(shape[level]).unwrap_or(i64::MAX));
        let name = array.name.clone();
        let kind = if array.is_value() || level > 0 {
            FaultKind::Outside { name, index, least: 1, most }
        } else {
            FaultKind::NoStart { name, index, least: 1, most }
        };
        fault(place, kind)
    }

    /// The fault of reading a member before it is written.
    fn unwritten<T>(&self, at: usize, first: Option<i64>, range: &Range<usize>) -> Worked<T> {
        let array = &self.table.arrays[at];
        let name = array.name.clone();
        let kind = match first {
            _ if at == self.own && first.is_none() => FaultKind::ItsOwn { name },
            Some(index) if at == self.own => FaultKind::NotYetInRun { name, index },
            _ => FaultKind::Later { name },
        };
        Err(WorkFault { range: range.clone(), kind, other: array.lines.first().copied() })
    }

    /// Members of an array that has no name.
    fn part_of_cells(&mut self, whole: &Cells, subscripts: &[Subscript], range: &Range<usize>) -> Worked<Cells> {
        let shape = &whole.shape;
        if subscripts.len() > shape.len() {
            let name = Name::new("( )");
            let kind = FaultKind::TooManySubscripts { name, has: shape.len(), found: subscripts.len() };
            return fault(range, kind);
        }
        let mut lists: Vec<Vec<usize>> = Vec::with_capacity(shape.len());
        let mut kept = Vec::new();
        for (subscript, &length) in subscripts.iter().zip(shape) {
            let (list, keeps) = self.picked(subscript)?;
            let mut places = Vec::with_capacity(list.len());
            for index in list {
                let Some(place) = inside(index, length) else {
                    return fault(&subscript.range, outside(&Name::new("( )"), index, length));
                };
                places.push(place);
            }
            if keeps {
                kept.push(places.len());
            }
            lists.push(places);
        }
        for &length in &shape[subscripts.len()..] {
            lists.push((0..length).collect());
            kept.push(length);
        }
        let ranges: Vec<(i64, i64)> = from_one(&lists.iter().map(Vec::len).collect::<Vec<_>>());
        let mut items = Vec::new();
        for tuple in tuples(&ranges) {
            let mut row = 0;
            for ((index, list), length) in tuple.iter().zip(&lists).zip(shape) {
                row = row * length + list[usize::try_from(index - 1).unwrap_or(0)];
            }
            items.push(whole.items[row].clone());
        }
        Ok(Cells::of(kept, items))
    }
}

/// The shape that several arrays have together, element by element.
fn spread_shape(parts: &[(bool, Cells)], range: &Range<usize>) -> Worked<Vec<usize>> {
    let mut shape = Vec::new();
    for (_, part) in parts {
        let Some(common) = common_shape(&shape, &part.shape) else {
            return fault(range, FaultKind::ShapesDoNotFit { left: shape, right: part.shape.clone() });
        };
        shape = common;
    }
    Ok(shape)
}

/// The place of an index, counted from 0, where it is inside.
fn inside(index: i64, length: usize) -> Option<usize> {
    let place = usize::try_from(index.checked_sub(1)?).ok()?;
    (place < length).then_some(place)
}

fn outside(name: &Name, index: i64, length: usize) -> FaultKind {
    FaultKind::Outside { name: name.clone(), index, least: 1, most: i64::try_from(length).unwrap_or(i64::MAX) }
}
