//! What is remembered of a reader, in the state folder: where they were, and every answer they gave.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::progress;
use crate::formula::Name;
use crate::lesson::Position;
use crate::messages::{Language, Messages};
use crate::practice::{Event, Learner, Progress};
use crate::sanitize::sanitize;
use crate::store::{Folders, Journal, Kept, NotAFile, OldProgress, Positions, digest};
use crate::tui::{Memory, Place};

/// The name of the file of answers in the state folder.
const FILE: &str = "progress.jsonl";

/// Above so many bytes the answers are summed up when the program starts.
const LARGE: u64 = 1 << 20;

/// A record that is still larger afterwards is told of.
pub(super) const VERY_LARGE: u64 = 1 << 24;

/// The answers of a learner, and the file that they are kept in.
pub(super) struct Answers {
    journal: Journal,
    /// What is known of the learner.
    pub(super) learner: Learner,
    /// Where something damaged was put aside.
    pub(super) set_aside: Option<PathBuf>,
    /// What could not be written so far.
    waiting: Vec<String>,
}

impl Answers {
    /// Reads what was kept. Drafts are swept, old records are taken over, long ones are summed up.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let journal = Journal::new(folder, FILE);
        let mut answers = Self { journal, learner: Learner::default(), set_aside: None, waiting: Vec::new() };
        match answers.tidy(folder) {
            Ok(()) => Ok(answers),
            // A folder that cannot be written to can still be read.
            Err(error) if is_not_a_file(&error) => Err(error),
            Err(_) => {
                answers.read()?;
                Ok(answers)
            }
        }
    }

    fn tidy(&mut self, folder: &Path) -> io::Result<()> {
        if !folder.exists() {
            return Ok(());
        }
        let journal = self.journal.clone();
        let rewrite = journal.rewrite()?;
        let (learner, unread) = Learner::read(rewrite.lines.iter().map(String::as_str));
        self.learner = learner;
        if unread > 0 {
            self.set_aside = Some(rewrite.copy_aside()?);
        }
        let old = OldProgress::read(folder)?;
        let has_old = !old.scenarios.is_empty();
        for practised in &old.scenarios {
            self.learner.take_over(&practised.scenario, &practised.title, progress::from_old(practised));
        }
        self.set_aside = self.set_aside.take().or(old.set_aside);
        let lines = self.learner.lines();
        let is_long = journal.size()? > LARGE && lines.len() < rewrite.lines.len();
        if has_old || unread > 0 || is_long {
            rewrite.replace(&lines)?;
        }
        if has_old {
            OldProgress::is_taken_over(folder)?;
        }
        Ok(())
    }

    fn read(&mut self) -> io::Result<()> {
        let lines = self.journal.lines()?;
        self.learner = Learner::read(lines.iter().map(String::as_str)).0;
        Ok(())
    }

    /// Keeps something that happens, at once.
    pub(super) fn keep(&mut self, source: &str, title: &str, event: &Event) -> io::Result<()> {
        let (scenario, at) = (digest(source), now());
        self.learner.take(&scenario, title, event, at);
        self.waiting.push(Learner::line(&scenario, title, event, at));
        while let Some(line) = self.waiting.first() {
            self.journal.append(line)?;
            self.waiting.remove(0);
        }
        Ok(())
    }

    /// Forgets some lessons and nothing else, beside what other programs have kept meanwhile; says how many.
    pub(super) fn forget(&mut self, is_wanted: impl Fn(&str) -> bool) -> io::Result<usize> {
        let rewrite = self.journal.rewrite()?;
        self.learner = Learner::read(rewrite.lines.iter().map(String::as_str)).0;
        let count = self.learner.forget(|lesson| is_wanted(&lesson.scenario));
        if count > 0 {
            rewrite.replace(&self.learner.lines())?;
        }
        Ok(count)
    }

    /// How many bytes the record has.
    pub(super) fn size(&self) -> u64 {
        self.journal.size().unwrap_or(0)
    }
}

/// The time, in seconds of Unix time.
pub(super) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn is_not_a_file(error: &io::Error) -> bool {
    error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<NotAFile>)
}

/// What went wrong with a file, in words.
pub(super) fn io_words(messages: &Messages, error: &io::Error) -> String {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<NotAFile>()) {
        Some(NotAFile(path)) => {
            let file = sanitize(&path.to_string_lossy()).into_owned();
            messages.text("command-not-a-file", &[("file", file.into())])
        }
        None => error.to_string(),
    }
}

/// What is remembered in the state folder, and what went wrong with it.
pub(super) struct Remembered {
    positions: Option<Positions>,
    answers: Option<Answers>,
    set_aside: Option<String>,
    trouble: Option<io::Error>,
    language: Language,
}

impl Remembered {
    /// Reads what is remembered; a memory that cannot be read keeps nothing.
    pub(super) fn open(folders: &Folders, language: Language) -> Self {
        let mut remembered = Self { positions: None, answers: None, set_aside: None, trouble: None, language };
        let told = |path: &PathBuf| sanitize(&path.to_string_lossy()).into_owned();
        match Positions::open(&folders.state) {
            Ok(opened) => {
                remembered.positions = Some(opened.positions);
                remembered.set_aside = opened.set_aside.as_ref().map(told);
            }
            Err(error) => remembered.trouble = Some(error),
        }
        match Answers::open(&folders.state) {
            Ok(answers) => {
                remembered.set_aside = remembered.set_aside.or(answers.set_aside.as_ref().map(told));
                remembered.answers = Some(answers);
            }
            Err(error) => remembered.trouble = remembered.trouble.or(Some(error)),
        }
        remembered
    }
}

impl Remembered {
    /// Everything that is known of the learner.
    pub(super) fn learner(&self) -> Option<&Learner> {
        self.answers.as_ref().map(|answers| &answers.learner)
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
        Some(self.answers.as_ref()?.learner.lesson(&digest(source))?.progress.clone())
    }

    fn due(&self, source: &str) -> Vec<String> {
        self.progress(source).map(|progress| progress.due(now())).unwrap_or_default()
    }

    fn keep_event(&mut self, source: &str, title: &str, event: &Event) {
        let Some(answers) = &mut self.answers else { return };
        if let Err(error) = answers.keep(source, title, event) {
            self.trouble.get_or_insert(error);
        }
    }

    fn set_aside(&mut self) -> Option<String> {
        self.set_aside.take()
    }

    fn finish(&mut self) {
        if let Some(error) = self.trouble.take() {
            let messages = Messages::new(self.language);
            let words = io_words(&messages, &error);
            let sentence = messages.text("command-not-remembered", &[("words", words.into())]);
            // Where nobody listens any more there is nobody to tell.
            let _ = writeln!(io::stderr(), "{sentence}");
        }
    }
}
