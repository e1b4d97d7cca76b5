//! The board at a step that is asked: the formula as far as it may be seen, the line of the answer, hints, and what
//! is said of the answer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::operands::Operands;
use super::{Asking, Practising};
use crate::practice::{Entry, Outcome, QuestionKind, Reply, Rung, Sentences, Standing, with_numbers};
use crate::tui::draw::{put, row};
use crate::tui::formula;
use crate::tui::keys::Action;
use crate::tui::regions::Regions;
use crate::tui::scene::Board;
use crate::tui::text::{width, wrap};
use crate::tui::theme::Meaning;
use crate::tui::work;

/// Rows of work that stay beside what is said of an answer.
const LEAST_WORK: usize = 2;

/// Rows of what is said that stay beside what a question reads.
const LEAST_SAID: usize = 3;

/// A text, and how it looks.
type Said = (String, Style);

/// Draws the board where something is asked; false where nothing is.
pub(in crate::tui) fn draw(board: &Board<'_>, regions: &Regions, buffer: &mut Buffer) -> bool {
    let (Some(asking), Some(practice)) = (&board.scene.asking, &board.state.practice) else { return false };
    let Some(entry) = practice.session.entry(asking.place) else { return false };
    let below = Rect { height: regions.work.height + regions.why.height, ..regions.work };
    if entry.is_open() {
        open(board, asking, practice, entry, regions, buffer);
        return true;
    }
    let said = settled(board, asking, practice, entry);
    if board.scene.is_hidden {
        // Another question waits at the same step.
        formula::draw(board, regions.formula, buffer);
        put_all(board, &wrapped(board, &said, below), below, buffer);
        return true;
    }
    let mut rows = wrapped(board, &said, below);
    let is_tight = |rows: &[Said]| rows.len() + LEAST_WORK > usize::from(below.height);
    // Where there is little room, first how it goes on is not said, then the formula gives way.
    if is_tight(&rows) && practice.line.is_open() && rows.len() > 1 {
        rows.pop();
    }
    let is_tight = is_tight(&rows);
    let area = if is_tight {
        Rect { y: regions.formula.y, height: regions.formula.height + below.height, ..below }
    } else {
        formula::draw(board, regions.formula, buffer);
        below
    };
    let room = usize::from(area.height);
    let taken = rows.len().min(room.saturating_sub(1));
    let of_work = Rect { height: cells(room - taken), ..area };
    let left = work::draw(board, of_work, buffer);
    let of_words = Rect { y: of_work.bottom() - left, height: cells(taken) + left, ..area };
    put_all(board, &with_why(board, entry, rows, of_words), of_words, buffer);
    true
}

