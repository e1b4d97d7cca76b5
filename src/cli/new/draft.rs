//! The text of a new scenario: what is asked for, with a comment on everything that can be changed.

use std::fmt::Write as _;

use crate::cli::arguments::New;
use crate::keys::{Loss, What};
use crate::messages::Messages;
use crate::scenario::{ActivationKind, LossKind, OptimizerForm};

/// A scenario that is being written.
struct Draft<'a> {
    text: String,
    messages: &'a Messages,
    file: String,
}

/// Writes the scenario.
pub(super) fn draft(new: &New, name: &str, messages: &Messages) -> String {
    let mut draft = Draft { text: String::new(), messages, file: format!("{name}.yaml") };
    draft.comment(0, "command-new-head");
    draft.line(0, "format: 1");
    draft.line(0, &format!("title: {}", quoted(name)));
    draft.comment(0, "command-new-source");
    draft.line(0, "");
    if new.graph {
        draft.graph(new);
    } else {
        draft.network(new);
    }
    draft.text
}

impl Draft<'_> {
    fn line(&mut self, indent: usize, line: &str) {
        let indent = if line.is_empty() { 0 } else { indent };
        let _ = writeln!(self.text, "{:indent$}{line}", "");
    }

    /// A sentence behind `#`, line by line.
    fn comment(&mut self, indent: usize, id: &str) {
        self.comment_on(indent, id, "");
    }

    /// The same about a step.
    fn comment_on(&mut self, indent: usize, id: &str, step: &str) {
        let sentence = self.messages.text(id, &[("file", (&self.file).into()), ("step", step.into())]);
        for line in sentence.lines() {
            self.line(indent, format!("# {line}").trim_end());
        }
    }

    /// A key with a word of which there are others.
    fn choice<'w>(&mut self, indent: usize, key: &str, word: &str, words: impl Iterator<Item = &'w str>) {
        let words: Vec<&str> = words.collect();
        self.line(indent, &format!("# {}", words.join(", ")));
        self.line(indent, &format!("{key}: {word}"));
    }

    fn network(&mut self, new: &New) {
        let sizes = &new.layers.0;
        let (inputs, layers) = sizes.split_first().map_or((0, &[][..]), |(inputs, layers)| (*inputs, layers));
        let mut before = inputs;
        self.line(0, "network:");
        self.line(2, &format!("inputs: [{}]", list((1..=inputs).map(|input| format!("x{input}")))));
        self.line(2, "layers:");
        let mut parameters = Parameters::default();
        for (at, &size) in layers.iter().enumerate() {
            let is_last = at + 1 == layers.len();
            let neurons: Vec<String> = (1..=size).map(|number| neuron(at, layers.len(), number)).collect();
            self.line(4, &format!("- neurons: [{}]", neurons.join(", ")));
            let activation = if is_last { last_activation(new) } else { &new.activation };
            if at == 0 {
                let words = ActivationKind::WORDS.into_iter().map(|(word, _)| word);
                self.comment(6, "command-new-activation");
                self.choice(6, "activation", activation, words);
                self.comment(6, if new.seed.is_some() { "command-new-random" } else { "command-new-weights" });
            } else {
                self.line(6, &format!("activation: {activation}"));
            }
            match new.seed {
                // What is drawn elsewhere draws other numbers.
                Some(seed) => self.drawn(seed.wrapping_add(2 * at as u64)),
                None => self.written(&neurons, before, &mut parameters),
            }
            before = size;
        }
        self.comment(2, "command-new-loss");
        self.choice(2, "loss", &new.loss, LossKind::WORDS.into_iter().map(|(word, _)| word));
        self.line(0, "");
        self.comment(0, "command-new-samples");
        self.line(0, "samples:");
        let targets = list((0..before).map(|output| target(&new.loss, output).to_owned()));
        self.line(2, &format!("- {{inputs: [{}], targets: [{targets}]}}", list((0..inputs).map(hundredths))));
        self.line(0, "");
        self.training(new);
        self.notes(What::Net(neuron(0, layers.len(), 1).into()).name().as_str(), Loss::Total.name().as_str());
    }

    fn drawn(&mut self, seed: u64) {
        for (key, seed) in [("weights", seed), ("biases", seed.wrapping_add(1))] {
            self.line(6, &format!("{key}: {{random: {{seed: {seed}, from: -0.5, to: 0.5, decimals: 2}}}}"));
        }
    }

    fn written(&mut self, neurons: &[String], inputs: usize, parameters: &mut Parameters) {
        self.line(6, "weights:");
        for neuron in neurons {
            let weights = list((0..inputs).map(|_| parameters.weight()));
            self.line(8, &format!("{neuron}: {{{weights}}}"));
        }
        self.line(6, "biases:");
        for neuron in neurons {
            let bias = parameters.bias();
            self.line(8, &format!("{neuron}: {{{bias}}}"));
        }
    }

    fn graph(&mut self, new: &New) {
        self.line(0, "graph:");
        self.comment(2, "command-new-graph");
        self.line(2, "parameters: {w: 0.5, b: 0.1}");
        self.line(2, "inputs: [x]");
        self.line(2, "targets: [target]");
        self.comment(2, "command-new-nodes");
        self.line(2, "nodes:");
        for node in ["net: w*x + b", "out: sigmoid(net)", "loss: (target - out)^2"] {
            self.line(4, node);
        }
        self.comment(2, "command-new-output");
        self.line(2, "output: loss");
        self.line(0, "");
        self.comment(0, "command-new-samples");
        self.line(0, "samples:");
        self.line(2, "- {inputs: [2], targets: [1]}");
        self.line(0, "");
        self.training(new);
        self.notes("net", "loss");
    }

    fn training(&mut self, new: &New) {
        self.line(0, "training:");
        self.comment(2, "command-new-optimizer");
        self.choice(2, "optimizer", &new.optimizer, OptimizerForm::words());
        self.line(2, "learning_rate: 0.5");
        self.line(2, &format!("epochs: {}", new.epochs));
        self.comment(2, "command-new-batch");
        self.line(0, "");
    }

    fn notes(&mut self, first: &str, loss: &str) {
        self.comment(0, "command-new-notes");
        self.line(0, "notes:");
        let notes = [(first, "command-new-note-first"), (loss, "command-new-note-loss")];
        for (step, id) in notes {
            let note = quoted(&self.messages.text(id, &[]));
            self.line(2, &format!("{step}: {note}"));
        }
        self.line(0, "");
        self.comment_on(0, "command-new-published", loss);
    }
}

