//! Optimizers that take the gradient somewhere else than at the parameters.

use handgrad::lesson::{Lesson, Position};
use handgrad::number::Exact;
use handgrad::program::RoleKind;
use handgrad::run::{LineOf, Moment, Run};
use proptest::prelude::*;

use super::networks::scenario;
use super::number_oracle::cases;
use super::optimizers::{bowl, mazur, value};

/// Nesterov's method as it is told: look where the velocity leads, take the gradient there, then go.
const TOLD: &str = "  optimizer:\n    constants: {beta: 0.9}\n    state: {v: 0}\n    \
    steps: {v: beta*v + g, w: w - eta*v}\n    look_ahead: w - eta*beta*v\n";

fn run(text: &str) -> Run {
    Run::new(&scenario(text))
}

#[test]
fn a_single_update_worked_by_hand_is_met() {
    // g = p at p = 1 - 0.9*0.1 = 0.91; v = 0.9*0.1 + 0.01*0.91 = 0.0991; p = 1 - 0.0991
    let text = "format: 1\ntitle: ahead\ngraph:\n  parameters: {p: 1}\n  nodes: {f: p^2/2}\n  output: f\ntraining:\n  \
                learning_rate: 0.01\n  optimizer: {state: {v: 0.1}, steps: {v: 0.9*v + eta*g, w: w - v}, \
                look_ahead: w - 0.9*v}\n";
    let mut run = run(text);
    for (name, digits) in
        [("p_ahead", "0.91"), ("f", "0.41405"), ("df_dp", "0.91"), ("v_p", "0.0991"), ("p_new", "0.9009")]
    {
        let wanted = Exact::parse(digits).expect("a number");
        assert_eq!(value(&mut run, 1, name, wanted.scale()).to_string(), digits, "{name}");
    }
}

#[test]
fn the_points_looked_ahead_to_are_the_parameters_of_the_rewritten_form() {
    // Substituting w - ηβv for w turns the one into the other, on paper and here.
    for text in [bowl, mazur] {
        let (mut told, mut rewritten) = (run(&text(TOLD)), run(&text("  optimizer: nesterov\n")));
        let names: Vec<String> = told.program().trained.iter().map(|one| one.parameter.to_string()).collect();
        for epoch in 1..=6 {
            for name in &names {
                let ahead = value(&mut told, epoch, &format!("{name}_ahead"), 24);
                assert_eq!(ahead, value(&mut rewritten, epoch, name, 24), "{name}@{epoch}");
            }
        }
    }
}

#[test]
fn every_step_down_to_the_gradient_reads_the_point_and_the_update_reads_the_parameter() {
    let run = run(&mazur(TOLD));
    let (steps, trained) = (&run.program().steps, &run.program().trained);
    let is_parameter = |name: &str| trained.iter().any(|one| one.parameter.as_str() == name);
    for step in steps.iter() {
        let reads = step.operands().into_iter().any(|name| is_parameter(name.as_str()));
        assert_eq!(reads, step.role.kind == RoleKind::LookAhead, "{}", step.name);
    }
    let update = run.program().update_line(run.setting().batch(1));
    assert!(update.iter().all(|step| step.operands().iter().all(|name| !name.as_str().ends_with("_ahead"))));
}

#[test]
fn a_rate_that_looking_ahead_reads_is_found_before_it() {
    let text = mazur(&format!("{TOLD}  schedule: {{exponential: {{factor: 0.5}}}}\n"));
    let mut scheduled = run(&text);
    let steps = &scheduled.program().steps;
    assert_eq!((steps[0].name.as_str(), steps[1].role.kind), ("eta", RoleKind::LookAhead));
    let update = scheduled.program().update_line(scheduled.setting().batch(1));
    assert!(update.iter().all(|step| step.name.as_str() != "eta"));
    assert_eq!(value(&mut scheduled, 3, "eta", 3).to_string(), "0.125");
    let mut told = run(&mazur(TOLD));
    // The rate of the first epoch is the same; the second looks ahead by half of it.
    let velocity = value(&mut told, 1, "v_w5", 20);
    let half = value(&mut scheduled, 2, "w5", 28).minus(&value(&mut scheduled, 2, "w5_ahead", 28));
    let whole = Exact::parse("0.225").expect("a number").times(&velocity);
    assert_eq!(half.rounded(15), whole.rounded(15));
}