fn cells(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// What is asked: the formula as far as it may be seen, what it reads, the line of the answer, and what is said.
fn open(
    board: &Board<'_>,
    asking: &Asking,
    practice: &Practising,
    entry: &Entry,
    regions: &Regions,
    buffer: &mut Buffer,
) {
    let height = regions.formula.height + regions.work.height + regions.why.height;
    let area = Rect { height, ..regions.formula };
    let Some(first) = row(area, 0) else { return };
    let said = said(board, asking, (entry, practice.line.is_open()), area);
    let (room, rows) = (usize::from(first.width), usize::from(height));
    // What is said may be cut off at its end; what a question reads may not.
    // What is accepted may be cut off whole.
    let is_new = asking.hints.is_empty() && entry.reply.is_none();
    let of_said = if is_new { 0 } else { said.len().min(LEAST_SAID) };
    let least = 1 + of_said + usize::from(!asking.hides_formula);
    let operands = Operands::of(board, asking, practice.page, room, rows.saturating_sub(least).max(1));
    let used = operands.rows.len() + 1 + said.len();
    let mut at = 0;
    if !asking.hides_formula {
        let left = rows.saturating_sub(used).clamp(1, usize::from(regions.formula.height));
        formula::draw(board, Rect { height: cells(left), ..area }, buffer);
        at += left;
    }
    // Room that is left over separates.
    let mut left_over = rows.saturating_sub(at + used);
    let mut space = |at: &mut usize| {
        if left_over > 0 {
            *at += 1;
            left_over -= 1;
        }
    };
    space(&mut at);
    for line in &operands.rows {
        if let Some(place) = row(area, at) {
            put(buffer, place, line, board.pen.look.signs.ellipsis);
        }
        at += 1;
    }
    if !operands.rows.is_empty() {
        space(&mut at);
    }
    if let Some(place) = row(area, at) {
        line(board, practice, entry, asking, place, buffer);
    }
    at += 1;
    space(&mut at);
    let at = cells(at).min(height);
    put_all(board, &said, Rect { y: area.y + at, height: height - at, ..area }, buffer);
}

/// The line in which the answer is typed.
fn line(board: &Board<'_>, practice: &Practising, entry: &Entry, asking: &Asking, place: Rect, buffer: &mut Buffer) {
    let theme = &board.pen.look.theme;
    let signs = board.pen.look.signs;
    let equals = signs.relations.0;
    let lead = match entry.question.kind {
        QuestionKind::Result => {
            let name = board.pen.plain(&board.lesson.written(&asking.page.step.name));
            format!("{name} {equals} ")
        }
        QuestionKind::Factor(_) => format!("? {equals} "),
    };
    let mut spans = vec![Span::styled(lead.clone(), theme.question)];
    let typed = &practice.line;
    if typed.is_open() {
        let style = theme.of(Meaning::Result);
        let reversed = style.add_modifier(Modifier::REVERSED);
        let room = usize::from(place.width).saturating_sub(width(&lead) + 1);
        let (before, after) = around_cursor(typed.text(), typed.cursor(), room);
        if typed.is_refused() {
            spans.push(Span::styled(board.pen.plain(&format!("{before}{after}")), reversed));
        } else {
            let mut after = after.chars();
            let at_cursor = after.next().unwrap_or(' ');
            spans.push(Span::styled(board.pen.plain(&before), style));
            spans.push(Span::styled(board.pen.plain(&at_cursor.to_string()), reversed));
            spans.push(Span::styled(board.pen.plain(after.as_str()), style));
        }
        if typed.text().is_empty() {
            let id = match entry.question.kind {
                QuestionKind::Result => "practice-line-number",
                QuestionKind::Factor(_) => "practice-line-factor",
            };
            spans.push(Span::styled(format!(" {}", board.pen.text(id, &[])), theme.faint));
        }
    } else {
        let values = [("key", board.pen.key(Action::Next).into()), ("end", board.pen.key(Action::Practise).into())];
        let left = board.pen.text("practice-line-left", &values);
        spans.push(Span::styled(left, theme.faint));
    }
    put(buffer, place, &Line::from(spans), signs.ellipsis);
}

/// What is before the cursor, as much of it as fits, and what is after it.
fn around_cursor(text: &str, cursor: usize, room: usize) -> (String, String) {
    let at = text.char_indices().nth(cursor).map_or(text.len(), |(at, _)| at);
    let (before, after) = text.split_at(at);
    let starts = before.char_indices().map(|(at, _)| at).chain([before.len()]);
    let fitting = starts.map(|at| before.split_at(at).1).find(|rest| width(rest) <= room).unwrap_or("");
    (fitting.to_owned(), after.to_owned())
}

/// What is said below the line of an open question: what is wrong with the last answer, the hints, what is accepted.
fn said(board: &Board<'_>, asking: &Asking, (entry, is_typing): (&Entry, bool), area: Rect) -> Vec<Said> {
    let theme = &board.pen.look.theme;
    let sentences = Sentences::new(board.lesson, board.pen.messages);
    let of_reply = |reply: &Reply| {
        if reply.is_answer() {
            sentences.try_again(entry, &asking.page, board.pen.look.line_style())
        } else {
            sentences.reply(reply, None)
        }
    };
    let reply = entry.reply.as_ref().filter(|_| is_typing);
    let mut said: Vec<Said> = reply.into_iter().flat_map(of_reply).map(|text| (text, theme.notice)).collect();
    said.extend(asking.hints.iter().filter_map(|rung| hint(board, asking, entry, rung)));
    if said.is_empty() {
        said.push((sentences.tolerance(&entry.question), theme.faint));
    }
    wrapped(board, &said, area)
}

fn hint(board: &Board<'_>, asking: &Asking, entry: &Entry, rung: &Rung) -> Option<Said> {
    let theme = &board.pen.look.theme;
    let (equal, about) = board.pen.look.signs.relations;
    let text = match rung {
        Rung::Author(text) => text.in_language(board.pen.messages.language().tag()).to_owned(),
        // It stands in the place of the formula.
        Rung::Symbols => return None,
        Rung::Numbers => {
            let (relation, line) =
                with_numbers(board.lesson, &asking.page, &entry.question, board.pen.look.line_style())?;
            format!("{} {line}", board.pen.look.relation(relation))
        }
        Rung::Answer => match &entry.question.kind {
            QuestionKind::Factor(factor) => {
                board.pen.text("practice-missing", &[("factor", board.lesson.written(factor).into())])
            }
            QuestionKind::Result => {
                let shown = asking.page.result.as_ref().ok()?;
                let sign = if shown.written.exact { equal } else { about };
                return Some((format!("{sign} {}", board.pen.look.value(shown)), theme.of(Meaning::Result)));
            }
        },
    };
    Some((text, Style::default()))
}

/// What is said of a question that is settled, and how it goes on.
fn settled(board: &Board<'_>, asking: &Asking, practice: &Practising, entry: &Entry) -> Vec<Said> {
    let theme = &board.pen.look.theme;
    let signs = board.pen.look.signs;
    let sentences = Sentences::new(board.lesson, board.pen.messages);
    let mut said = Vec::new();
    let reply = entry.reply.as_ref().filter(|reply| reply.is_answer() || entry.record.attempts > 0);
    match (reply, entry.record.standing) {
        (Some(reply), _) => {
            let is_right = entry.record.standing == Standing::Right;
            let (sign, style) = if is_right { (signs.right, theme.question) } else { (signs.wrong, theme.fault) };
            let mut lines = sentences.reply(reply, asking.result.as_ref()).into_iter();
            let typed = match reply {
                Reply::Number(number) => format!("{}: ", number.text),
                _ => String::new(),
            };
            said.extend(lines.next().map(|verdict| (format!("{sign} {typed}{verdict}"), style)));
            said.extend(lines.map(|line| (line, Style::default())));
        }
        (None, Standing::Skipped) => said.push((sentences.outcome_sentence(Outcome::Skipped), theme.notice)),
        (None, _) => {
            said.push((sentences.outcome_sentence(Outcome::Peeked), theme.notice));
            if let QuestionKind::Factor(factor) = &entry.question.kind {
                let values = [("factor", board.lesson.written(factor).into())];
                said.push((board.pen.text("practice-missing", &values), Style::default()));
            }
        }
    }
    if let (Some(reply), Some(result), Standing::Right) = (reply, &asking.result, entry.record.standing) {
        said.extend(sentences.go_on_with(reply, result).map(|line| (line, Style::default())));
    }
    if let (QuestionKind::Factor(factor), Standing::Wrong) = (&entry.question.kind, entry.record.standing) {
        let values = [("factor", board.lesson.written(factor).into())];
        said.push((board.pen.text("practice-missing", &values), Style::default()));
    }
    if practice.line.is_open() {
        let key = board.pen.key(Action::Answer);
        said.push((board.pen.text("practice-goes-on", &[("key", key.into())]), theme.faint));
    }
    said
}

/// After a right answer the reason, where there is room for all of it.
fn with_why(board: &Board<'_>, entry: &Entry, mut rows: Vec<Said>, area: Rect) -> Vec<Said> {
    let Ok(page) = &board.scene.page else { return rows };
    if entry.record.standing == Standing::Wrong {
        return rows;
    }
    let why = board.lesson.words(board.pen.messages).why(page);
    let why = wrapped(board, &[(why, Style::default())], area);
    if rows.len() + why.len() <= usize::from(area.height) {
        rows.extend(why);
    }
    rows
}

/// Texts broken into rows.
fn wrapped(board: &Board<'_>, said: &[Said], area: Rect) -> Vec<Said> {
    let room = row(Rect { height: 1, ..area }, 0).map_or(0, |first| usize::from(first.width));
    let ellipsis = board.pen.look.signs.ellipsis;
    let rows = |(text, style): &Said| {
        let style = *style;
        wrap(&board.pen.plain(text), room, usize::MAX, ellipsis).into_iter().map(move |line| (line, style))
    };
    said.iter().flat_map(rows).collect()
}

fn put_all(board: &Board<'_>, rows: &[Said], area: Rect, buffer: &mut Buffer) {
    for (at, (text, style)) in rows.iter().enumerate() {
        if let Some(place) = row(area, at) {
            put(buffer, place, &Line::from(Span::styled(text.as_str(), *style)), board.pen.look.signs.ellipsis);
        }
    }
}
