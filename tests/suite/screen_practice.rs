//! Practice on the screen, driven by real keys: what is asked, and what is said of an answer.

use crossterm::event::KeyCode;
use handgrad::lesson::Position;
use handgrad::messages::Language;
use handgrad::practice::{Ask, Outcome, QuestionKind};
use handgrad::tui::Options;
use handgrad::tui::keys::Context;

use super::lesson_snapshots::snapshot;
use super::screen_help::{PLAIN, Window, check_edges};
use super::tier;

const CHINESE: Options = Options { language: Language::Chinese, ..PLAIN };
const ASCII: Options = Options { ascii: true, ..PLAIN };
pub(super) const USUAL: (u16, u16) = (80, 24);

pub(super) fn mazur() -> Window {
    Window::practising("mazur", Ask::Scenario, PLAIN, USUAL)
}

fn shown(name: &str, window: &mut Window) {
    snapshot("screens", name, &window.text());
}

impl Window {
    /// Types an answer and gives it.
    pub(super) fn answers(self, text: &str) -> Self {
        self.keys(text).press(KeyCode::Enter)
    }

    /// Passes questions over until a step is asked.
    pub(super) fn asked_at(mut self, name: &str) -> Self {
        while self.step() != name {
            self = if self.waits() { self.press(KeyCode::Tab) } else { self.press(KeyCode::Enter) };
        }
        self
    }

    pub(super) fn step(&mut self) -> String {
        let (lesson, state) = self.app.reading().unwrap();
        lesson.step(state.position).unwrap().name.to_string()
    }

    pub(super) fn waits(&mut self) -> bool {
        let (_, state) = self.app.reading().unwrap();
        state.practice.as_ref().is_some_and(|practice| practice.session.waits_at(state.position))
    }

    pub(super) fn context(&mut self) -> Context {
        self.app.reading().unwrap().1.context()
    }

    pub(super) fn outcomes(&mut self) -> Vec<Outcome> {
        let practice = self.app.reading().unwrap().1.practice.as_ref().unwrap();
        practice.session.entries().iter().map(|entry| entry.record.outcome()).collect()
    }

    pub(super) fn says(&mut self, text: &str) {
        let screen = self.text();
        assert!(screen.contains(text), "{text}\n{screen}");
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
fn a_wrong_answer_is_replaced_by_what_is_typed_and_a_settled_one_stays() {
    let mut window = mazur().answers("0.555");
    assert_eq!(window.outcomes()[0], Outcome::Wrong);
    window = window.answers("0.3775");
    assert_eq!((window.outcomes()[0], window.step()), (Outcome::Later, "net_h1".to_owned()));
    assert_eq!(window.press(KeyCode::Enter).step(), "out_h1");
    let mut told = mazur().answers("0.555").answers("0.556").answers("0.557");
    told.says("✗ 0.557: That was the last try.");
    assert_eq!(told.answers("0.3775").step(), "out_h1", "what is typed after the solution is no answer");
    let mut right = mazur().answers("0.3775").answers("0.1");
    assert_eq!((right.outcomes()[0], right.step()), (Outcome::AtOnce, "out_h1".to_owned()), "a right answer stays");
}

#[test]
fn three_tries_tell_more_each_time() {
    let mut first = mazur().answers("0.555");
    first.says("Not yet. Your number is too large.");
    first.says("Every input is multiplied by the weight on its way to h1.");
    assert!(!first.text().contains("0.15·0.05"), "no number is told");
    let mut second = first.answers("0.0275");
    second.says("Not yet. You get exactly this number with a bias forgotten.");
    second.says("= 0.15·0.05 + 0.20·0.10 + 0.35");
    assert!(!second.text().contains("0.3775"));
    let mut third = second.answers("0.222");
    third.says("= 0.3775");
    assert_eq!(third.outcomes()[0], Outcome::Wrong);
}

#[test]
fn space_alone_says_what_to_do_and_goes_on_where_something_is_settled() {
    let mut window = mazur().keys(" ");
    window.says("Type an answer; ? gives a hint, Tab skips the question.");
    assert_eq!(window.position(), Position::start_of(1));
    assert_eq!(window.answers("0.3775").keys(" ").step(), "out_h1");
}

#[test]
fn escape_gives_other_keys_back_and_space_the_answer() {
    let mut window = mazur().keys("0.3").press(KeyCode::Esc);
    assert_eq!(window.context(), Context::Lesson);
    window.says("= Space: back to the answer line");
    let mut window = window.keys(" ");
    assert_eq!(window.context(), Context::Answer);
    let mut off = window.press(KeyCode::Esc).keys("e");
    off.says("Practice has ended.");
    off.says("0.3775");
}

#[test]
fn every_question_of_every_scenario_fits_into_every_window() {
    const MOST: usize = 4;
    for (name, _) in tier::scenarios() {
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
