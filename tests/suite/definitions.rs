//! Every activation and loss: its values and slopes are those of an independent implementation, and the slope that is
//! taught is the derivative by the rules.
//!
//! The reference is `tests/gold/definitions.json`, which `scripts/reference.py` writes with mpmath.

use handgrad::definitions::{Activation, ActivationKind, AtZero, Comparison, Curve, Disagreement, Loss, LossKind};
use handgrad::formula::{Formula, Name};
use handgrad::number::{Arithmetic as _, Exact, Number, Proven};
use handgrad::run::{LineOf, Moment};
use handgrad::scenario::{BUILT_IN, Subject, read};
use serde_json::Value;

use super::networks::{program, run};

const GOLD: &str = include_str!("../gold/definitions.json");
/// So many significant digits have to be those of the reference.
const DIGITS: u32 = 20;

fn gold() -> Value {
    serde_json::from_str(GOLD).expect("the reference is JSON")
}

fn exact(value: &Value) -> Exact {
    Exact::parse(value.as_str().expect("digits")).expect("a decimal")
}

/// One neuron that gets its input as its net.
fn one_neuron(activation: &str, loss: &str, input: &str, target: &str) -> String {
    format!(
        "format: 1\ntitle: t\nnetwork:\n  inputs: [i]\n  layers: [{{neurons: [h], activation: {activation}, \
         weights: [[1]]}}]\n  loss: {loss}\nsamples: [{{inputs: [{input}], targets: [{target}]}}]\n\
         training: {{learning_rate: 1}}\n"
    )
}

/// Whether steps have the values of the reference.
fn compare(text: &str, expected: &[(&str, Exact)]) {
    let mut run = run(text);
    for (name, expected) in expected {
        // As many decimals as the digits behind the leading zeros need.
        let leading = expected.scale().saturating_sub(u32::try_from(expected.digit_count()).unwrap());
        let decimals = if expected.is_zero() { 60 } else { leading + DIGITS + 5 };
        let value = run.value(Moment { epoch: 1, line: LineOf::Sample(1) }, decimals, name).unwrap().unwrap();
        let value = value.rounded(decimals).unwrap_or_else(|| panic!("{name} is not certain: {text}"));
        let off = value.minus(expected).magnitude();
        let allowed = expected.magnitude().times(&Exact::new(1, DIGITS));
        assert!(off.compare(&allowed).is_le(), "{name} is {value} and not {expected}: {text}");
    }
}

#[test]
fn every_activation_has_the_values_and_slopes_of_the_reference() {
    let gold = gold();
    let activations = gold["activations"].as_object().unwrap();
    let mut points = 0;
    for case in activations.values() {
        for row in case["points"].as_array().unwrap() {
            let text = one_neuron(case["scenario"].as_str().unwrap(), "squared_error", row[0].as_str().unwrap(), "0");
            compare(&text, &[("out_h", exact(&row[1])), ("dout_dnet_h", exact(&row[2]))]);
            points += 1;
        }
    }
    assert!(points > 230, "{points}");
    for (word, kind) in ActivationKind::WORDS {
        assert!(activations.contains_key(word) || kind == ActivationKind::Softmax, "{word} has no reference");
    }
}

#[test]
fn every_loss_has_the_values_and_slopes_of_the_reference() {
    let gold = gold();
    let losses = gold["losses"].as_object().unwrap();
    for case in losses.values() {
        for row in case["points"].as_array().unwrap() {
            let (out, target) = (row[0].as_str().unwrap(), row[1].as_str().unwrap());
            // The author's own identity: any loss may stand behind it.
            let text = one_neuron("{formula: x}", case["scenario"].as_str().unwrap(), out, target);
            compare(&text, &[("E_h", exact(&row[2])), ("E_total", exact(&row[2])), ("dE_dout_h", exact(&row[3]))]);
        }
    }
    for (word, kind) in LossKind::WORDS {
        assert!(losses.contains_key(word) || kind == LossKind::CrossEntropy, "{word} has no reference");
    }
}

#[test]
fn softmax_with_cross_entropy_has_the_values_and_slopes_of_the_reference() {
    for case in gold()["softmax"].as_array().unwrap() {
        let list = |key: &str| case[key].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned());
        let (nets, targets): (Vec<_>, Vec<_>) = (list("nets").collect(), list("targets").collect());
        let text = format!(
            "format: 1\ntitle: t\nnetwork:\n  inputs: [a, b, c]\n  layers: [{{neurons: [o1, o2, o3], activation: softmax, \
             weights: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]}}]\n  loss: cross_entropy\n\
             samples: [{{inputs: [{}], targets: [{}]}}]\ntraining: {{learning_rate: 1}}\n",
            nets.join(", "),
            targets.join(", ")
        );
        let mut expected = vec![("E_total", exact(&case["total"]))];
        for (at, names) in [["out_o1", "delta_o1"], ["out_o2", "delta_o2"], ["out_o3", "delta_o3"]].iter().enumerate() {
            expected.extend([(names[0], exact(&case["outs"][at])), (names[1], exact(&case["deltas"][at]))]);
        }
        compare(&text, &expected);
    }
}

