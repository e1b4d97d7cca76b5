//! Screens as a reader sees them, driven by real keys.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crossterm::event::KeyCode;
use handgrad::messages::Language;
use handgrad::scenario::LESSONS;
use handgrad::tui::Options;

use super::lesson_snapshots::snapshot;
use super::screen_help::{PLAIN, Window, shown};

const CHINESE: Options = Options { language: Language::Chinese, ..PLAIN };
const ASCII: Options = Options { ascii: true, ..PLAIN };

#[test]
fn every_screen_that_is_kept_is_one_that_a_test_draws() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests = fs::read_dir(root.join("tests/suite")).unwrap();
    let sources: String = tests.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let mut kept = 0;
    for file in fs::read_dir(root.join("snapshots/screens")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "snap") {
            let name = path.file_stem().unwrap().to_str().unwrap();
            assert!(sources.contains(&format!("\"{name}\"")), "no test draws `{name}`");
            kept += 1;
        }
    }
    assert!(kept > 30);
}

#[test]
fn a_lesson_begins_with_the_first_weighted_sum() {
    shown("mazur-first", Window::of("mazur"));
}

#[test]
fn space_alone_leads_to_the_next_step() {
    shown("mazur-second", Window::of("mazur").keys(" "));
}

#[test]
fn the_gradient_of_a_weight_has_three_factors() {
    shown("mazur-gradient", Window::of("mazur").at("dE_dw5"));
}

#[test]
fn on_paper_the_exact_value_and_the_drift_stand_beside_the_result() {
    shown("paper-gradient", Window::of("mazur-on-paper").at("dE_dw5"));
    shown("paper-update", Window::of("mazur-on-paper").at("w2_new"));
    shown("paper-narrow", Window::of("mazur-on-paper").sized(60, 20).at("out_h1"));
}

#[test]
fn at_a_fork_each_path_is_a_step_and_their_sum_is_one() {
    shown("mazur-path", Window::of("mazur").at("dE_dout_h1_via_o1"));
    shown("mazur-path-sum", Window::of("mazur").at("dE_dout_h1"));
}

#[test]
fn an_update_takes_a_weight_to_its_new_value() {
    shown("mazur-update", Window::of("mazur").at("w5_new"));
}

#[test]
fn what_comes_back_through_new_weights_is_called_no_gradient() {
    shown("sequential-gradient", Window::of("mazur-sequential-update").at("dE_dw1"));
}

#[test]
fn a_perceptron_has_no_deltas_in_its_picture() {
    shown("perceptron-error", Window::of("perceptron-or").at("error_y#2"));
    shown("perceptron-update", Window::of("perceptron-or").at("w2_new#2"));
}

#[test]
fn a_validation_sample_says_that_it_is_one() {
    shown("validation-sample", Window::of("exam-table").at("out_pass#8"));
    shown("validation-mean", Window::of("exam-table").at("E_validation"));
}

#[test]
fn an_optimizer_alone_has_nothing_but_its_updates() {
    shown("adam-first", Window::of("adam"));
    shown("adam-update", Window::of("adam").at("w_new"));
}

#[test]
fn the_error_is_worked_for_each_output() {
    shown("mazur-error", Window::of("mazur").at("E_o1"));
}

#[test]
fn the_help_page_is_the_key_table() {
    shown("help", Window::of("mazur").keys("?"));
    shown("help-small", Window::of("mazur").sized(60, 14).keys("?jj"));
}

#[test]
fn a_step_is_named_in_a_line() {
    shown("jump", Window::of("mazur").keys("/dE_dw"));
}

#[test]
fn a_name_that_no_step_has_is_refused_with_the_nearest() {
    shown("jump-fault", Window::of("mazur").keys(":dE_dw9").press(KeyCode::Enter));
}

#[test]
fn a_given_is_told_in_a_line() {
    shown("jump-given", Window::of("mazur").keys("/w5").press(KeyCode::Enter));
}

#[test]
fn the_trail_shows_where_numbers_come_from_and_go_to() {
    shown("trail", Window::of("mazur").at("delta_o1").keys("tj"));
}

#[test]
fn the_picker_tells_what_a_scenario_is_about() {
    shown("picker", Window::picker(Path::new("no such folder")));
}

