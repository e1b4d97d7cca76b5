//! What is wrong with a scenario, in sentences, over the lesson that is still read.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use super::draw::{put, row, rule};
use super::pen::Pen;
use super::text::wrap;
use crate::messages::Messages;
use crate::sanitize::sanitize;
use crate::scenario::{Fault, InTable, LoadError};

/// The faults themselves have at least so many rows before it is said how to go on.
const LEAST_ROWS: usize = 6;

/// A sentence takes at most so many rows.
const MOST_ROWS: usize = 6;

/// A fault and what to do about it.
pub(super) struct Told {
    pub(super) fault: String,
    help: Option<String>,
}

/// What is wrong with a scenario, a sentence each.
pub(super) fn told(messages: &Messages, error: &LoadError) -> Vec<Told> {
    let alone = |fault| vec![Told { fault, help: None }];
    match error {
        LoadError::Invalid { faults, .. } => {
            let one = |fault: &Fault| {
                let text = messages.fault(&fault.kind);
                let at = fault.place.line;
                let values = [("line", at.into()), ("fault", (&text.fault).into())];
                let placed = match &fault.table {
                    Some(InTable { table, .. }) => {
                        let [line, fault] = values;
                        let file = ("file", sanitize(&table.name).into_owned().into());
                        Some(messages.text("screen-fault-in-table", &[file, line, fault]))
                    }
                    None => (at > 0).then(|| messages.text("screen-fault-at", &values)),
                };
                Told { fault: placed.unwrap_or(text.fault), help: text.help }
            };
            faults.shown().iter().map(one).collect()
        }
        LoadError::NoSuchScenario { name, .. } => {
            alone(messages.text("fault-no-such-scenario", &[("name", name.into())]))
        }
        LoadError::Unreadable { error, .. } => {
            alone(messages.text("screen-unreadable", &[("words", error.to_string().into())]))
        }
    }
}

/// How many faults there are, those included that are not told.
fn count(error: &LoadError) -> usize {
    match error {
        LoadError::Invalid { faults, .. } => faults.shown().len() + faults.more(),
        LoadError::NoSuchScenario { .. } | LoadError::Unreadable { .. } => 1,
    }
}

/// The faults over a lesson, and the row that they begin with.
pub(super) struct Faults {
    head: Vec<(String, Style)>,
    rows: Vec<(String, Style)>,
    shown: usize,
    top: usize,
}

impl Faults {
    /// The faults from their row `top` on, but always so that they fill the room.
    pub(super) fn prepare(pen: &Pen<'_>, error: &LoadError, top: usize, area: Rect) -> Self {
        let (messages, signs, theme) = (pen.messages, pen.look.signs, &pen.look.theme);
        // Two cells at the edge, and two before what helps.
        let room = usize::from(area.width.saturating_sub(4));
        let lines_of = |text: &str, style: Style| {
            let lines = wrap(&signs.plain(text), room, MOST_ROWS, signs.ellipsis).into_iter();
            lines.map(move |line| (line, style)).collect::<Vec<_>>()
        };
        let mut head = lines_of(&messages.text("screen-faults", &[("count", count(error).into())]), theme.question);
        let mut rows = Vec::new();
        for told in told(messages, error) {
            rows.extend(lines_of(&told.fault, theme.fault));
            let help = told.help.iter().flat_map(|help| lines_of(help, theme.faint));
            rows.extend(help.map(|(line, style)| (format!("  {line}"), style)));
        }
        let height = usize::from(area.height).saturating_sub(1);
        // Where there is little room the faults go before the words about them.
        let go_on = lines_of(&messages.text("screen-faults-go-on", &[]), Style::default());
        if head.len() + go_on.len() + LEAST_ROWS <= height {
            head.extend(go_on);
        }
        head.truncate(height.saturating_sub(2));
        let shown = height.saturating_sub(head.len());
        let top = top.min(rows.len().saturating_sub(shown));
        Self { head, rows, shown, top }
    }

    /// The row that they begin with.
    pub(super) fn top(&self) -> usize {
        self.top
    }

    /// Draws the faults over `area`.
    pub(super) fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        let Self { head, rows, shown, top } = self;
        let (signs, theme) = (pen.look.signs, &pen.look.theme);
        Clear.render(area, buffer);
        pen.hits.cover(area);
        rule(buffer, Rect { height: 1, ..area }, signs.done, theme.faint);
        let end = rows.len().min(top + shown);
        let last = shown.saturating_sub(1);
        for (at, (line, style)) in head.iter().chain(&rows[*top..end]).enumerate() {
            let Some(row) = row(area, at + 1) else { break };
            let in_rows = at.checked_sub(head.len());
            let is_edge = (in_rows == Some(0) && *top > 0) || (in_rows == Some(last) && end < rows.len());
            let line = if is_edge {
                Line::from(Span::styled(format!("  {}", signs.more), theme.faint))
            } else {
                Line::from(Span::styled(line.as_str(), *style))
            };
            put(buffer, row, &line, signs.ellipsis);
        }
    }
}
