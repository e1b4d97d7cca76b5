//! Practice on the screen, driven by real keys: what is asked, what is said of an answer, and what is kept out of sight.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::rc::Rc;

use crossterm::event::{Event, KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use handgrad::lesson::{Lesson, Position};
use handgrad::messages::Language;
use handgrad::practice::{Ask, Outcome, Progress, QuestionKind};
use handgrad::run::Moment;
use handgrad::scenario::{built_in, load};
use handgrad::tui::keys::Context;
use handgrad::tui::views::Kind;
use handgrad::tui::{Memory, Options, Place, Watch};

use super::screen_help::{PLAIN, Window, check_edges};

const CHINESE: Options = Options { language: Language::Chinese, ..PLAIN };
const ASCII: Options = Options { ascii: true, ..PLAIN };
const USUAL: (u16, u16) = (80, 24);

fn mazur() -> Window {
    Window::practising("mazur", Ask::Scenario, PLAIN, USUAL)
}

fn shown(name: &str, window: &mut Window) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/screens"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, window.text()));
}

impl Window {
    /// Types an answer and gives it.
    fn answers(self, text: &str) -> Self {
        self.keys(text).press(KeyCode::Enter)
    }

    /// Passes questions over until a step is asked.
    fn asked_at(mut self, name: &str) -> Self {
        while self.step() != name {
            self = if self.waits() { self.press(KeyCode::Tab) } else { self.press(KeyCode::Enter) };
        }
        self
    }

    fn step(&mut self) -> String {
        let (lesson, state) = self.app.reading().unwrap();
        lesson.step(state.position).unwrap().name.to_string()
    }

    fn waits(&mut self) -> bool {
        let (_, state) = self.app.reading().unwrap();
        state.practice.as_ref().is_some_and(|practice| practice.session.waits_at(state.position))
    }

    fn context(&mut self) -> Context {
        self.app.reading().unwrap().1.context()
    }

    fn outcomes(&mut self) -> Vec<Outcome> {
        let practice = self.app.reading().unwrap().1.practice.as_ref().unwrap();
        practice.session.entries().iter().map(|entry| entry.record.outcome()).collect()
    }

    fn says(&mut self, text: &str) {
        let screen = self.text();
        assert!(screen.contains(text), "{text}\n{screen}");
    }

    fn wheel(mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> Self {
        self.app.handle(&Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
        self
    }
}

#[test]
fn a_question_is_asked_without_its_formula_and_says_what_is_accepted() {
    shown("practice-first", &mut mazur());
}

#[test]
fn a_right_answer_is_said_to_be_right_and_the_work_is_shown() {
    shown("practice-right", &mut mazur().answers("0.3775"));
}

#[test]
fn a_wrong_answer_names_its_mistake_and_how_far_it_is() {
    shown("practice-wrong", &mut mazur().answers("0.0275"));
}

#[test]
fn what_the_author_foresaw_is_said_in_the_words_of_the_author() {
    let window = mazur().asked_at("dE_dw5").keys("!").press(KeyCode::Enter);
    shown("practice-foreseen", &mut window.answers("0.138498562"));
}

#[test]
fn hints_come_one_by_one_and_stay() {
    shown("practice-hints", &mut mazur().keys("????"));
    let mut all = mazur().keys("?????");
    all.says("= 0.3775");
    all.keys("?").says("There is no hint left.");
}

#[test]
fn a_factor_is_asked_for_before_the_product_and_the_product_is_not_shown() {
    let mut window = mazur().asked_at("dE_dw5");
    shown("practice-factor", &mut window);
    shown("practice-factor-wrong", &mut window.answers("w7"));
}

#[test]
fn an_answer_that_cannot_be_read_stays_to_be_mended() {
    let mut window = mazur().answers("0.37x");
    shown("practice-unread", &mut window);
    let mut window = window.press(KeyCode::Backspace).answers("75");
    assert_eq!(window.outcomes()[0], Outcome::AtOnce);
}

#[test]
fn practice_is_readable_in_every_window_and_language() {
    shown("practice-first-narrow", &mut Window::practising("mazur", Ask::Scenario, PLAIN, (40, 12)));
    shown("practice-wrong-narrow", &mut Window::practising("mazur", Ask::Scenario, PLAIN, (40, 12)).answers("0.0275"));
    shown("practice-first-wide", &mut Window::practising("mazur", Ask::Scenario, PLAIN, (120, 40)));
    shown("practice-wrong-chinese", &mut Window::practising("mazur", Ask::Scenario, CHINESE, USUAL).answers("0.0275"));
    shown("practice-wrong-ascii", &mut Window::practising("mazur", Ask::Scenario, ASCII, USUAL).answers("0.0275"));
}

/// A round with every kind of end: right, with hints, wrong, changed, looked at, passed over.
fn finished(options: Options, size: (u16, u16)) -> Window {
    let mut window = Window::practising("mazur", Ask::Scenario, options, size);
    window = window.answers("0.3775").press(KeyCode::Enter);
    window = window.keys("??").answers("0.593").press(KeyCode::Enter);
    window = window.asked_at("E_total").answers("0.555").answers("0.298371109").press(KeyCode::Enter);
    window = window.asked_at("delta_o1").keys("!");
    while window.context() != Context::Review {
        window = if window.waits() { window.press(KeyCode::Tab) } else { window.press(KeyCode::Enter) };
        if window.context() == Context::Lesson {
            window = window.keys(" ");
        }
    }
    window
}

#[test]
fn the_review_says_what_was_right_and_what_to_do_again() {
    shown("practice-review", &mut finished(PLAIN, USUAL));
    shown("practice-review-chinese", &mut finished(CHINESE, USUAL));
    shown("practice-review-narrow", &mut finished(PLAIN, (40, 12)));
}

#[test]
fn what_was_not_found_is_asked_again() {
    let mut window = finished(PLAIN, USUAL).keys("a");
    let outcomes = window.outcomes();
    assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Open));
    assert_eq!(window.step(), "E_total", "net_h1 and out_h1 were found");
    window.says("practice 0 of");
    let first = window.position();
    let (_, state) = window.app.reading().unwrap();
    assert!(state.hides_result() && state.conceals(first) && state.progress.steps.len() == 11);
}

