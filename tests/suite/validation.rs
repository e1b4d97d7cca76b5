//! Samples that are only looked at: their steps, their numbers, and that nothing is learned from them.

use handgrad::lesson::{FindFault, Found, Lesson, Position};
use handgrad::messages::{Language, Messages};
use handgrad::number::Exact;
use handgrad::program::GivenKind;
use handgrad::run::{LineOf, Moment, Run};
use handgrad::scenario;

const OVERFITTING: &str = include_str!("../../scenarios/overfitting.yaml");
const WITHOUT: &str = "validation:                            # y = x itself\n  \
                       - {inputs: [-0.5], targets: [-0.5]}\n  - {inputs: [0.5], targets: [0.5]}\n\n";

fn lesson(text: &str) -> Lesson {
    Lesson::new(scenario::read(text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}")), None)
}

fn plain(text: &str) -> String {
    text.split("\nnotes:").next().expect("a head").to_owned() + "\n"
}

fn position(lesson: &Lesson, name: &str) -> Position {
    match lesson.find(name, Position::start_of(1)) {
        Ok(Found::Step(position)) => position,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn the_loss_is_the_mean_over_the_points_at_the_weights_of_the_epochs_start() {
    let mut run = Run::new(&scenario::read(OVERFITTING).unwrap());
    for epoch in [1, 2, 5, 20] {
        let state = run.state(epoch).expect("no halt");
        let parameter = |name: &str| match run.program().given(name).expect(name).kind {
            GivenKind::Parameter(at) => Exact::from(state.parameters[at]),
            other => panic!("{other:?}"),
        };
        let (a, b, c) = (parameter("a"), parameter("b"), parameter("c"));
        let square = |number: &Exact| number.times(number);
        let miss = |x: &str| {
            let x = Exact::parse(x).unwrap();
            let guess = a.plus(&b.times(&x)).plus(&c.times(&square(&x)));
            square(&x.minus(&guess))
        };
        let wanted = miss("-0.5").plus(&miss("0.5")).times(&Exact::parse("0.5").unwrap());
        let found = run.value(Moment { epoch, line: LineOf::Validation }, 30, "E_validation").unwrap().unwrap();
        assert_eq!(found.rounded(30), Some(wanted.rounded(30)), "epoch {epoch}");
    }
}

#[test]
fn nothing_is_learned_from_them() {
    assert!(OVERFITTING.contains(WITHOUT));
    let mut with = Run::new(&scenario::read(OVERFITTING).unwrap());
    let text = plain(&OVERFITTING.replace(WITHOUT, ""));
    let mut without = Run::new(&scenario::read(&text).unwrap());
    assert_eq!(with.state(30).unwrap().parameters, without.state(30).unwrap().parameters);
    assert_eq!(with.setting().sample_count(), without.setting().sample_count());
}

#[test]
fn the_training_error_falls_while_the_other_falls_and_then_rises() {
    let mut lesson = lesson(OVERFITTING);
    let mut at = |name: &str, epoch: u64| {
        let position = position(&lesson, &format!("{name}@{epoch}"));
        lesson.page(position).unwrap().unwrap().result.unwrap().written.digits
    };
    for (earlier, later) in [(1, 3), (3, 5), (5, 10), (10, 20)] {
        assert!(at("E_batch", later).compare(&at("E_batch", earlier)).is_lt());
        assert_eq!(at("E_validation", later).compare(&at("E_validation", earlier)).is_lt(), later <= 5);
    }
}

#[test]
fn their_numbers_go_on_where_those_of_the_samples_end_and_their_way_ends_at_the_loss() {
    let lesson = lesson(OVERFITTING);
    let step = |name: &str| lesson.step(position(&lesson, name)).expect("a step").name.to_string();
    assert_eq!([step("guess#4"), step("miss#5"), step("E_validation")], ["guess", "miss", "E_validation"]);
    let fault = |name: &str| lesson.find(name, Position::start_of(1)).unwrap_err();
    assert_eq!(fault("miss#6"), FindFault::NoSuchNumber { number: 6, largest: 5 });
    assert_eq!(fault("dmiss_da#4"), FindFault::NoSuchNumber { number: 4, largest: 3 });
    assert_eq!(fault("E_validation#2"), FindFault::NoSuchNumber { number: 2, largest: 1 });
    assert_eq!(lesson.find("x#5", Position::start_of(1)).map(|_| ()), Ok(()));
    let nearest = FindFault::NoSuchName { name: "E_validatoin".into(), nearest: Some("E_validation".into()) };
    assert_eq!(fault("E_validatoin"), nearest);
    assert_eq!(lesson.find_all("miss", 1).unwrap().len(), 5);
    assert_eq!(lesson.find_all("E_validation", 1).unwrap().len(), 1);
    assert_eq!(lesson.find_all("dmiss_da", 1).unwrap().len(), 3);
}

#[test]
fn they_stand_before_the_first_update_and_every_step_is_found_where_it_stands() {
    for batch in ["1", "2", "3", "all"] {
        let text = plain(OVERFITTING).replace("epochs: 20", &format!("epochs: 2, batch: {batch}"));
        let lesson = lesson(&text);
        let mut seen = Vec::new();
        for number in 1..=lesson.steps_per_epoch() {
            let here = Position { epoch: 2, number };
            let name = lesson.step(here).expect("a step").name;
            let line = lesson.line(here);
            let index = match line {
                LineOf::Sample(index) | LineOf::Update(index) => index,
                LineOf::Validation => 1,
            };
            assert_eq!(position(&lesson, &format!("{name}#{index}@2")), here, "batch {batch}");
            if seen.last() != Some(&line) {
                seen.push(line);
            }
        }
        let place = |line| seen.iter().position(|&known| known == line).expect("a line");
        assert_eq!(place(LineOf::Sample(5)) + 1, place(LineOf::Validation));
        assert_eq!(place(LineOf::Validation) + 1, place(LineOf::Update(1)));
        assert_eq!(seen.len() as u64, 3 + 2 + 1 + lesson.batches());
    }
}

#[test]
fn the_ties_lead_from_their_losses_to_the_mean_and_back() {
    let mut lesson = lesson(OVERFITTING);
    let (mean, loss) = (position(&lesson, "E_validation@2"), position(&lesson, "miss#4@2"));
    let page = lesson.page(mean).unwrap().unwrap();
    let positions: Vec<_> = page.sources.iter().filter_map(|link| link.position).collect();
    assert_eq!(positions, [loss, position(&lesson, "miss#5@2")]);
    let page = lesson.page(loss).unwrap().unwrap();
    assert_eq!(page.uses.iter().map(|link| link.position).collect::<Vec<_>>(), [Some(mean)]);
    let guess = position(&lesson, "guess#4@2");
    let page = lesson.page(guess).unwrap().unwrap();
    assert_eq!(page.uses.iter().map(|link| link.name.to_string()).collect::<Vec<_>>(), ["miss"]);
}

#[test]
fn on_their_steps_nothing_is_said_to_be_learned() {
    let network = "format: 1\ntitle: x\nnetwork:\n  inputs: [x]\n  layers:\n    - {neurons: [y], activation: identity, \
                   weights: {y: {w: 2}}}\n  loss: half_squared_error\nsamples: [{inputs: [1], targets: [1]}]\n\
                   validation: [{inputs: [2], targets: [3]}]\ntraining: {learning_rate: 1}\n\
                   published: {E_validation: 0.5, E_total#2: 0.5, E_validation@2: 0.5, E_total#2@2: 0.5}\n";
    let mut lesson = lesson(network);
    // By hand: 2*2 = 4 misses 3 by 1; then w = 2 - (2 - 1)*1 = 1, and 1*2 = 2 misses 3 by 1 again.
    for judged in handgrad::judge::published(&mut lesson) {
        assert!(!judged.expect("a verdict").finding.is_fault());
    }
    let position = position(&lesson, "E_total#2");
    let page = lesson.page(position).unwrap().unwrap();
    let messages = Messages::new(Language::English);
    let why = lesson.words(&messages).why(&page);
    assert!(why.contains("is not trained on") && !why.contains("training tries"), "{why}");
    assert!(lesson.value_so_far(position, "delta_y").unwrap().is_none());
}
