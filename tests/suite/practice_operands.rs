//! Each question shows what its formula reads, with its value, in an ordinary window and in a small one.

use crossterm::event::KeyCode;
use handgrad::lesson::{Lesson, Position};
use handgrad::practice::{Ask, OPERANDS_A_PAGE, Question, QuestionKind, operands, questions};

use super::screen_help::{PLAIN, Window};
use super::tier;

const SIZES: [(u16, u16); 2] = [(80, 24), (60, 20)];

/// One question for each number of operands and each kind, or every question.
fn sample(lesson: &mut Lesson) -> Vec<Question> {
    let all = tier::walks_all();
    let mut seen = std::collections::HashSet::new();
    let asked = questions(lesson, Ask::All, 1);
    let mut sample = Vec::new();
    for question in asked {
        let is_factor = matches!(question.kind, QuestionKind::Factor(_));
        let kind = lesson.step(question.position).map(|step| step.role.kind);
        let count = operands(lesson, &question).len();
        if all || seen.insert((kind, is_factor, count)) {
            sample.push(question);
        }
    }
    sample
}

fn asking(open: &dyn Fn() -> Window, question: &Question, (width, height): (u16, u16)) -> Window {
    let mut window = open().sized(width, height);
    let session = handgrad::practice::Session::of(vec![question.clone()]);
    window.app.asks(session);
    window
}

#[test]
fn each_question_of_every_lesson_shows_what_it_reads() {
    let mut checked = 0;
    for (name, _) in tier::scenarios() {
        checked += check(name, &|| Window::of(name)).0;
    }
    assert!(checked > 200, "{checked}");
}

#[test]
fn every_page_of_many_operands_is_shown_at_a_key_of_the_footer() {
    let list = |what: &dyn Fn(u32) -> String| (1..=14).map(what).collect::<Vec<_>>().join(", ");
    let source = format!(
        "format: 1\ntitle: wide\nnetwork:\n  inputs: [{}]\n  layers:\n    - neurons: [y]\n      activation: sigmoid\n      \
         weights: {{random: {{seed: 7, from: -0.5, to: 0.5, decimals: 2}}}}\n      biases: [0.1]\n  loss: \
         half_squared_error\nsamples:\n  - {{inputs: [{}], targets: [1]}}\ntraining: {{learning_rate: 0.5}}\n",
        list(&|at| format!("x{at}")),
        list(&|at| format!("0.{at:02}")),
    );
    let (checked, paged) = check("wide", &|| Window::reading(&source));
    assert!(checked > 10 && paged >= 2, "{checked}, {paged}");
}

/// Checks every question of a lesson in every size; says how many there were, and at how many a page was turned.
fn check(name: &str, open: &dyn Fn() -> Window) -> (usize, usize) {
    let (mut checked, mut paged) = (0, 0);
    let mut opened = open();
    let mut lesson = Lesson::new(opened.app.reading().unwrap().0.scenario().clone(), None);
    for question in sample(&mut lesson) {
        let read = operands(&mut lesson, &question);
        if lesson.page(question.position).unwrap().unwrap().result.is_err() {
            continue;
        }
        for size in SIZES {
            let mut window = asking(open, &question, size);
            let mut text = window.text();
            let shown = read.len().min(OPERANDS_A_PAGE);
            for (at, operand) in read.iter().enumerate() {
                if at == shown {
                    assert!(text.contains(&format!("1 to {shown} of {}", read.len())), "{name} {size:?}\n{text}");
                    assert!(text.lines().last().unwrap().contains("PageDown more values"), "{name}\n{text}");
                    paged += 1;
                }
                if at >= shown && at % OPERANDS_A_PAGE == 0 {
                    window = window.press(KeyCode::PageDown);
                    text = window.text();
                }
                let (name_shown, value) = (lesson.written(&operand.name), operand.value.as_ref().unwrap());
                let digits = value.written.to_string();
                let digits = digits.strip_prefix('-').map(|size| format!("−{size}")).unwrap_or(digits);
                let is_there = text.lines().any(|line| {
                    line.match_indices(&name_shown).any(|(start, _)| {
                        let rest = line[start + name_shown.len()..].trim_start();
                        let rest = rest.strip_prefix('=').or_else(|| rest.strip_prefix('≈'));
                        rest.is_some_and(|rest| rest.trim_start().starts_with(&digits))
                    })
                });
                assert!(is_there, "{name} {size:?}: {name_shown} is missing\n{text}");
            }
            checked += 1;
        }
    }
    (checked, paged)
}

#[test]
fn a_step_that_is_not_asked_is_marked() {
    let mut window = Window::practising("mazur", Ask::Scenario, PLAIN, (80, 24));
    for answer in ["0.3775", "0.59327"] {
        window = window.answers(answer).press(KeyCode::Enter);
    }
    assert_eq!(window.position(), Position { epoch: 1, number: 3 });
    window.says("read on");
    let mut asked = window.asked_at("E_total");
    assert!(!asked.text().contains("read on"));
}
