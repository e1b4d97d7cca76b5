//! The numbers of the scenario that a reader can change, by the names that steps read them by.

use rust_decimal::Decimal;

use super::{Lesson, Position};
use crate::formula::Name;
use crate::program::{Address, GivenKind};
use crate::run::LineOf;
use crate::scenario::{Figure, Scenario};

/// A number that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which it is.
    pub figure: Figure,
    /// What it is called; with `#sample` where the lesson has more samples than one.
    pub name: Name,
    /// What it is now.
    pub value: Decimal,
    /// Whether the step reads it, or is about it.
    pub is_near: bool,
}

impl Lesson {
    /// The numbers of `scenario`, of which this lesson is a run, that can be changed: those that have to do with a step
    /// first.
    #[must_use]
    pub fn figures(&self, scenario: &Scenario, position: Position) -> Vec<Named> {
        let near = self.near(position);
        let named = |figure: Figure| {
            let (name, value) = (self.name_of(&figure)?, figure.value(scenario)?);
            let is_near = near.contains(&figure);
            Some(Named { figure, name, value, is_near })
        };
        let (mut first, others): (Vec<Named>, Vec<Named>) =
            Figure::all(scenario).into_iter().filter_map(named).partition(|named| named.is_near);
        first.sort_by_key(|named| near.iter().position(|figure| *figure == named.figure));
        first.extend(others);
        first
    }

    /// What a number of the scenario is called; `None` where no step could read it.
    #[must_use]
    pub fn name_of(&self, figure: &Figure) -> Option<Name> {
        let given = |wanted: GivenKind| {
            self.program().givens.iter().find(|given| given.kind == wanted).map(|given| given.name.clone())
        };
        let of_sample = |name: Name, sample: usize| {
            if self.samples() > 1 { Name::new(format!("{name}#{}", sample + 1)) } else { name }
        };
        match figure {
            Figure::Parameter(name) | Figure::Constant(name) => Some(name.clone()),
            Figure::Input(sample, at) => Some(of_sample(given(GivenKind::Input(*at))?, *sample)),
            Figure::Target(sample, at) => Some(of_sample(given(GivenKind::Target(*at))?, *sample)),
            Figure::LearningRate => {
                let training = self.scenario().training.as_ref()?;
                Some(Name::new(if training.schedule.is_some() { "eta_start" } else { "eta" }))
            }
        }
    }

    /// What a step is about, where that is a parameter, and the numbers that it reads.
    fn near(&self, position: Position) -> Vec<Figure> {
        let Some(step) = self.step(position) else { return Vec::new() };
        let here = match self.line(position) {
            LineOf::Sample(sample) => Some(sample),
            LineOf::Update(batch) => Some(self.run.setting().batch(batch).first),
            LineOf::Validation => None,
        };
        let mut near = Vec::new();
        for name in std::iter::once(&step.role.subject).chain(step.operands()) {
            let Some(figure) = self.figure(name, here) else { continue };
            if !near.contains(&figure) {
                near.push(figure);
            }
        }
        near
    }

    fn figure(&self, name: &Name, here: Option<u64>) -> Option<Figure> {
        let address = Address::parse(name.as_str())?;
        let plain = &address.name;
        if matches!(plain.as_str(), "eta" | "eta_start") && self.program().rule.given(plain.as_str()).is_some() {
            return Some(Figure::LearningRate);
        }
        let sample = address.sample.or(here).and_then(|sample| usize::try_from(sample).ok()?.checked_sub(1));
        Some(match self.program().given(plain.as_str())?.kind {
            GivenKind::Parameter(_) => Figure::Parameter(plain.clone()),
            GivenKind::Constant(_) => Figure::Constant(plain.clone()),
            GivenKind::Input(at) => Figure::Input(sample?, at),
            GivenKind::Target(at) => Figure::Target(sample?, at),
        })
    }
}
