//! Each symbolic slope against difference quotients taken in the enclosures themselves.
//!
//! By the mean value theorem the quotient over an interval is the slope somewhere in it, so that the enclosure of
//! the quotient and the enclosure of the slope over the whole interval must meet. Both are narrow, so that a slope
//! that is wrong in its tenth digit is found.

use std::cell::Cell;

use handgrad::formula::{Formula, Name};
use handgrad::number::{Arithmetic, Exact, Number, Outcome, Proven};
use proptest::prelude::*;

use super::formula_trees::{formulas, number_of};
use super::number_oracle::{cases, exact};

/// How far `x` is moved to each side: 10^-20.
const SMALL: u32 = 20;

/// The digits to which the slope is known over an interval of that width.
const DIGITS: u32 = 10;

fn value(formula: &Formula, arithmetic: &Proven, x: &Number) -> Outcome<Number> {
    formula.evaluate(arithmetic, &mut |name: &Name| {
        if name.as_str() == "x" { Ok(x.clone()) } else { arithmetic.constant(&number_of(name)) }
    })
}

/// Whether an enclosure is narrow beside its size, or around 0, where a slope has none, as narrow as the interval.
fn is_narrow(number: &Number) -> bool {
    let Some((low, high)) = number.ends() else { return false };
    let width = high.minus(&low);
    let size = high.plus(&low).magnitude().times(&Exact::new(5, 1));
    let allowed = size.times(&Exact::new(1, DIGITS));
    width.compare(&allowed).is_le() || width.compare(&Exact::new(1, SMALL - 2)).is_le()
}

fn meet(a: &Number, b: &Number) -> bool {
    let ((low, high), (other_low, other_high)) = (a.ends().expect("ends"), b.ends().expect("ends"));
    low.compare(&other_high).is_le() && other_low.compare(&high).is_le()
}

/// Whether the quotient between two places is a slope between them; nothing where the theorem, or the precision,
/// does not say: at a kink or a jump, and where there is no value.
fn agrees_between(formula: &Formula, slope: &Formula, from: &Exact, to: &Exact) -> Option<bool> {
    let arithmetic = Proven::new(600)?;
    let (low, high) = (arithmetic.constant(from).ok()?, arithmetic.constant(to).ok()?);
    let interval = arithmetic.hull(&low, &high).ok()?;
    // What has a value over the whole interval is continuous there: a jump leaves `step`, `sign`, `floor` undecided.
    value(formula, &arithmetic, &interval).ok()?;
    let slope = value(slope, &arithmetic, &interval).ok().filter(is_narrow)?;
    let rise = arithmetic
        .subtract(&value(formula, &arithmetic, &high).ok()?, &value(formula, &arithmetic, &low).ok()?)
        .ok()?;
    let quotient = arithmetic.divide(&rise, &arithmetic.constant(&to.minus(from)).ok()?).ok().filter(is_narrow)?;
    Some(meet(&slope, &quotient))
}

/// What the slope of `formula` around `x` is against the quotients: over both sides at once, or at a kink over
/// either side alone.
fn agrees(formula: &Formula, x: &Exact) -> Option<bool> {
    let slope = formula.derivative(&Name::new("x"));
    let beside = |units: i64| x.plus(&Exact::new(units, SMALL));
    let between = |from, to| agrees_between(formula, &slope, &beside(from), &beside(to));
    between(-1, 1).or_else(|| match (between(-3, -2), between(2, 3)) {
        (Some(left), Some(right)) => Some(left && right),
        (side, other) => side.or(other),
    })
}

#[test]
fn random_slopes_are_met_by_difference_quotients() {
    let compared = Cell::new(0);
    let config = cases(2_000);
    let least = config.cases / 10;
    proptest!(config, |(formula in formulas(), x in 1i64..4_000, negative in any::<bool>())| {
        let x = Exact::new(if negative { -x } else { x }, 3);
        if let Some(agrees) = agrees(&formula, &x) {
            prop_assert!(agrees, "{} has the slope {} at {}", formula, formula.derivative(&Name::new("x")), x);
            compared.set(compared.get() + u32::from(formula.derivative(&Name::new("x")) != Formula::number(0)));
        }
    });
    assert!(compared.get() > least, "only {} were compared", compared.get());
}

