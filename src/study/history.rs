//! How the losses and the parameters go on from epoch to epoch, worked out piece by piece.
//!
//! Whoever draws it asks for a little more at a time, so that a key can stop it at any moment.

use std::time::{Duration, Instant};

use rust_decimal::Decimal;

use super::slice::DECIMALS;
use crate::formula::Name;
use crate::keys::Loss;
use crate::lesson::Lesson;
use crate::number::Exact;
use crate::run::{Halt, LineOf, Moment, Run};

/// So many epochs are looked at when there are more.
const MOST_BEATS: u64 = 240;

/// One epoch as it starts.
#[derive(Clone, Debug)]
pub struct Beat {
    /// The epoch.
    pub epoch: u64,
    /// The loss of the epoch, of its samples as they are met.
    pub loss: Option<Exact>,
    /// The loss of the samples that are not trained on, where it is looked at.
    pub validation: Option<Exact>,
    /// The parameters as it starts, in the program's order.
    pub parameters: Vec<Decimal>,
}

/// The epochs looked at so far.
#[derive(Debug, Default)]
pub struct History {
    beats: Vec<Beat>,
    stride: u64,
    last: u64,
    halt: Option<Halt>,
}

impl History {
    /// Prepares to look at the epochs from 1 to `last`, or at some of them where they are many.
    #[must_use]
    pub fn to(last: u64) -> Self {
        Self { beats: Vec::new(), stride: last.div_ceil(MOST_BEATS).max(1), last, halt: None }
    }

    /// What has been looked at.
    #[must_use]
    pub fn beats(&self) -> &[Beat] {
        &self.beats
    }

    /// The last epoch that will be looked at.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.last
    }

    /// Why it ends early, where it does.
    #[must_use]
    pub fn halt(&self) -> Option<&Halt> {
        self.halt.as_ref()
    }

    /// The next epoch to be looked at; none where all is done.
    #[must_use]
    pub fn next(&self) -> Option<u64> {
        let next = match self.beats.last() {
            None => 1,
            // Epoch 1, then round ones, then the last whatever its number is.
            Some(beat) if beat.epoch == self.last => return None,
            Some(beat) => ((beat.epoch / self.stride + 1) * self.stride).min(self.last),
        };
        self.halt.is_none().then_some(next)
    }

    /// Looks at more epochs for about so long; true while there are more.
    pub fn go_on(&mut self, run: &mut Run, loss: Option<&EpochLoss>, patience: Duration) -> bool {
        let started = Instant::now();
        while let Some(epoch) = self.next() {
            match beat(run, loss, epoch) {
                Ok(beat) => self.beats.push(beat),
                Err(halt) => self.halt = Some(halt),
            }
            if started.elapsed() >= patience {
                break;
            }
        }
        self.next().is_some()
    }
}

fn beat(run: &mut Run, loss: Option<&EpochLoss>, epoch: u64) -> Result<Beat, Halt> {
    let parameters = run.state(epoch)?.parameters.clone();
    let mut value = |at: Option<(LineOf, &Name)>| {
        let Some((line, name)) = at else { return Ok(None) };
        let value = run.value(Moment { epoch, line }, DECIMALS, name.as_str())?;
        Ok(value.ok().and_then(|value| value.rounded(DECIMALS)))
    };
    let validation = value(loss.and_then(|at| Some((LineOf::Validation, at.validation.as_ref()?))))?;
    let loss = value(loss.map(|at| (at.line, &at.name)))?;
    Ok(Beat { epoch, loss, validation, parameters })
}

/// Where the loss of an epoch stands, and that of the samples that are not trained on.
#[derive(Clone, Debug)]
pub struct EpochLoss {
    line: LineOf,
    name: Name,
    validation: Option<Name>,
}

impl EpochLoss {
    /// Finds it; none where nothing is minimised.
    #[must_use]
    pub fn of(lesson: &Lesson) -> Option<Self> {
        let position = lesson.find_all(Loss::Epoch.name().as_str(), 1).ok()?.pop()?;
        let at = lesson.find_all(Loss::Validation.name().as_str(), 1).ok().and_then(|mut found| found.pop());
        let validation = at.and_then(|position| Some(lesson.step(position)?.name));
        Some(Self { line: lesson.line(position), name: lesson.step(position)?.name, validation })
    }

    /// The loss of what is trained on alone.
    #[must_use]
    pub fn without_validation(self) -> Self {
        Self { validation: None, ..self }
    }
}
