//! What a step is about is in the picture: its neuron, weight, bias or error, in every lesson and every window that has
//! a picture.

use std::collections::HashSet;

use crossterm::event::KeyCode;
use handgrad::lesson::Lesson;
use handgrad::program::{Phase, Program, Step};
use handgrad::scenario::built_in;

use super::screen_help::Window;
use super::tier;

/// Windows that have a picture, from the smallest on.
const WITH_PICTURE: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 40), (200, 60)];

/// What has to be seen in the picture of a step: one of these words; none where a step is about nothing that is drawn.
fn wanted(program: &Program, step: &Step) -> Vec<String> {
    let diagram = &program.diagram;
    let role = &step.role;
    let is_drawn = |vertex: &&handgrad::program::Vertex| {
        [&vertex.label, &vertex.value].contains(&&role.subject) || vertex.gradient.as_ref() == Some(&step.name)
    };
    if let Some(vertex) = diagram.columns.iter().flatten().find(is_drawn) {
        return vec![format!("[{}", vertex.label)];
    }
    if diagram.edges.iter().any(|edge| edge.weight.as_ref() == Some(&role.subject)) {
        return vec![role.subject.to_string()];
    }
    if diagram.biases.iter().any(|of| of.bias == role.subject) {
        return vec![format!("[{}", role.subject)];
    }
    if step.phase == Phase::Error && diagram.loss.is_some() {
        return vec![format!("[{}", step.name)];
    }
    Vec::new()
}

/// The rows between the progress and the next rule.
fn picture(rows: &[String]) -> String {
    let is_rule = |row: &&String| row.starts_with("────") || row.starts_with("━");
    let first = rows.iter().position(|row| is_rule(&row)).unwrap() + 1;
    let rest = &rows[first..];
    let last = rest.iter().position(|row| row.starts_with("────")).unwrap();
    rest[..last].join("\n")
}

/// The faults of a lesson: at which step of which window what is missing. A kind of step is looked at once for each
/// neuron, weight or bias that it is about.
fn missing(name: &str, most_steps: usize) -> Vec<String> {
    let text = built_in().find(|(built_in, _)| *built_in == name).unwrap().1;
    let lesson = Lesson::new(handgrad::scenario::read(text).unwrap(), None);
    let program = lesson.program();
    if program.diagram.columns.is_empty() {
        return Vec::new();
    }
    let mut window = Window::of(name);
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for _ in 0..most_steps {
        let position = window.position();
        let Some(step) = lesson.step(position).filter(|_| position.epoch == 1) else { break };
        let kind = (step.role.subject.clone(), step.role.partner.clone(), format!("{:?}", step.role.kind));
        if seen.insert(kind) {
            for (width, height) in WITH_PICTURE {
                window = window.sized(width, height);
                let drawn = picture(&window.rows());
                let wanted = wanted(program, &step);
                if !wanted.is_empty() && !wanted.iter().any(|word| drawn.contains(word)) {
                    faults.push(format!("{name} {} {width}x{height}: no {wanted:?}\n{drawn}", step.name));
                }
            }
        }
        let before = position;
        window.key(KeyCode::Char(' '));
        if window.position() == before {
            break;
        }
    }
    faults
}

#[test]
fn what_every_step_is_about_is_in_its_picture() {
    let faults: Vec<String> =
        tier::lessons().into_iter().flat_map(|(name, _)| missing(name, tier::count(120, 2_000))).collect();
    let count = faults.len();
    assert!(faults.is_empty(), "{count} steps:\n{}", faults.into_iter().take(12).collect::<Vec<_>>().join("\n"));
}
