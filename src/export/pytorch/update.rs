//! One update in the script: what the samples of the batch gave, the rule, and the new parameters.

use super::pass::is_shown;
use super::plan::{Plan, Round, Way};
use super::sheet::Sheet;
use crate::keys::Loss;
use crate::messages::Messages;
use crate::program::{Reduction, Step};

impl Plan<'_> {
    /// Keeps what an update needs of a sample.
    pub(super) fn write_gathering(&self, sheet: &mut Sheet) {
        let loss = self.program.loss.as_ref().map(|loss| self.names.name(loss));
        let detached = if self.way == Way::Autograd { ".detach()" } else { "" };
        let of_batch = if self.gathers() { Some("losses") } else { None };
        let of_epoch = if self.has_epoch_loss() { Some("losses_of_epoch") } else { None };
        for list in of_batch.into_iter().chain(of_epoch) {
            if let Some(loss) = &loss {
                sheet.line(&format!("{list}.append({loss}{detached})"));
            }
        }
        if self.gathers() {
            let row: Vec<String> =
                self.program.trained.iter().map(|trained| self.names.tensor(&trained.gradient)).collect();
            sheet.list("rows.append([", &row, "])");
        }
    }

    /// Writes the update of a batch.
    pub(super) fn write_update(&self, sheet: &mut Sheet, messages: &Messages) {
        sheet.gap();
        sheet.comment(&messages.text("export-update", &[]));
        if self.way == Way::Autograd {
            sheet.open("with torch.no_grad():");
        }
        if self.gathers() {
            self.write_gathered(sheet);
        }
        self.write_stop(sheet, messages);
        for step in &self.update {
            self.write_step(step, sheet);
        }
        if self.way == Way::Autograd {
            sheet.close();
        }
        self.write_show(&self.shown_of_update(), self.batch_mark(), sheet);
        if self.repeats() {
            self.write_carrying(sheet, messages);
        }
    }

    fn write_gathered(&self, sheet: &mut Sheet) {
        if self.program.loss.is_some() {
            sheet.line(&format!("{} = {}", Loss::Batch.name(), self.reduced("losses")));
        }
        let names: Vec<String> = self.gathered.iter().map(|name| self.names.name(name)).collect();
        let together = self.reduced("column");
        sheet.list("[", &names, &format!("] = [{together} for column in zip(*rows)]"));
    }

    fn reduced(&self, list: &str) -> String {
        match self.program.reduction {
            Reduction::Mean => format!("sum({list})/len({list})"),
            Reduction::Sum => format!("sum({list})"),
        }
    }

    /// Ends the script where the lesson stops: before the update that would end the epoch.
    fn write_stop(&self, sheet: &mut Sheet, messages: &Messages) {
        let (Some(limit), Some(loss)) = (self.setting.stop_below, &self.program.loss) else { return };
        let loss = match self.round {
            Round::Single => self.names.name(loss),
            Round::AllSamples => Loss::Batch.name().to_string(),
            Round::EverySample | Round::Batches => Loss::Epoch.name().to_string(),
        };
        let comes_late = loss == Loss::Epoch.name().as_str();
        if comes_late {
            sheet.open("if len(losses_of_epoch) == len(samples):");
            sheet.line(&format!("{} = {}", Loss::Epoch.name(), self.reduced("losses_of_epoch")));
        }
        sheet.comment(&messages.text("export-stop", &[]));
        sheet.open(&format!("if {loss} < {limit}:"));
        self.write_show_always(&[loss], &self.mark(None), sheet);
        sheet.line("raise SystemExit");
        sheet.close();
        if comes_late {
            sheet.close();
        }
    }

    /// The loss of an epoch of several updates, behind all of them.
    pub(super) fn write_epoch_loss(&self, sheet: &mut Sheet) {
        sheet.gap();
        sheet.line(&format!("{} = {}", Loss::Epoch.name(), self.reduced("losses_of_epoch")));
        self.write_show(&[Loss::Epoch.name().to_string()], None, sheet);
    }

    /// Puts what is new in the place of what was.
    fn write_carrying(&self, sheet: &mut Sheet, messages: &Messages) {
        sheet.gap();
        sheet.comment(&messages.text("export-carry", &[]));
        let leaf = if self.way == Way::Autograd { ".requires_grad_()" } else { "" };
        for trained in self.program.trained.iter() {
            let (old, new) = (self.names.name(&trained.parameter), self.names.name(&trained.new_name()));
            sheet.line(&format!("{old} = {new}{leaf}"));
        }
        for step in &self.update {
            if let Some(next) = self.program.rule.next_name(step) {
                sheet.line(&format!("{} = {}", self.names.name(&next), self.names.name(&step.name)));
            }
        }
        if self.counts_updates() {
            sheet.line("t = t + 1");
        }
    }

    /// Whether some formula reads the number of the update.
    pub(super) fn counts_updates(&self) -> bool {
        let reads = |step: &Step| step.operands().into_iter().any(|name| name.as_str() == "t");
        self.trains() && self.update.iter().chain(self.program.steps.iter()).any(reads)
    }

    /// What an update has to show.
    fn shown_of_update(&self) -> Vec<String> {
        let loss = self.program.loss.iter().filter(|_| self.gathers()).map(|_| Loss::Batch.name().to_string());
        let gathered = self.gathered.iter().filter(|_| self.gathers()).map(|name| self.names.name(name));
        let steps = self.update.iter().filter(|step| is_shown(step)).map(|step| self.names.name(&step.name));
        loss.chain(gathered).chain(steps).collect()
    }

    /// What marks the steps of an update: the number of the batch, where there are several.
    fn batch_mark(&self) -> Option<&'static str> {
        match self.round {
            Round::EverySample => Some("sample_number"),
            Round::Batches => Some("batch_number"),
            Round::Single | Round::AllSamples => None,
        }
    }

    /// Writes what is shown of the first and of the last epoch.
    pub(super) fn write_show(&self, names: &[String], sample: Option<&str>, sheet: &mut Sheet) {
        if self.epochs > 1 {
            sheet.open("if epoch in (1, epochs):");
        }
        self.write_show_always(names, &self.mark(sample), sheet);
        if self.epochs > 1 {
            sheet.close();
        }
    }

    fn write_show_always(&self, names: &[String], mark: &str, sheet: &mut Sheet) {
        let items: Vec<String> = names.iter().map(|name| format!("\"{}\": {name}", self.names.said(name))).collect();
        sheet.list("show({", &items, &format!("}}{mark})"));
    }

    /// What stands behind the names that are printed, as another argument.
    fn mark(&self, sample: Option<&str>) -> String {
        match (sample, self.epochs > 1) {
            (Some(sample), true) => format!(", f\"#{{{sample}}}@{{epoch}}\""),
            (Some(sample), false) => format!(", f\"#{{{sample}}}\""),
            (None, true) => ", f\"@{epoch}\"".to_owned(),
            (None, false) => String::new(),
        }
    }
}
