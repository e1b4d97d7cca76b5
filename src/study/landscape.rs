//! What a network answers where no sample is: a curve over one input, a map over two.

use rust_decimal::Decimal;

use super::slice::DECIMALS;
use super::standpoint::Standpoint;
use crate::formula::Name;
use crate::lesson::{Lesson, Position};
use crate::number::Exact;
use crate::run::{Halt, Sample};

/// A value of the program at chosen inputs.
#[derive(Clone, Debug)]
pub struct Point {
    /// The inputs.
    pub inputs: Vec<Decimal>,
    /// What the program says there; none where it cannot be computed.
    pub value: Option<Exact>,
}

/// The answers of one output over a grid of one or two inputs.
#[derive(Clone, Debug)]
pub struct Landscape {
    /// The name of the value that is drawn.
    pub output: Name,
    /// Row by row, the first input growing fastest; the second grows from row to row.
    pub points: Vec<Point>,
    /// How many points a row has.
    pub columns: u32,
}

impl Landscape {
    /// Computes an output over a grid from `low` to `high`, which have one value for each input.
    ///
    /// # Errors
    /// Where training ends before the position.
    pub fn of(
        lesson: &mut Lesson,
        position: Position,
        output: &Name,
        (low, high): (&[Decimal], &[Decimal]),
        (columns, rows): (u32, u32),
    ) -> Result<Self, Halt> {
        let at = Standpoint::of(lesson, position)?;
        let along = |axis: usize, step: u32, count: u32| {
            let (low, high) = (low.get(axis).copied()?, high.get(axis).copied()?);
            let part = Decimal::from(step).checked_div(Decimal::from(count.max(2) - 1))?;
            Some(low.checked_add(high.checked_sub(low)?.checked_mul(part)?)?.round_dp(12))
        };
        let mut probe = lesson.unrounded_run().probe(&at.state);
        let mut points = Vec::new();
        for row in 0..rows.max(1) {
            for column in 0..columns.max(1) {
                let second = if low.len() > 1 { along(1, row, rows) } else { None };
                let inputs: Vec<Decimal> = along(0, column, columns).into_iter().chain(second).collect();
                let sample = Sample { inputs: inputs.clone(), targets: at.values.targets.clone() };
                let value = probe.value(&at.state.parameters, &sample, DECIMALS, output).ok();
                points.push(Point { inputs, value: value.and_then(|value| value.rounded(DECIMALS)) });
            }
        }
        Ok(Self { output: output.clone(), points, columns: columns.max(1) })
    }
}
