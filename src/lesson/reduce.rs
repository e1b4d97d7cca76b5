//! Working a formula as people do: in each round, every operation whose operands are numbers is done.

use crate::formula::{Factor, Formula, Name, Term};

/// Sums of more terms are worked in rows.
pub(super) const TERMS_PER_ROW: usize = 8;

/// A part of a formula that a name now stands for.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) name: Name,
    pub(super) formula: Formula,
}

/// Makes names that no scenario can use.
#[derive(Debug, Default)]
pub(super) struct Names {
    count: u32,
}

impl Names {
    fn fresh(&mut self) -> Name {
        self.count += 1;
        Name::new(format!("·{}", self.count))
    }
}

/// Whether a formula is a number as soon as its names are.
fn is_atomic(formula: &Formula) -> bool {
    match formula {
        Formula::Number(_) | Formula::Name(_) => true,
        Formula::Negative(inner) => is_atomic(inner),
        _ => false,
    }
}

/// One round of operations; none where the next operation gives the result.
pub(super) fn round(formula: &Formula, names: &mut Names) -> Option<(Formula, Vec<Part>)> {
    if is_atomic(formula) || children(formula).into_iter().all(is_atomic) {
        return None;
    }
    let mut parts = Vec::new();
    let worked = rebuilt(formula, &mut |child| work_innermost(child, names, &mut parts));
    Some((worked, parts))
}

fn work_innermost(formula: &Formula, names: &mut Names, parts: &mut Vec<Part>) -> Formula {
    if is_atomic(formula) {
        return formula.clone();
    }
    if children(formula).into_iter().all(is_atomic) {
        // Equal parts are one value and have one name, so that the next line can tell.
        if let Some(known) = parts.iter().find(|part| part.formula == *formula) {
            return Formula::Name(known.name.clone());
        }
        let name = names.fresh();
        parts.push(Part { name: name.clone(), formula: formula.clone() });
        return Formula::Name(name);
    }
    rebuilt(formula, &mut |child| work_innermost(child, names, parts))
}

/// Every operation as a part of its own, sums term by term, in the order of the work; what is left is the last one.
pub(super) fn operations(formula: &Formula, names: &mut Names, parts: &mut Vec<Part>) -> Formula {
    let inner = rebuilt(formula, &mut |child| {
        let left = operations(child, names, parts);
        if is_atomic(&left) { left } else { named(left, names, parts) }
    });
    let Formula::Sum(terms) = inner else { return inner };
    let mut terms = terms.into_iter();
    let mut total: Vec<Term> = terms.by_ref().take(2).collect();
    for term in terms {
        let before = named(Formula::Sum(total), names, parts);
        total = vec![Term { minus: false, formula: before }, term];
    }
    Formula::Sum(total)
}

fn named(formula: Formula, names: &mut Names, parts: &mut Vec<Part>) -> Formula {
    let name = names.fresh();
    parts.push(Part { name: name.clone(), formula });
    Formula::Name(name)
}

/// Puts names for the sums of more than eight terms, innermost first.
pub(super) fn split_long_sums(formula: &Formula, names: &mut Names, sums: &mut Vec<Part>) -> Formula {
    let inner = rebuilt(formula, &mut |child| split_long_sums(child, names, sums));
    match &inner {
        Formula::Sum(terms) if terms.len() > TERMS_PER_ROW => {
            let name = names.fresh();
            sums.push(Part { name: name.clone(), formula: inner });
            Formula::Name(name)
        }
        _ => inner,
    }
}

/// The rows of a long sum: each begins with the total of the one before it.
pub(super) fn rows(sum: &Part, names: &mut Names) -> Vec<Part> {
    let Formula::Sum(terms) = &sum.formula else { return Vec::new() };
    let mut rows: Vec<Part> = Vec::new();
    let mut chunks = terms.chunks(TERMS_PER_ROW).peekable();
    while let Some(chunk) = chunks.next() {
        let before = rows.last().map(|row| Term { minus: false, formula: Formula::Name(row.name.clone()) });
        let row: Vec<Term> = before.into_iter().chain(chunk.iter().cloned()).collect();
        let name = if chunks.peek().is_some() { names.fresh() } else { sum.name.clone() };
        rows.push(Part { name, formula: Formula::Sum(row) });
    }
    rows
}

/// The formula without a minus before what begins with 0: nobody writes `-0*ln(x)`.
pub(super) fn without_negative_zeros(formula: &Formula, is_zero: &impl Fn(&Name) -> bool) -> Formula {
    let inner = rebuilt(formula, &mut |child| without_negative_zeros(child, is_zero));
    match inner {
        Formula::Negative(inner) if begins_with_zero(&inner, is_zero) => *inner,
        other => other,
    }
}

