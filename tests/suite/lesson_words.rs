//! What a lesson says of every step: there, short, true, in both languages.

use std::collections::HashSet;
use std::fmt::Write as _;

use handgrad::lesson::{Lesson, Page, Position};
use handgrad::messages::{Language, Messages};
use handgrad::number::Fault;
use handgrad::program::RoleKind;
use handgrad::run::{Halt, Reason};
use handgrad::scenario::{BUILT_IN, read};
use unicode_width::UnicodeWidthStr as _;

/// Softmax with cross-entropy behind relu, trained shared biases, gradients of inputs.
const SOFTMAX: &str = "
format: 1
title: Three kinds
network:
  inputs: [i1, i2]
  layers:
    - neurons: [h1, h2]
      activation: relu
      weights: [[1, 0.5], [-2, 0.25]]
      shared_bias: {b1: 0.5}
    - neurons: [o1, o2, o3]
      activation: softmax
      weights: [[0.5, -0.25], [1, 0.5], [-1, 0.75]]
      biases: [0.1, 0.2, -0.3]
  loss: cross_entropy
samples:
  - {inputs: [1, 2], targets: [0, 1, 0]}
training: {learning_rate: 0.5}
gradients: {inputs: true}
";

/// Batches of two of three samples, two hidden layers, one input, one frozen bias.
const BATCHES: &str = "
format: 1
title: Batches
network:
  inputs: [x]
  layers:
    - {neurons: [h1], activation: tanh, weights: [[1.5]], biases: [0.25]}
    - {neurons: [k1, k2], activation: identity, weights: [[0.5], [-0.5]]}
    - {neurons: [y1, y2], activation: sigmoid, weights: [[1, 2], [3, -4]], shared_bias: {b9: 0.5}}
  loss: mean_squared_error
samples:
  - {inputs: [0.5], targets: [1, 0]}
  - {inputs: [2], targets: [0, 0.5]}
  - {inputs: [0], targets: [0.25, 1]}
training: {learning_rate: 0.1, batch: 2, epochs: 3, frozen: [b9]}
gradients: {frozen: true, inputs: true}
";

/// A relu at its kink, one below it, half a target: all corner cases of one neuron.
const CORNERS: &str = "
format: 1
title: Corners
network:
  inputs: [x, z]
  layers:
    - {neurons: [h1, h2], activation: relu, weights: [[1, -1], [-1, -1]]}
    - {neurons: [y], activation: sigmoid, weights: [[2, 8]], biases: [4]}
  loss: binary_cross_entropy
samples:
  - {inputs: [1, 1], targets: [0]}
  - {inputs: [3, 1], targets: [0.5]}
training: {learning_rate: 0.1, batch: 1, reduction: sum}
";

/// A graph with a fork, a direct path, an idle node, and trained parameters.
const GRAPH: &str = "
format: 1
title: A line with a penalty
graph:
  parameters: {w: 0.5, b: -1, unused: 3}
  inputs: [x]
  targets: [t1]
  nodes:
    y: w*x + b
    miss: t1 - y
    square: miss^2
    size: abs(w)
    idle: y*x*2
    loss: square + size + w/10
  output: loss
samples:
  - {inputs: [2], targets: [1]}
  - {inputs: [-1], targets: [3]}
training: {learning_rate: 0.1}
";

/// Only a forward pass, without biases.
const FORWARD: &str = "
format: 1
title: Forward
network:
  inputs: [x]
  layers:
    - {neurons: [4, 5], activation: softmax, weights: [[1], [2]]}
samples:
  - {inputs: [1]}
";

const KINDS: [RoleKind; 34] = [
    RoleKind::WeightedSum,
    RoleKind::Activation,
    RoleKind::OutputLoss,
    RoleKind::TotalLoss,
    RoleKind::LossSlope,
    RoleKind::OutputGradient,
    RoleKind::OutputPath,
    RoleKind::OutputPathSum,
    RoleKind::ActivationSlope,
    RoleKind::SoftmaxSlope,
    RoleKind::Delta,
    RoleKind::DeltaPath,
    RoleKind::DeltaPathSum,
    RoleKind::DeltaShort,
    RoleKind::NetSlopeByOutput,
    RoleKind::NetSlopeByWeight,
    RoleKind::NetSlopeByBias,
    RoleKind::NetSlopeByInput,
    RoleKind::ParameterGradient,
    RoleKind::ParameterPath,
    RoleKind::ParameterPathSum,
    RoleKind::InputGradient,
    RoleKind::InputPath,
    RoleKind::InputPathSum,
    RoleKind::Node,
    RoleKind::Start,
    RoleKind::LocalSlope,
    RoleKind::NodeGradient,
    RoleKind::NodePath,
    RoleKind::NodePathSum,
    RoleKind::BatchLoss,
    RoleKind::EpochLoss,
    RoleKind::BatchGradient,
    RoleKind::NewParameter,
];

fn lesson(source: &str) -> Lesson {
    Lesson::new(read(source).unwrap(), None)
}

fn lessons() -> Vec<(&'static str, Lesson)> {
    let own =
        [("softmax", SOFTMAX), ("batches", BATCHES), ("corners", CORNERS), ("graph", GRAPH), ("forward", FORWARD)];
    BUILT_IN.into_iter().chain(own).map(|(name, source)| (name, lesson(source))).collect()
}

/// Every page of an epoch.
fn pages(lesson: &mut Lesson) -> Vec<Page> {
    let numbers = 1..=lesson.steps_per_epoch();
    numbers.map(|number| lesson.page(Position { epoch: 1, number }).unwrap().unwrap()).collect()
}

/// What the page of `name` says, in both languages.
fn whys(source: &str, name: &str) -> [String; 2] {
    let mut lesson = lesson(source);
    let page = pages(&mut lesson).into_iter().find(|page| page.step.name.as_str() == name).unwrap();
    Language::ALL.map(|language| lesson.words(&Messages::new(language)).why(&page))
}

fn all_words(lesson: &mut Lesson, language: Language) -> String {
    let messages = Messages::new(language);
    let pages = pages(lesson);
    let words = lesson.words(&messages);
    let mut all = format!("{}\n\n", words.conventions().join("   "));
    for page in pages {
        let (step, place) = (&page.step, words.place(page.position));
        writeln!(all, "{place}\n{} = {}: {}", step.name, step.formula, words.title(step)).unwrap();
        writeln!(all, "  {}\n  {}", words.question(step), words.why(&page)).unwrap();
        if let Some(note) = words.note(step) {
            writeln!(all, "  [{note}]").unwrap();
        }
        all.push('\n');
    }
    all
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/words"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn the_words_of_whole_lessons_read_well() {
    for (name, mut lesson) in lessons() {
        for language in Language::ALL {
            snapshot(&format!("{name}.{}", language.tag()), &all_words(&mut lesson, language));
        }
    }
}
