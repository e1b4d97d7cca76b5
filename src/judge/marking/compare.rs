//! What a number is before any mistake is looked for: right, cut off, rounded on the way, or following from others.

use super::Mark;
use super::own::Own;
use crate::judge::subject::Subject;
use crate::judge::working::Working;
use crate::judge::{Claim, Trial, Trouble, Verdict, digits};
use crate::lesson::Lesson;
use crate::number::{Exact, Fault, Number, Proven, Rounding};

/// A number with more digits may come from binary floats.
const MOST_DIGITS_BY_HAND: u64 = 14;

/// Of binary floats so many digits are certain; further ones may be noise.
const FLOAT_DIGITS: u32 = 12;

/// What comparing a number with the exact result and with the learner's own came to.
pub(super) struct Compared {
    pub(super) mark: Mark,
    pub(super) value: Number,
    /// What comes out of the learner's own numbers, where those change it.
    pub(super) carried: Option<Number>,
    /// With how many bits.
    pub(super) proven: Proven,
}

/// A number without the digits that may be the noise of binary floats.
pub(super) fn without_noise(written: &Exact) -> Exact {
    if written.digit_count() > MOST_DIGITS_BY_HAND {
        Rounding::significant(FLOAT_DIGITS).of(written)
    } else {
        written.clone()
    }
}

/// Compares a number; `as_written` has the digits that `claim` was relieved of.
pub(super) fn compare(
    lesson: &mut Lesson,
    claim: &Claim,
    as_written: &Exact,
    subject: &Subject,
    own: &mut Own,
) -> Result<Compared, Trouble> {
    for epoch in subject.epochs() {
        lesson.run().state(epoch)?;
    }
    let by_factors = Working::of(lesson, claim, subject).or_cut();
    let by_delta = Working::by_delta(lesson, claim, subject).map(Working::or_cut);
    let mut workings: Vec<Working> = std::iter::once(by_factors).chain(by_delta).collect();
    let whole = Claim { value: as_written.clone(), ..claim.clone() };
    let mut ladder = subject.ladder(lesson, as_written.scale() + 20);
    loop {
        let proven = Proven::new(ladder.precision()).ok_or(Trouble::Failed(Fault::TooLarge))?;
        let value = match subject.value(lesson, &proven, &claim.what)? {
            Ok(value) => value,
            Err(fault) if fault.is_undecided() && ladder.climb() => continue,
            Err(fault) => return Err(Trouble::Failed(fault)),
        };
        if let (true, Some(latest)) = (own.has_wrong(), subject.latest()) {
            own.carry(lesson, &proven, latest)?;
        }
        let is_tainted = |working: &Working| {
            let mut made_at = working.operands().iter().filter_map(|(_, quantity)| quantity.made_at);
            made_at.any(|position| own.is_tainted(position, proven.precision()))
        };
        let by_digits = match digits::verdict(&whole, &value) {
            // A zero is one only where the value cannot be told from it.
            Some(Verdict::Right) if as_written.is_zero() && value.sign().is_err() && ladder.climb() => continue,
            Some(Verdict::Right) => Some(Mark::Right),
            Some(Verdict::Cut) => Some(Mark::Cut),
            Some(_) if is_noise(claim, as_written, &value) => Some(Mark::Rounded),
            Some(_) => Some(Mark::Wrong),
            None => None,
        };
        // What no precision decides may still follow from the numbers before it.
        let mark = match by_digits {
            None if ladder.climb() => continue,
            None if digits::is_cut(as_written, &value) => Some(Mark::Cut),
            None | Some(Mark::Wrong) => {
                let mut best = Some(Mark::Wrong);
                for working in &mut workings {
                    let is_tainted = is_tainted(working);
                    best = better(best, follow(lesson, working, &proven, own, is_tainted)?);
                }
                best
            }
            Some(mark) => Some(mark),
        };
        let mark = match mark {
            Some(Mark::Wrong) if by_digits.is_none() => Mark::Undecided,
            Some(mark) => mark,
            None if ladder.climb() => continue,
            None => Mark::Undecided,
        };
        let tainted = workings.iter().rev().find(|working| is_tainted(working));
        let carried = match tainted {
            Some(working) => working.as_written(lesson, &proven, own)?,
            None => None,
        };
        return Ok(Compared { mark, value, carried, proven });
    }
}

/// The more favourable of two marks; more bits may tell where either is open.
fn better(first: Option<Mark>, second: Option<Mark>) -> Option<Mark> {
    match (first, second) {
        (Some(Mark::Rounded), _) | (_, Some(Mark::Rounded)) => Some(Mark::Rounded),
        (Some(Mark::Follows), _) | (_, Some(Mark::Follows)) => Some(Mark::Follows),
        (None, _) | (_, None) => None,
        (Some(Mark::Undecided), _) => first,
        (Some(_), second) => second,
    }
}

/// Whether a number follows from those before it, the right ones or all; none where more bits may tell.
fn follow(
    lesson: &mut Lesson,
    working: &mut Working,
    proven: &Proven,
    own: &Own,
    is_tainted: bool,
) -> Result<Option<Mark>, Trouble> {
    let of_good = working.answer(lesson, proven, &own.good)?;
    if of_good == Trial::Settled(Verdict::Rounded) {
        return Ok(Some(Mark::Rounded));
    }
    let of_all = if is_tainted { working.answer(lesson, proven, own)? } else { of_good };
    Ok(match (of_all, of_good) {
        (Trial::Settled(Verdict::Rounded), _) => Some(Mark::Follows),
        (Trial::Settled(_), Trial::Settled(_)) => Some(Mark::Wrong),
        (Trial::Finer, _) | (_, Trial::Finer) => None,
        (Trial::Open, _) | (_, Trial::Open) => Some(Mark::Undecided),
    })
}

/// Whether a number of many digits differs from the exact result by no more than binary floats may.
pub(super) fn is_noise(claim: &Claim, as_written: &Exact, value: &Number) -> bool {
    if claim.value.scale() >= as_written.scale() || claim.value.is_zero() {
        return false;
    }
    let Some((low, high)) = value.ends() else { return false };
    let unit = Exact::new(1, claim.value.scale());
    let is_near = |end: &Exact| as_written.minus(end).magnitude().compare(&unit).is_le();
    is_near(&low) && is_near(&high)
}
