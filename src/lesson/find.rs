//! From a name or a number that somebody types to a step.

use super::{Lesson, Position};
use crate::formula::Name;
use crate::keys::{Loss, What};
use crate::program::Address;
use crate::run::{LineOf, Moment};
use crate::scenario::nearest;

/// A later epoch than this, and than the lesson's last, is not computed while somebody waits.
const LATEST_EPOCH: u64 = 100_000;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A step.
    Step(Position),
    /// A given, which no step computes.
    Given(Moment),
}

/// Why nothing was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindFault {
    /// The lesson has no step of that name.
    NoSuchName {
        /// What was looked for.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// The lesson has no other run of that name.
    NoSuchRun {
        /// What was looked for.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// There is no step, sample, batch or epoch of that number.
    NoSuchNumber {
        /// The number that was asked for.
        number: u64,
        /// The largest that there is.
        largest: u64,
    },
}

impl Lesson {
    /// Finds a step by its number in the epoch, or by its name, with `#sample` and `@epoch` where given; what is
    /// not given is taken from `here`.
    ///
    /// # Errors
    /// See [`FindFault`].
    pub fn find(&self, text: &str, here: Position) -> Result<Found, FindFault> {
        let text = text.trim();
        if let Ok(number) = text.parse::<u64>() {
            let largest = self.steps_per_epoch();
            let fault = FindFault::NoSuchNumber { number, largest };
            return if (1..=largest).contains(&number) {
                Ok(Found::Step(Position { number, ..here }))
            } else {
                Err(fault)
            };
        }
        let unknown = || FindFault::NoSuchName { name: text.to_owned(), nearest: self.nearest_name(text) };
        // The steps of another run are found in that run's own lesson.
        let address = Address::parse(text).filter(|address| address.run.is_none()).ok_or_else(unknown)?;
        let epoch = address.epoch.unwrap_or(here.epoch);
        let name = address.name.as_str();
        let here_line = self.line(here);
        let sample = address.sample.unwrap_or(match here_line {
            LineOf::Sample(sample) => sample,
            LineOf::Update(batch) => self.run.setting().batch(batch).first,
            LineOf::Validation => 1,
        });
        let batch = address.sample.unwrap_or(match here_line {
            LineOf::Sample(sample) => self.run.setting().batch_of(sample),
            LineOf::Update(batch) => batch,
            LineOf::Validation => 1,
        });
        if let Some(at) = self.program().find(name) {
            within(sample, self.samples_with(at))?;
            return Ok(Found::Step(Position { epoch, number: self.course.number(LineOf::Sample(sample), at) }));
        }
        if self.program().given(name).is_some() {
            within(sample, self.validation().end - 1)?;
            return Ok(Found::Given(Moment { epoch, line: LineOf::Sample(sample) }));
        }
        if !self.program().trained.is_empty() && self.program().rule.given(name).is_some() {
            within(batch, self.batches())?;
            return Ok(Found::Given(Moment { epoch, line: LineOf::Update(batch) }));
        }
        if let Some(at) = self.validation_line.place(name) {
            within(address.sample.unwrap_or(1), 1)?;
            return Ok(Found::Step(Position { epoch, number: self.course.number(LineOf::Validation, at) }));
        }
        // E_epoch is a step of the last update alone.
        let in_batch = self.in_batch(name, batch.clamp(1, self.batches()));
        if let Some((line, at)) = in_batch.or_else(|| self.in_batch(name, self.batches())) {
            within(batch, self.batches())?;
            return Ok(Found::Step(Position { epoch, number: self.course.number(line, at) }));
        }
        Err(unknown())
    }

    /// The same, but nothing so late that reaching it would take longer than a reader waits.
    ///
    /// # Errors
    /// See [`FindFault`].
    pub fn find_within_reach(&self, text: &str, here: Position) -> Result<Found, FindFault> {
        let found = self.find(text, here)?;
        let epoch = match &found {
            Found::Step(position) => position.epoch,
            Found::Given(moment) => moment.epoch,
        };
        let largest = self.latest_epoch();
        if epoch > largest { Err(FindFault::NoSuchNumber { number: epoch, largest }) } else { Ok(found) }
    }

    /// The latest epoch that is gone to at once.
    #[must_use]
    pub fn latest_epoch(&self) -> u64 {
        self.epochs().max(LATEST_EPOCH)
    }

    /// Finds every step of that name in an epoch, of all samples or batches unless `#k` says which; `@n` goes before
    /// `epoch`. A given is no step, so that there is none of it.
    ///
    /// # Errors
    /// See [`FindFault`].
    pub fn find_all(&self, text: &str, epoch: u64) -> Result<Vec<Position>, FindFault> {
        let here = Position::start_of(epoch);
        let found = self.find(text, here)?;
        let (Found::Step(position), Some(address)) = (&found, Address::parse(text.trim())) else {
            return Ok(match found {
                Found::Step(position) => vec![position],
                Found::Given(_) => Vec::new(),
            });
        };
        if address.sample.is_some() {
            return Ok(vec![*position]);
        }
        let at = |line, at| Position { epoch: position.epoch, number: self.course.number(line, at) };
        let name = address.name.as_str();
        Ok(match self.program().find(name) {
            Some(place) => (1..=self.samples_with(place)).map(|sample| at(LineOf::Sample(sample), place)).collect(),
            None if self.validation_line.place(name).is_some() => vec![*position],
            None => (1..=self.batches())
                .filter_map(|batch| self.in_batch(name, batch).map(|(line, place)| at(line, place)))
                .collect(),
        })
    }

    /// How many samples have the step at that place of the sample line: those that are not trained on end early.
    fn samples_with(&self, at: usize) -> u64 {
        let validation = self.validation();
        let has_step = !validation.is_empty() && (at as u64) < self.course.steps_of(validation.start);
        if has_step { validation.end - 1 } else { self.samples() }
    }

    fn find_in_update(&self, name: &str, batch: u64) -> Option<usize> {
        self.index(LineOf::Update(batch)).place(self.program().whole_name(name))
    }

    /// The step that a name of an update stands for: one of its own, or where a batch has one sample, or an epoch
    /// one batch, the step that has the same value.
    pub(super) fn in_batch(&self, name: &str, batch: u64) -> Option<(LineOf, usize)> {
        if let Some(at) = self.find_in_update(name, batch) {
            return Some((LineOf::Update(batch), at));
        }
        let of = self.run.setting().batch(batch);
        let trained = &self.program().trained;
        let loss = self.program().loss.as_ref().filter(|_| !trained.is_empty());
        let step = match self.program().what(name)? {
            What::Loss(Loss::Batch) if of.size == 1 => loss?,
            What::Loss(Loss::Epoch) if self.samples() == 1 => loss?,
            What::Loss(Loss::Epoch) if self.batches() == 1 => {
                return Some((LineOf::Update(batch), self.find_in_update(Loss::Batch.name().as_str(), batch)?));
            }
            What::BatchGradient(parameter) if of.size == 1 => {
                trained.iter().find(|trained| trained.parameter == *parameter)?.gradient_step()?
            }
            _ => return None,
        };
        match self.program().find(step.as_str()) {
            Some(at) => Some((LineOf::Sample(of.first), at)),
            None => Some((LineOf::Update(batch), self.find_in_update(step.as_str(), batch)?)),
        }
    }

    fn nearest_name(&self, text: &str) -> Option<String> {
        let update = self.index(LineOf::Update(self.batches()));
        let names = self.program().steps.iter().chain(update.steps.iter()).map(|step| step.name.as_str());
        let givens = self.program().givens.iter().map(|given| given.name.as_str());
        let names = names.chain(self.validation_line.steps.iter().map(|step| step.name.as_str()));
        let of_update = self.program().rule.given_names().map(Name::as_str);
        let runs = self.compared.iter().map(|side| side.name.as_str());
        nearest(text, names.chain(givens).chain(of_update).chain(runs))
    }

    /// The position of the step that a name stands for at a moment; none for a given.
    pub(super) fn locate_name(&self, moment: Moment, text: &str) -> Option<Position> {
        let address = Address::parse(text)?;
        let name = address.name.as_str();
        let number = match moment.line {
            LineOf::Sample(sample) => {
                let line = LineOf::Sample(address.sample.unwrap_or(sample));
                self.course.number(line, self.program().find(name)?)
            }
            LineOf::Validation => {
                let of_loss = LineOf::Sample(address.sample?);
                self.course.number(of_loss, self.program().find(name)?)
            }
            LineOf::Update(batch) => {
                let first = self.run.setting().batch(batch).first;
                match (address.sample, self.program().find(name)) {
                    (sample, Some(at)) => self.course.number(LineOf::Sample(sample.unwrap_or(first)), at),
                    (_, None) => self.course.number(moment.line, self.find_in_update(name, batch)?),
                }
            }
        };
        Some(Position { epoch: moment.epoch, number })
    }
}

fn within(number: u64, largest: u64) -> Result<(), FindFault> {
    if number <= largest { Ok(()) } else { Err(FindFault::NoSuchNumber { number, largest }) }
}
