//! What is right, cut, rounded on the way, float noise, or wrong; on Mazur's network and small graphs.

use std::fs;
use std::path::Path;

use handgrad::formula::Formula;
use handgrad::judge::{Claim, ClaimKind, Finding, Trouble, Verdict, judge, published};
use handgrad::lesson::{FindFault, Lesson, Position};
use handgrad::number::{Exact, Fault};
use handgrad::run::{LineOf, Moment};
use handgrad::scenario;

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

fn lesson(source: &str) -> Lesson {
    Lesson::new(scenario::read(source).expect("a scenario"), None)
}

fn graph(given: &str, nodes: &str, output: &str) -> Lesson {
    lesson(&format!("format: 1\ntitle: x\ngraph:\n  given: {{{given}}}\n  nodes: {{{nodes}}}\n  output: {output}\n"))
}

fn claim(what: &str, value: &str, kind: ClaimKind) -> Claim {
    Claim { what: Formula::parse(what).expect(what), value: Exact::parse(value).expect(value), kind }
}

fn judged(lesson: &mut Lesson, claims: &[(&str, &str)]) -> Vec<Result<Verdict, Trouble>> {
    let claims: Vec<_> = claims.iter().map(|(what, value)| claim(what, value, ClaimKind::Result)).collect();
    judge(lesson, &claims).into_iter().map(|judgement| judgement.map(|judgement| judgement.verdict)).collect()
}

fn verdicts(source: &str, claims: &[(&str, &str)]) -> Vec<Verdict> {
    judged(&mut lesson(source), claims).into_iter().map(|verdict| verdict.expect("a verdict")).collect()
}

use Verdict::{Cut, Float, Right, Rounded, Undecided, Wrong};

use super::tier;

#[test]
fn mazurs_article_has_twenty_right_numbers_and_five_errata() {
    let mut lesson = lesson(MAZUR);
    let names: Vec<String> = lesson.scenario().published.iter().map(|entry| entry.what.to_string()).collect();
    let findings: Vec<Finding> =
        published(&mut lesson).into_iter().map(|checked| checked.expect("a finding").finding).collect();
    assert_eq!(findings.iter().filter(|finding| **finding == Finding::Agrees(Right)).count(), 20);
    let others: Vec<_> = names
        .iter()
        .zip(findings)
        .filter(|(_, finding)| *finding != Finding::Agrees(Right))
        .map(|(name, finding)| (name.as_str(), finding))
        .collect();
    assert_eq!(
        others,
        [
            ("dE_dout_h1_via_o2", Finding::ErratumByRounding),
            ("E_total@2", Finding::Erratum),
            ("out_o1@10001", Finding::Erratum),
            ("out_o2@10001", Finding::Erratum),
            ("E_total@10001", Finding::Erratum),
        ]
    );
}

#[test]
fn what_an_optimizer_remembers_is_what_was_printed_of_it() {
    let source = "format: 1\ntitle: x\ngraph: {parameters: {w: 1}, nodes: {L: w^2/3}, output: L}\n\
                  training: {learning_rate: 0.1, optimizer: {momentum: {beta: 0.9}}}\n";
    // 0.9·0.67 + 0.62222, where the exact velocity before is 0.66666….
    let printed = [("v_w", "0.67"), ("dL_dw@2", "0.62222"), ("v_w@2", "1.22522")];
    assert_eq!(verdicts(source, &printed), [Right, Right, Rounded]);
    assert_eq!(verdicts(source, &printed[1..]), [Right, Wrong], "without the line that it follows from");
}

#[test]
fn twelve_digits_of_a_float_may_end_before_the_point() {
    let mut lesson = graph("a: 667087267986662.76, b: 1", "c: a*b", "c");
    let float = |lesson: &mut Lesson, text: &str| {
        judge(lesson, &[claim("c", text, ClaimKind::Float)]).remove(0).expect("a judgement").verdict
    };
    assert_eq!(float(&mut lesson, "667087267986662.1"), Float);
    assert_eq!(float(&mut lesson, "667087267986499"), Wrong);
    assert_eq!(float(&mut lesson, "667087267985662.1"), Wrong);
}

