//! A graph with arrays: numbers in lists, and lines over indices.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::formula::{inside, within};
use super::parameters::Numbers;
use super::{Outline, Shaped};
use crate::families::{self, MOST_INDICES, Source, Spot, Unrolled, Value, member_name, speaks_of_arrays};
use crate::formula::Name;
use crate::number::Exact;
use crate::scenario::families::{Array, Families};
use crate::scenario::fault::{FamilyFault, FaultKind, Faults, Place, Role, Shape, clip, clip_name};
use crate::scenario::graph::Graph;
use crate::scenario::names::Names;
use crate::scenario::network::Parameter;
use crate::scenario::reader::{self, Field, Fields};
use crate::scenario::yaml::{Kind, Node};

/// Whether a graph has arrays: lists of numbers, shapes of inputs, or lines over indices.
pub(super) fn has_arrays(fields: &Fields<'_>) -> bool {
    let is_list = |node: &Node| matches!(node.kind, Kind::Sequence(_));
    let values_of = |key: &str| match fields.get(key).map(|field| &field.node.kind) {
        Some(Kind::Mapping(entries)) => entries.iter().any(|(_, node)| is_list(node)),
        _ => false,
    };
    let has_shapes = |key: &str| matches!(fields.get(key).map(|field| &field.node.kind), Some(Kind::Mapping(_)));
    let speaks = |(key, node): &(Node, Node)| {
        let text = |node: &Node| matches!(&node.kind, Kind::Scalar { text, .. } if speaks_of_arrays(text));
        text(key) || text(node)
    };
    let lines = match fields.get("nodes").map(|field| &field.node.kind) {
        Some(Kind::Mapping(entries)) => entries.iter().any(speaks),
        _ => false,
    };
    let padded = fields.get("zero_outside").is_some();
    values_of("given") || values_of("parameters") || has_shapes("inputs") || has_shapes("targets") || lines || padded
}

/// What is known of the names while the graph is read.
struct Reading {
    values: Vec<Value>,
    places: HashMap<Name, Place>,
    families: Families,
}

impl Reading {
    /// Notes an array, or a number, and gives the names of its members.
    fn add(&mut self, name: &str, place: Place, shape: &[usize], taken: &mut Names, faults: &mut Faults) -> Vec<Name> {
        let base = taken.claim_in_graph(name, place, faults);
        self.places.insert(base.clone(), place);
        if shape.is_empty() {
            return vec![base];
        }
        let mut array = Array { name: base.clone(), shape: shape.to_vec(), lines: Vec::new(), members: Vec::new() };
        for at in indices(shape) {
            let member = taken.claim_in_graph(member_name(&base, &at).as_str(), place, faults);
            array.members.push((at, member));
        }
        let members = array.members.iter().map(|(_, member)| member.clone()).collect();
        self.families.add(array);
        members
    }
}

