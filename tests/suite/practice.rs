//! Questions, answers, hints and reviews, without a screen.

use handgrad::judge::{Mark, Marker};
use handgrad::lesson::{Found, Lesson, Position};
use handgrad::practice::{
    Ask, Entry, Outcome, Progress, Question, QuestionKind, Reply, Rung, Session, mark, questions, rungs,
};
use handgrad::scenario::built_in;

use super::screen_help::lesson;

pub(super) const START: Position = Position { epoch: 1, number: 1 };

pub(super) fn at(lesson: &Lesson, name: &str) -> Position {
    match lesson.find(name, START) {
        Ok(Found::Step(position)) => position,
        other => panic!("{name}: {other:?}"),
    }
}

/// The questions by the names of their steps; a factor behind a cross.
fn named(lesson: &Lesson, questions: &[Question]) -> Vec<String> {
    let name = |question: &Question| {
        let step = lesson.step(question.position).unwrap().name;
        match &question.kind {
            QuestionKind::Result => step.to_string(),
            QuestionKind::Factor(factor) => format!("{step}×{factor}"),
        }
    };
    questions.iter().map(name).collect()
}

fn asked(name: &str, ask: Ask, round: u32) -> Vec<String> {
    let lesson = lesson(name);
    named(&lesson, &questions(&lesson, ask, round))
}

fn results(names: Vec<String>) -> Vec<String> {
    names.into_iter().filter(|name| !name.contains('×')).collect()
}

/// The question that is asked at a step.
pub(super) fn entry(session: &mut Session, position: Position) -> &mut Entry {
    let place = session.place_at(position).expect("it is asked");
    session.entry_mut(place).unwrap()
}

/// Types an answer at a step.
pub(super) fn answer(lesson: &mut Lesson, session: &mut Session, step: &str, text: &str) -> Reply {
    let place = session.place_at(at(lesson, step)).expect("it is asked");
    mark(lesson, &mut Marker::default(), session, place, text).expect("it can be compared")
}

#[test]
fn a_lesson_asks_what_its_scenario_asks_for() {
    assert_eq!(
        results(asked("mazur", Ask::Scenario, 1)),
        ["net_h1", "out_h1", "E_total", "delta_o1", "dE_dw5", "dE_dout_h1", "dE_dw1", "w5_new"]
    );
}

#[test]
fn where_nothing_is_asked_for_everything_is_that_takes_work() {
    let lesson = lesson("xor");
    assert!(lesson.scenario().practice.ask.is_empty());
    assert_eq!(asked("xor", Ask::Scenario, 1), asked("xor", Ask::All, 1));
    let all = results(asked("mazur", Ask::All, 1));
    assert!(all.contains(&"out_dnet_o1".replace("out_", "dout_")), "{all:?}");
    // These only give another number a name.
    assert!(!all.iter().any(|name| name.starts_with("dnet_")), "{all:?}");
}

#[test]
fn every_third_is_every_third_of_all() {
    let all = results(asked("mazur", Ask::All, 1));
    let third: Vec<String> = all.iter().skip(2).step_by(3).cloned().collect();
    assert_eq!(results(asked("mazur", Ask::Every(3), 1)), third);
    assert!(asked("mazur", Ask::Every(u64::MAX), 1).is_empty());
}

/// The same progress after what happened in a session.
fn done(mut progress: Progress, session: &mut Session) -> Progress {
    for event in session.take_events() {
        progress.take(&event, 0);
    }
    progress
}

#[test]
fn an_example_fades_from_its_end() {
    let all = results(asked("mazur", Ask::Scenario, 1));
    for (round, left) in [(1, 8), (2, 7), (3, 6), (9, 0), (99, 0)] {
        assert_eq!(results(asked("mazur", Ask::Fading, round)), all[left..], "round {round}");
    }
    let mut lesson = lesson("mazur");
    let mut session = Session::new(&lesson, Ask::Fading, 1, START);
    let mut rounds = 1;
    assert!(session.is_done_at(at(&lesson, "w5_new")) && !session.is_done_at(at(&lesson, "dE_dw5")));
    while let Some(next) = session.next_round(&lesson) {
        session = next;
        rounds += 1;
    }
    assert_eq!(rounds, 9);
    assert_eq!(answer(&mut lesson, &mut session, "net_h1", "0.3775").mark(), Mark::Right);
    assert_eq!(done(Progress::default(), &mut session).round, 9);
}

#[test]
fn the_first_product_of_its_kind_is_asked_for_a_factor_too() {
    let all = asked("mazur", Ask::All, 1);
    let factors: Vec<&String> = all.iter().filter(|name| name.contains('×')).collect();
    let steps: Vec<&str> = factors.iter().map(|name| name.split('×').next().unwrap()).collect();
    assert_eq!(steps, ["delta_o1", "dE_dw5", "dE_dout_h1_via_o1", "delta_h1", "dE_dw1"]);
    for name in &factors {
        let (step, factor) = name.split_once('×').unwrap();
        let lesson = lesson("mazur");
        let step = lesson.step(at(&lesson, step)).unwrap();
        assert!(step.operands().iter().any(|operand| operand.as_str() == factor), "{name}");
    }
    let only = asked("mazur", Ask::Factors, 1);
    assert!(only.len() > factors.len() && only.iter().all(|name| name.contains('×')));
}

