//! The `given_gradients` of a scenario file: a graph of parameters alone, one gradient an epoch.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::Outline;
use super::parameters::parameter;
use crate::formula::Name;
use crate::scenario::fault::{FaultKind, Faults, Role, clip, clip_name};
use crate::scenario::given_gradients::GivenGradients;
use crate::scenario::names::Names;
use crate::scenario::reader::{self, Field, Fields};
use crate::scenario::yaml::Node;

/// What a scenario cannot have beside given gradients.
const OUTSIDE: [&str; 4] = ["network", "samples", "validation", "gradients"];
/// What a graph that is trained by given gradients cannot have.
const INSIDE: [&str; 5] = ["given", "inputs", "targets", "nodes", "output"];

/// Reports every key that has no place beside given gradients.
pub(super) fn refuse(fields: &Fields<'_>, keys: &[&str], faults: &mut Faults) {
    for field in keys.iter().filter_map(|key| fields.get(key)) {
        faults.push(field.place, FaultKind::NotWithGivenGradients { key: field.key.to_owned() });
    }
}

/// Reads the gradients and the parameters of the graph that they train.
pub(super) fn given_gradients(
    field: Field<'_>,
    document: &Fields<'_>,
    taken: &mut Names,
    faults: &mut Faults,
) -> Option<(GivenGradients, Outline)> {
    refuse(document, &OUTSIDE, faults);
    let graph = match document.get("network") {
        Some(_) => document.get("graph")?,
        None => document.require("graph", faults)?,
    };
    let fields = Fields::open(graph.node, graph.place, &super::graph::GRAPH, faults)?;
    refuse(&fields, &INSIDE, faults);
    let entries = fields.require("parameters", faults).and_then(|field| reader::pairs(field.node, faults));
    let parameters: Vec<_> =
        entries.unwrap_or_default().into_iter().map(|entry| parameter(entry, taken, faults)).collect();
    let names: Vec<Name> = parameters.iter().map(|parameter| parameter.name.clone()).collect();
    let items = reader::some_list(field.node, faults).unwrap_or_default();
    let known: HashSet<&str> = names.iter().map(Name::as_str).collect();
    let gradients: Vec<_> = items.iter().map(|item| gradient(item, &names, &known, faults)).collect();
    let is_known = !fields.meant("parameters");
    let outline = Outline {
        inputs: Some(0),
        targets: Some(0),
        judged: Some(false),
        parameters: is_known.then_some(names),
        has_loss: true,
        is_graph: true,
        given_gradients: Some(gradients.len()),
        ..Outline::default()
    };
    Some((GivenGradients { parameters, gradients }, outline))
}

/// Reads the gradient of one epoch, in the order of the parameters.
fn gradient(node: &Node, names: &[Name], known: &HashSet<&str>, faults: &mut Faults) -> Vec<Decimal> {
    let Some(entries) = reader::pairs(node, faults) else { return Vec::new() };
    let mut slips = 0;
    for entry in &entries {
        if !known.contains(entry.key) {
            slips += 1;
            let nearest = faults.nearest(entry.key, names.iter().map(Name::as_str));
            faults.push(entry.place, FaultKind::NoSuchName { name: clip(entry.key), role: Role::Parameter, nearest });
        }
    }
    let given: HashMap<&str, &Node> = entries.iter().map(|entry| (entry.key, entry.node)).collect();
    let mut values = Vec::with_capacity(names.len());
    for name in names {
        match given.get(name.as_str()) {
            Some(value) => values.push(reader::number(value, faults).unwrap_or_default()),
            // A name that nothing has most likely was meant to be this one.
            None if slips > 0 => slips -= 1,
            None => faults.push(node.place, FaultKind::GradientMissing { name: clip_name(name) }),
        }
    }
    values
}
