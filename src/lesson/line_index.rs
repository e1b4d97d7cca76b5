//! The steps of one line by name, and who reads what in it.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::Lesson;
use crate::formula::Name;
use crate::program::Step;
use crate::run::LineOf;

/// How many update lines are kept at hand.
const MOST_LINES: usize = 4;

/// A line of steps that answers by name.
#[derive(Debug)]
pub(super) struct LineIndex {
    pub(super) steps: Arc<[Step]>,
    places: HashMap<Name, usize>,
    readers: HashMap<Name, Vec<usize>>,
    /// For each step the first of the line that is worked like it.
    pub(super) twins: OnceCell<Vec<usize>>,
}

impl LineIndex {
    pub(super) fn new(steps: Arc<[Step]>) -> Self {
        let places = steps.iter().enumerate().map(|(at, step)| (step.name.clone(), at)).collect();
        let mut readers: HashMap<Name, Vec<usize>> = HashMap::new();
        for (at, step) in steps.iter().enumerate() {
            for name in step.operands() {
                readers.entry(name.clone()).or_default().push(at);
            }
        }
        Self { steps, places, readers, twins: OnceCell::new() }
    }

    /// The place of the step of that name.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The places of the steps that read a name, in order.
    pub(super) fn readers(&self, name: &str) -> &[usize] {
        self.readers.get(name).map_or(&[], Vec::as_slice)
    }
}

impl Lesson {
    /// The steps of a line; those of an update speak of the samples of its own batch.
    pub(super) fn index(&self, line: LineOf) -> Rc<LineIndex> {
        let batch = match line {
            LineOf::Sample(_) => return Rc::clone(&self.sample_line),
            LineOf::Validation => return Rc::clone(&self.validation_line),
            LineOf::Update(batch) => batch,
        };
        let batch = batch.clamp(1, self.batches());
        let mut known = self.update_lines.borrow_mut();
        if let Some(index) = known.get(&batch) {
            return Rc::clone(index);
        }
        if known.len() >= MOST_LINES {
            known.clear();
        }
        let steps = self.program().update_line(self.run.setting().batch(batch));
        let index = Rc::new(LineIndex::new(steps.into()));
        known.insert(batch, Rc::clone(&index));
        index
    }
}
