//! The `course` of a scenario file: the lesson's place among others.

use super::practice::step;
use super::text;
use crate::scenario::course::{CourseEntry, CourseGroup, KnownGroup, Level, SuggestedStep};
use crate::scenario::fault::{FaultKind, Faults, Shape, clip};
use crate::scenario::reader::{self, Field, Fields, Keys};
use crate::scenario::yaml::{Kind, Node};

const COURSE: Keys =
    Keys { known: &["group", "purpose", "order", "minutes", "level", "after", "outcome", "takeaways", "question"] };
/// The order of a lesson that does not say.
const LAST: u64 = 1000;
const MOST_MINUTES: u64 = 600;
/// The most letters of a lesson's name.
const LONGEST_NAME: usize = 100;

/// Reads the lesson's part in a course.
pub(super) fn course(field: Field<'_>, faults: &mut Faults) -> Option<CourseEntry> {
    let fields = Fields::open(field.node, field.place, &COURSE, faults)?;
    let group = fields.require("group", faults).map(|field| group(field, faults));
    let entry = CourseEntry {
        group: group?,
        purpose: fields.get("purpose").map(|field| text(field, faults)),
        order: fields.get("order").and_then(|field| reader::whole(field.node, 0..=LAST, faults)).unwrap_or(LAST),
        minutes: fields.get("minutes").and_then(|field| reader::whole(field.node, 1..=MOST_MINUTES, faults)),
        level: fields.get("level").and_then(|field| reader::word(field, "level", &Level::WORDS, faults)),
        after: fields.get("after").map(|field| after(field, faults)).unwrap_or_default(),
        outcome: fields.get("outcome").map(|field| text(field, faults)),
        takeaways: fields.get("takeaways").map(|field| takeaways(field, faults)).unwrap_or_default(),
        question: fields.get("question").and_then(|field| question(field, faults)),
    };
    Some(entry)
}

/// One of the groups that the program has a title for, else a title.
fn group(field: Field<'_>, faults: &mut Faults) -> CourseGroup {
    if let Kind::Scalar { text, quoted: false } = &field.node.kind
        && let Some(known) = KnownGroup::ALL.into_iter().find(|group| group.word() == text)
    {
        return CourseGroup::Known(known);
    }
    CourseGroup::Own(text(field, faults))
}

fn after(field: Field<'_>, faults: &mut Faults) -> Vec<String> {
    let items = reader::list(field.node, faults).unwrap_or_default();
    items.iter().filter_map(|item| lesson_name(item, faults)).collect()
}

fn lesson_name(item: &Node, faults: &mut Faults) -> Option<String> {
    let name = reader::scalar(item, Shape::Name, faults)?;
    let may_be = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    if name.chars().all(may_be) && name.chars().count() <= LONGEST_NAME {
        return Some(name.to_owned());
    }
    faults.push(item.place, FaultKind::NotALesson { text: clip(name) });
    None
}

fn takeaways(field: Field<'_>, faults: &mut Faults) -> Vec<crate::scenario::text::Text> {
    let items = reader::some_list(field.node, faults).unwrap_or_default();
    items.iter().map(|item| text(Field { node: item, place: item.place, ..field }, faults)).collect()
}

fn question(field: Field<'_>, faults: &mut Faults) -> Option<SuggestedStep> {
    let written = reader::scalar(field.node, Shape::Name, faults)?;
    let step = step(written, field.node.place, faults)?;
    Some(SuggestedStep { step, place: field.node.place })
}
