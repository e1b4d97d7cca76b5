//! The middle of the screen: the question, the formula, why, and where its numbers come from and go to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::descent;
use super::draw::{behind, put, put_right, row};
use super::folded;
use super::formula;
use super::keys::Action;
use super::look::meaning;
use super::practice;
use super::regions::Regions;
use super::scene::Board;
use super::text::{fit, fit_line, width, wrap};
use super::theme::Meaning;
use super::work;
use crate::formula::Name;
use crate::lesson::Link;
use crate::scenario::See;

/// Draws the board.
pub(super) fn draw(board: &Board<'_>, regions: &Regions, buffer: &mut Buffer) {
    question(board, regions, buffer);
    if practice::board::draw(board, regions, buffer) {
        links(board, regions.links, buffer);
        return;
    }
    if let (Some((name, at)), Ok(page)) = (&board.scene.twin, &board.scene.page) {
        folded::draw(board, page, (name, *at), regions, buffer);
        links(board, regions.links, buffer);
        return;
    }
    formula::draw(board, regions.formula, buffer);
    let left = work::draw(board, regions.work, buffer);
    why(board, regions.why, left, buffer);
    links(board, regions.links, buffer);
}

/// The question, and the name of the step at its right, or where that does not fit in the rule above.
fn question(board: &Board<'_>, regions: &Regions, buffer: &mut Buffer) {
    let area = regions.question;
    let theme = &board.pen.look.theme;
    let ellipsis = board.pen.look.signs.ellipsis;
    let Some(first) = row(area, 0) else { return };
    let name = board.scene.step.name.as_str();
    let text = board.pen.plain(&board.lesson.words(board.pen.messages).question(&board.scene.step));
    let rows = usize::from(area.height);
    let room = usize::from(first.width);
    let mut lines = wrap(&text, room, rows, ellipsis);
    let last = rows.saturating_sub(1);
    // Without a rule above that could take the name, the question leaves room for it.
    let needed = width(name) + 2;
    if regions.rule.height == 0
        && needed < room
        && let Some(line) = lines.get_mut(last).filter(|line| width(line) + needed > room)
    {
        *line = fit(line, room - needed, ellipsis);
    }
    for (at, line) in lines.iter().enumerate() {
        if let Some(row) = row(area, at) {
            put(buffer, row, &Line::from(Span::styled(line.clone(), theme.question)), ellipsis);
        }
    }
    let taken = lines.get(last).map_or(0, |line| width(line) + 2);
    let name = Span::styled(name.to_owned(), theme.of(Meaning::Result));
    match row(area, last) {
        Some(row) if taken + name.width() <= room => put_right(buffer, behind(row, taken), &Line::from(name), ellipsis),
        _ => {
            if let Some(row) = row(regions.rule, 0) {
                put_right(buffer, row, &Line::from(vec![Span::raw(" "), name, Span::raw(" ")]), ellipsis);
            }
        }
    }
}

/// Why a step is done, then what the author says of it, unless a what-if gives it another result; where there is no
/// room for both, what the author says.
///
/// It begins on the same row for every step, unless it is so long that it takes rows that the work has left.
fn why(board: &Board<'_>, area: Rect, left: u16, buffer: &mut Buffer) {
    let Some(first) = row(area, 0) else { return };
    let Ok(page) = &board.scene.page else { return };
    if board.scene.is_hidden {
        let text = board.pen.text("screen-ask", &[]);
        put(buffer, first, &Line::from(Span::styled(text, board.pen.look.theme.faint)), board.pen.look.signs.ellipsis);
        return;
    }
    let words = board.lesson.words(board.pen.messages);
    let ellipsis = board.pen.look.signs.ellipsis;
    let (room, rows) = (usize::from(first.width), usize::from(area.height + left));
    // What the author says is said of the numbers of the author.
    let note = words.note(&page.step).filter(|_| board.scene.marks.result.is_none());
    let note = note.map(|note| with_pointer(board, &page.step.name, note));
    let note = note.map(|note| wrap(&board.pen.plain(&note), room, rows, ellipsis)).unwrap_or_default();
    let why = board.pen.plain(&words.why(page));
    let all = wrap(&why, room, usize::MAX, ellipsis);
    let done = board.scene.change.as_ref().and_then(|change| descent::said(board, change));
    let done = done.map(|done| wrap(&done, room, rows, ellipsis)).unwrap_or_default();
    let lines: Vec<String> = match rows.checked_sub(note.len() + done.len()) {
        // What a whole descent did stands in place of the reason for its last update, which is that of the others.
        Some(left) if !done.is_empty() => {
            let all = if all.len() <= left { all } else { Vec::new() };
            [all, note, done].concat()
        }
        Some(left) if note.is_empty() || all.len() <= left => [wrap(&why, room, left, ellipsis), note].concat(),
        _ if note.is_empty() => done,
        _ => note,
    };
    let above = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_sub(area.height).min(left);
    let area = Rect { y: area.y - above, height: area.height + above, ..area };
    for (at, line) in lines.into_iter().enumerate() {
        if let Some(row) = row(area, at) {
            put(buffer, row, &Line::raw(line), ellipsis);
        }
    }
}

