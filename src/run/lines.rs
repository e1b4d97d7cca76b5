//! The compiled lines of a program, and where each of their inputs comes from.

use std::collections::HashMap;
use std::sync::Arc;

use super::tape::Tape;
use crate::formula::Name;
use crate::program::{Address, Batch, Given, GivenKind, Program, RoleKind, Step, UpdateGiven};

/// Where an input of a tape comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A given of the sample line.
    Given(GivenKind),
    /// A value of the update line that no step computes.
    Update(UpdateGiven),
    /// A slot of the sample line, for a sample of the batch counted from 0.
    Sample { index: u64, slot: usize },
    /// The loss of a sample of the epoch, counted from 0, as it was met.
    Loss { index: u64 },
    /// Nothing gives it, which a checked scenario excludes.
    Nowhere,
}

/// A line with its tape.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) steps: Arc<[Step]>,
    pub(crate) tape: Tape,
    pub(crate) sources: Vec<Source>,
    /// Which slots have values that can be computed as fractions, and which steps compute with such values.
    pub(crate) fractions: (Vec<bool>, Vec<bool>),
    /// The steps that are new parameters, in the program's order of trained ones.
    pub(crate) new_parameters: Vec<usize>,
    /// The slots of what the optimizer remembers, in the order of a state's memory.
    pub(crate) memories: Vec<usize>,
    /// Where the loss of the epoch stands, where this line ends one.
    pub(crate) epoch_loss: Option<LossAt>,
}

/// Where the loss of an epoch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LossAt {
    /// In a step of the update line that sums up all batches.
    Epoch { step: usize },
    /// In a step of the update line that sums up this batch, the only one.
    Batch { step: usize },
    /// In a slot of the sample line of the only sample.
    Sample { slot: usize },
}

impl Line {
    /// Whether it sums up losses of other batches.
    pub(crate) fn needs_losses(&self) -> bool {
        self.sources.iter().any(|source| matches!(source, Source::Loss { .. }))
    }
}

/// All lines of a program, each compiled once.
#[derive(Debug)]
pub(crate) struct Lines {
    pub(crate) sample: Arc<Line>,
    /// The slot of the loss in the sample line.
    pub(crate) loss: Option<usize>,
    /// The step of the loss in the sample line.
    pub(crate) loss_step: Option<usize>,
    updates: HashMap<Batch, Arc<Line>>,
    /// The line over the samples that are not trained on, once it was asked for.
    pub(super) validation: Option<Arc<Line>>,
}

impl Lines {
    pub(crate) fn new(program: &Program) -> Self {
        let tape = Tape::new(&program.steps, |step| program.rounding(step));
        let sources: Vec<Source> = tape
            .inputs()
            .iter()
            .map(|name| match (program.given(name.as_str()), program.rule.given(name.as_str())) {
                (Some(given), _) => Source::Given(given.kind),
                // Looking ahead reads what the update reads.
                (None, Some(given)) => Source::Update(given),
                (None, None) => Source::Nowhere,
            })
            .collect();
        let loss = program.loss.as_ref().and_then(|loss| tape.slot_of(loss.as_str()));
        let fractions = tape.fractions(sources.iter().map(|source| *source != Source::Nowhere));
        let loss_step = loss.and_then(|loss| tape.step_slots().position(|slot| slot == loss));
        let sample = Arc::new(Line {
            fractions,
            steps: Arc::clone(&program.steps),
            tape,
            sources,
            new_parameters: Vec::new(),
            memories: Vec::new(),
            epoch_loss: None,
        });
        Self { sample, loss, loss_step, updates: HashMap::new(), validation: None }
    }

    /// How many operations a batch takes.
    pub(crate) fn operations(&mut self, program: &Program, batch: Batch) -> u64 {
        let update = self.update(program, batch).tape.operations();
        self.sample.tape.operations().saturating_mul(batch.size).saturating_add(update)
    }

    /// The update line of a batch; batches of one shape share it.
    pub(crate) fn update(&mut self, program: &Program, batch: Batch) -> Arc<Line> {
        let shape = batch.shape();
        if let Some(line) = self.updates.get(&shape) {
            return Arc::clone(line);
        }
        let steps: Arc<[Step]> = program.update_line(shape).into();
        let tape = Tape::new(&steps, |step| program.rounding(step));
        let sources: Vec<Source> = tape.inputs().iter().map(|name| self.update_source(program, shape, name)).collect();
        let is_new = |(_, step): &(usize, &Step)| step.role.kind == RoleKind::NewParameter;
        let made: HashMap<&Name, usize> =
            steps.iter().enumerate().filter(is_new).map(|(at, step)| (&step.role.subject, at)).collect();
        let new_parameters =
            program.trained.iter().filter_map(|trained| made.get(&trained.parameter).copied()).collect();
        let memories = program.trained.iter().flat_map(|trained| program.rule.memories(&trained.parameter));
        let memories = memories.filter_map(|name| tape.slot_of(name.as_str())).collect();
        let epoch_loss = self.epoch_loss(shape, &steps);
        let is_fraction = |source: &Source| match *source {
            Source::Given(_) | Source::Update(_) => true,
            Source::Sample { slot, .. } => self.sample.fractions.0[slot],
            Source::Loss { .. } => self.loss.is_some_and(|slot| self.sample.fractions.0[slot]),
            Source::Nowhere => false,
        };
        let fractions = tape.fractions(sources.iter().map(is_fraction));
        let line = Arc::new(Line { steps, tape, sources, fractions, new_parameters, memories, epoch_loss });
        self.updates.insert(shape, Arc::clone(&line));
        line
    }

    fn epoch_loss(&self, shape: Batch, steps: &[Step]) -> Option<LossAt> {
        let find = |kind| steps.iter().position(|step| step.role.kind == kind);
        match (shape.is_last(), shape.is_whole(), shape.size) {
            (false, ..) => None,
            (_, false, _) => find(RoleKind::EpochLoss).map(|step| LossAt::Epoch { step }),
            (_, _, 1) => self.loss.map(|slot| LossAt::Sample { slot }),
            _ => find(RoleKind::BatchLoss).map(|step| LossAt::Batch { step }),
        }
    }

    fn update_source(&self, program: &Program, shape: Batch, name: &Name) -> Source {
        if let Some(given) = program.rule.given(name.as_str()) {
            return Source::Update(given);
        }
        let Some(address) = Address::parse(name.as_str()) else { return Source::Nowhere };
        if let Some(Given { kind: kind @ GivenKind::Parameter(_), .. }) = program.given(name.as_str()) {
            return Source::Given(*kind);
        }
        let of_batch = address.sample.map_or(Some(0), |sample| sample.checked_sub(shape.first));
        let inside = of_batch.filter(|&index| index < shape.size);
        let slot = self.sample.tape.slot_of(address.name.as_str());
        match (inside, slot, address.sample) {
            (Some(index), Some(slot), _) => Source::Sample { index, slot },
            (None, Some(_), Some(sample)) if program.loss.as_ref() == Some(&address.name) => {
                Source::Loss { index: sample - 1 }
            }
            _ => Source::Nowhere,
        }
    }
}
