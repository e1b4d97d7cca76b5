//! What a lesson says of a step is true of its numbers.

use std::cmp::Ordering;

use handgrad::lesson::Lesson;
use handgrad::messages::{Language, Messages};
use handgrad::program::RoleKind;
use handgrad::scenario::{LESSONS, OptimizerForm};

use super::lesson_words::{BATCHES, CORNERS, GRAPH, SOFTMAX, lesson, lessons, pages};

/// What the page of `name` says, in both languages.
fn whys(source: &str, name: &str) -> [String; 2] {
    let mut lesson = lesson(source);
    let page = pages(&mut lesson).into_iter().find(|page| page.step.name.as_str() == name).unwrap();
    Language::ALL.map(|language| lesson.words(&Messages::new(language)).why(&page))
}

#[test]
fn in_every_lesson_the_sign_that_is_said_is_the_sign_of_the_number() {
    let mut checked = 0;
    for (name, mut lesson) in lessons() {
        let pages = pages(&mut lesson);
        let messages = Messages::new(Language::English);
        let words = lesson.words(&messages);
        for page in &pages {
            let why = words.why(page);
            let said: Vec<_> = ["Positive:", "Zero:", "Negative:"].map(|word| why.contains(word)).into();
            if !said.contains(&true) {
                continue;
            }
            checked += 1;
            let digits = &page.result.as_ref().unwrap().written.digits;
            let is = [!digits.is_zero() && !digits.is_negative(), digits.is_zero(), digits.is_negative()];
            assert_eq!(said, is, "{name} {}: {why}", page.step.name);
        }
    }
    assert!(checked > 120, "{checked}");
}

#[test]
fn in_every_lesson_an_update_goes_the_way_that_was_foretold() {
    let mut checked = 0;
    // What an optimizer remembers may be stronger than a gradient, so that nothing is foretold.
    let descends = |lesson: &Lesson| {
        let training = lesson.scenario().training.as_ref();
        training.is_none_or(|training| training.optimizer.form == OptimizerForm::Sgd)
    };
    for (name, mut lesson) in lessons().into_iter().filter(|(_, lesson)| descends(lesson)) {
        for page in pages(&mut lesson).into_iter().filter(|page| page.step.role.kind == RoleKind::NewParameter) {
            let before = lesson.value(page.moment, page.step.role.subject.as_str()).unwrap().unwrap();
            let after = &page.result.as_ref().unwrap().written.digits;
            let expected = match after.compare(&before.written.digits) {
                Ordering::Less => "becomes smaller.",
                Ordering::Equal => "stays as it is.",
                Ordering::Greater => "becomes larger.",
            };
            let why = lesson.words(&Messages::new(Language::English)).why(&page);
            assert!(why.ends_with(expected), "{name} {}: {why}", page.step.name);
            checked += 1;
        }
    }
    assert!(checked > 40, "{checked}");
}

#[test]
fn what_follows_from_a_gradient_depends_on_what_happens_to_the_parameter() {
    let said = |source, name| whys(source, name)[0].clone();
    assert!(said(LESSONS[0].1, "dE_dw5").ends_with(", so the update will make w5 smaller."));
    assert!(said(BATCHES, "dE_dw4").contains("so this sample asks for a "), "a mean over two samples comes first");
    assert!(said(BATCHES, "dE_db9").ends_with("But b9 is not trained and stays as it is."));
    assert!(said(BATCHES, "grad_w4").contains("so the update will make w4 "));
    let untrained =
        LESSONS[0].1.replace("training:\n", "gradients: {inputs: true}\n").replace("  optimizer: sgd\n", "");
    let lines = untrained
        .lines()
        .filter(|line| !["  learning_rate", "  frozen", "  epochs"].iter().any(|key| line.starts_with(key)));
    let untrained: String =
        lines.take_while(|line| *line != "notes:").fold(String::new(), |text, line| text + line + "\n");
    assert_eq!(said(&untrained, "dE_dw5"), "Positive: a larger w5 makes the error larger.");
}

