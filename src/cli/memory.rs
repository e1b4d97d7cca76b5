//! Where a reader was, in the state folder of the user.

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::progress;
use crate::formula::Name;
use crate::lesson::Position;
use crate::messages::{Language, Messages};
use crate::practice::Progress;
use crate::sanitize::sanitize;
use crate::store::{Folders, Kept, Positions, ProgressFile, digest};
use crate::tui::{Memory, Place};

/// The positions in the state folder, and what went wrong with them.
pub(super) struct Remembered {
    positions: Option<Positions>,
    progress: Option<ProgressFile>,
    set_aside: Option<String>,
    trouble: Option<io::Error>,
    language: Language,
}

impl Remembered {
    /// Reads what is remembered; a memory that cannot be read keeps nothing.
    pub(super) fn open(folders: &Folders, language: Language) -> Self {
        let mut remembered = Self { positions: None, progress: None, set_aside: None, trouble: None, language };
        let told = |path: PathBuf| sanitize(&path.to_string_lossy()).into_owned();
        match Positions::open(&folders.state) {
            Ok(opened) => {
                remembered.positions = Some(opened.positions);
                remembered.set_aside = opened.set_aside.map(told);
            }
            Err(error) => remembered.trouble = Some(error),
        }
        match ProgressFile::open(&folders.state) {
            Ok(opened) => {
                remembered.progress = Some(opened.progress);
                remembered.set_aside = remembered.set_aside.or(opened.set_aside.map(told));
            }
            Err(error) => remembered.trouble = remembered.trouble.or(Some(error)),
        }
        remembered
    }
}

impl Memory for Remembered {
    fn place(&self, source: &str) -> Option<Place> {
        let kept = self.positions.as_ref()?.of(&digest(source))?;
        let position = Position { epoch: kept.epoch, number: kept.number };
        Some(Place { run: kept.run.as_deref().map(Name::new), position })
    }

    fn keep(&mut self, source: &str, place: Place) {
        let Some(positions) = &mut self.positions else { return };
        let Position { epoch, number } = place.position;
        let run = place.run.map(|run| run.to_string());
        if let Err(error) = positions.keep(Kept { scenario: digest(source), run, epoch, number }) {
            self.trouble.get_or_insert(error);
        }
    }

    fn progress(&self, source: &str) -> Option<Progress> {
        Some(progress::from_kept(self.progress.as_ref()?.of(&digest(source))?))
    }

    fn keep_progress(&mut self, source: &str, title: &str, progress: Progress) {
        let Some(kept) = &mut self.progress else { return };
        if let Err(error) = kept.keep(progress::to_keep(digest(source), title, &progress)) {
            self.trouble.get_or_insert(error);
        }
    }

    fn set_aside(&mut self) -> Option<String> {
        self.set_aside.take()
    }

    fn finish(&mut self) {
        if let Some(error) = self.trouble.take() {
            let words = error.to_string();
            let sentence = Messages::new(self.language).text("command-not-remembered", &[("words", words.into())]);
            // Where nobody listens any more there is nobody to tell.
            let _ = writeln!(io::stderr(), "{sentence}");
        }
    }
}
