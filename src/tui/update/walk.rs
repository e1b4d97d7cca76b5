//! Steps taken one after the other: to the next step, neuron, phase, epoch.

use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::program::{Phase, Program, Step};
use crate::run::LineOf;
use crate::tui::keys::Action;
use crate::tui::state::{Notice, State};
use crate::tui::views::Kind;

/// Goes so many times to the next or previous of something: the step, or the cursor in the list of steps.
pub(super) fn walk(state: &mut State, lesson: &Lesson, action: Action, times: u64) {
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
    (line, step.phase, Some(vertex_of(program, step)))
}

/// The label of the neuron or node that a step is about; what it is about itself where that is none.
pub(super) fn vertex_of(program: &Program, step: &Step) -> Name {
    let diagram = &program.diagram;
    let subject = &step.role.subject;
    let fed = diagram.edges.iter().find(|edge| edge.weight.as_ref() == Some(subject)).map(|edge| edge.to);
    let fed = fed.and_then(|(column, row)| diagram.columns.get(column)?.get(row));
    fed.map_or_else(|| subject.clone(), |vertex| vertex.label.clone())
}
