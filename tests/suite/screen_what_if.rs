//! What if: a number changed on screen gives the lesson that somebody would have written with that number.

use std::fs;

use crossterm::event::KeyCode;
use handgrad::lesson::Lesson;
use handgrad::messages::Language;
use handgrad::run::Moment;
use handgrad::scenario::{load, read};
use handgrad::tui::views::Kind;
use handgrad::tui::{App, Options, Watch};
use tempfile::TempDir;

use super::screen_help::{PLAIN, SPOKEN, WINDOWS, Window, shown};
use super::tier;

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// Changes the number that is so many lines below the first.
fn change(window: Window, down: usize, value: &str) -> Window {
    window.keys("w").keys(&"j".repeat(down)).press(KeyCode::Enter).keys(value).press(KeyCode::Enter)
}

/// Everything but what is said of the last key, and the hints.
fn lesson_of(screen: &str) -> Vec<&str> {
    screen.lines().take(22).collect()
}

/// A step that is about w5 has it first in the list.
fn with_w5(value: &str) -> Window {
    change(Window::of("mazur").at("dE_dw5"), 0, value)
}

fn shown_value(lesson: &mut Lesson, name: &str) -> String {
    let handgrad::lesson::Found::Step(at) = lesson.find(name, handgrad::lesson::Position::start_of(1)).unwrap() else {
        panic!("{name} is no step");
    };
    let moment = Moment { epoch: 1, line: lesson.line(at) };
    lesson.value(moment, name).unwrap().unwrap().written.to_string()
}

#[test]
fn a_changed_weight_gives_the_loss_of_a_scenario_that_is_written_with_it() {
    let text = MAZUR.replace("w5: 0.40", "w5: 0.5");
    let (mut other, mut before) = (Lesson::new(read(&text).unwrap(), None), super::screen_help::lesson("mazur"));
    let (now, was) = (shown_value(&mut other, "E_total"), shown_value(&mut before, "E_total"));
    assert_ne!(now, was);
    let screen = with_w5("0.5").at("E_total").text();
    assert!(screen.contains(&format!("≈ {now}   was {was}")), "{screen}");
    let screen = with_w5("0.5").at("w5_new").text();
    let (now, was) = (shown_value(&mut other, "w5_new"), shown_value(&mut before, "w5_new"));
    assert!(screen.contains(&format!("≈ {now}   was {was}")), "{screen}");
}

#[test]
fn every_step_after_a_change_is_the_one_of_the_scenario_that_is_written_with_it() {
    let text = MAZUR.replace("w5: 0.40", "w5: 0.5");
    let mut other = Lesson::new(read(&text).unwrap(), None);
    let mut window = with_w5(".5");
    let (lesson, _) = window.app.reading().unwrap();
    for number in 1..=other.steps_per_epoch() {
        let position = handgrad::lesson::Position { epoch: 1, number };
        let (one, two) = (lesson.page(position).unwrap().unwrap(), other.page(position).unwrap().unwrap());
        assert_eq!((one.step, one.result), (two.step, two.result), "step {number}");
    }
}

#[test]
fn the_reader_stays_at_the_step_and_everything_says_what_has_changed() {
    let mut window = with_w5("0.5");
    let at = Window::of("mazur").at("dE_dw5").position();
    assert_eq!(window.position(), at);
    shown("what-if", window);
    shown("what-if-trail", with_w5("0.5").at("net_o1").keys("t"));
    shown(
        "what-if-zh",
        change(Window::with("mazur", Options { language: Language::Chinese, ..PLAIN }).at("out_o1"), 5, "-1"),
    );
    shown("what-if-ascii", change(Window::with("mazur", Options { ascii: true, ..PLAIN }).at("out_o1"), 5, "-1"));
    shown("what-if-list", with_w5("0.5").at("net_o1").keys("w"));
}

#[test]
fn what_a_change_does_not_reach_has_no_mark() {
    let screen = with_w5("0.5").at("net_h1").text();
    assert!(!screen.contains("   was ") && screen.contains("what if: w5 = 0.5 (was 0.40)"), "{screen}");
    let before = Window::of("mazur").at("net_h1").text();
    assert!(!before.contains("what if:") && !before.contains('*'), "{before}");
}

#[test]
fn changes_are_taken_back_and_made_again_one_by_one() {
    let plain = Window::of("mazur").at("E_total").text();
    let mut window = with_w5("0.5").at("E_total");
    let one = window.text();
    let mut window = change(window.at("dE_dw6"), 0, "1e-1").at("E_total");
    let two = window.text();
    assert!(two.contains("what if: w5 = 0.5 (was 0.40) · w6 = 0.1 (was 0.45)"), "{two}");
    let mut window = window.keys("u");
    assert_eq!(lesson_of(&window.text()), lesson_of(&one));
    let mut window = window.keys("u");
    let text = window.text();
    assert!(text.contains("All numbers are as the scenario has them."), "{text}");
    assert_eq!(lesson_of(&text), lesson_of(&plain));
    assert!(window.keys("u").text().contains("There is no change to undo."));
    let mut window = with_w5("0.5");
    window.control('r');
    assert!(window.text().contains("There is no change to redo."));
    let mut window = change(window.at("dE_dw6"), 0, "1e-1").keys("uu").at("E_total");
    window.control('r');
    assert_eq!(lesson_of(&window.text()), lesson_of(&one));
    window.control('r');
    assert_eq!(lesson_of(&window.text()), lesson_of(&two));
    // Another change forgets those that were taken back.
    let mut window = change(window.keys("u").at("dE_dw7"), 0, "3");
    window.control('r');
    assert!(window.text().contains("There is no change to redo."));
}