#[test]
fn an_erratum_that_agrees_is_none() {
    let with = |value: &str| {
        let source = MAZUR.replace("value: 0.291027924", &format!("value: {value}"));
        let mut lesson = lesson(&source);
        let at = lesson.scenario().published.iter().position(|entry| entry.what.to_string() == "E_total@2");
        published(&mut lesson)[at.expect("the entry")].as_ref().expect("a finding").finding
    };
    // 0.29102777369359935…
    assert_eq!(with("0.291027774"), Finding::NoErratum(Right));
    assert_eq!(with("0.291027773"), Finding::NoErratum(Cut));
    assert_eq!(with("0.29102777369359999"), Finding::NoErratum(Float));
    assert_eq!(with("0.291027924"), Finding::Erratum);
    for finding in [Finding::NoErratum(Right), Finding::Wrong, Finding::Undecided] {
        assert!(finding.is_fault());
    }
    assert!(!Finding::Erratum.is_fault() && !Finding::ErratumByRounding.is_fault());
}

#[test]
fn digits_are_rounded_or_cut_and_a_zero_at_the_end_is_one() {
    // 0.59326999210718…
    let claims = [
        ("out_h1", "0.593270"),
        ("out_h1", "0.593269"),
        ("out_h1", "0.59327"),
        ("out_h1", "0.5932700"),
        ("out_h1", "0.593269992107187255173654562"),
        ("net_h1", "0.3775"),
        ("net_h1", "0.37750"),
        ("net_h1", "0.377"),
        ("net_h1", "0.376"),
    ];
    assert_eq!(verdicts(MAZUR, &claims), [Right, Cut, Right, Right, Right, Right, Right, Cut, Wrong]);
    assert_eq!(verdicts(MAZUR, &[("out_h1", "0.5932701")]), [Wrong]);
}

#[test]
fn what_follows_from_rounded_numbers_is_rounded() {
    // (0.01 - 0.751)^2/2 = 0.2745405, and without rounding it is 0.2748110…
    assert_eq!(verdicts(MAZUR, &[("out_o1", "0.751"), ("E_o1", "0.27454")]), [Right, Rounded]);
    assert_eq!(verdicts(MAZUR, &[("E_o1", "0.27454")]), [Wrong], "nothing before it is rounded");
    assert_eq!(verdicts(MAZUR, &[("out_o1", "0.75137"), ("E_o1", "0.27454")]), [Right, Wrong], "not so coarsely");
    // Any number that rounds to 0.751 will do, but not more: 0.7415^2/2 = 0.27491…
    assert_eq!(verdicts(MAZUR, &[("out_o1", "0.751"), ("E_o1", "0.27491")]), [Right, Rounded]);
    assert_eq!(verdicts(MAZUR, &[("out_o1", "0.751"), ("E_o1", "0.27493")]), [Right, Wrong]);
}

#[test]
fn a_sheet_may_stand_in_any_order() {
    assert_eq!(verdicts(MAZUR, &[("E_o1", "0.27454"), ("out_o1", "0.751")]), [Rounded, Right]);
}

#[test]
fn nothing_follows_from_a_wrong_number() {
    // (0.01 - 0.760)^2/2 = 0.28125
    assert_eq!(verdicts(MAZUR, &[("out_o1", "0.760"), ("E_o1", "0.28125")]), [Wrong, Wrong]);
}

#[test]
fn a_number_with_all_its_digits_is_taken_at_its_word() {
    // With 0.3775 as a rounded number, this would be within reach.
    assert_eq!(verdicts(MAZUR, &[("net_h1", "0.3775"), ("out_h1", "0.593265992")]), [Right, Wrong]);
}

#[test]
fn steps_that_were_not_printed_are_as_coarse_as_the_coarsest_line() {
    // delta_o1 is 0.1384985…, and from 0.14 the path is 0.056 instead of 0.0553994…
    let path = ("dE_dout_h1_via_o1", "0.056");
    assert_eq!(verdicts(MAZUR, &[("out_o1", "0.75"), path]), [Right, Rounded]);
    assert_eq!(verdicts(MAZUR, &[("out_o1", "0.7514"), path]), [Right, Wrong]);
}

