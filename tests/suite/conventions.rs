//! Conventions that a scenario may choose: the letters of net and out, the sign of delta, digits and labels.

use handgrad::export::{ExportFault, Linear, Selection, Style, linear_steps};
use handgrad::formula::{Formula, Name, Symbol};
use handgrad::lesson::{Found, Lesson, Position};
use handgrad::messages::{Language, Messages};
use handgrad::number::{Exact, Outcome};
use handgrad::run::{LineOf, Moment};
use handgrad::scenario::{LESSONS, read};

use proptest::prelude::*;

use super::screen_help::Window;
use super::tier;

const NOTATION: &str = include_str!("../lessons/notation.yaml");

fn lesson(source: &str) -> Lesson {
    Lesson::new(read(source).unwrap_or_else(|faults| panic!("{:#?}", faults.shown())), None)
}

/// The steps of the first epoch as text.
fn shown(source: &str, language: Language, style: Style) -> String {
    let messages = Messages::new(language);
    let mut lesson = lesson(source);
    let linear = Linear::new(&messages, style);
    let mut text = linear.head(&mut lesson, 1).unwrap();
    let give = |part: &str| {
        text.push_str(part);
        Ok::<(), ExportFault>(())
    };
    linear_steps(&mut lesson, &Selection::first_epoch(), &linear, give).unwrap();
    text
}

fn snapshot(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("{}/snapshots/{folder}", env!("CARGO_MANIFEST_DIR")));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn a_lesson_in_z_and_a_with_labels_reads_well() {
    for language in Language::ALL {
        snapshot("conventions", &format!("notation.{}", language.tag()), &shown(NOTATION, language, Style::Unicode));
    }
}

#[test]
fn in_z_and_a_nothing_but_names_of_steps_in_every_lesson_says_net_or_out() {
    let letters = ["net", "nets", "out"];
    for (name, text) in tier::lessons().into_iter().filter(|(_, text)| !text.contains("\nconventions:")) {
        let source = format!("{text}\nconventions: {{notation: z_a}}\n");
        let scenario = read(&source).unwrap();
        let notes: Vec<&str> = scenario.notes.iter().map(|note| note.text.in_language("en")).collect();
        let text = shown(&source, Language::English, Style::Unicode);
        for line in text.lines().filter(|line| line.starts_with("    ") && !notes.contains(&line.trim())) {
            let said = |word: &&str| letters.contains(word) || word.starts_with("net_") || word.starts_with("out_");
            let rest = ["comes out", "cancels out", "cancel out", "flattens out", "goes out", "ultiplied out"];
            let line = rest.iter().fold(line.to_owned(), |line, known| line.replace(known, ""));
            let words = line.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
            assert_eq!(words.filter(said).collect::<Vec<_>>(), [] as [&str; 0], "{name}: {line}");
        }
    }
}

/// The exact value of a step of the first sample, or its enclosure's digits.
fn digits(lesson: &mut Lesson, name: &Name) -> Outcome<Exact> {
    let moment = Moment { epoch: 1, line: LineOf::Sample(1) };
    let value = lesson.run().value(moment, 60, name.as_str()).unwrap()?;
    Ok(value.rounded(60).unwrap())
}

#[test]
fn deltas_that_point_downhill_are_the_others_with_their_sign_turned_and_gradients_are_the_same() {
    let softmax = include_str!("../lessons/softmax.yaml");
    for (source, form) in [(LESSONS[0].1, "factors"), (LESSONS[0].1, "delta"), (softmax, "delta")] {
        let with = |delta: &str| lesson(&format!("{source}\nconventions: {{gradient: {form}, delta: {delta}}}\n"));
        let (mut up, mut down) = (with("gradient"), with("descent"));
        let names: Vec<Name> = up.program().steps.iter().map(|step| step.name.clone()).collect();
        assert_eq!(names, down.program().steps.iter().map(|step| step.name.clone()).collect::<Vec<_>>());
        let mut deltas = 0;
        for name in &names {
            let (here, there) = (digits(&mut up, name).unwrap(), digits(&mut down, name).unwrap());
            let is_delta = name.as_str().starts_with("delta_");
            deltas += usize::from(is_delta);
            assert_eq!(there, if is_delta { here.negated() } else { here }, "{name}");
        }
        assert!(deltas >= 4);
    }
}

#[test]
fn what_uses_a_delta_that_points_downhill_turns_it_back() {
    let source = format!("{}\nconventions: {{gradient: delta, delta: descent}}\n", LESSONS[0].1);
    let lesson = lesson(&source);
    let formula = |name: &str| lesson.program().steps[lesson.program().find(name).unwrap()].formula.to_string();
    assert_eq!(formula("delta_o1"), "-dE_dout_o1*dout_dnet_o1");
    assert_eq!(formula("dE_dw5"), "-delta_o1*dnet_o1_dw5");
    assert_eq!(formula("dE_dout_h1_via_o1"), "-delta_o1*dnet_o1_dout_h1");
    assert_eq!(formula("dE_dout_h1"), "dE_dout_h1_via_o1+dE_dout_h1_via_o2");
}

