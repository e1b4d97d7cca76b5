//! Steps taken one after the other: to the next step, neuron, phase, epoch.

use super::keys::Action;
use super::notice::Notice;
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::program::{Phase, Program, Step};
use crate::run::LineOf;

/// Where so many steps to the next or previous of something lead, as far as there are any, and what there is to say;
/// none where an action is no step.
pub(super) fn walk(lesson: &Lesson, from: Position, action: Action, times: u64) -> Option<(Position, Option<Notice>)> {
    let mut here = from;
    for _ in 0..times {
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
            _ => return None,
        };
        let Some(to) = to else { return Some((here, Some(notice))) };
        here = to;
    }
    Some((here, None))
}

/// The first or the last step of an epoch, or the one with the number that was typed.
pub(super) fn end(lesson: &Lesson, from: Position, is_last: bool, count: Option<u64>) -> Position {
    let last = lesson.steps_per_epoch();
    let number = match count {
        Some(count) => count.min(last),
        None if is_last => last,
        None => 1,
    };
    Position { number, ..from }
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
