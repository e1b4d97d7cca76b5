//! The values that arithmetic yields: exact, a fraction, or enclosed.

use num_bigint::BigInt;

use super::arithmetic::Outcome;
use super::ball::Ball;
use super::exact::Exact;
use super::fraction::Fraction;
use super::radius::Radius;

/// A number: known exactly, or proven to lie in an interval.
#[derive(Clone, Debug)]
pub enum Number {
    /// Exactly this decimal.
    Exact(Exact),
    /// Exactly this fraction, which is no decimal that could be kept as one.
    Fraction(Fraction),
    /// Somewhere in an interval.
    Enclosure(Enclosure),
}

/// An interval in fixed point.
#[derive(Clone, Debug)]
pub struct Enclosure {
    pub(crate) ball: Ball<BigInt>,
    pub(crate) bits: u32,
    /// Whether the value is known not to be below 0, although the interval may reach there: a square, a root.
    pub(crate) is_at_least_zero: bool,
}

impl Number {
    /// Whether the value is known not to be below 0.
    pub(super) fn is_at_least_zero(&self) -> bool {
        match self {
            Self::Exact(exact) => !exact.is_negative(),
            Self::Fraction(fraction) => !fraction.is_negative(),
            Self::Enclosure(enclosure) => enclosure.is_at_least_zero || enclosure.ball.side() == Ok(1),
        }
    }

    /// The exact decimal, where it is one; a fraction has none, and its digits are always rounded.
    #[must_use]
    pub fn exact(&self) -> Option<&Exact> {
        match self {
            Self::Exact(exact) => Some(exact),
            Self::Fraction(_) | Self::Enclosure(_) => None,
        }
    }

    /// -1, 0 or 1.
    ///
    /// # Errors
    /// [`Undecided`](super::Fault::Undecided) where the interval lies on both sides of 0.
    pub fn sign(&self) -> Outcome<i8> {
        match self {
            Self::Exact(exact) if exact.is_zero() => Ok(0),
            Self::Exact(exact) => Ok(if exact.is_negative() { -1 } else { 1 }),
            Self::Fraction(fraction) => Ok(if fraction.is_negative() { -1 } else { 1 }),
            Self::Enclosure(enclosure) => enclosure.ball.side(),
        }
    }

    /// The lowest and the highest value that the number may have, as decimals: those around it for a fraction.
    #[must_use]
    pub fn ends(&self) -> Option<(Exact, Exact)> {
        match self {
            Self::Exact(exact) => Some((exact.clone(), exact.clone())),
            Self::Fraction(fraction) => Some(fraction.ends()),
            Self::Enclosure(Enclosure { ball, bits, is_at_least_zero }) => {
                // m/2^b = m·5^b/10^b
                let five = BigInt::from(5u8).pow(*bits);
                let low = ball.low()?;
                let low = if *is_at_least_zero { low.max(BigInt::ZERO) } else { low };
                Some((Exact::new(low * &five, *bits), Exact::new(ball.high()? * &five, *bits)))
            }
        }
    }
}

impl From<Exact> for Number {
    fn from(exact: Exact) -> Self {
        Self::Exact(exact)
    }
}

impl Enclosure {
    /// Whether the whole interval lies within half of its bits of 0, so that 0 can be meant.
    pub(super) fn is_next_to_zero(&self) -> bool {
        let half = u64::from(self.bits / 2);
        let ends = self.ball.low().zip(self.ball.high());
        ends.is_some_and(|(low, high)| low.bits() <= half && high.bits() <= half)
    }

    /// The same interval, or one around it, in another precision.
    pub(super) fn at(&self, bits: u32) -> Outcome<Ball<BigInt>> {
        if bits >= self.bits {
            let up = bits - self.bits;
            return Ball::new(Some(&self.ball.midpoint << up), self.ball.radius.shifted_up(up));
        }
        let down = self.bits - bits;
        let radius = self.ball.radius.shifted_down(down).plus(Radius::units(1));
        Ball::new(Some(&self.ball.midpoint >> down), radius)
    }
}
