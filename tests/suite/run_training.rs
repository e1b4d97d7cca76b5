//! Updates in a row: epochs in any order, batches of every size, ties, and where a training ends.

use handgrad::lesson::Lesson;
use handgrad::messages::{Language, Messages};
use handgrad::number::{Exact, Fault};
use handgrad::run::{LineOf, Moment, Reason, Run, State};
use num_bigint::BigInt;
use proptest::prelude::*;

use super::networks::{plans, run, scenario};
use super::number_oracle::{cases, exact};

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// One neuron without activation, on some samples with the target 1.
fn line(weight: &str, inputs: &[&str], training: &str) -> String {
    let samples: Vec<String> = inputs.iter().map(|x| format!("  - {{inputs: [{x}], targets: [1]}}\n")).collect();
    format!(
        "format: 1\ntitle: line\nnetwork:\n  inputs: [x]\n  layers:\n    - {{neurons: [y], activation: identity, \
         weights: [[{weight}]]}}\n  loss: squared_error\nsamples:\n{}training: {{{training}}}\n",
        samples.concat()
    )
}

/// An exact value.
fn value(run: &mut Run, line: LineOf, epoch: u64, name: &str) -> String {
    let number = run.value(Moment { epoch, line }, 30, name).expect("no halt").expect("a value");
    number.exact().unwrap_or_else(|| panic!("{name} is exact")).normalized().to_string()
}

fn text(state: &State) -> Vec<String> {
    state.parameters.iter().map(ToString::to_string).collect()
}

#[test]
fn epochs_are_the_same_in_whatever_order_they_are_asked_for() {
    let batches = line("0.123", &["0.1", "0.22", "0.3", "-0.4", "0.5"], "learning_rate: 0.37, batch: 2");
    for scenario in [MAZUR, &batches] {
        let (mut there, mut back) = (run(scenario), run(scenario));
        let ascending: Vec<_> = [1, 3, 10, 5000, 10_001].map(|epoch| there.state(epoch).expect("no halt")).into();
        for (epoch, place) in [(10, 2), (3, 1), (10_001, 4), (1, 0), (5000, 3)] {
            assert_eq!(back.state(epoch).expect("no halt"), ascending[place], "epoch {epoch}");
        }
        assert_ne!(ascending[3], ascending[2]);
    }
}

#[test]
fn the_mean_over_a_batch_is_its_sum_over_how_many_there_are() {
    let inputs = ["1", "2", "3", "-4"];
    let mut mean = run(&line("0.5", &inputs, "learning_rate: 0.01"));
    let mut sum = run(&line("0.5", &inputs, "learning_rate: 0.0025, reduction: sum"));
    let update = LineOf::Update(1);
    assert_eq!(value(&mut mean, update, 1, "grad_w1"), "6.5");
    assert_eq!(value(&mut sum, update, 1, "grad_w1"), "26");
    assert_eq!(value(&mut mean, update, 1, "E_batch"), "2.375");
    assert_eq!(value(&mut sum, update, 1, "E_batch"), "9.5");
    // A quarter of the rate on four times the gradient is the same step.
    assert_eq!(mean.state(2), sum.state(2));
    assert_eq!(text(&mean.state(2).expect("no halt")), ["0.435"]);
}

#[test]
fn batches_of_one_are_updates_one_after_another() {
    let mut all = run(&line("0.5", &["1", "2", "3"], "learning_rate: 0.1, batch: 1"));
    let mut weight = "0.5".to_owned();
    for (batch, input) in [(1, "1"), (2, "2"), (3, "3")] {
        assert_eq!(text(&all.state_before_batch(1, batch).expect("no halt")), [weight.clone()]);
        let mut single = run(&line(&weight, &[input], "learning_rate: 0.1"));
        weight.clone_from(&text(&single.state(2).expect("no halt"))[0]);
        assert_eq!(value(&mut all, LineOf::Update(batch), 1, "w1_new"), weight);
    }
    assert_eq!(text(&all.state(2).expect("no halt")), [weight]);
}

#[test]
fn the_last_batch_may_be_smaller_and_the_epoch_sums_up_the_losses_as_they_were_met() {
    let mut run = run(&line("0.5", &["1", "2", "3"], "learning_rate: 0.1, batch: 2"));
    // By hand: slopes 2(0.5 - 1)1 = -1 and 2(1 - 1)2 = 0, so w is 0.5 + 0.1/2 = 0.55 for the third sample,
    // which it misses by 0.65: slope 2(0.65)3 = 3.9.
    assert_eq!(value(&mut run, LineOf::Update(1), 1, "grad_w1"), "-0.5");
    assert_eq!(value(&mut run, LineOf::Update(1), 1, "E_batch"), "0.125");
    assert_eq!(value(&mut run, LineOf::Sample(3), 1, "w1"), "0.55");
    assert_eq!(value(&mut run, LineOf::Sample(3), 1, "E_total"), "0.4225");
    assert_eq!(value(&mut run, LineOf::Update(2), 1, "w1_new"), "0.16");
    let epoch = run.value(Moment { epoch: 1, line: LineOf::Update(2) }, 30, "E_epoch").expect("no halt");
    assert_eq!(epoch.expect("a value").rounded(9), Some(exact("0.224166667")), "(0.25 + 0 + 0.4225)/3");
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_batch_of_all_samples_is_the_default_whatever_its_size_says_beyond(plan in plans()) {
        let all = plan.text().replace(&format!("batch: {}", plan.batch), "batch: all");
        let beyond = plan.text().replace(&format!("batch: {}", plan.batch), "batch: 1000");
        prop_assert_eq!(run(&all).state(3), run(&beyond).state(3));
    }
}

