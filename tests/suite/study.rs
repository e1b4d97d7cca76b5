//! What is asked of a lesson beyond its steps: gradient checks, ways, slices, landscapes, the change by an update.

use std::time::Duration;

use handgrad::formula::Name;
use handgrad::lesson::{Lesson, Position, Worked};
use handgrad::number::Exact;
use handgrad::run::Reason;
use handgrad::scenario::read;
use handgrad::study::{EpochLoss, GradientCheck, History, Landscape, Slice, Ways, first_order, gradient_check, ways};
use rust_decimal::Decimal;

use super::tier;

fn lesson(text: &str) -> Lesson {
    Lesson::new(read(text).expect("a scenario"), None)
}

fn mazur() -> Lesson {
    lesson(include_str!("../../scenarios/mazur.yaml"))
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn digits(worked: &Worked) -> String {
    worked.result.as_ref().map_or_else(|fault| format!("{fault:?}"), |shown| shown.written.to_string())
}

fn line<'a>(lines: &'a [Worked], name: &str) -> &'a Worked {
    lines.iter().find(|line| line.name.as_str() == name).expect("the line")
}

fn check(lesson: &mut Lesson, parameter: &str, h: &str) -> GradientCheck {
    let check = gradient_check(lesson, Position::start_of(1), &Name::new(parameter), decimal(h));
    check.expect("no halt").expect("a gradient")
}

fn ways_of(lesson: &mut Lesson, parameter: &str) -> Ways {
    ways(lesson, Position::start_of(1), &Name::new(parameter)).expect("no halt").expect("a gradient")
}

#[test]
fn a_central_difference_comes_near_the_gradient_with_the_square_of_h() {
    let mut lesson = mazur();
    let gap = |lesson: &mut Lesson, h| digits(line(&check(lesson, "w5", h).lines, "gap"));
    // The network written out once more in Python's decimal, with 60 digits.
    assert_eq!(gap(&mut lesson, "0.1"), "-0.0000241411");
    assert_eq!(gap(&mut lesson, "0.01"), "-2.41455e-7");
    assert_eq!(gap(&mut lesson, "0.0001"), "-2.41456e-11");
}

#[test]
fn every_line_of_a_gradient_check_closes() {
    let mut lesson = mazur();
    for parameter in ["w1", "w4", "w5", "w8"] {
        let check = check(&mut lesson, parameter, "0.0001");
        assert_eq!(check.lines.len(), 5, "two losses, their quotient, the gradient, and the gap");
        for line in &check.lines {
            assert!(line.work.as_ref().is_some_and(|work| work.closes), "{}", line.name);
        }
    }
}

#[test]
fn two_ways_lead_from_a_hidden_weight_to_the_loss_and_their_sum_is_the_gradient() {
    let ways = ways_of(&mut mazur(), "w1");
    assert_eq!(ways.count, 2);
    let through: Vec<Vec<&str>> =
        ways.listed.iter().map(|way| way.through.iter().map(Name::as_str).collect()).collect();
    assert_eq!(through, [["w1", "h1", "o1"], ["w1", "h1", "o2"]]);
    let formula = &ways.listed[0].product.formula;
    let formula = formula.substituted(&|name| Some(handgrad::formula::Formula::Name(name.shown())));
    assert_eq!(
        formula.to_string(),
        "dE_dout_o1*dout_dnet_o1*dnet_o1_dout_h1*dout_dnet_h1*dnet_h1_dw1",
        "from the loss back"
    );
    let (sum, gradient) = (ways.sum.expect("a sum"), ways.gradient.expect("a gradient"));
    assert_eq!(digits(&sum), "0.000438568");
    assert_eq!(digits(&sum), digits(&gradient));
}

#[test]
fn a_shared_bias_reaches_the_loss_through_every_neuron_of_its_layer() {
    let text = include_str!("../../scenarios/mazur-biases-trained.yaml");
    let ways = ways_of(&mut lesson(text), "b1");
    assert_eq!(ways.count, 4);
    assert_eq!(digits(&ways.sum.expect("a sum")), digits(&ways.gradient.expect("a gradient")));
}

/// Ten layers of ten neurons: more ways than anybody lists.
fn deep() -> String {
    use std::fmt::Write as _;
    let mut text = String::from("format: 1\ntitle: Deep\nnetwork:\n  inputs: [x]\n  layers:\n");
    for layer in 0..10 {
        let names: Vec<String> = (0..10).map(|at| format!("n{layer}_{at}")).collect();
        let _ = writeln!(text, "    - neurons: [{}]\n      activation: tanh", names.join(", "));
        let _ = writeln!(text, "      weights: {{random: {{seed: {layer}, from: -0.5, to: 0.5, decimals: 2}}}}");
    }
    let targets = ["0.5"; 10].join(", ");
    let _ = writeln!(text, "  loss: half_squared_error\nsamples:\n  - {{inputs: [0.3], targets: [{targets}]}}");
    text.push_str("training: {learning_rate: 0.1}\n");
    text
}