/// Every rule of the derivative, with the places at which it has a slope.
const RULES: [(&str, &[&str]); 41] = [
    ("exp(x)", &["-2.7", "0", "1.9"]),
    ("exp(-2*x)", &["-2.7", "0", "1.9"]),
    ("ln(x)", &["0.3", "1", "1.9"]),
    ("ln(2*x + 9)", &["-2.7", "0", "1.9"]),
    ("sqrt(x)", &["0.3", "1.9", "4"]),
    ("sqrt(x^2 + 1)", &["-2.7", "0", "1.9"]),
    ("1/sqrt(x + 9)", &["-2.7", "0", "1.9"]),
    ("sigmoid(x)", &["-2.7", "0", "1.9", "40", "-40"]),
    ("tanh(3*x)", &["-2.7", "0", "1.9", "9"]),
    ("relu(x)", &["-2.7", "0", "1.9"]),
    ("relu(-x)", &["-2.7", "0", "1.9"]),
    ("softplus(x)", &["-2.7", "0", "1.9"]),
    ("abs(x)", &["-2.7", "0", "1.9"]),
    ("abs(x - 7)", &["-2.7", "7", "1.9"]),
    ("max(x, 0)", &["-2.7", "0", "1.9"]),
    ("max(0, x)", &["-2.7", "0", "1.9"]),
    ("min(x, 2*x)", &["-2.7", "0", "1.9"]),
    ("max(x^2, x)", &["-2.7", "0", "0.3", "1", "1.9"]),
    ("step(x)", &["-2.7", "0", "1.9"]),
    ("sign(x)", &["-2.7", "0", "1.9"]),
    ("floor(x)", &["-2.7", "0", "1.9", "2"]),
    ("x^3", &["-2.7", "0", "1.9"]),
    ("x^-2", &["-2.7", "0.3", "1.9"]),
    ("x^0.5", &["0.3", "1", "1.9"]),
    ("x^w1", &["0.3", "1", "1.9"]),
    ("2^x", &["-2.7", "0", "1.9"]),
    ("x^x", &["0.3", "1", "1.9"]),
    ("(x + 9)^(x/2)", &["-2.7", "0", "1.9"]),
    ("1/x", &["-2.7", "0.3", "1.9"]),
    ("a/x^3", &["-2.7", "0.3", "1.9"]),
    ("x/(1 + x^2)", &["-2.7", "0", "1", "1.9"]),
    ("x*x*x*x*x*x*x*x*x*x*x", &["-2.7", "0", "1.9"]),
    ("x/x/x/x/x/x/x/x/x/x/x", &["-2.7", "0.3", "1.9"]),
    ("(w1 - x)^2/2", &["-2.7", "0", "0.15", "1.9"]),
    ("0.5*(w1 - 3*x)^4", &["-2.7", "0", "0.05", "1.9"]),
    ("-w1*ln(sigmoid(x)) - (1 - w1)*ln(1 - sigmoid(x))", &["-2.7", "0", "1.9"]),
    ("1/(1 + exp(-x))", &["-2.7", "0", "1.9"]),
    ("x*sigmoid(x)", &["-2.7", "0", "1.9"]),
    ("(x + 1)*(x + 2)/(x + 9)^2", &["-2.7", "0", "1.9"]),
    ("x - (x - (2*x - 3))", &["-2.7", "0", "1.9"]),
    ("-(x/3)*-(2/x^2)", &["-2.7", "0.3", "1.9"]),
];

#[test]
fn every_rule_is_met_by_difference_quotients_also_on_both_sides_of_its_kinks() {
    for (text, places) in RULES {
        let formula = Formula::parse(text).expect(text);
        for x in places {
            let slope = formula.derivative(&Name::new("x"));
            assert_eq!(agrees(&formula, &exact(x)), Some(true), "{text} at {x}: {slope}");
        }
    }
}

#[test]
fn a_slope_that_is_wrong_in_its_tenth_digit_is_not_met() {
    let (formula, x) = (Formula::parse("sigmoid(x)").expect("a formula"), exact("0.3"));
    let slope = Formula::parse("sigmoid(x)*(1 - sigmoid(x))*1.0000000001").expect("a formula");
    let (low, high) = (x.minus(&Exact::new(1, SMALL)), x.plus(&Exact::new(1, SMALL)));
    assert_eq!(agrees_between(&formula, &slope, &low, &high), Some(false));
}
