//! What is wrong with a sheet or with a number that was typed, as a sentence and what to do about it.

use super::{NameFaultKind, SheetColumn, SheetFault, SheetFaultKind, TypedFaultKind, WorkbookFault};
use crate::lesson::{FindFault, Lesson};
use crate::messages::{FaultText, Messages, Value};
use crate::scenario::{FaultKind, TableFault};

/// Tells faults of one lesson's sheets in one language.
pub struct FaultWords<'a> {
    lesson: &'a Lesson,
    messages: &'a Messages,
}

impl<'a> FaultWords<'a> {
    /// Prepares to tell faults.
    #[must_use]
    pub fn new(lesson: &'a Lesson, messages: &'a Messages) -> Self {
        Self { lesson, messages }
    }

    /// Tells what is wrong with a sheet.
    #[must_use]
    pub fn sheet(&self, fault: &SheetFault) -> FaultText {
        match &fault.kind {
            SheetFaultKind::File(kind) => self.file(kind),
            SheetFaultKind::Workbook(WorkbookFault::Broken) => {
                self.say("marking-fault-workbook", &[], Some("marking-fault-workbook-help"))
            }
            SheetFaultKind::Workbook(WorkbookFault::Old) => {
                self.say("marking-fault-old-workbook", &[], Some("marking-fault-old-workbook-help"))
            }
            SheetFaultKind::Workbook(WorkbookFault::TooLarge) => {
                self.say("marking-fault-large-workbook", &[], Some("marking-fault-large-workbook-help"))
            }
            SheetFaultKind::NoticeOutOfRange { number, limit } => {
                let values = [("number", number.into()), ("limit", limit.to_string().into())];
                self.say("marking-fault-notice-out-of-range", &values, None)
            }
            SheetFaultKind::NoticeTwice { line } => self.say(
                "marking-fault-notice-twice",
                &[("line", (*line).into())],
                Some("marking-fault-notice-twice-help"),
            ),
            SheetFaultKind::SeedOfFile { sheet, file } => {
                let values = [("sheet", sheet.to_string().into()), ("file", file.to_string().into())];
                self.say("marking-fault-seed-of-file", &values, Some("marking-fault-seed-of-file-help"))
            }
            SheetFaultKind::SeedsOfFile { first, second } => {
                let values = [("first", first.to_string().into()), ("second", second.to_string().into())];
                self.say("marking-fault-seeds-of-file", &values, Some("marking-fault-seed-of-file-help"))
            }
            SheetFaultKind::Empty => self.say("marking-fault-empty", &[], Some("marking-fault-empty-help")),
            SheetFaultKind::TooManyLines { limit } => {
                self.say("marking-fault-too-many-lines", &[("limit", (*limit).into())], None)
            }
            SheetFaultKind::HeadingWithout { column } => {
                let id = match column {
                    SheetColumn::Name => "marking-fault-no-name-column",
                    SheetColumn::Value => "marking-fault-no-value-column",
                };
                self.say(id, &[], Some("marking-fault-heading-help"))
            }
            SheetFaultKind::TooManyCells { expected, found, has_heading } => {
                let (has_heading, help) = match has_heading {
                    true => ("yes", "marking-fault-cells-of-heading-help"),
                    false => ("no", "marking-fault-too-many-cells-help"),
                };
                let values =
                    [("expected", (*expected).into()), ("found", (*found).into()), ("has_heading", has_heading.into())];
                self.say("marking-fault-too-many-cells", &values, Some(help))
            }
            SheetFaultKind::Nameless => self.say("marking-fault-nameless", &[], Some("marking-fault-nameless-help")),
            SheetFaultKind::Name(kind) => self.name(kind),
            SheetFaultKind::Value(kind) => self.value(kind),
            SheetFaultKind::Twice { name, line } => {
                let values = [("name", name.into()), ("line", (*line).into())];
                self.say("marking-fault-twice", &values, Some("marking-fault-twice-help"))
            }
        }
    }

    /// Tells why a text that was typed is no number.
    #[must_use]
    pub fn value(&self, kind: &TypedFaultKind) -> FaultText {
        let help = Some("marking-fault-not-a-value-help");
        match kind {
            TypedFaultKind::Empty => self.say("marking-fault-no-number", &[], help),
            TypedFaultKind::TooLong => {
                self.say("marking-fault-number-too-long", &[], Some("marking-fault-number-too-long-help"))
            }
            TypedFaultKind::Formula(kind) => {
                let said = self.messages.fault(&FaultKind::Formula(kind.clone()));
                FaultText { help: help.map(|id| self.messages.text(id, &[])), ..said }
            }
            TypedFaultKind::Name(name) => {
                let values = [("name", name.as_str().into())];
                self.say("marking-fault-name-in-value", &values, Some("marking-fault-name-in-value-help"))
            }
            TypedFaultKind::Failed(fault) => {
                let fault = self.lesson.words(self.messages).fault(*fault);
                self.say("marking-fault-not-computed", &[("fault", fault.into())], None)
            }
        }
    }

    fn name(&self, kind: &NameFaultKind) -> FaultText {
        let help = Some("marking-fault-name-help");
        match kind {
            NameFaultKind::Formula(kind) => self.messages.fault(&FaultKind::Formula(kind.clone())),
            NameFaultKind::NoName { text } => self.say("marking-fault-no-name", &[("text", text.into())], help),
            NameFaultKind::Unknown { name, fault: FindFault::NoSuchName { nearest, .. } } => {
                let mut values = vec![("name", name.into())];
                values.extend(nearest.as_ref().map(|nearest| ("nearest", nearest.into())));
                let help = if nearest.is_some() { Some("fault-did-you-mean") } else { help };
                self.say("fault-no-such-step", &values, help)
            }
            NameFaultKind::Unknown { fault, .. } => {
                FaultText { fault: self.lesson.words(self.messages).find_fault(fault), help: None }
            }
        }
    }

    /// What is wrong with the file as such; that a scenario was meant would be a strange thing to say.
    fn file(&self, kind: &FaultKind) -> FaultText {
        let help = |id| Some(self.messages.text(id, &[]));
        let said = self.messages.fault(kind);
        match kind {
            FaultKind::Empty => self.say("marking-fault-empty", &[], Some("marking-fault-empty-help")),
            FaultKind::NotText { byte } => self.messages.fault(&FaultKind::Table(TableFault::NotText { byte: *byte })),
            FaultKind::TooManyBytes { .. } | FaultKind::ControlCharacter { .. } => {
                FaultText { help: help("marking-fault-is-it-a-sheet"), ..said }
            }
            FaultKind::WrongShape { .. } => FaultText { help: help("marking-fault-empty-help"), ..said },
            _ => said,
        }
    }

    fn say(&self, fault: &str, values: &[(&str, Value<'_>)], help: Option<&str>) -> FaultText {
        let tell = |id: &str| self.messages.text(id, values);
        FaultText { fault: tell(fault), help: help.map(tell) }
    }
}
