//! A node of a graph taken apart into one node for every operation, as circuits are drawn.

use crate::formula::{Factor, Formula, Name, Term};

/// Gives the nodes that a formula is taken apart into, in the order in which they are worked; the last is the
/// formula's own and has no name here. `name` names the others.
///
/// What is made of numbers alone stays together, since nothing changes it.
pub(super) fn expand(formula: &Formula, name: impl FnMut() -> Name) -> (Vec<(Name, Formula)>, Formula) {
    let mut circuit = Circuit { nodes: Vec::new(), name };
    let last = circuit.work(formula);
    (circuit.nodes, last)
}

struct Circuit<N> {
    nodes: Vec<(Name, Formula)>,
    name: N,
}

/// Whether nothing in a formula has a name.
fn is_constant(formula: &Formula) -> bool {
    let mut is_constant = true;
    formula.each_name(&mut |_| is_constant = false);
    is_constant
}

impl<N: FnMut() -> Name> Circuit<N> {
    /// One operation on names and constants, behind the nodes that it needs.
    fn work(&mut self, formula: &Formula) -> Formula {
        match formula {
            Formula::Number(_) | Formula::Name(_) => formula.clone(),
            Formula::Negative(inner) => Formula::Negative(Box::new(self.operand(inner))),
            Formula::Sum(terms) => {
                let parts = terms.iter().map(|term| (term.minus, &term.formula));
                let join = |(minus, formula)| Term { minus, formula };
                self.chain(parts, &|parts| Formula::Sum(parts.into_iter().map(join).collect()))
            }
            Formula::Product(factors) => {
                let parts = factors.iter().map(|factor| (factor.over, &factor.formula));
                let join = |(over, formula)| Factor { over, formula };
                self.chain(parts, &|parts| Formula::Product(parts.into_iter().map(join).collect()))
            }
            Formula::Power(base, exponent) => {
                let base = self.operand(base);
                Formula::Power(Box::new(base), Box::new(self.operand(exponent)))
            }
            Formula::Call(function, arguments) => {
                Formula::Call(*function, arguments.iter().map(|argument| self.operand(argument)).collect())
            }
        }
    }

    /// The operations of a chain from left to right; all but the last become nodes. Its parts have their signs.
    fn chain<'a>(
        &mut self,
        parts: impl Iterator<Item = (bool, &'a Formula)>,
        join: &impl Fn(Vec<(bool, Formula)>) -> Formula,
    ) -> Formula {
        let mut open: Vec<(bool, Formula)> = Vec::new();
        for (sign, part) in parts {
            // Numbers at the start are one constant with each other.
            if open.len() > 1 && !open.iter().all(|(_, formula)| is_constant(formula)) {
                open = vec![(false, self.node(join(open)))];
            }
            open.push((sign, self.operand(part)));
        }
        join(open)
    }

    fn operand(&mut self, formula: &Formula) -> Formula {
        let worked = if is_constant(formula) { formula.clone() } else { self.work(formula) };
        self.node(worked)
    }

    /// The name of a new node for an operation; names and constants need none.
    fn node(&mut self, formula: Formula) -> Formula {
        if matches!(formula, Formula::Name(_)) || is_constant(&formula) {
            return formula;
        }
        let name = (self.name)();
        self.nodes.push((name.clone(), formula));
        Formula::Name(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(text: &str) -> Vec<String> {
        let mut count = 0;
        let name = || {
            count += 1;
            Name::new(format!("q{count}"))
        };
        let (nodes, last) = expand(&Formula::parse(text).expect(text), name);
        nodes.into_iter().map(|(name, formula)| format!("{name} = {formula}")).chain([last.to_string()]).collect()
    }

    #[test]
    fn every_operation_negation_and_function_becomes_a_node_from_left_to_right() {
        assert_eq!(expanded("a*b + c"), ["q1 = a*b", "q1+c"]);
        assert_eq!(expanded("a*b + c*d - e/f"), ["q1 = a*b", "q2 = c*d", "q3 = q1+q2", "q4 = e/f", "q3-q4"]);
        assert_eq!(expanded("1/(1 + exp(-(w*x)))"), ["q1 = w*x", "q2 = -q1", "q3 = exp(q2)", "q4 = 1+q3", "1/q4"]);
        assert_eq!(expanded("max(a + b, c)^2"), ["q1 = a+b", "q2 = max(q1,c)", "q2^2"]);
        assert_eq!(expanded("a/b/c"), ["q1 = a/b", "q1/c"]);
    }

    #[test]
    fn equal_parts_are_not_merged() {
        assert_eq!(expanded("(a + b)*(a + b)"), ["q1 = a+b", "q2 = a+b", "q1*q2"]);
    }

    #[test]
    fn numbers_and_single_operations_stay_as_they_are() {
        assert_eq!(expanded("a + b"), ["a+b"]);
        assert_eq!(expanded("a"), ["a"]);
        assert_eq!(expanded("exp(2*3)"), ["exp(2*3)"]);
        assert_eq!(expanded("x*(-1)*y"), ["q1 = x*(-1)", "q1*y"]);
        assert_eq!(expanded("2*3*x + 1"), ["q1 = 2*3*x", "q1+1"]);
    }
}
