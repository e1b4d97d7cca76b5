//! Every step has the name, and the place, that the contract gives it (scenario format, section 2).

use handgrad::lesson::{Found, Lesson, Position};

use super::networks::{program, scenario, step_names};

const MAZUR: &str = include_str!("../../scenarios/mazur.yaml");

/// The names of a lesson's first epoch, samples and updates in their order.
pub(super) fn course(text: &str) -> Vec<String> {
    let lesson = Lesson::new(scenario(text), None);
    let step = |number| lesson.step(Position { epoch: 1, number }).expect("a step").name.to_string();
    (1..=lesson.steps_per_epoch()).map(step).collect()
}

/// Names apart from each other by blanks.
pub(super) fn list(names: &str) -> Vec<String> {
    names.split_whitespace().map(str::to_owned).collect()
}

/// The names that contain `part`, in order.
fn with(names: &[String], part: &str) -> Vec<String> {
    names.iter().filter(|name| name.contains(part)).cloned().collect()
}

/// What a name stands for.
pub(super) fn found(text: &str, name: &str) -> String {
    let lesson = Lesson::new(scenario(text), None);
    match lesson.find(name, Position::start_of(1)).unwrap_or_else(|fault| panic!("{name}: {fault:?}")) {
        Found::Step(position) => lesson.step(position).expect("a step").name.to_string(),
        Found::Given(_) => "a given".to_owned(),
    }
}

#[test]
fn mazurs_network_has_55_steps_in_the_order_in_which_one_works() {
    let names = list(
        "net_h1 out_h1 net_h2 out_h2 net_o1 out_o1 net_o2 out_o2
         E_o1 E_o2 E_total
         dE_dout_o1 dout_dnet_o1 delta_o1
         dE_dout_o2 dout_dnet_o2 delta_o2
         dnet_o1_dw5 dE_dw5 dnet_o1_dw6 dE_dw6 dnet_o2_dw7 dE_dw7 dnet_o2_dw8 dE_dw8
         dnet_o1_dout_h1 dE_dout_h1_via_o1 dnet_o2_dout_h1 dE_dout_h1_via_o2 dE_dout_h1 dout_dnet_h1 delta_h1
         dnet_o1_dout_h2 dE_dout_h2_via_o1 dnet_o2_dout_h2 dE_dout_h2_via_o2 dE_dout_h2 dout_dnet_h2 delta_h2
         dnet_h1_dw1 dE_dw1 dnet_h1_dw2 dE_dw2 dnet_h2_dw3 dE_dw3 dnet_h2_dw4 dE_dw4
         w1_new w2_new w3_new w4_new w5_new w6_new w7_new w8_new",
    );
    assert_eq!(names.len(), 55);
    assert_eq!(course(MAZUR), names);
}

#[test]
fn a_trained_bias_that_a_layer_shares_sums_over_its_neurons() {
    let names = course(&MAZUR.replace("frozen: [b1, b2]", "frozen: []"));
    assert_eq!(with(&names, "b1"), list("dnet_h1_db1 dE_db1_via_h1 dnet_h2_db1 dE_db1_via_h2 dE_db1 b1_new"));
    assert_eq!(with(&names, "b2"), list("dnet_o1_db2 dE_db2_via_o1 dnet_o2_db2 dE_db2_via_o2 dE_db2 b2_new"));
    // Biases stand behind the weights of their layer, as in the file.
    let place = |name: &str| names.iter().position(|step| step == name).expect("a step");
    assert_eq!(place("dnet_o1_db2"), place("dE_dw8") + 1);
    assert_eq!(place("dnet_h1_db1"), place("dE_dw4") + 1);
    assert_eq!(
        names[names.len() - 10..],
        list("w1_new w2_new w3_new w4_new b1_new w5_new w6_new w7_new w8_new b2_new")
    );
}

