//! The top of the screen: which lesson, where in it, and what is agreed on.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::draw::{behind, put, put_right, row, rule};
use super::manner;
use super::practice::Practising;
use super::regions::Regions;
use super::scene::Board;
use super::text::{fit, width};
use super::what_if::panel::changes;
use crate::practice::TRIES;
use crate::run::LineOf;

/// A title is cut to no fewer cells than this before the place is.
const SHORTEST_TITLE: usize = 16;

/// Draws the header and the progress.
pub(super) fn draw(board: &Board<'_>, regions: &Regions, buffer: &mut Buffer) {
    let theme = &board.pen.look.theme;
    let ellipsis = board.pen.look.signs.ellipsis;
    if let Some(first) = row(regions.header, 0) {
        let room = usize::from(first.width);
        let for_title = if regions.header.height > 1 { SHORTEST_TITLE.min(room / 3) + 2 } else { 0 };
        let place = place(board, room - for_title);
        let title = board.lesson.scenario().title.in_language(board.pen.messages.language().tag());
        let title = match &board.state.run {
            Some(run) => board.pen.plain(&format!("{run} · {title}")),
            None => board.pen.plain(title),
        };
        let left = room.saturating_sub(width(&place) + 2);
        if regions.header.height > 1 || left >= SHORTEST_TITLE {
            let title = fit(&title, left.max(SHORTEST_TITLE.min(room / 3)), ellipsis);
            put(buffer, first, &Line::from(Span::styled(title.clone(), theme.title)), ellipsis);
            put_right(buffer, behind(first, width(&title) + 2), &Line::raw(place), ellipsis);
        } else {
            put(buffer, first, &Line::raw(place), ellipsis);
        }
    }
    if let Some(second) = row(regions.header, 1) {
        let changed = changes(board, second.width.into());
        let taken = changed.as_ref().map_or(0, |changed| width(changed) + 4);
        if let Some(changed) = changed {
            put(buffer, second, &Line::from(Span::styled(changed, theme.notice)), ellipsis);
        }
        let second = behind(second, taken);
        let words = board.lesson.words(board.pen.messages).header(second.width.into());
        let phrases: Vec<String> = words.iter().map(|phrase| board.pen.plain(phrase)).collect();
        put(buffer, second, &Line::from(Span::styled(phrases.join("    "), theme.faint)), ellipsis);
    }
    progress(board, regions, buffer);
}

/// `epoch 1 · sample 1 of 4 · backward, output layer · 41 of 85`
///
/// What does not fit into `room` is left out, the number of the step last.
fn place(board: &Board<'_>, room: usize) -> String {
    let lesson = board.lesson;
    let position = board.state.position;
    let epoch = position.epoch;
    let mut parts = Vec::new();
    let epochs = lesson.epochs();
    if epochs > 1 && epoch <= epochs {
        parts.push(board.pen.text("screen-epoch-of", &[("epoch", epoch.into()), ("epochs", epochs.into())]));
    } else {
        parts.push(board.pen.text("screen-epoch", &[("epoch", epoch.into())]));
    }
    match (lesson.validation_sample(board.scene.line), board.scene.line) {
        (Some(sample), _) => {
            let samples = lesson.validation().end - lesson.validation().start;
            let values = [("sample", sample.into()), ("samples", samples.into())];
            parts.push(board.pen.text("screen-validation-of", &values));
        }
        (None, LineOf::Sample(sample)) if lesson.samples() > 1 => {
            let values = [("sample", sample.into()), ("samples", lesson.samples().into())];
            parts.push(board.pen.text("screen-sample-of", &values));
        }
        (None, LineOf::Update(batch)) if lesson.batches() > 1 => {
            let values = [("batch", batch.into()), ("batches", lesson.batches().into())];
            parts.push(board.pen.text("screen-batch-of", &values));
        }
        (None, LineOf::Validation) => parts.push(board.pen.text("screen-validation", &[])),
        (None, LineOf::Sample(_) | LineOf::Update(_)) => {}
    }
    parts.push(board.pen.plain(&lesson.words(board.pen.messages).stage(&board.scene.step)));
    let values = [("number", position.number.into()), ("steps", lesson.steps_per_epoch().into())];
    parts.push(board.pen.text("screen-step-of", &values));
    let joined = |parts: &[String]| parts.join(board.pen.look.signs.between);
    // The epoch says the least where there is only one, and the stage where there are many.
    let least = if epochs > 1 { parts.len() - 2 } else { 0 };
    while parts.len() > 2 && width(&joined(&parts)) > room {
        parts.remove(least.min(parts.len() - 2));
    }
    joined(&parts)
}

/// What there is to say of the question at the step: that there is none, or which try it is.
fn of_question(board: &Board<'_>) -> Option<String> {
    let practice = board.state.practice.as_ref()?;
    if practice.is_read_on(board.state.position) {
        return Some(board.pen.text("practice-mode-read-on", &[]));
    }
    let entry = practice.entry(board.state.position)?;
    let tries = entry.record.attempts;
    let values = [("try", (tries + 1).into()), ("tries", TRIES.into())];
    (entry.is_open() && tries > 0).then(|| board.pen.text("practice-mode-try", &values))
}

/// A rule whose heavy part is the part of the epoch that is done.
fn progress(board: &Board<'_>, regions: &Regions, buffer: &mut Buffer) {
    let area = regions.progress;
    let (number, steps) = (board.state.position.number, board.lesson.steps_per_epoch().max(1));
    let done = u64::from(area.width).saturating_mul(number.min(steps)) / steps;
    let done = u16::try_from(done).unwrap_or(area.width).min(area.width);
    let signs = board.pen.look.signs;
    let left = Rect { x: area.x + done, width: area.width - done, ..area };
    rule(buffer, Rect { width: done, ..area }, signs.done, board.pen.look.theme.done);
    rule(buffer, left, signs.rule, board.pen.look.theme.faint);
    let practised = board.state.practice.as_ref().map(Practising::count);
    let modes = manner::modes(board.pen, &board.state.manner, practised);
    let modes: Vec<String> = modes.into_iter().chain(of_question(board)).collect();
    let modes = modes.join(signs.between);
    if let (Some(row), false) = (row(area, 0), modes.is_empty()) {
        let modes = fit(&modes, usize::from(row.width).saturating_sub(2), signs.ellipsis);
        put_right(
            buffer,
            row,
            &Line::from(Span::styled(format!(" {modes} "), board.pen.look.theme.notice)),
            signs.ellipsis,
        );
    }
}
