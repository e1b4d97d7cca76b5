//! Whoever reads a lesson that changes goes on where they were, or as near to it as there is.

use handgrad::lesson::{Found, Lesson, Position};

use super::networks::scenario;

const BATCHES: &str = include_str!("../lessons/batches.yaml");
const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

fn lesson(source: &str) -> Lesson {
    Lesson::new(scenario(source), None)
}

fn at(lesson: &Lesson, name: &str) -> Position {
    match lesson.find(name, Position::start_of(1)) {
        Ok(Found::Step(position)) => position,
        other => panic!("{name}: {other:?}"),
    }
}

/// The step that is shown after a change, with its line and epoch.
fn goes_on(before: &str, name: &str, after: &str) -> String {
    let (before, after) = (lesson(before), lesson(after));
    let position = after.resume(&before, at(&before, name));
    let step = after.step(position).expect("a step");
    format!("{} {:?} @{}", step.name, after.line(position), position.epoch)
}

fn changed(source: &str, from: &str, to: &str) -> String {
    assert!(source.contains(from), "{from}");
    source.replace(from, to)
}

#[test]
fn nothing_moves_where_nothing_changed() {
    for source in [MAZUR, BATCHES] {
        let (before, after) = (lesson(source), lesson(source));
        for epoch in [1, 2] {
            for number in 1..=before.steps_per_epoch() {
                let position = Position { epoch: epoch.min(before.epochs()), number };
                assert_eq!(after.resume(&before, position), position);
            }
        }
    }
}

#[test]
fn a_step_is_found_again_by_its_name_wherever_it_stands() {
    let without_frozen = changed(MAZUR, "frozen: [b1, b2]", "frozen: []");
    assert_eq!(goes_on(MAZUR, "w1_new", &without_frozen), "w1_new Update(1) @1");
    assert_ne!(at(&lesson(MAZUR), "w1_new"), at(&lesson(&without_frozen), "w1_new"), "it stands elsewhere now");
}

#[test]
fn a_step_that_is_gone_gives_way_to_the_nearest_that_is_left() {
    let renamed = changed(MAZUR, "w8: 0.55", "weight8: 0.55");
    // dnet_o2_dw8, before it, is gone as well; behind it the way leads on to the hidden layer.
    assert_eq!(goes_on(MAZUR, "dE_dw8", &renamed), "dnet_o1_dout_h1 Sample(1) @1");
    assert_eq!(goes_on(MAZUR, "dnet_o2_dw8", &renamed), "dE_dw7 Sample(1) @1");
    assert_eq!(goes_on(MAZUR, "w8_new", &renamed), "w7_new Update(1) @1");
}

#[test]
fn a_sample_that_is_gone_gives_way_to_the_end_of_those_that_are_left() {
    let fewer = changed(BATCHES, "  - {inputs: [2], targets: [0, 0.5]}\n  - {inputs: [0], targets: [0.25, 1]}\n", "");
    assert_eq!(goes_on(BATCHES, "out_k1#2", BATCHES), "out_k1 Sample(2) @1");
    let position = goes_on(BATCHES, "out_k1#2", &fewer);
    assert!(position.contains(" Sample(1) "), "{position}");
}

#[test]
fn an_epoch_that_is_gone_gives_way_to_the_last() {
    let many = changed(MAZUR, "epochs: 1", "epochs: 9");
    let few = changed(MAZUR, "epochs: 1", "epochs: 4");
    assert_eq!(goes_on(&many, "dE_dw5@7", &few), "dE_dw5 Sample(1) @4");
    assert_eq!(goes_on(&many, "dE_dw5@3", &few), "dE_dw5 Sample(1) @3");
    assert_eq!(goes_on(&few, "dE_dw5@99", &few), "dE_dw5 Sample(1) @99", "it was asked for, and still can be");
}

#[test]
fn another_lesson_altogether_is_read_from_a_place_that_it_has() {
    let graph = "format: 1\ntitle: x\ngraph: {given: {a: 2}, nodes: {b: a^2, c: b*a}, output: c}\n";
    let (before, after) = (lesson(MAZUR), lesson(graph));
    for number in 1..=before.steps_per_epoch() {
        let position = after.resume(&before, Position { epoch: 1, number });
        assert!(after.step(position).is_some() && position.number <= after.steps_per_epoch(), "{number}");
    }
}