#[test]
fn a_bias_of_one_neuron_has_one_path_and_its_name_is_another_name_of_the_whole() {
    let text = MAZUR
        .replace("frozen: [b1, b2]", "frozen: []")
        .replace("shared_bias: {b1: 0.35}", "biases: [0.35, 0.35]")
        .replace("shared_bias: {b2: 0.60}", "biases: [0.60, 0.60]");
    let names = course(&text);
    assert_eq!(
        with(&names, "_db"),
        list("dnet_o1_db3 dE_db3 dnet_o2_db4 dE_db4 dnet_h1_db1 dE_db1 dnet_h2_db2 dE_db2")
    );
    assert_eq!(found(&text, "dE_db1_via_h1"), "dE_db1");
}

#[test]
fn without_biases_there_is_no_step_about_any() {
    let text = MAZUR
        .replace("frozen: [b1, b2]", "frozen: []")
        .replace("      shared_bias: {b1: 0.35}\n", "")
        .replace("      shared_bias: {b2: 0.60}\n", "");
    let names = course(&text);
    assert_eq!(names, course(MAZUR));
    assert!(!program(&text).steps[0].formula.to_string().contains('b'));
}

#[test]
fn a_frozen_parameter_has_no_gradient_unless_it_is_asked_for_and_is_never_updated() {
    let asked = format!("{MAZUR}\ngradients: {{frozen: true}}\n");
    let names = course(&asked);
    assert_eq!(with(&course(MAZUR), "_db"), list(""));
    assert_eq!(with(&names, "b1"), list("dnet_h1_db1 dE_db1_via_h1 dnet_h2_db1 dE_db1_via_h2 dE_db1"));
    let some = course(&MAZUR.replace("frozen: [b1, b2]", "frozen: [w5, b1, b2]"));
    assert_eq!(with(&some, "w5"), list(""));
    assert_eq!(with(&some, "w6"), list("dnet_o1_dw6 dE_dw6 w6_new"));
}

#[test]
fn the_gradients_of_inputs_come_last_where_they_are_asked_for() {
    let names = step_names(&format!("{MAZUR}\ngradients: {{inputs: true}}\n"));
    assert_eq!(
        names[names.len() - 10..],
        list(
            "dnet_h1_di1 dE_di1_via_h1 dnet_h2_di1 dE_di1_via_h2 dE_di1
             dnet_h1_di2 dE_di2_via_h1 dnet_h2_di2 dE_di2_via_h2 dE_di2"
        )
    );
}

#[test]
fn a_gradient_is_written_with_all_its_factors_or_as_delta_times_input() {
    let formula = |text: &str, name: &str| {
        let program = program(text);
        program.steps[program.find(name).expect(name)].formula.to_string()
    };
    assert_eq!(formula(MAZUR, "dE_dw5"), "dE_dout_o1*dout_dnet_o1*dnet_o1_dw5");
    assert_eq!(formula(MAZUR, "dE_dw1"), "dE_dout_h1*dout_dnet_h1*dnet_h1_dw1");
    let delta = format!("{MAZUR}\nconventions: {{gradient: delta}}\n");
    assert_eq!(formula(&delta, "dE_dw5"), "delta_o1*dnet_o1_dw5");
    assert_eq!(course(&delta), course(MAZUR), "the names stay");
    assert_eq!(formula(SOFTMAX, "dE_dw1"), "delta_o1*dnet_o1_dw1", "softmax has no single slope");
}

const SOFTMAX: &str = "
format: 1
title: softmax
network:
  inputs: [x]
  layers:
    - {neurons: [o1, o2], activation: softmax, weights: [[0.1], [0.2]]}
  loss: cross_entropy
samples: [{inputs: [1], targets: [1, 0]}]
training: {learning_rate: 0.1}
";

