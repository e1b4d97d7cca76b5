//! Keys that the reader has set, and where the reader was: given to the screens, and kept when a lesson is left.

use super::App;
use crate::lesson::Position;
use crate::practice::{Ask, Session};
use crate::tui::keys::Keymap;
use crate::tui::memory::{Memory, Place};
use crate::tui::notice::Notice;
use crate::tui::practice::Said;
use crate::tui::update::{begin, hold, start};

impl App {
    /// The same with other keys.
    #[must_use]
    pub fn with_keys(mut self, keymap: Keymap) -> Self {
        self.look.keymap = keymap;
        self
    }

    /// The same, going on where the reader was.
    #[must_use]
    pub fn with_memory(mut self, memory: Box<dyn Memory>) -> Self {
        self.memory = Some(memory);
        self.remember();
        self
    }

    /// Goes on where the reader was in the lesson that is opened.
    pub(super) fn remember(&mut self) {
        let (Some(memory), Some(reading)) = (&mut self.memory, &mut self.reading) else { return };
        reading.state.due = memory.due(&reading.source);
        reading.state.progress = memory.progress(&reading.source).unwrap_or_default();
        if let Some(place) = memory.place(&reading.source) {
            reading.go_on(&place);
        }
        if let Some(file) = memory.set_aside() {
            reading.state.notice = Some(Notice::SetAside { file });
        }
    }

    /// Asks the questions of a session in the lesson that is open, and no others.
    pub fn asks(&mut self, session: Session) {
        if let Some(reading) = &mut self.reading {
            reading.state.position = session.frontier().unwrap_or_else(|| Position::start_of(1));
            start(&mut reading.state, session);
            hold(&mut reading.state, &mut reading.lesson);
        }
    }

    /// The same, asking before it shows, from the first step on; numbers that are varied do not stand in the scenario.
    #[must_use]
    pub fn practising(mut self, ask: Ask, is_varied: bool) -> Self {
        if let Some(reading) = &mut self.reading {
            (reading.state.position, reading.state.run) = (Position::start_of(1), None);
            reading.state.notice = None;
            reading.state.is_varied = is_varied;
            if !begin(&mut reading.state, &reading.lesson, ask) {
                reading.state.notice = Some(Notice::Practice(Said::NothingAtAll));
            }
            hold(&mut reading.state, &mut reading.lesson);
        }
        self.keep_events();
        self
    }

    /// Keeps what has happened in practice, at once.
    pub(super) fn keep_events(&mut self) {
        let Some(reading) = &mut self.reading else { return };
        let Some(practice) = &mut reading.state.practice else { return };
        let events = practice.session.take_events();
        for event in events {
            reading.state.progress.take(&event, 0);
            if let Some(memory) = &mut self.memory {
                let title = reading.lesson.scenario().title.in_language(self.messages.language().tag());
                memory.keep_event(&reading.source, title, &event);
            }
        }
    }

    /// Keeps where the reader is, unless that is known already.
    pub(super) fn keep(&mut self) {
        self.keep_events();
        let (Some(memory), Some(reading)) = (&mut self.memory, &self.reading) else { return };
        let source = &reading.source;
        // Whoever practises goes on reading where they were.
        if reading.state.practice.is_some() {
            return;
        }
        let place = reading.place();
        let known = memory.place(source);
        let is_start = place == Place::start();
        if known.as_ref() != Some(&place) && !(known.is_none() && is_start) {
            memory.keep(source, place);
        }
    }

    /// Ends: keeps where the reader is, and tells what could not be kept.
    pub fn end(&mut self) {
        self.keep();
        if let Some(memory) = &mut self.memory {
            memory.finish();
        }
    }
}
