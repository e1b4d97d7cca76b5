//! Runs a program over samples, batches and epochs, in proven arithmetic, at any epoch.
//!
//! Must not know how a value is shown.

mod aside;
mod carry;
mod engine;
mod given;
mod lines;
mod precision;
mod probe;
mod reading;
mod setting;
mod state;
mod tape;
mod training;
mod validation;

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

pub use aside::Aside;
pub use engine::Taken;
pub use precision::Ladder;
pub use probe::Probe;
pub use reading::{LineOf, Moment, Reading};
pub use setting::{Sample, Setting};
pub use state::State;

use crate::formula::Name;
use crate::number::{Exact, Fault, Number, Outcome, Precision, Proven, Question};
use crate::program::{GivenKind, Program};
use crate::scenario::Scenario;
use engine::Engine;
use given::update_given;
use lines::Lines;
use training::{Ground, Training};

/// Why a training went no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Halt {
    /// The epoch in which it ended; that epoch has a start, the next has none.
    pub epoch: u64,
    /// The batch in which it ended.
    pub batch: u64,
    /// Why.
    pub reason: Reason,
}

/// What ends a training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A parameter or the loss went beyond 10^15.
    Diverged {
        /// Which one.
        name: Option<Name>,
    },
    /// The loss of the epoch is below the one at which the scenario stops: the epoch is the last, and not updated.
    Reached {
        /// What the loss is called.
        loss: Name,
    },
    /// The scenario gives no gradient for the epoch.
    NoGradient {
        /// For how many epochs it gives one.
        given: u64,
    },
    /// A step could not be computed.
    Failed {
        /// Which one.
        step: Option<Name>,
        /// For which sample.
        sample: Option<u64>,
        /// Why not.
        fault: Fault,
    },
}

/// How many readings are kept at hand.
const MOST_READINGS: usize = 24;

/// A program with the values that it is run on.
pub struct Run {
    program: Arc<Program>,
    setting: Setting,
    lines: Lines,
    training: Training,
    readings: HashMap<(Moment, Precision), Rc<Reading>>,
    /// The state inside an epoch that was asked for last: the epoch, the batch, and what it starts with.
    inside: Option<(u64, u64, Arc<State>)>,
    /// What was taken for granted in the epoch and batch that was asked for last.
    taken: Option<(u64, u64, Rc<[Taken]>)>,
}

/// What reading a moment at rising precision came to.
pub enum Decision<T> {
    /// It was settled.
    Settled(T),
    /// It was not; this is the last and finest reading.
    Open(Rc<Reading>),
}

