//! Each symbolic slope against the difference quotient, both as enclosures.

use std::cell::Cell;

use handgrad::formula::{Formula, Name};
use handgrad::number::{Arithmetic, Exact, Number, Outcome, Proven};
use proptest::prelude::*;

use super::formula_trees::{formulas, number_of};

/// The decimals to which slope and quotient are compared.
const DECIMALS: u32 = 12;

/// Half the width of the difference.
fn small() -> Exact {
    Exact::new(1, 20)
}

fn value(formula: &Formula, arithmetic: &Proven, x: &Exact) -> Outcome<Number> {
    formula.evaluate(arithmetic, &mut |name: &Name| {
        let number = if name.as_str() == "x" { x.clone() } else { number_of(name) };
        arithmetic.constant(&number)
    })
}

/// The quotient of the difference between two places.
fn quotient(formula: &Formula, arithmetic: &Proven, from: &Exact, to: &Exact) -> Outcome<Number> {
    let rise = arithmetic.subtract(&value(formula, arithmetic, to)?, &value(formula, arithmetic, from)?)?;
    arithmetic.divide(&rise, &arithmetic.constant(&to.minus(from))?)
}

/// Whether two numbers are nearer to each other than `10^-decimals`, for what is of moderate size.
fn near(arithmetic: &Proven, left: &Number, right: &Number, decimals: u32) -> Option<bool> {
    let huge = Exact::new(1_000_000, 0);
    let rounded = left.rounded(3)?;
    if rounded.magnitude().compare(&huge).is_gt() {
        return None;
    }
    let difference = arithmetic.subtract(left, right).ok()?.rounded(decimals + 10)?;
    Some(difference.magnitude().compare(&Exact::new(1, decimals)).is_lt())
}

/// What the slope of `formula` at `x` is against the quotient; nothing at kinks and where there is no value.
fn agrees(formula: &Formula, x: &Exact) -> Option<bool> {
    let arithmetic = Proven::new(800)?;
    let (low, high) = (x.minus(&small()), x.plus(&small()));
    let slope = value(&formula.derivative(&Name::new("x")), &arithmetic, x);
    let quotient_between = |from, to| quotient(formula, &arithmetic, from, to).ok();
    // At a kink the quotients of the two sides differ.
    let (left, right) = (quotient_between(&low, x)?, quotient_between(x, &high)?);
    if !near(&arithmetic, &left, &right, DECIMALS - 4)? {
        return None;
    }
    let quotient = quotient_between(&low, &high)?;
    near(&arithmetic, &quotient, &slope.ok()?, DECIMALS)
}

#[test]
fn random_slopes_are_the_limits_of_difference_quotients() {
    let compared = Cell::new(0);
    proptest!(ProptestConfig::with_cases(2_000), |(formula in formulas(), x in 1i64..4_000, negative in any::<bool>())| {
        let x = Exact::new(if negative { -x } else { x }, 3);
        if let Some(agrees) = agrees(&formula, &x) {
            prop_assert!(agrees, "{} has the slope {} at {}", formula, formula.derivative(&Name::new("x")), x);
            compared.set(compared.get() + i32::from(formula.derivative(&Name::new("x")) != Formula::number(0)));
        }
    });
    assert!(compared.get() > 200, "only {} were compared", compared.get());
}

#[test]
fn every_rule_is_the_limit_of_difference_quotients_on_both_sides() {
    for text in [
        "exp(x)",
        "exp(-2*x)",
        "ln(x)",
        "ln(2*x + 9)",
        "sqrt(x)",
        "sqrt(x^2 + 1)",
        "1/sqrt(x + 9)",
        "sigmoid(x)",
        "tanh(3*x)",
        "relu(x)",
        "relu(-x)",
        "softplus(x)",
        "abs(x)",
        "abs(x - 7)",
        "max(x, 0)",
        "max(0, x)",
        "min(x, 2*x)",
        "max(x^2, x)",
        "step(x)",
        "sign(x)",
        "floor(x)",
        "x^3",
        "x^-2",
        "x^0.5",
        "x^w1",
        "2^x",
        "x^x",
        "(x + 9)^(x/2)",
        "1/x",
        "a/x^3",
        "x/(1 + x^2)",
        "x*x*x*x*x*x*x*x*x*x*x",
        "x/x/x/x/x/x/x/x/x/x/x",
        "(w1 - x)^2/2",
        "0.5*(w1 - 3*x)^4",
        "-w1*ln(sigmoid(x)) - (1 - w1)*ln(1 - sigmoid(x))",
        "1/(1 + exp(-x))",
        "x*sigmoid(x)",
        "(x + 1)*(x + 2)/(x + 9)^2",
        "x - (x - (2*x - 3))",
        "-(x/3)*-(2/x^2)",
    ] {
        let formula = Formula::parse(text).expect(text);
        let mut compared = 0;
        for x in ["-2.7", "-0.4", "0.3", "1.9"] {
            let agrees = agrees(&formula, &Exact::parse(x).expect(x));
            assert_ne!(agrees, Some(false), "{text} at {x}: {}", formula.derivative(&Name::new("x")));
            compared += i32::from(agrees.is_some());
        }
        assert!(compared >= 2, "{text}");
    }
}
