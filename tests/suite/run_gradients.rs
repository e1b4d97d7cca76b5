//! Gradients against central differences of the whole way forward, as enclosures.
//!
//! The loss is computed twice, from scenarios in which one parameter stands 10^-20 lower and higher. By the mean
//! value theorem the quotient is the gradient somewhere between, so that it must meet the gradient computed over
//! the whole interval.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use handgrad::formula::Name;
use handgrad::number::{Arithmetic, Exact, Number, Outcome, Proven};
use handgrad::program::{GivenKind, Program};
use handgrad::run::{LineOf, Moment, Run};
use proptest::prelude::*;

use super::graphs::graph_plans;
use super::networks::{plans, run};
use super::number_oracle::cases;

const BITS: u32 = 512;
const FIRST: Moment = Moment { epoch: 1, line: LineOf::Sample(1) };

/// How far a parameter is moved: 10^-20.
fn small() -> Exact {
    Exact::new(1, 20)
}

/// The sample line with one given set to an interval.
fn over_interval(run: &mut Run, moved: &Name) -> HashMap<Name, Outcome<Number>> {
    let proven = Proven::new(BITS).expect("a precision");
    let mut values = HashMap::new();
    let givens = run.program().givens.clone();
    for given in givens.iter().cloned() {
        let value = run.given(FIRST, given.name.as_str()).expect("no halt").expect("a value");
        let number = if given.name == *moved {
            proven.hull(&value.minus(&small()).into(), &value.plus(&small()).into())
        } else {
            proven.constant(&value)
        };
        values.insert(given.name, number);
    }
    for step in run.program().steps.iter() {
        let value = step.formula.evaluate(&proven, &mut |name: &Name| values[name].clone());
        values.insert(step.name.clone(), value);
    }
    values
}

/// The loss of the first sample.
fn loss(text: &str) -> Outcome<Number> {
    let mut run = run(text);
    let name = run.program().loss.clone().expect("a loss");
    run.reading(FIRST, BITS).expect("no halt").value(name.as_str()).cloned()
}

/// Whether the gradient of a parameter meets the quotient; nothing at a kink, where there is no slope to meet.
fn meets(run: &mut Run, parameter: &Name, gradient: &str, lower: &str, higher: &str) -> Option<bool> {
    let proven = Proven::new(BITS)?;
    let slope = over_interval(run, parameter).remove(&Name::new(gradient))?.ok()?;
    let rise = proven.subtract(&loss(higher).ok()?, &loss(lower).ok()?).ok()?;
    let quotient = proven.divide(&rise, &Exact::new(2, 20).into()).ok()?;
    let ((low, high), (least, most)) = (slope.ends()?, quotient.ends()?);
    for (low, high) in [(&low, &high), (&least, &most)] {
        let size = low.magnitude().plus(&high.magnitude()).plus(&Exact::one());
        let narrow = high.minus(low).compare(&size.times(&Exact::new(1, 12))).is_le();
        assert!(narrow, "{gradient} is known to twelve digits: {low} {high}");
    }
    Some(low.compare(&most).is_le() && least.compare(&high).is_le())
}

/// The parameters of a program with their places among them.
fn parameters(program: &Program) -> Vec<(usize, Name)> {
    let parameter = |given: &handgrad::program::Given| match given.kind {
        GivenKind::Parameter(at) => Some((at, given.name.clone())),
        _ => None,
    };
    program.givens.iter().filter_map(parameter).collect()
}

#[test]
fn every_gradient_of_random_networks_meets_its_difference_quotient() {
    let met = RefCell::new((0, BTreeSet::new()));
    proptest!(cases(40), |(plan in plans())| {
        let text = plan.text();
        let mut run = run(&text);
        for (at, name) in parameters(run.program()) {
            let gradient = format!("dE_d{name}");
            if run.program().find(&gradient).is_none() {
                prop_assert!(plan.frozen && at == 0, "`{}` has no gradient", name);
                continue;
            }
            let moved = |by: Exact| plan.with_moved(at, &by).text();
            let meets = meets(&mut run, &name, &gradient, &moved(small().negated()), &moved(small()));
            prop_assert!(meets != Some(false), "{}\n{}", gradient, text);
            if meets == Some(true) {
                let (count, seen) = &mut *met.borrow_mut();
                *count += 1;
                seen.insert(plan.loss);
                seen.extend(plan.layers.iter().map(|(_, activation, _)| *activation));
            }
        }
    });
    let (count, seen) = met.into_inner();
    assert!(count > 300, "only {count} gradients were compared");
    let all = "binary_cross_entropy cross_entropy elu half_squared_error identity mean_squared_error relu sigmoid silu \
               softmax softplus squared_error tanh {leaky_relu: 0.2}";
    assert_eq!(seen.into_iter().collect::<Vec<_>>().join(" "), all);
}

#[test]
fn every_gradient_of_random_graphs_meets_its_difference_quotient() {
    let met = RefCell::new(0);
    proptest!(cases(80), |(plan in graph_plans())| {
        let mut run = run(&plan.text(None));
        for (at, source) in plan.sources().iter().enumerate() {
            let gradient = format!("d{}_d{source}", plan.output());
            let (lower, higher) = (plan.text(Some((at, &small().negated()))), plan.text(Some((at, &small()))));
            let meets = meets(&mut run, &Name::new(source), &gradient, &lower, &higher);
            prop_assert!(meets != Some(false), "{}\n{}", gradient, plan.text(None));
            *met.borrow_mut() += i32::from(meets == Some(true));
        }
    });
    assert!(met.into_inner() > 200);
}
