//! The list of the numbers that can be changed, and the words for what has changed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::{ChangeFault, Numbers, SaveFault};
use crate::lesson::Named;
use crate::scenario::FaultKind;
use crate::tui::list::{self, Row};
use crate::tui::look::meaning;
use crate::tui::scene::Board;
use crate::tui::text::{width, wrap};

/// A fault takes at most so many rows.
const MOST_ROWS: usize = 3;

/// Draws the numbers over the lower part of `area`.
pub(in crate::tui) fn draw(board: &Board<'_>, numbers: &Numbers, area: Rect, buffer: &mut Buffer) {
    let theme = &board.pen.look.theme;
    let mut head = vec![Line::from(Span::styled(board.pen.text("screen-what-if-title", &[]), theme.question))];
    if let Some(fault) = &numbers.fault {
        let text = board.pen.plain(&format!("{} {}", board.pen.look.signs.wrong, change_fault(board, fault)));
        let lines = wrap(&text, usize::from(area.width.saturating_sub(2)), MOST_ROWS, board.pen.look.signs.ellipsis);
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
        |at: usize| numbers.entries.get(at).map(|named| line(board, named, at == numbers.chosen)).unwrap_or_default();
    list::draw(board.pen, &head, &rows, (numbers.chosen, None), &entry, area, buffer);
}

fn line(board: &Board<'_>, named: &Named, is_chosen: bool) -> Line<'static> {
    let theme = &board.pen.look.theme;
    let signs = board.pen.look.signs;
    let meaning = meaning(board.lesson.program(), &named.name, &board.scene.step.name);
    let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
    let mark = if is_chosen { signs.chosen } else { " " };
    let mut spans = vec![
        Span::raw(format!("{mark} ")),
        Span::styled(named.name.to_string(), if is_chosen { theme.chosen } else { style }),
        Span::raw(format!(" {} ", signs.relations.0)),
        Span::styled(number(board, named.value), style),
    ];
    if let Some(change) = board.scene.changes.iter().find(|change| change.name == named.name) {
        let was = board.pen.text("screen-was", &[("value", number(board, change.was).into())]);
        spans.push(Span::styled(format!("   {was}"), theme.notice));
    }
    Line::from(spans)
}

fn number(board: &Board<'_>, value: Decimal) -> String {
    board.pen.look.signs.number(&value.to_string())
}

/// All that is changed, or where there is not room for that how much it is; none where nothing is.
pub(in crate::tui) fn changes(board: &Board<'_>, room: usize) -> Option<String> {
    if !board.scene.marks.is_on {
        return None;
    }
    let one = |change: &super::Change| {
        let (now, was) = (number(board, change.now), number(board, change.was));
        board
            .pen
            .text("screen-change", &[("name", change.name.as_str().into()), ("now", now.into()), ("was", was.into())])
    };
    let all: Vec<String> = board.scene.changes.iter().map(one).collect();
    let told = board.pen.text("screen-what-if", &[("changes", all.join(board.pen.look.signs.between).into())]);
    if !all.is_empty() && width(&told) <= room {
        return Some(told);
    }
    Some(board.pen.text("screen-what-if-count", &[("count", board.scene.changes.len().into())]))
}

fn scenario_fault(board: &Board<'_>, kind: &FaultKind) -> String {
    let told = board.pen.messages.fault(kind);
    match told.help {
        Some(help) => format!("{}; {help}", told.fault),
        None => told.fault,
    }
}

fn change_fault(board: &Board<'_>, fault: &ChangeFault) -> String {
    match fault {
        ChangeFault::Scenario(kind) => scenario_fault(board, kind),
        ChangeFault::NotWritten => board.pen.text("screen-what-if-not-written", &[]),
    }
}

/// Why no file was written.
pub(in crate::tui) fn save_fault(board: &Board<'_>, fault: &SaveFault) -> String {
    match fault {
        SaveFault::NoName => board.pen.text("screen-save-no-name", &[]),
        SaveFault::Exists { file } => board.pen.text("screen-save-exists", &[("file", file.into())]),
        SaveFault::Scenario(kind) => board.pen.plain(&board.pen.messages.fault(kind).fault),
        SaveFault::Unwritable { words } => board.pen.text("screen-save-unwritable", &[("words", words.into())]),
    }
}
