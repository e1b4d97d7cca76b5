//! The exported script: how it reads, and, where Python has torch, that it prints the numbers of the lesson.
//!
//! `HANDGRAD_PYTHON=/path/to/python cargo test --test suite pytorch` takes another Python than `python3`;
//! `HANDGRAD_PYTORCH=all` runs the long trainings as well.

use std::fs;
use std::process::{Command, Stdio};

use handgrad::export::{LeftOut, pytorch};
use handgrad::lesson::{Found, Lesson, Position};
use handgrad::messages::{Language, Messages};
use handgrad::number::Exact;
use handgrad::run::Moment;
use handgrad::scenario::{LESSONS, PUBLISHED, built_in};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use tempfile::TempDir;

use super::command::handgrad;
use super::lesson_snapshots::snapshot;
use super::networks::{plans, scenario};

/// A whole training: two batches of three samples, softmax, Adam, weight decay, a schedule, and a limit to stop at.
const EVERYTHING: &str = include_str!("../lessons/pytorch.yaml");

/// What the author decides in the place of autograd, under names that Python keeps for itself.
const OWN: &str = include_str!("../lessons/pytorch-own.yaml");

/// Trainings with more passes over samples take torch more than a moment.
const MOST_PASSES: u64 = 2_000;

/// Where the lesson takes a number next to 1 from 1, or divides by a tiny step, binary floats lose digits.
const CANCELLING: [(&str, &str); 2] = [("ng-logistic", "0.00000001"), ("saito-numerical-slope", "0.0000001")];

/// What the others may differ by, relative to a value above 1.
const USUAL: &str = "0.000000000001";

/// What random networks may differ by: some of them blow up what was rounded.
const ROUGH: &str = "0.0000000001";

/// Runs every script of a folder, and prints what each prints behind its name.
const DRIVER: &str = r#"
import contextlib, io, pathlib, sys, warnings
warnings.simplefilter("error")
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    printed = io.StringIO()
    fault = ""
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), {})
        except SystemExit:
            pass
        except BaseException as error:
            fault = f"! {type(error).__name__}: {error}".replace("\n", " ")
    print("==", path.stem)
    print(printed.getvalue(), end="")
    if fault:
        print(fault)
"#;

fn lesson(source: &str) -> Lesson {
    Lesson::new(scenario(source), None)
}

fn script(source: &str, language: Language) -> String {
    pytorch(&mut lesson(source), &Messages::new(language)).text
}

#[test]
fn scripts_read_as_they_did() {
    let mazur = built_in().find(|(name, _)| *name == "mazur").expect("a lesson").1;
    for (name, source) in [("mazur", mazur), ("everything", EVERYTHING), ("own", OWN)] {
        snapshot("pytorch", name, &script(source, Language::English));
    }
    snapshot("pytorch", "mazur.zh", &script(mazur, Language::Chinese));
}

#[test]
fn every_built_in_scenario_has_a_script_in_every_language() {
    for language in Language::ALL {
        for (name, source) in LESSONS.iter().chain(PUBLISHED).copied() {
            let script = script(source, language);
            assert!(script.contains("import torch") && script.contains("show({"), "{name}: {script}");
            assert!(!script.contains("export-"), "{name}: {script}");
        }
    }
}

#[test]
fn what_a_script_leaves_out_is_said_in_it_and_on_standard_error() {
    let of = |name: &str| {
        let source = built_in().find(|(known, _)| *known == name).expect("a lesson").1;
        pytorch(&mut lesson(source), &Messages::new(Language::English)).left_out
    };
    assert_eq!(of("mini-batches"), [LeftOut::Compare]);
    assert_eq!(of("overfitting"), [LeftOut::Validation]);
    let outcome = handgrad(&["export", "overfitting", "--format", "pytorch"]).run();
    let note = "note: The validation samples, which nothing is trained on, are left out of the script.\n";
    assert_eq!((outcome.code, outcome.stderr.as_str()), (0, note));
    let comments: Vec<&str> = outcome.stdout.lines().filter_map(|line| line.strip_prefix("# ")).collect();
    assert!(comments.join(" ").contains(note.trim_start_matches("note: ").trim_end()), "{comments:#?}");
}

