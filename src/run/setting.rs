//! The values that a program starts from, as a scenario gives them.

use std::collections::HashMap;
use std::ops::Range;

use rust_decimal::Decimal;

use super::{Halt, Reason};
use crate::formula::Name;
use crate::number::Exact;
use crate::program::{Batch, Given, GivenKind, Program};
use crate::scenario::{self, Scenario, Subject};

/// What a program is run on.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The parameters before any update, in the program's order.
    pub parameters: Vec<Decimal>,
    /// The fixed values of a graph.
    pub constants: Vec<Decimal>,
    /// The gradients that the scenario gives, by epoch and parameter; none where they are computed.
    pub gradients: Vec<Vec<Decimal>>,
    /// What the optimizer remembers before any update: for every trained parameter its states, in their order.
    pub memory: Vec<Exact>,
    /// The loss of an epoch below which training stops.
    pub stop_below: Option<Decimal>,
    /// The samples, one without inputs where the scenario has none, and behind them those that are not trained on.
    pub samples: Vec<Sample>,
    /// How many of them are trained on.
    trained_on: usize,
    /// η; 0 where nothing is trained.
    pub learning_rate: Decimal,
    /// How many epochs the scenario asks for, at least one.
    pub epochs: u64,
    /// How many samples make an update.
    pub batch_size: u64,
}

/// The inputs and targets of one sample.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// In the order of the inputs.
    pub inputs: Vec<Decimal>,
    /// In the order of the targets.
    pub targets: Vec<Decimal>,
}

impl Setting {
    /// Takes the values out of a scenario, the parameters in the order in which its program has them.
    #[must_use]
    pub fn of(scenario: &Scenario, program: &Program) -> Self {
        let values =
            |sample: &scenario::Sample| Sample { inputs: sample.inputs.clone(), targets: sample.targets.clone() };
        let mut samples: Vec<Sample> = scenario.samples.iter().map(values).collect();
        if samples.is_empty() {
            samples.push(Sample::default());
        }
        let constants = match &scenario.subject {
            Subject::Graph(graph) => graph.given.iter().map(|(_, value)| *value).collect(),
            Subject::Network(_) | Subject::Gradients(_) => Vec::new(),
        };
        let gradients = match &scenario.subject {
            Subject::Gradients(given) => given.gradients.clone(),
            Subject::Network(_) | Subject::Graph(_) => Vec::new(),
        };
        let starts: HashMap<&Name, Decimal> =
            scenario.parameters().into_iter().map(|parameter| (&parameter.name, parameter.value)).collect();
        let is_parameter = |given: &&Given| matches!(given.kind, GivenKind::Parameter(_));
        let parameters = program.givens.iter().filter(is_parameter);
        let trained_on = samples.len();
        let count = trained_on as u64;
        samples.extend(scenario.validation.iter().map(values));
        let training = scenario.training.as_ref();
        let states = || program.rule.state.iter().map(|(_, start)| Exact::from(*start));
        Self {
            memory: program.trained.iter().flat_map(|_| states()).collect(),
            stop_below: training.and_then(|training| training.stop_below),
            parameters: parameters.map(|given| starts.get(&given.name).copied().unwrap_or_default()).collect(),
            constants,
            gradients,
            samples,
            trained_on,
            learning_rate: training.map_or(Decimal::ZERO, |training| training.learning_rate),
            epochs: training.map_or(1, |training| training.epochs.max(1)),
            batch_size: match training.map(|training| training.batch) {
                Some(scenario::Batch::Of(size)) => size.clamp(1, count),
                Some(scenario::Batch::All) | None => count,
            },
        }
    }

    /// Makes sure that an epoch that reads given gradients has one.
    ///
    /// # Errors
    /// Where the scenario gives none for it.
    pub(crate) fn need_gradient(&self, epoch: u64) -> Result<(), Halt> {
        let given = self.gradients.len() as u64;
        if given == 0 || epoch <= given {
            return Ok(());
        }
        Err(Halt { epoch, batch: 1, reason: Reason::NoGradient { given } })
    }

    /// How many samples an epoch trains on.
    #[must_use]
    pub fn sample_count(&self) -> u64 {
        self.trained_on as u64
    }

    /// The numbers of the samples that are not trained on: they go on where the others end.
    #[must_use]
    pub fn validation(&self) -> Range<u64> {
        self.sample_count() + 1..self.samples.len() as u64 + 1
    }

    /// The same with another learning rate.
    #[must_use]
    pub fn with_rate(&self, learning_rate: Decimal) -> Self {
        Self { learning_rate, ..self.clone() }
    }

    /// The same with one empty sample, for samples that are brought one at a time.
    pub(super) fn with_room_for_one(&self) -> Self {
        Self { samples: vec![Sample::default()], trained_on: 1, batch_size: 1, ..self.clone() }
    }

    /// How many batches an epoch has.
    #[must_use]
    pub fn batch_count(&self) -> u64 {
        self.sample_count().div_ceil(self.batch_size)
    }

    /// The batch of that number, counted from 1.
    #[must_use]
    pub fn batch(&self, number: u64) -> Batch {
        let first = (number.max(1) - 1) * self.batch_size + 1;
        let all = self.sample_count();
        Batch { first, size: self.batch_size.min((all + 1).saturating_sub(first)), all }
    }

    /// The number of the batch that a sample is in; both counted from 1. A sample that is not trained on meets the
    /// same weights as the first.
    #[must_use]
    pub fn batch_of(&self, sample: u64) -> u64 {
        if self.validation().contains(&sample) {
            return 1;
        }
        (sample.max(1) - 1) / self.batch_size + 1
    }
}
