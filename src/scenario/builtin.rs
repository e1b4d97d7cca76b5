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
];

/// Every published example: its name and its text.
pub const PUBLISHED: &[(&str, &str)] = scenarios!["published/":
];

/// Every built-in scenario, the lessons first.
pub fn built_in() -> impl Iterator<Item = (&'static str, &'static str)> {
    LESSONS.iter().chain(PUBLISHED).copied()
}
