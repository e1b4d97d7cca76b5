//! What a step is made from and what it goes into, to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget as _};

use super::draw::{put, row, rule};
use super::hits::Target;
use super::look::meaning;
use super::scene::View;
use super::state::{Trail, TrailEntry};

/// What stands on one row.
enum Row<'a> {
    Heading(&'static str),
    Entry(usize, &'a TrailEntry),
}

/// Draws the links over the lower part of `area`, the chosen one always in sight.
pub(super) fn draw(view: &View<'_>, trail: &Trail, area: Rect, buffer: &mut Buffer) {
    let mut rows = Vec::new();
    for (at, entry) in trail.entries.iter().enumerate() {
        if at == 0 && trail.sources > 0 {
            rows.push(Row::Heading("screen-made-from"));
        }
        if at == trail.sources {
            rows.push(Row::Heading("screen-goes-into"));
        }
        rows.push(Row::Entry(at, entry));
    }
    let wanted = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(2);
    let height = wanted.min(area.height);
    let area = Rect { y: area.bottom() - height, height, ..area };
    Clear.render(area, buffer);
    view.hits.cover(area);
    let theme = &view.look.theme;
    let signs = view.look.signs;
    rule(buffer, area, signs.done, theme.faint);
    let title = view.text("screen-trail", &[("name", view.scene.step.name.as_str().into())]);
    if let Some(row) = row(area, 1) {
        put(buffer, row, &Line::from(Span::styled(title, theme.question)), signs.ellipsis);
    }
    let room = usize::from(height).saturating_sub(2);
    let chosen = rows.iter().position(|row| matches!(row, Row::Entry(at, _) if *at == trail.chosen)).unwrap_or(0);
    let first = if rows.len() <= room { 0 } else { chosen.saturating_sub(room / 2).min(rows.len() - room) };
    for (at, shown) in rows.iter().skip(first).take(room).enumerate() {
        let Some(place) = row(area, at + 2) else { return };
        let is_edge = (at == 0 && first > 0) || (at + 1 == room && first + room < rows.len());
        let line = match shown {
            Row::Entry(..) if is_edge => Line::from(Span::styled(format!("  {}", signs.more), theme.faint)),
            Row::Heading(id) => Line::from(Span::styled(view.text(id, &[]), theme.faint)),
            Row::Entry(at, entry) => entry_line(view, entry, *at == trail.chosen),
        };
        put(buffer, place, &line, signs.ellipsis);
        if let Row::Entry(at, _) = shown {
            view.hits.add(place, Target::Link(*at));
        }
    }
}

fn entry_line(view: &View<'_>, entry: &TrailEntry, is_chosen: bool) -> Line<'static> {
    let theme = &view.look.theme;
    let signs = view.look.signs;
    let meaning = meaning(view.lesson.program(), &entry.name, &view.scene.step.name);
    let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
    let number = match entry.position {
        Some(position) => format!("({})", position.number),
        None => view.text("screen-is-given", &[]),
    };
    let mark = if is_chosen { signs.chosen } else { " " };
    let name = if is_chosen { theme.chosen } else { style };
    let mut spans = vec![
        Span::raw(format!("{mark} ")),
        Span::styled(entry.name.to_string(), name),
        Span::styled(format!("  {number}"), theme.faint),
    ];
    if let Some(value) = &entry.value {
        spans.push(Span::raw(format!("  {}", signs.relations.0)));
        if !value.written.exact {
            let last = spans.len() - 1;
            spans[last] = Span::raw(format!("  {}", signs.relations.1));
        }
        spans.push(Span::styled(format!(" {}", view.look.value(value)), style));
    }
    Line::from(spans)
}
