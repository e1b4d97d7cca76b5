//! Quotients and roots that are decimals.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One, Signed, Zero};

use super::{Exact, power_of_ten};

impl Exact {
    /// The exact quotient, where it ends within `limit` digits; `other` must not be 0.
    #[must_use]
    pub fn over(&self, other: &Self, limit: u32) -> Option<Self> {
        // a/10^s ÷ b/10^t = (a·10^t)/(b·10^s); it ends only if b, reduced, is made of twos and fives.
        let mut numerator = &self.digits * power_of_ten(other.scale);
        let mut denominator = &other.digits * power_of_ten(self.scale);
        if denominator.is_zero() {
            return None;
        }
        if denominator.is_negative() {
            numerator = -numerator;
            denominator = -denominator;
        }
        let common = numerator.gcd(&denominator);
        numerator /= &common;
        denominator /= &common;
        let (twos, rest) = split_off(&denominator, 2);
        let (fives, rest) = split_off(&rest, 5);
        if !rest.is_one() {
            return None;
        }
        let scale = twos.max(fives);
        if scale > limit {
            return None;
        }
        let digits = numerator * (power_of_ten(scale) / denominator);
        Some(Self { digits, scale })
    }

    /// The exact square root, where there is one; `self` must not be negative.
    #[must_use]
    pub fn root(&self) -> Option<Self> {
        if self.is_negative() {
            return None;
        }
        let even = if self.scale.is_multiple_of(2) { self.clone() } else { self.rescaled(self.scale + 1) };
        let root = even.digits.sqrt();
        (&root * &root == even.digits).then_some(Self { digits: root, scale: even.scale / 2 })
    }
}

/// How many times `prime` divides `number`, and what is left.
fn split_off(number: &BigInt, prime: u8) -> (u32, BigInt) {
    let prime = BigInt::from(prime);
    let (mut count, mut rest) = (0, number.clone());
    loop {
        let (quotient, remainder) = rest.div_rem(&prime);
        if !remainder.is_zero() || rest.is_zero() {
            return (count, rest);
        }
        rest = quotient;
        count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).expect(text)
    }

    #[test]
    fn quotients_that_end_are_exact() {
        let over = |a: &str, b: &str| exact(a).over(&exact(b), 400).map(|quotient| quotient.to_string());
        assert_eq!(over("1", "8"), Some("0.125".into()));
        assert_eq!(over("-0.3", "0.06"), Some("-5".into()));
        assert_eq!(over("1", "3"), None);
        assert_eq!(over("0.2", "2").as_deref(), Some("0.1"));
    }

    #[test]
    fn roots_of_squares_are_exact() {
        assert_eq!(exact("0.25").root(), Some(exact("0.5")));
        assert_eq!(exact("6.25").root().map(|root| root.to_string()), Some("2.5".into()));
        assert_eq!(exact("2.5").root(), None);
    }
}
