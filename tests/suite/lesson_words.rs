//! What a lesson says of every step: there, short, true, in both languages.

use std::collections::HashSet;
use std::fmt::Write as _;

use handgrad::lesson::{Lesson, Page, Position};
use handgrad::messages::{Language, Messages};
use handgrad::number::Fault;
use handgrad::program::RoleKind;
use handgrad::run::{Halt, Reason};
use handgrad::scenario::{LESSONS, Quantity, read};
use unicode_width::UnicodeWidthStr as _;

use super::tier;

pub(super) const SOFTMAX: &str = include_str!("../lessons/softmax.yaml");
pub(super) const BATCHES: &str = include_str!("../lessons/batches.yaml");
pub(super) const CORNERS: &str = include_str!("../lessons/corners.yaml");
pub(super) const GRAPH: &str = include_str!("../lessons/graph.yaml");
pub(super) const UPDATES: &str = include_str!("../lessons/updates.yaml");
pub(super) const FORWARD: &str = include_str!("../lessons/forward.yaml");

const KINDS: [RoleKind; 43] = [
    RoleKind::WeightedSum,
    RoleKind::Activation,
    RoleKind::OutputLoss,
    RoleKind::TotalLoss,
    RoleKind::LossSlope,
    RoleKind::OutputGradient,
    RoleKind::OutputPath,
    RoleKind::OutputPathSum,
    RoleKind::ActivationSlope,
    RoleKind::SoftmaxSlope,
    RoleKind::Delta,
    RoleKind::DeltaPath,
    RoleKind::DeltaPathSum,
    RoleKind::DeltaShort,
    RoleKind::NetSlopeByOutput,
    RoleKind::NetSlopeByWeight,
    RoleKind::NetSlopeByBias,
    RoleKind::NetSlopeByInput,
    RoleKind::ParameterGradient,
    RoleKind::ParameterPath,
    RoleKind::ParameterPathSum,
    RoleKind::InputGradient,
    RoleKind::InputPath,
    RoleKind::InputPathSum,
    RoleKind::Node,
    RoleKind::Start,
    RoleKind::LocalSlope,
    RoleKind::NodeGradient,
    RoleKind::NodePath,
    RoleKind::NodePathSum,
    RoleKind::BatchLoss,
    RoleKind::EpochLoss,
    RoleKind::BatchGradient,
    RoleKind::GivenGradient,
    RoleKind::LearningRate,
    RoleKind::DecayedGradient,
    RoleKind::OptimizerState(Quantity::Velocity),
    RoleKind::OptimizerState(Quantity::SquareSum),
    RoleKind::OptimizerState(Quantity::SquareMean),
    RoleKind::OptimizerState(Quantity::GradientMean),
    RoleKind::OptimizerState(Quantity::CorrectedGradientMean),
    RoleKind::OptimizerState(Quantity::CorrectedSquareMean),
    RoleKind::NewParameter,
];

pub(super) fn lesson(source: &str) -> Lesson {
    Lesson::new(read(source).unwrap(), None)
}

pub(super) fn lessons() -> Vec<(&'static str, Lesson)> {
    let own = [
        ("updates", UPDATES),
        ("softmax", SOFTMAX),
        ("batches", BATCHES),
        ("corners", CORNERS),
        ("graph", GRAPH),
        ("forward", FORWARD),
    ];
    tier::lessons().into_iter().chain(own).map(|(name, source)| (name, lesson(source))).collect()
}

/// Every page of an epoch.
pub(super) fn pages(lesson: &mut Lesson) -> Vec<Page> {
    let numbers = 1..=lesson.steps_per_epoch();
    numbers.map(|number| lesson.page(Position { epoch: 1, number }).unwrap().unwrap()).collect()
}

fn all_words(lesson: &mut Lesson, language: Language) -> String {
    let messages = Messages::new(language);
    let pages = pages(lesson);
    let words = lesson.words(&messages);
    let mut all = format!("{}\n\n", words.conventions().join("   "));
    for page in pages {
        let (step, place) = (&page.step, words.place(page.position));
        writeln!(all, "{place}\n{} = {}: {}", step.name, step.formula, words.title(step)).unwrap();
        writeln!(all, "  {}\n  {}", words.question(step), words.why(&page)).unwrap();
        if let Some(note) = words.note(step) {
            writeln!(all, "  [{note}]").unwrap();
        }
        all.push('\n');
    }
    all
}

fn snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/words"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// How wide a title or question may be.
pub(super) const LINE: usize = 76;

pub(super) fn is_clean(text: &str) -> bool {
    let bad = ["{", "}", "lesson-", "  ", " .", " ,", "，，", "。。", "unknown"];
    !text.is_empty() && text.trim() == text && !bad.iter().any(|bad| text.contains(bad))
}

#[test]
fn the_words_of_every_lesson_read_well() {
    for (name, mut lesson) in lessons() {
        // What the other lessons say is kept with their lines, in snapshots/lessons.
        if ["batches", "corners", "updates"].contains(&name) || LESSONS[3..].iter().any(|(lesson, _)| *lesson == name) {
            continue;
        }
        for language in Language::ALL {
            snapshot(&format!("{name}.{}", language.tag()), &all_words(&mut lesson, language));
        }
    }
}

