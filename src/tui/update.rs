//! What a key does to a state. Pure but for reading the lesson; the only room that says where a key leads.

mod go;
mod manner;
mod mouse;
mod practice;
mod walk;
mod what_if;

use super::keys::{Action, Context, Keymap, Pressed, Stroke, press};
use super::state::{Notice, Overlay, State};
use super::views::{self, Kind, Work};
use super::what_if::Deed;
use crate::lesson::{Lesson, Position};
use go::{follow, jump, open_runs, open_trail};
pub(super) use manner::play;
pub(super) use mouse::{click, turn};
pub(super) use practice::hold;
use walk::walk;

/// What is to happen next, beyond the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: the screen is drawn again.
    Draw,
    /// The lesson is left.
    Leave,
    /// The program ends.
    Quit,
    /// The program is put into the background.
    Suspend,
    /// The other language is spoken.
    SwitchLanguage,
    /// Something is done with the scenario behind the lesson.
    WhatIf(Deed),
}

/// A larger count is not meant.
const LARGEST_COUNT: u64 = 9_999;

/// A longer name is not typed.
const LONGEST_NAME: usize = 200;

/// Does what a key asks for.
pub fn update(keymap: &Keymap, state: &mut State, lesson: &mut Lesson, work: &mut Work, stroke: Stroke) -> Effect {
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
            practice::replace_refused(state, false);
            if let Some(line) = practice::line(state) {
                line.pop();
            } else if what_if::line(state).is_some_and(|text| text.pop().is_none()) {
                what_if::leave_line(state);
            }
        }
        Pressed::Nothing => state.count = None,
    }
    Effect::Draw
}

fn type_letter(state: &mut State, letter: char) {
    if practice::is_settled(state) {
        return;
    }
    state.notice.take_if(|_| state.practice.is_some());
    if practice::is_answering(state) {
        practice::replace_refused(state, true);
    }
    let line = if practice::is_answering(state) { practice::line(state) } else { what_if::line(state) };
    if let Some(text) = line {
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

fn act(state: &mut State, base: &mut Lesson, work: &mut Work, action: Action, count: Option<u64>) -> Effect {
    if let Some(effect) = practice::act(state, base, work, action) {
        return effect;
    }
    if let Some(effect) = what_if::act(state, base, action) {
        return effect;
    }
    if action == Action::Choose {
        follow(state, base);
        return Effect::Draw;
    }
    if action == Action::Runs {
        open_runs(state, base);
        return Effect::Draw;
    }
    state.training.has_runs = !base.compared().is_empty();
    let lesson = base.of_run_mut(state.run.clone().as_ref());
    match action {
        Action::Quit => return Effect::Quit,
        Action::Suspend => return Effect::Suspend,
        Action::Language => return Effect::SwitchLanguage,
        Action::Close if state.overlay == Overlay::None && state.view != Kind::Board => state.view = Kind::Board,
        Action::Close if state.overlay == Overlay::None => return Effect::Leave,
        Action::Close => state.overlay = Overlay::None,
        Action::Help => state.overlay = Overlay::Help { top: 0 },
        Action::Jump => state.overlay = Overlay::Jump { text: String::new(), fault: None },
        Action::Trail => open_trail(state, lesson),
        Action::Return => match state.jumped_from.pop() {
            Some((run, position)) => (state.run, state.position) = (run, position),
            None => state.notice = Some(Notice::NoJump),
        },
        Action::First | Action::Last => {
            let number = match (count, action) {
                (Some(count), _) => count.min(lesson.steps_per_epoch()),
                (None, Action::First) => 1,
                (None, _) => lesson.steps_per_epoch(),
            };
            if state.view == Kind::Table {
                state.table.turn_to(count, action == Action::Last, work.table.rows(lesson, state));
            } else if state.view == Kind::Steps {
                state.steps.position.number = number;
            } else {
                jump(state, state.run.clone(), Position { number, ..state.position });
            }
        }
        Action::Up | Action::Down if state.context() == Context::Steps => {
            let action = if action == Action::Down { Action::Next } else { Action::Back };
            walk(state, lesson, action, count.unwrap_or(1));
        }
        Action::Up | Action::Down if state.context() == Context::Training => {
            state.training.choose(lesson, action == Action::Down);
        }
        Action::Up | Action::Down | Action::PageUp | Action::PageDown if state.context() == Context::Table => {
            let times = count.unwrap_or(1);
            state.table.walk(action, times, work.table.rows(lesson, state));
        }
        Action::Sort => state.notice = views::table::sort(state, lesson, &work.table),
        Action::Up | Action::Down => choose(state, action == Action::Down),
        Action::ShowSteps | Action::ShowCheck | Action::ShowTraining | Action::ShowTable => {
            if let Some(kind) = Kind::opened_by(action) {
                views::open(state, lesson, kind);
            }
        }
        Action::NextParameter | Action::PreviousParameter => {
            state.check.turn(lesson, action == Action::NextParameter);
        }
        Action::Finer | Action::Coarser => state.check.refine(action == Action::Finer),
        Action::NextPanel | Action::PreviousPanel => state.training.turn(action == Action::NextPanel),
        Action::LaterEpoch | Action::EarlierEpoch => {
            state.training.step(&work.training, action == Action::LaterEpoch, count.unwrap_or(1));
        }
        Action::MoreEpochs | Action::FewerEpochs => state.training.extend(lesson, action == Action::MoreEpochs),
        Action::MoreDigits | Action::FewerDigits | Action::NextForm => manner::change_digits(state, base, action),
        Action::NextDetail => manner::change_detail(state, base),
        Action::Present | Action::Play | Action::Faster | Action::Slower => manner::change(state, action),
        Action::Next => manner::next(state, lesson, count.unwrap_or(1)),
        Action::NextNew => manner::skip_twins(state, lesson),
        Action::Halt => state.training.is_halted = !state.training.is_halted,
        _ => walk(state, lesson, action, count.unwrap_or(1)),
    }
    Effect::Draw
}

fn choose(state: &mut State, down: bool) {
    let step = |at: usize, last: usize| if down { (at + 1).min(last) } else { at.saturating_sub(1) };
    match &mut state.overlay {
        Overlay::Trail(trail) => trail.chosen = step(trail.chosen, trail.entries.len().saturating_sub(1)),
        Overlay::Numbers(numbers) => numbers.chosen = step(numbers.chosen, numbers.entries.len().saturating_sub(1)),
        // How far the page can be moved is known when it is drawn.
        Overlay::Help { top } | Overlay::Faults { top } | Overlay::Runs { top, .. } | Overlay::Review { top } => {
            *top = step(*top, usize::MAX);
        }
        Overlay::None if state.view == Kind::Check => state.check.top = step(state.check.top, usize::MAX),
        Overlay::None | Overlay::Jump { .. } | Overlay::Saving(_) => {}
    }
}
