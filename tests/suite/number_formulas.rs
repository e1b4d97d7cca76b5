//! Whole formulas enclose the truth, in every arithmetic.

use handgrad::formula::{Factor, Formula, Function, Term};
use handgrad::number::{Arithmetic, Exact, Fast, Format, Number, Outcome, Proven};
use proptest::prelude::*;

use super::number_oracle::{Oracle, Real, cases, decimals, exact};

/// Why the oracle has no value.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Gone {
    Undefined,
    TooFar,
}

/// A small evaluator of its own: the same tree, nothing else in common with the one under test.
fn truth(oracle: Oracle, formula: &Formula, names: &[(&str, Exact)]) -> Result<Real, Gone> {
    let of = |formula: &Formula| truth(oracle, formula, names);
    let zero = oracle.whole(0);
    let value = match formula {
        Formula::Number(number) => oracle.of(number),
        Formula::Name(name) => {
            oracle.of(&names.iter().find(|(known, _)| *known == name.as_str()).ok_or(Gone::Undefined)?.1)
        }
        Formula::Negative(inner) => zero - of(inner)?,
        Formula::Sum(terms) => terms.iter().try_fold(zero, |sum, Term { minus, formula }| {
            of(formula).map(|value| if *minus { sum - value } else { sum + value })
        })?,
        Formula::Product(factors) => {
            let mut product = Ok(oracle.whole(1));
            for Factor { over, formula } in factors {
                let value = of(formula);
                product = match (product, value) {
                    (Ok(_), Ok(value)) if *over && value == zero => Err(Gone::Undefined),
                    (Ok(product), Ok(value)) => Ok(if *over { product / value } else { product * value }),
                    (Ok(none), Err(_)) | (Err(_), Ok(none)) if !*over && none == zero => Ok(none),
                    (Err(gone), _) | (_, Err(gone)) => Err(gone),
                };
            }
            product?
        }
        Formula::Power(base, exponent) => power(oracle, &of(base)?, &of(exponent)?)?,
        Formula::Call(function, arguments) => {
            let first = of(&arguments[0])?;
            match (function, arguments.get(1)) {
                (Function::Max, Some(second)) => first.max(of(second)?),
                (Function::Min, Some(second)) => first.min(of(second)?),
                _ => oracle.call(*function, &first).ok_or(Gone::Undefined)?,
            }
        }
    };
    let magnitude = oracle.call(Function::Abs, &value).ok_or(Gone::Undefined)?;
    // Functions of more than that take the oracle long, and so do their powers.
    if magnitude > oracle.whole(5000) { Err(Gone::TooFar) } else { Ok(value) }
}

fn power(oracle: Oracle, base: &Real, exponent: &Real) -> Result<Real, Gone> {
    let zero = oracle.whole(0);
    if *exponent == exponent.floor() {
        let whole = exponent.to_int().value();
        return match (*exponent == zero, *base == zero, *exponent < zero) {
            (true, _, _) => Ok(oracle.whole(1)),
            (_, true, true) => Err(Gone::Undefined),
            (_, true, false) => Ok(zero),
            _ => Ok(base.powi(whole)),
        };
    }
    if *base == zero {
        return if *exponent > zero { Ok(zero) } else { Err(Gone::Undefined) };
    }
    Ok((oracle.call(Function::Ln, base).ok_or(Gone::Undefined)? * exponent).exp())
}

/// The truth, and what the oracle may be wrong by: what doubling its digits changes. `None` where it does not know.
fn truth_and_allowance(
    formula: &Formula,
    names: &[(&str, Exact)],
    digits: usize,
) -> Option<Result<(Real, Real), Gone>> {
    let (near, far) = (Oracle(digits), Oracle(2 * digits));
    Some(match (truth(near, formula, names), truth(far, formula, names)) {
        (Ok(close), Ok(value)) => {
            let change = far.call(Function::Abs, &(close - &value)).expect("a magnitude");
            Ok((value, change))
        }
        (Err(Gone::Undefined), Err(Gone::Undefined)) => Err(Gone::Undefined),
        _ => return None,
    })
}

fn evaluated<A: Arithmetic>(arithmetic: &A, formula: &Formula, names: &[(&str, Exact)]) -> Outcome<A::Value> {
    formula.evaluate(arithmetic, &mut |name| {
        let (_, value) = names.iter().find(|(known, _)| *known == name.as_str()).expect("a known name");
        arithmetic.constant(value)
    })
}

fn encloses(number: &Number, truth: &Real, allowance: &Real) -> bool {
    let (low, high) = number.ends().expect("ends");
    let oracle = Oracle(1000);
    oracle.of(&low) <= truth + allowance && truth - allowance <= oracle.of(&high)
}

fn sum(terms: Vec<(bool, Formula)>) -> Formula {
    let term = |(at, (minus, formula))| Term { minus: minus && at > 0, formula };
    Formula::Sum(terms.into_iter().enumerate().map(term).collect())
}

