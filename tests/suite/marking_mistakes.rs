//! Whatever mistake is made in whatever built-in lesson, the number that it makes is recognised as that mistake's.

use handgrad::formula::{Formula, Name};
use handgrad::judge::{Answer, Mark, Marker, Slip};
use handgrad::lesson::{Lesson, Position};
use handgrad::number::{Exact, Proven};
use handgrad::program::{Mistake, mistaken};
use handgrad::run::{LineOf, Moment};
use handgrad::scenario;

use super::tier;

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
    let said = marker.mark_sheet(lesson, &[answer(what, value)]).remove(0).expect("a mark");
    let named = said.causes.iter().any(|cause| cause.slip == Slip::Mistake(mistake));
    assert!(
        named && matches!(said.mark, Mark::Mistake | Mark::Convention),
        "{name}: {mistake:?} makes {what} {value}, which is {:?} by {:?}",
        said.mark,
        said.causes
    );
}

#[test]
fn in_every_built_in_lesson_every_mistake_is_recognised_by_the_first_number_that_it_changes() {
    let mut seen = 0;
    for (name, source) in tier::scenarios() {
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
    assert!(seen > tier::count(120, 900), "{seen} mistakes");
}

/// The first result that has enough digits to be miscopied so that it shows: two neighbours differ.
fn with_digits(results: &[(String, Option<Exact>)]) -> Option<(&str, Exact)> {
    results.iter().find_map(|(name, value)| {
        let value = value.as_ref()?.rounded(6);
        let digits = value.digits().magnitude().to_string().into_bytes();
        (digits.len() >= 4 && digits[0] != digits[1] && digits[1] != digits[2]).then_some((name.as_str(), value))
    })
}

#[test]
fn in_every_built_in_lesson_a_number_that_is_written_down_wrongly_is_recognised() {
    let mut seen = 0;
    for (name, source) in tier::scenarios() {
        let scenario = scenario::read(source).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        let mut lesson = Lesson::new(scenario, None);
        let results = results(&mut lesson);
        let Some((what, value)) = with_digits(&results) else { continue };
        let mut digits: Vec<char> = value.magnitude().digits().to_string().chars().collect();
        digits.swap(1, 2);
        let sign = if value.is_negative() { "-" } else { "" };
        let swapped = format!("{sign}{}e-6", digits.into_iter().collect::<String>());
        let slips = [
            (value.negated(), Slip::SignLost),
            (Exact::parse(&swapped).expect("a number"), Slip::DigitsTransposed),
            (Exact::new(value.digits().clone(), 7), Slip::PointSlipped),
        ];
        let mut marker = Marker::default();
        for (wrong, slip) in slips {
            let said = marker.mark_sheet(&mut lesson, &[answer(what, &wrong)]).remove(0).expect("a mark");
            let named = said.causes.iter().any(|cause| cause.slip == slip && cause.decimals.is_none());
            assert!(named, "{name}: {what} {wrong} is {:?} by {:?}", said.mark, said.causes);
            seen += 1;
        }
    }
    assert!(seen > tier::count(20, 300), "{seen} slips of the pen");
}

#[test]
fn in_every_built_in_lesson_a_step_that_is_worked_from_numbers_rounded_to_three_decimals_is_recognised() {
    let proven = Proven::new(256).expect("a precision");
    let mut seen = 0;
    for (name, source) in tier::scenarios() {
        let scenario = scenario::read(source).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        if scenario.paper.is_some() {
            continue;
        }
        let mut lesson = Lesson::new(scenario, None);
        let results = results(&mut lesson);
        let rounded = |name: &Name| {
            let full = format!("{name}#1");
            let (_, value) = results.iter().find(|(known, _)| *known == full)?;
            value.as_ref().map(|value| value.rounded(3))
        };
        let mut marker = Marker::default();
        let mut next = Some(Position::start_of(1));
        while let Some(here) = next.filter(|here| here.epoch == 1 && here.number < 60) {
            next = lesson.next(here);
            let step = lesson.step(here).expect("a step");
            let names: Vec<Name> = step.operands().into_iter().cloned().collect();
            let values: Option<Vec<(Name, Exact)>> =
                names.into_iter().map(|name| rounded(&name).map(|value| (name, value))).collect();
            let (Some(values), LineOf::Sample(1)) = (values.filter(|values| !values.is_empty()), lesson.line(here))
            else {
                continue;
            };
            let value_of = |name: &Name| values.iter().find(|(known, _)| known == name).expect("a value").1.clone();
            let Ok(made) = step.formula.evaluate(&proven, &mut |name| Ok(value_of(name).into())) else { continue };
            let what = format!("{}#1", step.name);
            let right = results.iter().find(|(known, _)| *known == what).and_then(|(_, value)| value.clone());
            let (Some(made), Some(right)) = (made.rounded(9), right) else { continue };
            // What hardly differs is right within its digits, and what is short fits anything.
            if made.compare(&right.rounded(9)).is_eq() || made.digit_count() < 6 || made.normalized().digit_count() < 4
            {
                continue;
            }
            let said = marker.mark_sheet(&mut lesson, &[answer(&what, &made)]).remove(0).expect("a mark");
            if said.mark.is_right() {
                continue;
            }
            assert!(!said.causes.is_empty(), "{name}: {what} {made} is {:?}", said.mark);
            seen += 1;
            break;
        }
    }
    assert!(seen > tier::count(4, 40), "{seen} numbers rounded too early");
}
