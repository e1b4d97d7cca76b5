//! How the names of steps look: `dE_dw5` is a fraction of ∂E and ∂w5, `net_h1` is z where a scenario wants that.

use super::Lesson;
use crate::formula::{Label, Name, Symbol};
use crate::keys::{Loss, Of, Part, What};
use crate::program::Address;
use crate::scenario::{Notation, Subject};

impl Lesson {
    /// The look of a name in two dimensions.
    #[must_use]
    pub fn label(&self, name: &Name) -> Label {
        let name = &name.shown();
        let Some(address) = Address::parse(name.as_str()) else { return Label::Text(name.to_string()) };
        let plain = address.name.as_str();
        let mark = address.sample.map(|sample| format!("({sample})"));
        let marked = |symbol: Symbol| match &mark {
            Some(mark) => symbol.marked(mark),
            None => symbol,
        };
        if let Some(symbol) = self.label_of(plain) {
            return Label::Symbol(marked(symbol.clone()));
        }
        if self.program().given(plain).is_some() {
            return Label::Symbol(marked(self.symbol(plain)));
        }
        if let Some((of, by)) = self.derivative(plain) {
            return Label::Derivative { of: marked(self.symbol(of.as_str())), by: self.symbol(by.as_str()) };
        }
        // Letters that only stand for something in an update; an input may be called so too.
        let letter = match plain {
            "beta" => Symbol::new("β"),
            "beta1" | "beta2" => Symbol::new("β").with_sub(plain.trim_start_matches("beta")),
            "epsilon" => Symbol::new("ε"),
            "weight_decay" => Symbol::new("λ"),
            "eta_start" => Symbol::new("η").with_sub("start"),
            _ => return Label::Symbol(marked(self.symbol(plain))),
        };
        let letter = if self.program().rule.given(plain).is_some() { letter } else { self.symbol(plain) };
        Label::Symbol(marked(letter))
    }

    /// The look of a name on one line: the name itself, but for labels and letters that the scenario wants.
    #[must_use]
    pub fn written(&self, name: &Name) -> String {
        let Some(address) = Address::parse(name.as_str()) else { return name.to_string() };
        let plain = address.name.as_str();
        let word = match self.program().what(plain) {
            Some(what @ (What::Gradient { .. } | What::Local { .. } | What::Slope(_)))
                if self.label_of(plain).is_none() =>
            {
                self.derivative_in_words(what)
            }
            _ => self.word(plain),
        };
        address.sample.map_or_else(|| word.clone(), |sample| format!("{word}#{sample}"))
    }

    /// The label that the author gave a name.
    pub(super) fn label_of(&self, name: &str) -> Option<&Symbol> {
        self.scenario.labels.iter().find(|label| label.name.as_str() == name).map(|label| &label.symbol)
    }

    /// A name that is no derivative, on one line.
    fn word(&self, name: &str) -> String {
        if let Some(symbol) = self.label_of(name) {
            return symbol.on_one_line();
        }
        match self.program().what(name) {
            Some(What::New(of)) => return What::New(self.word(of.as_str()).into()).name().to_string(),
            Some(What::Ahead(of)) => return What::Ahead(self.word(of.as_str()).into()).name().to_string(),
            Some(What::Old { quantity, of }) => {
                let of = self.label_of(of.as_str()).map_or_else(|| of.clone(), |label| label.on_one_line().into());
                return What::Old { quantity: quantity.clone(), of }.name().to_string();
            }
            _ => {}
        }
        if let Some((stem, parameter)) = name.split_once('_')
            && let Some(symbol) = self.label_of(parameter)
        {
            return format!("{stem}_{}", symbol.on_one_line());
        }
        match self.letter(name) {
            Some((letter, neuron)) => format!("{letter}_{neuron}"),
            None => name.to_owned(),
        }
    }

