//! A number as somebody types it: with a comma for the point, a true minus sign, as a fraction or an expression.
//!
//! A plain number keeps its digits, because a zero at the end says how closely it is meant.

mod plain;
mod signs;

use std::ops::Range;

use num_bigint::BigInt;

use crate::formula::{Formula, Name, ParseFault, ParseFaultKind};
use crate::number::{Exact, Fault, MOST_EXACT_DIGITS, Proven};
use crate::run::Ladder;
use plain::{answer_of, plain_number};
use signs::{Plain, usual};

/// The longest text that is read as a number.
pub const LONGEST_TYPED: usize = 1_000;

/// The largest power of ten that is read in a number: a little above e to the power of 100 000.
const LARGEST_POWER: i32 = 50_000;

/// The least, with its sign: below it no precision that is tried tells a value from 0.
const LEAST_POWER: i32 = 5_000;

/// Why a text is no number, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedFault {
    /// The characters that are at fault, counted from 0; empty where something is missing.
    pub range: Range<usize>,
    /// What is wrong there.
    pub kind: TypedFaultKind,
}

/// What is wrong with a text that should be a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedFaultKind {
    /// Nothing stands there.
    Empty,
    /// It is longer than [`LONGEST_TYPED`] characters, or a number in it has more digits than anybody means.
    TooLong,
    /// It is neither a number nor an expression.
    Formula(ParseFaultKind),
    /// A name stands where only numbers can.
    Name(Name),
    /// The expression cannot be computed.
    Failed(Fault),
}

/// Reads a number, or computes an expression; what does not end within `decimals` is rounded to them.
///
/// # Errors
/// See [`TypedFault`].
pub fn typed(text: &str, decimals: u32) -> Result<Exact, TypedFault> {
    if text.len() <= LONGEST_TYPED
        && let Some(number) = plain_number(text)
    {
        return number_of(&number, text);
    }
    // `0.4*0.5 + 0.6 = 1/3` says what comes out after its last sign of equality.
    if let Some(answer) = answer_of(text).filter(|answer| answer.len() < text.trim().len()) {
        let before = text.rfind(answer).map_or(0, |at| text[..at].chars().count());
        return typed(answer, decimals).map_err(|TypedFault { range, kind }| TypedFault {
            range: range.start + before..range.end + before,
            kind,
        });
    }
    // Digits that are certain but not all there are: so a lesson itself writes what no precision rounds.
    let certain = text.trim_end();
    let certain = certain.strip_suffix('…').or_else(|| certain.strip_suffix("...")).unwrap_or(certain);
    let plain = Plain::of(certain);
    let whole = || plain.in_original(0..plain.text.len());
    let fault = |range, kind| Err(TypedFault { range, kind });
    if plain.text.is_empty() {
        return fault(0..text.chars().count(), TypedFaultKind::Empty);
    }
    if plain.text.len() > LONGEST_TYPED {
        return fault(whole(), TypedFaultKind::TooLong);
    }
    if let Some(number) = far_from_one(&plain.text) {
        return Ok(number);
    }
    let formula = Formula::parse(&plain.text).map_err(|ParseFault { range, kind }| {
        let kind = match kind {
            ParseFaultKind::NumberTooLong => TypedFaultKind::TooLong,
            kind => TypedFaultKind::Formula(kind),
        };
        TypedFault { range: plain.in_original(range), kind }
    })?;
    let number = match &formula {
        Formula::Number(number) => Some(number.clone()),
        Formula::Negative(inner) => match &**inner {
            Formula::Number(number) => Some(number.negated()),
            _ => None,
        },
        _ => None,
    };
    if let Some(number) = number {
        let normal = number.normalized();
        let is_usual = normal.scale() <= MOST_EXACT_DIGITS && normal.digit_count() <= u64::from(MOST_EXACT_DIGITS);
        return if is_usual { Ok(number) } else { fault(whole(), TypedFaultKind::TooLong) };
    }
    let mut names = Vec::new();
    formula.each_name(&mut |name| names.push(name.clone()));
    if let Some(name) = names.into_iter().next() {
        let at = plain.text.find(name.as_str()).unwrap_or_default();
        return fault(plain.in_original(at..at + name.as_str().len()), TypedFaultKind::Name(name));
    }
    computed(&formula, decimals).or_else(|kind| fault(whole(), TypedFaultKind::Failed(kind)))
}

/// The number that is written so; its digits are kept.
fn number_of(written: &str, text: &str) -> Result<Exact, TypedFault> {
    let too_long = || TypedFault { range: 0..text.chars().count(), kind: TypedFaultKind::TooLong };
    if let Some(number) = far_from_one(written.trim_start_matches('-')) {
        return Ok(if written.starts_with('-') { number.negated() } else { number });
    }
    let number = match Formula::parse(written) {
        Ok(Formula::Number(number)) => number,
        Ok(Formula::Negative(inner)) => match *inner {
            Formula::Number(number) => number.negated(),
            _ => return Err(too_long()),
        },
        _ => return Err(too_long()),
    };
    let normal = number.normalized();
    let is_usual = normal.scale() <= MOST_EXACT_DIGITS && normal.digit_count() <= u64::from(MOST_EXACT_DIGITS);
    if is_usual { Ok(number) } else { Err(too_long()) }
}

