//! The formula with numbers, the work, and the result, in as many rows as there are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::draw::{put, row};
use super::formula::pieces_of;
use super::look::meaning;
use super::manner::HIDDEN;
use super::scene::Board;
use super::text::{fit, fit_line, width, wrap, wrap_line};
use super::theme::Meaning;
use crate::formula::{Block, Label, Name, Subscripts};
use crate::lesson::{Filled, Page, Relation, Row, Shown, Work};
use crate::number::Form;

/// What stands behind one sign: rows of a block, or one line that may be wrapped.
struct Entry {
    sign: &'static str,
    rows: Vec<Line<'static>>,
    baseline: usize,
}

impl Entry {
    fn line(sign: &'static str, line: Line<'static>) -> Self {
        Self { sign, rows: vec![line], baseline: 0 }
    }
}

/// Draws the work down to the result, or what keeps the step from having one; says how many rows are left.
pub(super) fn draw(board: &Board<'_>, area: Rect, buffer: &mut Buffer) -> u16 {
    let words = board.lesson.words(board.pen.messages);
    let wrong = match &board.scene.page {
        Ok(_) if board.scene.is_hidden => None,
        Err(halt) => Some(words.halt(halt)),
        Ok(page) => page.result.as_ref().err().map(|fault| words.fault(*fault)),
    };
    let signs = board.pen.look.signs;
    let Some(first) = row(area, 0) else { return 0 };
    let left = |rows: usize| area.height.saturating_sub(u16::try_from(rows).unwrap_or(u16::MAX));
    let room = usize::from(first.width);
    if let Some(wrong) = wrong {
        let text = format!("{} {}", signs.wrong, board.pen.plain(&wrong));
        let lines = wrap(&text, room, area.height.into(), signs.ellipsis);
        for (at, line) in lines.iter().enumerate() {
            if let Some(row) = row(area, at) {
                put(buffer, row, &Line::from(Span::styled(line.as_str(), board.pen.look.theme.fault)), signs.ellipsis);
            }
        }
        return left(lines.len());
    }
    // The sign stands below the one of the formula.
    let indent = board.scene.name_width + 1;
    let room = room.saturating_sub(indent + 2);
    let rows = fitted(board, room, area.height.into());
    for (at, line) in rows.iter().enumerate() {
        if let Some(row) = row(area, at) {
            put(buffer, super::draw::behind(row, indent), line, signs.ellipsis);
        }
    }
    left(rows.len())
}

