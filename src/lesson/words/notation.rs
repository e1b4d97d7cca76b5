//! What every sentence is told of the conventions: the letters of net and out, the sign of delta.

use super::Words;
use crate::formula::Name;
use crate::messages::Value;
use crate::scenario::{DeltaSign, Notation};

/// The values of sentences that are names of the lesson.
const NAMES: [&str; 7] = ["subject", "partner", "what", "used", "node", "output", "bias_name"];

impl Words<'_> {
    /// The values that every message may use: `z` and `a`, the letters of net and out; `word`, what a net is called;
    /// `delta`, by which a message chooses.
    pub(super) fn notation(&self) -> [(&'static str, Value<'static>); 4] {
        let (z, a) = self.letters();
        let word = match self.lesson.scenario.notation {
            Notation::NetOut => "lesson-net",
            Notation::ZA => "lesson-net-as-z",
        };
        let delta = if self.turns_deltas() { "descent" } else { "gradient" };
        [("z", z.into()), ("a", a.into()), ("word", self.messages.text(word, &[]).into()), ("delta", delta.into())]
    }

    /// A value as it is, but for names of the lesson to which the author gave a label.
    pub(super) fn labelled<'v>(&self, (key, value): &(&'v str, Value<'v>)) -> (&'v str, Value<'v>) {
        let label = match value {
            Value::Text(text) if NAMES.contains(key) => self.lesson.label_of(text),
            _ => None,
        };
        (*key, label.map_or_else(|| value.clone(), |symbol| symbol.on_one_line().into()))
    }

    fn letters(&self) -> (&'static str, &'static str) {
        match self.lesson.scenario.notation {
            Notation::NetOut => ("net", "out"),
            Notation::ZA => ("z", "a"),
        }
    }

    /// The weighted sum of a neuron as it is read.
    pub(super) fn net_of(&self, neuron: &Name) -> String {
        format!("{}_{neuron}", self.letters().0)
    }

    /// The output of a neuron as it is read.
    pub(super) fn out_of(&self, neuron: &Name) -> String {
        format!("{}_{neuron}", self.letters().1)
    }

    /// Whether the lesson has deltas, and they have their sign turned.
    pub(super) fn has_turned_deltas(&self) -> bool {
        self.turns_deltas() && self.network().is_some_and(|network| network.loss.is_some())
    }

    /// Whether delta is the gradient with its sign turned.
    pub(super) fn turns_deltas(&self) -> bool {
        self.lesson.scenario.delta == DeltaSign::Descent
    }
}
