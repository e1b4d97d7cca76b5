//! The parameters and the sample that a reader stands at, as the program is run on them.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::program::GivenKind;
use crate::run::{Halt, LineOf, Sample, State};

/// What the sample line is run on at a position; in an update that is the last sample of its batch.
#[derive(Clone, Debug)]
pub struct Standpoint {
    /// The epoch.
    pub epoch: u64,
    /// The sample, counted from 1.
    pub sample: u64,
    /// What the batch of the sample finds.
    pub state: Arc<State>,
    /// The inputs and targets.
    pub values: Sample,
}

impl Standpoint {
    /// Takes the values at a position out of a lesson.
    ///
    /// # Errors
    /// Where training ends before it.
    pub fn of(lesson: &mut Lesson, position: Position) -> Result<Self, Halt> {
        let line = lesson.line(position);
        let run = lesson.unrounded_run();
        let (sample, batch) = match line {
            LineOf::Validation => (1, 1),
            LineOf::Sample(sample) => (sample, run.setting().batch_of(sample)),
            LineOf::Update(number) => {
                let batch = run.setting().batch(number);
                (batch.first + batch.size.max(1) - 1, number)
            }
        };
        let state = run.state_before_batch(position.epoch, batch)?;
        let at = usize::try_from(sample - 1).unwrap_or(usize::MAX);
        let values = run.setting().samples.get(at).cloned().unwrap_or_default();
        Ok(Self { epoch: position.epoch, sample, state, values })
    }

    /// The parameters with one of them changed; `None` where it would not fit into a decimal, or is no parameter.
    #[must_use]
    pub fn moved(&self, lesson: &Lesson, parameter: &Name, by: Decimal) -> Option<Vec<Decimal>> {
        let GivenKind::Parameter(at) = lesson.program().given(parameter.as_str())?.kind else { return None };
        let mut parameters = self.state.parameters.clone();
        let own = parameters.get_mut(at)?;
        *own = own.checked_add(by)?;
        Some(parameters)
    }

    /// The value of a parameter.
    #[must_use]
    pub fn parameter(&self, lesson: &Lesson, parameter: &Name) -> Option<Decimal> {
        let GivenKind::Parameter(at) = lesson.program().given(parameter.as_str())?.kind else { return None };
        self.state.parameters.get(at).copied()
    }
}

/// The step that is the gradient of a parameter, where the lesson has one.
pub(super) fn gradient_of(lesson: &Lesson, parameter: &Name) -> Option<Name> {
    let program = lesson.program();
    program.loss.as_ref()?;
    Some(program.steps.get(program.find(program.gradient_name(parameter).as_str())?)?.name.clone())
}
