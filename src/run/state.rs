//! What one update hands to the next: decimals, and nothing else.

use rust_decimal::Decimal;

use super::setting::Setting;
use crate::number::Exact;

/// The parameters and the memory of the optimizer as an epoch or a batch starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The parameters, in the program's order.
    pub parameters: Vec<Decimal>,
    /// What the optimizer remembers: for every trained parameter its states, in their order.
    pub memory: Vec<Exact>,
    /// How many updates were done before.
    pub updates: u64,
    /// Whether something was taken for granted on the way here, as what lies exactly at a tie.
    pub assumes: bool,
}

impl State {
    /// The state before any update.
    pub(crate) fn start(setting: &Setting) -> Self {
        Self { parameters: setting.parameters.clone(), memory: setting.memory.clone(), updates: 0, assumes: false }
    }
}
