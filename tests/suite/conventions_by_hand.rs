//! Other conventions on lessons that are small enough to be worked in the head.

use handgrad::judge::Convention;
use handgrad::lesson::Lesson;
use handgrad::number::Exact;

use super::mistakes::{lesson, value};

fn read(text: &str) -> Lesson {
    lesson(&format!("format: 1\ntitle: by hand\n{text}"))
}

/// One parameter, whose gradient is 1 twice.
fn pushed(optimizer: &str) -> Lesson {
    read(&format!(
        "graph: {{parameters: {{w: 0}}}}\ngiven_gradients: [{{w: 1}}, {{w: 1}}]\n\
         training: {{learning_rate: 0.1, optimizer: {optimizer}}}\n"
    ))
}

/// One parameter, whose gradient is the parameter itself.
fn bowl(optimizer: &str) -> Lesson {
    read(&format!(
        "graph: {{parameters: {{w: 1}}, nodes: {{q: w^2/2}}, output: q}}\n\
         training: {{learning_rate: 0.1, epochs: 2, optimizer: {optimizer}}}\n"
    ))
}

/// Two neurons that share a bias, and two outputs: nets 3 and 4, which are the outputs; the deltas are 1 and 2.
fn pair(training: &str) -> Lesson {
    read(&pair_text(training))
}

fn pair_text(training: &str) -> String {
    format!(
        "network:\n  inputs: [x]\n  layers:\n    - {{neurons: [y1, y2], activation: relu, weights: {{y1: {{w1: 2}}, y2: {{w2: 3}}}}, shared_bias: {{b: 1}}}}\n\
         \x20 loss: half_squared_error\nsamples: [{{inputs: [1], targets: [2, 2]}}]\n{training}"
    )
}

const MOMENTUM: &str = "{momentum: {beta: 0.9}}";
const NESTEROV: &str = "{nesterov: {beta: 0.9}}";

fn comes_to(lesson: &Lesson, convention: Convention, values: &[(&str, &str)]) {
    let scenario = convention.scenario(lesson.scenario()).unwrap_or_else(|| panic!("{convention:?} has no place"));
    let mut other = Lesson::new(scenario, None);
    for (name, wanted) in values {
        let found = value(&mut other, name).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert_eq!(found, Exact::parse(wanted).expect("a number").rounded(9), "{convention:?}: {name}");
    }
}

fn has_no_place(lesson: &Lesson, convention: Convention) {
    assert!(convention.scenario(lesson.scenario()).is_none(), "{convention:?}");
}

#[test]
fn momentum_is_written_in_four_forms() {
    let right = pushed(MOMENTUM);
    has_no_place(&right, Convention::MomentumPlain);
    comes_to(&right, Convention::MomentumWithRate, &[("v_w", "-0.1"), ("v_w@2", "-0.19"), ("w_new@2", "-0.29")]);
    comes_to(&right, Convention::MomentumWithRateAdded, &[("v_w@2", "0.19"), ("w_new@2", "-0.29")]);
    comes_to(&right, Convention::MomentumOfMean, &[("v_w", "0.1"), ("v_w@2", "0.19"), ("w_new@2", "-0.029")]);
    let other = pushed("{constants: {mu: 0.9}, state: {u: 0}, steps: {u: mu*u - eta*g, w: w + u}}");
    comes_to(&other, Convention::MomentumPlain, &[("u_w@2", "1.9"), ("w_new@2", "-0.29")]);
    has_no_place(&right, Convention::NesterovAtWeights);
}

#[test]
fn nesterov_looks_ahead_or_is_written_at_the_weights() {
    let right = pushed(NESTEROV);
    comes_to(
        &right,
        Convention::NesterovAtWeightsWithRate,
        &[("v_w@2", "-0.19"), ("w_new", "-0.19"), ("w_new@2", "-0.461")],
    );
    has_no_place(&right, Convention::NesterovAhead);
    // The first step is taken at w = 1: v = 1, w = 0.9; the second at 0.9 - 0.09 = 0.81: v = 1.71, w = 0.729.
    comes_to(
        &bowl(NESTEROV),
        Convention::NesterovAhead,
        &[("w_new", "0.9"), ("w_ahead@2", "0.81"), ("w_new@2", "0.729")],
    );
    comes_to(&bowl(NESTEROV), Convention::NesterovAheadWithRate, &[("v_w@2", "-0.171"), ("w_new@2", "0.729")]);
}

