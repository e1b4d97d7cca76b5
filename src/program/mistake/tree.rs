//! Small slips in a formula, by the structure of its tree. Must not know what a name stands for.

use crate::formula::{Factor, Formula, Name, Term};
use crate::number::Exact;

fn times(formula: Formula) -> Factor {
    Factor { over: false, formula }
}

/// A product of factors, of which the first may be divided by.
fn product(mut factors: Vec<Factor>) -> Formula {
    if factors.first().is_none_or(|first| first.over) {
        factors.insert(0, times(Formula::number(1)));
    }
    if factors.len() > 1 { Formula::Product(factors) } else { factors.remove(0).formula }
}

/// The formula without a factor of that name; none where it is no such product.
pub(super) fn without_factor(formula: &Formula, name: &Name) -> Option<Formula> {
    let Formula::Product(factors) = formula else { return None };
    let is_it = |factor: &Factor| !factor.over && matches!(&factor.formula, Formula::Name(own) if own == name);
    let at = factors.iter().position(is_it)?;
    let mut kept = factors.clone();
    kept.remove(at);
    Some(product(kept))
}

/// The product with its last factor dividing; none where it is no product, or divides already.
pub(super) fn divided_by_last(formula: &Formula) -> Option<Formula> {
    let Formula::Product(factors) = formula else { return None };
    let mut factors = factors.clone();
    let last = factors.last_mut().filter(|last| !last.over)?;
    last.over = true;
    Some(Formula::Product(factors))
}

/// The formula with its sign turned, a difference by changing its two sides.
pub(super) fn turned(formula: &Formula) -> Formula {
    match formula {
        Formula::Negative(inner) => (**inner).clone(),
        Formula::Sum(terms) => match terms.as_slice() {
            [first, second] if second.minus => second.formula.clone().minus(first.formula.clone()),
            _ => Formula::Negative(Box::new(formula.clone())),
        },
        Formula::Product(factors) => {
            let is_turned = |factor: &Factor| match &factor.formula {
                Formula::Sum(terms) => terms.len() == 2 && terms.iter().any(|term| term.minus),
                _ => false,
            };
            let at = factors.iter().position(|factor| !factor.over && is_turned(factor)).unwrap_or(0);
            let mut factors = factors.clone();
            if let Some(factor) = factors.get_mut(at) {
                factor.formula = turned(&factor.formula);
            }
            Formula::Product(factors)
        }
        Formula::Number(_) | Formula::Name(_) | Formula::Power(..) | Formula::Call(..) => {
            Formula::Negative(Box::new(formula.clone()))
        }
    }
}

/// The formula without a factor of ½, however it is written; none where there is none.
pub(super) fn without_half(formula: &Formula) -> Option<Formula> {
    let is = |formula: &Formula, text: &str| match formula {
        Formula::Number(number) => Exact::parse(text).is_some_and(|wanted| number.compare(&wanted).is_eq()),
        _ => false,
    };
    match formula {
        Formula::Negative(inner) => Some(Formula::Negative(Box::new(without_half(inner)?))),
        Formula::Sum(terms) => {
            // Every term of a sum of losses has its own.
            let halves = terms.iter().map(|term| without_half(&term.formula));
            if halves.clone().all(|half| half.is_none()) {
                return None;
            }
            let whole = halves
                .zip(terms)
                .map(|(half, term)| Term { minus: term.minus, formula: half.unwrap_or_else(|| term.formula.clone()) });
            Some(Formula::Sum(whole.collect()))
        }
        Formula::Product(factors) => {
            let is_half = |factor: &Factor| is(&factor.formula, if factor.over { "2" } else { "0.5" });
            let nested = |factor: &Factor| if factor.over { None } else { without_half(&factor.formula) };
            let mut kept = factors.clone();
            if let Some(at) = factors.iter().position(is_half) {
                kept.remove(at);
            } else {
                let (at, whole) = factors.iter().enumerate().find_map(|(at, factor)| Some((at, nested(factor)?)))?;
                kept.get_mut(at)?.formula = whole;
            }
            if kept.len() > 1 {
                kept.retain(|factor| !is(&factor.formula, "1"));
            }
            Some(product(kept))
        }
        Formula::Number(_) | Formula::Name(_) | Formula::Power(..) | Formula::Call(..) => None,
    }
}