/// Rounds `digits/divisor` half away from zero, for a positive value.
fn half_up(digits: &BigInt, divisor: &BigInt) -> BigInt {
    (digits * 2 + divisor) / (divisor * 2)
}

/// `w` after so many updates `w - (w/2 - target)/2` on whole numbers alone: units of 10^-28 below 1, of 10^-27 above.
///
/// Gives the weight in units of 10^-28, and how often a tie was rounded.
fn on_whole_numbers(weight: &str, target: &str, updates: usize) -> (BigInt, usize) {
    let ten = |power: u32| BigInt::from(10).pow(power);
    let units = |text: &str| exact(text).rounded(28).digits().clone();
    let (mut w, target, mut ties) = (units(weight), units(target), 0);
    for _ in 0..updates {
        // Four times the new weight: 4w - (w - 2·target) = 3w + 2·target.
        let four_times = &w * 3 + &target * 2;
        let unit = if four_times >= ten(28) * 4 { BigInt::from(10) } else { BigInt::from(1) };
        let divisor = &unit * 4;
        ties += usize::from(&four_times % &divisor == &unit * 2);
        w = half_up(&four_times, &divisor) * unit;
    }
    (w, ties)
}

fn tie_network(weight: &str, target: &str) -> String {
    line(weight, &["0.5"], "learning_rate: 1, epochs: 1000")
        .replace("loss: squared_error", "loss: half_squared_error")
        .replace("targets: [1]", &format!("targets: [{target}]"))
}

#[test]
fn updates_that_tie_at_the_29th_digit_round_halves_away_from_zero() {
    for (weight, target) in [("0.5", "0.8"), ("0.5", "0.4"), ("0.3", "0.4999"), ("0.1", "0.333333333333333")] {
        let mut run = run(&tie_network(weight, target));
        let mut met = 0;
        for updates in [1, 2, 3, 10, 20, 50, 75, 100, 150, 300, 1000] {
            let (wanted, ties) = on_whole_numbers(weight, target, updates);
            let state = run.state(updates as u64 + 1).expect("no halt");
            let digits = Exact::from(state.parameters[0]).rounded(28).digits().clone();
            assert_eq!(digits, wanted, "{weight}, {target}: after {updates} updates");
            met = ties;
        }
        assert!(met > 0, "{weight}, {target}: no tie was met");
    }
}

#[test]
fn a_negative_tie_is_rounded_away_from_zero_as_well() {
    let mut up = run(&tie_network("0.5", "0.8"));
    let mut down = run(&tie_network("-0.5", "-0.8"));
    for epoch in [2, 30, 60, 61, 62, 63, 64, 65, 1001] {
        let (up, down) = (up.state(epoch).expect("no halt"), down.state(epoch).expect("no halt"));
        assert_eq!(up.parameters[0], -down.parameters[0], "epoch {epoch}");
    }
}

#[test]
fn a_training_that_runs_away_ends_and_says_so_and_what_was_before_stays_readable() {
    let text = line("0.5", &["3"], "learning_rate: 1000, epochs: 100");
    let mut run = run(&text);
    let halt = run.state(50).expect_err("it diverges");
    assert!(matches!(&halt.reason, Reason::Diverged { name: Some(_) }), "{halt:?}");
    assert!(halt.epoch > 1 && halt.epoch < 10, "{halt:?}");
    assert!(run.state(halt.epoch).is_ok(), "the epoch in which it ends has a start");
    assert_eq!(run.state(halt.epoch + 1).as_ref(), Err(&halt));
    assert_eq!(text_of_state(&mut run, 2), ["-2999.5"], "0.5 - 1000·2(1.5 - 1)3");
    // The same when it is asked for late epochs at first.
    let mut late = self::run(&text);
    assert_eq!(late.state(1_000_000).as_ref(), Err(&halt));
    assert_eq!(text_of_state(&mut late, 2), ["-2999.5"]);

    let lesson = Lesson::new(scenario(&text), None);
    let said = lesson.words(&Messages::new(Language::English)).halt(&halt);
    let Reason::Diverged { name: Some(name) } = &halt.reason else { unreachable!() };
    assert_eq!(
        said,
        format!(
            "training diverged in epoch {}: `{name}` went beyond 10^15; a smaller learning rate may help",
            halt.epoch
        )
    );
}

fn text_of_state(run: &mut Run, epoch: u64) -> Vec<String> {
    text(&run.state(epoch).expect("no halt"))
}

#[test]
fn a_training_that_meets_a_division_by_zero_names_the_step_and_the_sample() {
    let text = "format: 1\ntitle: zero\ngraph:\n  inputs: [x]\n  parameters: {w: 1}\n  nodes:\n    q: w/x\n    \
                total: q + 1\n  output: total\nsamples:\n  - {inputs: [2]}\n  - {inputs: [0]}\ntraining: {learning_rate: 0.1}\n";
    let halt = run(text).state(2).expect_err("a division by zero");
    let Reason::Failed { step: Some(step), sample, fault } = &halt.reason else { panic!("{halt:?}") };
    assert_eq!((step.as_str(), *sample, *fault), ("q", Some(2), Fault::DivisionByZero));
    let lesson = Lesson::new(scenario(text), None);
    assert_eq!(
        lesson.words(&Messages::new(Language::English)).halt(&halt),
        "training ends in epoch 1, sample 2: `q` cannot be computed: division by zero"
    );
}