#[test]
fn ways_beyond_two_hundred_are_counted_and_not_added_up() {
    let ways = ways_of(&mut lesson(&deep()), "w1");
    // From the one neuron that w1 feeds, ten ways on at each of nine layers.
    assert_eq!(ways.count, 1_000_000_000);
    assert_eq!(ways.listed.len(), 200);
    assert!(ways.sum.is_none());
    assert!(ways.gradient.is_some_and(|gradient| gradient.result.is_ok()));
}

#[test]
fn in_every_lesson_the_sum_over_all_ways_is_the_gradient() {
    let mut compared = 0;
    for (name, text) in tier::lessons() {
        let mut lesson = lesson(text);
        let trained: Vec<Name> = lesson.program().trained.iter().map(|one| one.parameter.clone()).collect();
        for parameter in trained.iter().take(3) {
            let ways = ways(&mut lesson, Position::start_of(1), parameter).expect("no halt");
            let Some(Ways { sum: Some(sum), gradient: Some(gradient), count, .. }) = ways else { continue };
            let zero = digits(&gradient).starts_with("0.000000000") && digits(&sum).trim_matches(['0', '.']).is_empty();
            assert!(zero || digits(&sum) == digits(&gradient), "{name}: {parameter} over {count} ways");
            compared += 1;
        }
    }
    assert!(compared > tier::count(8, 30), "only {compared} gradients were compared");
}

#[test]
fn a_graph_with_a_fork_has_a_way_for_every_branch() {
    let text = "format: 1\ntitle: Fork\ngraph:\n  parameters: {x: 3}\n  nodes: {a: x*x, b: a + 2*x, c: a*b}\n  output: c\ntraining: {learning_rate: 0.1}\n";
    // c = x²(x² + 2x), so dc/dx = 4x³ + 6x² = 162.
    let ways = ways_of(&mut lesson(text), "x");
    assert_eq!(ways.count, 3);
    assert_eq!(digits(&ways.sum.expect("a sum")), "162");
}

#[test]
fn a_slice_of_the_loss_passes_through_the_point_where_training_stands() {
    let mut lesson = mazur();
    let here = Position::start_of(1);
    let slice = Slice::of(&mut lesson, here, &Name::new("w5"), decimal("0.5"), 11).expect("no halt").expect("a slice");
    assert_eq!(slice.points.len(), 11);
    assert_eq!((slice.points[0].0, slice.points[10].0), (decimal("-0.1"), decimal("0.9")));
    assert_eq!(slice.points[5], (decimal("0.40"), slice.loss.clone()));
    assert_eq!(slice.loss, Exact::parse("0.298371108760"));
    assert_eq!(slice.slope, Exact::parse("0.082167040564"));
    let losses: Vec<&Exact> = slice.points.iter().map(|(_, loss)| loss.as_ref().expect("a loss")).collect();
    assert!(losses.windows(2).all(|pair| pair[0].compare(pair[1]).is_lt()), "a larger w5 makes the error larger");
}

#[test]
fn a_landscape_has_the_answers_of_the_lesson_at_its_samples() {
    let text = include_str!("../../scenarios/xor.yaml");
    let mut lesson = lesson(text);
    let output = lesson.program().steps.iter().rfind(|step| step.name.as_str().starts_with("out_")).expect("an output");
    let output = output.name.clone();
    let corners = ([Decimal::ZERO, Decimal::ZERO], [Decimal::ONE, Decimal::ONE]);
    let at = Position::start_of(1);
    let map = Landscape::of(&mut lesson, at, &output, (&corners.0, &corners.1), (2, 2)).expect("no halt");
    assert_eq!(map.points.len(), 4);
    for point in &map.points {
        let sample = lesson.scenario().samples.iter().position(|sample| sample.inputs == point.inputs);
        let sample = sample.expect("a corner is a sample") + 1;
        let found = lesson.find(&format!("{output}#{sample}"), at).expect("a step");
        let handgrad::lesson::Found::Step(position) = found else { panic!("{output} is a step") };
        let page = lesson.page(position).expect("no halt").expect("a page");
        let shown = page.result.expect("a result").written.digits;
        assert_eq!(point.value.as_ref().expect("a value").rounded(shown.scale()), shown, "sample {sample}");
    }
}

