//! Random formulas, and numbers for their names.

use handgrad::formula::{Factor, Formula, Function, Name, Term};
use handgrad::number::Exact;
use proptest::prelude::*;

/// The names that random formulas use.
pub(super) const NAMES: [&str; 5] = ["x", "w1", "out_h1", "dE_dw5#2@10", "e1"];

fn leaf() -> impl Strategy<Value = Formula> {
    prop_oneof![
        (0i64..2000, 0u32..4).prop_map(|(digits, scale)| Formula::number(Exact::new(digits, scale))),
        proptest::sample::select(NAMES.as_slice()).prop_map(Formula::name),
    ]
}

fn terms(inner: impl Strategy<Value = Formula>) -> impl Strategy<Value = Formula> {
    proptest::collection::vec((any::<bool>(), inner), 2..5).prop_map(|terms| {
        let term = |(index, (minus, formula))| Term { minus: index > 0 && minus, formula };
        Formula::Sum(terms.into_iter().enumerate().map(term).collect())
    })
}

fn factors(inner: impl Strategy<Value = Formula>) -> impl Strategy<Value = Formula> {
    proptest::collection::vec((any::<bool>(), inner), 2..5).prop_map(|factors| {
        let factor = |(index, (over, formula))| Factor { over: index > 0 && over, formula };
        Formula::Product(factors.into_iter().enumerate().map(factor).collect())
    })
}

/// Any tree of some depth that formulas can be made to.
pub(super) fn formulas() -> impl Strategy<Value = Formula> {
    leaf().prop_recursive(5, 40, 4, |inner| {
        let call = (proptest::sample::select(Function::ALL.as_slice()), inner.clone(), inner.clone());
        prop_oneof![
            inner.clone().prop_map(|formula| Formula::Negative(Box::new(formula))),
            terms(inner.clone()),
            factors(inner.clone()),
            (inner.clone(), inner).prop_map(|(base, exponent)| Formula::Power(Box::new(base), Box::new(exponent))),
            call.prop_map(|(function, first, second)| {
                let mut arguments = vec![first, second];
                arguments.truncate(function.arity());
                Formula::Call(function, arguments)
            }),
        ]
    })
}

/// A number, often negative, that stands for a name.
pub(super) fn number_of(name: &Name) -> Exact {
    let digits = match name.as_str() {
        "x" => -2,
        "w1" => 150,
        "out_h1" => -5932,
        "e1" => 0,
        _ => 7,
    };
    Exact::new(digits, 3)
}
