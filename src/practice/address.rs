//! What a step is called from outside its line: its name with its sample or batch and its epoch.

use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::run::LineOf;

/// The name by which a step is found again from anywhere; `None` where there is no such step.
pub(super) fn address(lesson: &Lesson, position: Position) -> Option<Name> {
    let step = lesson.step(position)?;
    Some(of_line(lesson, position, &step.name))
}

/// The name by which a given has the value that it has at a step.
pub(super) fn of_given(lesson: &Lesson, position: Position, name: &Name) -> Name {
    of_line(lesson, position, name)
}

/// A name with the sample or batch and the epoch of a line, where there are several.
fn of_line(lesson: &Lesson, position: Position, name: &Name) -> Name {
    let number = match lesson.line(position) {
        LineOf::Sample(sample) if lesson.samples() > 1 || !lesson.validation().is_empty() => Some(sample),
        LineOf::Update(batch) if lesson.batches() > 1 => Some(batch),
        LineOf::Sample(_) | LineOf::Update(_) | LineOf::Validation => None,
    };
    let number =
        number.filter(|_| !name.as_str().contains('#')).map_or_else(String::new, |number| format!("#{number}"));
    let epoch = if position.epoch > 1 { format!("@{}", position.epoch) } else { String::new() };
    Name::new(format!("{name}{number}{epoch}"))
}
