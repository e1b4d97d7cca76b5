//! Names, numbers and formulas as Python writes them.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};

use crate::formula::{Factor, Formula, Function, Label, LineStyle, Name, Term, symbols};

/// Words that mean something else in Python, or in the script itself.
const TAKEN: [&str; 66] = [
    "False",
    "None",
    "SystemExit",
    "True",
    "and",
    "as",
    "assert",
    "async",
    "await",
    "batch",
    "batch_number",
    "batches",
    "break",
    "class",
    "column",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "enumerate",
    "epoch",
    "epochs",
    "except",
    "finally",
    "float",
    "for",
    "from",
    "global",
    "gradient",
    "gradients",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "len",
    "losses",
    "losses_of_epoch",
    "map",
    "new",
    "nonlocal",
    "not",
    "number",
    "or",
    "pass",
    "print",
    "raise",
    "range",
    "return",
    "row",
    "rows",
    "sample",
    "sample_number",
    "samples",
    "show",
    "sloped",
    "sum",
    "torch",
    "tracked",
    "try",
    "value",
    "while",
    "with",
    "yield",
    "zip",
];

/// Whole numbers with more digits are written as floats, which any may be.
const MOST_DIGITS: usize = 15;

/// How the names of a program are written.
#[derive(Debug)]
pub(super) struct Names {
    known: HashSet<Name>,
    /// Whether `epoch` is the number of the epoch, which the script counts itself.
    counts_epochs: bool,
    called: RefCell<BTreeSet<Function>>,
}

impl Names {
    /// Takes all names that the script will have to tell apart.
    pub(super) fn new(known: HashSet<Name>, counts_epochs: bool) -> Self {
        Self { known, counts_epochs, called: RefCell::default() }
    }

    /// A name as the script has it: the same, unless that means something else there.
    pub(super) fn name(&self, name: &Name) -> String {
        let text = name.as_str();
        if text == "epoch" && self.counts_epochs {
            return "number(epoch)".to_owned();
        }
        let mut written = text.to_owned();
        if TAKEN.binary_search(&text).is_ok() {
            written.push('_');
            while self.known.contains(written.as_str()) {
                written.push('_');
            }
        }
        written
    }

    /// What is printed for a name of the script: the name that the lesson has.
    pub(super) fn said(&self, written: &str) -> String {
        let plain = written.trim_end_matches('_');
        if TAKEN.binary_search(&plain).is_ok() && !self.known.contains(written) { plain } else { written }.to_owned()
    }

    /// The functions that all formulas call that were written so far.
    pub(super) fn called(&self) -> BTreeSet<Function> {
        self.called.borrow().clone()
    }

    /// A formula in Python.
    pub(super) fn formula(&self, formula: &Formula) -> String {
        let formula = fitted(formula);
        functions(&formula, &mut self.called.borrow_mut());
        let label = |name: &Name| {
            let is_name = name.as_str().starts_with(|first: char| first.is_ascii_alphabetic());
            let is_written = !is_name || name.as_str().contains('(');
            Label::Text(if is_written { name.to_string() } else { self.name(name) })
        };
        formula.text(LineStyle::airy(&symbols::PYTHON), &label)
    }

    /// The same as a tensor, also where nothing in it is one.
    pub(super) fn tensor(&self, formula: &Formula) -> String {
        let text = self.formula(formula);
        if has_name(formula) { text } else { format!("number({text})") }
    }
}

/// A number as Python reads it.
pub(super) fn literal(digits: &str) -> String {
    let is_long = !digits.contains('.') && digits.len() > MOST_DIGITS;
    if is_long { format!("{digits}.0") } else { digits.to_owned() }
}

fn has_name(formula: &Formula) -> bool {
    let mut found = false;
    formula.each_name(&mut |_| found = true);
    found
}

