//! A gradient beside the central difference: the loss with a parameter a little larger and a little smaller.

use rust_decimal::Decimal;

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
    let mut value = |name: &Name, precision: Precision| match name.as_str() {
        "loss_above" => probe.at(&above, &at.values, precision, &loss),
        "loss_below" => probe.at(&below, &at.values, precision, &loss),
        "h" => Ok(Number::Exact(Exact::from(h))),
        "gradient" => probe.at(&at.state.parameters, &at.values, precision, &gradient),
        _ => Err(Fault::TooLarge),
    };
    let name = Formula::name;
    let difference = name("E_above").minus(name("E_below"));
    let formulas = vec![
        (Name::new("E_above"), name("loss_above")),
        (Name::new("E_below"), name("loss_below")),
        (Name::new("quotient"), difference.over(Formula::product([Formula::number(2), name("h")]))),
        (gradient.clone(), name("gradient")),
        (Name::new("gap"), name("quotient").minus(Formula::Name(gradient.clone()))),
    ];
    let lines = Lesson::work_out(formulas, format, &mut value);
    Ok(Some(GradientCheck { parameter: parameter.clone(), h, lines }))
}