#[test]
fn numbers_are_changed_in_every_view_and_the_view_stays() {
    shown("what-if-steps", change(Window::of("mazur").at("E_o1").keys("s"), 1, "0.7"));
    let mut window = change(Window::of("hill").keys("c").press(KeyCode::Tab).worked(), 0, "3").worked();
    let (_, state) = window.app.reading().unwrap();
    assert_eq!((state.view, format!("{:?}", state.training.panel).as_str()), (Kind::Training, "Parameters"));
    let text = window.text();
    assert!(text.contains("what if:"), "{text}");
    assert!(!window.keys("u").worked().text().contains("what if:"));
    let mut window = change(Window::of("mazur").at("dE_dw5").keys("x").press(KeyCode::Tab), 0, "0.5");
    let text = window.text();
    assert!(text.contains("Is the gradient of w6 right?") && text.contains("w5 = 0.5"), "{text}");
}

#[test]
fn a_number_changed_to_what_it_is_written_as_is_no_change() {
    let screen = with_w5("0.5").keys("w").press(KeyCode::Enter).keys("0.4").press(KeyCode::Enter).text();
    assert!(screen.contains("what if: no number is changed now") && !screen.contains("   was "), "{screen}");
    let screen = with_w5("0.400").text();
    assert!(!screen.contains("what if:"), "{screen}");
}

#[test]
fn inputs_targets_and_the_rate_can_be_changed_too() {
    let text = change(Window::of("mazur").at("net_h1"), 1, "1").text();
    let other = MAZUR.replace("inputs: [0.05,", "inputs: [1,");
    let value = shown_value(&mut Lesson::new(read(&other).unwrap(), None), "net_h1");
    assert!(text.contains(&format!("= {value}   was 0.3775")), "{text}");
    assert!(Window::of("mazur").at("net_h1").text().contains("Both inputs are small"));
    assert!(!text.contains("Both inputs are small"), "the note of the author is about other numbers: {text}");
    let text = change(Window::of("mazur").at("E_o1"), 0, "0.5").text();
    let other = MAZUR.replace("targets: [0.01,", "targets: [0.5,");
    let value = shown_value(&mut Lesson::new(read(&other).unwrap(), None), "E_o1");
    assert!(text.contains("target_o1 = 0.5 (was 0.01)") && text.contains(&value), "{text}");
    let mut window = Window::of("mazur").at("w5_new").keys("w");
    let list = window.text();
    let near: Vec<&str> =
        list.lines().skip_while(|line| !line.contains("numbers that this step uses")).skip(1).collect();
    assert!(near[0].contains("w5 = 0.40") && near[1].contains("eta = 0.5"), "{list}");
    let text = window.keys("j").press(KeyCode::Enter).keys("0,1").press(KeyCode::Enter).text();
    let other = MAZUR.replace("learning_rate: 0.5", "learning_rate: 0.1");
    let value = shown_value(&mut Lesson::new(read(&other).unwrap(), None), "w5_new");
    assert!(text.contains("what if: eta = 0.1 (was 0.5)") && text.contains(&value), "{text}");
}

#[test]
fn an_input_of_one_sample_of_many_is_called_by_its_sample() {
    let mut window = Window::of("xor").at("net_h1#3").keys("w");
    let text = window.text();
    assert!(text.contains("x1#3") || text.contains("#3 ="), "{text}");
}

#[test]
fn what_is_no_number_is_refused_with_a_sentence_and_nothing_changes() {
    for (typed, said) in [
        ("w6", "`w6` is no plain decimal"),
        ("1.2.3", "`1.2.3` is no plain decimal"),
        ("", "`` is no plain decimal"),
        (".12345678901234567890123456789", "has more digits than can be kept"),
        ("1e99", "`1e99` is out of range"),
    ] {
        let mut window = with_w5(typed);
        let text = window.text();
        assert!(text.contains(said), "{typed}: {text}");
        let text = window.press(KeyCode::Esc).press(KeyCode::Esc).text();
        assert!(!text.contains("what if:"), "{text}");
    }
    shown("what-if-refused", with_w5("abc"));
    let text =
        with_w5("ab").press(KeyCode::Backspace).press(KeyCode::Backspace).keys(".5").press(KeyCode::Enter).text();
    assert!(text.contains("what if: w5 = 0.5 (was 0.40)"), "{text}");
}

