//! What a click and the wheel do.

use super::go::jump;
use super::{Effect, act, open, practice};
use crate::formula::Name;
use crate::lesson::{Found, Lesson, Position};
use crate::tui::hits::Target;
use crate::tui::jump::told;
use crate::tui::kept::Work;
use crate::tui::keys::{Action, Context};
use crate::tui::notice::Notice;
use crate::tui::practice::Said;
use crate::tui::state::{Overlay, State};
use crate::tui::views;
use crate::tui::walk::vertex_of;

/// Goes to what was clicked.
pub(in crate::tui) fn click(state: &mut State, base: &mut Lesson, work: &mut Work, target: &Target) {
    go_to(state, base, work, target);
    practice::hold(state, base);
}

fn go_to(state: &mut State, base: &mut Lesson, work: &mut Work, target: &Target) {
    forget(state);
    if let (Overlay::Trail(trail), Target::Link(at)) = (&mut state.overlay, target) {
        trail.chosen = *at;
        act(state, base, work, Action::Choose, None);
        return;
    }
    state.overlay = Overlay::None;
    let lesson = base.of_run_mut(state.run.clone().as_ref());
    match target {
        Target::Vertex(label) => match next_about(lesson, state.position, label) {
            Some(position) => jump(state, state.run.clone(), position),
            None => tell_vertex(state, lesson, label),
        },
        Target::Step(position) => jump(state, state.run.clone(), *position),
        Target::Tab(views::Kind::Check | views::Kind::Training) if state.practice.is_some() => {
            state.notice = Some(Notice::Practice(Said::NotNow));
        }
        Target::Tab(kind) if *kind != state.view => open(state, lesson, *kind),
        Target::Tab(_) | Target::Link(_) | Target::Entry(_) => {}
    }
}

/// Turns the wheel: through a list or a page, and at a step on or back.
pub(in crate::tui) fn turn(state: &mut State, base: &mut Lesson, work: &mut Work, down: bool) -> Effect {
    forget(state);
    let action = match (state.context(), down) {
        (Context::Text, _) => return Effect::Draw,
        (Context::Answer, true) if state.conceals(state.position) || !practice::is_blank(state) => return Effect::Draw,
        (Context::Answer, true) => Action::Answer,
        (Context::Lesson, true) => Action::Next,
        (Context::Lesson | Context::Answer, false) => Action::Back,
        (_, true) => Action::Down,
        (_, false) => Action::Up,
    };
    let effect = act(state, base, work, action, None);
    practice::hold(state, base);
    effect
}

/// What was begun by keys is not meant any more.
fn forget(state: &mut State) {
    state.count = None;
    state.first_key = None;
    state.notice = None;
}

/// The next step of the epoch about a neuron or node, else its first one.
fn next_about(lesson: &Lesson, here: Position, label: &Name) -> Option<Position> {
    let behind = here.number + 1..=lesson.steps_per_epoch();
    let mut numbers = behind.chain(1..=here.number);
    let is_about = |number: &u64| {
        let position = Position { number: *number, ..here };
        lesson.step(position).is_some_and(|step| vertex_of(lesson.program(), &step) == *label)
    };
    numbers.find(is_about).map(|number| Position { number, ..here })
}

/// An input has no steps of its own; its value is told.
fn tell_vertex(state: &mut State, lesson: &mut Lesson, label: &Name) {
    let vertices = lesson.program().diagram.columns.iter().flatten();
    let value = vertices.into_iter().find(|vertex| vertex.label == *label).map(|vertex| vertex.value.clone());
    match value.map(|value| (lesson.find(value.as_str(), state.position), value)) {
        Some((Ok(Found::Given(moment)), value)) => state.notice = Some(told(lesson, moment, &value)),
        _ => state.notice = Some(Notice::NoLinks),
    }
}
