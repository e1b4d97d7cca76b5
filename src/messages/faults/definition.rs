//! Faults of definitions: settings of a word, and the author's own formulas.

use super::Said;
use crate::scenario::DefinitionFault;

pub(super) fn said(kind: &DefinitionFault) -> Said<'_> {
    match kind {
        DefinitionFault::AtZeroUnknown => Said::new("fault-at-zero-unknown"),
        DefinitionFault::LeakOutsideUnit => Said::new("fault-leak-outside-unit"),
        DefinitionFault::AlphaNotPositive => Said::new("fault-alpha-not-positive"),
        DefinitionFault::TooLong { limit } => Said::new("fault-definition-too-long").with("limit", *limit),
        DefinitionFault::UnknownName { name, known } => {
            Said::new("fault-not-in-definition").with("name", name).with("known", *known)
        }
        DefinitionFault::DerivativeAndSurrogate => {
            Said::new("fault-derivative-and-surrogate").help("fault-derivative-and-surrogate-help")
        }
        DefinitionFault::DerivativeDiffers { at, given, derivative } => Said::new("fault-derivative-differs")
            .with("at", at)
            .with("given", given)
            .with("derivative", derivative)
            .help("fault-derivative-help"),
        DefinitionFault::DerivativeFails { at, derivative } => Said::new("fault-derivative-fails")
            .with("at", at)
            .with("derivative", derivative)
            .help("fault-derivative-help"),
        DefinitionFault::DerivativeNowhere => Said::new("fault-derivative-nowhere").help("fault-derivative-help"),
    }
}
