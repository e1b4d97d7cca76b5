//! What can be wrong with an activation or a loss: its setting, or the author's own formulas.

/// Everything that can be wrong with a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence of each stands in messages/en/fault.ftl")]
pub enum DefinitionFault {
    AtZeroUnknown,
    LeakOutsideUnit,
    AlphaNotPositive,
    TooLong { limit: usize },
    UnknownName { name: String, known: &'static str },
    DerivativeAndSurrogate,
    DerivativeDiffers { at: String, given: String, derivative: String },
    DerivativeFails { at: String, derivative: String },
    DerivativeNowhere,
}
