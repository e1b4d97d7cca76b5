//! A graph with one node for every operation computes what the same graph computes in a few.

use handgrad::program::RoleKind;
use handgrad::run::{LineOf, Moment};
use proptest::prelude::*;

use super::graphs::graph_plans;
use super::networks::{run, scenario};
use super::number_oracle::cases;

const FIRST: Moment = Moment { epoch: 1, line: LineOf::Sample(1) };
const NEURON: &str = "format: 1\ntitle: neuron\ngraph:\n  given: {w: 2, x: -1, b: -3}\n  nodes: {f: 1/(1 + exp(-(w*x + b)))}\n  \
                      output: f\n  expand: true\n";

#[test]
fn each_operation_is_a_step_and_has_a_gradient_and_constants_have_none() {
    let run = run(NEURON);
    let names: Vec<&str> = run.program().steps.iter().map(|step| step.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "q1", "q2", "q3", "q4", "q5", "f", "df_df", "df_dq5", "dq5_dq4", "df_dq4", "dq4_dq3", "df_dq3", "dq3_dq2",
            "df_dq2", "dq2_dq1", "df_dq1", "dq1_dw", "df_dw", "dq1_dx", "df_dx", "dq2_db", "df_db"
        ]
    );
}

#[test]
fn what_is_not_expanded_keeps_its_nodes() {
    let whole = run(&NEURON.replace("expand: true", "expand: false"));
    let is_node = |kind: &RoleKind| *kind == RoleKind::Node;
    assert_eq!(whole.program().steps.iter().map(|step| step.role.kind).filter(is_node).count(), 1);
}

#[test]
fn numbering_goes_on_from_node_to_node() {
    let text = "format: 1\ntitle: two\ngraph:\n  given: {a: 2, b: 3}\n  nodes: {first: a*b + 1, second: (first + a)*(first - b)}\n  \
                output: second\n  expand: true\n";
    let run = run(text);
    let steps = run.program().steps.iter().filter(|step| step.role.kind == RoleKind::Node);
    let written: Vec<String> = steps.map(|step| format!("{} = {}", step.name, step.formula)).collect();
    assert_eq!(written, ["q1 = a*b", "first = q1+1", "q2 = first+a", "q3 = first-b", "second = q2*q3"]);
    assert!(scenario(text).notes.is_empty());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn output_and_gradients_are_the_same(plan in graph_plans()) {
        let text = plan.text(None);
        let expanded = text.replace("\ntraining:", "\n  expand: true\ntraining:");
        let (mut whole, mut parts) = (run(&text), run(&expanded));
        let output = plan.output();
        let gradients = plan.sources().into_iter().map(|source| format!("d{output}_d{source}"));
        for name in gradients.chain([output.clone()]) {
            let value = |run: &mut handgrad::run::Run| {
                run.value(FIRST, 20, &name).expect("no halt").ok().and_then(|number| number.rounded(20))
            };
            prop_assert_eq!(value(&mut whole), value(&mut parts), "{}\n{}", name, text);
        }
    }
}
