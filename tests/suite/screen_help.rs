//! What the tests of the screen share: a program without a terminal, driven by real keys.

use std::path::Path;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use handgrad::lesson::{Lesson, Position};
use handgrad::messages::Language;
use handgrad::practice::Ask;
use handgrad::scenario::{LESSONS, Loaded, load, read};
use handgrad::tui::{App, Flow, Options, Watch};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::lesson_snapshots::snapshot;

pub(super) const PLAIN: Options = Options { language: Language::English, ascii: false, color: false, decimals: None };

/// In English, in ASCII and in Chinese.
pub(super) const SPOKEN: [Options; 3] =
    [PLAIN, Options { ascii: true, ..PLAIN }, Options { language: Language::Chinese, ..PLAIN }];

/// Windows from the smallest that is usable to a very large one.
pub(super) const WINDOWS: [(u16, u16); 5] = [(40, 12), (60, 16), (80, 24), (120, 40), (200, 60)];

/// A lesson or the picker, and the window that it is drawn in.
pub(super) struct Window {
    pub(super) app: App,
    area: Rect,
}

/// Holds a screen to the one that was read and kept.
pub(super) fn shown(name: &str, mut window: Window) {
    snapshot("screens", name, &window.text());
}

pub(super) fn lesson(name: &str) -> Lesson {
    let (_, text) = LESSONS.iter().copied().find(|(built_in, _)| *built_in == name).unwrap();
    Lesson::new(read(text).unwrap(), None)
}

impl Window {
    pub(super) fn of(name: &str) -> Self {
        Self::with(name, PLAIN)
    }

    pub(super) fn with(name: &str, options: Options) -> Self {
        let loaded = load(name, std::io::empty()).unwrap();
        Self { app: App::with_lesson(loaded, None, options), area: Rect::new(0, 0, 80, 24) }
    }

    /// A lesson that asks before it shows, in a window of that size.
    pub(super) fn practising(name: &str, ask: Ask, options: Options, (width, height): (u16, u16)) -> Self {
        let loaded = load(name, std::io::empty()).unwrap();
        let app = App::with_lesson(loaded, None, options).practising(ask, false);
        Self { app, area: Rect::new(0, 0, width, height) }
    }

    pub(super) fn reading(source: &str) -> Self {
        let loaded = load("-", source.as_bytes()).unwrap();
        Self { app: App::with_lesson(loaded, None, PLAIN), area: Rect::new(0, 0, 80, 24) }
    }

    pub(super) fn following(loaded: Loaded, watch: Watch, options: Options) -> Self {
        Self { app: App::with_lesson(loaded, Some(watch), options), area: Rect::new(0, 0, 80, 24) }
    }

    pub(super) fn picker(folder: &Path) -> Self {
        Self { app: App::with_picker(folder, PLAIN), area: Rect::new(0, 0, 80, 24) }
    }

    pub(super) fn sized(mut self, width: u16, height: u16) -> Self {
        self.area = Rect::new(0, 0, width, height);
        self
    }

    pub(super) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.area = Rect::new(0, 0, width, height);
        self
    }

    /// Draws what is shown now in windows of many sizes and holds each to what is true of every screen.
    pub(super) fn stays_inside(&mut self, sizes: &[(u16, u16)], options: Options, what: &str) {
        for &size in sizes {
            check_edges(&self.resize(size.0, size.1).rows(), size, options, what);
        }
    }

    pub(super) fn key(&mut self, code: KeyCode) -> Flow {
        self.app.handle(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    pub(super) fn control(&mut self, letter: char) -> Flow {
        self.app.handle(&Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)))
    }

    /// Presses a key for each letter.
    pub(super) fn keys(mut self, keys: &str) -> Self {
        for letter in keys.chars() {
            self.key(KeyCode::Char(letter));
        }
        self
    }

    pub(super) fn press(mut self, code: KeyCode) -> Self {
        self.key(code);
        self
    }

    /// Goes to a step as a reader does.
    pub(super) fn at(self, name: &str) -> Self {
        let window = self.keys("/").keys(name).press(KeyCode::Enter);
        assert!(!window.app.has_overlay(), "{name} was not found");
        window
    }

    /// Lets the program work until it has nothing left to do.
    pub(super) fn worked(mut self) -> Self {
        while self.app.work() {}
        self
    }

    pub(super) fn position(&mut self) -> Position {
        self.app.reading().unwrap().1.position
    }

    pub(super) fn buffer(&mut self) -> Buffer {
        let mut buffer = Buffer::empty(self.area);
        self.app.prepare(self.area);
        self.app.draw(self.area, &mut buffer);
        buffer
    }

    /// The rows of the screen.
    pub(super) fn rows(&mut self) -> Vec<String> {
        rows(&self.buffer())
    }

    pub(super) fn text(&mut self) -> String {
        self.rows().join("\n")
    }
}

/// The rows of a buffer; the cell behind a wide letter is part of it.
pub(super) fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    (area.top()..area.bottom())
        .map(|y| {
            let mut row = String::new();
            let mut x = area.left();
            while x < area.right() {
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(unicode_width::UnicodeWidthStr::width(symbol)).unwrap().max(1);
            }
            row.trim_end().to_owned()
        })
        .collect()
}

/// Signs that may stand at the very edge: rules.
const RULES: [&str; 4] = ["─", "━", "-", "="];

/// What holds for every screen: nothing reaches over the edge, and no message is missing.
pub(super) fn check_edges(rows: &[String], size: (u16, u16), options: Options, what: &str) {
    let place = format!("{what} {options:?} {size:?}\n{}", rows.join("\n"));
    assert_eq!(rows.len(), usize::from(size.1), "{place}");
    for row in rows {
        let is_rule = RULES.iter().any(|rule| row.starts_with(rule));
        let cells = unicode_width::UnicodeWidthStr::width(row.as_str());
        assert!(is_rule || row.is_empty() || row.starts_with(' '), "{place}");
        assert!(is_rule || cells < usize::from(size.0), "{place}");
    }
    let text = rows.join("\n");
    for topic in ["screen-", "help-", "lesson-", "fault-", "practice-", "marking-"] {
        assert!(!text.contains(topic), "{place}");
    }
    // A learner may have typed a brace; a sentence that lacks a value has a dollar behind it.
    assert!(!["{$", "{ $", "\u{fffd}"].iter().any(|sign| text.contains(sign)), "{place}");
    let is_english = options.language == Language::English;
    assert!(!(options.ascii && is_english) || text.is_ascii(), "{place}");
}
