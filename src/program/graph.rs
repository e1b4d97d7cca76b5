//! A computation graph as a program: its nodes in order, and the way back from the output.

use std::collections::HashMap;

use super::diagram::{Diagram, Edge, Vertex};
use super::differentiate::{Form, differentiate};
use super::node::{Feed, Node, NodeKind};
use super::paths::Paths;
use super::step::{Phase, Role, RoleKind, Step};
use super::{Given, GivenKind, Parts, Trained, is_differentiated};
use crate::formula::{Formula, Name};
use crate::keys::{Of, What};
use crate::scenario::{Graph, Scenario};

/// Writes the sample line of a graph.
pub(super) fn build(graph: &Graph, scenario: &Scenario) -> Parts {
    let mut parts = Parts::default();
    let numbered = |names: &[Name], kind: fn(usize) -> GivenKind| -> Vec<Given> {
        names.iter().enumerate().map(|(at, name)| Given { name: name.clone(), kind: kind(at) }).collect()
    };
    let constants: Vec<Name> = graph.given.iter().map(|(name, _)| name.clone()).collect();
    parts.givens.extend(numbered(&constants, GivenKind::Constant));
    parts.givens.extend(numbered(&graph.inputs, GivenKind::Input));
    parts.givens.extend(numbered(&graph.targets, GivenKind::Target));
    for parameter in &graph.parameters {
        parts.add_parameter(parameter);
    }
    for (name, formula) in &graph.nodes {
        parts.steps.push(step(name.clone(), formula.clone(), Phase::Forward, RoleKind::Node, name));
    }
    parts.loss = Some(graph.output.clone());
    parts.diagram = draw(graph, &parts.givens);
    backward(graph, scenario, &mut parts);
    parts
}

fn step(name: Name, formula: Formula, phase: Phase, kind: RoleKind, subject: &Name) -> Step {
    let role = Role { kind, subject: subject.clone(), partner: None };
    Step { name, formula, phase, layer: None, role }
}

fn backward(graph: &Graph, scenario: &Scenario, parts: &mut Parts) {
    let gradient = |of: &Name| What::gradient(&graph.output, Of::Value(of.clone()));
    let is_target = |given: &&Given| !matches!(given.kind, GivenKind::Target(_));
    let sources: Vec<Name> = parts.givens.iter().filter(is_target).map(|given| given.name.clone()).collect();
    let all = sources.iter().chain(graph.nodes.iter().map(|(name, _)| name));
    let kind_at = |at| if at < sources.len() { NodeKind::GraphGiven } else { NodeKind::Graph };
    let mut nodes: Vec<Node> = all
        .enumerate()
        .map(|(at, name)| Node {
            name: name.clone(),
            of: Of::Value(name.clone()),
            subject: name.clone(),
            via: name.clone(),
            gradient: gradient(name),
            kind: kind_at(at),
            layer: None,
            feeds: Vec::new(),
            turned: false,
            root: Some(graph.output.clone()),
        })
        .collect();
    let index: HashMap<Name, usize> = nodes.iter().enumerate().map(|(at, node)| (node.name.clone(), at)).collect();
    for (name, formula) in &graph.nodes {
        let into = if *name == graph.output { None } else { index.get(name).copied() };
        for used in distinct_names(formula) {
            let Some(&at) = index.get(used) else { continue };
            nodes[at].feeds.push(Feed { into, slope: formula.derivative(used) });
        }
    }
    let output = index.get(&graph.output).copied().unwrap_or(0);
    // What stands behind the output cannot influence it, nor can what feeds only such nodes.
    let mut reaches = vec![false; nodes.len()];
    for at in (sources.len()..output).rev() {
        reaches[at] = nodes[at].feeds.iter().any(|feed| feed.into.is_none_or(|into| reaches[into]));
    }
    let wanted = |at: &usize| match nodes.get(*at) {
        Some(node) if *at < sources.len() => is_differentiated(&node.name, scenario),
        _ => reaches[*at],
    };
    let visit: Vec<usize> = (sources.len()..output).rev().chain(0..sources.len()).filter(wanted).collect();
    let start = gradient(&graph.output).name();
    parts.steps.push(step(start, Formula::number(1), Phase::Backward, RoleKind::Start, &graph.output));
    let chain = differentiate(&nodes, &visit, Form::Delta);
    parts.paths = Paths::of(&nodes);
    parts.steps.extend(chain.steps);
    parts.aliases.extend(chain.aliases);
    parts.lone_paths.extend(chain.lone_paths);
    for given in &parts.givens {
        if let (GivenKind::Parameter(index), true) = (given.kind, scenario.trains(&given.name)) {
            let trained =
                Trained { parameter: given.name.clone(), index, gradient: Formula::Name(gradient(&given.name).name()) };
            parts.trained.push(trained);
        }
    }
}

fn distinct_names(formula: &Formula) -> Vec<&Name> {
    let mut names: Vec<&Name> = Vec::new();
    formula.each_name(&mut |name| {
        if !names.contains(&name) {
            names.push(name);
        }
    });
    names
}

/// Puts every node one column behind the last that feeds it, and a given right before its first use.
fn draw(graph: &Graph, givens: &[Given]) -> Diagram {
    let mut depth: HashMap<&Name, usize> = HashMap::new();
    for (name, formula) in &graph.nodes {
        let fed_from = |used: &Name| depth.get(used).copied().unwrap_or(0);
        let deepest = distinct_names(formula).into_iter().map(fed_from).max().unwrap_or(0);
        depth.insert(name, deepest + 1);
    }
    let mut first_use: HashMap<&Name, usize> = HashMap::new();
    for (name, formula) in &graph.nodes {
        let deep = depth.get(name).copied().unwrap_or(1);
        for used in distinct_names(formula) {
            first_use.entry(used).and_modify(|first| *first = deep.min(*first)).or_insert(deep);
        }
    }
    for given in givens {
        depth.insert(&given.name, first_use.get(&given.name).map_or(0, |first| first - 1));
    }
    let mut diagram = Diagram::default();
    let mut place: HashMap<&Name, (usize, usize)> = HashMap::new();
    let names = givens.iter().map(|given| &given.name).chain(graph.nodes.iter().map(|(name, _)| name));
    for name in names {
        let column = depth.get(name).copied().unwrap_or(0);
        if diagram.columns.len() <= column {
            diagram.columns.resize(column + 1, Vec::new());
        }
        place.insert(name, (column, diagram.columns[column].len()));
        diagram.columns[column].push(Vertex {
            label: name.clone(),
            value: name.clone(),
            gradient: Some(What::gradient(&graph.output, Of::Value(name.clone())).name()),
            target: None,
        });
    }
    for (name, formula) in &graph.nodes {
        for used in distinct_names(formula) {
            if let (Some(&from), Some(&to)) = (place.get(used), place.get(name)) {
                diagram.edges.push(Edge { from, to, weight: None, value: None });
            }
        }
    }
    diagram
}
