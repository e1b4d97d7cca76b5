//! Every operation encloses the truth, at the ends of what it is given too.

use handgrad::formula::Function;
use handgrad::formula::evaluate::{call, call_two};
use handgrad::number::{Arithmetic, Exact, Fast, Fault, Number, Outcome, Proven, Quick};
use proptest::prelude::*;

use super::number_oracle::{Oracle, Real, cases, decimals, exact};

/// The ends of an interval and its middle.
fn points(number: &Number) -> Vec<Exact> {
    let (low, high) = number.ends().expect("ends");
    let middle = low.plus(&high).times(&exact("0.5"));
    if number.exact().is_some() { vec![low] } else { vec![low, middle, high] }
}

/// Beyond this the oracle takes long, and the functions have nothing new to show.
fn is_modest(number: &Number) -> bool {
    points(number).iter().all(|point| point.magnitude().compare(&Exact::from(1500)).is_le())
}

/// Whether a fault is a statement about the value, not about the precision.
fn is_definite(fault: Fault) -> bool {
    !fault.is_undecided() && fault != Fault::TooLarge
}

/// An outcome encloses every truth; a definite fault stands where there is no truth at all.
fn stands<V>(outcome: &Outcome<V>, number: impl Fn(&V) -> Number, truths: &[Option<Real>], oracle: Oracle) -> bool {
    match outcome {
        Ok(value) => truths.iter().all(|truth| truth.as_ref().is_some_and(|truth| oracle.is_in(truth, &number(value)))),
        Err(fault) => !is_definite(*fault) || truths.iter().all(Option::is_none),
    }
}

fn operations_stand<A: Arithmetic>(
    arithmetic: &A,
    number: impl Fn(&A::Value) -> Number,
    x: &A::Value,
    y: &A::Value,
    oracle: Oracle,
) -> Result<(), TestCaseError> {
    let (of_x, of_y) = (points(&number(x)), points(&number(y)));
    let (of_x, of_y): (Vec<_>, Vec<_>) =
        (of_x.iter().map(|x| oracle.of(x)).collect(), of_y.iter().map(|y| oracle.of(y)).collect());
    for function in Function::ALL.into_iter().filter(|function| function.arity() == 1 && is_modest(&number(x))) {
        let truths: Vec<_> = of_x.iter().map(|x| oracle.call(function, x)).collect();
        prop_assert!(stands(&call(arithmetic, function, x), &number, &truths, oracle), "{}", function.name());
    }
    let pairs = |truth: &dyn Fn(&Real, &Real) -> Option<Real>| -> Vec<_> {
        of_x.iter().flat_map(|x| of_y.iter().map(move |y| truth(x, y))).collect()
    };
    let zero = oracle.whole(0);
    for (name, outcome, truths) in [
        ("+", arithmetic.add(x, y), pairs(&|x, y| Some(x + y))),
        ("-", arithmetic.subtract(x, y), pairs(&|x, y| Some(x - y))),
        ("*", arithmetic.multiply(x, y), pairs(&|x, y| Some(x * y))),
        ("/", arithmetic.divide(x, y), pairs(&|x, y| (*y != zero).then(|| x / y))),
        ("max", call_two(arithmetic, Function::Max, x, y), pairs(&|x, y| Some(x.max(y).clone()))),
        ("min", call_two(arithmetic, Function::Min, x, y), pairs(&|x, y| Some(x.min(y).clone()))),
    ] {
        prop_assert!(stands(&outcome, &number, &truths, oracle), "{}", name);
    }
    Ok(())
}

/// An enclosure of about `x/3` that is as wide as `bits` make it, or wider.
fn coarse(x: &Exact, bits: u32) -> Outcome<Number> {
    Proven::new(bits).ok_or(Fault::TooLarge)?.divide(&x.clone().into(), &Exact::from(3).into())
}

