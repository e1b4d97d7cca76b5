//! A line over arrays is unrolled into the scalar steps that it means, in the order in which they are worked.

use std::collections::HashSet;

use handgrad::families::{Fault, FaultKind, Source, Spot, Unrolled, Value, unroll};
use handgrad::formula::Name;

/// A given array; whole numbers may serve as indices.
fn given(name: &str, shape: &[usize], wholes: Option<&[i64]>) -> Value {
    Value { name: Name::new(name), shape: shape.to_vec(), wholes: wholes.map(<[i64]>::to_vec), is_given: true }
}

fn worked(values: &[Value], lines: &[(&str, &str)], zero_outside: &[&str]) -> Result<Unrolled, Vec<Fault>> {
    let zero_outside: HashSet<Name> = zero_outside.iter().map(|name| Name::new(*name)).collect();
    unroll(&Source { values, lines, zero_outside: &zero_outside })
}

/// The scalar lines, as `name = formula`.
fn steps(values: &[Value], lines: &[(&str, &str)]) -> Vec<String> {
    padded(values, lines, &[])
}

fn padded(values: &[Value], lines: &[(&str, &str)], zero_outside: &[&str]) -> Vec<String> {
    let unrolled = worked(values, lines, zero_outside).expect("lines without faults");
    unrolled.members.iter().map(|member| format!("{} = {}", member.name, member.formula)).collect()
}

fn fault(values: &[Value], lines: &[(&str, &str)]) -> FaultKind {
    let faults = worked(values, lines, &[]).expect_err("a fault");
    faults.into_iter().next().expect("a fault").kind
}

fn vector(name: &str, length: usize) -> Value {
    given(name, &[length], None)
}

fn matrix(name: &str, rows: usize, columns: usize) -> Value {
    given(name, &[rows, columns], None)
}

fn scalar(name: &str) -> Value {
    given(name, &[], None)
}

#[test]
fn a_recurrence_is_worked_moment_by_moment() {
    let values = [vector("x", 3), vector("d", 3), scalar("Wxh"), scalar("Whh"), scalar("Why")];
    let lines = [
        ("h[0]", "0"),
        ("a[t]", "Wxh*x[t] + Whh*h[t-1]"),
        ("h[t]", "tanh(a[t])"),
        ("y[t]", "Why*h[t]"),
        ("L", "sum(t, (y[t] - d[t])^2)/2"),
    ];
    assert_eq!(
        steps(&values, &lines),
        [
            "h_0 = 0",
            "a_1 = Wxh*x_1+Whh*h_0",
            "h_1 = tanh(a_1)",
            "y_1 = Why*h_1",
            "a_2 = Wxh*x_2+Whh*h_1",
            "h_2 = tanh(a_2)",
            "y_2 = Why*h_2",
            "a_3 = Wxh*x_3+Whh*h_2",
            "h_3 = tanh(a_3)",
            "y_3 = Why*h_3",
            "L = ((y_1-d_1)^2+(y_2-d_2)^2+(y_3-d_3)^2)/2",
        ]
    );
}

#[test]
fn a_sum_of_later_rewards_is_worked_downwards() {
    let values = [vector("r", 3), scalar("gamma")];
    assert_eq!(
        steps(&values, &[("G[4]", "0"), ("G[t]", "r[t] + gamma*G[t+1]")]),
        ["G_4 = 0", "G_3 = r_3+gamma*G_4", "G_2 = r_2+gamma*G_3", "G_1 = r_1+gamma*G_2"]
    );
}

#[test]
fn a_layer_over_lists_keeps_the_bias_in_its_weighted_sum() {
    let values = [matrix("W", 2, 2), matrix("U", 2, 2), vector("b", 2), matrix("x", 2, 2)];
    assert_eq!(
        steps(&values, &[("h[0]", "0"), ("a[t]", "W @ x[t] + U @ h[t-1] + b"), ("h[t]", "tanh(a[t])")]),
        [
            "h_0_1 = 0",
            "h_0_2 = 0",
            "a_1_1 = W_1_1*x_1_1+W_1_2*x_1_2+U_1_1*h_0_1+U_1_2*h_0_2+b_1",
            "a_1_2 = W_2_1*x_1_1+W_2_2*x_1_2+U_2_1*h_0_1+U_2_2*h_0_2+b_2",
            "h_1_1 = tanh(a_1_1)",
            "h_1_2 = tanh(a_1_2)",
            "a_2_1 = W_1_1*x_2_1+W_1_2*x_2_2+U_1_1*h_1_1+U_1_2*h_1_2+b_1",
            "a_2_2 = W_2_1*x_2_1+W_2_2*x_2_2+U_2_1*h_1_1+U_2_2*h_1_2+b_2",
            "h_2_1 = tanh(a_2_1)",
            "h_2_2 = tanh(a_2_2)",
        ]
    );
}

#[test]
fn whole_arrays_mean_what_their_indexed_form_means() {
    let values = [matrix("X", 2, 3), matrix("W", 3, 2), vector("b", 2)];
    let whole = steps(&values, &[("Q", "X @ W + b"), ("P", "softmax(Q)"), ("T", "Q.T @ Q")]);
    let indexed = steps(
        &values,
        &[
            ("Q[i, j]", "sum(k, X[i,k]*W[k,j]) + b[j]"),
            ("P[i, j]", "softmax(j, Q[i,j])"),
            ("T[i, j]", "sum(k, Q[k,i]*Q[k,j])"),
        ],
    );
    assert_eq!(whole, indexed);
    assert_eq!(whole[0], "Q_1_1 = X_1_1*W_1_1+X_1_2*W_2_1+X_1_3*W_3_1+b_1");
    assert_eq!(whole[4], "P_1_1 = exp(Q_1_1)/(exp(Q_1_1)+exp(Q_1_2))");
}

