//! Gradients that a scenario gives instead of a loss to derive them from.

use rust_decimal::Decimal;

use super::network::Parameter;

/// Parameters alone, and the gradients by which they are updated.
#[derive(Clone, Debug)]
pub struct GivenGradients {
    /// The values that training changes.
    pub parameters: Vec<Parameter>,
    /// For each epoch the gradient of every parameter, in the order of the parameters.
    pub gradients: Vec<Vec<Decimal>>,
}
