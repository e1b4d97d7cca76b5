//! How far a number is from the right one, in digits that can be read at a glance.

use crate::number::{Arithmetic as _, Exact, Number, Proven, text};

/// More than enough for the few digits that are told.
const BITS: u32 = 2048;

/// The digits of a value: all it has, or so many decimals of it; `…` follows where more are not certain.
pub(super) fn value(value: &Number, decimals: u32) -> String {
    match value.written(crate::number::Format::decimals(decimals)) {
        Some(written) => written.to_string(),
        None => format!("{}…", certain(value, decimals)),
    }
}

/// The digits of a value for another program, without an exponent.
pub(super) fn plain(value: &Number, decimals: u32) -> String {
    match value.written(crate::number::Format::decimals(decimals)) {
        Some(written) => written.digits.to_string(),
        None => certain(value, decimals),
    }
}

fn certain(value: &Number, decimals: u32) -> String {
    value.certain(decimals).0.map(|digits| digits.to_string()).unwrap_or_default()
}

/// What was given less what is right, with its sign; in few digits where it has many.
pub(super) fn difference(given: &Exact, right: &Number, decimals: u32) -> Option<String> {
    let difference = less(given, right)?;
    let digits = match difference.exact().map(Exact::normalized) {
        Some(exact) if exact.scale() <= decimals => exact,
        _ => difference.with_significant(3)?.digits,
    };
    let sign = if digits.is_negative() || digits.is_zero() { "" } else { "+" };
    Some(format!("{sign}{}", text(&digits)))
}

/// The same in hundredths of what is right; none where that is 0.
pub(super) fn percent(given: &Exact, right: &Number) -> Option<String> {
    let proven = Proven::new(BITS)?;
    let part = proven.divide(&less(given, right)?, right).ok()?;
    let percent = proven.abs(&proven.multiply(&part, &Exact::from(100).into()).ok()?).ok()?;
    Some(format!("{} %", percent.with_significant(2)?))
}

fn less(given: &Exact, right: &Number) -> Option<Number> {
    Proven::new(BITS)?.subtract(&Number::Exact(given.clone()), right).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_told_in_few_digits() {
        let exact = |text: &str| Exact::parse(text).expect(text);
        let right = Number::from(exact("0.3925"));
        assert_eq!(difference(&exact("0.3952"), &right, 9).as_deref(), Some("+0.0027"));
        assert_eq!(percent(&exact("0.3952"), &right).as_deref(), Some("0.69 %"));
        assert_eq!(percent(&exact("-0.3925"), &right).as_deref(), Some("200 %"));
        assert_eq!(percent(&exact("0.3952"), &Exact::zero().into()), None);
        let third = Proven::new(200).and_then(|proven| proven.divide(&exact("1").into(), &exact("3").into()).ok());
        let third = third.expect("a third");
        assert_eq!(difference(&exact("0.3"), &third, 9).as_deref(), Some("-0.0333"));
        assert_eq!((value(&third, 9), plain(&third, 9)), ("0.333333333".to_owned(), "0.333333333".to_owned()));
    }
}
