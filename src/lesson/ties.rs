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
    pub(super) fn uses(&self, moment: Moment, step: &Step) -> Vec<Link> {
        let to = |line, at: usize, name: &Name| Link {
            name: name.clone(),
            position: Some(Position { epoch: moment.epoch, number: self.course.number(line, at) }),
        };
        let readers = |line, name: &str| -> Vec<Link> {
            let index = self.index(line);
            index.readers(name).iter().map(|&at| to(line, at, &index.steps[at].name)).collect()
        };
        let name = step.name.as_str();
        match moment.line {
            LineOf::Sample(sample) => {
                let mut uses = readers(moment.line, name);
                // An update reads a sample's step by its plain name where its batch is that sample alone.
                let update = LineOf::Update(self.run.setting().batch_of(sample));
                uses.extend(readers(update, name));
                uses.extend(readers(update, &format!("{name}#{sample}")));
                uses
            }
            LineOf::Update(batch) => {
                let mut uses = readers(moment.line, name);
                if step.role.kind == RoleKind::NewParameter && moment.epoch < self.epochs() {
                    uses.extend(self.next_reader(moment, batch, &step.role.subject));
                }
                uses
            }
        }
    }

    /// The first step that reads a parameter after it has been updated.
    fn next_reader(&self, moment: Moment, batch: u64, parameter: &Name) -> Option<Link> {
        let at = *self.sample_line.readers(parameter.as_str()).first()?;
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
