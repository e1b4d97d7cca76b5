//! What a number is before any mistake is looked for: right, cut off, following from others, or rounded on the way.

use super::line::Manner;
use super::own::Own;
use crate::judge::asked::Asked;
use crate::judge::quantity::Quantity;
use crate::judge::subject::Subject;
use crate::judge::working::Working;
use crate::judge::{Claim, Trial, Trouble, Verdict, digits};
use crate::lesson::Lesson;
use crate::number::{Exact, Fault, Number, Outcome, Proven, Rounding};

/// A number with more digits may come from binary floats.
const MOST_DIGITS_BY_HAND: u64 = 14;

/// Of binary floats so many digits are certain; further ones may be noise.
const FLOAT_DIGITS: u32 = 12;

/// How a number compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Right,
    Cut,
    Rounded,
    Follows,
    /// Right or cut off, with too few digits to tell.
    Coarse,
    /// None of these.
    Off,
    Undecided,
}

/// What comparing a number with the exact result and with the learner's own came to.
pub(super) struct Compared {
    pub(super) comparison: Comparison,
    pub(super) value: Number,
    /// What comes out of the learner's own numbers, where one of those is wrong.
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
    asked: Asked,
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
        if let (false, Some(latest)) = (own.is_empty(), subject.latest()) {
            own.carry(lesson, &proven, latest)?;
        }
        let by_digits = digits::verdict(&whole, &value);
        // A zero is one only where the value cannot be told from it.
        let is_open = by_digits.is_none() || (as_written.is_zero() && value.sign().is_err());
        if is_open && ladder.climb() {
            continue;
        }
        // What no precision tells from the border of two roundings is written cut off.
        let by_digits = by_digits.or_else(|| digits::is_cut(as_written, &value).then_some(Verdict::Cut));
        let learner = Learner { own, proven: &proven, asked };
        let is_tainted = workings.iter().any(|working| learner.is_tainted(working));
        let comparison = match by_digits.map(|verdict| of_digits(verdict, claim, as_written, &value, asked)) {
            Some(Comparison::Rounded) if is_tainted => Some(Comparison::Right),
            Some(comparison @ (Comparison::Right | Comparison::Cut | Comparison::Rounded)) => Some(comparison),
            // 1·(1 − 1) is 0 on a sheet, whatever 0.9999994 would have given.
            Some(Comparison::Coarse) if !claim.value.is_zero() => Some(Comparison::Coarse),
            by_digits => {
                let mut best = Trial::Settled(Verdict::Wrong);
                for working in &mut workings {
                    let trial = learner.follows(lesson, working, claim, is_tainted)?;
                    best = better(best, trial);
                }
                match best {
                    Trial::Settled(Verdict::Rounded) if is_tainted => Some(Comparison::Follows),
                    Trial::Settled(Verdict::Rounded) => Some(Comparison::Rounded),
                    // What no precision decides may still follow from the numbers before it.
                    Trial::Settled(_) => Some(by_digits.unwrap_or(Comparison::Undecided)),
                    Trial::Finer => None,
                    Trial::Open => Some(Comparison::Undecided),
                }
            }
        };
        let comparison = match comparison {
            Some(comparison) => comparison,
            None if ladder.climb() => continue,
            None => Comparison::Undecided,
        };
        let tainted = workings.iter().rev().find(|working| learner.is_tainted(working));
        let carried = match tainted {
            Some(working) => learner.result(lesson, working, Manner::AsWritten)?,
            None => None,
        };
        return Ok(Compared { comparison, value, carried, proven });
    }
}

/// What the digits alone tell.
fn of_digits(verdict: Verdict, claim: &Claim, as_written: &Exact, value: &Number, asked: Asked) -> Comparison {
    // More precision was tried, and none tells the value from the zero that was written.
    let is_zero_for_all_we_know = as_written.is_zero() && value.sign().is_err();
    let is_enough = asked.is_met(as_written, value) || is_zero_for_all_we_know;
    let is_told_from_zero = value.sign().is_ok() && !value.exact().is_some_and(Exact::is_zero);
    let is_zero_for_more = as_written.is_zero() && is_told_from_zero;
    match verdict {
        Verdict::Right | Verdict::Cut if is_zero_for_all_we_know => Comparison::Right,
        Verdict::Right if is_zero_for_more => {
            let is_zero_as_asked = asked.allows_zero(as_written);
            if is_zero_as_asked { Comparison::Right } else { Comparison::Coarse }
        }
        Verdict::Cut if is_zero_for_more => Comparison::Off,
        Verdict::Right if is_enough => Comparison::Right,
        Verdict::Cut if is_enough => Comparison::Cut,
        Verdict::Right | Verdict::Cut => Comparison::Coarse,
        _ if is_noise(claim, as_written, value) => Comparison::Rounded,
        _ => Comparison::Off,
    }
}

/// The more favourable of two; more bits may tell where either is open.
fn better(first: Trial, second: Trial) -> Trial {
    match (first, second) {
        (Trial::Settled(Verdict::Rounded), _) | (_, Trial::Settled(Verdict::Rounded)) => {
            Trial::Settled(Verdict::Rounded)
        }
        (Trial::Finer, _) | (_, Trial::Finer) => Trial::Finer,
        (Trial::Open, _) | (_, Trial::Open) => Trial::Open,
        (_, second) => second,
    }
}

/// A learner's numbers, and what comes out of them.
struct Learner<'a> {
    own: &'a Own,
    proven: &'a Proven,
    asked: Asked,
}

impl Learner<'_> {
    fn at(&self, quantity: &Quantity, manner: Manner) -> Option<Outcome<Number>> {
        self.own.at(quantity.made_at?, self.proven.precision(), manner)
    }

    fn is_tainted(&self, working: &Working) -> bool {
        let mut made_at = working.operands().iter().filter_map(|(_, quantity)| quantity.made_at);
        made_at.any(|position| self.own.is_tainted(position, self.proven.precision()))
    }

    /// What a step comes to on the learner's numbers.
    fn result(&self, lesson: &mut Lesson, working: &Working, manner: Manner) -> Result<Option<Number>, Trouble> {
        let value = working.on(lesson, self.proven, &|quantity| self.at(quantity, manner))?;
        Ok(value.and_then(|value| working.claimed(self.proven, value)))
    }

    /// Whether a number follows from those before it: from just their digits, or from what these may be rounded from.
    fn follows(
        &self,
        lesson: &mut Lesson,
        working: &mut Working,
        claim: &Claim,
        is_tainted: bool,
    ) -> Result<Trial, Trouble> {
        let must_be_zero = claim.value.is_zero() && !self.asked.allows_zero(&claim.value);
        let mut is_open = false;
        let manners = Manner::ALL.into_iter().filter(|manner| is_tainted || *manner != Manner::Kept);
        for manner in manners {
            let Some(value) = working.on(lesson, self.proven, &|quantity| self.at(quantity, manner))? else { continue };
            if must_be_zero {
                if value.exact().is_some_and(Exact::is_zero) {
                    return Ok(Trial::Settled(Verdict::Rounded));
                }
                continue;
            }
            match working.is_result(&value) {
                Some(true) => return Ok(Trial::Settled(Verdict::Rounded)),
                Some(false) => {}
                None => is_open = true,
            }
        }
        if must_be_zero {
            return Ok(Trial::Settled(Verdict::Wrong));
        }
        let trial = working.answer(lesson, self.proven, self.own)?;
        Ok(if is_open { better(trial, Trial::Finer) } else { trial })
    }
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
