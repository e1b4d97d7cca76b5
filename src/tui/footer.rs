//! The bottom of the screen: what there is to say, and the keys that matter now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::draw::{put, put_right, row, rule};
use super::keys::{Action, Bound, Command, Context};
use super::look::Look;
use super::manner;
use super::practice::Said;
use super::regions::Regions;
use super::scene::View;
use super::state::{Notice, Overlay};
use super::tabs;
use super::text::width;
use super::what_if::panel::{changes, save_fault};
use crate::messages::Messages;

/// Draws the last two rows of a step.
pub(super) fn draw(view: &View<'_>, regions: &Regions, buffer: &mut Buffer) {
    let ellipsis = view.look.signs.ellipsis;
    let theme = &view.look.theme;
    let said = said(view);
    if let (Some(line), Some(row)) = (&said, row(regions.notice, 0)) {
        put(buffer, row, line, ellipsis);
    } else {
        rule(buffer, regions.notice, view.look.signs.rule, theme.faint);
        tabs::draw(view, regions.notice, buffer);
        let typed = view.state.count.map(|count| format!(" {count} "));
        let typed = typed.or_else(|| view.state.first_key.and_then(|key| Some(format!(" {} ", key.typed()?))));
        if let (Some(typed), Some(row)) = (typed, row(regions.notice, 0)) {
            put_right(buffer, row, &Line::from(Span::styled(typed, theme.notice)), ellipsis);
        }
    }
    let entry = view.state.practice.as_ref().and_then(|practice| practice.entry(view.state.position));
    let waits = entry.is_some_and(crate::practice::Entry::is_open);
    let can_return = !view.state.jumped_from.is_empty();
    let wanted = |command: &Command| match command.action {
        Action::Return => can_return,
        Action::WhatIf => view.state.context() == Context::Lesson && view.state.practice.is_none(),
        Action::Review => view.state.practice.is_some(),
        Action::Back => view.state.context() != Context::Answer,
        Action::Hint | Action::Reveal | Action::Skip => waits,
        Action::Undo | Action::Write => view.scene.marks.is_on,
        Action::Close => view.state.context() != Context::Lesson,
        _ => true,
    };
    hints(view.messages, view.look, view.state.context(), &wanted, regions.footer, buffer);
}

/// The keys of a context with a word each; as many as there is room for, those for help and the way out always.
pub(super) fn hints(
    messages: &Messages,
    look: &Look,
    context: Context,
    wanted: &dyn Fn(&Command) -> bool,
    area: Rect,
    buffer: &mut Buffer,
) {
    let signs = look.signs;
    let is_way_out = |action: Action| action == Action::Close && context == Context::Answer;
    let hint = |bound: Bound<'_>| {
        let command = bound.command;
        let word = command.hint.filter(|_| command.contexts.contains(&context) && wanted(command))?;
        let word = if is_way_out(command.action) { "help-hint-other-keys" } else { word };
        let chord = bound.keys.iter().find(|chord| bound.answers(context, **chord))?;
        let name = signs.plain(&chord.name()).into_owned();
        Some((name, signs.plain(&messages.text(word, &[])).into_owned()))
    };
    let is_last = |bound: &Bound<'_>| matches!(bound.command.action, Action::Help | Action::Quit);
    let (last, first): (Vec<Bound<'_>>, Vec<Bound<'_>>) = look.keymap.commands().partition(is_last);
    let last: Vec<_> = last.into_iter().filter_map(hint).collect();
    let length = |(key, word): &(String, String)| width(key) + 1 + width(word);
    let Some(row) = row(area, 0) else { return };
    let (ways_out, first): (Vec<_>, Vec<_>) = first.into_iter().partition(|bound| is_way_out(bound.command.action));
    let first: Vec<_> = first.into_iter().chain(ways_out).filter_map(hint).collect();
    let room = usize::from(row.width);
    let needed = |gap: usize| first.iter().chain(&last).map(|hint| length(hint) + gap).sum::<usize>();
    let gap = if needed(3) <= room + 3 { 3 } else { 2 };
    let mut room = room.saturating_sub(last.iter().map(|hint| length(hint) + gap).sum());
    let mut shown = Vec::new();
    let mut all = true;
    for hint in first {
        let needed = length(&hint) + if shown.is_empty() { 0 } else { gap };
        if !all || needed > room {
            all = false;
            continue;
        }
        room -= needed;
        shown.push(hint);
    }
    let mut spans: Vec<Span<'_>> = Vec::new();
    let cut = (!all).then(|| (signs.ellipsis.to_owned(), String::new()));
    for (key, word) in shown.into_iter().chain(cut.filter(|_| room >= gap + width(signs.ellipsis))).chain(last) {
        if !spans.is_empty() {
            spans.push(Span::raw(" ".repeat(gap)));
        }
        spans.push(Span::styled(key, look.theme.key));
        if !word.is_empty() {
            spans.push(Span::raw(format!(" {word}")));
        }
    }
    put(buffer, row, &Line::from(spans), signs.ellipsis);
}

