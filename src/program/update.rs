//! The update line: run once a batch, over sums of the sample lines.

use super::step::{Phase, Role, RoleKind, Step};
use super::{Program, Reduction, Trained, given_gradients};
use crate::formula::{Formula, Name};
use crate::keys::{Loss, What};

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
                let formula = combined(&Formula::Name(loss.clone()), samples, self.loss_reduction);
                steps.push(update_step(Loss::Batch.name(), formula, RoleKind::BatchLoss, loss));
            }
            if batch.is_last() && !batch.is_whole() {
                let formula = combined(&Formula::Name(loss.clone()), 1..batch.all + 1, self.loss_reduction);
                steps.push(update_step(Loss::Epoch.name(), formula, RoleKind::EpochLoss, loss));
            }
        }
        steps.extend(self.rule.rate());
        if self.waves.is_empty() {
            self.trained.iter().for_each(|trained| self.update(trained, batch, &mut steps));
        }
        for wave in &self.waves {
            steps.extend(wave.steps.iter().cloned());
            let parameters = wave.parameters.iter().filter_map(|&at| self.trained.get(at));
            parameters.for_each(|trained| self.update(trained, batch, &mut steps));
        }
        steps
    }

    /// The step that judges an epoch by the samples that are not trained on: always their mean.
    #[must_use]
    pub fn validation_step(&self, samples: std::ops::Range<u64>) -> Option<Step> {
        let loss = self.loss.as_ref().filter(|_| !samples.is_empty())?;
        let formula = combined(&Formula::Name(loss.clone()), samples, Reduction::Mean);
        let role = Role { kind: RoleKind::ValidationLoss, subject: loss.clone(), partner: None };
        Some(Step { name: Loss::Validation.name(), formula, phase: Phase::Error, layer: None, role })
    }

    /// Writes the update of one parameter.
    fn update(&self, trained: &Trained, batch: Batch, steps: &mut Vec<Step>) {
        let parameter = &trained.parameter;
        let gradient = if self.gradients_are_given {
            let name = What::BatchGradient(parameter.clone()).name();
            steps.push(given_gradients::step(name.clone(), trained));
            Formula::Name(name)
        } else if batch.size > 1 {
            let (what, kind) = self.rule.of_batch(parameter);
            let name = what.name();
            let samples = batch.first..batch.first + batch.size;
            let formula = combined(&trained.gradient, samples, self.reduction);
            steps.push(update_step(name.clone(), formula, kind, parameter));
            Formula::Name(name)
        } else {
            trained.gradient.clone()
        };
        self.rule.write(parameter, &gradient, steps);
    }
}

/// The mean or the sum of a formula over samples.
fn combined(of_one: &Formula, samples: std::ops::Range<u64>, reduction: Reduction) -> Formula {
    let count = i64::try_from(samples.end - samples.start).unwrap_or(i64::MAX);
    let sum = Formula::sum(samples.map(|sample| of_one.substituted(&|name| Some(of_sample(name, sample)))));
    match reduction {
        Reduction::Mean if count > 1 => sum.over(Formula::number(count)),
        Reduction::Mean | Reduction::Sum => sum,
    }
}

fn update_step(name: Name, formula: Formula, kind: RoleKind, subject: &Name) -> Step {
    let role = Role { kind, subject: subject.clone(), partner: None };
    Step { name, formula, phase: Phase::Update, layer: None, role }
}