/// An enclosure of about `x/3` whose radius is about 10^`wide` units.
fn blurred(fast: &Fast, x: &Exact, wide: u32) -> Outcome<Quick> {
    let third = fast.divide(&fast.constant(&Exact::one())?, &fast.constant(&Exact::from(3))?)?;
    let power = |n: &str| fast.constant(&exact(n));
    let large = fast.multiply(&third, &power(&format!("1e{wide}"))?)?;
    let noise =
        fast.subtract(&large, &fast.constant(&exact(&"3".repeat(wide as usize + 1)).over(&exact("10"), 9).unwrap())?)?;
    fast.add(&noise, &fast.multiply(&fast.constant(x)?, &third)?)
}

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn proven_operations_enclose_the_truth_of_exact_numbers(x in decimals(), y in decimals(), bits in 60u32..200) {
        let proven = Proven::new(bits).expect("a precision");
        operations_stand(&proven, Number::clone, &x.into(), &y.into(), Oracle(220))?;
    }

    #[test]
    fn proven_operations_enclose_the_truth_at_the_ends_of_wide_enclosures(
        x in decimals(), y in decimals(), coarseness in (2u32..150, 2u32..150), bits in 20u32..160,
    ) {
        let proven = Proven::new(bits).expect("a precision");
        let (Ok(x), Ok(y)) = (coarse(&x, coarseness.0), coarse(&y, coarseness.1)) else { return Ok(()) };
        // What the operations work with is the enclosure in their own precision.
        let at = |number: &Number| proven.add(number, &Exact::zero().into());
        let (x, y) = (at(&x).expect("x"), at(&y).expect("y"));
        operations_stand(&proven, Number::clone, &x, &y, Oracle(220))?;
    }

    #[test]
    fn fast_operations_enclose_the_truth_of_exact_numbers(x in decimals(), y in decimals()) {
        let fast = Fast::new().expect("the tables");
        let (Ok(x), Ok(y)) = (fast.constant(&x), fast.constant(&y)) else { return Ok(()) };
        operations_stand(&fast, |value| fast.number(value), &x, &y, Oracle(180))?;
    }

    #[test]
    fn fast_operations_enclose_the_truth_at_the_ends_of_wide_enclosures(
        x in decimals(), y in decimals(), wide in (0u32..34, 0u32..34),
    ) {
        let fast = Fast::new().expect("the tables");
        let (Ok(x), Ok(y)) = (blurred(&fast, &x, wide.0), blurred(&fast, &y, wide.1)) else { return Ok(()) };
        operations_stand(&fast, |value| fast.number(value), &x, &y, Oracle(180))?;
    }

    /// Products and quotients about as large as four words can hold are right or refused.
    #[test]
    fn fast_operations_on_large_numbers_enclose_the_truth_or_refuse(
        x in (any::<i32>(), -9i32..34), y in (any::<i32>(), -9i32..34),
    ) {
        let fast = Fast::new().expect("the tables");
        let large = |(digits, power): (i32, i32)| fast.constant(&exact(&format!("{digits}e{power}")));
        let (Ok(x), Ok(y)) = (large(x), large(y)) else { return Ok(()) };
        operations_stand(&fast, |value| fast.number(value), &x, &y, Oracle(180))?;
    }

    /// A product of halves, quarters and so on is exact while 128 bits hold it, and has a radius after that.
    #[test]
    fn fast_products_of_numbers_that_end_in_binary_enclose_the_truth(
        factors in prop::collection::vec((-9i64..9, 0u32..28), 1..9),
    ) {
        let (fast, oracle) = (Fast::new().expect("the tables"), Oracle(180));
        let factors: Vec<_> = factors
            .into_iter()
            .map(|(odd, halvings)| (0..halvings).fold(Exact::from(2 * odd + 1), |number, _| number.times(&exact("0.5"))))
            .collect();
        let truth = factors.iter().fold(Exact::one(), |product, factor| product.times(factor));
        let product = factors.iter().try_fold(fast.constant(&Exact::one()).expect("1"), |product, factor| {
            fast.multiply(&product, &fast.constant(factor)?)
        });
        let product = product.expect("a product");
        prop_assert!(oracle.is_in(&oracle.of(&truth), &fast.number(&product)));
        prop_assert!(!fast.is_zero(&product));
        if truth.scale() <= 128 {
            let (low, high) = fast.number(&product).ends().expect("ends");
            prop_assert!(low.compare(&truth).is_eq() && high.compare(&truth).is_eq(), "it was exact");
        }
    }

    #[test]
    fn powers_enclose_the_truth(x in decimals(), exponent in -12i64..12, halves in -9i64..9) {
        let (proven, oracle) = (Proven::new(136).expect("a precision"), Oracle(220));
        prop_assume!(is_modest(&Number::from(x.clone())));
        let base: Number = x.clone().into();
        let whole = proven.power(&base, &Exact::from(exponent).into());
        let real = oracle.of(&x);
        let of_whole = |real: &Real, n: i64| match n {
            0 => Some(oracle.whole(1)),
            _ => (!x.is_zero() || n > 0).then(|| real.powi(n.into())),
        };
        prop_assert!(stands(&whole, Number::clone, &[of_whole(&real, exponent)], oracle));
        let half = proven.power(&base, &Exact::new(5 * halves, 1).into());
        let of_half = oracle.call(Function::Sqrt, &real).and_then(|root| of_whole(&root, halves));
        let of_half = if halves % 2 == 0 { of_whole(&real, halves / 2) } else { of_half };
        prop_assert!(stands(&half, Number::clone, &[of_half], oracle));
        let third = proven.power(&base, &exact("0.3").into());
        let of_logarithm = oracle.call(Function::Ln, &real).map(|ln| (ln * oracle.of(&exact("0.3"))).exp());
        let of_third = if x.is_zero() { Some(oracle.whole(0)) } else { of_logarithm };
        prop_assert!(stands(&third, Number::clone, &[of_third], oracle));
    }

    /// An enclosure that is right but wide would pass everything above.
    #[test]
    fn enclosures_of_plain_values_are_narrow(digits in 1i64..60_000_000_000_000, sign in any::<bool>()) {
        let x = Exact::new(if sign { digits } else { -digits }, 13);
        let (proven, fast) = (Proven::new(128).expect("a precision"), Fast::new().expect("the tables"));
        let narrow = |number: &Number, units: i64| {
            let (low, high) = number.ends().expect("ends");
            let unit = Exact::one().over(&exact("340282366920938463463374607431768211456"), 200).expect("2^-128");
            high.minus(&low).compare(&unit.times(&Exact::from(units))).is_le()
        };
        let most = [
            (Function::Sigmoid, 16),
            (Function::Tanh, 20),
            (Function::Softplus, 16),
            (Function::Sqrt, 8),
            (Function::Ln, 8),
        ];
        for (function, units) in most {
            // The slopes of ln and the root grow without bound towards 0.
            if matches!(function, Function::Ln | Function::Sqrt) && x.compare(&exact("0.5")).is_lt() {
                continue;
            }
            let value = call(&proven, function, &x.clone().into()).expect("a value");
            prop_assert!(narrow(&value, units), "{} of {x}", function.name());
            let value = fast.constant(&x).and_then(|x| call(&fast, function, &x)).expect("a value");
            prop_assert!(narrow(&fast.number(&value), units), "fast {} of {x}", function.name());
        }
    }
}

