//! Lessons with every activation and loss: each line closes, each step has its sentences, nothing is undecidable.

use handgrad::lesson::Lesson;
use handgrad::messages::{Language, Messages};
use handgrad::program::RoleKind;
use handgrad::scenario::ActivationKind;
use unicode_width::UnicodeWidthStr as _;

use super::closing_lines::check_lesson;
use super::lesson_words::{LINE, is_clean, lesson, pages};

/// What a scenario may say of an activation.
fn activations() -> Vec<&'static str> {
    let own = [
        "{step: {at_zero: 0}}",
        "{step: {at_zero: 0.5}}",
        "{leaky_relu: 0.1}",
        "{elu: 0.7}",
        "{formula: \"x/(1 + abs(x))\"}",
        "{formula: \"x * sigmoid(x)\", derivative: \"y + sigmoid(x) * (1 - y)\"}",
        "{formula: \"step(x)\", surrogate: \"1\"}",
        "{formula: \"0.5\"}",
    ];
    ActivationKind::WORDS.into_iter().map(|(word, _)| word).chain(own).collect()
}

/// A small network, of which the nets in the first layer are -1.5, 0 and 2.
fn network(activation: &str, loss: &str, targets: &str) -> String {
    format!(
        "format: 1\ntitle: t\nnetwork:\n  inputs: [i1, i2]\n  layers:\n    \
         - {{neurons: [h1, h2, h3], activation: {activation}, weights: [[-1, 0.5], [0.5, 1], [2, 1]], biases: [0.5, 0, -1], bias_input: -1}}\n    \
         - {{neurons: [o1, o2], activation: tanh, weights: [[0.4, -0.3, 0.2], [-0.1, 0.6, 0.25]], shared_bias: {{b: 0.1}}}}\n  \
         loss: {loss}\nsamples: [{{inputs: [1, -0.5], targets: {targets}}}]\ntraining: {{learning_rate: 0.1}}\n"
    )
}

const LOSSES: [(&str, &str); 8] = [
    ("half_squared_error", "[0.3, 1]"),
    ("squared_error", "[0.3, 1]"),
    ("mean_squared_error", "[0.3, 1]"),
    ("absolute_error", "[0.3, 1]"),
    ("hinge", "[1, -1]"),
    ("{formula: \"(target - out)^4 / 4\"}", "[0.3, 1]"),
    ("{formula: \"(target - out)^2\", derivative: \"2*(out - target)\"}", "[0.3, 1]"),
    ("{formula: \"abs(target - out)\", surrogate: \"out - target\"}", "[0.3, 1]"),
];

#[test]
fn every_line_of_every_activation_and_loss_closes() {
    for activation in activations() {
        for decimals in [3, 9] {
            assert!(check_lesson(&network(activation, "squared_error", "[0.3, 1]"), decimals, 1) > 60, "{activation}");
        }
    }
    for (loss, targets) in LOSSES {
        assert!(check_lesson(&network("leaky_relu", loss, targets), 9, 2) > 60, "{loss}");
    }
}

/// A page for every step, all of which can be computed; said in both languages, cleanly and briefly.
fn said(lesson: &mut Lesson) -> Vec<(String, [String; 2])> {
    let pages = pages(lesson);
    let says = |page: &handgrad::lesson::Page| {
        assert!(page.result.is_ok(), "{} cannot be computed: {:?}", page.step.name, page.result);
        Language::ALL.map(|language| {
            let messages = Messages::new(language);
            let why = lesson.words(&messages).why(page);
            assert!(is_clean(&why), "{}: {why:?}", page.step.name);
            assert!(why.width() <= 3 * LINE, "{}: {why}", page.step.name);
            why
        })
    };
    pages.iter().map(|page| (page.step.name.to_string(), says(page))).collect()
}

