//! Faults of how a scenario is to be shown.

use super::Said;
use crate::formula::MarkupFaultKind;
use crate::scenario::DisplayFault;

pub(super) fn said(kind: &DisplayFault) -> Said<'_> {
    match kind {
        DisplayFault::TwoKindsOfDigits => Said::new("fault-two-kinds-of-digits").help("fault-two-kinds-of-digits-help"),
        DisplayFault::UnknownCommand { command, nearest } => Said::new("fault-label-command")
            .with("command", command)
            .nearest(nearest.as_ref(), Some("fault-label-help")),
        DisplayFault::Label(kind) => label(kind).help("fault-label-help"),
    }
}

fn label(kind: &MarkupFaultKind) -> Said<'_> {
    match kind {
        MarkupFaultKind::TooLong { limit } => Said::new("fault-label-too-long").with("limit", *limit),
        MarkupFaultKind::UnknownCommand { command } => Said::new("fault-label-command").with("command", command),
        MarkupFaultKind::NotClosed => Said::new("fault-label-not-closed"),
        MarkupFaultKind::Nothing => Said::new("fault-label-nothing"),
        MarkupFaultKind::Character { character } => {
            Said::new("fault-label-character").with("character", character.to_string())
        }
        MarkupFaultKind::Scripts => Said::new("fault-label-scripts"),
    }
}
