//! The slope of a formula: symbolic, by the rules of the textbook.
//!
//! At a kink the slope is the one that is taught: 0 for `relu` and `abs`, the first argument's for
//! `max` and `min`; `step`, `sign` and `floor` have none anywhere.

use super::simplify::{call, chained, difference, negative, over, power, product, sum, times, without_number};
use super::tree::{Factor, Formula, Function, Name, Term};
use crate::number::Exact;

/// A product with more factors to be derived is halved first, so that its slope stays of moderate size.
const MOST_FACTORS: usize = 8;

impl Formula {
    /// The derivative by the value `by`, all other names held fixed.
    #[must_use]
    pub fn derivative(&self, by: &Name) -> Self {
        slope(self, by).unwrap_or_else(|| Self::number(0))
    }
}

/// The derivative; none where it is 0 because nothing varies.
fn slope(formula: &Formula, by: &Name) -> Option<Formula> {
    let slope = match formula {
        Formula::Number(_) => return None,
        Formula::Name(name) => (name == by).then(|| Formula::number(1))?,
        Formula::Negative(inner) => negative(slope(inner, by)?),
        Formula::Sum(terms) => {
            let slopes =
                terms.iter().filter_map(|term| Some(Term { minus: term.minus, formula: slope(&term.formula, by)? }));
            sum(slopes.collect())
        }
        Formula::Product(factors) => {
            let varying: Vec<_> = factors.iter().map(|factor| (factor, slope(&factor.formula, by))).collect();
            product_slope(&varying)?
        }
        Formula::Power(base, exponent) => power_slope(formula, base, exponent, by)?,
        Formula::Call(function, arguments) => call_slope(*function, arguments, by)?,
    };
    (slope != Formula::number(0)).then_some(slope)
}

/// The slope of a product: each factor's slope in its place, in turn.
fn product_slope(factors: &[(&Factor, Option<Formula>)]) -> Option<Formula> {
    let varying = factors.iter().filter(|(_, slope)| slope.is_some()).count();
    if varying == 0 {
        return None;
    }
    let mut terms = Vec::with_capacity(varying);
    if varying > MOST_FACTORS {
        let (left, right) = factors.split_at(factors.len() / 2);
        let clones = |half: &[(&Factor, Option<Formula>)]| half.iter().map(|(factor, _)| (*factor).clone()).collect();
        if let Some(slope) = product_slope(left) {
            let mut parts: Vec<Factor> = clones(right);
            parts.insert(0, times(slope));
            terms.push(plus(product(parts)));
        }
        if let Some(slope) = product_slope(right) {
            let mut parts: Vec<Factor> = clones(left);
            parts.push(times(slope));
            terms.push(plus(product(parts)));
        }
        return Some(sum(terms));
    }
    for (place, (_, slope)) in factors.iter().enumerate() {
        let Some(slope) = slope else { continue };
        let mut parts = vec![times(Formula::number(1))];
        let mut minus = false;
        for (index, (factor, _)) in factors.iter().enumerate() {
            if index != place {
                parts.push((*factor).clone());
                continue;
            }
            let (number, inner) = without_number(slope.clone());
            parts[0] = times(number);
            if factor.over {
                minus = true;
                parts.extend(reciprocal_slope(&factor.formula, inner));
            } else {
                parts.extend(inner);
            }
        }
        terms.push(Term { minus, formula: product(parts) });
    }
    Some(sum(terms))
}

/// The slope of `1/formula` without its sign and its number: `slope/formula^2`.
///
/// Of `1/a^n` it is `a'/a^(n + 1)`, which `a^(n - 1)*a'/(a^n)^2` hides.
fn reciprocal_slope(formula: &Formula, mut slope: Vec<Factor>) -> Vec<Factor> {
    if let Formula::Power(base, exponent) = formula
        && let Formula::Number(exponent) = exponent.as_ref()
        && slope.first() == Some(&times(power(base.as_ref().clone(), &exponent.minus(&Exact::one()))))
    {
        slope.remove(0);
        slope.push(over(power(base.as_ref().clone(), &exponent.plus(&Exact::one()))));
    } else {
        slope.push(over(power(formula.clone(), &Exact::from(2))));
    }
    slope
}

