//! Evaluation of a formula in any arithmetic.

use super::tree::{Formula, Function, Name};
use crate::number::{Arithmetic, Fault, Outcome};

impl Formula {
    /// Evaluates the formula in `arithmetic`, with `value_of` for the names.
    ///
    /// An exact 0 absorbs what it is multiplied with or divided by, even where that cannot be computed: `0*ln(0)` is
    /// 0, the convention of cross-entropy. Nothing else absorbs an error.
    ///
    /// Equal parts are one value: their difference is 0, their quotient 1, and the larger of them is either.
    ///
    /// # Errors
    /// The first [`Fault`] met, from left to right.
    pub fn evaluate<A: Arithmetic>(
        &self,
        arithmetic: &A,
        value_of: &mut impl FnMut(&Name) -> Outcome<A::Value>,
    ) -> Outcome<A::Value> {
        match self {
            Self::Number(number) => arithmetic.constant(number),
            Self::Name(name) => value_of(name),
            Self::Negative(inner) => arithmetic.negate(&inner.evaluate(arithmetic, value_of)?),
            Self::Sum(terms) => {
                let mut sum: Option<A::Value> = None;
                for (at, term) in terms.iter().enumerate() {
                    let value = term.formula.evaluate(arithmetic, value_of)?;
                    let is_twin = at == 1 && terms[0].formula == term.formula;
                    sum = Some(match (sum, term.minus) {
                        (None, _) => value,
                        (Some(sum), true) if is_twin => arithmetic.difference_of_equals(&sum)?,
                        (Some(sum), false) => arithmetic.add(&sum, &value)?,
                        (Some(sum), true) => arithmetic.subtract(&sum, &value)?,
                    });
                }
                sum.ok_or(Fault::TooLarge)
            }
            Self::Product(factors) => {
                let mut product: Option<Outcome<A::Value>> = None;
                for (at, factor) in factors.iter().enumerate() {
                    let value = factor.formula.evaluate(arithmetic, value_of);
                    let is_twin = at == 1 && factors[0].formula == factor.formula;
                    product = Some(match (product, factor.over) {
                        (None, _) => value,
                        (Some(product), false) if is_twin => product.and_then(|one| arithmetic.square(&one)),
                        (Some(product), true) if is_twin => product.and_then(|one| arithmetic.quotient_of_equals(&one)),
                        (Some(product), false) => multiply(arithmetic, &product, &value),
                        (Some(product), true) => divide(arithmetic, &product, &value),
                    });
                }
                product.unwrap_or(Err(Fault::TooLarge))
            }
            Self::Power(base, exponent) => {
                let base = base.evaluate(arithmetic, value_of)?;
                arithmetic.power(&base, &exponent.evaluate(arithmetic, value_of)?)
            }
            Self::Call(function, arguments) => {
                let first = arguments.first().ok_or(Fault::TooLarge)?.evaluate(arithmetic, value_of)?;
                match arguments.get(1) {
                    Some(second) if *second == arguments[0] => Ok(first),
                    Some(second) => call_two(arithmetic, *function, &first, &second.evaluate(arithmetic, value_of)?),
                    None => call(arithmetic, *function, &first),
                }
            }
        }
    }
}

/// The product of two values, either of which may have failed: an exact 0 absorbs the failure.
///
/// # Errors
/// A failure of either that no exact 0 absorbs, or what the arithmetic says.
pub fn multiply<A: Arithmetic>(
    arithmetic: &A,
    left: &Outcome<A::Value>,
    right: &Outcome<A::Value>,
) -> Outcome<A::Value> {
    match (left, right) {
        (Ok(left), Ok(right)) => arithmetic.multiply(left, right),
        (Ok(zero), Err(_)) | (Err(_), Ok(zero)) if arithmetic.is_zero(zero) => Ok(zero.clone()),
        (Err(fault), _) | (_, Err(fault)) => Err(*fault),
    }
}

/// The quotient of two values, either of which may have failed: an exact 0 above absorbs the failure below.
///
/// # Errors
/// A failure of either that no exact 0 absorbs, or what the arithmetic says.
pub fn divide<A: Arithmetic>(arithmetic: &A, left: &Outcome<A::Value>, right: &Outcome<A::Value>) -> Outcome<A::Value> {
    match (left, right) {
        (Ok(left), Ok(right)) => arithmetic.divide(left, right),
        (Ok(zero), Err(_)) if arithmetic.is_zero(zero) => Ok(zero.clone()),
        (Err(fault), _) | (_, Err(fault)) => Err(*fault),
    }
}

/// A function of one argument.
///
/// # Errors
/// What the arithmetic says.
pub fn call<A: Arithmetic>(arithmetic: &A, function: Function, x: &A::Value) -> Outcome<A::Value> {
    match function {
        Function::Exp => arithmetic.exp(x),
        Function::Ln => arithmetic.ln(x),
        Function::Sqrt => arithmetic.sqrt(x),
        Function::Sigmoid => arithmetic.sigmoid(x),
        Function::Tanh => arithmetic.tanh(x),
        Function::Relu => arithmetic.relu(x),
        Function::Step => arithmetic.step(x),
        Function::Sign => arithmetic.sign(x),
        Function::Softplus => arithmetic.softplus(x),
        Function::Abs => arithmetic.abs(x),
        Function::Floor => arithmetic.floor(x),
        Function::Min | Function::Max => call_two(arithmetic, function, x, x),
    }
}

/// A function of two arguments; of those with one, the second is ignored.
///
/// # Errors
/// What the arithmetic says.
pub fn call_two<A: Arithmetic>(arithmetic: &A, function: Function, x: &A::Value, y: &A::Value) -> Outcome<A::Value> {
    match function {
        Function::Min => arithmetic.min(x, y),
        Function::Max => arithmetic.max(x, y),
        _ => call(arithmetic, function, x),
    }
}
