//! What stands where on the screen, so that a click finds it. Written while drawing, read by the next event.

use std::cell::Cell;

use ratatui::layout::{Position as Place, Rect};

use super::views::Kind;
use crate::formula::Name;
use crate::lesson::Position;

/// What can be clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A neuron, an input, a node of a graph; by its label.
    Vertex(Name),
    /// A step.
    Step(Position),
    /// A link of the trail.
    Link(usize),
    /// A scenario.
    Entry(usize),
    /// The tab of a view.
    Tab(Kind),
}

/// The places of one screen; what was drawn later lies above.
#[derive(Default)]
pub(super) struct Hits {
    list: Cell<Vec<(Rect, Option<Target>)>>,
}

impl Hits {
    /// Notes that something stands there.
    pub(super) fn add(&self, area: Rect, target: Target) {
        self.push(area, Some(target));
    }

    /// Notes that whatever stood there is covered.
    pub(super) fn cover(&self, area: Rect) {
        self.push(area, None);
    }

    fn push(&self, area: Rect, target: Option<Target>) {
        let mut list = self.list.take();
        list.push((area, target));
        self.list.set(list);
    }

    /// Forgets everything: another screen is drawn.
    pub(super) fn clear(&self) {
        self.list.take();
    }

    /// What stands in a cell.
    #[must_use]
    pub(super) fn at(&self, column: u16, row: u16) -> Option<Target> {
        let list = self.list.take();
        let hit = list.iter().rev().find(|(area, _)| area.contains(Place::new(column, row)));
        let target = hit.and_then(|(_, target)| target.clone());
        self.list.set(list);
        target
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_above_is_found_and_what_is_covered_is_not() {
        let hits = Hits::default();
        hits.add(Rect::new(0, 0, 4, 4), Target::Link(1));
        hits.add(Rect::new(2, 2, 4, 4), Target::Link(2));
        hits.cover(Rect::new(0, 3, 9, 1));
        assert_eq!(hits.at(0, 0), Some(Target::Link(1)));
        assert_eq!(hits.at(2, 2), Some(Target::Link(2)));
        assert_eq!((hits.at(2, 3), hits.at(4, 0)), (None, None));
        hits.clear();
        assert_eq!(hits.at(0, 0), None);
    }
}
