//! Which earlier step of its line a step is worked like: the same formula in the same role, over other names.

use std::collections::HashMap;
use std::mem::discriminant;

use super::line_index::LineIndex;
use super::{Lesson, Position};
use crate::formula::{Formula, Name};
use crate::program::{Address, Program, Step};

impl Lesson {
    /// The first step of the same line that a step is worked like; none where it is itself the first.
    #[must_use]
    pub fn worked_like(&self, position: Position) -> Option<Position> {
        let (line, at) = self.course.locate(position.number);
        let index = self.index(line);
        let twins = index.twins.get_or_init(|| twins(&index, self.program()));
        let first = twins.get(at).copied().filter(|&first| first < at)?;
        Some(Position { number: self.course.number(line, first), ..position })
    }
}

/// For each step of a line the first that is worked like it: that may be itself.
fn twins(index: &LineIndex, program: &Program) -> Vec<usize> {
    let mut known: HashMap<String, usize> = HashMap::new();
    let first = |(at, step)| *known.entry(shape(step, index, program)).or_insert(at);
    index.steps.iter().enumerate().map(first).collect()
}

/// What steps that are worked alike have in common: role, place, and the formula with each name replaced by what it
/// stands for and by its number among the names, so that only what is the same name twice stays the same twice.
fn shape(step: &Step, index: &LineIndex, program: &Program) -> String {
    let names: HashMap<&Name, String> = step
        .operands()
        .into_iter()
        .enumerate()
        .map(|(at, name)| (name, format!("n{at}_{}", origin(name, index, program))))
        .collect();
    let renamed = step.formula.substituted(&|name| names.get(name).map(Formula::name));
    format!("{:?} {:?} {:?} {renamed}", step.role.kind, step.phase, step.layer)
}

/// What a name stands for: the kind of the step that it is, or of the given.
fn origin(name: &Name, index: &LineIndex, program: &Program) -> String {
    let plain = Address::parse(name.as_str()).map_or_else(|| name.clone(), |address| address.name);
    let own = index.place(name.as_str()).and_then(|at| index.steps.get(at));
    if let Some(step) = own.or_else(|| program.step(plain.as_str())) {
        return format!("{:?}", step.role.kind);
    }
    match program.given(plain.as_str()) {
        Some(given) => format!("{:?}", discriminant(&given.kind)),
        None => String::new(),
    }
}
