//! What a checked scenario says.

use rust_decimal::Decimal;

use super::course::{CourseEntry, See};
use super::fault::Place;
use super::given_gradients::GivenGradients;
use super::graph::Graph;
use super::network::{Network, Parameter};
use super::paper::Paper;
use super::practice::Practice;
use super::text::Text;
use crate::definitions::{Optimizer, OptimizerForm, Schedule};
use crate::formula::{Formula, Name, Symbol};

/// One lesson: what is computed, on what, and what is said about it.
///
/// Every scenario that exists has passed all checks.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// What the lesson is called.
    pub title: Text,
    /// What it is about, in a sentence or two.
    pub summary: Option<Text>,
    /// Where the example comes from.
    pub source: Option<Source>,
    /// What is computed.
    pub subject: Subject,
    /// On what it is computed; a graph of givens alone has none.
    pub samples: Vec<Sample>,
    /// On what it is judged without being trained on it.
    pub validation: Vec<Sample>,
    /// How it learns; without it there are no update steps.
    pub training: Option<Training>,
    /// In which of its usual forms the gradient of a parameter is written.
    pub gradient_form: GradientForm,
    /// Which letters weighted sums and outputs have on screen.
    pub notation: Notation,
    /// Which sign delta has.
    pub delta: DeltaSign,
    /// Which gradients are asked for beyond those that training needs.
    pub gradients: Gradients,
    /// How results are rounded on the way; none where nothing is.
    pub paper: Option<Paper>,
    /// How many decimals are shown.
    pub decimals: u32,
    /// How many significant digits are shown, where that is asked for in place of decimals.
    pub significant: Option<u32>,
    /// How names look in formulas, where the author has a wish.
    pub labels: Vec<Labelled>,
    /// Prose by step name.
    pub notes: Vec<Note>,
    /// What the source printed.
    pub published: Vec<Published>,
    /// What a learner is asked in practice.
    pub practice: Practice,
    /// The lesson's place in a course.
    pub course: Option<CourseEntry>,
    /// Other runs of the same lesson, to be shown beside it.
    pub compare: Vec<Compared>,
}

/// Another run of a lesson.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What it is called.
    pub name: Name,
    /// The lesson as this run has it.
    pub scenario: Scenario,
}

impl Scenario {
    /// All weights and biases, in the order of the file.
    #[must_use]
    pub fn parameters(&self) -> Vec<&Parameter> {
        match &self.subject {
            Subject::Network(network) => network.parameters(),
            Subject::Graph(graph) => graph.parameters.iter().collect(),
            Subject::Gradients(given) => given.parameters.iter().collect(),
        }
    }

    /// Whether a parameter is kept as it is.
    #[must_use]
    pub fn freezes(&self, parameter: &Name) -> bool {
        self.training.as_ref().is_some_and(|training| training.frozen.contains(parameter))
    }

    /// Whether a parameter is updated.
    #[must_use]
    pub fn trains(&self, parameter: &Name) -> bool {
        self.training.is_some() && !self.freezes(parameter)
    }

    /// Whether a layer is updated before the error goes on to the one before it.
    #[must_use]
    pub fn is_layer_by_layer(&self) -> bool {
        self.training.as_ref().is_some_and(|training| training.order == UpdateOrder::LayerByLayer)
    }

    /// Whether errors take the place of gradients.
    #[must_use]
    pub fn is_perceptron(&self) -> bool {
        self.training.as_ref().is_some_and(|training| training.optimizer.form == OptimizerForm::Perceptron)
    }

    /// Whether all parameters go against their gradients at once, by nothing but η times these.
    #[must_use]
    pub fn is_plain_descent(&self) -> bool {
        let is_plain =
            |training: &Training| training.optimizer.form == OptimizerForm::Sgd && training.weight_decay.is_none();
        self.training.as_ref().is_some_and(is_plain) && !self.is_layer_by_layer()
    }
}