/// The formula with plain numbers made tensors where a function of tensors is called, and long ones made floats.
fn fitted(formula: &Formula) -> Formula {
    match formula {
        Formula::Number(number) => {
            let digits = number.to_string();
            let written = literal(&digits);
            if written == digits { formula.clone() } else { Formula::name(written) }
        }
        Formula::Name(_) => formula.clone(),
        Formula::Negative(inner) => Formula::Negative(Box::new(fitted(inner))),
        Formula::Sum(terms) => {
            Formula::Sum(terms.iter().map(|term| Term { minus: term.minus, formula: fitted(&term.formula) }).collect())
        }
        Formula::Product(factors) => product(factors),
        Formula::Power(base, exponent) => Formula::Power(Box::new(fitted(base)), Box::new(fitted(exponent))),
        Formula::Call(Function::Ln, arguments) if arguments.iter().any(|argument| with_one(argument).is_some()) => {
            let exponent = arguments.iter().filter_map(with_one);
            Formula::Call(Function::Softplus, exponent.map(fitted).collect())
        }
        Formula::Call(function, arguments) => {
            let tensor = |argument: &Formula| {
                let written = fitted(argument);
                if has_name(argument) {
                    return written;
                }
                let text = written.text(LineStyle::airy(&symbols::PYTHON), &Label::as_written);
                Formula::name(format!("number({text})"))
            };
            Formula::Call(*function, arguments.iter().map(tensor).collect())
        }
    }
}

/// A product, where `1/(1 + exp(-x))` is a sigmoid.
fn product(factors: &[Factor]) -> Formula {
    let mut is_changed = false;
    let mut written: Vec<Factor> = Vec::with_capacity(factors.len());
    for factor in factors {
        let exponent = if factor.over { with_one(&factor.formula) } else { None };
        is_changed |= exponent.is_some();
        written.push(match exponent {
            Some(Formula::Negative(inner)) => sigmoid(fitted(inner)),
            Some(exponent) => sigmoid(Formula::Negative(Box::new(fitted(exponent)))),
            None => Factor { over: factor.over, formula: fitted(&factor.formula) },
        });
    }
    if is_changed && written.first().is_some_and(|first| first.formula == Formula::number(1)) && !written[1].over {
        written.remove(0);
    }
    if written.len() == 1 { written.remove(0).formula } else { Formula::Product(written) }
}

fn sigmoid(of: Formula) -> Factor {
    Factor { over: false, formula: Formula::Call(Function::Sigmoid, vec![of]) }
}

/// The exponent in `1 + exp(x)`, which is too large for a float long before the whole is; none in another formula, or
/// where the exponent is a plain number.
fn with_one(formula: &Formula) -> Option<&Formula> {
    let Formula::Sum(terms) = formula else { return None };
    let [one, Term { minus: false, formula: Formula::Call(Function::Exp, exponent) }] = terms.as_slice() else {
        return None;
    };
    let exponent = exponent.first().filter(|exponent| has_name(exponent))?;
    (one.formula == Formula::number(1)).then_some(exponent)
}

/// Notes every function that a formula calls.
fn functions(formula: &Formula, found: &mut BTreeSet<Function>) {
    match formula {
        Formula::Number(_) | Formula::Name(_) => {}
        Formula::Negative(inner) => functions(inner, found),
        Formula::Sum(terms) => terms.iter().for_each(|term| functions(&term.formula, found)),
        Formula::Product(factors) => factors.iter().for_each(|factor| functions(&factor.formula, found)),
        Formula::Power(base, exponent) => {
            functions(base, found);
            functions(exponent, found);
        }
        Formula::Call(function, arguments) => {
            found.insert(*function);
            for argument in arguments {
                functions(argument, found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn python(formula: &str) -> String {
        let known = ["lambda", "lambda_", "x"].map(Name::from).into();
        Names::new(known, false).formula(&Formula::parse(formula).unwrap())
    }

    #[test]
    fn the_words_that_are_taken_can_be_searched() {
        assert!(TAKEN.is_sorted());
    }

    #[test]
    fn formulas_are_written_as_python_reads_them() {
        assert_eq!(python("-x^2^-x/3"), "-x**2**(-x)/3");
        assert_eq!(python("max(0, 1 - x) + sqrt(2/3)"), "max(number(0), 1 - x) + sqrt(number(2/3))");
        assert_eq!(python("1/(1 + exp(-x))"), "sigmoid(x)");
        assert_eq!(python("x/(1 + exp(2*x))/3"), "x*sigmoid(-(2*x))/3");
        assert_eq!(python("ln(1 + exp(-x)) - 1/(2 + exp(x))"), "softplus(-x) - 1/(2 + exp(x))");
        assert_eq!(python("x*12345678901234567890"), "x*12345678901234567890.0");
        assert_eq!(python("lambda + lambda_ + epoch"), "lambda__ + lambda_ + epoch_");
    }
}
