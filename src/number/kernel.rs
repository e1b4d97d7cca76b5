//! The series behind exp and ln on whole numbers in fixed point, with their error bounds.
//!
//! # exp
//!
//! x = k·ln 2 + r, and exp(x) = 2^k·exp(r). k is taken from 32 bits of x; it is ⌊x/ln 2⌋ or its neighbour, and if r
//! comes out negative k is one less, so that 0 ≤ r < ln 2 + 2^-17 (2^-17 > (144 270/5 + 1)/2^32, which is what 32
//! bits of x and of ln 2 can be wrong by). exp(r) is made in one of two ways:
//!
//! - by squarings: s = r/2^h, exp(s) by the series, squared h times;
//! - by tables: r = i/2^7 + j/2^14 + l/2^21 + s, exp(r) = exp(i/2^7)·exp(j/2^14)·exp(l/2^21)·exp(s), three table
//!   entries and the series. i ≤ 88, because (ln 2 + 2^-17)·2^7 < 89, and the first table has those 89.
//!
//! In units of the working precision:
//!
//! - r is off by less than 2|k| + 2 ≤ 2^19: ln 2 is off by less than 2 units, |k| ≤ 144 271.
//! - The series is worked from its last term on: sum ← c + sum·s. A coefficient is off by less than 1, a product by
//!   less than 1, and what was off before is multiplied by s < 2^-4: less than 3 in all. The terms left out are
//!   below 1.1, because the first is below 1 (`prepare` counts bits until it is) and each is below 1/16 of the one
//!   before. Cutting s costs less than 1.1. So exp(s) is off by less than 5.2.
//! - A squaring doubles a relative error and adds 1, and exp(s) ≥ 1: after h of them less than 6.2·2^h.
//! - A table entry is cut from one with 24 bits more, of which 15 are spoilt by the up to 127 products it is made
//!   of: off by less than 1.01, and below 2 for the first table, below 1.01 for the others. Four factors and three
//!   products are off by less than 2·(5.2 + 1.1 + 1.1 + 1.1 + 3) < 24.
//! - With exp(r) < 2.01 all of it is below 2.1·2^19 + 12.5·2^h, or 24 in place of the latter.
//!
//! The result is asked for in units of 2^(working − bits − k) of these: at least 2^(24 + h) by squarings with h ≥
//! 4, since a kernel serves k < growth and works with growth + 24 + h bits more than asked; so the error is below
//! 2^-7. By tables there are at least 2^24 of them, and |k| ≤ 131 because Limbs have 128 bits behind the point and
//! smaller results are 0; the error is below 2^-14. Cutting the rest off adds less than one: **exp is off by less
//! than 2 units**. A result that is 0 at once is of an x with k < −(bits + 2), its neighbour included below
//! 2^-bits.
//!
//! # ln
//!
//! x = m·2^j with m in [0.7, 1.4], z = (m − 1)/(m + 1), ln m = 2·artanh(z) = 2·(z + z³/3 + …), |z| < 0.18. m may be
//! cut: off by 1, which makes ln m wrong by less than 1.5, and z another 1. A power of z is its predecessor times
//! z² < 0.033, so that its error stays below 2, and that of a term below 2; there are fewer than 2^16 of them, the
//! tail is below 2. j·ln 2 is off by less than 2|j| < 2^19. All of it is below 2·(2^17 + 5) + 2^19 < 2^20 units of
//! which 2^24 make one that is asked for; cutting adds less than one: **ln is off by less than 2 units**.

use num_bigint::BigInt;

use super::fault::Fault;
use super::integer::Integer;
use super::ln_two::ln_2;

/// The largest |x| of which exp is computed.
const LARGEST_EXPONENT: u32 = 100_000;

/// Bits that the series work with beyond those asked for.
const GUARD: u32 = 24;

/// For how many doublings of a result a kernel is prepared; for more, a larger one is made.
const GROWTH: u32 = 32;

/// How many bits of the rest a table takes off, and how many tables there are.
const INDEX: u32 = 7;
const TABLES: u32 = 3;

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

