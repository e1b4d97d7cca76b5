//! Fractions: values that are known exactly although their decimals do not end.

use handgrad::formula::{Formula, Name};
use handgrad::number::{
    Arithmetic, Digits, Exact, Format, MOST_FRACTION_BITS, Number, Precision, Proven, Rounding, Ties,
};
use proptest::prelude::*;

use super::closing_lines::check_lesson;
use super::number_oracle::{cases, exact};

fn with_fractions(bits: u32) -> Proven {
    Proven::new(Precision::from(bits).with_fractions()).expect("a precision")
}

fn whole(number: i64) -> Number {
    Exact::from(number).into()
}

/// A formula over numbers alone.
fn value(text: &str) -> Number {
    let formula = Formula::parse(text).expect(text);
    let no_name = &mut |name: &Name| panic!("{name}");
    formula.evaluate(&with_fractions(64), no_name).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

/// Whole digits of above/below to so many decimals, by long division; a tie goes away from zero, or to the even digit.
fn on_paper(above: i128, below: i128, decimals: u32, ties: Ties) -> i128 {
    let scaled = above.abs() * 10i128.pow(decimals);
    let (kept, rest) = (scaled / below, scaled % below);
    let is_up = match (2 * rest).cmp(&below) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => ties == Ties::HalfUp || kept % 2 == 1,
        std::cmp::Ordering::Greater => true,
    };
    (kept + i128::from(is_up)) * above.signum()
}

#[test]
fn a_fraction_is_exact_as_a_value_and_its_digits_are_not() {
    let written = |text: &str, decimals| {
        let written = value(text).written(Format::decimals(decimals)).expect("digits");
        (written.to_string(), written.exact)
    };
    assert_eq!(written("1/3", 9), ("0.333333333".into(), false));
    assert_eq!(written("1/3*3", 9), ("1".into(), true));
    assert_eq!(written("1/3 + 1/6", 9), ("0.5".into(), true));
    assert_eq!(written("2/3 - 1/6*4", 9), ("0".into(), true));
    assert_eq!(written("-1/3*0.00000375", 9), ("-0.00000125".into(), true));
    assert_eq!(written("1/3/100000000000", 9), ("3.33333e-12".into(), false));
    assert_eq!(written("(1/3)^(-2)", 9), ("9".into(), true));
    // Nine digits are all zeros after the first, and the value is not 0.5.
    assert_eq!(written("0.5 + 1/3/100000000000", 9), ("0.500000000".into(), false));
    assert_eq!(value("1/3").certain(5), (Some(exact("0.33333")), true));
}

#[test]
fn kinks_roots_and_steps_are_decided_by_fractions() {
    for (text, wanted) in [
        ("sign(1/3*3 - 1)", "0"),
        ("step(1/3*3 - 1)", "1"),
        ("step(1/3 - 0.3333333333333333333333333333333333333333333333333)", "1"),
        ("floor(7/3*3)", "7"),
        ("floor(-1/3)", "-1"),
        ("max(2/3, 1 - 1/3)*3", "2"),
        ("min(2/3, 1/3)*3", "1"),
        ("abs(1/3 - 2/3)*3", "1"),
        ("sqrt(4/9)*3", "2"),
        ("relu(1/7 - 1/7*1.0)", "0"),
        ("exp(1/3 - 2/6)", "1"),
        ("ln(1/3*3)", "0"),
    ] {
        assert_eq!(value(text).exact().map(|exact| exact.normalized().to_string()).as_deref(), Some(wanted), "{text}");
    }
}

#[test]
fn a_fraction_without_an_end_becomes_an_enclosure_beyond_the_bound() {
    let proven = with_fractions(64);
    let third = proven.divide(&whole(1), &whole(3)).expect("a third");
    let power = |exponent| proven.power(&third, &whole(exponent)).expect("a power");
    // 3^n has n·1.585 bits.
    let last = i64::try_from(MOST_FRACTION_BITS * 1000 / 1585).expect("a size") - 1;
    assert!(matches!(power(last), Number::Fraction(_)));
    assert!(matches!(power(last + 2), Number::Enclosure(_)));
    // What grows for ever ends in an enclosure that still has the value in it: the harmonic numbers.
    let mut sum = whole(0);
    for n in 1..6000 {
        sum = proven.add(&sum, &proven.divide(&whole(1), &whole(n)).expect("a part")).expect("a sum");
    }
    assert!(matches!(sum, Number::Enclosure(_)));
    assert_eq!(sum.rounded(9).map(|digits| digits.to_string()).as_deref(), Some("9.276647077"));
}

