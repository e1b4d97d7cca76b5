//! The list of the numbers that can be changed, and the words for what has changed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::{ChangeFault, Numbers, SaveFault};
use crate::lesson::{Named, Shown};
use crate::scenario::FaultKind;
use crate::tui::list::{self, Row};
use crate::tui::look::meaning;
use crate::tui::scene::View;
use crate::tui::text::{width, wrap};

/// A fault takes at most so many rows.
const MOST_ROWS: usize = 3;

/// Draws the numbers over the lower part of `area`.
pub(in crate::tui) fn draw(view: &View<'_>, numbers: &Numbers, area: Rect, buffer: &mut Buffer) {
    let theme = &view.look.theme;
    let mut head = vec![Line::from(Span::styled(view.text("screen-what-if-title", &[]), theme.question))];
    if let Some(fault) = &numbers.fault {
        let text = view.plain(&format!("{} {}", view.look.signs.wrong, change_fault(view, fault)));
        let lines = wrap(&text, usize::from(area.width.saturating_sub(2)), MOST_ROWS, view.look.signs.ellipsis);
        head.extend(lines.into_iter().map(|line| Line::from(Span::styled(line, theme.fault))));
    }
    let near = numbers.entries.iter().filter(|named| named.is_near).count();
    let mut rows = Vec::with_capacity(numbers.entries.len() + 2);
    for at in 0..numbers.entries.len() {
        if at == 0 && near > 0 {
            rows.push(Row::Heading("screen-what-if-near"));
        }
        if at == near {
            rows.push(Row::Heading("screen-what-if-others"));
        }
        rows.push(Row::Entry(at));
    }
    let entry =
        |at: usize| numbers.entries.get(at).map(|named| line(view, named, at == numbers.chosen)).unwrap_or_default();
    list::draw(view, &head, &rows, (numbers.chosen, None), &entry, area, buffer);
}

fn line(view: &View<'_>, named: &Named, is_chosen: bool) -> Line<'static> {
    let theme = &view.look.theme;
    let signs = view.look.signs;
    let meaning = meaning(view.lesson.program(), &named.name, &view.scene.step.name);
    let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
    let mark = if is_chosen { signs.chosen } else { " " };
    let mut spans = vec![
        Span::raw(format!("{mark} ")),
        Span::styled(named.name.to_string(), if is_chosen { theme.chosen } else { style }),
        Span::raw(format!(" {} ", signs.relations.0)),
        Span::styled(number(view, named.value), style),
    ];
    if let Some(change) = view.changes.iter().find(|change| change.name == named.name) {
        let was = view.text("screen-was", &[("value", number(view, change.was).into())]);
        spans.push(Span::styled(format!("   {was}"), theme.notice));
    }
    Line::from(spans)
}

fn number(view: &View<'_>, value: Decimal) -> String {
    view.look.signs.number(&value.to_string())
}

/// What a value was.
pub(in crate::tui) fn was(view: &View<'_>, was: &Shown) -> String {
    view.text("screen-was", &[("value", view.look.value(was).into())])
}

/// All that is changed, or where there is not room for that how much it is; none where nothing is.
pub(in crate::tui) fn changes(view: &View<'_>, room: usize) -> Option<String> {
    if !view.scene.marks.is_on {
        return None;
    }
    let one = |change: &super::Change| {
        let (now, was) = (number(view, change.now), number(view, change.was));
        view.text("screen-change", &[("name", change.name.as_str().into()), ("now", now.into()), ("was", was.into())])
    };
    let all: Vec<String> = view.changes.iter().map(one).collect();
    let told = view.text("screen-what-if", &[("changes", all.join(view.look.signs.between).into())]);
    if !all.is_empty() && width(&told) <= room {
        return Some(told);
    }
    Some(view.text("screen-what-if-count", &[("count", view.changes.len().into())]))
}

fn scenario_fault(view: &View<'_>, kind: &FaultKind) -> String {
    let told = view.messages.fault(kind);
    match told.help {
        Some(help) => format!("{}; {help}", told.fault),
        None => told.fault,
    }
}

fn change_fault(view: &View<'_>, fault: &ChangeFault) -> String {
    match fault {
        ChangeFault::Scenario(kind) => scenario_fault(view, kind),
        ChangeFault::NotWritten => view.text("screen-what-if-not-written", &[]),
    }
}

/// Why no file was written.
pub(in crate::tui) fn save_fault(view: &View<'_>, fault: &SaveFault) -> String {
    match fault {
        SaveFault::NoName => view.text("screen-save-no-name", &[]),
        SaveFault::Exists { file } => view.text("screen-save-exists", &[("file", file.into())]),
        SaveFault::Scenario(kind) => view.plain(&view.messages.fault(kind).fault),
        SaveFault::Unwritable { words } => view.text("screen-save-unwritable", &[("words", words.into())]),
    }
}
