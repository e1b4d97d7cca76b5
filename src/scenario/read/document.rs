//! The top level of a scenario file.

use super::{
    Outline, compare, conventions, course, display, given_gradients, graph, network, paper, practice, published,
    samples, text, training,
};
use crate::definitions::OptimizerForm;
use crate::scenario::beside::Beside;
use crate::scenario::fault::{FaultKind, Faults, Place, Shape, TrainingFault, clip};
use crate::scenario::model::{Gradients, Scenario, Source, Subject};
use crate::scenario::names::Names;
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::steps;
use crate::scenario::text::Text;
use crate::scenario::yaml::{Kind, Node};

const KEYS: Keys = Keys {
    known: &[
        "format",
        "title",
        "summary",
        "source",
        "network",
        "graph",
        "samples",
        "validation",
        "given_gradients",
        "training",
        "conventions",
        "gradients",
        "arithmetic",
        "rounding",
        "display",
        "notes",
        "published",
        "compare",
        "practice",
        "course",
    ],
};
const SOURCE: Keys = Keys { known: &["title", "author", "year", "url"] };
const GRADIENTS: Keys = Keys { known: &["inputs", "frozen"] };

/// The version of the format.
const FORMAT: &str = "1";

/// Reads the whole document: the lesson, then its other runs.
pub(in crate::scenario) fn document(root: &Node, beside: Beside<'_>, faults: &mut Faults) -> Option<Scenario> {
    let mut runs = Vec::new();
    let mut scenario = lesson(root, beside, Some(&mut runs), faults)?;
    if !runs.is_empty() {
        compare::check_names(&runs, &scenario, faults);
    }
    // What is wrong with the lesson is wrong with its runs, and need not be told again.
    if faults.is_empty() {
        let read = |root: &Node, faults: &mut Faults| lesson(root, beside, None, faults);
        scenario.compare = compare::runs(&runs, root, &scenario, faults, read);
    }
    Some(scenario)
}

/// Reads a lesson; its other runs are only opened, where they are asked for.
fn lesson<'a>(
    root: &'a Node,
    beside: Beside<'_>,
    runs: Option<&mut Vec<compare::Entry<'a>>>,
    faults: &mut Faults,
) -> Option<Scenario> {
    let start = match &root.kind {
        Kind::Mapping(entries) => entries.first().map_or(root.place, |(key, _)| key.place),
        _ => root.place,
    };
    let fields = Fields::open(root, start, &KEYS, faults)?;
    format(&fields, faults);
    let title = fields.require("title", faults).map(|field| text(field, faults)).unwrap_or_default();
    let mut names = Names::default();
    let before = faults.count();
    let (subject, outline) = subject(&fields, start, &mut names, faults).unzip();
    let is_sound = faults.count() == before;
    let mut run_names = Vec::new();
    if let (Some(runs), Some(field)) = (runs, fields.get("compare")) {
        *runs = compare::entries(field, &mut names, faults);
        run_names.extend(runs.iter().map(compare::Entry::name));
    }
    let mut outline = outline.unwrap_or_default();
    let is_given = outline.given_gradients.is_some();
    let training = if is_given { fields.require("training", faults) } else { fields.get("training") };
    let training = training.and_then(|field| training::training(field, &mut outline, faults));
    let (samples, validation) = if is_given {
        (Vec::new(), Vec::new())
    } else {
        let samples = samples::samples(&fields, &outline, beside, faults);
        (samples, samples::validation(&fields, &outline, beside, faults))
    };
    if let (Some(field), Some(training)) = (fields.get("training"), &training) {
        training::fits(field, training, samples.len(), faults);
    }
    match &subject {
        Some(Subject::Network(network)) if is_sound => {
            steps::check_network(network, training.as_ref(), &names, faults);
        }
        Some(Subject::Graph(graph)) if is_sound => steps::check_graph(graph, training.as_ref(), &names, faults),
        Some(Subject::Gradients(given)) if is_sound => {
            steps::check_parameters(&given.parameters, training.as_ref(), &names, faults);
        }
        _ => {}
    }
    let conventions = fields.get("conventions").map(|field| conventions::conventions(field, faults));
    let conventions = conventions.unwrap_or_default();
    let display = fields.get("display").map(|field| display::display(field, faults)).unwrap_or_default();
    let published = fields.get("published").map(|field| published::published(field, &run_names, faults));
    let by_error = training.as_ref().is_some_and(|training| training.optimizer.form == OptimizerForm::Perceptron);
    let scenario = Scenario {
        title,
        summary: fields.get("summary").map(|field| text(field, faults)),
        source: fields.get("source").and_then(|field| source(field, faults)),
        subject: subject?,
        samples,
        validation,
        training,
        gradient_form: conventions.gradient,
        notation: conventions.notation,
        delta: conventions.delta,
        gradients: fields.get("gradients").map_or_else(Gradients::default, |field| gradients(field, by_error, faults)),
        paper: paper::arithmetic(&fields, faults),
        decimals: display.decimals,
        significant: display.significant,
        labels: display.labels,
        notes: fields.get("notes").map(|field| published::notes(field, faults)).unwrap_or_default(),
        published: published.unwrap_or_default(),
        practice: fields.get("practice").map(|field| practice::practice(field, faults)).unwrap_or_default(),
        course: fields.get("course").and_then(|field| course::course(field, faults)),
        compare: Vec::new(),
    };
    Some(scenario)
}

fn format(fields: &Fields<'_>, faults: &mut Faults) {
    let Some(field) = fields.require("format", faults) else { return };
    let Some(found) = reader::scalar(field.node, Shape::Whole, faults) else { return };
    if found != FORMAT {
        faults.push(field.node.place, FaultKind::UnknownFormat { found: clip(found) });
    }
}

fn subject(fields: &Fields<'_>, start: Place, names: &mut Names, faults: &mut Faults) -> Option<(Subject, Outline)> {
    if let Some(field) = fields.get("given_gradients") {
        let (given, outline) = given_gradients::given_gradients(field, fields, names, faults)?;
        return Some((Subject::Gradients(given), outline));
    }
    match (fields.get("network"), fields.get("graph")) {
        (Some(network), None) => {
            let (network, outline) = network::network(network, names, faults)?;
            Some((Subject::Network(network), outline))
        }
        (None, Some(graph)) => {
            let (graph, outline) = graph::graph(graph, names, faults)?;
            Some((Subject::Graph(graph), outline))
        }
        (Some(_), Some(graph)) => {
            faults.push(graph.place, FaultKind::TwoSubjects);
            None
        }
        (None, None) => {
            if !fields.meant("network") && !fields.meant("graph") {
                faults.push(start, FaultKind::NeitherSubject);
            }
            None
        }
    }
}

fn source(field: Field<'_>, faults: &mut Faults) -> Option<Source> {
    let fields = Fields::open(field.node, field.place, &SOURCE, faults)?;
    let mut part = |key: &str| -> Option<Text> { fields.get(key).map(|field| text(field, faults)) };
    Some(Source { title: part("title"), author: part("author"), year: part("year"), url: part("url") })
}

fn gradients(field: Field<'_>, by_error: bool, faults: &mut Faults) -> Gradients {
    if by_error {
        let kind = TrainingFault::PerceptronWithoutGradients { key: "gradients" };
        faults.push(field.place, FaultKind::Training(kind));
    }
    let Some(fields) = Fields::open(field.node, field.place, &GRADIENTS, faults) else { return Gradients::default() };
    let mut is = |key: &str| fields.get(key).and_then(|field| reader::switch(field.node, faults)).unwrap_or_default();
    Gradients { inputs: is("inputs"), frozen: is("frozen") }
}
