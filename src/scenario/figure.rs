//! The numbers of a scenario that can be others: what a what-if is about. Must not know how they stand in the text.

use rust_decimal::Decimal;

use super::{Scenario, Subject};
use crate::formula::Name;

/// A number of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A weight, a bias, or a parameter of a graph, before any update.
    Parameter(Name),
    /// A given of a graph.
    Constant(Name),
    /// An input, by the sample and its place there, both counted from 0.
    Input(usize, usize),
    /// A target, by the sample and its place there, both counted from 0.
    Target(usize, usize),
    /// The learning rate.
    LearningRate,
}

impl Figure {
    /// All of a scenario: what is fed in first, then what is learned, then the rate.
    #[must_use]
    pub fn all(scenario: &Scenario) -> Vec<Self> {
        let mut figures = Vec::new();
        for (at, sample) in scenario.samples.iter().enumerate() {
            figures.extend((0..sample.inputs.len()).map(|input| Self::Input(at, input)));
            figures.extend((0..sample.targets.len()).map(|target| Self::Target(at, target)));
        }
        if let Subject::Graph(graph) = &scenario.subject {
            figures.extend(graph.given.iter().map(|(name, _)| Self::Constant(name.clone())));
        }
        figures.extend(scenario.parameters().iter().map(|parameter| Self::Parameter(parameter.name.clone())));
        figures.extend(scenario.training.as_ref().map(|_| Self::LearningRate));
        figures
    }

    /// What it is in a scenario; `None` where that has no such number.
    #[must_use]
    pub fn value(&self, scenario: &Scenario) -> Option<Decimal> {
        match self {
            Self::Input(sample, at) => scenario.samples.get(*sample)?.inputs.get(*at).copied(),
            Self::Target(sample, at) => scenario.samples.get(*sample)?.targets.get(*at).copied(),
            Self::LearningRate => scenario.training.as_ref().map(|training| training.learning_rate),
            Self::Constant(name) => match &scenario.subject {
                Subject::Graph(graph) => graph.given.iter().find(|(own, _)| own == name).map(|(_, value)| *value),
                Subject::Network(_) | Subject::Gradients(_) => None,
            },
            Self::Parameter(name) => {
                scenario.parameters().into_iter().find(|own| own.name == *name).map(|own| own.value)
            }
        }
    }
}
