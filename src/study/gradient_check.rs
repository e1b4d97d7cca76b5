//! A gradient beside the central difference: the loss with a parameter a little larger and a little smaller.

use rust_decimal::Decimal;

use super::leaves::Leaves;
use super::standpoint::{Standpoint, gradient_of};
use crate::formula::{Formula, Name};
use crate::lesson::{Lesson, Position, Worked};
use crate::number::{Exact, Fault, Number, Precision};
use crate::run::Halt;

/// A central difference beside what the chain rule says.
#[derive(Clone, Debug)]
pub struct GradientCheck {
    /// The parameter that is moved.
    pub parameter: Name,
    /// By how much.
    pub h: Decimal,
    /// The loss above, the loss below, their difference quotient, the gradient, and by how much they differ.
    pub lines: Vec<Worked>,
}

/// What a leaf of the check stands for.
enum Leaf {
    LossAbove,
    LossBelow,
    H,
    Gradient,
}

/// Compares the gradient of a parameter with a central difference; `None` where the lesson has no such gradient.
///
/// # Errors
/// Where training ends before the position.
pub fn gradient_check(
    lesson: &mut Lesson,
    position: Position,
    parameter: &Name,
    h: Decimal,
) -> Result<Option<GradientCheck>, Halt> {
    let at = Standpoint::of(lesson, position)?;
    let (Some(gradient), Some(loss)) = (gradient_of(lesson, parameter), lesson.program().loss.clone()) else {
        return Ok(None);
    };
    let (Some(above), Some(below)) = (at.moved(lesson, parameter, h), at.moved(lesson, parameter, -h)) else {
        return Ok(None);
    };
    let format = lesson.format();
    let mut probe = lesson.unrounded_run().probe(&at.state);
    let mut leaves = Leaves::new();
    let loss_above = leaves.leaf("loss_above", Leaf::LossAbove);
    let loss_below = leaves.leaf("loss_below", Leaf::LossBelow);
    let moved_by = leaves.leaf("h", Leaf::H);
    let slope = leaves.leaf("gradient", Leaf::Gradient);
    let lines = ["E_above", "E_below", "quotient", gradient.as_str(), "gap"].map(|word| leaves.line(word));
    let [above_line, below_line, quotient, slope_line, gap] = lines;
    let name = |name: &Name| Formula::Name(name.clone());
    let difference = name(&above_line).minus(name(&below_line));
    let both_steps = Formula::product([Formula::number(2), moved_by]);
    let between = name(&quotient).minus(name(&slope_line));
    let formulas = vec![
        (above_line, loss_above),
        (below_line, loss_below),
        (quotient, difference.over(both_steps)),
        (slope_line, slope),
        (gap, between),
    ];
    let mut value = |name: &Name, precision: Precision| match leaves.meaning(name) {
        Some(Leaf::LossAbove) => probe.at(&above, &at.values, precision, &loss),
        Some(Leaf::LossBelow) => probe.at(&below, &at.values, precision, &loss),
        Some(Leaf::H) => Ok(Number::Exact(Exact::from(h))),
        Some(Leaf::Gradient) => probe.at(&at.state.parameters, &at.values, precision, &gradient),
        None => Err(Fault::TooLarge),
    };
    let lines = Lesson::work_out(formulas, format, &mut value);
    Ok(Some(GradientCheck { parameter: parameter.clone(), h, lines }))
}
