//! Enclosures of a fixed size, for passes that are run ten thousand times.
//!
//! The same balls as in [`Proven`](super::Proven), of four machine words and without anything on the heap. What they
//! cannot hold or decide is a fault, after which the pass is repeated with `Proven`; that is rare.

use rust_decimal::Decimal;

use super::arithmetic::{Arithmetic, Outcome};
use super::ball::Ball;
use super::carried::CARRIED_DIGITS;
use super::elementary::Elementary;
use super::exact::Exact;
use super::fault::{Fault, Question};
use super::integer::Integer;
use super::limbs::{Limbs, Magnitude, product};
use super::radius::Radius;
use super::rounding::Rounding;
use super::value::{Enclosure, Number};

/// Bits behind the point of a [`Quick`].
const BITS: u32 = 128;

/// A value of [`Fast`]: proven to lie in an interval.
#[derive(Clone, Copy, Debug)]
pub struct Quick(Ball<Limbs>);

/// Arithmetic in enclosures of 128 bits behind the point and at most as many before it.
#[derive(Clone, Debug)]
pub struct Fast {
    functions: Elementary<Limbs>,
    /// ⌊2^256 / 10^scale⌋ and 5^scale for every scale of a `Decimal` above 0.
    scales: Vec<(Magnitude, u128)>,
}

impl Fast {
    /// Prepares the arithmetic, its tables too.
    #[must_use]
    pub fn new() -> Option<Self> {
        let mut scales = Vec::new();
        let (mut five, mut ten) = (1u128, 1u128);
        for _ in 0..Decimal::MAX_SCALE {
            (five, ten) = (five * 5, ten * 10);
            // 10^scale does not divide 2^256, so that one less than that has the same quotient.
            scales.push((Magnitude::MAX / Magnitude::from(ten), five));
        }
        Some(Self { functions: Elementary::with_tables(BITS)?, scales })
    }

    /// A number as it is carried from one update to the next.
    ///
    /// # Errors
    /// None with any decimal that there is.
    pub fn decimal(&self, decimal: Decimal) -> Outcome<Quick> {
        self.scaled(decimal.mantissa(), decimal.scale()).map(Quick)
    }

    /// Encloses `digits / 10^scale`, for digits below 2^96.
    ///
    /// With R = ⌊2^256/10^scale⌋ the product digits·R falls short of digits·2^256/10^scale by less than
    /// digits < 2^96, so that rounding it to 128 bits is off by less than 1/2 + 2^-32. If the value ends in
    /// binary, what falls short of a whole number of units leaves the upper 32 of the bits cut off all ones; then
    /// divisibility by 5^scale settles it.
    fn scaled(&self, digits: i128, scale: u32) -> Outcome<Ball<Limbs>> {
        let whole = Magnitude::from(digits.unsigned_abs());
        let Some((reciprocal, five)) = scale.checked_sub(1).and_then(|index| self.scales.get(index as usize)) else {
            let midpoint = Limbs::new(whole, digits < 0).shifted_up(BITS);
            return Ball::new(midpoint, Radius::ZERO);
        };
        let (wide, above) = product(whole, *reciprocal, BITS);
        let [_, cut, ..] = *wide.as_limbs();
        let rounded = if cut >> 63 == 1 { above.and_then(|above| above.checked_add(Magnitude::ONE)) } else { above };
        let ends = cut >> 32 == u64::from(u32::MAX) && digits.unsigned_abs().is_multiple_of(*five);
        let radius = if ends || digits == 0 { Radius::ZERO } else { Radius::units(1) };
        Ball::new(rounded.map(|rounded| Limbs::new(rounded, digits < 0)), radius)
    }

    /// The value rounded as [`Number::carried`](super::Number::carried) does, where both ends round alike.
    #[must_use]
    pub fn carried(&self, value: &Quick) -> Option<Decimal> {
        let (low, high) = (carried(&value.0.low()?)?, carried(&value.0.high()?)?);
        let decimal = |(digits, decimals)| Decimal::try_from_i128_with_scale(digits, decimals).ok();
        let carried = decimal(low)?;
        // Next to a power of ten one end may have a decimal less and still be the same number.
        (low == high || decimal(high)? == carried).then(|| carried.normalize())
    }

    /// The value rounded as [`Number::remembered`](super::Number::remembered) does, where both ends round alike.
    #[must_use]
    pub fn remembered(&self, value: &Quick) -> Option<Exact> {
        self.number(value).remembered()
    }

    /// The same value as a number that can be written and compared.
    #[must_use]
    pub fn number(&self, value: &Quick) -> Number {
        let Ball { midpoint, radius } = value.0;
        if let Some(whole) = self.whole(value) {
            return Number::Exact(whole.into());
        }
        let ball = Ball { midpoint: midpoint.to_big(), radius };
        Number::Enclosure(Enclosure { ball, bits: BITS, is_at_least_zero: false })
    }

    fn decided(&self, value: &Quick) -> Outcome<i8> {
        if self.is_zero(value) { Ok(0) } else { value.0.side() }
    }
}

/// Rounds to 28 digits and at most 28 decimals, halves away from zero: the digits and how many are decimals.
fn carried(value: &Limbs) -> Option<(i128, u32)> {
    let magnitude = value.absolute();
    let &[low, high, 0, 0] = (magnitude >> BITS).as_limbs() else { return None };
    let whole = u128::from(low) | u128::from(high) << 64;
    let before = whole.checked_ilog10().map_or(0, |log| log + 1);
    let decimals = CARRIED_DIGITS.checked_sub(before)?;
    // whole < 10^before, so that what is multiplied stays below 10^28·2^128 < 2^222.
    let half = Magnitude::ONE << (BITS - 1);
    let &[low, high, 0, 0] = ((magnitude * Magnitude::from(10u128.pow(decimals)) + half) >> BITS).as_limbs() else {
        return None;
    };
    let digits = i128::try_from(u128::from(low) | u128::from(high) << 64).ok()?;
    Some((if value.is_negative() { -digits } else { digits }, decimals))
}