#[test]
fn corner_cases_are_said_where_they_are() {
    let said = |source, name| whys(source, name)[0].clone();
    assert!(said(CORNERS, "dout_dnet_h1").starts_with("The net is exactly 0, where relu has a kink"));
    assert!(said(CORNERS, "dout_dnet_h2").starts_with("The net is below 0"));
    assert!(said(CORNERS, "out_h1").contains("not above 0"));
    assert!(said(CORNERS, "dout_dnet_y").contains("saturated"));
    assert!(!said(LESSONS[0].1, "dout_dnet_o1").contains("saturated"));
    assert!(said(CORNERS, "E_y").contains("The other term has the factor 0 and counts as 0."));
    assert!(said(SOFTMAX, "E_o1").contains("0 times a logarithm counts as 0"));
    assert!(said(SOFTMAX, "dE_dout_o1").contains("does not depend on out_o1 directly"));
    assert!(said(SOFTMAX, "dout_o1_dnet_o1").starts_with("A larger net raises its own output"));
    assert!(said(SOFTMAX, "dout_o1_dnet_o2").contains("the derivative is negative"));
    assert!(said(LESSONS[0].1, "dE_dout_h1").contains("through o1 and o2. Their signs differ"));
    assert!(said(GRAPH, "dloss_dunused").starts_with("loss does not depend on unused"));
    assert!(said(GRAPH, "dloss_dw_via_loss").contains("the formula of loss uses it directly"));
    assert!(whys(CORNERS, "dout_dnet_h1")[1].starts_with("净输入正好是 0"));
}

/// The value of a graph's output where a given has another value.
fn output(source: &str, from: &str, to: &str) -> String {
    assert!(source.contains(from));
    let mut lesson = lesson(&source.replacen(from, to, 1));
    let pages = pages(&mut lesson);
    let page = pages.iter().find(|page| page.step.name.as_str() == "total").unwrap();
    page.result.as_ref().unwrap().written.to_string()
}

#[test]
fn one_more_makes_just_the_difference_that_is_said() {
    let apples = LESSONS[2].1;
    assert_eq!(output(apples, "apple: 100", "apple: 100"), "220");
    let cases =
        [("apple", "apple: 100", "apple: 101", "222.2", "2.2"), ("count", "count: 2", "count: 3", "330", "110")];
    for (name, from, to, total, more) in cases {
        assert_eq!(output(apples, from, to), total);
        let [english, chinese] = whys(apples, &format!("dtotal_d{name}"));
        assert!(english.ends_with(&format!("If {name} grows by 1, total grows by {more}.")), "{english}");
        assert!(chinese.ends_with(&format!("{name} 增加 1，total 就增加 {more}。")), "{chinese}");
    }
}

#[test]
fn where_the_output_is_no_straight_line_only_small_changes_are_spoken_of() {
    let source = |node: &str| {
        format!(
            "format: 1\ntitle: t\ngraph: {{given: {{x: 3}}, nodes: {{a: {node}, total: a - 4*a}}, output: total}}\n"
        )
    };
    let cases = [
        ("x*x", "When x changes a little, total changes 18 times as far, in the opposite direction."),
        ("x + floor(x)", "When x changes a little, total changes 3 times as far, in the opposite direction."),
        ("x/3 + 1/9", "If x grows by 1, total shrinks by about 1.000000000."),
        ("x/7", "If x grows by 1, total shrinks by about 0.428571429."),
        ("exp(x)", "When x changes a little, total changes about 60.3 times as far, in the opposite direction."),
        ("x*0.5 - x/2", "Zero: at this point total neither rises nor falls when x changes a little."),
        // Only fractions can tell that this is 0.
        ("x - x/3 - x*2/3", "Zero: at this point total neither rises nor falls when x changes a little."),
    ];
    for (node, expected) in cases {
        let why = &whys(&source(node), "dtotal_dx")[0];
        assert!(why.ends_with(expected), "{node}: {why}");
    }
}
