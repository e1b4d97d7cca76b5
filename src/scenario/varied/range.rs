//! Between which numbers another is drawn, and with how many decimals.
//!
//! 1. 0 stays 0. Targets stay where the lesson has a loss that needs them so (`cross_entropy`, `hinge`), where the
//!    perceptron's rule or outputs of `step` or `sign` are compared with them. Givens of a graph, and inputs or targets
//!    whose values in all samples are 0, 1 or -1, stay where they are 0, 1 or -1: they may be labels or truth values. If that
//!    leaves nothing to vary, 1 and -1 of givens and inputs vary too.
//! 2. The number is written as `m·10^-d`, m a whole number. Its d decimals stay, but a whole number has one where
//!    another of its kind (all weights and biases, an input in all samples, …) has decimals; with decimals and |m| below 4 it gets
//!    one more; and of more than 15 digits the last decimals are dropped.
//! 3. The grid has d decimals, the sign of the number, and in size everything from its half to its one and a half, in whole
//!    multiples of 10^-d. What is below 1 stays below 1. A whole number has at least five points: from its half
//!    upwards.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::numbers::{Kind, each_number};
use super::{Grid, Scenario, Subject};
use crate::definitions::{ActivationKind, LossKind};

/// The most digits that a drawn number has.
const MOST_DIGITS: u32 = 15;
/// As many decimals as a scenario may write.
const MOST_DECIMALS: u32 = 28;
/// With fewer units in its last decimal a number gets a decimal more.
const FEWEST_UNITS: u128 = 4;
/// The fewest points that the grid of a whole number has.
const FEWEST_POINTS: u128 = 5;

/// What is known of the numbers of a scenario before they are varied.
pub(super) struct Ranges {
    kinds: HashMap<Kind, Alike>,
    keeps_targets: bool,
    /// Whether 1 and -1 may be labels.
    keeps_units: bool,
}

/// What the numbers of one kind have in common.
struct Alike {
    /// Whether any has decimals.
    has_decimals: bool,
    /// Whether all are 0, 1 or -1.
    are_labels: bool,
}

impl Ranges {
    /// Looks at all numbers of a scenario.
    pub(super) fn of(scenario: &mut Scenario) -> Self {
        let mut kinds: HashMap<Kind, Alike> = HashMap::new();
        each_number(scenario, &mut |kind, number| {
            let alike = kinds.entry(kind).or_insert(Alike { has_decimals: false, are_labels: true });
            alike.has_decimals |= number.scale() > 0;
            alike.are_labels &= is_unit(*number);
        });
        let runs = scenario.compare.iter().map(|run| &run.scenario);
        let keeps_targets = std::iter::once(&*scenario).chain(runs).any(needs_its_targets);
        let ranges = Self { kinds, keeps_targets, keeps_units: true };
        let is_free = ranges.grids(scenario).iter().any(Option::is_some);
        Self { keeps_units: is_free, ..ranges }
    }

    /// Where every number is drawn from; none where it stays.
    pub(super) fn grids(&self, scenario: &mut Scenario) -> Vec<Option<Grid>> {
        let mut grids = Vec::new();
        each_number(scenario, &mut |kind, number| grids.push(self.grid(kind, *number)));
        grids
    }

    fn grid(&self, kind: Kind, number: Decimal) -> Option<Grid> {
        let alike = self.kinds.get(&kind)?;
        let stays = match kind {
            Kind::Target(_) => self.keeps_targets || alike.are_labels,
            Kind::Input(_) => self.keeps_units && alike.are_labels,
            Kind::Given(_) => self.keeps_units && is_unit(number),
            Kind::Weight | Kind::Parameter(_) | Kind::Gradient(_) => false,
        };
        if stays || number.is_zero() { None } else { grid(number, alike.has_decimals).filter(|grid| !grid.is_fixed()) }
    }
}

/// Whether a number is 0, 1 or -1.
fn is_unit(number: Decimal) -> bool {
    number.is_zero() || number.abs() == Decimal::ONE
}

/// Whether other targets could not be compared with the outputs.
fn needs_its_targets(scenario: &Scenario) -> bool {
    let Subject::Network(network) = &scenario.subject else { return false };
    let loss = network.loss.as_ref().map(|loss| loss.kind);
    let activation = network.layers.last().map(|layer| layer.activation.kind);
    scenario.is_perceptron()
        || matches!(loss, Some(LossKind::CrossEntropy | LossKind::Hinge))
        || matches!(activation, Some(ActivationKind::Step | ActivationKind::Sign))
}

/// The grid around a number that is not 0; `None` where there is none that a scenario could hold.
fn grid(number: Decimal, among_decimals: bool) -> Option<Grid> {
    let (mut size, mut decimals) = (number.mantissa().unsigned_abs(), number.scale());
    if decimals == 0 && among_decimals {
        (size, decimals) = (size.checked_mul(10)?, 1);
    }
    if (1..MOST_DECIMALS).contains(&decimals) && size < FEWEST_UNITS {
        (size, decimals) = (size * 10, decimals + 1);
    }
    while decimals > 1 && size >= 10_u128.pow(MOST_DIGITS) {
        (size, decimals) = (size / 10, decimals - 1);
    }
    let lowest = size.div_ceil(2);
    let mut highest = size + size / 2;
    if decimals == 0 {
        highest = highest.max(lowest + FEWEST_POINTS - 1);
    }
    let one = 10_u128.checked_pow(decimals)?;
    if size < one {
        highest = highest.min(one - 1);
    }
    let (lowest, highest) = (i128::try_from(lowest).ok()?, i128::try_from(highest).ok()?);
    let (from, to) = if number.is_sign_negative() { (-highest, -lowest) } else { (lowest, highest) };
    Grid::new(from, to, decimals)
}