impl Arithmetic for Fast {
    type Value = Quick;

    fn constant(&self, number: &Exact) -> Outcome<Quick> {
        if let Some(digits) = number.digits().to_i128()
            && digits.unsigned_abs() >> 96 == 0
            && number.scale() <= Decimal::MAX_SCALE
        {
            return self.scaled(digits, number.scale()).map(Quick);
        }
        Ball::enclosing(number, BITS).map(Quick)
    }

    fn is_zero(&self, value: &Quick) -> bool {
        value.0.radius.is_zero() && value.0.midpoint.is_zero()
    }

    fn whole(&self, value: &Quick) -> Option<i64> {
        if !value.0.radius.is_zero() {
            return None;
        }
        let whole = value.0.midpoint.shifted_down(BITS);
        if whole.shifted_up(BITS)? == value.0.midpoint { whole.to_i128()?.try_into().ok() } else { None }
    }

    fn negate(&self, a: &Quick) -> Outcome<Quick> {
        Ok(Quick(a.0.negated()))
    }

    fn add(&self, a: &Quick, b: &Quick) -> Outcome<Quick> {
        a.0.plus(&b.0).map(Quick)
    }

    fn subtract(&self, a: &Quick, b: &Quick) -> Outcome<Quick> {
        a.0.minus(&b.0).map(Quick)
    }

    fn multiply(&self, a: &Quick, b: &Quick) -> Outcome<Quick> {
        if self.is_zero(a) {
            return Ok(*a);
        }
        if self.is_zero(b) {
            return Ok(*b);
        }
        a.0.times(&b.0, BITS).map(Quick)
    }

    fn divide(&self, a: &Quick, b: &Quick) -> Outcome<Quick> {
        if self.is_zero(b) {
            return Err(Fault::DivisionByZero);
        }
        if self.is_zero(a) {
            return if b.0.side().is_ok() { Ok(*a) } else { Err(Fault::Undecided(Question::Zero)) };
        }
        a.0.over(&b.0, BITS).map(Quick)
    }

    fn exp(&self, a: &Quick) -> Outcome<Quick> {
        if self.is_zero(a) {
            return self.constant(&Exact::one());
        }
        self.functions.exp(&a.0).map(Quick)
    }

    fn ln(&self, a: &Quick) -> Outcome<Quick> {
        match self.whole(a) {
            Some(0) => Err(Fault::LogarithmOfZero),
            Some(1) => self.subtract(a, a),
            _ => self.functions.ln(&a.0).map(Quick),
        }
    }

    fn sqrt(&self, a: &Quick) -> Outcome<Quick> {
        match self.whole(a) {
            Some(0 | 1) => Ok(*a),
            _ => self.functions.sqrt(&a.0).map(Quick),
        }
    }

    fn sigmoid(&self, a: &Quick) -> Outcome<Quick> {
        if self.is_zero(a) {
            return self.scaled(5, 1).map(Quick);
        }
        self.functions.sigmoid(&a.0).map(Quick)
    }

    fn tanh(&self, a: &Quick) -> Outcome<Quick> {
        if self.is_zero(a) {
            return Ok(*a);
        }
        self.functions.tanh(&a.0).map(Quick)
    }

    fn softplus(&self, a: &Quick) -> Outcome<Quick> {
        self.functions.softplus(&a.0).map(Quick)
    }

    fn sign(&self, a: &Quick) -> Outcome<Quick> {
        self.scaled(self.decided(a)?.into(), 0).map(Quick)
    }

    fn step(&self, a: &Quick) -> Outcome<Quick> {
        self.scaled(i128::from(self.decided(a)? >= 0), 0).map(Quick)
    }

    fn abs(&self, a: &Quick) -> Outcome<Quick> {
        a.0.magnitude().map(Quick)
    }

    fn max(&self, a: &Quick, b: &Quick) -> Outcome<Quick> {
        a.0.largest(&b.0).map(Quick)
    }

    fn relu(&self, a: &Quick) -> Outcome<Quick> {
        self.max(a, &self.scaled(0, 0).map(Quick)?)
    }

    fn floor(&self, a: &Quick) -> Outcome<Quick> {
        let ends = a.0.low().zip(a.0.high()).ok_or(Fault::TooLarge)?;
        let (low, high) = (whole_below(&ends.0), whole_below(&ends.1));
        match (low, high) {
            (Some(low), Some(high)) if low == high => Ball::new(low.shifted_up(BITS), Radius::ZERO).map(Quick),
            _ => Err(Fault::Undecided(Question::Sign)),
        }
    }

    fn rounded(&self, a: &Quick, rounding: Rounding) -> Outcome<Quick> {
        self.constant(&self.number(a).rounded_by(rounding).ok_or(Fault::Undecided(Question::Digits))?)
    }
}

/// The largest whole number that is not above the value.
fn whole_below(value: &Limbs) -> Option<Limbs> {
    let whole = value.shifted_down(BITS);
    let cut = whole.shifted_up(BITS)? != *value;
    if cut && value.is_negative() { whole.minus(&Limbs::from_small(1)) } else { Some(whole) }
}
