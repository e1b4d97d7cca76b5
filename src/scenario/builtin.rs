//! The scenarios that are built into the program.

/// Every built-in scenario: its name and its text.
pub const BUILT_IN: [(&str, &str); 3] = [
    ("mazur", include_str!("../../scenarios/mazur.yaml")),
    ("student-passes", include_str!("../../scenarios/student-passes.yaml")),
    ("apple-graph", include_str!("../../scenarios/apple-graph.yaml")),
];
