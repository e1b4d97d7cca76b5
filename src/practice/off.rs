//! In which way a wrong number is off, as far as that can be said without a number.

use std::cmp::Ordering;

use crate::number::Exact;

/// In which way a number is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Off {
    /// It has the other sign.
    Sign,
    /// It is at least ten times too large.
    MuchTooLarge,
    /// It is at most a tenth of the result.
    MuchTooSmall,
    /// It is larger in size than the result.
    TooLarge,
    /// It is smaller in size than the result.
    TooSmall,
    /// It differs by less than a hundredth.
    Little,
}

impl Off {
    /// Compares a wrong number with the result.
    pub(super) fn of(given: &Exact, result: &Exact) -> Option<Self> {
        let hundredfold = |number: &Exact| number.times(&Exact::new(100, 0));
        let tenfold = |number: &Exact| number.times(&Exact::new(10, 0));
        let (size, right) = (given.magnitude(), result.magnitude());
        let is_little = hundredfold(&given.minus(result).magnitude()).compare(&right).is_lt();
        Some(match size.compare(&right) {
            _ if right.is_zero() => return None,
            _ if !given.is_zero() && given.is_negative() != result.is_negative() => Self::Sign,
            _ if is_little => Self::Little,
            _ if size.compare(&tenfold(&right)).is_ge() => Self::MuchTooLarge,
            _ if tenfold(&size).compare(&right).is_le() => Self::MuchTooSmall,
            Ordering::Greater => Self::TooLarge,
            Ordering::Less => Self::TooSmall,
            Ordering::Equal => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_number_is_off_in_one_way() {
        let of = |given: &str, result: &str| Off::of(&Exact::parse(given).unwrap(), &Exact::parse(result).unwrap());
        assert_eq!(of("-0.5", "0.5"), Some(Off::Sign));
        assert_eq!(of("5", "0.5"), Some(Off::MuchTooLarge));
        assert_eq!(of("-0.05", "-0.5"), Some(Off::MuchTooSmall));
        assert_eq!(of("0.6", "0.5"), Some(Off::TooLarge));
        assert_eq!(of("-0.4", "-0.5"), Some(Off::TooSmall));
        assert_eq!(of("0.503", "0.5"), Some(Off::Little));
        assert_eq!(of("0.3", "0"), None);
    }
}
