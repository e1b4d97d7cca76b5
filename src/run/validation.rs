//! The loss over the samples that are not trained on, at the weights with which an epoch starts.

use std::sync::Arc;

use super::engine::Engine;
use super::lines::{Line, Lines, Source};
use super::setting::Setting;
use super::tape::{Doubts, Tape};
use super::{Halt, Reading, Run};
use crate::number::Proven;
use crate::program::{Address, Batch, Program};

/// Compiles the line; it is empty where there is nothing to validate on.
fn line(program: &Program, setting: &Setting, sample: &Line) -> Line {
    let samples = setting.validation();
    let steps: Arc<[_]> = program.validation_step(samples.clone()).into_iter().collect();
    let tape = Tape::new(&steps, |step| program.rounding(step));
    let source = |name: &crate::formula::Name| {
        let address = Address::parse(name.as_str())?;
        let index = address.sample?.checked_sub(samples.start)?;
        Some(Source::Sample { index, slot: sample.tape.slot_of(address.name.as_str())? })
    };
    let sources: Vec<Source> = tape.inputs().iter().map(|name| source(name).unwrap_or(Source::Nowhere)).collect();
    let fractions = tape.fractions(sources.iter().map(|source: &Source| match *source {
        Source::Sample { slot, .. } => sample.fractions.0[slot],
        _ => false,
    }));
    Line { fractions, steps, tape, sources, new_parameters: Vec::new(), memories: Vec::new(), epoch_loss: None }
}

impl Lines {
    /// The line over the samples that are not trained on, compiled when it is first asked for.
    fn validation(&mut self, program: &Program, setting: &Setting) -> Arc<Line> {
        let sample = Arc::clone(&self.sample);
        Arc::clone(self.validation.get_or_insert_with(|| Arc::new(line(program, setting, &sample))))
    }
}

impl Run {
    pub(super) fn read_validation(&mut self, epoch: u64, proven: &Proven) -> Result<Reading, Halt> {
        let state = self.state(epoch)?;
        let line = self.lines.validation(&self.program, &self.setting);
        let samples = self.setting.validation();
        let precision = proven.precision();
        let mut slots = line.tape.slots(proven);
        let mut engine = Engine::new(proven.clone(), &self.lines);
        let mut rests = state.assumes;
        for (index, sample) in (0..).zip(samples.clone()) {
            engine.run_sample(&self.lines, &self.program, &self.setting, &state, sample);
            for (into, source) in slots.iter_mut().zip(&line.sources) {
                if let Source::Sample { index: of, slot } = *source
                    && of == index
                {
                    into.clone_from(engine.sample_slot(slot));
                    rests |= engine.sample_rests(slot);
                }
            }
        }
        let mut doubts = Doubts::default();
        if precision.assuming {
            line.tape.run_noting(proven, &mut slots, &mut doubts);
        } else {
            line.tape.run(proven, &mut slots);
        }
        let batch = Batch { first: samples.start, size: samples.end - samples.start, all: samples.end - 1 };
        Ok(Reading { line, slots, precision, batch: Some((batch, batch)), doubts, rests })
    }
}
