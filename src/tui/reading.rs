//! A lesson that is read, with everything that changes while it is.

mod deeds;

use ratatui::layout::Rect;

use super::descent::Done;
use super::frame::Frame;
use super::kept::Work;
use super::manner::Detail;
use super::memory::Place;
use super::notice::Notice;
use super::pen::Pen;
use super::scene::Scene;
use super::state::{Overlay, State};
use super::update::start;
use super::views::Kind;
use super::views::check::Checking;
use super::views::steps::Cursor;
use super::views::table::Sheet;
use super::views::training::Watching;
use super::watch::Watch;
use super::what_if::changed::WhatIf;
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::practice::Session;
use crate::scenario::{LoadError, Loaded};

/// A lesson that is read.
pub(super) struct Reading {
    pub(super) lesson: Lesson,
    /// The text that it was read from.
    pub(super) source: String,
    pub(super) state: State,
    /// What views have worked out so far.
    pub(super) work: Work,
    /// What the descent did that was looked at last.
    pub(super) done: Done,
    pub(super) name_width: usize,
    /// The file that the lesson stands in, if it stands in one.
    pub(super) watch: Option<Watch>,
    /// Why the file as it was saved last is no lesson.
    pub(super) faults: Option<LoadError>,
    /// What is changed in the lesson.
    pub(super) what_if: WhatIf,
}

impl Reading {
    /// Takes out of the lesson what a window of that size shows; none where the lesson has no such step.
    pub(super) fn prepare(&mut self, pen: &Pen<'_>, area: Rect) -> Option<Frame> {
        let Self { lesson, state, work, name_width, faults, what_if, done, .. } = self;
        if let Some(page) = Frame::page(pen, lesson, state, area) {
            return Some(page);
        }
        let changes = what_if.changes();
        let mut written = what_if.written().map(|written| written.of_run_mut(state.run.as_ref()));
        let lesson = lesson.of_run_mut(state.run.as_ref());
        let mut scene = Scene::of(lesson, written.as_deref_mut(), (pen, state, &state.reader()), area)?;
        scene.change = done.at(lesson, state);
        (scene.name_width, scene.is_behind, scene.changes) = (*name_width, faults.is_some(), changes);
        Some(Frame::of(pen, (lesson, written), (state, work), scene, faults.as_ref()))
    }

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
        let is_near = (1..=lesson.latest_epoch()).contains(&position.epoch);
        if has_run && has_step && is_near && *place != Place::start() {
            (self.state.run, self.state.position) = (run.clone(), *position);
            self.state.notice = Some(Notice::WentOn);
        }
    }

    /// Goes on in what the file says now, at the same step or the nearest one.
    pub(super) fn replace(&mut self, loaded: Loaded, lesson: Lesson) {
        let was_changed = self.what_if.is_on();
        let (_, lost) = self.turn_to(lesson);
        self.what_if = WhatIf::of(loaded);
        self.faults = None;
        self.state.notice = Some(match lost {
            _ if was_changed => Notice::SavedOver,
            Some(name) => Notice::SavedWithout { name },
            None => Notice::Saved,
        });
    }

    /// Goes on in another lesson, at the same step or the nearest one; gives back the old one, and the name of the step
    /// where the new one has it no more.
    pub(super) fn turn_to(&mut self, mut lesson: Lesson) -> (Lesson, Option<Name>) {
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
        let lost = before.filter(|before| after.as_ref() != Some(before));
        // Faults are mended, and links, tables and numbers may say something else.
        if !matches!(state.overlay, Overlay::None | Overlay::Help { .. } | Overlay::Jump { .. }) {
            state.overlay = Overlay::None;
        }
        state.steps = Cursor::at(state.position);
        state.check = Checking::default();
        state.training = Watching::default();
        state.table = Sheet { chosen: state.position.number, ..state.table };
        state.training.has_runs = !lesson.compared().is_empty();
        if state.view == Kind::Training {
            state.training.open(&lesson, state.position);
        }
        if let Some(format) = state.manner.format {
            lesson.show_digits(format);
        }
        lesson.open_work(state.manner.detail == Detail::Open);
        state.manner.asked = None;
        if let Some(practice) = state.practice.take() {
            let Session { ask, round, .. } = practice.session;
            start(state, Session::new(&lesson, ask, round, state.position));
        }
        self.work = Work::default();
        self.done = Done::default();
        (std::mem::replace(&mut self.lesson, lesson), lost)
    }
}
