//! The values of one line at one moment, by name.

use std::sync::Arc;

use super::lines::Line;
use super::tape::Doubts;
use crate::number::{Assumed, Fault, Number, Outcome, Precision};
use crate::program::{Address, Batch};

/// A line of steps at one moment of a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The epoch, counted from 1.
    pub epoch: u64,
    /// Which line of it.
    pub line: LineOf,
}

/// One of the lines of an epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LineOf {
    /// The sample line of a sample, counted from 1.
    Sample(u64),
    /// The update line of a batch, counted from 1.
    Update(u64),
    /// The line that judges the epoch by the samples that are not trained on.
    Validation,
}

/// The values of a line, computed with some number of bits.
#[derive(Debug)]
pub struct Reading {
    pub(crate) line: Arc<Line>,
    pub(crate) slots: Vec<Outcome<Number>>,
    pub(crate) precision: Precision,
    /// What the values rest on that was taken for granted in this line.
    pub(crate) doubts: Doubts,
    /// Whether something was taken for granted in an update before.
    pub(crate) rests: bool,
    /// For a line over several samples, the batch, and the batch as its tape knows it.
    pub(crate) batch: Option<(Batch, Batch)>,
}

impl Reading {
    /// How it was computed.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The value of a given or step by its plain name, or in an update line of `name#sample`.
    ///
    /// # Errors
    /// What kept it from being computed; [`Fault::TooLarge`] for a name that the line does not know.
    pub fn value(&self, name: &str) -> Outcome<&Number> {
        let slot = self.line.tape.slot_of(name).filter(|_| !name.contains('#')).or_else(|| self.shifted(name));
        let slot = slot.and_then(|slot| self.slots.get(slot)).ok_or(Fault::TooLarge)?;
        slot.as_ref().map_err(|fault| *fault)
    }

    /// Whether the line has a value of that name.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        self.line.tape.slot_of(name).filter(|_| !name.contains('#')).or_else(|| self.shifted(name)).is_some()
    }

    /// The slot of `name#sample`: a tape serves many batches and counts from its own first sample.
    fn shifted(&self, name: &str) -> Option<usize> {
        let (batch, shape) = self.batch?;
        let address = Address::parse(name)?;
        let sample = (address.sample? + shape.first).checked_sub(batch.first)?;
        self.line.tape.slot_of(&format!("{}#{sample}", address.name))
    }

    /// What the formula of the step at that place comes to, before the result is rounded to be carried on.
    ///
    /// # Errors
    /// What kept it from being computed.
    pub fn unrounded(&self, at: usize) -> Outcome<&Number> {
        let slot = self.line.tape.unrounded_slot(at).and_then(|slot| self.slots.get(slot)).ok_or(Fault::TooLarge)?;
        slot.as_ref().map_err(|fault| *fault)
    }

    /// The value of the step at that place of the line.
    ///
    /// # Errors
    /// What kept it from being computed.
    pub fn step(&self, at: usize) -> Outcome<&Number> {
        let slot = self.line.tape.step_slot(at).and_then(|slot| self.slots.get(slot)).ok_or(Fault::TooLarge)?;
        slot.as_ref().map_err(|fault| *fault)
    }

    /// What was taken for granted in the step at that place.
    #[must_use]
    pub fn assumed(&self, at: usize) -> Option<Assumed> {
        self.doubts.assumed.get(at).copied().flatten()
    }

    /// Whether the step at that place rests on something that was taken for granted, in it or anywhere before.
    #[must_use]
    pub fn rests(&self, at: usize) -> bool {
        let slot = self.line.tape.step_slot(at);
        self.rests || slot.is_some_and(|slot| self.doubts.rests.get(slot).copied().unwrap_or(false))
    }

    /// What kept steps of the line from being computed, in their order.
    pub fn faults(&self) -> impl Iterator<Item = Fault> {
        (0..self.line.steps.len()).filter_map(|at| self.step(at).err())
    }
}
