//! The one differentiator: the chain rule over named nodes, every path a step and their sum a step.
//!
//! For a node v that feeds c1 … cn it writes dE/dv = Σ dE/dc · dc/dv. Networks and graphs only name
//! nodes and say what feeds what; nothing here knows which of the two it works on.

use std::collections::HashMap;

use super::node::{Feed, Node, NodeKind, path_name};
use super::step::{Phase, Role, RoleKind, Step};
use crate::formula::{Formula, Name};
use crate::keys::What;

/// What the chain rule makes of some nodes.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// The steps, none before what it needs.
    pub(super) steps: Vec<Step>,
    /// Other names of steps: a node with one path calls it by the whole's name.
    pub(super) aliases: HashMap<Name, Name>,
    /// The same names by what they stand for.
    pub(super) lone_paths: Vec<What>,
    /// For every node that was visited, in order, the place of its first step.
    pub(super) starts: Vec<usize>,
}

/// How the gradient of a parameter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// With all factors of the chain.
    Factors,
    /// As delta times local factor.
    Delta,
}

/// Writes the gradients of the nodes in `visit`; whatever a node feeds must stand before it.
pub(super) fn differentiate(nodes: &[Node], visit: &[usize], form: Form) -> Chain {
    let mut chain = Chain::default();
    // The factors of the gradient of each node done, for parameters written with all of them.
    let mut factors: Vec<Option<Vec<Formula>>> = vec![None; nodes.len()];
    for &at in visit {
        let node = &nodes[at];
        chain.starts.push(chain.steps.len());
        let parts = parts_of(nodes, node, form, &factors, &mut chain);
        factors[at] = match parts.len() {
            0 => none(node, &mut chain),
            1 => Some(single(node, parts, &mut chain)),
            _ => Some(several(node, parts, &mut chain)),
        };
    }
    chain
}

/// One path's part of a gradient.
struct Part {
    factors: Vec<Formula>,
    /// What the path goes through; nothing where the node feeds the loss itself.
    through: Option<Name>,
}

fn parts_of(nodes: &[Node], node: &Node, form: Form, factors: &[Option<Vec<Formula>>], chain: &mut Chain) -> Vec<Part> {
    let mut parts = Vec::new();
    // Where paths are steps of their own, each local factor stands right before its path.
    let reached = |feed: &&Feed| feed.into.is_none_or(|into| factors[into].is_some());
    let several = node.feeds.iter().filter(reached).count() > 1;
    for feed in node.feeds.iter().filter(reached) {
        let Some(into) = feed.into else {
            let through = several.then(|| node.root.clone()).flatten();
            let part = Part { factors: vec![feed.slope.clone()], through };
            if several {
                write_path(node, &part, chain);
            }
            parts.push(part);
            continue;
        };
        let consumer = &nodes[into];
        let local = consumer.local_name(node);
        chain.steps.push(Step {
            name: local.clone(),
            formula: feed.slope.clone(),
            phase: Phase::Backward,
            layer: consumer.layer,
            role: consumer.local_role(node),
        });
        let whole_chain = form == Form::Factors
            && node.kind.is_parameter()
            && factors[into].as_ref().is_some_and(|factors| factors.len() > 1);
        let mut product = match &factors[into] {
            Some(factors) if whole_chain => factors.clone(),
            _ => vec![consumer.gradient_read()],
        };
        product.push(Formula::Name(local));
        let part = Part { factors: product, through: Some(consumer.via.clone()) };
        if several {
            write_path(node, &part, chain);
        }
        parts.push(part);
    }
    parts
}

fn write_path(node: &Node, part: &Part, chain: &mut Chain) {
    let Some(through) = &part.through else { return };
    chain.steps.push(Step {
        name: path_name(node, through),
        formula: node.gradient_written(&part.factors),
        phase: Phase::Backward,
        layer: node.layer,
        role: Role { kind: node.kind.path(), subject: node.subject.clone(), partner: Some(through.clone()) },
    });
}

/// Says of a given that no path leads from it; a node on no path has no gradient, so that no path leads through it.
fn none(node: &Node, chain: &mut Chain) -> Option<Vec<Formula>> {
    if node.kind == NodeKind::GraphGiven {
        chain.steps.push(Step {
            name: node.gradient.name(),
            formula: Formula::number(0),
            phase: Phase::Backward,
            layer: node.layer,
            role: Role { kind: node.kind.gradient(), subject: node.subject.clone(), partner: None },
        });
    }
    None
}

/// Writes a gradient that has one path, and gives its factors.
fn single(node: &Node, parts: Vec<Part>, chain: &mut Chain) -> Vec<Formula> {
    let Some(part) = parts.into_iter().next() else { return Vec::new() };
    let kind = match (&part.through, node.kind) {
        (None, NodeKind::Output | NodeKind::SoftmaxOutput) => RoleKind::LossSlope,
        _ => node.kind.gradient(),
    };
    if let Some(through) = part.through.as_ref().or(node.root.as_ref()) {
        chain.aliases.insert(path_name(node, through), node.gradient.name());
        chain.lone_paths.push(node.gradient.via(through));
    }
    chain.steps.push(Step {
        name: node.gradient.name(),
        formula: node.gradient_written(&part.factors),
        phase: Phase::Backward,
        layer: node.layer,
        role: Role { kind, subject: node.subject.clone(), partner: part.through },
    });
    part.factors
}

/// Writes the sum over the paths of a gradient, which has no factors then.
fn several(node: &Node, parts: Vec<Part>, chain: &mut Chain) -> Vec<Formula> {
    let paths = parts.into_iter().filter_map(|part| part.through);
    chain.steps.push(Step {
        name: node.gradient.name(),
        formula: Formula::sum(paths.map(|through| Formula::Name(path_name(node, &through)))),
        phase: Phase::Backward,
        layer: node.layer,
        role: Role { kind: node.kind.path_sum(), subject: node.subject.clone(), partner: None },
    });
    Vec::new()
}
