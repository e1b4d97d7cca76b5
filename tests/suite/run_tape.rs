//! What the tape computes is what the formulas say.

use std::collections::HashMap;

use handgrad::formula::Name;
use handgrad::number::{Arithmetic, Exact, Number, Outcome, Proven};
use handgrad::run::{LineOf, Moment, Run};
use proptest::prelude::*;

use super::graphs::graph_plans;
use super::networks::{plans, run};
use super::number_oracle::cases;

const BITS: u32 = 192;

fn ends(value: &Outcome<Number>) -> Outcome<Option<(Exact, Exact)>> {
    value.as_ref().map(Number::ends).map_err(|fault| *fault)
}

/// Computes a line of the second epoch by its formulas, and holds every value against the tape's.
fn compare(run: &mut Run, line: LineOf, values: &mut HashMap<String, Outcome<Number>>) {
    let proven = Proven::new(BITS).expect("a precision");
    let moment = Moment { epoch: 2, line };
    let reading = run.reading(moment, BITS).expect("no halt");
    let steps = match line {
        LineOf::Sample(_) => run.program().steps.to_vec(),
        LineOf::Update(batch) => run.program().update_line(run.setting().batch(batch)),
        LineOf::Validation => run.program().validation_step(run.setting().validation()).into_iter().collect(),
    };
    for step in steps {
        for name in step.operands() {
            if let Some(decimal) = run.given(moment, name.as_str()).expect("no halt") {
                values.insert(name.to_string(), proven.constant(&decimal));
            }
        }
        let value = step.formula.evaluate(&proven, &mut |name: &Name| values[name.as_str()].clone());
        assert_eq!(ends(&reading.value(step.name.as_str()).cloned()), ends(&value), "{}", step.name);
        values.insert(step.name.to_string(), value);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_tape_computes_what_the_formulas_of_a_network_say(plan in plans()) {
        let mut run = run(&plan.text());
        // Some of the random networks run away in their first updates, and have no second epoch.
        prop_assume!(run.state(3).is_ok());
        let mut samples: HashMap<String, Outcome<Number>> = HashMap::new();
        for sample in 1..=run.setting().sample_count() {
            let mut values = HashMap::new();
            compare(&mut run, LineOf::Sample(sample), &mut values);
            samples.extend(values.into_iter().map(|(name, value)| (format!("{name}#{sample}"), value)));
        }
        for batch in 1..=run.setting().batch_count() {
            let mut values = samples.clone();
            let first = run.setting().batch(batch).first;
            let own = samples.iter().filter_map(|(name, value)| {
                Some((name.strip_suffix(&format!("#{first}"))?.to_owned(), value.clone()))
            });
            values.extend(own);
            compare(&mut run, LineOf::Update(batch), &mut values);
        }
    }

    #[test]
    fn a_tape_computes_what_the_formulas_of_a_graph_say(plan in graph_plans()) {
        let mut run = run(&plan.text(None));
        prop_assume!(run.state(3).is_ok());
        let mut values = HashMap::new();
        compare(&mut run, LineOf::Sample(1), &mut values);
        compare(&mut run, LineOf::Update(1), &mut values);
    }
}
