//! The series behind exp and ln on whole numbers in fixed point, with their error bounds.
//!
//! exp: x = k·ln 2 + r with r in [0, ln 2] or just beside it, s = r/2^h, exp(s) by Taylor and Horner, then h squarings. The
//! work is done with `24 + h` more bits than asked, and one more for every doubling of a large result. In units of the working precision: r is off by at
//! most |k| + 1 ≤ 2^18 (ln 2 is off by one, |k| ≤ 144 270); Horner's steps multiply by s < 2^-h and add
//! less than 2 each, so that exp(s) is off by less than 4 and the cut tail by less than 1; a squaring
//! doubles a relative error and adds 1, which makes 2^h·6 of it. With exp(r) < 2 that is below
//! 2·(2^18 + 6·2^h) units, less than half a unit of the precision asked; cutting the guard bits off
//! adds less than one: two units bound it.
//!
//! ln: x = m·2^j with m in [0.7, 1.4], z = (m − 1)/(m + 1), ln m = 2·(z + z³/3 + …). |z| < 0.18, so every
//! term adds five bits. Every term is off by less than 4 units, there are fewer than 2^16 of them, and
//! j·ln 2 is off by |j| < 2^18: with 24 guard bits all of it stays below one unit.

use std::sync::RwLock;

use num_bigint::BigInt;

use super::fault::Fault;
use super::integer::Integer;

/// The largest |x| of which exp is computed.
const LARGEST_EXPONENT: u32 = 100_000;

/// Bits that the series work with beyond those asked for.
const GUARD: u32 = 24;

/// For how many doublings of a result a kernel is prepared; for more, a larger one is made.
const GROWTH: u32 = 32;

/// ln 2, the longest one computed so far.
static LN_2: RwLock<Option<(u32, BigInt)>> = RwLock::new(None);

/// ln 2 in fixed point, off by less than 1.
pub(crate) fn ln_2(bits: u32) -> BigInt {
    if let Ok(known) = LN_2.read()
        && let Some((known_bits, value)) = known.as_ref()
        && *known_bits >= bits
    {
        return value >> (known_bits - bits);
    }
    let working = bits.next_multiple_of(256) + 64;
    // ln 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749)
    let inverse = |n: u32| artanh(&((BigInt::from(1) << working) / n), working);
    let value: BigInt = (inverse(26) * 18 - inverse(4801) * 2 + inverse(8749) * 8) >> 32u32;
    let known_bits = working - 32;
    let result = &value >> (known_bits - bits);
    if let Ok(mut known) = LN_2.write()
        && known.as_ref().is_none_or(|(longest, _)| *longest < known_bits)
    {
        *known = Some((known_bits, value));
    }
    result
}

/// z + z³/3 + z⁵/5 + … for a small |z|.
fn artanh(z: &BigInt, bits: u32) -> BigInt {
    let square = (z * z) >> bits;
    let (mut power, mut sum, mut odd) = (z.clone(), z.clone(), 1u32);
    loop {
        power = (power * &square) >> bits;
        odd += 2;
        let term = &power / odd;
        // A negative power shifts towards −1, never to 0.
        if term.bits() <= 1 && power.bits() <= 1 {
            return sum;
        }
        sum += term;
    }
}

/// What exp needs at one precision: how often to halve, how many terms to take, ln 2 and 1.
#[derive(Clone, Debug)]
pub(crate) struct Kernel<I> {
    bits: u32,
    halvings: u32,
    terms: u32,
    working: u32,
    ln_2: I,
    one: I,
}

impl<I: Integer> Kernel<I> {
    /// Prepares for results of `bits` bits behind the point.
    pub(crate) fn new(bits: u32) -> Option<Self> {
        Self::with_growth(bits, GROWTH)
    }

