//! What the runs of a lesson, and what is compared of them, are called.

use super::Words;
use crate::formula::Name;
use crate::lesson::RowKind;

impl Words<'_> {
    /// What a run is called; the lesson's own has no name.
    #[must_use]
    pub fn run(&self, run: Option<&Name>) -> String {
        run.map_or_else(|| self.say("lesson-run-base", &[]), ToString::to_string)
    }

    /// What a row of a comparison is about: a name that can be asked for, where there is one.
    #[must_use]
    pub fn run_row(&self, kind: &RowKind) -> String {
        match kind {
            RowKind::BatchSize => self.say("lesson-run-batch-size", &[]),
            RowKind::Updates => self.say("lesson-run-updates", &[]),
            RowKind::Loss { epoch } => format!("E_epoch@{epoch}"),
            RowKind::FinalLoss { name } | RowKind::Output { name } | RowKind::Parameter { name } => name.to_string(),
        }
    }
}
