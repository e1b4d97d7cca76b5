//! The way back in waves, where a layer is updated before the error goes on to the one before.
//!
//! The first wave is the sample line's: what stands in it needs no new parameter. Must not know how an update is
//! written.

use std::collections::{HashMap, HashSet};

use super::Trained;
use super::step::Step;
use crate::formula::Name;

/// Steps that wait for parameters that are new already, and the parameters that are updated behind them.
#[derive(Clone, Debug, Default)]
pub(super) struct Wave {
    pub(super) steps: Vec<Step>,
    /// By their places among the trained parameters.
    pub(super) parameters: Vec<usize>,
}

/// The steps of waves by name: which wave, and the place in it.
pub(super) fn places(waves: &[Wave]) -> HashMap<Name, (usize, usize)> {
    let of_wave = |(number, wave): (usize, &Wave)| -> Vec<(Name, (usize, usize))> {
        wave.steps.iter().enumerate().map(|(at, step)| (step.name.clone(), (number, at))).collect()
    };
    waves.iter().enumerate().flat_map(of_wave).collect()
}

/// The steps that are worked, by whatever way, from parameters that are new already.
pub(super) fn resting_on_new(waves: &[Wave], trained: &[Trained]) -> HashSet<Name> {
    let mut resting: HashSet<Name> = HashSet::new();
    let mut new: HashSet<Name> = HashSet::new();
    for wave in waves {
        for step in &wave.steps {
            if step.operands().into_iter().any(|name| new.contains(name) || resting.contains(name)) {
                resting.insert(step.name.clone());
            }
        }
        for one in wave.parameters.iter().filter_map(|&at| trained.get(at)) {
            new.insert(one.new_name());
            let mut is_resting = false;
            one.gradient.each_name(&mut |name| is_resting |= resting.contains(name));
            if is_resting {
                resting.insert(one.new_name());
            }
        }
    }
    resting
}
