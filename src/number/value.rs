//! The values that arithmetic yields: exact, or enclosed.

use num_bigint::BigInt;

use super::arithmetic::Outcome;
use super::ball::Ball;
use super::exact::Exact;
use super::radius::Radius;

/// A number: exact, or proven to lie in an interval.
#[derive(Clone, Debug)]
pub enum Number {
    /// Exactly this decimal.
    Exact(Exact),
    /// Somewhere in an interval.
    Enclosure(Enclosure),
}

/// An interval in fixed point.
#[derive(Clone, Debug)]
pub struct Enclosure {
    pub(crate) ball: Ball<BigInt>,
    pub(crate) bits: u32,
}

impl Number {
    /// The exact value, where it is known.
    #[must_use]
    pub fn exact(&self) -> Option<&Exact> {
        match self {
            Self::Exact(exact) => Some(exact),
            Self::Enclosure(_) => None,
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
            Self::Enclosure(enclosure) => enclosure.ball.side(),
        }
    }

    /// The lowest and the highest value that the number may have; both ends of an interval are decimals.
    #[must_use]
    pub fn ends(&self) -> Option<(Exact, Exact)> {
        match self {
            Self::Exact(exact) => Some((exact.clone(), exact.clone())),
            Self::Enclosure(Enclosure { ball, bits }) => {
                // m/2^b = m·5^b/10^b
                let five = BigInt::from(5u8).pow(*bits);
                Some((Exact::new(ball.low()? * &five, *bits), Exact::new(ball.high()? * &five, *bits)))
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
