//! Rounds of practice: where they begin, how an example fades, other numbers, and what is kept of them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::rc::Rc;

use crossterm::event::KeyCode;
use handgrad::lesson::{Lesson, Position};
use handgrad::practice::{Ask, Event, Outcome, Progress};
use handgrad::scenario::load;
use handgrad::tui::keys::Context;
use handgrad::tui::{Memory, Place, Watch};

use super::screen_help::{PLAIN, Window};
use super::screen_practice::USUAL;

#[test]
fn practice_that_begins_in_the_middle_asks_from_there_on() {
    let mut window = Window::of("mazur").at("E_total").keys("e");
    window.says("You are asked before anything is shown. Esc, then e, ends practice.");
    window.says("practice 0 of 9");
    assert!(window.waits());
    let mut end = Window::of("mazur").at("55").keys("e");
    end.says("No question is left from here on; gg goes to the first step.");
    Window::of("mazur").keys("E").says("There is nothing to review yet; e begins practice.");
}

#[test]
fn an_example_fades_round_by_round() {
    let mut window = Window::practising("apple-graph", Ask::Fading, PLAIN, USUAL);
    let mut rounds = Vec::new();
    loop {
        let asked = window.outcomes().len();
        rounds.push(asked);
        let mut steps = 0;
        while window.context() != Context::Review {
            window = if window.waits() { window.keys("!").press(KeyCode::Enter) } else { window.press(KeyCode::Enter) };
            steps += 1;
            assert!(steps < 200, "{}", window.text());
        }
        if rounds.len() == 1 {
            window.says("In this round everything was shown.");
            window.says("n next round");
        }
        if !window.text().contains("n next round") {
            break;
        }
        window = window.keys("n");
    }
    assert!(rounds.is_sorted() && rounds[0] == 0 && rounds.len() == 6, "{rounds:?}");
    assert_eq!(window.app.reading().unwrap().1.practice.as_ref().unwrap().session.round, 6);
}

#[test]
fn a_lesson_without_anything_to_ask_says_so_and_is_read() {
    let mut window = Window::practising("adam", Ask::Factors, PLAIN, USUAL);
    window.says("This lesson has no such questions.");
    assert_eq!(window.keys("n").position().number, 2);
}

#[test]
fn a_lesson_with_other_numbers_marks_by_those_numbers() {
    let mut loaded = load("mazur", std::io::empty()).unwrap();
    loaded.scenario = loaded.scenario.varied(3);
    let mut lesson = Lesson::new(loaded.scenario.clone(), None);
    let result = lesson.page(Position::start_of(1)).unwrap().unwrap().result.unwrap().written.to_string();
    assert_ne!(result, "0.3775");
    let mut window = Window::of("mazur");
    window.app = handgrad::tui::App::with_lesson(loaded, None, PLAIN).practising(Ask::Scenario, true);
    let mut window = window.answers(&result);
    assert_eq!(window.outcomes()[0], Outcome::AtOnce);
    window.press(KeyCode::Esc).keys("ew").says("These numbers come from a seed");
}

/// A memory that two windows share.
#[derive(Clone, Default)]
struct Shared {
    done: Rc<RefCell<HashMap<String, (String, Progress)>>>,
    place: Rc<RefCell<Option<Place>>>,
}

impl Memory for Shared {
    fn place(&self, _: &str) -> Option<Place> {
        self.place.borrow().clone()
    }

    fn keep(&mut self, _: &str, place: Place) {
        *self.place.borrow_mut() = Some(place);
    }

    fn progress(&self, source: &str) -> Option<Progress> {
        Some(self.done.borrow().get(source)?.1.clone())
    }

    fn keep_event(&mut self, source: &str, title: &str, event: &Event) {
        let mut done = self.done.borrow_mut();
        let (kept, progress) = done.entry(source.to_owned()).or_default();
        title.clone_into(kept);
        progress.take(event, 0);
    }

    fn set_aside(&mut self) -> Option<String> {
        None
    }

    fn finish(&mut self) {}
}

fn remembering(memory: &Shared, ask: Ask) -> Window {
    let mut window = Window::of("mazur");
    window.app = window.app.with_memory(Box::new(memory.clone())).practising(ask, false);
    window
}

#[test]
fn what_was_done_is_kept_and_the_place_of_the_reader_is_not_lost() {
    let memory = Shared::default();
    let place = Place { run: None, position: Position { epoch: 1, number: 9 } };
    *memory.place.borrow_mut() = Some(place.clone());
    let mut window = remembering(&memory, Ask::Scenario);
    assert_eq!(window.position(), Position::start_of(1), "practice begins at the first step");
    window = window.answers("0.0275").answers("0.0333").answers("0.0222").press(KeyCode::Enter).answers("0.5933");
    window.app.end();
    let kept = memory.done.borrow().values().next().unwrap().clone();
    assert_eq!(kept.0, "Mazur's 2-2-2 network");
    let outcomes: Vec<(&str, Outcome)> = kept.1.steps.iter().map(|step| (step.step.as_str(), step.outcome)).collect();
    assert_eq!(outcomes, [("net_h1", Outcome::Wrong), ("out_h1", Outcome::AtOnce)]);
    assert_eq!(kept.1.mistakes, [("bias-forgotten".to_owned(), 1)]);
    assert_eq!(*memory.place.borrow(), Some(place));
    let mut again = remembering(&memory, Ask::Scenario).answers("0.3775");
    again.app.end();
    let tally = memory.done.borrow().values().next().unwrap().1.tally();
    assert_eq!((tally.of(Outcome::AtOnce), tally.of(Outcome::Wrong)), (2, 0), "the last time counts");
}

#[test]
fn whoever_only_looks_has_done_nothing() {
    let memory = Shared::default();
    let mut window = remembering(&memory, Ask::Scenario).keys("???").press(KeyCode::Esc);
    window.app.end();
    assert!(memory.done.borrow().is_empty());
    let mut fading = remembering(&memory, Ask::Fading);
    fading.app.end();
    assert_eq!(memory.done.borrow().values().next().unwrap().1.round, 1, "a round that was begun is gone on with");
}

#[test]
fn a_file_that_is_saved_is_asked_anew_from_the_step_at_hand() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lesson.yaml");
    let text = include_str!("../../scenarios/mazur.yaml");
    fs::write(&file, text).unwrap();
    let name = file.to_str().unwrap();
    let watch = Watch::of(&file);
    let mut window = Window::following(load(name, std::io::empty()).unwrap(), watch, PLAIN);
    window.app = window.app.practising(Ask::Scenario, false);
    let mut window = window.answers("0.3775").press(KeyCode::Enter);
    fs::write(&file, text.replace("w5: 0.40", "w5: 0.99")).unwrap();
    let start = std::time::Instant::now();
    while !window.app.follow() {
        assert!(start.elapsed().as_secs() < 20, "the file was saved");
    }
    assert_eq!(window.step(), "out_h1");
    assert!(window.waits());
    window.says("practice 0 of 10");
}
