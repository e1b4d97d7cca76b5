//! Keys of practice: answers, hints, looking, passing over, reviewing; and what is kept out of sight.

use super::Effect;
use super::go::walk;
use crate::lesson::{Lesson, Position};
use crate::practice::{Ask, Entry, Session, mark};
use crate::tui::kept::Work;
use crate::tui::keys::{Action, Context};
use crate::tui::notice::Notice;
use crate::tui::practice::answer_line::Edit;
use crate::tui::practice::{Practising, Said};
use crate::tui::state::{Overlay, State};
use crate::tui::views::table::Order;

/// Does what an action means in practice; `None` where it means something else.
pub(super) fn act(state: &mut State, base: &mut Lesson, work: &mut Work, action: Action) -> Option<Effect> {
    match action {
        Action::Practise => toggle(state, base),
        Action::Review => {
            let has_any = state.practice.as_ref().is_some_and(|practice| !practice.session.entries().is_empty());
            if has_any {
                state.overlay = Overlay::Review { top: 0 };
            } else {
                say(state, Said::NoReview);
            }
        }
        Action::Again => next_session(state, base, |session, _| session.again()),
        Action::NextRound => next_session(state, base, Session::next_round),
        Action::WhatIf | Action::Undo | Action::Redo | Action::Write if state.is_varied => say(state, Said::Varied),
        _ if state.practice.is_none() => return None,
        Action::Answer => answer(state, base, work),
        Action::Hint => {
            let place = place(state)?;
            let is_given = state.practice.as_mut().is_some_and(|practice| practice.session.hint(base, place));
            if !is_given {
                say(state, Said::NoHint);
            }
        }
        Action::Reveal | Action::Skip => settle(state, base, action),
        Action::Close if state.context() == Context::Answer => {
            if let Some(practice) = &mut state.practice {
                practice.line.close();
            }
        }
        Action::MoreValues => {
            if let Some(practice) = &mut state.practice {
                practice.page += 1;
            }
        }
        // In the line the key moves the cursor, as it does in every line.
        Action::Back if is_answering(state) && !is_settled(state) => edit(state, Edit::Left),
        Action::Next if state.context() == Context::Lesson && waits_here(state) => {
            if let Some(practice) = &mut state.practice {
                practice.line.open();
            }
        }
        Action::Next if state.context() == Context::Lesson && is_to_review(state) => review(state),
        Action::Trail if state.conceals(state.position) => say(state, Said::NotNow),
        Action::Runs
        | Action::ShowCheck
        | Action::ShowTraining
        | Action::WhatIf
        | Action::Undo
        | Action::Redo
        | Action::Write => say(state, Said::NotNow),
        _ => return None,
    }
    Some(Effect::Draw)
}

/// Begins to ask from the step that is shown; false where nothing is asked there or behind it.
pub(in crate::tui) fn begin(state: &mut State, base: &Lesson, ask: Ask) -> bool {
    let is_other_run = state.run.take().is_some();
    if is_other_run {
        state.position = Position::start_of(1);
    }
    let round = if ask == Ask::Fading { state.progress.round.max(1) } else { 1 };
    let session = match ask {
        Ask::Review => Session::of_names(base, &state.due),
        _ => Session::new(base, ask, round, state.position),
    };
    if session.entries().is_empty() && ask != Ask::Fading {
        return false;
    }
    if let (Ask::Review, Some(first)) = (ask, session.frontier()) {
        state.position = first;
    }
    start(state, session);
    true
}

/// Begins a round at its first question.
pub(in crate::tui) fn start(state: &mut State, session: Session) {
    state.table.order = Order::Step;
    state.practice = Some(Practising::new(session));
}

/// Ends the practice; what was done stays.
pub(in crate::tui) fn end(state: &mut State) {
    state.practice = None;
}

fn say(state: &mut State, said: Said) {
    state.notice = Some(Notice::Practice(said));
}

fn place(state: &State) -> Option<usize> {
    state.practice.as_ref()?.place(state.position)
}

fn waits_here(state: &State) -> bool {
    state.practice.as_ref().is_some_and(|practice| practice.session.waits_at(state.position))
}

fn is_to_review(state: &State) -> bool {
    let is_done = |practice: &Practising| practice.session.is_done_at(state.position);
    state.practice.as_ref().is_some_and(|practice| !practice.was_reviewed && is_done(practice))
}

fn review(state: &mut State) {
    if let Some(practice) = &mut state.practice {
        practice.was_reviewed = true;
        state.overlay = Overlay::Review { top: 0 };
    }
}

fn toggle(state: &mut State, base: &Lesson) {
    if state.practice.is_some() {
        end(state);
        say(state, Said::Off);
    } else if begin(state, base, Ask::Scenario) {
        say(state, Said::On);
    } else {
        say(state, Said::NothingToAsk);
    }
}

