//! The weights and biases of a layer, in each of the forms in which they may be written.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use crate::families::MOST_INDICES;
use crate::formula::Name;
use crate::scenario::fault::{Counted, FamilyFault, FaultKind, Faults, Place, Role, Shape, clip};
use crate::scenario::names::Names;
use crate::scenario::network::{Bias, Parameter};
use crate::scenario::random::Draw;
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::{Kind, Node};

const RANDOM: Keys = Keys { known: &["random"] };
const DRAW: Keys = Keys { known: &["seed", "from", "to", "decimals"] };
/// The most weights, biases, and pairs of neurons under softmax that a network has.
///
/// Each of them is a few steps of every pass, about 2.5 kB of a program in all: at this bound a lesson opens within
/// seconds and 350 MB. A network for handwritten digits, 784-128-10, has 101 770.
pub const MOST_PARAMETERS: usize = 120_000;

/// How many weights and biases stand above, so that those without a name can be numbered.
#[derive(Default)]
pub(super) struct Counters {
    weights: usize,
    biases: usize,
    /// Pairs of neurons under softmax: each output depends on each net of its layer.
    pairs: usize,
    too_many: bool,
}

/// The neurons of a layer, and how many inputs it has where that is known.
pub(super) struct LayerShape<'a> {
    pub(super) neurons: &'a [Name],
    pub(super) inputs: Option<usize>,
}

impl Counters {
    /// Makes room for the pairs of a layer of `neurons` under softmax, or reports that there are too many.
    pub(super) fn admit_pairs(&mut self, neurons: usize, place: Place, faults: &mut Faults) {
        let pairs = neurons.saturating_mul(neurons);
        if self.admit(pairs, place, faults) {
            self.pairs += pairs;
        }
    }

    /// Makes room for `more` parameters, or reports that there are too many.
    fn admit(&mut self, more: usize, place: Place, faults: &mut Faults) -> bool {
        let fits = (self.weights + self.biases + self.pairs).saturating_add(more) <= MOST_PARAMETERS;
        if !fits && !self.too_many {
            faults.push(place, FaultKind::TooManyParameters { limit: MOST_PARAMETERS });
            self.too_many = true;
        }
        fits
    }
}

/// Reads the weights of a layer, a row for each neuron.
pub(super) fn weights(
    field: Field<'_>,
    shape: &LayerShape<'_>,
    counters: &mut Counters,
    taken: &mut Names,
    faults: &mut Faults,
) -> Vec<Vec<Parameter>> {
    let first = counters.weights;
    let count = shape.neurons.len().saturating_mul(shape.inputs.unwrap_or(0));
    if !counters.admit(count, field.place, faults) {
        return Vec::new();
    }
    let mut numbered = Numbered { letter: 'w', next: first + 1, taken };
    let rows: Vec<Vec<Parameter>> = if let Kind::Sequence(rows) = &field.node.kind {
        same_count(Counted::Rows, Some(shape.neurons.len()), rows.len(), field.place, faults);
        let mut read = |row: &Node| -> Vec<Parameter> {
            let items = reader::list(row, faults).unwrap_or_default();
            same_count(Counted::Weights, shape.inputs, items.len(), row.place, faults);
            items.iter().map(|item| numbered.read(item, faults)).collect()
        };
        rows.iter().map(&mut read).collect()
    } else {
        match form(field, faults) {
            Form::Faulty => Vec::new(),
            Form::Drawn(mut draw) => {
                let mut row = || {
                    let one = |_| numbered.name(draw.next(), field.node.place, faults);
                    (0..shape.inputs.unwrap_or(0)).map(one).collect()
                };
                shape.neurons.iter().map(|_| row()).collect()
            }
            Form::Written => by_neuron(field, shape, Counted::Weights, taken, faults),
        }
    };
    // Of a layer that has faults as many are counted as it should have or has, so that no name is met twice.
    counters.weights += count.max(rows.iter().map(Vec::len).sum());
    rows
}