/// The formula with every part that `change` knows put in for, from the inside out; none where it knows none.
///
/// A product that stands in the place of a factor is written as factors, and one that is 1 is left out.
pub(super) fn replaced(formula: &Formula, change: &impl Fn(&Formula) -> Option<Formula>) -> Option<Formula> {
    let inner = |part: &Formula| replaced(part, change);
    let whole = |part: &Formula| inner(part).unwrap_or_else(|| part.clone());
    let rebuilt = match formula {
        Formula::Number(_) | Formula::Name(_) => None,
        Formula::Negative(part) => inner(part).map(|part| Formula::Negative(Box::new(part))),
        Formula::Sum(terms) => {
            let changed: Vec<_> = terms.iter().map(|term| inner(&term.formula)).collect();
            changed.iter().any(Option::is_some).then(|| {
                let terms = terms.iter().zip(changed).map(|(term, changed)| Term {
                    minus: term.minus,
                    formula: changed.unwrap_or_else(|| term.formula.clone()),
                });
                Formula::Sum(terms.collect())
            })
        }
        Formula::Product(factors) => {
            let changed: Vec<_> = factors.iter().map(|factor| inner(&factor.formula)).collect();
            changed.iter().any(Option::is_some).then(|| {
                product(factors.iter().zip(changed).flat_map(|(factor, changed)| spliced(factor, changed)).collect())
            })
        }
        Formula::Power(base, exponent) => {
            let (changed, raised) = (inner(base), inner(exponent));
            (changed.is_some() || raised.is_some()).then(|| {
                let base = changed.unwrap_or_else(|| (**base).clone());
                Formula::Power(Box::new(base), Box::new(raised.unwrap_or_else(|| (**exponent).clone())))
            })
        }
        Formula::Call(function, arguments) => {
            let touched = arguments.iter().any(|argument| inner(argument).is_some());
            touched.then(|| Formula::Call(*function, arguments.iter().map(whole).collect()))
        }
    };
    change(rebuilt.as_ref().unwrap_or(formula)).or(rebuilt)
}

fn spliced(factor: &Factor, changed: Option<Formula>) -> Vec<Factor> {
    match changed {
        None => vec![factor.clone()],
        Some(Formula::Product(inner)) if !factor.over => inner,
        Some(one) if one == Formula::number(1) => Vec::new(),
        Some(formula) => vec![Factor { over: factor.over, formula }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Formula {
        Formula::parse(text).unwrap()
    }

    #[test]
    fn a_half_is_found_however_it_is_written() {
        for (text, whole) in [
            ("1/2*(t - y)^2", Some("(t - y)^2")),
            ("0.5*(t - y)^2", Some("(t - y)^2")),
            ("(t - y)^2/2", Some("(t - y)^2")),
            ("-(t - y)/2", Some("-(t - y)")),
            ("a^2/2 + b^2/2", Some("a^2 + b^2")),
            ("1/2", Some("1")),
            ("(t - y)^2/4", None),
            ("x", None),
        ] {
            assert_eq!(without_half(&read(text)), whole.map(read), "{text}");
        }
    }

    #[test]
    fn a_sign_turns_where_it_is_seen_least() {
        for (text, back) in [
            ("a - b", "b - a"),
            ("2*(a - b)", "2*(b - a)"),
            ("-a", "a"),
            ("-t/y", "t/y"),
            ("t/y", "-t/y"),
            ("sign(a)", "-sign(a)"),
        ] {
            assert_eq!(turned(&read(text)).to_string(), read(back).to_string(), "{text}");
        }
    }

    #[test]
    fn the_last_factor_divides_and_factors_are_left_out() {
        assert_eq!(divided_by_last(&read("a*b*c")), Some(read("a*b/c")));
        assert_eq!(divided_by_last(&read("a/b")), None);
        assert_eq!(without_factor(&read("a*b*c"), &"b".into()), Some(read("a*c")));
        assert_eq!(without_factor(&read("a*b"), &"a".into()), Some(read("b")));
        assert_eq!(without_factor(&read("a/b"), &"b".into()), None);
    }
}
