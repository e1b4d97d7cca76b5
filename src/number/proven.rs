//! Numbers that are exact as long as they can be, and proven enclosures after that.

use std::cell::Cell;

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::arithmetic::{Arithmetic, Outcome};
use super::ball::Ball;
use super::elementary::Elementary;
use super::exact::Exact;
use super::fault::{Fault, Question};
use super::fraction::Fraction;
use super::precision::{Assumed, Precision, tie_between};
use super::rounding::Rounding;
use super::value::{Enclosure, Number};

/// The most digits, and decimals, that an exact number may have before it becomes a fraction or an enclosure.
pub const MOST_EXACT_DIGITS: u32 = 400;

/// Exact arithmetic that goes on in fractions where these are asked for, and in enclosures of a chosen precision.
#[derive(Clone, Debug)]
pub struct Proven {
    precision: Precision,
    functions: Elementary<BigInt>,
    /// What was taken for granted since somebody asked.
    assumed: Cell<Option<Assumed>>,
}

impl Proven {
    /// Arithmetic of a precision; `None` above the 200 000 bits that a number may have.
    #[must_use]
    pub fn new(precision: impl Into<Precision>) -> Option<Self> {
        let precision = precision.into();
        Some(Self { precision, functions: Elementary::new(precision.bits)?, assumed: Cell::new(None) })
    }

