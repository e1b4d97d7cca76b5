//! The one program that every reading of a lesson reads: assignments in the order in which they are worked.
//!
//! Networks and graphs are builders that name nodes and hand them to the one differentiator. Must not
//! know of values, of the terminal, or of how a step is shown.

mod address;
mod ahead;
mod by_delta;
mod diagram;
mod differentiate;
mod given_gradients;
mod graph;
mod mistake;
mod network;
mod node;
mod paper;
mod paths;
mod rule;
mod step;
mod update;
mod wave;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub use address::Address;
pub use diagram::{BiasOf, Diagram, Edge, Vertex};
pub use mistake::{Mistake, mistaken};
pub use paths::{Path, Paths};
pub use rule::{UpdateGiven, UpdateRule};
pub use step::{Phase, Role, RoleKind, Step};
pub use update::Batch;

use crate::formula::{Formula, Name};
pub use crate::scenario::Reduction;
use crate::scenario::{Paper, Parameter, Scenario, Subject, Training};
use wave::Wave;

/// A value that no step computes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its name.
    pub name: Name,
    /// Where its value comes from.
    pub kind: GivenKind,
}

/// Where the value of a given comes from, with its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenKind {
    /// An input of the sample.
    Input(usize),
    /// A target of the sample.
    Target(usize),
    /// A parameter, as the epoch found it.
    Parameter(usize),
    /// A fixed value of a graph.
    Constant(usize),
}

/// A parameter that is updated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trained {
    /// Its name.
    pub parameter: Name,
    /// Its place among the parameters.
    pub index: usize,
    /// What its update follows from, for one sample: its gradient, which is a step or a given of the update, or by the perceptron's rule the
    /// error times what the parameter is multiplied with.
    pub gradient: Formula,
}

