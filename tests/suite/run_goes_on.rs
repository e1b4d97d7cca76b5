//! No training ends for want of precision: ties out of quotients that do not end, and where nothing decides.

use std::fmt::Write as _;

use handgrad::number::{Assumed, Fault, Question};
use handgrad::run::{Reason, Run, State};
use serde::Deserialize;

use super::closing_lines::check_lesson;
use super::command::handgrad;
use super::networks::run;
use super::tier::walks_all;

/// Trained in exact fractions by `scripts/every_training_goes_on.py`.
const TRAININGS: &str = include_str!("../gold/trainings.json");

#[derive(Deserialize)]
struct Trainings {
    epochs: u64,
    points: Vec<Points>,
    schedules: Vec<Scheduled>,
}

/// A line or plane through points.
#[derive(Deserialize)]
struct Points {
    inputs: Vec<Vec<i64>>,
    targets: Vec<i64>,
    start: Vec<String>,
    rate: String,
    reduction: String,
    is_stable: bool,
    diverges: Option<u64>,
    state: Option<Vec<String>>,
}

/// One parameter that falls to a target at a rate that changes.
#[derive(Deserialize)]
struct Scheduled {
    target: String,
    rate: String,
    schedule: String,
    state: String,
}

impl Points {
    fn scenario(&self) -> String {
        let (bias, weights) = self.start.split_last().expect("a bias");
        let inputs: Vec<String> = (1..=weights.len()).map(|at| format!("x{at}")).collect();
        let samples = self.inputs.iter().zip(&self.targets).fold(String::new(), |mut text, (inputs, target)| {
            let _ = writeln!(text, "  - {{inputs: {inputs:?}, targets: [{target}]}}");
            text
        });
        format!(
            "format: 1\ntitle: points\nnetwork:\n  inputs: [{}]\n  layers: [{{neurons: [y], activation: identity, weights: \
             [[{}]], biases: [{bias}]}}]\n  loss: half_squared_error\nsamples:\n{samples}training: {{learning_rate: {}, \
             reduction: {}, epochs: 500}}\n",
            inputs.join(", "),
            weights.join(", "),
            self.rate,
            self.reduction,
        )
    }
}

impl Scheduled {
    fn scenario(&self) -> String {
        format!(
            "format: 1\ntitle: schedule\ngraph: {{parameters: {{w: 0}}, given: {{target: {}}}, nodes: {{loss: (w - \
             target)^2/2}}, output: loss}}\ntraining: {{learning_rate: {}, schedule: {}, epochs: 500}}\n",
            self.target, self.rate, self.schedule
        )
    }
}

fn text(state: &State) -> Vec<String> {
    state.parameters.iter().map(|parameter| parameter.normalize().to_string()).collect()
}

/// A share of the cases; all of them where everything is walked.
fn share<T>(cases: &[T]) -> impl Iterator<Item = &T> {
    cases.iter().step_by(if walks_all() { 1 } else { 5 })
}

#[test]
fn every_line_and_plane_through_points_runs_to_its_end_as_exact_fractions_do() {
    let trainings: Trainings = serde_json::from_str(TRAININGS).expect("trainings");
    for case in share(&trainings.points) {
        let scenario = case.scenario();
        let mut run = run(&scenario);
        match (run.state(trainings.epochs + 1), case.diverges) {
            (Ok(state), None) => {
                assert_eq!(Some(text(&state)), case.state, "{scenario}");
                assert!(!state.assumes, "a fraction needs nothing taken for granted: {scenario}");
            }
            (Err(halt), Some(epoch)) => {
                assert!(matches!(halt.reason, Reason::Diverged { .. }), "{halt:?}\n{scenario}");
                assert_eq!(halt.epoch, epoch, "{scenario}");
            }
            (ended, diverges) => panic!("{ended:?}, while the script has {diverges:?}\n{scenario}"),
        }
        assert!(case.diverges.is_none() || !case.is_stable, "a rate below 2/λ converges");
    }
}

#[test]
fn every_schedule_runs_to_its_end_as_exact_fractions_do() {
    let trainings: Trainings = serde_json::from_str(TRAININGS).expect("trainings");
    for case in share(&trainings.schedules) {
        let scenario = case.scenario();
        let state = run(&scenario).state(trainings.epochs + 1).unwrap_or_else(|halt| panic!("{halt:?}\n{scenario}"));
        assert_eq!(text(&state), [case.state.as_str()], "{scenario}");
        assert!(!state.assumes, "{scenario}");
    }
}

