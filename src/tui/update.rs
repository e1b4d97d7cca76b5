//! What a key does to a state. Pure but for reading the lesson; the only room that says where a key leads.

mod board;
mod go;
mod manner;
mod mouse;
mod practice;

use super::effect::Answer;
pub(super) use super::effect::Effect;
use super::kept::Work;
use super::keys::{Action, Keymap, Pressed, Stroke, press};
use super::notice::Notice;
use super::practice::answer_line::Edit;
use super::state::{Overlay, State};
use super::views::Kind;
use super::views::steps::Cursor;
use super::what_if::{Deed, Numbers};
use crate::lesson::{Lesson, Position};
use go::jump;
pub(super) use manner::play;
pub(super) use mouse::{click, turn};
pub(super) use practice::{begin, hold, start};

/// A larger count is not meant.
const LARGEST_COUNT: u64 = 9_999;

/// A longer name is not typed.
const LONGEST_NAME: usize = 200;

/// Does what a key asks for.
pub(super) fn update(
    keymap: &Keymap,
    state: &mut State,
    lesson: &mut Lesson,
    work: &mut Work,
    stroke: Stroke,
) -> Effect {
    let effect = turn_key(keymap, state, lesson, work, stroke);
    practice::hold(state, lesson);
    effect
}

fn turn_key(keymap: &Keymap, state: &mut State, lesson: &mut Lesson, work: &mut Work, stroke: Stroke) -> Effect {
    let pressed = press(keymap, state.context(), state.first_key.take(), stroke);
    if manner::stops(state, pressed) {
        return Effect::Draw;
    }
    match pressed {
        Pressed::Command(action) => {
            let count = state.count.take();
            let went_on = state.notice.take() == Some(Notice::WentOn);
            if went_on && action == Action::First && count.is_none() && state.view == Kind::Board {
                jump(state, None, Position::start_of(1));
                return Effect::Draw;
            }
            return act(state, lesson, work, action, count);
        }
        Pressed::FirstOfTwo(first) => state.first_key = Some(first),
        // Before a number a space is no part of one.
        Pressed::Typed(' ') if practice::is_blank(state) => return act(state, lesson, work, Action::Answer, None),
        Pressed::Typed(letter) => type_letter(state, letter),
        Pressed::Erase => {
            if practice::is_answering(state) {
                practice::edit(state, Edit::Erase);
            } else if state.overlay.line().is_some_and(|text| text.pop().is_none()) {
                state.overlay.leave_line();
            }
        }
        Pressed::Edit(edit) => practice::edit(state, edit),
        Pressed::Nothing => state.count = None,
    }
    Effect::Draw
}

fn type_letter(state: &mut State, letter: char) {
    state.notice.take_if(|_| state.practice.is_some());
    if practice::is_answering(state) {
        practice::type_letter(state, letter);
        return;
    }
    if let Some(text) = state.overlay.line() {
        if text.len() < LONGEST_NAME && !letter.is_control() {
            text.push(letter);
        }
        return;
    }
    state.notice = None;
    let Some(digit) = letter.to_digit(10) else { return };
    let count = state.count.unwrap_or(0).saturating_mul(10).saturating_add(digit.into()).min(LARGEST_COUNT);
    state.count = (count > 0).then_some(count);
}

/// Asks for an answer to a key from above: practice, which keeps its results closed, what lies over the step, the view,
/// and then everything that is the same wherever the reader is.
fn act(state: &mut State, base: &mut Lesson, work: &mut Work, action: Action, count: Option<u64>) -> Effect {
    if let Some(effect) = practice::act(state, base, work, action) {
        return effect;
    }
    let reader = state.reader();
    let answer = match state.overlay.keys(action, base, &reader) {
        Answer::Pass => {
            state.training.has_runs = !base.compared().is_empty();
            let lesson = base.of_run_mut(reader.run.as_ref());
            match state.view {
                Kind::Board => Answer::Pass,
                Kind::Steps => state.steps.keys(action, count, lesson),
                Kind::Check => state.check.keys(action, lesson),
                Kind::Training => state.training.keys(action, count, lesson, &work.training),
                Kind::Table => state.table.keys(action, count, (lesson, &reader), &mut work.table),
            }
        }
        answer => answer,
    };
    match answer {
        Answer::Pass if state.view == Kind::Board && board::act(state, base, action, count) => {}
        Answer::Pass => return global(state, base, action),
        Answer::Done => {}
        Answer::Say(notice) => state.notice = Some(notice),
        Answer::Go(position) => {
            state.overlay = Overlay::None;
            jump(state, reader.run, position);
        }
        Answer::GoIn(run, position) => {
            state.overlay = Overlay::None;
            jump(state, run, position);
        }
        Answer::Close => state.overlay = Overlay::None,
        Answer::CloseAndSay(notice) => {
            state.overlay = Overlay::None;
            state.notice = Some(notice);
        }
        Answer::Do(effect) => return effect,
    }
    Effect::Draw
}

/// Keys that do the same wherever the reader is.
fn global(state: &mut State, base: &mut Lesson, action: Action) -> Effect {
    match action {
        Action::Quit => return Effect::Quit,
        Action::Suspend => return Effect::Suspend,
        Action::Language => return Effect::SwitchLanguage,
        Action::Undo => return Effect::WhatIf(Deed::Undo),
        Action::Redo => return Effect::WhatIf(Deed::Redo),
        Action::Write => return Effect::WhatIf(Deed::Ask),
        Action::WhatIf => match Numbers::of(base, state.run.as_ref(), state.position) {
            Some(numbers) => state.overlay = Overlay::Numbers(numbers),
            None => state.notice = Some(Notice::NoNumbers),
        },
        Action::Close if state.view != Kind::Board => state.view = Kind::Board,
        Action::Close => return Effect::Leave,
        Action::Help => state.overlay = Overlay::Help { top: 0 },
        Action::Jump => state.overlay = Overlay::Jump { text: String::new(), fault: None },
        _ => {
            if let Some(kind) = Kind::opened_by(action) {
                open(state, base.of_run(state.run.clone().as_ref()), kind);
            }
        }
    }
    Effect::Draw
}

/// Opens a view at the step that is shown; the view that is open already is left for the board.
fn open(state: &mut State, lesson: &Lesson, kind: Kind) {
    if state.view == kind {
        state.view = Kind::Board;
        return;
    }
    state.view = kind;
    match kind {
        Kind::Board => {}
        Kind::Steps => state.steps = Cursor::at(state.position),
        Kind::Check => state.check.choose_for(lesson, state.position),
        Kind::Training => {
            state.training.open(lesson, state.position);
            if let Some(step) = lesson.step(state.position)
                && let Some(see) = lesson.see(&step.name)
            {
                state.training.point(lesson, see, &step.role.subject);
            }
        }
        Kind::Table => state.table.chosen = state.position.number,
    }
}