#[test]
fn a_step_that_was_not_printed_is_no_coarser_than_a_person_rounds_it() {
    // x is 0.01234, so that a is 0.08638, b is 0.000001879, and c 0.00001879. Four decimals would leave nothing of b;
    // three significant digits, as a has them, leave 0.00000188.
    let mut lesson = graph("x: 0.01234", "a: x*7, b: x*x*x, c: b*10", "c");
    let printed = |c| [("a", "0.0864"), ("c", c)];
    let mut verdict = |c| judged(&mut lesson, &printed(c)).remove(1).expect("a verdict");
    assert_eq!(verdict("0.000040"), Wrong);
    assert_eq!(verdict("0.0000188"), Right);
    assert_eq!(verdict("0.00001884"), Rounded);
    assert_eq!(verdict("0.00001890"), Wrong);
}

#[test]
fn the_negative_of_a_step_says_what_the_step_is() {
    let claims = [("-delta_o1", "-0.14"), ("dE_dout_h1_via_o1", "0.056"), ("out_h1", "0.59327")];
    assert_eq!(verdicts(MAZUR, &claims), [Right, Rounded, Right]);
    let claims = [("-delta_o1", "-0.1385"), ("dE_dout_h1_via_o1", "0.056"), ("out_h1", "0.59327")];
    assert_eq!(verdicts(MAZUR, &claims), [Right, Wrong, Right]);
}

#[test]
fn formulas_over_steps_and_givens_of_any_epoch_are_claims() {
    let claims = [
        ("w5_new - w5", "-0.04108352"),
        ("-delta_o1", "-0.138498562"),
        ("w5@2 - w5_new@1", "0.000000"),
        ("(abs(dE_dout_o1#1) + abs(dE_dout_o2#1))/2", "0.4792183"),
        ("w5@2", "0.35891648"),
        ("eta*i1", "0.025"),
        ("b1@7", "0.35"),
        ("E_total@10001", "0.0000351018778"),
    ];
    assert_eq!(verdicts(MAZUR, &claims), [Right; 8]);
    assert_eq!(verdicts(MAZUR, &[("w5_new - w5", "-0.0411"), ("w5_new - w5", "-0.0421")]), [Right, Wrong]);
}

#[test]
fn a_parameter_follows_from_the_update_that_made_it() {
    // 0.4 - 0.5*0.08 = 0.36, while the exact 0.3589… rounds to 0.359.
    let update = [("dE_dw5", "0.08"), ("w5_new", "0.360"), ("w5@2", "0.360")];
    assert_eq!(verdicts(MAZUR, &update), [Right, Rounded, Rounded]);
    assert_eq!(verdicts(MAZUR, &[("dE_dw5", "0.0822"), ("w5@2", "0.360")]), [Right, Wrong]);
    // What was printed of the new weight is what the next epoch starts with: 0.36^2.
    let mut square = lesson(
        "format: 1\ntitle: x\ngraph:\n  parameters: {w: 0.4}\n  nodes: {loss: w^2}\n  output: loss\n\
         training: {learning_rate: 0.0501, epochs: 2}\n",
    );
    // w_new = 0.4 - 0.0501*0.8 = 0.35992
    let claims = [("w_new", "0.36"), ("loss@2", "0.1296")];
    assert_eq!(judged(&mut square, &claims), [Ok(Right), Ok(Rounded)]);
    assert_eq!(judged(&mut square, &claims[1..]), [Ok(Wrong)]);
}

#[test]
fn floats_are_compared_to_twelve_digits() {
    // 0.751365069552315707…
    let of =
        |value, kind| judge(&mut lesson(MAZUR), &[claim("out_o1", value, kind)]).remove(0).expect("a verdict").verdict;
    assert_eq!(of("0.75136506955231999", ClaimKind::Float), Float);
    assert_eq!(of("0.75136506955231999", ClaimKind::Result), Wrong);
    assert_eq!(of("0.75136506955331999", ClaimKind::Float), Wrong);
    assert_eq!(of("0.75136506955231571", ClaimKind::Float), Right);
}

