//! Which sentence tells which fault.

use super::{Said, compare, definition, display, family, formula, table, training};
use crate::messages::Messages;
use crate::scenario::{Counted, FaultKind, Role};

/// Chooses the sentence of a fault.
#[expect(clippy::too_many_lines, reason = "one table, of which the compiler sees that no fault is left out")]
pub(super) fn said<'a>(messages: &Messages, kind: &'a FaultKind) -> Said<'a> {
    match kind {
        FaultKind::Empty => Said::new("fault-empty").help("fault-empty-help"),
        FaultKind::TooManyBytes { limit } => {
            Said::new("fault-too-many-bytes").with("limit", limit / (1024 * 1024)).help("fault-is-it-a-scenario")
        }
        FaultKind::NotText { byte } => {
            Said::new("fault-not-text").with("byte", format!("{byte:02x}")).help("fault-is-it-a-scenario")
        }
        FaultKind::ControlCharacter { code } => {
            Said::new("fault-control-character").with("code", format!("U+{code:04X}")).help("fault-is-it-a-scenario")
        }
        FaultKind::Syntax { words } => Said::new("fault-syntax").with("words", words),
        FaultKind::TooDeep { limit } => Said::new("fault-too-deep").with("limit", *limit),
        FaultKind::TooManyNodes { limit } => Said::new("fault-too-many-nodes").with("limit", *limit),
        FaultKind::Anchor => Said::new("fault-anchor").help("fault-anchor-help"),
        FaultKind::Alias => Said::new("fault-alias").help("fault-anchor-help"),
        FaultKind::Tag => Said::new("fault-tag").help("fault-tag-help"),
        FaultKind::SecondDocument => Said::new("fault-second-document").help("fault-second-document-help"),
        FaultKind::KeyNotText => Said::new("fault-key-not-text"),
        FaultKind::KeyTwice { key, line } => {
            Said::new("fault-key-twice").with("key", key).with("line", *line).help("fault-given-on-line")
        }
        FaultKind::UnknownKey { key, nearest } => {
            Said::new("fault-unknown-key").with("key", key).nearest(nearest.as_ref(), None)
        }
        FaultKind::MissingKey { key } => Said::new("fault-missing-key").with("key", *key),
        FaultKind::WrongShape { expected, found } => Said::new("fault-wrong-shape")
            .with("expected", messages.shape(*expected))
            .with("found", messages.shape(*found)),
        FaultKind::UnknownWord { key, word, nearest, known } => Said::new("fault-unknown-word")
            .with("key", *key)
            .with("word", word)
            .with("known", known)
            .nearest(nearest.as_ref(), Some("fault-known-words")),
        FaultKind::EmptyList => Said::new("fault-empty-list"),
        FaultKind::NeitherSubject => Said::new("fault-neither-subject").help("fault-neither-subject-help"),
        FaultKind::TwoSubjects => Said::new("fault-two-subjects").help("fault-two-subjects-help"),
        FaultKind::UnknownFormat { found } => {
            Said::new("fault-unknown-format").with("found", found).help("fault-unknown-format-help")
        }
        FaultKind::NotALanguage { tag } => {
            Said::new("fault-not-a-language").with("tag", tag).help("fault-not-a-language-help")
        }
        FaultKind::NotALesson { text } => {
            Said::new("fault-not-a-lesson").with("text", text).help("fault-not-a-lesson-help")
        }
        FaultKind::NotANumber { text } => {
            Said::new("fault-not-a-number").with("text", text).help("fault-not-a-number-help")
        }
        FaultKind::TooManyDigits { text } => {
            Said::new("fault-too-many-digits").with("text", text).help("fault-too-many-digits-help")
        }
        FaultKind::TooLargeOrSmall { text } => {
            Said::new("fault-too-large-or-small").with("text", text).help("fault-too-many-digits-help")
        }
        FaultKind::OutsideRange { least, most } => {
            Said::new("fault-outside-range").with("least", least.to_string()).with("most", most.to_string())
        }
        FaultKind::NotBelowOne { key } => Said::new("fault-not-below-one").with("key", *key),
        FaultKind::Negative { key } => Said::new("fault-negative").with("key", *key),
        FaultKind::NotAboveZero { key } => Said::new("fault-not-above-zero").with("key", *key),
        FaultKind::WeightDecayTwice => Said::new("fault-weight-decay-twice").help("fault-weight-decay-twice-help"),
        FaultKind::ReservedInOptimizer { name } => {
            Said::new("fault-reserved-in-optimizer").with("name", name).help("fault-reserved-in-optimizer-help")
        }
        FaultKind::LastStepNotParameter => {
            Said::new("fault-last-step-not-parameter").help("fault-last-step-not-parameter-help")
        }
        FaultKind::StateNeverSet { name } => {
            Said::new("fault-state-never-set").with("name", name).help("fault-state-never-set-help")
        }
        FaultKind::LookAheadTooEarly { name } => {
            Said::new("fault-look-ahead-too-early").with("name", name).help("fault-look-ahead-too-early-help")
        }
        FaultKind::NotPositive => Said::new("fault-not-positive").help("fault-not-positive-help"),
        FaultKind::RandomEmpty => Said::new("fault-random-empty"),
        FaultKind::RandomFiner { decimals } => {
            Said::new("fault-random-finer").with("decimals", *decimals).help("fault-random-finer-help")
        }
        FaultKind::RandomTooMany => Said::new("fault-random-too-many").help("fault-random-too-many-help"),
        FaultKind::WrongCount { what, expected, found } => {
            Said::new("fault-wrong-count").with("expected", counted(messages, *what, *expected)).with("found", *found)
        }
        FaultKind::TooManyParameters { limit } => {
            Said::new("fault-too-many-parameters").with("limit", *limit).help("fault-too-many-parameters-help")
        }
        FaultKind::TwoBiases => Said::new("fault-two-biases").help("fault-two-biases-help"),
        FaultKind::BiasInputZero => Said::new("fault-bias-input-zero").help("fault-bias-input-help"),
        FaultKind::BiasInputWithoutBias => {
            Said::new("fault-bias-input-without-bias").help("fault-bias-input-without-bias-help")
        }
        FaultKind::SoftmaxOfOne => Said::new("fault-softmax-of-one").help("fault-softmax-of-one-help"),
        FaultKind::LossNeedsSoftmax { loss } => {
            Said::new("fault-loss-needs-softmax").with("loss", *loss).help("fault-loss-needs-softmax-help")
        }
        FaultKind::LossNeedsUnit { loss, activation } => Said::new("fault-loss-needs-unit")
            .with("loss", *loss)
            .with("activation", *activation)
            .help("fault-loss-needs-unit-help"),
        FaultKind::TargetOutsideUnit => Said::new("fault-target-outside-unit"),
        FaultKind::TargetNotASign => Said::new("fault-target-not-a-sign"),
        FaultKind::TargetNegative => Said::new("fault-target-negative"),
        FaultKind::TargetsDoNotSumToOne { sum } => Said::new("fault-targets-sum").with("sum", sum),
        FaultKind::NotWithGivenGradients { key } => {
            Said::new("fault-not-with-given-gradients").with("key", key).help("fault-not-with-given-gradients-help")
        }
        FaultKind::GradientMissing { name } => {
            Said::new("fault-gradient-missing").with("name", name).help("fault-gradient-missing-help")
        }
        FaultKind::MoreEpochsThanGradients { given } => {
            Said::new("fault-more-epochs-than-gradients").with("given", *given).help("fault-more-epochs-help")
        }
        FaultKind::TrainingWithoutLoss => {
            Said::new("fault-training-without-loss").help("fault-training-without-loss-help")
        }
        FaultKind::TrainingWithoutParameters => {
            Said::new("fault-training-without-parameters").help("fault-training-without-parameters-help")
        }
        FaultKind::TargetsWithoutLoss => {
            Said::new("fault-targets-without-loss").help("fault-targets-without-loss-help")
        }
        FaultKind::PaperWithoutDigits => {
            Said::new("fault-paper-without-digits").help("fault-paper-without-digits-help")
        }
        FaultKind::PaperWithTwoDigits => Said::new("fault-paper-with-two-digits"),
        FaultKind::RoundingWithoutPaper => {
            Said::new("fault-rounding-without-paper").help("fault-rounding-without-paper-help")
        }
        FaultKind::ErratumOfFloat => Said::new("fault-erratum-of-float"),
        FaultKind::NotAName { text } => Said::new("fault-not-a-name").with("text", text).help("fault-not-a-name-help"),
        FaultKind::ReservedName { name } => Said::new("fault-reserved-name").with("name", name),
        FaultKind::ReservedEnding { name, ending } => {
            Said::new("fault-reserved-ending").with("name", name).with("ending", *ending)
        }
        FaultKind::NameTwice { name, line } => {
            Said::new("fault-name-twice").with("name", name).with("line", *line).help("fault-given-on-line")
        }
        FaultKind::StepTwice { step, name, other } if step == other => {
            Said::new("fault-step-own-name").with("name", name).with("step", step).help("fault-step-twice-help")
        }
        FaultKind::StepTwice { step, name, other } => Said::new("fault-step-twice")
            .with("name", name)
            .with("step", step)
            .with("other", other)
            .help("fault-step-twice-help"),
        FaultKind::NoSuchName { name, role, nearest } => {
            let id = match role {
                Role::Parameter => "fault-no-such-parameter",
                Role::Neuron => "fault-no-such-neuron",
                Role::Node => "fault-no-such-node",
                Role::Operand => "fault-no-such-operand",
            };
            Said::new(id).with("name", name).nearest(nearest.as_ref(), None)
        }
        FaultKind::NamedLater { name } => Said::new("fault-named-later").with("name", name),
        FaultKind::MissingNeuron { name } => Said::new("fault-missing-neuron").with("name", name),
        FaultKind::MistakeMade => Said::new("fault-mistake-made").help("fault-mistake-made-help"),
        FaultKind::AskedTwice { name, line } => {
            Said::new("fault-asked-twice").with("name", name).with("line", *line).help("fault-given-on-line")
        }
        FaultKind::FrozenTwice { name } => Said::new("fault-frozen-twice").with("name", name),
        FaultKind::NotAStep { text } => Said::new("fault-not-a-step").with("text", text).help("fault-not-a-step-help"),
        FaultKind::Definition(kind) => definition::said(kind),
        FaultKind::Display(kind) => display::said(kind),
        FaultKind::Compare(kind) => compare::said(messages, kind),
        FaultKind::Training(kind) => training::said(kind),
        FaultKind::Table(kind) => table::said(kind),
        FaultKind::Family(fault) => family::said(messages, fault),
        FaultKind::Formula(kind) => formula::said(kind),
    }
}

fn counted(messages: &Messages, what: Counted, count: usize) -> String {
    let id = match what {
        Counted::Inputs => "fault-count-inputs",
        Counted::Targets => "fault-count-targets",
        Counted::Rows => "fault-count-rows",
        Counted::Weights => "fault-count-weights",
        Counted::Biases => "fault-count-biases",
        Counted::SharedBiases => "fault-count-shared-biases",
    };
    messages.text(id, &[("count", count.into())])
}
