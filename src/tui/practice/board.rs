//! The board at a step that is asked: the formula as far as it may be seen, the line of the answer, hints, and what
//! is said of the answer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::{Asking, Practising};
use crate::practice::{Entry, Outcome, QuestionKind, Reply, Rung, Sentences, Standing, with_numbers};
use crate::tui::draw::{behind, put, row};
use crate::tui::formula;
use crate::tui::keys::Action;
use crate::tui::regions::Regions;
use crate::tui::scene::Board;
use crate::tui::text::{width, wrap};
use crate::tui::theme::Meaning;
use crate::tui::work;

/// Rows of work that stay beside what is said of an answer.
const LEAST_WORK: usize = 2;

/// A text, and how it looks.
type Said = (String, Style);

/// Draws the board where something is asked; false where nothing is.
pub(in crate::tui) fn draw(board: &Board<'_>, regions: &Regions, buffer: &mut Buffer) -> bool {
    let (Some(asking), Some(practice)) = (&board.scene.asking, &board.state.practice) else { return false };
    let Some(entry) = practice.session.entry(asking.place) else { return false };
    let below = Rect { height: regions.work.height + regions.why.height, ..regions.work };
    if entry.is_open() {
        formula::draw(board, regions.formula, buffer);
        line(board, practice, entry, below, buffer);
        let is_typing = practice.line.is_some();
        put_all(board, &open(board, asking, (entry, is_typing), below), behind_first(below), buffer);
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
    if is_tight(&rows) && practice.line.as_deref() == Some("") && rows.len() > 1 {
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

fn behind_first(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
}

/// The line in which the answer is typed, its sign below that of the formula.
fn line(board: &Board<'_>, practice: &Practising, entry: &Entry, area: Rect, buffer: &mut Buffer) {
    let Some(first) = row(area, 0) else { return };
    let theme = &board.pen.look.theme;
    let ellipsis = board.pen.look.signs.ellipsis;
    let place = behind(first, board.scene.name_width + 1);
    let sign = match entry.question.kind {
        QuestionKind::Result => board.pen.look.signs.relations.0,
        QuestionKind::Factor(_) => "?",
    };
    let mut spans = vec![Span::styled(format!("{sign} "), theme.question)];
    match &practice.line {
        None => {
            let left = board.pen.text("practice-line-left", &[("key", board.pen.key(Action::Next).into())]);
            spans.push(Span::styled(left, theme.faint));
        }
        Some(text) => {
            let room = usize::from(place.width).saturating_sub(3);
            spans.push(Span::styled(board.pen.plain(end_of(text, room)), theme.of(Meaning::Result)));
            spans.push(Span::styled(" ", Style::new().add_modifier(Modifier::REVERSED)));
            if text.is_empty() {
                let id = match entry.question.kind {
                    QuestionKind::Result => "practice-line-number",
                    QuestionKind::Factor(_) => "practice-line-factor",
                };
                spans.push(Span::styled(format!(" {}", board.pen.text(id, &[])), theme.faint));
            }
        }
    }
    put(buffer, place, &Line::from(spans), ellipsis);
}

/// As much of a text as fits, from its end.
fn end_of(text: &str, room: usize) -> &str {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.map(|at| text.split_at(at).1).find(|rest| width(rest) <= room).unwrap_or("")
}

/// What stands below the line of an open question: what could not be read, what is accepted, the hints; where there is
/// no room for all, the last ones.
fn open(board: &Board<'_>, asking: &Asking, (entry, is_typing): (&Entry, bool), area: Rect) -> Vec<Said> {
    let theme = &board.pen.look.theme;
    let sentences = Sentences::new(board.lesson, board.pen.messages);
    let reply = entry.reply.as_ref().filter(|_| is_typing);
    let unread = reply.into_iter().flat_map(|reply| sentences.reply(reply, None)).map(|text| (text, theme.notice));
    let unread = wrapped(board, &unread.collect::<Vec<_>>(), area);
    let accepted = wrapped(board, &[(sentences.tolerance(&entry.question), theme.faint)], area);
    let hints: Vec<Said> = asking.hints.iter().filter_map(|rung| hint(board, asking, entry, rung)).collect();
    let mut hints = wrapped(board, &hints, area);
    let room = usize::from(area.height).saturating_sub(1 + unread.len());
    if hints.len() + accepted.len() <= room {
        return [unread, accepted, hints].concat();
    }
    if hints.is_empty() {
        return [unread, accepted].concat();
    }
    hints.drain(..hints.len().saturating_sub(room));
    [unread, hints].concat()
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
            let mut lines = sentences.reply(reply, asking.page.result.as_ref().ok()).into_iter();
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
    match practice.line.as_deref() {
        Some("") => {
            let key = board.pen.key(Action::Answer);
            said.push((board.pen.text("practice-goes-on", &[("key", key.into())]), theme.faint));
        }
        Some(line) => {
            said.push((board.pen.text("practice-changed", &[("text", line.into())]), theme.of(Meaning::Result)));
        }
        None => {}
    }
    said
}

/// Behind a right answer the reason, where there is room for all of it.
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
