//! The border between one update and the next: parameters and states are carried as decimals.

use rust_decimal::Decimal;

use crate::number::{Arithmetic, Exact, Fast, Number, Outcome, Proven};

/// An arithmetic that takes parameters in and gives them back rounded.
pub(crate) trait Carry: Arithmetic {
    /// A parameter, input or target as it stands.
    fn take(&self, decimal: Decimal) -> Outcome<Self::Value>;

    /// A new parameter rounded as it is carried; `None` where that is not certain, or not a decimal.
    fn give(&self, value: &Self::Value) -> Option<Decimal>;

    /// A state of the optimizer rounded as it is remembered; `None` where that is not certain.
    fn remember(&self, value: &Self::Value) -> Option<Exact>;

    /// Whether the magnitude is beyond `limit`; `None` where that is not certain.
    fn is_beyond(&self, value: &Self::Value, limit: &Self::Value) -> Option<bool> {
        let excess = self.abs(value).and_then(|magnitude| self.subtract(&magnitude, limit));
        let sign = excess.and_then(|excess| self.sign(&excess)).ok()?;
        Some(self.whole(&sign) == Some(1))
    }
}

impl Carry for Proven {
    fn take(&self, decimal: Decimal) -> Outcome<Number> {
        self.constant(&Exact::from(decimal))
    }

    fn give(&self, value: &Number) -> Option<Decimal> {
        self.carried(value)
    }

    fn remember(&self, value: &Number) -> Option<Exact> {
        self.remembered(value)
    }
}

impl Carry for Fast {
    fn take(&self, decimal: Decimal) -> Outcome<Self::Value> {
        self.decimal(decimal)
    }

    fn give(&self, value: &Self::Value) -> Option<Decimal> {
        self.carried(value)
    }

    fn remember(&self, value: &Self::Value) -> Option<Exact> {
        self.remembered(value)
    }
}
