//! The steps of a graph have the names, and the places, that the contract gives them.

use super::networks::program;
use super::program_names::{course, found, list};

#[test]
fn a_graph_goes_back_from_its_output_to_every_given() {
    let apples = include_str!("../../scenarios/apple-graph.yaml");
    let names = list(
        "subtotal total dtotal_dtotal dtotal_dsubtotal
         dsubtotal_dapple dtotal_dapple dsubtotal_dcount dtotal_dcount dtotal_dtax",
    );
    assert_eq!(course(apples), names);
    for (path, whole) in [
        ("dtotal_dapple_via_subtotal", "dtotal_dapple"),
        ("dtotal_dsubtotal_via_total", "dtotal_dsubtotal"),
        ("dtotal_dtax_via_total", "dtotal_dtax"),
    ] {
        assert_eq!(found(apples, path), whole);
    }
}

#[test]
fn a_fork_in_a_graph_has_a_step_for_every_path_and_the_direct_one_goes_via_the_output() {
    let text = "format: 1\ntitle: fork\ngraph:\n  parameters: {x: 2}\n  given: {k: 3}\n  nodes:\n    q: x * x\n    \
                r: q + k*x\n    total: q * r + x\n    unused: total + x\n  output: total\ntraining: {learning_rate: 0.1}\n";
    let names = list(
        "q r total unused dtotal_dtotal
         dtotal_dr
         dr_dq dtotal_dq_via_r dtotal_dq_via_total dtotal_dq
         dr_dk dtotal_dk
         dq_dx dtotal_dx_via_q dr_dx dtotal_dx_via_r dtotal_dx_via_total dtotal_dx
         x_new",
    );
    assert_eq!(course(text), names);
}

#[test]
fn what_the_output_is_not_made_of_has_the_slope_0_and_is_no_path() {
    let text = "format: 1\ntitle: apart\ngraph:\n  parameters: {x: 2, z: 1}\n  nodes:\n    aside: x + z\n    \
                total: 3 * x\n    later: total * z\n  output: total\ntraining: {learning_rate: 0.1}\n";
    let names = list("aside total later dtotal_dtotal dtotal_dx dtotal_dz x_new z_new");
    assert_eq!(course(text), names);
    let program = program(text);
    assert_eq!(program.steps[program.find("dtotal_dz").expect("a step")].formula.to_string(), "0");
}
