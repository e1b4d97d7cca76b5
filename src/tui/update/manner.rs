//! What changes the manner in which the board is shown.

use super::go::walk;
use super::practice;
use crate::lesson::{Lesson, next_digits, with_digits};
use crate::number::Form;
use crate::tui::keys::{Action, Pressed};
use crate::tui::manner::{Detail, Told};
use crate::tui::notice::Notice;
use crate::tui::state::State;

/// Shows more or fewer digits, or results in the next form.
pub(super) fn change_digits(state: &mut State, base: &mut Lesson, action: Action) {
    let lesson = base.of_run(state.run.as_ref());
    let now = lesson.format();
    // On paper the digits stay, and so there are no significant ones to choose.
    let is_on_paper = lesson.program().is_on_paper();
    let manner = &mut state.manner;
    if action != Action::NextForm {
        if is_on_paper {
            state.notice = Some(Notice::Told(Told::DigitsOfPaper));
            return;
        }
        let format = next_digits(now, action == Action::MoreDigits);
        manner.format = Some(format);
        base.show_digits(format);
        state.notice = Some(Notice::Told(Told::Digits(format)));
        return;
    }
    let (by_significance, form) = match (now.by_significance, manner.form) {
        (false, Form::Decimal) if !is_on_paper => (true, Form::Decimal),
        (_, Form::Decimal) => (true, Form::Scientific),
        (_, Form::Scientific) => (false, Form::Fraction),
        (_, Form::Fraction) => (false, Form::Decimal),
    };
    manner.form = form;
    let format = if is_on_paper { now } else { with_digits(now.decimals, by_significance) };
    if format != now {
        manner.format = Some(format);
        base.show_digits(format);
    }
    state.notice = Some(Notice::Told(Told::Form(form, format)));
}

/// Shows each part of the work, only what is new, or as much as usual.
pub(super) fn change_detail(state: &mut State, base: &mut Lesson) {
    let detail = match state.manner.detail {
        Detail::Folded => Detail::Usual,
        Detail::Usual => Detail::Open,
        Detail::Open => Detail::Folded,
    };
    state.manner.detail = detail;
    base.open_work(detail == Detail::Open);
    state.notice = Some(Notice::Told(Told::Detail(detail)));
}

/// Lets results wait, and the lesson go on by itself.
pub(super) fn change(state: &mut State, action: Action) {
    let manner = &mut state.manner;
    let told = match action {
        Action::Present => {
            manner.is_presenting = !manner.is_presenting;
            // What is on the screen already is not taken away.
            manner.asked = Some((state.run.clone(), state.position));
            Told::Presenting(manner.is_presenting)
        }
        Action::Faster | Action::Slower => {
            manner.autoplay.change_pace(action == Action::Faster);
            Told::Pace(manner.autoplay)
        }
        _ => {
            manner.autoplay.start();
            Told::Pace(manner.autoplay)
        }
    };
    state.notice = Some(Notice::Told(told));
}

/// Whether a key does nothing but stop a lesson that goes on by itself.
pub(super) fn stops(state: &mut State, pressed: Pressed) -> bool {
    if !state.manner.autoplay.is_on {
        return false;
    }
    if let Pressed::Command(Action::Faster | Action::Slower | Action::Quit | Action::Suspend) = pressed {
        return false;
    }
    state.manner.autoplay.is_on = false;
    state.first_key = None;
    state.notice = Some(Notice::Told(Told::Halted));
    true
}

/// Does what a reader does who asks for the next.
pub(in crate::tui) fn play(state: &mut State, base: &mut Lesson) {
    next(state, base.of_run(state.run.as_ref()), 1);
    practice::hold(state, base);
    if state.notice == Some(Notice::End) {
        state.manner.autoplay.is_on = false;
    }
}

/// Shows the result that waits, or goes to the next step.
pub(super) fn next(state: &mut State, lesson: &Lesson, times: u64) {
    if state.hides_result() {
        state.manner.asked = Some((state.run.clone(), state.position));
    } else {
        walk(state, lesson, Action::Next, times);
    }
}

/// Goes to the next step that is not worked like an earlier one of its line.
pub(super) fn skip_twins(state: &mut State, lesson: &Lesson) {
    let mut at = lesson.next(state.position);
    while let Some(position) = at {
        if lesson.worked_like(position).is_none() {
            state.position = position;
            return;
        }
        at = lesson.next(position);
    }
    state.notice = Some(Notice::Told(Told::NothingNew));
}
