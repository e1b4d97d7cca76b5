//! The sample line run on values that training does not have: a weight moved a little, an input that no sample has.
//!
//! A gradient check, a slice of the loss and a map of the outputs are such runs. Nothing is remembered.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::engine::Engine;
use super::lines::Lines;
use super::precision::Ladder;
use super::setting::{Sample, Setting};
use super::state::State;
use crate::formula::Name;
use crate::number::{Fault, Number, Outcome, Precision, Proven};
use crate::program::Program;

/// A sample line that can be run on any values.
pub struct Probe<'a> {
    program: &'a Program,
    lines: &'a Lines,
    /// What the optimizer remembers meanwhile; the parameters are exchanged.
    state: State,
    /// What the line is run on; its one sample is exchanged.
    setting: Setting,
    engines: HashMap<Precision, Engine<Proven>>,
    /// With how much precision the values at hand were run last: one run answers for every name.
    at_hand: Option<Precision>,
}

impl<'a> Probe<'a> {
    pub(super) fn new(program: &'a Program, lines: &'a Lines, setting: &Setting, state: State) -> Self {
        let setting = setting.with_room_for_one();
        Self { program, lines, state, setting, engines: HashMap::new(), at_hand: None }
    }

    /// The value of a given or step on other values, with so many certain decimals.
    ///
    /// # Errors
    /// What kept it from being computed.
    pub fn value(&mut self, parameters: &[Decimal], sample: &Sample, decimals: u32, name: &Name) -> Outcome<Number> {
        let operations = self.lines.sample.tape.operations();
        let mut ladder = Ladder::for_decimals(decimals).of_operations(operations);
        loop {
            let value = self.at(parameters, sample, ladder.precision(), name);
            let is_open = match &value {
                Ok(number) => number.rounded(decimals).is_none(),
                Err(fault) => fault.is_undecided(),
            };
            if !is_open || !ladder.climb() {
                return value;
            }
        }
    }

    /// The same with so much precision, whatever it is good for.
    ///
    /// # Errors
    /// What kept it from being computed.
    pub fn at(
        &mut self,
        parameters: &[Decimal],
        sample: &Sample,
        precision: Precision,
        name: &Name,
    ) -> Outcome<Number> {
        let proven = Proven::new(precision).ok_or(Fault::TooLarge)?;
        let slot = self.lines.sample.tape.slot_of(name.as_str()).ok_or(Fault::TooLarge)?;
        let engine = self.engines.entry(precision).or_insert_with(|| Engine::new(proven, self.lines));
        let same = self.state.parameters == parameters && self.setting.samples[0] == *sample;
        if !same || self.at_hand != Some(precision) {
            self.setting.samples[0].clone_from(sample);
            self.state.parameters.clear();
            self.state.parameters.extend_from_slice(parameters);
            engine.forget_sample();
            engine.run_sample(self.lines, self.program, &self.setting, &self.state, 1);
            self.at_hand = Some(precision);
        }
        engine.sample_slot(slot).clone()
    }
}
