//! Paper arithmetic against an independent script (`scripts/paper.py`), and what a learner sees of it.

use handgrad::export::{Record, Selection, records};
use handgrad::lesson::{Lesson, Page, Position};
use handgrad::messages::{Language, Messages};
use handgrad::number::{Assumed, Digits, Exact, Ties};
use handgrad::run::{Decision, LineOf, Moment, Reading, Run};
use handgrad::scenario::{self, Scenario};
use proptest::prelude::*;
use serde_json::Value;

use super::closing_lines::check_lesson;
use super::graphs::graph_plans;
use super::lesson_snapshots::{lesson as printed, snapshot};
use super::networks::plans;
use super::number_oracle::{cases, exact};

const TRUTH: &str = include_str!("../gold/paper_mazur.json");
const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// The scenario of a network without what is said about it, with other keys at its end.
fn source(keys: &str) -> String {
    let (lesson, _) = MAZUR.split_once("\nnotes:").expect("notes");
    format!("{lesson}\n{keys}\n")
}

fn read(text: &str) -> Scenario {
    scenario::read(text).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"))
}

fn run(keys: &str) -> Run {
    Run::new(&read(&source(keys)))
}

/// The value of a step; on paper it is exact.
fn value(run: &mut Run, epoch: u64, name: &str) -> Exact {
    let line = if name.ends_with("_new") { LineOf::Update(1) } else { LineOf::Sample(1) };
    let value = run.value(Moment { epoch, line }, 20, name).expect("no halt").expect("a value");
    value.exact().unwrap_or_else(|| panic!("{name} is a decimal")).clone()
}

fn truth() -> Value {
    serde_json::from_str(TRUTH).expect("the truth is JSON")
}

#[test]
fn every_number_is_the_one_that_an_independent_script_has() {
    let mut compared = 0;
    for (variant, of) in truth().as_object().expect("variants") {
        let mut run = run(of["keys"].as_str().expect("keys"));
        for (epoch, table) in of["epochs"].as_object().expect("epochs") {
            let epoch = epoch.parse().expect("an epoch");
            for (name, digits) in table.as_object().expect("a table") {
                let wanted = exact(digits.as_str().expect("digits"));
                let found = value(&mut run, epoch, name);
                assert!(found.compare(&wanted).is_eq(), "{variant} {name}@{epoch}: {found}, not {wanted}");
                compared += 1;
            }
        }
    }
    assert!(compared > 1000, "{compared}");
}

#[test]
fn every_epoch_is_the_same_from_wherever_one_comes() {
    let keys = "arithmetic: {paper: {decimals: 4}}";
    let mut stepped = run(keys);
    let along: Vec<Exact> = (1..=60).map(|epoch| value(&mut stepped, epoch, "E_total")).collect();
    for epoch in [60, 7, 33, 1, 59] {
        assert_eq!(value(&mut run(keys), epoch, "E_total"), along[usize::try_from(epoch).expect("small") - 1]);
    }
    // The state that is carried is the rounded one.
    let state = run(keys).state(11).expect("no halt");
    let new = value(&mut run(keys), 10, "w5_new");
    assert!(state.parameters.iter().any(|&parameter| Exact::from(parameter).compare(&new).is_eq()));
    assert!(state.parameters.iter().all(|parameter| parameter.scale() <= 4), "{:?}", state.parameters);
}

fn graph(given: &str, nodes: &str, output: &str, keys: &str) -> Run {
    let text =
        format!("format: 1\ntitle: t\ngraph: {{given: {{{given}}}, nodes: {{{nodes}}}, output: {output}}}\n{keys}\n");
    Run::new(&read(&text))
}

#[test]
fn a_tie_is_exact_and_goes_where_the_scenario_says() {
    for (given, up, even) in [
        ("a: 0.125", "0.13", "0.12"),
        ("a: 0.135", "0.14", "0.14"),
        ("a: -0.125", "-0.13", "-0.12"),
        ("a: 0.5", "0.5", "0.5"),
    ] {
        for (rounding, wanted) in [("", up), ("rounding: half_up", up), ("rounding: half_even", even)] {
            let keys = format!("arithmetic: {{paper: {{decimals: 2}}}}\n{rounding}");
            assert_eq!(
                value(&mut graph(given, "b: a*1", "b", &keys), 1, "b").to_string(),
                wanted,
                "{given} {rounding}"
            );
        }
    }
    // A quotient that ends just at a tie, and one that only comes near to it.
    let quotient =
        |given| value(&mut graph(given, "b: a/c", "b", "arithmetic: {paper: {decimals: 1}}"), 1, "b").to_string();
    assert_eq!(quotient("a: 1, c: 4"), "0.3");
    assert_eq!(quotient("a: 0.9999999999999999999999999, c: 4"), "0.2");
}

