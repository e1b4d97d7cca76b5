//! The views as tabs in the rule above the keys.

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use handgrad::messages::Language;
use handgrad::tui::Options;
use handgrad::tui::keys::Keymap;
use handgrad::tui::views::Kind;
use unicode_width::UnicodeWidthStr as _;

use super::screen_help::{PLAIN, Window};

/// The rule above the keys.
fn tabs(window: &mut Window) -> String {
    let rows = window.rows();
    rows[rows.len() - 2].trim_end_matches(['─', '-']).to_owned()
}

/// Clicks in the rule above the keys where a text begins.
fn click(mut window: Window, text: &str) -> Window {
    let rows = window.rows();
    let (row, line) = (rows.len() - 2, &rows[rows.len() - 2]);
    let at = line.find(text).unwrap_or_else(|| panic!("no `{text}` in {line}"));
    let (column, row) = (u16::try_from(line[..at].width()).unwrap(), u16::try_from(row).unwrap());
    let kind = MouseEventKind::Down(MouseButton::Left);
    let _ = window.app.handle(&Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    window
}

fn view(window: &mut Window) -> Kind {
    window.app.reading().unwrap().1.view
}

#[test]
fn every_view_has_a_tab_and_the_open_one_stands_in_brackets() {
    assert!(tabs(&mut Window::of("mazur")).starts_with("─[lesson]─ s steps ─ c training ─ x check "));
    assert!(tabs(&mut Window::of("mazur").keys("s")).starts_with("─ lesson ─[s steps]─ c training ─ x check "));
    assert!(tabs(&mut Window::of("mazur").keys("x")).starts_with("─ lesson ─ s steps ─ c training ─[x check]"));
}

#[test]
fn tabs_speak_chinese_and_ascii() {
    let chinese = Options { language: Language::Chinese, ..PLAIN };
    assert!(tabs(&mut Window::with("mazur", chinese)).starts_with("─[课程]─ s 步骤 ─ c 训练 ─ x 检验 "));
    let ascii = Options { ascii: true, ..PLAIN };
    assert!(tabs(&mut Window::with("mazur", ascii)).starts_with("-[lesson]- s steps - c training - x check "));
}

#[test]
fn in_a_small_window_only_the_open_one_has_its_word() {
    assert!(tabs(&mut Window::of("mazur").sized(40, 12)).starts_with("─[lesson]─ s ─ c ─ x "));
    assert_eq!(tabs(&mut Window::of("mazur").sized(40, 12).keys("c")), "─[c training]", "a long word alone");
}

#[test]
fn a_count_has_room_at_the_right() {
    let mut window = Window::of("mazur").sized(40, 12).keys("9999");
    let rows = window.rows();
    assert!(rows[10].contains("─[lesson]─ s ") && rows[10].ends_with(" 9999 ─"), "{}", rows[10]);
}

#[test]
fn a_notice_takes_the_place_of_the_tabs_until_the_next_key() {
    let mut window = Window::of("mazur").keys("p");
    assert!(!window.text().contains("[lesson]"));
    assert!(window.keys("n").text().contains("[lesson]"));
}

#[test]
fn tabs_name_the_keys_of_the_reader() {
    let mut window = Window::of("mazur");
    window.app = window.app.with_keys(Keymap::read("show-steps = [\"F5\"]\nshow-check = []").unwrap());
    assert!(tabs(&mut window).starts_with("─[lesson]─ F5 steps ─ c training ─ check "), "{}", tabs(&mut window));
}

#[test]
fn a_click_on_a_tab_opens_its_view_and_on_the_open_one_changes_nothing() {
    let mut window = click(Window::of("mazur").keys("nn"), "steps");
    assert_eq!(view(&mut window), Kind::Steps);
    window = click(window, "s steps");
    assert_eq!(view(&mut window), Kind::Steps);
    window = click(window, "x check");
    assert_eq!(view(&mut window), Kind::Check);
    window = click(window, "training");
    assert_eq!(view(&mut window), Kind::Training);
    window = click(window, "lesson");
    assert_eq!((view(&mut window), window.position().number), (Kind::Board, 3));
}
