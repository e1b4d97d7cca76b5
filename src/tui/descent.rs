//! What a whole step of plain descent did to the loss, said at its last update, beside what the gradient foretold.

use super::scene::Board;
use super::state::State;
use crate::formula::Name;
use crate::lesson::{Lesson, Position, Shown};
use crate::number::Format;
use crate::study::{Change, descent_done_at, first_order};

/// For more parameters a reader would wait.
const MOST_PARAMETERS: usize = 500;

/// Where a screen was drawn, and with which digits.
type Place = (Option<Name>, Position, Format);

/// What was found last: the same screen is drawn for many keys.
#[derive(Default)]
pub(super) struct Done {
    last: Option<(Place, Option<Change>)>,
}

impl Done {
    /// What the descent did that is done at the step that is shown; none at others.
    pub(super) fn at(&mut self, lesson: &mut Lesson, state: &State) -> Option<Change> {
        let batch = descent_done_at(lesson, state.position)?;
        if lesson.program().trained.len() > MOST_PARAMETERS {
            return None;
        }
        let place = (state.run.clone(), state.position, lesson.format());
        if let Some((_, change)) = self.last.as_ref().filter(|(known, _)| *known == place) {
            return change.clone();
        }
        // Behind the last update of a training that ends there is no loss to compare with.
        let change = first_order(lesson, state.position.epoch, batch).ok().flatten();
        self.last = Some((place, change.clone()));
        change
    }
}

/// The sentence; none where one of the numbers is missing.
pub(super) fn said(board: &Board<'_>, change: &Change) -> Option<String> {
    let shown = |name: &str| -> Option<&Shown> {
        change.lines.iter().find(|line| line.name.as_str() == name)?.result.as_ref().ok()
    };
    let change = shown("change")?;
    let digits = &change.written.digits;
    let direction = if digits.is_zero() {
        "same"
    } else if digits.is_negative() {
        "falls"
    } else {
        "rises"
    };
    let mut size = change.clone();
    size.written.digits = digits.magnitude();
    let values = [
        ("before", board.pen.look.value(shown("E_before")?).into()),
        ("after", board.pen.look.value(shown("E_after")?).into()),
        ("change", board.pen.look.value(&size).into()),
        ("direction", direction.into()),
        ("predicted", board.pen.look.value(shown("predicted")?).into()),
    ];
    Some(board.pen.text("screen-descent", &values))
}
