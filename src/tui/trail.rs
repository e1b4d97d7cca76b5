//! What a step is made from and what it goes into, to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::hits::Target;
use super::list::{self, Row};
use super::look::meaning;
use super::scene::View;
use super::state::{Trail, TrailEntry};
use super::what_if::panel::was as was_text;

/// Draws the links over the lower part of `area`.
pub(super) fn draw(view: &View<'_>, trail: &Trail, area: Rect, buffer: &mut Buffer) {
    let mut rows = Vec::new();
    for at in 0..trail.entries.len() {
        if at == 0 && trail.sources > 0 {
            rows.push(Row::Heading("screen-made-from"));
        }
        if at == trail.sources {
            rows.push(Row::Heading("screen-goes-into"));
        }
        rows.push(Row::Entry(at));
    }
    let title = view.text("screen-trail", &[("name", view.scene.step.name.as_str().into())]);
    let head = [Line::from(Span::styled(title, view.look.theme.question))];
    let entry = |at: usize| {
        let line = trail.entries.get(at).map(|entry| entry_line(view, entry, at == trail.chosen));
        line.unwrap_or_default()
    };
    list::draw(view, &head, &rows, (trail.chosen, Some(Target::Link)), &entry, area, buffer);
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
    if let Some(was) = view.scene.marks.sources.get(&entry.name).filter(|_| entry.value.is_some()) {
        spans.push(Span::styled(format!("   {}", was_text(view, was)), theme.notice));
    }
    Line::from(spans)
}
