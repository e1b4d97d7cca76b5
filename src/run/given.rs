//! Values that an update reads and no step computes: rate, constants, what the optimizer remembers.

use super::carry::Carry;
use super::setting::Setting;
use super::state::State;
use crate::number::{Exact, Fault, Outcome};
use crate::program::{Program, UpdateGiven};

/// The value of the update line that no step computes.
pub(super) fn update_given(program: &Program, setting: &Setting, state: &State, given: UpdateGiven) -> Option<Exact> {
    let whole = |number: u64| i64::try_from(number).ok().map(Exact::from);
    match given {
        UpdateGiven::Rate => Some(setting.learning_rate.into()),
        UpdateGiven::Epoch => whole(state.updates / setting.batch_count() + 1),
        UpdateGiven::Number => whole(state.updates + 1),
        UpdateGiven::Constant(at) => program.rule.constants.get(at).map(|&decimal| decimal.into()),
        UpdateGiven::Gradient(at) => {
            let of_epoch = usize::try_from(state.updates).ok().and_then(|epoch| setting.gradients.get(epoch))?;
            of_epoch.get(at).map(|&decimal| decimal.into())
        }
        UpdateGiven::Memory { trained, state: at } => {
            state.memory.get(trained * program.rule.state.len() + at).cloned()
        }
    }
}

/// The same as a value of an arithmetic.
pub(super) fn take_given<A: Carry>(
    arithmetic: &A,
    program: &Program,
    setting: &Setting,
    state: &State,
    given: UpdateGiven,
) -> Outcome<A::Value> {
    if given == UpdateGiven::Rate {
        return arithmetic.take(setting.learning_rate);
    }
    arithmetic.constant(&update_given(program, setting, state, given).ok_or(Fault::TooLarge)?)
}
