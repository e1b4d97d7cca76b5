//! Why a step is worked as it is: the sentences of a graph.

use std::collections::HashSet;

use super::Words;
use super::sign::Sign;
use crate::formula::{Formula, Function, Name};
use crate::lesson::Page;
use crate::number::{Exact, Rounding};

/// How many significant digits a ratio has when it is spoken of.
const ROUGH: u32 = 3;
/// Ratios that have a word of their own: the word, the digits and the scale.
const RATIOS: [(&str, u32, u32); 6] =
    [("same", 1, 0), ("half", 5, 1), ("third", 333, 3), ("quarter", 25, 2), ("tenth", 1, 1), ("twice", 2, 0)];

/// The word by which a message names a ratio.
fn times(ratio: &Exact) -> &'static str {
    let is = |(_, digits, scale): &&(&str, u32, u32)| Exact::new(*digits, *scale).compare(ratio).is_eq();
    RATIOS.iter().find(is).map_or("other", |(word, ..)| word)
}

/// Whether a formula reads a name.
fn mentions(formula: &Formula, wanted: &Name) -> bool {
    let mut found = false;
    formula.each_name(&mut |name| found |= name == wanted);
    found
}

/// Whether a formula calls a function that has steps.
fn has_steps(formula: &Formula) -> bool {
    match formula {
        Formula::Number(_) | Formula::Name(_) => false,
        Formula::Negative(inner) => has_steps(inner),
        Formula::Sum(terms) => terms.iter().any(|term| has_steps(&term.formula)),
        Formula::Product(factors) => factors.iter().any(|factor| has_steps(&factor.formula)),
        Formula::Power(base, exponent) => has_steps(base) || has_steps(exponent),
        Formula::Call(function, arguments) => {
            matches!(function, Function::Step | Function::Sign | Function::Floor) || arguments.iter().any(has_steps)
        }
    }
}