#[test]
fn given_numbers_and_other_names_of_a_number_are_not_rounded() {
    let keys = "arithmetic: {paper: {decimals: 2}}";
    let mut run = graph("a: 0.12345, c: 3", "b: a*c, d: b + a, e: d*1", "e", keys);
    assert_eq!(value(&mut run, 1, "b").to_string(), "0.37");
    // 0.37 + 0.12345, and not 0.37 + 0.12.
    assert_eq!(value(&mut run, 1, "d").to_string(), "0.49");
    assert_eq!(value(&mut run, 1, "db_dc").to_string(), "0.12345", "the slope is a, as it was given");
    let own = "arithmetic: {paper: {decimals: 2, steps: {db_dc: 3}}}";
    let mut run = graph("a: 0.12345, c: 3", "b: a*c, d: b + a, e: d*1", "e", own);
    assert_eq!(value(&mut run, 1, "db_dc").to_string(), "0.123", "unless the step is named");
}

#[test]
fn the_digits_of_a_scenario_are_read() {
    let paper = |keys: &str| read(&source(keys)).paper;
    assert_eq!(paper(""), None);
    assert_eq!(paper("arithmetic: exact"), None);
    let paper = paper("arithmetic: {paper: {significant: 6, out: 3, E: 4}}\nrounding: half_even").expect("paper");
    assert_eq!((paper.usual.digits, paper.usual.ties), (Digits::Significant(6), Ties::HalfEven));
    assert_eq!(paper.by_kind.len(), 2);
}

#[test]
fn an_optimizer_remembers_what_stands_on_paper() {
    let keys = "arithmetic: {paper: {decimals: 3}}";
    let text = source(keys).replace("optimizer: sgd", "optimizer: {momentum: {beta: 0.9}}");
    let mut run = Run::new(&read(&text));
    let before =
        run.value(Moment { epoch: 4, line: LineOf::Update(1) }, 20, "v_w5").expect("no halt").expect("a value");
    let next = run.given(Moment { epoch: 5, line: LineOf::Update(1) }, "v_w5_old").expect("no halt").expect("a given");
    assert!(next.scale() <= 3 && before.exact().expect("a decimal").compare(&next).is_eq());
}

#[test]
fn a_tie_out_of_a_quotient_is_decided_and_one_that_nothing_decides_is_taken_for_granted() {
    let moment = Moment { epoch: 1, line: LineOf::Sample(1) };
    let tie = |given: &str, formula: &str| {
        let mut run = graph(given, &format!("b: {formula}"), "b", "arithmetic: {paper: {decimals: 1}}");
        let read = |reading: &Reading| {
            let digits = reading.value("b").ok()?.exact()?.to_string();
            Some((digits, reading.assumed(0), reading.rests(0)))
        };
        match run.decide(moment, 20, read).expect("no halt") {
            Decision::Settled((digits, assumed, rests)) => (digits, assumed, rests),
            Decision::Open(_) => panic!("{formula} is open"),
        }
    };
    // A third times three is 1, and its half a tie, which the fraction is and no enclosure can tell.
    assert_eq!(tie("a: 1, c: 3", "0.15*(a/c)*c"), ("0.2".into(), None, false));
    assert_eq!(tie("a: 1, c: 3", "-0.15*(a/c)*c"), ("-0.2".into(), None, false));
    // The root of 2 squared is 2, which nothing here can tell.
    assert_eq!(tie("a: 2", "0.075*sqrt(a)*sqrt(a)"), ("0.2".into(), Some(Assumed::Tie), true));
}

#[test]
fn the_exact_value_and_the_drift_fit_together() {
    let mut lesson = Lesson::new(read(&source("arithmetic: {paper: {decimals: 4}}")), None);
    let mut drifted = 0;
    for epoch in [1, 2, 50] {
        for number in 1..=lesson.steps_per_epoch() {
            let page = lesson.page(Position { epoch, number }).expect("no halt").expect("a page");
            let (drift, shown) = (page.drift.expect("a drift"), page.result.expect("a result"));
            let gap = drift.gap.expect("digits");
            let sum = drift.exact.digits.plus(&gap.digits);
            // Where nothing shows at these digits, the gap has finer ones.
            let fits =
                sum.compare(&shown.written.digits).is_eq() || sum.rounded(9).compare(&shown.written.digits).is_eq();
            assert!(fits, "{} {epoch}: {} + {} is not {}", page.step.name, drift.exact, gap, shown.written);
            drifted += usize::from(!gap.digits.is_zero());
        }
    }
    assert!(drifted > 90, "{drifted}");
}

/// What a script reads of a step.
fn traced(keys: &str, name: &str) -> Record {
    let mut lesson = Lesson::new(read(&source(keys)), None);
    let selection = Selection { only: vec![name.to_owned()], ..Selection::first_epoch() };
    let mut found = Vec::new();
    records(&mut lesson, &selection, |record| {
        found.push(record);
        Ok::<(), handgrad::export::ExportFault>(())
    })
    .expect("records");
    found.remove(0)
}

