//! The loss of a batch along one parameter, everything else as it is, with the slope at the point where training stands.

use rust_decimal::Decimal;

use super::batch::BatchOf;
use super::standpoint::{Standpoint, gradient_of};
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::number::Exact;
use crate::run::Halt;

/// Digits behind the point that a drawing needs.
pub(super) const DECIMALS: u32 = 12;

/// Bits behind the point that these need, and what a pass loses on its way.
const BITS: u32 = 128;

/// The loss of a batch along one parameter.
#[derive(Clone, Debug)]
pub struct Slice {
    /// The parameter.
    pub parameter: Name,
    /// Its value where training stands.
    pub here: Decimal,
    /// The loss there.
    pub loss: Option<Exact>,
    /// The slope there, where the lesson has that gradient.
    pub slope: Option<Exact>,
    /// The parameter and the loss, from left to right; none where the loss cannot be computed.
    pub points: Vec<(Decimal, Option<Exact>)>,
}

impl Slice {
    /// Computes the loss at `count` values of a parameter up to `reach` away on both sides; `None` where it is no
    /// parameter, or nothing is minimised.
    ///
    /// # Errors
    /// Where training ends before the position.
    pub fn of(
        lesson: &mut Lesson,
        position: Position,
        parameter: &Name,
        reach: Decimal,
        count: u32,
    ) -> Result<Option<Self>, Halt> {
        let at = Standpoint::of(lesson, position)?;
        let (Some(loss), Some(here)) = (lesson.program().loss.clone(), at.parameter(lesson, parameter)) else {
            return Ok(None);
        };
        let slope = gradient_of(lesson, parameter);
        let steps = i64::from(count.max(2) - 1);
        let offset = |step: i64| {
            let twice = reach.checked_mul(Decimal::from(2 * step - steps))?;
            twice.checked_div(Decimal::from(steps)).map(|by| by.round_dp(12))
        };
        let moved: Vec<(Decimal, Vec<Decimal>)> = (0..=steps)
            .filter_map(|step| {
                let by = offset(step)?;
                Some((here.checked_add(by)?, at.moved(lesson, parameter, by)?))
            })
            .collect();
        let batch = lesson.run().setting().batch_of(at.sample);
        let of = BatchOf::new(lesson, batch);
        let mut probe = lesson.unrounded_run().probe(&at.state);
        let mut coarse = |parameters: &[Decimal], name: &Name| {
            of.value(&mut probe, parameters, name, BITS.into()).ok()?.rounded(DECIMALS)
        };
        Ok(Some(Self {
            parameter: parameter.clone(),
            here,
            loss: coarse(&at.state.parameters, &loss),
            slope: slope.and_then(|slope| coarse(&at.state.parameters, &slope)),
            points: moved.into_iter().map(|(at, parameters)| (at, coarse(&parameters, &loss))).collect(),
        }))
    }
}
