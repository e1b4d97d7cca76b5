//! ln 2 to any number of bits, computed once.

use std::sync::RwLock;

use num_bigint::BigInt;

/// The longest one computed so far, and its bits.
static LONGEST: RwLock<Option<(u32, BigInt)>> = RwLock::new(None);

/// Bits by which what is kept is shorter than what is computed.
const GUARD: u32 = 32;

/// ln 2 in fixed point, off by less than 2.
///
/// ln 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749), each off by less than 2 units, so that the sum
/// is off by less than 56 units, or 2^-26 of one that is kept; cutting, twice, is off by less than one each time.
pub(crate) fn ln_2(bits: u32) -> BigInt {
    if let Ok(known) = LONGEST.read()
        && let Some((known_bits, value)) = known.as_ref()
        && *known_bits >= bits
    {
        return value >> (known_bits - bits);
    }
    let known_bits = bits.next_multiple_of(256) + GUARD;
    let inverse = |n: u32| artanh_of_inverse(n, known_bits + GUARD);
    let value: BigInt = (inverse(26) * 18 - inverse(4801) * 2 + inverse(8749) * 8) >> GUARD;
    let result = &value >> (known_bits - bits);
    if let Ok(mut known) = LONGEST.write()
        && known.as_ref().is_none_or(|(longest, _)| *longest < known_bits)
    {
        *known = Some((known_bits, value));
    }
    result
}

/// artanh(1/n) = 1/n + 1/(3n³) + 1/(5n⁵) + … in fixed point, off by less than 2.
///
/// The terms left out are below one unit: each is less than 1/n² ≤ 1/4 of the one before, the first is below
/// n^-(2·count) ≤ 2^-bits/2. The terms taken are added as fractions, by halves, and divided once.
fn artanh_of_inverse(n: u32, bits: u32) -> BigInt {
    let count = bits / (2 * n.ilog2()) + 1;
    let (numerator, odds, powers) = fraction(BigInt::from(n).pow(2), 0, count);
    ((numerator * n) << bits) / (odds * powers)
}

/// The sum of `1/((2k + 1)·square^(k - first + 1))` for k from `first` to below `end`, as a numerator, the product of
/// the odd numbers, and the power of `square`.
fn fraction(square: BigInt, first: u32, end: u32) -> (BigInt, BigInt, BigInt) {
    if end - first <= 1 {
        return (BigInt::from(1), BigInt::from(2 * first + 1), square);
    }
    let middle = first + (end - first) / 2;
    let (left, left_odds, left_powers) = fraction(square.clone(), first, middle);
    let (right, right_odds, right_powers) = fraction(square, middle, end);
    let sum = left * &right_odds * &right_powers + right * &left_odds;
    (sum, left_odds * right_odds, left_powers * right_powers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ln_2_has_the_digits_of_the_tables() {
        let digits = (ln_2(400) * BigInt::from(10).pow(100)) >> 400u32;
        assert_eq!(
            digits.to_string(),
            "6931471805599453094172321214581765680755001343602552541206800094933936219696947156058633269964186875"
        );
    }

    #[test]
    fn a_short_one_is_the_beginning_of_a_long_one() {
        let long = ln_2(3000);
        for bits in [1, 63, 256, 1999] {
            assert_eq!(ln_2(bits), &long >> (3000 - bits));
        }
    }
}
