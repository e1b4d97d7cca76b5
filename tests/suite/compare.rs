//! Other runs of a lesson: whole lessons of their own, found by the run behind a name.

use assert_cmd::Command;
use crossterm::event::KeyCode;
use handgrad::formula::Name;
use handgrad::judge;
use handgrad::lesson::{Cell, FindFault, Lesson, RowKind, comparison, losses};
use handgrad::scenario::{ActivationKind, Batch, Subject, built_in, read};

use super::screen_help::Window;

fn text(name: &str) -> &'static str {
    built_in().find(|(built_in, _)| *built_in == name).unwrap().1
}

fn lesson(source: &str) -> Lesson {
    Lesson::new(read(source).unwrap_or_else(|faults| panic!("{:#?}", faults.shown())), None)
}

/// Standard output, standard error and the exit code.
fn run(arguments: &[&str]) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handgrad"));
    let output = command.args(arguments).args(["--lang", "en"]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn snapshot(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("{}/snapshots/{folder}", env!("CARGO_MANIFEST_DIR")));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn a_run_keeps_what_it_does_not_change() {
    let scenario = read(text("mini-batches")).unwrap();
    let [two, one] = &scenario.compare[..] else { panic!("two runs") };
    assert_eq!((two.name.as_str(), one.name.as_str()), ("two_batches", "one_at_a_time"));
    let training = two.scenario.training.as_ref().unwrap();
    assert_eq!(
        (training.batch, training.epochs, training.learning_rate.to_string()),
        (Batch::Of(2), 10, "0.05".into())
    );
    assert_eq!(two.scenario.samples.len(), 4);
    assert!(two.scenario.compare.is_empty() && two.scenario.notes.is_empty());
}

#[test]
fn an_activation_is_that_of_the_hidden_layers_and_of_the_only_layer_where_there_is_no_hidden_one() {
    let kinds = |source: &str| -> Vec<ActivationKind> {
        let scenario = read(source).unwrap_or_else(|faults| panic!("{:#?}", faults.shown()));
        let Subject::Network(network) = &scenario.compare[0].scenario.subject else { panic!("a network") };
        network.layers.iter().map(|layer| layer.activation.kind).collect()
    };
    assert_eq!(kinds(text("activations")), [ActivationKind::Tanh, ActivationKind::Identity]);
    let one = format!("{}  - {{name: other, activation: relu}}\n", text("mini-batches"));
    let scenario = read(&one).unwrap();
    let Subject::Network(network) = &scenario.compare[2].scenario.subject else { panic!("a network") };
    assert_eq!(network.layers[0].activation.kind, ActivationKind::Relu);
}

#[test]
fn a_run_comes_to_what_a_file_of_its_own_would() {
    let of_run = |name: &str| {
        let mut lesson = lesson(text("mini-batches"));
        let lesson = lesson.of_run_mut(Some(&Name::new(name)));
        losses(lesson, 1..=10)
    };
    let of_file = |batch: &str| {
        let source = text("mini-batches").replace("epochs: 10}", &format!("epochs: 10, batch: {batch}}}"));
        losses(&mut lesson(&source[..source.find("compare:").unwrap()]), 1..=10)
    };
    assert_eq!(of_run("two_batches"), of_file("2"));
    assert_eq!(of_run("one_at_a_time"), of_file("1"));
    assert_ne!(of_run("one_at_a_time"), of_file("2"));
}

#[test]
fn the_losses_of_single_samples_are_those_of_fractions() {
    // y = w*x + b, half the squared error, w = 0.5, b = 0, rate 0.05, samples (1, 3), (2, 5), (3, 6), (4, 9) one after
    // another: Python's fractions give 365178601/81920000, which is 4.457746594238281….
    let mut lesson = lesson(text("mini-batches"));
    let lesson = lesson.of_run_mut(Some(&Name::new("one_at_a_time")));
    let [(1, Cell::Value(shown))] = &losses(lesson, [1])[..] else { panic!("a value") };
    assert_eq!(shown.written.to_string(), "4.457746594");
}

#[test]
fn the_table_stands_behind_the_lesson() {
    for name in ["activations", "mini-batches"] {
        let (out, err, code) = run(&["show", name]);
        assert_eq!((err.as_str(), code), ("", 0));
        let table = out.find("── the runs side by side ──").unwrap();
        snapshot("runs", &format!("{name}-table"), &out[table..]);
        let (part, ..) = run(&["show", name, "--steps", "1"]);
        assert!(!part.contains("side by side"), "a part of a lesson has no table");
    }
}

#[test]
fn a_table_has_rows_only_for_what_some_run_has() {
    let facts = comparison(&mut lesson(text("activations")));
    assert_eq!(facts.runs.len(), 5);
    assert!(facts.rows.iter().all(|row| row.cells.len() == 5));
    assert!(!facts.rows.iter().any(|row| row.kind == RowKind::BatchSize), "there is one sample");
    let epochs: Vec<u64> = facts
        .rows
        .iter()
        .filter_map(|row| if let RowKind::Loss { epoch } = row.kind { Some(epoch) } else { None })
        .collect();
    assert_eq!(epochs, [1, 2, 3, 10, 20]);
}

#[test]
fn a_run_that_diverges_says_so_beside_those_that_do_not() {
    let source = format!("{}  - {{name: wild, training: {{learning_rate: 5, epochs: 40}}}}\n", text("mini-batches"));
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("lesson.yaml");
    std::fs::write(&path, source).unwrap();
    let (out, _, code) = run(&["show", path.to_str().unwrap()]);
    assert_eq!(code, 0);
    assert!(out.contains("    wild: training diverged in epoch "), "{out}");
    assert!(out.contains("E_epoch@40"), "{out}");
}

#[test]
fn names_of_runs_find_their_steps_on_the_command_line() {
    let (out, _, code) = run(&["show", "mini-batches", "--only", "w_new/one_at_a_time#3@2"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("\n══ run one_at_a_time ══\n\n── epoch 2 · batch 3 · update ──\n"), "{out}");
    let (_, err, code) = run(&["show", "activations", "--only", "out_h2/rely"]);
    assert_eq!((err.as_str(), code), ("error: there is no run `rely` in this lesson; did you mean `relu`?\n", 2));
    let (_, err, code) = run(&["show", "activations", "--only", "out_h22/relu"]);
    assert_eq!((err.as_str(), code), ("error: there is no step `out_h22` in this lesson; did you mean `out_h2`?\n", 2));
}

#[test]
fn records_of_other_runs_say_of_which() {
    let (out, ..) = run(&["trace", "activations", "--only", "out_h2", "out_h2/relu"]);
    let lines: Vec<&str> = out.lines().collect();
    assert!(
        lines[0].starts_with("{\"name\":\"out_h2\",") && lines[1].starts_with("{\"run\":\"relu\",\"name\":\"out_h2\",")
    );
    assert!(lines[1].contains("\"value\":\"0\",\"exact\":true"));
    let (out, ..) = run(&["trace", "activations", "--format", "csv"]);
    let ends: Vec<&str> = out.lines().map(|line| line.rsplit(',').next().unwrap()).collect();
    let runs = ["", "tanh", "relu", "leaky", "softplus"];
    assert_eq!(ends[0], "run");
    assert!(runs.iter().all(|run| ends[1..].iter().filter(|end| *end == run).count() == (ends.len() - 1) / 5));
    let (out, ..) = run(&["trace", "mazur", "--format", "csv"]);
    assert!(!out.lines().next().unwrap().ends_with(",run"), "a lesson without other runs has no column for them");
}

#[test]
fn what_a_source_printed_of_a_run_is_judged_there() {
    // Values of the run from its own file, rounded by hand from 0.4013123… and 0.
    let source = format!(
        "{}published:\n  out_h2: 0.4013\n  out_h2/relu: 0\n  out_h2/tanh: -0.3799\n  dE_dw5/tanh@2: 0.25\n  \
         out_h2 - out_h2/relu: 0.4013\n  net_h2/2: -0.2\n",
        text("activations")
    );
    let mut lesson = lesson(&source);
    let said: Vec<String> = judge::published(&mut lesson)
        .into_iter()
        .map(|checked| {
            checked.map_or_else(|trouble| format!("{trouble:?}"), |checked| format!("{:?}", checked.finding))
        })
        .collect();
    assert_eq!(said, ["Agrees(Right)", "Agrees(Right)", "Agrees(Right)", "Wrong", "Agrees(Right)", "Agrees(Right)"]);
}

#[test]
fn a_run_is_no_step_and_a_lesson_finds_its_own_steps_only() {
    let lesson = lesson(text("activations"));
    assert!(lesson.find("out_h2/relu", handgrad::lesson::Position::start_of(1)).is_err());
    assert_eq!(lesson.split_run("out_h2/relu#1").unwrap(), (Some(Name::new("relu")), "out_h2#1".to_owned()));
    assert_eq!(lesson.split_run(" out_h2 ").unwrap(), (None, "out_h2".to_owned()));
    assert!(matches!(lesson.split_run("out_h2/none"), Err(FindFault::NoSuchRun { .. })));
}

#[test]
fn the_terminal_shows_the_table_and_goes_into_a_run_and_back() {
    let mut window = Window::of("activations").keys("r");
    snapshot("screens", "runs", &window.text());
    let window = window.press(KeyCode::Esc).keys("/out_h2/relu").press(KeyCode::Enter);
    let mut window = window.keys(" ");
    snapshot("screens", "runs-inside", &window.text());
    let mut window = window.keys("b");
    assert!(window.rows()[0].starts_with(" One net, five activations"), "{}", window.text());
    let mut plain = Window::of("mazur").keys("r");
    assert!(plain.text().contains("This lesson has no other runs."), "{}", plain.text());
}

#[test]
fn a_given_that_is_asked_for_by_name_is_told() {
    let (out, _, code) = run(&["show", "mazur", "--only", "w5"]);
    assert_eq!((out.as_str(), code), ("\nw5 = 0.40 is given in epoch 1; no step computes it.\n", 0));
    let (out, ..) = run(&["show", "mini-batches", "--only", "x", "w@2"]);
    assert_eq!(out.lines().filter(|line| line.starts_with("x#")).count(), 4, "{out}");
    assert!(out.contains("\nw@2 = 1.15 is given in epoch 2;"), "{out}");
}