#[test]
fn what_no_precision_settles_is_not_guessed() {
    // The product is a half, but no number of bits tells that it is not a little less.
    let mut tie = graph("a: 2", "half: sqrt(a)*sqrt(a)/4", "half");
    assert_eq!(
        judged(&mut tie, &[("half", "1"), ("half", "0"), ("half", "0.6")]),
        [Ok(Undecided), Ok(Undecided), Ok(Wrong)]
    );
    // 0.00 can be a little above and a little below 0.
    let mut jump = graph("a: 1, b: 300", "'x': a/b - 0.003, 'y': step(x)", "y");
    assert_eq!(judged(&mut jump, &[("x", "0.00"), ("y", "1"), ("y", "0")]), [Ok(Right), Ok(Right), Ok(Undecided)]);
    assert_eq!(judged(&mut jump, &[("x", "0.0003"), ("y", "0")]), [Ok(Right), Ok(Wrong)]);
}

#[test]
fn what_cannot_be_judged_says_why_and_the_rest_is_judged() {
    let mut mazur = lesson(MAZUR);
    let all = judged(&mut mazur, &[("net_o3@4", "1"), ("out_h1#2", "1"), ("net_h1", "0.3775")]);
    let Err(Trouble::Unknown { name, fault: FindFault::NoSuchName { nearest: Some(nearest), .. } }) = &all[0] else {
        panic!("{all:?}")
    };
    assert_eq!((name.as_str(), nearest.as_str()), ("net_o3@4", "net_o1"));
    let beyond = FindFault::NoSuchNumber { number: 2, largest: 1 };
    assert!(matches!(&all[1], Err(Trouble::Unknown { fault, .. }) if *fault == beyond), "{all:?}");
    assert_eq!(all[2], Ok(Right));
    let mut pole = graph("a: 2, b: 2", "'x': 1/(a - b), 'y': a*b", "y");
    assert_eq!(judged(&mut pole, &[("x", "1"), ("y", "4")]), [Err(Trouble::Failed(Fault::DivisionByZero)), Ok(Right)]);
    let mut steep = lesson(
        "format: 1\ntitle: x\ngraph:\n  parameters: {w: 3}\n  nodes: {loss: w^4}\n  output: loss\n\
         training: {learning_rate: 10, epochs: 9}\n",
    );
    let all = judged(&mut steep, &[("loss", "81"), ("loss@9", "1")]);
    assert!(matches!(all[..], [Ok(Right), Err(Trouble::Halted(_))]), "{all:?}");
}

/// Every step of two epochs by its full name.
fn all_steps(lesson: &Lesson) -> Vec<(String, Moment)> {
    let positions =
        (1..=2).flat_map(|epoch| (1..=lesson.steps_per_epoch()).map(move |number| Position { epoch, number }));
    let named = |position: Position| {
        let line = lesson.line(position);
        let number = match line {
            LineOf::Sample(number) | LineOf::Update(number) => number,
            LineOf::Validation => 1,
        };
        let name = lesson.step(position).expect("a step").name;
        (format!("{name}#{number}@{}", position.epoch), Moment { epoch: position.epoch, line })
    };
    positions.map(named).collect()
}

#[test]
fn every_step_of_every_lesson_is_right_as_it_is_and_wrong_when_it_is_far_off() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lessons = tier::lessons();
    for folder in ["scenarios", "tests/lessons"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap();
            if path.is_dir() || (folder == "scenarios" && !lessons.iter().any(|(lesson, _)| *lesson == name)) {
                continue;
            }
            let mut lesson = lesson(&fs::read_to_string(&path).unwrap());
            let (mut claims, mut expected) = (Vec::new(), Vec::new());
            for (name, moment) in all_steps(&lesson) {
                let plain = name.split('#').next().unwrap().to_owned();
                let Ok(Ok(value)) = lesson.run().value(moment, 20, &plain) else { continue };
                let digits = value.rounded(20).unwrap();
                let off = digits.plus(&Exact::parse("0.5").unwrap());
                for (value, verdict) in [(digits.rounded(8), Right), (digits.truncated(9), Cut), (off, Wrong)] {
                    let right = digits.rounded(value.scale()).compare(&value).is_eq();
                    claims.push(Claim { what: Formula::parse(&name).unwrap(), value, kind: ClaimKind::Result });
                    expected.push((name.clone(), if right { Right } else { verdict }));
                }
            }
            assert!(claims.len() > 10, "{}", path.display());
            let judged = judge(&mut lesson, &claims);
            for ((name, expected), judgement) in expected.into_iter().zip(judged) {
                assert_eq!(judgement.expect(&name).verdict, expected, "{name} of {}", path.display());
            }
        }
    }
}
