//! YAML text to a tree that knows the place of everything. The one file that names the YAML crate.
//!
//! A tree instead of a deserializer, because all faults of a file are reported at once, and because a
//! number must be read from its own text.

use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span};

use super::fault::{FaultKind, Faults, Place, clip};

/// How deep a file may nest.
pub(super) const MOST_DEPTH: usize = 64;
/// How many values a file may have.
pub(super) const MOST_NODES: usize = 2_000_000;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) place: Place,
    /// From which character of the text to which it goes.
    pub(super) range: (u32, u32),
    pub(super) kind: Kind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    Scalar {
        text: String,
        quoted: bool,
    },
    Sequence(Vec<Node>),
    Mapping(Vec<(Node, Node)>),
    /// Something with a fault of its own, of which no more is said.
    Broken,
}

/// A list or mapping that is not finished.
enum Open {
    Sequence(Marker, Vec<Node>),
    Mapping(Marker, Vec<(Node, Node)>, Option<Node>),
}

/// Reads the one document of `text`; without a tree the faults say why.
pub(super) fn read(text: &str, faults: &mut Faults) -> Option<Node> {
    let mut parser = Parser::new_from_str(text);
    let mut builder = Builder { open: Vec::new(), root: None, nodes: 0 };
    let mut documents = 0;
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                faults.push(point(error.marker()), syntax(&error));
                return None;
            }
        };
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(_) => {
                documents += 1;
                if documents > 1 {
                    faults.push(place(span), FaultKind::SecondDocument);
                    break;
                }
            }
            Event::Nothing | Event::StreamStart | Event::DocumentEnd => {}
            _ => {
                if let Err(kind) = builder.take(event, span, faults) {
                    faults.push(place(span), kind);
                    return None;
                }
            }
        }
    }
    let root = builder.root.filter(|root| !root.is_nothing());
    if root.is_none() {
        faults.push(Place::FILE, FaultKind::Empty);
    }
    root
}

impl Node {
    /// The value behind a key of a mapping.
    pub(super) fn at(&self, key: &str) -> Option<&Self> {
        let Kind::Mapping(entries) = &self.kind else { return None };
        let is_key = |node: &Self| matches!(&node.kind, Kind::Scalar { text, .. } if text == key);
        entries.iter().find(|(name, _)| is_key(name)).map(|(_, value)| value)
    }

    /// The item of a list, counted from 0.
    pub(super) fn item(&self, at: usize) -> Option<&Self> {
        let Kind::Sequence(items) = &self.kind else { return None };
        items.get(at)
    }

    /// Whether nothing stands here: a key without a value.
    pub(super) fn is_nothing(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, quoted: false } if text.is_empty())
    }
}

struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span, faults: &mut Faults) -> Result<(), FaultKind> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(FaultKind::TooManyNodes { limit: MOST_NODES });
        }
        let mut refuse = |anchor: usize, tagged: bool| {
            if anchor > 0 {
                faults.push(place(span), FaultKind::Anchor);
            }
            if tagged {
                faults.push(place(span), FaultKind::Tag);
            }
        };
        match event {
            Event::Alias(_) => {
                faults.push(place(span), FaultKind::Alias);
                self.add(Node { place: place(span), range: range(span), kind: Kind::Broken });
            }
            Event::Scalar(text, style, anchor, tag) => {
                refuse(anchor, tag.is_some());
                let kind = Kind::Scalar { text: text.into_owned(), quoted: style != ScalarStyle::Plain };
                self.add(Node { place: place(span), range: range(span), kind });
            }
            Event::SequenceStart(anchor, tag) => {
                refuse(anchor, tag.is_some());
                self.enter(Open::Sequence(span.start, Vec::new()))?;
            }
            Event::MappingStart(anchor, tag) => {
                refuse(anchor, tag.is_some());
                self.enter(Open::Mapping(span.start, Vec::new(), None))?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.leave(span.end, faults),
            _ => {}
        }
        Ok(())
    }

    fn enter(&mut self, open: Open) -> Result<(), FaultKind> {
        if self.open.len() == MOST_DEPTH {
            return Err(FaultKind::TooDeep { limit: MOST_DEPTH });
        }
        self.open.push(open);
        Ok(())
    }

    fn leave(&mut self, end: Marker, faults: &mut Faults) {
        let (start, kind) = match self.open.pop() {
            Some(Open::Sequence(start, items)) => (start, Kind::Sequence(items)),
            Some(Open::Mapping(start, entries, _)) => {
                refuse_twins(&entries, faults);
                (start, Kind::Mapping(entries))
            }
            None => return,
        };
        let span = Span::new(start, end);
        self.add(Node { place: place(span), range: range(span), kind });
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::Sequence(_, items)) => items.push(node),
            Some(Open::Mapping(_, entries, key)) => match key.take() {
                None => *key = Some(node),
                Some(key) => entries.push((key, node)),
            },
        }
    }
}

/// Reports keys that are no text, and keys given twice.
fn refuse_twins(entries: &[(Node, Node)], faults: &mut Faults) {
    let mut lines: HashMap<&str, u32> = HashMap::with_capacity(entries.len());
    for (key, _) in entries {
        match &key.kind {
            Kind::Scalar { text, .. } => {
                if let Some(line) = lines.insert(text, key.place.line) {
                    faults.push(key.place, FaultKind::KeyTwice { key: clip(text), line });
                }
            }
            Kind::Broken => {}
            _ => faults.push(key.place, FaultKind::KeyNotText),
        }
    }
}

/// The parser's own error as a fault, in the parser's words.
fn syntax(error: &ScanError) -> FaultKind {
    // The scanner has a limit of its own, which a row of brackets meets before the tree does.
    if error.info() == "recursion limit exceeded" {
        return FaultKind::TooDeep { limit: MOST_DEPTH };
    }
    FaultKind::Syntax { words: clip(error.info()) }
}

fn place(span: Span) -> Place {
    let length = if span.start.line() == span.end.line() { span.len().max(1) } else { usize::MAX };
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Place { line: small(span.start.line()), column: small(span.start.col() + 1), length: small(length) }
}

fn range(span: Span) -> (u32, u32) {
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    (small(span.start.index()), small(span.end.index()))
}

fn point(marker: &Marker) -> Place {
    place(Span::empty(*marker))
}