/// Every tuple of indices of an array, row by row.
fn indices(shape: &[usize]) -> Vec<Vec<i64>> {
    let mut all = vec![Vec::new()];
    for &length in shape {
        let longer = |at: &Vec<i64>| -> Vec<Vec<i64>> {
            (1..=length).map(|index| at.iter().copied().chain(i64::try_from(index).ok()).collect()).collect()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// Reads a graph with arrays.
pub(super) fn graph(fields: &Fields<'_>, taken: &mut Names, faults: &mut Faults) -> Option<(Graph, Outline)> {
    let mut reading = Reading { values: Vec::new(), places: HashMap::new(), families: Families::default() };
    let mut given = Vec::new();
    for (entry, numbers) in written(fields, "given", faults) {
        let names = reading.add(entry.key, entry.place, &numbers.shape, taken, faults);
        let wholes: Option<Vec<i64>> = numbers.values.iter().map(|value| Exact::from(*value).to_whole()).collect();
        let name = Name::new(entry.key);
        reading.values.push(Value { name, shape: numbers.shape, wholes, is_given: true });
        given.extend(names.into_iter().zip(numbers.values));
    }
    let mut parameters = Vec::new();
    for (entry, numbers) in written(fields, "parameters", faults) {
        let names = reading.add(entry.key, entry.place, &numbers.shape, taken, faults);
        let name = Name::new(entry.key);
        reading.values.push(Value { name, shape: numbers.shape, wholes: None, is_given: false });
        let parameter = |(name, value)| Parameter { name, value, place: entry.place };
        parameters.extend(names.into_iter().zip(numbers.values).map(parameter));
    }
    let (inputs, input_shapes) = shaped(fields, "inputs", &mut reading, taken, faults);
    let (targets, target_shapes) = shaped(fields, "targets", &mut reading, taken, faults);
    if let Some(field) = fields.get("expand")
        && reader::switch(field.node, faults) == Some(true)
    {
        faults.push(field.place, FaultKind::Family(FamilyFault::ExpandWithFamilies));
    }
    let zero_outside = zero_outside(fields, faults);
    let before = faults.count();
    let lines = fields.require("nodes", faults).map(|field| Lines::read(field, faults)).unwrap_or_default();
    let unrolled = if faults.count() == before {
        lines.unroll(&zero_outside, &mut reading, taken, faults)
    } else {
        Unrolled::default()
    };
    let output = fields.require("output", faults).map(|field| output(field, &unrolled, faults));
    reading.families.indices.extend(unrolled.used_as_index.iter().cloned());
    let names = parameters.iter().map(|parameter| parameter.name.clone()).collect();
    let outline = Outline {
        inputs: (!fields.meant("inputs")).then_some(inputs.len()),
        targets: (!fields.meant("targets")).then_some(targets.len()),
        input_shapes,
        target_shapes,
        judged: (!fields.meant("targets")).then_some(!targets.is_empty()),
        parameters: (!fields.meant("parameters")).then_some(names),
        has_loss: true,
        is_graph: true,
        ..Outline::default()
    };
    let nodes = unrolled.members.into_iter().map(|member| (member.name, member.formula)).collect();
    let graph = Graph { given, parameters, inputs, targets, nodes, output: output?, families: reading.families };
    Some((graph, outline))
}

/// The entries of `given` or `parameters`, each with its numbers.
fn written<'a>(fields: &Fields<'a>, key: &str, faults: &mut Faults) -> Vec<(Field<'a>, Numbers)> {
    let entries = fields.get(key).and_then(|field| reader::pairs(field.node, faults)).unwrap_or_default();
    entries.into_iter().map(|entry| (entry, Numbers::read(entry.node, faults))).collect()
}

/// The inputs or targets: names of numbers in a list, or shapes by name.
fn shaped(
    fields: &Fields<'_>,
    key: &str,
    reading: &mut Reading,
    taken: &mut Names,
    faults: &mut Faults,
) -> (Vec<Name>, Vec<Shaped>) {
    let Some(field) = fields.get(key) else { return (Vec::new(), Vec::new()) };
    let mut all = Vec::new();
    let mut shapes = Vec::new();
    let entries: Vec<(&str, Place, Vec<usize>)> = if matches!(field.node.kind, Kind::Mapping(_)) {
        let entries = reader::pairs(field.node, faults).unwrap_or_default();
        entries.into_iter().map(|entry| (entry.key, entry.place, shape(entry.node, faults))).collect()
    } else {
        let items = reader::some_list(field.node, faults).unwrap_or_default();
        let name = |item, faults: &mut Faults| reader::scalar(item, Shape::Name, faults);
        items.iter().filter_map(|item| Some((name(item, faults)?, item.place, Vec::new()))).collect()
    };
    for (name, place, shape) in entries {
        all.extend(reading.add(name, place, &shape, taken, faults));
        reading.values.push(Value { name: Name::new(name), shape: shape.clone(), wholes: None, is_given: false });
        shapes.push(Shaped { name: Name::new(name), shape });
    }
    (all, shapes)
}

/// A shape: a list of whole numbers; `3` is short for `[3]`.
pub(super) fn shape(node: &Node, faults: &mut Faults) -> Vec<usize> {
    let length = |node: &Node, faults: &mut Faults| {
        reader::whole(node, 1..=MOST_LENGTH, faults).and_then(|length| usize::try_from(length).ok()).unwrap_or(1)
    };
    if !matches!(node.kind, Kind::Sequence(_)) {
        return vec![length(node, faults)];
    }
    let items = reader::list(node, faults).unwrap_or_default();
    if items.len() > MOST_INDICES {
        faults.push(node.place, FaultKind::Family(FamilyFault::TooManyLevels { limit: MOST_INDICES }));
        return Vec::new();
    }
    let shape: Vec<usize> = items.iter().map(|item| length(item, faults)).collect();
    let count = shape.iter().fold(1_u64, |count, &length| count.saturating_mul(length as u64));
    if count > MOST_LENGTH {
        faults.push(node.place, FaultKind::OutsideRange { least: 1, most: MOST_LENGTH });
        return Vec::new();
    }
    shape
}

/// The most numbers of an array of inputs.
const MOST_LENGTH: u64 = 100_000;

/// The arrays that are 0 outside.
fn zero_outside(fields: &Fields<'_>, faults: &mut Faults) -> HashMap<Name, Place> {
    let Some(field) = fields.get("zero_outside") else { return HashMap::new() };
    let items = reader::some_list(field.node, faults).unwrap_or_default();
    let name = |item, faults: &mut Faults| reader::scalar(item, Shape::Name, faults);
    items.iter().filter_map(|item| Some((Name::new(name(item, faults)?), item.place))).collect()
}

/// The lines of `nodes`.
#[derive(Default)]
struct Lines<'a> {
    entries: Vec<Field<'a>>,
    texts: Vec<(&'a str, &'a str)>,
}

impl<'a> Lines<'a> {
    fn read(field: Field<'a>, faults: &mut Faults) -> Self {
        let entries = reader::pairs(field.node, faults).unwrap_or_default();
        if entries.is_empty() {
            faults.push(field.place, FaultKind::EmptyList);
        }
        let text = |entry: &Field<'a>| Some((entry.key, reader::scalar(entry.node, Shape::Formula, faults)?));
        let texts = entries.iter().map(text).collect::<Option<Vec<_>>>().unwrap_or_default();
        Self { entries, texts }
    }

    fn place(&self, spot: &Spot, reading: &Reading) -> Place {
        match spot {
            Spot::Head(line, range) => {
                let entry = self.entries.get(*line);
                entry.map_or(Place::FILE, |entry| inside(entry.place, entry.key, range))
            }
            Spot::Formula(line, range) => match (self.entries.get(*line), self.texts.get(*line)) {
                (Some(entry), Some((_, text))) => within(entry.node, text, range),
                _ => Place::FILE,
            },
            Spot::Value(name) => reading.places.get(name).copied().unwrap_or(Place::FILE),
        }
    }

    fn unroll(
        &self,
        zero_outside: &HashMap<Name, Place>,
        reading: &mut Reading,
        taken: &mut Names,
        faults: &mut Faults,
    ) -> Unrolled {
        let padded: HashSet<Name> = zero_outside.keys().cloned().collect();
        let source = Source { values: &reading.values, lines: &self.texts, zero_outside: &padded };
        let unrolled = match families::unroll(&source) {
            Ok(unrolled) => unrolled,
            Err(found) => {
                for fault in found {
                    self.report(&fault, reading, faults);
                }
                return Unrolled::default();
            }
        };
        let known =
            |name: &Name| reading.places.contains_key(name) || unrolled.arrays.iter().any(|array| array.name == *name);
        for (name, place) in zero_outside {
            if !known(name) {
                let candidates = reading.places.keys().chain(unrolled.arrays.iter().map(|array| &array.name));
                let nearest = faults.nearest(name.as_str(), candidates.map(Name::as_str));
                faults.push(*place, FaultKind::NoSuchName { name: clip_name(name), role: Role::Operand, nearest });
            }
        }
        self.claim(&unrolled, reading, taken, faults);
        unrolled
    }

    /// Gives names to all members, so that two things of one name are found.
    fn claim(&self, unrolled: &Unrolled, reading: &mut Reading, taken: &mut Names, faults: &mut Faults) {
        let mut members: HashMap<&Name, Vec<(Vec<i64>, Name)>> = HashMap::new();
        for member in &unrolled.members {
            let place = self.entries.get(member.line).map_or(Place::FILE, |entry| entry.place);
            taken.claim_in_graph(member.name.as_str(), place, faults);
            if !member.at.is_empty() {
                members.entry(&member.array).or_default().push((member.at.clone(), member.name.clone()));
            }
        }
        for array in &unrolled.arrays {
            let Some(members) = members.remove(&array.name) else { continue };
            let place = array.lines.first().and_then(|&line| self.entries.get(line)).map(|entry| entry.place);
            taken.claim_in_graph(array.name.as_str(), place.unwrap_or(Place::FILE), faults);
            let line =
                |&line: &usize| self.texts.get(line).map(|(head, text)| ((*head).to_owned(), (*text).to_owned()));
            reading.families.add(Array {
                name: array.name.clone(),
                shape: array.shape.clone(),
                lines: array.lines.iter().filter_map(line).collect(),
                members,
            });
        }
    }

    fn report(&self, fault: &families::Fault, reading: &Reading, faults: &mut Faults) {
        let place = self.place(&fault.spot, reading);
        let kind = match &fault.kind {
            families::FaultKind::Text(kind) => FaultKind::Formula(kind.clone()),
            kind => {
                let line = fault.other.as_ref().map(|other| self.place(other, reading).line);
                let nearest = match kind {
                    families::FaultKind::NoSuchName { name } => {
                        let heads = self.texts.iter().map(|(head, _)| head.split('[').next().unwrap_or(head));
                        faults.nearest(name.as_str(), reading.places.keys().map(Name::as_str).chain(heads))
                    }
                    _ => None,
                };
                FaultKind::Family(FamilyFault::Language { kind: kind.clone(), line, nearest })
            }
        };
        faults.push(place, kind);
    }
}

fn output(field: Field<'_>, unrolled: &Unrolled, faults: &mut Faults) -> Name {
    let Some(text) = reader::scalar(field.node, Shape::Name, faults) else { return Name::new("") };
    if let Some(array) = unrolled.arrays.iter().find(|array| array.name.as_str() == text && !array.shape.is_empty()) {
        let kind = FamilyFault::OutputIsAnArray { name: clip(text), shape: array.shape.clone() };
        faults.push(field.node.place, FaultKind::Family(kind));
    } else if !unrolled.members.is_empty() && !unrolled.members.iter().any(|member| member.name.as_str() == text) {
        let nearest = faults.nearest(text, unrolled.members.iter().map(|member| member.name.as_str()));
        faults.push(field.node.place, FaultKind::NoSuchName { name: clip(text), role: Role::Node, nearest });
    }
    Name::new(text)
}

/// The numbers of a sample by the names of inputs or targets, in their order.
pub(super) fn sample_by_name(field: Field<'_>, shapes: &[Shaped], faults: &mut Faults) -> Vec<Decimal> {
    let entries = reader::pairs(field.node, faults).unwrap_or_default();
    let mut has_unknown = false;
    for entry in &entries {
        if !shapes.iter().any(|shaped| shaped.name.as_str() == entry.key) {
            has_unknown = true;
            let nearest = faults.nearest(entry.key, shapes.iter().map(|shaped| shaped.name.as_str()));
            faults.push(entry.place, FaultKind::NoSuchName { name: clip(entry.key), role: Role::Operand, nearest });
        }
    }
    let mut values = Vec::new();
    for Shaped { name, shape } in shapes {
        let Some(entry) = entries.iter().find(|entry| entry.key == name.as_str()) else {
            // What is called by a wrong name is not missing as well.
            if has_unknown {
                continue;
            }
            faults.push(field.place, FaultKind::Family(FamilyFault::SampleByName { name: clip_name(name) }));
            continue;
        };
        let numbers = Numbers::read(entry.node, faults);
        if numbers.shape != *shape {
            let fault =
                FamilyFault::ShapeOfSample { name: clip_name(name), expected: shape.clone(), found: numbers.shape };
            faults.push(entry.place, FaultKind::Family(fault));
            continue;
        }
        values.extend(numbers.values);
    }
    values
}