/// Begins another round, at its first question; where there is none, everything stays.
fn next_session(state: &mut State, base: &Lesson, next: impl Fn(&Session, &Lesson) -> Option<Session>) {
    let Some(session) = state.practice.as_ref().and_then(|practice| next(&practice.session, base)) else { return };
    end(state);
    let first = session.entries().first().map(|entry| entry.question.position);
    start(state, session);
    state.overlay = Overlay::None;
    let before = first.unwrap_or_else(|| Position::start_of(1));
    state.position = before;
}

/// Marks what is typed; without anything typed, goes on from what is settled.
fn answer(state: &mut State, base: &mut Lesson, work: &mut Work) {
    let position = state.position;
    let Some(practice) = &mut state.practice else { return };
    let Some(place) = practice.place(position) else { return };
    let line = practice.line.text().to_owned();
    let is_open = practice.session.entry(place).is_some_and(Entry::is_open);
    if line.trim().is_empty() || !is_open {
        go_on(state, base);
        return;
    }
    let Some(reply) = mark(base, &mut work.marker, &mut practice.session, place, &line) else {
        say(state, Said::NotNow);
        return;
    };
    if reply.is_answer() {
        practice.looked_at = Some(place);
    }
    let is_refused = practice.session.entry(place).is_some_and(Entry::is_open);
    practice.line.give(is_refused);
}

/// Goes to the next question of the step, to the next step, or to the review.
fn go_on(state: &mut State, base: &Lesson) {
    let position = state.position;
    let Some(practice) = &mut state.practice else { return };
    if practice.entry(position).is_some_and(Entry::is_open) {
        say(state, Said::AnswerFirst);
    } else if practice.session.waits_at(position) {
        practice.looked_at = None;
    } else if is_to_review(state) {
        review(state);
    } else {
        walk(state, base, Action::Next, 1);
    }
}

/// Shows the answer, or passes the question over.
fn settle(state: &mut State, base: &mut Lesson, action: Action) {
    let Some(place) = place(state) else { return };
    let Some(practice) = &mut state.practice else { return };
    let Some(entry) = practice.session.entry(place) else { return };
    let was_open = entry.is_open();
    if action == Action::Reveal {
        practice.session.peek(base, place);
    } else {
        practice.session.skip(base, place);
    }
    practice.line.start();
    practice.looked_at = Some(place);
    if action == Action::Skip || !was_open {
        go_on(state, base);
    }
}

/// Whether an answer is typed.
pub(super) fn is_answering(state: &State) -> bool {
    state.context() == Context::Answer
}

/// Whether an answer could be typed and is not needed any more.
pub(super) fn is_settled(state: &State) -> bool {
    let is_settled = |practice: &Practising| practice.entry(state.position).is_some_and(|entry| !entry.is_open());
    is_answering(state) && state.practice.as_ref().is_some_and(is_settled)
}

/// Types a character of an answer; after a question is settled it is none.
pub(super) fn type_letter(state: &mut State, letter: char) {
    if is_settled(state) {
        return;
    }
    if let Some(practice) = &mut state.practice {
        practice.line.type_letter(letter);
    }
}

/// Edits the line of an answer.
pub(super) fn edit(state: &mut State, edit: Edit) {
    if is_answering(state)
        && !is_settled(state)
        && let Some(practice) = &mut state.practice
    {
        practice.line.edit(edit);
    }
}

/// Whether nothing is typed yet where an answer is.
pub(super) fn is_blank(state: &State) -> bool {
    is_answering(state) && state.practice.as_ref().is_some_and(|practice| practice.line.text().is_empty())
}

/// Keeps the reader before the first open question, in the run that is practised, and opens the line at a step that
/// is newly shown.
pub(in crate::tui) fn hold(state: &mut State, base: &mut Lesson) {
    let Some(practice) = &mut state.practice else { return };
    // What has no result is not asked.
    while let Some(frontier) = practice.session.frontier().filter(|frontier| *frontier <= state.position) {
        if Session::can_be_asked(base, frontier) {
            break;
        }
        practice.session.leave_out(frontier);
    }
    let has_left = state.run.take().is_some();
    let frontier = practice.session.frontier();
    if let Some(frontier) = frontier.filter(|frontier| has_left || state.position > *frontier) {
        state.position = frontier;
        state.notice = Some(Notice::Practice(Said::Held));
        state.manner.autoplay.is_on = false;
    }
    if practice.seen.replace(state.position) != Some(state.position) {
        practice.line.start();
        practice.looked_at = None;
        practice.page = 0;
    }
}
