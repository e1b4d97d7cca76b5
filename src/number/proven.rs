//! Numbers that are exact as long as they can be, and proven enclosures after that.

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::arithmetic::{Arithmetic, Outcome};
use super::ball::Ball;
use super::elementary::Elementary;
use super::exact::Exact;
use super::fault::{Fault, Question};
use super::rounding::Rounding;
use super::value::{Enclosure, Number};

/// The most digits, and decimals, that an exact number may have before it becomes an enclosure.
pub const MOST_EXACT_DIGITS: u32 = 400;

/// Exact arithmetic that goes on in enclosures of a chosen precision.
#[derive(Clone, Debug)]
pub struct Proven {
    bits: u32,
    functions: Elementary<BigInt>,
}

impl Proven {
    /// Arithmetic with `bits` bits behind the point; `None` above the 200 000 that a number may have.
    #[must_use]
    pub fn new(bits: u32) -> Option<Self> {
        Some(Self { bits, functions: Elementary::new(bits)? })
    }

    /// How many bits stand behind the point of an enclosure.
    #[must_use]
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// A number as it is carried from one update to the next: exactly that number.
    ///
    /// # Errors
    /// None with any decimal that there is.
    pub fn decimal(&self, decimal: Decimal) -> Outcome<Number> {
        Ok(Number::Exact(decimal.into()))
    }

    /// The narrowest number that may be either of two, and anything between them.
    ///
    /// # Errors
    /// Where the distance between them is larger than can be computed with.
    pub fn hull(&self, a: &Number, b: &Number) -> Outcome<Number> {
        if let (Number::Exact(exact), Number::Exact(other)) = (a, b)
            && exact.compare(other).is_eq()
        {
            return Ok(a.clone());
        }
        Ok(self.enclosure(self.ball(a)?.hull(&self.ball(b)?)?))
    }

    fn ball(&self, number: &Number) -> Outcome<Ball<BigInt>> {
        match number {
            Number::Exact(exact) => Ball::enclosing(exact, self.bits),
            Number::Enclosure(enclosure) if enclosure.bits == self.bits => Ok(enclosure.ball.clone()),
            Number::Enclosure(enclosure) => enclosure.at(self.bits),
        }
    }

    fn enclosure(&self, ball: Ball<BigInt>) -> Number {
        Number::Enclosure(Enclosure { ball, bits: self.bits })
    }

    /// Keeps an exact result that is short enough, and encloses a longer one.
    fn keep(&self, exact: Exact) -> Outcome<Number> {
        let limit = u64::from(MOST_EXACT_DIGITS);
        let fits = |exact: &Exact| exact.scale() <= MOST_EXACT_DIGITS && exact.digit_count() <= limit;
        // 1 320 bits are fewer than 400 digits, so that counting them is rarely needed.
        if exact.scale() <= MOST_EXACT_DIGITS && exact.digits().bits() <= 1320 || fits(&exact) {
            return Ok(Number::Exact(exact));
        }
        let normal = exact.normalized();
        if fits(&normal) {
            return Ok(Number::Exact(normal));
        }
        Ok(self.enclosure(Ball::enclosing(&normal, self.bits)?))
    }

    /// A function of an enclosure, or of an exact number whose result is not a decimal.
    fn by(
        &self,
        a: &Number,
        function: impl FnOnce(&Elementary<BigInt>, &Ball<BigInt>) -> Outcome<Ball<BigInt>>,
    ) -> Outcome<Number> {
        Ok(self.enclosure(function(&self.functions, &self.ball(a)?)?))
    }
}

impl Arithmetic for Proven {
    type Value = Number;

    fn constant(&self, number: &Exact) -> Outcome<Number> {
        self.keep(number.clone())
    }

    fn is_zero(&self, value: &Number) -> bool {
        matches!(value, Number::Exact(exact) if exact.is_zero())
    }

    fn whole(&self, value: &Number) -> Option<i64> {
        value.exact().and_then(Exact::to_whole)
    }

    fn negate(&self, a: &Number) -> Outcome<Number> {
        Ok(match a {
            Number::Exact(exact) => Number::Exact(exact.negated()),
            Number::Enclosure(enclosure) => {
                Number::Enclosure(Enclosure { ball: enclosure.ball.negated(), bits: enclosure.bits })
            }
        })
    }

    fn add(&self, a: &Number, b: &Number) -> Outcome<Number> {
        match (a, b) {
            (Number::Exact(a), Number::Exact(b)) => self.keep(a.plus(b)),
            _ => Ok(self.enclosure(self.ball(a)?.plus(&self.ball(b)?)?)),
        }
    }

    fn subtract(&self, a: &Number, b: &Number) -> Outcome<Number> {
        match (a, b) {
            (Number::Exact(a), Number::Exact(b)) => self.keep(a.minus(b)),
            _ => Ok(self.enclosure(self.ball(a)?.minus(&self.ball(b)?)?)),
        }
    }

