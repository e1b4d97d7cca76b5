//! Builds sums, products and powers as a textbook would write them: no `0*`, no `1*`, no `+ 0`, no
//! `^1`, signs in front, and numbers folded where that is exact.
//!
//! Nothing here changes a value, nor where it is defined, but that an exact 0 swallows its factors.

use num_integer::Integer as _;

use super::tree::{Factor, Formula, Function, Term};
use crate::number::Exact;

/// Numbers of more digits or decimals are left as they stand.
const FOLDED_DIGITS: u64 = 40;

/// Decimals that a quotient of decimals may have to be written as one number.
const QUOTIENT_DECIMALS: u32 = 12;

/// Whether it is the number `whole`.
fn is_number(formula: &Formula, whole: i64) -> bool {
    matches!(formula, Formula::Number(number) if number.to_whole() == Some(whole))
}

/// `-formula`
pub(super) fn negative(formula: Formula) -> Formula {
    match formula {
        Formula::Negative(inner) => *inner,
        Formula::Product(mut factors) => {
            if let Some(first) = factors.first_mut() {
                let unsigned = std::mem::replace(&mut first.formula, Formula::number(0));
                first.formula = negative(unsigned);
            }
            Formula::Product(factors)
        }
        zero if is_number(&zero, 0) => zero,
        other => Formula::Negative(Box::new(other)),
    }
}

/// Takes the sign off, where it stands in front.
fn without_sign(formula: Formula) -> (bool, Formula) {
    let signed = match &formula {
        Formula::Negative(_) => true,
        Formula::Product(factors) => factors.first().is_some_and(|first| matches!(first.formula, Formula::Negative(_))),
        _ => false,
    };
    if signed { (true, negative(formula)) } else { (false, formula) }
}

/// `first - second`
pub(super) fn difference(first: Formula, second: Formula) -> Formula {
    sum(vec![Term { minus: false, formula: first }, Term { minus: true, formula: second }])
}

/// The sum of `terms`, of which the first may be subtracted too.
pub(super) fn sum(terms: Vec<Term>) -> Formula {
    let mut flat = Vec::with_capacity(terms.len());
    for term in terms {
        let (negative, formula) = without_sign(term.formula);
        let minus = term.minus != negative;
        match formula {
            // What is subtracted as a whole stays whole.
            Formula::Sum(inner) if !minus => flat.extend(inner.into_iter().map(|inner| {
                let (negative, formula) = without_sign(inner.formula);
                Term { minus: inner.minus != negative, formula }
            })),
            formula => flat.push(Term { minus, formula }),
        }
    }
    fold_terms(&mut flat);
    if flat.is_empty() {
        return Formula::number(0);
    }
    let first = flat.remove(0);
    let first = if first.minus { negative(first.formula) } else { first.formula };
    if flat.is_empty() {
        return first;
    }
    flat.insert(0, Term { minus: false, formula: first });
    Formula::Sum(flat)
}

/// Adds the numbers among the terms up, where the first of them stands.
fn fold_terms(terms: &mut Vec<Term>) {
    let mut total: Option<Exact> = None;
    let mut place = 0;
    let mut kept = Vec::with_capacity(terms.len());
    for term in terms.drain(..) {
        match &term.formula {
            Formula::Number(number) if is_small(number) => {
                let signed = if term.minus { number.negated() } else { number.clone() };
                total = Some(match total {
                    None => {
                        place = kept.len();
                        signed
                    }
                    Some(total) => total.plus(&signed),
                });
            }
            _ => kept.push(term),
        }
    }
    if let Some(total) = total.filter(|total| !total.is_zero()) {
        let minus = total.is_negative();
        kept.insert(place, Term { minus, formula: Formula::Number(total.magnitude()) });
    }
    *terms = kept;
}

/// The product of `factors`, of which the first may be divided by too.
pub(super) fn product(factors: Vec<Factor>) -> Formula {
    let mut is_negative = false;
    let mut flat: Vec<Factor> = Vec::with_capacity(factors.len());
    for factor in factors {
        let (negative, formula) = without_sign(factor.formula);
        is_negative ^= negative;
        match formula {
            Formula::Product(inner) if !factor.over => flat.extend(inner),
            formula => flat.push(Factor { over: factor.over, formula }),
        }
    }
    for factor in &mut flat {
        let unsigned = std::mem::replace(&mut factor.formula, Formula::number(1));
        let (negative, unsigned) = without_sign(unsigned);
        is_negative ^= negative;
        factor.formula = unsigned;
    }
    if flat.iter().any(|factor| !factor.over && is_number(&factor.formula, 0)) {
        return Formula::number(0);
    }
    fold_factors(&mut flat);
    let positive = assembled(flat);
    if is_negative { negative(positive) } else { positive }
}

