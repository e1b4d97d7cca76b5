//! Nothing hangs: every number is bounded where it is read, and so is the size of what is built from a file.

use handgrad::formula::Formula;
use handgrad::number::{Exact, MOST_EXPONENT};
use handgrad::practice::typed;
use handgrad::sanitize::is_harmful;
use handgrad::scenario::{FaultKind, MOST_PARAMETERS, MOST_ROWS, read, typed_decimal};
use proptest::prelude::*;

use super::command::handgrad;

/// Exponents around every bound that a reader could have, with either sign.
fn exponents() -> impl Strategy<Value = String> {
    let edges = [0, 28, 1_000, i64::from(i32::MAX), i64::from(u32::MAX), i64::MAX];
    let near =
        (prop::sample::select(edges.to_vec()), -2..=2i64, any::<bool>()).prop_map(|(edge, more, is_negative)| {
            let exponent = i128::from(edge) + i128::from(more);
            (if is_negative { -exponent } else { exponent }).to_string()
        });
    prop_oneof![near, any::<i64>().prop_map(|exponent| exponent.to_string()), "[0-9]{20,60}"]
}

fn numbers() -> impl Strategy<Value = String> {
    ("[0-9]{1,30}(\\.[0-9]{1,30})?", exponents()).prop_map(|(digits, exponent)| format!("{digits}e{exponent}"))
}

fn graph(given: &str, node: &str, rate: &str) -> String {
    format!(
        "format: 1\ntitle: x\ngraph: {{given: {{x: {given}}}, parameters: {{w: 1}}, nodes: {{y: \"w*x*({node})\"}}, \
         output: y}}\ntraining: {{learning_rate: {rate}}}\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_reader_of_numbers_bounds_exponents(number in numbers()) {
        let exponent: Option<i128> = number.split_once('e').and_then(|(_, exponent)| exponent.parse().ok());
        let is_bounded = exponent.is_some_and(|exponent| exponent.unsigned_abs() <= u128::from(MOST_EXPONENT));
        prop_assert_eq!(Exact::parse(&number).is_some(), is_bounded);
        prop_assert!(is_bounded || Formula::parse(&number).is_err());
        // An answer may be as far from 1 as a lesson writes its results.
        let is_written = exponent.is_some_and(|exponent| (-5_000..=50_000).contains(&exponent));
        prop_assert!(is_written || typed(&number, 9).is_err());
        prop_assert!(is_bounded || typed_decimal(&number).is_err());
        for text in [graph(&number, "1", "0.1"), graph("1", &number, "0.1"), graph("1", "1", &number)] {
            prop_assert!(is_bounded || read(&text).is_err(), "{}", text);
        }
    }
}

#[test]
fn an_exponent_beyond_the_bound_is_refused_with_the_bound() {
    for (text, bound) in [
        (graph("1e-2147483648", "1", "0.1"), "28 decimals"),
        (graph("1", "1e-2147483648", "0.1"), "2000 digits"),
        (graph("1", "1", "1e-2147483648"), "28 decimals"),
    ] {
        let outcome = handgrad(&["check", "-"]).stdin(&text).run();
        assert_eq!(outcome.code, 3);
        assert!(outcome.stderr.replace(',', "").contains(bound), "{}", outcome.stderr);
    }
}

fn network(sizes: &[usize], activation: &str) -> String {
    let names =
        |letter: char, count: usize| (0..count).map(|at| format!("{letter}{at}")).collect::<Vec<_>>().join(", ");
    let layers: Vec<String> = sizes[1..]
        .iter()
        .zip('a'..)
        .map(|(&count, letter)| {
            let weights = "{random: {seed: 1, from: -1, to: 1, decimals: 2}}";
            format!("    - {{neurons: [{}], activation: {activation}, weights: {weights}}}\n", names(letter, count))
        })
        .collect();
    format!(
        "format: 1\ntitle: x\nnetwork:\n  inputs: [{}]\n  layers:\n{}samples: [{{inputs: [{}]}}]\n",
        names('i', sizes[0]),
        layers.concat(),
        vec!["1"; sizes[0]].join(", ")
    )
}

