//! Answers: how they are read, what is said of them, and what is taken down.

use handgrad::judge::Mark;
use handgrad::lesson::Lesson;
use handgrad::practice::{Ask, Outcome, QuestionKind, Reply, Session, Standing, gap};
use handgrad::scenario::built_in;

use super::practice::{START, answer, at, entry};
use super::screen_help::lesson;

fn number(reply: &Reply) -> &handgrad::practice::Number {
    match reply {
        Reply::Number(number) => number,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_right_answer_may_be_rounded_or_cut_at_any_digit() {
    let mut lesson = lesson("mazur");
    for text in ["0.593269992", "0.5933", ".593", "0,59327", "0.59326", "5.933e-1", " 0.593 "] {
        let mut session = Session::new(&lesson, Ask::Scenario, 1, at(&lesson, "out_h1"));
        let reply = answer(&mut lesson, &mut session, "out_h1", text);
        assert!(reply.mark().is_right(), "{text}: {reply:?}");
        assert_eq!(entry(&mut session, at(&lesson, "out_h1")).record.outcome(), Outcome::AtOnce, "{text}");
    }
}

#[test]
fn a_wrong_answer_says_how_far_it_is() {
    let mut lesson = lesson("mazur");
    let mut session = Session::new(&lesson, Ask::Scenario, 1, START);
    let reply = answer(&mut lesson, &mut session, "net_h1", "0.0275");
    // Without its bias: 0.05·0.15 + 0.10·0.20 = 0.0275, less 0.3775 is -0.35; 0.35/0.3775 = 92.715… %.
    let gap = number(&reply).gap.as_ref().unwrap();
    assert_eq!((gap.difference.to_string(), gap.difference.exact), ("-0.35".to_owned(), true));
    assert_eq!(gap.percent.as_ref().unwrap().to_string(), "92.7");
    let record = &entry(&mut session, at(&lesson, "net_h1")).record;
    assert_eq!((record.standing, record.attempts, record.outcome()), (Standing::Open, 1, Outcome::Wrong));
    // There are other tries.
    assert!(answer(&mut lesson, &mut session, "net_h1", "0.3775").mark().is_right());
    assert_eq!(entry(&mut session, at(&lesson, "net_h1")).record.outcome(), Outcome::Later);
}

#[test]
fn the_gap_of_a_result_that_does_not_end_is_certain() {
    // python3, decimal with 40 digits: v = 1/(1 + (-Decimal('0.3775')).exp()); d = Decimal('0.6') - v; d, 100*d/v
    // 0.006730007892812744826…, 1.134392095057594127…
    let mut lesson = lesson("mazur");
    let position = at(&lesson, "out_h1");
    let gap = gap(&mut lesson, position, &handgrad::number::Exact::parse("0.6").unwrap()).unwrap();
    assert_eq!(
        (gap.difference.to_string(), gap.percent.unwrap().to_string()),
        ("0.00673".to_owned(), "1.13".to_owned())
    );
}

#[test]
fn an_expression_over_the_digits_shown_is_marked_like_its_number() {
    let mut lesson = lesson("mazur");
    for (step, text, mark) in [
        ("dE_dw6", "0.741365070*0.186815602*0.596884378", Mark::Right),
        ("dE_dw6", "0.138498562*0.596884378", Mark::Right),
        ("out_h1", "1/(1+exp(-0.3775))", Mark::Right),
        ("net_o1", "0.4*0.593269992+0.45*0.596884378+0.6", Mark::Right),
        // The slope of the activation is left out; the bias is.
        ("dE_dw6", "0.741365070*0.596884378", Mark::Mistake),
        ("net_o1", "0.4*0.593269992+0.45*0.596884378", Mark::Mistake),
    ] {
        let mut session = Session::new(&lesson, Ask::All, 1, at(&lesson, step));
        let reply = answer(&mut lesson, &mut session, step, text);
        let is_so = reply.mark() == mark || (mark == Mark::Right && reply.mark().is_right());
        assert!(is_so, "{step} {text}: {reply:?}");
    }
}

#[test]
fn an_error_is_carried_and_not_repeated() {
    // python3: 1/(1 + exp(-0.3275)) = 0.58115094…
    let mut lesson = lesson("mazur");
    let mut session = Session::new(&lesson, Ask::All, 1, START);
    for _ in 0..3 {
        assert!(!answer(&mut lesson, &mut session, "net_h1", "0.3275").mark().is_right());
    }
    let own = answer(&mut lesson, &mut session, "out_h1", "0.58115");
    assert_eq!(own.mark(), Mark::Follows);
    assert_eq!(entry(&mut session, at(&lesson, "out_h1")).record.outcome(), Outcome::AtOnce);
    let mut session = Session::new(&lesson, Ask::All, 1, START);
    for _ in 0..3 {
        answer(&mut lesson, &mut session, "net_h1", "0.3275");
    }
    assert_eq!(answer(&mut lesson, &mut session, "out_h1", "0.59327").mark(), Mark::Right, "the right number is right");
}

#[test]
fn what_follows_from_the_digits_shown_is_right() {
    let (_, text) = built_in().find(|(name, _)| *name == "mazur").unwrap();
    let mut lesson = Lesson::new(handgrad::scenario::read(text).unwrap(), Some(3));
    let mut session = Session::new(&lesson, Ask::All, 1, at(&lesson, "dE_dw6"));
    // Three decimals show these as six digits; their product is 0.082667743, that of the exact values 0.082667628.
    let reply = answer(&mut lesson, &mut session, "dE_dw6", "0.741365*0.186816*0.596884");
    assert_eq!(reply.mark(), Mark::Rounded, "{reply:?}");
}

#[test]
fn an_answer_that_tells_nothing_is_not_taken_down() {
    let mut lesson = lesson("mazur");
    for text in ["", "x y", "0..5", "nan", "0.4", "\u{0}", &"9".repeat(5_000)] {
        let mut session = Session::new(&lesson, Ask::Scenario, 1, START);
        let reply = answer(&mut lesson, &mut session, "net_h1", text);
        assert!(!reply.is_answer(), "{text}: {reply:?}");
        assert_eq!(entry(&mut session, START).record.attempts, 0);
    }
}

#[test]
fn a_factor_is_named_or_given_by_its_value() {
    let mut lesson = lesson("mazur");
    let fresh = |lesson: &Lesson| Session::new(lesson, Ask::Scenario, 1, at(lesson, "dE_dw5"));
    let position = at(&lesson, "dE_dw5");
    let question = entry(&mut fresh(&lesson), position).question.clone();
    let QuestionKind::Factor(factor) = &question.kind else { panic!("{question:?}") };
    let factor = factor.to_string();
    let link = lesson.page(position).unwrap().unwrap().sources.into_iter().find(|link| link.name.as_str() == factor);
    let value = {
        let page = lesson.page(link.unwrap().position.unwrap()).unwrap().unwrap();
        page.result.unwrap().written.to_string()
    };
    assert_eq!(factor, "dout_dnet_o1");
    for right in [factor.as_str(), &factor.to_uppercase(), "∂out_o1/∂net_o1", &value] {
        let mut session = fresh(&lesson);
        assert!(answer(&mut lesson, &mut session, "dE_dw5", right).mark().is_right(), "{right}");
        let next = entry(&mut session, position).question.clone();
        assert_eq!(next.kind, QuestionKind::Result, "then the result is asked");
        assert!(session.has_formula(&next), "the whole formula was seen");
    }
    for wrong in ["w7", "net_h1", "0.123456"] {
        let mut session = fresh(&lesson);
        let reply = answer(&mut lesson, &mut session, "dE_dw5", wrong);
        assert!(reply.is_answer() && !reply.mark().is_right(), "{wrong}: {reply:?}");
    }
    let mut session = fresh(&lesson);
    assert!(!answer(&mut lesson, &mut session, "dE_dw5", "no such name").is_answer());
}
