//! What can be wrong with how a scenario is to be shown.

use crate::formula::MarkupFaultKind;

/// Everything that can be wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of each stands in messages/en/fault.ftl")]
pub enum DisplayFault {
    TwoKindsOfDigits,
    UnknownCommand { command: String, nearest: Option<String> },
    Label(MarkupFaultKind),
}