impl Run {
    /// Compiles the program of a scenario and takes its values.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let program = Arc::new(Program::new(scenario));
        let setting = Setting::of(scenario, &program);
        Self::start(program, setting)
    }

    /// The same program on other values: another learning rate, another start.
    #[must_use]
    pub fn on(&self, setting: Setting) -> Self {
        Self::start(Arc::clone(&self.program), setting)
    }

    /// Another program on the same values.
    #[must_use]
    pub fn of_program(&self, program: Program) -> Self {
        Self::start(Arc::new(program), self.setting.clone())
    }

    fn start(program: Arc<Program>, setting: Setting) -> Self {
        let lines = Lines::new(&program);
        let training = Training::new(&setting, &lines);
        Self { program, setting, lines, training, readings: HashMap::new(), inside: None, taken: None }
    }

    /// The program that is run.
    #[must_use]
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The values that it is run on.
    #[must_use]
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The sample line, to be run on values that training does not have, beside what an optimizer remembers in `state`.
    #[must_use]
    pub fn probe(&self, state: &State) -> Probe<'_> {
        Probe::new(&self.program, &self.lines, &self.setting, state.clone())
    }

    /// Where training ends, as far as it has been run.
    #[must_use]
    pub fn halted(&self) -> Option<&Halt> {
        self.training.halted()
    }

    /// The state as `epoch` starts.
    ///
    /// # Errors
    /// Where training ends before it.
    pub fn state(&mut self, epoch: u64) -> Result<Arc<State>, Halt> {
        let Self { program, setting, lines, training, .. } = self;
        training.state(&mut Ground { program, setting, lines }, epoch)
    }

    /// The state as a batch of `epoch` starts.
    ///
    /// # Errors
    /// Where training ends before it.
    pub fn state_before_batch(&mut self, epoch: u64, batch: u64) -> Result<Arc<State>, Halt> {
        if batch <= 1 {
            return self.state(epoch);
        }
        let at_hand = self.inside.take().filter(|(of, number, _)| *of == epoch && *number <= batch);
        let (mut number, state) = match at_hand {
            Some((_, number, state)) => (number, state),
            None => (1, self.state(epoch)?),
        };
        let mut state = State::clone(&state);
        let Self { program, setting, lines, training, .. } = self;
        let mut ground = Ground { program, setting, lines };
        while number < batch {
            training.run_batch(&mut ground, epoch, number, &mut state)?;
            number += 1;
        }
        let state = Arc::new(state);
        self.inside = Some((epoch, batch, Arc::clone(&state)));
        Ok(state)
    }

    /// The value of a given as it is written: parameters as the batch finds them, with their decimals.
    ///
    /// # Errors
    /// Where training ends before the moment.
    pub fn given(&mut self, moment: Moment, name: &str) -> Result<Option<Exact>, Halt> {
        let (sample, batch) = match moment.line {
            LineOf::Sample(sample) => (sample, self.setting.batch_of(sample)),
            LineOf::Update(batch) => (self.setting.batch(batch).first, batch),
            LineOf::Validation => (self.setting.validation().start, 1),
        };
        if let Some(given) = self.program.rule.given(name) {
            let state = self.state_before_batch(moment.epoch, batch)?;
            return Ok(update_given(&self.program, &self.setting, &state, given));
        }
        let Some(kind) = self.program.given(name).map(|given| given.kind) else { return Ok(None) };
        if let GivenKind::Parameter(at) = kind {
            let state = self.state_before_batch(moment.epoch, batch)?;
            return Ok(state.parameters.get(at).map(|&decimal| decimal.into()));
        }
        let values = self.setting.samples.get(usize::try_from(sample - 1).unwrap_or(usize::MAX));
        let decimal = match kind {
            GivenKind::Input(at) => values.and_then(|values| values.inputs.get(at)).copied(),
            GivenKind::Target(at) => values.and_then(|values| values.targets.get(at)).copied(),
            GivenKind::Constant(at) => self.setting.constants.get(at).copied(),
            GivenKind::Parameter(_) => None,
        };
        Ok(decimal.map(Exact::from))
    }

    /// Computes a line with so much precision.
    ///
    /// # Errors
    /// Where training ends before the moment.
    pub fn reading(&mut self, moment: Moment, precision: impl Into<Precision>) -> Result<Rc<Reading>, Halt> {
        let precision = precision.into();
        if let Some(known) = self.readings.get(&(moment, precision)) {
            return Ok(Rc::clone(known));
        }
        let failed =
            |fault| Halt { epoch: moment.epoch, batch: 1, reason: Reason::Failed { step: None, sample: None, fault } };
        let proven = Proven::new(precision).ok_or_else(|| failed(Fault::TooLarge))?;
        let reading = match moment.line {
            LineOf::Sample(sample) => {
                let batch = self.setting.batch_of(sample);
                let state = self.state_before_batch(moment.epoch, batch)?;
                let mut engine = Engine::new(proven, &self.lines);
                engine.run_sample(&self.lines, &self.program, &self.setting, &state, sample);
                let (slots, doubts) = engine.into_sample_slots();
                let line = Arc::clone(&self.lines.sample);
                Reading { line, slots, precision, batch: None, doubts, rests: state.assumes }
            }
            LineOf::Update(number) => self.read_update(moment.epoch, number, proven)?,
            LineOf::Validation => self.read_validation(moment.epoch, &proven)?,
        };
        if self.readings.len() >= MOST_READINGS {
            self.readings.clear();
        }
        let reading = Rc::new(reading);
        self.readings.insert((moment, precision), Rc::clone(&reading));
        Ok(reading)
    }

    fn read_update(&mut self, epoch: u64, number: u64, proven: Proven) -> Result<Reading, Halt> {
        self.setting.need_gradient(epoch)?;
        let batch = self.setting.batch(number);
        let precision = proven.precision();
        let mut engine = Engine::new(proven, &self.lines);
        let line = self.lines.update(&self.program, batch);
        let first = if line.needs_losses() { 1 } else { number };
        let mut rests = false;
        for before in first..=number {
            let state = self.state_before_batch(epoch, before)?;
            let of = self.setting.batch(before);
            rests |= state.assumes;
            engine.run_batch_through(&mut self.lines, &self.program, &self.setting, &state, of);
        }
        let (slots, doubts) = engine.into_update_slots();
        Ok(Reading { line, slots, precision, batch: Some((batch, batch.shape())), doubts, rests })
    }

    /// Reads a moment with more and more bits until `read` is settled.
    ///
    /// # Errors
    /// Where training ends before the moment.
    pub fn decide<T>(
        &mut self,
        moment: Moment,
        decimals: u32,
        mut read: impl FnMut(&Reading) -> Option<T>,
    ) -> Result<Decision<T>, Halt> {
        let mut ladder = Ladder::for_decimals(decimals).of_operations(self.operations(moment.line));
        loop {
            let reading = self.reading(moment, ladder.precision())?;
            if let Some(settled) = read(&reading) {
                return Ok(Decision::Settled(settled));
            }
            if reading.faults().any(|fault| fault == Fault::Undecided(Question::Zero)) {
                ladder.go_on();
            }
            if !ladder.climb() {
                return Ok(Decision::Open(reading));
            }
            // Taking things for granted tells no digit more where every step has a value.
            if ladder.precision().assuming && !reading.faults().any(Fault::is_undecided) {
                return Ok(Decision::Open(reading));
            }
        }
    }

    /// How many operations it takes to read a line once.
    #[must_use]
    pub fn operations(&mut self, line: LineOf) -> u64 {
        match line {
            LineOf::Sample(_) => self.lines.sample.tape.operations(),
            LineOf::Update(number) => self.lines.operations(&self.program, self.setting.batch(number)),
            LineOf::Validation => {
                let count = self.setting.validation().count() as u64;
                self.lines.sample.tape.operations().saturating_mul(count)
            }
        }
    }

    /// What was taken for granted when a batch of `epoch` was trained on.
    ///
    /// # Errors
    /// Where training ends before its end.
    pub fn taken(&mut self, epoch: u64, batch: u64) -> Result<Rc<[Taken]>, Halt> {
        if let Some((_, _, taken)) = self.taken.as_ref().filter(|(of, number, _)| (*of, *number) == (epoch, batch)) {
            return Ok(Rc::clone(taken));
        }
        let state = self.state_before_batch(epoch, batch)?;
        let Self { program, setting, lines, training, .. } = self;
        let mut ground = Ground { program, setting, lines };
        let taken: Rc<[Taken]> = training.run_batch(&mut ground, epoch, batch, &mut State::clone(&state))?.into();
        self.taken = Some((epoch, batch, Rc::clone(&taken)));
        Ok(taken)
    }

    /// The value of a name at a moment, with no more bits than it takes to compute it at all.
    ///
    /// # Errors
    /// Where training ends before the moment.
    pub fn value(&mut self, moment: Moment, decimals: u32, name: &str) -> Result<Outcome<Number>, Halt> {
        let settled = |outcome: Outcome<&Number>| match outcome {
            Err(fault) if fault.is_undecided() => None,
            Err(fault) => Some(Err(fault)),
            Ok(number) => number.rounded(decimals).map(|_| Ok(number.clone())),
        };
        Ok(match self.decide(moment, decimals, |reading| settled(reading.value(name)))? {
            Decision::Settled(outcome) => outcome,
            Decision::Open(reading) => reading.value(name).cloned(),
        })
    }
}
