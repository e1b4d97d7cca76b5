//! What is wrong with a scenario file, as a sentence and, where it helps, a line on what to do.

mod compare;
mod definition;
mod display;
mod family;
mod formula;
mod sentences;
mod table;
mod training;

use super::{Messages, Value};
use crate::scenario::{FaultKind, Shape};

/// A fault as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultText {
    /// What is wrong.
    pub fault: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// The ids of a fault and what is put into both.
struct Said<'a> {
    fault: &'static str,
    help: Option<&'static str>,
    values: Vec<(&'static str, Value<'a>)>,
}

impl<'a> Said<'a> {
    fn new(fault: &'static str) -> Self {
        Self { fault, help: None, values: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<Value<'a>>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    fn help(mut self, help: &'static str) -> Self {
        self.help = Some(help);
        self
    }

    /// Names what was probably meant, or else helps with `otherwise`.
    fn nearest(mut self, nearest: Option<&'a String>, otherwise: Option<&'static str>) -> Self {
        if let Some(nearest) = nearest {
            return self.with("nearest", nearest).help("fault-did-you-mean");
        }
        self.help = otherwise;
        self
    }
}

impl Messages {
    /// Tells a fault of a scenario file.
    #[must_use]
    pub fn fault(&self, kind: &FaultKind) -> FaultText {
        let said = sentences::said(self, kind);
        let tell = |id: &str| self.text(id, &said.values);
        FaultText { fault: tell(said.fault), help: said.help.map(tell) }
    }

    /// Names what stands somewhere, or should.
    fn shape(&self, shape: Shape) -> String {
        let id = match shape {
            Shape::Nothing => "fault-shape-nothing",
            Shape::Text => "fault-shape-text",
            Shape::Quoted => "fault-shape-quoted",
            Shape::Number => "fault-shape-number",
            Shape::Whole => "fault-shape-whole",
            Shape::Switch => "fault-shape-switch",
            Shape::Name => "fault-shape-name",
            Shape::Word => "fault-shape-word",
            Shape::List => "fault-shape-list",
            Shape::Mapping => "fault-shape-mapping",
            Shape::TextOrLanguages => "fault-shape-text-or-languages",
            Shape::Rows => "fault-shape-rows",
            Shape::Formula => "fault-shape-formula",
        };
        self.text(id, &[])
    }
}