#[test]
fn a_trace_has_the_exact_value_and_the_drift_on_paper_alone() {
    let paper = serde_json::to_value(traced("arithmetic: {paper: {decimals: 4}}", "out_h1")).expect("JSON");
    assert_eq!(paper["value"], "0.5933");
    assert_eq!(paper["exact"], false);
    assert_eq!(paper["exact_value"], "0.593269992107187255173654561579");
    assert_eq!(paper["drift"], "0.000030007892812744826345438421");
    let exact = serde_json::to_value(traced("", "out_h1")).expect("JSON");
    assert!(exact.get("drift").is_none() && exact.get("exact_value").is_none());
    assert_eq!(traced("", "out_h1").cells().len(), Record::COLUMNS.len());
}

#[test]
fn every_line_of_a_lesson_on_paper_closes() {
    for keys in [
        "arithmetic: {paper: {decimals: 4}}",
        "arithmetic: {paper: {decimals: 1}}",
        "arithmetic: {paper: {significant: 3}}",
        "arithmetic: {paper: {decimals: 2, out: 5, delta: 7}}\nrounding: half_even",
    ] {
        for epoch in [1, 2, 40] {
            assert!(check_lesson(&source(keys), 9, epoch) > 100);
        }
    }
    for name in ["han-kamber", "rahul-relu-bce", "notes-mitchell"] {
        let (_, text) = scenario::built_in().find(|(known, _)| *known == name).expect(name);
        assert!(read(text).paper.is_some(), "{name}");
        assert!(check_lesson(text, 9, 1) > 40);
    }
}

/// Whether every step of the first epoch has a result.
fn can_be_worked(text: &str) -> bool {
    let mut lesson = Lesson::new(read(text), None);
    let works = |page: Result<Option<Page>, handgrad::run::Halt>| {
        page.is_ok_and(|page| page.is_some_and(|page| page.result.is_ok()))
    };
    (1..=lesson.steps_per_epoch()).all(|number| works(lesson.page(Position { epoch: 1, number })))
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn every_line_of_random_networks_on_paper_closes(plan in plans(), decimals in 1u32..6) {
        let text = format!("{}\narithmetic: {{paper: {{decimals: {decimals}}}}}\n", plan.text());
        // An output that is rounded to 0 or 1 leaves nothing to divide by.
        prop_assume!(can_be_worked(&text));
        prop_assert!(check_lesson(&text, 9, 1) > 5);
    }

    #[test]
    fn every_line_of_random_graphs_on_paper_closes(plan in graph_plans(), significant in 2u32..6) {
        let text = format!("{}\narithmetic: {{paper: {{significant: {significant}}}}}\n", plan.text(None));
        prop_assume!(can_be_worked(&text));
        prop_assert!(check_lesson(&text, 9, 1) > 2);
    }
}

#[test]
fn a_lesson_on_paper_reads_as_it_did() {
    let keys = "arithmetic: {paper: {decimals: 2, out: 3}}\nrounding: half_even";
    for language in Language::ALL {
        let name = format!("mazur.{}", language.tag());
        snapshot("paper", &name, &printed(&source(keys), language, 60));
    }
}

/// What is said of a step of the first epoch.
fn said(text: &str, name: &str) -> String {
    let mut lesson = Lesson::new(read(text), None);
    let position = lesson.find_all(name, 1).expect(name).remove(0);
    let page = lesson.page(position).expect("no halt").expect("a page");
    lesson.words(&Messages::new(Language::English)).why(&page)
}

#[test]
fn a_sign_that_rounding_has_made_is_said_to_be_one() {
    let lost = said(&source("arithmetic: {paper: {decimals: 3}}"), "dE_dw1");
    assert!(lost.starts_with("Zero on paper"), "{lost}");
    let graph = "format: 1\ntitle: t\ngraph: {given: {x: 1, a: 0.0149, c: 0.0251}, \
                 nodes: {p: a*x, q: a*x, r: c*x, total: p + q - r}, output: total}\n";
    let turned = said(&format!("{graph}arithmetic: {{paper: {{decimals: 2}}}}\n"), "dtotal_dx");
    assert!(turned.ends_with("Rounding changed the sign. Computed exactly, it is positive."), "{turned}");
    let exact = said(graph, "dtotal_dx");
    assert!(exact.ends_with("If x grows by 1, total grows by 0.0047."), "{exact}");
}

#[test]
fn what_an_update_does_on_paper_is_what_its_numbers_show() {
    let update = |keys: &str| {
        let graph = "format: 1\ntitle: t\ngraph: {parameters: {w: 0.15006}, nodes: {L: w^2*0.0001}, output: L}\n";
        said(&format!("{graph}training: {{learning_rate: 0.5}}\n{keys}\n"), "w_new")
    };
    assert!(update("").ends_with("so w becomes smaller."));
    assert!(update("arithmetic: {paper: {decimals: 4}}").ends_with("moves w more than the gradient does."));
    assert!(update("arithmetic: {paper: {decimals: 5, slope: 8}}").ends_with("so w becomes smaller."));
    let small = said(&source("arithmetic: {paper: {decimals: 3}}"), "w2_new");
    assert!(small.ends_with("rounded, w2 stays as it is."), "{small}");
    let foretold = said(&source("arithmetic: {paper: {decimals: 3}}"), "dE_dw2");
    assert!(!foretold.contains("the update will"), "{foretold}");
}