#[test]
fn a_hull_has_both_of_its_ends_in_it_and_little_more() {
    let proven = Proven::new(200).expect("a precision");
    let third = proven.divide(&exact("1").into(), &exact("3").into()).expect("a third");
    for (a, b) in [("-0.1", "0.7"), ("0.7", "-0.1"), ("2", "2.0000001"), ("1e-40", "-1e-40")] {
        let hull = proven.hull(&exact(a).into(), &exact(b).into()).expect("a hull");
        let (low, high) = hull.ends().expect("ends");
        let (least, most) = if exact(a).compare(&exact(b)).is_lt() { (a, b) } else { (b, a) };
        assert!(low.compare(&exact(least)).is_le() && high.compare(&exact(most)).is_ge(), "{a} {b}");
        let excess = high.minus(&low).minus(&exact(most).minus(&exact(least)));
        assert!(excess.compare(&exact("1e-8").times(&exact(most).minus(&exact(least)).magnitude())).is_lt(), "{a} {b}");
    }
    let hull = proven.hull(&third, &exact("0.5").into()).expect("a hull");
    let (low, _) = hull.ends().expect("ends");
    assert!(low.compare(&third.ends().expect("ends").0).is_le());
    let point = proven.hull(&exact("0.50").into(), &exact("0.5").into()).expect("a hull");
    assert!(point.exact().is_some(), "two equal numbers are that number");
}
