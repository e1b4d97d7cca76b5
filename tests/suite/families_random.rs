//! Random lines over arrays beside an evaluator of nested loops that shares nothing with the unrolling.
//!
//! All numbers are whole, so both sides are exact.

use std::collections::{HashMap, HashSet};

use handgrad::families::{Source, Value, unroll};
use handgrad::formula::{Formula, Function, Name};
use proptest::prelude::*;

/// A number, or lists of one shape, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Array {
    shape: Vec<usize>,
    numbers: Vec<i128>,
}

impl Array {
    fn new(shape: &[usize], seed: u64) -> Self {
        let count: usize = shape.iter().product();
        let number = |at: usize| {
            let mixed = (seed + 1).wrapping_mul(0x9E37_79B9).wrapping_add(at as u64 * 7919);
            i128::from(mixed % 7) - 3
        };
        Self { shape: shape.to_vec(), numbers: (0..count).map(number).collect() }
    }

    fn at(&self, indices: &[usize]) -> i128 {
        let row = indices.iter().zip(&self.shape).fold(0, |row, (index, length)| row * length + index);
        self.numbers[row]
    }

    /// The number at a place of a larger shape, as `NumPy` repeats what is missing.
    fn spread(&self, indices: &[usize]) -> i128 {
        let skipped = indices.len() - self.shape.len();
        let own: Vec<usize> = indices[skipped..]
            .iter()
            .zip(&self.shape)
            .map(|(&index, &length)| if length == 1 { 0 } else { index })
            .collect();
        self.at(&own)
    }
}

fn places(shape: &[usize]) -> Vec<Vec<usize>> {
    shape.iter().fold(vec![Vec::new()], |all, &length| {
        all.iter()
            .flat_map(|at| (0..length).map(|index| [at.as_slice(), &[index]].concat()).collect::<Vec<_>>())
            .collect()
    })
}

fn element_by_element(left: &Array, right: &Array, work: impl Fn(i128, i128) -> i128) -> Array {
    let levels = left.shape.len().max(right.shape.len());
    let length = |of: &Array, level: usize| (level + of.shape.len()).checked_sub(levels).map_or(1, |own| of.shape[own]);
    let shape: Vec<usize> = (0..levels).map(|level| length(left, level).max(length(right, level))).collect();
    let numbers = places(&shape).iter().map(|at| work(left.spread(at), right.spread(at))).collect();
    Array { shape, numbers }
}

fn product(left: &Array, right: &Array) -> Array {
    let (rows, inner, columns) = (left.shape[0], left.shape[1], right.shape[1]);
    let mut numbers = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            numbers.push((0..inner).map(|at| left.at(&[row, at]) * right.at(&[at, column])).sum());
        }
    }
    Array { shape: vec![rows, columns], numbers }
}

/// The value of an unrolled formula: whole numbers, `+ - *`, max and min.
fn value(formula: &Formula, known: &HashMap<Name, i128>) -> i128 {
    match formula {
        Formula::Number(number) => i128::from(number.to_whole().expect("a whole number")),
        Formula::Name(name) => known[name],
        Formula::Negative(inner) => -value(inner, known),
        Formula::Sum(terms) => {
            terms.iter().map(|term| value(&term.formula, known) * if term.minus { -1 } else { 1 }).sum()
        }
        Formula::Product(factors) => factors.iter().map(|factor| value(&factor.formula, known)).product(),
        Formula::Call(function, arguments) => {
            let values = arguments.iter().map(|argument| value(argument, known));
            match function {
                Function::Max => values.max().expect("an argument"),
                Function::Min => values.min().expect("an argument"),
                other => panic!("{other:?} is not asked for"),
            }
        }
        other @ Formula::Power(..) => panic!("{other:?} is not asked for"),
    }
}

/// Unrolls one line or more and gives every member by its name.
fn unrolled(givens: &[(&str, &Array)], lines: &[(&str, &str)], zero_outside: &[&str]) -> HashMap<Name, i128> {
    let values: Vec<Value> = givens
        .iter()
        .map(|(name, array)| Value {
            name: Name::new(*name),
            shape: array.shape.clone(),
            wholes: array.numbers.iter().map(|&number| i64::try_from(number).ok()).collect(),
            is_given: true,
        })
        .collect();
    let mut known: HashMap<Name, i128> = HashMap::new();
    for (name, array) in givens {
        for at in places(&array.shape) {
            known.insert(member(name, &at), array.at(&at));
        }
    }
    let zero_outside: HashSet<Name> = zero_outside.iter().map(|name| Name::new(*name)).collect();
    let unrolled =
        unroll(&Source { values: &values, lines, zero_outside: &zero_outside }).expect("lines without faults");
    for step in unrolled.members {
        let result = value(&step.formula, &known);
        known.insert(step.name, result);
    }
    known
}

fn member(name: &str, at: &[usize]) -> Name {
    Name::new(at.iter().fold(name.to_owned(), |name, index| format!("{name}_{}", index + 1)))
}

