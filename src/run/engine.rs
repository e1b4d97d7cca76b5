//! One batch in one arithmetic: the sample line for every sample, then the update line.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::carry::Carry;
use super::given::take_given;
use super::lines::{Line, Lines, LossAt, Source};
use super::setting::Setting;
use super::state::State;
use super::tape::{Doubts, Slots};
use crate::number::{Arithmetic, Assumed, Exact, Fault, Outcome, Question};
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

impl Stop {
    /// Whether it is about a step that computes with values that can be fractions.
    pub(crate) fn tells_fraction(&self, lines: &mut Lines, program: &Program, batch: Batch) -> bool {
        let update = lines.update(program, batch);
        let known = match *self {
            Self::Failed { sample: Some(_), step, .. } => lines.sample.fractions.1.get(step),
            Self::Failed { sample: None, step, .. } | Self::Uncertain(step) => update.fractions.1.get(step),
            Self::Forgotten(at) => update.memories.get(at).and_then(|&slot| update.fractions.0.get(slot)),
            Self::Diverged(_) | Self::Reached => None,
        };
        known.copied().unwrap_or(false)
    }
}

/// Something that was taken for granted in a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// In the sample line of which sample, counted from 1; none for the update line.
    pub sample: Option<u64>,
    /// In which step, by its place in its line.
    pub step: usize,
    /// What.
    pub assumed: Assumed,
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
    /// The losses of the epoch so far by sample, as they were met, and whether they rest on something taken for granted.
    losses: Vec<(Outcome<A::Value>, bool)>,
    /// What the values of both lines rest on; empty where nothing can be taken for granted.
    sample_doubts: Doubts,
    update_doubts: Doubts,
    /// What was taken for granted in the last batch.
    taken: Vec<Taken>,
}

impl<A: Carry> Engine<A> {
    pub(crate) fn new(arithmetic: A, lines: &Lines) -> Self {
        let sample = lines.sample.tape.slots(&arithmetic);
        let limit = arithmetic.constant(&Exact::from(LIMIT));
        Self {
            arithmetic,
            limit,
            sample,
            loaded: None,
            update: None,
            losses: Vec::new(),
            sample_doubts: Doubts::default(),
            update_doubts: Doubts::default(),
            taken: Vec::new(),
        }
    }

