//! What is printed on one line is read back as the same tree.

use handgrad::formula::symbols::{ASCII, UNICODE};
use handgrad::formula::{Formula, Label, LineStyle, Name, Piece, PieceKind, Spacing};
use proptest::prelude::*;

use super::formula_trees::{formulas, number_of};

fn styles() -> [LineStyle; 4] {
    [
        LineStyle::COMPACT,
        LineStyle::airy(&ASCII),
        LineStyle::airy(&UNICODE),
        LineStyle { symbols: &UNICODE, spacing: Spacing::Compact },
    ]
}

fn parsed(text: &str) -> Formula {
    Formula::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_tree_is_read_back_from_its_text(formula in formulas()) {
        for style in styles() {
            let text = formula.text(style, &Label::as_written);
            prop_assert_eq!(&parsed(&text), &formula, "{}", text);
        }
    }

    #[test]
    fn a_formula_with_numbers_is_read_back_as_the_formula_with_numbers_put_in(formula in formulas()) {
        let substituted = formula.substituted(&|name: &Name| Some(Formula::number(number_of(name))));
        for style in styles() {
            let text = formula.text(style, &|name: &Name| Label::Number(number_of(name).to_string()));
            prop_assert_eq!(&parsed(&text), &substituted, "{}", text);
            prop_assert_eq!(text, substituted.text(style, &Label::as_written));
        }
    }

    #[test]
    fn any_text_is_a_formula_or_a_fault_with_a_place_in_it(text in "[a-z0-9 .+*/^(),#@−·é-]{0,40}") {
        match Formula::parse(&text) {
            Ok(formula) => prop_assert_eq!(parsed(&formula.to_string()), formula),
            Err(fault) => prop_assert!(text.get(fault.range).is_some()),
        }
    }
}

#[test]
fn a_formula_is_written_as_people_write_it() {
    for (text, compact, airy) in [
        ("1/(1 + exp(-net_h1))", "1/(1+exp(-net_h1))", "1/(1 + exp(−net_h1))"),
        ("w1*i1+w2*i2+b1", "w1*i1+w2*i2+b1", "w1·i1 + w2·i2 + b1"),
        ("max(0,x)", "max(0,x)", "max(0, x)"),
        ("(a+b)+c", "(a+b)+c", "(a + b) + c"),
        ("a+(b+c)", "a+(b+c)", "a + (b + c)"),
        ("((a+b))*(c)", "(a+b)*c", "(a + b)·c"),
        ("(a*b)/c", "(a*b)/c", "(a·b)/c"),
        ("a*-b", "a*(-b)", "a·(−b)"),
        ("a - -b*c", "a-(-b)*c", "a − (−b)·c"),
        ("--a", "-(-a)", "−(−a)"),
        ("-a^2", "-a^2", "−a^2"),
        ("(-a)^2", "(-a)^2", "(−a)^2"),
        ("(a^b)^c", "(a^b)^c", "(a^b)^c"),
        ("2^-3", "2^(-3)", "2^(−3)"),
        ("a^(b + 1)", "a^(b+1)", "a^(b + 1)"),
        ("-(a*b)", "-(a*b)", "−(a·b)"),
        ("1e-3*x", "0.001*x", "0.001·x"),
    ] {
        let formula = parsed(text);
        assert_eq!(formula.to_string(), compact);
        assert_eq!(formula.text(LineStyle::airy(&UNICODE), &Label::as_written), airy);
    }
}

#[test]
fn negative_numbers_stand_in_brackets_behind_an_operator_only() {
    let labels = |name: &Name| match name.as_str() {
        "a" => Label::Number("0.5".into()),
        "b" => Label::Number("-0.2".into()),
        _ => Label::as_written(name),
    };
    for (text, with_numbers) in [
        ("a*b", "0.5*(-0.2)"),
        ("b*a", "-0.2*0.5"),
        ("a - b", "0.5 - (-0.2)"),
        ("b - a", "-0.2 - 0.5"),
        ("b^2", "(-0.2)^2"),
        ("2^b", "2^(-0.2)"),
        ("-b", "-(-0.2)"),
        ("a + b*a", "0.5 + (-0.2)*0.5"),
        ("exp(b)", "exp(-0.2)"),
        ("max(b, b)", "max(-0.2, -0.2)"),
        ("b*x + a", "-0.2*x + 0.5"),
        ("x/b", "x/(-0.2)"),
    ] {
        assert_eq!(parsed(text).text(LineStyle::airy(&ASCII), &labels), with_numbers);
    }
}

#[test]
fn every_piece_knows_what_it_means_and_which_name_it_stands_for() {
    let labels = |name: &Name| match name.as_str() {
        "a" => Label::Number("0.5".into()),
        _ => Label::as_written(name),
    };
    let pieces = parsed("a*exp(w)").line(LineStyle::airy(&UNICODE), &labels);
    let seen: Vec<_> = pieces.iter().map(|piece: &Piece| (piece.text.as_str(), piece.kind)).collect();
    assert_eq!(
        seen,
        [
            ("0.5", PieceKind::Number),
            ("·", PieceKind::Operator),
            ("exp", PieceKind::Function),
            ("(", PieceKind::Bracket),
            ("w", PieceKind::Name),
            (")", PieceKind::Bracket),
        ]
    );
    assert_eq!(pieces[0].name, Some(Name::new("a")));
    assert_eq!(pieces[4].name, Some(Name::new("w")));
    assert_eq!(pieces[2].name, None);
}
