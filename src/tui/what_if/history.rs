//! The scenarios that a reader made by changing one number after the other, to go back and forth between.

use rust_decimal::Decimal;

use super::{Change, ChangeFault};
use crate::formula::Name;
use crate::lesson::Named;
use crate::scenario::{FaultKind, Faults, Figure, Loaded, rewrite};

/// Texts of more bytes are not kept together; the earliest changes can then only be taken back at once.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// A scenario as it is written, and as it was changed.
pub(in crate::tui) struct History {
    written: Loaded,
    steps: Vec<Step>,
    /// How many of the changes are made.
    made: usize,
}

/// One change, and what came of it.
struct Step {
    figure: Figure,
    name: Name,
    loaded: Loaded,
}

impl History {
    pub(in crate::tui) fn of(written: Loaded) -> Self {
        Self { written, steps: Vec::new(), made: 0 }
    }

    /// The scenario with all changes that are made.
    pub(in crate::tui) fn now(&self) -> &Loaded {
        let last = self.made.checked_sub(1).and_then(|last| self.steps.get(last));
        last.map_or(&self.written, |step| &step.loaded)
    }

    /// Whether a change is made.
    pub(in crate::tui) fn is_changed(&self) -> bool {
        self.made > 0
    }

    /// Makes a number another one, if the scenario is one with it.
    pub(in crate::tui) fn change(&mut self, named: &Named, value: Decimal) -> Result<(), ChangeFault> {
        let now = self.now();
        let text = rewrite(&now.source, &now.scenario, &named.figure, value).ok_or(ChangeFault::NotWritten)?;
        let loaded = now.with_text(text).map_err(|faults| match first(&faults) {
            Some(kind) => ChangeFault::Scenario(Box::new(kind)),
            None => ChangeFault::NotWritten,
        })?;
        self.steps.truncate(self.made);
        self.steps.push(Step { figure: named.figure.clone(), name: named.name.clone(), loaded });
        let bytes = |steps: &[Step]| steps.iter().map(|step| step.loaded.source.len()).sum::<usize>();
        while self.steps.len() > 1 && bytes(&self.steps) > MOST_BYTES {
            self.steps.remove(0);
        }
        self.made = self.steps.len();
        Ok(())
    }

    /// Takes a change back, or makes it again; false where there is none.
    pub(in crate::tui) fn walk(&mut self, back: bool) -> bool {
        let to = if back { self.made.checked_sub(1) } else { Some(self.made + 1) };
        let Some(to) = to.filter(|to| *to <= self.steps.len()) else { return false };
        self.made = to;
        true
    }

    /// The numbers that are not as they are written, in the order in which they were changed first.
    pub(in crate::tui) fn changes(&self) -> Vec<Change> {
        let mut seen: Vec<&Figure> = Vec::new();
        let mut changes = Vec::new();
        for step in self.steps.iter().take(self.made) {
            if seen.contains(&&step.figure) {
                continue;
            }
            seen.push(&step.figure);
            let value = |loaded: &Loaded| step.figure.value(&loaded.scenario);
            if let (Some(was), Some(now)) = (value(&self.written), value(self.now()))
                && was != now
            {
                changes.push(Change { name: step.name.clone(), was, now });
            }
        }
        changes
    }
}

/// The first thing that is wrong.
pub(in crate::tui) fn first(faults: &Faults) -> Option<FaultKind> {
    faults.shown().first().map(|fault| fault.kind.clone())
}
