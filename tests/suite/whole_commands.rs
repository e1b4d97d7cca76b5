//! The commands that take a lesson as a whole, and those that tell a shell and `man` of the program.

use handgrad::number::Exact;
use serde_json::Value;

use super::command::handgrad;

/// The values of a trained lesson by name, from its table.
fn table(arguments: &[&str]) -> Vec<(String, String)> {
    let printed = handgrad(&[&["train"], arguments, &["--format", "csv"]].concat()).prints();
    let mut rows = printed.lines().map(|line| line.split_once(',').expect("two cells"));
    assert_eq!(rows.next(), Some(("name", "value")));
    rows.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn a_training_ends_with_losses_parameters_and_outputs() {
    let text = "\
Mazur's 2-2-2 network: 1 epoch

Loss
    E_total@1 = 0.298371109

Parameters, as they are carried on
    w1@2      = 0.1497807161327627938142719899
    w2@2      = 0.1995614322655255876285439798
    w3@2      = 0.2497511436323695970235061397
    w4@2      = 0.2995022872647391940470122793
    b1@2      = 0.35
    w5@2      = 0.3589164797178846570372905838
    w6@2      = 0.4086661860762333600853898741
    w7@2      = 0.5113012702387375300000000000
    w8@2      = 0.5613701211079891
    b2@2      = 0.6

Computed with these
    out_o1@2  = 0.742088111
    out_o2@2  = 0.775284968
    E_total@2 = 0.291027774
";
    let printed = handgrad(&["train", "mazur"]).prints();
    // The digits behind the sixteenth are looked at below.
    let short = |text: &str| -> Vec<String> { text.lines().map(|line| line.chars().take(32).collect()).collect() };
    assert_eq!(short(&printed), short(text));
}

#[test]
fn every_value_of_a_training_is_found_by_its_name_in_the_trace() {
    for scenario in ["mini-batches", "student-passes", "mazur-sequential-update", "perceptron-threshold"] {
        for (name, value) in table(&[scenario, "--epochs", "2"]) {
            let printed = handgrad(&["show", scenario, "--only", &name]).run();
            assert_eq!(printed.code, 0, "{scenario} {name}: {}", printed.stderr);
            // A given is shown with fewer digits than it is carried with.
            let shown = printed.stdout.split_whitespace().any(|word| {
                let digits = word.trim_end_matches([';', '.', '…']);
                !digits.is_empty() && value.starts_with(digits) || digits == value
            });
            let rounded = Exact::parse(&value).map(|value| value.rounded(9).normalized().to_string());
            assert!(shown || rounded.is_some_and(|rounded| printed.stdout.contains(&rounded)), "{scenario} {name} {value}: {}", printed.stdout);
        }
    }
}

#[test]
fn ten_thousand_epochs_come_to_the_digits_of_the_lesson() {
    let rows = table(&["mazur", "--epochs", "10000"]);
    let value = |name: &str| rows.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert!(handgrad(&["show", "mazur", "--only", "E_total@10001"]).prints().contains(value("E_total@10001").expect("a loss")));
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
