//! What a lesson says: facts of steps, pages and faults become sentences of the message files.
//!
//! Which sentence is true of a step is decided here and below; how it reads stands in `messages/`. Must not know of
//! colours, keys or screens, and states no number that a page does not have.

mod conventions;
mod definitions;
mod gradient;
mod kinds;
mod nodes;
mod notation;
mod optimizer;
mod paper;
mod place;
mod runs;
mod sign;
mod trouble;
mod why;

use super::{Lesson, Page, Shown};
use crate::formula::Name;
use crate::messages::{Messages, Value};
use crate::number::Assumed;
use crate::program::{Phase, RoleKind, Step};
use crate::scenario::{Graph, Layer, Network, Subject};

/// What a lesson says in one language.
pub struct Words<'a> {
    lesson: &'a Lesson,
    messages: &'a Messages,
}

impl Lesson {
    /// What the lesson says in the language of `messages`.
    #[must_use]
    pub fn words<'a>(&'a self, messages: &'a Messages) -> Words<'a> {
        Words { lesson: self, messages }
    }
}

impl<'a> Words<'a> {
    /// What a step is, in a few words.
    #[must_use]
    pub fn title(&self, step: &Step) -> String {
        let id = if self.is_direct(step) { "lesson-title-direct-path" } else { kinds::title(kind(step)) };
        let title = self.of_step(id, step);
        if self.goes_back_through_new(step) {
            return self.say("lesson-title-not-the-gradient", &[("title", title.into())]);
        }
        title
    }

    /// The question that a step answers.
    #[must_use]
    pub fn question(&self, step: &Step) -> String {
        let answers = kind(step) == RoleKind::Activation && self.is_output_layer(step);
        let id = match kind(step) {
            _ if answers => "lesson-question-answer",
            _ if self.is_direct(step) => "lesson-question-direct-path",
            _ if self.goes_back_through_new(step) => "lesson-question-through-new",
            kind => kinds::question(kind),
        };
        self.of_step(id, step)
    }

    /// Why a step is worked as it is, and what its result means.
    #[must_use]
    pub fn why(&self, page: &Page) -> String {
        let Some(assumed) = page.assumed else { return self.reason(page) };
        let sentence = match assumed {
            Assumed::Tie => self.say("lesson-assumed-tie", &[]),
            Assumed::Kink => self.say("lesson-assumed-kink", &[]),
            Assumed::Bound => self.say("lesson-assumed-bound", &[]),
        };
        self.joined(vec![sentence, self.reason(page)])
    }

    /// The part of the round that a step belongs to.
    #[must_use]
    pub fn stage(&self, step: &Step) -> String {
        let layer = match (self.network(), step.worked_for()) {
            (Some(network), Some(layer)) => self.layer(network, layer),
            (Some(_), None) => self.say("lesson-layer-inputs", &[]),
            (None, _) => String::new(),
        };
        match step.phase {
            Phase::Forward if matches!(step.role.kind, RoleKind::LookAhead | RoleKind::LearningRate) => {
                self.say("lesson-stage-look-ahead", &[])
            }
            Phase::Forward if layer.is_empty() => self.say("lesson-stage-forward", &[]),
            Phase::Backward if layer.is_empty() => self.say("lesson-stage-backward", &[]),
            Phase::Forward => self.say("lesson-stage-forward-layer", &[("layer", layer.into())]),
            Phase::Backward => self.say("lesson-stage-backward-layer", &[("layer", layer.into())]),
            Phase::Error => self.say("lesson-stage-error", &[]),
            Phase::Update => self.say("lesson-stage-update", &[]),
        }
    }

    /// What the author says of a step.
    #[must_use]
    pub fn note(&self, step: &Step) -> Option<String> {
        let note = self.lesson.note(&step.name)?;
        Some(note.in_language(self.messages.language().tag()).to_owned())
    }

    /// The digits of a value; `…` follows where more of them could not be made certain.
    #[must_use]
    pub fn shown(&self, shown: &Shown) -> String {
        let digits = shown.written.to_string().replace('-', "−");
        if shown.unfinished { format!("{digits}…") } else { digits }
    }

    fn say(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let all: Vec<_> = values.iter().map(|value| self.labelled(value)).chain(self.notation()).collect();
        self.messages.text(id, &all).trim().to_owned()
    }

    fn of_step(&self, id: &str, step: &Step) -> String {
        let partner = step.role.partner.as_ref().map_or("", Name::as_str);
        let values = [
            ("subject", step.role.subject.as_str().into()),
            ("partner", partner.into()),
            ("loss", self.loss().into()),
            ("reduction", self.reduction().into()),
        ];
        self.say(id, &values)
    }

    /// What gradients are the slopes of: the error, or the output of a graph.
    fn loss(&self) -> String {
        match &self.lesson.scenario.subject {
            Subject::Network(_) | Subject::Gradients(_) => self.messages.text("lesson-error", &[]),
            Subject::Graph(graph) => self.messages.text("lesson-output", &[("name", graph.output.as_str().into())]),
        }
    }

    fn network(&self) -> Option<&'a Network> {
        match &self.lesson.scenario.subject {
            Subject::Network(network) => Some(network),
            Subject::Graph(_) | Subject::Gradients(_) => None,
        }
    }

    fn graph(&self) -> Option<&'a Graph> {
        match &self.lesson.scenario.subject {
            Subject::Network(_) | Subject::Gradients(_) => None,
            Subject::Graph(graph) => Some(graph),
        }
    }

    /// Whether a step is the path from a name that stands in the formula of a graph's output itself.
    fn is_direct(&self, step: &Step) -> bool {
        let output = self.graph().map(|graph| &graph.output);
        step.role.kind == RoleKind::NodePath && step.role.partner.as_ref() == output
    }

    /// Whether a step of the way back is worked from weights that are new already, so that it is no gradient.
    fn goes_back_through_new(&self, step: &Step) -> bool {
        // A slope of one net alone was no gradient before either.
        let is_local = matches!(step.role.kind, RoleKind::NetSlopeByOutput | RoleKind::NetSlopeByInput);
        step.phase == Phase::Backward && !is_local && self.lesson.program().rests_on_new(step.name.as_str())
    }

    fn layer_of(&self, step: &Step) -> Option<&'a Layer> {
        self.network()?.layers.get(step.layer?)
    }

    fn is_output_layer(&self, step: &Step) -> bool {
        self.network().is_some_and(|network| step.layer.is_some_and(|layer| layer + 1 == network.layers.len()))
    }

    /// A layer by its place: the last is the output layer, the others are hidden.
    fn layer(&self, network: &Network, layer: usize) -> String {
        match network.layers.len() {
            count if layer + 1 >= count => self.say("lesson-layer-output", &[]),
            2 => self.say("lesson-layer-hidden", &[]),
            _ => self.say("lesson-layer-hidden-of-several", &[("number", (layer + 1).into())]),
        }
    }
}

/// The kind of a step; the gradient of an output that feeds no net comes straight from the loss.
fn kind(step: &Step) -> RoleKind {
    match step.role.kind {
        RoleKind::OutputGradient if step.role.partner.is_none() => RoleKind::LossSlope,
        kind => kind,
    }
}

/// A number of the scenario with the sign that texts have.
fn with_minus(number: rust_decimal::Decimal) -> String {
    number.to_string().replace('-', "−")
}