#[test]
fn the_picker_shows_what_is_wrong_with_a_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("broken.yaml"), "format: 2\ntitle: \u{1b}[2J\nlayers: []\n").unwrap();
    let mut window = Window::picker(folder.path()).keys(&"j".repeat(LESSONS.len()));
    let folder_name = folder.path().to_string_lossy().into_owned();
    snapshot("screens", "picker-fault", &window.text().replace(&folder_name, "scenarios"));
}

#[test]
fn a_wide_window_shows_the_steps_around() {
    shown("mazur-120x40", Window::of("mazur").sized(120, 40).at("dE_dw5"));
}

#[test]
fn a_very_wide_window_shows_their_values_too() {
    shown("mazur-200x60", Window::of("mazur").sized(200, 60).at("dE_dw5"));
}

#[test]
fn a_small_window_shows_question_formula_and_result() {
    shown("mazur-40x12", Window::of("mazur").sized(40, 12).at("dE_dw5"));
}

#[test]
fn a_window_that_is_too_small_says_so() {
    shown("too-small", Window::of("mazur").sized(39, 12));
    shown("too-small-picker", Window::picker(Path::new("")).sized(39, 11));
}

#[test]
fn chinese_stands_in_line() {
    shown("mazur-chinese", Window::with("mazur", CHINESE).at("dE_dout_h1"));
    shown("help-chinese", Window::with("mazur", CHINESE).keys("?"));
}

#[test]
fn ascii_says_the_same() {
    shown("mazur-ascii", Window::with("mazur", ASCII).at("out_h1"));
    shown("mazur-ascii-gradient", Window::with("mazur", ASCII).at("dE_dw5"));
}

#[test]
fn the_same_value_has_the_same_look_everywhere() {
    let options = Options { color: true, ..PLAIN };
    let buffer = Window::with("mazur", options).at("delta_o1").buffer();
    snapshot("screens", "mazur-styles", &format!("{buffer:#?}"));
}

#[test]
fn a_graph_is_drawn_like_a_network() {
    shown("apple-graph", Window::of("apple-graph").at("dtotal_dapple"));
}

#[test]
fn one_neuron_with_three_inputs() {
    shown("student-passes", Window::of("student-passes").at("dE_dw2"));
    shown("student-passes-first", Window::of("student-passes"));
}

#[test]
fn a_network_that_is_too_wide_and_too_deep_folds_around_what_is_at_work() {
    shown("folded", Window::reading(&deep_and_wide()).at("delta_b2"));
    shown("folded-sum", Window::reading(&deep_and_wide()).at("net_a1"));
}

#[test]
fn a_step_that_cannot_be_computed_says_why() {
    let source = "format: 1\ntitle: nothing to share\ngraph:\n  given: {all: 6, people: 0}\n  nodes:\n    \
                  share: all / people\n    rest: share * 2\n  output: rest\n";
    shown("fault", Window::reading(source));
    shown("fault-later", Window::reading(source).keys(" "));
}

#[test]
fn a_step_behind_a_training_that_diverged_says_so() {
    let (_, mazur) = handgrad::scenario::LESSONS[0];
    let source = mazur.replace("learning_rate: 0.5", "learning_rate: 99999999999999999999");
    shown("halt", Window::reading(&source).at("net_h1@2"));
}

/// Twelve inputs, then four layers of three neurons.
fn deep_and_wide() -> String {
    let inputs: Vec<String> = (1..=12).map(|k| format!("x{k}")).collect();
    let mut source =
        format!("format: 1\ntitle: Deep and wide\nnetwork:\n  inputs: [{}]\n  layers:\n", inputs.join(", "));
    let mut before = 12;
    for layer in ["a", "b", "c", "d"] {
        let neurons = format!("[{layer}1, {layer}2, {layer}3]");
        writeln!(source, "    - neurons: {neurons}\n      activation: tanh\n      weights:").unwrap();
        let row = vec!["0.1"; before].join(", ");
        source += &format!("        - [{row}]\n").repeat(3);
        before = 3;
    }
    source += "  loss: squared_error\nsamples:\n";
    writeln!(source, "  - {{inputs: [{}], targets: [0, 0.5, 1]}}", ["0.5"; 12].join(", ")).unwrap();
    source + "training: {learning_rate: 0.1}\n"
}