fn product(factors: Vec<(bool, Formula)>) -> Formula {
    let factor = |(at, (over, formula))| Factor { over: over && at > 0, formula };
    Formula::Product(factors.into_iter().enumerate().map(factor).collect())
}

fn formulas() -> impl Strategy<Value = Formula> {
    let leaf = prop_oneof![
        3 => prop::sample::select(vec!["x", "y", "z"]).prop_map(Formula::name),
        2 => (-40i64..400, 0u32..3).prop_map(|(digits, scale)| Formula::number(Exact::new(digits, scale))),
    ];
    leaf.prop_recursive(5, 30, 4, |inner| {
        let terms = prop::collection::vec((any::<bool>(), inner.clone()), 2..5);
        let factors = prop::collection::vec((prop::bool::weighted(0.3), inner.clone()), 2..5);
        let exponent = prop::sample::select(vec!["2", "3", "-1", "0", "7", "0.5", "1.5", "-0.5", "0.3"]);
        prop_oneof![
            3 => terms.prop_map(sum),
            3 => factors.prop_map(product),
            1 => inner.clone().prop_map(|inner| Formula::Negative(Box::new(inner))),
            1 => (inner.clone(), exponent).prop_map(|(base, exponent)|
                Formula::Power(Box::new(base), Box::new(Formula::number(exact(exponent))))),
            4 => (prop::sample::select(Function::ALL.to_vec()), inner.clone(), inner).prop_map(
                |(function, first, second)| {
                    Formula::Call(function, if function.arity() == 2 { vec![first, second] } else { vec![first] })
                }
            ),
        ]
    })
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn every_arithmetic_encloses_the_truth_of_random_formulas(
        formula in formulas(), x in decimals(), y in decimals(), z in decimals(),
    ) {
        let names = [("x", x), ("y", y), ("z", z)];
        let fast = Fast::new().expect("the tables");
        let mut numbers = Vec::new();
        for bits in [128, 512] {
            let value = evaluated(&Proven::new(bits).expect("a precision"), &formula, &names);
            numbers.push(value);
        }
        let quick = evaluated(&fast, &formula, &names);
        if let (Ok(quick), Ok(number)) = (&quick, &numbers[1])
            && let (Some(carried), Some(proven)) = (fast.carried(quick), number.carried())
        {
            prop_assert_eq!(carried.to_string(), proven.to_string());
        }
        numbers.push(quick.map(|quick| fast.number(&quick)));
        let Some(truth) = truth_and_allowance(&formula, &names, 200) else { return Ok(()) };
        for number in numbers.into_iter().flatten() {
            match &truth {
                Ok((value, allowance)) => prop_assert!(encloses(&number, value, allowance), "{:?}", number.ends()),
                Err(gone) => prop_assert!(false, "a value where there is none: {gone:?}"),
            }
        }
    }

}

proptest! {
    #![proptest_config(cases(25))]

    #[test]
    fn long_products_and_quotients_enclose_the_truth(
        factors in prop::collection::vec((any::<bool>(), decimals()), 20..60),
    ) {
        // Every factor near 1, so that the product stays where both can follow it.
        let near_one = |number| Formula::Call(Function::Sigmoid, vec![Formula::number(number)]);
        let near_one = |number| Formula::sum([near_one(number), Formula::number(exact("0.5"))]);
        let formula = product(factors.into_iter().map(|(over, number)| (over, near_one(number))).collect());
        let Some(Ok((value, allowance))) = truth_and_allowance(&formula, &[], 150) else { return Ok(()) };
        for bits in [128, 512] {
            let number = evaluated(&Proven::new(bits).expect("a precision"), &formula, &[]).expect("a product");
            prop_assert!(encloses(&number, &value, &allowance));
        }
        let fast = Fast::new().expect("the tables");
        if let Ok(quick) = evaluated(&fast, &formula, &[]) {
            prop_assert!(encloses(&fast.number(&quick), &value, &allowance));
        }
    }
}

#[test]
fn the_softmax_of_large_scores_has_its_digits() {
    let e = |score: i64| Formula::Call(Function::Exp, vec![Formula::number(score)]);
    for (large, small) in [(1000, 999), (5000, 4999), (-700, -701)] {
        let formula = e(large).over(Formula::sum([e(large), e(small)]));
        let written = |bits| {
            let proven = Proven::new(bits).expect("a precision");
            evaluated(&proven, &formula, &[]).ok()?.written(Format::decimals(30)).map(|digits| digits.to_string())
        };
        let digits = "0.731058578630004879251159241822";
        // e^-700 has a thousand zeros in binary, so that only many bits find its digits.
        assert_eq!(written(136).as_deref(), (large > 0).then_some(digits), "{large}");
        assert_eq!(written(2048).as_deref(), Some(digits), "{large}");
    }
}
