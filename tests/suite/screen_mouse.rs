//! The mouse: what is clicked is what stands in that cell of the screen.

use std::path::Path;

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use handgrad::lesson::Position;
use handgrad::tui::Flow;
use handgrad::tui::views::Kind;
use unicode_width::UnicodeWidthStr as _;

use super::screen_help::Window;

fn mouse(window: &mut Window, kind: MouseEventKind, (column, row): (u16, u16)) {
    let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
    assert_eq!(window.app.handle(&Event::Mouse(event)), Flow::Continue);
}

/// The cell in which a text begins; `skip` is how many come before it.
fn cell(window: &mut Window, text: &str, skip: usize) -> (u16, u16) {
    let rows = window.rows();
    let small = |cells: usize| u16::try_from(cells).unwrap();
    let cells = rows.iter().enumerate().flat_map(|(y, row)| {
        row.match_indices(text).map(move |(at, _)| (small(row[..at].width()), small(y))).collect::<Vec<_>>()
    });
    let found: Vec<(u16, u16)> = cells.collect();
    *found.get(skip).unwrap_or_else(|| panic!("no `{text}` in\n{}", rows.join("\n")))
}

/// Clicks where a text stands on the screen.
fn click(mut window: Window, text: &str) -> Window {
    let cell = cell(&mut window, text, 0);
    mouse(&mut window, MouseEventKind::Down(MouseButton::Left), cell);
    window
}

fn turned(mut window: Window, kind: MouseEventKind, times: usize) -> Window {
    for _ in 0..times {
        window.rows();
        mouse(&mut window, kind, (5, 5));
    }
    window
}

fn name(window: &mut Window) -> String {
    let (lesson, state) = window.app.reading().unwrap();
    lesson.step(state.position).unwrap().name.to_string()
}

#[test]
fn a_neuron_leads_to_the_next_step_about_it_and_behind_the_last_to_its_first() {
    let mut window = click(Window::of("mazur"), "o1 ");
    assert_eq!(name(&mut window), "net_o1");
    for expected in ["out_o1", "E_o1"] {
        window = click(window, "o1 ");
        assert_eq!(name(&mut window), expected);
    }
    let mut window = click(Window::of("mazur").keys("G"), "h1 ");
    assert_eq!(name(&mut window), "net_h1", "the last step is about another");
    assert_eq!(name(&mut window.keys("b")), "w8_new", "a click is a jump");
}

#[test]
fn the_weights_of_a_neuron_are_about_it_and_its_value_can_be_clicked_too() {
    let mut window = Window::of("mazur").at("dE_dw5");
    let value = cell(&mut window, "0.751365070", 0);
    mouse(&mut window, MouseEventKind::Down(MouseButton::Left), value);
    assert_eq!(name(&mut window), "dnet_o1_dw6");
}

#[test]
fn an_input_has_no_step_and_is_told() {
    let mut window = click(Window::of("mazur").keys("nn"), "i1 ");
    assert_eq!(window.position().number, 3);
    assert!(window.text().contains("i1 is given: 0.05"), "{}", window.text());
}

#[test]
fn a_node_of_a_graph_can_be_clicked() {
    assert_eq!(name(&mut click(Window::of("apple-graph"), "apple ")), "dtotal_dapple");
}

#[test]
fn a_click_beside_everything_does_nothing() {
    let mut window = Window::of("mazur").keys("nn");
    for (column, row) in [(0, 0), (79, 23), (40, 12), (79, 4), (200, 200)] {
        window.rows();
        mouse(&mut window, MouseEventKind::Down(MouseButton::Left), (column, row));
        assert_eq!(window.position().number, 3);
    }
    let neuron = cell(&mut window, "o1 ", 0);
    for kind in [MouseEventKind::Moved, MouseEventKind::Down(MouseButton::Right), MouseEventKind::Up(MouseButton::Left)]
    {
        mouse(&mut window, kind, neuron);
        assert_eq!(window.position().number, 3);
    }
}

