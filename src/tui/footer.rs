//! The bottom of the screen: what there is to say, and the keys that matter now.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::draw::{put, put_right, row, rule};
use super::hints;
use super::keys::{Action, Command, Context};
use super::manner;
use super::notice::Notice;
use super::practice::Said;
use super::practice::operands::Operands;
use super::regions::Regions;
use super::scene::Board;
use super::state::Overlay;
use super::tabs;
use super::what_if::panel::{changes, save_fault};

/// Draws the last two rows of a step.
pub(super) fn draw(board: &Board<'_>, regions: &Regions, buffer: &mut Buffer) {
    let ellipsis = board.pen.look.signs.ellipsis;
    let theme = &board.pen.look.theme;
    let said = said(board);
    if let (Some(line), Some(row)) = (&said, row(regions.notice, 0)) {
        put(buffer, row, line, ellipsis);
    } else {
        rule(buffer, regions.notice, board.pen.look.signs.rule, theme.faint);
        tabs::draw(board, regions.notice, buffer);
        let typed = board.state.count.map(|count| format!(" {count} "));
        let typed = typed.or_else(|| board.state.first_key.and_then(|key| Some(format!(" {} ", key.typed()?))));
        if let (Some(typed), Some(row)) = (typed, row(regions.notice, 0)) {
            put_right(buffer, row, &Line::from(Span::styled(typed, theme.notice)), ellipsis);
        }
    }
    let entry = board.state.practice.as_ref().and_then(|practice| practice.entry(board.state.position));
    let waits = entry.is_some_and(crate::practice::Entry::is_open);
    let has_more = board.scene.asking.as_ref().is_some_and(|asking| Operands::are_many(asking.operands.len()));
    let can_return = !board.state.jumped_from.is_empty();
    let wanted = |command: &Command| match command.action {
        Action::Return => can_return,
        Action::WhatIf => board.state.context() == Context::Lesson && board.state.practice.is_none(),
        Action::MoreValues => waits && has_more,
        Action::Practise | Action::Review => board.state.practice.is_some(),
        Action::Back => board.state.context() != Context::Answer,
        Action::Hint | Action::Reveal | Action::Skip => waits,
        Action::Undo | Action::Write => board.scene.marks.is_on,
        Action::Close => board.state.context() != Context::Lesson,
        _ => true,
    };
    hints::draw(board.pen, board.state.context(), &wanted, regions.footer, buffer);
}