#[test]
fn the_fixture_has_what_it_is_said_to_have() {
    let trainings: Trainings = serde_json::from_str(TRAININGS).expect("trainings");
    let ends = trainings.points.iter().filter(|case| case.diverges.is_none()).count();
    let planes = trainings.points.iter().filter(|case| case.inputs[0].len() == 2).count();
    assert_eq!((trainings.points.len(), planes, trainings.schedules.len()), (200, 100, 50));
    assert!((150..200).contains(&ends), "{ends} run to their end");
}

#[test]
fn a_tie_out_of_a_mean_over_three_samples_is_decided() {
    let text_of = "format: 1\ntitle: three points\nnetwork:\n  inputs: [x]\n  layers: [{neurons: [y], activation: identity, \
                   weights: {y: {w: 0}}, biases: {y: {b: 0}}}]\n  loss: half_squared_error\nsamples: [{inputs: [1], \
                   targets: [2]}, {inputs: [2], targets: [4]}, {inputs: [3], targets: [5]}]\ntraining: {learning_rate: \
                   0.15, epochs: 100}\n";
    let state = run(text_of).state(101).expect("no halt");
    assert_eq!(text(&state), ["1.500407174978236676519685948", "0.6657410622347884082371750691"]);
}

#[test]
fn a_tie_out_of_a_schedule_is_decided() {
    let scenario = "format: 1\ntitle: schedule\ngraph: {parameters: {w: 0}, nodes: {loss: (w - 1)^2/2}, output: \
                    loss}\ntraining: {learning_rate: 0.1, schedule: {inverse_time: {rate: 0.1}}, epochs: 10}\n";
    assert_eq!(text(&run(scenario).state(6).expect("no halt")), ["0.3571428571428571428571428572"]);
    assert!(run(scenario).state(11).is_ok());
}

/// A graph of one parameter, with something given beside it.
fn graph(given: &str, start: &str, nodes: &str, training: &str) -> Run {
    run(&format!(
        "format: 1\ntitle: graph\ngraph: {{parameters: {{w: {start}}}, given: {{{given}}}, nodes: {{{nodes}}}, output: \
         loss}}\ntraining: {{{training}}}\n"
    ))
}

/// What was taken for granted in an epoch of one batch, by the names of its steps.
fn taken(run: &mut Run, epoch: u64) -> Vec<(String, Assumed)> {
    let taken = run.taken(epoch, 1).expect("no halt");
    let batch = run.setting().batch(1);
    let update = run.program().update_line(batch);
    let name = |sample: Option<u64>, step: usize| {
        let steps = if sample.is_some() { &run.program().steps[..] } else { &update[..] };
        steps[step].name.to_string()
    };
    taken.iter().map(|taken| (name(taken.sample, taken.step), taken.assumed)).collect()
}

#[test]
fn a_kink_that_nothing_decides_is_taken_as_exactly_there_with_the_taught_slope() {
    // √2·√2 − 2 is 0, which no enclosure can tell; the slope of relu at 0 is taught as 0.
    let mut run = graph(
        "x: 2",
        "1",
        "kink: w*relu(sqrt(x)*sqrt(x) - x) + w^2, loss: relu(kink - w^2)",
        "learning_rate: 0.5, epochs: 3",
    );
    let state = run.state(2).expect("no halt");
    assert!(state.assumes);
    assert_eq!(text(&state), ["1"]);
    assert!(taken(&mut run, 1).iter().all(|(_, assumed)| *assumed == Assumed::Kink));
    assert!(!taken(&mut run, 1).is_empty());
}

#[test]
fn a_tie_that_nothing_decides_is_taken_as_exactly_the_tie() {
    // √2·√2/2 is 1, so that each update adds half of the last digit that is carried.
    let given = "x: 2, c: 0.0000000000000000000000000001";
    let mut run = graph(given, "0", "loss: -w*c*sqrt(x)*sqrt(x)/2", "learning_rate: 0.5, epochs: 3");
    for (epoch, wanted) in [(2, "0.0000000000000000000000000001"), (3, "0.0000000000000000000000000002")] {
        let state = run.state(epoch).expect("no halt");
        assert_eq!((text(&state), state.assumes), (vec![wanted.to_owned()], true));
        assert_eq!(taken(&mut run, epoch - 1), [("w_new".to_owned(), Assumed::Tie)]);
    }
}