/// The rows of the work, fitted into so many cells and rows.
fn fitted(board: &Board<'_>, room: usize, rows: usize) -> Vec<Line<'static>> {
    let Ok(page) = &board.scene.page else { return Vec::new() };
    if board.scene.is_hidden {
        let hidden = Span::styled(HIDDEN, board.pen.look.theme.of(Meaning::Result));
        return vec![Line::from(vec![Span::raw(format!("{} ", board.pen.look.signs.relations.0)), hidden])];
    }
    let Ok(shown) = &page.result else { return Vec::new() };
    let ellipsis = board.pen.look.signs.ellipsis;
    let relation = page.work.as_ref().map_or(Relation::of(shown.written.exact), |work| work.relation);
    let value = Span::styled(board.pen.look.value(shown), board.pen.look.theme.of(Meaning::Result));
    let result = Entry::line(board.pen.look.relation(relation), Line::from(value));
    let nothing = Work { rows: Vec::new(), lines: Vec::new(), relation, closes: true };
    let work = page.work.as_ref().unwrap_or(&nothing);
    let rows_of_sums = sum_rows(board, work, room);
    let entries = |in_blocks: bool| -> Vec<Entry> {
        let lines = work.lines.iter().map(|line| (line.relation, &line.filled));
        lines.map(|(relation, filled)| entry(board, relation, filled, room, in_blocks)).collect()
    };
    let height = |entries: &[Entry]| entries.iter().map(|entry| entry.rows.len()).sum::<usize>();
    let mut chain = entries(true);
    if height(&chain) + rows_of_sums.len() + 1 > rows || chain.iter().any(|entry| entry.rows[0].width() > room) {
        chain = entries(false);
    }
    // A number alone that is the result already is not said twice.
    if chain.last().is_some_and(|last| last.rows.len() == 1 && last.rows[0].to_string() == result.rows[0].to_string()) {
        chain.pop();
    }
    let drift = page.drift.as_ref().map(|drift| board.pen.plain(&board.lesson.words(board.pen.messages).drift(drift)));
    let was =
        board.scene.marks.result.as_ref().map(|old| Span::styled(board.pen.was(old), board.pen.look.theme.notice));
    let drift = drift.map(|drift| Span::styled(drift, board.pen.look.theme.faint));
    let result = formed(board, result, shown, room);
    chain.push(beside(board, result, was.into_iter().chain(drift), room));
    let fixed = 1.min(rows_of_sums.len());
    while height(&chain) + fixed > rows && join_shortest(&mut chain, room) {}
    let left_out = cut_middle(&mut chain, rows.saturating_sub(fixed));
    let left = rows.saturating_sub(height(&chain) + usize::from(left_out));
    let mut lines = clipped(board, rows_of_sums, left);
    let mut spare = left - lines.len();
    let last = chain.len() - 1;
    // A result of many digits has its rows before the lines above it have theirs.
    let of_result = chain[last].rows[0].width().saturating_sub(1) / room.max(1);
    let kept = of_result.min(spare);
    spare -= kept;
    // Before others there is an empty row between two lines, where all of them fit so.
    let is_airy = board.state.manner.is_presenting && spare >= 2 * last;
    for (at, entry) in chain.into_iter().enumerate() {
        if is_airy && at > 0 && spare > 0 {
            lines.push(Line::default());
            spare -= 1;
        }
        if at == last {
            spare += kept;
        }
        if left_out && at == last {
            lines.push(Line::raw(board.pen.look.signs.more));
        }
        lines.extend(set(entry, room, &mut spare, ellipsis));
    }
    lines
}

/// A result and the same in the form that the reader asked for, or in this form alone where both do not fit.
fn formed(board: &Board<'_>, mut result: Entry, shown: &Shown, room: usize) -> Entry {
    let form = board.state.manner.form;
    let theme = &board.pen.look.theme;
    let Some(line) = result.rows.first_mut() else { return result };
    if let Some(text) = shown.written.in_form(form).filter(|_| !shown.unfinished) {
        let text = Span::styled(board.pen.look.signs.number(&text), theme.of(Meaning::Result));
        let sign = format!(" {} ", board.pen.look.signs.relations.0);
        if line.width() + sign.len() + text.width() <= room {
            line.push_span(Span::raw(sign));
            line.push_span(text);
        } else {
            *line = Line::from(text);
        }
    } else if form == Form::Fraction && !shown.written.exact {
        let why = board.pen.text("screen-no-fraction", &[]);
        if line.width() + 3 + width(&why) <= room {
            line.push_span(Span::styled(format!("   {why}"), theme.faint));
        }
    }
    result
}

/// A result, and at its right what it was before a change and how far it has drifted.
fn beside(board: &Board<'_>, mut result: Entry, said: impl Iterator<Item = Span<'static>>, room: usize) -> Entry {
    let ellipsis = board.pen.look.signs.ellipsis;
    if let Some(line) = result.rows.first_mut() {
        for Span { style, content } in said {
            let gap = "   ";
            let content = fit(&content, room.saturating_sub(line.width() + gap.len()), ellipsis);
            line.push_span(Span::raw(gap));
            line.push_span(Span::styled(content, style));
        }
    }
    result
}

/// An entry as it is drawn, wrapped into rows that are to spare.
fn set(entry: Entry, room: usize, spare: &mut usize, ellipsis: &str) -> Vec<Line<'static>> {
    let signed = |at: usize, line: Line<'static>| {
        let sign = if at == entry.baseline { entry.sign } else { " " };
        let mut spans = vec![Span::raw(format!("{sign} "))];
        spans.extend(line.spans);
        Line::from(spans)
    };
    let rows = match <[Line<'static>; 1]>::try_from(entry.rows) {
        Ok([line]) => wrap_line(&line, room, 0, 1 + *spare, ellipsis),
        Err(rows) => rows.iter().map(|line| fit_line(line, room, ellipsis)).collect(),
    };
    *spare = spare.saturating_sub(if entry.baseline == 0 { rows.len().saturating_sub(1) } else { 0 });
    rows.into_iter().enumerate().map(|(at, line)| signed(at, line)).collect()
}

/// A line of the chain as a block in two dimensions, or on one line.
fn entry(board: &Board<'_>, relation: Relation, filled: &Filled, room: usize, in_blocks: bool) -> Entry {
    let sign = board.pen.look.relation(relation);
    let program = board.lesson.program();
    let own = &board.scene.step.name;
    let meaning = |name: &Name| meaning(program, name, own);
    let label = |name: &Name| match filled.numbers.get(name) {
        Some(written) => Label::Number(written.to_string()),
        None => board.lesson.label(name),
    };
    let block: Block = filled.formula.block(board.pen.look.block_style(Subscripts::Inline), &label);
    if in_blocks {
        let rows = block.rows().iter().map(|pieces| board.pen.look.spans(pieces, &meaning)).collect();
        return Entry { sign, rows, baseline: block.baseline() };
    }
    // With space round its signs where it fits so, closer where it fits so only, and else on several rows.
    let close = board.pen.look.spans(&filled.formula.line(board.pen.look.line_style(), &label), &meaning);
    let open = pieces_of(&block).map(|pieces| board.pen.look.spans(pieces, &meaning));
    match open {
        Some(open) if open.width() <= room || close.width() > room => Entry::line(sign, open),
        _ => Entry::line(sign, close),
    }
}

