//! The help page, made from the one key table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::draw::{behind, put, row};
use super::footer;
use super::keys::{Action, Bound, Command, Context};
use super::look::Look;
use super::regions::SMALLEST;
use super::text::{width, wrap};
use super::view::too_small;
use crate::messages::Messages;

/// The sentence of a command takes at most so many rows.
const MOST_ROWS: usize = 4;

/// One row of the page: the keys, and a sentence or a part of one.
struct Row {
    left: String,
    right: String,
    style: Style,
}

/// Draws the page from its line `top`, but always so that it fills the room; gives the line that it begins with.
pub(super) fn draw(messages: &Messages, look: &Look, top: usize, area: Rect, buffer: &mut Buffer) -> usize {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(messages, look, area, buffer);
        return top;
    }
    let signs = look.signs;
    let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
    let only = |command: &Command| command.action != Action::Help;
    footer::hints(messages, look, Context::Help, &only, footer, buffer);
    let area = Rect { height: area.height - 1, ..area };
    let column = look.keymap.commands().map(|bound| width(&keys(bound, look))).max().unwrap_or(0) + 3;
    let column = column.min(usize::from(area.width) / 2);
    let page = page(messages, look, column, usize::from(area.width.saturating_sub(2)));
    let room = usize::from(area.height);
    let fits = page.len() <= room;
    let shown = if fits { room } else { room - 1 };
    let top = top.min(page.len().saturating_sub(shown));
    let below = page.len().saturating_sub(top + shown);
    for (at, line) in page.iter().skip(top).take(shown).enumerate() {
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
    if let (false, Some(row)) = (fits, row(area, shown)) {
        let more = messages.text("help-more", &[("above", top.into()), ("below", below.into())]);
        let more = format!("{} {}", signs.more, signs.plain(&more));
        put(buffer, row, &Line::from(Span::styled(more, look.theme.faint)), signs.ellipsis);
    }
    top
}

fn keys(bound: Bound<'_>, look: &Look) -> String {
    look.signs.plain(&bound.key_names().join("  ")).into_owned()
}

/// The title, a row or more for each command, and how counts work.
fn page(messages: &Messages, look: &Look, column: usize, room: usize) -> Vec<Row> {
    let signs = look.signs;
    let text = |id: &str| signs.plain(&messages.text(id, &[])).into_owned();
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
