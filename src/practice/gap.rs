//! How far a number is from the result: the difference, and how large it is beside the result.

use crate::lesson::{Lesson, Position};
use crate::number::{Arithmetic as _, Exact, Fault, Number, Outcome, Proven, Written};
use crate::run::{Decision, Moment, Reading};

/// So many digits of a difference are said.
const DIGITS: u32 = 3;

/// So many decimals the result is known to at first.
const DECIMALS: u32 = 30;

/// How far a number is from the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The number less the result.
    pub difference: Written,
    /// Its magnitude in percent of the result; none of a result that is 0.
    pub percent: Option<Written>,
}

/// How far a number is from the result of a step, every digit certain; `None` where it is the result itself, or where
/// no precision tells.
#[must_use]
pub fn gap(lesson: &mut Lesson, position: Position, given: &Exact) -> Option<Gap> {
    let name = lesson.step(position)?.name;
    let moment = Moment { epoch: position.epoch, line: lesson.line(position) };
    let read = |reading: &Reading| {
        let difference = difference(reading, name.as_str(), given).ok()?;
        let percent = percent(reading, name.as_str(), &difference);
        let percent = match percent {
            Err(fault) if fault.is_undecided() => return None,
            Err(_) => None,
            Ok(percent) => Some(percent.with_significant(DIGITS)?),
        };
        Some(Gap { difference: difference.with_significant(DIGITS)?, percent })
    };
    match lesson.run().decide(moment, DECIMALS, read) {
        Ok(Decision::Settled(gap)) => Some(gap),
        Ok(Decision::Open(_)) | Err(_) => None,
    }
}

fn difference(reading: &Reading, name: &str, given: &Exact) -> Outcome<Number> {
    let proven = arithmetic(reading)?;
    proven.subtract(&Number::Exact(given.clone()), reading.value(name)?)
}

fn percent(reading: &Reading, name: &str, difference: &Number) -> Outcome<Number> {
    let proven = arithmetic(reading)?;
    let ratio = proven.divide(&proven.abs(difference)?, &proven.abs(reading.value(name)?)?)?;
    proven.multiply(&ratio, &Number::Exact(Exact::new(100, 0)))
}

fn arithmetic(reading: &Reading) -> Outcome<Proven> {
    Proven::new(reading.precision()).ok_or(Fault::TooLarge)
}
