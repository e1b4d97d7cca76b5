//! Each mistake on networks that are small enough to be worked in the head.

use handgrad::lesson::Lesson;
use handgrad::number::Exact;
use handgrad::program::Mistake;

use super::mistakes::{lesson, lessons_with, value};

/// The net is 2·3 + 1 = 7, the loss ½(5 − 7)² = 2, the gradient of w 2·1·2 = 4, and its new value 3 − 0.1·4 = 2.6.
const LINE: &str = "
network:
  inputs: [x]
  layers: [{neurons: [y], activation: identity, weights: {y: {w: 3}}, biases: {y: {b: 1}}}]
  loss: half_squared_error
samples: [{inputs: [2], targets: [5]}]
training: {learning_rate: 0.1}
";

/// Hidden nets −1 and 4, hidden outputs 0 and 4, outputs 16 and 24; the deltas of the outputs are 1 and 2.
const SQUARE: &str = "
network:
  inputs: [i1, i2]
  layers:
    - {neurons: [h1, h2], activation: relu, weights: {h1: {w1: 1, w2: -1}, h2: {w3: 2, w4: 1}}}
    - {neurons: [o1, o2], activation: identity, weights: {o1: {w5: 3, w6: 4}, o2: {w7: 5, w8: 6}}}
  loss: half_squared_error
samples: [{inputs: [1, 2], targets: [15, 22]}]
training: {learning_rate: 0.1}
";

/// Nets 1 and 3 into softmax.
const SHARES: &str = "
network:
  inputs: [x]
  layers: [{neurons: [a, c], activation: softmax, weights: {a: {w1: 1}, c: {w2: 3}}}]
  loss: cross_entropy
samples: [{inputs: [1], targets: [0, 1]}]
training: {learning_rate: 0.5}
";

/// One weight, two samples: the gradients are −2 and 4.
const BATCH: &str = "
network:
  inputs: [x]
  layers: [{neurons: [y], activation: identity, weights: {y: {w: 3}}}]
  loss: half_squared_error
samples: [{inputs: [1], targets: [5]}, {inputs: [2], targets: [4]}]
training: {learning_rate: 0.1}
";

/// q = 2·3 + 1 = 7, r = relu(−7) = 0, total = ½(r − 4)² = 8.
const GRAPH: &str = "
graph:
  given: {x: 2}
  parameters: {w: 3, b: 1}
  nodes: {q: w*x + b, r: relu(-q), total: (r - 4)^2/2}
  output: total
training: {learning_rate: 0.1}
";

fn read(text: &str) -> Lesson {
    lesson(&format!("format: 1\ntitle: by hand\n{text}"))
}

/// Asserts what some names come to where a mistake is made in the way of that number, 0 being everywhere at once.
fn comes_to(lesson: &Lesson, mistake: Mistake, way: usize, values: &[(&str, &str)]) {
    let mut all = lessons_with(lesson, mistake);
    let ways = all.len();
    let wrong = all.get_mut(way).unwrap_or_else(|| panic!("{mistake:?} is made in {ways} ways"));
    for (name, wanted) in values {
        let found = value(wrong, name).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        let wanted = Exact::parse(wanted).expect("a number").rounded(9);
        assert_eq!(found, wanted, "{mistake:?} in way {way}: {name} = {}", formula(wrong, name));
    }
}

fn formula(lesson: &Lesson, name: &str) -> String {
    lesson.program().step(name).map_or_else(String::new, |step| step.formula.to_string())
}

/// The formula of a step where a mistake is made everywhere.
fn written(lesson: &Lesson, mistake: Mistake, name: &str) -> String {
    formula(lessons_with(lesson, mistake).first().expect("a way to make it"), name)
}

#[test]
fn the_rule_of_the_update_goes_wrong() {
    let line = read(LINE);
    comes_to(&line, Mistake::Ascent, 0, &[("dE_dw", "4"), ("w_new", "3.4"), ("b_new", "1.2")]);
    comes_to(&line, Mistake::RateForgotten, 0, &[("w_new", "-1")]);
    comes_to(&line, Mistake::RateTwice, 0, &[("w_new", "2.96")]);
    let adam = read(&LINE.replace("{learning_rate: 0.1}", "{learning_rate: 0.1, optimizer: adam}"));
    comes_to(&adam, Mistake::Ascent, 0, &[("m_w", "0.4"), ("w_new", "3.1")]);
    let sure = read(&LINE.replace("0.1", "1"));
    assert!(lessons_with(&sure, Mistake::RateTwice).is_empty(), "a rate of 1 can be applied as often as one likes");
}