/// What exp needs at one precision.
#[derive(Clone, Debug)]
pub(crate) struct Kernel<I> {
    bits: u32,
    growth: u32,
    working: u32,
    halvings: u32,
    /// exp(i/2^8) for every i with i/2^8 < ln 2, exp(i/2^16) for i < 2^8; or nothing.
    tables: Vec<Vec<I>>,
    /// 1/n! for n = 0, 1, 2, …
    coefficients: Vec<I>,
    ln_2: I,
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
        Self::prepare(bits, growth, relative + GUARD + halvings, halvings, Vec::new())
    }

    /// The same with tables in place of squarings, and a working precision of whole machine words.
    pub(crate) fn with_tables(bits: u32) -> Option<Self> {
        let working = (bits + GROWTH + GUARD).next_multiple_of(64);
        let held = |values: Vec<BigInt>| values.iter().map(I::from_big).collect::<Option<Vec<_>>>();
        let tables = (1..=TABLES).map(|nth| held(powers_of_e(nth * INDEX, working))).collect::<Option<_>>()?;
        Self::prepare(bits, GROWTH, working, TABLES * INDEX, tables)
    }

    /// The rest that the series is summed of is below 2^-smallness.
    fn prepare(bits: u32, growth: u32, working: u32, smallness: u32, tables: Vec<Vec<I>>) -> Option<Self> {
        // The first term left out is below 2^-(n·smallness) / n!, which is below one unit.
        let (mut coefficients, mut factorial) = (Vec::new(), BigInt::from(1));
        let (mut n, mut gained) = (0u32, 0u32);
        while gained <= working {
            coefficients.push(I::from_big(&((BigInt::from(1) << working) / &factorial))?);
            n += 1;
            factorial *= n;
            gained += smallness + n.ilog2();
        }
        let halvings = if tables.is_empty() { smallness } else { 0 };
        let ln_2 = I::from_big(&ln_2(working))?;
        Some(Self { bits, growth, working, halvings, tables, coefficients, ln_2 })
    }

    /// exp(x) for x in fixed point, off by less than 2 units.
    pub(crate) fn exp(&self, x: &I) -> Result<I, Fault> {
        let halves = self.halves(x)?;
        if halves < -(i64::from(self.bits) + 2) {
            return Ok(I::from_small(0));
        }
        if halves >= i64::from(self.growth) {
            let growth = u32::try_from(halves + 1).map_err(|_| Fault::TooLarge)?;
            return Self::with_growth(self.bits, growth)
                .and_then(|larger| larger.near(x, halves))
                .ok_or(Fault::TooLarge);
        }
        self.near(x, halves).ok_or(Fault::TooLarge)
    }

    /// ⌊x / ln 2⌋, or a neighbour of it: 32 bits of x do not settle it at the borders.
    fn halves(&self, x: &I) -> Result<i64, Fault> {
        const LN_2_AT_32_BITS: i64 = 2_977_044_472;
        let coarse = x.shifted_down(self.bits.saturating_sub(32)).to_i128().ok_or(Fault::TooLarge)?;
        let coarse = i64::try_from(coarse).map_err(|_| Fault::TooLarge)?;
        if coarse.unsigned_abs() > u64::from(LARGEST_EXPONENT) << self.bits.min(32) {
            return Err(Fault::TooLarge);
        }
        Ok((coarse << 32u32.saturating_sub(self.bits)).div_euclid(LN_2_AT_32_BITS))
    }

    /// exp(x), where `halves` is ⌊x / ln 2⌋ or a neighbour of it.
    fn near(&self, x: &I, mut halves: i64) -> Option<I> {
        let scaled = x.shifted_up(self.working - self.bits)?;
        let mut rest = scaled.minus(&self.ln_2.times_small(halves)?)?;
        if rest.is_negative() {
            rest = rest.plus(&self.ln_2)?;
            halves -= 1;
        }
        let down = i64::from(self.working) - i64::from(self.bits) - halves;
        Some(self.exp_of_rest(rest)?.shifted_down(u32::try_from(down).ok()?))
    }

    /// exp(rest) at the working precision, for a rest from 0 to a little above ln 2.
    fn exp_of_rest(&self, mut rest: I) -> Option<I> {
        let mut product: Option<I> = None;
        for (table, nth) in self.tables.iter().zip(1..) {
            let (index, below) = rest.split(self.working - nth * INDEX)?;
            let entry = table.get(index)?;
            product = Some(match product {
                Some(so_far) => so_far.scaled_product(entry, self.working)?,
                None => entry.clone(),
            });
            rest = below;
        }
        let mut sum = I::polynomial(&self.coefficients, &rest.shifted_down(self.halvings), self.working)?;
        for _ in 0..self.halvings {
            sum = sum.scaled_product(&sum, self.working)?;
        }
        match product {
            Some(product) => product.scaled_product(&sum, self.working),
            None => Some(sum),
        }
    }
}

/// exp(i/2^shift) for all i that are needed: those below 2^INDEX with i/2^shift < ln 2.
fn powers_of_e(shift: u32, working: u32) -> Vec<BigInt> {
    let finer = working + GUARD;
    let step = artless_exp(shift, finer);
    let mut power = BigInt::from(1) << finer;
    let end = BigInt::from(2) << finer;
    let mut powers = Vec::new();
    while powers.len() < 1 << INDEX && power < end {
        powers.push(&power >> GUARD);
        power = (power * &step) >> finer;
    }
    powers
}

/// exp(2^-shift) by the series, off by less than one unit for every term.
fn artless_exp(shift: u32, bits: u32) -> BigInt {
    let (mut sum, mut term, mut n) = (BigInt::ZERO, BigInt::from(1) << bits, 1u32);
    while term.bits() > 0 {
        sum += &term;
        term = (term >> shift) / n;
        n += 1;
    }
    sum
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
