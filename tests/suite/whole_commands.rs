//! The commands that take a lesson as a whole, and those that tell a shell and `man` of the program.

use handgrad::number::Exact;
use serde_json::Value;

use super::command::handgrad;
use super::lesson_snapshots::snapshot;

/// The values of a trained lesson by name, from its table.
fn table(arguments: &[&str]) -> Vec<(String, String)> {
    let printed = handgrad(&[&["train"], arguments, &["--format", "csv"]].concat()).prints();
    let mut rows = printed.lines().map(|line| line.split_once(',').expect("two cells"));
    assert_eq!(rows.next(), Some(("name", "value")));
    rows.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn a_training_ends_with_losses_parameters_and_outputs() {
    snapshot("runs", "train.mazur", &handgrad(&["train", "mazur"]).prints());
    snapshot("runs", "train.mini-batches.zh", &handgrad(&["train", "mini-batches", "--lang", "zh"]).prints());
}

#[test]
fn every_value_of_a_training_is_found_by_its_name_in_the_trace() {
    for scenario in ["mini-batches", "student-passes", "mazur-sequential-update", "mazur-on-paper"] {
        for (name, value) in table(&[scenario, "--epochs", "2"]) {
            let printed = handgrad(&["show", scenario, "--only", &name]).prints();
            // A given is shown with fewer digits than it is carried with.
            let rounded = Exact::parse(&value).expect("digits").rounded(9).to_string();
            let is_there = |digits: &str| printed.split_whitespace().any(|word| word.trim_end_matches(';') == digits);
            assert!(is_there(&value) || is_there(&rounded), "{scenario} {name} {value}: {printed}");
        }
    }
}

#[test]
fn ten_thousand_epochs_come_to_the_digits_of_the_lesson() {
    let rows = table(&["mazur", "--epochs", "10000"]);
    let value = |name: &str| rows.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert!(
        handgrad(&["show", "mazur", "--only", "E_total@10001"])
            .prints()
            .contains(value("E_total@10001").expect("a loss"))
    );
    assert!(value("w5@10001").is_some_and(|digits| digits.len() > 27), "{rows:?}");
}

#[test]
fn a_training_that_stops_or_diverges_ends_well_and_says_so() {
    let outcome = handgrad(&["train", "perceptron-or", "--format", "json"]).run();
    let said = "training stops in epoch 5: `E_epoch` is below 0.1, so this epoch is the last and is not updated";
    assert_eq!((outcome.code, outcome.stderr.trim_end()), (0, said));
    let record: Value = serde_json::from_str(&outcome.stdout).expect("an object");
    assert_eq!((&record["epochs"], &record["ended"]), (&4.into(), &said.into()));
    assert_eq!(record["losses"][1], serde_json::json!({"name": "E_epoch@5", "value": "0"}));
    let outcome = handgrad(&["train", "rate-too-large", "--epochs", "1000"]).run();
    assert!(outcome.code == 0 && outcome.stderr.starts_with("training diverged in epoch "), "{}", outcome.stderr);
    assert!(outcome.stdout.contains("Parameters"), "{}", outcome.stdout);
}

#[test]
fn what_cannot_be_trained_is_said_with_its_exit_code() {
    assert!(handgrad(&["train", "apple-graph"]).fails(2).starts_with("error: nothing is trained in `apple-graph`"));
    handgrad(&["train", "mazur", "--epochs", "0"]).fails(2);
    let text = "format: 1\ntitle: t\ngraph: {parameters: {w: 1}, nodes: {a: 1/(w - 0.5)}, output: a}\ntraining: {learning_rate: -0.125}\n";
    handgrad(&["train", "-"]).stdin(text).fails(3);
    let text = "format: 1\ntitle: t\ngraph: {parameters: {w: 1}, nodes: {a: 2*ln(w)}, output: a}\ntraining: {learning_rate: 0.5, epochs: 3}\n";
    let said = handgrad(&["train", "-"]).stdin(text).fails(4);
    assert!(said.contains("`a` cannot be computed"), "{said}");
    let said = handgrad(&["train", "adam", "--epochs", "9"]).fails(4);
    assert!(said.contains("gives gradients for 4 epochs"), "{said}");
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = handgrad(&["completions", shell]).prints();
        for command in ["show", "trace", "check", "export", "train", "list", "new", "schema", "completions", "man"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    handgrad(&["completions", "klingon"]).fails(2);
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let pages = handgrad(&["man"]).prints();
    let titles: Vec<&str> = pages.lines().filter_map(|line| line.strip_prefix(".TH ")?.split(' ').next()).collect();
    for page in ["handgrad", "handgrad-show", "handgrad-trace", "handgrad-export", "handgrad-train", "handgrad-man"] {
        assert!(titles.contains(&page), "{titles:?}");
    }
}

#[test]
fn what_holds_everywhere_may_stand_before_the_command() {
    let after = handgrad(&["show", "mazur", "--steps", "6", "--decimals", "3", "--lang", "zh", "--ascii"]).prints();
    assert_eq!(
        handgrad(&["--decimals", "3", "--lang", "zh", "--ascii", "show", "mazur", "--steps", "6"]).prints(),
        after
    );
    assert_eq!(handgrad(&["--color", "never", "list"]).prints(), handgrad(&["list"]).prints());
    let said = handgrad(&["mazur", "show", "mazur"]).fails(2);
    assert!(said.starts_with("error: `mazur` stands before the command"), "{said}");
}