/// A note, and the key of the page that it sends the reader to; none while questions wait, which it could answer.
fn with_pointer(board: &Board<'_>, step: &Name, note: String) -> String {
    let see = board.lesson.see(step).filter(|_| board.state.practice.is_none());
    let Some(see) = see else { return note };
    let (action, what) = pointed(see);
    let what = board.pen.messages.text(what, &[]);
    let pointer =
        board.pen.messages.text("see-pointer", &[("key", board.pen.key(action).into()), ("what", what.into())]);
    board.pen.messages.text("lesson-sentences", &[("first", note.into()), ("second", pointer.into())])
}

/// The key that opens a page, and what is seen there.
fn pointed(see: See) -> (Action, &'static str) {
    match see {
        See::Steps => (Action::ShowSteps, "see-steps"),
        See::Table => (Action::ShowTable, "see-table"),
        See::Check => (Action::ShowCheck, "see-check"),
        See::WhatIf => (Action::WhatIf, "see-what-if"),
        See::Training => (Action::ShowTraining, "see-training"),
        See::Parameters => (Action::ShowTraining, "see-parameters"),
        See::Answers => (Action::ShowTraining, "see-answers"),
        See::Slice => (Action::ShowTraining, "see-slice"),
        See::Rates => (Action::ShowTraining, "see-rates"),
        See::Runs => (Action::ShowTraining, "see-runs"),
    }
}

/// The room between what a step is made from and what it goes into.
const GAP: usize = 3;

/// `from out_o1 (22)  target_o1   to delta_o1 (31)`
fn links(board: &Board<'_>, area: Rect, buffer: &mut Buffer) {
    let Some(row) = row(area, 0) else { return };
    let Ok(page) = &board.scene.page else { return };
    let ellipsis = board.pen.look.signs.ellipsis;
    let room = usize::from(row.width);
    let to = listed(board, "screen-to", &page.uses, false);
    let to_room = to.width().min(room / 2);
    // What the numbers were is said where there is room for it.
    // What a step is made from would tell its formula.
    let hides = board.scene.asking.as_ref().is_some_and(|asking| asking.hides_sources);
    let sources: &[Link] = if hides { &[] } else { &page.sources };
    let with_old = listed(board, "screen-from", sources, true);
    let has_room = with_old.width() + GAP + to.width() <= room;
    let from = if has_room { with_old } else { listed(board, "screen-from", sources, false) };
    let from = fit_line(&from, room.saturating_sub(to_room + GAP), ellipsis);
    let gap = if from.width() == 0 { 0 } else { GAP };
    put(buffer, row, &from, ellipsis);
    put(buffer, behind(row, from.width() + gap), &to, ellipsis);
}

fn listed(board: &Board<'_>, id: &str, links: &[Link], with_old: bool) -> Line<'static> {
    if links.is_empty() {
        return Line::default();
    }
    let theme = &board.pen.look.theme;
    let program = board.lesson.program();
    let epoch = board.state.position.epoch;
    let mut spans = vec![Span::styled(board.pen.text(id, &[]), theme.faint)];
    for link in links {
        let meaning = meaning(program, &link.name, &board.scene.step.name);
        let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
        spans.push(Span::raw(if spans.len() == 1 { " " } else { "  " }));
        spans.push(Span::styled(link.name.to_string(), style));
        let old = board.scene.marks.sources.get(&link.name).filter(|_| id == "screen-from");
        if old.is_some() {
            spans.push(Span::styled(board.pen.look.signs.changed, theme.notice));
        }
        if let Some(position) = link.position.filter(|position| position.epoch == epoch) {
            spans.push(Span::styled(format!(" ({})", position.number), theme.faint));
        }
        if let Some(old) = old.filter(|_| with_old) {
            spans.push(Span::styled(format!(" {}", board.pen.was(old)), theme.notice));
        }
    }
    Line::from(spans)
}
