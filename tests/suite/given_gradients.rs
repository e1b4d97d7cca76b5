//! Parameters alone, trained by gradients that the scenario gives; the expected digits are from python's fractions.

use handgrad::lesson::{Found, Lesson, Position};
use handgrad::run::{LineOf, Moment, Reason};

use super::networks::scenario;

const MOMENTUM: &str = "format: 1\ntitle: given\ngraph:\n  parameters: {w: 0.5, u: -1}\n\
    given_gradients: [{w: 0.1, u: 1}, {u: 2, w: 0.2}, {w: -0.3, u: 0}]\n\
    training: {optimizer: {momentum: {beta: 0.5}}, learning_rate: 0.1}\n";

fn lesson(text: &str) -> Lesson {
    Lesson::new(scenario(text), None)
}

/// The value of a name as it is shown in an epoch.
fn shown(lesson: &mut Lesson, epoch: u64, name: &str) -> String {
    let moment = Moment { epoch, line: LineOf::Update(1) };
    lesson.value(moment, name).expect("no halt").expect(name).written.to_string()
}

#[test]
fn an_epoch_is_one_update_by_its_own_gradient() {
    let mut lesson = lesson(MOMENTUM);
    assert_eq!((lesson.epochs(), lesson.steps_per_epoch()), (3, 6));
    let names: Vec<String> =
        (1..=6).map(|number| lesson.step(Position { epoch: 1, number }).expect("a step").name.to_string()).collect();
    assert_eq!(names, ["grad_w", "v_w", "w_new", "grad_u", "v_u", "u_new"]);
    for (epoch, values) in (1..).zip([
        ["0.1", "0.1", "0.49", "1", "1", "-1.1"],
        ["0.2", "0.25", "0.465", "2", "2.5", "-1.35"],
        ["-0.3", "-0.175", "0.4825", "0", "1.25", "-1.475"],
    ]) {
        for (name, value) in names.iter().zip(values) {
            assert_eq!(shown(&mut lesson, epoch, name), value, "{name}@{epoch}");
        }
    }
}

#[test]
fn weight_decay_a_schedule_and_frozen_parameters_go_together_with_given_gradients() {
    let text = MOMENTUM.replace(
        "training: {optimizer: {momentum: {beta: 0.5}}, ",
        "training: {weight_decay: 0.1, schedule: {exponential: {factor: 0.5}}, frozen: [u], epochs: 2, ",
    );
    let mut lesson = lesson(&text);
    assert_eq!(lesson.epochs(), 2);
    // 0.5 - 0.1*(0.1 + 0.1*0.5) = 0.485, then 0.485 - 0.05*(0.2 + 0.0485) = 0.472575
    assert_eq!(shown(&mut lesson, 1, "w_new"), "0.485");
    assert_eq!(shown(&mut lesson, 2, "g_w"), "0.2485");
    assert_eq!(shown(&mut lesson, 2, "eta"), "0.05");
    assert_eq!(shown(&mut lesson, 2, "w_new"), "0.472575");
    assert!(lesson.find("grad_u", Position::start_of(1)).is_err());
}

#[test]
fn behind_the_last_gradient_there_is_a_state_and_no_update() {
    let mut lesson = lesson(MOMENTUM);
    let last = Moment { epoch: 4, line: LineOf::Update(1) };
    assert_eq!(lesson.value(last, "w").expect("a state").expect("w").written.to_string(), "0.4825");
    let halt = lesson.value(last, "w_new").expect_err("no gradient");
    assert_eq!((halt.epoch, halt.reason), (4, Reason::NoGradient { given: 3 }));
    assert!(lesson.run().state(5).is_err());
    assert!(lesson.run().state(4).is_ok());
}

#[test]
fn a_given_gradient_is_found_by_the_name_that_it_has_in_a_network() {
    let lesson = lesson(MOMENTUM);
    let found = lesson.find("dE_dw@2", Position::start_of(1));
    assert_eq!(found, Ok(Found::Given(Moment { epoch: 2, line: LineOf::Update(1) })));
    assert_eq!(lesson.find("w_new@2", Position::start_of(1)), Ok(Found::Step(Position { epoch: 2, number: 3 })));
}

#[test]
fn names_of_given_gradients_do_not_shadow_constants() {
    let text = "format: 1\ntitle: closed\ngraph:\n  parameters: {beta: 2}\ngiven_gradients: [{beta: 1}, {beta: 1}]\n\
                training: {optimizer: {momentum: {beta: 0.5}}, learning_rate: 1}\n";
    let mut lesson = lesson(text);
    assert_eq!(shown(&mut lesson, 2, "v_beta"), "1.5");
    assert_eq!(shown(&mut lesson, 2, "beta_new"), "-0.5");
}
