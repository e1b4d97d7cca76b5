//! A value over a batch as a batch is descended on: the mean or the sum over its samples.

use rust_decimal::Decimal;

use crate::formula::Name;
use crate::lesson::Lesson;
use crate::number::{Arithmetic as _, Exact, Fault, Number, Outcome, Precision, Proven};
use crate::program::Reduction;
use crate::run::{Probe, Sample};

/// The samples of a batch, and how they become one.
#[derive(Clone, Debug)]
pub(super) struct BatchOf {
    samples: Vec<Sample>,
    reduction: Reduction,
}

impl BatchOf {
    /// The batch of that number, counted from 1.
    pub(super) fn new(lesson: &mut Lesson, number: u64) -> Self {
        let reduction = lesson.program().reduction;
        let setting = lesson.run().setting();
        let batch = setting.batch(number);
        let sample = |at: u64| setting.samples.get(usize::try_from(at.checked_sub(1)?).ok()?).cloned();
        Self { samples: (batch.first..batch.first + batch.size).filter_map(sample).collect(), reduction }
    }

    /// The value of a name over the batch, with so much precision.
    ///
    /// # Errors
    /// What kept it from being computed for one of the samples.
    pub(super) fn value(
        &self,
        probe: &mut Probe<'_>,
        parameters: &[Decimal],
        name: &Name,
        precision: Precision,
    ) -> Outcome<Number> {
        self.values(probe, parameters, &[name], precision).pop().unwrap_or(Err(Fault::TooLarge))
    }

    /// The same of many names: every sample is run once.
    pub(super) fn values(
        &self,
        probe: &mut Probe<'_>,
        parameters: &[Decimal],
        names: &[&Name],
        precision: Precision,
    ) -> Vec<Outcome<Number>> {
        let Some(proven) = Proven::new(precision) else { return vec![Err(Fault::TooLarge); names.len()] };
        let mut sums = vec![Ok(Number::Exact(Exact::zero())); names.len()];
        for sample in &self.samples {
            for (sum, name) in sums.iter_mut().zip(names) {
                let added = |so_far: &Number| proven.add(so_far, &probe.at(parameters, sample, precision, name)?);
                *sum = sum.as_ref().map_err(|fault| *fault).and_then(added);
            }
        }
        match (self.reduction, i64::try_from(self.samples.len())) {
            (Reduction::Mean, Ok(count)) if count > 1 => {
                let count = Number::Exact(Exact::from(count));
                sums.into_iter().map(|sum| proven.divide(&sum?, &count)).collect()
            }
            _ => sums,
        }
    }
}