/// A number with an exponent and no more digits before it than a lesson can have: as lessons write e^2000 and e^-2000.
fn far_from_one(text: &str) -> Option<Exact> {
    let (digits, power) = text.split_once(['e', 'E'])?;
    let power: i32 = power.parse().ok().filter(|power| (-LEAST_POWER..=LARGEST_POWER).contains(power))?;
    let digits = Exact::parse(digits).filter(|digits| digits.digit_count() <= u64::from(MOST_EXACT_DIGITS))?;
    let scale = i32::try_from(digits.scale()).ok()? - power;
    Some(match u32::try_from(scale) {
        Ok(scale) => Exact::new(digits.digits().clone(), scale),
        Err(_) => Exact::new(digits.digits() * BigInt::from(10u8).pow(scale.unsigned_abs()), 0),
    })
}

/// The value of an expression, with the digits that it has or `decimals` of them.
fn computed(formula: &Formula, decimals: u32) -> Result<Exact, Fault> {
    let mut ladder = Ladder::for_decimals(decimals.saturating_add(20));
    loop {
        let proven = Proven::new(ladder.precision()).ok_or(Fault::TooLarge)?;
        let fault = match formula.evaluate(&proven, &mut |_| Err(Fault::TooLarge)) {
            Ok(value) => {
                let ending = value.exact().map(Exact::normalized).filter(|exact| exact.scale() <= decimals);
                match ending.or_else(|| value.rounded(decimals)) {
                    Some(number) => return Ok(number),
                    None => Fault::Undecided(crate::number::Question::Digits),
                }
            }
            Err(fault) => fault,
        };
        if !fault.is_undecided() || !ladder.climb() {
            return Err(fault);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        typed(text, 9).map_or_else(|fault| format!("{fault:?}"), |number| number.to_string())
    }

    fn fault(text: &str) -> TypedFault {
        typed(text, 9).expect_err(text)
    }

    #[test]
    fn a_plain_number_keeps_the_digits_that_were_typed() {
        for (text, number) in [
            (".5", "0.5"),
            ("0,50", "0.50"),
            ("−3", "-3"),
            ("1e-3", "0.001"),
            ("1e−3", "0.001"),
            ("+2", "2"),
            ("  0.3775\t", "0.3775"),
            ("-0.000", "0.000"),
            ("= 0.25", "0.25"),
            ("≈ 0.593 269 992", "0.593269992"),
            ("12 345,6", "12345.6"),
            ("０．５", "0.5"),
            ("0.593269992107187255173654561579", "0.593269992107187255173654561579"),
        ] {
            assert_eq!(read(text), number, "{text}");
        }
    }

    #[test]
    fn an_expression_is_computed_exactly_and_rounded_only_where_it_does_not_end() {
        for (text, number) in [
            ("1/4", "0.25"),
            ("1/3", "0.333333333"),
            ("-2/3", "-0.666666667"),
            ("0.4*0.593269992+0.6", "0.837307997"),
            ("0,5·0,5 − 1", "-0.75"),
            ("1/(1 + exp(-0.3775))", "0.593269992"),
            ("10^-3", "0.001"),
            ("0.4x0.5 + 0.6 = 1/4", "0.25"),
            ("a = 0.4 × 0.5", "0.2"),
            ("½·[0.75 − 0.01]²", "0.2738"),
            ("1/(1 + e^(−0.3775))", "0.593269992"),
            ("σ(0.3775)", "0.593269992"),
            ("2**3", "8"),
        ] {
            assert_eq!(read(text), number, "{text}");
        }
    }

    #[test]
    fn a_comma_between_the_arguments_of_a_function_separates_them() {
        assert_eq!(read("max(0.5, 1)"), "1");
        assert!(matches!(
            fault("max(0,5, 1)").kind,
            TypedFaultKind::Formula(ParseFaultKind::WrongArgumentCount { .. })
        ));
    }

    #[test]
    fn what_is_no_number_is_refused_at_its_place() {
        assert_eq!(fault("  ").kind, TypedFaultKind::Empty);
        assert_eq!(fault("0.4 * w5"), TypedFault { range: 6..8, kind: TypedFaultKind::Name(Name::new("w5")) });
        assert_eq!(
            fault("−1 + ?"),
            TypedFault { range: 5..6, kind: TypedFaultKind::Formula(ParseFaultKind::UnexpectedCharacter('?')) }
        );
        assert_eq!(fault("1/0").kind, TypedFaultKind::Failed(Fault::DivisionByZero));
        assert_eq!(fault("1,23.5").kind, TypedFaultKind::Formula(ParseFaultKind::NumberNotPlain));
        assert_eq!(fault("3 4").kind, TypedFaultKind::Formula(ParseFaultKind::MissingOperator));
    }

    #[test]
    fn what_a_lesson_writes_is_read_back() {
        assert_eq!(read("0.000000000…"), "0.000000000");
        assert_eq!(read("0.123456789..."), "0.123456789");
        assert_eq!(read("2.5e-3"), "0.0025");
        assert_eq!(typed("9.47855e-870", 9).map(|number| (number.scale(), number.digit_count())), Ok((875, 6)));
        assert_eq!(typed("−2.80666336e43429", 9).map(|number| (number.scale(), number.digit_count())), Ok((0, 43430)));
    }

    #[test]
    fn what_nobody_could_mean_is_refused_at_once() {
        let deep = format!("{}1{}", "(".repeat(400), ")".repeat(400));
        let deeper = "(".repeat(2_000_000);
        for text in [
            "1e999999",
            "1e-9999",
            "1e50001",
            "10^10^10",
            "9^9^9^9",
            "1.1^(10^18)",
            "exp(exp(exp(99)))",
            &deep,
            &deeper,
        ] {
            let start = std::time::Instant::now();
            assert!(typed(text, 9).is_err(), "{}", &text[..text.len().min(40)]);
            assert!(start.elapsed().as_secs() < 5, "{}", &text[..text.len().min(40)]);
        }
    }
}
