//! Scenarios for tests: random networks, written as an instructor would write them.

use std::fmt::Write as _;

use handgrad::number::Exact;
use handgrad::program::Program;
use handgrad::run::Run;
use handgrad::scenario::{self, Scenario};
use proptest::collection::vec;
use proptest::prelude::*;

/// A scenario that must be right.
pub(super) fn scenario(text: &str) -> Scenario {
    scenario::read(text).unwrap_or_else(|faults| panic!("{:?}\n{text}", faults.shown()))
}

pub(super) fn program(text: &str) -> Program {
    Program::new(&scenario(text))
}

pub(super) fn run(text: &str) -> Run {
    Run::new(&scenario(text))
}

/// The names of the sample line, in order.
pub(super) fn step_names(text: &str) -> Vec<String> {
    program(text).steps.iter().map(|step| step.name.to_string()).collect()
}

/// How a layer gets its biases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Biases {
    None,
    Shared,
    Each,
}

/// A network, and what it is trained on, as it is then written down.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) inputs: usize,
    /// The width, the activation and the biases of each layer.
    pub(super) layers: Vec<(usize, &'static str, Biases)>,
    pub(super) loss: &'static str,
    pub(super) samples: usize,
    pub(super) batch: usize,
    pub(super) reduction: &'static str,
    /// Lines of the scenario besides.
    pub(super) also: &'static str,
    /// Whether the first weight is kept as it is.
    pub(super) frozen: bool,
    /// Where weights, biases and inputs are taken from, in thousandths.
    pub(super) values: Vec<i64>,
    /// What is added to one of the parameters, by its place.
    pub(super) moved: Option<(usize, Exact)>,
}

/// Losses, with the activation that the last layer must have for them, if any.
const LOSSES: [(&str, Option<&str>); 5] = [
    ("half_squared_error", None),
    ("squared_error", None),
    ("mean_squared_error", None),
    ("binary_cross_entropy", Some("sigmoid")),
    ("cross_entropy", Some("softmax")),
];

const ALSO: [&str; 4] =
    ["", "gradients: {inputs: true}\n", "gradients: {frozen: true}\n", "conventions: {gradient: delta}\n"];

/// Random networks of up to four layers.
pub(super) fn plans() -> impl Strategy<Value = Plan> {
    let activation = prop::sample::select(vec![
        "identity",
        "sigmoid",
        "tanh",
        "relu",
        "{leaky_relu: 0.2}",
        "elu",
        "softplus",
        "silu",
        "softmax",
    ]);
    let biases = prop::sample::select(vec![Biases::None, Biases::Shared, Biases::Each]);
    let shape = (1usize..4, vec((1usize..4, activation, biases), 1..5), prop::sample::select(LOSSES.to_vec()));
    let course = (1usize..5, 1usize..5, prop::sample::select(vec!["mean", "sum"]));
    let rest = (prop::sample::select(ALSO.to_vec()), any::<bool>(), vec(-1500i64..1500, 60));
    (shape, course, rest).prop_map(
        |((inputs, mut layers, (loss, wanted)), (samples, batch, reduction), (also, frozen, values))| {
            if let (Some(last), Some(activation)) = (layers.last_mut(), wanted) {
                last.1 = activation;
            }
            for layer in &mut layers {
                // One neuron alone has nothing to share with.
                layer.0 = if layer.1 == "softmax" { layer.0.max(2) } else { layer.0 };
            }
            Plan { inputs, layers, loss, samples, batch, reduction, also, frozen, values, moved: None }
        },
    )
}

impl Plan {
    /// The same with something added to one parameter.
    pub(super) fn with_moved(&self, parameter: usize, by: &Exact) -> Self {
        Self { moved: Some((parameter, by.clone())), ..self.clone() }
    }

    /// Its text. Parameters stand in the order of the steps: by layer, weights before biases.
    pub(super) fn text(&self) -> String {
        let mut text =
            format!("format: 1\ntitle: random\nnetwork:\n  inputs: [{}]\n  layers:\n", names("x", self.inputs));
        let mut values = self.values.iter().cycle();
        let mut count = 0;
        let mut parameter = || {
            let value = Exact::new(*values.next().expect("a value"), 3);
            let moved = self.moved.as_ref().filter(|(at, _)| *at == count);
            count += 1;
            moved.map_or(value.clone(), |(_, by)| value.plus(by)).to_string()
        };
        let mut before = self.inputs;
        for (at, (width, activation, biases)) in self.layers.iter().enumerate() {
            let letter = ["h", "k", "m", "o"][at + 4 - self.layers.len()];
            let _ = writeln!(text, "    - neurons: [{}]\n      activation: {activation}", names(letter, *width));
            let rows: Vec<String> = (0..*width).map(|_| list((0..before).map(|_| parameter()))).collect();
            let _ = writeln!(text, "      weights: {}", list(rows));
            match biases {
                Biases::None => {}
                Biases::Shared => {
                    let _ = writeln!(text, "      shared_bias: {{s{letter}: {}}}", parameter());
                }
                Biases::Each => {
                    let _ = writeln!(text, "      biases: {}", list((0..*width).map(|_| parameter())));
                }
            }
            before = *width;
        }
        let _ = writeln!(text, "  loss: {}\nsamples:", self.loss);
        for sample in 0..self.samples {
            let input = |at: usize| Exact::new(self.values[(7 * sample + 3 * at) % self.values.len()], 3).to_string();
            let targets = list((0..before).map(|at| self.target(sample, at, before)));
            let _ = writeln!(text, "  - {{inputs: {}, targets: {targets}}}", list((0..self.inputs).map(input)));
        }
        let frozen = if self.frozen { ", frozen: [w1]" } else { "" };
        let (batch, reduction) = (self.batch, self.reduction);
        let _ = writeln!(
            text,
            "training: {{learning_rate: 0.25, epochs: 3, batch: {batch}, reduction: {reduction}{frozen}}}\n{}",
            self.also
        );
        text
    }

    fn target(&self, sample: usize, at: usize, outputs: usize) -> String {
        match self.loss {
            "cross_entropy" if sample % outputs == at => "1".to_owned(),
            "cross_entropy" => "0".to_owned(),
            "binary_cross_entropy" => ["0", "1", "0.3"][(sample + at) % 3].to_owned(),
            _ => Exact::new(self.values[(5 * sample + at) % self.values.len()], 3).to_string(),
        }
    }
}

fn names(letter: &str, count: usize) -> String {
    (1..=count).map(|number| format!("{letter}{number}")).collect::<Vec<_>>().join(", ")
}

fn list(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(", "))
}