#[test]
fn a_history_is_made_a_little_at_a_time_and_knows_where_training_ends() {
    let mut lesson = lesson(include_str!("../../scenarios/rate-too-large.yaml"));
    let last = lesson.epochs();
    let mut history = History::to(last);
    let loss = EpochLoss::of(&lesson);
    assert!(history.go_on(lesson.run(), loss.as_ref(), Duration::ZERO), "one epoch, and there are more");
    assert_eq!(history.beats().len(), 1);
    while history.go_on(lesson.run(), loss.as_ref(), Duration::from_millis(20)) {}
    assert!(matches!(history.halt().expect("an end").reason, Reason::Diverged { .. }));
    let losses: Vec<&Exact> = history.beats().iter().filter_map(|beat| beat.loss.as_ref()).collect();
    assert!(losses.windows(2).all(|pair| pair[0].compare(pair[1]).is_lt()), "the loss only grows");
}

#[test]
fn a_history_of_many_epochs_looks_at_some_and_at_the_last() {
    let mut lesson = lesson(include_str!("../../scenarios/rate-just-right.yaml"));
    let last = lesson.epochs();
    let loss = EpochLoss::of(&lesson);
    let mut history = History::to(last);
    while history.go_on(lesson.run(), loss.as_ref(), Duration::from_millis(50)) {}
    let epochs: Vec<u64> = history.beats().iter().map(|beat| beat.epoch).collect();
    assert_eq!((epochs.first(), epochs.last()), (Some(&1), Some(&last)));
    assert!(epochs.len() <= 242 && epochs.is_sorted(), "{epochs:?}");
}

#[test]
fn an_update_changes_the_loss_by_about_what_the_gradient_promises() {
    let change = first_order(&mut mazur(), 1, 1).expect("no halt").expect("a change");
    let of = |name| digits(line(&change.lines, name));
    assert_eq!((of("E_before").as_str(), of("E_after").as_str()), ("0.298371109", "0.291027774"));
    assert_eq!(of("change"), "-0.007343335");
    // −η·|∇E|² over w1 to w8, computed from tests/gold/mazur_truth.json with Python's decimal.
    assert_eq!(of("predicted"), "-0.007307776");
    assert!(change.lines.iter().all(|line| line.work.as_ref().is_some_and(|work| work.closes)));
}

/// Two parameters under any names; E is the square of their difference, 3 − 1.
fn two_parameters(first: &str, second: &str) -> Lesson {
    lesson(&format!(
        "format: 1\ntitle: t\ngraph: {{parameters: {{{first}: 3, {second}: 1}}, \
         nodes: {{total: ({first} - {second})^2}}, output: total}}\ntraining: {{learning_rate: 0.1, epochs: 2}}\n"
    ))
}

#[test]
fn an_authors_name_is_never_taken_for_one_of_our_own() {
    // By hand: E = (3 − 1)² = 4, its gradients are 4 and −4, one step of 0.1 leads to 2.6 and 1.4, and there E = 1.44.
    for (first, second) in
        [("loss_before", "b"), ("E_before", "b"), ("grad_x", "b"), ("loss_after", "change"), ("E_after", "predicted")]
    {
        let change = first_order(&mut two_parameters(first, second), 1, 1).expect("no halt").expect("a change");
        let of = |name| digits(line(&change.lines, name));
        assert_eq!((of("E_before").as_str(), of("E_after").as_str()), ("4", "1.44"), "{first} and {second}");
        // 4·(2.6 − 3) + (−4)·(1.4 − 1)
        assert_eq!((of("change").as_str(), of("predicted").as_str()), ("-2.56", "-3.2"), "{first} and {second}");
    }
    // The difference quotient of (x − 1)² at 3 with h = 0.1: (2.1² − 1.9²)/0.2 = 4.
    for name in ["h", "gradient", "loss_above", "loss_below", "E_above", "E_below", "quotient", "gap"] {
        let check = check(&mut two_parameters(name, "b"), name, "0.1");
        let of = |name| digits(line(&check.lines, name));
        assert_eq!((of("E_above").as_str(), of("E_below").as_str()), ("4.41", "3.61"), "{name}");
        assert_eq!((of("quotient").as_str(), of("gap").as_str()), ("4", "0"), "{name}");
    }
    for name in ["path_1", "sum", "chain_rule"] {
        let ways = ways_of(&mut two_parameters(name, "b"), name);
        assert_eq!(ways.gradient.as_ref().map(digits).as_deref(), Some("4"), "{name}");
    }
}