fn same(known: &HashMap<Name, i128>, name: &str, expected: &Array) {
    for at in places(&expected.shape) {
        assert_eq!(known[&member(name, &at)], expected.at(&at), "{name} at {at:?}");
    }
    let beyond: Vec<usize> = expected.shape.clone();
    assert!(beyond.is_empty() || !known.contains_key(&member(name, &beyond)), "{name} has no member beyond its shape");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn element_by_element_formulas_spread_as_numpy_does(
        (rows, columns) in (1_usize..4, 1_usize..4), seed in 0_u64..1000,
        (left, right) in (0_usize..4, 0_usize..4),
    ) {
        let shapes = [vec![], vec![columns], vec![rows, columns], vec![rows, 1]];
        let (a, b) = (Array::new(&shapes[left], seed), Array::new(&shapes[right], seed + 1));
        let known = unrolled(&[("a", &a), ("b", &b)], &[("y", "a*b - max(a, b)"), ("s", "sum(y)")], &[]);
        let spread = element_by_element(&a, &b, |one, other| one * other - one.max(other));
        same(&known, "y", &spread);
        let total = Array { shape: vec![], numbers: vec![spread.numbers.iter().sum()] };
        same(&known, "s", &total);
    }

    #[test]
    fn products_and_transposes_are_those_of_nested_loops(
        (rows, inner, columns) in (1_usize..4, 1_usize..4, 1_usize..4), seed in 0_u64..1000,
    ) {
        let (a, b) = (Array::new(&[rows, inner], seed), Array::new(&[inner, columns], seed + 1));
        let c = Array::new(&[columns], seed + 2);
        let lines = [("P", "A @ B"), ("Q[i, j]", "sum(k, A[i,k]*B[k,j])"), ("R", "(A @ B).T"), ("v", "P @ c - 1")];
        let known = unrolled(&[("A", &a), ("B", &b), ("c", &c)], &lines, &[]);
        let expected = product(&a, &b);
        same(&known, "P", &expected);
        same(&known, "Q", &expected);
        let turned = places(&[columns, rows]).iter().map(|at| expected.at(&[at[1], at[0]])).collect();
        same(&known, "R", &Array { shape: vec![columns, rows], numbers: turned });
        let row = |row: usize| (0..columns).map(|at| expected.at(&[row, at]) * c.at(&[at])).sum::<i128>() - 1;
        same(&known, "v", &Array { shape: vec![rows], numbers: (0..rows).map(row).collect() });
    }

    #[test]
    fn windows_with_stride_and_padding_are_those_of_nested_loops(
        length in 3_usize..7, kernel in 1_usize..4, stride in 1_usize..3, padding in 0_usize..2, seed in 0_u64..1000,
    ) {
        let (x, k) = (Array::new(&[length], seed), Array::new(&[kernel], seed + 1));
        let count = (length + 2 * padding - kernel) / stride + 1;
        let head = format!("z[i=1..{count}]");
        let formula = format!("sum(a, K[a]*x[{stride}*(i-1)+a-{padding}])");
        let known = unrolled(&[("x", &x), ("K", &k)], &[(&head, &formula)], &["x"]);
        let inside = |at: usize| at.checked_sub(padding).filter(|at| *at < length).map_or(0, |at| x.at(&[at]));
        let sum = |i: usize| (0..kernel).map(|a| k.at(&[a]) * inside(stride * i + a)).sum();
        same(&known, "z", &Array { shape: vec![count], numbers: (0..count).map(sum).collect() });
    }

    #[test]
    fn recurrences_up_and_down_are_those_of_loops(
        length in 1_usize..6, units in 1_usize..4, seed in 0_u64..1000,
    ) {
        let (x, u) = (Array::new(&[length, units], seed), Array::new(&[units, units], seed + 1));
        let lines = [("h[0]", "1"), ("a[t]", "x[t] + U @ h[t-1]"), ("h[t]", "min(a[t], 5)")];
        let known = unrolled(&[("x", &x), ("U", &u)], &lines, &[]);
        let mut before = vec![1_i128; units];
        for time in 0..length {
            let next = |row: usize| {
                let fed: i128 = (0..units).map(|at| u.at(&[row, at]) * before[at]).sum();
                (x.at(&[time, row]) + fed).min(5)
            };
            let now: Vec<i128> = (0..units).map(next).collect();
            for (row, expected) in now.iter().enumerate() {
                assert_eq!(known[&member("h", &[time, row])], *expected);
            }
            before = now;
        }
        let r = Array::new(&[length], seed + 2);
        let start = format!("G[{}]", length + 1);
        let known = unrolled(&[("r", &r)], &[(&start, "0"), ("G[t]", "r[t] + 2*G[t+1]")], &[]);
        let mut after = 0_i128;
        for time in (0..length).rev() {
            after = r.at(&[time]) + 2 * after;
            assert_eq!(known[&member("G", &[time])], after);
        }
    }

    #[test]
    fn a_lookup_picks_the_row_that_the_given_says(rows in 1_usize..5, count in 1_usize..5, seed in 0_u64..1000) {
        let table = Array::new(&[rows, 2], seed);
        let numbers = (0..count).map(|at| (i128::from(seed) + at as i128 * 3) % rows as i128 + 1).collect();
        let word = Array { shape: vec![count], numbers };
        let known = unrolled(&[("E", &table), ("word", &word)], &[("e[k, j]", "E[word[k], j]")], &[]);
        for at in places(&[count, 2]) {
            let row = usize::try_from(word.at(&at[..1]) - 1).expect("a row");
            assert_eq!(known[&member("e", &at)], table.at(&[row, at[1]]));
        }
    }
}