/// Every activation of the table, with other settings too.
fn activations() -> Vec<Activation> {
    let usual = ActivationKind::WORDS.map(|(_, kind)| Activation::usual(kind));
    let set = [AtZero::Zero, AtZero::Half].map(Activation::step);
    let leaks = ["0", "0.1", "1"].map(|slope| Activation::leaky_relu(Exact::parse(slope).unwrap()));
    let alphas = ["0.5", "3"].map(|alpha| Activation::elu(Exact::parse(alpha).unwrap()));
    usual.into_iter().chain(set).chain(leaks).chain(alphas).collect()
}

fn of_activation(curve: &Curve) -> Comparison<'_> {
    Comparison { value: &curve.value, slope: &curve.slope, by: "x", result: Some("y"), beside: None }
}

fn of_loss(curve: &Curve) -> Comparison<'_> {
    let beside = Some(("target", ["1", "-1", "0", "0.25"].as_slice()));
    Comparison { value: &curve.value, slope: &curve.slope, by: "out", result: None, beside }
}

#[test]
fn the_taught_slope_of_every_definition_is_its_derivative_on_each_side_of_every_kink() {
    let mut checked = 0;
    for Activation { kind, curve } in activations() {
        let Some(curve) = curve else {
            assert_eq!(kind, ActivationKind::Softmax, "a function of its whole layer");
            continue;
        };
        assert_eq!(of_activation(&curve).agree(), Ok(()), "{}", kind.word());
        assert_ne!(curve.value, Formula::number(0), "the formula of {} can be read", kind.word());
        checked += 1;
    }
    for (word, kind) in LossKind::WORDS {
        let loss = Loss::usual(kind).expect("a definition");
        assert_eq!(of_loss(&loss.curve).agree(), Ok(()), "{word}");
        checked += 1;
    }
    assert_eq!(checked, 11 + 7 + 7);
}

#[test]
fn exactly_at_a_kink_and_a_hair_beside_it_the_rules_give_the_taught_slope_too() {
    let proven = Proven::new(256).unwrap();
    for Activation { kind, curve } in activations() {
        let Some(curve) = curve else { continue };
        let derivative = curve.value.derivative(&Name::new("x"));
        for net in ["-1e-30", "0", "1e-30"] {
            let net = Number::from(Exact::parse(net).unwrap());
            let at = |formula: &Formula, output: Option<&Number>| {
                let value = |name: &Name| Ok(if name.as_str() == "x" { &net } else { output.unwrap() }.clone());
                formula.evaluate(&proven, &mut { value }).unwrap()
            };
            let output = at(&curve.value, None);
            let difference = proven.subtract(&at(&curve.slope, Some(&output)), &at(&derivative, None)).unwrap();
            assert!(difference.rounded(60).unwrap().is_zero(), "{} at {net:?}", kind.word());
        }
    }
}

#[test]
fn a_wrong_slope_is_noticed_and_told_where_it_is_wrong() {
    let disagrees = |value: &str, slope: &str| {
        let [value, slope] = [value, slope].map(|text| Formula::parse(text).unwrap());
        of_activation(&Curve { value, slope, is_surrogate: false }).agree().expect_err("a disagreement")
    };
    for (value, wrong) in [
        ("1/(1 + exp(-x))", "y*(1 + y)"),
        ("1/(1 + exp(-x))", "y*(1 - y) + 1e-59"),
        ("relu(x)", "step(x - 1e-3)"),
        ("max(x, 0.25)", "step(x - 0.2501)"),
        ("abs(x - 4)", "sign(x - 3.999)"),
        ("min(x, 3) + max(x, -4)", "step(3 - x) + step(x + 4.01)"),
        ("x^2", "2*sqrt(x)^2"),
    ] {
        assert!(matches!(disagrees(value, wrong), Disagreement::At { .. }), "{wrong} for {value}");
    }
    assert_eq!(disagrees("ln(-1 - x^2)", "1"), Disagreement::Nowhere);
    let Disagreement::At { point, given, derivative } = disagrees("tanh(x)", "1 - y") else { panic!("a point") };
    assert_eq!(point, [("x".to_owned(), "0.83".to_owned())]);
    assert_eq!((given.as_deref(), derivative.as_str()), (Some("0.319524"), "0.536952"));
}