#[test]
fn the_short_way_of_softmax_has_the_sign_of_the_long_one() {
    let mut lesson = lesson(NOTATION);
    for neuron in ["o1", "o2"] {
        let [long, short] = ["", "_short"].map(|way| Name::new(format!("delta_{neuron}{way}")));
        assert_eq!(digits(&mut lesson, &long).unwrap(), digits(&mut lesson, &short).unwrap());
    }
    let short = &lesson.program().steps[lesson.program().find("delta_o2_short").unwrap()];
    assert_eq!(short.formula, Formula::name("target_o2").minus(Formula::name("out_o2")));
}

#[test]
fn names_of_steps_stay_whatever_is_shown() {
    let lesson = lesson(NOTATION);
    for name in ["net_h1", "out_h1", "dE_dout_h1_via_o2", "dE_dw5"] {
        assert!(matches!(lesson.find(name, Position::start_of(1)), Ok(Found::Step(_))), "{name}");
    }
    assert!(lesson.find("z_h1", Position::start_of(1)).is_err());
}

#[test]
fn names_on_one_line_have_their_letters_and_labels() {
    let lesson = lesson(NOTATION);
    for (name, written) in [
        ("net_h1", "z_h1"),
        ("out_o2", "a_o2"),
        ("dout_o1_dnet_o2", "da_o1_dz_o2"),
        ("dE_dout_h1_via_o1", "dE_da_h1_via_o1"),
        ("dE_dw5", "dE_dw₁₁⁽²⁾"),
        ("w1_new", "ω₁_new"),
        ("x1", "x_left"),
        ("delta_o1", "delta_o1"),
        ("target_o1", "target_o1"),
        ("E_total#2", "E_total#2"),
    ] {
        assert_eq!(lesson.written(&Name::new(name)), written);
    }
}

#[test]
fn a_label_is_drawn_with_its_marks_and_stands_in_print_as_it_is() {
    let lesson = lesson(NOTATION);
    let formula = Formula::product(["w5", "out_h1"].map(Formula::name));
    assert_eq!(formula.latex(&|name| lesson.label(name)), "w_{11}^{(2)} \\cdot a_{\\text{h1}}");
    let new = Formula::name("w5_new").latex(&|name| lesson.label(name));
    assert_eq!(new, "{w_{11}^{(2)}}^{+}");
    let gradient = Formula::name("dE_dw1").latex(&|name| lesson.label(name));
    assert_eq!(gradient, "\\frac{\\partial E}{\\partial \\omega_1}");
}

#[test]
fn labels_are_a_small_part_of_latex() {
    let read = |text: &str| Symbol::from_markup(text).unwrap();
    let drawn = |text: &str| {
        let symbol = read(text);
        (symbol.base.clone(), symbol.sub.clone().unwrap_or_default(), symbol.sup.clone().unwrap_or_default())
    };
    let parts = |base: &str, sub: &str, sup: &str| (base.to_owned(), sub.to_owned(), sup.to_owned());
    assert_eq!(drawn("w_5"), parts("w", "5", ""));
    assert_eq!(drawn("W^{(1)}_{2 1}"), parts("W", "21", "(1)"));
    assert_eq!(drawn(r"\delta_{\text{hidden layer}}"), parts("δ", "hidden layer", ""));
    assert_eq!(drawn(r"\mathrm{net}_\alpha"), parts("net", "α", ""));
    assert_eq!(read(r"\theta_q^{dq}").on_one_line(), "θ_q^dq");
    for refused in [
        "",
        "_5",
        "w_",
        "w_{",
        "w_{}",
        "w_5_6",
        "w_5x",
        "w_{a_b}",
        r"\delt",
        r"\text",
        r"\text{a",
        "w$",
        "a\u{1b}b",
        "w\u{202e}",
    ] {
        assert!(Symbol::from_markup(refused).is_err(), "{refused}");
    }
}

proptest! {
    #[test]
    fn whatever_a_label_says_nothing_comes_of_it_that_a_terminal_obeys(text in "(\\PC|[\\\\_^{}w1]|\\\\text|\\\\omega|\u{1b}){0,12}") {
        if let Ok(symbol) = Symbol::from_markup(&text) {
            let shown = symbol.on_one_line();
            prop_assert!(!shown.chars().any(handgrad::sanitize::is_harmful), "{shown:?}");
            prop_assert!(!symbol.latex.unwrap().chars().any(|letter| letter.is_control() || "$%&#~".contains(letter)));
        }
    }
}

#[test]
fn in_ascii_labels_are_spelled() {
    let text = shown(NOTATION, Language::English, Style::Ascii);
    assert!(text.contains("    omega_1_new = omega_1 - eta*dE_domega_1\n"), "{text}");
    assert!(text.contains("    z_o1 = w_11^(2)*a_h1 + w6*a_h2\n"), "{text}");
    assert!(text.is_ascii(), "{text}");
}

#[test]
fn the_board_shows_the_letters_and_the_name_of_the_step() {
    snapshot("screens", "notation-gradient", &Window::reading(NOTATION).at("dE_dw5").text());
}

#[test]
fn decimals_asked_for_go_before_significant_digits() {
    let shown = |decimals| {
        let mut lesson = Lesson::new(read(NOTATION).unwrap(), decimals);
        let page = lesson.page(Position { epoch: 1, number: 2 }).unwrap().unwrap();
        page.result.unwrap().written.to_string()
    };
    // 0.5932699921071871…, as in Mazur's article.
    assert_eq!((shown(None), shown(Some(8))), ("0.593270".into(), "0.59326999".into()));
}
