//! The wrong numbers of four tutorials, each recognised as what it is, and those that nothing explains left alone.

use std::collections::HashMap;

use handgrad::judge::{Answer, Cause, Mark, Marked, Marker, Slip};
use handgrad::lesson::Lesson;
use handgrad::program::Mistake;
use handgrad::scenario::{self, PublishedKind};

/// What is said of everything that a source printed, by its name.
struct Sheet(HashMap<String, Marked>);

impl Sheet {
    fn of(name: &str) -> Self {
        let (_, source) = scenario::built_in().find(|(known, _)| *known == name).expect(name);
        let scenario = scenario::read(source).expect(name);
        let answer = |entry: &scenario::Published| Answer { what: entry.what.clone(), value: Some(entry.value.into()) };
        let answers: Vec<Answer> = scenario.published.iter().map(answer).collect();
        let marked = Marker::default().mark_sheet(&mut Lesson::new(scenario, None), &answers);
        let named = |(answer, marked): (&Answer, Result<Marked, _>)| (answer.what.to_string(), marked.expect("a mark"));
        Self(answers.iter().zip(marked).map(named).collect())
    }

    fn mark(&self, name: &str) -> Mark {
        self.0[name].mark
    }

    /// Whether the number is named as a slip, and nothing else fits.
    fn is(&self, name: &str, slip: &Slip, decimals: Option<u32>) {
        let marked = &self.0[name];
        let cause = Cause { slip: slip.clone(), decimals };
        assert_eq!((marked.mark, &marked.causes[..]), (Mark::Mistake, &[cause][..]), "{name}");
    }
}

#[test]
fn miller_divides_where_the_chain_rule_multiplies_and_rounds_too_early() {
    let sheet = Sheet::of("miller-mind");
    let divided = Slip::Mistake(Mistake::Divided);
    sheet.is("net_o", &Slip::EarlyRounding, Some(2));
    // Its error is written as -0.77.
    sheet.is("delta_o", &Slip::EarlyRounding, Some(2));
    for name in ["-dE_dw7", "-dE_dw8", "delta_h1", "delta_h2", "delta_h3"] {
        sheet.is(name, &divided, None);
    }
    // Divided by an output that was rounded to 0.7.
    sheet.is("-dE_dw9", &divided, Some(1));
    for number in 1..=9 {
        assert_eq!(sheet.mark(&format!("w{number}_new")), Mark::Follows, "w{number}_new");
    }
}

#[test]
fn prakash_jay_leaves_out_the_powers_of_e_takes_log_10_and_loses_signs() {
    let sheet = Sheet::of("prakash-jay");
    let without_exp = Slip::Mistake(Mistake::SoftmaxWithoutExp);
    sheet.is("out_o1", &without_exp, None);
    sheet.is("out_o2", &without_exp, None);
    sheet.is("out_o3", &without_exp, Some(2));
    assert_eq!([sheet.mark("E_total"), sheet.mark("dE_dout_o1")], [Mark::Follows; 2]);
    let slopes = Sheet::of("prakash-jay-slopes");
    slopes.is("loss", &Slip::Mistake(Mistake::LogTen), None);
    for name in ["dloss_dp2", "dloss_dp3", "1*dloss_dp3"] {
        slopes.is(name, &Slip::SignLost, None);
    }
    // It was cut off besides.
    assert_eq!(slopes.mark("1*dloss_dp2"), Mark::Wrong);
}

#[test]
fn tom_yehs_sheet_forgets_the_mask_in_one_layer_and_all_else_follows() {
    let sheet = Sheet::of("tom-yeh-backprop");
    let errors: Vec<(&String, &Marked)> = sheet.0.iter().filter(|(_, marked)| !marked.mark.is_right()).collect();
    assert_eq!(errors.len(), 23);
    for (name, marked) in errors {
        if ["delta_k1#1", "delta_k1#2"].contains(&name.as_str()) {
            let named = marked.causes.iter().any(|cause| cause.slip == Slip::Mistake(Mistake::MaskForgotten));
            assert!(marked.mark == Mark::Mistake && named, "{name}: {marked:?}");
        } else {
            assert_eq!(marked.mark, Mark::Follows, "{name}");
        }
    }
}

#[test]
fn each_wrong_number_of_tom_yehs_sheet_is_known_alone_too() {
    let (_, source) = scenario::built_in().find(|(known, _)| *known == "tom-yeh-backprop").expect("the scenario");
    let mut lesson = Lesson::new(scenario::read(source).expect("a scenario"), None);
    let printed = lesson.scenario().published.clone();
    let mut marker = Marker::default();
    let errata = printed.iter().filter(|entry| matches!(entry.kind, PublishedKind::Erratum(_)));
    for entry in errata {
        let answer = Answer { what: entry.what.clone(), value: Some(entry.value.into()) };
        let said = marker.mark_sheet(&mut lesson, &[answer]).remove(0).expect("a mark");
        let named = said.causes.iter().any(|cause| cause.slip == Slip::Mistake(Mistake::MaskForgotten));
        assert!(named, "{}: {:?} by {:?}", entry.what, said.mark, said.causes);
    }
}

#[test]
fn ninjakx_loses_a_sign_and_what_is_misprinted_is_plainly_wrong() {
    let sheet = Sheet::of("ninjakx-4221");
    let causes: Vec<&Slip> = sheet.0["dE_dout_O1"].causes.iter().map(|cause| &cause.slip).collect();
    assert_eq!(causes, [&Slip::SignLost, &Slip::Mistake(Mistake::TargetMinusOut)], "both make the same digits");
    for name in ["dE_dw9", "delta_O1", "dE_dout_H21", "w5_new"] {
        assert_eq!(sheet.mark(name), Mark::Follows, "{name}");
    }
    for name in ["out_H12", "1*out_H21", "dE_dw5", "1*E_total", "E_total@2"] {
        assert_eq!(sheet.mark(name), Mark::Wrong, "{name}");
    }
}