fn begins_with_zero(formula: &Formula, is_zero: &impl Fn(&Name) -> bool) -> bool {
    match formula {
        Formula::Name(name) => is_zero(name),
        Formula::Product(factors) => {
            factors.first().is_some_and(|factor| !factor.over && begins_with_zero(&factor.formula, is_zero))
        }
        _ => false,
    }
}

fn children(formula: &Formula) -> Vec<&Formula> {
    match formula {
        Formula::Number(_) | Formula::Name(_) => Vec::new(),
        Formula::Negative(inner) => vec![inner],
        Formula::Sum(terms) => terms.iter().map(|term| &term.formula).collect(),
        Formula::Product(factors) => factors.iter().map(|factor| &factor.formula).collect(),
        Formula::Power(base, exponent) => vec![base, exponent],
        Formula::Call(_, arguments) => arguments.iter().collect(),
    }
}

/// The same operation on other children.
fn rebuilt(formula: &Formula, change: &mut impl FnMut(&Formula) -> Formula) -> Formula {
    match formula {
        Formula::Number(_) | Formula::Name(_) => formula.clone(),
        Formula::Negative(inner) => Formula::Negative(Box::new(change(inner))),
        Formula::Sum(terms) => {
            Formula::Sum(terms.iter().map(|term| Term { minus: term.minus, formula: change(&term.formula) }).collect())
        }
        Formula::Product(factors) => Formula::Product(
            factors.iter().map(|factor| Factor { over: factor.over, formula: change(&factor.formula) }).collect(),
        ),
        Formula::Power(base, exponent) => {
            let base = change(base);
            Formula::Power(Box::new(base), Box::new(change(exponent)))
        }
        Formula::Call(function, arguments) => Formula::Call(*function, arguments.iter().map(change).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounds(text: &str) -> Vec<String> {
        let mut formula = Formula::parse(text).expect(text);
        let mut names = Names::default();
        let mut lines = vec![formula.to_string()];
        while let Some((next, _)) = round(&formula, &mut names) {
            lines.push(next.to_string());
            formula = next;
        }
        lines
    }

    #[test]
    fn products_are_worked_before_their_sum() {
        assert_eq!(rounds("a*b + c*d + e"), ["a*b+c*d+e", "·1+·2+e"]);
        assert_eq!(rounds("a*b*c"), ["a*b*c"]);
        assert_eq!(rounds("a"), ["a"]);
    }

    #[test]
    fn a_sigmoid_takes_three_operations() {
        assert_eq!(rounds("1/(1 + exp(-x))"), ["1/(1+exp(-x))", "1/(1+·1)", "1/·2"]);
    }

    #[test]
    fn opened_work_has_one_operation_a_row_and_sums_term_by_term() {
        let opened = |text: &str| {
            let (mut names, mut parts) = (Names::default(), Vec::new());
            let last = operations(&Formula::parse(text).expect(text), &mut names, &mut parts).to_string();
            parts.iter().map(|part| part.formula.to_string()).chain([last]).collect::<Vec<_>>()
        };
        assert_eq!(opened("a*b + c*d - e"), ["a*b", "c*d", "·1+·2", "·3-e"]);
        assert_eq!(opened("1/(1 + exp(-x))"), ["exp(-x)", "1+·1", "1/·2"]);
        assert_eq!(opened("a*b*c"), ["a*b*c"]);
        assert_eq!(opened("a"), ["a"]);
    }

    #[test]
    fn a_minus_before_zero_is_left_out() {
        let written = |text: &str| {
            let formula = Formula::parse(text).expect(text);
            without_negative_zeros(&formula, &|name| name.as_str() == "zero").to_string()
        };
        for (text, expected) in [
            ("-zero*ln(a)", "0*ln(a)"),
            ("-zero", "0"),
            ("exp(-zero)", "exp(0)"),
            ("b - zero*a", "b-0*a"),
            ("-a*zero", "-a*0"),
        ] {
            assert_eq!(written(text).replace("zero", "0"), expected);
        }
    }

    #[test]
    fn long_sums_are_worked_in_rows_of_eight() {
        let text = (1..=20).map(|k| format!("a{k}")).collect::<Vec<_>>().join("+");
        let formula = Formula::parse(&format!("({text})/20")).expect("a formula");
        let (mut names, mut sums) = (Names::default(), Vec::new());
        assert_eq!(split_long_sums(&formula, &mut names, &mut sums).to_string(), "·1/20");
        let rows: Vec<String> = rows(&sums[0], &mut names).iter().map(|row| row.formula.to_string()).collect();
        assert_eq!(rows, ["a1+a2+a3+a4+a5+a6+a7+a8", "·2+a9+a10+a11+a12+a13+a14+a15+a16", "·3+a17+a18+a19+a20"]);
    }
}
