//! The help page, made from the one key table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::draw::{behind, put, row};
use super::hints;
use super::keys::{Action, Bound, Context};
use super::look::Look;
use super::pen::Pen;
use super::text::{width, wrap};

/// The sentence of a command takes at most so many rows.
const MOST_ROWS: usize = 4;

/// One row of the page: the keys, and a sentence or a part of one.
struct Row {
    left: String,
    right: String,
    style: Style,
}

/// The page, and the row that it begins with.
pub(super) struct Help {
    rows: Vec<Row>,
    top: usize,
    /// How many cells the keys have.
    column: usize,
}

impl Help {
    /// The page from its row `top`, but always so that it fills the room.
    pub(super) fn prepare(pen: &Pen<'_>, top: usize, area: Rect) -> Self {
        let look = pen.look;
        let column = look.keymap.commands().map(|bound| width(&keys(bound, look))).max().unwrap_or(0) + 3;
        let column = column.min(usize::from(area.width) / 2);
        let rows = page(pen, column, usize::from(area.width.saturating_sub(2)));
        let top = top.min(rows.len().saturating_sub(shown(rows.len(), area)));
        Self { rows, top, column }
    }

    /// The row that it begins with.
    pub(super) fn top(&self) -> usize {
        self.top
    }

    /// Draws the page.
    pub(super) fn draw(&self, pen: &Pen<'_>, area: Rect, buffer: &mut Buffer) {
        if Pen::is_too_small(area) {
            pen.too_small(area, buffer);
            return;
        }
        let Self { rows, top, column } = self;
        let (top, column) = (*top, *column);
        let signs = pen.look.signs;
        let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
        hints::draw(pen, Context::Help, &|command| command.action != Action::Help, footer, buffer);
        let shown = shown(rows.len(), area);
        let below = rows.len().saturating_sub(top + shown);
        for (at, line) in rows.iter().skip(top).take(shown).enumerate() {
            let Some(row) = row(area, at) else { break };
            let left = Line::from(Span::styled(line.left.as_str(), line.style));
            if line.right.is_empty() {
                put(buffer, row, &left, signs.ellipsis);
                continue;
            }
            let narrow = Rect { width: u16::try_from(column).unwrap_or(row.width).saturating_sub(1), ..row };
            put(buffer, narrow, &left, signs.ellipsis);
            put(buffer, behind(row, column), &Line::raw(line.right.as_str()), signs.ellipsis);
        }
        if let (true, Some(row)) = (top > 0 || below > 0, row(area, shown)) {
            let more = pen.text("help-more", &[("above", top.into()), ("below", below.into())]);
            let more = format!("{} {more}", signs.more);
            put(buffer, row, &Line::from(Span::styled(more, pen.look.theme.faint)), signs.ellipsis);
        }
    }
}

/// How many of so many rows are shown: above the keys, and where not all fit above how many there are more.
fn shown(rows: usize, area: Rect) -> usize {
    let room = usize::from(area.height.saturating_sub(1));
    if rows <= room { room } else { room.saturating_sub(1) }
}

fn keys(bound: Bound<'_>, look: &Look) -> String {
    look.signs.plain(&bound.key_names().join("  ")).into_owned()
}

/// The title, a row or more for each command, and how counts work.
fn page(pen: &Pen<'_>, column: usize, room: usize) -> Vec<Row> {
    let look = pen.look;
    let signs = look.signs;
    let text = |id: &str| pen.text(id, &[]);
    let whole = |text: String, style: Style| Row { left: text, right: String::new(), style };
    let mut page = vec![whole(text("help-title"), look.theme.title)];
    for bound in look.keymap.commands() {
        let sentence = wrap(&text(bound.command.help), room.saturating_sub(column), MOST_ROWS, signs.ellipsis);
        for (at, right) in sentence.into_iter().enumerate() {
            let left = if at == 0 { keys(bound, look) } else { String::new() };
            page.push(Row { left, right, style: look.theme.key });
        }
    }
    let counts = wrap(&text("help-counts"), room, MOST_ROWS, signs.ellipsis);
    page.extend(counts.into_iter().map(|line| whole(line, look.theme.faint)));
    page
}
