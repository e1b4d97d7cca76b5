//! `sum`, `mean`, `max`, `min` and `softmax`: one number of many, or each weighed against all.

use std::ops::Range;

use super::{Cells, Worked, Worker, fault};
use crate::families::fault::FaultKind;
use crate::families::table::tuples;
use crate::families::tree::{Expression, Reducer};
use crate::formula::{Formula, Function, Name};

impl Worker<'_> {
    /// `sum(t, x[t])` and its like.
    pub(super) fn over(
        &mut self,
        reducer: Reducer,
        indices: &[(Name, Range<usize>)],
        inner: &Expression,
        range: &Range<usize>,
    ) -> Worked<Cells> {
        if reducer == Reducer::Softmax {
            return self.softmax(indices, inner, range);
        }
        let Some(ranges) = self.ranges(indices) else {
            let whole = self.work(inner)?;
            let formula = reduced(reducer, whole.items);
            return Ok(Cells { shape: Vec::new(), items: vec![formula], joins: reducer == Reducer::Sum });
        };
        for (index, place) in indices {
            if self.scope.iter().any(|(other, _)| other == index) {
                let kind = FaultKind::IndexInHeadAndBound { index: index.clone(), reducer: reducer.name() };
                return fault(place, kind);
            }
        }
        let mut columns: Vec<Vec<Formula>> = Vec::new();
        let mut shape: Option<Vec<usize>> = None;
        for tuple in tuples(&ranges) {
            let cells = self.within(indices, &tuple, inner)?;
            let first = shape.get_or_insert_with(|| cells.shape.clone());
            if *first != cells.shape {
                let kind = FaultKind::ShapesDoNotFit { left: first.clone(), right: cells.shape };
                return fault(&inner.range, kind);
            }
            columns.resize(cells.items.len(), Vec::new());
            for (column, item) in columns.iter_mut().zip(cells.items) {
                column.push(item);
            }
        }
        let items = columns.into_iter().map(|items| reduced(reducer, items)).collect();
        Ok(Cells { shape: shape.unwrap_or_default(), items, joins: reducer == Reducer::Sum })
    }

    /// The ranges of bound indices; none where none is named.
    fn ranges(&self, indices: &[(Name, Range<usize>)]) -> Option<Vec<(i64, i64)>> {
        let range = |(_, place): &(Name, Range<usize>)| self.bound.get(&place.start).copied().unwrap_or((1, 0));
        (!indices.is_empty()).then(|| indices.iter().map(range).collect())
    }

    /// Works `inner` out with the indices at one tuple.
    fn within(&mut self, indices: &[(Name, Range<usize>)], tuple: &[i64], inner: &Expression) -> Worked<Cells> {
        let before = self.scope.len();
        self.scope.extend(indices.iter().map(|(index, _)| index.clone()).zip(tuple.iter().copied()));
        let worked = self.work(inner);
        self.scope.truncate(before);
        worked
    }

    fn softmax(&mut self, indices: &[(Name, Range<usize>)], inner: &Expression, range: &Range<usize>) -> Worked<Cells> {
        let Some(ranges) = self.ranges(indices) else {
            let whole = self.work(inner)?;
            let Some(&length) = whole.shape.last() else { return fault(range, FaultKind::SoftmaxOfNumber) };
            self.count(whole.items.len().saturating_mul(length), range)?;
            let powers: Vec<Formula> = whole.items.into_iter().map(power_of_e).collect();
            let quotient = |(at, power): (usize, &Formula)| {
                let row = at / length * length;
                power.clone().over(Formula::sum(powers[row..row + length].iter().cloned()))
            };
            return Ok(Cells::of(whole.shape, powers.iter().enumerate().map(quotient).collect()));
        };
        for (index, place) in indices {
            if !self.scope.iter().any(|(other, _)| other == index) {
                return fault(place, FaultKind::SoftmaxIndexNotBound { index: index.clone() });
            }
        }
        let own = self.work(inner)?;
        let mut sums: Vec<Vec<Formula>> = vec![Vec::new(); own.items.len()];
        for tuple in tuples(&ranges) {
            let cells = self.within(indices, &tuple, inner)?;
            if cells.shape != own.shape {
                return fault(&inner.range, FaultKind::ShapesDoNotFit { left: own.shape, right: cells.shape });
            }
            for (sum, item) in sums.iter_mut().zip(cells.items) {
                sum.push(power_of_e(item));
            }
        }
        let quotient = |(item, sum): (Formula, Vec<Formula>)| power_of_e(item).over(Formula::sum(sum));
        Ok(Cells::of(own.shape, own.items.into_iter().zip(sums).map(quotient).collect()))
    }
}

fn power_of_e(formula: Formula) -> Formula {
    Formula::Call(Function::Exp, vec![formula])
}

fn reduced(reducer: Reducer, mut items: Vec<Formula>) -> Formula {
    let function = match reducer {
        Reducer::Max => Function::Max,
        Reducer::Min => Function::Min,
        Reducer::Mean => {
            let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
            return Formula::sum(items).over(Formula::number(count));
        }
        Reducer::Sum | Reducer::Softmax => return Formula::sum(items),
    };
    // Two at a time, from the left: so the first of equal ones is the one that counts.
    let first = items.remove(0);
    items.into_iter().fold(first, |most, item| Formula::Call(function, vec![most, item]))
}
