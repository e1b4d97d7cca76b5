//! Whether a number comes out where the numbers that a step reads are rounded to the digits asked for: the method is
//! right, and the rounding came too early.

use crate::judge::asked::Asked;
use crate::judge::subject::Subject;
use crate::judge::working::Working;
use crate::judge::{Claim, Trouble};
use crate::lesson::Lesson;
use crate::number::{Number, Proven, Rounding};

/// Tells it of a claim that is not right.
pub(super) fn is_almost(
    lesson: &mut Lesson,
    claim: &Claim,
    subject: &Subject,
    proven: &Proven,
    asked: Asked,
) -> Result<bool, Trouble> {
    let by_factors = Working::of(lesson, claim, subject);
    let by_delta = Working::by_delta(lesson, claim, subject);
    for working in std::iter::once(by_factors).chain(by_delta) {
        for rounding in asked.roundings(&claim.value) {
            // A person may round what the lesson gives, too, or leave it as it is.
            for with_givens in [false, true] {
                if comes_out(lesson, &working, proven, rounding, with_givens)? {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

fn comes_out(
    lesson: &mut Lesson,
    working: &Working,
    proven: &Proven,
    rounding: Rounding,
    with_givens: bool,
) -> Result<bool, Trouble> {
    let precision = proven.precision();
    let mut rounded = Vec::with_capacity(working.operands().len());
    for (_, quantity) in working.operands() {
        let is_left = quantity.made_at.is_none() && !with_givens;
        let value = if is_left { None } else { quantity.value(lesson, precision)?.ok() };
        rounded.push((quantity.clone(), value.and_then(|value| value.rounded_by(rounding)).map(Number::Exact)));
    }
    let value = working.on(lesson, proven, &|quantity| {
        let (_, value) = rounded.iter().find(|(known, _)| known == quantity)?;
        value.clone().map(Ok)
    })?;
    Ok(value.is_some_and(|value| working.is_result(&value) == Some(true)))
}
