//! The views beside the board: the steps, the training, the check.

use crossterm::event::KeyCode;

use super::screen_help::{SPOKEN, WINDOWS, Window, shown};
use super::tier;

fn training(name: &str, tabs: usize) -> Window {
    let window = Window::of(name).keys("c");
    (0..tabs).fold(window, |window, _| window.press(KeyCode::Tab)).worked()
}

#[test]
fn the_list_of_steps_shows_what_is_computed_so_far() {
    shown("steps", Window::of("mazur").at("dE_dw1").keys("s"));
}

#[test]
fn in_the_list_keys_move_a_cursor_and_enter_opens_its_step() {
    let mut window = Window::of("mazur").keys("sjjj");
    assert_eq!(window.position().number, 1, "the step that is shown stays");
    let mut window = window.press(KeyCode::Enter);
    assert_eq!(window.position().number, 4);
    assert_eq!(Window::of("mazur").keys("sjjj").press(KeyCode::Enter).keys("b").position().number, 1, "a jump");
    let last = Window::of("mazur").keys("sG").press(KeyCode::Enter).position().number;
    assert_eq!(last, Window::of("mazur").keys("G").position().number);
    assert_eq!(Window::of("mazur").keys("s]").press(KeyCode::Enter).position().number, 9, "the first of the errors");
}

#[test]
fn on_paper_a_rounded_value_is_not_said_to_be_equal() {
    let text = Window::of("mazur-on-paper").keys("nnns").text();
    // 0.3775 is rounded to 0.378, and 0.05·0.25 + 0.1·0.30 + 0.35 to 0.393.
    assert!(text.contains("net_h1        ≈ 0.378"), "{text}");
    assert!(text.contains("out_h2        ≈ 0.597"), "{text}");
}

#[test]
fn a_gradient_is_checked_against_a_quotient_and_all_its_ways() {
    shown("check", Window::of("mazur").sized(100, 40).at("dE_dw1").keys("x"));
    shown("check-80x24", Window::of("mazur").at("dE_dw5").keys("xjjj"));
}

#[test]
fn another_parameter_and_another_h_are_checked_by_a_key() {
    let text = Window::of("mazur").at("dE_dw1").keys("x").press(KeyCode::Tab).keys("--").text();
    assert!(text.contains("Is the gradient of w2 right? Move w2 by h = 0.01 in both directions."), "{text}");
    let text = Window::of("mazur").at("dE_dw1").keys("x").press(KeyCode::BackTab).keys("+").text();
    assert!(text.contains("Is the gradient of w8 right? Move w8 by h = 0.00001 in both directions."), "{text}");
}

#[test]
fn where_there_is_no_gradient_the_page_says_so() {
    for (name, said) in [
        ("perceptron-or", "w1 is not trained by its gradient in this lesson"),
        ("mazur-sequential-update", "w1 is not trained by its gradient in this lesson"),
        ("chain-rule", "Nothing is trained in this lesson, so there is no gradient to check."),
        ("mazur-on-paper", "The following is computed without intermediate rounding"),
    ] {
        let text = Window::of(name).keys("x").text();
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn the_page_of_a_check_is_moved_no_further_than_it_is_long() {
    let far = Window::of("mazur").keys("x").keys(&"j".repeat(60)).text();
    let back = Window::of("mazur").keys("x").keys(&"j".repeat(60));
    let mut window = back;
    window.text();
    assert_ne!(window.keys("k").text(), far, "one key moves it back at once");
}

#[test]
fn training_is_drawn_from_five_sides() {
    shown("training-loss", training("xor", 0));
    shown("training-parameters", training("rate-just-right", 1));
    shown("training-answers-map", training("xor", 2));
    shown("training-answers-curve", training("approximation", 2));
    shown("training-slice", training("hill", 3));
    shown("training-rates", training("hill", 4));
}

#[test]
fn a_training_that_diverges_is_drawn_as_far_as_it_goes() {
    shown("training-diverged", training("rate-too-large", 0));
}

#[test]
fn an_epoch_of_the_curve_is_stepped_through() {
    let mut window = training("hill", 0).keys("lll").press(KeyCode::Enter);
    assert_eq!((window.position().epoch, window.position().number), (4, 1));
}

#[test]
fn more_epochs_than_the_lesson_has_are_run_when_asked_for() {
    let mut window = training("mazur", 0);
    assert!(window.text().contains("all 10 epochs have been computed"), "{}", window.text());
    let mut window = window.keys("+++").worked();
    assert!(window.text().contains("all 10000 epochs have been computed"), "{}", window.text());
    assert!(window.keys("---").worked().text().contains("all 10 epochs have been computed"));
}

#[test]
fn running_epochs_can_be_stopped_and_goes_on() {
    let mut window = Window::of("mazur").keys("c+++++.");
    assert!(!window.app.work(), "it is stopped");
    assert!(window.text().contains("stopped after"), "{}", window.text());
    assert!(window.keys(".").app.work(), "it goes on");
}

#[test]
fn the_views_of_every_lesson_stay_inside_every_window_in_every_language() {
    for (name, _) in tier::lessons() {
        for options in SPOKEN {
            let mut window = Window::with(name, options).keys("s");
            window.stays_inside(&WINDOWS, options, &format!("{name} steps"));
            let mut window = window.keys("x");
            window.stays_inside(&WINDOWS, options, &format!("{name} check"));
            window = window.keys("c");
            for _ in 0..8 {
                window.app.work();
            }
            for panel in 0..6 {
                window.stays_inside(&WINDOWS, options, &format!("{name} training {panel}"));
                window = window.press(KeyCode::Tab);
            }
        }
    }
}