/// A dense network, a computation graph, or parameters alone.
#[derive(Clone, Debug)]
pub enum Subject {
    /// Layers of neurons.
    Network(Network),
    /// Named formulas.
    Graph(Graph),
    /// Parameters whose gradients are given.
    Gradients(GivenGradients),
}

/// Where an example comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The title of the book or article.
    pub title: Option<Text>,
    /// Who wrote it.
    pub author: Option<Text>,
    /// When it appeared.
    pub year: Option<Text>,
    /// Where it stands.
    pub url: Option<Text>,
}

/// One example to compute on.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What it is called.
    pub name: Option<Text>,
    /// A value for each input.
    pub inputs: Vec<Decimal>,
    /// A value for each target; none where nothing is compared.
    pub targets: Vec<Decimal>,
}

/// How parameters are updated.
#[derive(Clone, Debug)]
pub struct Training {
    /// By which rule.
    pub optimizer: Optimizer,
    /// λ, where λw is added to every gradient.
    pub weight_decay: Option<Decimal>,
    /// How η changes from epoch to epoch, if it does.
    pub schedule: Option<Schedule>,
    /// The loss of an epoch below which training stops.
    pub stop_below: Option<Decimal>,
    /// η, at the start where a schedule changes it.
    pub learning_rate: Decimal,
    /// How often all samples are met.
    pub epochs: u64,
    /// How many samples make an update.
    pub batch: Batch,
    /// How the gradients of a batch become one.
    pub reduction: Reduction,
    /// Parameters that are not updated.
    pub frozen: Vec<Name>,
    /// In which order the layers are updated.
    pub order: UpdateOrder,
}

/// In which order the layers are updated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateOrder {
    /// All after the whole way back: gradient descent.
    AllAtOnce,
    /// The last layer first, and the error goes on back through its new weights.
    LayerByLayer,
}

/// How many samples make an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Batch {
    /// All samples of an epoch.
    All,
    /// So many; the last batch of an epoch may have fewer.
    Of(u64),
}

/// How the gradients of a batch become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduction {
    /// Their mean.
    Mean,
    /// Their sum.
    Sum,
}

/// In which form the gradient of a parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GradientForm {
    /// With all three factors of the chain.
    Factors,
    /// As delta times local factor.
    Delta,
}

/// Which letters the weighted sum and the output of a neuron have where a learner reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Notation {
    /// net and out, as the steps are named.
    #[default]
    NetOut,
    /// z and a.
    ZA,
}

/// Which sign the delta of a neuron has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DeltaSign {
    /// ∂E/∂net.
    #[default]
    Gradient,
    /// −∂E/∂net, the way down.
    Descent,
}

/// Which gradients are asked for beyond those that training needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Gradients {
    /// Those of the inputs.
    pub inputs: bool,
    /// Those of frozen parameters.
    pub frozen: bool,
}

/// How the name of a given or step looks in formulas.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// The name.
    pub name: Name,
    /// Where it stands.
    pub place: Place,
    /// How it looks.
    pub symbol: Symbol,
}

/// Prose for one step.
#[derive(Clone, Debug)]
pub struct Note {
    /// The name of the step.
    pub step: Name,
    /// Where the name stands.
    pub place: Place,
    /// What is said.
    pub text: Text,
    /// The page that shows it.
    pub see: Option<See>,
}

/// A number that the source printed.
#[derive(Clone, Debug)]
pub struct Published {
    /// What it is the value of: a step name or a formula over step names.
    pub what: Formula,
    /// Where that stands.
    pub place: Place,
    /// The number with the digits that were printed.
    pub value: Decimal,
    /// How the two are compared.
    pub kind: PublishedKind,
    /// What is to be said about it.
    pub note: Option<Text>,
}

/// How a published number is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishedKind {
    /// It must agree.
    Agrees,
    /// It must not agree, and this is why.
    Erratum(Text),
    /// It was printed from binary floats: 12 significant digits are compared.
    Float,
}
