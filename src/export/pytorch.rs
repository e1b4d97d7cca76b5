//! A lesson as a short script that computes the same with PyTorch: the formulas of the program, the same names and
//! numbers, gradients by autograd.
//!
//! Where autograd would find another number than the lesson teaches, the script says so and does what the lesson does.
//! Must not know how a value of the lesson is computed: the script stands beside it, and a test compares the two.

mod head;
mod names;
mod pass;
mod plan;
mod sheet;
mod update;

use crate::lesson::Lesson;
use crate::messages::Messages;
use pass::is_shown;
use plan::{Plan, Round, Way};
use sheet::Sheet;

/// A lesson as a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Its text.
    pub text: String,
    /// What of the lesson it does not do.
    pub left_out: Vec<LeftOut>,
}

/// Something of a lesson that a script does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// The samples that are not trained on.
    Validation,
    /// Other runs of the same lesson.
    Compare,
}

impl LeftOut {
    /// Says so.
    #[must_use]
    pub fn in_words(self, messages: &Messages) -> String {
        match self {
            Self::Validation => messages.text("export-without-validation", &[]),
            Self::Compare => messages.text("export-without-compare", &[]),
        }
    }
}

/// Writes the script of a lesson, with comments in the language of `messages`.
pub fn pytorch(lesson: &mut Lesson, messages: &Messages) -> Script {
    let setting = lesson.run().setting().clone();
    let plan = Plan::of(lesson, &setting);
    let validation = (!setting.validation().is_empty()).then_some(LeftOut::Validation);
    let compare = (!lesson.compared().is_empty()).then_some(LeftOut::Compare);
    let left_out: Vec<LeftOut> = validation.into_iter().chain(compare).collect();
    // What the formulas call is known once they are written.
    let mut body = Sheet::default();
    plan.write_start(&mut body, messages);
    plan.write_epochs(&mut body, messages);
    let mut sheet = Sheet::default();
    plan.write_title(&left_out, &mut sheet, messages);
    plan.write_helpers(&mut sheet, messages);
    Script { text: sheet.into_text() + &body.into_text(), left_out }
}

impl Plan<'_> {
    /// Writes all epochs.
    fn write_epochs(&self, sheet: &mut Sheet, messages: &Messages) {
        sheet.gap();
        if self.epochs > 1 {
            sheet.open("for epoch in range(1, epochs + 1):");
        }
        if self.has_epoch_loss() {
            sheet.line("losses_of_epoch = []");
        }
        match self.round {
            Round::Single => {
                self.write_given_gradients(sheet);
                self.write_sample(None, sheet, messages);
                self.write_update_if_any(sheet, messages);
            }
            Round::EverySample => {
                self.open_samples("for sample_number, sample in enumerate(samples, start=1):", "sample", sheet);
                self.write_sample(Some("sample_number"), sheet, messages);
                self.write_update_if_any(sheet, messages);
                sheet.close();
            }
            Round::AllSamples => {
                self.begin_gathering(sheet);
                self.open_samples("for sample_number, sample in enumerate(samples, start=1):", "sample", sheet);
                self.write_sample(Some("sample_number"), sheet, messages);
                sheet.close();
                self.write_update_if_any(sheet, messages);
            }
            Round::Batches => {
                sheet.open("for batch_number, batch in enumerate(batches, start=1):");
                self.begin_gathering(sheet);
                self.open_samples("for sample_number in batch:", "samples[sample_number - 1]", sheet);
                self.write_sample(Some("sample_number"), sheet, messages);
                sheet.close();
                self.write_update_if_any(sheet, messages);
                sheet.close();
            }
        }
        if self.has_epoch_loss() {
            self.write_epoch_loss(sheet);
        }
        if self.epochs > 1 {
            sheet.close();
        }
    }

    fn begin_gathering(&self, sheet: &mut Sheet) {
        if self.gathers() {
            if self.program.loss.is_some() {
                sheet.line("losses = []");
            }
            sheet.line("rows = []");
        }
    }

    fn open_samples(&self, head: &str, row: &str, sheet: &mut Sheet) {
        sheet.open(head);
        let columns = self.columns();
        if !columns.is_empty() {
            sheet.list("[", &columns, &format!("] = map({}, {row})", self.makes_given()));
        }
    }

    fn write_given_gradients(&self, sheet: &mut Sheet) {
        if self.way == Way::Given {
            let row = if self.epochs > 1 { "gradients[epoch - 1]" } else { "gradients[0]" };
            sheet.list("[", &self.gradient_names(), &format!("] = map(number, {row})"));
        }
    }

    fn write_sample(&self, mark: Option<&str>, sheet: &mut Sheet, messages: &Messages) {
        if self.program.steps.is_empty() {
            return;
        }
        self.write_pass(sheet, messages);
        let shown = self.program.steps.iter().filter(|step| is_shown(step));
        let shown: Vec<String> = shown.map(|step| self.names.name(&step.name)).collect();
        self.write_show(&shown, mark, sheet);
        if self.trains() {
            self.write_gathering(sheet);
        }
    }

    fn write_update_if_any(&self, sheet: &mut Sheet, messages: &Messages) {
        if self.trains() {
            self.write_update(sheet, messages);
        }
    }
}
