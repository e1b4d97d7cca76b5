//! Whatever mistake is made in whatever built-in lesson, the number that it makes is recognised as that mistake's.

use handgrad::formula::Formula;
use handgrad::judge::{Answer, Mark, Marker, Slip};
use handgrad::lesson::{Lesson, Position};
use handgrad::number::Exact;
use handgrad::program::{Mistake, mistaken};
use handgrad::run::{LineOf, Moment};
use handgrad::scenario;

/// Digits that leave nothing to chance.
const DECIMALS: u32 = 12;

fn answer(what: &str, value: &Exact) -> Answer {
    Answer { what: Formula::parse(what).expect(what), value: Some(value.clone()) }
}

/// The rounded results of the first epoch, each by its full name.
fn results(lesson: &mut Lesson) -> Vec<(String, Option<Exact>)> {
    let mut results = Vec::new();
    let mut next = Some(Position::start_of(1));
    while let Some(here) = next.filter(|here| here.epoch == 1 && results.len() < 400) {
        next = lesson.next(here);
        let line = lesson.line(here);
        let step = lesson.step(here).expect("a step");
        let value = lesson.run().value(Moment { epoch: 1, line }, DECIMALS, step.name.as_str());
        let value = value.ok().and_then(Result::ok).and_then(|value| value.rounded(DECIMALS));
        let name = match line {
            LineOf::Sample(number) | LineOf::Update(number) => format!("{}#{number}", step.name),
            LineOf::Validation => step.name.to_string(),
        };
        results.push((name, value));
    }
    results
}

/// The first result that a mistake changes, in the order of the lesson.
fn first_changed(right: &[(String, Option<Exact>)], wrong: &[(String, Option<Exact>)]) -> Option<(String, Exact)> {
    right.iter().find_map(|(name, value)| {
        let (_, other) = wrong.iter().find(|(other, _)| other == name)?;
        let (value, other) = (value.as_ref()?, other.as_ref()?);
        (!value.compare(other).is_eq()).then(|| (name.clone(), other.clone()))
    })
}

fn recognised(marker: &mut Marker, lesson: &mut Lesson, name: &str, mistake: Mistake, (what, value): (&str, &Exact)) {
    let marked = marker.mark_sheet(lesson, &[answer(what, value)]).remove(0).expect("a mark");
    let named = marked.causes.iter().any(|cause| cause.slip == Slip::Mistake(mistake));
    assert!(
        named && matches!(marked.mark, Mark::Mistake | Mark::Convention),
        "{name}: {mistake:?} makes {what} {value}, which is {:?} by {:?}",
        marked.mark,
        marked.causes
    );
}

#[test]
fn in_every_built_in_lesson_every_mistake_is_recognised_by_the_first_number_that_it_changes() {
    let mut seen = 0;
    for (name, source) in scenario::built_in() {
        let scenario = scenario::read(source).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        let mut lesson = Lesson::new(scenario.clone(), None);
        let right = results(&mut lesson);
        let mut marker = Marker::default();
        for mistake in Mistake::ALL {
            // The mistake made everywhere, and at the first single place.
            let programs: Vec<_> = mistaken(&scenario, lesson.program(), mistake).take(2).collect();
            for program in programs {
                let wrong = results(&mut lesson.of_program(program));
                if let Some((what, value)) = first_changed(&right, &wrong) {
                    recognised(&mut marker, &mut lesson, name, mistake, (&what, &value));
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 900, "{seen} mistakes");
}
