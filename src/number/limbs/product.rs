//! Products of four words by four, without the work that small numbers do not need.

use ruint::Uint;

use super::Magnitude;

/// What a product or a dividend needs.
pub(crate) type Wide = Uint<512, 8>;

/// `wide / 2^shift` rounded down, where 256 bits hold it.
#[inline(always)]
pub(super) fn narrowed(wide: &Wide, shift: u32) -> Option<Magnitude> {
    let limbs = match shift {
        0 => *wide.as_limbs(),
        // The precisions that are used often are whole words, which need not be shifted.
        128 => {
            let &[_, _, a, b, c, d, e, f] = wide.as_limbs();
            [a, b, c, d, e, f, 0, 0]
        }
        192 => {
            let &[_, _, _, a, b, c, d, e] = wide.as_limbs();
            [a, b, c, d, e, 0, 0, 0]
        }
        _ => *wide.wrapping_shr(shift as usize).as_limbs(),
    };
    let [a, b, c, d, e, f, g, h] = limbs;
    if e | f | g | h == 0 { Some(Magnitude::from_limbs([a, b, c, d])) } else { None }
}

/// The full product, and what of it lies above `2^shift`.
#[inline(always)]
pub(crate) fn product(a: Magnitude, b: Magnitude, shift: u32) -> (Wide, Option<Magnitude>) {
    let wide = full_product(a.as_limbs(), b.as_limbs());
    (wide, narrowed(&wide, shift))
}

/// The full product; numbers that need fewer words, as most do, are multiplied by fewer.
#[inline(always)]
fn full_product(a: &[u64; 4], b: &[u64; 4]) -> Wide {
    Wide::from_limbs(match (a[2] | b[2], a[3] | b[3]) {
        (0, 0) => rows::<2>(a, b),
        (_, 0) => rows::<3>(a, b),
        _ => rows::<4>(a, b),
    })
}

/// The product of the lowest `N` words of both, row by row.
#[inline(always)]
fn rows<const N: usize>(a: &[u64; 4], b: &[u64; 4]) -> [u64; 8] {
    let mut result = [0; 8];
    for row in 0..N {
        let mut carry = 0u128;
        for column in 0..N {
            carry += u128::from(a[row]) * u128::from(b[column]) + u128::from(result[row + column]);
            result[row + column] = low_word(carry);
            carry >>= 64;
        }
        result[row + N] = low_word(carry);
    }
    result
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the low word is what is asked for")]
fn low_word(value: u128) -> u64 {
    value as u64
}