#[test]
fn a_value_with_which_the_scenario_is_none_is_refused_in_its_words() {
    let source = "format: 1\ntitle: A rate\ngraph: {parameters: {w: 2}, nodes: {L: w^2}, output: L}\n\
                  training: {learning_rate: 0.1, epochs: 1}\n";
    let mut window = change(Window::reading(source), 1, "-1");
    let text = window.text();
    assert!(text.contains('✗') && text.contains("eta"), "{text}");
    assert!(!window.press(KeyCode::Esc).press(KeyCode::Esc).text().contains("what if:"));
}

#[test]
fn the_changed_lesson_is_written_as_a_scenario_of_its_own_and_never_over_another() {
    let folder = TempDir::new().unwrap();
    let loaded = load("mazur", std::io::empty()).unwrap();
    let app = App::with_lesson(loaded, None, PLAIN).writing_into(folder.path());
    let mut window = Window::of("mazur");
    window.app = app;
    let mut window = window.keys("W");
    assert!(window.text().contains("Nothing is changed yet, so there is nothing to save"));
    let mut window = change(window.at("dE_dw5"), 0, "0.5").keys("W");
    assert!(window.text().contains("new scenario file: mazur-what-if.yaml"));
    let mut window = window.press(KeyCode::Enter);
    assert!(window.text().contains("Saved as mazur-what-if.yaml"), "{}", window.text());
    let file = folder.path().join("mazur-what-if.yaml");
    assert_eq!(fs::read_to_string(&file).unwrap(), MAZUR.replace("w5: 0.40", "w5: 0.5"));
    let mut window = change(window, 0, "0.6").keys("W").press(KeyCode::Enter);
    assert!(window.text().contains("`mazur-what-if.yaml` exists already"), "{}", window.text());
    assert_eq!(fs::read_to_string(&file).unwrap(), MAZUR.replace("w5: 0.40", "w5: 0.5"));
    for _ in 0.."mazur-what-if.yaml".len() {
        window.key(KeyCode::Backspace);
    }
    let mut window = window.keys("../other").press(KeyCode::Enter);
    assert!(window.text().contains("letters, digits, dots and dashes only"), "{}", window.text());
    for _ in 0.."../".len() + "other".len() {
        window.key(KeyCode::Backspace);
    }
    let mut window = window.keys("other").press(KeyCode::Enter);
    assert!(window.text().contains("Saved as other.yaml"), "{}", window.text());
    let other = fs::read_to_string(folder.path().join("other.yaml")).unwrap();
    assert_eq!(other, MAZUR.replace("w5: 0.40", "w5: 0.6"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is written");
}

#[test]
fn what_would_be_no_scenario_in_its_folder_is_not_written() {
    let folder = TempDir::new().unwrap();
    let mut window = Window::of("exam-table");
    window.app = window.app.writing_into(folder.path());
    // A weight: the table is named as before, and is not there.
    let mut window = change(window, 0, "0.125").keys("W").press(KeyCode::Enter);
    let text = window.text();
    assert!(!text.contains("Saved as") && text.contains("there is no file `tables/exam.csv`"), "{text}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_file_that_is_saved_meanwhile_takes_the_place_of_what_was_changed() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("mazur.yaml");
    fs::write(&path, MAZUR).unwrap();
    let watch = Watch::of(&path);
    let loaded = load(path.to_str().unwrap(), std::io::empty()).unwrap();
    let mut window = change(Window::following(loaded, watch, PLAIN).at("dE_dw5"), 0, "0.5");
    assert!(window.text().contains("what if: w5"));
    fs::write(&path, MAZUR.replace("w6: 0.45", "w6: 0.4500")).unwrap();
    let start = std::time::Instant::now();
    while !window.app.follow() {
        assert!(start.elapsed() < std::time::Duration::from_secs(20), "the save is not noticed");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let text = window.text();
    assert!(text.contains("without your changes") && !text.contains("what if:"), "{text}");
    assert!(window.keys("u").text().contains("There is no change to undo."));
}

#[test]
fn a_what_if_in_every_lesson_stays_inside_every_window_in_every_language() {
    for (name, _) in tier::lessons() {
        for options in SPOKEN {
            let mut window = Window::with(name, options).keys("w");
            window.stays_inside(&WINDOWS, options, &format!("{name} numbers"));
            let mut window = window.press(KeyCode::Enter);
            window.stays_inside(&WINDOWS, options, &format!("{name} typed"));
            let mut window = window.keys("x").press(KeyCode::Enter);
            window.stays_inside(&WINDOWS, options, &format!("{name} refused"));
            let mut window = window.press(KeyCode::Backspace).keys("-0.125").press(KeyCode::Enter);
            window.stays_inside(&WINDOWS, options, &format!("{name} changed"));
            let mut window = window.press(KeyCode::Esc).press(KeyCode::Esc).keys("G");
            window.stays_inside(&WINDOWS, options, &format!("{name} last"));
            let mut window = window.keys("W");
            window.stays_inside(&WINDOWS, options, &format!("{name} write"));
        }
    }
}
