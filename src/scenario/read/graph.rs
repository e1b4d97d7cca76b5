//! The `graph` of a scenario file.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::parameters::parameter;
use super::{Outline, arrays, formula, names};
use crate::formula::{Formula, Name};
use crate::scenario::expand::expand;
use crate::scenario::families::Families;
use crate::scenario::fault::{FaultKind, Faults, Role, Shape, clip};
use crate::scenario::graph::Graph;
use crate::scenario::names::Names;
use crate::scenario::reader::{self, Field, Fields, Keys};

/// The keys of a graph.
pub(super) const GRAPH: Keys =
    Keys { known: &["given", "parameters", "inputs", "targets", "nodes", "output", "expand", "zero_outside"] };

/// Reads the graph.
pub(super) fn graph(field: Field<'_>, taken: &mut Names, faults: &mut Faults) -> Option<(Graph, Outline)> {
    let fields = Fields::open(field.node, field.place, &GRAPH, faults)?;
    if arrays::has_arrays(&fields) {
        return arrays::graph(&fields, taken, faults);
    }
    let entries = |key: &str, faults: &mut Faults| {
        fields.get(key).and_then(|field| reader::pairs(field.node, faults)).unwrap_or_default()
    };
    let given = entries("given", faults);
    let parameters = entries("parameters", faults);
    let list = |key: &str, taken: &mut Names, faults: &mut Faults| {
        fields.get(key).map(|field| names(field, taken, faults)).unwrap_or_default()
    };
    let given: Vec<(Name, Decimal)> = given
        .into_iter()
        .map(|entry| {
            let parameter = parameter(entry, taken, faults);
            (parameter.name, parameter.value)
        })
        .collect();
    let parameters: Vec<_> = parameters.into_iter().map(|entry| parameter(entry, taken, faults)).collect();
    let inputs = list("inputs", taken, faults);
    let targets = list("targets", taken, faults);
    let leaves = given.iter().map(|(name, _)| name).chain(parameters.iter().map(|parameter| &parameter.name));
    let leaves: Vec<Name> = leaves.chain(&inputs).chain(&targets).cloned().collect();
    let expands = fields.get("expand").and_then(|field| reader::switch(field.node, faults)).unwrap_or_default();
    let nodes =
        fields.require("nodes", faults).map(|field| nodes(field, leaves, expands, taken, faults)).unwrap_or_default();
    let output = fields.require("output", faults).map(|field| output(field, &nodes, faults));
    let names = parameters.iter().map(|parameter| parameter.name.clone()).collect();
    let outline = Outline {
        inputs: (!fields.meant("inputs")).then_some(inputs.len()),
        targets: (!fields.meant("targets")).then_some(targets.len()),
        judged: (!fields.meant("targets")).then_some(!targets.is_empty()),
        parameters: (!fields.meant("parameters")).then_some(names),
        has_loss: true,
        is_graph: true,
        ..Outline::default()
    };
    Some((Graph { given, parameters, inputs, targets, nodes, output: output?, families: Families::default() }, outline))
}

fn nodes(
    field: Field<'_>,
    leaves: Vec<Name>,
    expands: bool,
    taken: &mut Names,
    faults: &mut Faults,
) -> Vec<(Name, Formula)> {
    let entries = reader::pairs(field.node, faults).unwrap_or_default();
    if entries.is_empty() {
        faults.push(field.place, FaultKind::EmptyList);
    }
    let below: HashSet<&str> = entries.iter().map(|entry| entry.key).collect();
    let mut above: HashSet<Name> = leaves.into_iter().collect();
    let mut nodes = Vec::with_capacity(entries.len());
    let mut operations = 0;
    for entry in &entries {
        let name = taken.claim(entry.key, entry.place, faults);
        if let Some(mut formula) = formula::formula(entry.node, faults) {
            formula::operands(&formula, entry.node, &above, &below, faults);
            if expands {
                let (parts, last) = expand(&formula, || {
                    operations += 1;
                    taken.claim(&format!("q{operations}"), entry.node.place, faults)
                });
                nodes.extend(parts);
                formula = last;
            }
            nodes.push((name.clone(), formula));
        } else {
            nodes.push((name.clone(), Formula::number(0)));
        }
        above.insert(name);
    }
    nodes
}

fn output(field: Field<'_>, nodes: &[(Name, Formula)], faults: &mut Faults) -> Name {
    let Some(text) = reader::scalar(field.node, Shape::Name, faults) else { return Name::new("") };
    if !nodes.is_empty() && !nodes.iter().any(|(name, _)| name.as_str() == text) {
        let nearest = faults.nearest(text, nodes.iter().map(|(name, _)| name.as_str()));
        faults.push(field.node.place, FaultKind::NoSuchName { name: clip(text), role: Role::Node, nearest });
    }
    Name::new(text)
}
