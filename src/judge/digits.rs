//! Whether the digits of a claim are those of the exact result.

use num_bigint::BigInt;

use super::{Claim, ClaimKind, Verdict};
use crate::number::{Exact, Number, Rounding, digits_before_point};

/// How many significant digits of a number from binary floats are compared.
const FLOAT_DIGITS: u32 = 12;

/// Compares a claim with the result itself; none where that has to be known more closely.
pub(super) fn verdict(claim: &Claim, result: &Number) -> Option<Verdict> {
    let scale = claim.value.scale();
    if is(&claim.value, result, |end| end.rounded(scale))? {
        return Some(Verdict::Right);
    }
    // What rounds to the claim with fewer zeros does so with all of them.
    let zeros = zeros_that_may_stand_for_digits(&claim.value);
    if zeros > 0 && is(&claim.value, result, |end| rounded_before_the_point(end, zeros))? {
        return Some(Verdict::Right);
    }
    if is(&claim.value, result, |end| end.truncated(scale))? {
        return Some(Verdict::Cut);
    }
    if claim.kind != ClaimKind::Result && agrees_as_float(&claim.value, result)? {
        return Some(Verdict::Float);
    }
    Some(Verdict::Wrong)
}

/// Whether the claim is certainly the result cut off after its digits; for results that no precision rounds.
pub(super) fn is_cut(claim: &Exact, result: &Number) -> bool {
    is(claim, result, |end| end.truncated(claim.scale())) == Some(true)
}

/// How many zeros at the end of a whole number may stand for digits that were rounded away: 268000 for 267978.4.
///
/// What is left has to say something.
fn zeros_that_may_stand_for_digits(claim: &Exact) -> u32 {
    const FEWEST_DIGITS: usize = 3;
    if claim.scale() > 0 || claim.is_zero() {
        return 0;
    }
    let digits = claim.magnitude().digits().to_string();
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    u32::try_from(zeros.min(digits.len().saturating_sub(FEWEST_DIGITS))).unwrap_or(0)
}

/// A number rounded to so many places before its point.
fn rounded_before_the_point(number: &Exact, places: u32) -> Exact {
    let shifted = Exact::new(number.digits().clone(), number.scale() + places);
    shifted.rounded(0).times(&power_of_ten(places))
}

fn power_of_ten(places: u32) -> Exact {
    Exact::new(BigInt::from(10u8).pow(places), 0)
}

/// Half a unit of the last digit that was written.
pub(super) fn half_unit_of(claim: &Exact) -> Exact {
    let zeros = zeros_that_may_stand_for_digits(claim);
    half_unit(claim.scale()).times(&power_of_ten(zeros))
}

/// Half a unit of the last of so many decimals.
pub(super) fn half_unit(decimals: u32) -> Exact {
    Exact::new(5, decimals + 1)
}

/// Half a unit of the last of so many significant digits of a value; none where it may be 0.
pub(super) fn half_unit_of_significant(value: &Number, count: u32) -> Option<Exact> {
    let (low, high) = value.ends()?;
    let largest = if low.magnitude().compare(&high.magnitude()).is_gt() { low } else { high };
    if largest.is_zero() {
        return None;
    }
    let decimals = i64::from(count) - digits_before_point(&largest);
    match u32::try_from(decimals) {
        Ok(decimals) => Some(half_unit(decimals)),
        Err(_) => Some(half_unit(0).times(&power_of_ten(u32::try_from(-decimals).ok()?))),
    }
}

/// What is certain of a claim: of binary floats not the digits in which errors gather.
pub(super) fn certain(claim: &Claim) -> Exact {
    if claim.kind == ClaimKind::Float && claim.value.digit_count() > u64::from(FLOAT_DIGITS) {
        Rounding::significant(FLOAT_DIGITS).of(&claim.value)
    } else {
        claim.value.clone()
    }
}

