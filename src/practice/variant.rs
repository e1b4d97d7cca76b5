//! A lesson with the numbers of a seed that can also be computed. Must not know how numbers are drawn.

use super::ask::Ask;
use crate::number::Fault;
use crate::run::{Decision, LineOf, Moment, Reading, Reason, Run};
use crate::scenario::{Scenario, Variations};

/// After so many draws that cannot be computed the last is taken: the lesson itself may be one.
const MOST_DRAWS: usize = 64;
/// Later epochs are not tried out.
const LAST_EPOCH: u64 = 100;

impl Scenario {
    /// The lesson with the numbers that `seed` stands for, the same everywhere: the first draw of that seed
    /// ([`Variations`]) of which the first epoch, and every epoch that is asked for in practice, can be computed.
    #[must_use]
    pub fn varied(&self, seed: u64) -> Self {
        let mut last = None;
        for drawn in Variations::new(self, seed).take(MOST_DRAWS) {
            if can_be_computed(&drawn) {
                return drawn;
            }
            last = Some(drawn);
        }
        last.unwrap_or_else(|| self.clone())
    }
}

/// The lesson of a round: a fading example has new numbers in every round after the first, the same for everybody.
#[must_use]
pub fn for_round(scenario: &Scenario, ask: Ask, round: u32) -> Scenario {
    if ask == Ask::Fading && round > 1 { scenario.varied(round.into()) } else { scenario.clone() }
}

/// Whether every step of the first epoch has a value, and every epoch that is asked for a start.
fn can_be_computed(scenario: &Scenario) -> bool {
    let mut run = Run::new(scenario);
    let (batches, validation) = (run.setting().batch_count(), run.setting().validation());
    let samples = 1..=run.setting().sample_count();
    let lines = samples.chain(validation).map(LineOf::Sample).chain([LineOf::Validation]);
    let mut lines = lines.chain((1..=batches).map(LineOf::Update));
    let asked = scenario.practice.ask.iter().filter_map(|asked| asked.step.as_str().split_once('@')?.1.parse().ok());
    let epoch = asked.max().unwrap_or(1).clamp(1, LAST_EPOCH);
    lines.all(|line| has_values(&mut run, Moment { epoch: 1, line }))
        && run.state(epoch).map_or_else(|halt| matches!(halt.reason, Reason::Reached { .. }), |_| true)
        && scenario.compare.iter().all(|other| can_be_computed(&other.scenario))
}

fn has_values(run: &mut Run, moment: Moment) -> bool {
    let settled = |reading: &Reading| {
        let is_open = |fault: &Fault| fault.is_undecided();
        let faults: Vec<Fault> = reading.faults().collect();
        if faults.iter().any(is_open) { None } else { Some(faults.is_empty()) }
    };
    matches!(run.decide(moment, 0, settled), Ok(Decision::Settled(true)))
}
