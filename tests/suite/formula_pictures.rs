//! Formulas in two dimensions: fractions, powers and subscripts as they are seen.

use super::formula_block::{INLINE, LOWERED, PLAIN, assert_seen};

#[test]
fn the_sigmoid_is_a_fraction_with_a_power() {
    assert_seen(
        "1/(1 + exp(-net_h1))",
        LOWERED,
        r"
             1
        ───────────
             −net
                 h1
        1 + e
        ",
    );
}

#[test]
fn subscripts_may_stay_on_the_line() {
    assert_seen(
        "1/(1 + exp(-net_h1))",
        INLINE,
        r"
             1
        ────────────
             −net_h1
        1 + e
        ",
    );
}

#[test]
fn the_chain_rule_is_a_product_of_three_fractions() {
    assert_seen(
        "dE_by_out_o1*dout_o1_by_net_o1*dnet_o1_by_w5",
        INLINE,
        r"
          ∂E      ∂out_o1   ∂net_o1
        ─────── · ─────── · ───────
        ∂out_o1   ∂net_o1     ∂w5
        ",
    );
}

#[test]
fn lowered_subscripts_stand_in_fractions_too() {
    assert_seen(
        "dE_by_out_o1*dout_o1_by_net_o1*dnet_o1_by_w5",
        LOWERED,
        r"
                 ∂out     ∂net
          ∂E         o1       o1
        ────── · ────── · ──────
        ∂out     ∂net      ∂w
            o1       o1      5
        ",
    );
}

#[test]
fn a_derivative_without_greek_and_lines() {
    assert_seen(
        "dE_by_w5 + delta_o1",
        PLAIN,
        r"
        dE
        --- + delta_o1
        dw5
        ",
    );
}

#[test]
fn a_square_stands_above_its_brackets() {
    assert_seen(
        "(a + b)^2",
        LOWERED,
        r"
               2
        (a + b)
        ",
    );
}

#[test]
fn a_fraction_stands_on_the_line_of_its_sum() {
    assert_seen(
        "w1*i1 + a/b - c/(d + e)",
        LOWERED,
        r"
                   a      c
        w  · i1 + ─── − ─────
         1         b    d + e
        ",
    );
}

#[test]
fn a_chain_is_drawn_from_left_to_right() {
    assert_seen(
        "a*b/c*d/e",
        LOWERED,
        r"
        a · b    d
        ───── · ───
          c      e
        ",
    );
}

#[test]
fn a_bar_above_a_bar_is_shorter() {
    assert_seen(
        "(a/b)/c - 1/(1 + a/b)",
        LOWERED,
        r"
          a
         ───
          b         1
        ───── − ─────────
          c           a
                 1 + ───
                      b
        ",
    );
}

#[test]
fn a_sign_keeps_its_distance_from_a_bar() {
    assert_seen(
        "-a/b + c",
        LOWERED,
        r"
           a
        − ─── + c
           b
        ",
    );
}

#[test]
fn a_sign_behind_an_operator_goes_above_the_bar() {
    assert_seen(
        "x - (-a)/b",
        LOWERED,
        r"
            −a
        x − ───
             b
        ",
    );
}

#[test]
fn powers_of_powers_climb() {
    assert_seen(
        "2^3^x + (x^2)^3 + exp(x)^2",
        LOWERED,
        r"
          x       3       2
         3    ⎛ 2⎞    ⎛ x⎞
        2   + ⎝x ⎠  + ⎝e ⎠
        ",
    );
}

#[test]
fn a_superscript_stands_above_a_subscript() {
    assert_seen(
        "wnew - w5^2",
        LOWERED,
        r"
         +     2
        w  − w
         5    5
        ",
    );
}

#[test]
fn an_update_with_a_hat() {
    assert_seen(
        "w5 - eta*mhat/(sqrt(v) + epsilon)",
        INLINE,
        r"
                    ^
              eta · m_w5
        w5 − ────────────
             ┌─
             √v + epsilon
        ",
    );
}

#[test]
fn negative_numbers_are_in_brackets_behind_an_operator() {
    assert_seen(
        "negative*x - negative + x*negative/2 + negative/x",
        LOWERED,
        r"
                            x · (−0.2)   −0.2
        −0.2 · x − (−0.2) + ────────── + ────
                                2         x
        ",
    );
}
