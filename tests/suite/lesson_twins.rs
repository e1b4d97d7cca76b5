//! Which earlier step a step is worked like: by formula and role, not by name.

use handgrad::lesson::{Found, Lesson, Position};
use handgrad::scenario::read;

use super::screen_help::lesson;
use super::tier;

fn position(lesson: &Lesson, name: &str) -> Position {
    match lesson.find(name, Position::start_of(1)) {
        Ok(Found::Step(position)) => position,
        other => panic!("{name}: {other:?}"),
    }
}

/// The name of the step that another is worked like.
fn like(lesson: &Lesson, name: &str) -> Option<String> {
    let twin = lesson.worked_like(position(lesson, name))?;
    lesson.step(twin).map(|step| step.name.to_string())
}

#[test]
fn weights_of_one_layer_are_worked_like_its_first() {
    let mazur = lesson("mazur");
    for (name, twin) in [
        ("net_h2", "net_h1"),
        ("out_h2", "out_h1"),
        ("E_o2", "E_o1"),
        ("dE_dw6", "dE_dw5"),
        ("dE_dw8", "dE_dw5"),
        ("dE_dw4", "dE_dw1"),
        ("delta_h2", "delta_h1"),
        ("w8_new", "w1_new"),
    ] {
        assert_eq!(like(&mazur, name).as_deref(), Some(twin), "{name}");
    }
}

#[test]
fn the_first_of_a_layer_and_what_stands_alone_are_new() {
    let mazur = lesson("mazur");
    for name in ["net_h1", "out_h1", "net_o1", "E_total", "dE_dw5", "dE_dw1", "dE_dout_h1", "w1_new"] {
        assert_eq!(like(&mazur, name), None, "{name}");
    }
}

#[test]
fn in_a_graph_the_formula_decides_not_the_names() {
    let source = "format: 1\ntitle: twins\ngraph:\n  given: {a: 2, b: 3, c: 5}\n  nodes:\n    first: a * b\n    \
                  second: b * c\n    square: a * a\n    sum: a + c\n    mixed: first * c\n    doubled: 2 * c\n    \
                  tripled: 3 * c\n    total: first + second + square + sum + mixed + doubled + tripled\n  output: total\n";
    let graph = Lesson::new(read(source).unwrap(), None);
    assert_eq!(like(&graph, "second").as_deref(), Some("first"), "other givens, the same product");
    assert_eq!(like(&graph, "square"), None, "one name twice is not two names");
    assert_eq!(like(&graph, "sum"), None, "another operation");
    assert_eq!(like(&graph, "mixed"), None, "a node is no given");
    assert_eq!(like(&graph, "tripled"), None, "another constant");
}

#[test]
fn a_twin_in_every_lesson_stands_before_in_the_same_line_and_is_itself_new() {
    let mut twins = 0;
    for (name, _) in tier::lessons() {
        let lesson = lesson(name);
        for number in 1..=lesson.steps_per_epoch() {
            let here = Position { epoch: 1, number };
            let Some(twin) = lesson.worked_like(here) else { continue };
            twins += 1;
            assert!(twin < here && lesson.line(twin) == lesson.line(here), "{name} {number}");
            assert_eq!(lesson.worked_like(twin), None, "{name} {number}");
            let (one, other) = (lesson.step(here).unwrap(), lesson.step(twin).unwrap());
            assert_eq!((one.role.kind, one.phase, one.layer), (other.role.kind, other.phase, other.layer));
            assert_eq!(one.operands().len(), other.operands().len(), "{name} {number}");
        }
    }
    assert!(twins > tier::count(60, 100));
}