/// A line in which something is typed; the hint stands there until something is.
fn typed(board: &Board<'_>, label: &str, text: &str, hint: &str, fault: Option<String>) -> Line<'static> {
    let theme = &board.pen.look.theme;
    let mut spans = vec![
        Span::styled(board.pen.plain(label), theme.question),
        Span::raw(board.pen.plain(text)),
        Span::styled(" ", Style::new().add_modifier(Modifier::REVERSED)),
    ];
    if text.is_empty() {
        spans.push(Span::styled(format!(" {}", board.pen.text(hint, &[])), theme.faint));
    }
    if let Some(fault) = fault {
        spans.push(Span::raw("  "));
        spans.push(Span::styled(fault, theme.fault));
    }
    Line::from(spans)
}

/// What is said of practice, with the key that helps.
fn practice(board: &Board<'_>, said: Said) -> String {
    let key = |action: Action| board.pen.key(action);
    match said {
        Said::On => board.pen.text("practice-on", &[("key", key(Action::Practise).into())]),
        Said::Off => board.pen.text("practice-off", &[]),
        Said::NothingToAsk => board.pen.text("practice-nothing-to-ask", &[("key", key(Action::First).into())]),
        Said::Held => board.pen.text("practice-held", &[("key", key(Action::Skip).into())]),
        Said::AnswerFirst => {
            let values = [("hint", key(Action::Hint).into()), ("skip", key(Action::Skip).into())];
            board.pen.text("practice-answer-first", &values)
        }
        Said::NoHint => board.pen.text("practice-no-hint", &[]),
        Said::NothingAtAll => board.pen.text("practice-nothing-at-all", &[]),
        Said::Varied => board.pen.text("practice-varied", &[]),
        Said::NotNow => board.pen.text("practice-not-now", &[("key", key(Action::Practise).into())]),
        Said::NoReview => board.pen.text("practice-no-review", &[("key", key(Action::Practise).into())]),
    }
}

/// What is typed, or what there is to say.
fn said(board: &Board<'_>) -> Option<Line<'static>> {
    let theme = &board.pen.look.theme;
    let words = board.lesson.words(board.pen.messages);
    if let Overlay::Jump { text, fault } = &board.state.overlay {
        let fault = fault.as_ref().map(|fault| board.pen.plain(&words.find_fault(fault)));
        return Some(typed(board, "/ ", text, "screen-jump", fault));
    }
    if let Overlay::Numbers(numbers) = &board.state.overlay
        && let (Some(text), Some(named)) = (&numbers.typed, numbers.entry())
    {
        let label = format!("{} {} ", named.name, board.pen.look.signs.relations.0);
        return Some(typed(board, &label, text, "screen-what-if-typed", None));
    }
    if let Overlay::Saving(saving) = &board.state.overlay {
        let fault = saving.fault.as_ref().map(|fault| save_fault(board, fault));
        // What is wrong needs the room.
        let label = if fault.is_some() { String::new() } else { format!("{}: ", board.pen.text("screen-save", &[])) };
        return Some(typed(board, &label, &saving.text, "screen-save-no-name", fault));
    }
    let text = match board.state.notice.as_ref() {
        Some(Notice::Start) => board.pen.text("screen-start", &[]),
        Some(Notice::End) => board.pen.text("screen-end", &[]),
        Some(Notice::NoJump) => board.pen.text("screen-no-jump", &[]),
        Some(Notice::NoLinks) => board.pen.text("screen-no-links", &[]),
        Some(Notice::WentOn) => match board.pen.look.keymap.key_of(Action::First) {
            Some(chord) => board.pen.text("screen-went-on", &[("key", chord.name().into())]),
            None => board.pen.text("screen-went-on-here", &[]),
        },
        Some(Notice::SetAside { file }) => board.pen.text("screen-set-aside", &[("file", file.into())]),
        Some(Notice::Saved) => board.pen.text("screen-saved", &[]),
        Some(Notice::SavedWithout { name }) => {
            board.pen.text("screen-saved-without", &[("name", name.as_str().into())])
        }
        Some(Notice::Told(told)) => manner::said(board.pen, *told),
        Some(Notice::NoRuns) => board.pen.text("screen-no-runs", &[]),
        Some(Notice::TooManyValues { count }) => {
            board.pen.text("screen-too-many-values", &[("count", (*count).into())])
        }
        Some(Notice::Given { name, value: Some(value), .. }) => {
            let values = [("name", name.as_str().into()), ("value", board.pen.look.value(value).into())];
            board.pen.text("screen-given", &values)
        }
        Some(Notice::Given { fault: Some(fault), .. }) => {
            return Some(Line::from(Span::styled(board.pen.plain(&words.fault(*fault)), theme.fault)));
        }
        Some(Notice::Practice(said)) => practice(board, *said),
        Some(Notice::NoNumbers) => board.pen.text("screen-no-numbers", &[]),
        Some(Notice::NothingToUndo) => board.pen.text("screen-nothing-to-undo", &[]),
        Some(Notice::NothingToRedo) => board.pen.text("screen-nothing-to-redo", &[]),
        Some(Notice::NothingChanged) => board.pen.text("screen-nothing-changed", &[]),
        Some(Notice::Changed) => board.pen.text("screen-changed", &[]),
        Some(Notice::AsWritten) => board.pen.text("screen-as-written", &[]),
        Some(Notice::SavedOver) => board.pen.text("screen-saved-over", &[]),
        Some(Notice::Written { file }) => board.pen.text("screen-written", &[("file", file.into())]),
        Some(Notice::Given { name, .. }) => board.pen.text("screen-given-unknown", &[("name", name.as_str().into())]),
        None if board.scene.is_behind => {
            return Some(Line::from(Span::styled(board.pen.text("screen-behind", &[]), theme.fault)));
        }
        None => {
            let open =
                board.scene.page.as_ref().ok().and_then(|page| page.work.as_ref()).is_some_and(|work| !work.closes);
            if open {
                return Some(Line::from(Span::styled(board.pen.text("screen-does-not-close", &[]), theme.notice)));
            }
            // Where the header has no row for it, it is said here.
            let regions = board.scene.regions.filter(|regions| regions.header.height == 1)?;
            changes(board, usize::from(regions.notice.width.saturating_sub(2)))?
        }
    };
    Some(Line::from(Span::styled(text, theme.notice)))
}