#[test]
fn a_bound_that_is_met_exactly_is_not_passed() {
    // The loss is √2·√2 = 2, and training stops below 2.
    let nodes = "loss: w*sqrt(x)*sqrt(x)";
    let mut run = graph("x: 2", "1", nodes, "learning_rate: 0.25, epochs: 3, stop_when: {loss_below: 2}");
    let state = run.state(2).expect("the loss of the first epoch is not below 2");
    assert!(state.assumes);
    assert!(taken(&mut run, 1).contains(&("loss".to_owned(), Assumed::Bound)));
    assert!(matches!(run.state(3).expect_err("then it is").reason, Reason::Reached { .. }));
}

#[test]
fn a_quotient_by_what_may_be_zero_ends_a_training_with_that_reason() {
    let mut run = graph("x: 2", "1", "loss: w/(sqrt(x)*sqrt(x) - x)", "learning_rate: 0.5");
    let halt = run.state(2).expect_err("no quotient");
    assert!(matches!(halt.reason, Reason::Failed { fault: Fault::Undecided(Question::Zero), .. }), "{halt:?}");
}

#[test]
fn equal_parts_are_one_value() {
    let part = "ln((-0.0000017*w)^2 + 1)";
    for (loss, slope_is_zero) in [
        (format!("max({part}, {part})"), false),
        (format!("step({part} - {part})*w"), false),
        (format!("relu({part} - {part})*w"), true),
        (format!("{part}/{part}*w"), false),
        (format!("abs({part} - {part})"), true),
    ] {
        let mut run = graph("", "1", &format!("loss: \"{loss}\""), "learning_rate: 0.5");
        let state = run.state(2).unwrap_or_else(|halt| panic!("{loss}: {halt:?}"));
        assert!(!state.assumes, "{loss}");
        assert_eq!(text(&state) == ["1"], slope_is_zero, "{loss}: {:?}", text(&state));
    }
}

#[test]
fn every_line_over_equal_parts_closes() {
    let part = "ln((-0.0000017*w)^2 + 1)";
    for formula in [format!("max({part}, {part})"), format!("min({part}, {part})*w"), format!("{part} - {part} + w")] {
        let text = format!(
            "format: 1\ntitle: twins\ngraph: {{parameters: {{w: 1}}, nodes: {{y: \"{formula}\"}}, output: y}}\ntraining: \
             {{learning_rate: 0.5}}\n"
        );
        assert!(check_lesson(&text, None, 1) >= 4, "{formula}");
    }
}

#[test]
fn a_gradient_that_is_zero_but_not_provably_is_trained_on_with_adamw() {
    // The outputs of softmax sum to 1, so that a bias which all of them share has no gradient at all.
    let scenario = "format: 1\ntitle: shared\nnetwork:\n  inputs: [x]\n  layers:\n    - {neurons: [a, b], activation: \
                    softmax, weights: [[0.3], [-0.2]], shared_bias: {bias: 0.1}}\n  loss: cross_entropy\nsamples: [{inputs: \
                    [1], targets: [1, 0]}]\ntraining: {learning_rate: 0.1, optimizer: adamw, epochs: 4}\n";
    let state = run(scenario).state(5).expect("no halt");
    let bias = state.parameters.last().expect("a bias").to_string();
    // Only the decay is left: 0.1·(1 − 0.1·0.01)⁴.
    assert_eq!(bias, "0.0996005996001");
}

/// A lesson in which nothing tells that the new parameter of each epoch is a tie.
const TIE: &str = "format: 1\ntitle: tie\ngraph: {parameters: {w: 0}, given: {x: 2, c: 0.0000000000000000000000000001}, \
                   nodes: {loss: -w*c*sqrt(x)*sqrt(x)/2}, output: loss}\ntraining: {learning_rate: 0.5, epochs: 3}\n";

/// A lesson in which nothing tells that a net is exactly at the kink of relu.
const KINK: &str = "format: 1\ntitle: kink\ngraph: {parameters: {w: 1}, given: {x: 2}, nodes: {q: sqrt(x)*sqrt(x) - x, y: \
                    relu(w*q) + w}, output: y}\ntraining: {learning_rate: 0.5, epochs: 2}\n";

