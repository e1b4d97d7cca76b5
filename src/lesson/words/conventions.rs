//! The conventions that a lesson follows, short enough to stand together on one line.

use unicode_width::UnicodeWidthStr as _;

use super::{Words, definitions};
use crate::scenario::{Bias, Network, Parameter};

/// The cells of a line.
const WIDTH: usize = 78;
/// The cells between two phrases.
const SPACE: usize = 4;

impl Words<'_> {
    /// The conventions in short phrases, the most important first; together they fit a line of 80 cells.
    #[must_use]
    pub fn conventions(&self) -> Vec<String> {
        let arithmetic = self.arithmetic();
        let first = match (self.network(), self.graph()) {
            (Some(network), _) => vec![self.loss_formula(network), self.biases(network)],
            (_, Some(graph)) => {
                vec![self.say("lesson-convention-output", &[("name", graph.output.as_str().into())])]
            }
            (None, None) => vec![self.say("lesson-convention-given-gradients", &[])],
        };
        let surrogate = self.has_surrogate().then(|| self.say("lesson-convention-surrogate", &[]));
        let optimizer = self.optimizer();
        let has_form = self.network().is_some() && optimizer.is_some();
        let said = first.into_iter().chain(surrogate).chain(self.batch()).chain(optimizer);
        let mut phrases: Vec<String> = said.chain([arithmetic]).collect();
        // The form of an optimizer matters more than whether there are biases.
        if has_form && width(&phrases) > WIDTH + SPACE {
            phrases.remove(1);
        }
        if let Some(training) = &self.lesson.scenario.training {
            let before = phrases.len() - 1;
            let rate = training.learning_rate.to_string();
            // Gradients that are given cannot depend on when a parameter is updated.
            if !self.lesson.program().gradients_are_given {
                offer(&mut phrases, before, self.say("lesson-convention-all-at-once", &[]));
            }
            let before = phrases.len() - 1;
            offer(&mut phrases, before, self.say("lesson-convention-rate", &[("rate", rate.into())]));
        }
        phrases
    }

    fn loss_formula(&self, network: &Network) -> String {
        let outputs = [("count", network.outputs().len().into())];
        let id = match &network.loss {
            None => "lesson-convention-forward-only",
            Some(loss) => definitions::loss(loss.kind).convention,
        };
        self.say(id, &outputs)
    }

    fn biases(&self, network: &Network) -> String {
        let biases: Vec<&Parameter> = network
            .layers
            .iter()
            .flat_map(|layer| match &layer.bias {
                Bias::None => &[],
                Bias::Shared(bias) => std::slice::from_ref(bias),
                Bias::Each(biases) => biases.as_slice(),
            })
            .collect();
        let trained = biases.iter().filter(|bias| self.lesson.scenario.trains(&bias.name)).count();
        let shared = network.layers.iter().all(|layer| matches!(layer.bias, Bias::None | Bias::Shared(_)));
        let id = match (biases.len(), trained) {
            (0, _) => "lesson-convention-no-biases",
            _ if self.lesson.scenario.training.is_none() => "lesson-convention-biases",
            (_, 0) => "lesson-convention-biases-fixed",
            (all, trained) if trained < all => "lesson-convention-biases-partly-fixed",
            _ if shared => "lesson-convention-shared-biases-trained",
            _ => "lesson-convention-biases-trained",
        };
        self.say(id, &[("count", biases.len().into())])
    }

    /// How many samples make an update; nothing where there is only one.
    fn batch(&self) -> Option<String> {
        let setting = self.lesson.run.setting();
        if self.lesson.scenario.training.is_none() || setting.sample_count() < 2 {
            return None;
        }
        let id = match (setting.batch_size, setting.batch_count()) {
            (1, _) => "lesson-convention-one-sample",
            (_, 1) => "lesson-convention-all-samples",
            _ => "lesson-convention-batches",
        };
        Some(self.say(id, &[("count", setting.batch_size.into()), ("reduction", self.reduction().into())]))
    }
}

/// Puts a phrase where there is room for it.
fn offer(phrases: &mut Vec<String>, at: usize, phrase: String) {
    if width(phrases) + phrase.width() <= WIDTH {
        phrases.insert(at, phrase);
    }
}

/// The cells of phrases, each with a space behind it.
fn width(phrases: &[String]) -> usize {
    phrases.iter().map(|phrase| phrase.width() + SPACE).sum()
}
