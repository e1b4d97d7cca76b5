//! Training watched: beside the samples that are not trained on, and run beside run.

use crossterm::event::KeyCode;
use handgrad::lesson::{Lesson, Position};
use handgrad::study::{EpochLoss, History};
use rust_decimal::Decimal;

use super::screen_help::{Window, lesson, shown};

/// The value of a step in an epoch, as its page has it.
fn value(lesson: &mut Lesson, name: &str, epoch: u64) -> Decimal {
    let position: Position = lesson.find_all(name, epoch).unwrap()[0];
    let page = lesson.page(position).unwrap().unwrap();
    Decimal::from_str_exact(&page.result.unwrap().written.to_string()).unwrap()
}

#[test]
fn the_losses_of_a_history_are_those_of_the_steps() {
    let mut of = Lesson::new(lesson("overfitting").scenario().clone(), Some(12));
    let watched = EpochLoss::of(&of).unwrap();
    let mut history = History::to(of.epochs());
    while history.go_on(of.run(), Some(&watched), std::time::Duration::from_secs(1)) {}
    assert!(history.beats().len() > 2);
    for beat in history.beats().to_vec().into_iter().step_by(7) {
        let near = |loss: &handgrad::number::Exact, name: &str, of: &mut Lesson| {
            let gap = loss.to_decimal().unwrap() - value(of, name, beat.epoch);
            assert!(gap.abs() < Decimal::new(1, 8), "{name}@{}: {gap}", beat.epoch);
        };
        near(beat.loss.as_ref().unwrap(), "E_epoch", &mut of);
        near(beat.validation.as_ref().unwrap(), "E_validation", &mut of);
    }
    let mut alone = History::to(3);
    alone.go_on(of.run(), Some(&watched.without_validation()), std::time::Duration::from_secs(1));
    assert!(alone.beats().iter().all(|beat| beat.loss.is_some() && beat.validation.is_none()));
}

#[test]
fn the_loss_of_samples_that_are_not_trained_on_is_drawn_beside_the_other() {
    shown("training-validation", Window::of("overfitting").keys("cllll").worked().keys("5l"));
}

fn runs(name: &str) -> Window {
    let window = Window::of(name).keys("c");
    (0..5).fold(window, |window, _| window.press(KeyCode::Tab)).worked()
}

#[test]
fn the_runs_of_a_lesson_are_drawn_as_curves_with_their_names() {
    shown("training-runs", runs("activations"));
    let text = runs("mini-batches").text();
    for name in ["runs", "base", "two_batches"] {
        assert!(text.contains(name), "{name}\n{text}");
    }
}

#[test]
fn a_lesson_without_other_runs_has_no_panel_for_them() {
    let mut window = Window::of("mazur").keys("c");
    assert!(!window.text().contains(" runs "), "{}", window.text());
    let first = window.text();
    let mut around = (0..5).fold(window, |window, _| window.press(KeyCode::Tab));
    assert_eq!(around.text(), first, "five panels around");
}

#[test]
fn what_is_drawn_is_about_the_run_that_is_read() {
    let base = Window::of("activations").keys("c").worked().text();
    let mut window = Window::of("activations").at("E_total/relu").keys("c").worked();
    let of_run = window.text();
    assert_ne!(base, of_run, "its own losses");
    let looked_at = of_run.lines().find(|line| line.contains("epoch 1: loss")).unwrap().to_owned();
    let mut of = lesson("activations");
    let name = handgrad::formula::Name::new("relu");
    let loss = value(of.of_run_mut(Some(&name)), "E_epoch", 1);
    let said = Decimal::from_str_exact(looked_at.rsplit(' ').next().unwrap()).unwrap();
    assert!((said - loss).abs() <= loss.abs() * Decimal::new(1, 3), "{said} {loss}");
}
