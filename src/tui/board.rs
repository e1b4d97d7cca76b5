//! The middle of the screen: the question, the formula, why, and where its numbers come from and go to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::descent;
use super::draw::{behind, put, put_right, row};
use super::folded;
use super::look::meaning;
use super::practice;
use super::regions::Regions;
use super::scene::View;
use super::text::{fit, fit_line, width, wrap, wrap_line};
use super::theme::Meaning;
use super::what_if::panel::was;
use super::work;
use crate::formula::{Block, Formula, Label, Name, Piece, Subscripts};
use crate::lesson::Link;

/// Draws the board.
pub(super) fn draw(view: &View<'_>, regions: &Regions, buffer: &mut Buffer) {
    question(view, regions, buffer);
    if practice::board::draw(view, regions, buffer) {
        links(view, regions.links, buffer);
        return;
    }
    if let (Some((name, at)), Ok(page)) = (&view.scene.twin, &view.scene.page) {
        folded::draw(view, page, (name, *at), regions, buffer);
        links(view, regions.links, buffer);
        return;
    }
    formula(view, regions.formula, buffer);
    let left = work::draw(view, regions.work, buffer);
    why(view, regions.why, left, buffer);
    links(view, regions.links, buffer);
}

/// The question, and the name of the step at its right, or where that does not fit in the rule above.
fn question(view: &View<'_>, regions: &Regions, buffer: &mut Buffer) {
    let area = regions.question;
    let theme = &view.look.theme;
    let ellipsis = view.look.signs.ellipsis;
    let Some(first) = row(area, 0) else { return };
    let name = view.scene.step.name.as_str();
    let text = view.plain(&view.lesson.words(view.messages).question(&view.scene.step));
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

/// The formula in two dimensions where it fits, else on one line or several.
pub(super) fn formula(view: &View<'_>, area: Rect, buffer: &mut Buffer) {
    let Some(first) = row(area, 0) else { return };
    let step = &view.scene.step;
    let program = view.lesson.program();
    let meaning = |name: &Name| meaning(program, name, &step.name);
    let (room, rows) = (usize::from(first.width), usize::from(area.height));
    let signs = view.look.signs;
    for subscripts in [Subscripts::Lowered, Subscripts::Inline] {
        let block = assignment(view, subscripts);
        if !block.fits(room) || block.height() > rows {
            continue;
        }
        // The line of the equals sign stays where it is, unless the formula reaches too far.
        let baseline = (rows - 1) / 2;
        let above = baseline.saturating_sub(block.baseline()).min(rows - block.height());
        for (at, pieces) in block.rows().iter().enumerate() {
            if let Some(row) = row(area, above + at) {
                put(buffer, row, &view.look.spans(pieces, &meaning), signs.ellipsis);
            }
        }
        return;
    }
    let written = |name: &Name| view.plain(&view.lesson.written(name));
    let own = written(&step.name);
    let indent = width(&own) + 3;
    let name = Span::styled(own, view.look.theme.of(Meaning::Result));
    let mut spans = vec![name, Span::raw(format!(" {} ", signs.relations.0))];
    let pieces = view.scene.formula.line(view.look.line_style(), &|name| Label::Text(written(name)));
    spans.extend(view.look.spans(&pieces, &meaning).spans);
    for (at, line) in wrap_line(&Line::from(spans), room, indent, rows, signs.ellipsis).iter().enumerate() {
        if let Some(row) = row(area, at) {
            put(buffer, row, line, signs.ellipsis);
        }
    }
}

/// `name = formula`, the sign at the same cell for every step.
fn assignment(view: &View<'_>, subscripts: Subscripts) -> Block {
    let style = view.look.block_style(subscripts);
    let label = |name: &Name| view.lesson.label(name);
    let name = Formula::Name(view.scene.step.name.clone()).block(style, &label);
    let padding = Block::space(view.name_width.saturating_sub(name.width()));
    let sign = Block::operator(view.look.signs.relations.0);
    Block::beside([padding, name, sign, view.scene.formula.block(style, &label)])
}

/// What the author says of the step, unless a what-if gives it another result, and why it is done; where there is no room for both, what the author says.
///
/// It begins on the same row for every step, unless it is so long that it takes rows that the work has left.
fn why(view: &View<'_>, area: Rect, left: u16, buffer: &mut Buffer) {
    let Some(first) = row(area, 0) else { return };
    let Ok(page) = &view.scene.page else { return };
    if view.scene.is_hidden {
        let text = view.text("screen-ask", &[]);
        put(buffer, first, &Line::from(Span::styled(text, view.look.theme.faint)), view.look.signs.ellipsis);
        return;
    }
    let words = view.lesson.words(view.messages);
    let ellipsis = view.look.signs.ellipsis;
    let (room, rows) = (usize::from(first.width), usize::from(area.height + left));
    // What the author says is said of the numbers of the author.
    let note = words.note(&page.step).filter(|_| view.scene.marks.result.is_none());
    let note = note.map(|note| wrap(&view.plain(&note), room, rows, ellipsis)).unwrap_or_default();
    let why = view.plain(&words.why(page));
    let all = wrap(&why, room, usize::MAX, ellipsis);
    let done = view.scene.change.as_ref().and_then(|change| descent::said(view, change));
    let done = done.map(|done| wrap(&done, room, rows, ellipsis)).unwrap_or_default();
    let lines: Vec<String> = match rows.checked_sub(note.len() + done.len()) {
        // What a whole descent did stands in place of the reason for its last update, which is that of the others.
        Some(left) if !done.is_empty() => {
            let all = if all.len() <= left { all } else { Vec::new() };
            [note, all, done].concat()
        }
        Some(left) if note.is_empty() || all.len() <= left => [note, wrap(&why, room, left, ellipsis)].concat(),
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

/// The room between what a step is made from and what it goes into.
const GAP: usize = 3;

/// `from out_o1 (22)  target_o1   to delta_o1 (31)`
fn links(view: &View<'_>, area: Rect, buffer: &mut Buffer) {
    let Some(row) = row(area, 0) else { return };
    let Ok(page) = &view.scene.page else { return };
    let ellipsis = view.look.signs.ellipsis;
    let room = usize::from(row.width);
    let to = listed(view, "screen-to", &page.uses, false);
    let to_room = to.width().min(room / 2);
    // What the numbers were is said where there is room for it.
    // What a step is made from would tell its formula.
    let hides = view.scene.asking.as_ref().is_some_and(|asking| asking.hides_sources);
    let sources: &[Link] = if hides { &[] } else { &page.sources };
    let with_old = listed(view, "screen-from", sources, true);
    let has_room = with_old.width() + GAP + to.width() <= room;
    let from = if has_room { with_old } else { listed(view, "screen-from", sources, false) };
    let from = fit_line(&from, room.saturating_sub(to_room + GAP), ellipsis);
    let gap = if from.width() == 0 { 0 } else { GAP };
    put(buffer, row, &from, ellipsis);
    put(buffer, behind(row, from.width() + gap), &to, ellipsis);
}

fn listed(view: &View<'_>, id: &str, links: &[Link], with_old: bool) -> Line<'static> {
    if links.is_empty() {
        return Line::default();
    }
    let theme = &view.look.theme;
    let program = view.lesson.program();
    let epoch = view.state.position.epoch;
    let mut spans = vec![Span::styled(view.text(id, &[]), theme.faint)];
    for link in links {
        let meaning = meaning(program, &link.name, &view.scene.step.name);
        let style = meaning.map_or_else(Default::default, |meaning| theme.of(meaning));
        spans.push(Span::raw(if spans.len() == 1 { " " } else { "  " }));
        spans.push(Span::styled(link.name.to_string(), style));
        let old = view.scene.marks.sources.get(&link.name).filter(|_| id == "screen-from");
        if old.is_some() {
            spans.push(Span::styled(view.look.signs.changed, theme.notice));
        }
        if let Some(position) = link.position.filter(|position| position.epoch == epoch) {
            spans.push(Span::styled(format!(" ({})", position.number), theme.faint));
        }
        if let Some(old) = old.filter(|_| with_old) {
            spans.push(Span::styled(format!(" {}", was(view, old)), theme.notice));
        }
    }
    Line::from(spans)
}

/// The pieces of one line of a filled formula.
pub(super) fn pieces_of(block: &Block) -> Option<&[Piece]> {
    block.rows().first().map(Vec::as_slice).filter(|_| block.height() == 1)
}
