//! What a step is made from and what it goes into, to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::hits::Target;
use super::list::{self, Row};
use super::look::meaning;
use super::pen::Pen;
use super::what_if::marks::Marks;
use crate::formula::Name;
use crate::lesson::{Lesson, Link, Position, Shown};

/// The links of a step, to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    /// The step.
    pub of: Name,
    /// What the step is made from, then what it goes into.
    pub entries: Vec<TrailEntry>,
    /// How many of them are what it is made from.
    pub sources: usize,
    /// The one that is chosen.
    pub chosen: usize,
}

/// One link of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailEntry {
    /// Its name.
    pub name: Name,
    /// Its step; none for a given.
    pub position: Option<Position>,
    /// Its value, where it is known already.
    pub value: Option<Shown>,
}

impl Trail {
    /// The links of the step that is shown; none where it has none.
    pub(super) fn of(lesson: &mut Lesson, position: Position) -> Option<Self> {
        let Ok(Some(page)) = lesson.page(position) else { return None };
        let sources = page.sources.len();
        let mut entry = |link: Link, is_known: bool| {
            // What lies ahead has no value yet.
            let value = is_known.then(|| lesson.value(page.moment, link.name.as_str()).ok().and_then(Result::ok));
            TrailEntry { name: link.name, position: link.position, value: value.flatten() }
        };
        let mut entries: Vec<TrailEntry> = page.sources.into_iter().map(|link| entry(link, true)).collect();
        entries.extend(page.uses.into_iter().map(|link| entry(link, false)));
        (!entries.is_empty()).then_some(Self { of: page.step.name, entries, sources, chosen: 0 })
    }

    /// The entry that is chosen.
    #[must_use]
    pub fn entry(&self) -> Option<&TrailEntry> {
        self.entries.get(self.chosen)
    }
}

/// Draws the links over the lower part of `area`.
pub(super) fn draw(pen: &Pen<'_>, lesson: &Lesson, (trail, marks): (&Trail, &Marks), area: Rect, buffer: &mut Buffer) {
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
    let title = pen.text("screen-trail", &[("name", trail.of.as_str().into())]);
    let head = [Line::from(Span::styled(title, pen.look.theme.question))];
    let entry = |at: usize| {
        let line =
            trail.entries.get(at).map(|entry| entry_line(pen, lesson, (entry, marks), &trail.of, at == trail.chosen));
        line.unwrap_or_default()
    };
    list::draw(pen, &head, &rows, (trail.chosen, Some(Target::Link)), &entry, area, buffer);
}

fn entry_line(
    pen: &Pen<'_>,
    lesson: &Lesson,
    (entry, marks): (&TrailEntry, &Marks),
    own: &Name,
    is_chosen: bool,
) -> Line<'static> {
    let theme = &pen.look.theme;
    let signs = pen.look.signs;
    let meaning = meaning(lesson.program(), &entry.name, own);
    let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
    let number = match entry.position {
        Some(position) => format!("({})", position.number),
        None => pen.text("screen-is-given", &[]),
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
        spans.push(Span::styled(format!(" {}", pen.look.value(value)), style));
    }
    if let Some(was) = marks.sources.get(&entry.name).filter(|_| entry.value.is_some()) {
        spans.push(Span::styled(format!("   {}", pen.was(was)), theme.notice));
    }
    Line::from(spans)
}
