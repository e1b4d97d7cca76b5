//! How long things take: measured on demand with `cargo test --release --test suite speed -- --ignored --nocapture`.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use handgrad::lesson::{Lesson, Position};
use handgrad::run::Run;
use handgrad::scenario;

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// The shortest of several runs.
fn best(times: usize, mut run: impl FnMut()) -> Duration {
    let one = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..times).map(|_| one(&mut run)).min().unwrap_or_default()
}

/// A network of 784 inputs, 30 sigmoids and 10 softmax outputs with all weights written out.
pub(super) fn wide_network() -> String {
    let mut text = String::from("format: 1\ntitle: digits\nnetwork:\n  inputs: [");
    let names = |letter: char, count: usize| (1..=count).map(|k| format!("{letter}{k}")).collect::<Vec<_>>().join(", ");
    text.push_str(&names('x', 784));
    text.push_str("]\n  layers:\n");
    for (letter, count, inputs, activation) in [('h', 30, 784, "sigmoid"), ('o', 10, 30, "softmax")] {
        let _ =
            writeln!(text, "    - neurons: [{}]\n      activation: {activation}\n      weights:", names(letter, count));
        for neuron in 0..count {
            let weights: Vec<String> =
                (0..inputs).map(|input| format!("0.{:03}", (neuron * 37 + input * 101) % 173)).collect();
            let _ = writeln!(text, "        - [{}]", weights.join(", "));
        }
        let _ = writeln!(text, "      biases: [{}]", vec!["-0.5"; count].join(", "));
    }
    let inputs: Vec<String> = (0..784).map(|input| format!("0.{:02}", input % 90)).collect();
    let _ = writeln!(
        text,
        "  loss: cross_entropy\nsamples:\n  - {{inputs: [{}], targets: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]}}\ntraining: {{learning_rate: 0.1}}",
        inputs.join(", ")
    );
    text
}

#[test]
#[ignore = "a measurement"]
fn ten_thousand_proven_updates() {
    let scenario = scenario::read(MAZUR).expect("a scenario");
    let time = best(7, || {
        Run::new(&scenario).state(10_001).expect("no halt");
    });
    println!("10 000 updates of Mazur's network: {time:?}");
}

#[test]
#[ignore = "a measurement"]
fn a_wide_network_opens() {
    let text = wide_network();
    for _ in 0..3 {
        let start = Instant::now();
        let scenario = scenario::read(&text).expect("a scenario");
        let read = start.elapsed();
        let mut lesson = Lesson::new(scenario, None);
        let compiled = start.elapsed();
        let page = lesson.page(Position::start_of(1)).expect("no halt").expect("a page");
        println!(
            "784-30-10: read {read:?}, compiled {compiled:?}, first page {:?} ({})",
            start.elapsed(),
            page.step.name
        );
        let last = Position { epoch: 1, number: lesson.steps_per_epoch() };
        let again = Instant::now();
        let page = lesson.page(last).expect("no halt").expect("a page");
        println!("    last page {:?} ({} of {})", again.elapsed(), page.step.name, last.number);
    }
}
