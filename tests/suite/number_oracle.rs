//! The oracle: numbers of an independent library (dashu-float) at three to four times the precision, and
//! digits rounded as on paper.
//!
//! `HANDGRAD_FUZZ=20000 cargo test --release --test suite number_` tries that many random cases of everything,
//! other ones each time.

use std::str::FromStr;

use dashu_float::DBig;
use handgrad::formula::Function;
use handgrad::number::{Exact, Number};
use num_bigint::BigInt;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

/// A number of the oracle.
pub(super) type Real = DBig;

/// So many cases, always the same, or as many as `HANDGRAD_FUZZ` says, always others.
pub(super) fn cases(usual: u32) -> Config {
    let fuzz = std::env::var("HANDGRAD_FUZZ").ok().and_then(|count| count.parse().ok());
    let rng_seed = if fuzz.is_some() { RngSeed::Random } else { RngSeed::Fixed(0x5eed) };
    Config { cases: fuzz.unwrap_or(usual), rng_seed, failure_persistence: None, ..Config::default() }
}

pub(super) fn exact(text: &str) -> Exact {
    Exact::parse(text).expect(text)
}

/// Decimals of all sizes: plain ones, tiny ones, neighbours of 0, of 1 and of other short decimals, and those
/// at which functions saturate.
pub(super) fn decimals() -> impl Strategy<Value = Exact> {
    let plain = (any::<i64>(), 12u32..30).prop_map(|(digits, scale)| Exact::new(digits, scale));
    let long = (any::<i128>(), 33u32..60).prop_map(|(digits, scale)| Exact::new(digits, scale));
    let short = (-2000i64..2000, 0u32..4).prop_map(|(digits, scale)| Exact::new(digits, scale));
    let neighbour = (-30i64..30, 0u32..2, -3i64..=3, 5u32..70)
        .prop_map(|(digits, scale, off, far)| Exact::new(digits, scale).plus(&Exact::new(off, far)));
    let saturated = prop::sample::select(vec![
        "800",
        "-800",
        "50",
        "-50",
        "700",
        "-700",
        "44.3",
        "-88.7",
        "22.1807",
        "0.6931471805599453094172321214581765680755",
        "-0.6931471805599453094172321214581765680755",
        "1e-25",
        "-1e-25",
        "1e25",
        "0.7",
        "1.4",
    ])
    .prop_map(exact);
    // e to these has nearly as many bits before the point as a kernel is made for.
    let growing = (14_000_000i64..22_200_000).prop_map(|digits| Exact::new(digits, 6));
    prop_oneof![4 => plain, 2 => long, 3 => short, 3 => neighbour, 2 => saturated, 1 => growing]
}

/// The oracle at so many significant digits.
#[derive(Clone, Copy)]
pub(super) struct Oracle(pub(super) usize);

impl Oracle {
    pub(super) fn of(self, exact: &Exact) -> Real {
        // One digit behind the point for numbers without any: dashu reads a plain whole number as well.
        DBig::from_str(&exact.to_string()).expect("a decimal").with_precision(self.0).value()
    }

    pub(super) fn whole(self, whole: i64) -> Real {
        self.of(&Exact::from(whole))
    }

    /// The function's value; `None` where it has none.
    pub(super) fn call(self, function: Function, x: &Real) -> Option<Real> {
        let (zero, one) = (self.whole(0), self.whole(1));
        // dashu gives functions of 0 exact results, with which it then refuses to work on ("unlimited precision").
        let of_zero = match function {
            _ if *x != zero => None,
            Function::Exp => Some(one.clone()),
            Function::Sigmoid => Some(self.of(&exact("0.5"))),
            Function::Softplus => Some(self.whole(2).ln()),
            Function::Sqrt | Function::Tanh | Function::Floor => Some(zero.clone()),
            _ => None,
        };
        if of_zero.is_some() {
            return of_zero;
        }
        Some(match function {
            Function::Exp => x.exp(),
            Function::Ln if *x > zero => x.ln(),
            Function::Sqrt if *x >= zero => x.sqrt(),
            Function::Ln | Function::Sqrt => return None,
            Function::Sigmoid => &one / (&one + (-x).exp()),
            Function::Tanh => x.tanh(),
            Function::Softplus => x.exp().ln_1p(),
            Function::Relu => x.clone().max(zero),
            Function::Step => {
                if *x >= zero {
                    one
                } else {
                    zero
                }
            }
            Function::Sign if *x == zero => zero,
            Function::Sign => {
                if *x > zero {
                    one
                } else {
                    -one
                }
            }
            Function::Abs => {
                if *x >= zero {
                    x.clone()
                } else {
                    -x
                }
            }
            // dashu's floor keeps as few digits as its result has.
            Function::Floor => x.floor().with_precision(self.0).value(),
            Function::Min | Function::Max => x.clone(),
        })
    }

