//! Lines that speak of the same number and disagree.

use std::collections::HashMap;

use super::{SheetFault, SheetFaultKind, SheetLine};
use crate::formula::{Formula, Name};
use crate::lesson::{Found, Lesson, Position};
use crate::number::Exact;

/// What a line is about, however it is called.
#[derive(PartialEq, Eq, Hash)]
enum About {
    Step(Option<Name>, Position),
    Formula(String),
}

/// Finds every line that gives another value to what a line before it gives one; it is that line's fault.
pub(super) fn find(lesson: &Lesson, lines: &mut [SheetLine]) {
    let mut known: HashMap<About, Vec<(Exact, u32)>> = HashMap::new();
    for line in lines {
        let (Some(value), Some(what), None) = (&line.value, &line.what, &line.fault) else { continue };
        let (about, is_negated) = about(lesson, what);
        let value = if is_negated { value.negated() } else { value.clone() };
        let before = known.entry(about).or_default();
        if let Some((_, first)) = before.iter().find(|(other, _)| !agree(other, &value)) {
            let kind = SheetFaultKind::Twice { name: line.name.clone(), line: *first };
            line.fault = Some(SheetFault { place: line.place, kind });
            continue;
        }
        before.push((value, line.place.line));
        before.truncate(8);
    }
}

fn about(lesson: &Lesson, what: &Formula) -> (About, bool) {
    let (name, is_negated) = match what {
        Formula::Name(name) => (name, false),
        Formula::Negative(inner) => match &**inner {
            Formula::Name(name) => (name, true),
            _ => return (About::Formula(what.to_string()), false),
        },
        _ => return (About::Formula(what.to_string()), false),
    };
    let found = lesson.split_run(name.as_str()).and_then(|(run, plain)| {
        let found = lesson.of_run(run.as_ref()).find(&plain, Position::start_of(1))?;
        Ok((run, found))
    });
    match found {
        Ok((run, Found::Step(position))) => (About::Step(run, position), is_negated),
        _ => (About::Formula(name.to_string()), is_negated),
    }
}

/// Whether two numbers can be the same, of which one was rounded or cut further.
fn agree(one: &Exact, other: &Exact) -> bool {
    let scale = one.scale().min(other.scale());
    let same = |shorten: &dyn Fn(&Exact) -> Exact| shorten(one).compare(&shorten(other)).is_eq();
    same(&|number| number.rounded(scale)) || same(&|number| number.truncated(scale))
}
