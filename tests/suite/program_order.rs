//! No step stands before what it needs, and no two share a name, whatever the network.

use std::collections::HashSet;

use handgrad::program::{Address, Batch, Phase, Program};
use proptest::prelude::*;

use super::graphs::graph_plans;
use super::networks::{plans, program};
use super::number_oracle::cases;

/// Checks the sample line: names are new, and everything read is a given or was computed above.
fn check_sample_line(program: &Program) -> HashSet<String> {
    let mut known: HashSet<String> = program.givens.iter().map(|given| given.name.to_string()).collect();
    assert_eq!(known.len(), program.givens.len(), "two givens of one name");
    for step in program.steps.iter() {
        for name in step.operands() {
            assert!(known.contains(name.as_str()), "`{}` reads `{name}` before it is there", step.name);
        }
        assert!(known.insert(step.name.to_string()), "two steps are called `{}`", step.name);
    }
    known
}

/// Checks an update line: it reads samples of its batch, or of the epoch so far, and what stands above in it.
fn check_update_line(program: &Program, batch: Batch, sample_line: &HashSet<String>) {
    let mut known = HashSet::new();
    for step in program.update_line(batch) {
        for name in step.operands() {
            let address = Address::parse(name.as_str()).expect("a name");
            let of_sample = |sample: u64| {
                let of_batch = (batch.first..batch.first + batch.size).contains(&sample);
                let of_epoch = step.name.as_str() == "E_epoch" && sample < batch.first + batch.size;
                sample_line.contains(address.name.as_str()) && (of_batch || of_epoch)
            };
            let there = match address.sample {
                Some(sample) => of_sample(sample),
                None if batch.size == 1 && sample_line.contains(name.as_str()) => true,
                None => {
                    name.as_str() == "eta" || known.contains(name.as_str()) || program.given(name.as_str()).is_some()
                }
            };
            assert!(there, "`{}` of {batch:?} reads `{name}` before it is there", step.name);
        }
        let name = step.name.to_string();
        assert!(!sample_line.contains(&name) && known.insert(name), "two steps are called `{}`", step.name);
    }
    for trained in program.trained.iter() {
        assert!(known.contains(&format!("{}_new", trained.parameter)), "`{}` is not updated", trained.parameter);
        let gradient = trained.gradient_step().expect("a gradient").as_str();
        let is_there = sample_line.contains(gradient) || known.contains(gradient);
        assert!(is_there, "`{}` has no gradient", trained.parameter);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn every_step_stands_behind_what_it_needs(plan in plans()) {
        let program = program(&plan.text());
        let names = check_sample_line(&program);
        let (size, all) = (plan.batch.min(plan.samples) as u64, plan.samples as u64);
        for first in (1..=all).step_by(plan.batch.min(plan.samples)) {
            check_update_line(&program, Batch { first, size: size.min(all + 1 - first), all }, &names);
        }
    }

    #[test]
    fn every_step_of_a_graph_stands_behind_what_it_needs(plan in graph_plans()) {
        let program = program(&plan.text(None));
        let names = check_sample_line(&program);
        check_update_line(&program, Batch { first: 1, size: 1, all: 1 }, &names);
        for source in plan.sources() {
            let gradient = format!("d{}_d{source}", plan.output());
            prop_assert!(names.contains(&gradient), "{}", gradient);
        }
    }

    #[test]
    fn phases_follow_each_other_and_layers_are_walked_there_and_back(plan in plans()) {
        let program = program(&plan.text());
        let phases: Vec<Phase> = program.steps.iter().map(|step| step.phase).collect();
        prop_assert!(phases.is_sorted());
        let layers = |phase| -> Vec<usize> {
            program.steps.iter().filter(|step| step.phase == phase).filter_map(|step| step.layer).collect()
        };
        prop_assert!(layers(Phase::Forward).is_sorted());
        let bound = |name: &str| program.find(name);
        // A delta stands behind the deltas of the layer that it feeds.
        for (layer, of) in plan.layers.iter().enumerate() {
            let letters = ["h", "k", "m", "o"];
            let at = |layer: usize| letters[layer + 4 - plan.layers.len()];
            let own = bound(&format!("delta_{}1", at(layer))).expect("a delta");
            if let Some((width, _, _)) = plan.layers.get(layer + 1) {
                let next = bound(&format!("delta_{}{width}", at(layer + 1))).expect("a delta");
                prop_assert!(next < own, "{of:?}");
            }
        }
    }
}

#[test]
fn many_neurons_and_layers_keep_the_order() {
    let wide = super::speed::wide_network();
    check_sample_line(&program(&wide));
}