    fn multiply(&self, a: &Number, b: &Number) -> Outcome<Number> {
        if self.is_zero(a) || self.is_zero(b) {
            return Ok(Number::Exact(Exact::zero()));
        }
        match (a, b) {
            (Number::Exact(a), Number::Exact(b)) => self.keep(a.times(b)),
            _ => Ok(self.enclosure(self.ball(a)?.times(&self.ball(b)?, self.bits)?)),
        }
    }

    fn divide(&self, a: &Number, b: &Number) -> Outcome<Number> {
        if self.is_zero(b) {
            return Err(Fault::DivisionByZero);
        }
        if self.is_zero(a) {
            return match b {
                Number::Enclosure(enclosure) if enclosure.ball.side().is_err() => Err(Fault::Undecided(Question::Zero)),
                _ => Ok(Number::Exact(Exact::zero())),
            };
        }
        if let (Number::Exact(a), Number::Exact(b)) = (a, b)
            && let Some(quotient) = a.over(b, MOST_EXACT_DIGITS)
        {
            return self.keep(quotient);
        }
        Ok(self.enclosure(self.ball(a)?.over(&self.ball(b)?, self.bits)?))
    }

    fn exp(&self, a: &Number) -> Outcome<Number> {
        if self.is_zero(a) {
            return Ok(Number::Exact(Exact::one()));
        }
        self.by(a, Elementary::exp)
    }

    fn ln(&self, a: &Number) -> Outcome<Number> {
        match a {
            Number::Exact(exact) if exact.is_zero() => Err(Fault::LogarithmOfZero),
            Number::Exact(exact) if exact.is_negative() => Err(Fault::LogarithmOfNegative),
            Number::Exact(exact) if exact.compare(&Exact::one()).is_eq() => Ok(Number::Exact(Exact::zero())),
            _ => self.by(a, Elementary::ln),
        }
    }

    fn sqrt(&self, a: &Number) -> Outcome<Number> {
        if let Number::Exact(exact) = a {
            if exact.is_negative() {
                return Err(Fault::RootOfNegative);
            }
            if let Some(root) = exact.root() {
                return Ok(Number::Exact(root));
            }
        }
        self.by(a, Elementary::sqrt)
    }

    fn sigmoid(&self, a: &Number) -> Outcome<Number> {
        if self.is_zero(a) {
            return Ok(Number::Exact(Exact::new(5, 1)));
        }
        self.by(a, Elementary::sigmoid)
    }

    fn tanh(&self, a: &Number) -> Outcome<Number> {
        if self.is_zero(a) {
            return Ok(Number::Exact(Exact::zero()));
        }
        self.by(a, Elementary::tanh)
    }

    fn softplus(&self, a: &Number) -> Outcome<Number> {
        self.by(a, Elementary::softplus)
    }

    fn sign(&self, a: &Number) -> Outcome<Number> {
        Ok(Number::Exact(Exact::from(i64::from(a.sign()?))))
    }

    fn step(&self, a: &Number) -> Outcome<Number> {
        Ok(Number::Exact(if a.sign()? >= 0 { Exact::one() } else { Exact::zero() }))
    }

    fn abs(&self, a: &Number) -> Outcome<Number> {
        match a {
            Number::Exact(exact) => Ok(Number::Exact(exact.magnitude())),
            Number::Enclosure(enclosure) => Ok(self.enclosure(enclosure.at(self.bits)?.magnitude()?)),
        }
    }

    fn max(&self, a: &Number, b: &Number) -> Outcome<Number> {
        if let (Number::Exact(exact), Number::Exact(other)) = (a, b) {
            return Ok(if exact.compare(other).is_ge() { a.clone() } else { b.clone() });
        }
        // Where one is certainly the larger, it is the result itself, exact if it was.
        match self.subtract(a, b)?.sign() {
            Ok(-1) => Ok(b.clone()),
            Ok(_) => Ok(a.clone()),
            Err(_) => Ok(self.enclosure(self.ball(a)?.largest(&self.ball(b)?)?)),
        }
    }

    fn floor(&self, a: &Number) -> Outcome<Number> {
        match a {
            Number::Exact(exact) => Ok(Number::Exact(exact.floor())),
            Number::Enclosure(enclosure) => {
                let ends = enclosure.ball.low().zip(enclosure.ball.high()).ok_or(Fault::TooLarge)?;
                let (low, high) = (ends.0 >> enclosure.bits, ends.1 >> enclosure.bits);
                if low == high { Ok(Number::Exact(Exact::new(low, 0))) } else { Err(Fault::Undecided(Question::Sign)) }
            }
        }
    }

    fn rounded(&self, a: &Number, rounding: Rounding) -> Outcome<Number> {
        a.rounded_by(rounding).map(Number::Exact).ok_or(Fault::Undecided(Question::Digits))
    }
}