#[test]
fn epsilon_is_added_in_one_of_three_places() {
    // s = 4, the root 2, the gradient 2; ε = 0.25 or 5.
    let squares = |epsilon: &str| {
        read(&format!(
            "graph: {{parameters: {{w: 1}}, nodes: {{q: w^2}}, output: q}}\n\
             training: {{learning_rate: 1, optimizer: {{adagrad: {{epsilon: {epsilon}}}}}}}\n"
        ))
    };
    comes_to(&squares("5"), Convention::EpsilonInsideRoot, &[("w_new", "0.333333333")]);
    has_no_place(&squares("5"), Convention::EpsilonOutsideRoot);
    has_no_place(&squares("5"), Convention::EpsilonBeforeCorrection);
    let adam = "{adam: {beta1: 0, beta2: 0.75, epsilon: 0.5}}";
    // m = 1, v = 1/4, its correction 1: 1 - 0.1/sqrt(1.5), and 1 - 0.1·0.5/(0.5 + 0.5).
    comes_to(&bowl(adam), Convention::EpsilonInsideRoot, &[("w_new", "0.918350342")]);
    comes_to(&bowl(adam), Convention::EpsilonBeforeCorrection, &[("vhat_w", "1"), ("w_new", "0.95")]);
    let inside = "{constants: {e: 5}, state: {s: 0}, steps: {s: s + g^2, w: w - eta*g/sqrt(s + e)}}";
    let written = inside.replace("e: 5", "epsilon: 3").replace("+ e)", "+ epsilon)");
    comes_to(&bowl(&written), Convention::EpsilonOutsideRoot, &[("w_new", "0.975")]);
}

#[test]
fn biases_are_trained_kept_parted_or_subtracted() {
    let frozen = pair("training: {learning_rate: 0.1, frozen: [b]}\n");
    comes_to(&frozen, Convention::BiasesTrained, &[("b_y1_new", "0.9"), ("b_y2_new", "0.8"), ("E_total@2", "1.6")]);
    comes_to(&frozen, Convention::SharedBiasesTrained, &[("b_new", "0.7"), ("E_total@2", "1.305")]);
    has_no_place(&frozen, Convention::BiasesKept);
    let trained = pair("training: {learning_rate: 0.1}\n");
    has_no_place(&trained, Convention::SharedBiasesTrained);
    comes_to(&trained, Convention::BiasesTrained, &[("b_y2_new", "0.8")]);
    comes_to(&trained, Convention::BiasesKept, &[("E_total@2", "2.025")]);
    comes_to(&trained, Convention::ThresholdSubtracted, &[("net_y1", "1"), ("dE_dout_y1", "-1")]);
    has_no_place(&trained, Convention::BiasAdded);
}

#[test]
fn deltas_and_slopes_and_sums_follow_another_custom() {
    let trained = pair("training: {learning_rate: 0.1}\n");
    comes_to(&trained, Convention::DeltaTurned, &[("delta_y2", "-2"), ("w2_new", "2.8")]);
    comes_to(&trained, Convention::MeanOverOutputs, &[("E_total", "2.5"), ("delta_y2", "1"), ("w2_new", "2.9")]);
    has_no_place(&trained, Convention::SumOverOutputs);
    has_no_place(&trained, Convention::SumOverBatch);
    let mean = read(&pair_text("training: {learning_rate: 0.1}\n").replace("half_squared", "mean_squared"));
    comes_to(&mean, Convention::SumOverOutputs, &[("E_total", "5"), ("delta_y2", "4"), ("w2_new", "2.6")]);
    has_no_place(&mean, Convention::MeanOverOutputs);
    let at_zero = read(
        "network: {inputs: [x], layers: [{neurons: [y], activation: relu, weights: {y: {w: 0}}}], loss: half_squared_error}\n\
         samples: [{inputs: [1], targets: [2]}]\ntraining: {learning_rate: 0.1}\n",
    );
    comes_to(&at_zero, Convention::ReluSlopeAtZero, &[("dout_dnet_y", "1"), ("w_new", "0.2")]);
}
