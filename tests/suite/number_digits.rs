//! Digits that are printed are the digits of the truth, halves away from zero, or there are none.

use handgrad::formula::Function;
use handgrad::formula::evaluate::call;
use handgrad::number::{Arithmetic, Exact, Fast, Format, Number, Proven};
use proptest::prelude::*;

use super::number_oracle::{Oracle, Real, cases, decimals, exact, plain, rounded_on_paper};

/// The truth rounded by `round`, where the oracle is far enough from a border to know.
fn certain<T: PartialEq>(truth: &Real, digits: usize, round: impl Fn(&str) -> T) -> Option<T> {
    let exactly = plain(truth);
    let places = u32::try_from(digits).expect("a size") - 6;
    let off = Exact::new(1, places).times(&Exact::new(1, 0).plus(&exactly.magnitude()));
    let (below, above) = (round(&exactly.minus(&off).to_string()), round(&exactly.plus(&off).to_string()));
    (below == above).then_some(below)
}

/// How many digits stand before the point, and how many zeros behind it before the first other digit.
fn sizes(decimal: &str) -> (usize, usize) {
    let unsigned = decimal.trim_start_matches('-');
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    (whole.trim_start_matches('0').len(), fraction.len() - fraction.trim_start_matches('0').len())
}

fn without_last_zeros(decimal: &str) -> String {
    if decimal.contains('.') {
        decimal.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        decimal.to_owned()
    }
}

/// What is carried to the next update, done on paper.
fn carried_on_paper(decimal: &str) -> String {
    without_last_zeros(&rounded_on_paper(decimal, 28 - sizes(decimal).0))
}

/// So many decimals, or where those show fewer digits than `significant`, that many digits.
fn written_on_paper(decimal: &str, format: Format) -> String {
    let plainly = rounded_on_paper(decimal, format.decimals as usize);
    let digits = plainly.trim_start_matches(['-', '0', '.']).replace('.', "");
    let significant = format.significant as usize;
    let (before, zeros) = sizes(decimal);
    // From 10^15 on a number has as many digits after its first as others have decimals.
    let significant = if before > 15 { significant.max(format.decimals as usize + 1) } else { significant };
    if before > 15 && before >= significant {
        let (sign, unsigned) = if decimal.starts_with('-') { decimal.split_at(1) } else { ("", decimal) };
        let (kept, rest) = unsigned.split_at(significant);
        let shifted = format!("{kept}.{}", rest.replace('.', ""));
        return format!("{sign}{}{}", rounded_on_paper(&shifted, 0), "0".repeat(before - significant));
    }
    if before <= 15 && digits.len() >= significant {
        return plainly;
    }
    let places = if before > 0 { significant.saturating_sub(before) } else { zeros + significant };
    let rounded = rounded_on_paper(decimal, places);
    let digits = rounded.trim_start_matches(['-', '0', '.']).replace('.', "");
    // 9.99… may have gained a digit.
    if digits.len() > significant && places > 0 { rounded_on_paper(decimal, places - 1) } else { rounded }
}

fn some_function() -> impl Strategy<Value = Function> {
    prop::sample::select(vec![
        Function::Exp,
        Function::Ln,
        Function::Sqrt,
        Function::Sigmoid,
        Function::Tanh,
        Function::Softplus,
    ])
}

