//! How an optimizer's steps are written for one parameter after another.
//!
//! The names of a definition are closed: a constant stands under its own name only where the scenario has none such,
//! else as its number.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::Trained;
use super::step::{Phase, Role, RoleKind, Step};
use crate::formula::{Factor, Formula, Name, Term};
use crate::keys::{Loss, What};
use crate::number::Exact;
use crate::scenario::{OptimizerForm, OptimizerStep, Quantity, Training};

/// A value that the update line reads and no step computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateGiven {
    /// The learning rate, at the start where a schedule changes it.
    Rate,
    /// The epoch, counted from 1.
    Epoch,
    /// The number of the update, counted from 1.
    Number,
    /// A fixed number of the optimizer or the schedule, by its place in [`UpdateRule::constants`].
    Constant(usize),
    /// The gradient that the scenario gives of a parameter, by its place, for the epoch.
    Gradient(usize),
    /// What was remembered by the update before: the state, by its place, of a trained parameter, by its place.
    Memory {
        /// The place among the trained parameters.
        trained: usize,
        /// The place among the states.
        state: usize,
    },
}

/// The rule of an update, ready to be written for every parameter.
#[derive(Clone, Debug, Default)]
pub struct UpdateRule {
    /// What the optimizer remembers of every parameter, with its start.
    pub state: Vec<(Name, Decimal)>,
    /// The fixed numbers that stand under a name.
    pub constants: Vec<Decimal>,
    pub(super) steps: Vec<OptimizerStep>,
    /// The constants of the optimizer as they stand in its steps.
    written: Vec<(Name, Formula)>,
    weight_decay: Option<Formula>,
    schedule: Option<Formula>,
    /// Whether errors take the place of gradients.
    by_error: bool,
    look_ahead: Option<Formula>,
    givens: HashMap<Name, UpdateGiven>,
}

/// The step of a quantity for a parameter: `m_w5`.
fn of_parameter(stem: &Name, parameter: &Name) -> Name {
    What::State { quantity: stem.clone(), of: parameter.clone() }.name()
}

/// A quantity as the update before left it: `m_w5_old`.
fn before(stem: &Name, parameter: &Name) -> Name {
    What::Old { quantity: stem.clone(), of: parameter.clone() }.name()
}

impl UpdateRule {
    /// Prepares the rule of a training; `is_taken` tells the names that stand for something else.
    pub(super) fn new(training: &Training, trained: &[Trained], is_taken: impl Fn(&Name) -> bool) -> Self {
        let mut rule = Self {
            state: training.optimizer.state.clone(),
            steps: training.optimizer.steps.clone(),
            by_error: training.optimizer.form == OptimizerForm::Perceptron,
            look_ahead: training.optimizer.look_ahead.clone(),
            givens: HashMap::from([(What::UpdateNumber.name(), UpdateGiven::Number)]),
            ..Self::default()
        };
        let rate = if training.schedule.is_some() { What::StartRate } else { What::Rate };
        rule.givens.insert(rate.name(), UpdateGiven::Rate);
        if training.schedule.is_some() {
            rule.givens.insert(What::EpochNumber.name(), UpdateGiven::Epoch);
        }
        for (at, one) in trained.iter().enumerate() {
            for (place, (stem, _)) in rule.state.iter().enumerate() {
                let given = UpdateGiven::Memory { trained: at, state: place };
                rule.givens.insert(before(stem, &one.parameter), given);
            }
        }
        let steps = rule.step_names(trained);
        let is_taken = |name: &Name| is_taken(name) || steps.contains(name);
        rule.written = rule.name_constants(&training.optimizer.constants, &is_taken);
        let decay = training.weight_decay.map(|decay| (Name::new("weight_decay"), decay));
        rule.weight_decay = rule.name_constants(decay.as_slice(), &is_taken).pop().map(|(_, formula)| formula);
        if let Some(schedule) = &training.schedule {
            let constants = rule.name_constants(&schedule.constants, &is_taken);
            rule.schedule = Some(schedule.formula.substituted(&|name| match name.as_str() {
                "eta" => Some(Formula::Name(What::StartRate.name())),
                "n" => Some(Formula::Name(What::EpochNumber.name())),
                _ => written(&constants, name),
            }));
        }
        rule
    }

    /// Names the gradients that the scenario gives.
    pub(super) fn give_gradients(&mut self, trained: &[Trained]) {
        let given = |one: &Trained| Some((one.gradient_step()?.clone(), UpdateGiven::Gradient(one.index)));
        self.givens.extend(trained.iter().filter_map(given));
    }