/// The slope of `base^exponent`, which is the whole `formula`.
fn power_slope(formula: &Formula, base: &Formula, exponent: &Formula, by: &Name) -> Option<Formula> {
    let whole = || times(formula.clone());
    let logarithm = || times(call(Function::Ln, base.clone()));
    match (slope(base, by), slope(exponent, by)) {
        (None, None) => None,
        (Some(inner), None) => {
            let one = Exact::one();
            let lowered = if let Some(number) = as_number(exponent) {
                if number.compare(&one).is_eq() {
                    return Some(inner);
                }
                power(base.clone(), &number.minus(&one))
            } else {
                let lowered = difference(exponent.clone(), Formula::Number(one));
                Formula::Power(Box::new(base.clone()), Box::new(lowered))
            };
            Some(product(vec![times(exponent.clone()), times(lowered), times(inner)]))
        }
        (None, Some(inner)) => Some(chained(vec![whole(), logarithm()], inner)),
        (Some(of_base), Some(of_exponent)) => {
            let through_exponent = product(vec![times(of_exponent), logarithm()]);
            let through_base = product(vec![times(exponent.clone()), times(of_base), over(base.clone())]);
            Some(product(vec![whole(), times(sum(vec![plus(through_exponent), plus(through_base)]))]))
        }
    }
}

/// The number that it is, with its sign.
fn as_number(formula: &Formula) -> Option<Exact> {
    match formula {
        Formula::Number(number) => Some(number.clone()),
        Formula::Negative(inner) => as_number(inner).map(|number| number.negated()),
        _ => None,
    }
}

/// The slope of a function.
fn call_slope(function: Function, arguments: &[Formula], by: &Name) -> Option<Formula> {
    let of = |function| call(function, arguments.first().cloned().unwrap_or_else(|| Formula::number(0)));
    let one_minus = |formula| difference(Formula::number(1), formula);
    let outer = match (function, arguments) {
        (Function::Max, [first, second]) => {
            return extreme_slope(first, second, difference(first.clone(), second.clone()), by);
        }
        (Function::Min, [first, second]) => {
            return extreme_slope(first, second, difference(second.clone(), first.clone()), by);
        }
        (Function::Exp, _) => vec![times(of(Function::Exp))],
        (Function::Sigmoid, _) => vec![times(of(Function::Sigmoid)), times(one_minus(of(Function::Sigmoid)))],
        (Function::Tanh, _) => vec![times(one_minus(power(of(Function::Tanh), &Exact::from(2))))],
        (Function::Softplus, _) => vec![times(of(Function::Sigmoid))],
        (Function::Abs, _) => vec![times(of(Function::Sign))],
        (Function::Relu, [argument]) => vec![times(one_minus(call(Function::Step, negative(argument.clone()))))],
        (Function::Ln, [Formula::Product(factors)]) => return logarithm_slope(factors, by),
        (Function::Ln, [argument]) => {
            return Some(product(vec![times(slope(argument, by)?), over(argument.clone())]));
        }
        (Function::Sqrt, [argument]) => return Some(root_slope(slope(argument, by)?, of(Function::Sqrt))),
        // These have no slope, or are in a tree that no parser made.
        _ => return None,
    };
    Some(chained(outer, slope(arguments.first()?, by)?))
}

/// The slope of the logarithm of a product: that of the sum of the logarithms of its factors.
///
/// It divides by no factor that is held still, so that `target*ln(target/out)` has the slope `-target/out` also where
/// the target is 0, and not 0/0.
fn logarithm_slope(factors: &[Factor], by: &Name) -> Option<Formula> {
    let terms: Vec<Term> = factors
        .iter()
        .filter_map(|Factor { over: minus, formula }| {
            let parts = vec![times(slope(formula, by)?), over(formula.clone())];
            Some(Term { minus: *minus, formula: product(parts) })
        })
        .collect();
    (!terms.is_empty()).then(|| sum(terms))
}

/// `inner/(2*root)`, or with the 2 gone where the inner slope has it.
fn root_slope(inner: Formula, root: Formula) -> Formula {
    let two = || Formula::number(2);
    let half = product(vec![times(inner.clone()), over(two())]);
    let stays = matches!(&half, Formula::Product(factors) if factors.contains(&over(two())));
    if stays {
        product(vec![times(inner), over(product(vec![times(two()), times(root)]))])
    } else {
        product(vec![times(half), over(root)])
    }
}

/// The slope of the larger or smaller of two; the first wins where `lead` is 0 or more.
fn extreme_slope(first: &Formula, second: &Formula, lead: Formula, by: &Name) -> Option<Formula> {
    let step = call(Function::Step, lead);
    let of_first = slope(first, by).map(|slope| plus(product(vec![times(slope), times(step.clone())])));
    let of_second = slope(second, by)
        .map(|slope| plus(product(vec![times(slope), times(difference(Formula::number(1), step.clone()))])));
    let terms: Vec<_> = of_first.into_iter().chain(of_second).collect();
    (!terms.is_empty()).then(|| sum(terms))
}

/// A term that is added.
fn plus(formula: Formula) -> Term {
    Term { minus: false, formula }
}
