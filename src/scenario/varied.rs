//! The same lesson with other numbers, so that it can be practised again and handed out forty times.
//!
//! A seed stands for the same numbers on every machine, and anybody can draw them again. The numbers that vary are taken
//! in this order: weights, layer by layer and within one neuron by neuron, behind those of a layer its biases; or the givens
//! of a graph, then its parameters; or the parameters of given gradients, then these, epoch by epoch; then sample by sample
//! inputs and targets, and the same of the validation. Each is drawn from a grid of its own (`varied/range.rs` says
//! which), as `random.rs` says, but all from one `SplitMix64` that begins as the seed: so the bits of the second number are
//! those behind the bits of the first. A number whose grid has a single point takes no bits.
//!
//! The learning rate, constants of optimizers and formulas stay. What speaks of the old numbers is left out:
//! `published`, `notes`, mistakes known by their number, and hints or a summary with digits in them. Other runs get the same numbers.
//!
//! Must not know what is computed with the numbers: whoever needs a lesson that can be computed takes the next of them.

mod numbers;
mod range;

use super::model::{Scenario, Subject};
use super::random::{Grid, SplitMix64};
use numbers::each_number;
use range::Ranges;
use rust_decimal::Decimal;

/// The lessons that one seed stands for, each with other numbers; they never end.
#[derive(Debug)]
pub struct Variations {
    bits: SplitMix64,
    /// Where each number is drawn from, in their order; none where it stays.
    grids: Vec<Option<Grid>>,
    /// The lesson without what speaks of its numbers.
    base: Scenario,
}

impl Variations {
    /// Prepares the lessons of a seed.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u64) -> Self {
        let mut base = scenario.clone();
        without_quotes(&mut base);
        base.compare.iter_mut().for_each(|run| without_quotes(&mut run.scenario));
        Self { bits: SplitMix64::new(seed), grids: Ranges::of(&mut base).grids(&mut base), base }
    }

    /// Whether any number can be another at all: 0 stays 0.
    #[must_use]
    pub fn vary(&self) -> bool {
        self.grids.iter().flatten().next().is_some()
    }
}

impl Iterator for Variations {
    type Item = Scenario;

    fn next(&mut self) -> Option<Scenario> {
        let drawn: Vec<Option<Decimal>> =
            self.grids.iter().map(|grid| grid.as_ref().map(|grid| grid.draw(&mut self.bits))).collect();
        let mut scenario = self.base.clone();
        put(&drawn, &mut scenario);
        scenario.compare.iter_mut().for_each(|run| put(&drawn, &mut run.scenario));
        Some(scenario)
    }
}

fn put(drawn: &[Option<Decimal>], scenario: &mut Scenario) {
    let mut drawn = drawn.iter();
    each_number(scenario, &mut |_, number| {
        if let Some(&Some(other)) = drawn.next() {
            *number = other;
        }
    });
}

/// Leaves out what may speak of numbers that are no longer there.
fn without_quotes(scenario: &mut Scenario) {
    scenario.published.clear();
    // Also without digits a note may say what is so for these numbers alone: that a unit is dead, that an error is small.
    scenario.notes.clear();
    scenario.practice.forget_values();
    // What comes behind a hint that is gone would be given too early or make no sense.
    for hints in &mut scenario.practice.hints {
        let kept = hints.texts.iter().take_while(|text| !text.has_digits()).count();
        hints.texts.truncate(kept);
    }
    scenario.practice.hints.retain(|hints| !hints.texts.is_empty());
    if let Some(course) = &mut scenario.course {
        course.takeaways.retain(|text| !text.has_digits());
    }
    if scenario.summary.as_ref().is_some_and(super::text::Text::has_digits) {
        scenario.summary = None;
    }
}

#[cfg(test)]
mod tests;