#[test]
fn fractions_are_carried_and_remembered_with_28_digits() {
    let tie = "0.00000000000000000000000000005";
    let carried = |text: &str| value(text).carried().map(|digits| digits.to_string());
    assert_eq!(carried(&format!("1/3*3*{tie}")).as_deref(), Some("0.0000000000000000000000000001"));
    assert_eq!(carried(&format!("1/3 + {tie}")).as_deref(), Some("0.3333333333333333333333333334"));
    assert_eq!(carried("-200/3").as_deref(), Some("-66.66666666666666666666666667"));
    assert_eq!(carried("1000000000000000000000000000000/3"), None, "more than 28 digits before the point");
    let remembered = |text: &str| value(text).remembered().map(|digits| digits.to_string());
    assert_eq!(remembered("2/3/1000000").as_deref(), Some("0.0000006666666666666666666666666667"));
    assert_eq!(remembered("2/7*100").as_deref(), Some("28.57142857142857142857142857"));
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn fractions_are_rounded_as_by_long_division(
        above in -2000i64..2000, below in 1i64..400, more in -300i64..300, of in 1i64..90, decimals in 0u32..12,
    ) {
        let proven = with_fractions(64);
        let quotient = |above, below| proven.divide(&whole(above), &whole(below)).expect("a quotient");
        let sum = proven.add(&quotient(above, below), &quotient(more, of)).expect("a sum");
        let product = proven.multiply(&quotient(above, below), &quotient(more, of)).expect("a product");
        let [above, below, more, of] = [above, below, more, of].map(i128::from);
        for (value, above, below) in [(sum, above * of + more * below, below * of), (product, above * more, below * of)] {
            let half_up = on_paper(above, below, decimals, Ties::HalfUp);
            prop_assert_eq!(value.rounded(decimals), Some(Exact::new(half_up, decimals)));
            let even = Rounding { digits: Digits::Decimals(decimals), ties: Ties::HalfEven };
            let wanted = Exact::new(on_paper(above, below, decimals, Ties::HalfEven), decimals);
            prop_assert!(value.rounded_by(even).is_some_and(|digits| digits.compare(&wanted).is_eq()));
            // `=` stands before all the digits that there are, and before no others.
            let written = value.written(Format::decimals(decimals)).expect("digits");
            let is_equal = written.digits.times(&Exact::new(below, 0)).compare(&Exact::new(above, 0)).is_eq();
            prop_assert_eq!(written.exact, is_equal);
            prop_assert_eq!(value.sign(), Ok(i8::try_from(above.signum()).expect("a sign")));
            let (low, high) = value.ends().expect("ends");
            let scaled = |end: &Exact| end.times(&Exact::new(below, 0));
            prop_assert!(scaled(&low).compare(&Exact::new(above, 0)).is_le());
            prop_assert!(scaled(&high).compare(&Exact::new(above, 0)).is_ge());
        }
    }

    #[test]
    fn a_tie_of_fractions_goes_where_the_rule_says(odd in -500i64..500, of in 2i64..60, decimals in 0u32..9) {
        // odd + 1/2 units of the last digit, taken apart by a quotient that does not end.
        let proven = with_fractions(64);
        let tie = Exact::new(10 * odd + 5, decimals + 1);
        let part = proven.divide(&tie.clone().into(), &whole(of)).expect("a part");
        let value = proven.multiply(&part, &whole(of)).expect("the tie again");
        prop_assert_eq!(value.exact().map(Exact::normalized), Some(tie.normalized()));
        let third = proven.divide(&whole(1), &whole(3)).expect("a third");
        let off = proven.multiply(&third, &exact("1e-60").into()).expect("next to nothing");
        let above = proven.add(&value, &off).expect("above the tie");
        let below = proven.subtract(&value, &off).expect("below the tie");
        let digits = |value: &Number| value.rounded(decimals).map(|digits| digits.digits().clone());
        prop_assert_eq!(digits(&above), Some((odd + 1).into()));
        prop_assert_eq!(digits(&below), Some(odd.into()));
        prop_assert_eq!(digits(&value), Some((if odd < 0 { odd } else { odd + 1 }).into()));
    }
}

#[test]
fn every_line_closes_where_values_are_fractions() {
    let text = "format: 1\ntitle: three points\nnetwork:\n  inputs: [x]\n  layers: [{neurons: [y], activation: identity, \
                weights: {y: {w: 0}}, biases: {y: {b: 0}}}]\n  loss: half_squared_error\nsamples: [{inputs: [1], \
                targets: [2]}, {inputs: [2], targets: [4]}, {inputs: [3], targets: [5]}]\ntraining: {learning_rate: \
                0.15, epochs: 20}\n";
    for epoch in [1, 2, 18, 19] {
        assert!(check_lesson(text, None, epoch) > 20);
    }
}