/// A line in which something is typed; the hint stands there until something is.
fn typed(view: &View<'_>, label: &str, text: &str, hint: &str, fault: Option<String>) -> Line<'static> {
    let theme = &view.look.theme;
    let mut spans = vec![
        Span::styled(view.plain(label), theme.question),
        Span::raw(view.plain(text)),
        Span::styled(" ", Style::new().add_modifier(Modifier::REVERSED)),
    ];
    if text.is_empty() {
        spans.push(Span::styled(format!(" {}", view.text(hint, &[])), theme.faint));
    }
    if let Some(fault) = fault {
        spans.push(Span::raw("  "));
        spans.push(Span::styled(fault, theme.fault));
    }
    Line::from(spans)
}

/// What is said of practice, with the key that helps.
fn practice(view: &View<'_>, said: Said) -> String {
    let key = |action: Action| view.key(action);
    match said {
        Said::On => view.text("practice-on", &[("key", key(Action::Practise).into())]),
        Said::Off => view.text("practice-off", &[]),
        Said::NothingToAsk => view.text("practice-nothing-to-ask", &[("key", key(Action::First).into())]),
        Said::Held => view.text("practice-held", &[("key", key(Action::Skip).into())]),
        Said::AnswerFirst => {
            let values = [("hint", key(Action::Hint).into()), ("skip", key(Action::Skip).into())];
            view.text("practice-answer-first", &values)
        }
        Said::NoHint => view.text("practice-no-hint", &[]),
        Said::NothingAtAll => view.text("practice-nothing-at-all", &[]),
        Said::Varied => view.text("practice-varied", &[]),
        Said::NotNow => view.text("practice-not-now", &[("key", key(Action::Practise).into())]),
        Said::NoReview => view.text("practice-no-review", &[("key", key(Action::Practise).into())]),
    }
}

/// What is typed, or what there is to say.
fn said(view: &View<'_>) -> Option<Line<'static>> {
    let theme = &view.look.theme;
    let words = view.lesson.words(view.messages);
    if let Overlay::Jump { text, fault } = &view.state.overlay {
        let fault = fault.as_ref().map(|fault| view.plain(&words.find_fault(fault)));
        return Some(typed(view, "/ ", text, "screen-jump", fault));
    }
    if let Overlay::Numbers(numbers) = &view.state.overlay
        && let (Some(text), Some(named)) = (&numbers.typed, numbers.entry())
    {
        let label = format!("{} {} ", named.name, view.look.signs.relations.0);
        return Some(typed(view, &label, text, "screen-what-if-typed", None));
    }
    if let Overlay::Saving(saving) = &view.state.overlay {
        let fault = saving.fault.as_ref().map(|fault| save_fault(view, fault));
        // What is wrong needs the room.
        let label = if fault.is_some() { String::new() } else { format!("{}: ", view.text("screen-save", &[])) };
        return Some(typed(view, &label, &saving.text, "screen-save-no-name", fault));
    }
    let text = match view.state.notice.as_ref() {
        Some(Notice::Start) => view.text("screen-start", &[]),
        Some(Notice::End) => view.text("screen-end", &[]),
        Some(Notice::NoJump) => view.text("screen-no-jump", &[]),
        Some(Notice::NoLinks) => view.text("screen-no-links", &[]),
        Some(Notice::WentOn) => match view.look.keymap.key_of(Action::First) {
            Some(chord) => view.text("screen-went-on", &[("key", chord.name().into())]),
            None => view.text("screen-went-on-here", &[]),
        },
        Some(Notice::SetAside { file }) => view.text("screen-set-aside", &[("file", file.into())]),
        Some(Notice::Saved) => view.text("screen-saved", &[]),
        Some(Notice::SavedWithout { name }) => view.text("screen-saved-without", &[("name", name.as_str().into())]),
        Some(Notice::Told(told)) => manner::said(view, *told),
        Some(Notice::NoRuns) => view.text("screen-no-runs", &[]),
        Some(Notice::TooManyValues { count }) => view.text("screen-too-many-values", &[("count", (*count).into())]),
        Some(Notice::Given { name, value: Some(value), .. }) => {
            let values = [("name", name.as_str().into()), ("value", view.look.value(value).into())];
            view.text("screen-given", &values)
        }
        Some(Notice::Given { fault: Some(fault), .. }) => {
            return Some(Line::from(Span::styled(view.plain(&words.fault(*fault)), theme.fault)));
        }
        Some(Notice::Practice(said)) => practice(view, *said),
        Some(Notice::NoNumbers) => view.text("screen-no-numbers", &[]),
        Some(Notice::NothingToUndo) => view.text("screen-nothing-to-undo", &[]),
        Some(Notice::NothingToRedo) => view.text("screen-nothing-to-redo", &[]),
        Some(Notice::NothingChanged) => view.text("screen-nothing-changed", &[]),
        Some(Notice::Changed) => view.text("screen-changed", &[]),
        Some(Notice::AsWritten) => view.text("screen-as-written", &[]),
        Some(Notice::SavedOver) => view.text("screen-saved-over", &[]),
        Some(Notice::Written { file }) => view.text("screen-written", &[("file", file.into())]),
        Some(Notice::Given { name, .. }) => view.text("screen-given-unknown", &[("name", name.as_str().into())]),
        None if view.is_behind => {
            return Some(Line::from(Span::styled(view.text("screen-behind", &[]), theme.fault)));
        }
        None => {
            let open =
                view.scene.page.as_ref().ok().and_then(|page| page.work.as_ref()).is_some_and(|work| !work.closes);
            if open {
                return Some(Line::from(Span::styled(view.text("screen-does-not-close", &[]), theme.notice)));
            }
            // Where the header has no row for it, it is said here.
            let regions = view.scene.regions.filter(|regions| regions.header.height == 1)?;
            changes(view, usize::from(regions.notice.width.saturating_sub(2)))?
        }
    };
    Some(Line::from(Span::styled(text, theme.notice)))
}
