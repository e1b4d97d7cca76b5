//! Where the numbers of a step come from, and which steps read its result.

use super::{Lesson, Link, Position};
use crate::formula::Name;
use crate::keys::What;
use crate::program::{RoleKind, Step};
use crate::run::{LineOf, Moment};

impl Lesson {
    fn link(&self, moment: Moment, name: &Name) -> Link {
        let found = self.locate_name(moment, name.as_str()).or_else(|| self.remembered(moment, name));
        Link { name: name.clone(), position: found }
    }

    /// The step of the update before that a name with `_old` speaks of.
    fn remembered(&self, moment: Moment, name: &Name) -> Option<Position> {
        let batch = match moment.line {
            LineOf::Update(batch) => batch,
            LineOf::Sample(sample) => self.run.setting().batch_of(sample),
            LineOf::Validation => 1,
        };
        let What::Old { quantity, of } = self.program().what(name.as_str())? else { return None };
        let step = What::State { quantity: quantity.clone(), of: of.clone() }.name();
        let (epoch, batch) = match batch {
            1 => (moment.epoch.checked_sub(1).filter(|&epoch| epoch > 0)?, self.batches()),
            _ => (moment.epoch, batch - 1),
        };
        self.locate_name(Moment { epoch, line: LineOf::Update(batch) }, step.as_str())
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
            LineOf::Sample(sample) if self.validation().contains(&sample) => {
                let steps = self.course.steps_of(sample);
                let index = self.index(moment.line);
                let within = index.readers(name).iter().filter(|&&at| (at as u64) < steps);
                let mut uses: Vec<Link> = within.map(|&at| to(moment.line, at, &index.steps[at].name)).collect();
                uses.extend(readers(LineOf::Validation, &format!("{name}#{sample}")));
                uses
            }
            LineOf::Validation => Vec::new(),
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
                let goes_on = batch < self.batches() || moment.epoch < self.epochs();
                if step.role.kind == RoleKind::NewParameter && moment.epoch < self.epochs() {
                    uses.extend(self.next_reader(moment, batch, &step.role.subject));
                }
                if let Some(old) = self.program().rule.next_name(step).filter(|_| goes_on) {
                    uses.extend(self.next_updates(moment, batch, &old));
                }
                uses
            }
        }
    }

    /// The steps of the next update that read a state as this one leaves it.
    fn next_updates(&self, moment: Moment, batch: u64, old: &Name) -> Vec<Link> {
        let (epoch, batch) = if batch < self.batches() { (moment.epoch, batch + 1) } else { (moment.epoch + 1, 1) };
        let index = self.index(LineOf::Update(batch));
        let link = |&at: &usize| {
            let name = &index.steps[at].name;
            let number = self.course.number(LineOf::Update(batch), at);
            let name = if self.batches() > 1 { format!("{name}#{batch}@{epoch}") } else { format!("{name}@{epoch}") };
            Link { name: Name::new(name), position: Some(Position { epoch, number }) }
        };
        let sample = LineOf::Sample(self.run.setting().batch(batch).first);
        let ahead = self.sample_line.readers(old.as_str()).iter().map(|&at| {
            let name = Name::new(format!("{}@{epoch}", self.sample_line.steps[at].name));
            Link { name, position: Some(Position { epoch, number: self.course.number(sample, at) }) }
        });
        ahead.chain(index.readers(old.as_str()).iter().map(link)).collect()
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
