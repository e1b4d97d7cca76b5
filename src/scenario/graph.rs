//! A computation graph as a scenario describes it.

use rust_decimal::Decimal;

use super::families::Families;
use super::network::Parameter;
use crate::formula::{Formula, Name};

/// Formulas over names above them; the last that counts is the output.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Fixed values.
    pub given: Vec<(Name, Decimal)>,
    /// Values that training changes.
    pub parameters: Vec<Parameter>,
    /// Names that take their values from the inputs of a sample.
    pub inputs: Vec<Name>,
    /// Names that take their values from the targets of a sample.
    pub targets: Vec<Name>,
    /// The formulas, in their order.
    pub nodes: Vec<(Name, Formula)>,
    /// The arrays of which names, values and nodes are members.
    pub families: Families,
    /// The node from which backward runs.
    pub output: Name,
}