    /// A result of many bits before the point needs as many more behind it while it is made.
    fn with_growth(bits: u32, growth: u32) -> Option<Self> {
        let relative = bits + growth;
        let halvings = 4 + relative.isqrt() / 2;
        let working = relative + GUARD + halvings;
        // s < 2^-halvings, so that term n is below 2^-(n·halvings) / n!
        let (mut terms, mut gained) = (0u32, 0u32);
        while gained <= working {
            terms += 1;
            gained += halvings + terms.ilog2();
        }
        let ln_2 = I::from_big(&ln_2(working))?;
        let one = I::from_big(&(BigInt::from(1) << working))?;
        Some(Self { bits, halvings, terms, working, ln_2, one })
    }

    /// exp(x) for x in fixed point, off by less than 2 units.
    pub(crate) fn exp(&self, x: &I) -> Result<I, Fault> {
        let halves = self.halves(x)?;
        if halves < -(i64::from(self.bits) + 2) {
            return I::from_big(&BigInt::ZERO).ok_or(Fault::TooLarge);
        }
        if halves > i64::from(GROWTH) {
            let growth = u32::try_from(halves).map_err(|_| Fault::TooLarge)?;
            return Self::with_growth(self.bits, growth).ok_or(Fault::TooLarge)?.exp_near(x, halves);
        }
        self.exp_near(x, halves)
    }

    /// ⌊x / ln 2⌋, or a neighbour of it: 64 bits of x do not settle it at the borders.
    fn halves(&self, x: &I) -> Result<i64, Fault> {
        const LN_2_AT_64_BITS: i128 = 12_786_308_645_202_655_660;
        let coarse = x.shifted_down(self.bits.saturating_sub(64)).to_i128().ok_or(Fault::TooLarge)?;
        let coarse = coarse << 64u32.saturating_sub(self.bits);
        if coarse.unsigned_abs() >> 64 > u128::from(LARGEST_EXPONENT) {
            return Err(Fault::TooLarge);
        }
        i64::try_from(coarse.div_euclid(LN_2_AT_64_BITS)).map_err(|_| Fault::TooLarge)
    }

    fn exp_near(&self, x: &I, halves: i64) -> Result<I, Fault> {
        let fraction = self.exp_of_rest(x, halves).ok_or(Fault::TooLarge)?;
        let down = i64::from(self.working) - i64::from(self.bits) - halves;
        Ok(fraction.shifted_down(u32::try_from(down).map_err(|_| Fault::TooLarge)?))
    }

    /// exp(x − k·ln 2) at the working precision.
    fn exp_of_rest(&self, x: &I, halves: i64) -> Option<I> {
        let whole = self.ln_2.times_small(halves)?;
        let rest = x.shifted_up(self.working - self.bits)?.minus(&whole)?;
        let small = rest.shifted_down(self.halvings);
        let mut sum = self.one.clone();
        for n in (1..=self.terms).rev() {
            sum = self.one.plus(&sum.scaled_product(&small, self.working)?.over_small(n))?;
        }
        for _ in 0..self.halvings {
            sum = sum.scaled_product(&sum, self.working)?;
        }
        Some(sum)
    }
}

/// ln(x) for a positive x in fixed point, off by less than 2 units.
pub(crate) fn ln(x: &BigInt, bits: u32) -> BigInt {
    let working = bits + GUARD;
    // x = m·2^j, m between 0.7 and 1.4
    let mut shift = i64::try_from(x.bits()).unwrap_or(i64::MAX) - i64::from(bits);
    let at = |shift: i64| {
        let up = i64::from(working) - i64::from(bits) - shift;
        if up >= 0 { x << up } else { x >> -up }
    };
    let mut mantissa = at(shift);
    let seven_tenths = (BigInt::from(7) << working) / 10;
    if mantissa < seven_tenths {
        shift -= 1;
        mantissa = at(shift);
    }
    let one = BigInt::from(1) << working;
    let z = ((&mantissa - &one) << working) / (&mantissa + &one);
    let logarithm: BigInt = artanh(&z, working) * 2 + ln_2(working) * shift;
    logarithm >> GUARD
}
