//! No input makes an operation panic, or keeps it busy for long.

use std::time::{Duration, Instant};

use handgrad::formula::Function;
use handgrad::formula::evaluate::{call, call_two};
use handgrad::number::{Arithmetic, Exact, Fast, Fault, Format, Number, Proven};
use proptest::prelude::*;

use super::number_oracle::{cases, decimals, exact};

/// Far more than any operation needs, so that a busy machine fails no test; e^99999, the longest, takes a second.
const LONG: Duration = Duration::from_secs(15);

fn wild() -> impl Strategy<Value = Exact> {
    let powers = (-9i64..9, 0u32..1000, any::<bool>())
        .prop_map(|(digit, exponent, large)| exact(&format!("{digit}e{}{exponent}", if large { "" } else { "-" })));
    let long =
        (prop::collection::vec(0u8..10, 100..400), any::<bool>(), 0usize..400).prop_map(|(digits, negative, point)| {
            let mut text: String = digits.iter().map(|digit| char::from(b'0' + digit)).collect();
            text.insert(point.min(text.len()), '.');
            exact(&format!("{}{text}", if negative { "-" } else { "" }))
        });
    let exponents = prop::sample::select(vec![
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "1e18",
        "-1e18",
        "4294967296",
        "20000.5",
        "-100001",
        "12345.25",
        "1e-1000",
        "1.0000001",
        "0.9999999",
        "-1",
        "0",
        "1",
    ]);
    prop_oneof![powers, long, exponents.prop_map(exact), decimals()]
}

fn everything<A: Arithmetic>(arithmetic: &A, x: &A::Value, y: &A::Value) -> Vec<A::Value> {
    let start = Instant::now();
    let mut outcomes: Vec<_> = Function::ALL.into_iter().map(|function| call(arithmetic, function, x)).collect();
    outcomes.extend([
        arithmetic.add(x, y),
        arithmetic.subtract(x, y),
        arithmetic.multiply(x, y),
        arithmetic.divide(x, y),
        arithmetic.power(x, y),
        call_two(arithmetic, Function::Max, x, y),
        arithmetic.negate(x),
    ]);
    assert!(start.elapsed() < LONG);
    outcomes.into_iter().flatten().collect()
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn nothing_panics_on_wild_numbers(
        x in wild(), y in wild(), bits in prop::sample::select(vec![1u32, 2, 31, 33, 64, 136, 1000]),
    ) {
        let proven = Proven::new(bits).expect("a precision");
        let (x_value, y_value) = (proven.constant(&x), proven.constant(&y));
        if let (Ok(x), Ok(y)) = (x_value, y_value) {
            for value in everything(&proven, &x, &y) {
                // What came out goes in again.
                let _ = [proven.exp(&value), proven.ln(&value), proven.multiply(&value, &value)];
                let _ = proven.divide(&y, &value);
                let _ = (value.carried(), value.written(Format::decimals(9)), value.rounded(50), value.certain(3));
            }
        }
        let fast = Fast::new().expect("the tables");
        if let (Ok(x), Ok(y)) = (fast.constant(&x), fast.constant(&y)) {
            for value in everything(&fast, &x, &y) {
                let _ = [fast.exp(&value), fast.ln(&value), fast.multiply(&value, &value), fast.divide(&y, &value)];
                let _ = (fast.carried(&value), fast.number(&value).written(Format::decimals(9)));
            }
        }
    }

    #[test]
    fn an_exact_zero_absorbs_and_nothing_divides_by_it(x in decimals()) {
        let (proven, fast) = (Proven::new(136).expect("a precision"), Fast::new().expect("the tables"));
        let zero = Number::from(Exact::zero());
        let seventh = proven.divide(&x.clone().into(), &Exact::from(7).into()).expect("a seventh");
        let numbers = [Number::from(x.clone()), seventh];
        for number in &numbers {
            prop_assert!(proven.is_zero(&proven.multiply(&zero, number).expect("0")));
            prop_assert!(proven.is_zero(&proven.multiply(number, &zero).expect("0")));
            prop_assert_eq!(proven.divide(number, &zero).err(), Some(Fault::DivisionByZero));
            if number.sign().is_ok_and(|sign| sign != 0) {
                prop_assert!(proven.is_zero(&proven.divide(&zero, number).expect("0")));
            }
        }
        prop_assert_eq!(proven.divide(&zero, &zero).err(), Some(Fault::DivisionByZero));
        let nothing = fast.constant(&Exact::zero()).expect("0");
        prop_assert!(fast.is_zero(&nothing));
        prop_assert_eq!(fast.divide(&nothing, &nothing).err(), Some(Fault::DivisionByZero));
        if let Ok(number) = fast.constant(&x) {
            prop_assert!(fast.is_zero(&fast.multiply(&nothing, &number).expect("0")));
            prop_assert!(fast.is_zero(&fast.multiply(&number, &nothing).expect("0")));
            prop_assert_eq!(fast.divide(&number, &nothing).err(), Some(Fault::DivisionByZero));
            prop_assert_eq!(fast.is_zero(&number), x.is_zero());
        }
    }
}

#[test]
fn radii_that_grow_without_end_are_refused() {
    let proven = Proven::new(64).expect("a precision");
    let third = proven.divide(&Exact::one().into(), &Exact::from(3).into()).expect("a third");
    let large = proven.multiply(&third, &exact("1e60").into()).expect("a large one");
    // About 0, give or take a large radius: its square is about 0, give or take the square of that.
    let mut wide = proven.subtract(&large, &large).expect("a wide one");
    let fault = (0..200).find_map(|_| match proven.multiply(&wide, &wide) {
        Ok(square) => {
            wide = square;
            None
        }
        Err(fault) => Some(fault),
    });
    assert!(fault.is_some_and(|fault| fault.is_undecided() || fault == Fault::TooLarge));
}

#[test]
fn the_largest_exponent_is_computed_and_the_next_is_refused() {
    let (proven, start) = (Proven::new(136).expect("a precision"), Instant::now());
    assert!(proven.exp(&exact("100000").into()).is_ok());
    for beyond in ["100001", "-100001", "1e400"] {
        assert_eq!(proven.exp(&exact(beyond).into()).err(), Some(Fault::TooLarge));
    }
    assert!(start.elapsed() < LONG);
}

#[test]
fn powers_of_huge_exponents_end_at_once() {
    let (proven, start) = (Proven::new(136).expect("a precision"), Instant::now());
    let power = |base: &str, exponent: &str| proven.power(&exact(base).into(), &exact(exponent).into());
    for (base, exponent) in [("2", "1e18"), ("1.0000001", "9223372036854775807"), ("7", "1e300"), ("2", "1e1000")] {
        assert_eq!(power(base, exponent).err(), Some(Fault::TooLarge), "{base}^{exponent}");
        let negative = format!("-{}", exponent.trim_start_matches('-'));
        assert!(power("0.3", &negative).is_err());
    }
    assert_eq!(power("-1", "9223372036854775807").ok().and_then(|one| proven.whole(&one)), Some(-1));
    assert_eq!(power("1", "-9223372036854775807").ok().and_then(|one| proven.whole(&one)), Some(1));
    assert!(start.elapsed() < LONG);
}
