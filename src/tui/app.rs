//! The screens together: the picker and the lesson, from a key to the next frame. No terminal.

mod habits;
mod point;

use std::path::{Path, PathBuf};
use std::time::Instant;

use crossterm::event::{Event, KeyEvent, KeyEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::autoplay::Tick;
use super::descent::Done;
use super::effect::Effect;
use super::frame::Frame;
use super::help::Help;
use super::hits::Hits;
use super::kept::Work;
use super::keys::{Action, Context, Pressed, Stroke, press};
use super::look::Look;
use super::memory::Memory;
use super::pen::Pen;
use super::picker::Picker;
use super::reading::Reading;
use super::scene::widest_name;
use super::state::{Overlay, State};
use super::update::{play, update};
use super::watch::Watch;
use super::what_if::changed::WhatIf;
use crate::lesson::Lesson;
use crate::messages::{Language, Messages};
use crate::scenario::Loaded;

/// How the screen is to look and speak.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The language that is spoken at first.
    pub language: Language,
    /// Whether only ASCII signs are drawn.
    pub ascii: bool,
    /// Whether colours are used.
    pub color: bool,
    /// How many decimals are shown, if not as many as the scenario asks for.
    pub decimals: Option<u32>,
}

/// What is on the screen.
pub struct App {
    options: Options,
    look: Look,
    messages: Messages,
    picker: Option<Picker>,
    /// The help page over the picker, from its first line.
    picker_help: Option<usize>,
    reading: Option<Reading>,
    /// Where new files are written.
    folder: PathBuf,
    /// What remembers where the reader is.
    memory: Option<Box<dyn Memory>>,
    /// What stands where.
    hits: Hits,
    /// What was prepared to be drawn.
    frame: Option<Frame>,
}

/// What the loop does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// It draws and waits.
    Continue,
    /// It ends.
    Quit,
    /// It puts the program into the background.
    Suspend,
}

impl App {
    /// Begins with a lesson, which follows the file that it stands in.
    #[must_use]
    pub fn with_lesson(loaded: Loaded, watch: Option<Watch>, options: Options) -> Self {
        let mut app = Self::empty(options);
        app.open(loaded, watch);
        app
    }

