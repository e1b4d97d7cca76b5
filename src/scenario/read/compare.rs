//! The `compare` of a scenario file: other runs of the same lesson.
//!
//! A run is read as a file of its own would be: the tree of the lesson with what the entry says put in its place. So
//! every check of a scenario is one of its runs too.

use crate::formula::Name;
use crate::scenario::fault::{CompareFault, Fault, FaultKind, Faults, Place};
use crate::scenario::model::{Compared, Scenario, Subject};
use crate::scenario::names::Names;
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::{Kind, Node};

const ENTRY: Keys = Keys { known: &["name", "training", "activation", "loss"] };
/// The most runs beside the base.
const MOST_RUNS: usize = 8;
/// What is said of the base run alone.
const OF_THE_BASE: [&str; 5] = ["compare", "published", "notes", "practice", "course"];

/// One entry: its name and what it changes.
pub(super) struct Entry<'a> {
    name: Name,
    place: Place,
    fields: Fields<'a>,
}

impl Entry<'_> {
    /// What the run is called.
    pub(super) fn name(&self) -> Name {
        self.name.clone()
    }
}

/// Opens the entries and gives their names to them.
pub(super) fn entries<'a>(field: Field<'a>, names: &mut Names, faults: &mut Faults) -> Vec<Entry<'a>> {
    let items = reader::some_list(field.node, faults).unwrap_or_default();
    if items.len() > MOST_RUNS {
        faults.push(field.place, FaultKind::Compare(CompareFault::TooMany { limit: MOST_RUNS }));
    }
    items.iter().take(MOST_RUNS).filter_map(|item| entry(item, names, faults)).collect()
}

fn entry<'a>(item: &'a Node, names: &mut Names, faults: &mut Faults) -> Option<Entry<'a>> {
    let fields = Fields::open(item, item.place, &ENTRY, faults)?;
    let name = fields.require("name", faults)?;
    let place = name.node.place;
    let name = names.claim_run(name.node, faults);
    if ["training", "activation", "loss"].iter().all(|key| fields.get(key).is_none() && !fields.meant(key)) {
        faults.push(place, FaultKind::Compare(CompareFault::ChangesNothing { name: name.to_string() }));
    }
    Some(Entry { name, place, fields })
}

/// Refuses names that the updates of the lesson have for something else.
pub(super) fn check_names(entries: &[Entry<'_>], base: &Scenario, faults: &mut Faults) {
    let Some(training) = &base.training else { return };
    let schedule = training.schedule.iter().flat_map(|schedule| &schedule.constants);
    let constants = training.optimizer.constants.iter().chain(schedule).map(|(name, _)| name.as_str());
    let taken: Vec<&str> = constants.chain(["weight_decay", "eta_start", "epoch"]).collect();
    for entry in entries.iter().filter(|entry| taken.contains(&entry.name.as_str())) {
        faults.push(entry.place, FaultKind::ReservedName { name: entry.name.to_string() });
    }
}

/// Reads each run with `read`, as a lesson of its own.
pub(super) fn runs(
    entries: &[Entry<'_>],
    root: &Node,
    base: &Scenario,
    faults: &mut Faults,
    read: impl Fn(&Node, &mut Faults) -> Option<Scenario>,
) -> Vec<Compared> {
    let mut runs = Vec::with_capacity(entries.len());
    for entry in entries {
        if !matches!(base.subject, Subject::Network(_)) {
            for field in ["activation", "loss"].iter().filter_map(|key| entry.fields.get(key)) {
                faults.push(field.place, FaultKind::Compare(CompareFault::OfNetworks { key: field.key.to_owned() }));
            }
        }
        let mut own = Faults::default();
        let scenario = read(&changed(root, entry), &mut own);
        for fault in own.sorted().shown() {
            report(entry, fault, faults);
        }
        runs.extend(scenario.map(|scenario| Compared { name: entry.name.clone(), scenario }));
    }
    runs
}

/// Puts a fault of a run where it was caused: in its entry, whatever else it is about.
fn report(entry: &Entry<'_>, fault: &Fault, faults: &mut Faults) {
    let is_own = ["training", "activation", "loss"]
        .iter()
        .filter_map(|key| entry.fields.get(key))
        .any(|field| fault.place == field.place || holds(field.node, fault.place));
    if is_own {
        faults.push(fault.place, fault.kind.clone());
    } else {
        let (name, line) = (entry.name.to_string(), fault.place.line);
        let kind = CompareFault::Elsewhere { name, line, fault: Box::new(fault.kind.clone()) };
        faults.push(entry.place, FaultKind::Compare(kind));
    }
}

/// Whether a place is that of a node or of something in it, or inside the text of one.
fn holds(node: &Node, place: Place) -> bool {
    let within = place.line == node.place.line
        && place.column >= node.place.column
        && place.column < node.place.column.saturating_add(node.place.length.max(1));
    within
        || match &node.kind {
            Kind::Sequence(items) => items.iter().any(|item| holds(item, place)),
            Kind::Mapping(entries) => entries.iter().any(|(key, value)| holds(key, place) || holds(value, place)),
            Kind::Scalar { .. } | Kind::Broken => false,
        }
}

/// The tree of the lesson as the run has it.
fn changed(root: &Node, entry: &Entry<'_>) -> Node {
    let mut root = root.clone();
    let Kind::Mapping(fields) = &mut root.kind else { return root };
    fields.retain(|(key, _)| !OF_THE_BASE.iter().any(|of_base| is_key(key, of_base)));
    if let Some(training) = entry.fields.get("training") {
        match (value(fields, "training").map(|node| &mut node.kind), &training.node.kind) {
            (Some(Kind::Mapping(base)), Kind::Mapping(own)) => {
                base.retain(|(key, _)| !own.iter().any(|(new, _)| same_key(key, new)));
                base.extend(own.iter().cloned());
            }
            _ => put(fields, training),
        }
    }
    let Some(Kind::Mapping(network)) = value(fields, "network").map(|node| &mut node.kind) else { return root };
    if let Some(loss) = entry.fields.get("loss") {
        put(network, loss);
    }
    if let (Some(activation), Some(Kind::Sequence(layers))) =
        (entry.fields.get("activation"), value(network, "layers").map(|node| &mut node.kind))
    {
        // The output layer keeps its own, which fits the loss, unless it is the only one.
        let count = if layers.len() > 1 { layers.len() - 1 } else { 1 };
        for layer in layers.iter_mut().take(count) {
            if let Kind::Mapping(layer) = &mut layer.kind {
                put(layer, activation);
            }
        }
    }
    root
}

fn is_key(node: &Node, wanted: &str) -> bool {
    matches!(&node.kind, Kind::Scalar { text, .. } if text == wanted)
}

fn same_key(one: &Node, other: &Node) -> bool {
    matches!(&one.kind, Kind::Scalar { text, .. } if is_key(other, text))
}

fn value<'a>(fields: &'a mut [(Node, Node)], wanted: &str) -> Option<&'a mut Node> {
    fields.iter_mut().find(|(key, _)| is_key(key, wanted)).map(|(_, value)| value)
}

/// Puts what an entry says in the place of what the lesson says.
fn put(fields: &mut Vec<(Node, Node)>, field: Field<'_>) {
    if let Some(value) = value(fields, field.key) {
        *value = field.node.clone();
        return;
    }
    let kind = Kind::Scalar { text: field.key.to_owned(), quoted: false };
    fields.push((Node { place: field.place, range: field.node.range, kind }, field.node.clone()));
}
