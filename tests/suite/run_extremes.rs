//! Where binary floats give up: saturated units, large scores, values next to nothing.

use handgrad::export::{ExportFault, Linear, Selection, Style, linear_steps};
use handgrad::lesson::Lesson;
use handgrad::messages::{Language, Messages};
use handgrad::number::{Fault, Question};
use handgrad::run::{LineOf, Moment, Reason};

use super::closing_lines::check_lesson;
use super::networks::{run, scenario};

const FIRST: Moment = Moment { epoch: 1, line: LineOf::Sample(1) };

/// A value as a learner sees it.
fn shown(text: &str, name: &str) -> String {
    let mut lesson = Lesson::new(scenario(text), None);
    let value = lesson.value(FIRST, name).expect("no halt").unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
    assert!(!value.unfinished, "{name}");
    value.written.to_string()
}

fn fault(text: &str, name: &str) -> Option<Fault> {
    run(text).value(FIRST, 9, name).expect("no halt").err()
}

/// One sigmoid whose net is the weight.
fn sigmoid(net: &str, loss: &str, target: &str) -> String {
    format!(
        "format: 1\ntitle: saturated\nnetwork:\n  inputs: [x]\n  layers:\n    - {{neurons: [y], activation: sigmoid, \
         weights: [[{net}]]}}\n  loss: {loss}\nsamples: [{{inputs: [1], targets: [{target}]}}]\ntraining: \
         {{learning_rate: 1}}\n"
    )
}

#[test]
fn a_saturated_sigmoid_still_has_a_slope_and_an_error() {
    // e^-500 = 7.1245764067412856…e-218, where floats of 64 bits make the output 1 and the loss 0 or infinite.
    let right = sigmoid("500", "binary_cross_entropy", "1");
    assert_eq!(shown(&right, "out_y"), "1.000000000");
    assert_eq!(shown(&right, "E_total"), "7.12458e-218");
    assert_eq!(shown(&right, "dout_dnet_y"), "7.12458e-218");
    assert_eq!(shown(&right, "delta_y"), "-7.12458e-218");
    let wrong = sigmoid("500", "binary_cross_entropy", "0");
    assert_eq!(shown(&wrong, "E_total"), "500.000000000");
    assert_eq!(shown(&wrong, "delta_y"), "1.000000000");
    let below = sigmoid("-500", "half_squared_error", "0");
    assert_eq!(shown(&below, "out_y"), "7.12458e-218");
    assert_eq!(shown(&below, "dE_dw1"), "5.07596e-435");
}

#[test]
fn a_saturated_sigmoid_is_trained_on() {
    let mut training = run(&sigmoid("40", "binary_cross_entropy", "0"));
    let state = training.state(2).expect("no halt");
    // 40 - 1/(1 + e^-40) = 39 + 4.248354255291588995e-18
    assert_eq!(state.parameters[0].to_string(), "39.00000000000000000424835426");
}

#[test]
fn softmax_of_scores_around_a_thousand_is_that_of_their_differences() {
    let text = |scores: &str| {
        format!(
            "format: 1\ntitle: large\nnetwork:\n  inputs: [x]\n  layers:\n    - {{neurons: [a, b, c], activation: softmax, \
             weights: {scores}}}\n  loss: cross_entropy\nsamples: [{{inputs: [1], targets: [0, 0, 1]}}]\ntraining: \
             {{learning_rate: 1}}\n"
        )
    };
    for scores in ["[[1000], [1001], [1002]]", "[[-1002], [-1001], [-1000]]", "[[0], [1], [2]]"] {
        let text = text(scores);
        assert_eq!(
            ["out_a", "out_b", "out_c"].map(|name| shown(&text, name)),
            ["0.090030573", "0.244728471", "0.665240956"]
        );
        assert_eq!(shown(&text, "E_total"), "0.407605964");
        assert_eq!(shown(&text, "delta_c"), shown(&text, "delta_c_short"));
        assert_eq!(shown(&text, "delta_c"), "-0.334759044");
    }
}

#[test]
fn lines_with_large_numbers_are_short_and_close() {
    let text = "format: 1\ntitle: large\nnetwork:\n  inputs: [x]\n  layers:\n    - {neurons: [a, b, c], activation: softmax, \
                weights: [[1000], [1001], [1002]]}\n  loss: cross_entropy\nsamples: [{inputs: [1], targets: [0, 0, \
                1]}]\ntraining: {learning_rate: 1}\n";
    assert!(check_lesson(text, None, 1) > 30);
    assert!(check_lesson(text, Some(20), 1) > 30);
    let mut lesson = Lesson::new(scenario(text), None);
    let messages = Messages::new(Language::English);
    let linear = Linear::new(&messages, Style::Unicode);
    linear_steps(&mut lesson, &Selection::first_epoch(), &linear, |printed| {
        let work = printed.lines().filter(|line| line.trim_start().starts_with(['=', '≈']));
        let longest = work.map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(longest < 120, "{longest}: {printed}");
        Ok::<(), ExportFault>(())
    })
    .expect("a lesson");
}

