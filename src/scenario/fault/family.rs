//! What can be wrong with the arrays of a graph.

use crate::families::FaultKind;

/// A fault of arrays, with the line of the other place that is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of each is in messages/en/fault.ftl")]
pub enum FamilyFault {
    /// One of the language of arrays.
    Language {
        kind: FaultKind,
        line: Option<u32>,
        nearest: Option<String>,
    },
    Ragged {
        expected: usize,
        found: usize,
    },
    EmptyArray,
    TooManyLevels {
        limit: usize,
    },
    ShapeOfSample {
        name: String,
        expected: Vec<usize>,
        found: Vec<usize>,
    },
    SampleByName {
        name: String,
    },
    OutputIsAnArray {
        name: String,
        shape: Vec<usize>,
    },
    ExpandWithFamilies,
    ZeroOutsideNumber {
        name: String,
    },
}
