//! Formulas in two dimensions, as they are seen.

use handgrad::formula::symbols::{ASCII, UNICODE};
use handgrad::formula::{Block, BlockStyle, Formula, Label, Name, PieceKind, Subscripts, Symbol};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::formula_trees::{formulas, number_of};

pub(super) const LOWERED: BlockStyle = BlockStyle { symbols: &UNICODE, subscripts: Subscripts::Lowered };
pub(super) const INLINE: BlockStyle = BlockStyle { symbols: &UNICODE, subscripts: Subscripts::Inline };
pub(super) const PLAIN: BlockStyle = BlockStyle { symbols: &ASCII, subscripts: Subscripts::Inline };

fn symbol(text: &str) -> Symbol {
    match text.split_once('_') {
        Some((base, sub)) => Symbol::new(base).with_sub(sub),
        None if text.starts_with('w') => Symbol::new("w").with_sub(&text[1..]),
        None => Symbol::new(text),
    }
}

/// Letters and subscripts; `dE_by_w5` is a derivative, `3` is a number.
fn labels(name: &Name) -> Label {
    match name.as_str().strip_prefix('d').and_then(|rest| rest.split_once("_by_")) {
        Some((of, by)) => Label::Derivative { of: symbol(of), by: symbol(by) },
        None => match name.as_str() {
            "negative" => Label::Number("-0.2".into()),
            "delta_o1" => Label::Symbol(Symbol::new("δ").with_sub("o1")),
            "wnew" => Label::Symbol(Symbol::new("w").with_sub("5").with_sup("+")),
            "mhat" => Label::Symbol(Symbol::new("m").with_sub("w5").with_hat()),
            "wide" => Label::Text("权重".into()),
            text => Label::Symbol(symbol(text)),
        },
    }
}

pub(super) fn block(text: &str, style: BlockStyle) -> Block {
    Formula::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}")).block(style, &labels)
}

/// Compares with a picture in a test's source, which is indented and begins on its second line.
pub(super) fn assert_seen(text: &str, style: BlockStyle, picture: &str) {
    let rows = picture.lines().skip(1).map(|row| row.strip_prefix("        ").unwrap_or(row));
    let expected = rows.collect::<Vec<_>>().join("\n");
    let seen = block(text, style).to_string();
    assert_eq!(seen, expected.trim_end(), "\n{text} is seen as\n{seen}\n");
}

#[test]
fn brackets_grow_with_what_they_hold() {
    assert_seen(
        "(a/b)^2 + max(0, a/b)",
        LOWERED,
        r"
             2
        ⎛ a ⎞       ⎛    a ⎞
        ⎜───⎟  + max⎜0, ───⎟
        ⎝ b ⎠       ⎝    b ⎠
        ",
    );
}

#[test]
fn brackets_grow_without_lines() {
    assert_seen(
        "(a/b)^2 + max(0, a/b)",
        PLAIN,
        r"
             2
        / a \       /    a \
        |---|  + max|0, ---|
        \ b /       \    b /
        ",
    );
}

#[test]
fn brackets_leave_subscripts_out() {
    assert_seen(
        "delta_o1*(1 - out_o1)",
        LOWERED,
        r"
        δ   · (1 − out  )
         o1           o1
        ",
    );
}

#[test]
fn a_root_has_a_line_above() {
    assert_seen(
        "sqrt(x^2 + 1) + sqrt(a/b)",
        LOWERED,
        r"
        ┌──────   ┌───
        │ 2       │ a
        √x  + 1 + │───
                  √ b
        ",
    );
}

#[test]
fn a_root_without_lines() {
    assert_seen(
        "sqrt(x^2 + 1) + sqrt(a/b)",
        PLAIN,
        r"
          ______     ___
         | 2        | a
        \/x  + 1 +  |---
                   \/ b
        ",
    );
}

#[test]
fn a_magnitude_stands_between_bars() {
    assert_seen(
        "abs(a - b) + abs(a/b)",
        LOWERED,
        r"
                  │ a │
        |a − b| + │───│
                  │ b │
        ",
    );
}

#[test]
fn wide_letters_are_two_cells() {
    assert_seen(
        "wide/x + wide^2",
        LOWERED,
        r"
        权重       2
        ──── + 权重
         x
        ",
    );
}

#[test]
fn a_block_knows_whether_it_fits() {
    let block = block("a/b + c", LOWERED);
    assert_eq!((block.width(), block.height(), block.baseline()), (7, 3, 1));
    assert!(block.fits(7) && !block.fits(6));
}

#[test]
fn blocks_stand_beside_each_other_on_one_line() {
    let equation = Block::beside([block("dE_by_w5", INLINE), Block::operator("="), block("x^2", INLINE)]);
    assert_eq!(equation.to_string(), "∂E     2\n─── = x\n∂w5");
}

#[test]
fn every_part_of_a_label_knows_its_name() {
    let block = block("dE_by_w5*negative", LOWERED);
    let derivative = Name::new("dE_by_w5");
    for piece in block.rows().iter().flatten() {
        let expected = match piece.kind {
            PieceKind::Name | PieceKind::Bar => Some(derivative.clone()),
            PieceKind::Number => Some(Name::new("negative")),
            _ => None,
        };
        assert_eq!(piece.name, expected, "{piece:?}");
    }
}

#[test]
fn long_numbers_and_long_or_deep_formulas_are_drawn() {
    let number = "7".repeat(1_000);
    assert_eq!(block(&format!("0.{number}/x"), LOWERED).width(), 1_002);
    let sum = vec!["a/b"; 5_000].join(" + ");
    assert_eq!(block(&sum, LOWERED).width(), 6 * 5_000 - 3);
    for (opening, depth) in [("1/(1 + ", 99), ("exp(1 - ", 99), ("sqrt(1 + ", 99), ("(2 + x)^(", 49)] {
        let text = format!("{}x{}", opening.repeat(depth), ")".repeat(depth));
        let block = block(&text, LOWERED);
        assert!(block.height() > depth && block.baseline() < block.height());
        let slope = Formula::parse(&text).expect("deep enough").derivative(&Name::new("x"));
        assert!(slope.block(PLAIN, &labels).width() > depth);
        assert!(slope.latex(&labels).len() > depth);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn all_rows_are_equally_wide(formula in formulas()) {
        let wide = |name: &Name| match name.as_str() {
            "x" => Label::Text("权重".into()),
            "w1" => Label::Symbol(Symbol::new("w").with_sub("新").with_sup("旧旧").with_hat()),
            "e1" => Label::Derivative { of: Symbol::new("E"), by: Symbol::new("w").with_sub("15") },
            _ => Label::Number(number_of(name).to_string()),
        };
        for style in [LOWERED, INLINE, PLAIN] {
            let block = formula.block(style, &wide);
            prop_assert!(block.baseline() < block.height());
            for row in block.rows() {
                prop_assert_eq!(row.iter().map(|piece| piece.text.width()).sum::<usize>(), block.width());
            }
        }
    }
}
