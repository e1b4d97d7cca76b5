//! The lesson in the terminal: one step at a time, forwards and back.
//!
//! Keys change a [`State`] ([`App::handle`]), a frame is prepared from it for the size of the window
//! ([`App::prepare`]) and drawn ([`App::draw`]), which changes nothing; a boring loop does this in turn. Must not know
//! of YAML or of arithmetic.

mod app;
pub mod autoplay;
mod board;
mod descent;
mod draw;
mod effect;
mod event_loop;
mod faults;
mod folded;
mod footer;
mod formula;
mod frame;
#[cfg(unix)]
mod hangup;
mod header;
mod help;
mod hints;
mod hits;
mod jump;
mod kept;
pub mod keys;
mod list;
mod look;
pub mod manner;
mod memory;
mod notice;
mod outline;
mod overlay;
mod pen;
mod picker;
mod picture;
mod plot;
pub mod practice;
mod reader;
mod reading;
mod regions;
mod runs;
mod scene;
mod signals;
pub mod state;
mod symbols;
mod tabs;
mod terminal;
mod text;
mod theme;
mod trail;
mod update;
pub mod views;
mod walk;
mod watch;
pub mod what_if;
mod whole_page;
mod work;

use std::path::Path;

pub use app::{App, Flow, Options};
pub use memory::{Memory, Place};
pub use state::State;
pub use terminal::is_there;
pub use watch::Watch;

use crate::practice::Ask;
use crate::scenario::Loaded;

/// What is shown first.
pub enum Start {
    /// The choice among the built-in scenarios and those of `./scenarios`.
    Picker,
    /// A lesson, and the file that it stands in, if it stands in one.
    Lesson(Box<Loaded>, Option<Watch>),
}

/// What the reader has set, and what is remembered of earlier lessons.
#[derive(Default)]
pub struct Habits {
    /// Which keys do what.
    pub keymap: keys::Keymap,
    /// What remembers where the reader is, if anything does.
    pub memory: Option<Box<dyn Memory>>,
    /// What the lesson asks before it shows, where it is practised.
    pub practice: Option<Ask>,
    /// Whether the numbers are those of a seed, which do not stand in the scenario.
    pub is_varied: bool,
}

/// Shows lessons in the terminal until the reader leaves.
///
/// # Errors
/// Where there is no terminal ([`is_there`] says so before), or it fails.
pub fn run(start: Start, options: Options, habits: Habits) -> anyhow::Result<()> {
    let app = match start {
        Start::Picker => App::with_picker(Path::new("scenarios"), options),
        Start::Lesson(loaded, watch) => App::with_lesson(*loaded, watch, options),
    };
    let mut app = app.with_keys(habits.keymap);
    if let Some(memory) = habits.memory {
        app = app.with_memory(memory);
    }
    if let Some(ask) = habits.practice {
        app = app.practising(ask, habits.is_varied);
    }
    event_loop::run(&mut app)
}
