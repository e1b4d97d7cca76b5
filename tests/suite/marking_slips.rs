//! One slip anywhere in a sheet is one wrong line; everything that is worked from it follows.

use handgrad::formula::Formula;
use handgrad::judge::{Answer, Mark, Marker};
use handgrad::lesson::{Lesson, Position};
use handgrad::number::Exact;
use handgrad::run::{LineOf, Moment};
use handgrad::scenario;

use super::tier;

/// With how many decimals the sheet is worked.
const DECIMALS: u32 = 9;

/// Longer lessons are left out.
const MOST_LINES: u64 = 80;

/// All results of the first epoch, each by its full name, rounded once.
fn results(lesson: &mut Lesson) -> Vec<(String, Option<Exact>)> {
    let mut results = Vec::new();
    let mut next = Some(Position::start_of(1));
    while let Some(here) = next.filter(|here| here.epoch == 1) {
        next = lesson.next(here);
        let line = lesson.line(here);
        let step = lesson.step(here).expect("a step");
        let value = lesson.run().value(Moment { epoch: 1, line }, DECIMALS, step.name.as_str());
        let name = match line {
            LineOf::Sample(number) | LineOf::Update(number) => format!("{}#{number}", step.name),
            LineOf::Validation => step.name.to_string(),
        };
        results.push((name, value.ok().and_then(Result::ok).and_then(|value| value.rounded(DECIMALS))));
    }
    results
}

#[test]
fn a_slip_in_any_step_of_every_short_lesson_is_one_wrong_line_and_the_rest_follows() {
    let (mut sheets, mut following) = (0, 0);
    for (at, (name, source)) in tier::scenarios().into_iter().enumerate() {
        let scenario = scenario::read(source).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        let mut lesson = Lesson::new(scenario, None);
        if lesson.program().steps.is_empty()
            || lesson.steps_per_epoch() > MOST_LINES
            || lesson.samples() > 1
            || lesson.scenario().paper.is_some()
        {
            continue;
        }
        let right = results(&mut lesson);
        let steps = lesson.program().steps.len();
        let mut marker = Marker::default();
        // Every lesson with two slips, Mazur's with one in every step.
        let places: Vec<usize> =
            if name == "mazur" { (0..steps).collect() } else { vec![at % steps, (at * 7 + 3) % steps] };
        for slipped in places {
            let mut program = lesson.program().clone();
            let mut lines = program.steps.to_vec();
            let Some(value) = &right[slipped].1 else { continue };
            // Something that no mistake makes.
            let wrong = value.times(&Exact::new(1_234_567, 6)).plus(&Exact::new(34_567, 6)).rounded(DECIMALS);
            lines[slipped].formula = Formula::number(wrong);
            program.steps = lines.into();
            let carried = results(&mut lesson.of_program(program));
            let answer = |(what, value): &(String, Option<Exact>)| {
                Some(Answer { what: Formula::parse(what).expect(what), value: Some(value.clone()?) })
            };
            let answers: Vec<Answer> = carried.iter().filter_map(answer).collect();
            let said = marker.mark_sheet(&mut lesson, &answers);
            let slip = &right[slipped].0;
            for (answer, said) in answers.iter().zip(said) {
                let Ok(said) = said else { continue };
                let is_slip = answer.what.to_string() == *slip;
                following += usize::from(said.mark == Mark::Follows);
                let is_wrong = !said.mark.is_right() && !matches!(said.mark, Mark::Follows | Mark::TooFewDigits);
                assert_eq!(is_wrong, is_slip, "{name}, slip in {slip}: {} is {:?}", answer.what, said.mark);
            }
            sheets += 1;
        }
    }
    assert!(sheets > tier::count(55, 100) && following > tier::count(100, 1_000), "{sheets} sheets, {following} lines");
}
