//! What every kind of arithmetic can do, so that one program runs in all of them.

use super::fault::Fault;
use super::{Assumed, Exact, Rounding};

/// The result of an operation, or what kept it from being computed.
pub type Outcome<V> = Result<V, Fault>;

/// The operations of formulas over some kind of value.
///
/// Every operation may fail with a [`Fault`]; `Undecided` ones may succeed at a higher precision.
#[expect(clippy::missing_errors_doc, reason = "said once, above, for all of them")]
pub trait Arithmetic {
    /// What is computed with.
    type Value: Clone;

    /// A number of the program or the scenario.
    fn constant(&self, number: &Exact) -> Outcome<Self::Value>;
    /// Whether the value is known to be exactly zero.
    fn is_zero(&self, value: &Self::Value) -> bool;
    /// The value as a whole number, where it is known to be one.
    fn whole(&self, value: &Self::Value) -> Option<i64>;
    /// `-a`
    fn negate(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// `a + b`
    fn add(&self, a: &Self::Value, b: &Self::Value) -> Outcome<Self::Value>;
    /// `a - b`
    fn subtract(&self, a: &Self::Value, b: &Self::Value) -> Outcome<Self::Value>;
    /// `a * b`
    fn multiply(&self, a: &Self::Value, b: &Self::Value) -> Outcome<Self::Value>;
    /// `a / b`
    fn divide(&self, a: &Self::Value, b: &Self::Value) -> Outcome<Self::Value>;
    /// e to the power a.
    fn exp(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// The natural logarithm.
    fn ln(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// The square root.
    fn sqrt(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// `1/(1 + exp(-a))`
    fn sigmoid(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// The hyperbolic tangent.
    fn tanh(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// `ln(1 + exp(a))`
    fn softplus(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// -1, 0 or 1.
    fn sign(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// 1 where a ≥ 0, else 0.
    fn step(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// The magnitude.
    fn abs(&self, a: &Self::Value) -> Outcome<Self::Value>;
    /// The larger of two.
    fn max(&self, a: &Self::Value, b: &Self::Value) -> Outcome<Self::Value>;
    /// The largest whole number that is not above a.
    fn floor(&self, a: &Self::Value) -> Outcome<Self::Value>;

    /// The value rounded by a rule, as an exact number.
    fn rounded(&self, a: &Self::Value, rounding: Rounding) -> Outcome<Self::Value>;

    /// Whether what it cannot decide is taken for granted.
    fn is_assuming(&self) -> bool {
        false
    }

    /// What the last operations took for granted, which is forgotten with the answer.
    fn assumed(&self) -> Option<Assumed> {
        None
    }

    /// `a * a`
    fn square(&self, a: &Self::Value) -> Outcome<Self::Value> {
        self.multiply(a, a)
    }

    /// `a - a` of one and the same value.
    fn difference_of_equals(&self, _: &Self::Value) -> Outcome<Self::Value> {
        self.constant(&Exact::zero())
    }

    /// `a / a` of one and the same value, which may be 0.
    fn quotient_of_equals(&self, a: &Self::Value) -> Outcome<Self::Value> {
        self.divide(a, a).and_then(|_| self.constant(&Exact::one()))
    }

    /// The smaller of two.
    fn min(&self, a: &Self::Value, b: &Self::Value) -> Outcome<Self::Value> {
        self.negate(&self.max(&self.negate(a)?, &self.negate(b)?)?)
    }

    /// `max(a, 0)`
    fn relu(&self, a: &Self::Value) -> Outcome<Self::Value> {
        self.max(a, &self.constant(&Exact::zero())?)
    }

    /// `a^b`: by multiplication for a whole b, by the root for a half, else as `exp(b·ln(a))`.
    fn power(&self, base: &Self::Value, exponent: &Self::Value) -> Outcome<Self::Value> {
        if let Some(whole) = self.whole(exponent) {
            return self.whole_power(base, whole);
        }
        let doubled = self.add(exponent, exponent)?;
        if let Some(halves) = self.whole(&doubled) {
            return self.whole_power(&self.sqrt(base)?, halves);
        }
        if self.is_zero(base) {
            let side = self.sign(exponent)?;
            return if self.whole(&side) == Some(1) { Ok(base.clone()) } else { Err(Fault::DivisionByZero) };
        }
        let logarithm = self.ln(base).map_err(|fault| match fault {
            Fault::LogarithmOfNegative => Fault::PowerOfNegative,
            other => other,
        })?;
        self.exp(&self.multiply(exponent, &logarithm)?)
    }

    /// `a^n` by repeated squaring; `a^0` is 1 for every a.
    fn whole_power(&self, base: &Self::Value, exponent: i64) -> Outcome<Self::Value> {
        let one = || self.constant(&Exact::one());
        if exponent < 0 {
            return self.divide(&one()?, &self.whole_power(base, exponent.checked_neg().ok_or(Fault::TooLarge)?)?);
        }
        let (mut result, mut square, mut rest) = (None, base.clone(), exponent);
        while rest > 0 {
            if rest % 2 == 1 {
                result = Some(match result {
                    Some(so_far) => self.multiply(&so_far, &square)?,
                    None => square.clone(),
                });
            }
            rest /= 2;
            if rest > 0 {
                square = self.square(&square)?;
            }
        }
        result.map_or_else(one, Ok)
    }
}
