//! One batch in one arithmetic: the sample line for every sample, then the update line.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::carry::Carry;
use super::given::take_given;
use super::lines::{Line, Lines, LossAt, Source};
use super::setting::Setting;
use super::state::State;
use super::tape::Slots;
use crate::number::{Exact, Fault, Outcome, Question};
use crate::program::{Batch, GivenKind, Program};

/// Beyond this a parameter or a loss has diverged: 10^15.
const LIMIT: i64 = 1_000_000_000_000_000;

/// Why a batch could not be finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// A parameter, by its index, or the loss has left all bounds.
    Diverged(Option<usize>),
    /// A step of the sample line, for a sample counted from 1, or of the update line failed.
    Failed {
        /// The sample; none for the update line.
        sample: Option<u64>,
        /// The step, by its place in its line.
        step: usize,
        /// Why.
        fault: Fault,
    },
    /// A new parameter, by its step in the update line, is not certain to 28 digits.
    Uncertain(usize),
    /// What the optimizer is to remember, by its place, is not certain to 28 digits.
    Forgotten(usize),
    /// The loss of the epoch is below the one at which training stops.
    Reached,
}

/// What stands for a loss that this engine has not met; one that meets all batches knows it.
const UNKNOWN: Fault = Fault::Undecided(Question::Digits);

/// The slots of the lines in one arithmetic.
pub(crate) struct Engine<A: Carry> {
    arithmetic: A,
    limit: Outcome<A::Value>,
    sample: Slots<A>,
    /// Which sample stands in the slots, counted from 0.
    loaded: Option<u64>,
    update: Option<(Batch, Arc<Line>, Slots<A>)>,
    /// The losses of the epoch so far by sample, as they were met.
    losses: Vec<Outcome<A::Value>>,
}

impl<A: Carry> Engine<A> {
    pub(crate) fn new(arithmetic: A, lines: &Lines) -> Self {
        let sample = lines.sample.tape.slots(&arithmetic);
        let limit = arithmetic.constant(&Exact::from(LIMIT));
        Self { arithmetic, limit, sample, loaded: None, update: None, losses: Vec::new() }
    }

    /// The slots of the sample line after its last run.
    pub(crate) fn into_sample_slots(self) -> Slots<A> {
        self.sample
    }

    /// A slot of the sample line after its last run.
    pub(crate) fn sample_slot(&self, at: usize) -> &Outcome<A::Value> {
        &self.sample[at]
    }

    /// Takes inputs and targets anew at the next run, also of the same sample.
    pub(crate) fn forget_sample(&mut self) {
        self.loaded = None;
    }

    /// The slots of the update line after its last run.
    pub(crate) fn into_update_slots(self) -> Slots<A> {
        self.update.map(|(_, _, slots)| slots).unwrap_or_default()
    }

    /// Forgets the losses of an epoch.
    pub(crate) fn start_epoch(&mut self) {
        self.losses.clear();
    }

    /// Runs the sample line for a sample, counted from 1.
    pub(crate) fn run_sample(
        &mut self,
        lines: &Lines,
        program: &Program,
        setting: &Setting,
        state: &State,
        sample: u64,
    ) {
        let fresh = self.loaded != Some(sample);
        let values = setting.samples.get(usize::try_from(sample - 1).unwrap_or(usize::MAX));
        for (slot, source) in self.sample.iter_mut().zip(&lines.sample.sources) {
            let kind = match *source {
                Source::Given(kind) => kind,
                Source::Update(given) => {
                    *slot = take_given(&self.arithmetic, program, setting, state, given);
                    continue;
                }
                Source::Sample { .. } | Source::Loss { .. } | Source::Nowhere => continue,
            };
            let decimal = match kind {
                GivenKind::Parameter(at) => state.parameters.get(at),
                _ if !fresh => continue,
                GivenKind::Input(at) => values.and_then(|values| values.inputs.get(at)),
                GivenKind::Target(at) => values.and_then(|values| values.targets.get(at)),
                GivenKind::Constant(at) => setting.constants.get(at),
            };
            *slot = decimal.map_or(Err(Fault::TooLarge), |&decimal| self.arithmetic.take(decimal));
        }
        self.loaded = Some(sample);
        lines.sample.tape.run(&self.arithmetic, &mut self.sample);
    }

    /// Runs all of a batch, up to the slots of its update line.
    ///
    /// # Errors
    /// Where a step of the sample line fails.
    pub(crate) fn run_batch(
        &mut self,
        lines: &mut Lines,
        program: &Program,
        setting: &Setting,
        state: &State,
        batch: Batch,
    ) -> Result<(), Stop> {
        self.run_samples(lines, program, setting, (state, batch), Self::check_sample)?;
        self.run_update(program, setting, state);
        Ok(())
    }

    /// Runs all of a batch whatever fails; what failed is in the slots.
    pub(crate) fn run_batch_through(
        &mut self,
        lines: &mut Lines,
        program: &Program,
        setting: &Setting,
        state: &State,
        batch: Batch,
    ) {
        // Nothing stops a run that looks at nothing.
        let _ = self.run_samples(lines, program, setting, (state, batch), |_, _, _| Ok(()));
        self.run_update(program, setting, state);
    }

    /// Runs the sample line for every sample of a batch, as long as `goes_on` has nothing against it.
    fn run_samples(
        &mut self,
        lines: &mut Lines,
        program: &Program,
        setting: &Setting,
        (state, batch): (&State, Batch),
        goes_on: impl Fn(&Self, &Lines, u64) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.prepare_update(lines, program, batch);
        for index in 0..batch.size {
            let sample = batch.first + index;
            self.run_sample(lines, program, setting, state, sample);
            goes_on(self, lines, sample)?;
            self.collect(lines, batch, index);
        }
        Ok(())
    }

