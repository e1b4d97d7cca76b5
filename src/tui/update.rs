//! What a key does to a state. Pure but for reading the lesson; the only room that says where a key leads.

use super::keys::{Action, Context, Pressed, Stroke, press};
use super::state::{Notice, Overlay, State, Trail, TrailEntry};
use super::views::training::Work;
use super::views::{self, Kind};
use crate::formula::Name;
use crate::lesson::{FindFault, Found, Lesson, Link, Position, comparison};
use crate::program::{Phase, Program, Step};
use crate::run::{LineOf, Moment};

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
}

/// A larger count is not meant.
const LARGEST_COUNT: u64 = 9_999;

/// A later epoch than this, and than the lesson's last, is not computed on a key press.
const LATEST_EPOCH: u64 = 100_000;

/// A longer name is not typed.
const LONGEST_NAME: usize = 200;

/// Does what a key asks for.
pub fn update(state: &mut State, lesson: &mut Lesson, work: &Work, stroke: Stroke) -> Effect {
    let pressed = press(state.context(), state.first_key.take(), stroke);
    match pressed {
        Pressed::Command(action) => {
            let count = state.count.take();
            state.notice = None;
            return act(state, lesson, work, action, count);
        }
        Pressed::FirstOfTwo(first) => state.first_key = Some(first),
        Pressed::Typed(letter) => type_letter(state, letter),
        Pressed::Erase => {
            if let Overlay::Jump { text, fault } = &mut state.overlay {
                *fault = None;
                if text.pop().is_none() {
                    state.overlay = Overlay::None;
                }
            }
        }
        Pressed::Nothing => state.count = None,
    }
    Effect::Draw
}

fn type_letter(state: &mut State, letter: char) {
    if let Overlay::Jump { text, fault } = &mut state.overlay {
        *fault = None;
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

fn act(state: &mut State, base: &mut Lesson, work: &Work, action: Action, count: Option<u64>) -> Effect {
    if action == Action::Choose {
        follow(state, base);
        return Effect::Draw;
    }
    if action == Action::Runs {
        open_runs(state, base);
        return Effect::Draw;
    }
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
            if state.view == Kind::Steps {
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
        Action::Up | Action::Down => choose(state, action == Action::Down),
        Action::ShowSteps | Action::ShowCheck | Action::ShowTraining => {
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
            state.training.step(work, action == Action::LaterEpoch, count.unwrap_or(1));
        }
        Action::MoreEpochs | Action::FewerEpochs => state.training.extend(lesson, action == Action::MoreEpochs),
        Action::Halt => state.training.is_halted = !state.training.is_halted,
        _ => walk(state, lesson, action, count.unwrap_or(1)),
    }
    Effect::Draw
}

/// Goes so many times to the next or previous of something: the step, or the cursor in the list of steps.
fn walk(state: &mut State, lesson: &Lesson, action: Action, times: u64) {
    for _ in 0..times {
        let at = if state.view == Kind::Steps { &mut state.steps.position } else { &mut state.position };
        let here = *at;
        let phase = |line: LineOf, step: &Step| (line, step.phase);
        let neuron = |line: LineOf, step: &Step| neuron(lesson.program(), line, step);
        let (to, notice) = match action {
            Action::Next => (lesson.next(here), Notice::End),
            Action::Back => (lesson.previous(here), Notice::Start),
            Action::NextNeuron => (lesson.next_change(here, neuron), Notice::End),
            Action::PreviousNeuron => (lesson.previous_change(here, neuron), Notice::Start),
            Action::NextPhase => (lesson.next_change(here, phase), Notice::End),
            Action::PreviousPhase => (lesson.previous_change(here, phase), Notice::Start),
            Action::NextEpoch => {
                let next = Position::start_of(here.epoch + 1);
                ((here.epoch < lesson.epochs()).then_some(next), Notice::End)
            }
            Action::PreviousEpoch if here.number > 1 => (Some(Position::start_of(here.epoch)), Notice::Start),
            Action::PreviousEpoch => ((here.epoch > 1).then(|| Position::start_of(here.epoch - 1)), Notice::Start),
            _ => return,
        };
        let Some(to) = to else {
            state.notice = Some(notice);
            return;
        };
        *at = to;
    }
}

/// The neuron or node that a step belongs to, with its line and phase: a weight belongs to the neuron that it feeds.
fn neuron(program: &Program, line: LineOf, step: &Step) -> (LineOf, Phase, Option<Name>) {
    let diagram = &program.diagram;
    let subject = &step.role.subject;
    let fed = diagram.edges.iter().find(|edge| edge.weight.as_ref() == Some(subject)).map(|edge| edge.to);
    let fed = fed.and_then(|(column, row)| diagram.columns.get(column)?.get(row));
    (line, step.phase, Some(fed.map_or_else(|| subject.clone(), |vertex| vertex.label.clone())))
}

fn jump(state: &mut State, run: Option<Name>, to: Position) {
    state.view = Kind::Board;
    if to != state.position || run != state.run {
        state.jumped_from.push((state.run.clone(), state.position));
        (state.run, state.position) = (run, to);
    }
}

fn open_runs(state: &mut State, base: &mut Lesson) {
    if base.compared().is_empty() {
        state.notice = Some(Notice::NoRuns);
    } else {
        state.overlay = Overlay::Runs { facts: comparison(base), top: 0 };
    }
}

fn choose(state: &mut State, down: bool) {
    let step = |at: usize, last: usize| if down { (at + 1).min(last) } else { at.saturating_sub(1) };
    match &mut state.overlay {
        Overlay::Trail(trail) => trail.chosen = step(trail.chosen, trail.entries.len().saturating_sub(1)),
        // How far the page can be moved is known when it is drawn.
        Overlay::Help { top } | Overlay::Faults { top } | Overlay::Runs { top, .. } => *top = step(*top, usize::MAX),
        Overlay::None if state.view == Kind::Check => state.check.top = step(state.check.top, usize::MAX),
        Overlay::None | Overlay::Jump { .. } => {}
    }
}

fn open_trail(state: &mut State, lesson: &mut Lesson) {
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
fn follow(state: &mut State, base: &mut Lesson) {
    if state.context() == Context::Steps {
        jump(state, state.run.clone(), state.steps.position);
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
    match find(lesson, &text, state.position)? {
        Found::Step(position) => jump(state, run, position),
        Found::Given(moment) => tell_given(state, lesson, moment, &plain_name(&text)),
    }
    Ok(())
}

fn plain_name(text: &str) -> Name {
    Name::new(text.trim().split(['#', '@']).next().unwrap_or_default())
}

/// Finds a step, but none so late that reaching it would take longer than a reader waits.
fn find(lesson: &Lesson, text: &str, here: Position) -> Result<Found, FindFault> {
    let found = lesson.find(text, here)?;
    let epoch = match &found {
        Found::Step(position) => position.epoch,
        Found::Given(moment) => moment.epoch,
    };
    let largest = lesson.epochs().max(LATEST_EPOCH);
    if epoch > largest { Err(FindFault::NoSuchNumber { number: epoch, largest }) } else { Ok(found) }
}

fn tell_given(state: &mut State, lesson: &mut Lesson, moment: Moment, name: &Name) {
    let (value, fault) = match lesson.value(moment, name.as_str()) {
        Ok(Ok(value)) => (Some(value), None),
        Ok(Err(fault)) => (None, Some(fault)),
        Err(_) => (None, None),
    };
    state.notice = Some(Notice::Given { name: name.clone(), value, fault });
}