    /// What the oracle may itself be wrong by: some units of its last places.
    fn allowance(self, truth: &Real) -> Real {
        let magnitude = if *truth >= self.whole(0) { truth.clone() } else { -truth };
        magnitude
            * DBig::from_str(&format!("1e-{}", self.0 - 4)).expect("a power of ten").with_precision(self.0).value()
    }

    /// Whether the number may be the oracle's.
    pub(super) fn is_in(self, truth: &Real, number: &Number) -> bool {
        let (low, high) = number.ends().expect("ends that can be written");
        let real = |end: &Exact| DBig::from_str(&end.to_string()).expect("a decimal");
        let allowance = self.allowance(truth);
        real(&low) <= truth + &allowance && truth - &allowance <= real(&high)
    }
}

/// The plain decimal of all the oracle's digits.
pub(super) fn plain(real: &Real) -> Exact {
    let (digits, exponent) = (real.repr().significand().to_string(), real.repr().exponent());
    let scale = u32::try_from(-exponent.min(0)).expect("a scale");
    let zeros = "0".repeat(usize::try_from(exponent.max(0)).expect("a size"));
    Exact::new(BigInt::from_str(&format!("{digits}{zeros}")).expect("digits"), scale)
}

/// Rounds a decimal as on paper, on its digits as text: five or more behind the last place adds one to it.
pub(super) fn rounded_on_paper(decimal: &str, decimals: usize) -> String {
    let (sign, unsigned) = decimal.strip_prefix('-').map_or(("", decimal), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let mut fraction = fraction.to_owned();
    while fraction.len() <= decimals {
        fraction.push('0');
    }
    let up = fraction.as_bytes()[decimals] >= b'5';
    let mut digits: Vec<u8> = format!("0{whole}{}", &fraction[..decimals]).into_bytes();
    if up {
        for digit in digits.iter_mut().rev() {
            if *digit == b'9' {
                *digit = b'0';
            } else {
                *digit += 1;
                break;
            }
        }
    }
    let point = digits.len() - decimals;
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("digits");
    let whole = text(&digits[..point]);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if digits.iter().all(|&digit| digit == b'0') { "" } else { sign };
    let fraction = text(&digits[point..]);
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

#[test]
fn paper_rounds_halves_away_from_zero() {
    for (text, decimals, rounded) in [
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("9.995", 2, "10.00"),
        ("-0.004", 2, "0.00"),
        ("7", 1, "7.0"),
        ("0.5", 0, "1"),
    ] {
        assert_eq!(rounded_on_paper(text, decimals), rounded);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// What the tests rest on: the oracle's functions agree with each other, and with themselves at twice the digits.
    #[test]
    fn the_oracle_agrees_with_itself(x in decimals()) {
        let (oracle, finer) = (Oracle(160), Oracle(340));
        let close = |a: &Real, b: &Real| {
            let gap = finer.call(Function::Abs, &(a - b)).expect("a gap");
            gap <= oracle.allowance(&finer.call(Function::Abs, b).expect("a magnitude"))
        };
        let (near, far) = (oracle.of(&x), finer.of(&x));
        prop_assume!(finer.call(Function::Abs, &far).expect("a magnitude") < finer.whole(1000));
        for function in Function::ALL {
            let (value, better) = (oracle.call(function, &near), finer.call(function, &far));
            prop_assert_eq!(value.is_some(), better.is_some());
            if let (Some(value), Some(better)) = (value, better) {
                prop_assert!(close(&value, &better), "{}", function.name());
            }
        }
        let one = finer.whole(1);
        prop_assert!(close(&(far.exp() * (-&far).exp()), &one));
        let twice = (&far + &far).exp();
        prop_assert!(close(&((&twice - &one) / (&twice + &one)), &far.tanh()));
        if let Some(logarithm) = finer.call(Function::Ln, &far) {
            prop_assert!(close(&logarithm.exp(), &far));
            let root = far.sqrt();
            prop_assert!(close(&(&root * &root), &far));
        }
    }
}
