//! What is done with the scenario of the lesson that is read: changed, changed back, written.

use std::path::Path;

use super::Reading;
use crate::lesson::Lesson;
use crate::scenario::typed_decimal;
use crate::tui::notice::Notice;
use crate::tui::state::{Overlay, State};
use crate::tui::what_if::{ChangeFault, Deed, Saving};

impl Reading {
    /// Does what a key asks for with the scenario behind the lesson.
    pub(in crate::tui) fn do_what_if(&mut self, deed: Deed, decimals: Option<u32>, folder: &Path) {
        match deed {
            Deed::Change => self.change(decimals),
            Deed::Undo | Deed::Redo => {
                let was_on = self.what_if.is_on();
                if self.what_if.history.walk(deed == Deed::Undo) {
                    self.read_changed(was_on, decimals);
                } else {
                    let undo = deed == Deed::Undo;
                    self.state.notice = Some(if undo { Notice::NothingToUndo } else { Notice::NothingToRedo });
                }
            }
            Deed::Ask if self.what_if.is_on() => {
                let text = self.what_if.file_name();
                self.state.overlay = Overlay::Saving(Saving { text, fault: None });
            }
            Deed::Ask => self.state.notice = Some(Notice::NothingChanged),
            Deed::Save => self.save(folder),
        }
    }

    fn change(&mut self, decimals: Option<u32>) {
        let Overlay::Numbers(numbers) = &mut self.state.overlay else { return };
        let (Some(named), Some(typed)) = (numbers.entry().cloned(), &numbers.typed) else { return };
        let was_on = self.what_if.is_on();
        let changed = match typed_decimal(typed) {
            Err(kind) => Err(ChangeFault::Scenario(Box::new(kind))),
            Ok(value) if value == named.value => Ok(false),
            Ok(value) => self.what_if.history.change(&named, value).map(|()| true),
        };
        match changed {
            Err(fault) => numbers.fault = Some(fault),
            Ok(is_other) => {
                self.state.overlay = Overlay::None;
                if is_other {
                    self.read_changed(was_on, decimals);
                }
            }
        }
    }

    /// Goes on at the same step of the scenario as it is now.
    fn read_changed(&mut self, was_on: bool, decimals: Option<u32>) {
        let is_on = self.what_if.is_on();
        let lesson = match self.what_if.written.take() {
            Some(written) if !is_on => *written,
            written => {
                self.what_if.written = written;
                Lesson::new(self.what_if.history.now().scenario.clone(), decimals)
            }
        };
        // Only numbers are others: the same steps, parameters and epochs can be looked at.
        let State { steps, check, training, .. } = self.state;
        let (before, _) = self.turn_to(lesson);
        (self.state.steps, self.state.check, self.state.training) = (steps, check, training);
        if !was_on && is_on {
            self.what_if.written = Some(Box::new(before));
        }
        self.state.notice = Some(if is_on { Notice::Changed } else { Notice::AsWritten });
    }

    fn save(&mut self, folder: &Path) {
        let Overlay::Saving(saving) = &mut self.state.overlay else { return };
        match self.what_if.save(folder, &saving.text) {
            Ok(file) => {
                self.state.overlay = Overlay::None;
                self.state.notice = Some(Notice::Written { file });
            }
            Err(fault) => saving.fault = Some(fault),
        }
    }
}