/// A value of a function that is not exact, and the truth.
fn value_and_truth(proven: &Proven, function: Function, x: &Exact, oracle: Oracle) -> Option<(Number, Real)> {
    if x.magnitude().compare(&Exact::from(900)).is_gt() {
        return None;
    }
    let truth = oracle.call(function, &oracle.of(x))?;
    let value = call(proven, function, &x.clone().into()).ok()?;
    value.exact().is_none().then_some((value, truth))
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn rounded_digits_are_the_digits_of_the_truth(x in decimals(), function in some_function(), bits in 60u32..800) {
        let (proven, oracle) = (Proven::new(bits).expect("a precision"), Oracle(700));
        let Some((value, truth)) = value_and_truth(&proven, function, &x, oracle) else { return Ok(()) };
        for decimals in (0..12).chain([20, 28, 37, 60, 100, 150, 200]) {
            let Some(digits) = value.rounded(decimals) else { continue };
            if let Some(paper) = certain(&truth, 700, |decimal| rounded_on_paper(decimal, decimals as usize)) {
                prop_assert_eq!(digits.to_string(), paper);
            }
        }
    }

    #[test]
    fn written_digits_are_those_of_paper(
        x in decimals(), function in some_function(), decimals in 0u32..40, significant in 1u32..9,
    ) {
        let (proven, oracle) = (Proven::new(400).expect("a precision"), Oracle(500));
        let format = Format { decimals, significant, by_significance: false };
        let Some((value, truth)) = value_and_truth(&proven, function, &x, oracle) else { return Ok(()) };
        if let (Some(written), Some(paper)) =
            (value.written(format), certain(&truth, 500, |decimal| written_on_paper(decimal, format)))
        {
            prop_assert!(!written.exact);
            prop_assert_eq!(written.digits.to_string(), paper);
        }
    }

    #[test]
    fn exact_numbers_are_written_as_on_paper(x in decimals(), decimals in 0u32..60, significant in 1u32..9) {
        let (format, number) = (Format { decimals, significant, by_significance: false }, Number::from(x.clone()));
        let paper = rounded_on_paper(&x.to_string(), decimals as usize);
        prop_assert_eq!(number.rounded(decimals).map(|digits| digits.to_string()), Some(paper));
        let all = without_last_zeros(&x.to_string());
        let written = number.written(format).expect("an exact number can always be written");
        if written.exact {
            prop_assert_eq!(without_last_zeros(&written.digits.to_string()), all);
        } else {
            prop_assert_eq!(written.digits.to_string(), written_on_paper(&x.to_string(), format));
            prop_assert_ne!(without_last_zeros(&written.digits.to_string()), all);
        }
    }

    #[test]
    fn fast_carries_what_proven_carries_and_paper_too(x in decimals(), y in decimals(), function in some_function()) {
        let (proven, fast) = (Proven::new(400).expect("a precision"), Fast::new().expect("the tables"));
        let oracle = Oracle(300);
        prop_assume!(x.magnitude().compare(&Exact::from(900)).is_le());
        let (Ok(quick), Ok(factor)) = (fast.constant(&x), fast.constant(&y)) else { return Ok(()) };
        for function in [None, Some(function)] {
            let (quick, number) = match function {
                Some(function) => (call(&fast, function, &quick), call(&proven, function, &x.clone().into())),
                None => (Ok(quick), Ok(x.clone().into())),
            };
            let Ok(quick) = quick.and_then(|value| fast.multiply(&value, &factor)) else { continue };
            let number = number.and_then(|value| proven.multiply(&value, &y.clone().into()));
            let number = number.expect("proven can do what fast can");
            let Some(carried) = fast.carried(&quick) else { continue };
            prop_assert_eq!(Some(carried.to_string()), number.carried().map(|decimal| decimal.to_string()));
            let truth = function.map_or(Some(oracle.of(&x)), |function| oracle.call(function, &oracle.of(&x)));
            let truth = truth.expect("a truth") * oracle.of(&y);
            if let Some(paper) = certain(&truth, 300, carried_on_paper) {
                prop_assert_eq!(carried.to_string(), paper);
            }
        }
    }

    /// 1.2345 is a tie of three decimals; 1.2345 and a third of 1e-60 is not, but only many bits can tell.
    #[test]
    fn ties_and_their_neighbours_are_rounded_right_or_not_at_all(
        digits in -100_000_000i64..100_000_000, decimals in 0u32..9, above in any::<bool>(),
    ) {
        let tie = Exact::new(10 * digits + 5 * digits.signum(), decimals + 1);
        let paper = rounded_on_paper(&tie.to_string(), decimals as usize);
        prop_assert_eq!(Number::from(tie.clone()).rounded(decimals).map(|digits| digits.to_string()), Some(paper));
        let tiny = Exact::new(if above { 1 } else { -1 }, 60);
        let beside = tie.plus(&tiny);
        let paper = rounded_on_paper(&beside.to_string(), decimals as usize);
        let rounded = Number::from(beside.clone()).rounded(decimals).map(|digits| digits.to_string());
        prop_assert_eq!(rounded, Some(paper.clone()));
        for (bits, enough) in [(136, false), (512, true)] {
            let proven = Proven::new(bits).expect("a precision");
            let third = proven.divide(&tiny.clone().into(), &Exact::from(3).into()).expect("a third");
            let number = proven.add(&tie.clone().into(), &third).expect("a sum");
            let expected = (enough && digits != 0).then(|| paper.clone());
            if digits != 0 {
                prop_assert_eq!(number.rounded(decimals).map(|digits| digits.to_string()), expected);
            }
            // The tie itself, by a detour through enclosures, is never decided.
            let third = proven.divide(&Exact::one().into(), &Exact::from(3).into()).expect("a third");
            let back = proven.subtract(&proven.add(&tie.clone().into(), &third).expect("there"), &third).expect("back");
            if digits != 0 {
                prop_assert_eq!(back.rounded(decimals), None);
            }
        }
    }
}

#[test]
fn a_thousand_decimals_are_the_digits_of_the_truth() {
    let (proven, oracle) = (Proven::new(3500).expect("a precision"), Oracle(1200));
    for (function, x) in [
        (Function::Exp, "1"),
        (Function::Ln, "2"),
        (Function::Sqrt, "2"),
        (Function::Sigmoid, "0.3775"),
        (Function::Tanh, "-0.1"),
    ] {
        let (value, truth) = value_and_truth(&proven, function, &exact(x), oracle).expect("a value");
        let digits = value.rounded(1000).expect("enough bits").to_string();
        assert_eq!(digits, rounded_on_paper(&plain(&truth).to_string(), 1000), "{} of {x}", function.name());
    }
}

#[test]
fn next_to_a_power_of_ten_the_number_of_decimals_is_not_guessed() {
    let (proven, fast) = (Proven::new(136).expect("a precision"), Fast::new().expect("the tables"));
    // An interval from just below 10, where there are 27 decimals, to just above it, where there are 26.
    let coarse = Proven::new(88).expect("a precision");
    let third = coarse.divide(&Exact::from(1).into(), &Exact::from(3).into()).expect("a third");
    let ten = proven.multiply(&third, &Exact::from(30).into()).expect("ten");
    assert_eq!(ten.carried(), None);
    // Where both ends give 10, it is 10.
    let third = proven.divide(&Exact::from(1).into(), &Exact::from(3).into()).expect("a third");
    let ten = proven.multiply(&third, &Exact::from(30).into()).expect("ten");
    assert_eq!(ten.carried().map(|ten| ten.to_string()).as_deref(), Some("10"));
    let third =
        fast.divide(&fast.constant(&Exact::from(1)).unwrap(), &fast.constant(&Exact::from(3)).unwrap()).unwrap();
    let ten = fast.multiply(&third, &fast.constant(&Exact::from(30)).unwrap()).unwrap();
    assert_eq!(fast.carried(&ten).map(|ten| ten.to_string()).as_deref(), Some("10"));
}
