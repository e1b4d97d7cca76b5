//! Lessons on optimizers: every line closes, every name is found, a training that stops ends the lesson.

use handgrad::lesson::{Found, Lesson, Position};
use handgrad::messages::{Language, Messages};
use handgrad::run::{Moment, Reason, Run};
use handgrad::scenario;
use unicode_width::UnicodeWidthStr as _;

use super::closing_lines::check_lesson;
use super::optimizers::bowl;

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");
const BATCHES: &str = include_str!("../lessons/batches.yaml");

const FORMS: [&str; 9] = [
    "  optimizer: momentum\n",
    "  optimizer: nesterov\n",
    "  optimizer: adagrad\n",
    "  optimizer: rmsprop\n",
    "  optimizer: adam\n",
    "  optimizer: adamw\n",
    "  optimizer: sgd\n  weight_decay: 0.01\n",
    "  optimizer: sgd\n  schedule: {step_decay: {factor: 0.5, every: 2}}\n",
    "  optimizer: {state: {u: 0}, steps: {u: \"max(0.9*u, abs(g))\", w: w - eta*g/u}}\n  schedule: {exponential: {factor: 0.9}}\n",
];

fn mazur(training: &str) -> String {
    let text = MAZUR.split("published:").next().expect("a part before it");
    text.replace("  optimizer: sgd\n", training)
}

fn lesson(text: &str) -> Lesson {
    Lesson::new(scenario::read(text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}")), None)
}

#[test]
fn every_line_of_every_optimizer_closes() {
    for form in FORMS {
        for epoch in [1, 2, 5] {
            assert!(check_lesson(&mazur(form), 9, epoch) > 120, "{form}");
        }
        assert!(check_lesson(&bowl(form), 4, 3) > 5);
    }
}

#[test]
fn every_step_of_an_optimizer_is_put_into_words() {
    for form in FORMS {
        let mut lesson = lesson(&mazur(form));
        for number in 1..=lesson.steps_per_epoch() {
            let page = lesson.page(Position { epoch: 2, number }).expect("no halt").expect("a page");
            for language in Language::ALL {
                let messages = Messages::new(language);
                let words = lesson.words(&messages);
                for text in [words.title(&page.step), words.question(&page.step), words.why(&page)] {
                    assert!(!text.is_empty() && !text.contains("lesson-") && !text.contains('{'), "{form}: {text}");
                }
                assert!(words.conventions().join("  ").width() <= 78, "{form}: {:?}", words.conventions());
            }
        }
    }
}

#[test]
fn a_state_leads_to_the_update_before_and_the_update_after() {
    let mut lesson = lesson(&bowl("  epochs: 3\n  optimizer: adam\n"));
    let here = Position::start_of(2);
    let Ok(Found::Step(position)) = lesson.find("m_w", here) else { panic!("a step") };
    let page = lesson.page(position).expect("no halt").expect("a page");
    let old = page.sources.iter().find(|link| link.name.as_str() == "m_w_old").expect("a source");
    assert_eq!(old.position, Some(Position { epoch: 1, ..position }));
    let next = page.uses.last().expect("a use");
    assert_eq!((next.name.as_str(), next.position), ("m_w@3", Some(Position { epoch: 3, ..position })));
    for (name, value) in [("m_w_old", "0.168000000"), ("t", "2"), ("beta1", "0.9"), ("eta", "0.1")] {
        let Ok(Found::Given(moment)) = lesson.find(name, here) else { panic!("{name} is a given") };
        assert_eq!(moment.epoch, 2);
        let shown = lesson.value(moment, name).expect("no halt").expect("a value");
        assert!(value.starts_with(&shown.written.to_string()), "{name}: {}", shown.written);
    }
}

#[test]
fn the_rate_of_a_schedule_is_a_step() {
    let lesson = lesson(&bowl("  epochs: 3\n  schedule: {exponential: {factor: 0.5}}\n"));
    let Ok(Found::Step(position)) = lesson.find("eta@3", Position::start_of(1)) else { panic!("a step") };
    let step = lesson.step(position).expect("a step");
    assert_eq!(step.formula.to_string(), "eta_start*factor^(epoch-1)");
    assert!(matches!(lesson.find("eta_start", Position::start_of(1)), Ok(Found::Given(Moment { epoch: 1, .. }))));
}

#[test]
fn a_training_stops_where_its_loss_is_reached() {
    // 0.7*(1.2*0.86^(n-1))^2 is below 0.5 for the first time at n = 4.
    let text = bowl("  epochs: 100\n  stop_when: {loss_below: 0.5}\n");
    let mut run = Run::new(&scenario::read(&text).expect("a scenario"));
    assert!(run.state(4).is_ok());
    let halt = run.state(5).expect_err("an end");
    assert_eq!(halt.epoch, 4);
    assert!(matches!(halt.reason, Reason::Reached { .. }));
    let mut lesson = lesson(&text);
    let mut at = Position::start_of(1);
    let mut steps = 0;
    loop {
        lesson.page(at).expect("no halt").expect("a page");
        steps += 1;
        let Some(next) = lesson.next(at) else { break };
        at = next;
    }
    assert_eq!(at.epoch, 4);
    assert_eq!(steps, 3 * lesson.steps_per_epoch() + lesson.steps_per_epoch() - 1, "all but the last update");
    let halt = lesson.page(Position { number: at.number + 1, ..at }).expect_err("an end");
    let said = lesson.words(&Messages::new(Language::English)).halt(&halt);
    assert!(said.contains("epoch 4") && said.contains("`E_epoch` is below 0.5"), "{said}");
}

#[test]
fn the_loss_of_an_epoch_of_batches_decides_whichever_engine_ran_them() {
    for optimizer in ["sgd", "adam"] {
        let asked = format!("training: {{optimizer: {optimizer}, learning_rate: 0.1, batch: 2, epochs: 60, ");
        let text = BATCHES.replace("training: {learning_rate: 0.1, batch: 2, epochs: 3, ", &asked);
        let mut free = Run::new(&scenario::read(&text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}")));
        let last = free.setting().batch_count();
        let loss = |run: &mut Run, epoch| {
            let moment = Moment { epoch, line: handgrad::run::LineOf::Update(last) };
            run.value(moment, 9, "E_epoch").expect("no halt").expect("a loss").rounded(9).expect("digits")
        };
        let limit = loss(&mut free, 12);
        let first = (1..=60).find(|&epoch| loss(&mut free, epoch).compare(&limit).is_lt()).expect("an epoch");
        let stopping = text.replace("epochs: 60", &format!("epochs: 60, stop_when: {{loss_below: {limit}}}"));
        let mut run = Run::new(&scenario::read(&stopping).expect("a scenario"));
        let halt = run.state(100).expect_err("an end");
        assert!(matches!(halt.reason, Reason::Reached { .. }), "{halt:?}");
        // The limit is the loss of epoch 12 rounded, so that epoch 12 itself may lie below it.
        assert!(halt.epoch == first || halt.epoch == 12, "{optimizer}: {halt:?}, {first}");
        assert_eq!(halt.batch, last);
    }
}