#[test]
fn in_a_softmax_layer_every_output_depends_on_every_net() {
    let names = list(
        "net_o1 net_o2 out_o1 out_o2 E_o1 E_o2 E_total
         dE_dout_o1 dE_dout_o2
         dout_o1_dnet_o1 delta_o1_via_o1 dout_o2_dnet_o1 delta_o1_via_o2 delta_o1 delta_o1_short
         dout_o1_dnet_o2 delta_o2_via_o1 dout_o2_dnet_o2 delta_o2_via_o2 delta_o2 delta_o2_short
         dnet_o1_dw1 dE_dw1 dnet_o2_dw2 dE_dw2
         w1_new w2_new",
    );
    assert_eq!(course(SOFTMAX), names);
    let program = program(SOFTMAX);
    let formula = |name: &str| program.steps[program.find(name).expect(name)].formula.to_string();
    assert_eq!(formula("dout_o1_dnet_o2"), "-out_o1*out_o2");
    assert_eq!(formula("delta_o1_via_o2"), "dE_dout_o2*dout_o2_dnet_o1");
    assert_eq!(formula("delta_o1_short"), "out_o1-target_o1");
}

#[test]
fn only_cross_entropy_makes_the_delta_of_softmax_short() {
    let names = step_names(&SOFTMAX.replace("cross_entropy", "squared_error"));
    assert!(names.contains(&"delta_o2_via_o1".to_owned()) && with(&names, "_short").is_empty());
}

const NARROW: &str = "
format: 1
title: one neuron behind the other
network:
  inputs: [x]
  layers:
    - {neurons: [a], activation: tanh, weights: [[0.5]], biases: [0.1]}
    - {neurons: [b], activation: relu, weights: [[0.5]], shared_bias: {s: 0.1}}
    - {neurons: [c], activation: sigmoid, weights: [[0.5]]}
    - {neurons: [d], activation: identity, weights: [[0.5]], biases: [0.1]}
  loss: squared_error
samples: [{inputs: [1], targets: [1]}]
training: {learning_rate: 0.1}
gradients: {inputs: true}
";

#[test]
fn a_narrow_network_has_one_path_everywhere() {
    let names = list(
        "net_a out_a net_b out_b net_c out_c net_d out_d E_d E_total
         dE_dout_d dout_dnet_d delta_d dnet_d_dw4 dE_dw4 dnet_d_db3 dE_db3
         dnet_d_dout_c dE_dout_c dout_dnet_c delta_c dnet_c_dw3 dE_dw3
         dnet_c_dout_b dE_dout_b dout_dnet_b delta_b dnet_b_dw2 dE_dw2 dnet_b_ds dE_ds
         dnet_b_dout_a dE_dout_a dout_dnet_a delta_a dnet_a_dw1 dE_dw1 dnet_a_db1 dE_db1
         dnet_a_dx dE_dx
         w1_new b1_new w2_new s_new w3_new w4_new b3_new",
    );
    assert_eq!(course(NARROW), names);
    for (path, whole) in [
        ("dE_dout_c_via_d", "dE_dout_c"),
        ("dE_dout_a_via_b", "dE_dout_a"),
        ("dE_dw4_via_d", "dE_dw4"),
        ("dE_ds_via_b", "dE_ds"),
        ("dE_dx_via_a", "dE_dx"),
    ] {
        assert_eq!(found(NARROW, path), whole);
    }
}

#[test]
fn steps_that_a_batch_of_one_does_not_need_are_other_names() {
    for (name, step) in [
        ("grad_w5", "dE_dw5"),
        ("E_batch", "E_total"),
        ("E_epoch", "E_total"),
        ("w5", "a given"),
        ("eta", "a given"),
        ("target_o1", "a given"),
    ] {
        assert_eq!(found(MAZUR, name), step);
    }
}

/// Three samples in batches of two: the last batch is smaller.
const BATCHES: &str = "
format: 1
title: batches
network:
  inputs: [x]
  layers:
    - {neurons: [y], activation: identity, weights: [[0.5]]}
  loss: squared_error
samples:
  - {inputs: [1], targets: [1]}
  - {inputs: [2], targets: [1]}
  - {inputs: [3], targets: [1]}
training: {learning_rate: 0.1, batch: 2}
";

