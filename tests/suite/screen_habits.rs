//! Where a reader was, remembered without a file; and keys that the reader has set, on the screen.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use crossterm::event::KeyCode;
use handgrad::formula::Name;
use handgrad::lesson::Position;
use handgrad::practice::{Event, Progress};
use handgrad::scenario::LESSONS;
use handgrad::tui::keys::Keymap;
use handgrad::tui::{Memory, Place};

use super::screen_help::Window;

/// A memory that two windows share.
#[derive(Clone, Default)]
struct Shared {
    places: Rc<RefCell<HashMap<String, Place>>>,
    kept: Rc<RefCell<usize>>,
    set_aside: Option<String>,
}

impl Memory for Shared {
    fn place(&self, source: &str) -> Option<Place> {
        self.places.borrow().get(source).cloned()
    }

    fn keep(&mut self, source: &str, place: Place) {
        *self.kept.borrow_mut() += 1;
        self.places.borrow_mut().insert(source.to_owned(), place);
    }

    fn progress(&self, _: &str) -> Option<Progress> {
        None
    }

    fn keep_event(&mut self, _: &str, _: &str, _: &Event) {}

    fn set_aside(&mut self) -> Option<String> {
        self.set_aside.take()
    }

    fn finish(&mut self) {}
}

fn source(name: &str) -> String {
    LESSONS.iter().find(|(other, _)| *other == name).unwrap().1.to_owned()
}

fn opened(source: &str, memory: &Shared) -> Window {
    let mut window = Window::reading(source);
    window.app = window.app.with_memory(Box::new(memory.clone()));
    window
}

fn left_at(place: Place, source: &str) -> Window {
    let memory = Shared::default();
    memory.places.borrow_mut().insert(source.to_owned(), place);
    opened(source, &memory)
}

const GOES_ON: &str = "You continue where you stopped; gg starts from the beginning.";

#[test]
fn a_lesson_goes_on_where_it_was_left() {
    let memory = Shared::default();
    let mazur = source("mazur");
    let mut window = opened(&mazur, &memory).at("dE_dw5@2");
    window.app.end();
    let mut window = opened(&mazur, &memory);
    let position = window.position();
    assert_eq!(position.epoch, 2);
    assert!(window.text().contains(GOES_ON), "{}", window.text());
    assert!(!window.keys("n").text().contains(GOES_ON), "a key takes it away");
    let mut anew = opened(&mazur, &memory).keys("gg");
    assert_eq!(anew.position(), Position::start_of(1), "not that of the epoch");
    assert_eq!(anew.keys("b").position(), position, "and back again");
    assert_eq!(opened(&mazur, &memory).keys("ngg").position(), Position::start_of(2), "later it is that of the epoch");
}

#[test]
fn another_run_of_a_lesson_is_gone_on_with_too() {
    let memory = Shared::default();
    let batches = source("mini-batches");
    let mut window = opened(&batches, &memory).at("w_new/two_batches@2");
    let position = window.position();
    window.app.end();
    let mut window = opened(&batches, &memory);
    assert_eq!(window.position(), position);
    assert_eq!(window.app.reading().unwrap().1.run, Some(Name::new("two_batches")));
}

#[test]
fn a_place_that_the_lesson_does_not_have_is_not_gone_to() {
    let at = |epoch, number| Place { run: None, position: Position { epoch, number } };
    let no_run = Place { run: Some(Name::new("gone")), ..at(1, 5) };
    for place in [at(1, 0), at(0, 1), at(1, 56), at(u64::MAX, 5), at(1, u64::MAX), no_run] {
        let mut window = left_at(place.clone(), &source("mazur"));
        assert_eq!(window.position(), Position::start_of(1), "{place:?}");
        assert!(!window.text().contains(GOES_ON), "{place:?}");
    }
}

#[test]
fn a_place_is_kept_when_a_lesson_is_left_and_only_when_it_is_another() {
    let memory = Shared::default();
    let mut window = Window::picker(Path::new(""));
    window.app = window.app.with_memory(Box::new(memory.clone()));
    let mut window = window.press(KeyCode::Enter).press(KeyCode::Esc);
    assert_eq!(*memory.kept.borrow(), 0, "nobody remembers where everything begins");
    window = window.press(KeyCode::Enter).keys("nn").press(KeyCode::Esc);
    assert_eq!(*memory.kept.borrow(), 1);
    window = window.press(KeyCode::Enter);
    assert_eq!(window.position().number, 3);
    window.app.end();
    assert_eq!(*memory.kept.borrow(), 1, "it is the same place");
}

#[test]
fn a_memory_that_was_put_aside_is_told_in_the_first_lesson() {
    let memory = Shared { set_aside: Some("positions.damaged-1.json".to_owned()), ..Shared::default() };
    let mut window = opened(&source("mazur"), &memory);
    let text = window.text();
    assert!(text.contains("The saved progress was damaged; it was moved to positions.damaged-1.json"), "{text}");
}

#[test]
fn hints_help_and_notices_name_the_keys_of_the_reader() {
    let keymap = Keymap::read("next = [\"m\"]\nfirst = [\"Home\"]\n").unwrap();
    let place = Place { run: None, position: Position { epoch: 1, number: 7 } };
    let mut window = left_at(place, &source("mazur"));
    window.app = window.app.with_keys(keymap);
    let text = window.text();
    assert!(text.contains("m next") && text.contains("Home starts from the beginning."), "{text}");
    let mut window = window.keys("m n");
    assert_eq!(window.position().number, 8, "n and Space do nothing any more");
    let help = window.keys("?").text();
    assert!(help.lines().any(|row| row.starts_with(" m ") && row.ends_with("next step")), "{help}");
}