impl Words<'_> {
    fn formula_of(&self, node: &Name) -> Option<&Formula> {
        self.graph()?.nodes.iter().find(|(name, _)| name == node).map(|(_, formula)| formula)
    }

    pub(super) fn node(&self, page: &Page) -> String {
        let (Some(graph), name) = (self.graph(), &page.step.role.subject) else { return String::new() };
        if graph.output == *name && self.lesson.validation_sample(page.moment.line).is_some() {
            return self.say("lesson-why-total-loss-validation", &[]);
        }
        if graph.output == *name {
            return self.of_step("lesson-why-node-output", &page.step);
        }
        let users: Vec<&Name> =
            graph.nodes.iter().filter(|(_, formula)| mentions(formula, name)).map(|(user, _)| user).collect();
        let subject = ("subject", name.as_str().into());
        match self.listed(&users) {
            _ if users.is_empty() => self.say("lesson-why-node-idle", &[subject]),
            Some(list) => self.say("lesson-why-node-used-by", &[subject, ("users", list.into())]),
            None => self.say("lesson-why-node-used", &[subject, ("count", users.len().into())]),
        }
    }

    pub(super) fn local_slope(&self, page: &Page) -> String {
        let role = &page.step.role;
        role.partner.as_ref().map_or_else(String::new, |used| self.rule(&role.subject, used))
    }

    /// The rule of the textbook by which a node's formula is derived by one of its names.
    fn rule(&self, node: &Name, used: &Name) -> String {
        let Some(formula) = self.formula_of(node) else { return String::new() };
        let is_used = |part: &Formula| matches!(part, Formula::Name(name) if name == used);
        let id = match formula {
            Formula::Product(factors) => {
                let (own, rest): (Vec<_>, Vec<_>) = factors.iter().partition(|factor| is_used(&factor.formula));
                let plain = own.len() == 1
                    && factors.iter().all(|factor| !factor.over)
                    && rest.iter().all(|factor| !mentions(&factor.formula, used));
                if plain { "lesson-rule-product" } else { "lesson-rule" }
            }
            Formula::Sum(terms) => {
                let (own, rest): (Vec<_>, Vec<_>) = terms.iter().partition(|term| is_used(&term.formula));
                match own.as_slice() {
                    [term] if rest.iter().all(|term| !mentions(&term.formula, used)) => {
                        if term.minus {
                            "lesson-rule-difference"
                        } else {
                            "lesson-rule-sum"
                        }
                    }
                    _ => "lesson-rule",
                }
            }
            Formula::Power(base, exponent) if is_used(base) && matches!(**exponent, Formula::Number(_)) => {
                "lesson-rule-power"
            }
            Formula::Call(Function::Relu, _) => "lesson-rule-relu",
            Formula::Call(Function::Abs, _) => "lesson-rule-abs",
            Formula::Call(Function::Max | Function::Min, _) => "lesson-rule-choice",
            _ => "lesson-rule",
        };
        let count = match formula {
            Formula::Product(factors) => factors.len(),
            _ => 0,
        };
        let values = [("node", node.as_str().into()), ("used", used.as_str().into()), ("count", count.into())];
        self.say(id, &values)
    }

    pub(super) fn node_gradient(&self, page: &Page) -> Vec<String> {
        let Some(graph) = self.graph() else { return Vec::new() };
        let role = &page.step.role;
        let why = match &role.partner {
            Some(_) => self.of_step("lesson-why-node-chain", &page.step),
            None if self.formula_of(&graph.output).is_some_and(|formula| mentions(formula, &role.subject)) => {
                self.rule(&graph.output, &role.subject)
            }
            None => self.of_step("lesson-why-node-unused", &page.step),
        };
        vec![why, self.effect(page)]
    }

    pub(super) fn node_paths(&self, page: &Page) -> Vec<String> {
        let [paths, differ, _] = self.path_sum_parts(page);
        vec![paths, differ, self.effect(page)]
    }

    fn path_sum_parts(&self, page: &Page) -> [String; 3] {
        let mut parts = self.path_sum(page, page.step.role.subject.as_str()).into_iter();
        std::array::from_fn(|_| parts.next().unwrap_or_default())
    }

    /// What a gradient says about the output: so much more for one more, where the output is a straight line of the
    /// name; and for a parameter, what the update will do.
    fn effect(&self, page: &Page) -> String {
        let subject = &page.step.role.subject;
        let sign = Sign::of_result(&page.result);
        let (Ok(shown), Some(sign), Some(graph)) = (&page.result, sign, self.graph()) else { return String::new() };
        if self.lesson.scenario.trains(subject) && self.is_parameter(subject) {
            return self.parameter(page);
        }
        let misled = self.misled(page);
        if sign == Sign::Zero || misled.is_some() {
            return self.signed(page, subject.as_str());
        }
        let mut size = shown.clone();
        size.written.digits = size.written.digits.magnitude();
        let digits = self.shown(&size);
        let has_drifted = page.drift.as_ref().is_some_and(|drift| !drift.is_none());
        let how = if shown.written.exact && !has_drifted { "lesson-exactly" } else { "lesson-about" };
        let is_straight = self.is_straight(page);
        // A ratio is spoken of roughly; what one more costs is asked to the last digit.
        let rough = Rounding::significant(ROUGH).of(&size.written.digits).normalized();
        let is_rough = how == "lesson-about" || rough != size.written.digits.normalized();
        let by = if is_straight { self.messages.text(how, &[("number", digits.into())]) } else { rough.to_string() };
        let id = if is_straight { "lesson-why-one-more" } else { "lesson-why-small-change" };
        let values = [
            ("subject", subject.as_str().into()),
            ("output", graph.output.as_str().into()),
            ("by", by.into()),
            ("sign", Sign::word(Some(sign)).into()),
            ("about", if is_rough { "yes" } else { "no" }.into()),
            ("times", times(&rough).into()),
        ];
        self.say(id, &values)
    }

    fn is_parameter(&self, name: &Name) -> bool {
        self.lesson.scenario.parameters().iter().any(|parameter| parameter.name == *name)
    }

    /// Whether the output is certainly a straight line of the page's subject: no slope on the way depends on it.
    fn is_straight(&self, page: &Page) -> bool {
        let Some(graph) = self.graph() else { return false };
        if graph.nodes.iter().any(|(_, formula)| has_steps(formula)) {
            return false;
        }
        let program = self.lesson.program();
        let subject = &page.step.role.subject;
        let mut open = vec![&page.step];
        let mut seen: HashSet<&Name> = HashSet::new();
        while let Some(step) = open.pop() {
            for name in step.operands() {
                if name == subject {
                    return false;
                }
                if seen.insert(name) {
                    open.extend(program.find(name.as_str()).and_then(|at| program.steps.get(at)));
                }
            }
        }
        true
    }
}