    /// The slots of the sample line after its last run.
    pub(crate) fn into_sample_slots(self) -> (Slots<A>, Doubts) {
        (self.sample, self.sample_doubts)
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
    pub(crate) fn into_update_slots(self) -> (Slots<A>, Doubts) {
        (self.update.map(|(_, _, slots)| slots).unwrap_or_default(), self.update_doubts)
    }

    /// What was taken for granted in the last batch.
    pub(crate) fn taken(&self) -> &[Taken] {
        &self.taken
    }

    /// Whether a slot of the sample line rests on something taken for granted.
    pub(crate) fn sample_rests(&self, at: usize) -> bool {
        self.sample_doubts.rests.get(at).copied().unwrap_or(false)
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
        if self.arithmetic.is_assuming() {
            self.sample_doubts.rests.clear();
            lines.sample.tape.run_noting(&self.arithmetic, &mut self.sample, &mut self.sample_doubts);
            note(&mut self.taken, Some(sample), &self.sample_doubts);
        } else {
            lines.sample.tape.run(&self.arithmetic, &mut self.sample);
        }
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
        goes_on: impl Fn(&mut Self, &Lines, u64) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.taken.clear();
        self.update_doubts.rests.clear();
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
    fn check_sample(&mut self, lines: &Lines, sample: u64) -> Result<(), Stop> {
        for (step, slot) in lines.sample.tape.step_slots().enumerate() {
            if let Err(fault) = self.sample[slot] {
                return Err(Stop::Failed { sample: Some(sample), step, fault });
            }
        }
        let Some((slot, step)) = lines.loss.zip(lines.loss_step) else { return Ok(()) };
        let (Ok(loss), Ok(limit)) = (&self.sample[slot], &self.limit) else { return Ok(()) };
        match self.arithmetic.is_beyond(loss, limit) {
            Some(true) => Err(Stop::Diverged(None)),
            Some(false) => {
                self.note_bound(Some(sample), step);
                Ok(())
            }
            None => {
                let fault = Fault::Undecided(Question::Sign);
                Err(Stop::Failed { sample: Some(sample), step, fault })
            }
        }
    }

    /// Notes that a value was taken to be the bound that it was compared with, if it was.
    fn note_bound(&mut self, sample: Option<u64>, step: usize) {
        if self.arithmetic.assumed().is_some() {
            self.taken.push(Taken { sample, step, assumed: Assumed::Bound });
        }
    }

    /// Takes what the update line needs of the sample at `index` of its batch.
    fn collect(&mut self, lines: &Lines, batch: Batch, index: u64) {
        if let Some(slot) = lines.loss.filter(|_| !batch.is_whole()) {
            let at = usize::try_from(batch.first + index - 1).unwrap_or(usize::MAX);
            if self.losses.len() <= at {
                // A batch that another engine ran has left nothing here.
                self.losses.resize(at + 1, (Err(UNKNOWN), false));
            }
            self.losses[at] = (self.sample[slot].clone(), self.sample_rests(slot));
        }
        let Some((_, line, slots)) = self.update.as_mut() else { return };
        for (slot, source) in slots.iter_mut().zip(&line.sources) {
            if let Source::Sample { index: of, slot: from } = *source
                && of == index
            {
                slot.clone_from(&self.sample[from]);
            }
        }
        if self.arithmetic.is_assuming() {
            self.update_doubts.rests.resize(line.sources.len(), false);
            for (rests, source) in self.update_doubts.rests.iter_mut().zip(&line.sources) {
                if let Source::Sample { index: of, slot: from } = *source
                    && of == index
                {
                    *rests = self.sample_doubts.rests.get(from).copied().unwrap_or(false);
                }
            }
        }
    }

    fn run_update(&mut self, program: &Program, setting: &Setting, state: &State) {
        let Some((_, line, slots)) = self.update.as_mut() else { return };
        for (at, (slot, source)) in slots.iter_mut().zip(&line.sources).enumerate() {
            *slot = match *source {
                Source::Given(GivenKind::Parameter(at)) => {
                    state.parameters.get(at).map_or(Err(Fault::TooLarge), |&decimal| self.arithmetic.take(decimal))
                }
                Source::Update(given) => take_given(&self.arithmetic, program, setting, state, given),
                Source::Loss { index } => {
                    let index = usize::try_from(index).unwrap_or(usize::MAX);
                    let (loss, rests) = self.losses.get(index).cloned().unwrap_or((Err(UNKNOWN), false));
                    if let Some(doubt) = self.update_doubts.rests.get_mut(at) {
                        *doubt = rests;
                    }
                    loss
                }
                Source::Given(_) | Source::Sample { .. } | Source::Nowhere => continue,
            };
        }
        if self.arithmetic.is_assuming() {
            line.tape.run_noting(&self.arithmetic, slots, &mut self.update_doubts);
            note(&mut self.taken, None, &self.update_doubts);
        } else {
            line.tape.run(&self.arithmetic, slots);
        }
    }

    /// The state after the batch that was run last, each number rounded to be carried on.
    ///
    /// # Errors
    /// Where training stops, a step of the update line fails, a parameter diverges, or digits are not certain.
    pub(crate) fn carry(
        &mut self,
        lines: &Lines,
        program: &Program,
        setting: &Setting,
        state: &mut State,
    ) -> Result<(), Stop> {
        let Some(line) = self.update.as_ref().map(|(_, line, _)| Arc::clone(line)) else { return Ok(()) };
        if let (Some(limit), Some(at)) = (setting.stop_below, line.epoch_loss) {
            self.check_loss(lines, limit, at)?;
        }
        let Some((_, _, slots)) = &self.update else { return Ok(()) };
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
                (None, Ok(limit)) if self.arithmetic.is_beyond(value, limit) != Some(true) => {
                    return Err(Stop::Uncertain(step));
                }
                _ => return Err(Stop::Diverged(Some(trained.index))),
            };
            self.taken.extend(tie(&self.arithmetic, step));
            if let Some(parameter) = state.parameters.get_mut(trained.index) {
                *parameter = carried;
            }
        }
        for (at, (&slot, memory)) in line.memories.iter().zip(&mut state.memory).enumerate() {
            let Ok(value) = &slots[slot] else { continue };
            *memory = self.arithmetic.remember(value).ok_or(Stop::Forgotten(at))?;
            let step = line.tape.step_slots().position(|of_step| of_step == slot);
            self.taken.extend(step.and_then(|step| tie(&self.arithmetic, step)));
        }
        state.assumes |= !self.taken.is_empty();
        state.updates += 1;
        Ok(())
    }

    /// Whether training goes on: the loss of the epoch is not below `limit`.
    fn check_loss(&mut self, lines: &Lines, limit: Decimal, at: LossAt) -> Result<(), Stop> {
        let Some((batch, line, slots)) = &self.update else { return Ok(()) };
        let (slot, sample, step) = match at {
            LossAt::Epoch { step } | LossAt::Batch { step } => {
                (line.tape.step_slot(step).map(|slot| &slots[slot]), None, step)
            }
            LossAt::Sample { slot } => (self.sample.get(slot), Some(batch.first), lines.loss_step.unwrap_or(0)),
        };
        let Some(loss) = slot else { return Ok(()) };
        let below = loss.clone().and_then(|loss| {
            let excess = self.arithmetic.subtract(&loss, &self.arithmetic.take(limit)?)?;
            let sign = self.arithmetic.sign(&excess)?;
            Ok(self.arithmetic.whole(&sign) == Some(-1))
        });
        match below {
            Ok(false) => {
                self.note_bound(sample, step);
                Ok(())
            }
            Ok(true) => Err(Stop::Reached),
            Err(fault) => Err(Stop::Failed { sample, step, fault }),
        }
    }
}

/// Adds what was taken for granted in the steps of a line.
fn note(taken: &mut Vec<Taken>, sample: Option<u64>, doubts: &Doubts) {
    let of_steps = doubts.assumed.iter().enumerate();
    taken.extend(of_steps.filter_map(|(step, &assumed)| Some(Taken { sample, step, assumed: assumed? })));
}

/// What was taken for a tie when the result of a step was rounded to be carried on.
fn tie(arithmetic: &impl Arithmetic, step: usize) -> Option<Taken> {
    let assumed = arithmetic.assumed()?;
    Some(Taken { sample: None, step, assumed })
}