/// A number as Python prints it; none for `inf` and `nan`.
fn exact(printed: &str) -> Option<Exact> {
    let (digits, exponent) = printed.split_once('e').unwrap_or((printed, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    let zeros = "0".repeat(usize::try_from(exponent.unsigned_abs()).ok()?);
    let factor =
        if exponent < 0 { Exact::parse(&format!("0.{}1", &zeros[1..])) } else { Exact::parse(&format!("1{zeros}")) };
    Some(Exact::parse(digits)?.times(&factor?))
}

/// Whether a printed number is that of the lesson, within a relative or absolute error.
fn agrees(lesson: &mut Lesson, name: &str, printed: &str, most: &Exact) -> Result<(), String> {
    let found = lesson.find(name, Position::start_of(1)).map_err(|fault| format!("{fault:?}"))?;
    let (moment, step) = match found {
        Found::Given(moment) => (moment, name.split(['#', '@']).next().unwrap_or_default().to_owned()),
        Found::Step(position) => {
            let step = lesson.step(position).ok_or("no step")?;
            (Moment { epoch: position.epoch, line: lesson.line(position) }, step.name.to_string())
        }
    };
    if let Found::Given(_) = found {
        let given = lesson.unrounded_run().given(moment, &step).map_err(|halt| format!("{halt:?}"))?;
        return near(&given.ok_or("no value")?, printed, most);
    }
    match lesson.unrounded_run().value(moment, 30, &step) {
        // Where the lesson ends, or has no value, there is nothing to compare with.
        Err(_) | Ok(Err(_)) => Ok(()),
        Ok(Ok(number)) => near(&number.rounded(30).ok_or("no digits")?, printed, most),
    }
}

fn near(value: &Exact, printed: &str, most: &Exact) -> Result<(), String> {
    let other = exact(printed).ok_or(format!("{printed} for {value}"))?;
    let scale = if value.magnitude().compare(&Exact::one()).is_gt() { value.magnitude() } else { Exact::one() };
    let is_near = value.minus(&other).magnitude().compare(&most.times(&scale)).is_le();
    if is_near { Ok(()) } else { Err(format!("{printed} for {value}")) }
}

/// A Python that has torch.
fn python() -> Option<String> {
    let python = std::env::var("HANDGRAD_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut asked = Command::new(&python);
    asked.args(["-c", "import torch"]).stdout(Stdio::null()).stderr(Stdio::null());
    if asked.status().is_ok_and(|status| status.success()) {
        return Some(python);
    }
    eprintln!("skipped: {python} has no torch; HANDGRAD_PYTHON names another Python");
    None
}

/// A lesson by its name, with its text and what the script may differ by.
type Compared = (String, String, &'static str);

/// Runs the scripts of lessons, and gives every line that does not agree.
fn wrong_lines(python: &str, compared: &[Compared]) -> Vec<String> {
    let folder = TempDir::new().expect("a folder");
    for (name, source, _) in compared {
        fs::write(folder.path().join(format!("{name}.py")), script(source, Language::English)).expect("a script");
    }
    let output = Command::new(python).arg("-c").arg(DRIVER).arg(folder.path()).output().expect("Python runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut wrong = Vec::new();
    let parts: Vec<&str> = printed.split("== ").filter(|part| !part.is_empty()).collect();
    assert_eq!(parts.len(), compared.len());
    for part in parts {
        let (name, lines) = part.split_once('\n').expect("a name");
        let (_, source, most) = compared.iter().find(|(known, ..)| known == name).expect("a lesson");
        let (mut lesson, most) = (lesson(source), Exact::parse(most).expect("a number"));
        for line in lines.lines() {
            let told = line.split_once(" = ").ok_or(line.to_owned()).and_then(|(step, value)| {
                agrees(&mut lesson, step, value, &most).map_err(|why| format!("{step}: {why}"))
            });
            wrong.extend(told.err().map(|why| format!("{name}: {why}\n{source}")));
        }
        assert!(!lines.is_empty(), "{name} printed nothing");
    }
    wrong
}

#[test]
fn scripts_print_the_numbers_of_the_lesson_where_python_has_torch() {
    let Some(python) = python() else { return };
    let all = std::env::var("HANDGRAD_PYTORCH").is_ok_and(|which| which == "all");
    let is_short = |lesson: &Lesson| lesson.epochs().saturating_mul(lesson.samples()) <= MOST_PASSES;
    let sources = built_in().chain([("everything", EVERYTHING), ("own", OWN)]);
    let compared: Vec<Compared> = sources
        .filter(|(_, source)| all || is_short(&lesson(source)))
        .map(|(name, source)| {
            let most = CANCELLING.iter().find(|(known, _)| *known == name).map_or(USUAL, |(_, most)| most);
            (name.to_owned(), source.to_owned(), most)
        })
        .collect();
    let wrong = wrong_lines(&python, &compared);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn scripts_of_random_networks_print_their_numbers_where_python_has_torch() {
    let Some(python) = python() else { return };
    let mut runner = TestRunner::deterministic();
    let random = |at| (format!("random-{at}"), plans().new_tree(&mut runner).expect("a plan").current().text(), ROUGH);
    let compared: Vec<Compared> = (0..100).map(random).collect();
    let wrong = wrong_lines(&python, &compared);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
