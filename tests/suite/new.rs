//! `handgrad new` writes scenarios that pass `check`, whatever is asked for, and never in the place of something else.

use std::fs;
use std::path::Path;

use handgrad::scenario::{ActivationKind, LossKind, OptimizerForm, Scenario, Subject, read};
use tempfile::TempDir;

use super::command::{Call, handgrad};
use super::schema::complaints_about;

/// `handgrad new` in a folder, in English.
fn new(folder: &TempDir, arguments: &[&str]) -> Call {
    handgrad(&[&["new"], arguments].concat()).within(folder.path())
}

fn text(folder: &TempDir, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).unwrap()
}

/// Writes a scenario, has it checked, and reads it.
fn made(arguments: &[&str]) -> (String, Scenario) {
    let folder = TempDir::new().unwrap();
    let said = new(&folder, &[&["lesson"], arguments].concat()).prints();
    assert!(said.starts_with("lesson.yaml is written.\n") && said.contains("`handgrad lesson.yaml`"), "{said}");
    let checked = handgrad(&["check", "lesson.yaml"]).within(folder.path()).prints();
    assert_eq!(checked, "lesson.yaml: nothing is published\n");
    let text = text(&folder, "lesson.yaml");
    assert_eq!(complaints_about(&text), Vec::<String>::new(), "the schema accepts it too");
    let scenario = read(&text).unwrap();
    (text, scenario)
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/new"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn a_network_of_any_shape_passes_check() {
    for layers in ["1-1", "2-2-2", "3-1", "1-5-1", "2-3-4-5", "1-1-1-1-1-1", "10-2", "100-100"] {
        let (_, scenario) = made(&["--layers", layers]);
        let Subject::Network(network) = &scenario.subject else { panic!("a network") };
        let sizes = network.layers.iter().map(|layer| layer.neurons.len());
        let shape: Vec<String> = [network.inputs.len()].into_iter().chain(sizes).map(|size| size.to_string()).collect();
        assert_eq!(shape.join("-"), layers);
    }
}

#[test]
fn every_activation_loss_and_optimizer_can_be_asked_for() {
    for (word, kind) in ActivationKind::WORDS {
        let (_, scenario) = made(&["--activation", word]);
        let Subject::Network(network) = &scenario.subject else { panic!("a network") };
        assert!(network.layers.iter().all(|layer| layer.activation.kind == kind), "{word}");
    }
    for (word, kind) in LossKind::WORDS {
        let (_, scenario) = made(&["--loss", word, "--activation", "relu", "--layers", "2-3-2"]);
        let Subject::Network(network) = &scenario.subject else { panic!("a network") };
        assert_eq!(network.loss.as_ref().map(|loss| loss.kind), Some(kind));
        assert_eq!(network.layers[0].activation.kind, ActivationKind::Relu, "the last layer alone follows the loss");
    }
    for word in OptimizerForm::words() {
        for arguments in [&["--optimizer", word, "--epochs", "7"][..], &["--optimizer", word, "--graph"]] {
            let (text, scenario) = made(arguments);
            assert!(text.contains(&format!("optimizer: {word}\n")), "{text}");
            assert_eq!(scenario.training.unwrap().epochs, if arguments.len() == 4 { 7 } else { 1 });
        }
    }
}

#[test]
fn a_seed_draws_the_same_numbers_again_and_another_seed_others() {
    let drawn = |seed: &str| {
        let (_, scenario) = made(&["--seed", seed, "--layers", "2-2-2"]);
        let Subject::Network(network) = scenario.subject else { panic!("a network") };
        network.parameters().iter().map(|parameter| parameter.value.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(drawn("7"), drawn("7"));
    assert_ne!(drawn("7"), drawn("8"));
    drawn("18446744073709551615");
}

#[test]
fn what_is_written_speaks_the_language_that_is_asked_for() {
    for language in ["en", "zh"] {
        for (name, more) in [
            ("network", &["--layers", "2-3-1"][..]),
            ("drawn", &["--seed", "7", "--loss", "cross_entropy", "--activation", "tanh", "--layers", "2-2-2-3"]),
            ("graph", &["--graph"]),
        ] {
            let folder = TempDir::new().unwrap();
            let said = new(&folder, &[&["first", "--lang", language], more].concat()).prints();
            snapshot(&format!("{name}.{language}"), &format!("{said}\n{}", text(&folder, "first.yaml")));
        }
    }
}

#[test]
fn a_file_that_is_there_stays_unless_it_is_to_be_written_over() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("mine.yaml"), "mine").unwrap();
    let said = new(&folder, &["mine"]).fails(4);
    assert_eq!(said, "error: `mine.yaml` is there already: choose another name, or write over it with `--force`\n");
    assert_eq!(text(&folder, "mine.yaml"), "mine");
    new(&folder, &["mine.yaml", "--force"]).prints();
    assert!(text(&folder, "mine.yaml").contains("format: 1"));
    fs::create_dir(folder.path().join("folder.yaml")).unwrap();
    new(&folder, &["folder"]).fails(4);
    new(&folder, &["folder", "--force"]).fails(4);
    let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["folder.yaml", "mine.yaml"], "nothing half written is left behind");
}

#[test]
fn a_name_never_leads_out_of_the_folder() {
    let folder = TempDir::new().unwrap();
    let inside = folder.path().join("inside");
    fs::create_dir(&inside).unwrap();
    let absolute = folder.path().join("absolute");
    for name in ["../out", "a/b", "..", ".", "", ".hidden", "a\\b", "a b", "c:x", absolute.to_str().unwrap()] {
        let said = handgrad(&["new", name]).within(&inside).fails(2);
        assert!(said.starts_with(&format!("error: `{name}` cannot name a scenario: ")), "{said}");
    }
    assert_eq!(fs::read_dir(&inside).unwrap().count() + fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_does_not_fit_together_is_told_and_not_written() {
    let folder = TempDir::new().unwrap();
    let said = new(&folder, &["one", "--layers", "2-1", "--loss", "cross_entropy"]).fails(2);
    assert!(
        said.starts_with("error: the softmax of one neuron is always 1\n") && said.contains("was not written"),
        "{said}"
    );
    for arguments in [
        &["x", "--layers", "2"][..],
        &["x", "--layers", "2-0-1"],
        &["x", "--layers", "2--1"],
        &["x", "--layers", "1000-1000"],
        &["x", "--layers", "9999999999999999999-1"],
        &["x", "--activation", "sigmiod"],
        &["x", "--graph", "--layers", "2-2"],
        &["x", "--epochs", "0"],
        &[],
    ] {
        new(&folder, arguments).fails(2);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
#[cfg(unix)]
fn others_may_read_the_file_as_any_new_one() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    new(&folder, &["lesson"]).prints();
    fs::write(folder.path().join("ordinary"), "").unwrap();
    let mode = |file: &str| fs::metadata(folder.path().join(file)).unwrap().permissions().mode();
    assert_eq!(mode("lesson.yaml"), mode("ordinary"));
}
