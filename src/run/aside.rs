//! Steps that stand beside the program and are worked from its values: a difference quotient, a product along a way.

use std::sync::Arc;

use super::lines::Line;
use super::reading::Reading;
use super::tape::{Doubts, Tape};
use crate::formula::Name;
use crate::number::{Number, Outcome, Precision, Proven};
use crate::program::Step;

/// Some steps, compiled.
#[derive(Debug)]
pub struct Aside {
    line: Arc<Line>,
}

impl Aside {
    /// Compiles steps; a name that none of them makes is asked for when they are run.
    #[must_use]
    pub fn new(steps: Vec<Step>) -> Self {
        let tape = Tape::new(&steps, |_| None);
        let fractions = tape.fractions(tape.inputs().iter().map(|_| true));
        let line = Line {
            fractions,
            steps: steps.into(),
            tape,
            sources: Vec::new(),
            new_parameters: Vec::new(),
            memories: Vec::new(),
            epoch_loss: None,
        };
        Self { line: Arc::new(line) }
    }

    /// Runs the steps with so much precision; `None` for more bits than there can be.
    #[must_use]
    pub fn read(&self, precision: Precision, mut value: impl FnMut(&Name) -> Outcome<Number>) -> Option<Reading> {
        let proven = Proven::new(precision)?;
        let tape = &self.line.tape;
        let mut slots = tape.slots(&proven);
        for (slot, name) in slots.iter_mut().zip(tape.inputs()) {
            *slot = value(name);
        }
        let mut doubts = Doubts::default();
        if precision.assuming {
            tape.run_noting(&proven, &mut slots, &mut doubts);
        } else {
            tape.run(&proven, &mut slots);
        }
        Some(Reading { line: Arc::clone(&self.line), slots, precision, batch: None, doubts, rests: false })
    }
}
