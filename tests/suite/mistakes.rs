//! Mistakes that are made by hand, as programs of their own, and other conventions, as scenarios of their own.

use std::collections::{BTreeMap, BTreeSet};

use handgrad::formula::Formula;
use handgrad::judge::{Claim, ClaimKind, Convention, Verdict, judge};
use handgrad::lesson::Lesson;
use handgrad::number::{Exact, Fault};
use handgrad::program::{Mistake, Program, Step, mistaken};
use handgrad::run::{LineOf, Moment};
use handgrad::scenario::{self, Published, PublishedKind, built_in};

use super::speed::wide_network;
use super::tier;

/// Digits after the point that the table prints.
const DECIMALS: u32 = 9;
/// Bits that a line is read with.
const BITS: u32 = 192;
/// In no lesson a mistake is made in more ways.
const MOST_WAYS: usize = 60;

pub(super) fn lesson(text: &str) -> Lesson {
    Lesson::new(scenario::read(text).unwrap_or_else(|faults| panic!("{text}\n{faults:?}")), None)
}

/// The lessons in which a mistake is made, everywhere at once first.
pub(super) fn lessons_with(lesson: &Lesson, mistake: Mistake) -> Vec<Lesson> {
    mistaken(lesson.scenario(), lesson.program(), mistake).map(|program| lesson.of_program(program)).collect()
}

/// A value of epoch 1, or of the epoch behind `@`, to nine decimals.
pub(super) fn value(lesson: &mut Lesson, name: &str) -> Result<Exact, Fault> {
    let (name, epoch) =
        name.split_once('@').map_or((name, 1), |(name, epoch)| (name, epoch.parse().expect("a number")));
    let line = if lesson.program().find(name).is_some() { LineOf::Sample(1) } else { LineOf::Update(1) };
    let value = lesson.run().value(Moment { epoch, line }, DECIMALS, name).expect("no halt")?;
    Ok(value.rounded(DECIMALS).expect("certain digits"))
}

/// The new w1, the new w5 and the loss after one update.
fn fingerprint(lesson: &mut Lesson) -> [String; 3] {
    ["w1_new", "w5_new", "E_total@2"]
        .map(|name| value(lesson, name).map_or_else(|fault| format!("{fault:?}"), |value| value.to_string()))
}

pub(super) fn text_of(name: &str) -> &'static str {
    built_in().find(|(own, _)| *own == name).expect("a built-in scenario").1
}

/// Names and formulas of all steps of an epoch.
fn formulas(lesson: &mut Lesson) -> Vec<(String, String)> {
    let line = |steps: &[Step]| -> Vec<(String, String)> {
        steps.iter().map(|step| (step.name.to_string(), step.formula.to_string())).collect()
    };
    let mut all = line(&lesson.program().steps);
    for batch in 1..=lesson.batches() {
        let batch = lesson.run().setting().batch(batch);
        all.extend(line(&lesson.program().update_line(batch)));
    }
    all
}

fn names(formulas: &[(String, String)]) -> Vec<&str> {
    formulas.iter().map(|(name, _)| name.as_str()).collect()
}

/// Computes every step of the first epoch; a value may be none, but nothing may panic.
fn run_through(lesson: &mut Lesson) {
    let samples = (1..=lesson.samples()).map(LineOf::Sample);
    for line in samples.chain((1..=lesson.batches()).map(LineOf::Update)).collect::<Vec<_>>() {
        let _ = lesson.run().reading(Moment { epoch: 1, line }, BITS);
    }
    let _ = lesson.run().state(2);
}

/// Mistakes in Mazur's network as the project's measurements have them, from a script of their own: the new w1, the new
/// w5, and E after one update.
const MISTAKES: [(Mistake, [&str; 3]); 7] = [
    (Mistake::TooEarly, ["0.149817639", "0.358916480", "0.291027924"]),
    (Mistake::HalfForgotten, ["0.149561432", "0.317832959", "0.283618982"]),
    (Mistake::Ascent, ["0.150219284", "0.441083520", "0.305640633"]),
    (Mistake::OutputSlopeForgotten, ["0.148865825", "0.180085176", "0.258260102"]),
    (Mistake::HiddenSlopeForgotten, ["0.149091242", "0.358916480", "0.291024764"]),
    (Mistake::OnePath, ["0.149665802", "0.358916480", "0.291027283"]),
    (Mistake::TransposedWeight, ["0.149769225", "0.358916480", "0.291027661"]),
];

/// The same for conventions.
const CONVENTIONS: [(Convention, [&str; 3]); 3] = [
    (Convention::BiasesTrained, ["0.149780716", "0.358916480", "0.280471447"]),
    (Convention::SharedBiasesTrained, ["0.149780716", "0.358916480", "0.285750887"]),
    (Convention::MeanOverOutputs, ["0.149890358", "0.379458240", "0.294708158"]),
];

#[test]
fn every_row_of_the_table_of_mistakes_comes_out() {
    let mut mazur = lesson(text_of("mazur"));
    assert_eq!(fingerprint(&mut mazur), ["0.149780716", "0.358916480", "0.291027774"]);
    for (mistake, wanted) in MISTAKES {
        let found: Vec<_> = lessons_with(&mazur, mistake).iter_mut().map(fingerprint).collect();
        assert!(found.iter().any(|found| found == &wanted), "{mistake:?}\n{found:#?}");
    }
    for (convention, wanted) in CONVENTIONS {
        let scenario = convention.scenario(mazur.scenario()).expect("another convention");
        assert_eq!(fingerprint(&mut Lesson::new(scenario, None)), wanted, "{convention:?}");
    }
}