/// Whether the claim is what `shorten` makes of the result; `shorten` must keep the order of numbers.
fn is(claim: &Exact, result: &Number, shorten: impl Fn(&Exact) -> Exact) -> Option<bool> {
    let (low, high) = result.ends()?;
    let (low, high) = (shorten(&low), shorten(&high));
    if low.compare(&high).is_eq() {
        return Some(low.compare(claim).is_eq());
    }
    let outside = claim.compare(&low).is_lt() || claim.compare(&high).is_gt();
    outside.then_some(false)
}

fn agrees_as_float(claim: &Exact, result: &Number) -> Option<bool> {
    // 0 has no significant digits that could be compared.
    if claim.is_zero() || result.exact().is_some_and(Exact::is_zero) {
        return Some(false);
    }
    let shorten = |number: &Exact| Rounding::significant(FLOAT_DIGITS).of(number);
    is(&shorten(claim), result, shorten)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::Formula;
    use crate::number::{Arithmetic, Proven};

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    fn verdict_of(text: &str, float: bool, result: &Number) -> Option<Verdict> {
        let kind = if float { ClaimKind::Float } else { ClaimKind::Result };
        verdict(&Claim { what: Formula::name("x"), value: exact(text), kind }, result)
    }

    fn third(bits: u32) -> Number {
        let proven = Proven::new(bits).expect("a precision");
        proven.divide(&exact("2").into(), &exact("3").into()).expect("a value")
    }

    #[test]
    fn a_zero_at_the_end_is_a_digit() {
        let result = exact("0.5004").into();
        for (text, expected) in [("0.5", Verdict::Right), ("0.500", Verdict::Right), ("0.5000", Verdict::Wrong)] {
            assert_eq!(verdict_of(text, false, &result), Some(expected), "{text}");
        }
    }

    #[test]
    fn halves_go_away_from_zero_and_what_is_cut_goes_towards_it() {
        let result = exact("-0.125").into();
        for (text, expected) in [("-0.13", Verdict::Right), ("-0.12", Verdict::Cut), ("-0.14", Verdict::Wrong)] {
            assert_eq!(verdict_of(text, false, &result), Some(expected), "{text}");
        }
        assert_eq!(verdict_of("0.66", false, &third(64)), Some(Verdict::Cut));
        assert_eq!(verdict_of("0.67", false, &third(64)), Some(Verdict::Right));
        assert_eq!(verdict_of("0.00", false, &exact("-0.004").into()), Some(Verdict::Right));
    }

    #[test]
    fn twelve_digits_are_compared_only_where_a_claim_is_said_to_be_a_float() {
        assert_eq!(verdict_of("0.66666666666671", false, &third(128)), Some(Verdict::Wrong));
        for (text, expected) in [
            ("0.66666666666671", Verdict::Float),
            ("0.66666666666651", Verdict::Float),
            ("0.66666666666649", Verdict::Wrong),
            ("0.66666666666751", Verdict::Wrong),
            ("0.6666666666", Verdict::Cut),
        ] {
            assert_eq!(verdict_of(text, true, &third(128)), Some(expected), "{text}");
        }
        let large = exact("667087267986662.76").into();
        assert_eq!(verdict_of("667087267986662.1", true, &large), Some(Verdict::Float));
        assert_eq!(verdict_of("667087267980000", true, &large), Some(Verdict::Wrong));
        assert_eq!(verdict_of("0.00000000000000005", true, &exact("0").into()), Some(Verdict::Wrong));
    }

    #[test]
    fn zeros_at_the_end_of_a_whole_number_may_stand_for_digits() {
        let large = exact("267978.4").into();
        for (text, expected) in [("268000", Verdict::Right), ("267980", Verdict::Right), ("267970", Verdict::Wrong)] {
            assert_eq!(verdict_of(text, false, &large), Some(expected), "{text}");
        }
        // One or two digits would say too little.
        assert_eq!(verdict_of("300000", false, &large), Some(Verdict::Wrong));
    }

    #[test]
    fn what_the_enclosure_leaves_open_is_not_guessed() {
        assert_eq!(verdict_of("0.66666666666667", false, &third(12)), None);
        assert_eq!(verdict_of("0.9", false, &third(12)), Some(Verdict::Wrong), "far enough away");
    }
}
