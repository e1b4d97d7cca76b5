//! A value over a batch as a batch is descended on: the mean or the sum over its samples.

use rust_decimal::Decimal;

use crate::formula::Name;
use crate::lesson::Lesson;
use crate::number::{Arithmetic as _, Exact, Fault, Number, Outcome, Proven};
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

    /// The value of a name over the batch, with so many bits.
    pub(super) fn value(
        &self,
        probe: &mut Probe<'_>,
        parameters: &[Decimal],
        name: &Name,
        bits: u32,
    ) -> Outcome<Number> {
        let proven = Proven::new(bits).ok_or(Fault::TooLarge)?;
        let mut sum = Number::Exact(Exact::zero());
        for sample in &self.samples {
            sum = proven.add(&sum, &probe.at(parameters, sample, bits, name)?)?;
        }
        match (self.reduction, i64::try_from(self.samples.len())) {
            (Reduction::Mean, Ok(count)) if count > 1 => proven.divide(&sum, &Number::Exact(Exact::from(count))),
            _ => Ok(sum),
        }
    }
}