#[test]
fn every_activation_and_loss_is_explained_on_both_sides_of_0_and_at_it() {
    for activation in activations() {
        let mut lesson = lesson(&network(activation, "squared_error", "[0.3, 1]"));
        let said = said(&mut lesson);
        for neuron in ["h1", "h2", "h3"] {
            assert!(said.iter().any(|(name, _)| *name == format!("out_{neuron}")), "{activation}");
        }
    }
    for (loss, targets) in LOSSES {
        let mut lesson = lesson(&network("elu", loss, targets));
        assert!(said(&mut lesson).len() > 40);
        for language in Language::ALL {
            let messages = Messages::new(language);
            let conventions = lesson.words(&messages).conventions();
            assert!(conventions.iter().all(|phrase| is_clean(phrase)), "{conventions:?}");
            assert!(conventions.join("  ").width() <= 78, "{conventions:?}");
        }
    }
}

#[test]
fn what_is_said_at_a_kink_or_a_jump_is_what_is_computed() {
    let why = |activation: &str, name: &str| {
        let mut lesson = lesson(&network(activation, "squared_error", "[0.3, 1]"));
        let said = said(&mut lesson);
        said.into_iter().find(|(own, _)| own == name).unwrap().1
    };
    assert!(why("step", "out_h2")[0].ends_with("here the output is 1 by convention."));
    assert!(why("{step: {at_zero: 0}}", "out_h2")[0].ends_with("here the output is 0 by convention."));
    assert!(why("step", "out_h1")[0].ends_with("This one is below, so the output is 0."));
    assert!(why("step", "dout_dnet_h1")[0].contains("No gradient gets through here"));
    assert!(why("{formula: \"0.5\"}", "dout_dnet_h1")[0].contains("No gradient gets through here"));
    assert!(why("leaky_relu", "dout_dnet_h2")[0].ends_with("has a kink; by convention its slope is the one below 0."));
    assert!(why("elu", "dout_dnet_h1")[0].contains("out + α"));
    assert!(why("sign", "out_h1")[1].contains("−1"));
    assert!(why("relu", "net_h1")[0].contains("by its constant input −1"));
    assert!(why("relu", "dnet_h1_db1")[0].ends_with("by the constant input −1, so the derivative is −1."));
}

#[test]
fn a_surrogate_is_named_wherever_it_is_used() {
    let told = |text: &str| {
        let mut lesson = lesson(text);
        let conventions = lesson.words(&Messages::new(Language::English)).conventions();
        assert!(conventions.iter().any(|phrase| phrase == "surrogate slope"), "{conventions:?}");
        let pages = pages(&mut lesson);
        let messages = Messages::new(Language::English);
        let words = lesson.words(&messages);
        let backward = pages.iter().filter(|page| page.step.name.as_str().starts_with("dE_dw"));
        backward.map(|page| (page.step.name.to_string(), words.why(page))).collect::<Vec<_>>()
    };
    let is_told = |why: &str| why.contains("it is not the true gradient");
    let hidden = network("{formula: \"step(x)\", surrogate: \"1\"}", "squared_error", "[0.3, 1]");
    for (name, why) in told(&hidden) {
        let behind = ["dE_dw1", "dE_dw2", "dE_dw3", "dE_dw4", "dE_dw5", "dE_dw6"].contains(&name.as_str());
        assert_eq!(is_told(&why), behind, "{name}: {why}");
    }
    let of_loss = network("relu", "{formula: \"abs(target - out)\", surrogate: \"out - target\"}", "[0.3, 1]");
    assert!(told(&of_loss).iter().all(|(_, why)| is_told(why)));
    let mut lesson = lesson(&hidden);
    for page in pages(&mut lesson).iter().filter(|page| page.step.role.kind == RoleKind::ActivationSlope) {
        let why = lesson.words(&Messages::new(Language::English)).why(page);
        let hidden = page.step.name.as_str().starts_with("dout_dnet_h");
        assert_eq!(why.starts_with("This is a surrogate"), hidden, "{why}");
    }
}
