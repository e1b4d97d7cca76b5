//! Faults of the other runs of a lesson.

use super::Said;
use crate::messages::Messages;
use crate::scenario::CompareFault;

pub(super) fn said<'a>(messages: &Messages, kind: &'a CompareFault) -> Said<'a> {
    match kind {
        CompareFault::TooMany { limit } => Said::new("fault-too-many-runs").with("limit", *limit),
        CompareFault::ChangesNothing { name } => {
            Said::new("fault-run-changes-nothing").with("name", name).help("fault-run-changes-nothing-help")
        }
        CompareFault::OfNetworks { key } => Said::new("fault-run-of-networks").with("key", key),
        CompareFault::Elsewhere { name, line, fault } => Said::new("fault-run-elsewhere")
            .with("name", name)
            .with("line", *line)
            .with("fault", messages.fault(fault).fault),
    }
}