/// The formula with numbers and the result, each with its sign, to stand on one row; `None` without a result.
pub(super) fn one_row(board: &Board<'_>, page: &Page) -> Option<(Line<'static>, Line<'static>)> {
    let equal = board.pen.look.signs.relations.0;
    if board.scene.is_hidden {
        let hidden = Span::styled(HIDDEN, board.pen.look.theme.of(Meaning::Result));
        return Some((Line::default(), Line::from(vec![Span::raw(format!("{equal} ")), hidden])));
    }
    let shown = page.result.as_ref().ok()?;
    let work = page.work.as_ref();
    let relation = work.map_or(Relation::of(shown.written.exact), |work| work.relation);
    let first = work.and_then(|work| work.lines.first());
    let first = first
        .filter(|line| work.is_some_and(|work| work.lines_before_result().any(|other| std::ptr::eq(*line, other))));
    let mut terms = Line::default();
    if let Some(line) = first {
        terms.push_span(Span::raw(format!("{} ", board.pen.look.relation(line.relation))));
        let entry = entry(board, line.relation, &line.filled, 0, false);
        entry.rows.into_iter().flat_map(|line| line.spans).for_each(|span| terms.push_span(span));
        terms.push_span(Span::raw(" "));
    }
    let value = Span::styled(board.pen.look.value(shown), board.pen.look.theme.of(Meaning::Result));
    Some((terms, Line::from(vec![Span::raw(format!("{} ", board.pen.look.relation(relation))), value])))
}

/// The rows of long sums, each with its total, which is never cut off.
fn sum_rows(board: &Board<'_>, work: &Work, room: usize) -> Vec<Line<'static>> {
    let sum = |row: &Row| {
        let total = board.pen.look.signs.number(&row.total.to_string());
        let total = format!(" {} {total}", board.pen.look.relation(row.relation));
        let left = room.saturating_sub(width(&total));
        let terms = entry(board, row.relation, &row.filled, left, false);
        let terms: Line<'_> = terms.rows.into_iter().flat_map(|line| line.spans).collect();
        let mut line = fit_line(&terms, left, board.pen.look.signs.ellipsis);
        line.spans.insert(0, Span::raw("  "));
        line.push_span(Span::raw(total));
        line
    };
    work.rows.iter().map(sum).collect()
}

/// As many rows as there is room for, and how many there are more.
fn clipped(board: &Board<'_>, mut rows: Vec<Line<'static>>, room: usize) -> Vec<Line<'static>> {
    if rows.len() > room {
        let kept = room.saturating_sub(1);
        let more = board.pen.text("screen-more-rows", &[("count", (rows.len() - kept).into())]);
        rows.truncate(kept);
        if room > 0 {
            rows.push(Line::from(Span::styled(
                format!("{} {more}", board.pen.look.signs.more),
                board.pen.look.theme.faint,
            )));
        }
    }
    rows
}

/// Puts two neighbours that are short enough on one row: the last ones that fit.
fn join_shortest(chain: &mut Vec<Entry>, room: usize) -> bool {
    let width = |entry: &Entry| entry.rows.first().map_or(0, Line::width);
    let joinable = |at: &usize| {
        let (one, two) = (&chain[*at], &chain[*at + 1]);
        one.rows.len() == 1 && two.rows.len() == 1 && width(one) + width(two) + 3 <= room
    };
    // The result keeps a row of its own as long as anything else can be joined.
    let last = chain.len().saturating_sub(1);
    let Some(at) = (0..last.saturating_sub(1)).rev().find(joinable) else {
        return false;
    };
    let next = chain.remove(at + 1);
    let line = &mut chain[at].rows[0];
    line.push_span(Span::styled(format!(" {} ", next.sign), Style::default()));
    next.rows.into_iter().flat_map(|line| line.spans).for_each(|span| line.push_span(span));
    true
}

/// Leaves out lines between the first and the result until the rest and a mark fit; says whether any were.
fn cut_middle(chain: &mut Vec<Entry>, rows: usize) -> bool {
    let mut left_out = false;
    while chain.len() > 1 && chain.len() + usize::from(left_out) > rows {
        if chain.len() > 2 {
            chain.remove(chain.len() - 2);
            left_out = true;
        } else if left_out {
            left_out = false;
        } else {
            chain.remove(0);
        }
    }
    left_out
}