#[test]
fn every_mistake_in_every_lesson_is_another_program_that_runs() {
    let mut made: BTreeMap<Mistake, usize> = BTreeMap::new();
    for (name, text) in tier::scenarios() {
        let mut right = lesson(text);
        let as_it_is = formulas(&mut right);
        for mistake in Mistake::ALL {
            let programs: Vec<Program> = mistaken(right.scenario(), right.program(), mistake).collect();
            assert!(programs.len() <= MOST_WAYS, "{mistake:?} is made in {} ways in {name}", programs.len());
            *made.entry(mistake).or_default() += programs.len();
            for program in programs {
                let mut wrong = right.of_program(program);
                let now = formulas(&mut wrong);
                assert_ne!(as_it_is, now, "{mistake:?} changes nothing in {name}");
                if mistake == Mistake::TooEarly {
                    let sorted = |all| BTreeSet::from_iter(names(all));
                    assert_eq!(sorted(&as_it_is), sorted(&now), "{name}");
                } else {
                    assert_eq!(names(&as_it_is), names(&now), "{mistake:?} in {name}");
                }
                run_through(&mut wrong);
            }
        }
    }
    for mistake in Mistake::ALL {
        assert!(made.get(&mistake).is_some_and(|&count| count > 0), "{mistake:?} is made nowhere");
    }
}

#[test]
fn every_convention_in_every_lesson_is_another_scenario_that_runs() {
    let mut followed: BTreeSet<Convention> = BTreeSet::new();
    for (name, text) in built_in() {
        let mut right = lesson(text);
        let as_it_is = formulas(&mut right);
        for convention in Convention::ALL {
            let Some(scenario) = convention.scenario(right.scenario()) else { continue };
            followed.insert(convention);
            let mut other = Lesson::new(scenario, None);
            let now = formulas(&mut other);
            assert_ne!(as_it_is, now, "{convention:?} changes nothing in {name}");
            let distinct: BTreeSet<&str> = other.program().steps.iter().map(|step| step.name.as_str()).collect();
            assert_eq!(
                distinct.len(),
                other.program().steps.len(),
                "{convention:?} in {name}: names are one thing each"
            );
            run_through(&mut other);
        }
    }
    // No built-in lesson has these; small lessons of their own do.
    let elsewhere = [Convention::SumOverOutputs, Convention::NesterovAtWeightsWithRate, Convention::EpsilonOutsideRoot];
    let nowhere = Convention::ALL.into_iter().filter(|one| !followed.contains(one) && !elsewhere.contains(one));
    assert_eq!(nowhere.collect::<Vec<_>>(), []);
}

/// The wrong numbers that the source of a lesson printed, as claims about what its mistake makes.
fn wrong_numbers(lesson: &Lesson) -> Vec<Claim> {
    let is_wrong = |published: &&Published| matches!(published.kind, PublishedKind::Erratum(_));
    let claim = |published: &Published| Claim {
        what: published.what.clone(),
        value: published.value.into(),
        kind: ClaimKind::Float,
    };
    lesson.scenario().published.iter().filter(is_wrong).map(claim).collect()
}

/// How many claims a lesson agrees with, to the digits of a binary float.
fn agreeing(lesson: &mut Lesson, claims: &[Claim]) -> usize {
    let agrees = |verdict| matches!(verdict, Verdict::Right | Verdict::Float | Verdict::Cut);
    judge(lesson, claims).into_iter().filter(|one| one.as_ref().is_ok_and(|one| agrees(one.verdict))).count()
}

#[test]
fn a_sheet_that_forgot_the_mask_in_its_second_layer_has_all_its_numbers_from_that() {
    let sheet = lesson(text_of("tom-yeh-backprop"));
    let claims = wrong_numbers(&sheet);
    assert_eq!(claims.len(), 23);
    let made = lessons_with(&sheet, Mistake::MaskForgotten).into_iter().map(|mut wrong| agreeing(&mut wrong, &claims));
    assert_eq!(made.max(), Some(claims.len()));
}

#[test]
fn a_tutorial_that_divides_has_its_deltas_from_that() {
    let tutorial = lesson(text_of("miller-mind"));
    // By python: s'(1)/0.3 and s'(0.8)/0.9 with s'(x) = s(x)(1 - s(x)); -1/s(1) = -(1 + exp(-1)).
    let claims = [
        ("delta_h1/delta_o", "0.6553731108049395"),
        ("delta_h3/delta_o", "0.2376774405781049"),
        ("dE_dw7/delta_o", "-1.3678794411714423"),
    ];
    let claim = |(what, value): (&str, &str)| Claim {
        what: Formula::parse(what).expect(what),
        value: Exact::parse(value).expect(value),
        kind: ClaimKind::Float,
    };
    let claims = claims.map(claim);
    let explained = |wrong: &mut Lesson| agreeing(wrong, &claims) == claims.len();
    assert!(lessons_with(&tutorial, Mistake::Divided).iter_mut().any(explained));
}

#[test]
fn mistakes_in_a_large_network_are_made_in_whole_layers() {
    let large = lesson(&wide_network());
    for mistake in Mistake::ALL {
        let ways = mistaken(large.scenario(), large.program(), mistake).count();
        assert!(ways <= 18, "{mistake:?}: {ways}");
    }
}