    /// How it computes.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.precision
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
        match (a, b) {
            (Number::Exact(exact), Number::Exact(other)) if exact.compare(other).is_eq() => Ok(a.clone()),
            (Number::Fraction(fraction), Number::Fraction(other)) if fraction == other => Ok(a.clone()),
            _ => Ok(self.enclosure(self.ball(a)?.hull(&self.ball(b)?)?, false)),
        }
    }

    fn ball(&self, number: &Number) -> Outcome<Ball<BigInt>> {
        match number {
            Number::Exact(exact) => Ball::enclosing(exact, self.precision.bits),
            Number::Fraction(fraction) => Ball::around(fraction, self.precision.bits),
            Number::Enclosure(enclosure) if enclosure.bits == self.precision.bits => Ok(enclosure.ball.clone()),
            Number::Enclosure(enclosure) => enclosure.at(self.precision.bits),
        }
    }

    fn enclosure(&self, ball: Ball<BigInt>, is_at_least_zero: bool) -> Number {
        Number::Enclosure(Enclosure { ball, bits: self.precision.bits, is_at_least_zero })
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
        if self.precision.fractions
            && let Some(fraction) = Fraction::reduced(&normal)
        {
            return Ok(Number::Fraction(fraction));
        }
        let is_at_least_zero = !normal.is_negative();
        Ok(self.enclosure(Ball::enclosing(&normal, self.precision.bits)?, is_at_least_zero))
    }

    /// The value as a fraction, where fractions are asked for and it is known to be one.
    fn fraction(&self, number: &Number) -> Option<Fraction> {
        match number {
            Number::Exact(exact) => self.precision.fractions.then(|| Fraction::from(exact)),
            Number::Fraction(fraction) => self.precision.fractions.then(|| fraction.clone()),
            Number::Enclosure(_) => None,
        }
    }

    /// A result as a decimal where it is a short one, else as the fraction.
    fn settled(fraction: Fraction) -> Number {
        let decimal = fraction.decimal(MOST_EXACT_DIGITS);
        match decimal.filter(|decimal| decimal.digit_count() <= u64::from(MOST_EXACT_DIGITS)) {
            Some(decimal) => Number::Exact(decimal),
            None => Number::Fraction(fraction),
        }
    }

    /// The result of an operation on two fractions, where both are, and it is not too long.
    fn of_fractions(
        &self,
        a: &Number,
        b: &Number,
        operation: impl FnOnce(&Fraction, &Fraction) -> Option<Fraction>,
    ) -> Option<Number> {
        let (a, b) = (self.fraction(a)?, self.fraction(b)?);
        operation(&a, &b).map(Self::settled)
    }

    /// A function of an enclosure, or of an exact number whose result is not a decimal.
    fn by(
        &self,
        a: &Number,
        function: impl FnOnce(&Elementary<BigInt>, &Ball<BigInt>) -> Outcome<Ball<BigInt>>,
    ) -> Outcome<Number> {
        Ok(self.enclosure(function(&self.functions, &self.ball(a)?)?, false))
    }

    /// The same for a function that is never negative.
    fn by_at_least_zero(
        &self,
        a: &Number,
        function: impl FnOnce(&Elementary<BigInt>, &Ball<BigInt>) -> Outcome<Ball<BigInt>>,
    ) -> Outcome<Number> {
        Ok(self.enclosure(function(&self.functions, &self.ball(a)?)?, true))
    }

    /// Takes something for granted, where that is allowed and the value is known so closely that it can be meant.
    fn may_assume(&self, assumed: Assumed, distance: &Number) -> bool {
        let is_close = match distance {
            Number::Enclosure(enclosure) => enclosure.is_next_to_zero(),
            Number::Exact(_) | Number::Fraction(_) => false,
        };
        let may = self.precision.assuming && is_close;
        if may {
            self.assumed.set(Some(assumed));
        }
        may
    }

    /// The side of 0 on which a value lies; taken for 0 where nothing decides and that is allowed.
    fn side(&self, a: &Number) -> Outcome<i8> {
        match a.sign() {
            Err(Fault::Undecided(_)) if self.may_assume(Assumed::Kink, a) => Ok(0),
            side => side,
        }
    }

    /// The value as it is carried; where that may be either of two, as if it were the tie between them.
    pub(crate) fn carried(&self, value: &Number) -> Option<Decimal> {
        value
            .carried()
            .or_else(|| self.tie(value, |end| Number::from(end.clone()).carried().map(Exact::from))?.carried())
    }

    /// The value as an optimizer remembers it; where that may be either of two, as if it were the tie between them.
    pub(crate) fn remembered(&self, value: &Number) -> Option<Exact> {
        value.remembered().or_else(|| self.tie(value, |end| Number::from(end.clone()).remembered())?.remembered())
    }

    /// The tie that a value is taken for.
    fn tie(&self, value: &Number, round: impl Fn(&Exact) -> Option<Exact>) -> Option<Number> {
        if !self.precision.assuming {
            return None;
        }
        let (low, high) = value.ends()?;
        let tie = tie_between((&low, &high), round)?;
        self.assumed.set(Some(Assumed::Tie));
        Some(Number::Exact(tie))
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

    fn is_assuming(&self) -> bool {
        self.precision.assuming
    }

    fn assumed(&self) -> Option<Assumed> {
        self.assumed.take()
    }

    fn negate(&self, a: &Number) -> Outcome<Number> {
        Ok(match a {
            Number::Exact(exact) => Number::Exact(exact.negated()),
            Number::Fraction(fraction) => Number::Fraction(fraction.negated()),
            Number::Enclosure(Enclosure { ball, bits, .. }) => {
                Number::Enclosure(Enclosure { ball: ball.negated(), bits: *bits, is_at_least_zero: false })
            }
        })
    }

    fn add(&self, a: &Number, b: &Number) -> Outcome<Number> {
        if let (Number::Exact(a), Number::Exact(b)) = (a, b) {
            return self.keep(a.plus(b));
        }
        if let Some(sum) = self.of_fractions(a, b, Fraction::plus) {
            return Ok(sum);
        }
        let is_at_least_zero = a.is_at_least_zero() && b.is_at_least_zero();
        Ok(self.enclosure(self.ball(a)?.plus(&self.ball(b)?)?, is_at_least_zero))
    }

    fn subtract(&self, a: &Number, b: &Number) -> Outcome<Number> {
        if let (Number::Exact(a), Number::Exact(b)) = (a, b) {
            return self.keep(a.minus(b));
        }
        if let Some(difference) = self.of_fractions(a, b, |a, b| a.plus(&b.negated())) {
            return Ok(difference);
        }
        Ok(self.enclosure(self.ball(a)?.minus(&self.ball(b)?)?, false))
    }

    fn multiply(&self, a: &Number, b: &Number) -> Outcome<Number> {
        if self.is_zero(a) || self.is_zero(b) {
            return Ok(Number::Exact(Exact::zero()));
        }
        if let (Number::Exact(a), Number::Exact(b)) = (a, b) {
            return self.keep(a.times(b));
        }
        if let Some(product) = self.of_fractions(a, b, Fraction::times) {
            return Ok(product);
        }
        let is_at_least_zero = a.is_at_least_zero() && b.is_at_least_zero();
        Ok(self.enclosure(self.ball(a)?.times(&self.ball(b)?, self.precision.bits)?, is_at_least_zero))
    }

    fn square(&self, a: &Number) -> Outcome<Number> {
        Ok(match self.multiply(a, a)? {
            Number::Enclosure(enclosure) => Number::Enclosure(Enclosure { is_at_least_zero: true, ..enclosure }),
            known => known,
        })
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
        if let Some(quotient) = self.of_fractions(a, b, Fraction::over) {
            return Ok(quotient);
        }
        let is_at_least_zero = a.is_at_least_zero() && b.is_at_least_zero();
        Ok(self.enclosure(self.ball(a)?.over(&self.ball(b)?, self.precision.bits)?, is_at_least_zero))
    }

    fn exp(&self, a: &Number) -> Outcome<Number> {
        if self.is_zero(a) {
            return Ok(Number::Exact(Exact::one()));
        }
        self.by_at_least_zero(a, Elementary::exp)
    }

    fn ln(&self, a: &Number) -> Outcome<Number> {
        match a {
            Number::Exact(exact) if exact.is_zero() => Err(Fault::LogarithmOfZero),
            Number::Exact(exact) if exact.is_negative() => Err(Fault::LogarithmOfNegative),
            Number::Fraction(fraction) if fraction.is_negative() => Err(Fault::LogarithmOfNegative),
            Number::Exact(exact) if exact.compare(&Exact::one()).is_eq() => Ok(Number::Exact(Exact::zero())),
            _ => self.by(a, Elementary::ln),
        }
    }

    fn sqrt(&self, a: &Number) -> Outcome<Number> {
        match a {
            Number::Exact(exact) if exact.is_negative() => return Err(Fault::RootOfNegative),
            Number::Fraction(fraction) if fraction.is_negative() => return Err(Fault::RootOfNegative),
            Number::Exact(exact) => {
                if let Some(root) = exact.root() {
                    return Ok(Number::Exact(root));
                }
            }
            Number::Fraction(_) | Number::Enclosure(_) => {}
        }
        if let Some(root) = self.fraction(a).and_then(|fraction| Fraction::root(&fraction)) {
            return Ok(Self::settled(root));
        }
        match self.by_at_least_zero(a, Elementary::sqrt) {
            Err(Fault::Undecided(Question::Sign)) if a.is_at_least_zero() => {
                self.by_at_least_zero(a, Elementary::sqrt_from_zero)
            }
            Err(Fault::Undecided(Question::Sign)) if self.may_assume(Assumed::Kink, a) => {
                Ok(Number::Exact(Exact::zero()))
            }
            root => root,
        }
    }

    fn sigmoid(&self, a: &Number) -> Outcome<Number> {
        if self.is_zero(a) {
            return Ok(Number::Exact(Exact::new(5, 1)));
        }
        self.by_at_least_zero(a, Elementary::sigmoid)
    }

    fn tanh(&self, a: &Number) -> Outcome<Number> {
        if self.is_zero(a) {
            return Ok(Number::Exact(Exact::zero()));
        }
        self.by(a, Elementary::tanh)
    }

    fn softplus(&self, a: &Number) -> Outcome<Number> {
        self.by_at_least_zero(a, Elementary::softplus)
    }

    fn sign(&self, a: &Number) -> Outcome<Number> {
        Ok(Number::Exact(Exact::from(i64::from(self.side(a)?))))
    }

    fn step(&self, a: &Number) -> Outcome<Number> {
        let is_reached = a.is_at_least_zero() || self.side(a)? >= 0;
        Ok(Number::Exact(if is_reached { Exact::one() } else { Exact::zero() }))
    }

    fn abs(&self, a: &Number) -> Outcome<Number> {
        match a {
            Number::Exact(exact) => Ok(Number::Exact(exact.magnitude())),
            Number::Fraction(fraction) => Ok(Number::Fraction(fraction.magnitude())),
            Number::Enclosure(enclosure) if enclosure.is_at_least_zero => Ok(a.clone()),
            Number::Enclosure(enclosure) => Ok(self.enclosure(enclosure.at(self.precision.bits)?.magnitude()?, true)),
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
            Err(_) => {
                let is_at_least_zero = a.is_at_least_zero() || b.is_at_least_zero();
                Ok(self.enclosure(self.ball(a)?.largest(&self.ball(b)?)?, is_at_least_zero))
            }
        }
    }

    fn relu(&self, a: &Number) -> Outcome<Number> {
        if a.is_at_least_zero() { Ok(a.clone()) } else { self.max(a, &Number::Exact(Exact::zero())) }
    }

    fn floor(&self, a: &Number) -> Outcome<Number> {
        let enclosure = match a {
            Number::Exact(exact) => return Ok(Number::Exact(exact.floor())),
            Number::Fraction(fraction) => return Ok(Number::Exact(fraction.floor())),
            Number::Enclosure(enclosure) => enclosure,
        };
        let ends = enclosure.ball.low().zip(enclosure.ball.high()).ok_or(Fault::TooLarge)?;
        let (low, high) = (ends.0 >> enclosure.bits, ends.1 >> enclosure.bits);
        if low == high {
            return Ok(Number::Exact(Exact::new(low, 0)));
        }
        let whole = Number::Exact(Exact::new(high, 0));
        let is_whole = self.may_assume(Assumed::Kink, &self.subtract(a, &whole)?);
        if is_whole { Ok(whole) } else { Err(Fault::Undecided(Question::Sign)) }
    }

    fn rounded(&self, a: &Number, rounding: Rounding) -> Outcome<Number> {
        let rounded = a.rounded_by(rounding).or_else(|| {
            let tie = self.tie(a, |end| Some(rounding.of(end)))?;
            tie.rounded_by(rounding)
        });
        rounded.map(Number::Exact).ok_or(Fault::Undecided(Question::Digits))
    }
}
