//! What is done with the scenario behind a lesson: changed, changed back, written.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;

use super::history::{History, first};
use super::{Change, ChangeFault, Deed, Numbers, SaveFault, Saving};
use crate::lesson::Lesson;
use crate::scenario::{Beside, Loaded, Origin, read_beside, typed_decimal};
use crate::store::{plain_name, write_new};
use crate::tui::reading::Reading;
use crate::tui::state::{Notice, Overlay, State};

/// What is changed in a lesson, and the lesson without the changes.
pub(in crate::tui) struct WhatIf {
    history: History,
    /// The lesson as it is written, while another one is read.
    written: Option<Box<Lesson>>,
}

impl WhatIf {
    /// Of a scenario in which nothing is changed.
    pub(in crate::tui) fn of(loaded: Loaded) -> Self {
        Self { history: History::of(loaded), written: None }
    }

    /// The lesson as it is written, where another one is read.
    pub(in crate::tui) fn written(&mut self) -> Option<&mut Lesson> {
        self.written.as_deref_mut()
    }

    /// The numbers that are not as they are written.
    pub(in crate::tui) fn changes(&self) -> Vec<Change> {
        self.history.changes()
    }

    /// Whether a change is made.
    pub(in crate::tui) fn is_on(&self) -> bool {
        self.history.is_changed()
    }

    /// The name that a file is given unless another one is typed.
    fn file_name(&self) -> String {
        let stem = match &self.history.now().origin {
            Origin::File(path) => path.file_stem().and_then(OsStr::to_str).and_then(plain_name),
            Origin::BuiltIn(name) => plain_name(name),
            Origin::StandardInput => None,
        };
        format!("{}-what-if.yaml", stem.unwrap_or("lesson"))
    }

    /// Writes the scenario as it is now into a folder, under a plain name, if it is a scenario there.
    fn save(&self, folder: &Path, name: &str) -> Result<String, SaveFault> {
        let file = format!("{}.yaml", plain_name(name.trim()).ok_or(SaveFault::NoName)?);
        let text = &self.history.now().source;
        // A table that it names may not be there.
        if let Err(faults) = read_beside(text.trim_start_matches('\u{feff}'), Beside::Folder(folder))
            && let Some(kind) = first(&faults)
        {
            return Err(SaveFault::Scenario(Box::new(kind)));
        }
        write_new(folder, &file, text, false).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => SaveFault::Exists { file: file.clone() },
            _ => SaveFault::Unwritable { words: error.to_string() },
        })?;
        Ok(file)
    }
}

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

impl Numbers {
    /// The numbers of a lesson that can be changed, from a step of one of its runs.
    pub(in crate::tui) fn of(base: &Lesson, state: &State) -> Option<Self> {
        let entries = base.of_run(state.run.as_ref()).figures(base.scenario(), state.position);
        (!entries.is_empty()).then_some(Self { entries, chosen: 0, typed: None, fault: None })
    }
}