#[test]
fn every_built_in_scenario_can_be_practised_in_every_way() {
    for (name, text) in built_in() {
        let lesson = Lesson::new(handgrad::scenario::read(text).unwrap(), None);
        for ask in [Ask::Scenario, Ask::All, Ask::Every(2), Ask::Fading, Ask::Factors] {
            let questions = questions(&lesson, ask, 3);
            assert!(questions.is_sorted_by_key(|question| question.position), "{name} {ask:?}");
            let has_any = !questions.is_empty() || matches!(ask, Ask::Factors | Ask::Every(_));
            assert!(has_any, "{name} {ask:?}");
        }
    }
}

#[test]
fn nothing_is_seen_from_the_first_open_question_on() {
    let mut lesson = lesson("mazur");
    let mut session = Session::new(&lesson, Ask::Scenario, 1, START);
    let (first, second) = (at(&lesson, "net_h1"), at(&lesson, "out_h1"));
    assert_eq!(session.frontier(), Some(first));
    answer(&mut lesson, &mut session, "net_h1", "0.3775");
    assert_eq!(session.frontier(), Some(second));
    assert!(!session.conceals(first) && session.conceals(second) && session.conceals(at(&lesson, "w5_new")));
    let later = Session::new(&lesson, Ask::Scenario, 1, at(&lesson, "dE_dw5"));
    assert_eq!(later.entries().len(), 6, "what has been read already is not asked");
}

#[test]
fn hints_lead_from_the_author_over_symbols_and_numbers_to_the_answer() {
    let lesson = lesson("mazur");
    let question = Question { position: at(&lesson, "net_h1"), kind: QuestionKind::Result };
    let all = rungs(&lesson, &question, false);
    let said = |rung: &Rung| match rung {
        Rung::Author(text) => text.in_language("en").to_owned(),
        other => format!("{other:?}"),
    };
    assert_eq!(
        all.iter().map(said).collect::<Vec<_>>(),
        [
            "Multiply each input by the weight that leads from it to h1.",
            "Add the bias b1 to w1·i1 + w2·i2.",
            "Symbols",
            "Numbers",
            "Answer"
        ]
    );
    let mut session = Session::new(&lesson, Ask::Scenario, 1, START);
    for hints in 1..=5 {
        assert!(session.hint(&lesson, 0));
        assert_eq!(entry(&mut session, START).record.hints, hints);
        assert_eq!(session.frontier(), Some(START), "a hint voids nothing");
    }
    assert!(!session.hint(&lesson, 0), "there is none left");
    let mut lesson = lesson;
    answer(&mut lesson, &mut session, "net_h1", "0.3775");
    let record = &entry(&mut session, START).record;
    assert_eq!((record.outcome(), record.hints, record.is_to_do_again()), (Outcome::WithHints, 5, true));
}

#[test]
fn what_went_wrong_is_asked_again_and_nothing_else() {
    let mut lesson = lesson("mazur");
    let mut session = Session::new(&lesson, Ask::Scenario, 1, START);
    answer(&mut lesson, &mut session, "net_h1", "0.3775");
    answer(&mut lesson, &mut session, "out_h1", "0.123");
    for _ in 0..2 {
        answer(&mut lesson, &mut session, "out_h1", "0.123");
    }
    while let Some(position) = session.frontier() {
        let place = session.place_at(position).unwrap();
        session.skip(&mut lesson, place);
    }
    let step = at(&lesson, "E_total");
    entry(&mut session, step).record = handgrad::practice::Record::default();
    answer(&mut lesson, &mut session, "E_total", "0.298371109");
    let again = session.again().unwrap();
    let asked: Vec<Question> = again.entries().iter().map(|entry| entry.question.clone()).collect();
    let asked = named(&lesson, &asked);
    assert!(!asked.contains(&"net_h1".to_owned()) && !asked.contains(&"E_total".to_owned()), "{asked:?}");
    assert!(asked.contains(&"out_h1".to_owned()) && asked.contains(&"w5_new".to_owned()), "{asked:?}");
    let tally = session.tally();
    assert_eq!((tally.of(Outcome::AtOnce), tally.of(Outcome::Wrong), tally.of(Outcome::Open)), (2, 1, 0));
    let progress = done(Progress::default(), &mut session);
    assert_eq!(progress.tally(), tally);
    // Later rounds say how a question stands now.
    let mut again = again;
    answer(&mut lesson, &mut again, "out_h1", "0.5933");
    let later = done(progress, &mut again).tally();
    assert_eq!((later.of(Outcome::AtOnce), later.of(Outcome::Wrong)), (3, 0));
}