fn has_too_many(sizes: &[usize], activation: &str) -> bool {
    let fault = |kind: &FaultKind| matches!(kind, FaultKind::TooManyParameters { limit: MOST_PARAMETERS });
    read(&network(sizes, activation)).is_err_and(|faults| faults.shown().iter().any(|one| fault(&one.kind)))
}

#[test]
fn a_network_that_nobody_steps_through_is_refused_before_its_steps_are_made() {
    for sizes in [&[1000, 1000][..], &[300, 300, 300, 300], &[1, 130_000]] {
        assert!(has_too_many(sizes, "sigmoid"), "{sizes:?}");
    }
    assert!(has_too_many(&[1, 400], "softmax"), "every output depends on every net");
    assert!(!has_too_many(&[784, 128, 10], "sigmoid"), "handwritten digits");
    assert!(!has_too_many(&[1, 300], "softmax"));
}

#[test]
fn a_table_has_at_most_so_many_rows_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let rows = |count: usize| std::iter::once("x,y".to_owned()).chain((0..count).map(|at| format!("{},1", at % 9)));
    let text = "format: 1\ntitle: x\nnetwork:\n  inputs: [x]\n  layers: [{neurons: [y], activation: identity, weights: \
                [[1]]}]\n  loss: squared_error\nsamples: {csv: rows.csv, inputs: [x], targets: [y]}\n";
    std::fs::write(folder.path().join("lesson.yaml"), text).expect("a file");
    let rows: Vec<String> = rows(MOST_ROWS + 1).collect();
    std::fs::write(folder.path().join("rows.csv"), rows.join("\n")).expect("a table");
    let outcome = handgrad(&["check", folder.path().join("lesson.yaml").to_str().expect("a path")]).run();
    assert_eq!(outcome.code, 3, "{}", outcome.stderr);
    assert!(outcome.stderr.replace(',', "").contains(&format!("more than {MOST_ROWS} rows")), "{}", outcome.stderr);
}

#[test]
fn the_last_epoch_that_is_computed_is_said() {
    let outcome = handgrad(&["show", "mazur", "--only", "w5_new@18446744073709551615"]).run();
    assert_eq!(outcome.code, 2);
    assert!(outcome.stderr.replace(',', "").contains("from 1 to 100000"), "{}", outcome.stderr);
    let outcome = handgrad(&["trace", "mazur", "--epochs", "1000000000..1000000001"]).run();
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    let wild = "format: 1\ntitle: x\ngraph: {parameters: {w: 3}, nodes: {loss: w^4}, output: loss}\n\
                training: {learning_rate: 10, epochs: 9}\n";
    let outcome = handgrad(&["trace", "-", "--epochs", "1..1000000000"]).stdin(wild).run();
    assert!(outcome.stderr.replace(',', "").starts_with("note: Epoch 100000 is the last"), "{}", outcome.stderr);
}

#[test]
fn no_control_character_of_an_argument_reaches_the_terminal() {
    for hostile in ["a\rb", "\u{1b}[2J", "\u{9b}2J", "\u{2028}", "a\nb", "\u{202e}x"] {
        for arguments in [
            &[hostile][..],
            &["show", hostile],
            &["show", "mazur", "--lang", hostile],
            &["show", "mazur", hostile],
            &["show", "mazur", "--epochs", hostile],
            &["trace", "mazur", "--format", hostile],
            &["trace", "mazur", "--only", hostile],
            &["worksheet", "mazur", "--format", hostile],
            &["train", "mazur", "--epochs", hostile],
            &["verify", "mazur", hostile],
            &["check", hostile],
            &["list", hostile],
            &["new", hostile],
            &["--color", hostile],
            &[hostile, "mazur", "check"],
        ] {
            let outcome = handgrad(arguments).run();
            assert_ne!(outcome.code, 0, "{arguments:?}");
            for line in outcome.stderr.lines().chain(outcome.stdout.lines()) {
                assert!(!line.chars().any(is_harmful), "{arguments:?}: {line:?}");
            }
            assert!(!outcome.stderr.contains("a\nb") && !outcome.stderr.contains('\r'), "{arguments:?}");
        }
    }
}
