//! Jumps: to what is named, what is linked, what is chosen in a list.

use super::practice;
use crate::formula::Name;
use crate::lesson::{FindFault, Found, Lesson, Link, Position, comparison};
use crate::run::Moment;
use crate::tui::keys::Context;
use crate::tui::practice::Said;
use crate::tui::state::{Notice, Overlay, State, Trail, TrailEntry};
use crate::tui::views::Kind;

pub(super) fn jump(state: &mut State, run: Option<Name>, to: Position) {
    state.view = Kind::Board;
    if to != state.position || run != state.run {
        state.jumped_from.push((state.run.clone(), state.position));
        (state.run, state.position) = (run, to);
    }
}

pub(super) fn open_runs(state: &mut State, base: &mut Lesson) {
    if base.compared().is_empty() {
        state.notice = Some(Notice::NoRuns);
    } else {
        state.overlay = Overlay::Runs { facts: comparison(base), top: 0 };
    }
}

pub(super) fn open_trail(state: &mut State, lesson: &mut Lesson) {
    let Ok(Some(page)) = lesson.page(state.position) else {
        state.notice = Some(Notice::NoLinks);
        return;
    };
    let sources = page.sources.len();
    let mut entry = |link: Link, is_known: bool| {
        let value = if is_known { lesson.value(page.moment, link.name.as_str()) } else { Ok(Err(OPEN)) };
        TrailEntry { name: link.name, position: link.position, value: value.ok().and_then(Result::ok) }
    };
    let mut entries: Vec<TrailEntry> = page.sources.into_iter().map(|link| entry(link, true)).collect();
    entries.extend(page.uses.into_iter().map(|link| entry(link, false)));
    if entries.is_empty() {
        state.notice = Some(Notice::NoLinks);
    } else {
        state.overlay = Overlay::Trail(Trail { entries, sources, chosen: 0 });
    }
}

/// Stands for what lies ahead and has no value yet.
const OPEN: crate::number::Fault = crate::number::Fault::Undecided(crate::number::Question::Digits);

/// Goes where the line that is typed, or the link that is chosen, leads.
pub(super) fn follow(state: &mut State, base: &mut Lesson) {
    if state.context() == Context::Steps {
        jump(state, state.run.clone(), state.steps.position);
        return;
    }
    if state.context() == Context::Table {
        let chosen = Position { number: state.table.chosen, ..state.position };
        jump(state, state.run.clone(), chosen);
        return;
    }
    if state.context() == Context::Training {
        jump(state, state.run.clone(), Position::start_of(state.training.epoch));
        return;
    }
    match std::mem::replace(&mut state.overlay, Overlay::None) {
        Overlay::Jump { text, .. } if text.trim().is_empty() => {}
        Overlay::Jump { text, .. } => {
            if let Err(fault) = go_to(state, base, &text) {
                state.overlay = Overlay::Jump { text, fault: Some(fault) };
            }
        }
        Overlay::Trail(trail) => match trail.entry() {
            Some(TrailEntry { position: Some(position), .. }) => jump(state, state.run.clone(), *position),
            Some(TrailEntry { name, position: None, value }) => {
                state.notice = Some(Notice::Given { name: name.clone(), value: value.clone(), fault: None });
            }
            None => {}
        },
        other => state.overlay = other,
    }
}

/// Goes to what is named; a name without a run is one of the run that is read.
fn go_to(state: &mut State, base: &mut Lesson, text: &str) -> Result<(), FindFault> {
    let (run, text) = base.split_run(text)?;
    let run = run.or_else(|| state.run.clone());
    let lesson = base.of_run_mut(run.as_ref());
    match lesson.find_within_reach(&text, state.position)? {
        Found::Step(position) => jump(state, run, position),
        Found::Given(moment) if practice::conceals_given(state, lesson, moment) => {
            state.notice = Some(Notice::Practice(Said::NotNow));
        }
        Found::Given(moment) => tell_given(state, lesson, moment, &plain_name(&text)),
    }
    Ok(())
}

fn plain_name(text: &str) -> Name {
    Name::new(text.trim().split(['#', '@']).next().unwrap_or_default())
}

pub(super) fn tell_given(state: &mut State, lesson: &mut Lesson, moment: Moment, name: &Name) {
    let (value, fault) = match lesson.value(moment, name.as_str()) {
        Ok(Ok(value)) => (Some(value), None),
        Ok(Err(fault)) => (None, Some(fault)),
        Err(_) => (None, None),
    };
    state.notice = Some(Notice::Given { name: name.clone(), value, fault });
}
