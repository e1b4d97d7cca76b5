//! The scenarios to choose from: those in the program, and those in `./scenarios`.

use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::draw::{put, row, rule};
use super::hits::Target;
use super::keys::{Action, Context};
use super::pen::Pen;
use super::text::wrap;
use super::watch::Watch;
use super::{faults, hints};
use crate::sanitize::sanitize;
use crate::scenario::{LESSONS, LoadError, Loaded, Origin, PUBLISHED, Scenario, built_in, load, read};

/// More files than these are not listed.
const MOST_FILES: usize = 500;

/// The scenarios, and the one that is chosen.
pub(super) struct Picker {
    entries: Vec<Entry>,
    chosen: usize,
}

/// A scenario that can be chosen.
struct Entry {
    /// What it is loaded by.
    name: String,
    /// Whether it is a file.
    is_file: bool,
    /// What came of loading it, once somebody has looked at it.
    loaded: Option<Result<Loaded, LoadError>>,
}

impl Picker {
    /// Lists the scenarios of the program and those in `folder`.
    #[must_use]
    pub(super) fn new(folder: &Path) -> Self {
        let built_in =
            |scenarios: &[(&str, &str)]| scenarios.iter().map(|(name, _)| ((*name).to_owned(), false)).collect();
        let (lessons, published): (Vec<_>, Vec<_>) = (built_in(LESSONS), built_in(PUBLISHED));
        let files = files(folder).into_iter().map(|path| (path.to_string_lossy().into_owned(), true));
        // Whoever has files of their own need not go past everything that was ever printed.
        let entries = lessons
            .into_iter()
            .chain(files)
            .chain(published)
            .map(|(name, is_file)| Entry { name, is_file, loaded: None })
            .collect();
        let mut picker = Self { entries, chosen: 0 };
        picker.look();
        picker
    }

    /// Moves to the scenario above or below.
    pub(super) fn choose(&mut self, down: bool) {
        let last = self.entries.len().saturating_sub(1);
        self.chosen = if down { (self.chosen + 1).min(last) } else { self.chosen.saturating_sub(1) };
        self.look();
    }

    /// Chooses a scenario that was clicked; tells whether it had been chosen already.
    pub(super) fn point(&mut self, index: usize) -> bool {
        let was_chosen = self.chosen == index;
        self.chosen = index.min(self.entries.len().saturating_sub(1));
        self.look();
        was_chosen
    }

    /// The scenario that is chosen, where it can be read.
    #[must_use]
    fn scenario(&self) -> Option<&Scenario> {
        self.entries.get(self.chosen)?.loaded.as_ref()?.as_ref().ok().map(|loaded| &loaded.scenario)
    }

    /// What is chosen, where it can be read, as it is now; and its file, if it is one.
    pub(super) fn open(&mut self) -> Option<(Loaded, Option<Watch>)> {
        let entry = self.entries.get_mut(self.chosen)?;
        let watch = entry.is_file.then(|| Watch::of(Path::new(&entry.name)));
        if entry.is_file {
            entry.loaded = Some(entry.load());
        }
        let loaded = entry.loaded.as_ref()?.as_ref().ok()?;
        Some((loaded.clone(), watch))
    }

    /// Reads the scenario that is chosen.
    fn look(&mut self) {
        if let Some(entry) = self.entries.get_mut(self.chosen)
            && entry.loaded.is_none()
        {
            entry.loaded = Some(entry.load());
        }
    }

