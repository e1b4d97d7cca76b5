//! Random computation graphs, written as an instructor would write them.

use std::fmt::Write as _;

use handgrad::number::Exact;
use proptest::collection::vec;
use proptest::prelude::*;

/// What a node may be, over two names above it.
const FORMULAS: [&str; 13] = [
    "A * B",
    "A + B",
    "A - B",
    "A^2 + B",
    "sigmoid(A) * B",
    "tanh(A - B)",
    "exp(-A^2)",
    "A / (1 + B^2)",
    "max(A, B)",
    "relu(A) - B",
    "softplus(A) + B",
    "abs(A) * B",
    "A * A * A",
];

/// A graph before it is written down.
#[derive(Clone, Debug)]
pub(super) struct GraphPlan {
    /// Fixed values and parameters, in thousandths.
    pub(super) given: Vec<i64>,
    pub(super) parameters: Vec<i64>,
    /// For each node which formula, and which two of the names above it.
    nodes: Vec<(usize, usize, usize)>,
    /// Which node is the output, counted from the last.
    output: usize,
}

/// Random graphs of up to eight nodes; what stands behind the output, or feeds nothing, is among them.
pub(super) fn graph_plans() -> impl Strategy<Value = GraphPlan> {
    let values = || vec(-2000i64..2000, 1..4);
    let nodes = vec((0..FORMULAS.len(), 0usize..20, 0usize..20), 1..9);
    (values(), values(), nodes, 0usize..2).prop_map(|(given, parameters, nodes, output)| GraphPlan {
        output: output.min(nodes.len() - 1),
        given,
        parameters,
        nodes,
    })
}

impl GraphPlan {
    /// The names of the output, and of what it starts from.
    pub(super) fn output(&self) -> String {
        format!("n{}", self.nodes.len() - self.output)
    }

    pub(super) fn sources(&self) -> Vec<String> {
        let given = (1..=self.given.len()).map(|at| format!("g{at}"));
        given.chain((1..=self.parameters.len()).map(|at| format!("p{at}"))).collect()
    }

    /// Its text, with something added to one of the sources.
    pub(super) fn text(&self, moved: Option<(usize, &Exact)>) -> String {
        let mut names = self.sources();
        let values = self.given.iter().chain(&self.parameters).enumerate().map(|(at, &value)| {
            let value = Exact::new(value, 3);
            moved.filter(|(of, _)| *of == at).map_or(value.clone(), |(_, by)| value.plus(by))
        });
        let written: Vec<String> = names.iter().zip(values).map(|(name, value)| format!("{name}: {value}")).collect();
        let (given, parameters) = written.split_at(self.given.len());
        let mut text = format!(
            "format: 1\ntitle: random\ngraph:\n  given: {{{}}}\n  parameters: {{{}}}\n  nodes:\n",
            given.join(", "),
            parameters.join(", ")
        );
        for (at, &(formula, first, second)) in self.nodes.iter().enumerate() {
            let pick = |which: usize| &names[which % names.len()];
            let formula = FORMULAS[formula].replace('A', pick(first)).replace('B', pick(second));
            let _ = writeln!(text, "    n{}: {formula}", at + 1);
            names.push(format!("n{}", at + 1));
        }
        let _ = writeln!(text, "  output: {}\ntraining: {{learning_rate: 0.1}}", self.output());
        text
    }
}
