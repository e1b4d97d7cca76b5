//! What a mistake finds in a graph, where nothing says which node is an activation, a loss or a bias: the formulas do.

use std::collections::HashSet;

use super::Ground;
use crate::formula::{Formula, Function, Name};
use crate::program::{RoleKind, Step, ahead};
use crate::scenario::{Graph, Subject};

/// Which steps follow a formula that is written wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// The values and the slopes.
    All,
    /// The slopes alone.
    Slopes,
    /// The values alone.
    Values,
}

impl Reach {
    pub(super) const ALL: [Self; 3] = [Self::All, Self::Slopes, Self::Values];

    pub(super) fn has_values(self) -> bool {
        self != Self::Slopes
    }

    pub(super) fn has_slopes(self) -> bool {
        self != Self::Values
    }
}

impl<'a> Ground<'a> {
    pub(super) fn graph(self) -> Option<&'a Graph> {
        match &self.scenario.subject {
            Subject::Graph(graph) => Some(graph),
            Subject::Network(_) | Subject::Gradients(_) => None,
        }
    }

    /// The name under which the sample line reads a parameter.
    pub(super) fn read(self, parameter: &Name) -> Name {
        let ahead = self.program.rule.looks_ahead() && self.scenario.trains(parameter);
        if ahead { ahead::name(parameter) } else { parameter.clone() }
    }

    /// The node and what it is derived by, where a step is such a slope.
    fn slope_of<'s>(self, step: &'s Step) -> Option<(&'s Name, &'s Name)>
    where
        'a: 's,
    {
        let role = &step.role;
        // A slope of the output is no step of its own: it is the gradient, or that by the direct path.
        match (role.kind, &role.partner) {
            (RoleKind::LocalSlope, Some(by)) => Some((&role.subject, by)),
            (RoleKind::NodeGradient, None) => Some((self.program.loss.as_ref()?, &role.subject)),
            (RoleKind::NodePath, Some(through)) if self.program.loss.as_ref() == Some(through) => {
                Some((self.program.loss.as_ref()?, &role.subject))
            }
            _ => None,
        }
    }

    /// What a step of a graph becomes where the formulas of nodes are written as `rewrite` has them.
    pub(super) fn rewritten(
        self,
        step: &Step,
        reach: Reach,
        rewrite: impl Fn(&Formula) -> Option<Formula>,
    ) -> Option<Formula> {
        if step.role.kind == RoleKind::Node {
            return if reach.has_values() { rewrite(&step.formula) } else { None };
        }
        let (node, by) = self.slope_of(step).filter(|_| reach.has_slopes())?;
        let formula = rewrite(&self.program.step(node.as_str())?.formula)?;
        Some(formula.derivative(&self.read(by)))
    }

    /// The nodes of a graph that are activations, each with whether no other stands between it and the output.
    pub(super) fn activations(self) -> Vec<(&'a Name, bool)> {
        let Some(graph) = self.graph() else { return Vec::new() };
        let mut found = Vec::new();
        // What feeds an activation, by whatever way.
        let mut before: HashSet<&Name> = HashSet::new();
        for (name, formula) in graph.nodes.iter().rev() {
            let is_one = is_activation(formula);
            if is_one {
                found.push((name, !before.contains(name)));
            }
            if is_one || before.contains(name) {
                formula.each_name(&mut |used| before.extend([used]));
            }
        }
        found.reverse();
        found
    }
}

/// Whether a formula is a function that bends one value.
fn is_activation(formula: &Formula) -> bool {
    use Function::{Relu, Sigmoid, Sign, Softplus, Step, Tanh};
    match formula {
        Formula::Call(function, _) => matches!(function, Sigmoid | Tanh | Relu | Softplus | Step | Sign),
        Formula::Product(_) => {
            let written = formula.substituted(&|_| Some(Formula::name("x")));
            Formula::parse("1/(1 + exp(-x))").is_ok_and(|sigmoid| sigmoid == written)
        }
        _ => false,
    }
}
