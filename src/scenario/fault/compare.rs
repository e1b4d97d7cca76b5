//! What can be wrong with the other runs of a lesson.

use super::FaultKind;

/// Everything that can be wrong with them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of each stands in messages/en/fault.ftl")]
pub enum CompareFault {
    TooMany { limit: usize },
    ChangesNothing { name: String },
    OfNetworks { key: String },
    Elsewhere { name: String, line: u32, fault: Box<FaultKind> },
}
