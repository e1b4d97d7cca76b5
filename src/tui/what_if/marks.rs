//! Which numbers of a screen are not what they are in the lesson as it is written, and what they are there.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::formula::Name;
use crate::lesson::{Lesson, Page, Position, Shown};

/// The old values of what has changed.
#[derive(Debug, Default)]
pub(in crate::tui) struct Marks {
    /// Whether a what-if is on.
    pub(in crate::tui) is_on: bool,
    /// That of the step.
    pub(in crate::tui) result: Option<Shown>,
    /// Those of what the step reads.
    pub(in crate::tui) sources: HashMap<Name, Shown>,
}

/// The old value, where a reader sees that it is another.
pub(in crate::tui) fn old(now: &Shown, was: Shown) -> Option<Shown> {
    let is_other = now.written.digits.compare(&was.written.digits) != Ordering::Equal;
    is_other.then_some(was)
}

impl Marks {
    /// Compares a page with the same step of the lesson as it is written.
    pub(in crate::tui) fn of(
        lesson: &mut Lesson,
        written: &mut Lesson,
        position: Position,
        page: Option<&Page>,
    ) -> Self {
        let mut marks = Self { is_on: true, ..Self::default() };
        let Some(there) = same_step(lesson, written, position) else { return marks };
        let (Some(page), Ok(Some(before))) = (page, written.page(there)) else { return marks };
        if let (Ok(now), Ok(was)) = (&page.result, before.result) {
            marks.result = old(now, was);
        }
        for link in &page.sources {
            let now = lesson.value(page.moment, link.name.as_str());
            let was = written.value(before.moment, link.name.as_str());
            if let (Ok(Ok(now)), Ok(Ok(was))) = (now, was)
                && let Some(was) = old(&now, was)
            {
                marks.sources.insert(link.name.clone(), was);
            }
        }
        marks
    }
}

/// What values were in the lesson as it is written, where they are others there.
pub(in crate::tui) fn changed_values(
    lesson: &Lesson,
    written: &mut Lesson,
    position: Position,
    values: &HashMap<Name, Shown>,
) -> HashMap<Name, Shown> {
    let Some(there) = same_step(lesson, written, position) else { return HashMap::new() };
    let was = |(name, now): (&Name, &Shown)| {
        let was = written.value_so_far(there, name.as_str()).ok().flatten()?;
        Some((name.clone(), old(now, was)?))
    };
    values.iter().filter_map(was).collect()
}

/// The same step of the lesson as it is written.
fn same_step(lesson: &Lesson, written: &Lesson, position: Position) -> Option<Position> {
    let there = written.resume(lesson, position);
    let name = |lesson: &Lesson, position| lesson.step(position).map(|step| step.name);
    (name(written, there) == name(lesson, position)).then_some(there)
}