#[test]
fn the_lesson_says_where_the_gradient_is_taken() {
    let messages = handgrad::messages::Messages::new(handgrad::messages::Language::English);
    let mut lesson = Lesson::new(scenario(&mazur(TOLD)), None);
    let words_of = |lesson: &mut Lesson, name: &str| {
        let Ok(handgrad::lesson::Found::Step(position)) = lesson.find(name, Position::start_of(1)) else {
            panic!("{name}")
        };
        let page = lesson.page(position).expect("no halt").expect("a page");
        lesson.words(&messages).why(&page)
    };
    assert!(words_of(&mut lesson, "w5_ahead").contains("use w5_ahead"));
    assert!(words_of(&mut lesson, "dE_dw5").contains("computed at w5_ahead, not at w5"));
    assert!(lesson.words(&messages).conventions().contains(&"own optimizer, gradient at a point ahead".to_owned()));
}

#[test]
fn what_is_remembered_is_tied_to_the_step_that_looks_ahead() {
    let mut lesson = Lesson::new(scenario(&bowl(&format!("{TOLD}  epochs: 3\n"))), None);
    let at = |lesson: &Lesson, name: &str| match lesson.find(name, Position::start_of(1)) {
        Ok(handgrad::lesson::Found::Step(position)) => position,
        other => panic!("{name}: {other:?}"),
    };
    let (velocity, ahead) = (at(&lesson, "v_w@1"), at(&lesson, "w_ahead@2"));
    let uses = lesson.page(velocity).expect("no halt").expect("a page").uses;
    assert!(uses.iter().any(|link| link.name.as_str() == "w_ahead@2" && link.position == Some(ahead)));
    let sources = lesson.page(ahead).expect("no halt").expect("a page").sources;
    assert!(sources.iter().any(|link| link.name.as_str() == "v_w_old" && link.position == Some(velocity)));
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn batches_look_ahead_from_where_the_batch_before_left_off(size in 1u64..4, beta in 0u32..9) {
        let text = |training: &str| format!(
            "format: 1\ntitle: batches\nnetwork:\n  inputs: [x]\n  layers:\n    - {{neurons: [y], activation: tanh, \
             weights: {{y: {{w: 0.3}}}}, biases: {{y: {{b: -0.1}}}}}}\n  loss: half_squared_error\nsamples:\n  \
             - {{inputs: [1], targets: [0.5]}}\n  - {{inputs: [-2], targets: [0.1]}}\n  - {{inputs: [0.7], targets: [-1]}}\n\
             training:\n  learning_rate: 0.2\n  batch: {size}\n{training}"
        );
        let told = TOLD.replace("beta: 0.9", &format!("beta: 0.{beta}"));
        let (mut told, mut rewritten) =
            (run(&text(&told)), run(&text(&format!("  optimizer: {{nesterov: {{beta: 0.{beta}}}}}\n"))));
        for epoch in 1..=3 {
            for sample in 1..=3 {
                let moment = Moment { epoch, line: LineOf::Sample(sample) };
                for (ahead, plain) in [("w_ahead", "w"), ("b_ahead", "b")] {
                    let ahead = told.value(moment, 24, ahead).unwrap().unwrap().rounded(24);
                    let plain = rewritten.given(moment, plain).unwrap().map(|plain| plain.rounded(24));
                    prop_assert_eq!(ahead, plain);
                }
            }
        }
    }
}

#[test]
fn the_picture_shows_the_point_on_the_way_and_names_the_weight() {
    let run = run(&mazur(TOLD));
    let edges: Vec<_> =
        run.program().diagram.edges.iter().filter_map(|edge| edge.weight.as_ref().zip(edge.value.as_ref())).collect();
    assert_eq!(edges.len(), 8);
    for (weight, value) in edges {
        assert_eq!(value.as_str(), format!("{weight}_ahead"));
    }
}
