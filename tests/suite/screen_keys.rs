//! Where keys lead.

use std::fs;
use std::path::Path;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use handgrad::lesson::Position;
use handgrad::messages::{Language, Messages};
use handgrad::tui::keys::document;
use handgrad::tui::{Flow, Options};

use super::screen_help::{PLAIN, Window, lesson};

fn number(window: Window) -> u64 {
    let mut window = window;
    window.position().number
}

fn step_number(name: &str) -> u64 {
    number(Window::of("mazur").at(name))
}

#[test]
fn the_page_of_keys_is_what_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
    let page = document(&Messages::new(Language::English));
    if std::env::var_os("UPDATE_KEYS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(written, page, "write docs/keys.md anew with UPDATE_KEYS=1 cargo test page_of_keys");
}

#[test]
fn every_key_for_next_and_back_leads_there() {
    for key in [KeyCode::Char(' '), KeyCode::Enter, KeyCode::Right, KeyCode::Char('l'), KeyCode::Char('n')] {
        assert_eq!(number(Window::of("mazur").press(key)), 2, "{key}");
    }
    for key in [KeyCode::Left, KeyCode::Char('h'), KeyCode::Char('p'), KeyCode::Backspace] {
        assert_eq!(number(Window::of("mazur").keys("nnn").press(key)), 3, "{key}");
    }
}

#[test]
fn a_lesson_ends_at_its_last_step_and_says_so() {
    let last = lesson("mazur").steps_per_epoch();
    let mut window = Window::of("mazur").keys("Gnn");
    assert_eq!(window.position().number, last);
    assert!(window.text().contains("This is the last step"));
    let mut window = Window::of("mazur").keys("p");
    assert_eq!(window.position().number, 1);
    assert!(window.text().contains("This is the first step."));
}

#[test]
fn counts_repeat_a_key() {
    assert_eq!(number(Window::of("mazur").keys("5n")), 6);
    assert_eq!(number(Window::of("mazur").keys("12n3p")), 10);
    assert_eq!(number(Window::of("mazur").keys("41G")), 41);
    assert_eq!(number(Window::of("mazur").keys("n0n")), 3, "a count does not begin with 0");
    assert_eq!(number(Window::of("mazur").keys("99999999999999999999999n")), lesson("mazur").steps_per_epoch());
}

#[test]
fn g_twice_is_the_first_step_and_once_is_nothing() {
    assert_eq!(number(Window::of("mazur").keys("Ggg")), 1);
    assert_eq!(number(Window::of("mazur").keys("nng")), 3);
    assert_eq!(number(Window::of("mazur").keys("nngng")), 4);
}

#[test]
fn tab_leads_from_neuron_to_neuron_and_back() {
    let window = Window::of("mazur").press(KeyCode::Tab);
    assert_eq!(number(window.press(KeyCode::Tab)), step_number("net_o1"));
    let window = Window::of("mazur").at("out_o2").press(KeyCode::BackTab);
    assert_eq!(number(window.press(KeyCode::BackTab)), step_number("net_o1"), "first to where its own neuron begins");
    // The gradients of w5 and w6 belong to o1, those of w7 and w8 to o2.
    assert_eq!(number(Window::of("mazur").at("dE_dw5").press(KeyCode::Tab)), step_number("dnet_o2_dw7"));
}

#[test]
fn brackets_lead_from_phase_to_phase() {
    assert_eq!(number(Window::of("mazur").keys("]")), step_number("E_o1"));
    assert_eq!(number(Window::of("mazur").keys("]]")), step_number("dE_dout_o1"));
    assert_eq!(number(Window::of("mazur").at("dE_dw5").keys("[")), step_number("dE_dout_o1"));
}