#[test]
fn an_author_decides_the_slope_at_a_kink_and_nowhere_else() {
    for (formula, derivative) in [
        ("x * sigmoid(x)", "y + sigmoid(x) * (1 - y)"),
        ("max(0, x)", "step(x)"),
        ("max(x, 0)", "1 - step(-x)"),
        ("abs(x - 0.5)", "1 - 2*step(0.5 - x)"),
        ("sqrt(x)", "1/(2*y)"),
        ("ln(x)", "1/x"),
    ] {
        let activation = format!("{{formula: \"{formula}\", derivative: \"{derivative}\"}}");
        assert!(read(&one_neuron(&activation, "hinge", "2", "1")).is_ok(), "{activation}");
    }
    let at_kink = |activation: &str, slope: &str| {
        compare(&one_neuron(activation, "squared_error", "0.5", "0"), &[("dout_dnet_h", Exact::parse(slope).unwrap())]);
    };
    at_kink("{formula: \"abs(x - 0.5)\"}", "0");
    at_kink("{formula: \"abs(x - 0.5)\", derivative: \"1 - 2*step(0.5 - x)\"}", "-1");
    at_kink("{formula: \"max(x, 0.5)\"}", "1");
    at_kink("{formula: \"max(0.5, x)\"}", "0");
    at_kink("{formula: \"step(x)\", surrogate: \"1\"}", "1");
}

#[test]
fn the_names_of_a_definition_are_closed() {
    let text = "format: 1\ntitle: t\nnetwork:\n  inputs: [x, y, target, out]\n  layers:\n    - {neurons: [h], activation: \
                {formula: \"x^2 + x\", derivative: \"2*x + 0*y + 1\"}, weights: [[1, 2, 3, 4]], biases: {h: {a: 1}}}\n  \
                loss: {formula: \"(target - out)^4 / 4\"}\nsamples: [{inputs: [5, 6, 7, 8], targets: [9]}]\n";
    let program = program(text);
    let formula = |name: &str| program.steps[program.find(name).unwrap()].formula.to_string();
    assert_eq!(formula("out_h"), "net_h^2+net_h");
    assert_eq!(formula("dout_dnet_h"), "2*net_h+0*out_h+1");
    assert_eq!(formula("E_h"), "(target_h-out_h)^4/4");
    assert_eq!(formula("dE_dout_h"), "-(target_h-out_h)^3");
}

#[test]
fn a_threshold_is_a_weight_on_a_constant_input() {
    let text = one_neuron("step", "squared_error", "2", "0").replace("[[1]]}", "[[1]], biases: [3], bias_input: -1}");
    let program = program(&text);
    let formula = |name: &str| program.steps[program.find(name).unwrap()].formula.to_string();
    assert_eq!((formula("net_h").as_str(), formula("dnet_h_db1").as_str()), ("w1*i+b1*(-1)", "-1"));
    compare(&text, &[("net_h", Exact::from(-1)), ("out_h", Exact::zero()), ("dnet_h_db1", Exact::from(-1))]);
    let plain = text.replace(", bias_input: -1", ", bias_input: 1");
    assert_eq!(super::networks::step_names(&plain), super::networks::step_names(&text));
    let Subject::Network(network) = read(&plain).unwrap().subject else { panic!("a network") };
    assert_eq!(network.layers[0].bias_input, None, "1 is what every bias is multiplied with");
}

#[test]
fn a_bias_input_makes_of_a_bias_the_same_with_the_other_sign() {
    let mazur = BUILT_IN.iter().find(|(name, _)| *name == "mazur").unwrap().1.replace("  frozen: [b1, b2]", "  #");
    let (plain, turned) = (&mazur, mazur.replace("{b1: 0.35}", "{b1: -0.35}\n      bias_input: -1"));
    assert_ne!(*plain, turned);
    let (mut plain, mut turned) = (run(plain), run(&turned));
    let value = |run: &mut handgrad::run::Run, name: &str| {
        let line = if name.ends_with("_new") { LineOf::Update(1) } else { LineOf::Sample(1) };
        run.value(Moment { epoch: 3, line }, 30, name).unwrap().unwrap().rounded(20).unwrap().normalized()
    };
    for name in ["net_h1", "E_total", "dE_dw1", "w8_new"] {
        assert_eq!(value(&mut plain, name), value(&mut turned, name), "{name}");
    }
    for name in ["dE_db1", "dE_db1_via_h2", "b1_new"] {
        assert_eq!(value(&mut plain, name), value(&mut turned, name).negated(), "{name}");
    }
}