fn trace(text: &str, epochs: &str) -> Vec<serde_json::Value> {
    let printed = handgrad(&["trace", "-", "--epochs", epochs]).stdin(text).prints();
    printed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_trace_says_what_was_taken_for_granted_and_what_rests_on_it() {
    let lines = trace(TIE, "1..2");
    let of = |name: &str, epoch: u64| {
        let found = lines.iter().find(|line| line["name"] == name && line["epoch"] == epoch);
        found.unwrap_or_else(|| panic!("{name}@{epoch}"))
    };
    assert_eq!(
        (&of("loss", 1)["assumed"], &of("loss", 1)["certain"]),
        (&serde_json::Value::Null, &serde_json::Value::Null)
    );
    assert_eq!(of("w_new", 1)["assumed"], "tie");
    assert_eq!(of("w_new", 1)["certain"], 30);
    assert_eq!(of("w_new", 1)["value"], "0.000000000000000000000000000050");
    // All of the second epoch rests on it.
    for line in lines.iter().filter(|line| line["epoch"] == 2) {
        assert!(line["certain"].is_u64() && line["exact"] == false, "{line}");
    }
    let lines = trace(KINK, "1..1");
    let assumed =
        lines.iter().filter(|line| line["assumed"] == "kink").map(|line| line["name"].as_str().expect("a name"));
    assert_eq!(assumed.collect::<Vec<_>>(), ["dy_dq", "dy_dw"]);
    let certain = |name: &str| lines.iter().find(|line| line["name"] == name).expect("a line")["certain"].is_u64();
    assert_eq!(["q", "y", "dy_dq", "w_new"].map(certain), [false, false, true, true]);
}

#[test]
fn a_step_says_in_both_languages_what_was_taken_for_granted() {
    for (language, said) in [("en", "so it is taken as exactly the middle"), ("zh", "所以按正好在中点处理")] {
        let printed = handgrad(&["show", "-", "--lang", language]).stdin(TIE).prints();
        assert_eq!(printed.matches(said).count(), 1, "{printed}");
    }
    for (language, said) in [("en", "with the slope that is taught for it"), ("zh", "导数取教学中约定的值")] {
        let printed = handgrad(&["show", "-", "--lang", language]).stdin(KINK).prints();
        assert_eq!(printed.matches(said).count(), 2, "{printed}");
    }
}

#[test]
fn a_training_says_that_its_result_rests_on_something_taken_for_granted() {
    for (language, said) in [("en", "so it was taken as exactly there"), ("zh", "所以按正好在该处处理")] {
        assert!(handgrad(&["train", "-", "--lang", language]).stdin(TIE).prints().contains(said));
        assert!(!handgrad(&["train", "mazur", "--lang", language]).prints().contains(said));
    }
    let json = |text: &str| -> serde_json::Value {
        let printed = handgrad(&["train", "-", "--format", "json"]).stdin(text).prints();
        serde_json::from_str(&printed).expect("JSON")
    };
    assert_eq!(json(KINK)["assumes"], true);
}

#[test]
fn what_the_key_writes_of_numbers_far_from_one_or_undecided_is_right_when_it_is_marked() {
    let graph = |given: &str, nodes: &str| {
        format!("format: 1\ntitle: far\ngraph: {{given: {{{given}}}, nodes: {{{nodes}}}, output: y}}\n")
    };
    for text in [
        graph("x: 1024", "y: exp(x)"),
        graph("x: 5000", "y: exp(x)*x"),
        graph("x: -2000", "y: exp(x)*x"),
        // Below all that is tried: 0.000000000…
        graph("x: -90000", "y: exp(x)*x"),
        // A root squared, whole, and at a tie of the digits shown.
        graph("x: 2", "y: sqrt(x)*sqrt(x)"),
        graph("x: 0.1234567895", "y: sqrt(x)*sqrt(x)"),
        graph("x: 20000", "s: sigmoid(x), y: s*(1 - s)"),
    ] {
        let folder = tempfile::TempDir::new().expect("a folder");
        let file = |name: &str, content: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).expect("a file");
            path.to_str().expect("a path").to_owned()
        };
        let scenario = file("lesson.yaml", &text);
        let key = handgrad(&["worksheet", &scenario, "--format", "csv", "--key"]).prints();
        let marked = handgrad(&["verify", &scenario, &file("key.csv", &key)]).run();
        assert_eq!(marked.code, 0, "{key}\n{}", marked.stdout);
    }
}