    /// The same, but new files are written into a folder other than the current one.
    #[must_use]
    pub fn writing_into(self, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..self }
    }

    /// Begins with the choice among the built-in scenarios and those of a folder.
    #[must_use]
    pub fn with_picker(folder: &Path, options: Options) -> Self {
        Self { picker: Some(Picker::new(folder)), ..Self::empty(options) }
    }

    fn empty(options: Options) -> Self {
        let look = Look::new(options.color, options.ascii);
        let messages = Messages::new(options.language);
        Self {
            options,
            look,
            messages,
            picker: None,
            picker_help: None,
            reading: None,
            folder: PathBuf::from("."),
            memory: None,
            hits: Hits::default(),
            frame: None,
        }
    }

    fn open(&mut self, loaded: Loaded, watch: Option<Watch>) {
        let lesson = Lesson::new(loaded.scenario.clone(), self.options.decimals);
        let name_width = widest_name(&lesson, &self.look);
        let source = loaded.source.clone();
        let (state, work, done, what_if) = (State::start(), Work::default(), Done::default(), WhatIf::of(loaded));
        let faults = None;
        self.reading = Some(Reading { lesson, source, state, work, done, name_width, watch, faults, what_if });
    }

    /// Reads the file again if it was saved; tells whether anything has to be drawn.
    pub fn follow(&mut self) -> bool {
        let Some(reading) = &mut self.reading else { return false };
        let Some(watch) = &mut reading.watch else { return false };
        if !watch.is_saved() {
            return false;
        }
        match watch.load() {
            Ok(loaded) => {
                let lesson = Lesson::new(loaded.scenario.clone(), self.options.decimals);
                reading.name_width = widest_name(&lesson, &self.look);
                reading.source.clone_from(&loaded.source);
                reading.replace(loaded, lesson);
            }
            Err(error) => {
                reading.faults = Some(error);
                reading.state.overlay = Overlay::Faults { top: 0 };
            }
        }
        true
    }

    /// The lesson that is read, and where the reader is in it.
    pub fn reading(&mut self) -> Option<(&mut Lesson, &State)> {
        self.reading.as_mut().map(|reading| (&mut reading.lesson, &reading.state))
    }

    /// Does what an event asks for: only keys that go down count.
    pub fn handle(&mut self, event: &Event) -> Flow {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Press => self.press(*key),
            Event::Mouse(mouse) => self.point(*mouse),
            _ => Flow::Continue,
        }
    }

    /// Works for a moment at what the open view waits for; true while there is more to do.
    pub fn work(&mut self) -> bool {
        let Some(Reading { lesson, state, work, .. }) = &mut self.reading else { return false };
        work.go_on(lesson, state)
    }

    /// Goes on by itself where the reader asked for that.
    pub fn tick(&mut self, now: Instant) -> Tick {
        let Some(Reading { lesson, state, .. }) = &mut self.reading else { return Tick::default() };
        if state.context() != Context::Lesson {
            return Tick::default();
        }
        let has_moved = state.manner.autoplay.is_due(now);
        if has_moved {
            play(state, lesson);
        }
        Tick { has_moved, next: state.manner.autoplay.wait(now) }
    }

    fn press(&mut self, key: KeyEvent) -> Flow {
        let stroke = Stroke::from(key);
        let effect = match &mut self.reading {
            Some(reading) => {
                update(&self.look.keymap, &mut reading.state, &mut reading.lesson, &mut reading.work, stroke)
            }
            None => self.pick(stroke),
        };
        self.keep_events();
        self.take(effect)
    }

    /// Does what lies beyond the state.
    fn take(&mut self, effect: Effect) -> Flow {
        match effect {
            Effect::Quit => return Flow::Quit,
            Effect::Suspend => return Flow::Suspend,
            Effect::SwitchLanguage => self.switch_language(),
            // A lesson that was not chosen here has nothing to go back to.
            Effect::WhatIf(deed) => {
                if let Some(reading) = &mut self.reading {
                    reading.do_what_if(deed, self.options.decimals, &self.folder);
                }
            }
            Effect::Leave if self.picker.is_some() => {
                self.keep();
                self.reading = None;
            }
            Effect::Draw | Effect::Leave => {}
        }
        Flow::Continue
    }

    /// What a key does among the scenarios.
    fn pick(&mut self, stroke: Stroke) -> Effect {
        let context = if self.picker_help.is_some() { Context::Help } else { Context::Picker };
        let Pressed::Command(action) = press(&self.look.keymap, context, None, stroke) else { return Effect::Draw };
        self.choose(action)
    }

    /// What an action does among the scenarios.
    fn choose(&mut self, action: Action) -> Effect {
        match (action, &mut self.picker_help, &mut self.picker) {
            (Action::Quit, ..) | (Action::Close, None, _) => return Effect::Quit,
            (Action::Suspend, ..) => return Effect::Suspend,
            (Action::Language, ..) => return Effect::SwitchLanguage,
            (Action::Close, help, _) => *help = None,
            (Action::Help, help, _) => *help = Some(0),
            (Action::Up, Some(top), _) => *top = top.saturating_sub(1),
            (Action::Down, Some(top), _) => *top += 1,
            (Action::Up | Action::Down, None, Some(picker)) => picker.choose(action == Action::Down),
            (Action::Choose, None, Some(picker)) => {
                if let Some((loaded, watch)) = picker.open() {
                    self.open(loaded, watch);
                    self.remember();
                }
            }
            _ => {}
        }
        Effect::Draw
    }

    fn switch_language(&mut self) {
        let all = Language::ALL;
        let at = all.iter().position(|language| *language == self.messages.language()).unwrap_or(0);
        self.messages = Messages::new(all[(at + 1) % all.len()]);
    }

    /// Takes out of the lesson what a window of that size shows.
    pub fn prepare(&mut self, area: Rect) {
        let Self { look, messages, picker_help, reading, hits, .. } = self;
        let pen = &Pen { look, messages, hits };
        let frame = match (reading, picker_help) {
            (Some(reading), _) => reading.prepare(pen, area),
            (None, Some(top)) => {
                let help = Help::prepare(pen, *top, area);
                *top = help.top();
                Some(Frame::Help(help))
            }
            (None, None) => None,
        };
        self.frame = frame;
    }

    /// Draws what was prepared for that area.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer) {
        let pen = &Pen { look: &self.look, messages: &self.messages, hits: &self.hits };
        pen.hits.clear();
        match (&self.frame, &self.reading, &self.picker) {
            (Some(frame), Some(Reading { lesson, state, .. }), _) => {
                frame.draw(pen, lesson.of_run(state.run.as_ref()), state, area, buffer);
            }
            (Some(Frame::Help(help)), None, _) => help.draw(pen, area, buffer),
            (_, None, Some(picker)) => picker.draw(pen, area, buffer),
            _ => {}
        }
    }

    /// Whether something lies over the step.
    #[must_use]
    pub fn has_overlay(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.state.overlay != Overlay::None)
    }
}