#[test]
fn every_kind_of_step_has_a_title_a_question_and_a_reason_in_both_languages() {
    let mut met = HashSet::new();
    for (name, mut lesson) in lessons() {
        let pages = pages(&mut lesson);
        for language in Language::ALL {
            let messages = Messages::new(language);
            let words = lesson.words(&messages);
            for page in &pages {
                met.insert(page.step.role.kind);
                let (title, question) = (words.title(&page.step), words.question(&page.step));
                let (why, place) = (words.why(page), words.place(page.position));
                for text in [&title, &question, &why, &place, &words.stage(&page.step)] {
                    assert!(is_clean(text), "{name} {}: {text:?}", page.step.name);
                }
                assert!(title.width() <= LINE && question.width() <= LINE, "{name}: {title} / {question}");
                assert!(why.width() <= 3 * LINE, "{name} {}: {why}", page.step.name);
                assert!(place.contains(&words.stage(&page.step)), "{place}");
            }
            let conventions = words.conventions();
            assert!(conventions.iter().all(|phrase| is_clean(phrase)), "{name}: {conventions:?}");
            assert!(conventions.join("  ").width() <= 78, "{name}: {conventions:?}");
        }
    }
    let missing: Vec<_> = KINDS.into_iter().filter(|kind| !met.contains(kind)).collect();
    assert!(missing.is_empty(), "no lesson has a step of these kinds: {missing:?}");
}

#[test]
fn a_step_that_cannot_be_computed_still_has_its_reason() {
    let source = "format: 1\ntitle: t\ngraph: {given: {x: 0}, nodes: {a: 1/x, total: 2*a}, output: total}\n";
    let mut lesson = lesson(source);
    for page in pages(&mut lesson) {
        for language in Language::ALL {
            let messages = Messages::new(language);
            let words = lesson.words(&messages);
            assert!(is_clean(&words.why(&page)), "{}", page.step.name);
            if page.step.name.as_str() == "a" {
                let fault = page.result.clone().unwrap_err();
                assert_eq!(
                    words.fault(fault),
                    ["division by zero", "除以零"][usize::from(language == Language::Chinese)]
                );
            }
        }
    }
}

#[test]
fn conventions_say_what_the_scenario_does() {
    let english = Messages::new(Language::English);
    let said = |source: &str| lesson(source).words(&english).conventions().join(" | ");
    let mazur = LESSONS[0].1;
    assert_eq!(said(mazur), "E = ½Σ(target − out)² | biases not trained | η = 0.5 | 9 decimals");
    let trained = mazur.replace("  frozen: [b1, b2]", "  #");
    assert!(said(&trained).contains(" | shared biases trained | "));
    let partly = mazur.replace("  frozen: [b1, b2]", "  frozen: [b1]");
    assert!(said(&partly).contains(" | some biases not trained | "));
    assert!(said(BATCHES).starts_with("E = Σ(target − out)²/2 | some biases not trained | batch of 2, mean | "));
    assert!(said(CORNERS).contains(" | one sample at a time | "));
    assert!(said(FORWARD).starts_with("forward pass only | no biases | "));
    let sum = BATCHES.replace("batch: 2", "batch: all, reduction: sum");
    assert!(said(&sum).contains(" | sum of 3 samples | "));
}

#[test]
fn a_place_names_what_there_are_several_of() {
    let english = Messages::new(Language::English);
    let at = |source: &str, epoch, number| lesson(source).words(&english).place(Position { epoch, number });
    assert_eq!(at(LESSONS[0].1, 1, 41), "epoch 1 · backward, hidden layer · step 41 of 55");
    assert_eq!(at(LESSONS[2].1, 1, 5), "backward · step 5 of 9");
    assert_eq!(at(BATCHES, 3, 160), "epoch 3 · sample 3 of 3 · backward, output layer · step 160 of 215");
    assert_eq!(at(BATCHES, 2, 215), "epoch 2 · batch 2 of 2 · update · step 215 of 215");
    assert_eq!(at(BATCHES, 1, 1), "epoch 1 · sample 1 of 3 · forward, hidden layer 1 · step 1 of 215");
}

#[test]
fn what_ends_a_training_is_told_with_its_place() {
    let english = Messages::new(Language::English);
    let wild = BATCHES.replace("learning_rate: 0.1", "learning_rate: 1e20").replace("tanh", "identity");
    let mut lesson = lesson(&wild);
    let halt = lesson.page(Position { epoch: 3, number: 1 }).unwrap_err();
    let told = lesson.words(&english).halt(&halt);
    assert!(told.starts_with("training diverged in epoch 1: `"), "{told}");
    assert!(told.ends_with("` went beyond 10^15; a smaller learning rate may help"), "{told}");
    let failed = |step: Option<&str>, sample| Halt {
        epoch: 3,
        batch: 2,
        reason: Reason::Failed { step: step.map(Into::into), sample, fault: Fault::LogarithmOfZero },
    };
    let told = |halt: &Halt| Language::ALL.map(|language| lesson.words(&Messages::new(language)).halt(halt));
    let [english, chinese] = told(&failed(Some("E_y1"), Some(2)));
    let why = "the logarithm of zero, which does not exist";
    assert_eq!(english, format!("training ends in epoch 3, sample 2: `E_y1` cannot be computed: {why}"));
    assert_eq!(chinese, "训练中止（第 3 轮，样本 2）：无法计算 `E_y1`：零没有对数");
    let [english, _] = told(&failed(None, None));
    assert_eq!(english, format!("training ends in epoch 3, batch 2: a value cannot be computed: {why}"));
}

#[test]
fn what_is_not_found_is_told_with_what_there_is() {
    let lesson = lesson(LESSONS[0].1);
    let told = |text: &str| {
        let fault = lesson.find(text, Position::start_of(1)).unwrap_err();
        Language::ALL.map(|language| lesson.words(&Messages::new(language)).find_fault(&fault))
    };
    assert_eq!(told("dE_dw55")[0], "there is no step `dE_dw55` in this lesson; did you mean `dE_dw5`?");
    assert_eq!(told("xyzzyxyzzy")[0], "there is no step `xyzzyxyzzy` in this lesson");
    assert_eq!(told("99"), ["there is no number 99 here; they go from 1 to 55", "这里没有编号 99；编号从 1 到 55"]);
}
