//! Slopes as a textbook writes them.

use handgrad::formula::{Formula, LineStyle, Name, symbols::ASCII};
use proptest::prelude::*;

use super::formula_trees::formulas;

fn derivative(text: &str, by: &str) -> String {
    let formula = Formula::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    let derivative = formula.derivative(&Name::new(by));
    derivative.text(LineStyle::airy(&ASCII), &handgrad::formula::Label::as_written)
}

#[test]
fn slopes_look_as_in_a_textbook() {
    for (text, by, expected) in [
        ("7", "x", "0"),
        ("x", "x", "1"),
        ("y", "x", "0"),
        ("-x", "x", "-1"),
        ("w1*i1 + w2*i2 + b1", "w1", "i1"),
        ("w1*i1 + w2*i2 + b1", "b1", "1"),
        ("a - x - 2*x", "x", "-3"),
        ("x/2", "x", "1/2"),
        ("0.5*x", "x", "0.5"),
        ("x*3/4 + y", "x", "3/4"),
        ("a*x*b", "x", "a*b"),
        ("x*y*x", "x", "y*x + x*y"),
        ("-a*x", "x", "-a"),
        ("(t - o)^2/2", "o", "-(t - o)"),
        ("(t - o)^2", "o", "-2*(t - o)"),
        ("0.5*(t - o)^2", "o", "-(t - o)"),
        ("(t1 - o1)^2/2 + (t2 - o2)^2/2", "o2", "-(t2 - o2)"),
        ("((t1 - o1)^2 + (t2 - o2)^2)/2", "o1", "-(t1 - o1)"),
        ("-t*ln(o) - (1 - t)*ln(1 - o)", "o", "-t/o + (1 - t)/(1 - o)"),
        ("-(t*ln(o) + (1 - t)*ln(1 - o))", "o", "-(t/o - (1 - t)/(1 - o))"),
        ("1/(1 + exp(-x))", "x", "exp(-x)/(1 + exp(-x))^2"),
        ("1/x", "x", "-1/x^2"),
        ("a/x^2", "x", "-2*a/x^3"),
        ("x/y", "y", "-x/y^2"),
        ("a/(3*x + b)^2", "x", "-6*a/(3*x + b)^3"),
        ("x*y^2", "y", "2*x*y"),
        ("x^3", "x", "3*x^2"),
        ("x^2", "x", "2*x"),
        ("x^1", "x", "1"),
        ("x^0", "x", "0"),
        ("x^-1", "x", "-x^(-2)"),
        ("x^0.5", "x", "0.5*x^(-0.5)"),
        ("x^n", "x", "n*x^(n - 1)"),
        ("2^x", "x", "2^x*ln(2)"),
        ("x^x", "x", "x^x*(ln(x) + x/x)"),
        ("exp(2*x)", "x", "2*exp(2*x)"),
        ("exp(-x)", "x", "-exp(-x)"),
        ("exp(w*x)", "x", "exp(w*x)*w"),
        ("ln(x)", "x", "1/x"),
        ("ln(2*x + 1)", "x", "2/(2*x + 1)"),
        ("sqrt(x)", "x", "1/(2*sqrt(x))"),
        ("sqrt(x^2 + 1)", "x", "x/sqrt(x^2 + 1)"),
        ("sigmoid(x)", "x", "sigmoid(x)*(1 - sigmoid(x))"),
        ("x*sigmoid(x)", "x", "sigmoid(x) + x*sigmoid(x)*(1 - sigmoid(x))"),
        ("tanh(x)", "x", "1 - tanh(x)^2"),
        ("tanh(w*x)", "x", "(1 - tanh(w*x)^2)*w"),
        ("softplus(x)", "x", "sigmoid(x)"),
        ("relu(x)", "x", "1 - step(-x)"),
        ("relu(-x)", "x", "-(1 - step(x))"),
        ("abs(x - t)", "x", "sign(x - t)"),
        ("max(0, x)", "x", "1 - step(-x)"),
        ("max(x, 0)", "x", "step(x)"),
        ("max(2*x, y*x)", "x", "2*step(2*x - y*x) + y*(1 - step(2*x - y*x))"),
        ("min(x, y)", "x", "step(y - x)"),
        ("min(x, y)", "y", "1 - step(y - x)"),
        ("step(x) + sign(x) + floor(x)", "x", "0"),
        ("q*c", "c", "q"),
        ("0*x", "x", "0"),
    ] {
        assert_eq!(derivative(text, by), expected, "d({text})/d{by}");
    }
}

#[test]
fn a_long_weighted_sum_is_derived_at_once() {
    let terms: Vec<_> = (0..5_000).map(|index| format!("w{index}*x{index}")).collect();
    let text = terms.join(" + ");
    assert_eq!(derivative(&text, "w4999"), "x4999");
    let all: Vec<_> = (0..5_000).map(|index| format!("w{index}*x")).collect();
    assert_eq!(derivative(&all.join(" + "), "x").matches('w').count(), 5_000);
}

#[test]
fn a_long_product_has_a_slope_of_moderate_size() {
    let text = vec!["x"; 20_000].join("*");
    assert!(derivative(&text, "x").len() < 40 * text.len());
    let quotient = vec!["x"; 20_000].join("/");
    assert!(derivative(&quotient, "x").len() < 80 * quotient.len());
}

#[test]
fn deep_nesting_has_a_slope() {
    for opening in ["exp(", "sigmoid(2*", "max(x, y*", "x*(1 + ", "sqrt(x + "] {
        let text = format!("{}x{}", opening.repeat(99), ")".repeat(99));
        assert_ne!(derivative(&text, "x"), "0");
    }
    assert_ne!(derivative(&format!("{}x", "x^".repeat(90)), "x"), "0");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_slope_is_a_formula_that_is_read_back(formula in formulas()) {
        let derivative = formula.derivative(&Name::new("x"));
        let text = derivative.to_string();
        prop_assert_eq!(Formula::parse(&text), Ok(derivative));
    }

    #[test]
    fn what_does_not_vary_has_the_slope_zero(formula in formulas()) {
        prop_assert_eq!(formula.derivative(&Name::new("not_there")), Formula::number(0));
    }
}