    /// Draws the list, and below it what is chosen.
    pub(super) fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        if Pen::is_too_small(area) {
            pen.too_small(area, buffer);
            return;
        }
        let (signs, theme) = (pen.look.signs, &pen.look.theme);
        let title = Line::from(vec![
            Span::styled("handgrad", theme.title),
            Span::raw("  "),
            Span::styled(pen.text("screen-picker-title", &[]), theme.faint),
        ]);
        if let Some(row) = row(area, 0) {
            put(buffer, row, &title, signs.ellipsis);
        }
        rule(buffer, Rect { y: area.y + 1, height: 1, ..area }, signs.rule, theme.faint);
        let below = area.height / 2;
        let list = Rect { y: area.y + 2, height: area.height - below - 2, ..area };
        self.list(pen, list, buffer);
        rule(buffer, Rect { y: list.bottom(), height: 1, ..area }, signs.rule, theme.faint);
        let told = Rect { y: list.bottom() + 1, height: below - 2, ..area };
        self.tell(pen, told, buffer);
        let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
        let can_open = self.scenario().is_some();
        let wanted = |command: &super::keys::Command| match command.action {
            Action::Choose => can_open,
            action => action != Action::Close,
        };
        hints::draw(pen, Context::Picker, &wanted, footer, buffer);
    }

    fn list(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        let (signs, theme) = (pen.look.signs, &pen.look.theme);
        let room = usize::from(area.height);
        let hidden = self.entries.len().saturating_sub(room);
        let first = self.chosen.saturating_sub(room / 2).min(hidden);
        for (at, (index, entry)) in self.entries.iter().enumerate().skip(first).take(room).enumerate() {
            let Some(row) = row(area, at) else { return };
            pen.hits.add(row, Target::Entry(index));
            let is_chosen = index == self.chosen;
            let is_edge = (at == 0 && first > 0) || (at + 1 == room && first < hidden);
            if is_edge && !is_chosen {
                put(buffer, row, &Line::from(Span::styled(format!("  {}", signs.more), theme.faint)), signs.ellipsis);
                continue;
            }
            let mark = if is_chosen { signs.chosen } else { " " };
            let name = sanitize(&entry.name).into_owned();
            let name = Span::styled(name, if is_chosen { theme.chosen } else { Style::default() });
            let mut spans = vec![Span::raw(format!("{mark} ")), name];
            if !entry.is_file {
                spans.push(Span::styled(format!("  {}", pen.text("screen-built-in", &[])), theme.faint));
            }
            put(buffer, row, &Line::from(spans), signs.ellipsis);
        }
    }

    /// The title and summary of what is chosen, or what is wrong with it.
    fn tell(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        let (signs, theme) = (pen.look.signs, &pen.look.theme);
        let room = usize::from(area.width.saturating_sub(2));
        let rows = usize::from(area.height);
        let mut lines = Vec::new();
        let language = pen.messages.language().tag();
        match self.entries.get(self.chosen).and_then(|entry| entry.loaded.as_ref()) {
            Some(Ok(Loaded { scenario, .. })) => {
                let plain = |text: &str| signs.plain(text).into_owned();
                let title = plain(scenario.title.in_language(language));
                lines.extend(wrap(&title, room, 2, signs.ellipsis).into_iter().map(|line| (line, theme.title)));
                if let Some(summary) = &scenario.summary {
                    let left = rows.saturating_sub(lines.len());
                    let summary = wrap(&plain(summary.in_language(language)), room, left, signs.ellipsis);
                    lines.extend(summary.into_iter().map(|line| (line, Style::default())));
                }
            }
            Some(Err(error)) => {
                for told in faults::told(pen.messages, error) {
                    let left = rows.saturating_sub(lines.len());
                    let said = wrap(&signs.plain(&told.fault), room, left.min(3), signs.ellipsis);
                    lines.extend(said.into_iter().map(|line| (line, theme.fault)));
                }
            }
            None => {}
        }
        for (at, (line, style)) in lines.into_iter().enumerate() {
            if let Some(row) = row(area, at) {
                put(buffer, row, &Line::from(Span::styled(line, style)), signs.ellipsis);
            }
        }
    }
}

impl Entry {
    /// Reads it; a file must not stand in the place of a built-in scenario.
    fn load(&self) -> Result<Loaded, LoadError> {
        if let Some((name, source)) = built_in().find(|(name, _)| !self.is_file && *name == self.name) {
            let invalid =
                |faults| LoadError::Invalid { origin: Origin::BuiltIn(name), source: source.to_owned(), faults };
            let (origin, text) = (Origin::BuiltIn(name), source.to_owned());
            return read(source).map(|scenario| Loaded { scenario, origin, source: text }).map_err(invalid);
        }
        load(&self.name, std::io::empty())
    }
}

/// The scenario files of a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_scenario = |path: &PathBuf| {
        path.is_file() && path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_scenario).collect();
    files.sort();
    files.truncate(MOST_FILES);
    files
}