/// How many weights and biases have been written.
#[derive(Default)]
struct Parameters {
    weights: usize,
    biases: usize,
}

impl Parameters {
    fn weight(&mut self) -> String {
        let weight = signed(self.weights);
        self.weights += 1;
        format!("w{}: {weight}", self.weights)
    }

    fn bias(&mut self) -> String {
        let bias = signed(self.biases + 2);
        self.biases += 1;
        format!("b{}: {bias}", self.biases)
    }
}

/// What the neuron of a layer is called.
fn neuron(layer: usize, layers: usize, number: usize) -> String {
    if layer + 1 == layers {
        format!("o{number}")
    } else if layers == 2 {
        format!("h{number}")
    } else {
        format!("h{}_{number}", layer + 1)
    }
}

/// The activation that the loss can be computed of.
fn last_activation(new: &New) -> &str {
    match new.loss.as_str() {
        "cross_entropy" => "softmax",
        "binary_cross_entropy" => "sigmoid",
        _ => &new.activation,
    }
}

/// A target that the loss can be computed with.
fn target(loss: &str, output: usize) -> &'static str {
    let is_first = output == 0;
    let is_even = output.is_multiple_of(2);
    match loss {
        "cross_entropy" => {
            if is_first {
                "1"
            } else {
                "0"
            }
        }
        "binary_cross_entropy" => {
            if is_even {
                "1"
            } else {
                "0"
            }
        }
        "hinge" => {
            if is_even {
                "1"
            } else {
                "-1"
            }
        }
        _ => {
            if is_even {
                "0.9"
            } else {
                "0.1"
            }
        }
    }
}

/// Numbers that differ from their neighbours, and are easy to multiply: 0.05, 0.40, 0.75, …
fn hundredths(at: usize) -> String {
    let hundredths = 5 * (1 + at * 7 % 18);
    format!("0.{hundredths:02}")
}

/// The same, every third below 0.
fn signed(at: usize) -> String {
    let sign = if at % 3 == 2 { "-" } else { "" };
    format!("{sign}{}", hundredths(at + 1))
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

/// A text as YAML and JSON write it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
