//! The keys that matter where the reader is, with a word each, on one row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{put, row};
use super::keys::{Action, Bound, Command, Context};
use super::pen::Pen;
use super::text::width;

/// The keys of a context with a word each; as many as there is room for, those for help and the way out always.
pub(super) fn draw(
    pen: &Pen<'_>,
    context: Context,
    wanted: &dyn Fn(&Command) -> bool,
    area: Rect,
    buffer: &mut Buffer,
) {
    let look = pen.look;
    let signs = look.signs;
    let is_way_out = |action: Action| action == Action::Close && context == Context::Answer;
    let hint = |bound: Bound<'_>| {
        let command = bound.command;
        let word = command.hint.filter(|_| command.contexts.contains(&context) && wanted(command))?;
        let word = if is_way_out(command.action) { "help-hint-other-keys" } else { word };
        let chord = bound.keys.iter().find(|chord| bound.answers(context, **chord))?;
        let name = pen.plain(&chord.name());
        Some((name, pen.text(word, &[])))
    };
    let is_last = |bound: &Bound<'_>| matches!(bound.command.action, Action::Help | Action::Quit);
    let (last, first): (Vec<Bound<'_>>, Vec<Bound<'_>>) = look.keymap.commands().partition(is_last);
    let last: Vec<_> = last.into_iter().filter_map(hint).collect();
    let length = |(key, word): &(String, String)| width(key) + 1 + width(word);
    let Some(row) = row(area, 0) else { return };
    let (ways_out, first): (Vec<_>, Vec<_>) = first.into_iter().partition(|bound| is_way_out(bound.command.action));
    let first: Vec<_> = first.into_iter().chain(ways_out).filter_map(hint).collect();
    let room = usize::from(row.width);
    let needed = |gap: usize| first.iter().chain(&last).map(|hint| length(hint) + gap).sum::<usize>();
    let gap = if needed(3) <= room + 3 { 3 } else { 2 };
    let mut room = room.saturating_sub(last.iter().map(|hint| length(hint) + gap).sum());
    let mut shown = Vec::new();
    let mut all = true;
    for hint in first {
        let needed = length(&hint) + if shown.is_empty() { 0 } else { gap };
        if !all || needed > room {
            all = false;
            continue;
        }
        room -= needed;
        shown.push(hint);
    }
    let mut spans: Vec<Span<'_>> = Vec::new();
    let cut = (!all).then(|| (signs.ellipsis.to_owned(), String::new()));
    for (key, word) in shown.into_iter().chain(cut.filter(|_| room >= gap + width(signs.ellipsis))).chain(last) {
        if !spans.is_empty() {
            spans.push(Span::raw(" ".repeat(gap)));
        }
        spans.push(Span::styled(key, look.theme.key));
        if !word.is_empty() {
            spans.push(Span::raw(format!(" {word}")));
        }
    }
    put(buffer, row, &Line::from(spans), signs.ellipsis);
}
