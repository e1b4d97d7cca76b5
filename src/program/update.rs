//! The update line: run once a batch, over sums of the sample lines.

use super::step::{Phase, Role, RoleKind, Step};
use super::{Program, Reduction, given_gradients};
use crate::formula::{Formula, Name};

/// Which samples of an epoch make a batch, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Batch {
    /// Its first sample.
    pub first: u64,
    /// How many samples it has.
    pub size: u64,
    /// How many samples the epoch has; only of use where this is its last batch.
    pub all: u64,
}

impl Batch {
    /// Whether the epoch ends with it.
    #[must_use]
    pub fn is_last(self) -> bool {
        self.first + self.size > self.all
    }

    /// Whether it is all of the epoch.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.size >= self.all
    }

    /// The same batch as if it were the first of its epoch, and ended it only if it does.
    ///
    /// Batches that are alike in this way run the same tape.
    #[must_use]
    pub fn shape(self) -> Self {
        if self.is_last() { self } else { Self { first: 1, size: self.size, all: self.size + 1 } }
    }
}

/// The name of a step for one sample.
fn of_sample(name: &Name, sample: u64) -> Formula {
    Formula::name(format!("{name}#{sample}"))
}

impl Program {
    /// Writes the update line of a batch; nothing where nothing is trained.
    #[must_use]
    pub fn update_line(&self, batch: Batch) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.trained.is_empty() {
            return steps;
        }
        let samples = batch.first..batch.first + batch.size;
        if let Some(loss) = &self.loss {
            if batch.size > 1 {
                let formula = self.reduced(loss, samples.clone());
                steps.push(update_step(Name::new("E_batch"), formula, RoleKind::BatchLoss, loss));
            }
            if batch.is_last() && !batch.is_whole() {
                let formula = self.reduced(loss, 1..batch.all + 1);
                steps.push(update_step(Name::new("E_epoch"), formula, RoleKind::EpochLoss, loss));
            }
        }
        steps.extend(self.rule.rate());
        for trained in &self.trained {
            let parameter = &trained.parameter;
            let name = Name::new(format!("grad_{parameter}"));
            let gradient = if self.gradients_are_given {
                steps.push(given_gradients::step(name.clone(), trained));
                name
            } else if batch.size > 1 {
                let formula = self.reduced(&trained.gradient, samples.clone());
                steps.push(update_step(name.clone(), formula, RoleKind::BatchGradient, parameter));
                name
            } else {
                trained.gradient.clone()
            };
            self.rule.write(parameter, gradient, &mut steps);
        }
        steps
    }

    /// The mean or the sum of a step over samples.
    fn reduced(&self, name: &Name, samples: std::ops::Range<u64>) -> Formula {
        let count = i64::try_from(samples.end - samples.start).unwrap_or(i64::MAX);
        let sum = Formula::sum(samples.map(|sample| of_sample(name, sample)));
        match self.reduction {
            Reduction::Mean => sum.over(Formula::number(count)),
            Reduction::Sum => sum,
        }
    }
}

fn update_step(name: Name, formula: Formula, kind: RoleKind, subject: &Name) -> Step {
    let role = Role { kind, subject: subject.clone(), partner: None };
    Step { name, formula, phase: Phase::Update, layer: None, role }
}
