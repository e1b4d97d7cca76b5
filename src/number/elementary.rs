//! exp, ln, square root, sigmoid and tanh of enclosures.
//!
//! The function is taken at the midpoint m, the radius r is carried with a bound of the slope:
//!
//! - exp: |e^x − e^m| ≤ e^m·(e^r − 1) ≤ e^m·(r + r²) for r ≤ 1 (e − 1 < 2); a wider one is refused;
//! - ln: |ln x − ln m| ≤ r/(m − r), the slope at the lower end;
//! - the root: |√x − √m| = |x − m|/(√x + √m) ≤ r/√m, and the root divided by is rounded down.
//!
//! Two units more for exp and ln, one for the root, are what the midpoint is off by (kernel.rs); e^m in the bound
//! is the computed one with these two added. Sigmoid and tanh are made of exp in forms in which their argument stands
//! once, so that the quotient's own bound carries r with the slope y(1 − y) at the point itself: in y = 1/(1 + e) it
//! is y·re/(1 + e − re) with re = e·r, and e/(1 + e) is 1 − y.

use super::ball::Ball;
use super::fault::{Fault, Question};
use super::integer::Integer;
use super::kernel::{self, Kernel};
use super::radius::Radius;

/// Elementary functions of balls with `bits` bits behind the point.
#[derive(Clone, Debug)]
pub(crate) struct Elementary<I> {
    bits: u32,
    kernel: Kernel<I>,
    one: Ball<I>,
}

impl<I: Integer> Elementary<I> {
    /// Prepares the functions; `None` where `I` is too small for the precision.
    pub(crate) fn new(bits: u32) -> Option<Self> {
        Self::with_kernel(bits, Kernel::new(bits)?)
    }

    /// The same with tables, for a precision at which functions are taken very often.
    pub(crate) fn with_tables(bits: u32) -> Option<Self> {
        Self::with_kernel(bits, Kernel::with_tables(bits)?)
    }

    fn with_kernel(bits: u32, kernel: Kernel<I>) -> Option<Self> {
        let one = Ball { midpoint: I::from_small(1).shifted_up(bits)?, radius: Radius::ZERO };
        Some(Self { bits, kernel, one })
    }

    pub(crate) fn exp(&self, x: &Ball<I>) -> Result<Ball<I>, Fault> {
        let midpoint = self.kernel.exp(&x.midpoint)?;
        if x.radius.is_zero() {
            return Ball::new(Some(midpoint), Radius::units(2));
        }
        if x.radius.bits() > self.bits {
            return Err(Fault::Undecided(Question::Digits));
        }
        let linear = Radius::of(&midpoint).plus(Radius::units(2)).times(x.radius).shifted_down(self.bits);
        let square = linear.times(x.radius).shifted_down(self.bits);
        Ball::new(Some(midpoint), linear.plus(square).plus(Radius::units(2)))
    }

    pub(crate) fn ln(&self, x: &Ball<I>) -> Result<Ball<I>, Fault> {
        let low = x.low().ok_or(Fault::Undecided(Question::Sign))?;
        if low.is_negative() || low.is_zero() {
            let negative = x.high().is_some_and(|high| high.is_negative());
            return Err(if negative { Fault::LogarithmOfNegative } else { Fault::Undecided(Question::Zero) });
        }
        let midpoint = I::from_big(&kernel::ln(&x.midpoint.to_big(), self.bits));
        Ball::new(midpoint, x.radius.scaled_over(self.bits, &low).plus(Radius::units(2)))
    }

    pub(crate) fn sqrt(&self, x: &Ball<I>) -> Result<Ball<I>, Fault> {
        let low = x.low().ok_or(Fault::Undecided(Question::Sign))?;
        if low.is_negative() || low.is_zero() {
            let negative = x.high().is_some_and(|high| high.is_negative());
            return Err(if negative { Fault::RootOfNegative } else { Fault::Undecided(Question::Sign) });
        }
        let root = x.midpoint.scaled_root(self.bits).ok_or(Fault::TooLarge)?;
        if root.is_zero() {
            return Err(Fault::Undecided(Question::Digits));
        }
        let carried = x.radius.scaled_over(self.bits, &root);
        Ball::new(Some(root), carried.plus(Radius::units(1)))
    }

    /// The root of what is known not to be negative, where the ball reaches down to 0: from 0 to the root of the
    /// upper end, which is cut and therefore one more.
    pub(crate) fn sqrt_from_zero(&self, x: &Ball<I>) -> Result<Ball<I>, Fault> {
        let high = x.high().ok_or(Fault::TooLarge)?;
        let root = high.magnitude().scaled_root(self.bits).ok_or(Fault::TooLarge)?;
        let root = root.plus(&I::from_small(1)).ok_or(Fault::TooLarge)?;
        Ball::between(&I::from_small(0), &root)
    }

    /// 1/(1 + e^-x), for a negative x as 1 − 1/(1 + e^x), so that e is never raised to a large power.
    pub(crate) fn sigmoid(&self, x: &Ball<I>) -> Result<Ball<I>, Fault> {
        let negative = x.midpoint.is_negative();
        let fading = if negative { self.exp(x)? } else { self.exp(&x.negated())? };
        let one = &self.one;
        let upper = one.over(&one.plus(&fading)?, self.bits)?;
        if negative { one.minus(&upper) } else { Ok(upper) }
    }

    /// 2/(1 + e^-2x) − 1, for a negative x by symmetry.
    pub(crate) fn tanh(&self, x: &Ball<I>) -> Result<Ball<I>, Fault> {
        if x.midpoint.is_negative() {
            return Ok(self.tanh(&x.negated())?.negated());
        }
        let fading = self.exp(&x.plus(x)?.negated())?;
        let one = &self.one;
        one.plus(one)?.over(&one.plus(&fading)?, self.bits)?.minus(one)
    }

    /// ln(1 + e^x), for a positive x as x + ln(1 + e^-x).
    pub(crate) fn softplus(&self, x: &Ball<I>) -> Result<Ball<I>, Fault> {
        let negative = x.midpoint.is_negative();
        let fading = if negative { self.exp(x)? } else { self.exp(&x.negated())? };
        let rest = self.ln(&self.one.plus(&fading)?)?;
        if negative { Ok(rest) } else { x.plus(&rest) }
    }
}
