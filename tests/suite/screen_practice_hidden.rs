//! What practice keeps out of sight: nothing is shown behind the first open question, in no view and by no key.

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use handgrad::lesson::{Lesson, Position};
use handgrad::practice::Ask;
use handgrad::run::Moment;
use handgrad::tui::keys::Context;
use handgrad::tui::views::Kind;

use super::screen_help::{PLAIN, Window};
use super::screen_practice::mazur;
use super::tier;

#[test]
fn nobody_gets_past_the_first_open_question() {
    let mut last = mazur().press(KeyCode::Esc).keys("G");
    assert_eq!(last.position(), Position::start_of(1));
    last.says("Answer this question first; Tab skips it.");
    for keys in ["]", "5]", "41G", "/w5_new\r", "/E_total@3\r", "N", "a", "}"] {
        let mut window = mazur().press(KeyCode::Esc);
        for letter in keys.chars() {
            window.key(if letter == '\r' { KeyCode::Enter } else { KeyCode::Char(letter) });
        }
        assert_eq!(window.position(), Position::start_of(1), "{keys}");
    }
    let mut window = mazur();
    // The output neuron in the picture, the wheel.
    for kind in [MouseEventKind::Down(MouseButton::Left), MouseEventKind::ScrollDown] {
        let mouse = MouseEvent { kind, column: 52, row: 3, modifiers: KeyModifiers::NONE };
        window.app.handle(&Event::Mouse(mouse));
        assert_eq!(window.position(), Position::start_of(1), "{kind:?}");
    }
}

#[test]
fn what_could_tell_an_answer_is_closed() {
    for key in ["c", "x", "w", "r", "u", "W", "t"] {
        let mut window = mazur().press(KeyCode::Esc).keys(key);
        window.says("Not during practice");
        let (_, state) = window.app.reading().unwrap();
        assert_eq!(state.view, Kind::Board, "{key}");
    }
    // A weight as the next epoch finds it is the answer to a question.
    let mut told = mazur().press(KeyCode::Esc).keys("/w5@2").press(KeyCode::Enter);
    told.says("Not during practice");
    let mut now = mazur().press(KeyCode::Esc).keys("/w5").press(KeyCode::Enter);
    now.says("w5 is given: 0.40");
}

/// The digits of a result, where they are so many that they are found nowhere by chance.
fn telling(lesson: &mut Lesson, position: Position) -> Option<String> {
    let moment = |lesson: &Lesson, position: Position| Moment { epoch: position.epoch, line: lesson.line(position) };
    let value = |lesson: &mut Lesson, position: Position| {
        let (at, name) = (moment(lesson, position), lesson.step(position)?.name);
        let shown = lesson.value(at, name.as_str()).ok()?.ok()?;
        Some(shown.written.to_string().trim_start_matches('-').to_owned())
    };
    let wanted = value(lesson, position).filter(|digits| digits.len() >= 6)?;
    // A step before may have the same value.
    let names: Vec<String> = lesson.program().givens.iter().map(|given| given.name.to_string()).collect();
    let at = moment(lesson, position);
    for name in names {
        let given = lesson.value(at, &name).ok()?.ok();
        if given.is_some_and(|given| given.written.to_string().contains(&wanted)) {
            return None;
        }
    }
    let mut before = (1..position.number).map(|number| Position { number, ..position });
    (!before.any(|earlier| value(lesson, earlier).is_some_and(|digits| digits.contains(&wanted)))).then_some(wanted)
}

#[test]
fn no_view_of_every_scenario_tells_what_is_asked() {
    const MOST: usize = 14;
    let mut checked = 0;
    for (name, _) in tier::scenarios() {
        let mut window = Window::practising(name, Ask::All, PLAIN, (200, 60));
        for _ in 0..MOST {
            if window.context() == Context::Review {
                break;
            }
            if !window.waits() {
                window = window.press(KeyCode::Enter);
                continue;
            }
            let (lesson, state) = window.app.reading().unwrap();
            let position = state.position;
            let Some(digits) = telling(lesson, position) else {
                window = window.press(KeyCode::Tab);
                continue;
            };
            for keys in ["", "s", "sv", "vo", "voo", "vooo"] {
                let mut view = window.press(KeyCode::Esc).keys(keys);
                let text = view.text();
                assert!(!text.contains(&digits), "{name} {position:?} {keys}: {digits}\n{text}");
                view.app.handle(&Event::Key(KeyCode::Esc.into()));
                window = view;
                if !keys.is_empty() {
                    let (_, state) = window.app.reading().unwrap();
                    assert_eq!(state.view, Kind::Board, "{keys}");
                }
            }
            checked += 1;
            window = window.keys(" ").press(KeyCode::Tab);
        }
    }
    assert!(checked > tier::count(20, 100), "{checked}");
}
