//! The ways from a parameter to the loss, each with its product, beside their sum that the chain rule finds at once.

use std::collections::HashMap;

use super::leaves::Leaves;
use super::standpoint::{Standpoint, gradient_of};
use crate::formula::{Formula, Name};
use crate::lesson::{Lesson, Position, Worked};
use crate::number::{Fault, Precision};
use crate::program::Path;
use crate::run::Halt;

/// More ways than these are counted and not listed.
pub const MOST_WAYS: usize = 200;

/// All ways from a parameter to the loss.
#[derive(Clone, Debug)]
pub struct Ways {
    /// The parameter.
    pub parameter: Name,
    /// How many there are.
    pub count: u128,
    /// Each of them, or the first of them.
    pub listed: Vec<Way>,
    /// Their sum, where all are listed.
    pub sum: Option<Worked>,
    /// What the chain rule says.
    pub gradient: Option<Worked>,
}

/// One way with its part of the gradient.
#[derive(Clone, Debug)]
pub struct Way {
    /// What it leads through, from the parameter on.
    pub through: Vec<Name>,
    /// The product of the slopes on it.
    pub product: Worked,
}

/// Follows every way from a parameter to the loss; `None` where the lesson has no gradient of it.
///
/// # Errors
/// Where training ends before the position.
pub fn ways(lesson: &mut Lesson, position: Position, parameter: &Name) -> Result<Option<Ways>, Halt> {
    let at = Standpoint::of(lesson, position)?;
    let program = lesson.program();
    let (Some(gradient), Some(count)) = (gradient_of(lesson, parameter), program.paths.count(parameter)) else {
        return Ok(None);
    };
    let paths = program.paths.list(parameter, MOST_WAYS);
    let step = |name: &Name| program.find(name.as_str()).and_then(|at| program.steps.get(at));
    let slope = |name: &Name| step(name).map_or_else(|| name.clone(), |step| step.name.clone());
    // A leaf is a slope on the way, by the step that computes it.
    let mut leaves: Leaves<Name> = Leaves::new();
    let mut known: HashMap<Name, Formula> = HashMap::new();
    let mut leaf =
        |step: Name| known.entry(step.clone()).or_insert_with(|| leaves.leaf(step.as_str(), step.clone())).clone();
    let products: Vec<Formula> =
        paths.iter().map(|path: &Path| Formula::product(path.slopes.iter().map(|name| leaf(slope(name))))).collect();
    let gradient = leaf(gradient);
    let numbered: Vec<Name> = (1..=paths.len()).map(|at| leaves.line(format!("path_{at}"))).collect();
    let is_whole = u128::try_from(paths.len()).is_ok_and(|listed| listed == count);
    let sum = Formula::sum(numbered.iter().cloned().map(Formula::Name));
    let mut formulas: Vec<(Name, Formula)> = numbered.into_iter().zip(products).collect();
    if is_whole {
        formulas.push((leaves.line("sum"), sum));
    }
    let chain = vec![(leaves.line("chain_rule"), gradient)];
    let format = lesson.format();
    let mut probe = lesson.unrounded_run().probe(&at.state);
    let mut value = |name: &Name, precision: Precision| match leaves.meaning(name) {
        Some(step) => probe.at(&at.state.parameters, &at.values, precision, step),
        None => Err(Fault::TooLarge),
    };
    let mut worked = Lesson::work_out(formulas, format, &mut value);
    let gradient = Lesson::work_out(chain, format, &mut value).pop();
    let sum = if is_whole { worked.pop() } else { None };
    let listed = paths.into_iter().zip(worked).map(|(path, product)| Way { through: path.through, product }).collect();
    Ok(Some(Ways { parameter: parameter.clone(), count, listed, sum, gradient }))
}
