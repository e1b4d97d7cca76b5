//! A lesson that is read, with everything that changes while it is.

use super::memory::Place;
use super::state::{Notice, Overlay, State};
use super::update::latest_epoch;
use super::views::Kind;
use super::views::check::Checking;
use super::views::steps::Cursor;
use super::views::training::{Watching, Work};
use super::watch::Watch;
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::scenario::LoadError;

/// A lesson that is read.
pub(super) struct Reading {
    pub(super) lesson: Lesson,
    /// The text that it was read from, where that is known.
    pub(super) source: Option<String>,
    pub(super) state: State,
    /// What training came to so far.
    pub(super) work: Work,
    pub(super) name_width: usize,
    /// The file that the lesson stands in, if it stands in one.
    pub(super) watch: Option<Watch>,
    /// Why the file as it was saved last is no lesson.
    pub(super) faults: Option<LoadError>,
}

impl Reading {
    /// Where the reader is.
    pub(super) fn place(&self) -> Place {
        Place { run: self.state.run.clone(), position: self.state.position }
    }

    /// Goes on where the reader was; where the lesson has no such step, it stays at its start.
    pub(super) fn go_on(&mut self, place: &Place) {
        let Place { run, position } = place;
        let has_run = run.as_ref().is_none_or(|run| self.lesson.has_run(run));
        let lesson = self.lesson.of_run(run.as_ref());
        let has_step = (1..=lesson.steps_per_epoch()).contains(&position.number);
        let is_near = (1..=latest_epoch(lesson)).contains(&position.epoch);
        if has_run && has_step && is_near && *place != Place::start() {
            (self.state.run, self.state.position) = (run.clone(), *position);
            self.state.notice = Some(Notice::WentOn);
        }
    }

    /// Goes on in what the file says now, at the same step or the nearest one.
    pub(super) fn replace(&mut self, lesson: Lesson) {
        let state = &mut self.state;
        let name = |lesson: &Lesson, position| lesson.step(position).map(|step| step.name);
        let old = &self.lesson;
        let resume = |run: &mut Option<Name>, position: Position| {
            let before = old.of_run(run.as_ref());
            // A run that is gone is left for the lesson itself.
            run.take_if(|run| !lesson.has_run(run));
            lesson.of_run(run.as_ref()).resume(before, position)
        };
        let before = name(old.of_run(state.run.as_ref()), state.position);
        state.position = resume(&mut state.run, state.position);
        for (run, position) in &mut state.jumped_from {
            *position = resume(run, *position);
        }
        let after = name(lesson.of_run(state.run.as_ref()), state.position);
        state.notice = Some(match before {
            Some(before) if after.as_ref() != Some(&before) => Notice::SavedWithout { name: before },
            _ => Notice::Saved,
        });
        // Faults are mended, and links and tables may say something else.
        if matches!(state.overlay, Overlay::Faults { .. } | Overlay::Trail(_) | Overlay::Runs { .. }) {
            state.overlay = Overlay::None;
        }
        state.steps = Cursor::at(state.position);
        state.check = Checking::default();
        state.training = Watching::default();
        if state.view == Kind::Training {
            state.training.open(&lesson, state.position);
        }
        self.work = Work::default();
        self.lesson = lesson;
        self.faults = None;
    }
}
