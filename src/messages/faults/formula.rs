//! Faults of formulas.

use super::Said;
use crate::formula::{DEEPEST_NESTING, LONGEST_NUMBER, LONGEST_TEXT, ParseFaultKind};

pub(super) fn said(kind: &ParseFaultKind) -> Said<'_> {
    match kind {
        ParseFaultKind::TextTooLong => Said::new("fault-formula-too-long").with("limit", LONGEST_TEXT),
        ParseFaultKind::NestedTooDeeply => Said::new("fault-formula-too-deep").with("limit", DEEPEST_NESTING),
        ParseFaultKind::UnexpectedCharacter(character) => Said::new("fault-formula-character")
            .with("character", character.to_string())
            .help("fault-formula-character-help"),
        ParseFaultKind::UnexpectedEnd => Said::new("fault-formula-end").help("fault-formula-operand-help"),
        ParseFaultKind::ExpectedOperand => Said::new("fault-formula-operand").help("fault-formula-operand-help"),
        ParseFaultKind::MissingOperator => Said::new("fault-formula-operator").help("fault-formula-operator-help"),
        ParseFaultKind::MissingClosingBracket => Said::new("fault-formula-bracket-open"),
        ParseFaultKind::UnmatchedClosingBracket => Said::new("fault-formula-bracket-closed"),
        ParseFaultKind::UnexpectedComma => Said::new("fault-formula-comma").help("fault-formula-comma-help"),
        ParseFaultKind::NumberNotPlain => Said::new("fault-formula-number").help("fault-not-a-number-help"),
        ParseFaultKind::NumberTooLong => Said::new("fault-formula-number-too-long").with("limit", LONGEST_NUMBER),
        ParseFaultKind::IndexNotPlain => Said::new("fault-formula-index").help("fault-formula-index-help"),
        ParseFaultKind::UnknownFunction { name, nearest } => {
            let said = Said::new("fault-formula-function").with("name", name);
            match nearest {
                Some(nearest) => said.with("nearest", nearest.name()).help("fault-did-you-mean"),
                None => said.help("fault-formula-function-help"),
            }
        }
        ParseFaultKind::FunctionWithoutArguments(function) => {
            Said::new("fault-formula-no-arguments").with("name", function.name())
        }
        ParseFaultKind::WrongArgumentCount { function, found } => Said::new("fault-formula-argument-count")
            .with("name", function.name())
            .with("expected", function.arity())
            .with("found", *found),
    }
}
