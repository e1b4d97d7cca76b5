//! What the steps and givens of a lesson are drawn as, folded to plain letters and digits.

use std::collections::HashMap;

use super::scan::PaperName;
use crate::formula::{Label, Name, Symbol, symbols};
use crate::lesson::{Lesson, Position};
use crate::program::RoleKind;
use crate::scenario::{DeltaSign, nearest};

/// Every drawing, and the name that it stands for; none where it could be either of two.
#[derive(Debug)]
pub(super) struct Drawn {
    names: HashMap<String, Option<(Name, bool)>>,
}

impl Drawn {
    pub(super) fn of(lesson: &Lesson) -> Self {
        let mut drawn = Self { names: HashMap::new() };
        let names = names(lesson);
        // A path's part is drawn like the whole where nothing tells them apart; then it is the whole.
        let (paths, wholes): (Vec<Name>, Vec<Name>) =
            names.into_iter().partition(|name| name.as_str().contains("_via_"));
        for name in &wholes {
            drawn.add_name(lesson, name, true);
        }
        drawn.deltas(lesson);
        for name in &paths {
            drawn.add_name(lesson, name, false);
        }
        drawn
    }

    /// The name that something is drawn for, and whether it is the negative of that.
    pub(super) fn find(&self, name: &PaperName) -> Option<(&Name, bool)> {
        let of = |key: &str| self.names.get(key)?.as_ref().map(|(name, is_negated)| (name, *is_negated));
        let key = key(name);
        of(&key)
            .or_else(|| of(&key.replacen("dEtotal/", "dE/", 1)))
            .or_else(|| if key == "E" { of("Etotal") } else { None })
    }

    /// The name that was probably meant.
    pub(super) fn nearest(&self, name: &PaperName) -> Option<String> {
        let near = nearest(&key(name), self.names.keys().map(String::as_str))?;
        self.names.get(&near)?.as_ref().map(|(name, _)| name.to_string())
    }

    /// Every drawing that stands for one name, with that name.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&String, &(Name, bool))> {
        self.names.iter().filter_map(|(key, meant)| Some((key, meant.as_ref()?)))
    }

    fn add(&mut self, key: String, name: &Name, is_negated: bool, may_clash: bool) {
        let known = self.names.entry(key).or_insert_with(|| Some((name.clone(), is_negated)));
        if may_clash && known.as_ref().is_some_and(|(known, _)| known != name) {
            *known = None;
        }
    }

    fn add_name(&mut self, lesson: &Lesson, name: &Name, may_clash: bool) {
        self.add(fold(name.as_str()), name, false, may_clash);
        match lesson.label(name) {
            Label::Symbol(symbol) => self.add(drawn(&symbol), name, false, may_clash),
            Label::Derivative { of, by } => {
                self.add(derivative(&drawn(&of), &drawn(&by)), name, false, may_clash);
                self.add_words(name, may_clash);
            }
            Label::Text(_) | Label::Number(_) => {}
        }
    }

    /// `dout_dnet_o1` is also the derivative of `out_o1`, whatever letters are drawn.
    fn add_words(&mut self, name: &Name, may_clash: bool) {
        let whole = name.as_str().split("_via_").next().unwrap_or_default();
        let Some((of, by)) = whole.strip_prefix('d').and_then(|rest| rest.split_once("_d")) else { return };
        let of = match by.strip_prefix("net_") {
            Some(neuron) if of == "out" => format!("out_{neuron}"),
            _ => of.to_owned(),
        };
        self.add(derivative(&fold(&of), &fold(by)), name, false, may_clash);
    }

    /// A delta is the derivative of the error by a weighted sum, or its negative.
    fn deltas(&mut self, lesson: &Lesson) {
        let is_negated = lesson.scenario().delta == DeltaSign::Descent;
        for step in lesson.program().steps.iter() {
            if !matches!(step.role.kind, RoleKind::Delta | RoleKind::DeltaPathSum) {
                continue;
            }
            let net = Name::new(format!("net_{}", step.role.subject));
            self.add(derivative("E", &fold(net.as_str())), &step.name, is_negated, false);
            if let Label::Symbol(symbol) = lesson.label(&net) {
                self.add(derivative("E", &drawn(&symbol)), &step.name, is_negated, false);
            }
        }
    }
}

/// Every name of a lesson in its first epoch.
fn names(lesson: &Lesson) -> Vec<Name> {
    let program = lesson.program();
    let mut names: Vec<Name> = program.steps.iter().map(|step| step.name.clone()).collect();
    names.extend(program.givens.iter().map(|given| given.name.clone()));
    let mut others: Vec<Name> = program.rule.given_names().cloned().collect();
    for trained in program.trained.iter() {
        let parameter = &trained.parameter;
        others.extend(["new", "old"].map(|ending| Name::new(format!("{parameter}_{ending}"))));
        others.push(Name::new(format!("grad_{parameter}")));
        others.extend(program.rule.memories(parameter));
    }
    others.extend(["E_batch", "E_epoch", "E_validation"].map(Name::new));
    others.retain(|name| lesson.find(name.as_str(), Position::start_of(1)).is_ok());
    names.extend(others);
    names
}

fn key(name: &PaperName) -> String {
    let without_sign = |word: &str| fold(word.strip_prefix(['∂', 'd']).unwrap_or(word));
    match &name.below {
        Some(below) => derivative(&without_sign(&name.above), &without_sign(below)),
        None => fold(&name.above),
    }
}

fn derivative(of: &str, by: &str) -> String {
    format!("d{of}/d{by}")
}

fn drawn(symbol: &Symbol) -> String {
    fold(&symbol.on_one_line())
}

/// Letters, digits and the plus that marks a new value: lowered and raised ones as themselves, Greek ones spelled.
fn fold(text: &str) -> String {
    let plain = symbols::ASCII.plain(text);
    let letter = |letter: char| match letter {
        '\'' | '′' => Some('+'),
        letter => (letter.is_alphanumeric() || letter == '+').then_some(letter),
    };
    plain.chars().filter_map(letter).collect()
}