#[test]
fn a_window_slides_and_padding_is_zero() {
    let values = [vector("x", 4), vector("K", 3)];
    assert_eq!(
        steps(&values, &[("z[i=1..2]", "sum(a, K[a]*x[i+a-1])"), ("p", "max(x[2..4])")]),
        ["z_1 = K_1*x_1+K_2*x_2+K_3*x_3", "z_2 = K_1*x_2+K_2*x_3+K_3*x_4", "p = max(max(x_2,x_3),x_4)"]
    );
    assert_eq!(padded(&values, &[("z[i=1..4]", "sum(a, K[a]*x[i+a-2])")], &["x"])[0], "z_1 = K_1*0+K_2*x_1+K_3*x_2");
}

#[test]
fn a_given_whole_number_picks_a_row() {
    let values = [matrix("E", 3, 2), given("word", &[2], Some(&[3, 1]))];
    let unrolled = worked(&values, &[("e[k]", "E[word[k]]")], &[]).expect("lines without faults");
    let read: Vec<String> = unrolled.members.iter().map(|of| format!("{} = {}", of.name, of.formula)).collect();
    // The index `k` stands alone in `word`, so it runs over the two words.
    assert_eq!(read, ["e_1_1 = E_3_1", "e_1_2 = E_3_2", "e_2_1 = E_1_1", "e_2_2 = E_1_2"]);
    assert!(unrolled.used_as_index.contains("word"));
}

#[test]
fn arrays_of_two_shapes_are_lined_up_at_the_last_index() {
    let values = [matrix("A", 2, 3), vector("b", 3), scalar("c")];
    assert_eq!(
        steps(&values, &[("y", "A*b - c")])[..4],
        ["y_1_1 = A_1_1*b_1-c", "y_1_2 = A_1_2*b_2-c", "y_1_3 = A_1_3*b_3-c", "y_2_1 = A_2_1*b_1-c"]
    );
}

#[test]
fn every_rule_has_its_fault() {
    let values = [matrix("A", 2, 3), vector("x", 3), vector("v", 2), scalar("c"), given("n", &[], Some(&[2]))];
    let of = |lines: &[(&str, &str)]| fault(&values, lines);
    assert!(matches!(of(&[("y", "A + v")]), FaultKind::ShapesDoNotFit { .. }));
    assert!(matches!(of(&[("y", "A @ v")]), FaultKind::MatrixProductShapes { .. }));
    assert!(matches!(of(&[("y", "A @ c")]), FaultKind::MatrixProductOf { .. }));
    assert!(matches!(of(&[("y", "x.T")]), FaultKind::TransposeOf { .. }));
    assert!(matches!(of(&[("y", "2.T")]), FaultKind::TransposeFollowsNothing));
    assert!(matches!(of(&[("y[i]", "x[i] + v[i]")]), FaultKind::RangesDisagree { .. }));
    assert!(matches!(of(&[("y[i]", "x[i+1]")]), FaultKind::RangeUnknown { .. }));
    assert!(matches!(of(&[("y[i=1..3]", "x[i+1]")]), FaultKind::Outside { index: 4, .. }));
    assert!(matches!(of(&[("y[t]", "x[t] + y[t-1]")]), FaultKind::NoStart { index: 0, .. }));
    assert!(matches!(of(&[("y[t]", "x[t] + z[t]"), ("z[t]", "y[t]")]), FaultKind::Later { .. }));
    assert!(matches!(of(&[("y[t]", "x[t] + y[t-1] + y[t+1]")]), FaultKind::BothDirections { .. }));
    assert!(matches!(of(&[("y[t]", "x[t]*y[t]")]), FaultKind::NotYetInRun { .. } | FaultKind::ItsOwn { .. }));
    assert!(matches!(of(&[("y[c]", "x[c]")]), FaultKind::IndexIsAValue { .. }));
    assert!(matches!(of(&[("y[i]", "i*x[i]")]), FaultKind::IndexAsNumber { .. }));
    assert!(matches!(of(&[("y", "x[k]")]), FaultKind::IndexNotBound { .. }));
    assert!(matches!(of(&[("y[i]", "sum(i, x[i])*x[i]")]), FaultKind::IndexInHeadAndBound { .. }));
    assert!(matches!(of(&[("y", "softmax(i, x[i])")]), FaultKind::SoftmaxIndexNotBound { .. }));
    assert!(matches!(of(&[("y", "x[c]")]), FaultKind::IndexNotWhole { .. }));
    assert!(matches!(of(&[("y", "x[1, 2]")]), FaultKind::TooManySubscripts { .. }));
    assert!(matches!(of(&[("y", "q + 1")]), FaultKind::NoSuchName { .. }));
    assert!(matches!(of(&[("y[i=1..70, j=1..70]", "c")]), FaultKind::TooManyMembers { count: 4900, .. }));
    assert!(matches!(of(&[("y[1]", "c"), ("y[3]", "c")]), FaultKind::Gap { index: 2, .. }));
    assert!(matches!(of(&[("y[1]", "c"), ("y[1]", "c")]), FaultKind::MemberTwice { .. }));
    assert!(matches!(of(&[("y[i]", "x[i]"), ("y[9]", "c")]), FaultKind::WrittenOutside { index: 9, .. }));
    assert!(matches!(of(&[("y", "softmax(c)")]), FaultKind::SoftmaxOfNumber));
    assert!(matches!(of(&[("y", "x[3..1]")]), FaultKind::WindowBackwards { .. }));
    let outside = worked(&values, &[("y", "x[n] + x[n*n]")], &[]).expect_err("a fault");
    assert_eq!(outside[0].spot, Spot::Formula(0, 9..12));
}
