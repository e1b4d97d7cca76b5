//! Ways from step to step: jumps that are remembered, and walks.

use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::tui::keys::Action;
use crate::tui::state::State;
use crate::tui::views::Kind;
use crate::tui::walk;

/// Goes to a step of a run, and remembers where the reader was.
pub(super) fn jump(state: &mut State, run: Option<Name>, to: Position) {
    state.view = Kind::Board;
    if to != state.position || run != state.run {
        state.jumped_from.push((state.run.clone(), state.position));
        (state.run, state.position) = (run, to);
    }
}

/// Goes so many times to the next or previous of something.
pub(super) fn walk(state: &mut State, lesson: &Lesson, action: Action, times: u64) {
    if let Some((to, notice)) = walk::walk(lesson, state.position, action, times) {
        state.position = to;
        if notice.is_some() {
            state.notice = notice;
        }
    }
}