#[test]
fn a_batch_is_summed_up_before_its_update() {
    let sample = "net_y out_y E_y E_total dE_dout_y dout_dnet_y delta_y dnet_y_dw1 dE_dw1";
    let names = list(&format!("{sample} {sample} E_batch grad_w1 w1_new {sample} E_epoch w1_new"));
    assert_eq!(course(BATCHES), names);
    let lesson = Lesson::new(scenario(BATCHES), None);
    let formula = |name: &str| match lesson.find(name, Position::start_of(1)) {
        Ok(Found::Step(position)) => lesson.step(position).expect("a step").formula.to_string(),
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(formula("E_batch"), "(E_total#1+E_total#2)/2");
    assert_eq!(formula("grad_w1"), "(dE_dw1#1+dE_dw1#2)/2");
    assert_eq!(formula("w1_new"), "w1-eta*grad_w1");
    assert_eq!(formula("w1_new#2"), "w1-eta*dE_dw1");
    assert_eq!(formula("E_epoch"), "(E_total#1+E_total#2+E_total#3)/3");
    // The last batch has one sample, whose steps go by the names of a batch too.
    assert_eq!((found(BATCHES, "grad_w1#2").as_str(), found(BATCHES, "E_batch#2").as_str()), ("dE_dw1", "E_total"));
    let numbers = |name: &str| -> Vec<u64> {
        lesson.find_all(name, 1).expect(name).iter().map(|position| position.number).collect()
    };
    assert_eq!((numbers("grad_w1"), numbers("E_batch")), (vec![20, 30], vec![19, 25]));
    assert_eq!((numbers("w1_new"), numbers("dE_dw1"), numbers("E_epoch")), (vec![21, 32], vec![9, 18, 30], vec![31]));
}

#[test]
fn a_batch_counts_its_samples_from_the_start_of_the_epoch() {
    let text = BATCHES.replace(
        "  - {inputs: [3], targets: [1]}\n",
        "  - {inputs: [3], targets: [1]}\n  - {inputs: [4], targets: [1]}\n",
    );
    let text = text.replace("batch: 2", "batch: 2, reduction: sum");
    let lesson = Lesson::new(scenario(&text), None);
    let Ok(Found::Step(position)) = lesson.find("grad_w1#2", Position::start_of(1)) else { panic!("a step") };
    assert_eq!(lesson.step(position).expect("a step").formula.to_string(), "dE_dw1#3+dE_dw1#4");
}

#[test]
fn one_batch_of_all_samples_is_the_epoch() {
    let text = BATCHES.replace("batch: 2", "batch: all");
    assert_eq!(course(&text)[27..], list("E_batch grad_w1 w1_new"));
    assert_eq!(found(&text, "E_epoch"), "E_batch");
    let single = BATCHES.replace("batch: 2", "batch: 1");
    assert_eq!(with(&course(&single), "new"), list("w1_new w1_new w1_new"));
    assert_eq!((found(&single, "grad_w1#3").as_str(), found(&single, "E_batch#2").as_str()), ("dE_dw1", "E_total"));
    assert_eq!(found(&single, "E_epoch"), "E_epoch");
}

#[test]
fn without_a_loss_there_is_the_way_forward_alone() {
    let text = "format: 1\ntitle: forward\nnetwork:\n  inputs: [x]\n  layers:\n    - {neurons: [h, k], activation: tanh, \
                weights: [[1], [2]]}\n    - {neurons: [y], activation: relu, weights: [[1, 1]]}\nsamples: [{inputs: [1]}]\n";
    assert_eq!(course(text), list("net_h out_h net_k out_k net_y out_y"));
    assert_eq!(program(text).loss, None);
}

#[test]
fn with_a_loss_and_no_training_there_are_gradients_and_no_update() {
    let (text, _) = BATCHES.split_once("training").expect("training");
    assert_eq!(course(text)[..9], list("net_y out_y E_y E_total dE_dout_y dout_dnet_y delta_y dnet_y_dw1 dE_dw1"));
    assert!(with(&course(text), "new").is_empty() && with(&course(text), "E_batch").is_empty());
}
