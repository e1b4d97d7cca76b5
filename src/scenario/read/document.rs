//! The top level of a scenario file.

use super::{Outline, given_gradients, graph, network, paper, published, samples, text, training};
use crate::scenario::fault::{FaultKind, Faults, Place, Shape, clip};
use crate::scenario::model::{GradientForm, Gradients, Scenario, Source, Subject};
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
        "given_gradients",
        "training",
        "conventions",
        "gradients",
        "arithmetic",
        "rounding",
        "display",
        "notes",
        "published",
    ],
    later: &["validation", "compare", "practice"],
};
const SOURCE: Keys = Keys { known: &["title", "author", "year", "url"], later: &[] };
const CONVENTIONS: Keys = Keys { known: &["gradient"], later: &["notation", "delta"] };
const GRADIENTS: Keys = Keys { known: &["inputs", "frozen"], later: &[] };
const DISPLAY: Keys = Keys { known: &["decimals"], later: &["significant", "labels"] };

/// The version of the format.
const FORMAT: &str = "1";
/// How many decimals are shown where the scenario does not say.
const USUAL_DECIMALS: u32 = 9;
/// The most decimals that can be shown.
const MOST_DECIMALS: u64 = 1000;

/// Reads the whole document.
pub(in crate::scenario) fn document(root: &Node, faults: &mut Faults) -> Option<Scenario> {
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
    let outline = outline.unwrap_or_default();
    let is_given = outline.given_gradients.is_some();
    let samples = if is_given { Vec::new() } else { samples::samples(&fields, &outline, faults) };
    let training = if is_given { fields.require("training", faults) } else { fields.get("training") };
    let training = training.and_then(|field| training::training(field, &outline, faults));
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
    let scenario = Scenario {
        title,
        summary: fields.get("summary").map(|field| text(field, faults)),
        source: fields.get("source").and_then(|field| source(field, faults)),
        subject: subject?,
        samples,
        training,
        gradient_form: fields.get("conventions").map_or(GradientForm::Factors, |field| conventions(field, faults)),
        gradients: fields.get("gradients").map_or_else(Gradients::default, |field| gradients(field, faults)),
        paper: paper::arithmetic(&fields, faults),
        decimals: fields.get("display").map_or(USUAL_DECIMALS, |field| display(field, faults)),
        notes: fields.get("notes").map(|field| published::notes(field, faults)).unwrap_or_default(),
        published: fields.get("published").map(|field| published::published(field, faults)).unwrap_or_default(),
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

fn conventions(field: Field<'_>, faults: &mut Faults) -> GradientForm {
    let forms = [("factors", GradientForm::Factors), ("delta", GradientForm::Delta)];
    Fields::open(field.node, field.place, &CONVENTIONS, faults)
        .and_then(|fields| fields.get("gradient"))
        .and_then(|field| reader::word(field, "gradient", &forms, &[], faults))
        .unwrap_or(GradientForm::Factors)
}

fn gradients(field: Field<'_>, faults: &mut Faults) -> Gradients {
    let Some(fields) = Fields::open(field.node, field.place, &GRADIENTS, faults) else { return Gradients::default() };
    let mut is = |key: &str| fields.get(key).and_then(|field| reader::switch(field.node, faults)).unwrap_or_default();
    Gradients { inputs: is("inputs"), frozen: is("frozen") }
}

fn display(field: Field<'_>, faults: &mut Faults) -> u32 {
    Fields::open(field.node, field.place, &DISPLAY, faults)
        .and_then(|fields| fields.get("decimals"))
        .and_then(|field| reader::whole(field.node, 0..=MOST_DECIMALS, faults))
        .and_then(|decimals| u32::try_from(decimals).ok())
        .unwrap_or(USUAL_DECIMALS)
}
