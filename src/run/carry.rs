//! The border between one update and the next: parameters are carried as decimals.

use rust_decimal::Decimal;

use crate::number::{Arithmetic, Exact, Fast, Number, Outcome, Proven};

/// An arithmetic that takes parameters in and gives them back rounded.
pub(crate) trait Carry: Arithmetic {
    /// A parameter, input or target as it stands.
    fn take(&self, decimal: Decimal) -> Outcome<Self::Value>;

    /// A new parameter rounded as it is carried; `None` where that is not certain, or not a decimal.
    fn give(&self, value: &Self::Value) -> Option<Decimal>;

    /// Whether the magnitude is certainly beyond `limit`.
    fn is_beyond(&self, value: &Self::Value, limit: &Self::Value) -> bool {
        let excess = self.abs(value).and_then(|magnitude| self.subtract(&magnitude, limit));
        let sign = excess.and_then(|excess| self.sign(&excess));
        sign.is_ok_and(|sign| self.whole(&sign) == Some(1))
    }
}

impl Carry for Proven {
    fn take(&self, decimal: Decimal) -> Outcome<Number> {
        self.constant(&Exact::from(decimal))
    }

    fn give(&self, value: &Number) -> Option<Decimal> {
        value.carried()
    }
}

impl Carry for Fast {
    fn take(&self, decimal: Decimal) -> Outcome<Self::Value> {
        self.decimal(decimal)
    }

    fn give(&self, value: &Self::Value) -> Option<Decimal> {
        self.carried(value)
    }
}
