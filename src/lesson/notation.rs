//! How the names of steps look: `dE_dw5` is a fraction of ∂E and ∂w5, `net_h1` is z where a scenario wants that.

use super::Lesson;
use crate::formula::{Label, Name, Symbol};
use crate::program::{Address, RoleKind};
use crate::scenario::{Notation, Subject};

/// The parts of a name that is a derivative: `dE_dout_h1_via_o1`.
struct Derivative<'a> {
    of: &'a str,
    by: &'a str,
    via: Option<&'a str>,
}

impl Lesson {
    /// The look of a name in two dimensions.
    #[must_use]
    pub fn label(&self, name: &Name) -> Label {
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
        if let Some(parts) = self.derivative(plain) {
            return Label::Derivative { of: marked(self.symbol(&self.above(&parts))), by: self.symbol(parts.by) };
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
        let word = match self.derivative(plain) {
            Some(Derivative { of, by, via }) if self.label_of(plain).is_none() => {
                let via = via.map_or_else(String::new, |via| format!("_via_{via}"));
                format!("d{}_d{}{via}", self.word(of), self.word(by))
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
        for mark in ["_new", "_old", "_ahead"] {
            if let Some(before) = name.strip_suffix(mark) {
                return format!("{}{mark}", self.word(before));
            }
        }
        if let Some((stem, parameter)) = name.split_once('_')
            && let Some(symbol) = self.label_of(parameter)
        {
            return format!("{stem}_{}", symbol.on_one_line());
        }
        match self.letter(name) {
            Some((letter, Some(neuron))) => format!("{letter}_{neuron}"),
            Some((letter, None)) => letter.to_owned(),
            None => name.to_owned(),
        }
    }

    /// The letter of a weighted sum or an output where it is not that of its name, and the neuron.
    fn letter<'a>(&self, name: &'a str) -> Option<(&'static str, Option<&'a str>)> {
        let is_network = matches!(self.scenario.subject, Subject::Network(_));
        if self.scenario.notation == Notation::NetOut || !is_network {
            return None;
        }
        if name == "out" {
            return Some(("a", None));
        }
        let role = self.program().steps.get(self.program().find(name)?)?.role.kind;
        let (letter, stem) = match role {
            RoleKind::WeightedSum => ("z", "net_"),
            RoleKind::Activation => ("a", "out_"),
            _ => return None,
        };
        Some((letter, name.strip_prefix(stem)))
    }

    /// The parts of a name that is a derivative: `dE_dout_o1`, `dout_dnet_o1`, `dE_dout_h1_via_o1`.
    fn derivative<'a>(&self, name: &'a str) -> Option<Derivative<'a>> {
        let rest = name.strip_prefix('d')?;
        let program = self.program();
        let is_known =
            |part: &str| part == "E" || part == "out" || program.given(part).is_some() || program.find(part).is_some();
        rest.match_indices("_d").find_map(|(at, _)| {
            let (of, by) = (&rest[..at], &rest[at + 2..]);
            let (by, via) = by.split_once("_via_").map_or((by, None), |(by, via)| (by, Some(via)));
            (is_known(of) && (is_known(by) || by.starts_with("net_"))).then_some(Derivative { of, by, via })
        })
    }

    /// What a derivative is one of.
    fn above(&self, parts: &Derivative<'_>) -> String {
        match (parts.of, parts.by.strip_prefix("net_"), parts.via) {
            // dout_dnet_o1 speaks of one neuron and names it once.
            ("out", Some(neuron), _) => format!("out_{neuron}"),
            // A path's part is the derivative of what it goes through.
            ("E", _, Some(via)) if self.program().find(&format!("E_{via}")).is_some() => format!("E_{via}"),
            (of, ..) => of.to_owned(),
        }
    }

    /// The letters of a name that is no derivative.
    fn symbol(&self, name: &str) -> Symbol {
        if let Some(symbol) = self.label_of(name) {
            return symbol.clone();
        }
        for (ending, mark) in [("_new", "+"), ("_old", "old"), ("_ahead", "ahead")] {
            if let Some(before) = name.strip_suffix(ending) {
                return self.symbol(before).marked(mark);
            }
        }
        let (base, sub) = match (self.letter(name), name.split_once('_')) {
            (Some((letter, neuron)), _) => (letter, neuron.map(str::to_owned)),
            (_, Some(("delta", sub))) => ("δ", Some(sub.replace('_', " "))),
            (_, Some((base, sub))) => {
                let label = self.label_of(sub).map(Symbol::on_one_line);
                (base, Some(label.unwrap_or_else(|| sub.replace('_', " "))))
            }
            (_, None) if name == "eta" => ("η", None),
            (_, None) => split_number(name),
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