    /// Every name that a step of an update may have.
    fn step_names(&self, trained: &[Trained]) -> std::collections::HashSet<Name> {
        let of = |one: &Trained| {
            let parameter = one.parameter.clone();
            let fixed = [What::BatchGradient, What::BatchCorrection, What::Decayed, What::Ahead];
            let fixed = fixed.map(|what| what(parameter.clone()).name());
            self.steps.iter().map(move |step| of_parameter(&step.name, &parameter)).chain(fixed)
        };
        let fixed = [What::Rate, What::UpdateNumber, What::Loss(Loss::Batch), What::Loss(Loss::Epoch)];
        trained.iter().flat_map(of).chain(fixed.map(|what| what.name())).collect()
    }

    /// Gives constants a name, where it is free.
    fn name_constants(
        &mut self,
        constants: &[(Name, Decimal)],
        is_taken: &impl Fn(&Name) -> bool,
    ) -> Vec<(Name, Formula)> {
        let mut named = Vec::with_capacity(constants.len());
        for (name, value) in constants {
            let formula = if is_taken(name) || self.givens.contains_key(name) {
                Formula::number(Exact::from(*value))
            } else {
                self.givens.insert(name.clone(), UpdateGiven::Constant(self.constants.len()));
                self.constants.push(*value);
                Formula::Name(name.clone())
            };
            named.push((name.clone(), formula));
        }
        named
    }

