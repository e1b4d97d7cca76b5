//! Every optimizer and schedule against values computed elsewhere to 40 digits (`scripts/reference_optimizers.py`),
//! and against numbers that others have printed.

use handgrad::number::Exact;
use handgrad::run::{LineOf, Moment, Run};
use handgrad::scenario;
use serde_json::Value;

const TRUTH: &str = include_str!("../gold/optimizers.json");
const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

const OPTIMIZERS: [&str; 7] = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"];

/// Digits that have to agree.
const DIGITS: u32 = 20;

fn run(text: &str) -> Run {
    Run::new(&scenario::read(text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}")))
}

/// One parameter on a bowl.
pub(super) fn bowl(training: &str) -> String {
    format!(
        "format: 1\ntitle: a bowl\ngraph:\n  parameters: {{w: 1.5}}\n  nodes: {{bowl: 0.7*(w - 0.3)^2}}\n  output: bowl\n\
         training:\n  learning_rate: 0.1\n{training}"
    )
}

pub(super) fn mazur(training: &str) -> String {
    let text = MAZUR.split("published:").next().expect("a part before it");
    let text = text.replace("frozen: [b1, b2]", "frozen: []");
    text.replace("  optimizer: sgd\n", training)
}

fn truth() -> Value {
    serde_json::from_str(TRUTH).expect("the truth is JSON")
}

/// With how many decimals a number has so many digits.
fn decimals(number: &Exact, digits: u32) -> u32 {
    (digits + number.scale()).saturating_sub(u32::try_from(number.digit_count()).expect("few digits"))
}

pub(super) fn value(run: &mut Run, epoch: u64, name: &str, decimals: u32) -> Exact {
    let line = if run.program().find(name).is_some() { LineOf::Sample(1) } else { LineOf::Update(1) };
    let moment = Moment { epoch, line };
    if let Some(given) = run.given(moment, name).expect("no halt") {
        return given.rounded(decimals);
    }
    let value = run.value(moment, decimals, name).expect("no halt").unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
    value.rounded(decimals).unwrap_or_else(|| panic!("{name} is certain"))
}

/// Compares rows of values, one for each update; returns how many values there were.
fn compare(run: &mut Run, rows: &Value) -> usize {
    let mut compared = 0;
    for (epoch, row) in (1..).zip(rows.as_array().expect("rows")) {
        for (name, digits) in row.as_object().expect("a row") {
            let wanted = Exact::parse(digits.as_str().expect("digits")).expect("a number");
            let decimals = decimals(&wanted, DIGITS);
            assert_eq!(value(run, epoch, name, decimals), wanted.rounded(decimals), "{name}@{epoch}");
            compared += 1;
        }
    }
    compared
}

#[test]
fn every_optimizer_agrees_on_one_parameter() {
    let truth = truth();
    for (name, count) in OPTIMIZERS.into_iter().zip([14, 21, 21, 21, 21, 42, 42]) {
        let compared = compare(&mut run(&bowl(&format!("  optimizer: {name}\n"))), &truth["bowl"][name]);
        assert_eq!(compared, count, "{name}");
    }
}

#[test]
fn every_optimizer_agrees_on_a_network() {
    let truth = truth();
    for (name, states) in OPTIMIZERS.into_iter().zip([0, 1, 1, 1, 1, 4, 4]) {
        let compared = compare(&mut run(&mazur(&format!("  optimizer: {name}\n"))), &truth["mazur"][name]);
        assert_eq!(compared, 3 * (1 + 10 * (1 + states)), "{name}");
    }
}

#[test]
fn every_schedule_sets_the_rate_of_each_epoch() {
    let truth = truth();
    for (name, constants) in
        [("step_decay", "{factor: 0.5, every: 3}"), ("exponential", "{factor: 0.95}"), ("inverse_time", "{rate: 0.1}")]
    {
        let mut run = run(&bowl(&format!("  schedule: {{{name}: {constants}}}\n")));
        assert_eq!(compare(&mut run, &truth["schedules"][name]), 14);
    }
    let mut constant = run(&bowl("  schedule: constant\n"));
    assert_eq!(compare(&mut constant, &truth["bowl"]["sgd"]), 14);
}

#[test]
fn weight_decay_is_added_to_the_gradient() {
    let truth = truth();
    for name in ["sgd", "momentum"] {
        let mut run = run(&bowl(&format!("  optimizer: {name}\n  weight_decay: 0.05\n")));
        assert!(compare(&mut run, &truth["decay"][name]) >= 21);
    }
}

#[test]
fn an_author_who_writes_a_known_optimizer_out_gets_the_same() {
    let truth = truth();
    let own = "  optimizer:\n    constants: {beta1: 0.9, beta2: 0.999, epsilon: 1e-8}\n    state: {v: 0, m: 0}\n    \
               steps:\n      m: beta1*m + (1 - beta1)*g\n      v: beta2*v + (1 - beta2)*g^2\n      \
               mhat: m/(1 - beta1^t)\n      vhat: v/(1 - beta2^t)\n      w: w - eta*mhat/(sqrt(vhat) + epsilon)\n";
    assert_eq!(compare(&mut run(&bowl(own)), &truth["bowl"]["adam"]), 42);
    assert_eq!(compare(&mut run(&mazur(own)), &truth["mazur"]["adam"]), 153);
}

#[test]
fn the_names_of_a_definition_are_closed() {
    // The constant `beta` and the parameter `beta` are two things; so are the state `v` and the given `v`.
    let text = "format: 1\ntitle: closed\ngraph:\n  parameters: {beta: 2}\n  given: {v: 3}\n  nodes: {bowl: v*beta}\n  \
                output: bowl\ntraining: {optimizer: {momentum: {beta: 0.5}}, learning_rate: 0.1}\n";
    let mut run = run(text);
    assert_eq!(value(&mut run, 1, "v_beta", 3).to_string(), "3.000");
    assert_eq!(value(&mut run, 2, "v_beta", 3).to_string(), "4.500");
    assert_eq!(value(&mut run, 2, "beta_new", 3).to_string(), "1.250");
}

#[test]
fn epochs_are_the_same_in_any_order() {
    for name in OPTIMIZERS {
        let text = mazur(&format!("  optimizer: {name}\n  schedule: {{exponential: {{factor: 0.99}}}}\n"));
        let (mut forward, mut backward) = (run(&text), run(&text));
        let mut states: Vec<_> = (1..=40).rev().map(|epoch| backward.state(epoch).expect("no halt")).collect();
        states.reverse();
        for (epoch, state) in (1..=40).zip(states) {
            assert_eq!(forward.state(epoch).expect("no halt"), state, "{name} at {epoch}");
            assert_eq!(state.updates, epoch - 1);
        }
    }
}

#[test]
fn a_state_as_small_as_ten_to_the_minus_forty_keeps_its_digits() {
    let text = "format: 1\ntitle: tiny\ngraph:\n  parameters: {w: 1}\n  nodes: {line: w*1e-20/3}\n  output: line\n\
                training: {optimizer: {rmsprop: {beta: 0.5, epsilon: 0}}, learning_rate: 0.1}\n";
    let mut run = run(text);
    let state = run.state(2).expect("no halt");
    // (1e-20/3)^2/2 = 1e-40/18, and half of that as it is carried and as much again.
    assert_eq!(state.memory[0].to_string(), format!("0.{}5555555555555555555555555556", "0".repeat(41)));
    let next = run.state(3).expect("no halt");
    assert_eq!(next.memory[0].to_string(), format!("0.{}8333333333333333333333333334", "0".repeat(41)));
    // g/√s is √2 at first, whatever the size of g.
    assert_eq!(state.parameters[0].to_string(), "0.8585786437626904951198311276");
}

#[test]
fn a_state_that_fades_for_ever_does_not_end_the_training() {
    let text = "format: 1\ntitle: fading\ngraph:\n  parameters: {w: 1}\n  nodes: {bowl: 0*w}\n  output: bowl\n\
                training:\n  learning_rate: 0.1\n  optimizer:\n    state: {v: 1}\n    steps:\n      v: v/3 + g\n      w: w - eta*v\n";
    let mut run = run(text);
    let state = run.state(3001).expect("no halt");
    assert!(state.memory[0].is_zero());
    let digits = run.state(1001).expect("no halt").memory[0].clone();
    assert_eq!(digits.digit_count(), 28);
}

/// Printed values: the scenario behind `graph:`, then at which update what was printed.
fn printed(graph: &str, training: &str, updates: u64, values: &[(&str, &str)]) {
    let text = format!("format: 1\ntitle: printed\ngraph:\n{graph}\ntraining:\n{training}\n");
    let mut run = run(&text);
    for (name, digits) in values {
        let wanted = Exact::parse(digits).expect("a number");
        assert_eq!(value(&mut run, updates, name, wanted.scale()).to_string(), *digits, "{name} of {training}");
    }
}

#[test]
fn the_torch_values_of_lasagne_are_met() {
    let graph = "  parameters: {x1: 1, x2: 1, x3: 1}\n  nodes: {f: 0.1*x1^2 + 0.2*x2^2 + 0.3*x3^2}\n  output: f";
    let own = |rate: &str, constants: &str, state: &str, steps: &str| {
        format!("  learning_rate: {rate}\n  optimizer: {{constants: {constants}, state: {state}, steps: {steps}}}")
    };
    let known = |rate: &str, optimizer: &str| format!("  learning_rate: {rate}\n  optimizer: {optimizer}");
    let tables = [
        (known("0.1", "sgd"), ["0.81707280688755", "0.6648326359915", "0.5386151140949"]),
        (
            own("0.1", "{beta: 0.5}", "{v: 0}", "{v: beta*v - eta*g, w: w + v}"),
            ["0.6848486952183", "0.44803321781003", "0.27431190123502"],
        ),
        (
            own("0.1", "{beta: 0.5}", "{v: 0}", "{v: beta*v - eta*g, w: w + beta*v - eta*g}"),
            ["0.67466543592725", "0.44108468114241", "0.2769002108997"],
        ),
        // The same in the forms that have a word.
        (known("0.1", "{momentum: {beta: 0.5}}"), ["0.6848486952183", "0.44803321781003", "0.27431190123502"]),
        (known("0.1", "{nesterov: {beta: 0.5}}"), ["0.67466543592725", "0.44108468114241", "0.2769002108997"]),
        (known("0.1", "{adagrad: {epsilon: 1e-10}}"), ["0.55373120047759", "0.55373120041518", "0.55373120039438"]),
        (
            known("0.01", "{rmsprop: {beta: 0.9, epsilon: 1e-6}}"),
            ["0.83205403985348", "0.83205322744821", "0.83205295664444"],
        ),
        (
            own(
                "1",
                "{rho: 0.95, epsilon: 1e-6}",
                "{u: 0, v: 0}",
                "{u: rho*u + (1 - rho)*g^2, d: sqrt(v + epsilon)/sqrt(u + epsilon)*g, v: rho*v + (1 - rho)*d^2, w: w - eta*d}",
            ),
            ["0.95453237704725", "0.9545237471374", "0.95452214847397"],
        ),
        (
            own(
                "0.01",
                "{b1: 0.9, b2: 0.999, epsilon: 1e-8}",
                "{m: 0, v: 0}",
                "{m: b1*m + (1 - b1)*g, v: b2*v + (1 - b2)*g^2, w: w - eta*sqrt(1 - b2^t)/(1 - b1^t)*m/(sqrt(v) + epsilon)}",
            ),
            ["0.90034973381771", "0.90034969365796", "0.90034968027137"],
        ),
        (
            own(
                "0.01",
                "{b1: 0.9, b2: 0.999, epsilon: 1e-8}",
                "{m: 0, u: 0}",
                "{m: b1*m + (1 - b1)*g, u: \"max(b2*u, abs(g) + epsilon)\", w: w - eta/(1 - b1^t)*m/u}",
            ),
            ["0.90211749000754", "0.90211748762402", "0.90211748682951"],
        ),
        // Not printed by them: the paper's place of epsilon.
        (known("0.01", "adam"), ["0.9003496585762363624", "0.9003496560372091242", "0.9003496551908666820"]),
    ];
    for (training, [x1, x2, x3]) in tables {
        printed(graph, &training, 10, &[("x1_new", x1), ("x2_new", x2), ("x3_new", x3)]);
    }
}

#[test]
fn the_walks_down_a_bowl_of_a_textbook_are_met() {
    let graph = "  parameters: {x1: -5, x2: -2}\n  nodes: {f: 0.1*x1^2 + 2*x2^2}\n  output: f";
    let inside = |rate: &str, s: &str| {
        format!(
            "  learning_rate: {rate}\n  optimizer: {{constants: {{gamma: 0.9, epsilon: 1e-6}}, state: {{s: 0}}, \
             steps: {{s: {s}, w: w - eta/sqrt(s + epsilon)*g}}}}"
        )
    };
    let momentum = |beta: &str| format!("  learning_rate: 0.6\n  optimizer: {{momentum: {{beta: {beta}}}}}");
    for (training, x1, x2) in [
        ("  learning_rate: 0.4".to_owned(), "-0.943467", "-0.000073"),
        ("  learning_rate: 0.6".to_owned(), "-0.387814", "-1673.365109"),
        (momentum("0.5"), "0.007188", "0.002553"),
        (momentum("0.25"), "-0.126340", "-0.186632"),
        (inside("0.4", "s + g^2"), "-2.382563", "-0.158591"),
        (inside("0.4", "gamma*s + (1 - gamma)*g^2"), "-0.010599", "0.000000"),
    ] {
        printed(graph, &training, 20, &[("x1_new", x1), ("x2_new", x2)]);
    }
}

#[test]
fn the_single_updates_of_problem_sets_are_met() {
    let line = |start: &str, gradient: &str| {
        format!("  parameters: {{p: {start}}}\n  nodes: {{f: {gradient}*p}}\n  output: f")
    };
    let momentum = |v: &str| {
        format!("  learning_rate: 0.01\n  optimizer: {{state: {{v: {v}}}, steps: {{v: 0.9*v + eta*g, w: w - v}}}}")
    };
    let adagrad = |sum: &str| {
        format!(
            "  learning_rate: 0.01\n  optimizer: {{state: {{s: {sum}}}, steps: {{s: s + g^2, w: w - eta*g/(sqrt(s) + 1e-8)}}}}"
        )
    };
    printed(&line("1", "0.1"), &momentum("0.1"), 1, &[("p_new", "0.909"), ("v_p", "0.091")]);
    printed(&line("1", "0.1"), &momentum("0.5"), 1, &[("p_new", "0.549"), ("v_p", "0.451")]);
    printed(&line("1", "0.1"), &adagrad("1"), 1, &[("p_new", "0.99900"), ("s_p", "1.01")]);
    printed(&line("1", "0.5"), &adagrad("1"), 1, &[("p_new", "0.99553"), ("s_p", "1.25")]);
    printed(&line("1", "0.1"), "  optimizer: adam\n  learning_rate: 0.001", 1, &[("p_new", "0.999"), ("m_p", "0.01")]);
    printed(
        &line("2", "0.2"),
        "  optimizer: adam\n  learning_rate: 0.001",
        1,
        &[("p_new", "1.999"), ("v_p", "0.00004")],
    );
    let without_epsilon = "  optimizer: {adam: {epsilon: 0}}\n  learning_rate: 0.1";
    let wanted = [("m_p", "0.4"), ("v_p", "0.016"), ("mhat_p", "4"), ("vhat_p", "16"), ("p_new", "0.9")];
    printed(&line("1", "4"), without_epsilon, 1, &wanted);
    printed(&line("1", "4"), "  optimizer: rmsprop\n  learning_rate: 0.1", 1, &[("s_p", "1.6")]);
}
