//! Mistakes that are made by hand, as programs of their own.

use handgrad::lesson::Lesson;
use handgrad::number::{Exact, Fault};
use handgrad::program::{Mistake, Program, Step, mistaken};
use handgrad::run::{LineOf, Moment};
use handgrad::scenario::{self, built_in};

/// Digits after the point that numbers.md prints.
const DECIMALS: u32 = 9;

pub(super) fn lesson(text: &str) -> Lesson {
    Lesson::new(scenario::read(text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}")), None)
}

/// The lessons in which a mistake is made, everywhere at once first.
pub(super) fn lessons_with(lesson: &Lesson, mistake: Mistake) -> Vec<Lesson> {
    mistaken(lesson.scenario(), lesson.program(), mistake).map(|program| lesson.of_program(program)).collect()
}

/// A value of epoch 1, or of the epoch behind `@`, to so many decimals.
pub(super) fn value(lesson: &mut Lesson, name: &str) -> Result<Exact, Fault> {
    let (name, epoch) =
        name.split_once('@').map_or((name, 1), |(name, epoch)| (name, epoch.parse().expect("a number")));
    let line = if lesson.program().find(name).is_some() { LineOf::Sample(1) } else { LineOf::Update(1) };
    let value = lesson.run().value(Moment { epoch, line }, DECIMALS, name).expect("no halt")?;
    Ok(value.rounded(DECIMALS).expect("certain digits"))
}

/// The new w1, the new w5 and the loss after one update.
fn fingerprint(lesson: &mut Lesson) -> [String; 3] {
    ["w1_new", "w5_new", "E_total@2"].map(|name| value(lesson, name).map_or_else(|_| "?".to_owned(), |v| v.to_string()))
}

/// The formulas of all steps of an epoch, by name.
fn formulas(lesson: &mut Lesson) -> Vec<(String, String)> {
    let program_line = |steps: &[Step]| -> Vec<(String, String)> {
        steps.iter().map(|step| (step.name.to_string(), step.formula.to_string())).collect()
    };
    let mut all = program_line(&lesson.program().steps);
    for batch in 1..=lesson.batches() {
        let batch = lesson.run().setting().batch(batch);
        all.extend(program_line(&lesson.program().update_line(batch)));
    }
    all
}

fn names(formulas: &[(String, String)]) -> Vec<&str> {
    formulas.iter().map(|(name, _)| name.as_str()).collect()
}

/// Mistakes of the table in numbers.md for Mazur's network: the new w1, the new w5, and E after one update.
const TABLE: [(Mistake, [&str; 3]); 7] = [
    (Mistake::TooEarly, ["0.149817639", "0.358916480", "0.291027924"]),
    (Mistake::HalfForgotten, ["0.149561432", "0.317832959", "0.283618982"]),
    (Mistake::Ascent, ["0.150219284", "0.441083520", "0.305640633"]),
    (Mistake::OutputSlopeForgotten, ["0.148865825", "0.180085176", "0.258260102"]),
    (Mistake::HiddenSlopeForgotten, ["0.149091242", "0.358916480", "0.291024764"]),
    (Mistake::OnePath, ["0.149665802", "0.358916480", "0.291027283"]),
    (Mistake::TransposedWeight, ["0.149769225", "0.358916480", "0.291027661"]),
];

#[test]
fn every_mistake_of_the_table_makes_its_numbers() {
    let mut mazur = lesson(scenario("mazur"));
    assert_eq!(fingerprint(&mut mazur), ["0.149780716", "0.358916480", "0.291027774"]);
    for (mistake, wanted) in TABLE {
        let found: Vec<_> = lessons_with(&mazur, mistake).iter_mut().map(fingerprint).collect();
        assert!(found.iter().any(|found| found == &wanted), "{mistake:?}\n{found:#?}");
    }
}

pub(super) fn scenario(name: &str) -> &'static str {
    built_in().find(|(own, _)| *own == name).expect("a built-in scenario").1
}

#[test]
fn every_mistake_in_every_lesson_is_another_program_that_runs() {
    let mut made = std::collections::BTreeMap::new();
    for (name, text) in built_in() {
        let mut right = lesson(text);
        let as_it_is = formulas(&mut right);
        for mistake in Mistake::ALL {
            let programs: Vec<Program> = mistaken(right.scenario(), right.program(), mistake).collect();
            for program in programs {
                *made.entry(mistake).or_insert(0) += 1;
                let mut wrong = right.of_program(program);
                let now = formulas(&mut wrong);
                assert_ne!(as_it_is, now, "{mistake:?} changes nothing in {name}");
                if mistake == Mistake::TooEarly {
                    let sorted = |names: Vec<&str>| {
                        names.into_iter().map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
                    };
                    assert_eq!(sorted(names(&as_it_is)), sorted(names(&now)), "{name}");
                } else {
                    assert_eq!(names(&as_it_is), names(&now), "{mistake:?} in {name}");
                }
                run_through(&mut wrong);
            }
        }
    }
    for mistake in Mistake::ALL {
        assert!(made.get(&mistake).is_some_and(|count| *count > 0), "{mistake:?} is made nowhere: {made:?}");
    }
    println!("{made:#?}");
}

/// Computes every step of the first epoch; a value may be none, but nothing may panic.
fn run_through(lesson: &mut Lesson) {
    let moment = |line| Moment { epoch: 1, line };
    let samples = (1..=lesson.samples()).map(LineOf::Sample);
    let lines: Vec<_> = samples.chain((1..=lesson.batches()).map(LineOf::Update)).collect();
    for line in lines {
        let _ = lesson.run().reading(moment(line), 192);
    }
    let _ = lesson.run().state(2);
}