#[test]
fn braces_lead_from_epoch_to_epoch() {
    let (_, mazur) = handgrad::scenario::LESSONS[0];
    let source = mazur.replace("epochs: 1", "epochs: 3");
    assert_eq!(Window::reading(&source).keys("nn}").position(), Position::start_of(2));
    assert_eq!(Window::reading(&source).keys("9}").position(), Position::start_of(3));
    assert_eq!(Window::reading(&source).keys("}}nn{").position(), Position::start_of(3));
    assert_eq!(Window::reading(&source).keys("}}{").position(), Position::start_of(2));
    assert_eq!(Window::reading(&source).keys("Gn").position(), Position::start_of(2), "next goes on in the next epoch");
}

#[test]
fn a_jump_leads_back_to_where_it_began() {
    let mut window = Window::of("mazur").keys("nn").at("dE_dw5").at("w5_new@2");
    assert_eq!(window.position().epoch, 2);
    let mut window = window.keys("b");
    assert_eq!(window.position(), Position { epoch: 1, number: step_number("dE_dw5") });
    window.control('o');
    assert_eq!(window.position(), Position { epoch: 1, number: 3 });
    assert!(window.keys("b").text().contains("no jump"));
}

#[test]
fn a_link_of_the_trail_leads_to_its_step() {
    assert_eq!(number(Window::of("mazur").at("delta_o1").keys("t").press(KeyCode::Enter)), step_number("dE_dout_o1"));
    let mut window = Window::of("mazur").keys("t").press(KeyCode::Enter);
    assert_eq!(window.position().number, 1);
    assert!(window.text().contains("w1 is given: 0.15"));
}

#[test]
fn an_epoch_that_nobody_waits_for_is_refused() {
    let mut window = Window::of("mazur").keys("/w5_new@999999999").press(KeyCode::Enter);
    assert!(window.app.has_overlay());
    assert_eq!(window.position().epoch, 1);
}

#[test]
fn letters_of_a_name_are_no_commands() {
    let mut window = Window::of("mazur").keys("/qn? L");
    assert!(window.text().contains("qn? L"));
    assert_eq!(window.control('c'), Flow::Quit);
    let mut window = window.press(KeyCode::Esc);
    assert_eq!((window.position().number, window.app.has_overlay()), (1, false));
}

#[test]
fn erasing_the_last_letter_closes_the_line() {
    let window = Window::of("mazur").keys("/ab").press(KeyCode::Backspace).press(KeyCode::Backspace);
    assert!(window.app.has_overlay());
    assert!(!window.press(KeyCode::Backspace).app.has_overlay());
}

#[test]
fn only_keys_that_go_down_count() {
    let mut window = Window::of("mazur");
    for kind in [KeyEventKind::Release, KeyEventKind::Repeat] {
        let event = KeyEvent::new_with_kind(KeyCode::Char('n'), KeyModifiers::NONE, kind);
        assert_eq!(window.app.handle(&Event::Key(event)), Flow::Continue);
    }
    assert_eq!(window.position().number, 1);
}

#[test]
fn quit_and_suspend_are_told_to_the_loop() {
    assert_eq!(Window::of("mazur").key(KeyCode::Char('q')), Flow::Quit);
    assert_eq!(Window::of("mazur").control('c'), Flow::Quit);
    assert_eq!(Window::of("mazur").control('z'), Flow::Suspend);
    assert_eq!(Window::of("mazur").key(KeyCode::Esc), Flow::Continue, "there is no list to go back to");
}

#[test]
fn the_language_changes_in_place() {
    let mut window = Window::of("mazur").keys("nnL");
    assert_eq!(window.position().number, 3);
    assert!(window.text().contains("第 3 步"));
    assert!(window.keys("L").text().contains("3 of"));
    let chinese = Options { language: Language::Chinese, ..PLAIN };
    assert!(Window::with("mazur", chinese).text().contains("网络"));
}

#[test]
fn the_picker_opens_a_lesson_and_comes_back() {
    let mut window = Window::picker(Path::new("")).keys("j ");
    assert!(window.text().contains("net_pass"));
    let mut window = window.press(KeyCode::Esc);
    assert!(window.app.reading().is_none());
    assert_eq!(window.key(KeyCode::Char('q')), Flow::Quit);
    assert_eq!(window.key(KeyCode::Esc), Flow::Quit);
}