#[test]
fn enter_goes_on_from_an_answer_and_another_one_changes_it() {
    let mut window = mazur().answers("0.555");
    assert_eq!(window.outcomes()[0], Outcome::Wrong);
    window = window.answers("0.3775");
    assert_eq!((window.outcomes()[0], window.step()), (Outcome::Later, "net_h1".to_owned()));
    assert_eq!(window.press(KeyCode::Enter).step(), "out_h1");
    let mut back = mazur().answers("0.555").press(KeyCode::Enter).press(KeyCode::Left);
    back.says("✗ 0.555");
    assert_eq!(back.answers("0.3775").outcomes()[0], Outcome::Later);
}

#[test]
fn space_alone_says_what_to_do_and_goes_on_where_something_is_settled() {
    let mut window = mazur().keys(" ");
    window.says("Type an answer; ? gives a hint, Tab passes it over.");
    assert_eq!(window.position(), Position::start_of(1));
    assert_eq!(window.answers("0.3775").keys(" ").step(), "out_h1");
}

#[test]
fn escape_gives_other_keys_back_and_space_the_answer() {
    let mut window = mazur().keys("0.3").press(KeyCode::Esc);
    assert_eq!(window.context(), Context::Lesson);
    window.says("= Space: back to your answer");
    let mut window = window.keys(" ");
    assert_eq!(window.context(), Context::Answer);
    let mut off = window.press(KeyCode::Esc).keys("e");
    off.says("Results are shown at once again.");
    off.says("0.3775");
}

#[test]
fn nobody_gets_past_the_first_open_question() {
    let mut last = mazur().press(KeyCode::Esc).keys("G");
    assert_eq!(last.position(), Position::start_of(1));
    last.says("What lies behind waits for this answer; Tab passes it over.");
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
        window = window.wheel(kind, (52, 3));
        assert_eq!(window.position(), Position::start_of(1), "{kind:?}");
    }
}

#[test]
fn what_could_tell_an_answer_is_closed() {
    for key in ["c", "x", "w", "r", "u", "W", "t"] {
        let mut window = mazur().press(KeyCode::Esc).keys(key);
        window.says("Not while practising");
        let (_, state) = window.app.reading().unwrap();
        assert_eq!(state.view, Kind::Board, "{key}");
    }
    // A weight as the next epoch finds it is the answer to a question.
    let mut told = mazur().press(KeyCode::Esc).keys("/w5@2").press(KeyCode::Enter);
    told.says("Not while practising");
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
fn no_view_tells_what_is_asked() {
    const MOST: usize = 14;
    let mut checked = 0;
    for (name, _) in built_in() {
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
    assert!(checked > 100, "{checked}");
}

#[test]
fn practice_that_begins_in_the_middle_asks_from_there_on() {
    let mut window = Window::of("mazur").at("E_total").keys("e");
    window.says("From here on you are asked before it is shown; e ends it.");
    window.says("practice 0 of 9");
    assert!(window.waits());
    let mut end = Window::of("mazur").at("55").keys("e");
    end.says("Nothing is asked from here on; gg goes to the first step.");
    Window::of("mazur").keys("E").says("There is no practice to review; e begins one.");
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
    window.says("This lesson has nothing to ask in this way.");
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
    window.press(KeyCode::Esc).keys("ew").says("These are the numbers of a seed");
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

    fn keep_progress(&mut self, source: &str, title: &str, progress: Progress) {
        self.done.borrow_mut().insert(source.to_owned(), (title.to_owned(), progress));
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
    window = window.answers("0.0275").press(KeyCode::Enter).answers("0.5933");
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

#[test]
fn every_question_of_every_scenario_fits_into_every_window() {
    const MOST: usize = 4;
    for (name, _) in built_in() {
        for (options, size) in [(PLAIN, (40, 12)), (ASCII, (60, 16)), (CHINESE, (80, 24)), (PLAIN, (120, 40))] {
            let mut window = Window::practising(name, Ask::All, options, size);
            for at in 0..MOST {
                let entry_kind = {
                    let (_, state) = window.app.reading().unwrap();
                    state.practice.as_ref().and_then(|practice| practice.entry(state.position).cloned())
                };
                let is_factor = entry_kind.is_some_and(|entry| matches!(entry.question.kind, QuestionKind::Factor(_)));
                let first = window.rows();
                if window.waits() {
                    window = window.keys("??");
                }
                let screens = [first, window.rows()];
                for rows in screens {
                    check_edges(&rows, size, options, &format!("{name} {at} {is_factor}"));
                }
                // A wrong answer takes a while: what makes it is looked for.
                window = if at == 0 && size.0 < 100 { window.answers("0.123") } else { window.keys("!") };
                check_edges(&window.rows(), size, options, &format!("{name} {at}"));
                window = window.press(KeyCode::Tab).press(KeyCode::Tab);
            }
        }
    }
}
