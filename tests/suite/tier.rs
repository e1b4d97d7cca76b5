//! Which scenarios a test walks.
//!
//! A test that walks scenarios takes them from here: a few that together have every kind there is, or, with
//! `HANDGRAD_TIER=all`, every one. Nothing else reads that variable.

use std::collections::BTreeSet;

use handgrad::formula::Formula;
use handgrad::lesson::{Lesson, Position};
use handgrad::scenario::{self, Bias, LESSONS, Scenario, Subject, UpdateOrder, read};

/// Names the variable of the environment that chooses the tier.
const VARIABLE: &str = "HANDGRAD_TIER";

/// The lessons that are walked by default: Mazur's, and those without which a kind would be missing. Thirteen of them
/// have a kind that no other lesson has.
const CHOSEN_LESSONS: [&str; 16] = [
    "mazur",
    "adagrad",
    "adam",
    "dead-relu",
    "linear-collapse",
    "mazur-biases-trained",
    "mazur-on-paper",
    "mazur-sequential-update",
    "momentum",
    "overfitting",
    "perceptron-or",
    "perceptron-threshold",
    "rmsprop",
    "softmax-cross-entropy",
    "student-grades",
    "xor",
];

/// The published examples that are walked beside them by default, for the kinds that no lesson has.
const CHOSEN_PUBLISHED: [&str; 6] = [
    "deepml-adamax-1",
    "deepml-elu",
    "deepml-leaky-relu",
    "deepml-nesterov-1",
    "deepml-sigmoid-minus-one",
    "deepml-swish",
];

/// A built-in scenario: its name and its text.
type Named = (&'static str, &'static str);

/// Is part of the name of every test that walks scenarios, so that `.ci/run` finds them to run them once more.
const MARK: &str = "every";

/// Whether every scenario is walked.
///
/// Only tests that can be found by their name may ask: a test runs in a thread that has its name, or, alone, in the
/// main one.
pub(super) fn walks_all() -> bool {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or_default();
    assert!(name == "main" || name.contains(MARK), "{name} walks scenarios and lacks \"{MARK}\" in its name");
    match std::env::var(VARIABLE).as_deref() {
        Ok("all") => true,
        Ok("") | Err(std::env::VarError::NotPresent) => false,
        other => panic!("{VARIABLE} is \"all\" or not set, and not {other:?}"),
    }
}

/// Lists the lessons that a test walks.
pub(super) fn lessons() -> Vec<Named> {
    LESSONS.iter().copied().filter(|(name, _)| walks_all() || CHOSEN_LESSONS.contains(name)).collect()
}

/// Lists the lessons and published examples that a test walks.
pub(super) fn scenarios() -> Vec<Named> {
    let is_chosen = |name: &&str| CHOSEN_LESSONS.contains(name) || CHOSEN_PUBLISHED.contains(name);
    scenario::built_in().filter(|(name, _)| walks_all() || is_chosen(name)).collect()
}

/// Gives one of two numbers: for the default tier, and for the one that walks all.
pub(super) fn count(by_default: usize, with_all: usize) -> usize {
    if walks_all() { with_all } else { by_default }
}

/// Names the kinds that a scenario has: of steps, optimizers, layers and arithmetic.
fn kinds(text: &str) -> BTreeSet<String> {
    let scenario = read(text).expect("a scenario");
    let mut kinds = kinds_of_scenario(&scenario);
    let lesson = Lesson::new(scenario, None);
    for number in 1..=lesson.steps_per_epoch() {
        let step = lesson.step(Position { epoch: 1, number }).expect("a step");
        kinds.insert(format!("step {:?}", step.role.kind));
        for function in functions(&step.formula) {
            kinds.insert(format!("arithmetic {function}"));
        }
    }
    kinds
}

fn kinds_of_scenario(scenario: &Scenario) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    match &scenario.subject {
        Subject::Network(network) => {
            for layer in &network.layers {
                let bias = match layer.bias {
                    Bias::None => "none",
                    Bias::Shared(_) => "shared",
                    Bias::Each(_) => "each",
                };
                kinds.insert(format!("layer {}", layer.activation.kind.word()));
                kinds.insert(format!("layer bias {bias}"));
            }
            let loss = network.loss.as_ref().map_or("none", |loss| loss.kind.word());
            kinds.insert(format!("layer loss {loss}"));
        }
        Subject::Graph(_) => drop(kinds.insert("layer of a graph".to_owned())),
        Subject::Gradients(_) => drop(kinds.insert("layer of given gradients".to_owned())),
    }
    kinds.insert(format!("arithmetic on paper: {}", scenario.paper.is_some()));
    if let Some(training) = &scenario.training {
        kinds.insert(format!("optimizer {:?}", training.optimizer.form));
        kinds.insert(format!("optimizer layer by layer: {}", training.order == UpdateOrder::LayerByLayer));
        kinds.insert(format!("optimizer with a schedule: {}", training.schedule.is_some()));
        kinds.insert(format!("optimizer with weight decay: {}", training.weight_decay.is_some()));
    }
    kinds
}

/// Names the functions that a formula calls.
fn functions(formula: &Formula) -> BTreeSet<String> {
    let text = formula.to_string();
    let mut names = BTreeSet::new();
    for (before, _) in text.match_indices('(').map(|(at, _)| text.split_at(at)) {
        let name = before.rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next().unwrap_or("");
        if !name.is_empty() {
            names.insert(name.to_owned());
        }
    }
    names
}

#[test]
fn the_lessons_of_the_default_tier_have_every_kind_of_step_optimizer_layer_and_arithmetic() {
    let kinds: Vec<(&str, BTreeSet<String>)> = LESSONS.iter().map(|(name, text)| (*name, kinds(text))).collect();
    let chosen: Vec<_> = kinds.iter().filter(|(name, _)| CHOSEN_LESSONS.contains(name)).collect();
    for kind in kinds.iter().flat_map(|(_, kinds)| kinds) {
        assert!(chosen.iter().any(|(_, kinds)| kinds.contains(kind)), "no lesson of the default tier has {kind:?}");
    }
    // Each but Mazur's is there for a kind that the others lack.
    for (name, own) in &chosen {
        let others: BTreeSet<&String> =
            chosen.iter().filter(|(other, _)| other != name).flat_map(|(_, kinds)| kinds).collect();
        assert!(*name == "mazur" || own.iter().any(|kind| !others.contains(kind)), "{name} adds no kind");
    }
}

#[test]
fn with_a_few_published_examples_the_default_tier_has_every_kind_that_is_built_in() {
    let is_chosen = |name: &&str| CHOSEN_LESSONS.contains(name) || CHOSEN_PUBLISHED.contains(name);
    let mut chosen = BTreeSet::new();
    let mut all = BTreeSet::new();
    for (name, text) in scenario::built_in() {
        let kinds = kinds(text);
        if is_chosen(&name) {
            chosen.extend(kinds.clone());
        }
        all.extend(kinds);
    }
    let missing: Vec<&String> = all.difference(&chosen).collect();
    assert!(missing.is_empty(), "no scenario of the default tier has {missing:?}");
}

#[test]
fn every_name_in_the_default_tier_is_built_in() {
    for name in CHOSEN_LESSONS.into_iter().chain(CHOSEN_PUBLISHED) {
        assert!(scenario::built_in().any(|(known, _)| known == name), "{name} is not built in");
    }
}
