//! What is changed in a lesson, and how the changed scenario is written as a file.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;

use super::history::{History, first};
use super::{Change, SaveFault};
use crate::lesson::Lesson;
use crate::scenario::{Beside, Loaded, Origin, read_beside};
use crate::store::{plain_name, write_new};

/// What is changed in a lesson, and the lesson without the changes.
pub(in crate::tui) struct WhatIf {
    pub(in crate::tui) history: History,
    /// The lesson as it is written, while another one is read.
    pub(in crate::tui) written: Option<Box<Lesson>>,
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
    pub(in crate::tui) fn file_name(&self) -> String {
        let stem = match &self.history.now().origin {
            Origin::File(path) => path.file_stem().and_then(OsStr::to_str).and_then(plain_name),
            Origin::BuiltIn(name) => plain_name(name),
            Origin::StandardInput => None,
        };
        format!("{}-what-if.yaml", stem.unwrap_or("lesson"))
    }

    /// Writes the scenario as it is now into a folder, under a plain name, if it is a scenario there.
    pub(in crate::tui) fn save(&self, folder: &Path, name: &str) -> Result<String, SaveFault> {
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