    /// The letter of a weighted sum or an output where it is not that of its name, and the neuron.
    fn letter(&self, name: &str) -> Option<(&'static str, Name)> {
        let is_network = matches!(self.scenario.subject, Subject::Network(_));
        if self.scenario.notation == Notation::NetOut || !is_network {
            return None;
        }
        match self.program().what(name)? {
            What::Net(neuron) => Some(("z", neuron.clone())),
            What::Out(neuron) => Some(("a", neuron.clone())),
            _ => None,
        }
    }

    /// What a name that is a derivative is one of, and by what; a path's part is the derivative of what it goes through.
    fn derivative(&self, name: &str) -> Option<(Name, Name)> {
        match self.program().what(name)? {
            What::Slope(neuron) => Some((Of::Out(neuron.clone()).name(), Of::Net(neuron.clone()).name())),
            What::Local { of, by } => Some((of.name(), by.name())),
            // Delta has a letter of its own.
            What::Gradient { of: Of::Net(_), .. } => None,
            What::Gradient { loss, of, part } => {
                let of_path = match part {
                    Part::Via(through) => Some(Loss::Output(through.clone()).name()),
                    Part::Whole | Part::Short => None,
                };
                let above = of_path.filter(|loss| self.program().find(loss.as_str()).is_some());
                Some((above.unwrap_or_else(|| loss.clone()), of.name()))
            }
            _ => None,
        }
    }

    /// A derivative on one line, with the letters and labels that the scenario wants.
    fn derivative_in_words(&self, what: &What) -> String {
        let of = |of: &Of| Of::Value(self.word(of.name().as_str()).into());
        let name = match what {
            What::Gradient { of: Of::Net(_), .. } => return self.word(what.name().as_str()),
            What::Gradient { loss, of: by, part } => {
                What::Gradient { loss: self.word(loss.as_str()).into(), of: of(by), part: part.clone() }
            }
            What::Local { of: value, by } => What::Local { of: of(value), by: of(by) },
            What::Slope(neuron) => match self.letter(Of::Out(neuron.clone()).name().as_str()) {
                Some((letter, _)) => What::Local { of: Of::Value(letter.into()), by: of(&Of::Net(neuron.clone())) },
                None => what.clone(),
            },
            other => other.clone(),
        };
        name.name().to_string()
    }

    /// The letters of a name that is no derivative.
    fn symbol(&self, name: &str) -> Symbol {
        if let Some(symbol) = self.label_of(name) {
            return symbol.clone();
        }
        let (base, sub) = match self.program().what(name) {
            Some(What::New(of)) => return self.symbol(of.as_str()).marked("+"),
            Some(What::Ahead(of)) => return self.symbol(of.as_str()).marked("ahead"),
            Some(What::Old { quantity, of }) => {
                let state = What::State { quantity: quantity.clone(), of: of.clone() };
                return self.symbol(state.name().as_str()).marked("old");
            }
            Some(What::Rate) => ("η", None),
            Some(What::Gradient { of: Of::Net(neuron), part, .. }) => {
                let part = match part {
                    Part::Whole => String::new(),
                    Part::Via(through) => format!(" via {through}"),
                    Part::Short => " short".to_owned(),
                };
                ("δ", Some(format!("{neuron}{part}").replace('_', " ")))
            }
            _ => match (self.letter(name), name.split_once('_')) {
                (Some((letter, neuron)), _) => (letter, Some(neuron.to_string())),
                (_, Some((base, sub))) => {
                    let label = self.label_of(sub).map(Symbol::on_one_line);
                    (base, Some(label.unwrap_or_else(|| sub.replace('_', " "))))
                }
                (_, None) => split_number(name),
            },
        };
        let symbol = Symbol::new(base);
        match sub {
            Some(sub) => symbol.with_sub(sub),
            None => symbol,
        }
    }
}

/// `w5` is w with 5 below.
fn split_number(name: &str) -> (&str, Option<String>) {
    let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    if letters.is_empty() || letters.len() == name.len() {
        return (name, None);
    }
    (letters, Some(name[letters.len()..].to_owned()))
}