#[test]
fn a_sigmoid_far_on_the_wrong_side_is_computed_and_further_refused_with_its_reason() {
    for net in ["2000", "3000", "9000"] {
        let wrong = sigmoid(net, "binary_cross_entropy", "0");
        assert_eq!(shown(&wrong, "E_total"), format!("{net}.000000000"));
        assert_eq!(shown(&wrong, "delta_y"), "1.000000000");
        let state = run(&wrong).state(2).expect("no halt");
        let one_less = net.parse::<i64>().expect("a net") - 1;
        assert_eq!((state.parameters[0].to_string(), state.assumes), (one_less.to_string(), false), "{net}");
    }
    // 1/(1 - out) is e^2000 + 1.
    assert_eq!(shown(&sigmoid("2000", "binary_cross_entropy", "0"), "dE_dout_y"), "3.881180194e868");
    let further = sigmoid("50000", "binary_cross_entropy", "0");
    assert_eq!(fault(&further, "E_total"), Some(Fault::Undecided(Question::Zero)));
    let halt = run(&further).state(2).expect_err("no loss");
    assert!(matches!(halt.reason, Reason::Failed { fault: Fault::Undecided(Question::Zero), .. }), "{halt:?}");
}

#[test]
fn e_to_the_largest_exponent_is_shown_and_a_training_on_it_diverges() {
    let graph = "format: 1\ntitle: large\ngraph: {parameters: {w: 100000}, nodes: {y: exp(w)}, output: y}\ntraining: \
                 {learning_rate: 0.1}\n";
    assert_eq!(shown(graph, "y"), "2.80666336e43429");
    assert!(matches!(run(graph).state(2).expect_err("no state").reason, Reason::Diverged { .. }));
}

#[test]
fn an_exact_zero_absorbs_in_a_derivative_too() {
    let text = "format: 1\ntitle: divergence\nnetwork:\n  inputs: [x]\n  layers: [{neurons: [a, b], activation: softmax, \
                weights: [[1], [2]]}]\n  loss: {formula: \"target*ln(target/out)\"}\nsamples: [{inputs: [1], targets: \
                [0, 1]}]\ntraining: {learning_rate: 1}\n";
    assert_eq!(shown(text, "dE_dout_a"), "0");
    // -1/out_b
    assert_eq!(shown(text, "dE_dout_b"), "-1.367879441");
    assert!(run(text).state(2).is_ok());
}

#[test]
fn an_exact_zero_absorbs_what_it_is_multiplied_with_and_nothing_else_does() {
    let graph = |nodes: &str| {
        format!("format: 1\ntitle: zero\ngraph:\n  given: {{x: 1, y: 2}}\n  nodes: {{{nodes}}}\n  output: e\n")
    };
    let cross_entropy = graph("p: y - 2, e: p * ln(p)");
    assert_eq!(shown(&cross_entropy, "e"), "0");
    let divided = graph("d: x/(y - y), e: d + 1");
    assert_eq!(
        (fault(&divided, "d"), fault(&divided, "e")),
        (Some(Fault::DivisionByZero), Some(Fault::DivisionByZero))
    );
    assert_eq!(shown(&divided, "de_de"), "1");
    assert_eq!(fault(&graph("e: (y - y)/(x - x)"), "e"), Some(Fault::DivisionByZero));
    assert_eq!(fault(&graph("e: 1e-20 * ln(y - y)"), "e"), Some(Fault::LogarithmOfZero));
}

#[test]
fn a_target_of_0_or_1_that_is_met_exactly_costs_nothing() {
    let text = "format: 1\ntitle: sure\nnetwork:\n  inputs: [x]\n  layers:\n    - {neurons: [y], activation: sigmoid, \
                weights: [[0]]}\n  loss: binary_cross_entropy\nsamples: [{inputs: [1], targets: [1]}]\ntraining: \
                {learning_rate: 1}\n";
    // The half of the loss that its target takes out is 0 and not 0 times a logarithm of something.
    assert_eq!(shown(text, "E_total"), "0.693147181");
    assert_eq!(shown(text, "delta_y"), "-0.5");
}
