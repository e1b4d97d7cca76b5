//! Keys at a step: on and back, to what it has to do with, and in which manner it is shown.

use super::go::{jump, walk};
use super::manner;
use crate::lesson::{Lesson, comparison};
use crate::tui::keys::Action;
use crate::tui::notice::Notice;
use crate::tui::state::{Overlay, State};
use crate::tui::trail::Trail;
use crate::tui::walk::end;

/// Answers a key; false where it is none of a step.
pub(super) fn act(state: &mut State, base: &mut Lesson, action: Action, count: Option<u64>) -> bool {
    let times = count.unwrap_or(1);
    if action == Action::Runs {
        open_runs(state, base);
        return true;
    }
    if let Action::MoreDigits | Action::FewerDigits | Action::NextForm = action {
        manner::change_digits(state, base, action);
        return true;
    }
    if action == Action::NextDetail {
        manner::change_detail(state, base);
        return true;
    }
    let lesson = base.of_run_mut(state.run.clone().as_ref());
    match action {
        Action::Trail => match Trail::of(lesson, state.position) {
            Some(trail) => state.overlay = Overlay::Trail(trail),
            None => state.notice = Some(Notice::NoLinks),
        },
        Action::Return => match state.jumped_from.pop() {
            Some((run, position)) => (state.run, state.position) = (run, position),
            None => state.notice = Some(Notice::NoJump),
        },
        Action::First | Action::Last => {
            let to = end(lesson, state.position, action == Action::Last, count);
            jump(state, state.run.clone(), to);
        }
        Action::Present | Action::Play | Action::Faster | Action::Slower => manner::change(state, action),
        Action::Next => manner::next(state, lesson, times),
        Action::NextNew => manner::skip_twins(state, lesson),
        Action::Back
        | Action::NextNeuron
        | Action::PreviousNeuron
        | Action::NextPhase
        | Action::PreviousPhase
        | Action::NextEpoch
        | Action::PreviousEpoch => walk(state, lesson, action, times),
        _ => return false,
    }
    true
}

fn open_runs(state: &mut State, base: &mut Lesson) {
    if base.compared().is_empty() {
        state.notice = Some(Notice::NoRuns);
    } else {
        state.overlay = Overlay::Runs { facts: comparison(base), top: 0 };
    }
}
