//! Keys by which numbers are changed: chosen, typed, changed back, written.

use super::Effect;
use crate::lesson::Lesson;
use crate::tui::keys::Action;
use crate::tui::state::{Notice, Overlay, State};
use crate::tui::what_if::{Deed, Numbers};

/// Does what an action means for a what-if; `None` where it means something else.
pub(super) fn act(state: &mut State, base: &Lesson, action: Action) -> Option<Effect> {
    let deed = match (action, &mut state.overlay) {
        (Action::WhatIf, _) => {
            match Numbers::of(base, state) {
                Some(numbers) => state.overlay = Overlay::Numbers(numbers),
                None => state.notice = Some(Notice::NoNumbers),
            }
            return Some(Effect::Draw);
        }
        (Action::Undo, _) => Deed::Undo,
        (Action::Redo, _) => Deed::Redo,
        (Action::Write, _) => Deed::Ask,
        (Action::Choose, Overlay::Saving(_)) => Deed::Save,
        (Action::Choose, Overlay::Numbers(Numbers { typed: Some(_), .. })) => Deed::Change,
        (Action::ChooseNumber, Overlay::Numbers(numbers)) => {
            numbers.typed = Some(String::new());
            return Some(Effect::Draw);
        }
        (Action::Close, Overlay::Numbers(numbers)) if numbers.typed.is_some() => {
            (numbers.typed, numbers.fault) = (None, None);
            return Some(Effect::Draw);
        }
        _ => return None,
    };
    Some(Effect::WhatIf(deed))
}

/// The line that is typed, if one is; what was wrong with it is forgotten.
pub(super) fn line(state: &mut State) -> Option<&mut String> {
    match &mut state.overlay {
        Overlay::Jump { text, fault } => {
            *fault = None;
            Some(text)
        }
        Overlay::Numbers(numbers) => {
            numbers.fault = None;
            numbers.typed.as_mut()
        }
        Overlay::Saving(saving) => {
            saving.fault = None;
            Some(&mut saving.text)
        }
        _ => None,
    }
}

/// Leaves a line from which the last letter had been taken already.
pub(super) fn leave_line(state: &mut State) {
    match &mut state.overlay {
        Overlay::Numbers(numbers) => numbers.typed = None,
        overlay => *overlay = Overlay::None,
    }
}
