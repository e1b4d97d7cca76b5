//! Text cut and wrapped by the cells that it takes on screen; nothing is ever cut without a sign of it.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// What a reader sees as one letter, with its look.
#[derive(Clone)]
struct Cell {
    text: String,
    style: Style,
    width: usize,
}

fn cells(line: &Line<'_>) -> Vec<Cell> {
    line.styled_graphemes(Style::default())
        .map(|cell| Cell { text: cell.symbol.to_owned(), style: cell.style, width: cell.symbol.width() })
        .collect()
}

fn total(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| cell.width).sum()
}

/// Puts cells together, those of one look in one span.
fn joined(cells: &[Cell]) -> Line<'static> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    for cell in cells {
        match spans.last_mut() {
            Some(last) if last.style == cell.style => last.content.to_mut().push_str(&cell.text),
            _ => spans.push(Span::styled(cell.text.clone(), cell.style)),
        }
    }
    Line::from(spans)
}

/// Cuts cells that are wider than `room`, so that they end with `ellipsis`.
fn cut(mut cells: Vec<Cell>, room: usize, ellipsis: &str) -> Vec<Cell> {
    if total(&cells) <= room {
        return cells;
    }
    let mark = ellipsis.width();
    let mut kept = 0;
    let fitting = cells.iter().take_while(|cell| {
        kept += cell.width;
        kept + mark <= room
    });
    let fitting = fitting.count();
    cells.truncate(fitting);
    while cells.last().is_some_and(|cell| cell.text == " ") {
        cells.pop();
    }
    if mark <= room {
        let style = cells.last().map_or_else(Style::default, |cell| cell.style);
        cells.push(Cell { text: ellipsis.to_owned(), style, width: mark });
    }
    cells
}

/// Cuts a line to `room` cells; what is cut off is shown by `ellipsis`.
pub(super) fn fit_line(line: &Line<'_>, room: usize, ellipsis: &str) -> Line<'static> {
    joined(&cut(cells(line), room, ellipsis))
}

/// Cuts a text to `room` cells; what is cut off is shown by `ellipsis`.
pub(super) fn fit(text: &str, room: usize, ellipsis: &str) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    fit_line(&Line::raw(text), room, ellipsis).to_string()
}

/// Whether a line may end before `next`.
fn may_break(before: &Cell, next: &Cell) -> bool {
    let closing = ["，", "。", "：", "；", "！", "？", "、", "）", "》", "”"];
    if closing.contains(&next.text.as_str()) || ["（", "《", "“"].contains(&before.text.as_str()) {
        return false;
    }
    matches!(before.text.as_str(), " " | "·" | "*" | "/") || before.width == 2 || next.width == 2
}

/// Breaks a line into rows of `room` cells, the second and later ones indented by `indent`; at most `rows`, the last
/// of which is cut with `ellipsis`.
pub(super) fn wrap_line(
    line: &Line<'_>,
    room: usize,
    indent: usize,
    rows: usize,
    ellipsis: &str,
) -> Vec<Line<'static>> {
    let mut rest = cells(line);
    let mut wrapped = Vec::new();
    while !rest.is_empty() && wrapped.len() < rows {
        let indent = if wrapped.is_empty() { 0 } else { indent.min(room / 2) };
        let mut row = vec![Cell { text: " ".into(), style: Style::default(), width: 1 }; indent];
        let room = room - indent;
        if total(&rest) <= room || wrapped.len() + 1 == rows {
            row.extend(cut(std::mem::take(&mut rest), room, ellipsis));
        } else {
            let mut tail = rest.split_off(break_before(&rest, room));
            while tail.first().is_some_and(|cell| cell.text == " ") {
                tail.remove(0);
            }
            row.extend(std::mem::replace(&mut rest, tail));
        }
        while row.last().is_some_and(|cell| cell.text == " ") {
            row.pop();
        }
        wrapped.push(joined(&row));
    }
    wrapped
}

/// How many cells stand on the first row.
fn break_before(cells: &[Cell], room: usize) -> usize {
    let mut taken = 0;
    let mut last = None;
    for (at, cell) in cells.iter().enumerate() {
        // A space may hang over the edge.
        if at > 0 && may_break(&cells[at - 1], cell) && taken <= room + usize::from(cells[at - 1].text == " ") {
            last = Some(at);
        }
        taken += cell.width;
        if taken > room && cell.text != " " {
            return last.unwrap_or(at).max(1);
        }
    }
    cells.len()
}

/// Breaks a text into at most `rows` rows; a line break in it is kept.
pub(super) fn wrap(text: &str, room: usize, rows: usize, ellipsis: &str) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut paragraphs = text.lines().peekable();
    while let Some(paragraph) = paragraphs.next() {
        let left = rows.saturating_sub(wrapped.len());
        if left == 0 {
            break;
        }
        let mut lines = wrap_line(&Line::raw(paragraph), room, 0, left, ellipsis);
        if lines.is_empty() {
            lines.push(Line::default());
        }
        wrapped.extend(lines.iter().map(ToString::to_string));
        if wrapped.len() == rows && paragraphs.peek().is_some() {
            let last = wrapped.pop().unwrap_or_default();
            wrapped.push(fit(&format!("{} {ellipsis}", fit(&last, room.saturating_sub(4), "")), room, ellipsis));
        }
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays_and_what_is_cut_says_so() {
        assert_eq!(fit("0.40", 4, "…"), "0.40");
        assert_eq!(fit("0.751365070", 6, "…"), "0.751…");
        assert_eq!(fit("正向传播", 5, "…"), "正向…", "half of a wide letter is never shown");
        assert_eq!(fit("abc", 2, "..."), "", "nothing can be said in less room than the sign takes");
    }

    #[test]
    fn lines_break_at_spaces_and_between_wide_letters() {
        assert_eq!(wrap("one two three", 7, 9, "…"), ["one two", "three"]);
        assert_eq!(wrap("one two three four", 7, 2, "…"), ["one two", "three…"]);
        assert_eq!(wrap("误差会怎样变化？", 7, 9, "…"), ["误差会", "怎样变", "化？"]);
        assert_eq!(wrap("abcdefgh", 3, 9, "…"), ["abc", "def", "gh"]);
    }

    #[test]
    fn a_stop_never_begins_a_row() {
        assert_eq!(wrap("误差变化。", 8, 9, "…"), ["误差变", "化。"]);
    }

    #[test]
    fn later_rows_are_indented() {
        let rows = wrap_line(&Line::raw("= a + b + c + d"), 9, 2, 9, "…");
        let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
        assert_eq!(rows, ["= a + b +", "  c + d"]);
    }
}