#[test]
fn the_half_is_forgotten_in_the_loss_or_in_its_slope() {
    let line = read(LINE);
    comes_to(&line, Mistake::HalfForgotten, 0, &[("E_total", "4"), ("dE_dout_y", "4")]);
    comes_to(&line, Mistake::HalfForgotten, 1, &[("E_total", "2"), ("dE_dout_y", "4"), ("dE_dw", "8")]);
    comes_to(&line, Mistake::HalfForgotten, 2, &[("E_total", "4"), ("dE_dout_y", "2")]);
    let graph = read(GRAPH);
    comes_to(&graph, Mistake::HalfForgotten, 0, &[("total", "16"), ("dtotal_dr", "-8")]);
    comes_to(&graph, Mistake::HalfForgotten, 1, &[("total", "8"), ("dtotal_dr", "-8")]);
}

#[test]
fn a_bias_is_left_out_or_weighed() {
    let line = read(LINE);
    comes_to(&line, Mistake::BiasForgotten, 0, &[("net_y", "6"), ("dE_db", "1")]);
    comes_to(&line, Mistake::BiasTimesInput, 0, &[("net_y", "8"), ("dnet_y_db", "2"), ("dE_db", "6")]);
    comes_to(&line, Mistake::BiasTimesInput, 1, &[("net_y", "7"), ("dE_db", "4")]);
    comes_to(&line, Mistake::BiasTimesInput, 2, &[("net_y", "8"), ("dE_db", "3")]);
    let graph = read(GRAPH);
    comes_to(&graph, Mistake::BiasForgotten, 0, &[("q", "6")]);
    comes_to(&graph, Mistake::BiasTimesInput, 0, &[("q", "8"), ("dq_db", "2")]);
}

#[test]
fn a_sign_or_a_division_is_taken_the_wrong_way_round() {
    let line = read(LINE);
    comes_to(&line, Mistake::TargetMinusOut, 0, &[("dE_dout_y", "-2"), ("w_new", "3.4")]);
    assert_eq!(written(&line, Mistake::TargetMinusOut, "dE_dout_y"), "target_y-out_y");
    comes_to(&line, Mistake::Divided, 0, &[("dE_dw", "1")]);
    let square = read(SQUARE);
    comes_to(&square, Mistake::TargetMinusOut, 1, &[("delta_o1", "-1"), ("delta_o2", "2")]);
    comes_to(&square, Mistake::Divided, 0, &[("dE_dout_h1_via_o2", "0.4"), ("dE_dw6", "0.25")]);
}

#[test]
fn paths_weights_and_masks_are_lost_on_the_way_back() {
    let mut square = read(SQUARE);
    for (name, right) in [("dE_dout_h1", "13"), ("dE_dout_h2", "16"), ("delta_h1", "0")] {
        assert_eq!(value(&mut square, name), Ok(Exact::parse(right).expect("a number").rounded(9)), "{name}");
    }
    comes_to(&square, Mistake::OnePath, 0, &[("dE_dout_h1", "3"), ("dE_dout_h2", "4")]);
    comes_to(&square, Mistake::OnePath, 1, &[("dE_dout_h1", "3"), ("dE_dout_h2", "16")]);
    comes_to(&square, Mistake::TransposedWeight, 0, &[("dE_dout_h1", "11"), ("dE_dout_h2", "17")]);
    comes_to(&square, Mistake::MaskForgotten, 0, &[("delta_h1", "13"), ("delta_h2", "16")]);
    comes_to(&square, Mistake::HiddenSlopeForgotten, 0, &[("dout_dnet_h1", "0"), ("delta_h1", "13"), ("dE_dw1", "13")]);
    assert!(lessons_with(&square, Mistake::OutputSlopeForgotten).is_empty(), "the slope of identity is 1 anyway");
    comes_to(&read(GRAPH), Mistake::MaskForgotten, 0, &[("dr_dq", "-1")]);
}

