//! The scenarios that are built into the program: lessons of our own, and examples that others have printed.
//!
//! Whoever lists them shows the lessons first.

/// Gives the name and the text of each scenario in a folder of `scenarios`.
macro_rules! scenarios {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../scenarios/", $folder, $name, ".yaml")))),*]
    };
}

/// Every lesson: its name and its text.
pub const LESSONS: &[(&str, &str)] = scenarios!["":
    "mazur",
    "student-passes",
    "apple-graph",
    "chain-rule",
    "apples-and-oranges",
    "mazur-biases-trained",
    "mazur-sequential-update",
    "student-grades",
    "hill",
    "rate-too-small",
    "rate-just-right",
    "rate-too-large",
    "softmax-cross-entropy",
    "linear-collapse",
    "xor",
    "approximation",
    "vanishing-gradient",
    "saturation",
    "dead-relu",
    "perceptron-threshold",
    "perceptron-or",
    "overfitting",
    "exam-table",
];

/// Every published example: its name and its text.
pub const PUBLISHED: &[(&str, &str)] = scenarios!["published/":
    "autodiff-clearing",
    "autodiff-line",
    "autodiff-mean",
    "autodiff-powers",
    "autodiff-square",
    "autodiff-tanh",
    "autodiff-tanh-single",
    "brownlee-backprop",
    "brownlee-forward",
    "cs231n-circuit",
    "cs231n-gates",
    "cs231n-hinge",
    "cs231n-image",
    "cs231n-neuron",
    "cs231n-scores",
    "cs231n-softmax",
    "cs231n-softmax-gradient",
    "cs231n-softmax-half",
    "d2l-descent-0-4",
    "d2l-descent-0-6",
    "deepml-autograd",
    "deepml-autograd-dead",
    "deepml-gd-batch",
    "deepml-gd-mini2",
    "deepml-gd-stochastic",
    "deepml-line-1",
    "deepml-line-2",
    "deepml-sigmoid-minus-one",
    "deepml-sigmoid-one",
    "deepml-sigmoid-zero",
    "deepml-softmax-123",
    "deepml-softmax-equal",
    "deepml-softmax-far",
    "goodfellow-xor",
    "grokking-ch4-a",
    "grokking-ch4-b",
    "grokking-ch4-c",
    "grokking-ch4-d",
    "grokking-ch4-e",
    "grokking-ch5-free",
    "grokking-ch5-frozen",
    "grokking-ch5-matrix",
    "grokking-ch5-outputs",
    "han-kamber",
    "jurafsky-l",
    "karpathy-expression",
    "karpathy-fork",
    "karpathy-neuron",
    "karpathy-neuron-exp",
    "karpathy-twice",
    "lasagne-sgd",
    "macleod-rgu",
    "miller-mind",
    "negnevitsky-xor",
    "ng-computation-graph",
    "ng-logistic",
    "ninjakx-4221",
    "nnfs-cross-entropy",
    "nnfs-layer",
    "nnfs-layer-relu",
    "nnfs-neuron",
    "nnfs-relu-mask",
    "nnfs-softmax-combined",
    "notes-mitchell",
    "notes-perceptron-or",
    "prakash-jay",
    "rahul-relu-bce",
    "saito-simple-net",
    "saito-three-layers",
    "saito-three-layers-back",
    "tom-yeh-backprop",
    "trask-11-lines",
    "victor-zhou-alice",
    "victor-zhou-forward",
    "victor-zhou-mean",
    "victor-zhou-neuron",
];

/// The tables that built-in scenarios name: the name and the text of each.
pub(super) const TABLES: &[(&str, &str)] = &[
    ("tables/exam.csv", include_str!("../../scenarios/tables/exam.csv")),
    ("tables/exam-next-year.csv", include_str!("../../scenarios/tables/exam-next-year.csv")),
];

/// Every built-in scenario, the lessons first.
pub fn built_in() -> impl Iterator<Item = (&'static str, &'static str)> {
    LESSONS.iter().chain(PUBLISHED).copied()
}