/// Reads the biases of a layer, one for each neuron.
pub(super) fn biases(
    field: Field<'_>,
    shape: &LayerShape<'_>,
    counters: &mut Counters,
    taken: &mut Names,
    faults: &mut Faults,
) -> Vec<Parameter> {
    let first = counters.biases;
    if !counters.admit(shape.neurons.len(), field.place, faults) {
        return Vec::new();
    }
    counters.biases += shape.neurons.len();
    let mut numbered = Numbered { letter: 'b', next: first + 1, taken };
    if let Kind::Sequence(items) = &field.node.kind {
        same_count(Counted::Biases, Some(shape.neurons.len()), items.len(), field.place, faults);
        return items.iter().map(|item| numbered.read(item, faults)).collect();
    }
    match form(field, faults) {
        Form::Faulty => Vec::new(),
        Form::Drawn(mut draw) => {
            shape.neurons.iter().map(|_| numbered.name(draw.next(), field.node.place, faults)).collect()
        }
        Form::Written => {
            let shape = LayerShape { neurons: shape.neurons, inputs: Some(1) };
            by_neuron(field, &shape, Counted::Biases, taken, faults).into_iter().flatten().collect()
        }
    }
}

/// Reads the one bias of a whole layer.
pub(super) fn shared_bias(field: Field<'_>, counters: &mut Counters, taken: &mut Names, faults: &mut Faults) -> Bias {
    counters.biases += 1;
    let Some(entries) = reader::pairs(field.node, faults) else { return Bias::None };
    same_count(Counted::SharedBiases, Some(1), entries.len(), field.node.place, faults);
    let mut biases: Vec<_> = entries.into_iter().map(|entry| parameter(entry, taken, faults)).collect();
    if biases.is_empty() { Bias::None } else { Bias::Shared(biases.swap_remove(0)) }
}

/// Reads parameters by neuron: `{h1: {w1: 0.15, w2: 0.20}}`.
fn by_neuron(
    field: Field<'_>,
    shape: &LayerShape<'_>,
    what: Counted,
    taken: &mut Names,
    faults: &mut Faults,
) -> Vec<Vec<Parameter>> {
    let expected = if what == Counted::Weights { Shape::Rows } else { Shape::List };
    if !matches!(field.node.kind, Kind::Mapping(_)) {
        reader::wrong::<()>(field.node, expected, faults);
        return Vec::new();
    }
    let entries = reader::pairs(field.node, faults).unwrap_or_default();
    let given: HashSet<&str> = entries.iter().map(|entry| entry.key).collect();
    let missing = || shape.neurons.iter().map(Name::as_str).filter(|neuron| !given.contains(neuron));
    let neurons: HashMap<&str, usize> = shape.neurons.iter().map(Name::as_str).zip(0..).collect();
    let mut rows = vec![Vec::new(); shape.neurons.len()];
    let mut misnamed = false;
    for entry in entries {
        let row = row(entry, what, shape.inputs, taken, faults);
        let place = neurons.get(entry.key).and_then(|neuron| rows.get_mut(*neuron));
        if let Some(place) = place {
            *place = row;
        } else if !shape.neurons.is_empty() {
            misnamed = true;
            let nearest = faults.nearest(entry.key, missing());
            faults.push(entry.place, FaultKind::NoSuchName { name: clip(entry.key), role: Role::Neuron, nearest });
        }
    }
    if let Some(neuron) = missing().next().filter(|_| !misnamed) {
        faults.push(field.place, FaultKind::MissingNeuron { name: clip(neuron) });
    }
    rows
}

/// The parameters of one neuron.
fn row(
    entry: Field<'_>,
    what: Counted,
    expected: Option<usize>,
    taken: &mut Names,
    faults: &mut Faults,
) -> Vec<Parameter> {
    if let Kind::Mapping(given) = &entry.node.kind {
        same_count(what, expected, given.len(), entry.place, faults);
    }
    let parameters = reader::pairs(entry.node, faults).unwrap_or_default();
    parameters.into_iter().map(|entry| parameter(entry, taken, faults)).collect()
}

/// A number, or numbers in lists of one shape.
pub(super) struct Numbers {
    pub(super) shape: Vec<usize>,
    pub(super) values: Vec<Decimal>,
}

impl Numbers {
    /// Reads a number, a list, a list of lists, and so on; all lists of one level must have the same length.
    pub(super) fn read(node: &Node, faults: &mut Faults) -> Self {
        let mut numbers = Self { shape: Vec::new(), values: Vec::new() };
        numbers.add(node, 0, faults);
        numbers
    }