/// A product of factors of which none stands idle; the first must not be divided by.
fn assembled(mut factors: Vec<Factor>) -> Formula {
    match factors.iter().position(|factor| !factor.over) {
        Some(first) => factors[..=first].rotate_right(1),
        None => factors.insert(0, Factor { over: false, formula: Formula::number(1) }),
    }
    if factors.len() == 1 {
        return factors.remove(0).formula;
    }
    Formula::Product(factors)
}

/// Folds the numbers among the factors into one in front and one to divide by.
///
/// A number that stands alone stays in its place, unless it is 1.
fn fold_factors(factors: &mut Vec<Factor>) {
    let number = |factor: &Factor| match &factor.formula {
        Formula::Number(number) if is_small(number) && !(factor.over && number.is_zero()) => Some(number.clone()),
        _ => None,
    };
    factors.retain(|factor| !is_number(&factor.formula, 1));
    if factors.iter().filter(|factor| number(factor).is_some()).count() < 2 {
        return;
    }
    let (mut above, mut below) = (Exact::one(), Exact::one());
    let mut place_below = 0;
    let mut kept = Vec::with_capacity(factors.len());
    for factor in factors.drain(..) {
        let Some(value) = number(&factor) else {
            kept.push(factor);
            continue;
        };
        let folded = if factor.over { &mut below } else { &mut above };
        let product = folded.times(&value);
        if !is_small(&product) {
            kept.push(factor);
            continue;
        }
        *folded = product;
        if factor.over {
            place_below = kept.len();
        }
    }
    let (above, below) = reduced(&above, &below);
    if below != Exact::one() {
        kept.insert(place_below, Factor { over: true, formula: Formula::Number(below) });
    }
    if above != Exact::one() {
        kept.insert(0, Factor { over: false, formula: Formula::Number(above) });
    }
    *factors = kept;
}

/// Whether a number may be folded with others.
fn is_small(number: &Exact) -> bool {
    number.digit_count() <= FOLDED_DIGITS && u64::from(number.scale()) <= FOLDED_DIGITS
}

/// The fraction `above/below` in the form that people write.
fn reduced(above: &Exact, below: &Exact) -> (Exact, Exact) {
    let (above, below) = (above.normalized(), below.normalized());
    if above.scale() == 0 && below.scale() == 0 {
        let common = above.digits().gcd(below.digits());
        return (Exact::new(above.digits() / &common, 0), Exact::new(below.digits() / &common, 0));
    }
    match above.over(&below, QUOTIENT_DECIMALS) {
        Some(quotient) => (quotient.normalized(), Exact::one()),
        None => (above, below),
    }
}

/// `base^exponent`
pub(super) fn power(base: Formula, exponent: &Exact) -> Formula {
    if exponent.compare(&Exact::one()).is_eq() {
        return base;
    }
    Formula::Power(Box::new(base), Box::new(Formula::number(exponent.clone())))
}

/// A function of one argument.
pub(super) fn call(function: Function, argument: Formula) -> Formula {
    Formula::Call(function, vec![argument])
}

/// What is multiplied with.
pub(super) fn times(formula: Formula) -> Factor {
    Factor { over: false, formula }
}

/// What is divided by.
pub(super) fn over(formula: Formula) -> Factor {
    Factor { over: true, formula }
}

/// Takes the number off that a slope begins with, for people write it in front of all else.
pub(super) fn without_number(slope: Formula) -> (Formula, Vec<Factor>) {
    let (is_negative, unsigned) = without_sign(slope);
    let mut factors = match unsigned {
        Formula::Product(factors) => factors,
        other => vec![times(other)],
    };
    let number = match factors.first() {
        Some(Factor { over: false, formula: Formula::Number(_) }) => factors.remove(0).formula,
        _ => Formula::number(1),
    };
    (if is_negative { negative(number) } else { number }, factors)
}

/// `outer*inner`, the number of the inner slope in front.
pub(super) fn chained(outer: Vec<Factor>, inner: Formula) -> Formula {
    let (number, inner) = without_number(inner);
    let mut factors = vec![times(number)];
    factors.extend(outer);
    factors.extend(inner);
    product(factors)
}
