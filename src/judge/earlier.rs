//! The numbers before the one that is judged: what a source may have worked with.

use std::collections::HashMap;

use super::digits::{half_unit, half_unit_of, half_unit_of_significant};
use super::subject::Subject;
use crate::lesson::Position;
use crate::number::{Exact, Number, Outcome, Precision, Rounding};

/// What a step may have been worked with.
pub(super) trait Basis {
    /// What was written of a step, and half a unit of its last digit.
    fn written(&self, position: Position) -> Option<(&Exact, Exact)>;

    /// How far a value that was not written may be from the one that is computed for it: as far as a person's rounding
    /// of it brings it, and no further than by rounding to so many decimals.
    fn tolerance(&self, value: &Number, at_least: u32) -> Exact;

    /// What is computed for a step that was not written and depends on numbers that were, at a precision.
    fn carried(&self, position: Position, precision: Precision) -> Option<&Outcome<Number>>;
}

/// The fewest digits to which the lines of a sheet or source were rounded.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Coarseness {
    fewest: Option<Fewest>,
}

#[derive(Clone, Copy, Debug)]
struct Fewest {
    decimals: u32,
    /// None where only zeros were written.
    significant: Option<u32>,
    most_decimals: u32,
    most_significant: Option<u32>,
}

impl Coarseness {
    /// Takes in a line that was rounded.
    pub(super) fn add(&mut self, claim: &Exact) {
        let decimals = claim.scale();
        let significant = if claim.is_zero() { None } else { u32::try_from(claim.digit_count()).ok() };
        self.fewest = Some(match self.fewest {
            Some(fewest) => Fewest {
                decimals: fewest.decimals.min(decimals),
                significant: fewest.significant.into_iter().chain(significant).min(),
                most_decimals: fewest.most_decimals.max(decimals),
                most_significant: fewest.most_significant.into_iter().chain(significant).max(),
            },
            None => Fewest { decimals, significant, most_decimals: decimals, most_significant: significant },
        });
    }

    /// The rule by which most likely all lines were rounded: to the kind of digits of which their numbers differ least.
    pub(super) fn rounding(&self) -> Option<Rounding> {
        let fewest = self.fewest?;
        let by_decimals = Rounding::decimals(fewest.decimals);
        let Some((least, most)) = fewest.significant.zip(fewest.most_significant) else { return Some(by_decimals) };
        let is_by_digits = most - least < fewest.most_decimals - fewest.decimals;
        Some(if is_by_digits { Rounding::significant(least) } else { by_decimals })
    }

    /// How far a person's rounding brings a value: half a unit of the last digit that is kept, of decimals or of
    /// significant digits, whichever is finer.
    pub(super) fn tolerance(&self, value: &Number, at_least: u32) -> Exact {
        let Some(Fewest { decimals, significant, .. }) = self.fewest else { return Exact::zero() };
        let decimals = decimals.max(at_least);
        // A value that ends before that is not changed by rounding it.
        if value.exact().is_some_and(|exact| exact.normalized().scale() <= decimals) {
            return Exact::zero();
        }
        let of_decimals = half_unit(decimals);
        match significant.and_then(|count| half_unit_of_significant(value, count)) {
            Some(of_digits) if of_digits.compare(&of_decimals).is_lt() => of_digits,
            _ => of_decimals,
        }
    }
}

/// Claims that agree and come before the one that is judged.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    /// What was written of a step, where that is not all of its result.
    written: HashMap<Position, Exact>,
    exact: HashMap<Position, Exact>,
    coarseness: Coarseness,
}

impl Earlier {
    /// Remembers a claim that agrees with `value`, and that others may be as coarse.
    pub(super) fn add(&mut self, subject: &Subject, claim: &Exact, value: &Number) {
        // A line with all the digits that there are was not rounded, and says nothing of how others are.
        let is_all = is_all(claim, value);
        if !is_all {
            self.coarseness.add(claim);
        }
        let Some((position, negative)) = subject.step else { return };
        let claim = if negative { claim.negated() } else { claim.clone() };
        if is_all {
            self.exact.insert(position, claim);
            return;
        }
        // Of a step that was printed twice, either line may have been used.
        let coarser = self.written.get(&position).is_none_or(|known| known.scale() > claim.scale());
        if coarser {
            self.written.insert(position, claim);
        }
    }
}

/// Whether a claim is all of a value.
pub(super) fn is_all(claim: &Exact, value: &Number) -> bool {
    value.exact().is_some_and(|exact| exact.compare(claim).is_eq())
}

impl Basis for Earlier {
    fn written(&self, position: Position) -> Option<(&Exact, Exact)> {
        if let Some(exact) = self.exact.get(&position).filter(|_| !self.written.contains_key(&position)) {
            return Some((exact, Exact::zero()));
        }
        self.written.get(&position).map(|written| (written, half_unit_of(written)))
    }

    fn tolerance(&self, value: &Number, at_least: u32) -> Exact {
        self.coarseness.tolerance(value, at_least)
    }

    fn carried(&self, _: Position, _: Precision) -> Option<&Outcome<Number>> {
        None
    }
}
