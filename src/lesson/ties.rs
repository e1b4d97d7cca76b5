//! Where the numbers of a step come from, and which steps read its result.

use super::{Lesson, Link, Position};
use crate::formula::Name;
use crate::program::{RoleKind, Step};
use crate::run::{LineOf, Moment};

impl Lesson {
    fn link(&self, moment: Moment, name: &Name) -> Link {
        let found = self.locate_name(moment, name.as_str());
        Link { name: name.clone(), position: found }
    }

    pub(super) fn sources(&self, moment: Moment, step: &Step) -> Vec<Link> {
        step.operands().into_iter().map(|name| self.link(moment, name)).collect()
    }

    /// The steps of the same line, and of the update of its batch, that read a step.
    pub(super) fn uses(&self, moment: Moment, at: usize, step: &Step) -> Vec<Link> {
        let to = |line, at: usize, name: &Name| Link {
            name: name.clone(),
            position: Some(Position { epoch: moment.epoch, number: self.course.number(line, at) }),
        };
        let reads = |reader: &Step, name: &str| reader.operands().iter().any(|operand| operand.as_str() == name);
        let update = |batch: u64, name: &str, from: usize| -> Vec<Link> {
            let line = LineOf::Update(batch);
            let steps = self.run.steps(line);
            let reading = steps.iter().enumerate().skip(from).filter(|(_, reader)| reads(reader, name));
            reading.map(|(at, reader)| to(line, at, &reader.name)).collect()
        };
        match moment.line {
            LineOf::Sample(sample) => {
                let steps = &self.program().steps;
                let readers = self.readers.get(&step.name).into_iter().flatten();
                let mut uses: Vec<Link> = readers.map(|&at| to(moment.line, at, &steps[at].name)).collect();
                let is_carried = self.program().trained.iter().any(|trained| trained.gradient == step.name)
                    || self.program().loss.as_ref() == Some(&step.name);
                if is_carried {
                    let batch = self.run.setting().batch_of(sample);
                    uses.extend(update(batch, step.name.as_str(), 0));
                    uses.extend(update(batch, &format!("{}#{sample}", step.name), 0));
                }
                uses
            }
            LineOf::Update(batch) => {
                let mut uses = update(batch, step.name.as_str(), at + 1);
                if step.role.kind == RoleKind::NewParameter && moment.epoch < self.epochs() {
                    uses.extend(self.next_reader(moment, batch, &step.role.subject));
                }
                uses
            }
        }
    }

    /// The first step that reads a parameter after it has been updated.
    fn next_reader(&self, moment: Moment, batch: u64, parameter: &Name) -> Option<Link> {
        let at = *self.readers.get(parameter)?.first()?;
        let (epoch, sample) = if batch < self.batches() {
            (moment.epoch, self.run.setting().batch(batch + 1).first)
        } else {
            (moment.epoch + 1, 1)
        };
        let number = self.course.number(LineOf::Sample(sample), at);
        let name = self.program().steps[at].name.clone();
        Some(Link { name: Name::new(format!("{name}@{epoch}")), position: Some(Position { epoch, number }) })
    }
}