    fn prepare_update(&mut self, lines: &mut Lines, program: &Program, batch: Batch) {
        let shape = batch.shape();
        if self.update.as_ref().is_none_or(|(known, ..)| *known != shape) {
            let line = lines.update(program, batch);
            let slots = line.tape.slots(&self.arithmetic);
            self.update = Some((shape, line, slots));
        }
    }

    /// Whether all steps of the sample line have values, and the loss is within bounds.
    fn check_sample(&self, lines: &Lines, sample: u64) -> Result<(), Stop> {
        for (step, slot) in lines.sample.tape.step_slots().enumerate() {
            if let Err(fault) = self.sample[slot] {
                return Err(Stop::Failed { sample: Some(sample), step, fault });
            }
        }
        match (lines.loss.map(|slot| &self.sample[slot]), &self.limit) {
            (Some(Ok(loss)), Ok(limit)) if self.arithmetic.is_beyond(loss, limit) => Err(Stop::Diverged(None)),
            _ => Ok(()),
        }
    }

    /// Takes what the update line needs of the sample at `index` of its batch.
    fn collect(&mut self, lines: &Lines, batch: Batch, index: u64) {
        if let Some(slot) = lines.loss.filter(|_| !batch.is_whole()) {
            let at = usize::try_from(batch.first + index - 1).unwrap_or(usize::MAX);
            if self.losses.len() <= at {
                // A batch that another engine ran has left nothing here.
                self.losses.resize(at + 1, Err(UNKNOWN));
            }
            self.losses[at].clone_from(&self.sample[slot]);
        }
        let Some((_, line, slots)) = self.update.as_mut() else { return };
        for (slot, source) in slots.iter_mut().zip(&line.sources) {
            if let Source::Sample { index: of, slot: from } = *source
                && of == index
            {
                slot.clone_from(&self.sample[from]);
            }
        }
    }

    fn run_update(&mut self, program: &Program, setting: &Setting, state: &State) {
        let Some((_, line, slots)) = self.update.as_mut() else { return };
        for (slot, source) in slots.iter_mut().zip(&line.sources) {
            *slot = match *source {
                Source::Given(GivenKind::Parameter(at)) => {
                    state.parameters.get(at).map_or(Err(Fault::TooLarge), |&decimal| self.arithmetic.take(decimal))
                }
                Source::Update(given) => take_given(&self.arithmetic, program, setting, state, given),
                Source::Loss { index } => {
                    let index = usize::try_from(index).unwrap_or(usize::MAX);
                    self.losses.get(index).cloned().unwrap_or(Err(UNKNOWN))
                }
                Source::Given(_) | Source::Sample { .. } | Source::Nowhere => continue,
            };
        }
        line.tape.run(&self.arithmetic, slots);
    }

    /// The state after the batch that was run last, each number rounded to be carried on.
    ///
    /// # Errors
    /// Where training stops, a step of the update line fails, a parameter diverges, or digits are not certain.
    pub(crate) fn carry(&self, program: &Program, setting: &Setting, state: &mut State) -> Result<(), Stop> {
        let Some((_, line, slots)) = &self.update else { return Ok(()) };
        if let (Some(limit), Some(at)) = (setting.stop_below, line.epoch_loss) {
            self.check_loss(limit, at)?;
        }
        for (step, slot) in line.tape.step_slots().enumerate() {
            // The loss of an epoch is no part of its updates.
            if let Err(fault) = slots[slot]
                && line.epoch_loss != Some(LossAt::Epoch { step })
            {
                return Err(Stop::Failed { sample: None, step, fault });
            }
        }
        for (&step, trained) in line.new_parameters.iter().zip(program.trained.iter()) {
            let Some(Ok(value)) = line.tape.step_slot(step).map(|slot| &slots[slot]) else { continue };
            let beyond = |carried: &Decimal| carried.abs() > Decimal::from(LIMIT);
            let carried = match (self.arithmetic.give(value), &self.limit) {
                (Some(carried), _) if !beyond(&carried) => carried,
                (None, Ok(limit)) if !self.arithmetic.is_beyond(value, limit) => return Err(Stop::Uncertain(step)),
                _ => return Err(Stop::Diverged(Some(trained.index))),
            };
            if let Some(parameter) = state.parameters.get_mut(trained.index) {
                *parameter = carried;
            }
        }
        for (at, (&slot, memory)) in line.memories.iter().zip(&mut state.memory).enumerate() {
            let Ok(value) = &slots[slot] else { continue };
            *memory = self.arithmetic.remember(value).ok_or(Stop::Forgotten(at))?;
        }
        state.updates += 1;
        Ok(())
    }

    /// Whether training goes on: the loss of the epoch is not below `limit`.
    fn check_loss(&self, limit: Decimal, at: LossAt) -> Result<(), Stop> {
        let Some((batch, line, slots)) = &self.update else { return Ok(()) };
        let (slot, step) = match at {
            LossAt::Epoch { step } | LossAt::Batch { step } => {
                (line.tape.step_slot(step).map(|slot| &slots[slot]), step)
            }
            LossAt::Sample { slot } => (self.sample.get(slot), 0),
        };
        let Some(loss) = slot else { return Ok(()) };
        let below = loss.clone().and_then(|loss| {
            let excess = self.arithmetic.subtract(&loss, &self.arithmetic.take(limit)?)?;
            let sign = self.arithmetic.sign(&excess)?;
            Ok(self.arithmetic.whole(&sign) == Some(-1))
        });
        match below {
            Ok(false) => Ok(()),
            Ok(true) => Err(Stop::Reached),
            Err(fault) => {
                let sample = matches!(at, LossAt::Sample { .. }).then_some(batch.first);
                Err(Stop::Failed { sample, step, fault })
            }
        }
    }
}