#[test]
fn the_error_goes_back_through_weights_that_are_new_already() {
    let square = read(SQUARE);
    comes_to(&square, Mistake::TooEarly, 0, &[("w6_new", "3.6"), ("w8_new", "5.2"), ("dE_dout_h2", "14")]);
    assert!(lessons_with(&read(LINE), Mistake::TooEarly).is_empty(), "nothing goes back through the only layer");
}

#[test]
fn slopes_of_sigmoids_are_forgotten_or_made_of_nets() {
    let bent = read(&SQUARE.replace("identity", "sigmoid").replace("relu", "sigmoid"));
    assert_eq!(written(&bent, Mistake::OutputSlopeForgotten, "delta_o1"), "dE_dout_o1");
    assert_eq!(written(&bent, Mistake::OutputSlopeForgotten, "dE_dw5"), "dE_dout_o1*dnet_o1_dw5");
    assert_eq!(written(&bent, Mistake::OutputSlopeForgotten, "delta_h1"), "dE_dout_h1*dout_dnet_h1");
    assert_eq!(written(&bent, Mistake::HiddenSlopeForgotten, "delta_h1"), "dE_dout_h1");
    assert_eq!(written(&bent, Mistake::NetForOut, "dout_dnet_h1"), "net_h1*(1-net_h1)");
    let down = read(&format!("{}conventions: {{delta: descent}}\n", SQUARE.replace("identity", "sigmoid")));
    assert_eq!(written(&down, Mistake::OutputSlopeForgotten, "delta_o1"), "-dE_dout_o1");
}

#[test]
fn means_and_sums_change_places() {
    let square = read(SQUARE);
    comes_to(&square, Mistake::MeanForSum, 0, &[("E_total", "1.25"), ("dE_dout_o1", "0.5")]);
    comes_to(&square, Mistake::MeanForSum, 1, &[("E_total", "2.5"), ("dE_dout_o2", "1")]);
    let mean = read(&SQUARE.replace("half_squared_error", "mean_squared_error"));
    comes_to(&mean, Mistake::SumForMean, 0, &[("E_total", "5"), ("dE_dout_o2", "4")]);
    let batch = read(BATCH);
    comes_to(&batch, Mistake::SumForMean, 0, &[("grad_w", "2"), ("E_batch", "4"), ("w_new", "2.8")]);
    comes_to(&batch, Mistake::SumForMean, 1, &[("grad_w", "2"), ("E_batch", "2")]);
    comes_to(&batch, Mistake::SumForMean, 2, &[("grad_w", "1"), ("E_batch", "4")]);
}

#[test]
fn softmax_and_logarithms_go_wrong() {
    let shares = read(SHARES);
    comes_to(
        &shares,
        Mistake::SoftmaxWithoutExp,
        0,
        &[("out_a", "0.25"), ("out_c", "0.75"), ("delta_c_short", "-0.25")],
    );
    assert_eq!(written(&shares, Mistake::LogTen, "E_c"), "-target_c*ln(out_c)/ln(10)");
    comes_to(&shares, Mistake::TargetMinusOut, 0, &[("E_total", "0.126928011"), ("delta_c_short", "0.119202922")]);
    assert_eq!(written(&shares, Mistake::OnePath, "delta_a"), "delta_a_via_a");
    assert_eq!(written(&shares, Mistake::OutputSlopeForgotten, "delta_a"), "dE_dout_a");
    let graph = read(
        "graph: {given: {z1: 1, z2: 3}, nodes: {e1: exp(z1), e2: exp(z2), s: e1 + e2, p: e2/s, loss: -ln(p)}, output: loss}\n",
    );
    comes_to(&graph, Mistake::SoftmaxWithoutExp, 0, &[("p", "0.75")]);
}

#[test]
fn the_perceptron_learns_from_the_wrong_error() {
    let perceptron = read(
        "network: {inputs: [x], layers: [{neurons: [y], activation: step, weights: {y: {w: 3}}, biases: {y: {b: 1}}}]}\n\
         samples: [{inputs: [2], targets: [0]}]\ntraining: {learning_rate: 0.1, optimizer: perceptron}\n",
    );
    comes_to(&perceptron, Mistake::TargetMinusOut, 0, &[("error_y", "1"), ("w_new", "3.2")]);
    comes_to(&perceptron, Mistake::Ascent, 0, &[("error_y", "-1"), ("w_new", "3.2")]);
    comes_to(&perceptron, Mistake::RateForgotten, 0, &[("w_new", "1")]);
}