#[test]
fn a_step_of_the_outline_is_gone_to() {
    let mut window = click(Window::of("mazur").sized(120, 40), "dE_dout_o1");
    assert_eq!(name(&mut window), "dE_dout_o1");
}

#[test]
fn a_step_of_the_list_is_gone_to() {
    let mut window = click(Window::of("mazur").keys("s"), "out_h2");
    assert_eq!((name(&mut window).as_str(), window.app.reading().unwrap().1.view), ("out_h2", Kind::Board));
}

#[test]
fn a_link_of_the_trail_is_followed() {
    let window = Window::of("mazur").at("delta_o1").keys("t");
    let mut window = click(window, "dout_dnet_o1  (");
    assert_eq!(name(&mut window), "dout_dnet_o1");
    assert!(!window.app.has_overlay());
}

#[test]
fn what_the_trail_covers_cannot_be_clicked() {
    // So many givens that their links lie over the whole picture.
    let inputs: Vec<String> = (1..=9).map(|k| format!("x{k}")).collect();
    let source = format!(
        "format: 1\ntitle: Nine inputs\nnetwork:\n  inputs: [{}]\n  layers:\n    - {{neurons: [y], activation: tanh, \
         weights: [[{}]]}}\n  loss: squared_error\nsamples:\n  - {{inputs: [{}], targets: [1]}}\ntraining: \
         {{learning_rate: 0.1}}\n",
        inputs.join(", "),
        ["0.1"; 9].join(", "),
        ["0.5"; 9].join(", ")
    );
    let mut window = Window::reading(&source);
    let neuron = cell(&mut window, "[y ", 0);
    let mut window = window.keys("t");
    assert!(!window.text().contains("[y "), "{}", window.text());
    mouse(&mut window, MouseEventKind::Down(MouseButton::Left), neuron);
    assert_eq!(name(&mut window), "net_y");
    let mut window = window.press(KeyCode::Esc).press(KeyCode::Esc);
    window.rows();
    mouse(&mut window, MouseEventKind::Down(MouseButton::Left), neuron);
    assert_eq!(name(&mut window), "out_y", "without the trail it can");
}

#[test]
fn a_scenario_is_chosen_by_a_click_and_opened_by_another() {
    let mut window = click(Window::picker(Path::new("")), "student-passes");
    assert!(window.app.reading().is_none());
    assert!(window.rows().iter().any(|row| row.contains("▶ student-passes")), "{}", window.text());
    let mut window = click(window, "student-passes");
    assert_eq!(window.position(), Position::start_of(1));
}

#[test]
fn the_wheel_goes_on_and_back_at_a_step_and_through_lists_elsewhere() {
    let (down, up) = (MouseEventKind::ScrollDown, MouseEventKind::ScrollUp);
    let mut window = turned(turned(Window::of("mazur"), down, 5), up, 2);
    assert_eq!(window.position().number, 4);
    let window = turned(Window::of("mazur").keys("s"), down, 3);
    assert_eq!(window.press(KeyCode::Enter).position().number, 4);
    let window = turned(Window::of("mazur").at("delta_o1").keys("t"), down, 1);
    assert_eq!(
        name(&mut window.press(KeyCode::Enter)),
        name(&mut Window::of("mazur").at("delta_o1").keys("tj\n").press(KeyCode::Enter))
    );
    let mut window = turned(Window::picker(Path::new("")), down, 1);
    assert!(window.rows().iter().any(|row| row.contains("▶ student-passes")), "{}", window.text());
    let help = Window::of("mazur").sized(60, 14).keys("?jj").text();
    assert_eq!(turned(Window::of("mazur").sized(60, 14).keys("?"), down, 2).text(), help);
    let mut window = turned(Window::of("mazur").keys("/ab"), down, 1);
    assert_eq!((window.position().number, window.app.has_overlay()), (1, true), "a name is typed");
}
