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
        self.conventions_within(WIDTH)
    }

    /// The conventions in short phrases that together fit as many cells.
    #[must_use]
    pub fn conventions_within(&self, room: usize) -> Vec<String> {
        let arithmetic = self.arithmetic();
        let optimizer = self.optimizer();
        let first: Vec<String> = match (self.network(), self.graph()) {
            // The perceptron's rule does not use the loss.
            (Some(network), _) => {
                let loss = (!self.lesson.scenario.is_perceptron()).then(|| self.loss_formula(network));
                loss.into_iter().chain([self.biases(network)]).collect()
            }
            (_, Some(graph)) => {
                vec![self.say("lesson-convention-output", &[("name", graph.output.as_str().into())])]
            }
            (None, None) => vec![self.say("lesson-convention-given-gradients", &[])],
        };
        let biases_at = first.len().saturating_sub(1);
        let descent = self.has_turned_deltas().then(|| self.say("lesson-convention-descent", &[]));
        let surrogate = self.has_surrogate().then(|| self.say("lesson-convention-surrogate", &[]));
        let has_form = self.network().is_some() && (optimizer.is_some() || descent.is_some());
        let said = first.into_iter().chain(descent).chain(surrogate).chain(self.batch()).chain(optimizer);
        let mut phrases: Vec<String> = said.chain([arithmetic]).collect();
        // The form of an optimizer, or of delta, matters more than whether there are biases.
        if has_form && width(&phrases) > room + SPACE {
            phrases.remove(biases_at);
        }
        if self.lesson.scenario.is_layer_by_layer() {
            let id = if self.lesson.program().mixes_old_and_new() {
                "lesson-convention-not-the-gradient"
            } else {
                "lesson-convention-layer-by-layer"
            };
            // What is not the gradient has to be seen, whatever else there is no room for.
            phrases.insert(phrases.len().min(1), self.say(id, &[]));
            if width(&phrases) > room + SPACE {
                phrases.remove(2);
            }
        }
        if let Some(training) = &self.lesson.scenario.training {
            let rate = training.learning_rate.to_string();
            let rate = self.say("lesson-convention-rate", &[("rate", rate.into())]);
            let mut before = phrases.len() - 1;
            if offer(&mut phrases, before, rate, room) {
                before += 1;
            }
            // Gradients that are given cannot depend on when a parameter is updated.
            let program = self.lesson.program();
            let together = !program.gradients_are_given && program.trained.len() > 1;
            if together && !self.lesson.scenario.is_layer_by_layer() {
                offer(&mut phrases, before, self.say("lesson-convention-all-at-once", &[]), room);
            }
        }
        phrases
    }

    /// The conventions as the screen says them at the top, as many as fit into so many cells: the learning rate always.
    #[must_use]
    pub fn header(&self, room: usize) -> Vec<String> {
        let mut phrases = self.conventions();
        let Some(training) = &self.lesson.scenario.training else { return phrases };
        let rate = self.say("lesson-convention-rate", &[("rate", training.learning_rate.to_string().into())]);
        phrases.retain(|phrase| *phrase != rate);
        phrases.insert(phrases.len().min(1), rate);
        let plain = [
            ("lesson-convention-biases-fixed", "lesson-header-biases-not-trained"),
            ("lesson-convention-all-at-once", "lesson-header-updated-together"),
        ];
        let biases = self.network().map_or(0, |network| Self::biases_of(network).len());
        let values = [("count", biases.into())];
        for (short, plain) in plain.map(|(short, plain)| (self.say(short, &values), self.say(plain, &values))) {
            if let Some(at) = phrases.iter().position(|phrase| *phrase == short) {
                phrases[at] = plain;
            }
        }
        // What is said least often needs to be said: the arithmetic, the loss and the rate stay.
        while phrases.len() > 3 && width(&phrases) > room + SPACE {
            phrases.remove(phrases.len() - 2);
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

    fn biases_of<'a>(network: &'a Network) -> Vec<&'a Parameter> {
        let of_layer = |layer: &'a crate::scenario::Layer| match &layer.bias {
            Bias::None => &[],
            Bias::Shared(bias) => std::slice::from_ref(bias),
            Bias::Each(biases) => biases.as_slice(),
        };
        network.layers.iter().flat_map(of_layer).collect()
    }

    fn biases(&self, network: &Network) -> String {
        let biases = Self::biases_of(network);
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

/// Puts a phrase where there is room for it, and tells whether there was.
fn offer(phrases: &mut Vec<String>, at: usize, phrase: String, room: usize) -> bool {
    let fits = width(phrases) + phrase.width() <= room;
    if fits {
        phrases.insert(at, phrase);
    }
    fits
}

/// The cells of phrases, each with a space behind it.
fn width(phrases: &[String]) -> usize {
    phrases.iter().map(|phrase| phrase.width() + SPACE).sum()
}
