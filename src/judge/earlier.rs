//! The claims so far: what a source may have worked with.

use std::collections::HashMap;

use super::digits::{half_unit, half_unit_of};
use super::subject::Subject;
use crate::lesson::Position;
use crate::number::{Exact, Number, Outcome, Precision};

/// What a step may have been worked with.
pub(super) trait Basis {
    /// What was written of a step, and half a unit of its last digit.
    fn written(&self, position: Position) -> Option<(&Exact, Exact)>;

    /// How far a value that was not written may be from the one that is computed for it: half a unit of the coarsest
    /// line, or of the decimals that it has at least.
    fn tolerance(&self, value: &Number, at_least: u32) -> Exact;

    /// What is computed for a step that was not written and rests on a wrong number, with so many bits.
    fn carried(&self, position: Position, precision: Precision) -> Option<&Outcome<Number>>;
}

/// Numbers that stand before the one that is judged.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    /// What was written of a step, where that is not all of its result.
    written: HashMap<Position, Exact>,
    exact: HashMap<Position, Exact>,
    /// The fewest decimals of a line that was rounded.
    coarsest: Option<u32>,
}

impl Earlier {
    /// Remembers a claim that agrees with `value`, and that others may be as coarse.
    pub(super) fn add(&mut self, subject: &Subject, claim: &Exact, value: &Number) {
        // A line with all the digits that there are was not rounded, and says nothing of how others are.
        if !is_all(claim, value) {
            self.coarsest = Some(self.coarsest.map_or(claim.scale(), |coarsest| coarsest.min(claim.scale())));
        }
        self.add_alone(subject, claim, value);
    }

    /// Remembers a claim that agrees with `value`, and is no measure for others.
    pub(super) fn add_alone(&mut self, subject: &Subject, claim: &Exact, value: &Number) {
        let is_all = is_all(claim, value);
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

    /// Remembers a claim that does not agree with `value`; one with as many decimals as the exact result has was not
    /// rounded.
    pub(super) fn add_wrong(&mut self, position: Position, claim: &Exact, value: &Number) {
        let is_whole = value.exact().is_some_and(|exact| exact.normalized().scale() <= claim.scale());
        if !is_whole {
            self.coarsest = Some(self.coarsest.map_or(claim.scale(), |coarsest| coarsest.min(claim.scale())));
        }
        self.exact.remove(&position);
        self.written.insert(position, claim.clone());
    }
}

fn is_all(claim: &Exact, value: &Number) -> bool {
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
        let Some(coarsest) = self.coarsest.map(|coarsest| coarsest.max(at_least)) else { return Exact::zero() };
        // A value that ends before that is not changed by rounding it.
        if value.exact().is_some_and(|exact| exact.normalized().scale() <= coarsest) {
            return Exact::zero();
        }
        half_unit(coarsest)
    }

    fn carried(&self, _: Position, _: Precision) -> Option<&Outcome<Number>> {
        None
    }
}
