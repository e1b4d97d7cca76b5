//! Updates in a row: every epoch reachable, with a few states kept on the way.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::engine::{Engine, Stop, Taken};
use super::lines::Lines;
use super::precision::Ladder;
use super::setting::Setting;
use super::state::State;
use super::{Halt, Reason};
use crate::keys::Loss;
use crate::number::{Fast, Fault, Precision, Proven, Question};
use crate::program::{Batch, Program};

/// How many states are kept at most; then every other is dropped, and the next are taken half as often.
const MOST_CHECKPOINTS: usize = 512;

/// Decimals that a parameter is carried with.
const CARRIED_DECIMALS: u32 = 28;

/// The states met so far and the engines that make new ones.
pub(crate) struct Training {
    fast: Option<Engine<Fast>>,
    /// The engine that settled what the fast one could not, with its precision.
    proven: Option<(Precision, Engine<Proven>)>,
    /// States at the start of epochs.
    checkpoints: BTreeMap<u64, Arc<State>>,
    stride: u64,
    /// The state that was made last, and the epoch that starts with it.
    latest: (u64, Arc<State>),
    /// The states in which the batches of the running epoch started, where its loss may have to be proven.
    met: Vec<State>,
    /// Where it ended, if it did: no later state exists.
    halted: Option<Halt>,
}

impl Training {
    pub(crate) fn new(setting: &Setting, lines: &Lines) -> Self {
        let start = Arc::new(State::start(setting));
        Self {
            fast: Fast::new().map(|fast| Engine::new(fast, lines)),
            proven: None,
            checkpoints: BTreeMap::from([(1, Arc::clone(&start))]),
            stride: 1,
            latest: (1, start),
            met: Vec::new(),
            halted: None,
        }
    }

    /// Where training ends, as far as it is known.
    pub(crate) fn halted(&self) -> Option<&Halt> {
        self.halted.as_ref()
    }

    /// The state as `epoch` starts.
    ///
    /// # Errors
    /// Where training ends before it.
    pub(crate) fn state(&mut self, on: &mut Ground<'_>, epoch: u64) -> Result<Arc<State>, Halt> {
        let nearest = self.checkpoints.range(..=epoch).next_back();
        let (mut at, mut state) =
            nearest.map_or_else(|| (1, Arc::new(State::start(on.setting))), |(&at, state)| (at, Arc::clone(state)));
        if self.latest.0 <= epoch && self.latest.0 > at {
            (at, state) = (self.latest.0, Arc::clone(&self.latest.1));
        }
        if let Some(halt) = self.halted.as_ref().filter(|halt| halt.epoch < epoch) {
            return Err(halt.clone());
        }
        if at == epoch {
            return Ok(state);
        }
        let mut state = State::clone(&state);
        while at < epoch {
            if let Err(halt) = self.run_epoch(on, at, &mut state) {
                self.halted = Some(halt.clone());
                return Err(halt);
            }
            at += 1;
            if at.is_multiple_of(self.stride) {
                self.keep(at, &state);
            }
        }
        self.latest = (epoch, Arc::new(state));
        Ok(Arc::clone(&self.latest.1))
    }

    fn keep(&mut self, epoch: u64, state: &State) {
        self.checkpoints.insert(epoch, Arc::new(state.clone()));
        if self.checkpoints.len() > MOST_CHECKPOINTS {
            self.stride *= 2;
            let stride = self.stride;
            self.checkpoints.retain(|&epoch, _| epoch == 1 || epoch.is_multiple_of(stride));
        }
    }

    fn run_epoch(&mut self, on: &mut Ground<'_>, epoch: u64, state: &mut State) -> Result<(), Halt> {
        if let Some(fast) = &mut self.fast {
            fast.start_epoch();
        }
        self.met.clear();
        let batches = on.setting.batch_count();
        let keeps = batches > 1 && on.setting.stop_below.is_some();
        for number in 1..=batches {
            if keeps {
                self.met.push(state.clone());
            }
            self.run_batch(on, epoch, number, state)?;
        }
        Ok(())
    }

    /// Runs one batch: fast where that decides everything, else proven with as many bits as it takes.
    pub(crate) fn run_batch(
        &mut self,
        on: &mut Ground<'_>,
        epoch: u64,
        number: u64,
        state: &mut State,
    ) -> Result<Vec<Taken>, Halt> {
        on.setting.need_gradient(epoch)?;
        let batch = on.setting.batch(number);
        if let Some(fast) = &mut self.fast {
            let mut next = state.clone();
            let done = fast.run_batch(on.lines, on.program, on.setting, state, batch);
            match done.and_then(|()| fast.carry(on.lines, on.program, on.setting, &mut next)) {
                Ok(()) => {
                    *state = next;
                    return Ok(Vec::new());
                }
                Err(stop @ Stop::Reached) => {
                    return Err(Halt { epoch, batch: number, reason: reason(on, batch, &stop) });
                }
                Err(_) => {}
            }
        }
        self.prove_batch(on, epoch, number, state)
    }

