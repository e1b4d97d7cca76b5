//! Updates in a row: every epoch reachable, with a few states kept on the way.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::engine::{Engine, Stop};
use super::lines::Lines;
use super::precision::Ladder;
use super::setting::Setting;
use super::{Halt, Reason};
use crate::number::{Fast, Fault, Proven, Question};
use crate::program::{Batch, Program};

/// The parameters as an epoch or a batch starts.
pub type State = Arc<[Decimal]>;

/// How many states are kept at most; then every other is dropped, and the next are taken half as often.
const MOST_CHECKPOINTS: usize = 512;

/// Decimals that a parameter is carried with.
const CARRIED_DECIMALS: u32 = 28;

/// The states met so far and the engine that makes new ones.
pub(crate) struct Training {
    fast: Option<Engine<Fast>>,
    /// States at the start of epochs.
    checkpoints: BTreeMap<u64, State>,
    stride: u64,
    /// The state that was made last, and the epoch that starts with it.
    latest: (u64, State),
    /// Where it ended, if it did: no later state exists.
    halted: Option<Halt>,
}

impl Training {
    pub(crate) fn new(setting: &Setting, lines: &Lines) -> Self {
        let start: State = setting.parameters.clone().into();
        Self {
            fast: Fast::new().map(|fast| Engine::new(fast, lines)),
            checkpoints: BTreeMap::from([(1, Arc::clone(&start))]),
            stride: 1,
            latest: (1, start),
            halted: None,
        }
    }

    /// The parameters as `epoch` starts.
    ///
    /// # Errors
    /// Where training ends before it.
    pub(crate) fn state(&mut self, on: &mut Ground<'_>, epoch: u64) -> Result<State, Halt> {
        let nearest = self.checkpoints.range(..=epoch).next_back();
        let (mut at, mut state) =
            nearest.map_or((1, on.setting.parameters.clone().into()), |(&at, state)| (at, Arc::clone(state)));
        if self.latest.0 <= epoch && self.latest.0 > at {
            (at, state) = (self.latest.0, Arc::clone(&self.latest.1));
        }
        if let Some(halt) = self.halted.as_ref().filter(|halt| halt.epoch < epoch) {
            return Err(halt.clone());
        }
        if at == epoch {
            return Ok(state);
        }
        let mut parameters = state.to_vec();
        while at < epoch {
            if let Err(halt) = self.run_epoch(on, at, &mut parameters) {
                self.halted = Some(halt.clone());
                return Err(halt);
            }
            at += 1;
            if at.is_multiple_of(self.stride) {
                self.keep(at, &parameters);
            }
        }
        self.latest = (epoch, parameters.into());
        Ok(Arc::clone(&self.latest.1))
    }

    fn keep(&mut self, epoch: u64, parameters: &[Decimal]) {
        self.checkpoints.insert(epoch, parameters.into());
        if self.checkpoints.len() > MOST_CHECKPOINTS {
            self.stride *= 2;
            let stride = self.stride;
            self.checkpoints.retain(|&epoch, _| epoch == 1 || epoch.is_multiple_of(stride));
        }
    }

    fn run_epoch(&mut self, on: &mut Ground<'_>, epoch: u64, parameters: &mut Vec<Decimal>) -> Result<(), Halt> {
        for number in 1..=on.setting.batch_count() {
            self.run_batch(on, epoch, number, parameters)?;
        }
        Ok(())
    }

    /// Runs one batch: fast where that decides everything, else proven with as many bits as it takes.
    pub(crate) fn run_batch(
        &mut self,
        on: &mut Ground<'_>,
        epoch: u64,
        number: u64,
        parameters: &mut Vec<Decimal>,
    ) -> Result<(), Halt> {
        let batch = on.setting.batch(number);
        if let Some(fast) = &mut self.fast {
            let mut next = parameters.clone();
            let done = fast.run_batch(on.lines, on.program, on.setting, parameters, batch);
            if done.and_then(|()| fast.carry(on.program, &mut next)).is_ok() {
                *parameters = next;
                return Ok(());
            }
        }
        prove_batch(on, epoch, number, batch, parameters)
    }
}

/// What a run stands on, lent to whoever makes states.
pub(crate) struct Ground<'a> {
    pub(crate) program: &'a Program,
    pub(crate) setting: &'a Setting,
    pub(crate) lines: &'a mut Lines,
}

fn prove_batch(
    on: &mut Ground<'_>,
    epoch: u64,
    number: u64,
    batch: Batch,
    parameters: &mut Vec<Decimal>,
) -> Result<(), Halt> {
    let mut ladder = Ladder::for_decimals(CARRIED_DECIMALS);
    loop {
        let Some(proven) = Proven::new(ladder.bits()) else {
            return Err(Halt {
                epoch,
                batch: number,
                reason: Reason::Failed { step: None, sample: None, fault: Fault::TooLarge },
            });
        };
        let mut engine = Engine::new(proven, on.lines);
        let mut next = parameters.clone();
        let done = engine.run_batch(on.lines, on.program, on.setting, parameters, batch);
        let stop = match done.and_then(|()| engine.carry(on.program, &mut next)) {
            Ok(()) => {
                *parameters = next;
                return Ok(());
            }
            Err(stop) => stop,
        };
        let open = match &stop {
            Stop::Uncertain(_) => true,
            Stop::Failed { fault, .. } => fault.is_undecided(),
            Stop::Diverged(_) => false,
        };
        if !(open && ladder.climb()) {
            return Err(Halt { epoch, batch: number, reason: reason(on, batch, &stop) });
        }
    }
}

/// Puts names to what stopped a batch.
fn reason(on: &mut Ground<'_>, batch: Batch, why: &Stop) -> Reason {
    let update = on.lines.update(on.program, batch);
    match *why {
        Stop::Diverged(parameter) => {
            let of = |index| on.program.trained.iter().find(|trained| trained.index == index);
            let name = parameter.and_then(of).map(|trained| trained.parameter.clone());
            Reason::Diverged { name: name.or_else(|| on.program.loss.clone()) }
        }
        Stop::Uncertain(at) => Reason::Failed {
            step: update.steps.get(at).map(|step| step.name.clone()),
            sample: None,
            fault: Fault::Undecided(Question::Digits),
        },
        Stop::Failed { sample, step: at, fault } => {
            let steps = if sample.is_some() { &on.program.steps } else { &update.steps };
            Reason::Failed { step: steps.get(at).map(|step| step.name.clone()), sample, fault }
        }
    }
}