    fn add(&mut self, node: &Node, level: usize, faults: &mut Faults) {
        let Kind::Sequence(items) = &node.kind else {
            // A number where its neighbours are lists.
            if level < self.shape.len() {
                let fault = FamilyFault::Ragged { expected: self.shape[level], found: 1 };
                faults.push(node.place, FaultKind::Family(fault));
            }
            self.values.push(reader::number(node, faults).unwrap_or_default());
            return;
        };
        if items.is_empty() {
            faults.push(node.place, FaultKind::Family(FamilyFault::EmptyArray));
            return;
        }
        if level == MOST_INDICES {
            faults.push(node.place, FaultKind::Family(FamilyFault::TooManyLevels { limit: MOST_INDICES }));
            return;
        }
        if level == self.shape.len() && self.values.is_empty() {
            self.shape.push(items.len());
        }
        let expected = self.shape.get(level).copied().unwrap_or(1);
        if expected != items.len() || level >= self.shape.len() {
            let fault = FamilyFault::Ragged { expected, found: items.len() };
            faults.push(node.place, FaultKind::Family(fault));
            return;
        }
        for item in items {
            self.add(item, level + 1, faults);
        }
    }
}

/// One parameter by its name.
pub(super) fn parameter(entry: Field<'_>, taken: &mut Names, faults: &mut Faults) -> Parameter {
    let name = taken.claim(entry.key, entry.place, faults);
    Parameter { name, value: reader::number(entry.node, faults).unwrap_or_default(), place: entry.place }
}

/// Parameters that have no names of their own: w1, w2, … on through the network.
struct Numbered<'a> {
    letter: char,
    next: usize,
    taken: &'a mut Names,
}

impl Numbered<'_> {
    fn read(&mut self, node: &Node, faults: &mut Faults) -> Parameter {
        let value = reader::number(node, faults).unwrap_or_default();
        self.name(value, node.place, faults)
    }

    fn name(&mut self, value: Decimal, place: Place, faults: &mut Faults) -> Parameter {
        let name = self.taken.claim(&format!("{}{}", self.letter, self.next), place, faults);
        self.next += 1;
        Parameter { name, value, place }
    }
}

/// Whether numbers are written or drawn.
enum Form {
    Written,
    Drawn(Draw),
    /// Drawn, but it is not said properly how.
    Faulty,
}

/// Reads `{random: {…}}`, where it is that.
fn form(field: Field<'_>, faults: &mut Faults) -> Form {
    let Kind::Mapping(entries) = &field.node.kind else { return Form::Written };
    let is_random = |(key, _): &(Node, Node)| matches!(&key.kind, Kind::Scalar { text, .. } if text == "random");
    if !entries.iter().any(is_random) {
        return Form::Written;
    }
    let open = Fields::open(field.node, field.place, &RANDOM, faults).and_then(|fields| fields.get("random"));
    open.and_then(|random| draw(random, faults)).map_or(Form::Faulty, Form::Drawn)
}

fn draw(field: Field<'_>, faults: &mut Faults) -> Option<Draw> {
    let fields = Fields::open(field.node, field.place, &DRAW, faults)?;
    let seed = fields.require("seed", faults).and_then(|field| reader::whole(field.node, 0..=u64::MAX, faults));
    let decimals = fields.require("decimals", faults).and_then(|field| reader::whole(field.node, 0..=28, faults));
    let decimals = decimals.and_then(|decimals| u32::try_from(decimals).ok());
    let mut bound = |key| -> Option<Decimal> {
        let field = fields.require(key, faults)?;
        let bound = reader::number(field.node, faults)?.normalize();
        if let Some(decimals) = decimals.filter(|decimals| bound.scale() > *decimals) {
            faults.push(field.node.place, FaultKind::RandomFiner { decimals });
            return None;
        }
        Some(bound)
    };
    let (from, to) = (bound("from"), bound("to"));
    let (seed, from, to, decimals) = (seed?, from?, to?, decimals?);
    let draw = Draw::new(seed, from, to, decimals);
    if draw.is_none() {
        faults.push(field.place, if to < from { FaultKind::RandomEmpty } else { FaultKind::RandomTooMany });
    }
    draw
}

/// Checks that there are as many as there should be, where that is known.
pub(super) fn same_count(what: Counted, expected: Option<usize>, found: usize, place: Place, faults: &mut Faults) {
    if let Some(expected) = expected.filter(|expected| *expected != found && *expected > 0) {
        faults.push(place, FaultKind::WrongCount { what, expected, found });
    }
}
