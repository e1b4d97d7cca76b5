//! What a file is told about its printed numbers and names, as remarks at their places.

use crate::cli::report::Remark;
use crate::formula::Name;
use crate::judge::{Checked, Finding, Trouble, Verdict};
use crate::lesson::{FindFault, Lesson};
use crate::messages::{Messages, Value};
use crate::number::{Exact, Format, Number};
use crate::scenario::{Place, Published};

/// How many more digits than were printed show where a number goes on.
const MORE_DECIMALS: u32 = 10;

/// Remarks about one file.
pub(super) struct Remarks<'a> {
    lesson: &'a Lesson,
    source: &'a str,
    messages: &'a Messages,
    /// How many decimals of an exact value are shown, where that was asked for.
    decimals: Option<u32>,
    list: Vec<Remark>,
}

impl<'a> Remarks<'a> {
    pub(super) fn new(lesson: &'a Lesson, source: &'a str, messages: &'a Messages, decimals: Option<u32>) -> Self {
        Self { lesson, source, messages, decimals, list: Vec::new() }
    }

    /// The remarks in the order of the file.
    pub(super) fn in_order(mut self) -> Vec<Remark> {
        self.list.sort_by_key(|remark| remark.place);
        self.list
    }

    /// Says what is to be said of a number that was judged; of one that agrees that is nothing.
    pub(super) fn finding(&mut self, entry: &Published, checked: &Checked) {
        let (title, help) = match checked.finding {
            Finding::Agrees(_) | Finding::Erratum => return,
            Finding::Wrong => ("fault-printed-wrong", Some("fault-printed-wrong-help")),
            Finding::Undecided => ("fault-printed-undecided", Some("fault-printed-undecided-help")),
            Finding::ErratumByRounding => ("fault-erratum-rounded", None),
            Finding::NoErratum(Verdict::Cut) => ("fault-erratum-cut", Some("fault-erratum-help")),
            Finding::NoErratum(Verdict::Float) => ("fault-erratum-float", Some("fault-erratum-help")),
            Finding::NoErratum(_) => ("fault-erratum-right", Some("fault-erratum-help")),
        };
        let printed = Exact::from(entry.value);
        let scale = printed.scale();
        let rounded = match checked.value.rounded(scale) {
            Some(rounded) => rounded.to_string(),
            None => certain(&checked.value, scale),
        };
        let values = [
            ("name", entry.what.to_string().into()),
            ("printed", printed.to_string().into()),
            ("rounded", rounded.into()),
        ];
        self.list.push(Remark {
            place: entry.place,
            is_note: checked.finding == Finding::ErratumByRounding,
            title: self.messages.text(title, &values),
            notes: vec![self.value(&checked.value, self.decimals.unwrap_or(scale + MORE_DECIMALS))],
            help: help.map(|id| self.messages.text(id, &[])),
        });
    }

    /// Says why a printed number cannot be judged.
    pub(super) fn trouble(&mut self, entry: &Published, trouble: &Trouble) {
        let words = self.lesson.words(self.messages);
        let title = match trouble {
            Trouble::Unknown { name, fault } => {
                let place = place_of_name(entry.place, self.source, name.as_str());
                return self.unknown(place, name.as_str(), fault);
            }
            Trouble::Halted(halt) => words.halt(halt),
            Trouble::Failed(fault) => {
                let values: [(&str, Value<'_>); 2] =
                    [("name", entry.what.to_string().into()), ("fault", words.fault(*fault).into())];
                self.messages.text("command-step-failed", &values)
            }
        };
        self.list.push(Remark { place: entry.place, is_note: false, title, notes: Vec::new(), help: None });
    }

    /// Says that the lesson has nothing of that name.
    pub(super) fn unknown(&mut self, place: Place, name: &str, fault: &FindFault) {
        let (title, help) = match fault {
            FindFault::NoSuchName { nearest, .. } => {
                let nearest = nearest.as_ref();
                let help =
                    nearest.map(|nearest| self.messages.text("fault-did-you-mean", &[("nearest", nearest.into())]));
                (self.messages.text("fault-no-such-step", &[("name", name.into())]), help)
            }
            FindFault::NoSuchRun { .. } | FindFault::NoSuchNumber { .. } => {
                (self.lesson.words(self.messages).find_fault(fault), None)
            }
        };
        self.list.push(Remark { place, is_note: false, title, notes: Vec::new(), help });
    }

    /// Says that the lesson has nothing of a name that is part of the text at a place.
    pub(super) fn unknown_in(&mut self, place: Place, name: &str, fault: &FindFault) {
        self.unknown(place_of_name(place, self.source, name), name, fault);
    }

    /// Says that a given was asked for as if it were a step.
    pub(super) fn asked_given(&mut self, place: Place, name: &str) {
        let title = self.messages.text("fault-asked-given", &[("name", name.into())]);
        self.list.push(Remark { place, is_note: false, title, notes: Vec::new(), help: None });
    }

    /// Says that no step computes what has digits of its own; `real` is the step of which it is another name.
    pub(super) fn no_result(&mut self, place: Place, name: &Name, real: Option<&Name>) {
        let title = self.messages.text("fault-no-result", &[("name", name.as_str().into())]);
        let nearest = |real: &Name| self.messages.text("fault-did-you-mean", &[("nearest", real.as_str().into())]);
        let help = real.map(nearest);
        self.list.push(Remark { place, is_note: false, title, notes: Vec::new(), help });
    }

    /// The exact result: all of it, or more digits of it than were printed.
    fn value(&self, value: &Number, decimals: u32) -> String {
        let (id, digits) = match value.written(Format::decimals(decimals)) {
            Some(written) if written.exact => ("fault-printed-exact", written.to_string()),
            Some(written) => ("fault-printed-value", written.to_string()),
            None => ("fault-printed-value", certain(value, decimals)),
        };
        self.messages.text(id, &[("value", digits.into())])
    }
}

/// The digits that are certain, where they are not all that was asked for.
fn certain(value: &Number, decimals: u32) -> String {
    format!("{}…", value.certain(decimals).0.map(|digits| digits.to_string()).unwrap_or_default())
}

/// The place of a name in a key; all of the key where it stands there in another form.
fn place_of_name(key: Place, source: &str, name: &str) -> Place {
    let Some(line) = (key.line as usize).checked_sub(1).and_then(|index| source.lines().nth(index)) else { return key };
    let before = (key.column as usize).saturating_sub(1);
    let text: String = line.chars().skip(before).take(key.length as usize).collect();
    let part_of_word = |character: char| character.is_ascii_alphanumeric() || "_#@".contains(character);
    let is_whole = |(start, _): &(usize, &str)| {
        !text[..*start].ends_with(part_of_word) && !text[start + name.len()..].starts_with(part_of_word)
    };
    let Some((start, _)) = text.match_indices(name).find(is_whole) else { return key };
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    Place { column: key.column.saturating_add(count(&text[..start])), length: count(name), ..key }
}