    /// The value of that name that no step computes.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<UpdateGiven> {
        self.givens.get(name).copied()
    }

    /// The names of all values of the update line that no step computes.
    pub fn given_names(&self) -> impl Iterator<Item = &Name> {
        self.givens.keys()
    }

    /// The names of what stays for the whole training: the rate, then the constants in their order.
    pub fn fixed_names(&self) -> impl Iterator<Item = &Name> {
        let place = |given: &UpdateGiven| match given {
            UpdateGiven::Rate => Some(0),
            UpdateGiven::Constant(at) => Some(at + 1),
            UpdateGiven::Epoch | UpdateGiven::Number | UpdateGiven::Gradient(_) | UpdateGiven::Memory { .. } => None,
        };
        let mut names: Vec<_> = self.givens.iter().filter_map(|(name, given)| Some((place(given)?, name))).collect();
        names.sort_unstable();
        names.into_iter().map(|(_, name)| name)
    }

    /// The names under which the states of a parameter stand after an update, in order.
    pub(crate) fn memories<'a>(&'a self, parameter: &'a Name) -> impl Iterator<Item = Name> + 'a {
        self.state.iter().map(move |(stem, _)| of_parameter(stem, parameter))
    }

    /// The name under which a step of an update is read by the next, where it is: `m_w5_old` for `m_w5`.
    #[must_use]
    pub fn next_name(&self, step: &Step) -> Option<Name> {
        let Role { kind: RoleKind::OptimizerState(_), subject, partner: Some(quantity) } = &step.role else {
            return None;
        };
        let is_state = self.state.iter().any(|(name, _)| name == quantity);
        is_state.then(|| before(quantity, subject))
    }

    /// Whether errors take the place of gradients.
    pub(super) fn by_error(&self) -> bool {
        self.by_error
    }

    /// Whether a parameter is pulled towards 0.
    pub(super) fn decays(&self) -> bool {
        self.weight_decay.is_some()
    }

    /// Whether the learning rate changes from epoch to epoch.
    pub(super) fn has_schedule(&self) -> bool {
        self.schedule.is_some()
    }

    /// What is computed for every parameter before its new value.
    pub(super) fn quantities(&self) -> impl Iterator<Item = &Name> {
        self.steps.iter().filter(|step| step.quantity != Quantity::Parameter).map(|step| &step.name)
    }

    /// What is remembered of every parameter from one update to the next.
    pub(super) fn remembered(&self) -> impl Iterator<Item = &Name> {
        self.state.iter().map(|(name, _)| name)
    }

    /// The learning rate of the epoch, where it is a step of the update.
    pub(super) fn rate(&self) -> Option<Step> {
        if self.looks_ahead_by_rate() { None } else { self.scheduled_rate(Phase::Update) }
    }

    /// The learning rate of the epoch, where looking ahead reads it.
    pub(super) fn rate_ahead(&self) -> Option<Step> {
        if self.looks_ahead_by_rate() { self.scheduled_rate(Phase::Forward) } else { None }
    }

    /// Whether the point at which gradients are taken is another than the parameters.
    #[must_use]
    pub fn looks_ahead(&self) -> bool {
        self.look_ahead.is_some()
    }

    fn looks_ahead_by_rate(&self) -> bool {
        let mut found = false;
        if let Some(formula) = &self.look_ahead {
            formula.each_name(&mut |name| found |= name.as_str() == "eta");
        }
        found
    }

    /// The step that finds the point at which the gradient of a parameter is taken.
    pub(super) fn ahead(&self, parameter: &Name) -> Option<Step> {
        let formula = self.look_ahead.as_ref()?.substituted(&|inside| self.put_in(inside, parameter));
        let role = Role { kind: RoleKind::LookAhead, subject: parameter.clone(), partner: None };
        Some(Step { name: super::ahead::name(parameter), formula, phase: Phase::Forward, layer: None, role })
    }

    /// What stands for a name of a definition before any of its steps is worked for a parameter.
    fn put_in(&self, inside: &Name, parameter: &Name) -> Option<Formula> {
        if inside.as_str() == "w" {
            return Some(Formula::Name(parameter.clone()));
        }
        let is_state = || self.state.iter().any(|(state, _)| state == inside);
        written(&self.written, inside).or_else(|| is_state().then(|| Formula::Name(before(inside, parameter))))
    }

    fn scheduled_rate(&self, phase: Phase) -> Option<Step> {
        let formula = self.schedule.clone()?;
        let name = What::Rate.name();
        let role = Role { kind: RoleKind::LearningRate, subject: name.clone(), partner: None };
        Some(Step { name, formula, phase, layer: None, role })
    }

    /// What the gradients of a batch together are called, and what kind of step that is.
    pub(super) fn of_batch(&self, parameter: &Name) -> (What, RoleKind) {
        if self.by_error {
            (What::BatchCorrection(parameter.clone()), RoleKind::BatchCorrection)
        } else {
            (What::BatchGradient(parameter.clone()), RoleKind::BatchGradient)
        }
    }

    /// Writes the steps that update one parameter by its gradient.
    pub(super) fn write(&self, parameter: &Name, gradient: &Formula, steps: &mut Vec<Step>) {
        let gradient = match &self.weight_decay {
            Some(decay) => {
                let decayed = Formula::product([decay.clone(), Formula::Name(parameter.clone())]);
                let name = What::Decayed(parameter.clone()).name();
                let formula = Formula::sum([gradient.clone(), decayed]);
                steps.push(step(name.clone(), formula, RoleKind::DecayedGradient, parameter, None));
                Formula::Name(name)
            }
            None => gradient.clone(),
        };
        let mut done: Vec<&Name> = Vec::with_capacity(self.steps.len());
        for OptimizerStep { name, formula, quantity } in &self.steps {
            let formula = formula.substituted(&|inside| {
                if inside.as_str() == "g" {
                    return Some(gradient.clone());
                }
                if done.contains(&inside) {
                    return Some(Formula::Name(of_parameter(inside, parameter)));
                }
                self.put_in(inside, parameter)
            });
            steps.push(match quantity {
                Quantity::Parameter => {
                    step(super::new_name(parameter), joined(formula), RoleKind::NewParameter, parameter, None)
                }
                quantity => {
                    let kind = RoleKind::OptimizerState(*quantity);
                    step(of_parameter(name, parameter), formula, kind, parameter, Some(name))
                }
            });
            done.push(name);
        }
    }
}

/// A product within a product written as one: `eta*(error_y*x1)` without its parentheses.
fn joined(formula: Formula) -> Formula {
    match formula {
        Formula::Sum(terms) => {
            let joined = |term: Term| Term { minus: term.minus, formula: joined(term.formula) };
            Formula::Sum(terms.into_iter().map(joined).collect())
        }
        Formula::Product(factors) => Formula::Product(factors.into_iter().flat_map(spliced).collect()),
        other => other,
    }
}

fn spliced(factor: Factor) -> Vec<Factor> {
    match factor.formula {
        Formula::Product(inner) if !factor.over => inner,
        formula => vec![Factor { over: factor.over, formula }],
    }
}

/// A constant as it stands in formulas.
fn written(constants: &[(Name, Formula)], name: &Name) -> Option<Formula> {
    constants.iter().find(|(own, _)| own == name).map(|(_, formula)| formula.clone())
}

fn step(name: Name, formula: Formula, kind: RoleKind, subject: &Name, partner: Option<&Name>) -> Step {
    let role = Role { kind, subject: subject.clone(), partner: partner.cloned() };
    Step { name, formula, phase: Phase::Update, layer: None, role }
}
