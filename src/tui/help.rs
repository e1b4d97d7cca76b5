//! The help page, made from the one key table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{behind, put, row};
use super::keys::COMMANDS;
use super::look::Look;
use super::text::width;
use crate::messages::Messages;

/// How many lines the page has.
pub(super) fn lines() -> usize {
    // The title, the commands, and how counts work.
    COMMANDS.len() + 2
}

/// Draws the page from its line `top`, but always so that it fills the room.
pub(super) fn draw(messages: &Messages, look: &Look, top: usize, area: Rect, buffer: &mut Buffer) {
    let signs = look.signs;
    let text = |id: &str| signs.plain(&messages.text(id, &[])).into_owned();
    let keys = |command: &super::keys::Command| signs.plain(&command.key_names().join("  ")).into_owned();
    let room = usize::from(area.height);
    let column = COMMANDS.iter().map(|command| width(&keys(command))).max().unwrap_or(0) + 3;
    let column = column.min(usize::from(area.width) / 2);
    let mut page = vec![(Line::from(Span::styled(text("help-title"), look.theme.title)), None)];
    page.extend(COMMANDS.iter().map(|command| {
        (Line::from(Span::styled(keys(command), look.theme.key)), Some(Line::raw(text(command.help))))
    }));
    page.push((Line::from(Span::styled(text("help-counts"), look.theme.faint)), None));
    let fits = page.len() <= room;
    let shown = if fits { room } else { room.saturating_sub(1) };
    let top = top.min(page.len().saturating_sub(shown));
    let behind_it = page.len().saturating_sub(top + shown);
    for (at, (left, right)) in page.into_iter().skip(top).take(shown).enumerate() {
        let Some(row) = row(area, at) else { return };
        match right {
            None => put(buffer, row, &left, signs.ellipsis),
            Some(right) => {
                let narrow = Rect { width: u16::try_from(column).unwrap_or(row.width).saturating_sub(1), ..row };
                put(buffer, narrow, &left, signs.ellipsis);
                put(buffer, behind(row, column), &right, signs.ellipsis);
            }
        }
    }
    if let (false, Some(row)) = (fits, row(area, shown)) {
        let more = messages.text("help-more", &[("above", top.into()), ("below", behind_it.into())]);
        let more = format!("{} {}", signs.more, signs.plain(&more));
        put(buffer, row, &Line::from(Span::styled(more, look.theme.faint)), signs.ellipsis);
    }
}