    fn prove_batch(
        &mut self,
        on: &mut Ground<'_>,
        epoch: u64,
        number: u64,
        state: &mut State,
    ) -> Result<Vec<Taken>, Halt> {
        let batch = on.setting.batch(number);
        let operations = on.lines.operations(on.program, batch);
        let mut ladder = Ladder::for_decimals(CARRIED_DECIMALS).of_operations(operations);
        ladder.go_on();
        // What was too fine for the first rungs a moment ago most likely is so again; now and then it is not.
        if let Some((precision, _)) = self.proven.as_ref().filter(|_| !state.updates.is_multiple_of(16)) {
            ladder = ladder.from(*precision);
        }
        loop {
            let Some(engine) = self.proven_engine(on, ladder.precision()) else {
                let reason = Reason::Failed { step: None, sample: None, fault: Fault::TooLarge };
                return Err(Halt { epoch, batch: number, reason });
            };
            engine.start_epoch();
            let mut next = state.clone();
            let done = engine.run_batch(on.lines, on.program, on.setting, state, batch);
            let mut carried = done.and_then(|()| engine.carry(on.lines, on.program, on.setting, &mut next));
            if carried.is_err() && batch.is_last() && !self.met.is_empty() {
                carried = self.prove_epoch(on, &mut next);
            }
            let stop = match carried {
                Ok(()) => {
                    *state = next;
                    return Ok(self.proven.as_ref().map_or_else(Vec::new, |(_, engine)| engine.taken().to_vec()));
                }
                Err(stop) => stop,
            };
            let open = match &stop {
                Stop::Uncertain(_) | Stop::Forgotten(_) => true,
                Stop::Failed { fault, .. } => fault.is_undecided(),
                Stop::Diverged(_) | Stop::Reached => false,
            };
            let is_fraction = stop.tells_fraction(on.lines, on.program, batch);
            let higher = open && if is_fraction { ladder.climb() } else { ladder.climb_past_fractions() };
            if !higher {
                return Err(Halt { epoch, batch: number, reason: reason(on, batch, &stop) });
            }
        }
    }

    /// The engine for a precision; the last one is kept.
    fn proven_engine(&mut self, on: &Ground<'_>, precision: Precision) -> Option<&mut Engine<Proven>> {
        if self.proven.as_ref().is_none_or(|(known, _)| *known != precision) {
            self.proven = Some((precision, Engine::new(Proven::new(precision)?, on.lines)));
        }
        self.proven.as_mut().map(|(_, engine)| engine)
    }

    /// Runs all batches of the epoch again, so that its loss is known to the last of them.
    fn prove_epoch(&mut self, on: &mut Ground<'_>, next: &mut State) -> Result<(), Stop> {
        let (Some((_, engine)), Some(last)) = (&mut self.proven, self.met.last()) else { return Ok(()) };
        next.clone_from(last);
        engine.start_epoch();
        for (number, state) in (1..).zip(&self.met) {
            engine.run_batch(on.lines, on.program, on.setting, state, on.setting.batch(number))?;
        }
        engine.carry(on.lines, on.program, on.setting, next)
    }
}

/// What a run stands on, lent to whoever makes states.
pub(crate) struct Ground<'a> {
    pub(crate) program: &'a Program,
    pub(crate) setting: &'a Setting,
    pub(crate) lines: &'a mut Lines,
}

/// Puts names to what stopped a batch.
fn reason(on: &mut Ground<'_>, batch: Batch, why: &Stop) -> Reason {
    let update = on.lines.update(on.program, batch);
    let undecided = |step| Reason::Failed { step, sample: None, fault: Fault::Undecided(Question::Digits) };
    match *why {
        Stop::Reached => Reason::Reached { loss: Loss::Epoch.name() },
        Stop::Forgotten(at) => {
            let mut names = on.program.trained.iter().flat_map(|trained| on.program.rule.memories(&trained.parameter));
            undecided(names.nth(at))
        }
        Stop::Diverged(parameter) => {
            let of = |index| on.program.trained.iter().find(|trained| trained.index == index);
            let name = parameter.and_then(of).map(|trained| trained.parameter.clone());
            Reason::Diverged { name: name.or_else(|| on.program.loss.clone()) }
        }
        Stop::Uncertain(at) => undecided(update.steps.get(at).map(|step| step.name.clone())),
        Stop::Failed { sample, step: at, fault } => {
            let steps = if sample.is_some() { &on.program.steps } else { &update.steps };
            Reason::Failed { step: steps.get(at).map(|step| step.name.clone()), sample, fault }
        }
    }
}