impl Trained {
    /// The name of its gradient, where it has one.
    #[must_use]
    pub fn gradient_step(&self) -> Option<&Name> {
        match &self.gradient {
            Formula::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The step that is its new value.
    #[must_use]
    pub fn new_name(&self) -> Name {
        new_name(&self.parameter)
    }
}

/// The step that is the new value of a parameter.
fn new_name(parameter: &Name) -> Name {
    Name::new(format!("{parameter}_new"))
}

/// What a builder writes.
#[derive(Debug, Default)]
struct Parts {
    givens: Vec<Given>,
    steps: Vec<Step>,
    aliases: HashMap<Name, Name>,
    trained: Vec<Trained>,
    waves: Vec<Wave>,
    loss: Option<Name>,
    diagram: Diagram,
    paths: Paths,
    parameters: usize,
    /// Whether the update reads gradients that no step computes.
    gradients_are_given: bool,
}

impl Parts {
    fn add_parameter(&mut self, parameter: &Parameter) {
        self.givens.push(Given { name: parameter.name.clone(), kind: GivenKind::Parameter(self.parameters) });
        self.parameters += 1;
    }

    /// The rule of a training, in names that nothing of these parts has.
    fn rule(&self, training: &Training, trained: &[Trained]) -> UpdateRule {
        let steps: HashSet<&Name> = self.steps.iter().map(|step| &step.name).collect();
        let givens: HashSet<&Name> = self.givens.iter().map(|given| &given.name).collect();
        let is_taken = |name: &Name| givens.contains(name) || steps.contains(name) || self.aliases.contains_key(name);
        let mut rule = UpdateRule::new(training, trained, is_taken);
        if self.gradients_are_given {
            rule.give_gradients(trained);
        }
        rule
    }
}

/// Whether the gradient of a given is asked for: always but for frozen parameters.
fn is_differentiated(name: &Name, scenario: &Scenario) -> bool {
    scenario.gradients.frozen || !scenario.freezes(name)
}

/// A lesson as straight lines of steps.
///
/// What a mistake leaves as it is, is shared with the program that it is made in.
#[derive(Clone, Debug)]
pub struct Program {
    /// The values that the steps start from.
    pub givens: Arc<[Given]>,
    /// The sample line, run for every sample of a batch.
    pub steps: Arc<[Step]>,
    /// The parameters that the update line changes.
    pub trained: Arc<[Trained]>,
    /// The step that is descended on, where there is one.
    pub loss: Option<Name>,
    /// Whether the update reads gradients that no step computes.
    pub gradients_are_given: bool,
    /// How a parameter follows from its gradient.
    pub rule: Arc<UpdateRule>,
    /// How the gradients of a batch become one.
    pub reduction: Reduction,
    /// How the losses of a batch become one.
    loss_reduction: Reduction,
    /// How results are rounded on the way; none where nothing is.
    paper: Option<Paper>,
    /// What is drawn beside the steps.
    pub diagram: Arc<Diagram>,
    /// All ways from a value to the loss.
    pub paths: Arc<Paths>,
    waves: Vec<Wave>,
    names: Arc<Names>,
}

/// What stands where, by name.
#[derive(Debug)]
struct Names {
    /// The names of lone paths, each with that of the whole.
    aliases: HashMap<Name, Name>,
    /// The steps of the sample line.
    steps: HashMap<Name, usize>,
    givens: HashMap<Name, usize>,
    /// The steps of the waves: which wave, and the place in it.
    waiting: HashMap<Name, (usize, usize)>,
    /// The steps that rest on parameters that are new already.
    resting_on_new: HashSet<Name>,
}

impl Program {
    /// Writes the program of a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let mut parts = match &scenario.subject {
            Subject::Network(network) => network::build(network, scenario),
            Subject::Graph(graph) => graph::build(graph, scenario),
            Subject::Gradients(given) => given_gradients::build(given, scenario),
        };
        let trained = if scenario.training.is_some() { std::mem::take(&mut parts.trained) } else { Vec::new() };
        let rule = scenario.training.as_ref().map(|training| parts.rule(training, &trained)).unwrap_or_default();
        ahead::look_ahead(&mut parts, &rule, &trained);
        let reduction = scenario.training.as_ref().map_or(Reduction::Mean, |training| training.reduction);
        let places = |(at, name): (usize, &Name)| (name.clone(), at);
        let names = Names {
            steps: parts.steps.iter().map(|step| &step.name).enumerate().map(places).collect(),
            givens: parts.givens.iter().map(|given| &given.name).enumerate().map(places).collect(),
            resting_on_new: wave::resting_on_new(&parts.waves, &trained),
            waiting: wave::places(&parts.waves),
            aliases: parts.aliases,
        };
        Self {
            givens: parts.givens.into(),
            steps: parts.steps.into(),
            rule: Arc::new(rule),
            gradients_are_given: parts.gradients_are_given,
            loss: parts.loss,
            reduction,
            loss_reduction: reduction,
            paper: scenario.paper.clone(),
            diagram: Arc::new(parts.diagram),
            paths: Arc::new(parts.paths),
            waves: if trained.is_empty() { Vec::new() } else { parts.waves },
            names: Arc::new(names),
            trained: trained.into(),
        }
    }

    /// Where in the sample line a step of that name stands; a name of a lone path finds the whole.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<usize> {
        self.names.steps.get(self.whole_name(name)).copied()
    }

    /// The step of that name in the sample line, or of the way back where that goes on in the update.
    #[must_use]
    pub fn step(&self, name: &str) -> Option<&Step> {
        let name = self.whole_name(name);
        if let Some(&at) = self.names.steps.get(name) {
            return self.steps.get(at);
        }
        let &(wave, at) = self.names.waiting.get(name)?;
        self.waves.get(wave)?.steps.get(at)
    }

    /// The name of the whole where `name` is that of its lone path, else `name` itself.
    #[must_use]
    pub fn whole_name<'a>(&'a self, name: &'a str) -> &'a str {
        self.names.aliases.get(name).map_or(name, |whole| whole.as_str())
    }

    /// Whether the steps of a round take in parameters that the same round has updated already, so that what goes back
    /// is not the gradient.
    #[must_use]
    pub fn mixes_old_and_new(&self) -> bool {
        !self.names.resting_on_new.is_empty()
    }

    /// Whether the step of that name is worked from parameters that its own round has updated already.
    #[must_use]
    pub fn rests_on_new(&self, name: &str) -> bool {
        self.names.resting_on_new.contains(name)
    }

    /// The given of that name.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<&Given> {
        self.names.givens.get(name).and_then(|&at| self.givens.get(at))
    }
}
